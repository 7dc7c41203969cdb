from datetime import datetime

import pytest

from coaching.change import (
    Bundle,
    Change,
    PutAgenda,
    PutGoal,
    PutNeed,
    Refused,
    Remove,
    SetProfile,
    SetVision,
)
from coaching.plan import Goal, Need, Profile, SavedAgenda, Vision
from store import proposals
from store.changes import Origin, list_changes
from store.conversations import Added, Message, add_turn, create_conversation
from store.database import Database
from store.plans import Saved, apply, load_plan, undo
from store.proposals import Accepted, Draft, Proposal

GOAL = PutGoal(record=Goal(text="Pass the exam"))


@pytest.fixture
async def turn(database: Database, owner: str, now: datetime) -> str:
    async with database.begin() as session:
        conversation = await create_conversation(session, owner, now=now)
        added = await add_turn(session, owner, conversation.id, Message("hi"), now=now)
    assert isinstance(added, Added)
    return added.turn.id


async def proposed(database: Database, owner: str, turn: str, change: Change, now: datetime) -> Proposal:
    async with database.begin() as session:
        result = await proposals.add(session, owner, Draft(turn, change, {"verdict": "smart"}), now=now)
    assert isinstance(result, Proposal)
    return result


async def test_a_proposal_waits_and_the_plan_stays_as_it_is(
    database: Database, owner: str, turn: str, now: datetime
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, now)

    async with database.read() as session:
        pending = await proposals.list_proposals(session, owner, "pending")
        plan = await load_plan(session, owner)
    assert pending == [proposal]
    assert (proposal.kind, proposal.change, proposal.review) == ("goal", GOAL, {"verdict": "smart"})
    assert plan.goals == {}


@pytest.mark.parametrize(
    "change",
    [
        SetProfile(fields=Profile(role="nurse")),
        SetVision(fields=Vision(undecided=False, target=None)),
        PutAgenda(record=SavedAgenda(with_="Ann", on="2026-12-01", minutes=30)),
        Bundle(changes=(SetProfile(fields=Profile(reports=5)), Bundle(changes=(GOAL,)))),
    ],
)
async def test_a_proposed_change_means_after_storing_what_it_meant_before(
    database: Database, owner: str, turn: str, origin: Origin, change: Change
) -> None:
    stood = SetProfile(fields=Profile(role="team lead", unit="claims"))
    aimed = SetVision(fields=Vision(undecided=True, target="lead"))
    async with database.begin() as session:
        await apply(session, owner, Bundle(changes=(stood, aimed)), origin)
    proposal = await proposed(database, owner, turn, change, origin.now)

    async with database.begin() as session:
        accepted = await proposals.accept(session, owner, proposal.id, origin)
        after_proposal = await load_plan(session, owner)
        await session.rollback()
    async with database.begin() as session:
        await apply(session, owner, change, origin)
        after_change = await load_plan(session, owner)

    assert isinstance(accepted, Accepted)
    assert after_proposal == after_change


async def test_an_accepted_proposal_is_in_the_plan_with_its_turn(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, origin.now)

    async with database.begin() as session:
        accepted = await proposals.accept(session, owner, proposal.id, origin)

    async with database.read() as session:
        [change] = await list_changes(session, owner, limit=10)
        stored = await proposals.get(session, owner, proposal.id)
    assert isinstance(accepted, Accepted)
    assert accepted.proposal == stored
    assert (accepted.again, accepted.proposal.status, accepted.proposal.record) == (
        False,
        "accepted",
        "goal-1",
    )
    assert (change.id, change.turn_id, change.actor) == (accepted.saved.change_id, turn, "person")
    assert accepted.proposal.decided_at == origin.now


async def test_accepting_twice_changes_the_plan_once_and_gives_the_first_record(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, origin.now)
    async with database.begin() as session:
        first = await proposals.accept(session, owner, proposal.id, origin)

    async with database.begin() as session:
        edited = PutGoal(record=Goal(text="something else"))
        second = await proposals.accept(session, owner, proposal.id, origin, edited=edited)

    async with database.read() as session:
        assert len(await list_changes(session, owner, limit=10)) == 1
    assert isinstance(first, Accepted)
    assert isinstance(second, Accepted)
    assert second.again
    assert (second.proposal, second.saved) == (first.proposal, first.saved)


