"""Commands: a sentence is the command or it is none."""

import pytest

from coaching.listening.commands import steering
from coaching.listening.text import split
from coaching.talk import Draft, Talk


def command(message: str, talk: Talk | None = None, waiting: str | None = None) -> str | None:
    return steering(split(message), talk or Talk(), waiting).command


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("skip", "skip"),
        ("Skip this one, please.", "skip"),
        ("I'd rather not say", "skip"),
        ("go back", "back"),
        ("Why do you ask?", "why"),
        ("why?", "why"),
        ("What's that for?", "why"),
        ("I don't know", "dont_know"),
        ("no idea, sorry", "dont_know"),
        ("dunno", "dont_know"),
        ("Hm, not sure.", "dont_know"),
        ("I don't know, maybe the budget", "dont_know"),
        ("accept", "accept"),
        ("Reject", "reject"),
        ("undo that", "undo"),
        ("Enough for today", "stop"),
        ("That's it for now, bye", "stop"),
        ("show my plan", "show_plan"),
        ("what can you do?", "help"),
        ("Just write me a goal", "draft_it"),
        ("can you write one for me?", "draft_it"),
        ("hello", "greeting"),
        ("Thanks a lot!", "thanks"),
        ("yes", "yes"),
        ("Not yet.", "no"),
        ("I'm swamped", "swamped"),
        ("everything at once", "swamped"),
    ],
)
def test_a_short_sentence_steers(message: str, expected: str) -> None:
    assert command(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "I want to stop working nights",
        "I help people find flats",
        "They skip the planning every year",
        "Nobody knows what it is for",
        "We accept about forty patients a week",
        "My plan is to move to Leeds",
        "I go back and forth between two jobs",
        "Why people leave is what I look into",
    ],
)
def test_a_sentence_that_only_holds_the_word_steers_nothing(message: str) -> None:
    assert command(message) is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("No, go on, it's done.", "go_on"),
        ("let's move on", "go_on"),
        ("Stay with it", "stay"),
        ("stay", "stay"),
    ],
)
def test_after_a_feeling_they_choose(message: str, expected: str) -> None:
    assert command(message, Talk(choice="feeling")) == expected


def test_a_yes_decides_what_waits() -> None:
    waiting = Talk(proposal="p-1")

    assert command("yes please", waiting) == "accept"
    assert command("no", waiting) == "reject"


def test_a_change_of_the_goal_is_an_edit() -> None:
    assert command("Make it 15 reps", Talk(draft=Draft(text="get 20 reps using it")), "letter.T") == "edit"


def test_what_follows_not_knowing_is_left() -> None:
    found = steering(split("No idea, maybe the budget."), Talk())

    ((start, end),) = found.left
    assert "No idea, maybe the budget."[start:end].strip(" ,") == "maybe the budget."


def test_the_weightier_of_two_commands_counts() -> None:
    assert command("Hm, not sure. Why do you ask?") == "why"
    assert command("Thanks. Enough for today.") == "stop"
