"""Conversations and their turns: a tree of messages, of which one branch is the talk as it goes on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from coaching.change import Refused
from store.database import Session
from store.ids import new_id
from store.owners import hold
from store.refusals import not_found
from store.states import FinalStatus, TurnStatus
from store.tables import ConversationRow, TurnRow

Conditions = tuple[ColumnElement[bool], ...]


@dataclass(frozen=True)
class Conversation:
    """A conversation, without its turns; `opening` is what the coach said first."""

    id: str
    created_at: datetime
    opening: str | None = None


@dataclass(frozen=True)
class Message:
    """What the person says, and where in the conversation.

    It follows `parent_turn`, by default the newest turn. With `instead_of` it takes the place of that turn's
    message: both stay, as two branches. The same `idempotency_key` twice is the same message.
    """

    text: str
    parent_turn: str | None = None
    instead_of: str | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True)
class Outcome:
    """How a turn ended. `history` is what the model is shown again; `reply` is what the person saw."""

    status: FinalStatus
    reply: str | None = None
    model: str | None = None
    label: str | None = None
    talk: dict[str, Any] | None = None
    usage: dict[str, Any] | None = None
    history: list[Any] | None = None


@dataclass(frozen=True)
class Turn:
    """A message and what came back so far."""

    id: str
    conversation_id: str
    parent_turn: str | None
    text: str
    status: TurnStatus
    reply: str | None
    model: str | None
    label: str | None
    talk: dict[str, Any] | None
    usage: dict[str, Any] | None
    history: list[Any] | None
    idempotency_key: str | None
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True)
class Added:
    """The turn of a message; `new` is false where its key had brought it before."""

    turn: Turn
    new: bool


@dataclass(frozen=True)
class UnfinishedTurn:
    """A turn that was running when the program stopped, and whose it is."""

    owner_id: str
    turn: Turn


async def create_conversation(
    session: Session, owner_id: str, *, now: datetime, opening: str | None = None
) -> Conversation:
    """Return a new conversation, begun with the coach's first words."""
    row = ConversationRow(id=new_id(now), owner=owner_id, opening=opening, created_at=now)
    session.add(row)
    await session.flush()
    return _conversation(row)


async def get_conversation(session: Session, owner_id: str, conversation_id: str) -> Conversation | None:
    """Return the conversation, None where the owner has none of that id."""
    query = select(ConversationRow).where(
        ConversationRow.owner == owner_id, ConversationRow.id == conversation_id
    )
    row = await session.scalar(query)
    return _conversation(row) if row else None


async def list_conversations(session: Session, owner_id: str, *, limit: int = 100) -> list[Conversation]:
    """Return the newest conversations first."""
    query = select(ConversationRow).where(ConversationRow.owner == owner_id)
    rows = await session.scalars(query.order_by(ConversationRow.position.desc()).limit(limit))
    return [_conversation(row) for row in rows]


async def add_turn(
    session: Session, owner_id: str, conversation_id: str, message: Message, *, now: datetime
) -> Added | Refused:
    """Return the running turn of the message, or why it can't be added."""
    await hold(session, owner_id)
    if await get_conversation(session, owner_id, conversation_id) is None:
        return not_found("conversation")
    of_talk = (TurnRow.owner == owner_id, TurnRow.conversation == conversation_id)
    if known := await _sent_before(session, of_talk, message):
        return known
    parent = await _parent(session, of_talk, message)
    if isinstance(parent, Refused):
        return parent
    row = TurnRow(
        id=new_id(now),
        owner=owner_id,
        conversation=conversation_id,
        parent_turn=parent,
        text=message.text,
        status="running",
        idempotency_key=message.idempotency_key,
        created_at=now,
    )
    session.add(row)
    await session.flush()
    return Added(_turn(row), new=True)


