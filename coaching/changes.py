"""Changing the plan: one pure function that every door goes through.

`apply_change(plan, change, today)` gives the new plan with the record writes that make it, or a refusal with
a sentence. Taking a change back is `apply_writes` with the `inverse` of its writes.
"""

from collections.abc import Mapping
from datetime import date
from functools import singledispatch
from typing import Any, TypeVar

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
    Write,
)
from coaching.plan import COLLECTIONS, Person, Plan, Record, next_handle, plan_of, records_of


def apply_change(plan: Plan, change: Change, today: date) -> Applied | Refused:
    """Return the plan with the change made, or why it can't be.

    Args:
        plan: The plan as it stands.
        change: What to do.
        today: The person's date; a goal's start defaults to it.
    """
    result = _changed(change, plan, today)
    if isinstance(result, Refused):
        return result
    after, handle = result
    return Applied(plan=after, writes=_writes(plan, after), handle=handle)


def apply_writes(plan: Plan, writes: tuple[Write, ...]) -> Applied | Refused:
    """Return the plan with these writes made, or a refusal where a record changed in between."""
    records = records_of(plan)
    for write in writes:
        if records.get((write.kind, write.handle)) != write.before:
            return Refused(
                code="changed_since",
                message=f"{write.handle} was changed again after that, so this can't be undone by itself. "
                "Undo the later change first.",
            )
    for write in writes:
        if write.after is None:
            records.pop((write.kind, write.handle), None)
        else:
            records[(write.kind, write.handle)] = write.after
    gone = {write.handle for write in writes if write.after is None and write.kind in COLLECTIONS}
    back = {write.handle for write in writes if write.after is not None}
    return Applied(plan=plan_of(records, (plan.retired | gone) - back), writes=writes)


def inverse(writes: tuple[Write, ...]) -> tuple[Write, ...]:
    """Return the writes that take these back."""
    return tuple(
        Write(kind=w.kind, handle=w.handle, before=w.after, after=w.before) for w in reversed(writes)
    )


Result = tuple[Plan, str | None]
RecordT = TypeVar("RecordT", bound=Record)


def _writes(before: Plan, after: Plan) -> tuple[Write, ...]:
    old, new = records_of(before), records_of(after)
    keys = [*old, *(key for key in new if key not in old)]
    return tuple(
        Write(kind=kind, handle=handle, before=old.get((kind, handle)), after=new.get((kind, handle)))
        for kind, handle in keys
        if old.get((kind, handle)) != new.get((kind, handle))
    )


@singledispatch
def _changed(change: Change, plan: Plan, today: date) -> Result | Refused:
    """Return the plan after the change; each kind of change is registered below."""
    raise TypeError(change, plan, today)


@_changed.register
def _(change: PutNeed | PutEvidence | PutQuestion | PutAgenda, plan: Plan, today: date) -> Result | Refused:
    del today
    return _put(plan, change.kind, change.handle, change.record)


@_changed.register
def _(change: SetProfile, plan: Plan, today: date) -> Result:
    del today
    return _with(plan, profile=_merged(plan.profile, change.fields)), "profile"


@_changed.register
def _(change: SetVision, plan: Plan, today: date) -> Result:
    del today
    return _with(plan, vision=_merged(plan.vision, change.fields)), "vision"


@_changed.register
def _(change: SetAccount, plan: Plan, today: date) -> Result:
    del today
    return _with(plan, account=change.record), "account"


@_changed.register
def _(change: SetReview, plan: Plan, today: date) -> Result | Refused:
    if change.on < today:
        return Refused(
            code="past_date",
            message=f"{change.on.isoformat()} is past, so nothing was changed. Name a day from today on.",
        )
    return _with(plan, review_on=change.on), "review"


@_changed.register
def _(change: PutGoal, plan: Plan, today: date) -> Result | Refused:
    goal = change.record
    if change.handle is None and goal.start is None:
        goal = goal.model_copy(update={"start": today})
    return _put(plan, "goal", change.handle, goal)


@_changed.register
def _(change: PutPerson, plan: Plan, today: date) -> Result | Refused:
    del today
    return _put(plan, "person", change.handle or _same_name(plan, change.record), change.record)


@_changed.register
def _(change: AddStep, plan: Plan, today: date) -> Result | Refused:
    del today
    handle = change.goal or next(reversed([*plan.goals]), None)
    if handle is None:
        return Refused(code="no_goal", message="A step needs a goal it belongs to; add a goal first.")
    if handle not in plan.goals:
        return unknown(handle)
    goal = plan.goals[handle]
    return _put(plan, "goal", handle, goal.model_copy(update={"steps": (*goal.steps, change.record)}))


@_changed.register
def _(change: ReportStep, plan: Plan, today: date) -> Result | Refused:
    del today
    goal = plan.goals.get(change.goal)
    if goal is None or change.step >= len(goal.steps):
        return unknown(f"{change.goal}, step {change.step}")
    steps = list(goal.steps)
    reported = {"status": change.status, "obstacle": change.obstacle or steps[change.step].obstacle}
    steps[change.step] = steps[change.step].model_copy(update=reported)
    return _put(plan, "goal", change.goal, goal.model_copy(update={"steps": tuple(steps)}))


@_changed.register
def _(change: Remove, plan: Plan, today: date) -> Result | Refused:
    del today
    handle = change.handle
    kind = handle.partition("-")[0]
    held = getattr(plan, COLLECTIONS[kind][0]) if kind in COLLECTIONS else {}
    if handle not in held:
        return unknown(handle)
    left = {known: record for known, record in held.items() if known != handle}
    return _with(plan, **{COLLECTIONS[kind][0]: left}, retired=plan.retired | {handle}), handle


@_changed.register
def _(change: Bundle, plan: Plan, today: date) -> Result | Refused:
    about: str | None = None
    for part in change.changes:
        result = _changed(part, plan, today)
        if isinstance(result, Refused):
            return result
        plan, handle = result
        if about is None or part.kind == "goal":
            about = handle
    return plan, about


def _with(plan: Plan, **fields: Any) -> Plan:
    return plan.model_copy(update=fields)


def _merged(old: RecordT, new: RecordT) -> RecordT:
    """Return `old` with what `new` sets; lists grow, and what is in them already is not doubled."""
    update: dict[str, Any] = {}
    for name in new.model_fields_set:
        value, stood = getattr(new, name), getattr(old, name)
        if isinstance(value, tuple):
            value = (*stood, *(item for item in value if item not in stood))
        update[name] = value
    return old.model_copy(update=update)


def _put(plan: Plan, kind: str, handle: str | None, record: Record) -> Result | Refused:
    field = COLLECTIONS[kind][0]
    held: Mapping[str, Record] = getattr(plan, field)
    if handle is not None and handle not in held:
        return unknown(handle)
    handle = handle or next_handle(plan, kind)
    return _with(plan, **{field: {**held, handle: record}}), handle


def _same_name(plan: Plan, person: Person) -> str | None:
    name = person.name.casefold()
    return next((handle for handle, known in plan.people.items() if known.name.casefold() == name), None)


def unknown(handle: str) -> Refused:
    """Return the refusal for a handle that is not in the plan."""
    return Refused(code="unknown_handle", message=f"There is no {handle} in your plan; nothing was changed.")
