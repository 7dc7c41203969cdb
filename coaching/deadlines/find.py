"""Every reference to time in a text, and the one that ends it."""

import datetime as dt
import re

from coaching.deadlines import calendar as cal
from coaching.deadlines import vocabulary as words
from coaching.deadlines.events import all_matches
from coaching.deadlines.grammar import Found, symbols
from coaching.deadlines.parts import Parts, parts_of
from coaching.deadlines.resolve import resolve
from coaching.deadlines.roles import FIRM, lead, role_of, told_as_past
from coaching.deadlines.tokens import Token, tokenize
from coaching.deadlines.types import DateMention, Deadline


def find_dates(text: str, today: dt.date) -> tuple[DateMention, ...]:
    """Return every reference to time in the text, in order of place, seen from `today`."""
    return mentions(text, tokenize(text), today)


def find_deadline(text: str, today: dt.date) -> Deadline | None:
    """Return the end point of the text, or what it says about time instead; None when it says nothing."""
    return deadline_of(text, find_dates(text, today), today)


def mentions(text: str, tokens: tuple[Token, ...], today: dt.date) -> tuple[DateMention, ...]:
    """Return the references to time in a text that is already in tokens."""
    shape = symbols(tokens)
    taken = bytearray(len(tokens))
    found: list[DateMention] = []
    for match in sorted(all_matches(tokens, shape, taken), key=lambda m: m.first):
        mention = _mention(text, tokens, shape, match, today)
        if mention is not None:
            found.append(mention)
    return tuple(_with_course_ends(tokens, found))


def _mention(
    text: str, tokens: tuple[Token, ...], shape: list[str], found: Found, today: dt.date
) -> DateMention | None:
    parts = parts_of(tokens[found.first : found.last], shape[found.first : found.last], today)
    first, cue = lead(tokens, found)
    if found.kind == "ago" and _was_the_aim(tokens, found, cue):
        found = Found("last_unit", found.first, found.last)
    elif found.kind == "fiscal" and not _school_year(parts):
        found = Found("year", found.first, found.first + 1)
        parts = parts_of(tokens[found.first : found.last], shape[found.first : found.last], today)
    role, reason = role_of(tokens, found, cue)
    if role == "deadline" and found.kind == "year" and not cue and _after_name(text, tokens, found):
        role = "name"
    if role == "name" and found.kind == "weekday" and _set_off(text, tokens, found):
        role = "deadline"
    if role is None:
        return None
    day = None if reason and role != "start" else resolve(found.kind, parts)
    if role == "deadline" and day is None and reason is None:
        return None
    if day is not None and cue in {"before", "prior", "ahead"}:
        day = _day_before(found.kind, parts, day)
    if (
        role == "deadline"
        and day is not None
        and (day < today or found.kind in {"which_unit", "month"})
        and told_as_past(tokens, found, cue)
    ):
        role = "past"
    if role == "start":
        reason = "start_only"
    start, end = tokens[first].start, tokens[found.last - 1].end
    firm = cue in FIRM or found.kind in {"heading", "unit_goal", "from_now", "from_date", "this_time"}
    return DateMention(start, end, text[start:end], role, day, reason, firm)


def _after_name(text: str, tokens: tuple[Token, ...], found: Found) -> bool:
    """Return whether the year belongs to a name before it: "Excel 2016"."""
    if found.first < 2:
        return False
    before = tokens[found.first - 1]
    return text[before.start].isupper() and tokens[found.first - 2].low not in {".", "!", "?", ":"}


def _set_off(text: str, tokens: tuple[Token, ...], found: Found) -> bool:
    """Return whether a bare weekday ends what is said, and is no part of a name: "Finish Monday"."""
    ends = found.last >= len(tokens) or tokens[found.last].low in {".", ",", ";", ":", "!"}
    named = found.first > 1 and text[tokens[found.first - 1].start].isupper()
    return ends and not named and tokens[found.first - 1].low not in {"the", "a", "my", "dreading", "our"}


def _was_the_aim(tokens: tuple[Token, ...], found: Found, cue: str) -> bool:
    """Return whether "last year" was the end that the writer had set."""
    before = {t.low for t in tokens[max(0, found.first - 3) : found.first]}
    own = {t.low for t in tokens[found.first : found.last]}
    after = {t.low for t in tokens[found.last : found.last + 2]}
    return (
        "last" in own
        and "the" not in own
        and (
            cue == "by"
            or bool(after & {"goal", "plan", "target", "aim"})
            or bool(before & {"goal", "goals", "target", "aim"})
        )
    )


