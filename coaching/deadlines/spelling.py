"""A mistyped word read as the known word it is one slip away from."""

from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"
_LETTERS = "etaoinsrhldcumfpgwybvkxjqz"
_SHORTEST = 4
_SUBSTITUTED = 6
_LONGEST = 18


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """Return the one common word a slip away from an unknown word; the word itself when it is known or none fits.

    A slip swaps two letters, drops, doubles or adds one, or, in longer words, hits another key.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or _is_known(word):
        return word
    for slips in (_swapped(word), _shorter(word), _longer(word), _other_key(word)):
        fits = {slip for slip in slips if slip in _common()}
        if len(fits) == 1:
            return fits.pop()
        if fits:
            return word
    return word


_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "r", "n", "al", "ment", "ness", "ies", "ied")


def _is_known(word: str) -> bool:
    """Return whether the word, or the word without a common ending, is known."""
    known = _known()
    if word in known:
        return True
    stems = [
        word.removesuffix(ending)
        for ending in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) > 2
    ]
    return any(
        stem in known or stem + "e" in known or stem + "y" in known or stem[:-1] in known for stem in stems
    )


def _swapped(word: str) -> set[str]:
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}


def _shorter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))}


def _longer(word: str) -> set[str]:
    return {word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in _LETTERS}


def _other_key(word: str) -> set[str]:
    if len(word) <= _SUBSTITUTED:
        return set()
    return {word[:at] + letter + word[at + 1 :] for at in range(1, len(word)) for letter in _LETTERS}


@cache
def _known() -> frozenset[str]:
    return _common() | _words("plain-words.txt", "seen: ")


@cache
def _common() -> frozenset[str]:
    listed = {
        word
        for word in _words("smart-words.txt", "")
        if word.isalpha() and word.isascii() and len(word) >= _SHORTEST
    }
    stems = {word.removesuffix("e") for word in listed}
    formed = {stem + ending for stem in stems for ending in ("ing", "ed")} | {word + "s" for word in listed}
    return frozenset(listed | formed) | _words("plain-words.txt", "common: ")


def _words(name: str, wanted: str) -> frozenset[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(
        word
        for line in lines
        if line.startswith(wanted) and not line.startswith("#")
        for word in line.partition(": ")[2].split()
    )
