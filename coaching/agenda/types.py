"""An agenda as a value. Field order is the order at the doors; the page itself is never stored."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from coaching.plan import Purpose

Origin = Literal["person", "library", "derived", "blank"]
SectionId = Literal["why", "their_needs", "done", "wanted", "ask", "questions", "next_step"]
Severity = Literal["error", "warning", "hint"]
Part = Literal["line", "main_ask", "also_ask", "smaller_ask", "grow", "proof", "for_them"]

SECTION_IDS: tuple[SectionId, ...] = (
    "why",
    "their_needs",
    "done",
    "wanted",
    "ask",
    "questions",
    "next_step",
)
BLANK = "________"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, serialize_by_alias=True)


class AgendaRequest(_Frozen):
    """What a person asks for: with whom, on which day (ISO date, or date and time), how long, and why."""

    with_: str = Field(alias="with")
    on: str
    minutes: int
    purpose: Purpose = "career"


class Unusable(_Frozen):
    """Why no agenda can be drawn: a code and a sentence for the person."""

    code: Literal["blank_name", "long_name", "bad_date", "past_date", "too_short", "too_long"]
    message: str


class Claim(_Frozen):
    """Words of a line that say what was done: code points `start` to `end`, and the records that carry them."""

    start: int
    end: int
    text: str
    evidence: tuple[str, ...]
    status: Literal["traced", "unconfirmed"]


class Item(_Frozen):
    """One line of the page.

    Attributes:
        text: The line; a person's words stand as they were said.
        private: Whether it stays off a page that is sent.
        origin: Their words, the library, worked out from their records, or a blank to fill.
        claims: What it says was done.
        records: Handles of the records it comes from; stays here, not at the doors.
        part: What the line is for within its section; stays here too.
    """

    text: str
    private: bool = False
    origin: Origin
    claims: tuple[Claim, ...] = ()
    records: tuple[str, ...] = Field(default=(), exclude=True)
    part: Part = Field(default="line", exclude=True)


class Section(_Frozen):
    """A part of the conversation with its minutes."""

    id: SectionId
    title: str
    minutes: int
    items: tuple[Item, ...]


class Finding(_Frozen):
    """Something about the page worth a second look; `path` is a JSON Pointer into the agenda."""

    rule: str
    severity: Severity
    path: str
    records: tuple[str, ...] = ()
    message: str
    evidence: tuple[str, ...] = ()
    question: str | None = None
    source: str


class KeptOff(_Frozen):
    """Words that were left off the page, and why."""

    words: str
    reason: Literal["private", "leaving", "feeling", "blame", "ultimatum"]
    records: tuple[str, ...] = ()


class Agenda(_Frozen):
    """One page for one conversation.

    Attributes:
        bring: Proofs to have at hand.
        before: What to find out first.
        named: Other people on the page.
        kept_off: The person's words that were left off.
        review: What the rules found.
        sources: Passages of the library behind the lines marked so.
    """

    title: str
    with_: str = Field(alias="with")
    on: str
    minutes: int
    purpose: Purpose
    sections: tuple[Section, ...]
    bring: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    kept_off: tuple[str, ...] = ()
    review: tuple[Finding, ...] = ()
    sources: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the agenda as JSON values, keys in the order of the doors."""
        return self.model_dump(mode="json", by_alias=True)

    def section(self, id_: SectionId) -> Section:
        """Return the section with this id; every agenda has all seven."""
        return self.sections[SECTION_IDS.index(id_)]
