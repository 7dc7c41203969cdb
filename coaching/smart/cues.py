"""The words that open a segment: because, so that, by doing, with, in order to."""

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import base_verb, is_a
from coaching.smart.parsed import Reading

FULL_STOPS = frozenset(".!?;\u2022|")

_REASON_WORDS = word_set("because cos cuz coz bc becuase becouse otherwise")

_MEANS_WORDS = frozenset({"using", "through", "via", "thru", "with", "thanks"})

_SUBJECTS = word_set("i we my the our it he she they this that there i'm i'll we'll it's")


def cue_at(reading: Reading, at: int, low: str) -> str:  # noqa: C901, PLR0911, PLR0912 - rules in order of strength, one a line
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
        if reading.lows[back] in FULL_STOPS or back == 0:
            first = back if back == 0 else back + 1
            return reading.lows[first] in {"to", "for"} and first < at - 2
    return False


_CONSEQUENCE = word_set(
    "should want wanted need decided think figured guess thought would'd hope plan intend aim try"
)

_SO_READY = word_set("ready able prepared not less better up eligible considered free")


def _so(reading: Reading, at: int, after: str) -> str:  # noqa: PLR0911 - rules in order of strength, one a line
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
        low in _FINITE | _ASKERS
        or low in {"i'm", "it's", "that's", "there's"}
        or low.endswith(("n't", "'re"))
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
    if before in {"walk", "cycle", "run", "drive", "bike", "commute"} and after in {"work", "school"}:
        return ""
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
