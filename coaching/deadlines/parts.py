"""What a matched reference to time holds: its words, months, years, numbers and units."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.deadlines import vocabulary as words
from coaching.deadlines.tokens import Token


@dataclass(frozen=True, slots=True)
class Parts:
    """What a matched shape holds.

    Attributes:
        lows: Its words in lower case.
        months: Months named, 1 to 12.
        years: Years named, two-digit years after an apostrophe included.
        numbers: Other numbers.
        units: Units of time named.
        today: The day it is read on.
    """

    lows: tuple[str, ...]
    months: tuple[int, ...]
    years: tuple[int, ...]
    numbers: tuple[float, ...]
    units: tuple[str, ...]
    today: dt.date

    def has(self, *some: str) -> bool:
        """Return whether any of these words is among the words."""
        return any(word in self.lows for word in some)


def parts_of(tokens: Sequence[Token], shape: Sequence[str], today: dt.date) -> Parts:
    """Return the parts of a matched stretch of tokens."""
    years = [int(t.value or 0) for t, s in zip(tokens, shape, strict=True) if s == "YEAR"]
    numbers: list[float] = []
    for at, (token, symbol) in enumerate(zip(tokens, shape, strict=True)):
        if symbol == "NUM" and token.value is not None and at and tokens[at - 1].low == "'":
            years.append(2000 + int(token.value))
        elif symbol in {"NUM", "ORD"}:
            numbers.append(_number(token))
    return Parts(
        lows=tuple(token.low for token in tokens),
        months=tuple(words.MONTHS[t.low] for t, s in zip(tokens, shape, strict=True) if s == "MONTH"),
        years=tuple(years),
        numbers=tuple(numbers),
        units=tuple(words.UNITS[t.low] for t, s in zip(tokens, shape, strict=True) if s == "UNIT"),
        today=today,
    )


def _number(token: Token) -> float:
    if token.value is not None:
        return token.value
    if token.low in words.ORDINALS:
        return words.ORDINALS[token.low]
    return float(token.low.rstrip("stndrh"))
