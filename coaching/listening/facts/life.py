"""Time and what stands around it: limits outside work, hours, room, steps, what could get in the way."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from coaching.deadlines.find import find_dates
from coaching.listening.clauses import bare, clauses
from coaching.listening.heard import Fact
from coaching.listening.matching import fact
from coaching.listening.numbers import digits
from coaching.listening.patterns import rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import words

_HOURS = partial(rule, "life", "hours")


def hours(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield hours a week, in digits; without "a week" only where hours were asked about."""
    for match in _HOURS().finditer(sentence.plain):
        number = "1" if match["n"].lower() in {"a", "an"} else digits(match["n"])
        free = re.match(
            r" ?(?:is all i have|free|to spare|tops|at most)\b", sentence.plain[match.end() :], re.IGNORECASE
        )
        if (
            number
            and (match["per"] or expected or free)
            and not re.search(
                r"\b(?:i'm at|i work|i already (?:do|work)) $", sentence.plain[: match.start()], re.IGNORECASE
            )
            and not re.search(
                r"\b(?:wait|waits|waiting|from|drive|commute) (?:\w+ )?$",
                sentence.plain[: match.start()],
                re.IGNORECASE,
            )
        ):
            yield Fact(
                slot="hours",
                value=number,
                text=sentence.text,
                unsure=bool(re.search(r"\b(?:maybe|perhaps|probably)\b", sentence.low)),
            )
            return
    if expected and (match_bare := rule("life", "hours 2").match(sentence.plain)):
        number = digits(match_bare["n"])
        if number and float(number) <= 60:
            yield Fact(slot="hours", value=number, text=sentence.text)


_ROOM = partial(rules, "life", "room")
_GOES = re.compile(
    r"^(?P<v>the [^.;!?,]{3,40}?) (?:could|would|can) go(?:[.!]?$| to (?-i:[A-Z]))", re.IGNORECASE
)
_TAKER = partial(rule, "life", "taker")


def rooms(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what can be dropped, put off or handed on."""
    for pattern in _ROOM() if expected else (_ROOM()[0], _GOES):
        match = pattern.search(sentence.plain)
        if match is None or (
            not expected
            and pattern is not _GOES
            and not re.search(
                r"(?<!so i )\b(?:could) (?:drop|hand|delegate|put off|postpone|give up|skip|stop)\b",
                match[0],
                re.IGNORECASE,
            )
        ):
            continue
        value = re.split(
            r" (?:to|until|till|for now|for a while|on)\b", match["v"], maxsplit=1, flags=re.IGNORECASE
        )[0]
        made = fact("room", sentence, match.start("v"), match.start("v") + len(value))
        if made is not None:
            yield made
            return


def taker(sentence: Sentence) -> str | None:
    """Return who could take something over."""
    match = _TAKER().search(sentence.plain)
    return match["v"] if match else None


_LIMIT = partial(rules, "life", "limit")


def _clause_start(plain: str, at: int) -> int:
    """Return where the clause begins that this place stands in."""
    joints = [
        match.end() for match in re.finditer(r"[,;:.] |\b(?:and|so|but|because) ", plain[:at], re.IGNORECASE)
    ]
    return joints[-1] if joints else 0


def limits(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what must stay possible outside work."""
    seen: list[tuple[int, int]] = []
    for pattern in _LIMIT():
        for match in pattern.finditer(sentence.plain):
            if any(start < match.end("v") and match.start("v") < end for start, end in seen):
                continue
            value = match["v"]
            if not expected and re.search(
                r"\b(?:pupils|pupil|patients?|class|students?|customers?)\b", value, re.IGNORECASE
            ):
                continue
            value = re.split(
                r",? (?:so|but|because|and (?:that's|i want|it's|we can't|can't))\b",
                value,
                maxsplit=1,
                flags=re.IGNORECASE,
            )[0]
            start = _clause_start(sentence.plain, match.start("v")) if expected else match.start("v")
            made = fact("limit", sentence, start, match.start("v") + len(value))
            if made is not None:
                seen.append((match.start("v"), match.end("v")))
                yield made.model_copy(update={"text": made.value})


_STEP = partial(rule, "life", "step")


def steps(sentence: Sentence, today: date, *, expected: bool) -> Iterator[Fact]:
    """Yield what they will do soon, with its date: without a date only where a step was asked for."""
    for piece in clauses(sentence):
        clause = bare(piece)
        match = _STEP().match(clause.plain)
        if match is None or match["verb"].lower() in words("lists.txt", "no-steps"):
            continue
        due = due_of(clause.text, today)
        if re.match(r"i(?:'m| am) (?!going to)", clause.low) and not match["verb"].endswith("ing"):
            continue
        if not (expected or (due is not None and (due - today).days <= 62)):
            continue
        if re.match(r"i (?:could|can|would|'d)\b|i'd", clause.low) and not expected:
            continue
        made = fact(
            "step", clause, match.start("v"), len(re.split(r"(?<=\w)\. ", match["v"])[0]) + match.start("v")
        )
        if made is not None:
            yield made.model_copy(update={"text": made.value, "due": due})


def due_of(text: str, today: date) -> date | None:
    """Return the day by which something is to happen, where the words say one."""
    found = [
        one for one in find_dates(text, today) if one.date is not None and one.role in {"deadline", "start"}
    ]
    return next((one.date for one in found if one.date and one.date >= today), None)


_OBSTACLE = partial(rule, "life", "obstacle")


def obstacles(sentence: Sentence) -> Iterator[Fact]:
    """Yield what could get in the way."""
    match = _OBSTACLE().search(sentence.plain)
    if match:
        group = "v" if match["v"] else "w"
        made = fact("obstacle", sentence, match.start(group), match.end(group))
        if made is not None and not re.match(
            r"(?:what|nothing|it|that|this|anything|something)$", made.value, re.IGNORECASE
        ):
            yield made.model_copy(update={"text": made.value})
