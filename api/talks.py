"""A conversation as it is shown at the doors."""

from api.http.shapes import ConversationShown, TurnEvent, TurnShown
from api.instance import Instance
from store import conversations, events


async def begun(here: Instance) -> conversations.Conversation:
    """Return a new conversation, which keeps the words it began with."""
    opening, now = await here.turns.opening(here.owner_id), here.clock.now()
    async with here.database.begin() as session:
        return await conversations.create_conversation(session, here.owner_id, now=now, opening=opening)


async def conversation_shown(here: Instance, conversation_id: str) -> ConversationShown | None:
    """Return the branch that goes on, with what each turn told; None where there is no such conversation."""
    async with here.database.read() as session:
        found = await conversations.get_conversation(session, here.owner_id, conversation_id)
        if found is None:
            return None
        turns = [
            _shown(turn, await events.after(session, here.owner_id, turn.id, 0))
            for turn in await conversations.turns_of(session, here.owner_id, conversation_id)
        ]
    return ConversationShown(id=found.id, created_at=found.created_at, opening=found.opening, turns=turns)


def _shown(turn: conversations.Turn, told: list[events.StoredEvent]) -> TurnShown:
    return TurnShown(
        id=turn.id,
        parent_turn=turn.parent_turn,
        text=turn.text,
        status=turn.status,
        reply=turn.reply,
        model=turn.model,
        created_at=turn.created_at,
        finished_at=turn.finished_at,
        events=[TurnEvent(id=event.seq, event=event.event, data=event.data) for event in told],
    )
