from datetime import date

import pytest

from coaching.plan import Account, Evidence, Goal, Need, Person, Plan, Profile, Step, Vision
from coaching.questions import QUESTIONS, goal_letter, next_question, question
from coaching.talk import Draft, Note, Talk

TODAY = date(2026, 11, 22)
LEAD = Profile(role="team leader", unit="claims")
DIVISION = Vision(target="the division", why="customers wait", check="never asked")
GOAL = Goal(text="Lead the project")


def asked(plan: Plan, talk: Talk | None = None) -> str | None:
    found = next_question(plan, talk or Talk(turns=1), TODAY)
    return found.id if found else None


def test_a_stranger_is_asked_for_their_wish_first() -> None:
    assert asked(Plan(), Talk()) == "want.wish"


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (Plan(), "now.role"),
        (Plan(profile=LEAD), "want.target"),
        (Plan(profile=LEAD, vision=Vision(undecided=True)), "now.enjoy"),
        (
            Plan(profile=LEAD.model_copy(update={"enjoy": ("x",)}), vision=Vision(undecided=True)),
            "now.evidence",
        ),
        (Plan(profile=LEAD, vision=Vision(target="the division")), "want.why"),
        (Plan(profile=LEAD, vision=Vision(target="the division", why="x")), "want.check"),
        (Plan(profile=LEAD, vision=DIVISION), "now.evidence"),
        (Plan(profile=LEAD, vision=DIVISION, evidence={"evidence-1": Evidence(text="x")}), "evidence.proof"),
        (
            Plan(profile=LEAD, vision=DIVISION, evidence={"evidence-1": Evidence(text="x", proof="y")}),
            "org.need",
        ),
        (
            Plan(
                profile=LEAD.model_copy(update={"manager": "Martin"}),
                vision=DIVISION,
                evidence={"evidence-1": Evidence(text="x", proof="y")},
                needs={"need-1": Need(text="x")},
            ),
            "manager.knows",
        ),
    ],
)
def test_what_is_missing_is_asked_in_the_order_of_the_articles(plan: Plan, expected: str) -> None:
    assert asked(plan) == expected


def test_a_question_that_was_asked_or_skipped_never_comes_again() -> None:
    plan = Plan(profile=LEAD, vision=Vision(target="the division"))

    after = next_question(
        plan, Talk(turns=1, asked=("want.why",), skipped=("want.check", "now.enjoy")), TODAY
    )

    assert after is not None
    assert after.id == "now.evidence"


def test_what_was_noted_in_the_talk_is_not_asked() -> None:
    talk = Talk(turns=1, notes=(Note(slot="role", value="nurse", text="I'm a nurse"),))

    assert asked(Plan(), talk) == "want.target"


def test_after_enough_questions_the_goal_comes_first() -> None:
    plan = Plan(profile=LEAD, vision=DIVISION)
    six = ("a", "b", "c", "d", "e", "f")

    assert asked(plan, Talk(turns=6, asked=six)) == "goal.text"


def test_while_a_goal_is_on_the_table_nothing_about_roles_or_targets_is_asked() -> None:
    talk = Talk(turns=1, draft=Draft(text="Lead the project"))

    assert asked(Plan(), talk) is None


@pytest.mark.parametrize(
    ("goal", "more", "expected"),
    [
        (GOAL, {}, "step.week"),
        (GOAL.model_copy(update={"hours_week": 4.0}), {}, "load.room"),
        (GOAL.model_copy(update={"steps": (Step(text="x"),)}), {}, "step.obstacle"),
        (
            GOAL.model_copy(update={"steps": (Step(text="x"),)}),
            {"notes": (Note(slot="obstacle", value="x", text="x"),)},
            "account",
        ),
    ],
)
def test_an_accepted_goal_is_followed_by_a_step_and_who_asks(
    goal: Goal, more: dict[str, object], expected: str
) -> None:
    plan = Plan(
        profile=LEAD,
        vision=DIVISION.model_copy(update={"gaps": ("x",)}),
        evidence={"evidence-1": Evidence(text="x", proof="y")},
        needs={"need-1": Need(text="x")},
        goals={"goal-1": goal},
    )

    assert asked(plan, Talk.model_validate({"turns": 9, **more})) == expected


def test_a_full_plan_leaves_nothing_to_ask() -> None:
    plan = Plan(
        profile=LEAD,
        vision=DIVISION.model_copy(update={"gaps": ("x",)}),
        evidence={"evidence-1": Evidence(text="x", proof="y")},
        needs={"need-1": Need(text="x")},
        people={"person-1": Person(name="Priya", relation="holder")},
        goals={"goal-1": GOAL.model_copy(update={"steps": (Step(text="x"),)})},
        account=Account(who="Lena"),
        review_on=date(2027, 1, 4),
    )
    talk = Talk(turns=9, notes=(Note(slot="obstacle", value="x", text="x"),))

    assert asked(plan, talk) is None


def test_the_question_about_limits_comes_once_there_are_candidates() -> None:
    plan = Plan(
        profile=LEAD.model_copy(update={"enjoy": ("teaching",)}),
        vision=Vision(undecided=True, candidates=("educator",)),
        evidence={"evidence-1": Evidence(text="x")},
    )

    assert asked(plan) == "life.limits"


def test_every_question_names_its_passages_and_is_found_by_its_id() -> None:
    for known in QUESTIONS:
        assert question(known.id) is known
        assert known.passages


@pytest.mark.parametrize(
    ("levels", "draft", "expected"),
    [
        ("00000", Draft(text="x"), "S"),
        ("20000", Draft(text="x"), "M"),
        ("22000", Draft(text="x"), "R"),
        ("22010", Draft(text="x"), "A"),
        ("22110", Draft(text="x"), "T"),
        ("22112", Draft(text="x"), None),
        ("22110", Draft(text="x", due=TODAY), None),
        ("10110", Draft(text="x", asked=("S", "M")), None),
        ("00000", Draft(text="x", asked=("S", "M", "R", "A")), None),
        ("22110", Draft(text="x", asked=("T",)), None),
    ],
)
def test_one_letter_a_turn_and_a_date_only_when_there_is_something_to_date(
    levels: str, draft: Draft, expected: str | None
) -> None:
    by_letter = {
        "S": int(levels[0]),
        "M": int(levels[1]),
        "A": int(levels[2]),
        "R": int(levels[3]),
        "T": int(levels[4]),
    }

    assert goal_letter(by_letter, draft) == expected
