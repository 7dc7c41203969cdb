"""The patterns of the listening, read from their data files: one a line, under a heading."""

import re
from functools import cache
from pathlib import Path

from coaching.listening.numbers import NUMBER
from coaching.listening.words import any_of, lines, words

_PARTS = Path(__file__).parent.parent / "data" / "listening" / "patterns" / "parts.txt"
_MARK = re.compile(r"\{([A-Z]+)\}")


@cache
def rules(file: str, heading: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns under a heading of a file, in their order; they ignore case.

    Args:
        file: Name of the data file without its ending.
        heading: What stands in square brackets above them.

    Raises:
        KeyError: For a part that is none.
    """
    return tuple(re.compile(filled(line), re.IGNORECASE) for line in lines(f"patterns/{file}.txt", heading))


def rule(file: str, heading: str) -> re.Pattern[str]:
    """Return the one pattern under a heading."""
    (only,) = rules(file, heading)
    return only


@cache
def part(name: str) -> str:
    """Return a part of many patterns, such as what a name looks like. Raises: KeyError for a part that is none."""
    return filled(_parts()[name])


def filled(text: str) -> str:
    """Return a pattern with the parts it names put in their places."""
    return _MARK.sub(lambda mark: part(mark[1]), text)


_LISTED = {
    "FEELING": ("feelings.txt", "fear", "anger", "tired", "regret", "sad", "joy", "comparison"),
    "MODIFIER": ("feelings.txt", "modifier"),
    "FEELINGNOUN": ("feelings.txt", "noun"),
    "FIELD": ("jobs.txt", "industry"),
    "DEPARTMENT": ("jobs.txt", "department"),
}
"""Parts that are lists of words: the file and the lists in it."""


def _listed(file: str, *names: str) -> str:
    """Return a pattern part for any word of the lists; what follows "=" is no part of the word."""
    return any_of(frozenset(entry.partition("=")[0] for name in names for entry in words(file, name)))


@cache
def _parts() -> dict[str, str]:
    found = {"NUMBER": NUMBER} | {name: _listed(*where) for name, where in _LISTED.items()}
    for line in _PARTS.read_text(encoding="utf-8").splitlines():
        name, colon, text = line.partition(": ")
        if colon and not line.startswith("#"):
            found[name] = text
    return found
