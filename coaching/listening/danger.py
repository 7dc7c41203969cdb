"""What stops or turns aside coaching. Runs first; figures of speech about work are taken out before it looks."""

import re
from functools import cache, partial
from typing import Literal, get_args

from coaching.listening.heard import Danger
from coaching.listening.patterns import rule
from coaching.listening.text import plain
from coaching.listening.words import lines

Kind = Literal[
    "crisis", "violence", "minor", "harassment", "discrimination", "retaliation", "unsafe", "medical", "legal"
]
_FILE = "danger.txt"
MOST_READ = 8000
"""Characters that are looked through; more than anything else reads, since this must not be missed."""


def danger_of(message: str) -> Danger | None:
    """Return what makes this message one that coaching must not go on with; the gravest kind where several."""
    said = _spelt(re.sub(r"\s+", " ", plain(message[:MOST_READ]).lower()))
    text = _idioms().sub(" ", said)
    if _pattern("crisis").search(text) or _hinted(text):
        return Danger(kind="crisis")
    if _pattern("violence before idioms").search(said):
        return Danger(kind="violence")
    return next((Danger(kind=kind) for kind in get_args(Kind) if _pattern(kind).search(text)), None)


def _hinted(text: str) -> bool:
    """Return whether a sentence holds a weaker sign of crisis and is not about a workplace."""
    return any(
        _pattern("hints").search(sentence) and not _pattern("work").search(sentence)
        for sentence in _SENTENCE.split(text)
    )


_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_UNSPELT = partial(rule, "danger", "unspelt")


def _spelt(text: str) -> str:
    """Return the text with the apostrophes that were left out: "dont" gives "don't"."""
    return _UNSPELT().sub(
        lambda m: f"{m[1]}n't" if m[1] else "'".join(part for part in m.groups() if part), text
    )


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{line})" for line in lines(_FILE, kind)))


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{line})" for line in lines(_FILE, "idioms")))
