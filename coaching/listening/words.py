"""Word lists of the listening, read once from their data files."""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data" / "listening"


@cache
def words(file: str, name: str) -> frozenset[str]:
    """Return the entries of one list in a data file, with plain spaces."""
    return frozenset(entry.replace("_", " ") for entry in _lists(file)[name])


def any_of(entries: frozenset[str]) -> str:
    """Return a pattern part that matches any of the entries, longest first."""
    return "|".join(sorted(entries, key=lambda entry: (-len(entry), entry)))


@cache
def lines(file: str, name: str) -> tuple[str, ...]:
    """Return the lines under one heading `[name]` of a data file of patterns."""
    found: list[str] = []
    heading = ""
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
        elif heading == name and line.strip() and not line.startswith("#"):
            found.append(line.strip())
    return tuple(found)


@cache
def every_word() -> frozenset[str]:
    """Return every word of four or more letters that any data file holds."""
    found = (_LETTERS.findall(path.read_text(encoding="utf-8").lower()) for path in _FOLDER.glob("*.txt"))
    return frozenset(word for some in found for word in some)


_LETTERS = re.compile(r"[a-z]{4,}")


@cache
def _lists(file: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        name, colon, rest = line.partition(": ")
        if colon and not line.startswith("#"):
            found.setdefault(name, set()).update(rest.split())
    return {name: frozenset(entries) for name, entries in found.items()}
