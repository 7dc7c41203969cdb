"""A goal's words, marked by the SMART letters they carry."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from coaching.deadlines.types import Deadline
from coaching.smart.feedback import deadline_note

LETTERS = {
    "specific": "S",
    "measurable": "M",
    "achievable": "A",
    "relevant": "R",
    "time_bound": "T",
}
NAMES = {
    "S": "Specific",
    "M": "Measurable",
    "A": "Achievable",
    "R": "Relevant",
    "T": "Time-bound",
}
LEVELS = ("missing", "in part", "stated")


VERDICTS = {"vague": "vague still", "partial": "partly there", "smart": "SMART"}


@dataclass(frozen=True)
class Piece:
    """A stretch of the text and the letters it carries, in order; none for the rest."""

    text: str
    letters: str


@dataclass(frozen=True)
class LetterShown:
    """How the goal stands on one letter, in words."""

    letter: str
    name: str
    level: int
    word: str
    words: tuple[str, ...]
    finding: str | None
    question: str | None
    stated_in: str | None


@dataclass(frozen=True)
class ReviewShown:
    """A review as it is shown: the whole in words, the text cut into pieces, the day it is read as, the letters.

    `note` says what stands beside the letters about its end, `parts` are the goals in a text of several.
    """

    verdict: str
    pieces: list[Piece]
    date: str | None
    note: str | None
    letters: list[LetterShown]
    parts: list["ReviewShown"]


def review_shown(review: dict[str, Any]) -> ReviewShown:
    """Return a review of the doors as it is shown."""
    return ReviewShown(
        verdict=VERDICTS[review["verdict"]],
        pieces=pieces(review["text"], review),
        date=review["deadline"] and review["deadline"]["date"],
        note=note_on_end(review),
        letters=letters(review),
        parts=[review_shown(part) for part in review.get("goals") or ()],
    )


def note_on_end(review: dict[str, Any]) -> str | None:
    """Return what to say of an end that lies behind or can't be dated, None where there is nothing to say."""
    note = deadline_note(Deadline.model_validate(review["deadline"])) if review["deadline"] else None
    return " ".join(note) if note else None


def pieces(text: str, review: dict[str, Any]) -> list[Piece]:
    """Return the text cut where marks begin and end; joined again it is the text."""
    spans = [
        (span["start"], span["end"], letter)
        for name, letter in LETTERS.items()
        for span in review["criteria"][name]["evidence"]
    ]
    cuts = sorted({0, len(text), *(place for start, end, _ in spans for place in (start, end))})
    found = [
        Piece(text[start:end], "".join(letter for a, b, letter in spans if a <= start and end <= b))
        for start, end in pairwise(cuts)
    ]
    return [part for piece in found for part in _without_trailing_space(piece)]


def _without_trailing_space(piece: Piece) -> list[Piece]:
    """Return a marked piece with the space after it left unmarked."""
    words = piece.text.rstrip()
    if not piece.letters or words == piece.text:
        return [piece]
    return [part for part in (Piece(words, piece.letters), Piece(piece.text[len(words) :], "")) if part.text]


def letters(review: dict[str, Any]) -> list[LetterShown]:
    """Return the five letters in order."""
    return [_letter(name, letter, review["criteria"][name]) for name, letter in LETTERS.items()]


def _letter(name: str, letter: str, found: dict[str, Any]) -> LetterShown:
    del name
    return LetterShown(
        letter=letter,
        name=NAMES[letter],
        level=found["level"],
        word=LEVELS[found["level"]],
        words=tuple(span["text"] for span in found["evidence"]),
        finding=found["finding"],
        question=found["question"],
        stated_in=found.get("stated_in"),
    )
