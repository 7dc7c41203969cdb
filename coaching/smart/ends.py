"""The end point of a goal, among the references to time that bear on it."""

import datetime as dt

from coaching.deadlines.find import deadline_of
from coaching.deadlines.types import DateMention, Deadline
from coaching.smart.levels import Standing
from coaching.smart.parsed import Part, Reading

_OPEN_REASONS = frozenset({"cadence", "start_only", "vague"})


def end_of(reading: Reading, today: dt.date) -> Deadline | None:
    """Return the end point of the goal, or what it says about time instead."""
    return deadline_of(reading.text, _bearing(reading, today), today)


def time_bound(reading: Reading, deadline: Deadline | None) -> Standing:
    """Return how far the goal says when it ends."""
    if deadline is None:
        return Standing(0)
    stretch = _tokens_of(reading, deadline)
    if deadline.reason in _OPEN_REASONS:
        return Standing(1, (stretch,), deadline.reason or "none")
    return Standing(2, (stretch,), deadline.reason or "dated")


def _passing(mention: DateMention, today: dt.date) -> bool:
    """Return whether the words only place a step: "the talk on Wednesday", "before the meeting"."""
    if mention.date is None:
        return mention.text.lower().startswith("before")
    return not mention.firm and abs((mention.date - today).days) <= 7


def _bearing(reading: Reading, today: dt.date) -> tuple[DateMention, ...]:
    """Return the references that bear on completion: not those of a step, a reason or the past."""
    parts = _parts(reading)
    told = tuple(zip(reading.times, parts, strict=True))
    of_goal = tuple(m for m, part in told if part in {"goal", "purpose"})
    if any(m.role == "deadline" for m in of_goal):
        return of_goal + tuple(m for m, part in told if part == "reason" and m.role == "deadline")
    return of_goal + tuple(
        m
        for m, part in told
        if m.role == "deadline"
        and ((part in {"means", "reason"} and not _passing(m, today)) or (part == "story" and m.firm))
    )


def _parts(reading: Reading) -> tuple[Part, ...]:
    out: list[Part] = []
    at = 0
    for mention in reading.times:
        while at < len(reading.tokens) - 1 and reading.tokens[at].start < mention.start:
            at += 1
        out.append(reading.part_at(at))
    return tuple(out)


def _tokens_of(reading: Reading, deadline: Deadline) -> tuple[int, int]:
    inside = [at for at, t in enumerate(reading.tokens) if deadline.start <= t.start < deadline.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
