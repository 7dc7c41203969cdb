"""The plan as it is kept, and the one way to change it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.change import Change, Refused
from coaching.changes import apply_change, apply_writes, inverse
from coaching.plan import Body, Plan, plan_of, records_of
from store import changes
from store.changes import LoggedChange, NewChange, Origin, log_change
from store.conversations import get_turn
from store.database import Session
from store.owners import hold
from store.records import read_records, write_records
from store.refusals import not_found
from store.states import Actor

UNDO_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Saved:
    """A change that was made: its id in the log, the record it was about as it is now, the whole plan."""

    change_id: str
    handle: str | None
    body: Body | None
    plan: Plan


async def load_plan(session: Session, owner_id: str) -> Plan:
    """Return the owner's plan, empty where nothing was ever saved."""
    records = await read_records(session, owner_id)
    return plan_of(records.bodies, records.retired)


async def apply(session: Session, owner_id: str, change: Change, origin: Origin) -> Saved | Refused:
    """Return what was saved, or why nothing was."""
    await hold(session, owner_id)
    if origin.turn_id is not None and await get_turn(session, owner_id, origin.turn_id) is None:
        return not_found("turn")
    result = apply_change(await load_plan(session, owner_id), change, origin.today)
    if isinstance(result, Refused):
        return result
    new = NewChange(
        actor=origin.actor,
        kind=change.kind,
        writes=result.writes,
        handle=result.handle,
        change=change,
        turn_id=origin.turn_id,
    )
    return await _save(session, owner_id, new, origin.now)


async def undo(
    session: Session, owner_id: str, change_id: str, *, now: datetime, actor: Actor
) -> Saved | Refused:
    """Take a change back, and return what was saved or why it can't be; an undo can be undone too."""
    await hold(session, owner_id)
    logged = await changes.get_change(session, owner_id, change_id)
    if logged is None:
        return not_found("change")
    if refused := _too_late(logged, now):
        return refused
    writes = inverse(logged.writes)
    result = apply_writes(await load_plan(session, owner_id), writes)
    if isinstance(result, Refused):
        return result
    new = NewChange(actor=actor, kind="undo", writes=writes, handle=logged.handle, undoes=change_id)
    return await _save(session, owner_id, new, now)


def _too_late(logged: LoggedChange, now: datetime) -> Refused | None:
    if logged.undone:
        return Refused(code="already_undone", message="That change was undone already; nothing was changed.")
    if now - logged.at > UNDO_WITHIN:
        return Refused(
            code="too_old",
            message=f"That change is more than {UNDO_WITHIN.days} days old, so it can't be undone any more. "
            "Change the record itself instead.",
        )
    return None


async def _save(session: Session, owner_id: str, new: NewChange, now: datetime) -> Saved:
    await write_records(session, owner_id, new.writes)
    change_id = await log_change(session, owner_id, new, now)
    plan = await load_plan(session, owner_id)
    after = {handle: body for (_, handle), body in records_of(plan).items()}
    return Saved(change_id, new.handle, after.get(new.handle or ""), plan)
