"""Proposal cards: what would enter the plan, and the person's edit of it read back from the form."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from starlette.datastructures import FormData

from api.pages.marks import LetterShown, Piece, letters, note_on_end, pieces
from api.pages.words import MAIN, label, parts_of, record_in_words, said
from coaching.change import Bundle, Change, PutAgenda, PutGoal, Refused
from coaching.plan import Goal, SavedAgenda
from store.proposals import Proposal

EDITABLE = ("text", "why", "measure", "serves")


@dataclass(frozen=True)
class NoteShown:
    """A part of the proposal that can be unticked."""

    number: int
    label: str
    words: str


@dataclass(frozen=True)
class Card:
    """A proposal as the page shows it."""

    id: str
    title: str
    status: str
    goal: Goal | None
    goal_words: list[Piece]
    letters: list[LetterShown]
    note: str | None
    agenda: SavedAgenda | None
    report: str | None
    notes: list[NoteShown]
    change_id: str | None
    record: str | None


def card_of(proposal: Proposal) -> Card:
    """Return the card of a proposal."""
    parts = parts_of(proposal.change)
    goal = next((part.record for part in parts if isinstance(part, PutGoal)), None)
    agenda = next((part.record for part in parts if isinstance(part, PutAgenda)), None)
    main = next((part for part in parts if part.kind in MAIN), None)
    reviewed = proposal.review if goal and proposal.review else None
    return Card(
        id=proposal.id,
        title=label(main.kind) if main else "Your notes",
        status=proposal.status,
        goal=goal,
        goal_words=pieces(goal.text, reviewed) if goal and reviewed else [],
        letters=letters(reviewed) if reviewed else [],
        note=note_on_end(reviewed) if reviewed else None,
        agenda=agenda,
        report=record_in_words(main.model_dump(mode="json")) if main and main.kind == "step_report" else None,
        notes=_notes(parts),
        change_id=proposal.change_id,
        record=proposal.record,
    )


def edited_by(form: FormData, change: Change) -> Change | Refused | None:
    """Return the change as the form has it; None where nothing was edited, a refusal where it can't be read."""
    parts = parts_of(change)
    kept: list[Change] = []
    ticked = form.getlist("keep")
    for number, part in enumerate(parts):
        if part.kind not in MAIN and str(number) not in ticked:
            continue
        if isinstance(part, PutGoal):
            goal = _goal_in(form, part.record)
            if isinstance(goal, Refused):
                return goal
            part = part.model_copy(update={"record": goal})  # noqa: PLW2901 - the edited part takes its place
        kept.append(part)
    if tuple(kept) == parts:
        return None
    if not kept:
        return Refused(
            code="nothing_kept",
            message="Nothing is ticked, so there is nothing to accept. Tick a line, or reject.",
        )
    return kept[0] if len(kept) == 1 else Bundle(changes=tuple(kept))


def _notes(parts: tuple[Change, ...]) -> list[NoteShown]:
    return [
        NoteShown(
            number,
            " / ".join(dict.fromkeys(name for name, _ in lines)),
            "; ".join(words for _, words in lines),
        )
        for number, part in enumerate(parts)
        if part.kind not in MAIN and (lines := said(part))
    ]


def _goal_in(form: FormData, goal: Goal) -> Goal | Refused:
    fields: dict[str, Any] = {}
    for name in EDITABLE:
        if name in form:
            fields[name] = str(form[name]).replace("\r\n", "\n").strip() or None
    if "due" in form:
        try:
            fields["due"] = date.fromisoformat(str(form["due"])) if form["due"] else None
        except ValueError:
            return Refused(code="bad_date", message="That date can't be read. Write it as 2027-06-30.")
    changed = {name: value for name, value in fields.items() if value != getattr(goal, name)}
    if not changed:
        return goal
    try:
        return Goal.model_validate({**goal.model_dump(), **changed})
    except ValidationError:
        return Refused(
            code="bad_goal",
            message="A goal needs words, 4,000 characters at most. Write it in a sentence or two.",
        )
