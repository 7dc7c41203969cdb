"""Where a goal states its reasons, and how firmly."""

from collections.abc import Iterator

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import is_a
from coaching.smart.parsed import Reading, Segment
from coaching.smart.signals import SHORT, Signal, is_first
from coaching.smart.support import DEMANDS


def reasons(reading: Reading) -> tuple[Signal, ...]:
    """Return every stretch that states a reason or what the goal is for, in order of place."""
    return tuple(signal for segment in reading.segments for signal in _reasons_in(reading, segment))


_CONSEQUENT = word_set("desired habit network better grow thrive improve more")
_TELLERS = word_set("my the our people customers patients it that this otherwise")
_WRITER = frozenset({"i", "we", "i'd", "asked"})
_PURPOSES = frozenset({"so that", "in order to", "so as to"})


def _reasons_in(reading: Reading, segment: Segment) -> Iterator[Signal]:
    kind, rich = _kind(reading, segment)
    if kind:
        yield Signal(kind, segment.first, segment.last, rich)


def _kind(reading: Reading, segment: Segment) -> tuple[str, bool]:  # noqa: PLR0911 - rules in order of strength
    """Return what sort of reason a segment states, "" for none, and whether it names something."""
    lows = reading.lows[segment.first : segment.last]
    long = len(lows) > SHORT
    serves = _serves(reading, segment.first, segment.last)
    if _must(reading, segment, lows):
        return "demand", True
    if segment.cue == "because":
        return "because", long
    if segment.cue in _PURPOSES:
        return segment.cue, (long or segment.cue != "so that") and (serves or not set(lows) & _CONSEQUENT)
    if _benefits(lows):
        return "benefit", True
    if segment.part == "reason":
        return "which", long
    if segment.cue in {"to", "for"} and (segment.cue == "for" or segment.part == "purpose"):
        return segment.cue, serves
    return _told(segment, lows), True


def _must(reading: Reading, segment: Segment, lows: tuple[str, ...]) -> bool:
    """Return whether the goal is needed: "to keep the room open, I'll ...", "without it I stay where I am"."""
    if segment.cue == "to" and is_first(reading, segment):
        return True
    if lows[:2] in {
        ("need", "it"),
        ("needed", "for"),
        ("without", "it"),
        ("without", "that"),
        ("without", "this"),
    } or lows[:3] == (
        "i",
        "need",
        "it",
    ):
        return True
    needed = bool(segment.sentence) and "need" in lows[1:] and lows[0] not in {"i", "we", "i'd", "so", "to"}
    return needed or "hence" in lows


def _benefits(lows: tuple[str, ...]) -> bool:
    said = " ".join(lows[:5])
    return {"help", "career"} <= set(lows) or "chances" in lows or "that's why" in said or "reason is" in said


def _told(segment: Segment, lows: tuple[str, ...]) -> str:
    """Return "demand" where somebody or something asks for it, "told" where a later sentence explains."""
    if lows[0] == "otherwise":
        return "because"
    later = bool(segment.sentence or segment.first)
    if later and set(lows) & DEMANDS and not _WRITER & set(lows[:2]) and lows[:2] != ("i", "just"):
        return "demand"
    return "told" if segment.sentence and lows[0] in _TELLERS and segment.part == "story" else ""


def _serves(reading: Reading, first: int, last: int) -> bool:
    classes = ("org", "role", "careerword", "exam")
    return any(
        reading.lows[at] == "work" or is_a(reading.lows[at], name)
        for at in range(first, last)
        for name in classes
    )
