"""The goals that one text holds."""

import itertools
import re
from collections.abc import Iterator

_BULLET = re.compile(
    r"[ \t]*(?:[-*\u2022\u2013\u25aa\u25cf\u2023\u2043]|\(?\d{1,2}[.)]|\(?[a-h]\)|\[[ xX]?\])[ \t]+"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=\S)")
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?(?:[1-9]|1\d)[.)]\s+(?=[^\W\d])")
_MOST = 30
_MOST_SENTENCES = 12


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each listed item: lines, bullets or numbers; one item when it is no list."""
    lines = [(start, end) for start, end in _lines(text) if any(char.isalnum() for char in text[start:end])]
    if len(lines) == 1:
        return _numbered(text, 0, lines[0][1])
    bulleted = sum(1 for match in map(_BULLET.match, text.split("\n")) if match)
    if bulleted < 2 and not all(_looks_whole(text[start:end]) for start, end in lines):
        return []
    return lines[:_MOST]


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence, semicolons included."""
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    found = [(start, _trim(text, start, end)) for start, end in itertools.pairwise(cuts)]
    return [(start, end) for start, end in found if end > start][:_MOST_SENTENCES]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        match = _BULLET.match(line)
        start = at + (match.end() if match else len(line) - len(line.lstrip()))
        end = _trim(text, start, at + len(line))
        if end > start:
            yield start, end
        at += len(line) + 1


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _numbered(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = list(_INLINE.finditer(text, start, end))
    if len(cuts) < 2:
        return []
    ends = [*(match.start() for match in cuts[1:]), end]
    return [(match.end(), _trim(text, match.end(), stop)) for match, stop in zip(cuts, ends, strict=True)]


def _looks_whole(line: str) -> bool:
    return line[:1].isupper() and len(line.split()) > 1
