from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from coaching.change import Refused
from store.conversations import (
    Added,
    Message,
    Outcome,
    Turn,
    add_turn,
    all_turns,
    create_conversation,
    finish_turn,
    get_conversation,
    get_turn,
    latest_talk,
    list_conversations,
    turns_of,
    unfinished_turns,
)
from store.database import Database, Session


@pytest.fixture
async def conversation(database: Database, owner: str, now: datetime) -> str:
    async with database.begin() as session:
        return (await create_conversation(session, owner, now=now)).id


async def said(session: Session, owner: str, conversation: str, message: Message, now: datetime) -> Turn:
    added = await add_turn(session, owner, conversation, message, now=now)
    assert isinstance(added, Added)
    return added.turn


async def test_a_conversation_is_there_after_a_restart(
    database: Database, owner: str, conversation: str
) -> None:
    async with database.read() as session:
        found = await get_conversation(session, owner, conversation)
        listed = await list_conversations(session, owner)

    assert found is not None
    assert listed == [found]


async def test_a_conversation_keeps_the_words_it_began_with(
    database: Database, owner: str, now: datetime
) -> None:
    async with database.begin() as session:
        made = await create_conversation(session, owner, now=now, opening="What would you like to change?")

        found = await get_conversation(session, owner, made.id)

    assert found == made
    assert made.opening == "What would you like to change?"


async def test_conversations_are_listed_newest_first_even_when_the_clock_was_set_back(
    database: Database, owner: str, now: datetime
) -> None:
    async with database.begin() as session:
        first = await create_conversation(session, owner, now=now)
        second = await create_conversation(session, owner, now=now - timedelta(hours=1))

        listed = await list_conversations(session, owner)
        newest = await list_conversations(session, owner, limit=1)

    assert listed == [second, first]
    assert newest == [second]


