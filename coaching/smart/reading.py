"""A goal text read once: its tokens, its references to time, and its segments with the part each plays."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from coaching.deadlines.find import mentions
from coaching.deadlines.listed import word_set
from coaching.deadlines.tokens import Token, plain, tokenize
from coaching.deadlines.types import DateMention
from coaching.smart.lexicon import base_verb, is_a

Part = Literal["goal", "means", "reason", "purpose", "story"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens that says one thing.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        cue: The word or sign that opens it; "" for the start of a sentence.
        part: What it does in the text.
        sentence: Number of its sentence, from 0.
    """

    first: int
    last: int
    cue: str
    part: Part
    sentence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what was found in it; token indexes are shared by all fields."""

    text: str
    low: str
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    times: tuple[DateMention, ...]
    timed: frozenset[int]
    cadences: frozenset[int]
    segments: tuple[Segment, ...]
    parts: tuple[Part, ...]
    shouted: bool
    begins: int

    def part_at(self, token: int) -> Part:
        """Return the part that the token's segment plays."""
        return self.parts[token] if 0 <= token < len(self.parts) else "goal"

    def low_at(self, token: int) -> str:
        """Return the token in lower case, or "" outside the text."""
        return self.lows[token] if 0 <= token < len(self.lows) else ""

    def capital_at(self, token: int) -> bool:
        """Return whether the token starts with a capital in the text."""
        return 0 <= token < len(self.tokens) and self.text[self.tokens[token].start].isupper() and not self.shouted

    def glued(self, token: int) -> bool:
        """Return whether the token follows the one before it without a space."""
        return 0 < token < len(self.tokens) and self.tokens[token - 1].end == self.tokens[token].start


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
    segments = tuple(_segments(bare))
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


_FULL_STOPS = frozenset(".!?;\u2022|")
_SIGNS = word_set(": - ( ) , → / * ~")
_REASON_WORDS = word_set("because cos cuz coz bc becuase becouse otherwise")
_MEANS_WORDS = frozenset({"using", "through", "via", "thru", "with", "thanks"})
_SUBJECTS = word_set("i we my the our it he she they this that there i'm i'll we'll it's")


def _segments(reading: Reading) -> list[Segment]:
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
    if reading.lows[at - 1] in _FULL_STOPS and not reading.glued(at):
        return True
    return "\n" in reading.low[reading.tokens[at - 1].end : reading.tokens[at].start]


def _boundary(reading: Reading, at: int, opens: bool) -> str:
    """Return the cue that opens a segment at this token, or ""."""
    low, before = reading.lows[at], reading.low_at(at - 1)
    if at not in reading.timed or opens:
        cue = _cue(reading, at, low)
        if cue and not (opens and cue in {"for", "but", "and", "with", "which"}):
            return cue
    if opens:
        return "."
    if before in _SIGNS and not (reading.glued(at) and before in {"-", "/", ":", "~"}):
        return before
    return ""


def _cue(reading: Reading, at: int, low: str) -> str:
    after, second = reading.low_at(at + 1), reading.low_at(at + 2)
    if (low in {"i'll", "we'll"} or (low in {"i", "we"} and after in {"will", "want"})) and _led_in(
        reading, at
    ):
        return "then"
    if low == "and" and after == "for" and second in {"that", "this"}:
        return "for that"
    if low in _REASON_WORDS:
        return "because"
    if low == "so":
        return _so(reading, at, after)
    if low == "in" and after == "order":
        return "in order to"
    if low == "since" and at not in reading.timed and at + 1 not in reading.timed and _has_verb(reading, at):
        return "because"
    if (low, after) in {
        ("seeing", "that"),
        ("given", "that"),
        ("due", "to"),
        ("now", "that"),
        ("on", "account"),
    }:
        return "because"
    if low == "for" and before_clause(after, second):
        return "because"
    if low == "as":
        return _as(reading, at)
    if low == "by":
        return (
            "by"
            if is_gerund(after)
            or (after in {"just", "actually", "first", "simply", "also", "regularly"} and is_gerund(second))
            else ""
        )
    if low in _MEANS_WORDS and not (low == "with" and is_gerund(after)):
        return _means_cue(reading, at, low, after)
    if low == "to":
        return _to(reading, at, after)
    if low in {"which", "who", "where", "whose"}:
        return "which"
    if low in {"but", "although", "though", "while", "whereas"}:
        return "but"
    if low == "and" and after in {"i", "i'll", "i've", "i'm", "we", "my", "we'll"}:
        return "and"
    if (
        low == "and"
        and base_verb(after) == after
        and second not in {"of", ""}
        and "with" in reading.lows[max(0, at - 5) : at]
    ):
        return "and verb"
    return "for" if low == "for" else ""


