"""Where a goal states its means and its reasons, with how firmly."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.deadlines.listed import word_set
from coaching.deadlines.tokens import Token
from coaching.smart.cues import is_gerund
from coaching.smart.lexicon import base_verb, is_a
from coaching.smart.parsed import Reading, Segment
from coaching.smart.segments import SET_UP
from coaching.smart.support import partly, third_kind

SHORT = 3


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that state a means or a reason.

    Attributes:
        kind: What they do: "by", "with", "have", "helper", "plan", "belief"; "because", "so that" and so on.
        first: Index of the first token.
        last: Index after the last.
        rich: Whether they name something: a resource, a number, a time, a person.
    """

    kind: str
    first: int
    last: int
    rich: bool


def means(reading: Reading) -> tuple[Signal, ...]:
    """Return every stretch that states a means, step, support or belief, in order of place."""
    return tuple(signal for segment in reading.segments for signal in _means_in(reading, segment))


_OWN = word_set(
    "bought booked signed registered enrolled enroled arranged saved started ordered reserved"
    " borrowed subscribed applied joined paid lined planned blocked set found asked agreed approved"
    " own printed sorted downloaded hired handed begun scheduled done got prepared rented put swapped"
    " cleared collected made written spoken talked negotiated secured"
)


_NEGATIVE = word_set(
    "not never nobody none don't can't won't doesn't didn't isn't wasn't haven't hasn't couldn't"
    " cannot barely unless"
)

_HELP_NOUNS = frozenset(["help", "support", "assistance", "backing", "encouragement", "luck"])

_STATIVE = word_set(
    "be have want like feel need know hope love see seem think wish become would interested happy"
    " able am is are was"
)

_PROGRESS_VERBS = word_set(
    "handed finished done completed passed improved started tried read learned learnt reached lost"
    " covered begun had seen made worked used noticed come been"
)

_STEP_OPENERS = frozenset({"step", "steps", "method", "first", "approach"})

_SUBJECT_I = word_set("i we i'm we're i'll we'll i've we've i'd")

_JOINERS = word_set("and but so then also already plus , - (")


def _means_in(reading: Reading, segment: Segment) -> Iterator[Signal]:
    first, last = segment.first, segment.last
    lows = reading.lows[first:last]
    kind = "" if set(lows) & _NEGATIVE else _means_kind(reading, segment, lows)
    if kind:
        yield Signal(kind, first, last, _rich(reading, first, last))
    elif segment.part == "goal":
        yield from _inner_helper(reading, segment)


def _means_kind(reading: Reading, segment: Segment, lows: tuple[str, ...]) -> str:
    if segment.cue in {"by", "using", "through", "via", "with", "thanks"}:
        return "generic" if set(lows) & _HELP_NOUNS else segment.cue
    if segment.part in {"reason", "purpose"}:
        return ""
    if is_first(reading, segment):
        if lows[:2] in {("i", "believe"), ("i", "think"), ("i", "reckon")} and "can" in lows[:6]:
            return "belief"
        if _opening_step(lows):
            return "ready"
        return "use" if segment.part != "story" and _opening_use(lows) else ""
    return _clause_kind(reading, segment, lows)


def is_first(reading: Reading, segment: Segment) -> bool:
    """Return whether nothing but dates stands before the segment."""
    return segment.first <= reading.begins


_ENTERED = word_set("enrolled enroled registered booked bought hired joined subscribed applied")


def _opening_step(lows: tuple[str, ...]) -> bool:
    """Return whether the goal opens with a step taken: "I have enrolled in ...", "I'm taking a course"."""
    if lows[0] not in _SUBJECT_I:
        return False
    return bool(_ENTERED & set(lows[1:4])) or (
        bool({"taking", "attending", "doing"} & set(lows[1:3]))
        and bool({"course", "class", "classes", "lessons"} & set(lows[2:7]))
    )


def _opening_use(lows: tuple[str, ...]) -> bool:
    return lows[:1] in {("use",), ("using",)} or (
        lows[:1] in {("i",), ("i'll",)} and bool({"use", "put", "spend", "invest"} & set(lows[1:5]))
    )


_GIVEN = word_set("gives gave lets lends lent pays paid booked left offered promised bought given")


