from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.change import (
    AddStep,
    Applied,
    Bundle,
    Change,
    PutAgenda,
    PutEvidence,
    PutGoal,
    PutNeed,
    PutPerson,
    PutQuestion,
    Refused,
    Remove,
    ReportStep,
    SetAccount,
    SetProfile,
    SetReview,
    SetVision,
)
from coaching.changes import apply_change, apply_writes, inverse
from coaching.plan import (
    Account,
    Evidence,
    Goal,
    Need,
    Person,
    Plan,
    Profile,
    Question,
    SavedAgenda,
    Step,
    Vision,
    active_goals,
    manager_of,
    plan_of,
    records_of,
)

TODAY = date(2026, 11, 22)
AGENDA = SavedAgenda.model_validate({"with": "Martin", "on": "2026-12-03T10:00", "minutes": 30})
EVERY_KIND: tuple[Change, ...] = (
    SetProfile(fields=Profile(role="team leader", enjoy=("teaching",))),
    SetVision(fields=Vision(target="the division", horizon="one day")),
    SetAccount(record=Account(who="Lena")),
    SetReview(on=date(2027, 1, 4)),
    PutNeed(record=Need(text="shorter waits")),
    PutEvidence(record=Evidence(text="backlog from 400 to 150")),
    PutPerson(record=Person(name="Martin", relation="manager")),
    PutQuestion(record=Question(text="How are people picked?")),
    PutGoal(record=Goal(text="Lead the project")),
    PutAgenda(record=AGENDA),
    AddStep(record=Step(text="two lines to Priya")),
    ReportStep(goal="goal-1", step=0, status="done"),
    Remove(handle="need-1"),
)


def made(plan: Plan, change: Change) -> Applied:
    result = apply_change(plan, change, TODAY)
    assert isinstance(result, Applied), result
    return result


def refused(plan: Plan, change: Change) -> Refused:
    result = apply_change(plan, change, TODAY)
    assert isinstance(result, Refused), result
    return result


def test_every_kind_of_change_is_made_and_taken_back() -> None:
    plan = Plan()
    for change in EVERY_KIND:
        after = made(plan, change)
        back = apply_writes(after.plan, inverse(after.writes))

        assert isinstance(back, Applied)
        assert records_of(back.plan) == records_of(plan)
        plan = after.plan
    assert plan.goals["goal-1"].steps[0].status == "done"
    assert plan.needs == {}


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(EVERY_KIND), max_size=12))
def test_any_order_of_changes_leaves_a_plan_that_its_records_make_again(changes: list[Change]) -> None:
    plan = Plan()
    for change in changes:
        result = apply_change(plan, change, TODAY)
        plan = result.plan if isinstance(result, Applied) else plan

    assert plan_of(records_of(plan), plan.retired) == plan


def test_a_goal_starts_today_unless_it_says_otherwise() -> None:
    plan = made(Plan(), PutGoal(record=Goal(text="Lead the project"))).plan
    later = made(plan, PutGoal(record=Goal(text="Write it", start=date(2027, 1, 1)))).plan

    assert later.goals["goal-1"].start == TODAY
    assert later.goals["goal-2"].start == date(2027, 1, 1)


def test_a_goal_is_replaced_under_its_handle() -> None:
    plan = made(Plan(), PutGoal(record=Goal(text="Lead the project"))).plan

    after = made(plan, PutGoal(handle="goal-1", record=Goal(text="Lead two projects")))

    assert after.plan.goals["goal-1"].text == "Lead two projects"
    assert after.plan.goals["goal-1"].start is None
    assert after.handle == "goal-1"


def test_lists_grow_and_hold_nothing_twice() -> None:
    plan = made(Plan(), SetProfile(fields=Profile(enjoy=("visits",), role="rep"))).plan

    plan = made(plan, SetProfile(fields=Profile(enjoy=("visits", "teaching")))).plan

    assert plan.profile.enjoy == ("visits", "teaching")
    assert plan.profile.role == "rep"


def test_the_same_name_is_the_same_person() -> None:
    plan = made(Plan(), PutPerson(record=Person(name="Lena"))).plan

    plan = made(plan, PutPerson(record=Person(name="lena", relation="ally"))).plan

    assert [person.relation for person in plan.people.values()] == ["ally"]


def test_a_handle_is_never_used_again() -> None:
    plan = made(Plan(), PutGoal(record=Goal(text="first"))).plan
    plan = made(plan, Remove(handle="goal-1")).plan

    after = made(plan, PutGoal(record=Goal(text="second")))

    assert after.handle == "goal-2"


@pytest.mark.parametrize(
    "change",
    [
        PutGoal(handle="goal-9", record=Goal(text="x")),
        AddStep(goal="goal-9", record=Step(text="x")),
        ReportStep(goal="goal-9", step=0, status="done"),
        Remove(handle="goal-9"),
        Remove(handle="zebra-9"),
        Bundle(changes=(PutNeed(record=Need(text="kept out")), Remove(handle="goal-9"))),
    ],
)
def test_an_unknown_handle_is_refused_and_nothing_changes(change: Change) -> None:
    result = refused(Plan(), change)

    assert result.code == "unknown_handle"
    assert "nothing was changed" in result.message


def test_a_step_needs_a_goal() -> None:
    assert refused(Plan(), AddStep(record=Step(text="x"))).code == "no_goal"


def test_a_review_in_the_past_is_refused() -> None:
    assert refused(Plan(), SetReview(on=date(2026, 11, 21))).code == "past_date"


def test_a_bundle_is_about_its_goal() -> None:
    bundle = Bundle(changes=(PutNeed(record=Need(text="a")), PutGoal(record=Goal(text="b"))))

    assert made(Plan(), bundle).handle == "goal-1"


def test_an_undo_is_refused_when_the_record_changed_since() -> None:
    first = made(Plan(), PutGoal(record=Goal(text="first")))
    second = made(first.plan, PutGoal(handle="goal-1", record=Goal(text="second")))

    result = apply_writes(second.plan, inverse(first.writes))

    assert isinstance(result, Refused)
    assert result.code == "changed_since"


def test_active_goals_leave_out_what_is_done() -> None:
    plan = made(Plan(), PutGoal(record=Goal(text="a", status="done"))).plan
    plan = made(plan, PutGoal(record=Goal(text="b"))).plan

    assert [*active_goals(plan)] == ["goal-2"]


def test_the_manager_is_found_in_the_profile_or_among_the_people() -> None:
    with_person = made(Plan(), PutPerson(record=Person(name="Martin", relation="manager"))).plan
    with_profile = made(Plan(), SetProfile(fields=Profile(manager="Bea"))).plan

    assert manager_of(with_person) == "Martin"
    assert manager_of(with_profile) == "Bea"
    assert manager_of(Plan()) is None


def test_something_that_is_no_change_is_a_bug_and_not_a_refusal() -> None:
    nothing: Any = object()

    with pytest.raises(TypeError):
        apply_change(Plan(), nothing, TODAY)
