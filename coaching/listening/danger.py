"""What stops or turns aside coaching. Runs first; figures of speech about work are taken out before it looks."""

import re
from functools import cache
from typing import Literal, get_args

from coaching.listening.heard import Danger
from coaching.listening.text import MOST_READ, plain
from coaching.listening.words import lines

Kind = Literal[
    "crisis", "violence", "minor", "harassment", "discrimination", "retaliation", "unsafe", "medical", "legal"
]
_FILE = "danger.txt"


def danger_of(message: str) -> Danger | None:
    """Return what makes this message one that coaching must not go on with; the gravest kind where several."""
    text = re.sub(r"\s+", " ", plain(message[:MOST_READ]).lower())
    text = _idioms().sub(" ", text)
    return next((Danger(kind=kind) for kind in get_args(Kind) if _pattern(kind).search(text)), None)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{line})" for line in lines(_FILE, kind)))


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{line})" for line in lines(_FILE, "idioms")))