def _school_year(parts: Parts) -> bool:
    """Return whether two years follow each other: "2018-19"; other words for a fiscal year always count."""
    if (
        not parts.years
        or len(parts.lows) < 3
        or parts.lows[1] not in {"-", "/"}
        or not parts.lows[0].isdigit()
    ):
        return True
    second = (
        parts.years[1]
        if len(parts.years) > 1
        else parts.years[0] // 100 * 100 + (parts.numbers[0] if parts.numbers else 0)
    )
    return second == parts.years[0] + 1


def _day_before(kind: str, parts: Parts, day: dt.date) -> dt.date:
    if kind == "month":
        return day.replace(day=1) - dt.timedelta(days=1)
    if kind == "year":
        return dt.date(day.year - 1, 12, 31)
    if kind == "season":
        name = next(low for low in parts.lows if low in words.SEASON_ENDS or low == "fall")
        return cal.season_start("autumn" if name == "fall" else name, day.year) - dt.timedelta(days=1)
    if kind == "quarter":
        return (cal.add(day.replace(day=1), "month", -2) or day) - dt.timedelta(days=1)
    if kind in {"full", "day_month", "month_day", "holiday", "weekday"}:
        return day - dt.timedelta(days=1)
    return day


def _with_course_ends(tokens: tuple[Token, ...], found: list[DateMention]) -> list[DateMention]:
    """Return the mentions, a start turned into an end where the length of the thing is told."""
    starts = [m for m in found if m.role == "start" and m.date]
    if not starts or any(m.role == "deadline" and m.date for m in found):
        return found
    length = _length(tokens)
    if length is None:
        return found
    opening = starts[0]
    exact = _start_day(opening)
    end = cal.add(exact, length[0], length[1])
    ended = DateMention(opening.start, opening.end, opening.text, "deadline", end, None, firm=True)
    return [ended if m is opening else m for m in found]


def _start_day(mention: DateMention) -> dt.date:
    assert mention.date is not None
    return mention.date


def _length(tokens: tuple[Token, ...]) -> tuple[str, float] | None:
    for at, token in enumerate(tokens[:-1]):
        unit_at = at + 2 if tokens[at + 1].low == "-" and at + 2 < len(tokens) else at + 1
        unit = words.UNITS.get(tokens[unit_at].low)
        if token.value is not None and unit in {"day", "week", "month", "year"}:
            return unit, token.value
    return None


def deadline_of(text: str, found: tuple[DateMention, ...], today: dt.date) -> Deadline | None:
    """Return the end point among the mentions, or what stands in its place."""
    ends = [m for m in found if m.role == "deadline"]
    pick = _main_end(text, ends) or next(
        (m for role in ("cadence", "start", "vague") for m in found if m.role == role), None
    )
    if pick is None:
        return None
    day = pick.date if pick.role == "deadline" else None
    reason = pick.reason or (None if day else "no_date_given")
    return Deadline(
        date=day,
        reason=reason,
        past=day is not None and day < today,
        start=pick.start,
        end=pick.end,
        text=pick.text,
    )


def _main_end(text: str, ends: list[DateMention]) -> DateMention | None:
    if not ends:
        return None
    main = [m for m in ends if not _in_reason(text, m)] or ends
    if not any(m.firm for m in main):
        main = [m for m in ends if m.firm and m.date] or main
    dated = [m for m in main if m.date]
    if not dated:
        return main[-1]
    undated = [m for m in main if m.date is None and m.firm]
    if undated and not any(m.firm for m in dated):
        return undated[-1]
    firm = (
        [m for m in dated if m.firm] or [m for m in dated if not m.text.lower().startswith("for ")] or dated
    )
    return max(firm, key=lambda m: (m.date or dt.date.min, m.start))


_REASON = re.compile(r"\b(?:so that|so (?:i|we)\b|because|in order to|which (?:one|is|will)|to be ready for)")


def _in_reason(text: str, mention: DateMention) -> bool:
    clause = re.split(r"[.!?;]", text[max(0, mention.start - 160) : mention.start])[-1].lower()
    return bool(_REASON.search(clause))