def _led_in(reading: Reading, at: int) -> bool:
    """Return whether the sentence opens with a purpose, so that the goal starts here."""
    for back in range(at - 1, max(-1, at - 22), -1):
        if reading.lows[back] in _FULL_STOPS or back == 0:
            first = back if back == 0 else back + 1
            return reading.lows[first] in {"to", "for"} and first < at - 2
    return False


_CONSEQUENCE = word_set(
    "want wanted need decided think figured guess thought would'd hope plan intend aim try"
)
_SO_READY = word_set("ready able prepared not less better up eligible considered free")


def _so(reading: Reading, at: int, after: str) -> str:
    """Return whether "so" opens a purpose, a consequence or nothing."""
    before, second = reading.low_at(at - 1), reading.low_at(at + 2)
    if after == "as":
        return "so as to"
    if after == "that":
        return "so that"
    if before in {"and", ".", "", "do", "or", "!"} or (
        not after.isalpha() and after not in {"i'm", "i'll", "i'd", "i've", "we're", "that's"}
    ):
        return ""
    if after in {"i", "we", "i'd"}:
        return "then" if second in _CONSEQUENCE else "so that"
    if after in {"i'm", "we're"}:
        return "so that" if second in _SO_READY or second.endswith("ed") else "then"
    if after in {
        "no",
        "far",
        "many",
        "much",
        "few",
        "called",
        "little",
        "to",
        "this",
        "here",
    } or after.endswith("ly"):
        return "so that" if after == "no" and second in {"one", "patient", "child", "customer"} else ""
    return (
        "so that"
        if after in _SUBJECTS | {"when", "nobody", "people", "you", "everyone", "others"}
        or after.endswith("s")
        else "then"
    )


_ASKERS = word_set(
    "asks ask asked requires require required needs need needed wants want wanted demands demand says"
    " say suggested expects expect expected planned agreed insists is are was will has have"
)


def before_clause(after: str, second: str) -> bool:
    """Return whether "for" gives a reason: "for I'm the one who"."""
    return after in {"i'm", "it's", "that's", "there's"} or (
        after in {"i", "we", "they", "he", "she"} and second.isalpha()
    )


_FINITE = word_set(
    "is are was were has have had need needs can can't cannot won't will would wants want cost costs"
    " keep keeps make makes lose loses do does don't doesn't isn't aren't must may might should could"
    " went goes go come comes said says hang hangs bite take takes think run runs start starts close"
    " closes speaks speak"
)


def _has_verb(reading: Reading, at: int) -> bool:
    window = reading.lows[at + 1 : at + 9]
    return any(
        low in _FINITE or low in {"i'm", "it's", "that's", "there's"} or low.endswith(("n't", "'re"))
        for low in window
    )


def _as(reading: Reading, at: int) -> str:
    if reading.low_at(at - 1) in {
        "such",
        "same",
        "well",
        "as",
        "soon",
        "serve",
        "work",
        "working",
        "role",
        "job",
        "known",
    }:
        return ""
    window = reading.lows[at + 1 : at + 9]
    if {"much", "many"} & set(reading.lows[max(0, at - 5) : at]):
        return ""
    return (
        "because"
        if any(low in _ASKERS | _FINITE for low in window)
        and reading.low_at(at + 1) not in {"a", "an", "soon", "well", "much", "many"}
        else ""
    )


