"""The rows of a plan: read as records, written from the writes of a change."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from coaching.change import Write
from coaching.plan import COLLECTIONS, Body, Key, number_of
from store.database import Session
from store.tables import RecordRow


@dataclass(frozen=True)
class Records:
    """Records as they stand, in the order they were first added, and the handles that are spent."""

    bodies: dict[Key, Body]
    retired: frozenset[str]


async def read_records(session: Session, owner_id: str) -> Records:
    """Return all the owner's records."""
    rows = sorted(await _rows(session, owner_id), key=lambda row: (row.kind, number_of(row.handle)))
    return Records(
        bodies={(row.kind, row.handle): row.body for row in rows if row.body is not None},
        retired=frozenset(row.handle for row in rows if row.body is None and row.kind in COLLECTIONS),
    )


async def write_records(session: Session, owner_id: str, writes: Iterable[Write]) -> None:
    """Make the writes, each a new version of its record; a removed record leaves its handle behind."""
    rows = {(row.kind, row.handle): row for row in await _rows(session, owner_id)}
    for write in writes:
        row = rows.get((write.kind, write.handle))
        if row is None:
            row = RecordRow(owner=owner_id, kind=write.kind, handle=write.handle, version=0)
            session.add(row)
        row.version += 1
        row.body = write.after
    await session.flush()


async def _rows(session: Session, owner_id: str) -> list[RecordRow]:
    return [*await session.scalars(select(RecordRow).where(RecordRow.owner == owner_id))]
