"""What a text says about time, as values."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

Reason = Literal["no_date_given", "event_without_date", "fiscal", "cadence", "start_only", "vague"]
Role = Literal["deadline", "start", "past", "name", "cadence", "vague"]


class Deadline(BaseModel):
    """The end point of a goal, or the words about time that give none.

    Attributes:
        date: The day it ends, where the text allows one.
        reason: Why there is no day; None when there is one.
        past: Whether the day lies before the day of reading.
        start: First code point of the words in the text.
        end: Code point after the last.
        text: The words themselves.
    """

    model_config = ConfigDict(frozen=True)

    date: dt.date | None
    reason: Reason | None
    past: bool
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """One reference to time in a text.

    Attributes:
        start: First code point, the preposition included.
        end: Code point after the last.
        text: The words.
        role: Whether it ends something, starts it, lies behind, names a thing, repeats, or stays open.
        date: The day it resolves to.
        reason: Why it has no day.
        firm: Whether a cue such as "by" or "until" marks it as an end.
    """

    start: int
    end: int
    text: str
    role: Role
    date: dt.date | None = None
    reason: Reason | None = None
    firm: bool = False