async def test_the_first_record_is_given_even_after_it_was_removed(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, origin.now)
    async with database.begin() as session:
        first = await proposals.accept(session, owner, proposal.id, origin)
        await apply(session, owner, Remove(handle="goal-1"), origin)

        second = await proposals.accept(session, owner, proposal.id, origin)

    assert isinstance(first, Accepted)
    assert isinstance(second, Accepted)
    assert second.saved.body == first.saved.body
    assert second.saved.plan.goals == {}


async def test_the_persons_edit_is_what_is_saved_and_the_proposal_keeps_its_words(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, origin.now)
    edited = PutGoal(record=Goal(text="Pass it by June"))

    async with database.begin() as session:
        accepted = await proposals.accept(session, owner, proposal.id, origin, edited=edited)

    assert isinstance(accepted, Accepted)
    assert accepted.saved.plan.goals["goal-1"].text == "Pass it by June"
    assert accepted.proposal.change == GOAL


async def test_a_proposal_that_the_plan_refuses_stays_pending(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, Remove(handle="goal-7"), origin.now)

    async with database.begin() as session:
        result = await proposals.accept(session, owner, proposal.id, origin)
        pending = await proposals.list_proposals(session, owner, "pending")

    assert isinstance(result, Refused)
    assert result.code == "unknown_handle"
    assert pending == [proposal]


async def test_a_rejected_proposal_can_not_be_accepted(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, origin.now)
    async with database.begin() as session:
        rejected = await proposals.reject(session, owner, proposal.id, now=origin.now)
        rejected_again = await proposals.reject(session, owner, proposal.id, now=origin.now)

        result = await proposals.accept(session, owner, proposal.id, origin)

    assert isinstance(rejected, Proposal)
    assert (rejected.status, rejected.decided_at) == ("rejected", origin.now)
    assert rejected_again == rejected
    assert isinstance(result, Refused)
    assert (result.code, result.message) == (
        "already_rejected",
        "That proposal was rejected already. Ask the coach for it again.",
    )


async def test_an_accepted_proposal_can_not_be_rejected_but_undone(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    proposal = await proposed(database, owner, turn, GOAL, origin.now)
    async with database.begin() as session:
        accepted = await proposals.accept(session, owner, proposal.id, origin)
        assert isinstance(accepted, Accepted)

        result = await proposals.reject(session, owner, proposal.id, now=origin.now)
        undone = await undo(session, owner, accepted.saved.change_id, now=origin.now, actor="person")

    assert isinstance(result, Refused)
    assert result.code == "already_accepted"
    assert isinstance(undone, Saved)
    assert undone.plan.goals == {}


async def test_proposals_are_listed_by_what_became_of_them(
    database: Database, owner: str, turn: str, origin: Origin
) -> None:
    waiting = await proposed(database, owner, turn, GOAL, origin.now)
    taken = await proposed(database, owner, turn, PutNeed(record=Need(text="x")), origin.now)
    async with database.begin() as session:
        await proposals.accept(session, owner, taken.id, origin)

        pending = await proposals.list_proposals(session, owner, "pending")
        accepted = await proposals.list_proposals(session, owner, "accepted")
        rejected = await proposals.list_proposals(session, owner, "rejected")
        everything = await proposals.list_proposals(session, owner)

    assert [p.id for p in pending] == [waiting.id]
    assert [p.id for p in accepted] == [taken.id]
    assert rejected == []
    assert [p.id for p in everything] == [waiting.id, taken.id]


async def test_unknown_turns_and_proposals_are_not_found(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        results = [
            await proposals.add(session, owner, Draft("unknown", GOAL), now=origin.now),
            await proposals.accept(session, owner, "unknown", origin),
            await proposals.reject(session, owner, "unknown", now=origin.now),
        ]

        assert await proposals.get(session, owner, "unknown") is None
    assert [isinstance(result, Refused) and result.code for result in results] == ["not_found"] * 3
