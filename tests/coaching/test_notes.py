from datetime import date

from coaching.notes import bundle_of, changes_of, with_notes
from coaching.plan import Evidence, Goal, Plan
from coaching.talk import Note, Talk, noted, values

TODAY = date(2026, 11, 22)


def note(slot: str, value: str, **fields: object) -> Note:
    return Note.model_validate({"slot": slot, "value": value, "text": value, **fields})


def test_every_slot_of_the_plan_is_reached_by_its_note() -> None:
    notes = (
        note("role", "ward nurse"),
        note("since", "nine years"),
        note("reports", "5"),
        note("manager", "Bea"),
        note("manager_knows", "no"),
        note("target", "practice educator"),
        note("why", "no nights"),
        note("undecided", "don't know where"),
        note("candidate", "educator"),
        note("enjoy", "teaching"),
        note("limit", "mornings"),
        note("gap", "what they do all day"),
        note("need", "staff", unsure=True),
        note("holder", "Fatima"),
        note("person", "Jess", about="ally"),
        note("question", "What jobs are there?", about="Bea"),
        note("account", "Jess"),
        note("review", "2027-01-31"),
    )

    plan = with_notes(Plan(), notes, TODAY)

    assert plan.profile.model_dump(exclude_none=True, exclude_defaults=True) == {
        "role": "ward nurse",
        "since": "nine years",
        "reports": 5,
        "manager": "Bea",
        "manager_knows": False,
        "enjoy": ("teaching",),
        "limits": ("mornings",),
    }
    assert plan.vision.undecided
    assert plan.vision.candidates == ("educator",)
    assert plan.needs["need-1"].unsure
    assert [person.relation for person in plan.people.values()] == ["holder", "ally"]
    assert plan.questions["question-1"].to == "Bea"
    assert plan.account is not None
    assert plan.review_on == date(2027, 1, 31)


def test_a_proof_stands_with_the_evidence_said_before_it() -> None:
    plan = with_notes(Plan(), (note("evidence", "backlog halved"), note("proof", "the dashboard")), TODAY)

    assert plan.evidence["evidence-1"] == Evidence(text="backlog halved", proof="the dashboard")


def test_a_proof_said_later_goes_to_the_last_bare_evidence_of_the_plan() -> None:
    before = with_notes(Plan(), (note("evidence", "backlog halved"),), TODAY)

    plan = with_notes(before, (note("proof", "the dashboard"),), TODAY)

    assert plan.evidence["evidence-1"].proof == "the dashboard"


def test_a_proof_of_nothing_is_left_in_the_talk() -> None:
    assert changes_of((note("proof", "the dashboard"),), Plan()) == ()


def test_a_step_waits_for_a_goal() -> None:
    step = note("step", "two lines to Priya", due=date(2026, 11, 25))
    with_goal = Plan(goals={"goal-1": Goal(text="Lead the project")})

    assert changes_of((step,), Plan()) == ()
    assert with_notes(with_goal, (step,), TODAY).goals["goal-1"].steps[0].due == date(2026, 11, 25)


def test_words_that_are_no_number_set_no_number() -> None:
    assert changes_of((note("reports", "five"), note("reports", "9" * 9)), Plan()) == ()


def test_a_note_of_no_slot_of_the_plan_stays_a_note() -> None:
    assert bundle_of((note("obstacle", "month end"),), Plan()) is None


def test_notes_that_no_longer_fit_leave_the_plan_as_it_is() -> None:
    past = note("review", "2020-01-01")

    assert with_notes(Plan(), (past,), TODAY) == Plan()


def test_the_same_thing_said_twice_is_one_note() -> None:
    talk = noted(Talk(), note("enjoy", "visits"))

    talk = noted(talk, note("enjoy", "visits"), note("enjoy", "decks"))

    assert values(talk, "enjoy") == ("visits", "decks")


def test_notes_make_one_bundle() -> None:
    bundle = bundle_of((note("role", "rep"), note("enjoy", "visits")), Plan())

    assert bundle is not None
    assert len(bundle.changes) == 2
