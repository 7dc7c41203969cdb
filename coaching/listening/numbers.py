"""Numbers as people say them: "six", "a dozen", "20", "twenty-five"."""

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
_ONE_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2})?"
    r"|(?:half )?a dozen|(?:a|one) (?:hundred|thousand)"
    rf"|(?:{_ONE_WORD})(?:[ -](?:{_ONE_WORD}|hundred|thousand|dozen)){{0,3}})"
)
"""A number in digits or words, to stand in a larger pattern."""


def number_of(said: str) -> float | None:
    """Return the number that was said, None where it is none.

    Args:
        said: Digits with or without commas, or English words up to thousands.
    """
    text = said.strip().lower().replace(",", "")
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,4})?", text):
        return float(text)
    if text.startswith("half a dozen"):
        return 6
    return _spoken(re.split(r"[\s-]+", text))


def _spoken(words: list[str]) -> float | None:
    total = current = 0
    for word in words:
        if word in WORDS:
            current += WORDS[word]
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            total, current = (total + current, 0) if word == "thousand" else (total, current)
        elif word not in {"a", "and"}:
            return None
    return total + current if words and words != ["a"] else None


def digits(said: str) -> str | None:
    """Return the number said, in digits without a needless fraction; None where it is none."""
    number = number_of(said)
    return None if number is None else f"{number:g}" if number < 1_000_000 else str(int(number))
