"""From notes of a talk to changes of the plan: the person's own words, one change a note."""

from collections.abc import Callable, Mapping
from datetime import date

from coaching.change import (
    AddStep,
    Bundle,
    Change,
    PutEvidence,
    PutNeed,
    PutPerson,
    PutQuestion,
    Refused,
    SetAccount,
    SetProfile,
    SetReview,
    SetVision,
)
from coaching.changes import apply_change
from coaching.plan import Account, Evidence, Need, Person, Plan, Profile, Question, Step, Vision
from coaching.talk import Note


def changes_of(notes: tuple[Note, ...], plan: Plan) -> tuple[Change, ...]:
    """Return the changes that put the notes into the plan, in the order they were said."""
    return tuple(change for note in _proofs_joined(notes) if (change := _change_of(note, plan)) is not None)


def bundle_of(notes: tuple[Note, ...], plan: Plan) -> Bundle | None:
    """Return one change that holds all the notes, None where there is nothing to keep."""
    changes = changes_of(notes, plan)
    return Bundle(changes=changes) if changes else None


def with_notes(plan: Plan, notes: tuple[Note, ...], today: date) -> Plan:
    """Return the plan as it would be with the notes in it."""
    for change in changes_of(notes, plan):
        result = apply_change(plan, change, today)
        if not isinstance(result, Refused):
            plan = result.plan
    return plan


def _proofs_joined(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return the notes with each proof moved onto the evidence said before it."""
    joined: list[Note] = []
    for note in notes:
        place = next((i for i in range(len(joined) - 1, -1, -1) if joined[i].slot == "evidence"), None)
        if note.slot == "proof" and place is not None:
            joined[place] = joined[place].model_copy(update={"about": note.value})
        else:
            joined.append(note)
    return tuple(joined)


def _profile(name: str) -> Callable[[str], Change | None]:
    return lambda value: SetProfile(fields=Profile.model_validate({name: value}))


def _vision(name: str) -> Callable[[str], Change | None]:
    return lambda value: SetVision(fields=Vision.model_validate({name: value}))


def _reports(value: str) -> Change | None:
    return SetProfile(fields=Profile(reports=int(value))) if value.isdecimal() and len(value) < 7 else None


_BY_VALUE: Mapping[str, Callable[[str], Change | None]] = {
    **{name: _profile(name) for name in ("role", "since", "unit", "industry", "manager")},
    **{name: _vision(name) for name in ("wish", "target", "size", "horizon", "why", "check", "halfway")},
    "enjoy": lambda value: SetProfile(fields=Profile(enjoy=(value,))),
    "limit": lambda value: SetProfile(fields=Profile(limits=(value,))),
    "candidate": lambda value: SetVision(fields=Vision(candidates=(value,))),
    "keep_off": lambda value: SetProfile(fields=Profile(keep_off=(value,))),
    "gap": lambda value: SetVision(fields=Vision(gaps=(value,))),
    "undecided": lambda _: SetVision(fields=Vision(undecided=True)),
    "reports": _reports,
    "manager_knows": lambda value: SetProfile(fields=Profile(manager_knows=value == "yes")),
    "review": lambda value: SetReview(on=date.fromisoformat(value)),
    "account": lambda value: SetAccount(record=Account(who=value)),
}


def _proof_of(note: Note, plan: Plan) -> Change | None:
    """Return the proof on the last piece of evidence that has none."""
    bare = [handle for handle, evidence in plan.evidence.items() if not evidence.proof]
    if not bare:
        return None
    record = plan.evidence[bare[-1]].model_copy(update={"proof": note.value})
    return PutEvidence(handle=bare[-1], record=record)


def _person_of(note: Note) -> Person:
    relation = "holder" if note.slot == "holder" else note.about
    known = relation if relation in {"above", "ally", "manager", "holder", "account"} else "other"
    return Person.model_validate({"name": note.value, "relation": known, "note": note.text})


def _step_of(note: Note, plan: Plan) -> Change | None:
    """Return the step on the goal changed last; a step waits in the talk while there is no goal."""
    return AddStep(record=Step(text=note.text, due=note.due, obstacle=note.about)) if plan.goals else None


_BY_NOTE: Mapping[str, Callable[[Note, Plan], Change | None]] = {
    "evidence": lambda note, _: PutEvidence(record=Evidence(text=note.text, proof=note.about)),
    "proof": _proof_of,
    "need": lambda note, _: PutNeed(record=Need(text=note.value, unsure=note.unsure)),
    "question": lambda note, _: PutQuestion(record=Question(text=note.text, to=note.about)),
    "holder": lambda note, _: PutPerson(record=_person_of(note)),
    "person": lambda note, _: PutPerson(record=_person_of(note)),
    "step": _step_of,
}


def _change_of(note: Note, plan: Plan) -> Change | None:
    if note.slot in _BY_VALUE:
        return _BY_VALUE[note.slot](note.value)
    return _BY_NOTE[note.slot](note, plan) if note.slot in _BY_NOTE else None