async def test_turns_follow_each_other_without_being_told_to(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        turns = [
            await said(session, owner, conversation, Message(text), now) for text in ("one", "two", "three")
        ]

        branch = await turns_of(session, owner, conversation)

    assert branch == turns
    assert [turn.parent_turn for turn in turns] == [None, turns[0].id, turns[1].id]
    assert {turn.status for turn in turns} == {"running"}


async def test_an_edited_message_makes_a_branch_and_the_old_one_stays(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        one = await said(session, owner, conversation, Message("one"), now)
        two = await said(session, owner, conversation, Message("two"), now)
        edited = await said(session, owner, conversation, Message("2", instead_of=two.id), now)

        branch = await turns_of(session, owner, conversation)
        every = await all_turns(session, owner, conversation)

    assert branch == [one, edited]
    assert every == [one, two, edited]


async def test_the_very_first_message_can_be_edited(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        one = await said(session, owner, conversation, Message("one"), now)
        edited = await said(session, owner, conversation, Message("1", instead_of=one.id), now)

        branch = await turns_of(session, owner, conversation)

    assert branch == [edited]


async def test_an_older_branch_can_be_gone_on_with(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        one = await said(session, owner, conversation, Message("one"), now)
        two = await said(session, owner, conversation, Message("two"), now)
        await said(session, owner, conversation, Message("2", instead_of=two.id), now)
        three = await said(session, owner, conversation, Message("three", parent_turn=two.id), now)

        branch = await turns_of(session, owner, conversation)

    assert branch == [one, two, three]


async def test_a_turn_can_not_follow_one_of_another_conversation(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        other = await create_conversation(session, owner, now=now)
        elsewhere = await said(session, owner, other.id, Message("there"), now)

        result = await add_turn(
            session, owner, conversation, Message("here", parent_turn=elsewhere.id), now=now
        )

    assert isinstance(result, Refused)
    assert result.code == "not_found"


async def test_a_message_sent_twice_with_one_key_is_one_turn(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    message = Message("once", idempotency_key="k")
    async with database.begin() as session:
        first = await said(session, owner, conversation, message, now)
    async with database.begin() as session:
        await said(session, owner, conversation, Message("later"), now)

        second = await add_turn(session, owner, conversation, message, now=now)
        every = await all_turns(session, owner, conversation)

    assert second == Added(first, new=False)
    assert [turn.text for turn in every] == ["once", "later"]


async def test_one_key_for_two_messages_is_refused(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        await said(session, owner, conversation, Message("one", idempotency_key="k"), now)

        result = await add_turn(
            session, owner, conversation, Message("another", idempotency_key="k"), now=now
        )

    assert isinstance(result, Refused)
    assert result.code == "key_reused"


async def test_the_same_key_in_another_conversation_is_another_turn(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        other = await create_conversation(session, owner, now=now)
        await said(session, owner, conversation, Message("one", idempotency_key="k"), now)

        result = await add_turn(session, owner, other.id, Message("one", idempotency_key="k"), now=now)

    assert isinstance(result, Added)
    assert result.new


async def test_an_outcome_is_kept_whole(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    outcome = Outcome(
        status="complete",
        reply="Hello, Zoë \x00 \u2028",
        model="guided",
        label="the guided coach",
        talk={"asked": ["role"]},
        usage={"requests": 2, "cost": 0.5},
        history=[{"kind": "request", "parts": []}],
    )
    later = now + timedelta(seconds=3)
    async with database.begin() as session:
        turn = await said(session, owner, conversation, Message("hi"), now)
        finished = await finish_turn(session, owner, turn.id, outcome, now=later)

    async with database.read() as session:
        found = await get_turn(session, owner, turn.id)

    assert found == finished == replace(turn, **vars(outcome), finished_at=later)


async def test_a_finished_turn_keeps_its_first_outcome(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        turn = await said(session, owner, conversation, Message("hi"), now)
        first = await finish_turn(session, owner, turn.id, Outcome("complete", "yes"), now=now)

        second = await finish_turn(session, owner, turn.id, Outcome("interrupted"), now=now)
        found = await get_turn(session, owner, turn.id)

    assert isinstance(second, Refused)
    assert second.code == "already_finished"
    assert found == first


async def test_the_talk_is_that_of_the_branch_and_passes_over_a_turn_that_broke(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        one = await said(session, owner, conversation, Message("one"), now)
        await finish_turn(session, owner, one.id, Outcome("complete", talk={"n": 1}), now=now)
        two = await said(session, owner, conversation, Message("two"), now)
        await finish_turn(session, owner, two.id, Outcome("complete", talk={"n": 2}), now=now)
        instead = await said(session, owner, conversation, Message("2", instead_of=two.id), now)
        await finish_turn(session, owner, instead.id, Outcome("failed"), now=now)

        talk = await latest_talk(session, owner, conversation)

    assert talk == {"n": 1}


async def test_a_conversation_without_a_finished_turn_has_no_talk(
    database: Database, owner: str, conversation: str
) -> None:
    async with database.read() as session:
        assert await latest_talk(session, owner, conversation) is None
        assert await turns_of(session, owner, conversation) == []


async def test_after_a_restart_the_running_turns_are_found_with_their_owner(
    database: Database, owner: str, conversation: str, now: datetime
) -> None:
    async with database.begin() as session:
        done = await said(session, owner, conversation, Message("one"), now)
        await finish_turn(session, owner, done.id, Outcome("complete"), now=now)
        running = await said(session, owner, conversation, Message("two"), now)

    async with database.read() as session:
        unfinished = await unfinished_turns(session)

    assert [(found.owner_id, found.turn) for found in unfinished] == [(owner, running)]


async def test_times_come_back_as_the_same_instants(database: Database, owner: str) -> None:
    kathmandu = datetime.fromisoformat("2026-11-22T12:00:00.123456+05:45")
    async with database.begin() as session:
        made = await create_conversation(session, owner, now=kathmandu)

    async with database.read() as session:
        found = await get_conversation(session, owner, made.id)

    assert found is not None
    assert found.created_at == kathmandu
    assert found.created_at.utcoffset() == timedelta(0)


async def test_a_time_without_a_zone_is_a_bug(database: Database, owner: str, now: datetime) -> None:
    with pytest.raises(Exception, match="2026-11-22 12:00:00"):
        async with database.begin() as session:
            await create_conversation(session, owner, now=now.replace(tzinfo=None))
