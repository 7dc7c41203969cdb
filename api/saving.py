"""Changing the plan from a door: one way for HTTP and the page."""

from datetime import date
from typing import Any

from api.dates import past_day
from api.http.shapes import RecordSaved
from api.instance import Instance
from coaching.change import Change, Refused
from coaching.plan import Goal
from coaching.smart.review import check_text
from coaching.smart.types import GoalContext, UnusableText
from store import plans, proposals
from store.plans import Saved


async def save(here: Instance, change: Change, today: date | None = None) -> RecordSaved | Refused:
    """Return what the change saved, or why it was not made; `today` stands for this machine's day."""
    origin = here.origin(today)
    async with here.database.begin() as session:
        plan = await plans.load_plan(session, here.owner_id)
        refused = past_day(change, plan, origin.today)
        saved = refused or await plans.apply(session, here.owner_id, change, origin)
    return saved if isinstance(saved, Refused) else shown(saved, origin.today)


async def accept(here: Instance, proposal_id: str, edited: Change | None) -> RecordSaved | Refused:
    """Return what the proposal, or the person's edit of it, saved; a second time the same."""
    origin = here.origin()
    async with here.database.begin() as session:
        plan = await plans.load_plan(session, here.owner_id)
        if edited is not None and (refused := past_day(edited, plan, origin.today)):
            return refused
        result = await proposals.accept(session, here.owner_id, proposal_id, origin, edited=edited)
    return result if isinstance(result, Refused) else shown(result.saved, origin.today)


def shown(saved: Saved, today: date) -> RecordSaved:
    """Return what was saved as the doors show it; a goal with its review."""
    kind = (saved.handle or "plan").partition("-")[0]
    goal = saved.plan.goals.get(saved.handle or "")
    review = review_of(goal, today) if goal else None
    return RecordSaved(
        kind=kind, handle=saved.handle, record=saved.body, change=saved.change_id, review=review
    )


def review_of(goal: Goal, today: date) -> dict[str, Any] | None:
    """Return a goal's review with what its fields say beside its sentence, None where it has no words."""
    context = GoalContext(
        means=goal.starts_with, why=goal.why, serves=goal.serves, measure=goal.measure, due=goal.due
    )
    review = check_text(goal.text, context, today)
    return None if isinstance(review, UnusableText) else review.to_json()
