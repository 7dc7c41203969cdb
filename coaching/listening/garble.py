"""Text that says nothing: keyboard mash, single signs, loose words, filler Latin, a bare address."""

import re
from functools import cache

from coaching.listening.text import MOST_READ, plain
from coaching.listening.words import every_word, words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LISTS = "lists.txt"
_ADDRESS = re.compile(r"(?:(?:https?://|www\.)\S+\s*)+", re.IGNORECASE)
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz")
_TYPED = ("power", "type", "were", "pert", "tree", "opera")
_HARD = re.compile(
    r"(?=(?:[bcdfghjkpqtvwxz]j|j[bcdfghjklmnpqrstvwxyz]|q[^ua]|[vwx][bcfgjkqvxz]|[bcdfgjkpq]x|z[bcdfgjkpqrstvwx]"
    r"|[fghjkpqvwz]q|[dfgjk][bcfkpqvz]|[hk][dfgjqvxz]|sd|fj|gf|hg|lk[bdfghjq]|dk|kd))"
)


def is_nonsense(message: str) -> bool:
    """Return whether a message holds nothing to work with."""
    text = plain(message[:MOST_READ]).strip()
    found = _WORD.findall(text.lower())
    if not found:
        return len(re.sub(r"\D", "", text)) not in range(1, 7)
    if _ADDRESS.fullmatch(text):
        return True
    if len(found) == 1 and len(found[0]) == 1:
        return found[0] not in {"y", "n", "k"} and not re.search(r"\d", text)
    mashed = sum(_mashed(word) for word in found)
    return mashed * 2 >= len(found) or _repeated(found) or _filler(found) or _loose(found, text)


def _mashed(word: str) -> bool:
    """Return whether a word cannot be spoken: no vowel, long runs of consonants, keys in a row."""
    if word in words(_LISTS, "abbreviations") or not word.isascii():
        return False
    if len(word) >= 3 and not re.search(r"[aeiouy]", word):
        return True
    if re.search(r"(.)\1{3,}|[bcdfghjklmnpqrstvwxz]{6,}|^(..+)\2{2,}$", word):
        return True
    if len(word) >= 4 and _on_keys(word):
        return True
    return len(word) >= 7 and len(_HARD.findall(word)) >= 3


def _on_keys(word: str) -> bool:
    """Return whether four keys of a row stand side by side in it, where no English word has them."""
    runs = any(word[at : at + 4] in row for row in _KEYS for at in range(len(word) - 3))
    return runs and not word.startswith("propert") and not any(known in word for known in _TYPED)


def _repeated(found: list[str]) -> bool:
    """Return whether one word is said again and again."""
    return len(set(found)) == 1 and len(found) >= (3 if found[0] in words(_LISTS, "dummy") else 4)


def _filler(found: list[str]) -> bool:
    """Return whether it is filler Latin, or words of no language in a row."""
    latin = sum(word in words(_LISTS, "latin") for word in found)
    if len(found) >= 3 and latin * 5 >= len(found) * 4 and any(len(word) > 4 for word in found):
        return True
    long_ones = [word for word in found if len(word) >= 4]
    return len(long_ones) >= 2 and len(found) <= 6 and all(map(_alien, long_ones))


def _alien(word: str) -> bool:
    """Return whether most of its letter triples occur in no word that the lists know."""
    if not word.isascii() or word in every_word():
        return False
    triples = [f"^{word}$"[at : at + 3] for at in range(len(word))]
    return sum(triple not in _triples() for triple in triples) * 2 >= len(triples)


@cache
def _triples() -> frozenset[str]:
    return frozenset(f"^{word}$"[at : at + 3] for word in every_word() for at in range(len(word)))


def _loose(found: list[str], text: str) -> bool:
    """Return whether four or more words stand side by side with nothing that joins them or tells of work."""
    if len(found) < 4 or re.search(r"[,;:!?\d]", text.rstrip(".!?")):
        return False
    known = words("languages.txt", "en")
    joined = sum(word in known or word.split("'")[0] in known for word in found)
    odd = sum(word in words(_LISTS, "things") for word in found)
    return (joined <= 1 and odd >= 2) or (joined == len(found) and not set(found) & _CONTENT)


_CONTENT = frozenset(
    ("i", "you", "he", "she", "we", "they", "it", "it's", "i'm", "i've", "i'd", "i'll", "me", "no", "yes", "not",
     "don't", "work", "job", "do", "does", "did", "think", "know", "want", "like", "need", "make",
     "new", "good", "my")
)  # fmt: skip
