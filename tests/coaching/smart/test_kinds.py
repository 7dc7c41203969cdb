"""Short goals as people list them: bare nouns, habits, exams, changes, wishes."""

import datetime as dt
from pathlib import Path

import pytest

from coaching.smart.review import review_goal
from coaching.smart.types import CRITERIA, GoalContext

TODAY = dt.date(2026, 11, 22)
BARE = GoalContext()
KINDS = [
    line.split(" ", 2)
    for line in (Path(__file__).parent / "kinds.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def levels(text: str) -> str:
    criteria = review_goal(text, BARE, TODAY).criteria
    return "".join(str(getattr(criteria, letter).level) for letter in CRITERIA)


@pytest.mark.parametrize(("specific", "measurable", "text"), KINDS, ids=[text for *_, text in KINDS])
def test_what_a_short_goal_names_and_counts(specific: str, measurable: str, text: str) -> None:
    assert levels(text)[:2] == specific + measurable


WHOLE = {
    "Get an A in statistics": "22000",
    "Get at least a B in all my classes": "22000",
    "I have enrolled in night school, I want to be a licensed electrician": "21210",
    "Halve the late deliveries - Piotr is already reworking the routes": "22200",
    "Finish the thesis this year - half of the chapters are done": "21102",
    "Save for a boat. I have no ideas yet.": "11000",
    "Pass the exam so as to keep my post at the ward": "21020",
    "Get into medical school": "21010",
    "Become more visible to management": "10000",
    "My dream is to switch from QA into backend development": "21010",
    "To be honest I just want to write cleaner code": "10000",
    "I want to stop worrying": "00000",
    "Grow as a person": "00000",
    "Help people": "00000",
    "More teaching": "00000",
    "pass theory test asap, need it for the depot": "21021",
    "Pass so as to stay at the ward": "21020",
    "Sell three thousand boxes": "22000",
    "Sell twenty-five boxes": "22000",
    "Sell two hundred and fifty boxes": "22000",
    "İstanbul office: train 3 clerks": "22010",
    "20 -> 30 visits": "22000",
    "Get a grade of B in maths": "22000",
    "log off after 9pm": "21000",
    "Take ownership of the rota": "21000",
    "Clean and paint the fence": "21000",
    "Never miss a shift": "21000",
    "Get out of my comfort zone": "00000",
    "Paint the fence. Paint: bought": "21100",
    "Improve it by trying different things": "10100",
    "maths exam": "21000",
    "Shorter, happier days": "10000",
    "Finish it, I have a few ideas": "21000",
    "Improve sleep, I have to rest more": "10000",
    "Become a nurse or a senior manager": "21010",
    "Reach 2692/4000 watch hours": "22000",
}


@pytest.mark.parametrize(("text", "wanted"), WHOLE.items())
def test_a_whole_goal_stands_as_labelled(text: str, wanted: str) -> None:
    assert levels(text) == wanted
