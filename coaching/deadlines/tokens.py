"""A text as small tokens that keep their place: words, numbers, signs."""

import re
from dataclasses import dataclass

from coaching.deadlines.spelling import mended
from coaching.deadlines.vocabulary import MONTHS, WEEKDAYS

_TOKEN = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?!\d)"
    r"|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d.])"
    r"|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)(?![^\W_]))?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[^\s]"
)
_PLAIN = str.maketrans(
    "\u2018\u2019\u02bc\u201b\u201c\u201d\u2013\u2014\u2011\u2012\u2212\u00a0\u202f", "''''\"\"-----  "
)
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate(_SMALL)} | {
    word: 20 + 10 * n for n, word in enumerate(_TENS)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign.

    Attributes:
        start: First code point in the text.
        end: Code point after the last.
        low: The token in lower case, with plain apostrophes and hyphens.
        value: The number it stands for, or None.
    """

    start: int
    end: int
    low: str
    value: float | None = None


def plain(text: str) -> str:
    """Return the text in lower case with plain quotes and hyphens, code point for code point."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_PLAIN)


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of the text, number words merged into one token with its value."""
    low = plain(text)
    raw = [Token(m.start(), m.end(), m[0], _digits(m[0])) for m in _TOKEN.finditer(low)]
    return tuple(_merge_number_words(_without_slips(raw, text), low))


_MOST_MENDED = 40
_NAMES_OF_DAYS = frozenset({*MONTHS, *WEEKDAYS})


def _without_slips(raw: list[Token], text: str) -> list[Token]:
    """Return the tokens with mistyped words read as known ones; names are left alone."""
    shouted = text.isupper()
    tries = 0
    out: list[Token] = []
    for at, token in enumerate(raw):
        word = token.low
        if word.isalpha() and len(word) >= 4 and tries < _MOST_MENDED:
            right = mended(word)
            tries += right != word
            named = at > 0 and text[token.start].isupper() and not shouted and raw[at - 1].low not in ".!?:-("
            if right != word and (not named or right in _NAMES_OF_DAYS or sorted(right) == sorted(word)):
                out.append(Token(token.start, token.end, right))
                continue
        out.append(token)
    return out


def _digits(word: str) -> float | None:
    if not word[0].isascii() or not word[0].isdigit():
        return None
    bare = word.rstrip("stndrh")
    groups = bare.split(",")
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return None
    try:
        return float(bare.replace(",", ""))
    except ValueError:
        return None


def _merge_number_words(raw: list[Token], low: str) -> list[Token]:
    out: list[Token] = []
    at = 0
    while at < len(raw):
        size, value = _number_words(raw, at)
        if size:
            start, end = raw[at].start, raw[at + size - 1].end
            out.append(Token(start, end, low[start:end], value))
        else:
            out.append(raw[at])
        at += size or 1
    return out


def _number_words(raw: list[Token], at: int) -> tuple[int, float]:
    """Return how many tokens from `at` spell a number, and the number."""
    first = raw[at].low
    following = [token.low for token in raw[at + 1 : at + 3]]
    if first == "half" and following[:2] == ["a", "dozen"]:
        return 3, 6
    if first == "a" and following[:1] and following[0] in _SCALES:
        return _spelled(raw, at + 1, 1)
    if first in _WORDS or first in _SCALES:
        return _spelled(raw, at, 0)
    return 0, 0


def _spelled(raw: list[Token], at: int, before: int) -> tuple[int, float]:
    total, current, size = 0.0, float(before), 0
    joined = 0
    while at + size < len(raw):
        word = raw[at + size].low
        if word in _WORDS and not _stops(current, _WORDS[word], size):
            current += _WORDS[word]
        elif word in _SCALES:
            total, current = _scaled(total, current or 1, _SCALES[word])
        elif word in {"-", "and"} and size and _continues(raw, at + size + 1, word):
            size += 1
            joined = size
            continue
        else:
            break
        size += 1
    return before + max(size, joined), total + current


def _stops(current: float, value: int, size: int) -> bool:
    return size > 0 and current % 100 != 0 and not (current % 100 >= 20 and current % 10 == 0 and value < 10)


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    if scale in {12, 100}:
        return total, current * scale
    return total + current * scale, 0.0


def _continues(raw: list[Token], at: int, sign: str) -> bool:
    if at >= len(raw) or raw[at].low not in _WORDS:
        return False
    before = raw[at - 2].low
    return before in _TENS if sign == "-" else before in _SCALES
