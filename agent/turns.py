"""Turns outside the request that asked for them: the answer is a log that any number of readers follow."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from pydantic_ai.models import Model

from agent.deps import CoachDeps
from agent.events import Done, Event, Failed, Status, TextDelta, TurnStarted, Usage
from agent.guided.lead import Standing, opening_of, standing
from agent.guided.model import guided_model
from agent.guided.script import Reply, Script
from agent.guided.speaker import Speaker
from agent.guided.turn import coach_turn
from agent.loop import run_turn
from coaching.change import Refused
from knowledge.library import Library
from store import conversations, events
from store.conversations import Message, Outcome, Turn
from store.database import Database, Session

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
INTERRUPTED = (
    "The program stopped while this was being answered. Your message is kept; send it again to go on."
)
FAILED = "Something went wrong on this side while I was answering. Your message is kept; send it again."
GROUP_SECONDS = 0.25

_LOG = logging.getLogger("cairn.turns")


ModelFor = Callable[[Standing, date, Callable[[Reply], None]], Model]
"""Gives the model that leads a turn, from where it begins; a guided reply is handed to the last argument."""


def guided_for(began: Standing, today: date, replied: Callable[[Reply], None]) -> Model:
    """Return the guided coach, built for this turn."""

    def write() -> Script:
        return coach_turn(Speaker(began.heard, began.plan, began.talk, today, began.decided))

    return guided_model(write, replied)


@dataclass(frozen=True)
class Submitted:
    """The turn of a message; `fresh` is false where the same message had come before."""

    turn_id: str
    fresh: bool


@dataclass
class Live:
    """A turn that runs now: its events so far, how many of them are kept, and who waits for more."""

    turn_id: str
    kept_at: float
    kept: int = 0
    task: asyncio.Task[None] | None = None
    log: list[Event] = field(default_factory=list)
    more: asyncio.Condition = field(default_factory=asyncio.Condition)


class Turns:
    """Starts turns, lets any number of readers follow them, and keeps their logs in the database."""

    def __init__(
        self,
        database: Database,
        library: Library,
        *,
        today: Callable[[], date],
        now: Callable[[], datetime],
        model_for: ModelFor = guided_for,
    ) -> None:
        """Take where things are kept, what is read, the clock, and who leads (the guided coach by default)."""
        self._database = database
        self.library = library
        self._model_for = model_for
        self._today = today
        self._now = now
        self._live: dict[tuple[str, str], Live] = {}

    async def start(self) -> None:
        """Mark the turns that a crash left running as interrupted."""
        async with self._database.begin() as session:
            for left in await conversations.unfinished_turns(session):
                await self._interrupt(session, left.owner_id, left.turn.id)

    async def _interrupt(self, session: Session, owner_id: str, turn_id: str) -> None:
        logged = await events.after(session, owner_id, turn_id, 0)
        text = "".join(event.data["delta"] for event in logged if event.event == "text")
        ends: list[Event] = [
            Failed(code="interrupted", message=INTERRUPTED, retryable=True),
            Done(turn=turn_id, status="interrupted", text=text, usage=Usage()),
        ]
        await events.append(session, owner_id, turn_id, _rows(ends))
        outcome = Outcome(status="interrupted", reply=text)
        await conversations.finish_turn(session, owner_id, turn_id, outcome, now=self._now())

    async def submit(self, owner_id: str, conversation_id: str, message: Message) -> Submitted | Refused:
        """Keep the message, start its turn, and return the turn's id; the same key twice is one turn."""
        async with self._database.begin() as session:
            added = await conversations.add_turn(session, owner_id, conversation_id, message, now=self._now())
        if isinstance(added, Refused):
            return added
        if added.new:
            live = self._live[owner_id, added.turn.id] = Live(
                added.turn.id, asyncio.get_running_loop().time()
            )
            live.task = asyncio.create_task(self._run(owner_id, added.turn, live))
        return Submitted(added.turn.id, added.new)

    async def follow(self, owner_id: str, turn_id: str, after: int = 0) -> AsyncIterator[tuple[int, Event]]:
        """Yield the turn's events with their numbers, from the one after `after` to the last."""
        live = self._live.get((owner_id, turn_id))
        if live is not None:
            async for numbered in _followed(live, after):
                yield numbered
            return
        async with self._database.read() as session:
            kept = await events.after(session, owner_id, turn_id, after)
        for stored in kept:
            yield stored.seq, EVENT.validate_python({"event": stored.event, **stored.data})

    async def stop(self, owner_id: str, turn_id: str) -> bool:
        """Stop a running turn; tell whether it was running. What was said so far is kept."""
        live = self._live.get((owner_id, turn_id))
        if live is None or live.task is None or live.task.done():
            return False
        live.task.cancel()
        await asyncio.wait([live.task])
        return True

    async def opening(self, owner_id: str) -> str:
        """Return the coach's first words for a new conversation."""
        async with self._database.read() as session:
            text, _ = await opening_of(session, owner_id, self._today())
        return text

    async def close(self) -> None:
        """Stop what runs and wait for it."""
        tasks = [live.task for live in self._live.values() if live.task is not None]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _run(self, owner_id: str, turn: Turn, live: Live) -> None:
        """Run one turn to its end, whatever the end is, and keep it before its end is told."""
        deps: CoachDeps | None = None
        ends: list[Event]
        try:
            deps, model = await self._led(owner_id, turn)
            ends = await self._tell_all(owner_id, live, run_turn(model, turn.text, deps))
        except asyncio.CancelledError:
            ends = [_ended(turn.id, live.log, "stopped")]
        except Exception as error:  # noqa: BLE001 (the top of a task: without it a reader would wait for ever)
            _LOG.error("turn failed: %s", type(error).__name__)
            ends = [
                Failed(code="failed", message=FAILED, retryable=True),
                _ended(turn.id, live.log, "failed"),
            ]
        await asyncio.shield(self._finish(owner_id, turn.id, live, ends, deps))

    async def _tell_all(self, owner_id: str, live: Live, told: AsyncIterator[Event]) -> list[Event]:
        """Tell the events as they come, and return the last, which waits until the turn is kept."""
        async for event in told:
            if isinstance(event, Done):
                return [event]
            await _tell(live, event)
            await self._keep_group(owner_id, live)
        return []

    async def _led(self, owner_id: str, turn: Turn) -> tuple[CoachDeps, Model]:
        """Return the turn's surroundings and the model that leads it."""
        today = self._today()
        began = await standing(self._database, owner_id, turn, today, self._now())
        deps = CoachDeps(
            owner_id=owner_id,
            conversation_id=turn.conversation_id,
            turn_id=turn.id,
            today=today,
            now=self._now,
            database=self._database,
            library=self.library,
            plan=began.plan,
            talk=began.talk,
            next_talk=began.talk,
        )

        def replied(reply: Reply) -> None:
            deps.next_talk = reply.talk

        return deps, self._model_for(began, today, replied)

    async def _keep_group(self, owner_id: str, live: Live) -> None:
        """Write what was told since the last group, at most every quarter of a second."""
        clock = asyncio.get_running_loop().time()
        if clock - live.kept_at < GROUP_SECONDS:
            return
        fresh, live.kept, live.kept_at = live.log[live.kept :], len(live.log), clock
        async with self._database.begin() as session:
            await events.append(session, owner_id, live.turn_id, _rows(fresh))

    async def _finish(
        self, owner_id: str, turn_id: str, live: Live, ends: list[Event], deps: CoachDeps | None
    ) -> None:
        """Keep the rest of the log and how the turn ended in one transaction, then tell the end."""
        done = next(event for event in ends if isinstance(event, Done))
        outcome = Outcome(
            status=done.status,
            reply=done.text,
            model=next((event.model for event in live.log if isinstance(event, TurnStarted)), None),
            talk=deps.next_talk.model_dump(mode="json") if deps and done.status == "complete" else None,
            usage=done.usage.model_dump(mode="json"),
        )
        try:
            async with self._database.begin() as session:
                await events.append(session, owner_id, turn_id, _rows([*live.log[live.kept :], *ends]))
                await conversations.finish_turn(session, owner_id, turn_id, outcome, now=self._now())
        finally:
            for event in ends:
                await _tell(live, event)
            self._live.pop((owner_id, turn_id), None)


async def _followed(live: Live, position: int) -> AsyncIterator[tuple[int, Event]]:
    """Yield the events after that number as they are told, up to the turn's end."""
    while not (live.log and position and isinstance(live.log[position - 1], Done)):
        async with live.more:
            if len(live.log) <= position:
                await live.more.wait()
            fresh = live.log[position:]
        for event in fresh:
            position += 1
            yield position, event


def _ended(turn_id: str, log: list[Event], status: Status) -> Done:
    text = "".join(event.delta for event in log if isinstance(event, TextDelta))
    return Done(turn=turn_id, status=status, text=text, usage=Usage())


def _rows(told: Sequence[Event]) -> list[tuple[str, dict[str, Any]]]:
    return [(event.event, event.data()) for event in told]


async def _tell(live: Live, event: Event) -> None:
    """Put the event on the turn's log and wake its readers."""
    async with live.more:
        live.log.append(event)
        live.more.notify_all()
