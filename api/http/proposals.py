"""Proposals: changes put in front of the person, to accept, edit or reject."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends

from api import saving
from api.http.doors import Here, JsonRoute, caller
from api.http.problems import problem_of
from api.http.shapes import ProposalShown, RecordSaved
from coaching.change import Change, Refused
from store import proposals
from store.bodies import body_of_change
from store.refusals import not_found
from store.states import ProposalStatus

router = APIRouter(
    prefix="/v1/proposals", tags=["proposals"], route_class=JsonRoute, dependencies=[Depends(caller)]
)


@router.get("")
async def list_all(here: Here, status: ProposalStatus | None = None) -> dict[str, list[ProposalShown]]:
    """Return the proposals, oldest first."""
    async with here.database.read() as session:
        found = await proposals.list_proposals(session, here.owner_id, status)
    return {"proposals": [shown(one) for one in found]}


@router.get("/{proposal}")
async def show(proposal: str, here: Here) -> ProposalShown:
    """Return one proposal."""
    async with here.database.read() as session:
        found = await proposals.get(session, here.owner_id, proposal)
    if found is None:
        raise problem_of(not_found("proposal"))
    return shown(found)


@router.post("/{proposal}/accept")
async def accept(proposal: str, here: Here, edited: Annotated[Change | None, Body()] = None) -> RecordSaved:
    """Put a proposal into the plan, or the edited change in the body; a second time changes nothing."""
    result = await saving.accept(here, proposal, edited)
    if isinstance(result, Refused):
        raise problem_of(result)
    return result


@router.post("/{proposal}/reject")
async def reject(proposal: str, here: Here) -> ProposalShown:
    """Put a proposal aside; nothing enters the plan."""
    async with here.database.begin() as session:
        result = await proposals.reject(session, here.owner_id, proposal, now=here.clock.now())
    if isinstance(result, Refused):
        raise problem_of(result)
    return shown(result)


def shown(proposal: proposals.Proposal) -> ProposalShown:
    """Return a proposal as the doors show it."""
    return ProposalShown(
        id=proposal.id,
        kind=proposal.kind,
        change=body_of_change(proposal.change),
        review=proposal.review,
        status=proposal.status,
        record=proposal.record,
        change_id=proposal.change_id,
        conversation=proposal.conversation_id,
        turn=proposal.turn_id,
        created_at=proposal.created_at,
        decided_at=proposal.decided_at,
    )
