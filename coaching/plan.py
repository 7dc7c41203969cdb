"""The plan: what a person wants, has, needs and will do, as frozen records.

Each record has a short handle of its own (`goal-3`), unique for the person and never used again. The plan is
the set of its records: `records_of` and `plan_of` go from one to the other without loss.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Handle = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[1-9][0-9]{0,6})?$")]
Purpose = Literal["promotion", "career", "raise", "sideways", "feedback", "check-in"]


class Record(BaseModel):
    """Frozen, and strict about names: an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Profile(Record):
    """Where the person is now, in their words (career-strategy/01, career-strategy/02)."""

    role: Line | None = None
    since: Line | None = None
    unit: Line | None = None
    industry: Line | None = None
    reports: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    manager: Line | None = None
    manager_knows: bool | None = None
    enjoy: tuple[Line, ...] = ()
    limits: tuple[Line, ...] = Field(
        default=(), description="Private: what has to stay possible outside work."
    )
    keep_off: tuple[Line, ...] = Field(
        default=(), description="Words that go on no page, because they said so."
    )


class Vision(Record):
    """Where the person wants to be; not knowing yet is a value (career-strategy/02, performance-goals/00)."""

    wish: Line | None = None
    target: Line | None = None
    size: Line | None = None
    horizon: Line | None = Field(default=None, description='As said: "one day" stays "one day".')
    undecided: bool = False
    candidates: tuple[Line, ...] = ()
    why: Line | None = None
    check: Line | None = Field(default=None, description="Who was watched or asked about the role, as said.")
    gaps: tuple[Line, ...] = ()
    halfway: Line | None = None


class Approval(Record):
    """Somebody's yes that a goal needs (performance-goals/05)."""

    who: Line
    what: Line | None = None
    status: Literal["needed", "asked", "given", "refused"] = "needed"


class Step(Record):
    """Something small enough for a week (career-strategy/04, career-strategy/05)."""

    text: Line
    due: date | None = None
    status: Literal["open", "done", "not"] = "open"
    obstacle: Line | None = Field(default=None, description="What got, or could get, in the way.")


class Goal(Record):
    """A written goal with what it needs to be reached (performance-goals/01 and 05 to 09)."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
    why: Line | None = None
    measure: Line | None = None
    start: date | None = None
    due: date | None = None
    serves: Line | None = None
    starts_with: tuple[Line, ...] = Field(default=(), description="Means already at hand.")
    approvals: tuple[Approval, ...] = ()
    hours_week: Annotated[float, Field(gt=0, le=168)] | None = None
    makes_room: tuple[Line, ...] = Field(
        default=(), description="What is dropped, put off or handed on for it."
    )
    steps: tuple[Step, ...] = ()
    review_on: date | None = None
    open_letters: tuple[Line, ...] = Field(default=(), description="SMART letters left open on purpose.")
    status: Literal["active", "done", "dropped"] = "active"


class Evidence(Record):
    """Something done that somebody else would confirm (career-conversation/05)."""

    text: Line
    proof: Line | None = None


class Need(Record):
    """What the organisation needs, as far as the person knows (performance-goals/03)."""

    text: Line
    unsure: bool = False


class Person(Record):
    """Somebody who matters to the plan, with what the person said of them."""

    name: Line
    relation: Literal["manager", "holder", "above", "ally", "account", "other"] = "other"
    note: Line | None = None


class Question(Record):
    """A question kept for later, in the person's words."""

    text: Line
    to: Line | None = None


class Account(Record):
    """Who asks how it went, and when (career-strategy/05)."""

    who: Line
    when: Line | None = None


class SavedAgenda(Record):
    """An agenda as it was asked for; the page itself is drawn from the plan each time it is opened."""

    with_: Line = Field(alias="with")
    on: str
    minutes: Annotated[int, Field(ge=5, le=480)]
    purpose: Purpose = "career"

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Plan(Record):
    """Everything a person has accepted into their plan. Collections map handles to records."""

    profile: Profile = Profile()
    vision: Vision = Vision()
    account: Account | None = None
    review_on: date | None = None
    needs: Mapping[Handle, Need] = {}
    evidence: Mapping[Handle, Evidence] = {}
    people: Mapping[Handle, Person] = {}
    questions: Mapping[Handle, Question] = {}
    goals: Mapping[Handle, Goal] = {}
    agendas: Mapping[Handle, SavedAgenda] = {}
    retired: frozenset[Handle] = Field(default=frozenset(), exclude=True, repr=False)


class Review(Record):
    """When the person wants to look at the whole plan again (performance-goals/00)."""

    on: date


COLLECTIONS: dict[str, tuple[str, type[Record]]] = {
    "need": ("needs", Need),
    "evidence": ("evidence", Evidence),
    "person": ("people", Person),
    "question": ("questions", Question),
    "goal": ("goals", Goal),
    "agenda": ("agendas", SavedAgenda),
}
"""Record kind -> the plan's field that holds it and its model."""

Body = dict[str, Any]
Key = tuple[str, str]


def body_of(record: Record) -> Body:
    """Return the record as JSON values."""
    return record.model_dump(mode="json")


def records_of(plan: Plan) -> dict[Key, Body]:
    """Return the plan as (kind, handle) -> body; empty single records are left out."""
    singles: dict[str, Record | None] = {
        "profile": plan.profile if plan.profile != Profile() else None,
        "vision": plan.vision if plan.vision != Vision() else None,
        "account": plan.account,
        "review": Review(on=plan.review_on) if plan.review_on else None,
    }
    found = {(kind, kind): body_of(record) for kind, record in singles.items() if record is not None}
    for kind, (field, _) in COLLECTIONS.items():
        found |= {(kind, handle): body_of(record) for handle, record in getattr(plan, field).items()}
    return found


def plan_of(records: Mapping[Key, Body], retired: Iterable[str] = ()) -> Plan:
    """Return the plan that these records make; `retired` are handles that may not be used again."""
    fields: dict[str, Any] = {"retired": frozenset(retired)}
    for (kind, handle), body in records.items():
        if kind in COLLECTIONS:
            fields.setdefault(COLLECTIONS[kind][0], {})[handle] = body
        elif kind == "review":
            fields["review_on"] = body["on"]
        else:
            fields[kind] = body
    return Plan.model_validate(fields)


def number_of(handle: str) -> int:
    """Return the number in a handle, 0 where there is none."""
    return int(handle.rpartition("-")[2]) if "-" in handle else 0


def next_handle(plan: Plan, kind: str) -> str:
    """Return a handle of that kind that was never used."""
    used = {*getattr(plan, COLLECTIONS[kind][0]), *(h for h in plan.retired if h.startswith(f"{kind}-"))}
    return f"{kind}-{max(map(number_of, used), default=0) + 1}"


def active_goals(plan: Plan) -> dict[str, Goal]:
    """Return the goals that are neither done nor dropped."""
    return {handle: goal for handle, goal in plan.goals.items() if goal.status == "active"}


def manager_of(plan: Plan) -> str | None:
    """Return the manager's name, from the profile or the people."""
    if plan.profile.manager:
        return plan.profile.manager
    return next((p.name for p in plan.people.values() if p.relation == "manager"), None)
