"""What the documents promise: their commands run as written, their files and tests are there."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.strip() and "needs the server" not in line
]


@pytest.mark.slow
@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith(".venv/bin/cairn")])
def test_a_command_of_the_readme_runs_as_written(command: str, running: Any) -> None:
    if not (ROOT / ".venv" / "bin" / "cairn").exists():
        pytest.fail("`make run` has not been run here: there is no .venv/bin/cairn")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}

    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        # Beside a server, as the README says they may be; without one they import it all, for seconds each.
        env={**kept, "CAIRN_DATA_DIR": str(running.folder)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout


def test_the_first_two_commands_of_the_readme_are_run_and_test() -> None:
    assert COMMANDS[:2] == ["make run", "make test"]


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("make ")])
def test_a_target_of_the_readme_is_there(command: str) -> None:
    planned = subprocess.run(
        ["make", "-n", *command.split()[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert planned.returncode == 0, planned.stderr


def test_every_link_of_the_documents_leads_somewhere() -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]

    missing = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert missing == []


def test_every_guarding_test_is_there() -> None:
    missing = [
        f"{page.name}: {path}::{name}"
        for page in (ROOT / "docs" / "design").glob("*.md")
        for path, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", page.read_text(encoding="utf-8"))
        if not (ROOT / path).exists() or f"def {name}" not in (ROOT / path).read_text(encoding="utf-8")
    ]

    assert missing == []


def test_no_lock_holds_an_address_and_every_pin_a_hash() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="ascii")
        pins = re.findall(r"^[\w.-]+==\S+.*?(?=^[\w.-]+==|\Z)", text, re.DOTALL | re.MULTILINE)

        assert pins
        assert "://" not in text
        assert all("--hash=sha256:" in pin for pin in pins)
