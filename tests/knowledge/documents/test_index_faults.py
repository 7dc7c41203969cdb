"""The index while the disk fills up, and while its process is killed."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from knowledge.documents.index import DocumentIndex, StoredChunk
from knowledge.minilm import MiniLm

PRELUDE = """
import resource, signal, sys
from pathlib import Path
from knowledge.documents.index import *
from knowledge.minilm import MiniLm
chunks = [StoredChunk("doc", "Rules", n, 1, None, f"Rule number {n} about travel expenses.") for n in range(300)]
index = DocumentIndex(Path(sys.argv[1]), MiniLm())
"""
FILLING = """
import chromadb, onnxruntime
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    index.sync("jo", chunks)
except IndexUnavailableError:
    print("unavailable")
print(index.search("jo", "travel expenses", chunks).notice == REBUILDING)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
index.sync("jo", chunks)
print(index.search("jo", "travel expenses", chunks).notice)
index.close()
"""
WRITING = """
print("ready", flush=True)
while True:
    for owner in ("jo", "sam"):
        index.sync(owner, chunks)
        index.sync(owner, chunks[: len(chunks) // 2])
"""


@pytest.mark.slow
@pytest.mark.parametrize("room", [1_000, 200_000, 300_000, 400_000])
def test_a_full_disk_shows_nothing_half_made_and_is_forgotten_when_there_is_room(
    tmp_path: Path, room: int
) -> None:
    command = [sys.executable, "-c", PRELUDE + FILLING, str(tmp_path), str(room)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.stdout.split() == ["unavailable", "True", "None"], done.stderr[-500:]


@pytest.mark.slow
def test_an_index_whose_process_was_killed_is_whole_or_made_again(tmp_path: Path, embedder: MiniLm) -> None:
    chance = random.Random(7)
    chunks = [
        StoredChunk("doc", "Rules", n, 1, None, f"Rule number {n} about travel expenses.") for n in range(300)
    ]
    for _ in range(4):
        command = [sys.executable, "-c", PRELUDE + WRITING, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(1.0, 6.0))
            writer.send_signal(signal.SIGKILL)

        index = DocumentIndex(tmp_path, embedder)
        index.search("jo", "travel expenses", chunks)
        index.sync("jo", chunks[:20])

        assert index.search("jo", "travel expenses", chunks[:20]).notice is None
        index.close()
