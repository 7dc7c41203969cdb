"""Feelings: named with their word, about oneself, neither denied nor an idiom."""

import pytest

from coaching.listening.feelings import feeling_of
from coaching.listening.heard import Feeling
from coaching.listening.text import split


def told(message: str) -> Feeling | None:
    return feeling_of(split(message))


@pytest.mark.parametrize(
    ("message", "kind", "word"),
    [
        ("I'm scared of asking", "fear", "scared"),
        ("Honestly I feel pretty anxious about it", "fear", "pretty anxious"),
        ("That meeting terrifies me", "fear", "That meeting terrifies me"),
        ("I'm so angry at them", "anger", "so angry"),
        ("I hate this place", "anger", "I hate"),
        ("Fed up, that's what I am", "anger", "Fed up"),
        ("I’m really tired of all this", "tired", "really tired"),
        ("I feel worn out", "tired", "worn out"),
        ("I should have left years ago", "regret", "I should have left"),
        ("I wasted three years there", "regret", "I wasted three years"),
        ("I feel lonely in this job", "sad", "lonely"),
        ("I'm proud of my team", "joy", "proud"),
        ("I'm jealous of her", "comparison", "jealous"),
        ("My frustration is that nobody reads it", "anger", "frustration"),
    ],
)
def test_a_feeling_comes_back_with_its_word(message: str, kind: str, word: str) -> None:
    found = told(message)

    assert found is not None
    assert (found.kind, found.word) == (kind, word)


@pytest.mark.parametrize(
    "message",
    [
        "I'm not scared",
        "I'm no longer angry about it",
        "I'm afraid I can't make Friday",
        "Happy to send it over",
        "It's a tired process and we replaced it",
        "My customers are angry all day",
        "She's worried about the numbers",
        "I'd hate him to hear it in the corridor",
        "We lost two clients in May",
        "I spent three years in Leeds",
        "I'm used to nights",
        "I was moved to the night team",
        "We have a flat structure",
    ],
)
def test_what_is_denied_an_idiom_or_somebody_elses_is_no_feeling(message: str) -> None:
    assert told(message) is None


def test_the_cause_follows_the_word() -> None:
    found = told("I'm exhausted by the night shifts, but it pays.")

    assert found is not None
    assert found.cause == "the night shifts"


def test_the_cause_may_be_the_next_sentence() -> None:
    found = told("I'm furious. They gave my desk away while I was on leave.")

    assert found is not None
    assert found.cause == "They gave my desk away while I was on leave"


@pytest.mark.parametrize(
    "message",
    [
        "Everyone says I'm dreaming.",
        "My husband thinks I'm too old for it",
        "They laughed at me for wanting it",
    ],
)
def test_doubt_that_others_voice_is_doubt(message: str) -> None:
    found = told(message)

    assert found is not None
    assert found.kind == "doubt"


@pytest.mark.parametrize(
    "message",
    ["My friends are all managers by now", "Everyone else is ahead of me", "I'm so far behind my peers"],
)
def test_measuring_oneself_by_others_is_comparison(message: str) -> None:
    found = told(message)

    assert found is not None
    assert found.kind == "comparison"


def test_an_own_feeling_outweighs_what_others_say() -> None:
    found = told("Everyone says I'm dreaming. I'm scared they're right.")

    assert found is not None
    assert found.kind == "fear"
