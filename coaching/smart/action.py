"""The main verb of a goal: what the person will do."""

from dataclasses import dataclass

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import base_verb, is_a, verb_classes, words
from coaching.smart.parsed import Reading, Segment


@dataclass(frozen=True, slots=True)
class Action:
    """The main verb.

    Attributes:
        first: Index of its first token.
        last: Index after its last, particle and second verb included.
        base: The base form, where it is a known verb; else the word.
    """

    first: int
    last: int
    base: str


_OPENERS = word_set("i'd we'd to will i'll we'll 'll should must can shall would could ll")
_DETERMINERS = word_set(
    "a an the my our more all every at one two three this that his her their your some no less fewer"
)
_FRAMES = word_set(
    "want wants like love plan need aim hope hoping intend wish aspire try trying going goal able"
    " start starting begin looking look get getting"
)
_PARTICLES = word_set("up out into off down on over through back for together in")
_PARTICLED = word_set(
    "set work catch look wake show lean roll bring hand get go sit write take put move build sign"
    " pick carry brush follow turn account apply start keep give stand step break switch phase wrap"
    " read draw sort finish clear tidy speed log cut"
)
_ADVERBS = word_set(
    "not don't do actively also finally maybe perhaps someday eventually slowly actually really"
    " always never just simply successfully consistently regularly fully better properly only"
    " confidently independently then first at least personally continue"
)


_FUNCTION_WORDS = word_set(
    "for and in on at of with by from as or but so if when while that this the a an my our to than"
    " into about because not no up down out over under it is are was were who which where what how"
    " there here some any all each every more most less i we you he she they me us them his her their"
    " your its i'm it's i'd i've like"
)
_HEADS = word_set(
    "goal aim target plan objective ambition dream wish mission priority intention resolution hope"
    " job task step idea was is be"
)


def find_action(reading: Reading) -> Action | None:
    """Return the main verb of the first segment that states the goal, or None when there is none."""
    for wanted in ("goal", "purpose", "means"):
        for segment in reading.segments:
            if segment.part == wanted:
                at = _verb_at(reading, segment)
                if at is not None:
                    return _whole(reading, at, segment.last)
        if wanted == "goal":
            done = _participle(reading)
            if done:
                return done
    return None


def _verb_at(reading: Reading, segment: Segment) -> int | None:
    """Return the first verb of the segment that is no frame such as "I want to", "my goal is to"."""
    for at in range(segment.first, segment.last):
        if at in reading.timed or reading.lows[at] in _ADVERBS:
            continue
        if reading.lows[at : at + 2] in {("be", "honest"), ("be", "fair"), ("be", "frank")}:
            continue
        if _is_frame(reading, at, segment.last) or (
            reading.lows[at] in {"think", "believe", "reckon", "hope", "know"}
            and reading.low_at(at + 1) in {"i", "we", "that", "soon"}
        ):
            continue
        if _opened(reading, at, segment.first) or _starts(reading, at, segment.first) or _spoken(reading, at):
            return _past_be(reading, at, segment.last)
    return None


def _is_frame(reading: Reading, at: int, last: int) -> bool:
    low = reading.lows[at]
    if low in {"be", "am", "i'm"} and reading.low_at(at + 1) in {
        "able",
        "going",
        "looking",
        "planning",
        "hoping",
        "trying",
        "aiming",
    }:
        return True
    if low in {"get", "getting", "start", "starting", "begin", "looking", "look"}:
        numbered = at + 3 < len(reading.tokens) and reading.tokens[at + 3].value is not None
        return (
            reading.low_at(at + 1) == "to" and base_verb(reading.low_at(at + 2)) is not None and not numbered
        )
    ahead = reading.lows[at + 1 : min(at + 4, last)]
    return low in _FRAMES and (
        "to" in ahead
        or (low in {"want", "wanna", "gonna"} and base_verb(reading.low_at(at + 1)) == reading.low_at(at + 1))
    )


def _before(reading: Reading, at: int) -> int:
    """Return the token before, adverbs skipped."""
    at -= 1
    stop = at - 8
    while (
        at >= 0
        and at > stop
        and (
            reading.lows[at] in _ADVERBS
            or at in reading.timed
            or reading.lows[at] in {"[", "]", "-", "*", "|", "x", "kr", "okr", "obj", "goal", ")"}
            or (at < 3 and reading.tokens[at].value is not None)
        )
    ):
        at -= 1
    return at


def _opened(reading: Reading, at: int, first: int) -> bool:
    """Return whether the token is a verb after "to", "will" and the like."""
    before = _before(reading, at)
    if before < first - 1 or before < 0 or reading.lows[before] not in _OPENERS:
        return False
    low = reading.lows[at]
    if reading.lows[before] != "to":
        return low.isalpha() and low not in _FUNCTION_WORDS
    if base_verb(low) == low or low in {"be", "have"}:
        return before - 1 not in reading.timed
    return low.isalpha() and low not in _FUNCTION_WORDS and reading.low_at(before - 1) in _FRAMES | _HEADS


