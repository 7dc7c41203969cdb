"""The review of a goal: its levels, its shape, and what it says."""

import datetime as dt
import json

import pytest

from coaching.smart.feedback import deadline_note, quote
from coaching.smart.review import LONGEST, check_text, review_goal
from coaching.smart.types import CRITERIA, GoalContext, GoalReview, UnusableText, UnusableTextError

TODAY = dt.date(2026, 11, 22)
BARE = GoalContext()


def levels(text: str, context: GoalContext = BARE) -> tuple[int, ...]:
    review = review_goal(text, context, TODAY)
    return tuple(getattr(review.criteria, letter).level for letter in CRITERIA)


TALKED_OF = {
    "Lead a joint claims and complaints project that gets the wait from six weeks to three, because that's the"
    " kind of work the division job is": ((2, 2, 0, 2, 0), None),
    "Write the customer story for the pump with Hana's team and have 20 reps using it by 31 March, because I need"
    " proof I can do the work before I ask to move": ((2, 2, 1, 2, 2), dt.date(2027, 3, 31)),
    "find out more about education roles": ((1, 0, 0, 0, 0), None),
    "by the end of January, talk for half an hour each with Fatima and the clinic nurse, so I can choose which one"
    " to try in spring": ((2, 2, 0, 2, 2), dt.date(2027, 1, 31)),
}


@pytest.mark.parametrize(("text", "wanted"), TALKED_OF.items())
def test_the_goals_of_the_conversations_stand_as_labelled(
    text: str, wanted: tuple[tuple[int, ...], dt.date | None]
) -> None:
    review = review_goal(text, BARE, TODAY)

    assert levels(text) == wanted[0]
    assert (review.deadline.date if review.deadline else None) == wanted[1]


def test_a_wish_with_a_bigger_job_in_mind_has_a_reason_and_nothing_else() -> None:
    assert levels("become a better leader so I'm ready for a bigger job") in {
        (0, 0, 0, 1, 0),
        (0, 0, 0, 2, 0),
        (1, 0, 0, 2, 0),
    }


def test_a_move_with_a_way_in_is_open_on_every_letter() -> None:
    s, m, a, r, t = levels("Get into marketing as soon as possible by helping with the pump launch")

    assert (s, a, r, t) == (1, 1, 1, 1)
    assert m <= 1


def test_the_two_goals_of_the_first_page_are_vague_and_smart() -> None:
    vague = review_goal("I want to be successful", BARE, TODAY)
    smart = review_goal(
        "Pass the PL-300 exam by 30 June 2027 by studying four hours a week, because the analytics role needs it",
        BARE,
        TODAY,
    )

    assert vague.verdict == "vague"
    assert smart.verdict == "smart"
    assert smart.deadline is not None
    assert smart.deadline.date == dt.date(2027, 6, 30)
    assert smart.action is not None
    assert smart.action.text == "Pass"


def test_the_shape_at_the_door_has_the_promised_keys_in_order() -> None:
    shape = review_goal("Read 10 papers by June", BARE, TODAY).to_json()

    assert list(shape) == [
        "text",
        "verdict",
        "criteria",
        "deadline",
        "measure",
        "action",
        "language",
        "goals",
    ]
    assert list(shape["criteria"]) == list(CRITERIA)
    assert list(shape["criteria"]["specific"]) == ["level", "confident", "evidence", "finding", "question"]
    assert list(shape["deadline"]) == ["date", "reason", "past", "start", "end", "text"]
    assert shape["deadline"]["date"] == "2027-06-30"
    assert shape["measure"] == {"start": 5, "end": 14, "text": "10 papers"}
    assert shape["goals"] == []
    assert json.loads(review_goal("Read 10 papers by June", BARE, TODAY).model_dump_json()) == shape


def test_a_field_of_the_plan_meets_the_letter_and_says_which() -> None:
    context = GoalContext(means=("my Tuesday evenings",), why="the ward needs it", due=dt.date(2027, 6, 30))

    review = review_goal("Pass the prescribing exam", context, TODAY)

    assert review.criteria.achievable.stated_in == "means"
    assert review.criteria.relevant.stated_in == "why"
    assert review.criteria.time_bound.stated_in == "due"
    assert review.criteria.achievable.question is None
    assert review.to_json()["criteria"]["achievable"]["stated_in"] == "means"
    assert review.verdict == "smart"


def test_a_field_that_is_blank_meets_nothing() -> None:
    assert levels("Pass the exam", GoalContext(means=(" ",), why="", serves="  ")) == levels("Pass the exam")


def test_nothing_specific_gets_one_question() -> None:
    review = review_goal("I want to be successful", BARE, TODAY)

    asked = [getattr(review.criteria, letter).question for letter in CRITERIA]
    assert asked[0] is not None
    assert asked[1:] == [None] * 4


