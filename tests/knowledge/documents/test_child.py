import subprocess
import sys

import pytest

from knowledge.documents.values import Limits

PRELUDE = "from knowledge.documents.child import confine; from knowledge.documents.values import Limits; "


def confined(code: str, limits: str = "") -> subprocess.CompletedProcess[str]:
    whole = f"{PRELUDE} confine(Limits({limits})); {code}"
    return subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('/tmp/written-by-a-document', 'w')",
    ],
)
def test_the_child_reaches_no_network_starts_nothing_and_writes_nothing(code: str) -> None:
    done = confined(code)

    assert done.returncode == 1
    assert "PermissionError" in done.stderr


def test_the_child_is_ended_when_it_computes_too_long() -> None:
    done = confined("n = 0\nwhile True: n += 1", "cpu_seconds=1")

    assert done.returncode in {-24, -9}


def test_the_child_gets_no_more_memory_than_allowed() -> None:
    done = confined("held = bytearray(600_000_000)")

    assert "MemoryError" in done.stderr


def test_the_child_is_told_nothing_of_the_person() -> None:
    from knowledge.documents import reading

    assert set(reading._environment()) == {"PYTHONPATH", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE"}


@pytest.mark.parametrize(
    ("content", "limits", "code"),
    [
        (b"We grow.", Limits(), 0),
        (b"\x00" * 100, Limits(), 15),
        (b"We grow. " * 100, Limits(characters=50), 14),
    ],
)
def test_the_child_says_by_its_exit_code_why_a_document_is_not_taken(
    content: bytes, limits: Limits, code: int
) -> None:
    command = [sys.executable, "-m", "knowledge.documents.child", "text", limits.model_dump_json()]

    done = subprocess.run(command, input=content, capture_output=True, check=False)

    assert done.returncode == code
    assert bool(done.stdout) == (code == 0)
