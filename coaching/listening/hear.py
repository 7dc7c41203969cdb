"""Hearing one message: every tag in order, from danger to plain facts, as one value. Decides nothing."""

import re
from dataclasses import dataclass
from datetime import date

from coaching.listening.asking import questions_of
from coaching.listening.commands import Steering, steering
from coaching.listening.corrections import corrections_of
from coaching.listening.danger import danger_of
from coaching.listening.facts.all import Ground, facts_of
from coaching.listening.feelings import feeling_of
from coaching.listening.garble import is_nonsense
from coaching.listening.heard import Heard
from coaching.listening.language import language_of
from coaching.listening.meetings import meeting_of
from coaching.listening.offered import goal_of
from coaching.listening.text import Sentence, split
from coaching.plan import Plan
from coaching.talk import Talk

MOST_SENTENCES = 80
_TASKS = frozenset(
    (
        "step.week",
        "account",
        "load.room",
        "want.target",
        "want.candidate",
        "want.check",
        "evidence.proof",
        "org.need",
    )
)
"""Questions that a feeling does not answer."""
_ACK = re.compile(
    r"(?:ok|okay|right|well|hm+|um+|oh|ah|so|sure|fine|alright|all right|good)[.!…, ]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Used:
    """Which sentences are spoken for: by a command, a question, a request, a goal or a correction."""

    steered: Steering
    places: frozenset[int]


def hear(message: str, *, open_question: str | None, plan: Plan, talk: Talk, today: date) -> Heard:
    """Return what a message says.

    Args:
        message: The person's words; taken apart up to 4,000 characters, searched for danger up to 8,000.
        open_question: Id of the question that waits for an answer.
        plan: What was accepted.
        talk: Where the talk stands.
        today: The person's date, for steps and meetings.
    """
    sentences = split(message)[:MOST_SENTENCES]
    steered = steering(sentences, talk, open_question)
    nonsense = is_nonsense(message) and steered.command is None
    meeting = meeting_of(sentences, plan, today)
    asked = tuple((at, one) for at, one in questions_of(sentences) if not _emptied(sentences, steered, at))
    goal = goal_of(sentences, talk, open_question) if not nonsense else None
    corrections = corrections_of(sentences, plan, talk)
    places = {place for place, _ in asked} | (goal[1] if goal else set())
    places |= (meeting[1] if meeting else set()) | {place for found, _ in corrections for place in found}
    used = _Used(steered, frozenset(places))
    left = _left(sentences, used)
    feeling = feeling_of(sentences)
    if open_question in _TASKS and feeling is not None and feeling.kind not in {"doubt", "comparison"}:
        left = tuple(piece for piece in left if not _tells(piece, feeling.word))
    return Heard(
        text=message,
        sentences=tuple(sentence.text for sentence in sentences),
        danger=danger_of(message),
        command=steered.command,
        rest=" ".join(piece.text for piece in left),
        corrections=tuple(correction for _, correction in corrections),
        feeling=feeling,
        meeting=meeting[0] if meeting else None,
        questions=tuple(question for place, question in asked if meeting is None or place not in meeting[1]),
        goal=goal[0] if goal else None,
        facts=()
        if nonsense
        else facts_of(
            sentences,
            left,
            used.places,
            Ground(open_question, plan, talk, today, corrected=bool(corrections)),
        ),
        nonsense=nonsense,
        language=language_of(message),
    )


def _tells(sentence: Sentence, word: str) -> bool:
    """Return whether a sentence is there to tell the feeling, so that it answers no question about a task."""
    return 0 <= sentence.text.find(word) < 24


def _emptied(sentences: tuple[Sentence, ...], steered: Steering, place: int) -> bool:
    """Return whether a sentence is a command through and through."""
    return steered.left[place][0] >= len(sentences[place].text)


def _left(sentences: tuple[Sentence, ...], used: _Used) -> tuple[Sentence, ...]:
    """Return what may be an answer: sentences that nothing else claims, without the command in them."""
    found: list[Sentence] = []
    for place, (sentence, (start, _)) in enumerate(zip(sentences, used.steered.left, strict=True)):
        body = sentence.text[start:].lstrip(" ,;:.!-–—…")
        if place in used.places or not body or (len(sentences) > 1 and _ACK.fullmatch(sentence.plain)):
            continue
        at = len(sentence.text) - len(body)
        found.append(Sentence(body, sentence.plain[at:], sentence.start + at, sentence.spaced and not at))
    return tuple(found)
