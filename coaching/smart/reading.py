"""A goal text read once: its tokens, its references to time, and its segments with the part each plays."""

import datetime as dt
from dataclasses import replace

from coaching.deadlines.find import mentions
from coaching.deadlines.tokens import Token, plain, tokenize
from coaching.deadlines.types import DateMention
from coaching.smart.parsed import Reading
from coaching.smart.segments import segments_of

FARTHEST = 2500
"""Characters that are read for one goal: some four hundred words, where a goal has one to five sentences."""


def read(text: str, today: dt.date) -> Reading:
    """Return the reading of a text, seen from `today`; what stands beyond `FARTHEST` is not read."""
    tokens = tokenize(text[: len(text) - len(text.lstrip()) + FARTHEST])
    times = mentions(text, tokens, today)
    timed = frozenset(_covered(tokens, times))
    cadences = frozenset(_covered(tokens, tuple(m for m in times if m.role == "cadence")))
    lows = tuple(token.low for token in tokens)
    begins = next((at for at, low in enumerate(lows) if at not in timed and low.isalpha()), len(lows))
    bare = Reading(text, plain(text), tokens, lows, times, timed, cadences, (), (), text.isupper(), begins)
    segments = tuple(segments_of(bare))
    parts = tuple(segment.part for segment in segments for _ in range(segment.first, segment.last))
    return replace(bare, segments=segments, parts=parts)


def _covered(tokens: tuple[Token, ...], times: tuple[DateMention, ...]) -> list[int]:
    out: list[int] = []
    ahead = iter(times)
    current = next(ahead, None)
    for at, token in enumerate(tokens):
        while current and current.end <= token.start:
            current = next(ahead, None)
        if current and current.start <= token.start:
            out.append(at)
    return out
