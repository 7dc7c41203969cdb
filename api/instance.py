"""Everything a door needs, opened together and closed together."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from agent.turns import Turns
from api.folder import DATABASE
from knowledge.library import Library, open_library
from store.changes import Origin
from store.database import Database, open_database
from store.owners import only_owner


@dataclass(frozen=True)
class Clock:
    """The person's day and the moment, as functions."""

    today: Callable[[], date]
    now: Callable[[], datetime]


def clock(today: date | None = None) -> Clock:
    """Return the machine's clock, with the day held still where one is given."""
    return Clock(today=(lambda: today) if today else _local_day, now=lambda: datetime.now(UTC))


@dataclass(frozen=True)
class Instance:
    """An open Cairn: one person's, with its library and its running turns.

    `openings` are the first words of the conversations begun since it was opened: they were said to the plan
    as it stood then.
    """

    owner_id: str
    database: Database
    library: Library
    turns: Turns
    clock: Clock
    openings: dict[str, str] = field(default_factory=dict)

    def origin(self, today: date | None = None) -> Origin:
        """Return who makes a change through a door, and when; `today` stands for the clock's day."""
        return Origin(actor="person", now=self.clock.now(), today=today or self.clock.today())


@asynccontextmanager
async def opened(folder: Path, clock: Clock) -> AsyncIterator[Instance]:
    """Give the Cairn of a folder that this program holds; its turns end with the block."""
    database = await open_database(f"sqlite:///{folder / DATABASE}")
    try:
        async with database.begin() as session:
            owner_id = await only_owner(session, clock.now())
        library = open_library()
        turns = Turns(database, library, today=clock.today, now=clock.now)
        await turns.start()
        try:
            yield Instance(owner_id, database, library, turns, clock)
        finally:
            await turns.close()
    finally:
        await database.close()


def _local_day() -> date:
    return datetime.now(UTC).astimezone().date()
