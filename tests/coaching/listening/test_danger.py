"""Danger: what stops coaching, and the figures of speech that do not."""

import pytest

from coaching.listening.danger import danger_of


def kind(message: str) -> str | None:
    found = danger_of(message)
    return found.kind if found else None


@pytest.mark.parametrize(
    "message",
    [
        "I want to end my life",
        "I don’t want to be alive any more",
        "i dont want to live",
        "Most nights I think about killing myself.",
        "I've been hurting myself again",
        "My kids would be better off without me.",
        "I hope I don't wake up tomorrow",
        "There's no reason to go on living.",
        "I can't see a way out for me any more",
        "I've saved up enough pills, they're in the drawer.",
        "What's the point of being alive?",
    ],
)
def test_a_crisis_is_heard_said_plainly_or_not(message: str) -> None:
    assert kind(message) == "crisis"


@pytest.mark.parametrize(
    "message",
    [
        "This project is killing me.",
        "My boss will murder me if I miss the deadline",
        "I'd kill for that job",
        "The commute kills me every single day",
        "I'm dying to know what she said.",
        "It would be career suicide to say so",
        "We shot down their proposal",
        "I could do it dead tired, it's that easy",
        "I don't see a future for myself at this company.",
        "I'd like to end the meeting at four",
        "My deadline is dead, long live the deadline",
        "I run the suicide prevention line and want to lead it",
        "I'm sick and tired of the rota",
        "I don't want to live near the office",
    ],
)
def test_a_figure_of_speech_about_work_stops_nothing(message: str) -> None:
    assert kind(message) is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("My supervisor keeps touching me when we're alone", "harassment"),
        ("He calls me sweetheart and comments on my body", "harassment"),
        ("They told me women with kids don't get promoted here", "discrimination"),
        ("I was passed over because I'm pregnant", "discrimination"),
        ("Since I complained to HR they cut my shifts", "retaliation"),
        ("I was fired two weeks after reporting the fraud", "retaliation"),
        ("They make us work without harnesses on the roof", "unsafe"),
        ("They haven't paid my wages for two months", "unsafe"),
        ("I want to hit my manager", "violence"),
        ("A patient pulled a knife on us", "violence"),
        ("I'm fifteen and I want a job", "minor"),
        ("Do I have depression?", "medical"),
        ("Should I stop taking my antidepressants?", "medical"),
        ("Can they sack me for being ill?", "legal"),
    ],
)
def test_mistreatment_and_what_needs_another_profession_has_its_kind(message: str, expected: str) -> None:
    assert kind(message) == expected


def test_a_crisis_outweighs_everything_else() -> None:
    assert kind("My boss is a bully and I want to kill myself") == "crisis"


def test_a_fifteen_person_team_is_no_minor() -> None:
    assert kind("I lead a team. I'm 15 years in.") is None
