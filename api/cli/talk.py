"""One talk on the command line: messages in, events out."""

import asyncio
import json
import sys
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
import typer

from api.cli.output import Format, as_json, lines_of
from api.cli.reach import answered
from api.pages.words import said
from api.texts import visible
from store.bodies import change_of_body


@dataclass(frozen=True)
class Talk:
    """What the talk is held with: an earlier conversation or none, a file of messages or the keyboard."""

    conversation: str | None
    file: str | None
    form: Format

    async def hold(self, client: httpx.AsyncClient) -> bool:
        """Hold the talk to the end of the messages; return whether every one was taken."""
        id_ = self.conversation or answered(await client.post("/v1/conversations"))["id"]
        shown = answered(await client.get(f"/v1/conversations/{quote(id_, safe='')}"))
        self._tell({"event": "conversation", "data": {"id": id_, "opening": shown["opening"]}})
        taken = True
        async for text in self._messages():
            async with client.stream(
                "POST", f"/v1/conversations/{quote(id_, safe='')}/messages", json={"text": text}
            ) as response:
                taken = await self._answer(response) and taken
        return taken

    async def _messages(self) -> AsyncIterator[str]:
        if self.file is not None:
            for message in lines_of(self.file):
                yield message.rstrip("\r")
            return
        prompting = sys.stdin.isatty() and self.form is Format.text
        typed = _typed()
        while (line := await _next(typed, prompting=prompting)) is not None:
            if line.strip():
                yield line.rstrip("\r\n")

    async def _answer(self, response: httpx.Response) -> bool:
        if not response.is_success:
            await response.aread()
            typer.echo(response.json()["detail"], err=True)
            return False
        async for event in events_of(response):
            self._tell(event)
        return True

    def _tell(self, event: dict[str, Any]) -> None:
        if self.form is Format.jsonl:
            typer.echo(as_json(event, lines=True))
        elif event["event"] in _TELLERS:
            typer.echo(_TELLERS[event["event"]](event["data"]), nl=False)


async def events_of(response: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    """Yield the events of a stream, their data as JSON values."""
    event: dict[str, Any] = {}
    async for line in response.aiter_lines():
        name, _, value = line.partition(": ")
        if name == "event":
            event["event"] = value
        elif name == "data":
            event["data"] = json.loads(value)
        elif name == "id":
            event["id"] = int(value)
        elif not line and "event" in event:
            yield event
            event = {}


def _typed() -> asyncio.Queue[str | None]:
    """Return the lines of stdin as they are typed, None at the end.

    They are read by a thread that nobody waits for: Ctrl-C must not have to wait for another line.
    """
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    loop, stdin = asyncio.get_running_loop(), sys.stdin

    def read() -> None:
        while line := stdin.readline():
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    return lines


async def _next(typed: asyncio.Queue[str | None], *, prompting: bool) -> str | None:
    if prompting:
        typer.echo("\nyou> ", nl=False, err=True)
    return await typed.get()


def _conversation(data: dict[str, Any]) -> str:
    return f"{visible(data['opening'] or '')}\n"


def _text(data: dict[str, Any]) -> str:
    return visible(data["delta"])


def _source(data: dict[str, Any]) -> str:
    return f"  (from: {data['title']}; {', '.join(data['passages'])})\n"


def _proposal(data: dict[str, Any]) -> str:
    lines = [f"  | {name}: {visible(words)}" for name, words in said(change_of_body(data["change"]))]
    return "\n".join(
        ["", "  | Proposal: nothing is saved before you accept", *lines, "  | accept / reject / edit", ""]
    )


def _error(data: dict[str, Any]) -> str:
    return f"\n{data['message']}\n"


def _done(data: dict[str, Any]) -> str:
    del data
    return "\n"


_TELLERS = {
    "conversation": _conversation,
    "text": _text,
    "source": _source,
    "proposal": _proposal,
    "error": _error,
    "done": _done,
}
