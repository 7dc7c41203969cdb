"""A message in sentences that keep their place, with plain quotes beside the words as typed."""

import re
from dataclasses import dataclass
from functools import cached_property

MOST_READ = 4000
"""Characters of a message that are parsed; what lies beyond is kept but not read."""
MOST_SENTENCE = 400
"""Characters of one sentence that patterns see: keeps every pattern linear on hostile text."""

_PLAIN = str.maketrans("‘’ʼ‛`´“”–—‑‒−\u00a0\u202f\t", "''''''\"\"-----   ")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+|\s+-{1,2}\s+(?=[A-Z])")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|dr|mr|mrs|ms|st|approx|dept|inc|ltd|p\.m|a\.m|u\.k|u\.s)|\b[A-Z])$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a message.

    Attributes:
        text: As typed.
        plain: The same length, with straight quotes.
        start: Its first code point in the message.
        spaced: Whether one space, and nothing else, stands between it and what came before.
    """

    text: str
    plain: str
    start: int
    spaced: bool = False

    @property
    def end(self) -> int:
        """Return the code point after the sentence."""
        return self.start + len(self.text)

    @cached_property
    def low(self) -> str:
        """Return the plain text in lower case; its length may differ for rare letters."""
        return self.plain.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words in lower case, for a quick look before a pattern is tried."""
        return frozenset(_WORD.findall(self.low))

    @cached_property
    def asks(self) -> bool:
        """Return whether it ends in a question mark."""
        return self.text.rstrip("\"')]”’ ").endswith("?")


def plain(text: str) -> str:
    """Return the text with straight quotes, plain hyphens and plain spaces, code point for code point."""
    return text.translate(_PLAIN)


def split(message: str) -> tuple[Sentence, ...]:
    """Return the sentences of the first 4,000 characters, verbatim, without the space around them."""
    text = message[:MOST_READ]
    straight = plain(text)
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(straight):
        if _shortened(straight, match):
            continue
        _add(found, text, straight, start, match.end())
        start = match.end()
    _add(found, text, straight, start, len(text))
    return tuple(found)


def _shortened(straight: str, match: re.Match[str]) -> bool:
    """Return whether a full stop only ends an abbreviation."""
    if match[0] != "." or match.end() >= len(straight):
        return False
    before = straight[max(0, match.start() - 8) : match.start()]
    return bool(_SHORT.search(before)) and before[-2:].strip() != "I"


def _add(found: list[Sentence], text: str, straight: str, start: int, end: int) -> None:
    for at in range(start, end, MOST_SENTENCE):
        piece = text[at : min(end, at + MOST_SENTENCE)]
        lead = len(piece) - len(piece.lstrip())
        if body := piece.strip():
            first = at + lead
            spaced = lead == 1 and text[at] == " "
            found.append(Sentence(body, straight[first : first + len(body)], first, spaced))
