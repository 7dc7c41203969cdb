"""Their requests: meetings to prepare, questions of theirs, goals they offer."""

from datetime import date, datetime

import pytest

from coaching.listening.asking import questions_of
from coaching.listening.heard import MeetingRequest
from coaching.listening.meetings import clock_of, meeting_of, minutes_of, purpose_of
from coaching.listening.offered import goal_of
from coaching.listening.text import split
from coaching.plan import Plan, Profile
from coaching.talk import Draft, Talk

TODAY = date(2026, 11, 22)


def meeting(message: str, plan: Plan | None = None) -> MeetingRequest | None:
    found = meeting_of(split(message), plan or Plan(), TODAY)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("message", "whom", "on", "minutes"),
    [
        ("Prepare the meeting with Karen on 11 December at 2", "Karen", datetime(2026, 12, 11, 14), None),  # noqa: DTZ001
        (
            "Can you help me get ready for my review with my boss next Tuesday?",
            "my boss",
            date(2026, 11, 24),
            None,
        ),
        (
            "Make me an agenda for my one-to-one with Sam, 3 December at 9:30, half an hour",
            "Sam",
            datetime(2026, 12, 3, 9, 30),  # noqa: DTZ001
            30,
        ),
        ("I'd like to prepare my appraisal. It's on 10 December, 45 minutes.", None, date(2026, 12, 10), 45),
    ],
)
def test_a_meeting_is_asked_for_with_what_was_said_of_it(
    message: str, whom: str | None, on: date, minutes: int | None
) -> None:
    found = meeting(message)

    assert found is not None
    assert (found.with_whom, found.on, found.minutes) == (whom, on, minutes)


def test_her_is_the_manager() -> None:
    found = meeting("Help me prepare my talk with her on Friday", Plan(profile=Profile(manager="Ines")))

    assert found is not None
    assert found.with_whom == "Ines"


@pytest.mark.parametrize(
    "message",
    [
        "I prepare the board meetings every month",
        "My manager cancels every meeting",
        "become a better leader so I'm ready for a bigger job",
        "How do people prepare for an interview?",
        "I had a talk with Priya",
    ],
)
def test_speaking_of_a_meeting_asks_for_nothing(message: str) -> None:
    assert meeting(message) is None


@pytest.mark.parametrize(
    ("said", "hour", "minute"),
    [
        ("at 2", 14, 0),
        ("at 10", 10, 0),
        ("14:00", 14, 0),
        ("at 9.30 am", 9, 30),
        ("3pm", 15, 0),
        ("half past two", 14, 30),
        ("quarter to four", 15, 45),
        ("at noon", 12, 0),
    ],
)
def test_a_time_is_read_as_a_work_day_has_it(said: str, hour: int, minute: int) -> None:
    found = clock_of(said)

    assert found is not None
    assert (found.hour, found.minute) == (hour, minute)


def test_minutes_are_read_in_words_and_figures() -> None:
    assert [minutes_of(said) for said in ("half an hour", "45 min", "an hour", "soon")] == [30, 45, 60, None]


def test_a_purpose_is_what_it_is_about_not_what_it_is_not() -> None:
    assert purpose_of("it's about moving, not the forecast") == "sideways"
    assert purpose_of("I want to ask for a raise") == "raise"
    assert purpose_of("on Friday") is None


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        ("How do people get picked for bigger jobs?", None),
        ("What jobs are there above mine?", "openings"),
        ("How much does a site manager earn?", "pay"),
        ("Will I get the job?", "odds"),
        ("Am I too old for this?", "odds"),
        ("Is it legal to record the meeting?", "law"),
        ("Which course should I take?", "courses"),
        ("Are you a real person?", "self"),
        ("Does my boss see this?", "self"),
        ("how do I ask her without sounding bitter", None),
        ("I'd like to know how others did it.", None),
    ],
)
def test_a_question_has_its_limit(message: str, limit: str | None) -> None:
    assert [(one.text, one.limit) for _, one in questions_of(split(message))] == [(message, limit)]


@pytest.mark.parametrize(
    "message",
    [
        "Something about customer retention?",
        "Maybe the budget?",
        "Who cares?",
        "It's late, isn't it?",
        "What she does all day is a mystery.",
        "The thank-you card, does that count?",
    ],
)
def test_a_guess_or_a_sigh_is_no_question(message: str) -> None:
    assert questions_of(split(message)) == ()


def goal(message: str, open_question: str | None = None, draft: str | None = None) -> str | None:
    found = goal_of(split(message), Talk(draft=Draft(text=draft) if draft else None), open_question)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("My goal: run two audits alone by June.", "run two audits alone by June"),
        ("My goal is to pass the exam in May", "to pass the exam in May"),
        ("Here's my goal: “lead the move by spring”.", "lead the move by spring"),
        ("So here is my goal. Train two colleagues by March.", "Train two colleagues by March"),
    ],
)
def test_a_goal_is_what_follows_its_cue(message: str, text: str) -> None:
    assert goal(message) == text


def test_a_usable_answer_to_the_goal_question_is_a_goal() -> None:
    assert goal("Hm, write the handbook for new starters by Easter.", "goal.text") == (
        "write the handbook for new starters by Easter"
    )


@pytest.mark.parametrize(
    "message",
    [
        "I want the whole division one day",
        "My goal is still unclear",
        "I run two audits a year",
        "my goal is not that",
    ],
)
def test_a_wish_or_talk_about_the_goal_is_no_goal(message: str) -> None:
    assert goal(message) is None


def test_a_short_answer_to_a_letter_is_no_new_goal() -> None:
    assert goal("Ask the customers", "letter.M", "become better at selling to new customers") is None


def test_a_full_wording_while_a_letter_is_open_is_a_new_goal() -> None:
    text = "Win five new customers by June with the new pump, because the region needs them"

    assert goal(f"OK. {text}.", "letter.M", "become better at selling") == text
