"""Sentences, numbers, nonsense, languages, and time."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.listening.garble import is_nonsense
from coaching.listening.hear import hear
from coaching.listening.language import language_of
from coaching.listening.numbers import digits, number_of
from coaching.listening.patterns import part, rules
from coaching.listening.text import split
from coaching.plan import Plan
from coaching.talk import Talk

TODAY = date(2026, 11, 22)


def test_sentences_are_verbatim_and_in_their_place() -> None:
    message = "  Well… I’m “new”. It costs 3.5 hours! Ask Dr. Ma, e.g. on Friday.\nThat's it"

    found = split(message)

    assert [one.text for one in found] == [
        "Well…",
        "I’m “new”.",
        "It costs 3.5 hours!",
        "Ask Dr. Ma, e.g. on Friday.",
        "That's it",
    ]
    assert all(message[one.start : one.end] == one.text for one in found)


@given(st.text(max_size=300))
def test_any_text_is_heard_without_an_error_and_verbatim(message: str) -> None:
    found = hear(message, open_question="want.why", plan=Plan(), talk=Talk(), today=TODAY)

    assert found.text == message
    assert all(one in message for one in found.sentences)
    assert all(message[one.start : one.end] == one.value for one in found.facts if one.start >= 0)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("six", 6),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("twenty-five", 25),
        ("two hundred", 200),
        ("1,200", 1200),
        ("thirty one", 31),
        ("few", None),
    ],
)
def test_numbers_are_read_in_words_and_figures(said: str, number: float | None) -> None:
    assert number_of(said) == number


def test_digits_have_no_needless_fraction() -> None:
    assert (digits("four"), digits("2.5"), digits("some")) == ("4", "2.5", None)


@pytest.mark.parametrize(
    "message",
    [
        "asdf ghjk",
        "!!!",
        "jjjjjjjj",
        "x",
        "qwertyuiop",
        "blah blah blah",
        "lorem ipsum dolor sit amet",
        "https://example.org/a",
        "12345678901",
        "purple cactus trousers yes",
    ],
)
def test_nonsense_is_known(message: str) -> None:
    assert is_nonsense(message)


@pytest.mark.parametrize(
    "message",
    [
        "Data analyst",
        "6",
        "idk",
        "Oyelaran",
        "hmm",
        "SQL and Python",
        "y",
        "weekly dashboard figures",
        "property law",
        "Szymczyk knows",
        "no",
        "Prep for the Friday call",
    ],
)
def test_a_short_answer_is_no_nonsense(message: str) -> None:
    assert not is_nonsense(message)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("Ich bin Lehrer und möchte nicht mehr in der Schule arbeiten", "de"),
        ("Je suis infirmière depuis neuf ans et je veux changer", "fr"),
        ("Quiero ser jefe de equipo en dos años", "es"),
        ("Я учитель", "ru"),
        ("I report to Die Mannschaft GmbH and I want a new job", "en"),
        ("Sales rep, four years, medical devices.", "en"),
        ("42", "en"),
    ],
)
def test_the_language_is_told_by_its_small_words(message: str, code: str) -> None:
    assert language_of(message) == code


def test_a_part_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        part("NOBODY")


def test_patterns_ignore_case() -> None:
    assert rules("wants", "become")[0].search("I WANT TO BE a cook")


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 10_000,
        "a " * 5_000,
        "I have " * 1_430,
        "five people " * 840,
        "not a, " * 1_430,
        "my boss " * 1_250,
        "I want to be " * 770,
        "by 3 " * 2_000,
        "kill me " * 1_250,
        "-" * 10_000,
    ],
    ids=lambda text: text[:10],
)
def test_ten_thousand_hostile_characters_take_linear_time(hostile: str) -> None:
    hear("warm up", open_question=None, plan=Plan(), talk=Talk(), today=TODAY)

    short, whole = (
        min(_seconds(hostile[:size]) for _ in range(3)) for size in (len(hostile) // 4, len(hostile))
    )

    assert whole < 16 * short + 0.05


def _seconds(message: str) -> float:
    start = time.process_time()
    hear(message, open_question="want.check", plan=Plan(), talk=Talk(), today=TODAY)
    return time.process_time() - start
