"""The check as a page of regular expressions would do it, to compare with in accuracy and in time."""

import calendar
import datetime as dt
import re

from coaching.deadlines.types import Deadline
from coaching.smart.types import Criteria, CriterionReview, GoalReview, Level

_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\s*(?:%|[a-z]{3,})", re.IGNORECASE)
_BARE = re.compile(r"\b\d+\b")
_METRIC = re.compile(
    r"\b(?:costs?|sales|revenue|score|nps|satisfaction|rate|income|grades?)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"\b(?:pass|publish|launch|finish|complete|hire|graduate|deliver|open|get|become|build|write)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\bby \w+ing\b|\busing\b|\bthrough\b|\bwith (?:the )?help\b|\bI(?:'ll| have|'ve)\b", re.IGNORECASE
)
_REASON = re.compile(r"\bbecause\b|\bso that\b|\bin order to\b|\bsince\b", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:team|job|company|customers?|clients?|manager|career|promot\w+)\b", re.IGNORECASE)
_MONTH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE = re.compile(
    r"\b(?:by|before|until|in|on)\b[^.]{0,20}?(?:(\d{1,2})(?:st|nd|rd|th)? )?"
    rf"\b({'|'.join(_MONTH)})(?: (\d{{4}}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:by|in|until|end of) (\d{4})\b")
_SOME_END = re.compile(r"\b(?:by|before|until|within) \w+", re.IGNORECASE)
_OPEN_END = re.compile(
    r"\b(?:every|each|per|daily|weekly|soon|someday|eventually|long-term)\b", re.IGNORECASE
)


def check(text: str) -> GoalReview:
    """Return what the patterns make of a goal."""
    end = _end(text)
    measurable: Level = (
        2 if _NUMBER.search(text) else 1 if any(p.search(text) for p in (_BARE, _METRIC, _EVENT)) else 0
    )
    specific: Level = (
        2
        if measurable == 2 or (_EVENT.search(text) and len(text.split()) > 3)
        else 1
        if len(text.split()) > 2
        else 0
    )
    relevant: Level = 2 if _REASON.search(text) else 1 if _ROLE.search(text) else 0
    timed: Level = 2 if end or _SOME_END.search(text) else 1 if _OPEN_END.search(text) else 0
    levels: tuple[Level, ...] = (specific, measurable, 2 if _MEANS.search(text) else 0, relevant, timed)
    s, m, a, r, t = (
        CriterionReview(level=x, confident=True, evidence=(), finding=None, question=None) for x in levels
    )
    return GoalReview(
        text=text,
        verdict="partial",
        criteria=Criteria(specific=s, measurable=m, achievable=a, relevant=r, time_bound=t),
        deadline=end,
        measure=None,
        action=None,
        language="en",
    )


def _end(text: str) -> Deadline | None:
    found = _DATE.search(text)
    if found:
        month = _MONTH.index(found[2].lower()) + 1
        year = int(found[3] or (2026 if month >= 11 else 2027))
        last = calendar.monthrange(year, month)[1]
        return _deadline(text, found, dt.date(year, month, min(int(found[1] or last), last)))
    year_only = _YEAR.search(text)
    if year_only and 1950 < int(year_only[1]) < 2100:
        return _deadline(text, year_only, dt.date(int(year_only[1]), 12, 31))
    return None


def _deadline(text: str, found: re.Match[str], day: dt.date) -> Deadline:
    start, end = found.span()
    return Deadline(date=day, reason=None, past=False, start=start, end=end, text=text[start:end])
