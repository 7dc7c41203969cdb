"""Corrections: a new value for something said before. Sure or silent."""

from coaching.listening.heard import Correction
from coaching.listening.text import Sentence
from coaching.plan import Plan
from coaching.talk import Talk


def corrections_of(sentences: tuple[Sentence, ...], plan: Plan, talk: Talk) -> tuple[tuple[int, Correction], ...]:
    """Return the corrections with the place of the sentence each stands in."""
    return ()
