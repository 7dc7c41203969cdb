"""What a change to the plan can be: one discriminated union, and what comes of it.

A write holds what stood before and after, so the inverse of a change is its writes turned round.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_serializer

from coaching.plan import (
    Account,
    Body,
    Evidence,
    Goal,
    Handle,
    Line,
    Need,
    Person,
    Plan,
    Profile,
    Question,
    Record,
    SavedAgenda,
    Step,
    Vision,
)


class SetProfile(Record):
    """Fields of the profile to set; what is left out stays."""

    kind: Literal["profile"] = "profile"
    fields: Profile

    @field_serializer("fields")
    def _given(self, fields: Profile) -> Body:
        """Write only what was given: a field left out means "leave it", one that is null means "empty it"."""
        return fields.model_dump(mode="json", exclude_unset=True)


class SetVision(Record):
    """Fields of the vision to set; what is left out stays."""

    kind: Literal["vision"] = "vision"
    fields: Vision

    @field_serializer("fields")
    def _given(self, fields: Vision) -> Body:
        """Write only what was given: a field left out means "leave it", one that is null means "empty it"."""
        return fields.model_dump(mode="json", exclude_unset=True)


class SetAccount(Record):
    """Who asks how it went."""

    kind: Literal["account"] = "account"
    record: Account


class SetReview(Record):
    """When the whole plan is looked at again."""

    kind: Literal["review"] = "review"
    on: date


class PutNeed(Record):
    """Add a need of the organisation, or replace the one with this handle."""

    kind: Literal["need"] = "need"
    handle: Handle | None = None
    record: Need


class PutEvidence(Record):
    """Add a piece of evidence, or replace the one with this handle."""

    kind: Literal["evidence"] = "evidence"
    handle: Handle | None = None
    record: Evidence


class PutPerson(Record):
    """Add a person, or replace the one with this handle; the same name is the same person."""

    kind: Literal["person"] = "person"
    handle: Handle | None = None
    record: Person


class PutQuestion(Record):
    """Keep a question for later."""

    kind: Literal["question"] = "question"
    handle: Handle | None = None
    record: Question


class PutGoal(Record):
    """Add a goal, or replace the one with this handle."""

    kind: Literal["goal"] = "goal"
    handle: Handle | None = None
    record: Goal


class PutAgenda(Record):
    """Keep an agenda."""

    kind: Literal["agenda"] = "agenda"
    handle: Handle | None = None
    record: SavedAgenda


class AddStep(Record):
    """Add a step to a goal; without a handle, to the newest goal."""

    kind: Literal["step"] = "step"
    goal: Handle | None = None
    record: Step


class ReportStep(Record):
    """Say what came of a step (career-strategy/05)."""

    kind: Literal["step_report"] = "step_report"
    goal: Handle
    step: Annotated[int, Field(ge=0, description="Position in the goal's steps, from 0.")]
    status: Literal["done", "not"]
    obstacle: Line | None = None


class Remove(Record):
    """Take a record out of the plan; its handle is never used again."""

    kind: Literal["remove"] = "remove"
    handle: Handle


class Bundle(Record):
    """Several changes that stand or fall together, in order."""

    kind: Literal["bundle"] = "bundle"
    changes: tuple["Change", ...]


Change = Annotated[
    SetProfile
    | SetVision
    | SetAccount
    | SetReview
    | PutNeed
    | PutEvidence
    | PutPerson
    | PutQuestion
    | PutGoal
    | PutAgenda
    | AddStep
    | ReportStep
    | Remove
    | Bundle,
    Field(discriminator="kind"),
]


class Write(Record):
    """One record before and after; None where there is no record."""

    kind: str
    handle: str
    before: Body | None
    after: Body | None


class Applied(Record):
    """The plan after a change, and the writes that make it; `handle` is the record the change was about."""

    plan: Plan
    writes: tuple[Write, ...]
    handle: str | None = None


class Refused(Record):
    """Why a change was not made: a code and a sentence for the person. Nothing was changed."""

    code: str
    message: str
