"""What a turn says while it runs, as a log that any number of readers follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from store.conversations import get_turn
from store.database import Session
from store.tables import EventRow


@dataclass(frozen=True)
class StoredEvent:
    """One event; `seq` counts from 1 in its turn."""

    seq: int
    event: str
    data: dict[str, Any]


async def append(
    session: Session, owner_id: str, turn_id: str, events: Sequence[tuple[str, dict[str, Any]]]
) -> int | None:
    """Add the events to the turn's log; return the last number in it, None where there is no such turn."""
    if await get_turn(session, owner_id, turn_id) is None:
        return None
    last = await _last(session, owner_id, turn_id)
    session.add_all(
        EventRow(turn=turn_id, seq=seq, owner=owner_id, event=event, data=data)
        for seq, (event, data) in enumerate(events, start=last + 1)
    )
    await session.flush()
    return last + len(events)


async def after(session: Session, owner_id: str, turn_id: str, seq: int) -> list[StoredEvent]:
    """Return the turn's events with numbers above `seq`; 0 gives all of them."""
    query = select(EventRow).where(EventRow.owner == owner_id, EventRow.turn == turn_id, EventRow.seq > seq)
    rows = await session.scalars(query.order_by(EventRow.seq))
    return [StoredEvent(row.seq, row.event, row.data) for row in rows]


async def _last(session: Session, owner_id: str, turn_id: str) -> int:
    query = select(func.max(EventRow.seq)).where(EventRow.owner == owner_id, EventRow.turn == turn_id)
    return await session.scalar(query) or 0
