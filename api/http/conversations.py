"""Conversations: messages in, the log of each turn out as server-sent events."""

import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.sse import EventSourceResponse, ServerSentEvent

from agent.turns import Submitted
from api.http.doors import Here, JsonRoute, caller
from api.http.problems import Problem, problem_of
from api.http.shapes import ConversationMade, ConversationShown, Json, Message
from api.instance import Instance
from api.talks import begun, conversation_shown
from api.texts import unusable_message
from coaching.change import Refused
from store import conversations
from store.refusals import not_found

router = APIRouter(
    prefix="/v1/conversations",
    tags=["conversations"],
    route_class=JsonRoute,
    dependencies=[Depends(caller)],
)


@router.post("", status_code=201)
async def begin(here: Here) -> ConversationMade:
    """Begin a conversation."""
    made = await begun(here)
    return ConversationMade(id=made.id, created_at=made.created_at)


@router.get("")
async def list_all(here: Here) -> dict[str, list[ConversationMade]]:
    """Return the conversations, newest first."""
    async with here.database.read() as session:
        found = await conversations.list_conversations(session, here.owner_id)
    return {"conversations": [ConversationMade(id=one.id, created_at=one.created_at) for one in found]}


@router.get("/{conversation}")
async def show(conversation: str, here: Here) -> ConversationShown:
    """Return a conversation with its turns as they were shown."""
    found = await conversation_shown(here, conversation)
    if found is None:
        raise problem_of(not_found("conversation"))
    return found


async def submitted(
    conversation: str,
    message: Message,
    here: Here,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> Submitted:
    """Return the turn of a message, which is kept by then.

    Raises:
        Problem: The message can't be sent; nothing was stored.
    """
    if unusable := unusable_message(message.text):
        raise Problem(422, *unusable)
    said = conversations.Message(
        text=message.text,
        parent_turn=message.parent_turn,
        instead_of=message.instead_of,
        idempotency_key=idempotency_key or None,
    )
    result = await here.turns.submit(here.owner_id, conversation, said)
    if isinstance(result, Refused):
        raise problem_of(result)
    return result


@router.post("/{conversation}/messages", response_class=EventSourceResponse)
async def send(here: Here, turn: Annotated[Submitted, Depends(submitted)]) -> AsyncIterator[ServerSentEvent]:
    """Keep a message and stream its turn. The turn goes on when nobody listens."""
    async for event in _followed(here, turn.turn_id, 0):
        yield event


async def known_turn(conversation: str, turn: str, here: Here) -> str:
    """Return the turn's id.

    Raises:
        Problem: The conversation has no such turn.
    """
    async with here.database.read() as session:
        found = await conversations.get_turn(session, here.owner_id, turn)
    if found is None or found.conversation_id != conversation:
        raise problem_of(not_found("turn"))
    return found.id


KnownTurn = Annotated[str, Depends(known_turn)]


def seen_until(last_event_id: Annotated[str | None, Header()] = None) -> int:
    """Return the number of the last event that the reader has, 0 for none."""
    if not last_event_id:
        return 0
    if not last_event_id.isascii() or not last_event_id.isdecimal() or len(last_event_id) > 9:
        raise Problem(422, "bad_event_id", "Last-Event-ID must be the number of an event of this turn.")
    return int(last_event_id)


@router.get(  # `known_turn` takes the conversation
    "/{conversation}/turns/{turn}/events",  # noqa: FAST003
    response_class=EventSourceResponse,
)
async def follow(
    here: Here, turn: KnownTurn, after: Annotated[int, Depends(seen_until)]
) -> AsyncIterator[ServerSentEvent]:
    """Stream a turn's events from the one after `Last-Event-ID`."""
    async for event in _followed(here, turn, after):
        yield event


@router.post("/{conversation}/turns/{turn}/stop")  # noqa: FAST003
async def stop(here: Here, turn: KnownTurn) -> Json:
    """Stop a running turn; what was said so far is kept."""
    return {"turn": turn, "stopped": await here.turns.stop(here.owner_id, turn)}


async def _followed(here: Instance, turn: str, after: int) -> AsyncIterator[ServerSentEvent]:
    async for number, event in here.turns.follow(here.owner_id, turn, after):
        # ASCII only: some readers split lines at U+2028 and the like.
        yield ServerSentEvent(id=str(number), event=event.event, raw_data=json.dumps(event.data()))
