"""A real server on a real socket, and the ways in."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from api.serving import Serving, serve
from api.settings import Settings

TODAY = date(2026, 11, 22)
SMART_GOAL = (
    "Pass the PL-300 exam by 30 June 2027 by studying four hours a week, because the analytics role needs it"
)


@dataclass
class Running:
    """A server in this process, and clients for it."""

    folder: Path
    serving: Serving
    thread: threading.Thread
    clients: list[httpx.Client] = field(default_factory=list)

    def stop(self) -> None:
        """End it, everything saved."""
        for client in self.clients:
            client.close()
        self.serving.stop()
        self.thread.join(30)

    def client(self, **headers: str) -> httpx.Client:
        """Return a client that shows nothing but these headers."""
        made = httpx.Client(base_url=self.serving.address, headers=headers, trust_env=False, timeout=30)
        self.clients.append(made)
        return made

    def program(self) -> httpx.Client:
        """Return a client with the folder's token."""
        token = (self.folder / "token").read_text().strip()
        return self.client(authorization=f"Bearer {token}")

    def browser(self) -> httpx.Client:
        """Return a client that came by the printed address."""
        made = self.client(accept="text/html")
        made.follow_redirects = True
        made.get(self.serving.first_visit)
        return made


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path | None], Running]]:
    """Start servers that end with the module."""
    begun: list[Running] = []

    def start(folder: Path | None = None) -> Running:
        where = folder or tmp_path_factory.mktemp("cairn") / "data"
        answering = threading.Event()
        told: list[Serving] = []

        def ready(serving: Serving) -> None:
            told.append(serving)
            answering.set()

        thread = threading.Thread(
            target=lambda: asyncio.run(serve(Settings(port=0), where, ready, TODAY)), daemon=True
        )
        thread.start()
        assert answering.wait(30)
        begun.append(Running(where, told[0], thread))
        return begun[-1]

    yield start
    for running in begun:
        running.stop()


@pytest.fixture(scope="module")
def running(started: Callable[[Path | None], Running]) -> Running:
    """Return the module's server; tests of a module share its data."""
    return started(None)


@pytest.fixture
def program(running: Running) -> httpx.Client:
    """Return a client with the token."""
    return running.program()


@pytest.fixture
def talk(program: httpx.Client) -> str:
    """Return a new conversation."""
    return str(program.post("/v1/conversations").json()["id"])


@pytest.fixture
def say(program: httpx.Client, talk: str) -> Callable[[str], list[dict[str, Any]]]:
    """Return a way to say something in the conversation and get the events."""

    def said(text: str) -> list[dict[str, Any]]:
        return events_in(program.post(f"/v1/conversations/{talk}/messages", json={"text": text}).text)

    return said


@pytest.fixture
def proposed(say: Callable[[str], list[dict[str, Any]]]) -> dict[str, Any]:
    """Return a goal's proposal that waits."""
    told = say(f"My goal: {SMART_GOAL}")
    return next(event["data"] for event in told if event["event"] == "proposal")


@pytest.fixture
def cairn(tmp_path: Path) -> Callable[..., Any]:
    """Return the command line with a data folder of its own."""

    def run(*arguments: str, said: str | None = None, folder: Path | None = None, **environ: str) -> Any:
        from api.cli.main import app

        env = {"CAIRN_DATA_DIR": str(folder or tmp_path / "data"), **environ}
        return CliRunner().invoke(app, list(arguments), input=said, env=env)

    return run


def events_in(stream: str) -> list[dict[str, Any]]:
    """Return the events of a stream's text."""
    found = []
    for block in stream.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line and line[0] != ":")
        if "event" in lines:
            found.append({"id": int(lines["id"]), "event": lines["event"], "data": json.loads(lines["data"])})
    return found


@pytest.fixture
def events() -> Callable[[str], list[dict[str, Any]]]:
    """Return the reader of a stream's text."""
    return events_in
