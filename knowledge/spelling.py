"""Mends slips of typing, when the word meant is one that the library uses."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
# Two slips in a short word make any word of any other.
_SHORTEST_FOR_TWO = 8
_TWO = 2
_SUFFIXES = (
    "s", "es", "ed", "d", "ing", "ings", "er", "ers", "est", "ly", "ness", "less", "ful", "able", "ment", "y", "ish",
    "al",
)  # fmt: skip


@dataclass(frozen=True)
class Speller:
    """The words that are no slips, and how often the library uses each of its own."""

    common: frozenset[str]
    library: Mapping[str, int]


def speller(texts: Iterable[str]) -> Speller:
    """Return what is needed to mend questions to a library of these texts."""
    used = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    return Speller(_common_words(), used)


@cache
def _common_words() -> frozenset[str]:
    # The embedder's vocabulary holds the 20,000 commonest English words whole.
    data = json.loads(files("knowledge").joinpath("data", "tokenizer.json").read_bytes())
    return frozenset(word for word in data["model"]["vocab"] if word.isalpha())


def mended(text: str, by: Speller) -> str:
    """Return a text with its slips of typing mended."""
    return _WORD.sub(lambda found: _mended_word(found[0], by), text)


def _mended_word(word: str, by: Speller) -> str:
    plain = word.lower()
    if len(plain) < _SHORTEST or not (plain.isascii() and plain.isalpha()) or _is_word(plain, by):
        return word
    near = _near(plain) & by.library.keys()
    if not near and len(plain) >= _SHORTEST_FOR_TWO:
        near = {meant for meant in by.library if _like(plain, meant) and _slips(plain, meant) <= _TWO}
    return min(near, key=lambda meant: (-by.library[meant], meant)) if near else word


def _is_word(plain: str, by: Speller) -> bool:
    def known(word: str) -> bool:
        return word in by.common or word in by.library

    compound = any(known(plain[:n]) and known(plain[n:]) for n in range(4, len(plain) - 3))
    return known(plain) or compound or any(known(base) for base in _bases(plain))


def _bases(plain: str) -> Iterable[str]:
    for suffix in _SUFFIXES:
        base = plain.removesuffix(suffix)
        if base != plain and len(base) >= _SHORTEST - 1:
            yield from (base, base + "e", base + "y", base.removesuffix("i") + "y")
            if len(base) > _SHORTEST - 1 and base[-1] == base[-2]:
                yield base[:-1]


def _near(word: str) -> set[str]:
    """Return what one slip makes of a word: a letter too few, too many, changed, or two swapped."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    return fewer | swapped | changed | {a + c + b for a, b in cuts for c in _LETTERS}


def _like(word: str, meant: str) -> bool:
    """Return whether two words are worth comparing letter by letter."""
    return (
        word[0] == meant[0]
        and abs(len(word) - len(meant)) <= _TWO
        and len(set(word) ^ set(meant)) <= 2 * _TWO
    )


def _slips(word: str, meant: str) -> int:
    """Return how many letters must be dropped, put in, changed or swapped to make one word of the other."""
    before, row = list[int](), list(range(len(meant) + 1))
    for n, letter in enumerate(word, 1):
        earlier, before, row = before, row, [n]
        for m, other in enumerate(meant, 1):
            row.append(min(before[m] + 1, row[m - 1] + 1, before[m - 1] + (letter != other)))
            if n > 1 and m > 1 and letter == meant[m - 2] and word[n - 2] == other:
                row[m] = min(row[m], earlier[m - 2] + 1)
    return row[-1]
