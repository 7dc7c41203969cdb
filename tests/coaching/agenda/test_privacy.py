"""What stays off the page, and what must not be mistaken for it."""

import pytest

from coaching.agenda.material import gather
from coaching.agenda.privacy import Screen, secret
from coaching.agenda.turning import is_request, turned_forward
from coaching.plan import Plan, Question


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm a bit scared of the board", "a bit scared"),
        ("we are so tired of waiting", "so tired"),
        ("fed\nup with it", "fed up"),
        ("I've had a job offer", "job offer"),
        ("I talk to recruiters", "to recruiters"),
        ("before I leave", "before I leave"),
        ("start my own business", "start my own business"),
        ("they blame each other", "blame each other"),
        ("nobody told me why", "nobody told me why"),
        ("it was your fault", "your fault"),
        ("he took the credit", "took the credit"),
        ("or I'll quit", "or I'll quit"),
        ("if I don't get it I will go", "if I don't get it I will go"),
    ],
)
def test_words_that_belong_elsewhere_are_named(text: str, words: str) -> None:
    cleared = Screen().whole(text, "goal-1")

    assert cleared.kept == ()
    assert words in {mark.words for mark in cleared.off}


@pytest.mark.parametrize(
    "text",
    [
        "Cut complaints from unhappy customers by half",
        "patients were very worried before the new leaflet",
        "leave the list shorter than we found it",
        "Recruit four nurses and a team leader",
        "win a new company as a customer",
        "cut resignations from nine to two",
        "a market overlooked by everyone",
        "handle toxic waste by the rules",
        "I will lead it or I will find who does",
        "a retired machine runs again",
    ],
)
def test_ordinary_work_may_stand(text: str) -> None:
    assert Screen().whole(text, "goal-1").kept == (text,)


def test_a_clause_goes_and_the_rest_stays_word_for_word() -> None:
    cleared = Screen().clear(
        "Sales and service blame each other and the parcels wait. We lose 2 % a week.", "vision"
    )

    assert cleared.kept == ("the parcels wait.", "We lose 2 % a week.")


def test_a_secret_spread_over_two_sentences_takes_both_along() -> None:
    screen = Screen((secret("night pay for school fees", "profile"),))

    cleared = screen.clear("Keep my night pay. It goes to school fees.", "goal-1")

    assert cleared.kept == ()
    assert [mark.words for mark in cleared.off] == ["night pay for school fees"]


@pytest.mark.parametrize("limit", ["a", "..", "I"])
def test_a_limit_of_a_letter_does_not_empty_the_page(limit: str) -> None:
    screen = Screen((secret(limit, "profile"),))

    assert screen.whole("I want a plan..", "goal-1").kept == ("I want a plan..",)


def test_a_limit_in_another_script_is_found_inside_a_text() -> None:
    screen = Screen((secret("夜勤手当", "profile"),))

    assert screen.whole("来年の夜勤手当について", "goal-1").kept == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "I got passed over for team lead in May and nobody told me why",
            "What would have made the difference for team lead in May?",
        ),
        ("I was turned down last year.", "What would have made the difference last year?"),
        ("I didn't get the deputy post", "What would have made the difference for the deputy post?"),
        ("How do people get picked?", None),
    ],
)
def test_a_grievance_is_turned_forward(text: str, question: str | None) -> None:
    assert turned_forward(text) == question


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I'd like fewer nights.", True),
        ("Could you introduce me to the clinic?", True),
        ("I'd like to know how it is decided", False),
        ("Could you explain the budget?", False),
        ("What jobs are there?", False),
    ],
)
def test_a_request_is_told_from_a_question(text: str, asks: bool) -> None:  # noqa: FBT001
    assert is_request(text) is asks


def test_a_question_to_my_manager_is_for_the_manager_by_name() -> None:
    plan = Plan.model_validate(
        {
            "profile": {"manager": "Ravi Menon"},
            "questions": {"question-1": Question(text="Who decides?", to="my manager")},
        }
    )

    assert [said.text for said in gather(plan, "Ravi").questions] == ["Who decides?"]
    assert gather(plan, "Ines").questions == ()
