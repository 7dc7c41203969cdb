"""A goal text with what every letter looks at: its main verb, its quantities, the classes of its words."""

from functools import cache

from coaching.smart.action import Action, find_action
from coaching.smart.lexicon import is_a
from coaching.smart.parsed import Reading, Segment
from coaching.smart.quantities import Quantity, quantities

_NOUN_CLASSES = (
    "artefact",
    "exam",
    "metric",
    "role",
    "rolemod",
    "org",
    "careerword",
    "abstract",
    "generic_noun",
    "resource",
    "wishadj",
    "meansgeneric",
)


class Sight:
    """A reading with what later steps share: the main verb and the quantities."""

    __slots__ = ("action", "classes", "quantities", "reading", "titled")

    def __init__(self, reading: Reading) -> None:
        """Find the main verb and the quantities once."""
        self.reading = reading
        self.action: Action | None = find_action(reading)
        self.titled: bool = _titled(reading)
        self.quantities: tuple[Quantity, ...] = quantities(reading)
        self.classes: tuple[frozenset[str], ...] = tuple(noun_classes(low) for low in reading.lows)

    def segment_at(self, token: int) -> Segment | None:
        """Return the segment that holds the token."""
        return next((s for s in self.reading.segments if s.first <= token < s.last), None)

    def head(self, first: int, last: int) -> int:
        """Return the last noun of the first noun phrase of a stretch."""
        span = [at for at in range(first, last) if at not in self.reading.timed]
        return _head(self.reading, span) if span else first


def _titled(reading: Reading) -> bool:
    """Return whether every longer word starts with a capital, so that capitals name nothing."""
    longer = [at for at, low in enumerate(reading.lows) if low.isalpha() and len(low) > 3]
    return len(longer) > 1 and all(reading.capital_at(at) for at in longer)


@cache
def noun_classes(low: str) -> frozenset[str]:
    """Return the noun classes of a word."""
    return frozenset(name for name in _NOUN_CLASSES if is_a(low, name))


def goal_object(sight: Sight) -> tuple[int, int]:
    """Return the tokens that say what the action acts on, or what the goal names where there is no verb."""
    first = sight.action.last if sight.action else goal_start(sight)
    return first, _goal_end(sight, first)


def goal_start(sight: Sight) -> int:
    """Return where the first segment that states the goal starts."""
    return next(
        (
            s.first
            for s in sight.reading.segments
            if s.part == "goal"
            and not all(
                at in sight.reading.timed or not sight.reading.lows[at].isalnum()
                for at in range(s.first, s.last)
            )
        ),
        0,
    )


def _goal_end(sight: Sight, first: int) -> int:
    """Return the end of the stretch of segments that still say what is done."""
    last = first
    for segment in sight.reading.segments:
        if segment.last <= first:
            continue
        if segment.first > first and (segment.part != "goal" or segment.cue == "."):
            break
        last = segment.last
    return last


def _head(reading: Reading, span: list[int]) -> int:
    """Return the last noun of the first noun phrase."""
    head = span[0]
    for at in span:
        low = reading.lows[at]
        if (
            low
            in {
                "of",
                "for",
                "in",
                "with",
                "at",
                "on",
                "from",
                "about",
                "to",
                "and",
                "or",
                ",",
                ".",
                "that",
                "by",
                "as",
                "so",
                "into",
                "when",
                "if",
                "than",
                "without",
                "across",
            }
            and at > span[0]
        ):
            break
        if low[0].isalnum():
            head = at
    return head
