"""The command line: data on stdout, talk on stderr, exit codes, nothing opened that is not needed."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from api.cli.marking import review_in_text
from api.folder import hold
from coaching.smart.review import review_goal
from coaching.smart.types import GoalContext

Cairn = Callable[..., Any]
GOAL = (
    "Pass the PL-300 exam by 30 June 2027 by studying four hours a week, because the analytics role needs it"
)
STORELESS = [
    ["check", "Pass the exam by 30 June 2027"],
    ["search", "How do I ask for a promotion?"],
    ["plan", "schema"],
    ["--help"],
    ["--version"],
]


def test_a_file_of_goals_is_answered_line_by_line(cairn: Cairn, tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_text(f"I want to be successful\n\n{GOAL}\n{'a' * 100_001}\n", encoding="utf-8")

    ran = cairn("check", "--file", str(tmp_path / "g.txt"), "--format", "jsonl", "--today", "2026-11-22")

    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert ran.stdout.isascii()
    assert [line.get("verdict") for line in lines] == ["vague", None, "smart", None]
    assert lines[2]["deadline"]["date"] == "2027-06-30"
    assert [lines[1]["error"]["code"], lines[3]["error"]["code"]] == ["empty", "too_long"]


def test_lines_end_at_line_feeds_only(cairn: Cairn) -> None:
    said = "Pass the exam\u2028by June\rand more\nSecond goal"

    ran = cairn("check", "--file", "-", "--format", "jsonl", said=said)

    texts = [json.loads(line)["text"] for line in ran.stdout.splitlines()]
    assert texts == ["Pass the exam\u2028by June\rand more", "Second goal"]


def test_a_goal_is_shown_in_words_or_as_json(cairn: Cairn) -> None:
    text = cairn("check", GOAL, "--today", "2026-11-22")
    one = cairn("check", GOAL, "--today", "2026-11-22", "--format", "json")
    many = cairn("check", "--file", "-", "--format", "json", said=f"{GOAL}\n")

    assert "As a whole: SMART (read as due on 2027-06-30)" in text.stdout
    assert "\x1b" not in text.stdout
    assert json.loads(one.stdout)["verdict"] == "smart"
    assert len(json.loads(many.stdout)) == 1


def test_a_terminal_shows_each_letter_by_colour_underline_and_label() -> None:
    review = review_goal(GOAL, GoalContext(), date(2026, 11, 22)).to_json()

    shown = review_in_text(review, colour=True)

    marked = [span["text"] for name in review["criteria"] for span in review["criteria"][name]["evidence"]]
    assert ("\x1b[" in shown) is bool(marked)
    assert all(f"{letter} " in shown for letter in "SMART")


def test_an_unusable_line_is_answered_in_words_too(cairn: Cairn) -> None:
    ran = cairn("check", "--file", "-", said="\nPass the exam by June 2027\n")

    assert ran.exit_code == 0
    assert "There is no text here" in ran.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", ""],
        ["check", "   "],
        ["check", "a goal", "--file", "x"],
        ["check", "--file", "nowhere.txt"],
        ["check", "--file", "/"],
        ["check", "a goal", "--today", "tomorrow"],
        ["check", "a goal", "--format", "xml"],
        ["search"],
        ["search", " "],
        ["search", "x", "--limit", "0"],
        ["chat", "--format", "json"],
        ["chat", "--no-input"],
        ["agenda", "draft", "--with", " ", "--on", "2026-12-03"],
        ["agenda", "draft", "--with", "Martin", "--on", "soon"],
        ["agenda", "draft", "--with", "Martin", "--on", "2026-11-01", "--today", "2026-11-22"],
        ["nonsense"],
    ],
)
def test_what_cannot_be_used_is_said_on_stderr_with_exit_2(cairn: Cairn, arguments: list[str]) -> None:
    ran = cairn(*arguments)

    assert ran.exit_code == 2
    assert ran.stdout == ""
    assert len(ran.stderr.split()) > 4
    assert "Traceback" not in ran.stderr


def test_a_file_that_is_not_text_is_refused(cairn: Cairn, tmp_path: Path) -> None:
    (tmp_path / "g.bin").write_bytes(b"\x89PNG\r\n\x1a\n\xff")

    ran = cairn("check", "--file", str(tmp_path / "g.bin"))

    assert ran.exit_code == 2
    assert "not UTF-8" in ran.stderr


def test_escapes_in_a_text_are_shown_and_not_obeyed(cairn: Cairn) -> None:
    ran = cairn("check", "Pass \x1b]0;owned\x07 the exam \x1b[31m now \u202e")

    assert ran.exit_code == 0
    assert "\x1b" not in ran.stdout
    assert "\\u001b" in ran.stdout


@pytest.mark.parametrize("arguments", STORELESS)
def test_what_needs_no_data_opens_no_folder_and_reads_no_settings(
    cairn: Cairn, tmp_path: Path, arguments: list[str]
) -> None:
    ran = cairn(*arguments, CAIRN_NONSENSE="1", CAIRN_MODEL="refused/elsewhere")

    assert ran.exit_code == 0
    assert not (tmp_path / "data").exists()


def test_what_needs_data_names_a_wrong_setting(cairn: Cairn) -> None:
    ran = cairn("plan", "show", CAIRN_MODLE="x")

    assert ran.exit_code == 1
    assert "CAIRN_MODEL" in ran.stderr


def test_the_schema_is_a_json_schema(cairn: Cairn) -> None:
    schema = json.loads(cairn("plan", "schema").stdout)

    assert schema["title"] == "Plan"
    assert "goals" in schema["properties"]


def test_a_search_answers_in_every_shape(cairn: Cairn) -> None:
    asked = "How do I prepare a talk with my manager?"

    text = cairn("search", asked)
    lines = cairn(
        "search", "--file", "-", "--format", "jsonl", "--limit", "1", said=f"{asked}\n\nzxqv wvut\n"
    )
    whole = cairn("search", "--file", "-", "--format", "json", said=f"{asked}\n")
    nothing = cairn("search", "zxqv wvut")
    blank = cairn("search", "--file", "-", said="\n")

    answers = [json.loads(line) for line in lines.stdout.splitlines()]
    assert "[" in text.stdout
    assert [len(answer.get("results", [])) for answer in answers] == [1, 0, 0]
    assert list(answers[0]) == ["query", "results"]
    assert answers[1]["error"]["code"] == "empty"
    assert len(json.loads(whole.stdout)) == 1
    assert "Nothing in the library" in nothing.stdout
    assert "no question" in blank.stdout


def test_a_talk_from_a_file_reaches_an_accepted_goal_that_is_there_afterwards(cairn: Cairn) -> None:
    talked = cairn("chat", "--file", "-", "--today", "2026-11-22", said=f"My goal: {GOAL}\naccept\n")
    shown = cairn("plan", "show")
    document = cairn("plan", "show", "--format", "json")
    changes = cairn("changes", "--format", "jsonl")

    assert talked.exit_code == 0
    assert "Proposal: nothing is saved before you accept" in talked.stdout
    assert GOAL in shown.stdout
    goal = next(iter(json.loads(document.stdout)["goals"].values()))
    assert (goal["text"], goal["due"]) == (GOAL, "2027-06-30")
    assert json.loads(changes.stdout.splitlines()[0])["writes"]


def test_a_talk_in_json_lines_is_the_stream_of_events(cairn: Cairn) -> None:
    ran = cairn("chat", "--format", "jsonl", "--file", "-", said="I want to lead the division\nskip\n")

    events = [json.loads(line) for line in ran.stdout.splitlines()]
    assert events[0]["event"] == "conversation"
    assert [event["event"] for event in events].count("done") == 2
    assert ran.stdout.isascii()


def test_typed_messages_are_taken_from_stdin_and_an_earlier_talk_goes_on(cairn: Cairn) -> None:
    first = cairn("chat", "--format", "jsonl", said="I want to lead the division\n\n")
    id_ = json.loads(first.stdout.splitlines()[0])["data"]["id"]

    again = cairn("chat", "--conversation", id_, said="why do you ask?\n")
    nowhere = cairn("chat", "--conversation", "nowhere", said="hello\n")

    assert again.exit_code == 0
    assert nowhere.exit_code == 1
    assert "no conversation" in nowhere.stderr


def test_a_message_that_cannot_be_taken_is_said_and_the_talk_goes_on(cairn: Cairn) -> None:
    ran = cairn("chat", "--file", "-", said=f"{'a' * 20_001}\nI want to lead the division\n")

    assert ran.exit_code == 1
    assert "20,000" in ran.stderr
    assert "?" in ran.stdout


def test_an_agenda_is_drafted_from_the_plan(cairn: Cairn) -> None:
    arguments = ["agenda", "draft", "--with", "Martin", "--on", "2026-12-03", "--today", "2026-11-22"]

    text = cairn(*arguments)
    document = cairn(*arguments, "--format", "json", "--minutes", "45", "--purpose", "raise")

    assert "Martin" in text.stdout
    agenda = json.loads(document.stdout)
    assert (agenda["minutes"], agenda["purpose"]) == (45, "raise")
    assert "agenda-2" in cairn("plan", "show").stdout


def test_proposals_and_changes_are_decided_and_undone(cairn: Cairn) -> None:
    cairn("chat", "--file", "-", "--today", "2026-11-22", said=f"My goal: {GOAL}\n")
    listed = cairn("proposals", "list")
    id_ = listed.stdout.splitlines()[0]

    accepted = cairn("proposals", "accept", id_, "--format", "json")
    change = json.loads(accepted.stdout)["change"]
    rejected = cairn("proposals", "reject", id_)
    undone = cairn("undo", change)
    again = cairn("undo", change)

    assert GOAL in listed.stdout
    assert rejected.exit_code == 1
    assert "Undone" in undone.stdout
    assert (again.exit_code, "undone already" in again.stderr) == (1, True)
    assert "(undone)" in cairn("changes").stdout
    assert "No proposal is waiting" in cairn("proposals", "list").stdout
    assert cairn("undo", "../../x").exit_code == 1


def test_an_empty_plan_says_how_to_begin(cairn: Cairn) -> None:
    assert "cairn chat" in cairn("plan", "show").stdout
    assert "Nothing has entered" in cairn("changes").stdout


def test_the_doctor_names_what_is_wrong(cairn: Cairn, tmp_path: Path) -> None:
    fresh = cairn("doctor")
    cairn("plan", "show")
    sound = cairn("doctor", "--format", "json")
    (tmp_path / "data" / "cairn.db").write_bytes(b"not a database at all" * 100)
    damaged = cairn("doctor")
    confused = cairn("doctor", CAIRN_PROT="1")

    assert fresh.exit_code == 0
    assert not any("NOT OK" in line for line in fresh.stdout.splitlines())
    assert all(check["ok"] for check in json.loads(sound.stdout)["checks"])
    assert (damaged.exit_code, "NOT OK database" in damaged.stdout) == (1, True)
    assert "CAIRN_PORT" in confused.stdout


def test_a_damaged_database_is_named_and_left_alone(cairn: Cairn, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cairn.db").write_bytes(b"x" * 5000)

    ran = cairn("plan", "show")

    assert ran.exit_code == 1
    assert "cairn.db" in ran.stderr
    assert (tmp_path / "data" / "cairn.db").read_bytes() == b"x" * 5000


def test_check_and_help_import_nothing_heavy() -> None:
    code = (
        "import sys; from api.cli.main import app; from typer.testing import CliRunner; "
        "CliRunner().invoke(app, ['--help']); CliRunner().invoke(app, ['check', 'Pass the exam by June 2027']); "
        "print(sorted({'fastapi', 'sqlalchemy', 'pydantic_ai', 'chromadb', 'onnxruntime', 'jinja2', 'httpx', "
        "'pydantic_settings', 'yaml', 'uvicorn', 'numpy'} & set(sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_a_reader_that_leaves_is_no_error() -> None:
    ran = subprocess.run(
        [
            "bash",
            "-c",
            f"yes 'Pass the exam by June 2027' | head -2000 | {sys.executable} -m api.cli check --file - | head -1",
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert "Traceback" not in ran.stderr


def test_a_server_that_holds_the_folder_does_the_work(
    cairn: Cairn, started: Callable[[Path | None], Any]
) -> None:
    folder = started(None).folder

    talked = cairn("chat", "--file", "-", said=f"My goal: {GOAL}\naccept\n", folder=folder)
    shown = cairn("plan", "show", folder=folder)
    searched = cairn("search", "How do I ask for a promotion?", folder=folder)
    doctor = cairn("doctor", folder=folder)
    other_day = cairn("chat", "--today", "2026-11-22", "--file", "-", said="skip\n", folder=folder)

    assert talked.exit_code == 0
    assert GOAL in shown.stdout
    assert searched.exit_code == 0
    assert "serving on" in doctor.stdout
    assert (other_day.exit_code, "keeps its own day" in other_day.stderr) == (2, True)


def test_a_server_that_does_not_answer_is_named(cairn: Cairn, tmp_path: Path) -> None:
    with hold(tmp_path) as held, socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        silent.close()
        held.announce(address, "token")

        ran = cairn("plan", "show", folder=tmp_path)

    assert ran.exit_code == 1
    assert "does not answer" in ran.stderr


def test_a_holder_that_never_listens_is_named(cairn: Cairn, tmp_path: Path) -> None:
    with hold(tmp_path):
        ran = cairn("plan", "show", folder=tmp_path)

    assert ran.exit_code == 1
    assert f"process {os.getpid()}" in ran.stderr


def test_a_host_beyond_this_machine_is_refused_before_anything_is_opened(
    cairn: Cairn, tmp_path: Path
) -> None:
    open_to_all = cairn("serve", "--host", "0.0.0.0", "--port", "0")
    nowhere = cairn("serve", "--host", "no such host", "--port", "0", CAIRN_TOKEN="x" * 24)

    assert (open_to_all.exit_code, "CAIRN_TOKEN" in open_to_all.stderr) == (1, True)
    assert (nowhere.exit_code, "Can't listen" in nowhere.stderr) == (1, True)
    assert not (tmp_path / "data" / "cairn.db").exists()


def test_a_folder_that_cannot_be_used_is_named(cairn: Cairn, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")

    ran = cairn("plan", "show")

    assert ran.exit_code == 1
    assert "can't be used" in ran.stderr
