"""Where a goal states its reasons, and how firmly."""

from collections.abc import Iterator

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import is_a
from coaching.smart.parsed import Reading, Segment
from coaching.smart.signals import DEMANDS, SHORT, Signal, is_first


def reasons(reading: Reading) -> tuple[Signal, ...]:
    """Return every stretch that states a reason or what the goal is for, in order of place."""
    return tuple(signal for segment in reading.segments for signal in _reasons_in(reading, segment))


_CONSEQUENT = word_set("desired habit network better grow thrive improve more")


def _reasons_in(reading: Reading, segment: Segment) -> Iterator[Signal]:
    first, last = segment.first, segment.last
    lows = reading.lows[first:last]
    long = last - first > SHORT
    if (
        (segment.cue == "to" and is_first(reading, segment))
        or (
            lows[:2] in {("without", "it"), ("without", "that"), ("without", "this")}
            or (lows[:3] == ("i", "need", "it"))
            or "hence" in lows
        )
        or (segment.sentence and "need" in lows[1:] and lows[0] not in {"i", "we", "i'd", "so", "to"})
    ):
        yield Signal("demand", first, last, rich=True)
    elif segment.cue in {"because", "so that", "in order to", "so as to"}:
        yield Signal(
            segment.cue,
            first,
            last,
            long
            and not (
                segment.cue != "because" and set(lows) & _CONSEQUENT and not _serves(reading, first, last)
            ),
        )
    elif {"help", "career"} <= set(lows) or {"chances"} & set(lows) or {"reason", "why"} & set(lows[:4]):
        yield Signal("benefit", first, last, rich=True)
    elif segment.cue == "," and lows[0] == "otherwise":
        yield Signal("because", first, last, rich=True)
    elif segment.part == "reason":
        yield Signal("which", first, last, long)
    elif segment.cue == "to" and segment.part == "purpose":
        yield Signal("to", first, last, _serves(reading, first, last))
    elif segment.cue == "for":
        yield Signal("for", first, last, _serves(reading, first, last))
    elif (
        set(lows) & DEMANDS
        and (segment.sentence or segment.first)
        and not {"i", "we", "i'd", "asked"} & set(lows[:2])
    ):
        yield Signal("demand", first, last, rich=True)
    elif (
        segment.sentence
        and lows[:1]
        in {
            ("my",),
            ("the",),
            ("our",),
            ("people",),
            ("customers",),
            ("patients",),
            ("it",),
            ("that",),
            ("this",),
            ("otherwise",),
        }
        and segment.part == "story"
    ):
        yield Signal("told", first, last, long)


def _serves(reading: Reading, first: int, last: int) -> bool:
    return any(
        is_a(reading.lows[at], name)
        for at in range(first, last)
        for name in ("org", "role", "careerword", "exam")
    )
