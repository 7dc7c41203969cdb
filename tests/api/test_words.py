"""Changes of the plan, said in words."""

from typing import Any

import pytest

from api.pages.words import change_in_words, said
from store.bodies import change_of_body

GOAL = {"kind": "goal", "record": {"text": "Pass the exam", "due": "2027-06-30"}}


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (GOAL, [("Goal", "Pass the exam (due 2027-06-30)")]),
        (
            {"kind": "profile", "fields": {"role": "team lead", "reports": 5}},
            [("What you do", "team lead"), ("People you lead", "5")],
        ),
        (
            {"kind": "profile", "fields": {"enjoy": ["visits", "decks"]}},
            [("What you would keep", "visits; decks")],
        ),
        ({"kind": "vision", "fields": {"undecided": True}}, [("Undecided for now", "yes")]),
        ({"kind": "vision", "fields": {"target": None}}, [("Where you want to be", "emptied")]),
        (
            {"kind": "evidence", "record": {"text": "Cut the backlog", "proof": "dashboard"}},
            [("What you have done", "Cut the backlog (proof: dashboard)")],
        ),
        ({"kind": "person", "record": {"name": "Priya", "note": "runs it"}}, [("Person", "Priya (runs it)")]),
        (
            {"kind": "step_report", "goal": "goal-1", "step": 0, "status": "done"},
            [("What came of the step", "done")],
        ),
        ({"kind": "review", "on": "2027-01-01"}, [("Look at the plan again", "2027-01-01")]),
        ({"kind": "remove", "handle": "goal-2"}, [("Taken out", "goal-2")]),
        (
            {"kind": "bundle", "changes": [GOAL, {"kind": "remove", "handle": "need-1"}]},
            [("Goal", "Pass the exam (due 2027-06-30)"), ("Taken out", "need-1")],
        ),
    ],
)
def test_a_change_is_said_in_the_persons_words(body: dict[str, Any], lines: list[tuple[str, str]]) -> None:
    assert said(change_of_body(body)) == lines


def write(kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    """Return a write as the log has it."""
    return {"kind": kind, "handle": kind, "before": before, "after": after}


@pytest.mark.parametrize(
    ("kind", "writes", "words"),
    [
        ("goal", [write("goal", None, {"text": "Pass"})], "Goal added: Pass"),
        ("goal", [write("goal", {"text": "Pass"}, {"text": "Pass well"})], "Goal changed: Pass well"),
        ("remove", [write("goal", {"text": "Pass"}, None)], "Goal taken out: Pass"),
        ("undo", [write("goal", {"text": "Pass"}, None)], "Undone: Goal taken out: Pass"),
        (
            "profile",
            [write("profile", {"role": "a", "since": None}, {"role": "b", "since": None})],
            "About you changed: What you do: b",
        ),
        ("bundle", [], "nothing"),
        (
            "bundle",
            [write("need", None, {"text": "x"})] * 5,
            "What is needed added: x; What is needed added: x; What is needed added: x; and 2 more",
        ),
        ("goal", [write("goal", None, {"text": "a" * 200})], f"Goal added: {'a' * 89}…"),
    ],
)
def test_a_logged_change_is_one_line(kind: str, writes: list[dict[str, Any]], words: str) -> None:
    assert change_in_words(kind, writes) == words
