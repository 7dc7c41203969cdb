import asyncio
from collections.abc import AsyncIterator

import pytest
from pydantic_ai.messages import ModelMessage
from pydantic_ai.models.function import (
    AgentInfo,
    DeltaToolCall,
    DeltaToolCalls,
    FunctionModel,
    StreamFunctionDef,
)

from agent.events import Done, Event, Failed, TextDelta, TurnStarted
from agent.turns import Submitted, Turns
from coaching.change import Refused
from evals.talks import Stage
from store import conversations, events
from store.conversations import Message


def led_by(on: Stage, speak: StreamFunctionDef) -> Turns:
    """Return turns that a scripted model leads."""
    return Turns(
        on.database,
        on.turns.library,
        today=on.now.date,
        now=lambda: on.now,
        model_for=lambda *_: FunctionModel(stream_function=speak, model_name="scripted"),
    )


async def slow(_: list[ModelMessage], __: AgentInfo) -> AsyncIterator[str]:
    yield "one "
    await asyncio.sleep(60)
    yield "two"


async def broken(_: list[ModelMessage], __: AgentInfo) -> AsyncIterator[str]:
    yield "one "
    message = "a bug that names my secret weakness"
    raise LookupError(message)


async def restless(messages: list[ModelMessage], _: AgentInfo) -> AsyncIterator[DeltaToolCalls]:
    yield {0: DeltaToolCall("get_plan", "{}", tool_call_id=f"call-{len(messages)}")}


async def submitted(on: Stage, conversation: str, text: str, key: str | None = None) -> Submitted:
    result = await on.turns.submit(on.owner_id, conversation, Message(text, idempotency_key=key))
    assert isinstance(result, Submitted)
    return result


async def log_of(on: Stage, turn_id: str) -> list[tuple[int, Event]]:
    return [pair async for pair in on.turns.follow(on.owner_id, turn_id)]


async def test_a_turn_begins_with_its_name_and_ends_with_its_whole_text(on: Stage) -> None:
    conversation = await on.conversation()

    exchange = await on.say(conversation, "I lead five people in claims.")

    first, last = exchange.events[0], exchange.events[-1]
    assert isinstance(first, TurnStarted)
    assert first.model == "guided"
    assert isinstance(last, Done)
    assert last.status == "complete"
    assert last.usage.input_tokens == 0
    assert last.text == "".join(event.delta for event in exchange.events if isinstance(event, TextDelta))


async def test_every_reader_sees_the_same_log_from_any_number_on(on: Stage) -> None:
    conversation = await on.conversation()
    turn = await submitted(on, conversation, "I lead five people in claims.")

    live, also = await asyncio.gather(log_of(on, turn.turn_id), log_of(on, turn.turn_id))
    later = [pair async for pair in on.turns.follow(on.owner_id, turn.turn_id, after=2)]

    assert live == also
    assert later == live[2:]
    assert [number for number, _ in live] == list(range(1, len(live) + 1))


async def test_the_same_key_is_one_turn(on: Stage) -> None:
    conversation = await on.conversation()

    first = await submitted(on, conversation, "I lead five people.", "k")
    again = await submitted(on, conversation, "I lead five people.", "k")

    assert again.turn_id == first.turn_id
    assert not again.fresh


async def test_an_unknown_conversation_is_refused(on: Stage) -> None:
    result = await on.turns.submit(on.owner_id, "no-such", Message("hello"))

    assert isinstance(result, Refused)


async def test_another_owner_sees_nothing_of_a_turn(on: Stage) -> None:
    turn = await submitted(on, await on.conversation(), "I lead five people.")
    [_ async for _ in on.turns.follow(on.owner_id, turn.turn_id)]

    seen = [pair async for pair in on.turns.follow("somebody-else", turn.turn_id)]

    assert seen == []
    assert not await on.turns.stop("somebody-else", turn.turn_id)


async def test_a_turn_that_a_crash_left_running_is_marked_interrupted_with_what_was_said(on: Stage) -> None:
    conversation = await on.conversation()
    async with on.database.begin() as session:
        added = await conversations.add_turn(session, on.owner_id, conversation, Message("hello"), now=on.now)
        assert isinstance(added, conversations.Added)
        await events.append(session, on.owner_id, added.turn.id, [("text", {"delta": "Half a "})])
    turns = Turns(on.database, on.turns.library, today=on.now.date, now=lambda: on.now)

    await turns.start()

    told = [event async for _, event in turns.follow(on.owner_id, added.turn.id)]
    assert isinstance(told[-2], Failed)
    assert isinstance(told[-1], Done)
    assert (told[-1].status, told[-1].text) == ("interrupted", "Half a ")


async def test_a_stopped_turn_keeps_what_was_said(on: Stage) -> None:
    turns = led_by(on, slow)
    conversation = await on.conversation()
    result = await turns.submit(on.owner_id, conversation, Message("hello"))
    assert isinstance(result, Submitted)
    reader = turns.follow(on.owner_id, result.turn_id)
    seen = [await anext(reader), await anext(reader)]

    stopped = await turns.stop(on.owner_id, result.turn_id)

    rest = [event async for _, event in reader]
    assert stopped
    assert isinstance(seen[1][1], TextDelta)
    assert isinstance(rest[-1], Done)
    assert (rest[-1].status, rest[-1].text) == ("stopped", "one ")
    assert not await turns.stop(on.owner_id, result.turn_id)


async def test_closing_stops_what_runs(on: Stage) -> None:
    turns = led_by(on, slow)
    result = await turns.submit(on.owner_id, await on.conversation(), Message("hello"))
    assert isinstance(result, Submitted)
    await asyncio.sleep(0)

    await turns.close()

    async with on.database.read() as session:
        kept = await conversations.get_turn(session, on.owner_id, result.turn_id)
    assert kept is not None
    assert kept.status == "stopped"


async def test_a_turn_that_breaks_says_so_and_keeps_the_message(
    on: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    turns = led_by(on, broken)
    conversation = await on.conversation()
    result = await turns.submit(on.owner_id, conversation, Message("my secret weakness"))
    assert isinstance(result, Submitted)

    told = [event async for _, event in turns.follow(on.owner_id, result.turn_id)]

    assert isinstance(told[-2], Failed)
    assert "kept" in told[-2].message
    assert isinstance(told[-1], Done)
    assert told[-1].status == "failed"
    assert "secret" not in caplog.text


async def test_a_model_that_never_stops_calling_tools_meets_the_limit(on: Stage) -> None:
    turns = led_by(on, restless)
    result = await turns.submit(on.owner_id, await on.conversation(), Message("hello"))
    assert isinstance(result, Submitted)

    told = [event async for _, event in turns.follow(on.owner_id, result.turn_id)]

    assert isinstance(told[-1], Done)
    assert told[-1].status == "limit"


async def test_the_opening_greets_a_stranger_and_says_what_it_is(on: Stage) -> None:
    opening = await on.turns.opening(on.owner_id)

    assert "guided coach" in opening
    assert "not a language model" in opening
    assert opening.endswith("?")
