"""Words, stems and sentences of everyday English, with the places where they stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"'”’)]))\s+(?=[\"'“‘(]?[A-Z0-9])|\n{2,}|\n(?=[-*•\d])")

STOP_WORDS = frozenset(
    """
    a about after again all also am an and any are arent as at be because been before being but by
    can cant could couldnt did didnt do does doesnt doing don dont down even ever every few for from
    get gets getting go goes going got had hadnt has hasnt have havent having he hed her here hes
    him his how i id if im in into is isnt it itd itll its ive just keep let lets like made make
    makes me more most much my no not now of off on once one only or other our out over own really
    said same say she shed shes should shouldnt so some still such than that thats the their them
    then there theres these they theyd theyll theyre theyve thing things this those through to too
    under until up us very want was wasnt way we wed were werent weve what whats when where which
    while who whos why will with wont would wouldnt you youd youll your youre yours youve
    """.split()  # noqa: SIM905 - a list of words reads better as words
)


class Word(NamedTuple):
    """A word of a text: its stem, and where it stands in code points."""

    stem: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield each word of a text that carries meaning, in order."""
    for found in _WORD.finditer(text):
        plain = _plain(found[0])
        if plain not in STOP_WORDS:
            yield Word(stem(plain), found.start(), found.end())


def stems(text: str) -> list[str]:
    """Return the stems of a text's words, in order."""
    return [word.stem for word in words(text)]


def _plain(word: str) -> str:
    lowered = word.lower().replace("’", "'")
    return lowered.removesuffix("'s").replace("'", "")


_ENDINGS = (
    ("iness", "y"), ("ational", "at"), ("ization", "iz"), ("isation", "iz"), ("fulness", ""),
    ("ousness", "ous"), ("ments", ""), ("ment", ""), ("ations", "at"), ("ation", "at"), ("ingly", ""),
    ("edly", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ise", "iz"), ("ised", "iz"),
    ("ize", "iz"), ("ized", "iz"), ("ness", ""), ("ers", ""), ("ors", ""), ("er", ""), ("or", ""),
    ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what a word shares with its inflections: promoted, promoting, promotes -> promot."""
    for ending, instead in _ENDINGS:
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= _SHORTEST_STEM and not word.endswith("ss"):
            return _undoubled(kept + instead)
    return word


def _undoubled(kept: str) -> str:
    doubled = len(kept) > _SHORTEST_STEM and kept[-1] == kept[-2] and kept[-1] not in "aeiouls"
    return kept[:-1] if doubled else kept


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the white space around them."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]
