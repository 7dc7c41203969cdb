"""Whose plan it is."""

from datetime import datetime

from sqlalchemy import select

from store.database import Session
from store.ids import new_id
from store.tables import OwnerRow


async def only_owner(session: Session, now: datetime) -> str:
    """Return the id of the one person this database is for, made when nobody is there yet."""
    found = await known_owner(session)
    if found is not None:
        return found
    row = OwnerRow(id=new_id(now), created_at=now)
    session.add(row)
    await session.flush()
    return row.id


async def known_owner(session: Session) -> str | None:
    """Return the id of the one person this database is for, None when nobody is there yet."""
    return await session.scalar(select(OwnerRow.id).order_by(OwnerRow.created_at).limit(1))


async def hold(session: Session, owner_id: str) -> None:
    """Make other writers for this owner wait until the transaction ends.

    SQLite lets one writer in at a time anyway; on PostgreSQL two could read the same plan and both change it.
    """
    await session.execute(select(OwnerRow.id).where(OwnerRow.id == owner_id).with_for_update())
