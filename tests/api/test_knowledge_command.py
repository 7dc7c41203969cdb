"""`cairn knowledge`, `cairn search --mine`, what the doctor says of documents; a file of goals in little memory."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cairn = Callable[..., Any]
ROOT = Path(__file__).parents[2]
TEXT = (
    "We want to halve the time that a customer waits for an answer on a claim. Every team leader is to know the "
    "backlog of the week. Whoever leads a team learns to read the weekly figures by the autumn. " * 4
)
QUESTION = "How long does a customer wait for an answer on a claim?"


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    """Return a file to bring."""
    path = tmp_path / "strategy.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_document_is_added_listed_searched_and_removed(cairn: Cairn, strategy: Path) -> None:
    added = cairn("knowledge", "add", str(strategy), "--format", "json")
    listed = cairn("knowledge", "list")
    found = cairn("search", "--mine", QUESTION)
    as_json = cairn("search", "--mine", QUESTION, "--format", "json")
    many = cairn("search", "--mine", "--file", "-", "--format", "jsonl", said=f"{QUESTION}\n\n")
    document = json.loads(added.stdout)["documents"][0]
    removed = cairn("knowledge", "remove", document["id"])
    empty = cairn("knowledge", "list")
    nothing = cairn("search", "--mine", QUESTION)

    assert (added.exit_code, document["taken"], document["name"]) == (0, "new", "strategy.txt")
    assert document["id"] in listed.stdout
    assert "strategy.txt  [" in found.stdout
    assert json.loads(as_json.stdout)["results"][0]["document"] == document["id"]
    answers = [json.loads(line) for line in many.stdout.splitlines()]
    assert [bool(answer.get("results")) for answer in answers] == [True, False]
    assert answers[1]["error"]["code"] == "empty"
    assert "Removed strategy.txt" in removed.stdout
    assert "No documents yet" in empty.stdout
    assert "Nothing in your documents" in nothing.stdout


def test_each_file_is_answered_and_one_that_is_not_taken_ends_in_1(
    cairn: Cairn, strategy: Path, tmp_path: Path
) -> None:
    (tmp_path / "program.pdf").write_bytes(b"MZ a program")
    (tmp_path / "seen.html").write_text(f"<html><p>{TEXT}</p><p hidden>unseen</p></html>", encoding="utf-8")
    (tmp_path / "large.txt").write_bytes(b"a" * 1_000_001)
    paths = [str(tmp_path / name) for name in ("program.pdf", "seen.html", "large.txt")]

    added = cairn("knowledge", "add", str(strategy), *paths, CAIRN_UPLOAD_MB="1")
    again = cairn("knowledge", "add", str(strategy), "--format", "jsonl")
    listed = cairn("knowledge", "list", "--format", "jsonl")

    assert added.exit_code == 1
    assert "strategy.txt (text) (added)" in added.stdout
    assert "does not see" in added.stdout
    assert "program.pdf is not what its name says" in added.stderr
    assert "large.txt is too large: at most 1 MB" in added.stderr
    assert json.loads(again.stdout)["taken"] == "known"
    assert [json.loads(line)["name"] for line in listed.stdout.splitlines()] == ["strategy.txt", "seen.html"]


def test_a_file_that_is_not_there_is_named_and_nothing_is_added(
    cairn: Cairn, strategy: Path, tmp_path: Path
) -> None:
    ran = cairn("knowledge", "add", str(strategy), str(tmp_path / "nowhere.pdf"))
    unknown = cairn("knowledge", "remove", "nothing")

    assert (ran.exit_code, "nowhere.pdf can't be read" in ran.stderr) == (2, True)
    assert (unknown.exit_code, "no document" in unknown.stderr) == (1, True)
    assert "No documents yet" in cairn("knowledge", "list").stdout


def test_the_doctor_says_how_model_index_and_database_stand(
    cairn: Cairn, strategy: Path, tmp_path: Path
) -> None:
    before = cairn("doctor")
    cairn("plan", "show")
    without = cairn("doctor")
    cairn("knowledge", "add", str(strategy))
    ready = cairn("doctor")
    for path in (tmp_path / "data" / "vectors").rglob("*"):
        if path.is_file():
            path.write_bytes(b"rubbish")
    spoilt = cairn("doctor")

    assert "ok  model: all-MiniLM" in before.stdout
    assert "index" not in before.stdout
    assert "index: no documents yet" in without.stdout
    assert "database:" in ready.stdout
    assert "index: ready, " in ready.stdout
    assert "rebuilt at the next start" in spoilt.stdout


def test_beside_a_server_the_server_says_how_the_index_stands(
    cairn: Cairn, strategy: Path, started: Callable[..., Any]
) -> None:
    folder = started(None).folder

    cairn("knowledge", "add", str(strategy), folder=folder)

    assert "index: ready, 1 documents" in cairn("doctor", folder=folder).stdout


def environment(folder: Path) -> dict[str, str]:
    """Return this process's environment without settings, in a terminal of some size."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    return {**kept, "PYTHONPATH": str(ROOT), "CAIRN_DATA_DIR": str(folder), "TERM": "xterm", "COLUMNS": "100"}


