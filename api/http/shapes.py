"""Bodies of requests and answers, as INTERFACES draws them."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from coaching.plan import Body, Purpose
from store.states import Actor, ProposalStatus, TurnStatus


class Shape(BaseModel):
    """Frozen; an unknown field is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Message(Shape):
    """What the person says; with `parent_turn`, after that turn; with `instead_of`, in the place of one."""

    text: str
    parent_turn: str | None = None
    instead_of: str | None = None


class ConversationMade(Shape):
    """A conversation."""

    id: str
    created_at: dt.datetime


class TurnEvent(Shape):
    """One event of a turn, as the stream sends it."""

    id: int
    event: str
    data: Body


class TurnShown(Shape):
    """A message and what came back."""

    id: str
    parent_turn: str | None
    text: str
    status: TurnStatus
    reply: str | None
    model: str | None
    created_at: dt.datetime
    finished_at: dt.datetime | None
    events: list[TurnEvent]


class ConversationShown(ConversationMade):
    """A conversation with the coach's first words and its turns, oldest first."""

    opening: str | None
    turns: list[TurnShown]


class ProposalShown(Shape):
    """A proposal as it stands."""

    id: str
    kind: str
    change: Body
    review: Body | None
    status: ProposalStatus
    record: str | None
    change_id: str | None
    conversation: str
    turn: str
    created_at: dt.datetime
    decided_at: dt.datetime | None


class RecordSaved(Shape):
    """What a change saved: the record it was about, and the change's id, by which it can be undone."""

    kind: str
    handle: str | None
    record: Body | None
    change: str
    review: Body | None = None


class GoalCheck(Shape):
    """A goal to be checked; `today` is this machine's day where it is left out."""

    text: str
    today: dt.date | None = None


class SearchFor(Shape):
    """A question to the library and the person's documents, or to one of them."""

    query: str
    limit: Annotated[int, Field(ge=1, le=50)] = 5
    among: Literal["all", "library", "documents"] = "all"


class AgendaWanted(Shape):
    """An agenda to be drafted."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    with_: Annotated[str, Field(alias="with")]
    on: str
    minutes: int = 30
    purpose: Purpose = "career"
    today: dt.date | None = None


class WriteShown(Shape):
    """One record before and after."""

    kind: str
    handle: str
    before: Body | None
    after: Body | None


class ChangeShown(Shape):
    """A change of the plan as the log has it."""

    id: str
    actor: Actor
    kind: str
    handle: str | None
    at: dt.datetime
    turn: str | None
    undone: bool
    undoes: str | None
    writes: list[WriteShown]


class Listed(Shape):
    """Goals by handle."""

    handle: str
    record: Body


class Health(Shape):
    """That the server answers."""

    status: Literal["ok"] = "ok"
    version: str


class HiddenShown(Shape):
    """Text that a reader of the document would not see."""

    text: str
    how: str
    page: int | None


class DocumentShown(Shape):
    """A document as it is kept; `status` is that of its index."""

    id: str
    name: str
    kind: str
    size: int
    pages: int | None
    status: str
    hidden: list[HiddenShown]
    ladder: Body | None
    created_at: dt.datetime


class DocumentTaken(DocumentShown):
    """A document that was brought, and whether it was here before."""

    taken: Literal["new", "known", "read_again"]


class PassageShown(Shape):
    """A piece of a document."""

    page: int | None
    heading: str | None
    text: str


class DocumentOpened(DocumentShown):
    """A document with its passages."""

    passages: list[PassageShown]


class IndexShown(Shape):
    """How far the index of the documents is, and what stands in its way."""

    state: Literal["ready", "rebuilding", "words_alone"]
    done: int
    total: int
    trouble: str | None


class Room(Shape):
    """What may be brought: bytes of one file, files, and bytes of all of them."""

    file_bytes: int
    files: int
    bytes: int


class DocumentsShown(Shape):
    """The documents, oldest first."""

    documents: list[DocumentShown]
    index: IndexShown
    room: Room


Json = dict[str, Any]
