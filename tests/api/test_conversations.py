"""The conversation over HTTP: every message kept once, every event readable again."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

Say = Callable[[str], list[dict[str, Any]]]


def test_a_message_is_answered_as_a_stream_from_turn_to_done(say: Say) -> None:
    told = say("I lead five people in claims and want the whole division one day")

    assert told[0]["event"] == "turn"
    assert told[0]["data"]["model"] == "guided"
    assert told[-1]["event"] == "done"
    assert told[-1]["data"]["status"] == "complete"
    assert [event["id"] for event in told] == list(range(1, len(told) + 1))
    said = "".join(event["data"]["delta"] for event in told if event["event"] == "text")
    assert said == told[-1]["data"]["text"]


def test_the_log_of_a_turn_can_be_read_from_any_event_on(
    program: httpx.Client, talk: str, say: Say, events: Callable[[str], list[dict[str, Any]]]
) -> None:
    told = say("I would like to lead a bigger team")
    turn = told[0]["data"]["turn"]

    for seen in range(len(told) + 1):
        answer = program.get(
            f"/v1/conversations/{talk}/turns/{turn}/events", headers={"Last-Event-ID": str(seen)}
        )

        assert events(answer.text) == told[seen:]


def test_the_same_key_twice_is_one_message(
    program: httpx.Client, talk: str, events: Callable[[str], list[dict[str, Any]]]
) -> None:
    path, body = f"/v1/conversations/{talk}/messages", {"text": "I want to move into product marketing"}

    first = program.post(path, json=body, headers={"Idempotency-Key": "one"})
    again = program.post(path, json=body, headers={"Idempotency-Key": "one"})
    other = program.post(path, json={"text": "else"}, headers={"Idempotency-Key": "one"})

    assert events(first.text) == events(again.text)
    assert len(program.get(f"/v1/conversations/{talk}").json()["turns"]) == 1
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")


def test_two_sends_of_one_key_at_once_are_one_message(program: httpx.Client, talk: str) -> None:
    def send(_: int) -> str:
        answer = program.post(
            f"/v1/conversations/{talk}/messages",
            json={"text": "I want to lead the division"},
            headers={"Idempotency-Key": "double click"},
        )
        return answer.text

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))

    assert len(program.get(f"/v1/conversations/{talk}").json()["turns"]) == 1
    assert all("event: done" in answer for answer in answers)


def test_a_conversation_shows_its_opening_and_its_turns(program: httpx.Client, talk: str, say: Say) -> None:
    told = say("I sell medical devices and want to be VP of marketing")

    shown = program.get(f"/v1/conversations/{talk}").json()

    assert "guided coach" in shown["opening"]
    assert [turn["text"] for turn in shown["turns"]] == [
        "I sell medical devices and want to be VP of marketing"
    ]
    assert shown["turns"][0]["reply"] == told[-1]["data"]["text"]
    assert shown["turns"][0]["events"] == told
    assert talk in [one["id"] for one in program.get("/v1/conversations").json()["conversations"]]


def test_a_source_names_its_card_and_passages(say: Say) -> None:
    told = say("How do people get picked for bigger jobs?")

    sources = [event["data"] for event in told if event["event"] == "source"]

    assert sources
    assert sources[0]["passages"]
    assert sources[0]["title"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), ("   \n\t ", "empty"), ("a" * 20_001, "too_long"), ("x" * 1_000_000, "too_long")],
)
def test_a_message_without_words_or_without_end_is_refused(
    program: httpx.Client, talk: str, text: str, code: str
) -> None:
    answer = program.post(f"/v1/conversations/{talk}/messages", json={"text": text})

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert program.get(f"/v1/conversations/{talk}").json()["turns"] == []


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[2Jgone", "half a pair \ud83d", "\x07"])
def test_what_is_not_text_is_refused_with_a_sentence(program: httpx.Client, talk: str, text: str) -> None:
    body = '{"text": "' + "".join(f"\\u{ord(char):04x}" for char in text) + '"}'

    answer = program.post(
        f"/v1/conversations/{talk}/messages",
        content=body,
        headers={"Content-Type": "application/json"},
    )

    assert (answer.status_code, answer.json()["code"]) == (422, "unreadable_text")
    assert "nothing was stored" in answer.json()["detail"]
    assert program.get(f"/v1/conversations/{talk}").json()["turns"] == []


@pytest.mark.parametrize("text", ["Ich möchte Abteilungsleiterin werden", "我想成为经理", "🙂", "اريد ترقية"])
def test_another_language_is_kept_word_for_word(
    program: httpx.Client, talk: str, say: Say, text: str
) -> None:
    told = say(text)

    assert told[-1]["data"]["status"] == "complete"
    assert program.get(f"/v1/conversations/{talk}").json()["turns"][0]["text"] == text


def test_unknown_ids_are_refused_alike(program: httpx.Client, talk: str, say: Say) -> None:
    turn = say("I want to grow")[0]["data"]["turn"]
    other = program.post("/v1/conversations").json()["id"]
    nobody = "01900000-0000-7000-8000-000000000000"

    answers = [
        program.get(f"/v1/conversations/{nobody}"),
        program.post(f"/v1/conversations/{nobody}/messages", json={"text": "hello"}),
        program.get(f"/v1/conversations/{talk}/turns/{nobody}/events"),
        program.get(f"/v1/conversations/{other}/turns/{turn}/events"),
        program.post(f"/v1/conversations/{other}/turns/{turn}/stop"),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(404, "not_found")] * 5


def test_a_number_that_is_no_event_is_refused(program: httpx.Client, talk: str, say: Say) -> None:
    turn = say("I want to grow")[0]["data"]["turn"]

    answer = program.get(f"/v1/conversations/{talk}/turns/{turn}/events", headers={"Last-Event-ID": "2x"})

    assert (answer.status_code, answer.json()["code"]) == (422, "bad_event_id")


def test_stopping_a_turn_that_is_over_changes_nothing(program: httpx.Client, talk: str, say: Say) -> None:
    turn = say("I want to grow")[0]["data"]["turn"]

    answer = program.post(f"/v1/conversations/{talk}/turns/{turn}/stop")

    assert answer.json() == {"turn": turn, "stopped": False}


def test_line_separators_in_a_reply_do_not_break_the_stream(say: Say) -> None:
    told = say("I run payroll\u2028and I'd like to run finance\r\nevent: done\r\ndata: {}")

    assert [event["event"] for event in told].count("done") == 1
    assert told[-1]["data"]["status"] == "complete"
