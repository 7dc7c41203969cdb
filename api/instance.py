"""Everything a door needs, opened together and closed together."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from agent.turns import Turns
from api.folder import DATABASE, VECTORS
from api.shelf import Shelf
from knowledge.cards import load_cards
from knowledge.documents.values import Limits
from knowledge.library import Library
from knowledge.minilm import MiniLm
from knowledge.sayings import load_sayings
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
    """An open Cairn: one person's, with its library, their documents and its running turns."""

    owner_id: str
    database: Database
    library: Library
    shelf: Shelf
    turns: Turns
    clock: Clock

    def origin(self, today: date | None = None) -> Origin:
        """Return who makes a change through a door, and when; `today` stands for the clock's day."""
        return Origin(actor="person", now=self.clock.now(), today=today or self.clock.today())


@asynccontextmanager
async def opened(folder: Path, clock: Clock, limits: Limits | None = None) -> AsyncIterator[Instance]:
    """Give the Cairn of a folder that this program holds; its turns end with the block.

    Args:
        folder: The data folder.
        clock: The person's day and the moment.
        limits: What reading a document may cost; the usual when left out.
    """
    database = await open_database(f"sqlite:///{folder / DATABASE}")
    try:
        async with database.begin() as session:
            owner_id = await only_owner(session, clock.now())
        # One embedder for both: its model takes more memory than all the rest.
        embedder = MiniLm()
        library = Library(load_cards(), embedder, load_sayings())
        shelf = Shelf(database, owner_id, folder / VECTORS, embedder, limits or Limits())
        turns = Turns(database, library, today=clock.today, now=clock.now)
        await turns.start()
        shelf.wake()
        try:
            yield Instance(owner_id, database, library, shelf, turns, clock)
        finally:
            await turns.close()
            await shelf.close()
    finally:
        await database.close()


def _local_day() -> date:
    return datetime.now(UTC).astimezone().date()
