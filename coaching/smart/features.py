"""What the check looks at in a goal, as named features for each letter."""

from collections.abc import Iterator
from functools import cache

from coaching.smart.action import Action, find_action
from coaching.smart.lexicon import base_verb, is_a, singular, verb_classes, words
from coaching.smart.quantities import Quantity, quantities
from coaching.smart.reading import Reading, Segment
from coaching.smart.signals import means, reasons

Features = frozenset[str]

_NOUN_CLASSES = ("artefact", "exam", "metric", "role", "rolemod", "org", "careerword", "abstract", "generic_noun", "resource", "wishadj", "meansgeneric")
_LONG = 6


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
    longer = [at for at, low in enumerate(reading.lows) if low.isalpha() and len(low) > 3]  # noqa: PLR2004 - "of", "and"
    return len(longer) > 1 and all(reading.capital_at(at) for at in longer)


@cache
def noun_classes(low: str) -> frozenset[str]:
    """Return the noun classes of a word."""
    return frozenset(name for name in _NOUN_CLASSES if is_a(low, name))


def all_features(sight: Sight) -> Features:
    """Return every feature of the text."""
    out: set[str] = {"bias"}
    out.update(_shape(sight))
    out.update(_verb(sight))
    out.update(_object(sight))
    out.update(_quantity(sight))
    out.update(_time(sight))
    out.update(_signals(sight))
    for segment in sight.reading.segments:
        out.update(_segment(sight, segment))
    return frozenset(out)


def _shape(sight: Sight) -> Iterator[str]:
    reading = sight.reading
    size = len(reading.tokens)
    for limit in (1, 2, 3, 4, 6, 9, 14, 22, 35):
        if size <= limit:
            yield f"len<={limit}"
            break
    sentences = reading.segments[-1].sentence if reading.segments else 0
    yield f"sentences={min(sentences, 2)}"
    yield from (f"part={s.part}" for s in reading.segments)
    if not any(s.part == "goal" for s in reading.segments):
        yield "no_goal"
    if any(reading.low_at(at) == "?" for at in range(size)):
        yield "question"


def _verb(sight: Sight) -> Iterator[str]:
    action = sight.action
    if action is None:
        yield "verb=none"
        return
    yield f"v={action.base}"
    classes = verb_classes(action.base) if base_verb(action.base) else frozenset()
    yield from (f"vc={name}" for name in classes or {"unknown"})
    low = sight.reading.lows[action.first]
    if low.endswith("ed") or low in {"done", "built", "written", "held", "won", "sold", "sent"}:
        yield "verb_passive"
    if action.base == "be" and sight.reading.low_at(action.last) in words("wishadj"):
        yield "be+wishadj"


def _object(sight: Sight) -> Iterator[str]:
    reading, action = sight.reading, sight.action
    first = action.last if action else goal_start(sight)
    last = _goal_end(sight, first)
    span = [at for at in range(first, last) if at not in reading.timed]
    yield f"objlen={min(len(span), 7)}"
    if not span:
        return
    yield f"odet={_determiner(reading, span[0])}"
    head = _head(reading, span)
    yield f"head={singular(reading.lows[head])}"
    for name in sight.classes[head] or {"other"}:
        yield f"hc={name}"
        if action:
            yield from (f"vc={vc}&hc={name}" for vc in verb_classes(action.base))
    if head > span[0] and reading.lows[head - 1] not in {"a", "an", "the", "my", "our"}:
        yield "premod"
        yield from (f"pm={name}" for name in sight.classes[head - 1])
        if len({"wishadj"} & sight.classes[head - 1]):
            yield "premod_wish"
    for at in span:
        yield from (f"oc={name}" for name in sight.classes[at])
        if reading.lows[at] in {"of", "for", "in", "with", "at", "on", "from", "about", "to", "as", "into", "across", "between"}:
            yield f"oprep={reading.lows[at]}"
        if reading.lows[at] in {"more", "better", "less", "fewer", "all", "every", "each", "own", "new", "first", "own", "everything", "something", "things"}:
            yield f"ow={reading.lows[at]}"
    names = [at for at in span if at > 0 and reading.capital_at(at) and reading.lows[at] not in {"i", "i'm", "i'll", "i've"}]
    if len(names) == len([at for at in span if reading.lows[at].isalpha()]) and len(names) > 2:
        names = []
    if names:
        yield "name"
        yield "names2" if len(names) > 1 else "names1"
    if any(char in '"\u201c\u201d\u00ab' for char in reading.text):
        yield "quoted"
    if any(reading.glued(at) and reading.lows[at][0].isdigit() and reading.lows[at - 1].isalpha() for at in span):
        yield "code"


