"""What the person's message does to the proposal that waits: their word decides, whichever model leads."""

import re

from coaching.change import Bundle, Change, PutGoal

MOST_WORDS = 10
"""A longer message is a goal typed anew, not one number changed."""


def edited(change: Change, text: str) -> tuple[Change, str, str] | None:
    """Return the goal of a proposal with the one number of their message in the place of the like one.

    "Make it 15 reps" changes the number that stands before the same word. Returns the change, the new and the
    old number; None where the message names no such number.
    """
    if len(text.split()) > MOST_WORDS:
        return None
    for new, unit in re.findall(r"\b(\d{1,9})\s+(\w+)", text[:400]):
        goal = _goal_in(change)
        if goal is None:
            return None
        place = re.search(rf"\b(\d{{1,9}})(?=\s+{re.escape(unit)})", goal.record.text)
        if place and place[1] != new:
            words = goal.record.text[: place.start()] + new + goal.record.text[place.end() :]
            measure = goal.record.measure and goal.record.measure.replace(place[1], new)
            record = goal.record.model_copy(update={"text": words, "measure": measure})
            return _with_goal(change, goal.model_copy(update={"record": record})), new, place[1]
    return None


def agreed(text: str) -> bool:
    """Return whether an edit says yes in the same breath ("..., then yes")."""
    return bool(re.search(r"\b(yes|accept|ok|okay|fine|agreed)\b\W*$", text.strip(), re.IGNORECASE))


def _goal_in(change: Change) -> PutGoal | None:
    if isinstance(change, PutGoal):
        return change
    parts = change.changes if isinstance(change, Bundle) else ()
    return next((part for part in parts if isinstance(part, PutGoal)), None)


def _with_goal(change: Change, goal: PutGoal) -> Change:
    if not isinstance(change, Bundle):
        return goal
    parts = tuple(goal if isinstance(part, PutGoal) else part for part in change.changes)
    return Bundle(changes=parts)
