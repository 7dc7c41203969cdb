"""Who leads a turn, with what: the talk so far, what was heard, what their word did to a waiting proposal."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from agent.guided.decisions import agreed, edited
from agent.guided.opening import opening
from agent.guided.proposals import settled
from agent.guided.speaker import Decided
from agent.proposing import kind_of
from coaching.change import Change, Refused
from coaching.listening.hear import hear
from coaching.listening.heard import Heard
from coaching.plan import Plan
from coaching.talk import Note, Talk
from store import conversations, proposals
from store.changes import Origin
from store.database import Database, Session
from store.plans import load_plan


@dataclass(frozen=True)
class Standing:
    """Where a turn begins: the plan and the talk, what was heard, and what was decided by it."""

    plan: Plan
    talk: Talk
    heard: Heard
    decided: Decided | None = None


async def opening_of(session: Session, owner_id: str, today: date) -> tuple[str, Talk]:
    """Return the first words of a new conversation, and the talk they open."""
    plan = await load_plan(session, owner_id)
    return opening(plan, today, await _left_over(session, owner_id))


async def _left_over(session: Session, owner_id: str) -> tuple[Note, ...]:
    """Return the notes of the newest talk that are not in the plan yet."""
    for conversation in await conversations.list_conversations(session, owner_id, limit=5):
        talk = await _talk_so_far(session, owner_id, conversation.id, None)
        if talk is not None and talk.turns:
            return talk.notes
    return ()


async def _talk_so_far(
    session: Session, owner_id: str, conversation_id: str, before: str | None
) -> Talk | None:
    """Return the talk after the turn `before`, or after the newest one; a turn that failed has none."""
    turns = {turn.id: turn for turn in await conversations.all_turns(session, owner_id, conversation_id)}
    turn = turns.get(before) if before else next(reversed(turns.values()), None) if turns else None
    while turn is not None:
        if turn.talk is not None:
            return Talk.model_validate(turn.talk)
        turn = turns.get(turn.parent_turn or "")
    return None


async def standing(
    database: Database, owner_id: str, turn: conversations.Turn, today: date, now: datetime
) -> Standing:
    """Return where this turn begins; a proposal that their message decides is decided here, once."""
    plan, talk, waiting = await _before(database, owner_id, turn, today)
    heard = hear(turn.text, open_question=talk.open, plan=plan, talk=talk, today=today)
    decided = None
    if waiting is not None and heard.danger is None and _is_about_it(heard, talk):
        origin = Origin("person", now, today, turn.id)
        decided = await _decided(database, owner_id, waiting, heard, origin)
    if decided is None or decided.outcome != "accepted":
        return Standing(plan, talk, heard, decided)
    async with database.read() as session:
        plan = await load_plan(session, owner_id)
    # What else they said is no answer to the question that was open before the proposal.
    heard = hear(turn.text, open_question=None, plan=plan, talk=settled(talk), today=today)
    return Standing(plan, talk, heard, decided)


def _is_about_it(heard: Heard, talk: Talk) -> bool:
    """Return whether a yes or no is about the proposal: while a question is open, only one that says so."""
    named = re.search(r"\b(?:accept|reject|save|keep (?:it|that)|make it)", heard.text, re.IGNORECASE)
    return talk.open is None or named is not None or heard.command not in {"accept", "reject"}


async def _before(
    database: Database, owner_id: str, turn: conversations.Turn, today: date
) -> tuple[Plan, Talk, proposals.Proposal | None]:
    """Return the plan, the talk up to this turn, and the proposal it put forward last."""
    async with database.read() as session:
        plan = await load_plan(session, owner_id)
        parent = turn.parent_turn
        talk = await _talk_so_far(session, owner_id, turn.conversation_id, parent) if parent else None
        if talk is None:
            _, talk = await opening_of(session, owner_id, today)
        waiting = await proposals.get(session, owner_id, talk.proposal) if talk.proposal else None
    return plan, talk, waiting


async def _decided(
    database: Database, owner_id: str, waiting: proposals.Proposal, heard: Heard, origin: Origin
) -> Decided | None:
    """Return what became of the proposal: by this message, or at another door since."""
    kind = kind_of(waiting.change)
    if waiting.status == "accepted":
        return Decided("accepted", kind, elsewhere=heard.command != "accept")
    if waiting.status == "rejected":
        return Decided("rejected", kind, elsewhere=heard.command != "reject")
    return await _decide(database, owner_id, waiting, heard, origin)


async def _decide(
    database: Database, owner_id: str, waiting: proposals.Proposal, heard: Heard, origin: Origin
) -> Decided | None:
    """Return what their message did to the proposal, None where it was about something else."""
    kind = kind_of(waiting.change)
    change = edited(waiting.change, heard.text)
    if change is not None and (heard.command in {"edit", "accept"} or agreed(heard.text)):
        return await _accept(database, owner_id, waiting, origin, change)
    if heard.command == "accept":
        return await _accept(database, owner_id, waiting, origin, None)
    if heard.command == "reject":
        async with database.begin() as session:
            await proposals.reject(session, owner_id, waiting.id, now=origin.now)
        return Decided("rejected", kind)
    return None


async def _accept(
    database: Database,
    owner_id: str,
    waiting: proposals.Proposal,
    origin: Origin,
    change: tuple[Change, str, str] | None,
) -> Decided:
    edit = change[0] if change else None
    async with database.begin() as session:
        result = await proposals.accept(session, owner_id, waiting.id, origin, edited=edit)
    kind = kind_of(waiting.change)
    if isinstance(result, Refused):
        return Decided("refused", kind, message=result.message)
    return Decided("accepted", kind, new=change[1] if change else None, old=change[2] if change else None)
