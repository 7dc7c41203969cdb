"""The change log: entries are added and read, never altered."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from coaching.change import Change, Write
from coaching.plan import Body
from store.bodies import body_of_change
from store.database import Session
from store.ids import new_id
from store.states import Actor
from store.tables import ChangeRow


@dataclass(frozen=True)
class Origin:
    """Who makes a change, when, on which day of theirs, and from which turn if it came from one."""

    actor: Actor
    now: datetime
    today: date
    turn_id: str | None = None


@dataclass(frozen=True)
class NewChange:
    """What the log is told of a change that was just made; `kind` says in a word what it was."""

    actor: Actor
    kind: str
    writes: tuple[Write, ...]
    handle: str | None
    change: Change | None = None
    turn_id: str | None = None
    undoes: str | None = None


@dataclass(frozen=True)
class LoggedChange:
    """A change as the log has it. `undone` is how it stands now; the rest never changes."""

    id: str
    actor: Actor
    turn_id: str | None
    kind: str
    handle: str | None
    change: Body | None
    writes: tuple[Write, ...]
    undoes: str | None
    at: datetime
    undone: bool


async def log_change(session: Session, owner_id: str, new: NewChange, now: datetime) -> str:
    """Add a change to the log and return its id."""
    row = ChangeRow(
        id=new_id(now),
        owner=owner_id,
        actor=new.actor,
        turn=new.turn_id,
        kind=new.kind,
        handle=new.handle,
        change=None if new.change is None else body_of_change(new.change),
        writes=[write.model_dump(mode="json") for write in new.writes],
        undoes=new.undoes,
        at=now,
    )
    session.add(row)
    await session.flush()
    return row.id


async def get_change(session: Session, owner_id: str, change_id: str) -> LoggedChange | None:
    """Return one change, None where the owner has none of that id."""
    query = select(ChangeRow).where(ChangeRow.owner == owner_id, ChangeRow.id == change_id)
    row = await session.scalar(query)
    return _logged(row, await _undone(session, owner_id)) if row else None


async def list_changes(
    session: Session, owner_id: str, *, limit: int, before: str | None = None
) -> list[LoggedChange]:
    """Return the newest changes first; with `before`, those older than that change."""
    query = select(ChangeRow).where(ChangeRow.owner == owner_id)
    if before is not None:
        mark = select(ChangeRow.position).where(ChangeRow.owner == owner_id, ChangeRow.id == before)
        query = query.where(ChangeRow.position < mark.scalar_subquery())
    rows = await session.scalars(query.order_by(ChangeRow.position.desc()).limit(limit))
    undone = await _undone(session, owner_id)
    return [_logged(row, undone) for row in rows]


async def _undone(session: Session, owner_id: str) -> frozenset[str]:
    """Return the changes that are taken back as things stand; an undo that was undone doesn't count."""
    query = select(ChangeRow.id, ChangeRow.undoes).where(
        ChangeRow.owner == owner_id, ChangeRow.undoes.is_not(None)
    )
    undone: set[str] = set()
    for change_id, undoes in await session.execute(query.order_by(ChangeRow.position.desc())):
        if change_id not in undone and undoes is not None:
            undone.add(undoes)
    return frozenset(undone)


def _logged(row: ChangeRow, undone: frozenset[str]) -> LoggedChange:
    return LoggedChange(
        id=row.id,
        actor=row.actor,
        turn_id=row.turn,
        kind=row.kind,
        handle=row.handle,
        change=row.change,
        writes=tuple(Write.model_validate(write) for write in row.writes),
        undoes=row.undoes,
        at=row.at,
        undone=row.id in undone,
    )
