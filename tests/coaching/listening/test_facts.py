"""Facts: the plain slots, in the words of many trades."""

from datetime import date

import pytest

from coaching.listening.hear import hear
from coaching.listening.heard import Fact
from coaching.plan import Plan
from coaching.talk import Talk

TODAY = date(2026, 11, 22)


def facts(message: str, open_question: str | None = None) -> tuple[Fact, ...]:
    return hear(
        message, open_question=open_question, plan=Plan(), talk=Talk(open=open_question), today=TODAY
    ).facts


def slots(message: str, open_question: str | None = None) -> dict[str, str]:
    return {one.slot: one.value for one in facts(message, open_question)}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I'm a joiner, six years now.", {"role": "joiner", "since": "six years now"}),
        ("Software tester at a bank for two years", {"role": "Software tester", "since": "two years"}),
        ("I work as a paralegal, my supervisor is Joan.", {"role": "paralegal", "manager": "Joan"}),
        (
            "Head of finance, twelve staff, in logistics",
            {"role": "Head of finance", "reports": "12", "industry": "logistics"},
        ),
        ("I supervise a team of nine in the packing hall", {"reports": "9", "unit": "packing hall"}),
        (
            "midwife since 2014, three trainees under me",
            {"role": "midwife", "since": "since 2014", "reports": "3"},
        ),
    ],
)
def test_what_they_do_now(message: str, expected: dict[str, str]) -> None:
    assert slots(message, "now.role") == expected


@pytest.mark.parametrize(
    "message",
    [
        "I'm a bit of a mess",
        "I was a receptionist until June",
        "I'm a morning person",
        "I'm not sure yet",
        "if I'm a manager",
    ],
)
def test_what_is_no_job_gives_no_role(message: str) -> None:
    assert "role" not in slots(message)


@pytest.mark.parametrize(
    ("message", "target", "horizon"),
    [
        ("I want to become a ward manager by 2030", "ward manager", "by 2030"),
        ("One day I'd love to be head chef", "head chef", "One day"),
        ("I'm aiming for finance director within five years", "finance director", "within five years"),
        ("I'd like to lead the whole region", "the whole region", None),
        ("Estate manager by 2028 is the plan", "Estate manager", "by 2028"),
        ("I want to be promoted to inspector in three years", "inspector", "in three years"),
    ],
)
def test_where_they_want_to_be(message: str, target: str, horizon: str | None) -> None:
    found = slots(message)

    assert (found["target"], found.get("horizon")) == (target, horizon)


@pytest.mark.parametrize(
    "message",
    [
        "I don't want to be a manager",
        "I want the best for my team",
        "I want to say something",
        "I want more money",
    ],
)
def test_a_wish_for_something_else_is_no_target(message: str) -> None:
    assert "target" not in slots(message)


@pytest.mark.parametrize(
    "message",
    [
        "I can't decide whether to stay or go freelance",
        "I'm torn between nursing and teaching",
        "I want to move on but I don't know where",
        "No idea which way to turn",
    ],
)
def test_not_knowing_where_is_kept_as_said(message: str) -> None:
    assert "undecided" in slots(message)


@pytest.mark.parametrize(
    ("message", "who"),
    [
        ("It needs Martin's yes though.", "Martin"),
        ("My boss has to approve it", "My boss"),
        ("Karen has to let me have the time", "Karen"),
        ("if the board agrees", "the board"),
        ("The head of service decides", "The head of service"),
        ("I need sign-off from finance", "finance"),
    ],
)
def test_a_yes_that_is_needed_has_its_giver(message: str, who: str) -> None:
    assert slots(message).get("approval") == who


def test_a_yes_that_was_given_is_not_needed_any_more() -> None:
    found = slots("Nadia said yes to the pilot.")

    assert found.get("approved") == "Nadia"
    assert "approval" not in found


@pytest.mark.parametrize(
    "message",
    [
        "We cut the waiting list from 90 to 40 since spring",
        "I trained six apprentices",
        "My team delivered the new intranet",
        "Last year I sold 20 percent more",
    ],
)
def test_what_was_done_is_a_clause_of_theirs(message: str) -> None:
    assert slots(message).get("evidence") == message


@pytest.mark.parametrize(
    "message",
    [
        "I got passed over for team lead",
        "I won't move house",
        "I never led a team",
        "If I cut costs by half, they'd listen",
    ],
)
def test_what_was_not_done_is_no_evidence(message: str) -> None:
    assert "evidence" not in slots(message)


@pytest.mark.parametrize(
    ("message", "question", "slot", "value"),
    [
        ("It's in the quarterly report.", "evidence.proof", "proof", "quarterly report"),
        ("Fewer complaints, I think", "org.need", "need", "Fewer complaints"),
        ("Presenting to the board. I've never done that.", "gap", "gap", "Presenting to the board"),
        ("The Friday call could go", "load.room", "room", "The Friday call"),
        ("That gives me five hours", "load.room", "hours", "5"),
        ("Month end, as always", "step.obstacle", "obstacle", "Month end"),
        ("My sister. She never forgets.", "account", "account", "My sister"),
        ("Restoring old clocks, no contest.", "now.enjoy", "enjoy", "Restoring old clocks"),
        ("to run the whole plant", "want.target", "target", "whole plant"),
        ("Perhaps quality manager?", "want.candidate", "candidate", "quality manager"),
    ],
)
def test_an_answer_fills_the_slot_it_was_asked_for(
    message: str, question: str, slot: str, value: str
) -> None:
    assert slots(message, question).get(slot) == value


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Nothing really.", "now.enjoy"),
        ("No restrictions. I can move tomorrow.", "life.limits"),
        ("only my word for it", "evidence.proof"),
        ("I'll have to think about it.", "want.why"),
        ("Isn't that obvious?", "want.why"),
    ],
)
def test_an_empty_answer_fills_nothing(message: str, question: str) -> None:
    assert slots(message, question) == {}


def test_a_step_has_the_day_it_was_given() -> None:
    found = facts("Call the college on Thursday", "step.week")

    assert [(one.slot, one.value, one.due) for one in found] == [
        ("step", "Call the college on Thursday", date(2026, 11, 26))
    ]


def test_a_hedge_leaves_the_value_unsure() -> None:
    (found,) = facts("Perhaps quality manager?", "want.candidate")

    assert found.unsure


def test_two_candidates_come_apart() -> None:
    found = facts("Paramedic or dispatcher", "want.candidate")

    assert [one.value for one in found] == ["Paramedic", "dispatcher"]


@pytest.mark.parametrize(
    "message",
    [
        "I lead five people in claims and I want the whole division one day, about 200 people.",
        "Priya runs it. I report to her deputy, Martin.",
        "“Warehouse manager” is what I’d like by 2030 — if Sam’s boss agrees.",
    ],
)
def test_every_value_stands_where_it_says(message: str) -> None:
    for one in facts(message):
        if one.start >= 0:
            assert message[one.start : one.end] == one.value


def test_mistakes_of_haste_are_heard_all_the_same() -> None:
    assert slots("i drive a forklift 6 yrs now", "want.wish")["since"].startswith("6 yrs")
