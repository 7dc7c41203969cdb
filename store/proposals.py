"""Changes put in front of the person, each decided once."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from coaching.change import Change, Refused
from store import plans
from store.bodies import body_of_change, change_of_body
from store.changes import Origin, get_change
from store.conversations import get_turn
from store.database import Session
from store.ids import new_id
from store.owners import hold
from store.plans import Saved
from store.refusals import not_found
from store.states import ProposalStatus
from store.tables import ProposalRow


@dataclass(frozen=True)
class Draft:
    """A change to propose, the turn it came up in, and its review where it has one."""

    turn_id: str
    change: Change
    review: dict[str, Any] | None = None


@dataclass(frozen=True)
class Proposal:
    """A proposal as it stands; `record` and `change_id` say what an acceptance made."""

    id: str
    conversation_id: str
    turn_id: str
    kind: str
    change: Change
    review: dict[str, Any] | None
    status: ProposalStatus
    record: str | None
    change_id: str | None
    created_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True)
class Accepted:
    """A proposal that is in the plan, with what its first acceptance saved; `again` from the second on."""

    proposal: Proposal
    saved: Saved
    again: bool


async def add(session: Session, owner_id: str, draft: Draft, *, now: datetime) -> Proposal | Refused:
    """Return the pending proposal, or the refusal of a turn that is not the owner's."""
    turn = await get_turn(session, owner_id, draft.turn_id)
    if turn is None:
        return not_found("turn")
    row = ProposalRow(
        id=new_id(now),
        owner=owner_id,
        conversation=turn.conversation_id,
        turn=turn.id,
        kind=draft.change.kind,
        change=body_of_change(draft.change),
        review=draft.review,
        status="pending",
        created_at=now,
    )
    session.add(row)
    await session.flush()
    return _proposal(row)


async def get(session: Session, owner_id: str, proposal_id: str) -> Proposal | None:
    """Return the proposal, None where the owner has none of that id."""
    row = await _row(session, owner_id, proposal_id)
    return _proposal(row) if row else None


async def list_proposals(
    session: Session, owner_id: str, status: ProposalStatus | None = None
) -> list[Proposal]:
    """Return the proposals of that status, or all, oldest first."""
    query = select(ProposalRow).where(ProposalRow.owner == owner_id)
    if status is not None:
        query = query.where(ProposalRow.status == status)
    return [_proposal(row) for row in await session.scalars(query.order_by(ProposalRow.position))]


async def accept(
    session: Session, owner_id: str, proposal_id: str, origin: Origin, *, edited: Change | None = None
) -> Accepted | Refused:
    """Put the proposal, or the person's edit of it, into the plan, once.

    A second acceptance changes nothing and returns what the first one saved. A change that the plan refuses
    leaves the proposal pending.
    """
    await hold(session, owner_id)
    row = await _row(session, owner_id, proposal_id)
    if row is None:
        return not_found("proposal")
    if row.status == "rejected":
        return _decided("rejected")
    if row.accepted_as is not None:
        return Accepted(_proposal(row), await _saved_by(session, owner_id, row.accepted_as), again=True)
    change = edited or _proposal(row).change
    saved = await plans.apply(session, owner_id, change, replace(origin, turn_id=row.turn))
    if isinstance(saved, Refused):
        return saved
    row.status, row.decided_at = "accepted", origin.now
    row.record, row.accepted_as = saved.handle, saved.change_id
    await session.flush()
    return Accepted(_proposal(row), saved, again=False)


async def reject(session: Session, owner_id: str, proposal_id: str, *, now: datetime) -> Proposal | Refused:
    """Return the rejected proposal; one that is in the plan stays there."""
    await hold(session, owner_id)
    row = await _row(session, owner_id, proposal_id)
    if row is None:
        return not_found("proposal")
    if row.status == "accepted":
        return _decided("accepted")
    if row.status == "pending":
        row.status, row.decided_at = "rejected", now
        await session.flush()
    return _proposal(row)


async def _saved_by(session: Session, owner_id: str, change_id: str) -> Saved:
    """Return what the change saved at the time, beside the plan as it is now."""
    logged = await get_change(session, owner_id, change_id)
    writes = logged.writes if logged else ()
    handle = logged.handle if logged else None
    body = next((write.after for write in writes if write.handle == handle), None)
    return Saved(change_id, handle, body, await plans.load_plan(session, owner_id))


def _decided(as_what: ProposalStatus) -> Refused:
    fix = {"rejected": "Ask the coach for it again.", "accepted": "Undo the change instead."}[as_what]
    return Refused(code=f"already_{as_what}", message=f"That proposal was {as_what} already. {fix}")


async def _row(session: Session, owner_id: str, proposal_id: str) -> ProposalRow | None:
    query = select(ProposalRow).where(ProposalRow.owner == owner_id, ProposalRow.id == proposal_id)
    return await session.scalar(query)


def _proposal(row: ProposalRow) -> Proposal:
    return Proposal(
        id=row.id,
        conversation_id=row.conversation,
        turn_id=row.turn,
        kind=row.kind,
        change=change_of_body(row.change),
        review=row.review,
        status=row.status,
        record=row.record,
        change_id=row.accepted_as,
        created_at=row.created_at,
        decided_at=row.decided_at,
    )