_NO_GERUNDS = word_set(
    "spring evening morning during something everything nothing anything building ceiling meeting"
    " clothing wedding standing sibling darling shilling string pricing lightning nothing's"
    " outstanding interesting existing remaining upcoming coming following missing sporting"
)


def is_gerund(low: str) -> bool:
    """Return whether the word is a verb in -ing and no noun that only looks so."""
    return (
        low.endswith("ing")
        and (len(low) > 5 or low in {"doing", "being", "using", "going"})
        and low not in _NO_GERUNDS
    )


def _means_cue(reading: Reading, at: int, low: str, after: str) -> str:
    if low == "through" and (
        reading.low_at(at - 1)
        in {"work", "get", "go", "went", "follow", "sit", "read", "working", "going", "carry"}
    ):
        return ""
    if (
        low == "using"
        and reading.low_at(at - 1).endswith("s")
        and "have" in reading.lows[max(0, at - 5) : at]
    ):
        return ""
    if (
        low == "using"
        and reading.low_at(at - 1).endswith("s")
        and "with" in reading.lows[max(0, at - 4) : at]
    ):
        return ""
    if low == "with" and reading.capital_at(at + 1) and reading.low_at(at + 1).endswith("'s"):
        return "with"
    if low == "with" and not (
        after in {"help", "support", "some"}
        or any(_instrument(word) for word in reading.lows[at + 1 : at + 6])
    ):
        return ""
    return low if low != "thru" else "through"


_TAKES_TO = word_set(
    "want wants wanted like love plan plans planning need needs going hope hoping hopes aim aims"
    " aiming try trying intend wish able have has had start starting begin continue learn how ready"
    " happy way goal is was be want's used due up down from ability chance opportunity looking prefer"
    " decided decide agreed supposed expected expect dare help helps close access commit committed"
    " comes get gets got back according reply respond answer next amount objective ought strive dream"
    " ambition target mission priority not and"
)


def _instrument(word: str) -> bool:
    return word in {"help", "support", "practice"} or (
        is_a(word, "resource")
        and word
        not in {
            "mentors",
            "youtube",
            "mentor",
            "coaches",
            "colleagues",
            "colleague",
            "room",
            "day",
            "days",
            "hour",
            "hours",
            "support's",
            "training",
            "feedback",
            "access",
            "plan",
        }
    )


def _to(reading: Reading, at: int, after: str) -> str:
    before = reading.low_at(at - 1)
    verb = base_verb(after) == after or after in {
        "help",
        "make",
        "get",
        "prepare",
        "allow",
        "let",
        "qualify",
        "free",
        "see",
        "cope",
        "not",
        "better",
        "avoid",
        "prove",
    }
    if at == 0:
        return (
            "to"
            if (verb and {",", "i'll"} & set(reading.lows[:25]))
            or (verb and ("i", "will") in zip(reading.lows[:20], reading.lows[1:21], strict=False))
            else ""
        )
    if (
        not verb
        or before in _TAKES_TO
        or (reading.tokens[at - 1].value is not None and at - 1 not in reading.timed)
    ):
        return ""
    return "to"


def _part(reading: Reading, first: int, last: int, cue: str, before: list[Segment], sentence: int) -> Part:
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
        if segment.part in {"goal", "means"} and not led:
            said = sum(
                1
                for at in range(segment.first, segment.last)
                if at not in reading.timed and reading.lows[at].isalpha()
            )
            if said >= (2 if segment.sentence < sentence else 3):
                return True
    return False


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


def _sentence_part(reading: Reading, first: int, last: int, goal_stands: bool) -> Part:
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
