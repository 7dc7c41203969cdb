"""The levels that the rules give, letter by letter, with the tokens that carry them."""

from dataclasses import dataclass

from coaching.deadlines.listed import word_set
from coaching.smart.extents import counted_before
from coaching.smart.lexicon import is_a, verb_classes
from coaching.smart.mentions import mention
from coaching.smart.outcome import outcome
from coaching.smart.quantities import Quantity
from coaching.smart.reasons import reasons
from coaching.smart.sight import Sight, goal_object, goal_start
from coaching.smart.signals import Signal, means
from coaching.smart.types import Level

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A level, the token stretches that carry it, and what kind of case it is.

    Attributes:
        level: 0, 1 or 2.
        carried: First and last token of each stretch.
        case: Name of the rule that decided; feedback chooses its words by it.
    """

    level: Level
    carried: tuple[Stretch, ...] = ()
    case: str = "none"


_MEASURING = frozenset({"goal", "purpose"})
_PLURAL_MIN = 4


def measurable(sight: Sight) -> Standing:  # noqa: PLR0911 - rules in order of strength, one a line
    """Return how far the goal says how one would know."""
    counted = best_quantity(sight)
    if counted and counted.kind in {"counted", "rate", "standard"}:
        return Standing(2, (_stretch(counted),), "counted")
    if counted:
        return Standing(1, (_stretch(counted),), counted.kind)
    repeated = _repeated(sight)
    if repeated:
        return Standing(2, (repeated,), "counted")
    sort = outcome(sight)
    metric = _metric(sight) if sort in {"metric", "comparative"} else None
    if metric:
        return Standing(1, (metric,), "metric")
    more = _more_of(sight)
    if more:
        return Standing(1, (more,), "amount")
    if sort in _EVENTS:
        return Standing(1, (_event(sight),), "event")
    return Standing(0)


_LITTLE = word_set("little bit more less better some something few improve enhance get become be learn")


def _repeated(sight: Sight) -> Stretch | None:
    """Return an act that recurs, which can be counted: "check the stock every morning"."""
    action, reading = sight.action, sight.reading
    if action is None or action.base in _LITTLE or reading.part_at(action.first) not in _MEASURING:
        return None
    cadences = sorted(at for at in reading.cadences if reading.part_at(at) == "goal")
    first, last = goal_object(sight)
    if (
        not cadences
        or _LITTLE & set(reading.lows[first:last])
        or outcome(sight) not in {"named", "open", "process"}
    ):
        return None
    if verb_classes(action.base) & {"improve", "change"} and not verb_classes(action.base) & {
        "create",
        "complete",
        "other",
    }:
        return None
    near = [at for at in cadences if reading.lows[at] not in {"a", "an"}]
    if near and {"gives", "gave", "lets", "lends", "pays"} & set(reading.lows[action.last : near[0]]):
        return None
    return (
        (min(action.first, near[0]), max(last, near[-1] + 1))
        if near and near[-1] - action.first < 25
        else None
    )


_EVENTS = frozenset({"metric", "open", "named", "career_open", "career", "done"})


def _stretch(quantity: Quantity) -> Stretch:
    return quantity.first, quantity.last


def best_quantity(sight: Sight) -> Quantity | None:
    """Return the quantity that measures the goal: in the goal before elsewhere, counted before vague."""
    rank = {"counted": 0, "standard": 0, "rate": 1, "unitless": 2, "vague": 3}
    main = [q for q in sight.quantities if sight.reading.part_at(q.number) in _MEASURING]
    purpose = [q for q in sight.quantities if _so_that(sight, q)]
    pool = main or purpose or [q for q in sight.quantities if _so_far(sight, q)]
    return min(pool, key=lambda q: (rank[q.kind], q.first), default=None)


def _so_far(sight: Sight, quantity: Quantity) -> bool:
    """Return whether the quantity tells how far the goal has come: "80% complete", "at 2692/4000 hours"."""
    lows = sight.reading.lows[quantity.first : quantity.last + 2]
    done = bool({"complete", "done", "finished", "ready"} & set(lows)) and "%" in lows
    return done or ("/" in lows and sum(low[0].isdigit() for low in lows) > 1)


def _so_that(sight: Sight, quantity: Quantity) -> bool:
    segment = sight.segment_at(quantity.number)
    return segment is not None and segment.cue in {"so that", "in order to"} and quantity.kind == "counted"


_STOPS = word_set(
    "the a an my our their your his her of for in on to and or more less better with at by from as"
)


def _metric(sight: Sight) -> Stretch | None:
    """Return a measure named without a target."""
    first, last = goal_object(sight)
    lows = sight.reading.lows
    for at in range(first, last):
        if ("metric" in sight.classes[at] or lows[at] == "number") and at not in sight.reading.timed:
            start = at - 1 if at > first and lows[at - 1].isalpha() and lows[at - 1] not in _STOPS else at
            return start, at + 1
    return None


def _more_of(sight: Sight) -> Stretch | None:
    """Return "fewer mistakes", "more coffee chats": an amount without a number."""
    reading = sight.reading
    for at in range(len(reading.lows) - 1):
        if reading.part_at(at) != "goal" or reading.lows[at] not in {
            "more",
            "fewer",
            "less",
            "bigger",
            "smaller",
            "shorter",
        }:
            continue
        for ahead in range(at + 1, min(at + 4, len(reading.lows))):
            low = reading.lows[ahead]
            if not low.isalpha() or low in _STOPS | {"than", "i", "we", "about", "like"}:
                break
            if low in {"women", "men", "people", "children"}:
                return at, ahead + 1
            if (
                len(low) > _PLURAL_MIN
                and low.endswith("s")
                and not low.endswith(("ss", "us", "is", "ous", "ness"))
            ) and not is_a(low, "abstract"):
                return at, ahead + 1
    return None


def _event(sight: Sight) -> Stretch:
    first, last = goal_object(sight)
    start = sight.action.first if sight.action else first
    if sight.action and sight.action.first > goal_start(sight) and last <= sight.action.last:
        start = goal_start(sight)
    return start, max(last, start + 1)


def achievable(sight: Sight) -> Standing:
    """Return how far the goal states means, steps, support or control."""
    return _strongest([(s, _means_level(sight, s)) for s in means(sight.reading)])


_LOOSE_WORK = word_set(
    "networking improving working practising practicing helping learning reading focusing trying"
    " being doing studying talking training writing listening staying keeping making asking taking"
    " getting"
)


def _by_level(sight: Sight, signal: Signal) -> Level:
    """Return 2 for a step that names what is done, 1 for work in general: "by practising"."""
    lows = sight.reading.lows[signal.first + 1 : signal.last]
    said = [low for low in lows if low.isalpha() and low not in _STOPS]
    if {"multiple", "various", "different"} & set(lows):
        return 1
    if lows and lows[0] in _LOOSE_WORK:
        firm = any(
            sight.reading.tokens[at].value is not None or at in sight.reading.timed
            for at in range(signal.first, signal.last)
        )
        return (
            2
            if firm
            or (len(said) > 3 and signal.rich and lows[0] not in {"networking", "improving", "helping"})
            else 1
        )
    return 2 if len(said) >= 2 else 1


def _means_level(sight: Sight, signal: Signal) -> Level:  # noqa: PLR0911 - rules in order of strength, one a line
    if signal.kind in {"helper", "ready"}:
        return 2
    if signal.kind == "with" and {"team", "group", "people", "department"} & set(
        sight.reading.lows[signal.first : signal.last]
    ):
        return 1
    if signal.kind == "by":
        return _by_level(sight, signal)
    if signal.kind in {"by", "using", "through", "via", "thanks", "have", "with", "gerund"}:
        return 2 if signal.rich else 1
    if signal.kind == "plan":
        return 2 if signal.last - signal.first > 4 else 1
    if signal.kind in {"do", "use"}:
        return 2 if signal.rich else (1 if signal.kind == "use" else 0)
    return 1


def relevant(sight: Sight) -> Standing:
    """Return how far the goal states what it is for."""
    best = _strongest([(s, _reason_level(s)) for s in reasons(sight.reading)])
    if best.level:
        return best
    at = mention(sight)
    if at is not None:
        return Standing(1, ((at, at + 1),), "mention")
    if outcome(sight) in {"career", "career_open"} or (
        sight.action and sight.action.base in {"graduate", "defend", "qualify"}
    ):
        return Standing(1, (_event(sight),), "career")
    return best


def _reason_level(signal: Signal) -> Level:
    if signal.kind in {"because", "demand"}:
        return 2
    if signal.kind in {"in order to", "so as to", "so that", "which", "benefit"}:
        return 2 if signal.rich else 1
    if signal.kind == "to":
        return 2 if signal.rich else 0
    return 1 if signal.kind == "for" and signal.rich else 0


def _strongest(found: list[tuple[Signal, Level]]) -> Standing:
    level: Level = max((level for _, level in found), default=0)
    if level == 0:
        return Standing(0)
    best = [signal for signal, of in found if of == level]
    return Standing(level, tuple((s.first, s.last) for s in best), best[0].kind)


_SPECIFIC: dict[str, Level] = {
    "nothing": 0, "topic": 0, "attitude": 0, "comparative": 1, "process": 1, "metric": 1, "open": 1, "career_open": 1,
    "named": 2, "career": 2, "done": 2,
}  # fmt: skip
_LOOSE = word_set("thing things item items something topic topics of time step project projects exam exams")


def specific(sight: Sight) -> Standing:
    """Return how far the goal names a bounded result."""
    where = (_event(sight),) if sight.action or sight.reading.lows else ()
    sort = outcome(sight)
    quantity = best_quantity(sight)
    if quantity is None and _repeated(sight):
        return Standing(2, where, "counted")
    if quantity is None:
        return Standing(_SPECIFIC[sort], where if _SPECIFIC[sort] else (), sort)
    if quantity.kind in {"counted", "rate", "standard"}:
        return Standing(1 if _loose(sight, quantity) else 2, where, "counted")
    if quantity.kind == "unitless":
        return Standing(
            1 if sort in {"metric", "comparative", "process"} and _metric(sight) else 0, where, "unitless"
        )
    return Standing(min(1, max(1, _SPECIFIC[sort])), where, "vague")


def _loose(sight: Sight, quantity: Quantity) -> bool:
    """Return whether what is counted could be anything: "one thing", "15 a day"."""
    reading = sight.reading
    words_in = [
        reading.lows[at]
        for at in range(quantity.number + 1, quantity.last)
        if reading.lows[at].isalpha() and at not in reading.timed
    ]
    return (
        bool(words_in)
        and (
            words_in[-1] in {"things", "thing", "topics", "topic"}
            or (words_in[-1] in _LOOSE and reading.tokens[quantity.number].value == 1)
        )
    ) or (
        not words_in
        and quantity.kind == "counted"
        and not counted_before(reading, quantity.first)
        and any(at in reading.cadences for at in range(quantity.number, quantity.last))
    )