def _starts(reading: Reading, at: int, first: int) -> bool:
    """Return whether the token opens the segment, or a list item, as an imperative, a gerund or a present."""
    low, before = reading.lows[at], reading.low_at(at - 1)
    head = (
        at == first
        or _before(reading, at) < first
        or (before in {",", "and", ":", "-"} and reading.low_at(at - 2) not in words("abstract"))
    )
    if (
        not head
        or not low.isalpha()
        or low in _FUNCTION_WORDS
        or (low in _HEADS and reading.low_at(at + 1) in {":", "is", "-", "was"})
    ):
        return False
    base = base_verb(low)
    if base is None:
        return (
            at == first
            and reading.low_at(at + 1) in _DETERMINERS
            and low not in _DETERMINERS
            and len(low) > 2
            and not low.endswith(("ly", "ed"))
        )
    if low.endswith("ed") or (at > first and before in {",", "and"} and low != base):
        return False
    return not _noun_first(reading, at)


def _spoken(reading: Reading, at: int) -> bool:
    """Return whether the token is what "I" or another subject does: "I run", "the app makes", "be leading"."""
    low, before = reading.lows[at], reading.low_at(_before(reading, at))
    if (
        before in {"i", "we", "never"}
        and base_verb(low)
        and low not in {"want", "like", "love", "need", "hope", "plan"}
    ):
        return True
    if low in {"am", "i'm", "we're"} and reading.low_at(at + 1).endswith("ing"):
        return True
    if (
        before in {"want", "wanna", "gonna", "don't", "not", "wish", "hope", "need"}
        and low.isalpha()
        and base_verb(low) == low
    ):
        return True
    if (
        before
        in {
            "be",
            "am",
            "i'm",
            "been",
            "start",
            "stop",
            "keep",
            "like",
            "love",
            "want",
            "is",
        }
        and low.endswith("ing")
        and base_verb(low)
    ):
        return True
    return (
        before in {"i'd", "want", "i"}
        and low in {"want", "like", "love"}
        and reading.low_at(at + 1) in _DETERMINERS
    )


def _past_be(reading: Reading, at: int, last: int) -> int:
    """Return the verb after "be" where it is a verb: "be leading", "am working"."""
    if reading.lows[at] in {"be", "am", "i'm", "we're", "being"}:
        ahead = next((n for n in range(at + 1, min(at + 3, last)) if reading.lows[n] not in _ADVERBS), at)
        low = reading.low_at(ahead)
        if ahead > at and ahead < last and (low.endswith("ing") and low != "caring"):
            return ahead
    return at


def _participle(reading: Reading) -> Action | None:
    """Return the participle of a result told as done: "Stocktake of the cellar done"."""
    for segment in reading.segments:
        if segment.part != "goal":
            continue
        for at in range(segment.first + 1, segment.last):
            low = reading.lows[at]
            if (
                at not in reading.timed
                and (
                    low in _DONE
                    or (low.endswith("ed") and not low.endswith("eed") and base_verb(low) is not None)
                )
                and reading.low_at(at + 1) not in {"books", "plan"}
            ):
                return Action(at, at + 1, base_verb(low) or low)
    return None


_DONE = word_set(
    "done built written held won sold sent paid launched signed gone opened closed met running reached opens"
)


def _noun_first(reading: Reading, at: int) -> bool:
    """Return whether a word that can be a verb opens a noun phrase: "Book club", "Work-life balance"."""
    low, after = reading.lows[at], reading.low_at(at + 1)
    if after in {":", "", ".", "-", ","} and (
        is_a(low, "artefact") or is_a(low, "abstract") or low in {"work", "experience", "plan", "report"}
    ):
        return True
    return (
        low
        in {
            "work",
            "report",
            "test",
            "book",
            "blog",
            "rate",
            "score",
            "time",
            "cost",
            "speed",
            "weight",
            "order",
            "handover",
            "training",
            "networking",
            "teaching",
        }
        and (
            after
            in {
                "of",
                "is",
                "in",
                "time",
                "rate",
                "down",
                "skills",
                "from",
                "under",
                "above",
                "below",
                "at",
                "up",
                "-",
            }
            or after.endswith("s")
        )
        and not (low in {"work", "report", "test"} and after in {"in", "at"})
    )


def _whole(reading: Reading, at: int, last: int) -> Action:
    base = base_verb(reading.lows[at]) or reading.lows[at]
    end = at + 1
    if (
        end < last
        and base in _PARTICLED
        and reading.lows[end] in _PARTICLES
        and not (base in {"get", "go", "look"} and reading.lows[end] in {"in", "on"})
    ):
        end += 1
    joined = f"{base}_{reading.low_at(at + 1)}"
    if verb_classes(joined):
        base, end = joined, max(end, at + 2)
    if (
        end + 1 < last
        and reading.lows[end] == "and"
        and base_verb(reading.lows[end + 1])
        and reading.low_at(end + 2) not in {"of", "and"}
    ):
        end += 2
    if (
        base in {"get", "be", "am", "i'm"}
        and end < last
        and reading.lows[end].endswith("ed")
        and reading.lows[end] not in {"need", "unneeded"}
    ):
        end += 1
        base = base_verb(reading.lows[end - 1]) or base
        base = "get_promoted" if base == "promote" else base
    if base == "take" and reading.low_at(end) == "ownership":
        end += 1
    return Action(at, end, base)
