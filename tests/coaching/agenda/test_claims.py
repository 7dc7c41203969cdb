"""Figures, outcomes and scopes, each traced or marked."""

import pytest

from coaching.agenda.claims import carriers, own_claims, told_claims
from coaching.plan import Evidence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We got the queue from 400 cases down to 150 since spring", ["got", "from 400 cases down to 150"]),
        ("last year I made 108 percent of target", ["made", "108 percent"]),
        (
            "I saved $3.5 million across claims and billing",
            ["saved", "$3.5 million", "across claims and billing"],
        ),
        ("I trained twelve students in 2025", ["trained", "twelve students"]),
        ("12 closed cases and SAP S/4HANA", ["12 closed"]),
        ("We opened on 3 May for every ward", ["opened", "every ward"]),
        ("People come to me with hard cases", ["People come to me with hard cases"]),
    ],
)
def test_figures_outcomes_and_scopes_of_a_record_are_traced_to_it(text: str, words: list[str]) -> None:
    claims = own_claims(text, "evidence-1")

    assert [claim.text for claim in claims] == words
    assert {(claim.status, claim.evidence) for claim in claims} == {("traced", ("evidence-1",))}


def test_a_record_they_are_not_sure_of_is_unconfirmed() -> None:
    claims = own_claims("I think we saved about 20 percent", "evidence-1")

    assert {claim.status for claim in claims} == {"unconfirmed"}


def test_what_is_only_wished_for_is_no_claim() -> None:
    assert told_claims("Cut the wait from six weeks to three", ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "because I already cut costs by 40 percent",
        "We've doubled sales in 9 branches",
        "having led 3 mergers, take on a fourth",
        "My team delivered it alone",
    ],
)
def test_what_is_told_as_done_and_carried_by_no_record_is_unconfirmed(text: str) -> None:
    claims = told_claims(text, carriers({"evidence-1": Evidence(text="I wrote a guide for night staff")}))

    assert claims
    assert {claim.status for claim in claims} == {"unconfirmed"}
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)


def test_a_figure_that_a_record_carries_is_traced_from_another_line() -> None:
    records = carriers({"evidence-7": Evidence(text="Backlog of claims went from 400 to 150")})

    claims = told_claims("We got the claims backlog down to 150. Now for the next step.", records)

    traced = [claim for claim in claims if claim.text == "150"]
    assert [claim.evidence for claim in traced] == [("evidence-7",)]


def test_the_same_figure_about_something_else_is_not_traced() -> None:
    claims = told_claims(
        "I hired 12 people in sales", carriers({"evidence-1": Evidence(text="12 percent up in sales")})
    )

    assert {claim.status for claim in claims} == {"unconfirmed"}
