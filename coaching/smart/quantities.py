"""Which numbers of a goal measure something, and which only name, date or describe."""

from dataclasses import dataclass
from typing import Literal

from coaching.smart.extents import (
    bound_start,
    counted_before,
    from_start,
    number_end,
    object_before,
    object_end,
    object_word,
    rate_end,
)
from coaching.smart.lexicon import base_verb
from coaching.smart.naming import describes, names
from coaching.smart.parsed import Reading

Kind = Literal["counted", "unitless", "vague", "rate", "standard"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that measures.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        kind: Counted with a unit, without one, vague, a bare rate, or a named standard.
        number: Index of the token that holds the number.
    """

    first: int
    last: int
    kind: Kind
    number: int


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """Return the quantities that measure, in order of place."""
    found: list[Quantity] = []
    at = 0
    while at < len(reading.tokens):
        quantity = _at(reading, at)
        if quantity and (not found or quantity.first >= found[-1].last):
            found.append(quantity)
            at = quantity.last
        else:
            at += 1
    return tuple(found)


def _at(reading: Reading, at: int) -> Quantity | None:
    token = reading.tokens[at]
    if token.value is not None:
        return _numeric(reading, at)
    return _worded(reading, at)


def _worded(reading: Reading, at: int) -> Quantity | None:  # noqa: C901, PLR0911, PLR0912 - rules in order of strength, one a line
    low = reading.lows[at]
    after = reading.low_at(at + 1)
    if (
        low in {"several", "few", "couple", "various", "multiple", "numerous", "handful", "many"}
        and at not in reading.timed
    ):
        if reading.low_at(at - 1) in {"very", "so", "too", "how", "as"}:
            return None
        return Quantity(at, object_end(reading, at + 1), "vague", at)
    if low == "half" and after in {"a", "an"}:
        return _article_rate(reading, at)
    if low == "half" and after == "of" and reading.low_at(at - 1) in {"least", "about", "over"}:
        return Quantity(bound_start(reading, at), object_end(reading, at + 1), "counted", at)
    if low in {"double", "triple", "quadruple", "halve", "twofold", "half"} and at not in reading.timed:
        if low == "half" and reading.low_at(at - 1) not in {"by", "in", "to"}:
            return None
        return Quantity(at, object_end(reading, at + 1), "counted", at)
    if (
        low in {"third", "quarter", "half"}
        and reading.low_at(at - 1) == "a"
        and reading.low_at(at - 2) in {"by", "to", "at"}
    ):
        return Quantity(at - 2, at + 1, "counted", at)
    if (
        low in {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}
        and reading.low_at(at - 1) == "the"
    ):
        return Quantity(at - 1, at + 1, "counted", at)
    if (low in {"a", "an"} and not _language_level(reading, at) and not _letter_grade(reading, at)) or (
        low == "half" and after in {"a", "an"}
    ):
        return _article_rate(reading, at)
    if (
        low == "twice"
        and reading.part_at(at) == "goal"
        and at not in reading.timed
        and after not in {"as", "the", "about"}
    ):
        return Quantity(at, at + 1, "counted", at)
    if low in {"a", "b", "c"} and _language_level(reading, at):
        return Quantity(at, at + 2, "standard", at)
    if (low in {"once", "twice"} and at + 1 in reading.timed) or (
        low in {"once", "twice"} and reading.low_at(at - 1) in {"least", "most"}
    ):
        return Quantity(bound_start(reading, at), rate_end(reading, at + 1), "rate", at)
    if low in {"a", "an"} and _letter_grade(reading, at):
        return Quantity(bound_start(reading, at), at + 2, "standard", at)
    if (
        low in {"grade", "mark"}
        and after == "of"
        and reading.low_at(at + 2)[:1] in {"a", "b", "c"}
        and len(reading.low_at(at + 2)) == 1
    ):
        return Quantity(bound_start(reading, at), at + 3, "standard", at)
    return None


def _letter_grade(reading: Reading, at: int) -> bool:
    """Return whether a grade follows: "an A in statistics", "at least a B"."""
    after, grade = reading.low_at(at + 2), at + 1
    return (
        reading.low_at(grade) in {"a", "b", "c"}
        and reading.capital_at(grade)
        and not reading.glued(at + 2)
        and after in {"in", "on", "for", "", ".", ",", "+", "-", "or", "to", "by", "at", "and", "this"}
    )


def _language_level(reading: Reading, at: int) -> bool:
    """Return whether "B2" stands here as the level to reach."""
    after = reading.low_at(at + 1)
    reached = {
        "pass",
        "reach",
        "get",
        "achieve",
        "to",
        "at",
        "attain",
        "hit",
        "my",
        "the",
        "have",
        "take",
        "level",
    }
    return reading.glued(at + 1) and after in {"1", "2"} and reading.low_at(at - 1) in reached


def _article_rate(reading: Reading, at: int) -> Quantity | None:
    """Return "a book a month": one of something for every stretch of time; or "half an hour"."""
    if reading.low_at(at + 1) in {"few", "couple", "little", "bit", "handful", "lot"}:
        return None
    if (
        reading.lows[at] == "half"
        and reading.low_at(at + 2) in {"hour", "day", "mile", "page", "dozen"}
        and reading.low_at(at - 1) not in {"in", "within"}
    ):
        return Quantity(at, rate_end(reading, at + 3), "counted", at)
    if at in reading.timed:
        return None
    end = at + 1
    while (
        end < len(reading.tokens)
        and end - at < 7
        and end not in reading.timed
        and (object_word(reading, end) or reading.lows[end] == "of")
    ):
        end += 1
    if (
        end < at + 2
        or end not in reading.cadences
        or reading.low_at(end) not in {"a", "an", "per", "every", "each", "/", "once"}
    ):
        return None
    return Quantity(at, rate_end(reading, end), "rate", at)


def _numeric(reading: Reading, at: int) -> Quantity | None:
    if at in reading.timed and not _amount_in_rate(reading, at):
        return None
    if names(reading, at) or describes(reading, at):
        return None
    end, has_unit = number_end(reading, at)
    first = from_start(reading, bound_start(reading, at))
    if (
        reading.low_at(at) in {"one", "1"}
        and reading.low_at(at + 1) == "or"
        and reading.low_at(at + 2) in {"two", "2"}
    ):
        return Quantity(first, max(end, at + 3), "vague", at)
    if not has_unit and _earned(reading, at, end):
        has_unit = True
    if not has_unit and reading.lows[first] == "from" and object_before(reading, first):
        has_unit = True
    if (
        not has_unit
        and reading.low_at(end) == "in"
        and reading.low_at(end + 1).isalpha()
        and end + 1 not in reading.timed
        and reading.low_at(end - 1) in {"million", "k", "thousand", "m"}
    ):
        has_unit = True
    if not has_unit and (
        counted_before(reading, first)
        or (first < at and reading.lows[first] == "from" and counted_before(reading, first))
    ):
        has_unit = True
    return Quantity(first, end, "counted" if has_unit else "unitless", at)


def _earned(reading: Reading, at: int, end: int) -> bool:
    """Return whether the number is plainly money, or plainly nothing: "earn 80k", "inbox zero"."""
    if reading.lows[at] == "zero" and at and reading.low_at(at - 1) not in {"to", "at", "from"}:
        return reading.low_at(at - 1).isalpha()
    return base_verb(reading.low_at(at - 1)) in {"earn", "make"} and reading.low_at(end - 1) == "k"


def _amount_in_rate(reading: Reading, at: int) -> bool:
    """Return whether the number belongs to a cadence such as "3 times a week" and so measures."""
    return at in reading.cadences and reading.low_at(at + 1) in {"times", "time"}