SAID = {
    "Hit 500 by June.": ("measurable", "\u201c500\u201d is a target without a unit."),
    "boost the customer satisfaction": (
        "measurable",
        "\u201ccustomer satisfaction\u201d can be measured, but has no target.",
    ),
    "Write 2 blog posts a week": ("time_bound", "says how often, not until when."),
    "Starting in January, look after the display windows": (
        "time_bound",
        "says when it starts, not when it ends.",
    ),
    "Someday I will learn shorthand": ("time_bound", "leaves the end open."),
    "Learn Java 21": ("measurable", "it does not measure the goal."),
    "Finish several drawings": ("measurable", "is an amount without a number."),
}


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_each_special_case_has_its_own_words(text: str, wanted: tuple[str, str]) -> None:
    letter, words = wanted

    finding = getattr(review_goal(text, BARE, TODAY).criteria, letter).finding

    assert finding is not None
    assert words in finding


def test_a_past_end_and_an_end_without_a_date_have_a_note_beside_a_full_letter() -> None:
    past = review_goal("Publish five courses by April 11th, 2021", BARE, TODAY)
    undated = review_goal("Finish the report by the end of my internship", BARE, TODAY)
    plain = review_goal("Finish the report by June", BARE, TODAY)

    assert past.criteria.time_bound.finding is None
    assert deadline_note(past.deadline) == (
        "\u201cby April 11th, 2021\u201d is 11 April 2021, which is past.",
        "Was it reached, or which date holds now?",
    )
    assert deadline_note(undated.deadline) == (
        "\u201cby the end of my internship\u201d is an end, but its day is not in the text.",
        "On which date is that?",
    )
    assert deadline_note(plain.deadline) is None
    assert deadline_note(None) is None


def test_what_is_missing_is_not_stated_and_never_not_achievable() -> None:
    review = review_goal("Read 10 papers by June", BARE, TODAY)

    assert review.criteria.achievable.finding == "It is not stated what you will use or do to get there."


def test_a_quote_holds_ten_words_at_most() -> None:
    assert quote("one two three four five six seven eight nine ten eleven") == (
        "\u201cone two three four five six seven eight nine ten \u2026\u201d"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("?! ...", "no_words"),
        ("\U0001f3af", "no_words"),
        ("a" * (LONGEST + 1), "too_long"),
    ],
)
def test_a_text_that_cannot_be_reviewed_is_answered_with_a_sentence(text: str, code: str) -> None:
    answer = check_text(text, BARE, TODAY)

    assert isinstance(answer, UnusableText)
    assert answer.code == code
    assert answer.message.endswith(".")
    with pytest.raises(UnusableTextError) as refused:
        review_goal(text, BARE, TODAY)
    assert refused.value.unusable == answer


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ich möchte bis zum 30.06.2027 die B2-Prüfung bestehen, weil ich mehr lernen will", "de"),
        ("Je veux apprendre le métier et finir le projet avant la fin de mon stage", "fr"),
        ("Quiero aprender más para ser mejor en mi trabajo", "es"),
        ("Хочу сдать экзамен до конца года", "ru"),
        ("年末までに本を書く", "ja"),
        ("أريد أن أتعلم", "ar"),
        ("Pass the exam by June", "en"),
        ("Javascript", "en"),
        ("500", "und"),
    ],
)
def test_the_language_is_recognised(text: str, language: str) -> None:
    assert review_goal(text, BARE, TODAY).language == language


def test_a_goal_in_german_says_so_keeps_its_date_and_is_never_confident() -> None:
    review = review_goal("Ich möchte bis zum 30.06.2027 mehr lernen, weil ich die Prüfung will", BARE, TODAY)

    assert review.criteria.specific.finding is None or "German" in review.criteria.specific.finding
    assert review.deadline is not None
    assert review.deadline.date == dt.date(2027, 6, 30)
    assert not any(getattr(review.criteria, letter).confident for letter in CRITERIA)


def test_a_list_is_split_and_each_goal_reviewed() -> None:
    review = review_goal("- Pass the PL-300 exam by June 2027\n- Read 10 papers\n- be happier", BARE, TODAY)

    assert review.goals is not None
    assert [part.text for part in review.goals] == [
        "Pass the PL-300 exam by June 2027",
        "Read 10 papers",
        "be happier",
    ]
    assert "goals" not in review.goals[0].to_json()
    assert review.criteria.specific.level == 2


def test_numbers_in_a_line_split_it_too() -> None:
    review = review_goal("1. Read 10 papers by June 2. Hire two cooks this year", BARE, TODAY)

    assert review.goals is not None
    assert [part.text for part in review.goals] == ["Read 10 papers by June", "Hire two cooks this year"]


def test_two_goals_in_two_sentences_are_split_and_one_with_its_means_is_not() -> None:
    two = review_goal("Read 10 papers by June. Publish two articles this year.", BARE, TODAY)
    one = review_goal("Read 10 papers by June. I will read on the train every morning.", BARE, TODAY)

    assert two.goals is not None
    assert len(two.goals) == 2
    assert one.goals == ()


def test_the_same_text_gets_the_same_answer() -> None:
    text = "Hire a technical writer by June, because support drowns in questions"

    assert review_goal(text, BARE, TODAY) == review_goal(text, BARE, TODAY)
    assert isinstance(review_goal(text, BARE, TODAY), GoalReview)
