"""What an action works on: something bounded, any of its kind, or only a hope."""

from typing import Literal

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import base_verb, compares, is_a, verb_classes
from coaching.smart.sight import Sight

Outcome = Literal[
    "nothing",
    "topic",
    "comparative",
    "attitude",
    "process",
    "metric",
    "open",
    "named",
    "career_open",
    "career",
    "done",
]

_SOFT_BASES = word_set(
    "find_out look_into figure_out catch_up speak_up look_after keep stay handle manage deal focus"
    " think look catch speak talk listen brush supervise delegate plan network contribute stop try"
    " spend execute clarify hold take_part worry start work feel see remember care follow use let go"
    " understand cope practise practice prioritise organise organize lean support encourage prepare"
    " coach communicate concentrate cover avoid quit say share help blog write read exercise run"
    " meditate get_better teach mentor serve balance act mean rest relax sleep eat fix_up dig delight"
    " show open_up give notice trust"
)

_SOFT_CLASSES = frozenset({"learn", "improve", "attitude"})

_GENERIC = word_set(
    "thing things something stuff item items task tasks topic topics project projects product"
    " products book books job jobs role position business startup company money client clients"
    " customer conference meetup experience opportunity income house car article talk video app"
    " website blog novel song course certificate certification degree licence language work wage raise"
    " promotion career patterns post offer dissertation team shop placement internship speaker"
    " something's anything"
)

WISHED = frozenset({"abstract", "wishadj", "meansgeneric", "generic_noun"})


def _got_participle(sight: Sight) -> bool:
    action = sight.action
    return (
        action is not None
        and action.last - action.first > 1
        and sight.reading.lows[action.last - 1].endswith("ed")
    )


_CHANGING = word_set(
    "raise increase reduce cut lower decrease minimise minimize shrink lose waste save shorten slash"
    " halve double triple boost"
)

_WEAK_AMOUNT = word_set("several some few couple bit handful more fewer less something many multiple various")


def _plainly(sight: Sight, base: str, first: int, head: int, content: list[int]) -> Outcome | None:  # noqa: C901, PLR0911 - rules in order of strength, one a line
    """Return what the verb and its first words settle by themselves."""
    lows = sight.reading.lows
    if base in {"hire", "recruit", "appoint", "onboard"} and "role" in sight.classes[head]:
        return "named"
    if base == "get" and (
        lows[first].endswith("able") or lows[first] in {"over", "rid", "comfortable", "along", "back"}
    ):
        return "process"
    if base in {"complete", "finish", "pass", "submit"} and lows[first] in {"my", "the", "our"}:
        return "named"
    if _no_result(base, lows, first, content):
        return "attitude"
    if _adverbial(lows, first, content):
        return "process"
    if _manner(base, lows, first, content):
        return "process"
    if base in {"go", "see", "quit", "delete", "leave"} and _known_thing(sight, base, first, content):
        return "named"
    if base == "get" and "metric" in sight.classes[head] and lows[first] in {"better", "higher", "lower"}:
        return "metric"
    if base in {"build", "have", "make", "pursue", "find"} and _airy(
        sight, [at for at in content if at <= head]
    ):
        return "attitude"
    made = sight.classes[head] & {"exam", "artefact"} and not verb_classes(base) <= {"learn", "improve"}
    if head + 1 < len(lows) and made and _about(lows, head, content):
        return "named"
    if base in _ENDING and lows[first].endswith("ing"):
        return "attitude" if _felt(lows[first]) else "named"
    return None


