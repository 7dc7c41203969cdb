"""A sentence in clauses, each in its place, so that a cue does not reach over a joint."""

import itertools
from functools import partial

from coaching.listening.patterns import rule
from coaching.listening.text import Sentence

_JOINT = partial(rule, "clauses", "joint")


def clauses(sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the clauses of a sentence; a joint such as "but" stays at the head of what follows it."""
    cuts = [0, *(match.end() for match in _JOINT().finditer(sentence.plain)), len(sentence.text)]
    found = []
    for start, end in itertools.pairwise(cuts):
        piece = sentence.text[start:end]
        lead = len(piece) - len(piece.lstrip(" ,;:-–—"))
        body = piece.strip(" ,;:-–—")
        if body:
            at = start + lead
            found.append(Sentence(body, sentence.plain[at : at + len(body)], sentence.start + at))
    return tuple(found)


_HEAD = partial(rule, "clauses", "head")


def bare(clause: Sentence) -> Sentence:
    """Return the clause without the joints and fillers at its head."""
    match = _HEAD().match(clause.plain)
    at = match.end() if match and match.end() < len(clause.text) else 0
    return Sentence(clause.text[at:], clause.plain[at:], clause.start + at)
