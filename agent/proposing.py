"""Storing a proposal and telling the person, in that order."""

from typing import Any

from agent.deps import CoachDeps
from agent.events import Proposed
from coaching.change import Bundle, Change, Refused
from coaching.changes import apply_change
from store import proposals


async def offer(deps: CoachDeps, change: Change, review: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the stored proposal's id, or why the change can't be made; nothing is saved to the plan."""
    tried = apply_change(deps.plan, change, deps.today)
    if isinstance(tried, Refused):
        return _refusal(tried)
    draft = proposals.Draft(turn_id=deps.turn_id, change=change, review=review)
    async with deps.database.begin() as session:
        if deps.talk.proposal is not None:
            # A newer wording takes the place of the one that still waits, so that one card is open at a time.
            await proposals.reject(session, deps.owner_id, deps.talk.proposal, now=deps.now())
        proposal = await proposals.add(session, deps.owner_id, draft, now=deps.now())
    if isinstance(proposal, Refused):
        return _refusal(proposal)
    body = change.model_dump(mode="json")
    deps.tell(Proposed(id=proposal.id, kind=kind_of(change), change=body, review=review))
    return {"proposal": proposal.id}


def kind_of(change: Change) -> str:
    """Return what a proposal is about: a goal or an agenda it holds, notes, or the kind of its change."""
    if isinstance(change, Bundle):
        kinds = {part.kind for part in change.changes}
        return next((kind for kind in ("goal", "agenda", "step_report") if kind in kinds), "notes")
    return change.kind


def _refusal(refused: Refused) -> dict[str, Any]:
    return {"refused": refused.code, "message": refused.message}
