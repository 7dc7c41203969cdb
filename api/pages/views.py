"""What the page shows, gathered."""

from dataclasses import dataclass
from typing import Any

from api.http.changes import shown as change_shown
from api.instance import Instance
from api.pages.cards import Card, card_of
from api.pages.words import change_in_words
from api.talks import conversation_shown
from coaching.plan import Plan
from store import changes, conversations, proposals
from store.plans import load_plan


@dataclass(frozen=True)
class TurnView:
    """A message with what came back."""

    id: str
    text: str
    reply: str
    status: str
    trouble: str | None
    sources: list[dict[str, Any]]
    cards: list[Card]


@dataclass(frozen=True)
class TalkView:
    """A conversation."""

    id: str | None
    opening: str
    turns: list[TurnView]
    running: bool


@dataclass(frozen=True)
class ChangeView:
    """A change, in words."""

    id: str
    at: str
    who: str
    words: str
    undone: bool


async def newest_talk(here: Instance) -> str | None:
    """Return the id of the newest conversation, None where there is none."""
    async with here.database.read() as session:
        found = await conversations.list_conversations(session, here.owner_id, limit=1)
    return found[0].id if found else None


async def plan_now(here: Instance) -> Plan:
    """Return the plan as it stands."""
    async with here.database.read() as session:
        return await load_plan(session, here.owner_id)


async def talk_view(here: Instance, conversation_id: str | None) -> TalkView | None:
    """Return a conversation to show, a fresh one without an id; None where the id names none."""
    if conversation_id is None:
        return TalkView(None, await here.turns.opening(here.owner_id), [], running=False)
    found = await conversation_shown(here, conversation_id)
    if found is None:
        return None
    async with here.database.read() as session:
        offered = await proposals.list_proposals(session, here.owner_id)
    turns = [_turn(turn, [one for one in offered if one.turn_id == turn.id]) for turn in found.turns]
    running = bool(turns) and turns[-1].status == "running"
    return TalkView(found.id, found.opening or "", turns, running)


async def change_views(here: Instance, limit: int) -> list[ChangeView]:
    """Return the newest changes first."""
    async with here.database.read() as session:
        found = await changes.list_changes(session, here.owner_id, limit=limit)
    return [
        ChangeView(
            id=one.id,
            at=one.at.astimezone().strftime("%-d %B %Y, %H:%M"),
            who={"person": "you", "coach": "the coach", "import": "an import"}[one.actor],
            words=change_in_words(one.kind, change_shown(one).model_dump(mode="json")["writes"]),
            undone=one.undone,
        )
        for one in found
    ]


def _turn(turn: Any, offered: list[proposals.Proposal]) -> TurnView:
    told = [(event.event, event.data) for event in turn.events]
    return TurnView(
        id=turn.id,
        text=turn.text,
        reply=turn.reply or "".join(data["delta"] for name, data in told if name == "text"),
        status=turn.status,
        trouble=next((data["message"] for name, data in told if name == "error"), None),
        sources=[data for name, data in told if name == "source"],
        cards=[card_of(one) for one in offered],
    )