def acted(sight: Sight, base: str, first: int, content: list[int]) -> Outcome:  # noqa: C901, PLR0911 - rules in order of strength, one a line
    """Return what an action with an object comes to."""
    lows = sight.reading.lows
    classes = verb_classes(base)
    head = sight.head(first, content[-1] + 1)
    plain = _plainly(sight, base, first, head, content)
    if plain:
        return plain
    soft_object = bool(sight.classes[head] & {"abstract", "meansgeneric"}) or all(
        sight.classes[at] & (WISHED - {"generic_noun"})
        or lows[at] in {"thing", "things", "something", "stuff"}
        for at in content
    )
    metric = "metric" in sight.classes[head] or lows[head] in {"number", "amount", "size", "days"}
    if metric and lows[head] == "time" and base in _CHANGING and len(content) > 1:
        return "metric"
    if (
        metric
        and classes & {"change", "improve"}
        and lows[head] not in {"time", "share", "performance", "words", "quality", "literacy"}
    ):
        return "metric"
    if base in _CHANGING and not soft_object:
        return "metric"
    if "through" in lows[first - 1 : first + 1] or _got_participle(sight):
        return "named"
    if soft_object:
        return (
            "attitude"
            if (
                classes & {"create", "complete", "attitude"}
                and len(content) <= 2 + (base != "create")
                and base not in {"develop", "gain", "improve"}
            )
            or _airy(sight, content)
            else "process"
        )
    if base == "get" and (
        lows[first] in {"better", "used", "good", "quicker", "faster", "stronger", "to", "into", "more", "on"}
    ):
        return "process"
    if _softly(base, classes, lows, first):
        return "process" if not _airy(sight, content) else "attitude"
    amount = set(lows[first : first + 3]) & _WEAK_AMOUNT
    if amount <= {"more", "less"} and amount and not lows[head].endswith("s"):
        return "process"
    if amount:
        return "open"
    return "open" if _generic_object(sight, first, head, content) else "named"


_ENDING = frozenset({"quit", "stop", "give_up"})
_FEELINGS = word_set("compare dread doubt procrastinate overthink wait complain apologise apologize hide")
_ANYBODY = word_set("people others everyone everybody somebody someone person humanity")


def _felt(gerund: str) -> bool:
    """Return whether what is to stop is a state of mind: "stop worrying"."""
    base = base_verb(gerund) or gerund
    known = verb_classes(base)
    return base in _FEELINGS or gerund.removesuffix("ing") in _FEELINGS or known == {"attitude"}


def _no_result(base: str, lows: tuple[str, ...], first: int, content: list[int]) -> bool:
    """Return whether the verb leads to no result at all: "help people", "grow as a person", "enjoy the ride"."""
    if (base, lows[first]) == ("get", "of") and "zone" in lows:
        return True
    if base == "grow" and (lows[first] == "as" or lows[first].endswith("ly")):
        return True
    if base in {"help", "inspire", "serve", "meet"} and all(lows[at] in _ANYBODY for at in content):
        return True
    return verb_classes(base) == {"attitude"} and len(content) <= 2


def _manner(base: str, lows: tuple[str, ...], first: int, content: list[int]) -> bool:
    """Return whether the words say how it is done or how the thing is to be: "write cleaner code", "get in shape"."""
    if lows[first] in {"what", "how", "who", "why", "where", "whether"}:
        return True
    if base == "start" and lows[first] in {"looking", "thinking", "exploring", "working", "preparing"}:
        return True
    if base in {"play", "tinker", "experiment", "dabble"} and lows[first] == "with":
        return True
    if base == "get" and (compares(lows[first]) or lows[first : first + 2] == ("in", "shape")):
        return len(content) == 1
    last = content[-1]
    if lows[last] == "well" or (compares(lows[last]) and lows[last] not in {"more", "less"}):
        return True
    return base in {"write", "make", "live", "eat", "cook", "take", "give"} and (
        compares(lows[first]) and lows[first] not in {"more", "less"} and len(content) <= 3
    )


def _known_thing(sight: Sight, base: str, first: int, content: list[int]) -> bool:
    """Return whether what is visited or given up is one thing: "go to Iceland", "quit Twitter"."""
    lows = sight.reading.lows
    start = first + (base == "go" and lows[first] == "to")
    return (
        lows[start] == "the"
        or (base in {"quit", "delete"} and len(content) == 1)
        or (sight.reading.capital_at(content[0]) and not sight.titled)
    )


