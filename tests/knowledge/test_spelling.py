import pytest

from knowledge.spelling import mended, speller

LIBRARY = speller(["Ask your manager for feedback on your career goals", "networking and a promotion"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("my carreer gaols", "my career goals"),
        ("feedbak from my manger?", "feedback from my manager?"),
        ("netwroking", "networking"),
        ("a promtoin", "a promotion"),
    ],
)
def test_a_slip_of_typing_is_mended(typed: str, meant: str) -> None:
    assert mended(typed, LIBRARY) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Should I vouch for her?",
        "the spreadsheet",
        "smartest",
        "swamped",
        "Kubernetes and PL-300",
        "größer",
        "goal",
    ],
)
def test_a_word_that_is_no_slip_stays(text: str) -> None:
    assert mended(text, LIBRARY) == text


def test_of_two_words_that_may_be_meant_the_commoner_is_taken() -> None:
    library = speller(["plans plans plans", "planks"])

    assert mended("plqns", library) == "plans"


def test_two_slips_are_mended_in_a_long_word_only() -> None:
    library = speller(["accountable", "work"])

    assert mended("acountabel", library) == "accountable"
    assert mended("wqrl", library) == "wqrl"