def _inner_helper(reading: Reading, segment: Segment) -> Iterator[Signal]:
    """Yield support told inside the goal: "the course my manager booked for me", "and use the study day"."""
    for at in range(segment.first + 2, segment.last):
        low, after = reading.lows[at], reading.low_at(at + 1)
        if (
            low in {"i", "i've", "we"}
            and (after in _OWN | {"have", "inherited", "made", "own"})
            and segment.first + 3 < at
            and reading.lows[at - 1] not in {"and", "but", ",", "so"}
        ):
            yield Signal("helper", at - 2, min(at + 3, segment.last), rich=True)
            return
        if (low in _GIVEN and after in {"me", "us", "for", "to"}) or (
            low == "use" and reading.lows[at - 1] == "and"
        ):
            yield Signal("helper", max(segment.first, at - 3), segment.last, rich=True)
            return


def _clause_kind(reading: Reading, segment: Segment, lows: tuple[str, ...]) -> str:  # noqa: PLR0911 - rules in order of strength, one a line
    skip = 1 if lows[0] in _JOINERS and len(lows) > 1 else 0
    subject, rest = lows[skip], lows[skip + 1 : skip + 7]
    if _belief(subject, rest, lows):
        return "belief"
    if subject in _SUBJECT_I:
        return _own_clause(segment, subject, rest)
    if lows[0] == "already" or subject in _OWN:
        return "have"
    if subject in _STEP_OPENERS and segment.part != "story":
        return "plan"
    if (
        is_gerund(subject)
        and len(lows) > SHORT
        and subject not in {"starting", "beginning"}
        and segment.part != "story"
        and lows[skip + 1 : skip + 2] not in {("order",), ("goods",), ("is",), ("are",)}
    ):
        return "generic" if lows[-1] in {"helps", "help", "work", "works"} or "would" in lows else "gerund"
    if partly(lows):
        return "progress"
    if segment.part == "means" and segment.cue in {"-", ",", ":", "(", "."} and set(lows) & SET_UP:
        return "ready"
    return third_kind(reading, segment, lows, subject)


def _belief(subject: str, rest: tuple[str, ...], lows: tuple[str, ...]) -> bool:
    said = " ".join(lows)
    if (
        "help" not in lows
        and len(lows) < 9
        and any(
            words in said
            for words in (
                "i think",
                "i believe",
                "i'm sure",
                "i am sure",
                "i feel",
                "possible",
                "can manage",
                "we can",
                "i reckon",
                "fit enough",
                "easy enough",
                "i can do",
            )
        )
    ):
        return True
    if (
        subject in {"i", "we"}
        and "help" not in lows
        and set(rest[:3]) & {"think", "believe", "reckon", "guess"}
        and set(lows) & {"can", "could", "will", "should", "it", "i'll", "manage"}
    ):
        return True
    return bool(
        set(lows) & {"doable", "feasible", "realistic", "confident", "doubts", "achievable"}
    ) and subject not in {"be", "become"}


def _own_clause(segment: Segment, subject: str, rest: tuple[str, ...]) -> str:  # noqa: PLR0911 - rules in order of strength, one a line
    some = set(rest)
    if subject in {"i've", "we've"} or rest[:1] in {("have",), ("already",), ("own",), ("got",)}:
        if "have" in rest[:1] and "to" in rest[1:2]:
            return ""
        if some & {"idea", "ideas", "times", "neglecting", "a lot"}:
            return ""
        if some & (_PROGRESS_VERBS | {"experience"}) and not some & (
            _OWN - {"started", "done", "made", "handed"}
        ):
            return "progress"
        return "have"
    if (
        subject in {"i'll", "we'll"}
        or rest[:1] == ("will",)
        or some & {"plan", "intend", "planning"}
        or (rest[:1] == ("going",) or rest[1:2] == ("going",))
    ):
        return "plan" if "able" not in some and rest[1:2] != ("be",) and rest[:1] != ("be",) else ""
    if subject == "i'm" and rest[:1] == ("at",):
        return "progress"
    if subject in {"i'm", "we're"} and not any(low.endswith("ing") for low in rest[:2]):
        return ""
    if (
        segment.part == "goal"
        or set(rest[:2]) & _STATIVE
        or {base_verb(word) for word in rest[:1]} & _STATIVE
    ):
        return "know" if rest[:1] == ("know",) else ""
    return "do"


def _rich(reading: Reading, first: int, last: int) -> bool:
    """Return whether a stretch names something to hold on to."""
    if last - first <= 2:
        return False
    points = 0
    for at in range(first + 1, last):
        token: Token = reading.tokens[at]
        low = reading.lows[at]
        points += 2 * (token.value is not None or at in reading.timed)
        points += 2 * (reading.capital_at(at) and low not in {"i", "i've", "i'll", "i'm"})
        points += is_a(low, "resource") or is_a(low, "artefact") or is_a(low, "exam")
        points += low in {"my", "the", "our", "from", "at", "each", "every"}
    return points >= 2