def _about(lows: tuple[str, ...], head: int, content: list[int]) -> bool:
    """Return whether what follows the noun narrows it: "a degree in biology", "a talk about accessibility"."""
    return lows[head + 1] in {"in", "about", "on", "for", "of"} and any(
        at > head and lows[at] not in _GENERIC | {"field", "area", "women", "people"} for at in content
    )


_ADVERBS = word_set(
    "better faster quicker closer clearer easier slower earlier sooner often slowly quickly somehow"
    " properly more less even worth"
)


def _adverbial(lows: tuple[str, ...], first: int, content: list[int]) -> bool:
    """Return whether the words say how, not what: "more quickly", "closer together"."""
    last = content[-1] + 1
    if all(lows[at] in _ADVERBS or lows[at].endswith("ly") for at in content):
        return True
    tail = lows[first:last]
    for at, low in enumerate(tail):
        if low in {"better", "faster", "quicker", "closer", "clearer", "easier", "somehow", "worth"} and not (
            at and tail[at - 1] in {"a", "the"}
        ):
            return True
        if low in {"more", "less"} and (
            at + 1 == len(tail)
            or (tail[at + 1].endswith(("ly", "ing")) and not is_a(tail[at + 1], "metric"))
            or tail[at + 1] in {"even", "often", "on", "in", "about"}
        ):
            return True
    return False


def _airy(sight: Sight, content: list[int]) -> bool:
    """Return whether the object is only hopes: "an impact", "a career in technology", "my passion"."""
    lows = sight.reading.lows
    return lows[content[0]] in {
        "impact",
        "difference",
        "career",
        "passion",
        "purpose",
        "mindset",
        "life",
        "connection",
        "myself",
        "yourself",
        "ownership",
        "meaningful",
        "successful",
        "growth",
        "no",
        "grip",
        "respect",
        "trust",
        "best",
    } or (
        len(content) > 1
        and ("wishadj" in sight.classes[content[0]] or lows[content[0]] in _HOPED)
        and lows[content[1]] in {"career", "life"}
    )


_HOPED = word_set("meaningful fulfilling rewarding exciting interesting sustainable long lasting dream")


def _softly(base: str, classes: frozenset[str], lows: tuple[str, ...], first: int) -> bool:
    if base in {
        "write",
        "read",
        "run",
        "teach",
        "share",
        "open",
        "give",
        "show",
        "start",
        "mentor",
        "blog",
        "prepare",
        "plan",
        "speak",
        "organise",
        "organize",
        "host",
        "hold",
        "supervise",
        "cover",
    }:
        return lows[first] in {"more", "better", "often", "in", "to", "about", "regularly", "with"} or lows[
            first
        ].endswith("ly")
    if base in _SOFT_BASES:
        return True
    return bool(classes & _SOFT_CLASSES) and not (
        classes & {"create", "complete"} and lows[first] in {"a", "an", "the", "new"}
    )


def _generic_object(sight: Sight, first: int, head: int, content: list[int]) -> bool:
    """Return whether the object could be any of its kind: "a book", "a job in my field"."""
    lows = sight.reading.lows
    phrase = [at for at in content if at <= head]
    if not sight.titled and any(sight.reading.capital_at(at) and at > 0 for at in content):
        return False
    if lows[first] in {"the", "my", "our", "this", "all", "every", "each", "own"} or (
        first + 1 < len(lows) and lows[first + 1] == "own"
    ):
        return lows[head] in {"thing", "things", "work", "job", "goals", "goal", "role", "one"}
    if len(phrase) <= 1:
        return (
            lows[head] in _GENERIC
            or is_a(lows[head], "generic_noun")
            or lows[first] in {"a", "an"}
            or (lows[head].endswith("s") and len(content) < 3)
        )
    extra = [
        at
        for at in phrase
        if at != head
        and not sight.classes[at] & {"wishadj"}
        and lows[at]
        not in {
            "new",
            "first",
            "better",
            "paid",
            "different",
            "bigger",
            "decent",
            "part",
            "full",
            "time",
            "good",
        }
    ]
    return not extra
