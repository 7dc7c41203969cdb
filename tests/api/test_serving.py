"""The server as a process: started, refused, killed, restarted."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
GOAL = (
    "Pass the PL-300 exam by 30 June 2027 by studying four hours a week, because the analytics role needs it"
)


@dataclass
class Process:
    """A `cairn serve` of its own."""

    process: subprocess.Popen[str]
    address: str
    first_visit: str
    started_in: float

    def program(self, folder: Path) -> httpx.Client:
        """Return a client with the folder's token."""
        token = (folder / "token").read_text().strip()
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.Client(base_url=self.address, headers=headers, trust_env=False, timeout=30)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return this process's environment with a data folder, and without other settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    return {**kept, "PYTHONPATH": str(ROOT), "CAIRN_DATA_DIR": str(folder), **more}


def command(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Return what a command did."""
    return subprocess.run(
        [sys.executable, "-m", "api.cli", *arguments],
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def served() -> Iterator[Callable[..., Process]]:
    """Start servers that end with the test."""
    processes: list[subprocess.Popen[str]] = []

    def start(folder: Path, *arguments: str, **more: str) -> Process:
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--today", "2026-11-22", *arguments],
            env=environment(folder, **more),
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        assert process.stderr is not None
        told = ""
        while "Stop with Ctrl-C" not in told and (line := process.stderr.readline()):
            told += line
        addresses = re.findall(r"http://\S+", told)
        return Process(process, addresses[0], addresses[1], time.monotonic() - begun)

    yield start
    for process in processes:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def test_a_second_server_is_refused_by_name(served: Callable[..., Process], tmp_path: Path) -> None:
    first = served(tmp_path)

    second = command(tmp_path, "serve", "--port", "0")

    assert second.returncode == 1
    assert f"process {first.process.pid}" in second.stderr
    assert first.address in second.stderr
    assert "Traceback" not in second.stderr


def test_commands_beside_a_server_go_through_it(served: Callable[..., Process], tmp_path: Path) -> None:
    served(tmp_path)

    talked = command(
        tmp_path, "chat", "--no-input", "--file", str(_lines(tmp_path, f"My goal: {GOAL}", "accept"))
    )
    shown = command(tmp_path, "plan", "show")
    doctor = command(tmp_path, "doctor")
    other_day = command(tmp_path, "chat", "--today", "2026-11-22", "--file", str(_lines(tmp_path, "skip")))

    assert talked.returncode == 0
    assert GOAL in shown.stdout
    assert "held by process" in doctor.stdout
    assert (other_day.returncode, "keeps its own day" in other_day.stderr) == (2, True)


def test_commands_need_no_server(tmp_path: Path) -> None:
    assert "empty" in command(tmp_path, "plan", "show").stdout
    assert not (tmp_path / "cairn.lock.json").exists()


def test_a_killed_server_loses_no_message_and_no_accepted_change(
    served: Callable[..., Process], tmp_path: Path
) -> None:
    first = served(tmp_path)
    client = first.program(tmp_path)
    talk = client.post("/v1/conversations").json()["id"]
    messages = f"/v1/conversations/{talk}/messages"
    proposal = _events(client.post(messages, json={"text": f"My goal: {GOAL}"}).text, "proposal")[0]
    saved = client.post(f"/v1/proposals/{proposal['id']}/accept").json()
    with client.stream("POST", messages, json={"text": "How do people get picked?"}) as answer:
        next(answer.iter_bytes())
        first.process.send_signal(signal.SIGKILL)
        first.process.wait()

    again = served(tmp_path).program(tmp_path)
    turns = again.get(f"/v1/conversations/{talk}").json()["turns"]
    followed = again.get(f"/v1/conversations/{talk}/turns/{turns[-1]['id']}/events").text

    assert [turn["text"] for turn in turns] == [f"My goal: {GOAL}", "How do people get picked?"]
    assert turns[-1]["status"] in {"interrupted", "complete"}
    assert _events(followed, "done")[0]["status"] == turns[-1]["status"]
    assert again.get("/v1/plan").json()["goals"][saved["handle"]]["text"] == GOAL
    assert saved["change"] in [change["id"] for change in again.get("/v1/changes").json()["changes"]]


def test_a_stopped_server_ends_well_and_everything_is_there_again(
    served: Callable[..., Process], tmp_path: Path
) -> None:
    first = served(tmp_path)
    client = first.program(tmp_path)
    client.post("/v1/goals", json={"text": GOAL, "due": "2027-06-30"})
    cookie = httpx.get(first.first_visit, trust_env=False).headers["set-cookie"].partition(";")[0]
    before = client.get("/v1/plan").json()

    first.process.send_signal(signal.SIGINT)

    assert first.process.wait(15) == 0
    assert not (tmp_path / "cairn.lock.json").exists()
    again = served(tmp_path)
    assert again.program(tmp_path).get("/v1/plan").json() == before
    value = cookie.partition("=")[2]
    port = again.address.rpartition(":")[2]
    page = httpx.get(again.address, headers={"Cookie": f"cairn-{port}={value}"}, trust_env=False)
    assert GOAL in page.text


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ran = command(tmp_path, "serve", "--port", str(port))

    assert ran.returncode == 1
    assert str(port) in ran.stderr
    assert "--port" in ran.stderr


def _lines(folder: Path, *lines: str) -> Path:
    path = folder / "said.txt"
    path.write_text("\n".join(lines) + "\n")
    return path


def _events(stream: str, name: str) -> list[dict[str, Any]]:
    blocks = [
        dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        for block in stream.split("\n\n")
    ]
    return [json.loads(block["data"]) for block in blocks if block.get("event") == name]
