"""The SMART review of a goal, as values. Field order is the order at the doors."""

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

from coaching.deadlines.types import Deadline

__all__ = [
    "CRITERIA",
    "Criteria",
    "CriterionReview",
    "Deadline",
    "GoalContext",
    "GoalReview",
    "Letter",
    "Level",
    "Span",
    "UnusableText",
    "UnusableTextError",
    "Verdict",
]

Level = Literal[0, 1, 2]
Letter = Literal["specific", "measurable", "achievable", "relevant", "time_bound"]
Verdict = Literal["vague", "partial", "smart"]
CRITERIA: tuple[Letter, ...] = ("specific", "measurable", "achievable", "relevant", "time_bound")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Span(_Frozen):
    """A stretch of the text: code points `start` to `end`, and the words there."""

    start: int
    end: int
    text: str


class CriterionReview(_Frozen):
    """How a goal stands on one letter.

    Attributes:
        level: 0 not stated, 1 in part, 2 stated.
        confident: Whether the level is probably right, against the published threshold.
        evidence: The words that carry the level.
        finding: What is missing, in one sentence; None at level 2.
        question: The one question that would lift it; None at level 2.
        stated_in: Field of the plan that meets the letter where the text does not.
    """

    level: Level
    confident: bool
    evidence: tuple[Span, ...]
    finding: str | None
    question: str | None
    stated_in: str | None = None

    @model_serializer(mode="wrap")
    def _without_empty_source(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        shape: dict[str, Any] = dump(self)
        if self.stated_in is None:
            del shape["stated_in"]
        return shape


class Criteria(_Frozen):
    """The five letters; achievable and relevant as stated, never as judged."""

    specific: CriterionReview
    measurable: CriterionReview
    achievable: CriterionReview
    relevant: CriterionReview
    time_bound: CriterionReview


class GoalReview(_Frozen):
    """A goal text, letter by letter.

    Attributes:
        text: The text as given.
        verdict: The whole, computed from the levels.
        criteria: The five letters.
        deadline: What the text says about its end; None when it says nothing about time.
        measure: The words that carry the measure.
        action: The main verb.
        language: "en", another ISO 639-1 code, or "und" where it can't be told.
        goals: The parts, each reviewed, when the text holds several; None on a part.
    """

    text: str
    verdict: Verdict
    criteria: Criteria
    deadline: Deadline | None
    measure: Span | None
    action: Span | None
    language: str
    goals: "tuple[GoalReview, ...] | None" = ()

    @model_serializer(mode="wrap")
    def _parts_without_parts(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        shape: dict[str, Any] = dump(self)
        if self.goals is None:
            del shape["goals"]
        return shape

    def to_json(self) -> dict[str, Any]:
        """Return the review as plain JSON values in the order of the doors."""
        return self.model_dump(mode="json")


class GoalContext(_Frozen):
    """What the plan says about the goal outside its sentence.

    Attributes:
        means: What the person has or will use.
        why: Their reason.
        serves: The aim, role or need it serves.
        measure: How they will know.
        due: The day it is to be done.
    """

    means: tuple[str, ...] = ()
    why: str | None = None
    serves: str | None = None
    measure: str | None = None
    due: dt.date | None = None


class UnusableText(_Frozen):
    """Why a text can't be reviewed: a code, and a sentence that says what to do."""

    code: Literal["empty", "no_words", "too_long"]
    message: str


class UnusableTextError(ValueError):
    """Raised by `review_goal` for a text that `check_text` answers with `UnusableText`."""

    def __init__(self, unusable: UnusableText) -> None:
        """Keep the reason."""
        super().__init__(unusable.message)
        self.unusable = unusable
