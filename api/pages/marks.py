"""A goal's words, marked by the SMART letters they carry."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

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
