"""One talk: what is open, asked, skipped and kept, beside the plan.

A talk is a value: a turn takes one and gives the next. What the person said is kept as notes, word for word;
notes enter the plan with the next proposal that the person accepts.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from coaching.plan import Line, Record

Slot = Annotated[str, Field(pattern=r"^[a-z_]+$")]


class Note(Record):
    """Something the person said, in their words: `value` fills the slot, `text` is the clause it came in."""

    slot: Slot
    value: Line
    text: Line
    unsure: bool = False
    due: date | None = None
    about: Line | None = None


class Draft(Record):
    """The goal on the table: its wording by the person, and what they said around it."""

    text: str
    pieces: tuple[str, ...] = Field(default=(), description="Answers about what would be seen, kept as said.")
    why: str | None = None
    measure: str | None = None
    due: date | None = None
    means: tuple[str, ...] = ()
    asked: tuple[Literal["S", "M", "A", "R", "T"], ...] = ()
    others_asked: bool = False


class Talk(Record):
    """Where a talk stands. `open` is the id of the question that waits for an answer."""

    turns: int = 0
    open: str | None = None
    choice: Literal["feeling", "staying", "after"] | None = None
    asked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    draft: Draft | None = None
    proposal: str | None = None
    offered: int = Field(default=0, description="How many of the notes the proposal holds; later ones wait.")
    questions_running: int = 0
    feelings: tuple[str, ...] = ()
    not_followed: int = 0
    cards: tuple[str, ...] = Field(default=(), description="Cards named in this talk; none is named twice.")
    said: tuple[str, ...] = Field(default=(), description="Sentence variants used, so that none comes twice.")
    closed: bool = False

    def with_(self, **fields: object) -> "Talk":
        """Return the talk with these fields changed."""
        return self.model_copy(update=fields)


def noted(talk: Talk, *notes: Note) -> Talk:
    """Return the talk with the notes added; a note that stands already is not doubled."""
    fresh = tuple(n for n in notes if not any(n.slot == o.slot and n.value == o.value for o in talk.notes))
    return talk.with_(notes=(*talk.notes, *fresh))


def values(talk: Talk, slot: str) -> tuple[str, ...]:
    """Return what was noted for a slot, in the order it was said."""
    return tuple(note.value for note in talk.notes if note.slot == slot)
