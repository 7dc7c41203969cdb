"""A text cut into segments, each with the part it plays."""

from coaching.deadlines.listed import word_set
from coaching.smart.cues import FULL_STOPS, cue_at
from coaching.smart.parsed import Part, Reading, Segment

_SIGNS = word_set(": - ( ) , → / * ~")


def segments_of(reading: Reading) -> list[Segment]:
    marks = _boundaries(reading)
    ends = [*(mark[0] for mark in marks[1:]), len(reading.tokens)] if marks else []
    out: list[Segment] = []
    sentence = 0
    for (first, cue, opens), last in zip(marks, ends, strict=True):
        sentence += opens and bool(out)
        if last > first:
            out.append(Segment(first, last, cue, _part(reading, first, last, cue, out, sentence), sentence))
    return out


def _boundaries(reading: Reading) -> list[tuple[int, str, bool]]:
    """Return where segments start, the cue that opens each, and whether a sentence starts there."""
    marks: list[tuple[int, str, bool]] = []
    for at in range(len(reading.tokens)):
        opens = _opens_sentence(reading, at)
        cue = _boundary(reading, at, opens)
        if cue:
            marks.append((at, cue, opens))
    return marks


def _opens_sentence(reading: Reading, at: int) -> bool:
    if at == 0:
        return True
    if reading.lows[at - 1] in FULL_STOPS and not reading.glued(at):
        return True
    return "\n" in reading.low[reading.tokens[at - 1].end : reading.tokens[at].start]


def _boundary(reading: Reading, at: int, opens: bool) -> str:  # noqa: FBT001 - one question, asked once
    """Return the cue that opens a segment at this token, or ""."""
    low, before = reading.lows[at], reading.low_at(at - 1)
    if at not in reading.timed or opens:
        cue = cue_at(reading, at, low)
        if cue and not (opens and cue in {"for", "but", "and", "with", "which"}):
            return cue
    if opens:
        return "."
    if before in _SIGNS and not (reading.glued(at) and before in {"-", "/", ":", "~"}):
        return before
    return ""


def _part(reading: Reading, first: int, last: int, cue: str, before: list[Segment], sentence: int) -> Part:  # noqa: C901, PLR0911, PLR0913, PLR0917 - rules in order of strength, one a line
    goal_stands = _goal_stands(reading, before, sentence)
    if cue in {"because", "so that", "in order to", "so as to"}:
        return "reason"
    if cue in {"then", "and verb"}:
        return "goal"
    if cue in {"by", "using", "through", "via", "with", "thanks"}:
        return "means"
    if cue == "for that":
        return "means"
    if cue == "to":
        return "purpose"
    if cue == "for":
        return before[-1].part if before else "goal"
    if cue == "which":
        return _which_part(reading, first, last)
    if (
        cue == ","
        and before
        and before[-1].sentence == sentence
        and before[-1].part in {"reason", "purpose", "means"}
        and _leads(before)
    ):
        return "goal"
    if cue in {",", ")", "/", "and"} and before and cue != "and" and not _subject_start(reading, first):
        return _inherited(before[-1])
    if (
        goal_stands
        and cue in {"-", ",", ":", "(", "."}
        and set(reading.lows[first + 1 : last]) & SET_UP
        and reading.lows[first] not in _STARTERS
        and not any(reading.lows[at] in {"want", "goal", "aim", "will"} for at in range(first, last))
    ):
        return "means"
    return _sentence_part(reading, first, last, goal_stands)


def _leads(before: list[Segment]) -> bool:
    """Return whether the last segment opens its sentence, so that the goal is still to come."""
    if len(before) > 1 and before[-2].last - before[-2].first <= 1:
        return _leads([*before[:-2], before[-1]])
    return (
        len(before) < 2
        or before[-2].sentence != before[-1].sentence
        or (before[-2].part in {"reason", "purpose"} and _leads(before[:-1]))
    )


