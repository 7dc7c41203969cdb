"""A goal text reviewed on the five SMART letters."""

import datetime as dt
import re

from coaching.deadlines.find import find_deadline
from coaching.deadlines.types import Deadline
from coaching.smart.types import (
    CRITERIA,
    Criteria,
    CriterionReview,
    GoalContext,
    GoalReview,
    Level,
    Span,
    UnusableText,
    UnusableTextError,
    Verdict,
)

LONGEST = 100_000


def unusable(text: str) -> UnusableText | None:
    """Return why the text can't be reviewed, or None when it can."""
    if not text.strip():
        return UnusableText(code="empty", message="There is no text here. Write the goal in a sentence or two.")
    if len(text) > LONGEST:
        return UnusableText(
            code="too_long",
            message=f"This text has {len(text):,} characters, more than the {LONGEST:,} that are read. Keep the goal itself.",
        )
    if not any(char.isalnum() for char in text):
        return UnusableText(code="no_words", message="There are no words here. Write the goal in a sentence or two.")
    return None


def check_text(text: str, context: GoalContext, today: dt.date) -> GoalReview | UnusableText:
    """Return the review of any text, or the reason why it can't be reviewed."""
    return unusable(text) or _review(text, context, today)


def review_goal(text: str, context: GoalContext, today: dt.date) -> GoalReview:
    """Return how the goal stands on each letter, seen from `today`.

    Raises:
        UnusableTextError: The text is blank, holds no words or is longer than `LONGEST`.
    """
    problem = unusable(text)
    if problem:
        raise UnusableTextError(problem)
    return _review(text, context, today)


def _review(text: str, context: GoalContext, today: dt.date) -> GoalReview:
    deadline = find_deadline(text, today)
    levels = _first_levels(text, deadline)
    reviews = {letter: _criterion(levels[letter], letter) for letter in CRITERIA}
    return GoalReview(
        text=text,
        verdict=verdict(levels),
        criteria=Criteria(**reviews),
        deadline=deadline,
        measure=None,
        action=None,
        language="en",
    )


def verdict(levels: dict[str, Level]) -> Verdict:
    """Return the whole, as the codebook computes it from the levels."""
    s, m, a, r, t = (levels[letter] for letter in CRITERIA)
    if s == t == 2 and min(m, a, r) >= 1:  # noqa: PLR2004 - the top level
        return "smart"
    return "vague" if s <= 1 and m == 0 and t <= 1 and a <= 1 else "partial"


def _first_levels(text: str, deadline: Deadline | None) -> dict[str, Level]:
    low = text.lower()
    counted = bool(re.search(r"\b\d+\b(?! (?:june|years?|months?))", low))
    named = bool(re.search(r"\b(?:pass|publish|finish|complete|launch|hire|reduce|read)\b", low))
    means = bool(re.search(r"\bby \w+ing\b|\busing\b|\bwith the help\b", low))
    why = bool(re.search(r"\bbecause\b|\bso that\b|\bin order to\b", low))
    dated = deadline is not None and deadline.reason not in {"cadence", "start_only", "vague"}
    return {
        "specific": 2 if named else 0,
        "measurable": 2 if counted else 1 if named else 0,
        "achievable": 2 if means else 0,
        "relevant": 2 if why else 0,
        "time_bound": 2 if dated else 1 if deadline else 0,
    }


_QUESTIONS = {
    "specific": ("It is not said yet what exactly will be done.", "What exactly would you have done?"),
    "measurable": ("It is not said how you will know.", "How will you know that it is done?"),
    "achievable": ("It is not stated what you will use to get there.", "What do you have, or will you do first?"),
    "relevant": ("It is not stated what this is for.", "What does this serve?"),
    "time_bound": ("It is not said by when.", "By when?"),
}


def _criterion(level: Level, letter: str) -> CriterionReview:
    finding, question = (None, None) if level == 2 else _QUESTIONS[letter]  # noqa: PLR2004 - the top level
    return CriterionReview(level=level, confident=False, evidence=(), finding=finding, question=question)


def span(text: str, start: int, end: int) -> Span:
    """Return the stretch of the text between two code points."""
    return Span(start=start, end=end, text=text[start:end])