def test_ten_thousand_goals_are_checked_in_little_memory(tmp_path: Path) -> None:
    peak = "import resource,sys;sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
    code = (
        "import atexit,sys;"
        f"atexit.register(lambda: exec({peak!r}));"
        "sys.argv=['cairn', *sys.argv[1:]];from api.cli.main import run;run()"
    )

    def check(lines: int, form: str) -> tuple[int, int]:
        """Return the answers and the peak of memory in MB."""
        file = tmp_path / f"{lines}.txt"
        file.write_text("Pass the exam by June 2027\n" * lines, encoding="utf-8")
        ran = subprocess.run(
            [sys.executable, "-c", code, "check", "--file", str(file), "--format", form],
            env=environment(tmp_path), capture_output=True, text=True, check=True,
        )  # fmt: skip
        answers = len(json.loads(ran.stdout)) if form == "json" else ran.stdout.count("\n")
        return answers, int(ran.stderr) // 1024

    few, memory_of_few = check(100, "jsonl")
    many, memory_of_many = check(10_000, "jsonl")
    some, memory_of_array = check(2_000, "json")

    assert (few, many, some) == (100, 10_000, 2_000)
    assert memory_of_many - memory_of_few < 10
    assert memory_of_array - memory_of_few < 10


@pytest.mark.slow
def test_a_bar_is_shown_where_somebody_looks_and_nowhere_else(tmp_path: Path, strategy: Path) -> None:
    goals = tmp_path / "goals.txt"
    goals.write_text("Pass the exam by June 2027\n" * 300, encoding="utf-8")

    def in_terminal(*arguments: str) -> tuple[str, str]:
        """Return what came on stdout, and on the terminal that stderr is."""
        ours, theirs = pty.openpty()
        ran = subprocess.run(
            [sys.executable, "-m", "api.cli", *arguments],
            env=environment(tmp_path / "data"), stdout=subprocess.PIPE, stderr=theirs, text=True, check=True,
        )  # fmt: skip
        os.close(theirs)
        told = b""
        try:
            while part := os.read(ours, 65536):
                told += part
        except OSError:
            # The terminal's other end is closed, and all was read.
            pass
        os.close(ours)
        return ran.stdout, told.decode()

    checked, bar = in_terminal("check", "--file", str(goals), "--format", "jsonl")
    added, reading = in_terminal("knowledge", "add", str(strategy))
    piped = subprocess.run(
        [sys.executable, "-m", "api.cli", "check", "--file", str(goals)],
        env=environment(tmp_path), capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert checked.count("\n") == 300
    assert "Checking" in bar
    assert "300/300" in bar
    assert "strategy.txt" in added
    assert "Reading" in reading
    assert "Indexing" in reading
    assert piped.stderr == ""
