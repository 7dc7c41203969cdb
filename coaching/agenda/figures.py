"""Stretches of a text that say how much, what came of it, and how far it reached."""

import re

from coaching.agenda.wordlists import COUNT_WORDS, MONTHS, NUMBERS, OUTCOMES, phrases

_DIGITS = r"(?<![\w/.])\d(?:[\d.,]*\d)?(?:k|m|bn)?(?![^\W_])"
_COUNT = rf"(?:{_DIGITS}|(?:{COUNT_WORDS})(?![^\W\d_]))"
_NO_UNIT = phrases(
    "and|or|to|from|down|up|by|in|on|at|of|since|until|across|over|under|for|with|than|as|per|last|this|the|a|an",
    rf"instead|because|\w+ly|{MONTHS}",
)
_PERCENT = r"\s?(?:%|percent\b|per cent\b)"
_UNIT = rf"(?:{_PERCENT}|\s?(?:k|m|bn)\b|-\w+|\s+(?!{_NO_UNIT})[^\W\d_]+)"
_AMOUNT = rf"(?:[$€£]\s?|\b){_COUNT}(?:\s+{_COUNT})?{_UNIT}?"
_CHANGE = rf"\bfrom {_AMOUNT}(?:\s+(?:down|up))?\s+to\s+{_AMOUNT}"
_FIGURE = re.compile(rf"{_CHANGE}|{_AMOUNT}|\btwice as \w+", re.IGNORECASE)
_SCOPE = re.compile(
    phrases(
        r"the (?:whole|entire) [^\W\d_]+|every [^\W\d_]+|all (?:of )?(?:the|our|my|its) [^\W\d_]+",
        r"across [^\W\d_]+(?: and [^\W\d_]+)?|nation-?wide|company-?wide",
    ),
    re.IGNORECASE,
)
_OUTCOME = re.compile(rf"\b(?:{OUTCOMES})\b", re.IGNORECASE)
_VALUE = re.compile(rf"\b({_COUNT})({_PERCENT})?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\b|(?:19|20)\d\d\b", re.IGNORECASE)
_AFTER_MONTH = re.compile(rf"\b(?:{MONTHS})\s+$", re.IGNORECASE)
_LONGEST_MONTH = 12
_WORDED = {word: str(number) for number, word in enumerate(NUMBERS.split())}

Stretch = tuple[int, int]


def figures(text: str) -> frozenset[str]:
    """Return the numbers of the text in one spelling, shares with their percent sign."""
    return frozenset(_value(match) for match in _VALUE.finditer(text.casefold()))


def _value(match: re.Match[str]) -> str:
    number = match.group(1).replace(",", "")
    return _WORDED.get(number, number) + ("%" if match.group(2) else "")


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return where the text says how much, what came of it and how far it reached; in order, without overlap."""
    amounts = [match.span() for match in _FIGURE.finditer(text) if not _names_a_day(text, match)]
    more = [match.span() for pattern in (_SCOPE, _OUTCOME) for match in pattern.finditer(text)]
    taken: set[int] = set()
    found = []
    for start, end in (*amounts, *more):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append((start, end))
    return tuple(sorted(found))


def _names_a_day(text: str, match: re.Match[str]) -> bool:
    """Return whether the figure is a year or the day of a month, which measure nothing."""
    if _YEAR.fullmatch(match.group().strip()) or _DAY.match(text, match.start()):
        return True
    return bool(_AFTER_MONTH.search(text[max(0, match.start() - _LONGEST_MONTH) : match.start()]))