async def get_turn(session: Session, owner_id: str, turn_id: str) -> Turn | None:
    """Return the turn, None where the owner has none of that id."""
    rows = await _rows(session, TurnRow.owner == owner_id, TurnRow.id == turn_id)
    return _turn(rows[0]) if rows else None


async def turns_of(session: Session, owner_id: str, conversation_id: str) -> list[Turn]:
    """Return the branch that goes on: from the first message to the newest turn."""
    return _branch(await all_turns(session, owner_id, conversation_id))


async def all_turns(session: Session, owner_id: str, conversation_id: str) -> list[Turn]:
    """Return the turns of every branch in the order they were written."""
    rows = await _rows(session, TurnRow.owner == owner_id, TurnRow.conversation == conversation_id)
    return [_turn(row) for row in rows]


async def latest_talk(session: Session, owner_id: str, conversation_id: str) -> dict[str, Any] | None:
    """Return the talk as the last turn of the branch left it that got to the end of one."""
    turns = await turns_of(session, owner_id, conversation_id)
    return next((turn.talk for turn in reversed(turns) if turn.talk is not None), None)


async def finish_turn(
    session: Session, owner_id: str, turn_id: str, outcome: Outcome, *, now: datetime
) -> Turn | Refused:
    """Return the turn with its outcome; a turn that has one keeps it."""
    await hold(session, owner_id)
    rows = await _rows(session, TurnRow.owner == owner_id, TurnRow.id == turn_id)
    if not rows:
        return not_found("turn")
    if rows[0].status != "running":
        return Refused(code="already_finished", message="That turn is over already; nothing was changed.")
    for name, value in vars(outcome).items():
        setattr(rows[0], name, value)
    rows[0].finished_at = now
    await session.flush()
    return _turn(rows[0])


async def unfinished_turns(session: Session) -> list[UnfinishedTurn]:
    """Return the turns, of every owner, that a stop of the program left running."""
    return [
        UnfinishedTurn(row.owner, _turn(row)) for row in await _rows(session, TurnRow.status == "running")
    ]


def _branch(turns: list[Turn]) -> list[Turn]:
    """Return the path to the newest turn, which nothing can follow yet, from the first message on."""
    by_id = {turn.id: turn for turn in turns}
    path = turns[-1:]
    while path and (parent := path[-1].parent_turn):
        path.append(by_id[parent])
    return path[::-1]


async def _sent_before(session: Session, of_talk: Conditions, message: Message) -> Added | Refused | None:
    if message.idempotency_key is None:
        return None
    rows = await _rows(session, *of_talk, TurnRow.idempotency_key == message.idempotency_key)
    if not rows:
        return None
    if rows[0].text != message.text:
        return Refused(
            code="key_reused",
            message="Another message was sent with that Idempotency-Key; nothing was changed. Use a new key.",
        )
    return Added(_turn(rows[0]), new=False)


async def _parent(session: Session, of_talk: Conditions, message: Message) -> str | Refused | None:
    named = message.instead_of or message.parent_turn
    if named is None:
        newest = select(TurnRow.id).where(*of_talk).order_by(TurnRow.position.desc()).limit(1)
        return await session.scalar(newest)
    rows = await _rows(session, *of_talk, TurnRow.id == named)
    if not rows:
        return not_found("turn")
    return rows[0].parent_turn if message.instead_of else named


async def _rows(session: Session, *conditions: ColumnElement[bool]) -> list[TurnRow]:
    return [*await session.scalars(select(TurnRow).where(*conditions).order_by(TurnRow.position))]


def _conversation(row: ConversationRow) -> Conversation:
    return Conversation(row.id, row.created_at, row.opening)


def _turn(row: TurnRow) -> Turn:
    return Turn(
        id=row.id,
        conversation_id=row.conversation,
        parent_turn=row.parent_turn,
        text=row.text,
        status=row.status,
        reply=row.reply,
        model=row.model,
        label=row.label,
        talk=row.talk,
        usage=row.usage,
        history=row.history,
        idempotency_key=row.idempotency_key,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )
