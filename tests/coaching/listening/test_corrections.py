"""Corrections: sure or silent."""

import pytest

from coaching.listening.corrections import corrections_of
from coaching.listening.text import split
from coaching.plan import Plan, Profile
from coaching.talk import Note, Talk

Said = tuple[tuple[str, str], ...]


def corrected(message: str, *said: tuple[str, str]) -> list[tuple[str, str | None, str]]:
    talk = Talk(notes=tuple(Note(slot=slot, value=value, text=value) for slot, value in said))
    return [(one.slot, one.old, one.new) for _, one in corrections_of(split(message), Plan(), talk)]


@pytest.mark.parametrize(
    ("message", "said", "expected"),
    [
        ("It's six people now actually", (("reports", "5"),), ("reports", "5", "6")),
        ("Eight staff, not nine.", (("reports", "9"),), ("reports", "9", "8")),
        ("2033, actually", (("horizon", "by 2031"),), ("horizon", "2031", "2033")),
        ("Scrap 2031, more like 2033", (("horizon", "by 2031"),), ("horizon", "2031", "2033")),
        ("No, seven years, not six", (("since", "six years"),), ("since", "six", "seven")),
        ("I'm in wholesale, not retail", (("industry", "retail"),), ("industry", "retail", "wholesale")),
        ("Her name is Karin, not Karen", (("manager", "Karen"),), ("manager", "Karen", "Karin")),
        ("I said six hours, make that four", (("hours", "6"),), ("hours", "6", "4")),
        (
            "It's twelve students, I forgot Amir",
            (("evidence", "Eleven students"),),
            ("evidence", "Eleven", "twelve"),
        ),
        (
            "Sorry, I meant head of quality, not head of production",
            (("target", "head of production"),),
            ("target", "head of production", "head of quality"),
        ),
    ],
)
def test_a_correction_names_old_and_new(message: str, said: Said, expected: tuple[str, str, str]) -> None:
    assert corrected(message, *said) == [expected]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("I want the whole division, not just claims", (("unit", "claims"),)),
        ("It's eight now, not seven", ()),
        ("Actually it's 40 people", (("since", "five years"),)),
        ("2033", (("horizon", "one day"),)),
        ("We are six people and I want nine", (("reports", "6"),)),
        ("I report to Martin, and Priya is above him", (("manager", "Martin"),)),
        ("Not yet. I'll tell her on Monday.", (("manager", "Karen"),)),
        ("In six years, not more", (("since", "six years"), ("horizon", "in six years"))),
        ("Actually I quite like it", (("enjoy", "teaching"),)),
        ("On reflection, not bad", (("target", "coach"),)),
    ],
)
def test_where_it_is_not_sure_it_is_silent(message: str, said: Said) -> None:
    assert corrected(message, *said) == []


def test_what_the_plan_holds_is_corrected_too() -> None:
    plan = Plan(profile=Profile(reports=5))

    found = corrections_of(split("It's seven people now, actually."), plan, Talk())

    assert [(one.slot, one.old, one.new) for _, one in found] == [("reports", "5", "7")]


def test_a_correction_over_two_sentences_takes_both() -> None:
    talk = Talk(notes=(Note(slot="horizon", value="by June", text="by June"),))

    found = corrections_of(split("By June is too early. By October."), Plan(), talk)

    assert [(sorted(places), one.new) for places, one in found] == [([0, 1], "By October")]


def test_she_knows_now_turns_the_no() -> None:
    found = corrected("I told you she didn't know. Well, she does now.", ("manager_knows", "no"))

    assert found == [("manager_knows", "no", "yes")]
