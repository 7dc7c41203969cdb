"""Days a door does not take in: an end that lies behind."""

from datetime import date

from coaching.change import Bundle, Change, PutAgenda, PutGoal, Refused
from coaching.plan import Goal, Plan


def past_day(change: Change, plan: Plan, today: date) -> Refused | None:
    """Return the refusal of a change that sets a day before today, None where it sets none."""
    if isinstance(change, Bundle):
        return next((found for part in change.changes if (found := past_day(part, plan, today))), None)
    if isinstance(change, PutGoal):
        return _goal(change.record, plan.goals.get(change.handle or ""), today)
    if isinstance(change, PutAgenda):
        return _past("The conversation", change.record.on[:10], today)
    return None


def _goal(goal: Goal, before: Goal | None, today: date) -> Refused | None:
    """Return the refusal of a goal whose end or review lies behind and was not already there."""
    days = {"The goal's end": (goal.due, before and before.due)}
    days["The goal's review"] = (goal.review_on, before and before.review_on)
    for what, (day, stood) in days.items():
        if goal.status == "active" and day is not None and day != stood and day < today:
            return _past(what, day.isoformat(), today)
    return None


def _past(what: str, day: str, today: date) -> Refused | None:
    if day >= today.isoformat():
        return None
    return Refused(
        code="past_date",
        message=f"{what}, {day}, lies behind; nothing was changed. Name a day from {today.isoformat()} on.",
    )