def _goal_stands(reading: Reading, before: list[Segment], sentence: int) -> bool:
    """Return whether something to be done was said before: more than a date, a heading or a reason."""
    for segment in reversed(before[-12:]):
        led = segment.sentence == sentence and reading.lows[segment.first] in {
            "in",
            "by",
            "during",
            "after",
            "for",
            "at",
            "as",
            "since",
            "before",
            "over",
            "within",
        }
        led = led and not _WRITERS & set(reading.lows[segment.first : segment.last])
        if segment.part in {"goal", "means"} and not led:
            said = sum(
                1
                for at in range(segment.first, segment.last)
                if at not in reading.timed and reading.lows[at].isalpha()
            )
            if said >= (2 if segment.sentence < sentence else 3):
                return True
    return False


_WRITERS = frozenset({"i", "we", "i'd", "i'll"})


def _inherited(before: Segment) -> Part:
    return before.part


def _which_part(reading: Reading, first: int, last: int) -> Part:
    window = set(reading.lows[first:last])
    if window & {"aiming", "i'd", "goal"}:
        return "goal"
    return (
        "reason"
        if window
        & {
            "requires",
            "required",
            "needs",
            "needed",
            "wants",
            "asks",
            "helps",
            "help",
            "demands",
            "expects",
            "depends",
        }
        else "story"
    )


_STARTERS = word_set("i we my our i'll i've i'm i'd we'll we've we're he she they the")


def _subject_start(reading: Reading, first: int) -> bool:
    low = reading.low_at(first)
    return low in _STARTERS or (low in {"and", "but", "already"} and reading.low_at(first + 1) in _STARTERS)


_WISHES = word_set(
    "wanted aimed hoped planned want wanna like love hope aim goal goals target dream wish plan need"
    " intend aspire would'd i'd ambition objective"
)

_OWNING = word_set(
    "have 've i've got we've already own bought booked signed registered enrolled arranged saved paid started"
)

_HELPING = word_set(
    "gives give lets let lends lend pays pay offered offers agreed promised covers shows show teaches"
    " teach helps help supports support booked approved allowed allows knows sits drives runs reads"
    " checks check corrects watches funds sponsors comes reserved"
)

_PAST = word_set("was were had did been went used became left came")

SET_UP = word_set(
    "done booked paid fitted printed reserved signed weighed cloned switched pinned trained tracked"
    " set bought arranged installed planned changed blocked borrowed saved"
)


def _sentence_part(reading: Reading, first: int, last: int, goal_stands: bool) -> Part:  # noqa: FBT001, PLR0911 - rules in order of strength, one a line
    opening = next(
        (at for at in range(first, last) if at not in reading.timed and reading.lows[at] != ","), first
    )
    lows = reading.lows[opening:last]
    start = set(lows[:6])
    if goal_stands and start & {"plan", "intend", "planning"} and lows[0] in {"i", "i'm", "we"}:
        return "means"
    if start & _WISHES:
        return "goal"
    if lows and lows[0] in {"so", "therefore", "thus"}:
        return "goal" if not goal_stands else "story"
    if (
        (lows and lows[0] in {"i'll", "we'll"})
        or ("will" in lows[:3])
        or ("will" in lows[:6] and "i" in lows[:6])
        or (lows[:3] in {("i", "am", "going"), ("we", "are", "going")})
        or lows[:2] == ("i'm", "going")
    ):
        return "means" if goal_stands else "goal"
    if start & _OWNING or set(lows[:8]) & _HELPING:
        return (
            "means"
            if goal_stands or lows[:1] in {("i",), ("i've",), ("my",), ("the",), ("we",), ("already",)}
            else "goal"
        )
    if start & _PAST or (
        lows and lows[0] in {"i", "we", "they", "he", "she", "it"} and len(lows) > 1 and _past_tense(lows[1])
    ):
        return "story"
    if (
        lows
        and lows[0]
        in {"i", "we", "he", "she", "they", "it", "it's", "my", "the", "this", "that", "there", "i'm"}
        and goal_stands
    ):
        return "means" if lows[0] in {"i", "we", "i'm"} else "story"
    return "goal"


_TOLD = word_set(
    "said spent did taught learned learnt came told took made ran lost got saw heard cost found felt"
    " knew thought bought"
)


def _past_tense(low: str) -> bool:
    return low in _TOLD or (low.endswith("ed") and low not in {"need", "proceed", "succeed", "feed"})