def goal_object(sight: Sight) -> tuple[int, int]:
    """Return the tokens that say what the action acts on, or what the goal names where there is no verb."""
    first = sight.action.last if sight.action else goal_start(sight)
    return first, _goal_end(sight, first)


def goal_start(sight: Sight) -> int:
    """Return where the first segment that states the goal starts."""
    return next((s.first for s in sight.reading.segments if s.part == "goal" and not all(at in sight.reading.timed or not sight.reading.lows[at].isalnum() for at in range(s.first, s.last))), 0)


def _goal_end(sight: Sight, first: int) -> int:
    """Return the end of the stretch of segments that still say what is done."""
    last = first
    for segment in sight.reading.segments:
        if segment.last <= first:
            continue
        if segment.first > first and (segment.part not in {"goal"} or segment.cue == "."):
            break
        last = segment.last
    return last


def _determiner(reading: Reading, at: int) -> str:
    low = reading.lows[at]
    if reading.tokens[at].value is not None:
        return "number"
    if low in {"a", "an", "the", "my", "our", "more", "better", "less", "fewer", "all", "every", "each", "to", "at", "up", "how", "as", "in", "for", "with", "on", "about", "into", "from", "no"}:
        return low
    return "proper" if reading.capital_at(at) else "bare"


def _head(reading: Reading, span: list[int]) -> int:
    """Return the last noun of the first noun phrase."""
    head = span[0]
    for at in span:
        low = reading.lows[at]
        if low in {"of", "for", "in", "with", "at", "on", "from", "about", "to", "and", "or", ",", ".", "that", "by", "as", "so", "into", "when", "if", "than", "without", "across"} and at > span[0]:
            break
        if low[0].isalnum():
            head = at
    return head


def _quantity(sight: Sight) -> Iterator[str]:
    for quantity in sight.quantities:
        part = sight.reading.part_at(quantity.number)
        yield f"q={quantity.kind}:{part}"
        if part in {"goal", "purpose"}:
            yield f"q={quantity.kind}"
            yield "q"
            if sight.reading.low_at(quantity.last - 1) in {"%", "percent"}:
                yield "q%"
            if quantity.last - quantity.number > 2:  # noqa: PLR2004 - more than a number and a word
                yield "q_long"
    if any(token.value is not None or token.low[0].isdigit() for token in sight.reading.tokens):
        yield "digit"


def _time(sight: Sight) -> Iterator[str]:
    for mention in sight.reading.times:
        yield f"t={mention.role}"


def _signals(sight: Sight) -> Iterator[str]:
    for letter, found in (("A", means(sight.reading)), ("R", reasons(sight.reading))):
        yield f"{letter}:n={min(len(found), 3)}"
        for signal in found:
            yield f"{letter}:{signal.kind}"
            if signal.rich:
                yield f"{letter}:{signal.kind}:rich"
                yield f"{letter}:rich"


def _segment(sight: Sight, segment: Segment) -> Iterator[str]:
    reading = sight.reading
    part, cue = segment.part, segment.cue
    yield f"cue={cue}"
    where = "first" if segment.sentence == 0 else "later"
    span = range(segment.first, segment.last)
    yield f"{part}:{where}"
    size = segment.last - segment.first
    if part in {"means", "reason", "purpose"}:
        yield f"{cue}:{'long' if size > _LONG else 'mid' if size > 3 else 'short'}"  # noqa: PLR2004
        yield f"{part}:{'long' if size > _LONG else 'mid' if size > 3 else 'short'}"  # noqa: PLR2004
    lows = [reading.lows[at] for at in span]
    for at in span:
        if at in reading.timed:
            continue
        low = reading.lows[at]
        yield f"{part}|{singular(low) if low.isalpha() else low}"
        yield f"w|{low}"
        if part in {"means", "story"} or where == "later":
            yield f"later|{low}"
        yield from (f"{part}.{name}" for name in sight.classes[at])
        yield from (f"any.{name}" for name in sight.classes[at])
    opening = " ".join(lows[:2])
    yield f"open:{where}|{opening}"
    yield f"open1:{where}|{lows[0]}"
    if part == "means" and any(reading.tokens[at].value is not None for at in span):
        yield "means_number"
    if part == "means" and any(at in reading.timed for at in span):
        yield "means_time"
    if part == "means" and any(reading.capital_at(at) and at > segment.first for at in span):
        yield "means_name"
    for at in range(segment.first, segment.last - 1):
        pair = f"{reading.lows[at]} {reading.lows[at + 1]}"
        yield f"2|{pair}"
        if part in {"means", "reason", "purpose"}:
            yield f"2:{part}|{pair}"
