from datetime import datetime

from store.conversations import Added, Message, add_turn, create_conversation
from store.database import Database
from store.events import StoredEvent, after, append


async def a_turn(database: Database, owner: str, now: datetime) -> str:
    async with database.begin() as session:
        conversation = await create_conversation(session, owner, now=now)
        added = await add_turn(session, owner, conversation.id, Message("hi"), now=now)
    assert isinstance(added, Added)
    return added.turn.id


async def test_events_are_numbered_on_over_several_groups(
    database: Database, owner: str, now: datetime
) -> None:
    turn = await a_turn(database, owner, now)

    async with database.begin() as session:
        first = await append(session, owner, turn, [("turn", {"turn": turn}), ("text", {"delta": "a"})])
    async with database.begin() as session:
        second = await append(session, owner, turn, [("text", {"delta": "b\r\n\u2028"})])

    async with database.read() as session:
        everything = await after(session, owner, turn, 0)
        rest = await after(session, owner, turn, 2)
    assert (first, second) == (2, 3)
    assert [event.seq for event in everything] == [1, 2, 3]
    assert rest == [StoredEvent(3, "text", {"delta": "b\r\n\u2028"})]


async def test_an_empty_group_leaves_the_count_where_it_was(
    database: Database, owner: str, now: datetime
) -> None:
    turn = await a_turn(database, owner, now)

    async with database.begin() as session:
        none_yet = await append(session, owner, turn, [])
        await append(session, owner, turn, [("done", {})])
        still_one = await append(session, owner, turn, [])

    assert (none_yet, still_one) == (0, 1)


async def test_a_turn_that_is_not_there_takes_no_events(database: Database, owner: str) -> None:
    async with database.begin() as session:
        assert await append(session, owner, "unknown", [("text", {})]) is None
        assert await after(session, owner, "unknown", 0) == []
