"""Playing a conversation through the real loop, tools, library and a real SQLite file, and what came of it."""

import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from agent.events import Done, Event, Proposed, Source
from agent.turns import Submitted, Turns
from coaching.plan import Plan
from knowledge.library import Library, open_library
from store import conversations, proposals
from store.changes import Origin
from store.conversations import Message
from store.database import Database, open_database
from store.owners import only_owner
from store.plans import load_plan


@dataclass(frozen=True)
class Exchange:
    """One turn: what was said, the reply, and the events between."""

    said: str
    reply: str
    events: tuple[Event, ...]

    def proposals(self) -> list[Proposed]:
        """Return what was put forward in this turn."""
        return [event for event in self.events if isinstance(event, Proposed)]

    def sources(self) -> list[Source]:
        """Return the cards this turn named."""
        return [event for event in self.events if isinstance(event, Source)]


@dataclass(frozen=True)
class Transcript:
    """A whole talk: the opening, its turns, and the plan it ended with."""

    name: str
    opening: str
    exchanges: tuple[Exchange, ...]
    plan: Plan
    tags: tuple[str, ...] = field(default=())


@dataclass
class Stage:
    """Where talks are played: one owner, one database, one clock that stands still."""

    database: Database
    turns: Turns
    owner_id: str
    now: datetime

    async def conversation(self) -> str:
        """Return the id of a new conversation."""
        async with self.database.begin() as session:
            made = await conversations.create_conversation(session, self.owner_id, now=self.now)
        return made.id

    async def say(self, conversation_id: str, text: str) -> Exchange:
        """Return what came of one message."""
        submitted = await self.turns.submit(self.owner_id, conversation_id, Message(text))
        assert isinstance(submitted, Submitted), submitted
        events = [event async for _, event in self.turns.follow(self.owner_id, submitted.turn_id)]
        done = events[-1]
        assert isinstance(done, Done), done
        return Exchange(text, done.text, tuple(events))

    async def accept(self, proposal_id: str) -> None:
        """Accept a proposal as the button does, beside the talk."""
        origin = Origin("person", self.now, self.now.date())
        async with self.database.begin() as session:
            accepted = await proposals.accept(session, self.owner_id, proposal_id, origin)
        assert isinstance(accepted, proposals.Accepted), accepted

    async def plan(self) -> Plan:
        """Return the plan as it stands."""
        async with self.database.read() as session:
            return await load_plan(session, self.owner_id)


@asynccontextmanager
async def stage(today: date, library: Library | None = None) -> AsyncIterator[Stage]:
    """Give a stage on a database of its own, gone afterwards."""
    now = datetime.combine(today, time(9), UTC)
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(f"sqlite:///{Path(folder) / 'talk.db'}")
        turns = Turns(database, library or open_library(), today=lambda: today, now=lambda: now)
        async with database.begin() as session:
            owner_id = await only_owner(session, now)
        try:
            yield Stage(database, turns, owner_id, now)
        finally:
            await turns.close()
            await database.close()


async def play(name: str, messages: Sequence[str], today: date, library: Library | None = None) -> Transcript:
    """Return the transcript of these messages, said one after another in one conversation."""
    async with stage(today, library) as on:
        opening = await on.turns.opening(on.owner_id)
        conversation_id = await on.conversation()
        exchanges = [await on.say(conversation_id, message) for message in messages]
        return Transcript(name, opening, tuple(exchanges), await on.plan())


def as_text(transcript: Transcript) -> str:
    """Return the talk to be read aloud."""
    lines = [f"# {transcript.name}", "", f"Coach: {transcript.opening}"]
    for number, exchange in enumerate(transcript.exchanges, start=1):
        lines += ["", f"Person {number}: {exchange.said}", f"Coach {number}: {exchange.reply}"]
        lines += [f"  [source] {source.title} {source.passages}" for source in exchange.sources()]
        lines += [f"  [proposal {item.kind}] {item.change}" for item in exchange.proposals()]
    return "\n".join(lines)
