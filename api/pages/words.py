"""Changes of the plan, said in words."""

from typing import Any

from coaching.change import Bundle, Change
from store.bodies import body_of_change

_LABELS = {
    "role": "What you do",
    "since": "Since",
    "unit": "Where",
    "industry": "Industry",
    "reports": "People you lead",
    "manager": "Your manager",
    "manager_knows": "Your manager knows",
    "enjoy": "What you would keep",
    "limits": "Has to stay possible (private)",
    "wish": "Your wish",
    "target": "Where you want to be",
    "size": "Size",
    "horizon": "When",
    "undecided": "Undecided for now",
    "candidates": "Could be",
    "why": "Why",
    "check": "Who you asked about it",
    "gaps": "Still between",
    "halfway": "Halfway there",
    "need": "What is needed",
    "evidence": "What you have done",
    "person": "Person",
    "question": "Question for later",
    "goal": "Goal",
    "agenda": "Agenda",
    "step": "Step",
    "step_report": "What came of the step",
    "account": "Who asks how it went",
    "review": "Look at the plan again",
    "remove": "Taken out",
    "profile": "About you",
    "vision": "Where you want to be",
    "undo": "Undone",
    "bundle": "Several things",
}
_BESIDE = {
    "proof": "(proof: {})",
    "note": "({})",
    "due": "(due {})",
    "when": "({})",
    "on": "on {}",
    "obstacle": "(in the way: {})",
}
MAIN = ("goal", "agenda", "step_report")


def parts_of(change: Change) -> tuple[Change, ...]:
    """Return the changes that a change is made of."""
    return change.changes if isinstance(change, Bundle) else (change,)


def label(name: str) -> str:
    """Return a field or kind in everyday words."""
    return _LABELS.get(name, name.replace("_", " "))


def said(change: Change) -> list[tuple[str, str]]:
    """Return a change as lines: what it is about, and the words."""
    body = body_of_change(change)
    if "fields" in body:
        return [(label(name), value_in_words(value)) for name, value in body["fields"].items()]
    if change.kind == "bundle":
        return [line for part in parts_of(change) for line in said(part)]
    return [(label(change.kind), record_in_words(body.get("record") or body))]


def record_in_words(body: dict[str, Any]) -> str:
    """Return a record in one line: its words, then what stands beside them."""
    main = next(
        (str(body[name]) for name in ("text", "name", "who", "with", "handle", "on") if body.get(name)), ""
    )
    beside = [
        shape.format(body[name])
        for name, shape in _BESIDE.items()
        if body.get(name) and str(body[name]) != main and not (name == "note" and body[name] == main)
    ]
    if body.get("status") in {"done", "not"}:
        beside.append("done" if body["status"] == "done" else "not done")
    return " ".join([main, *beside]).strip()


def value_in_words(value: object) -> str:
    """Return a field's value as words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    return "emptied" if value is None else str(value)


def change_in_words(kind: str, writes: list[dict[str, Any]]) -> str:
    """Return a logged change as one line."""
    told = [_write_in_words(write) for write in writes]
    shown = "; ".join(told[:3]) + (f"; and {len(told) - 3} more" if len(told) > 3 else "")
    return f"{label('undo')}: {shown}" if kind == "undo" else shown or "nothing"


def _write_in_words(write: dict[str, Any]) -> str:
    done = "added" if write["before"] is None else "taken out" if write["after"] is None else "changed"
    words = _words_of(write)
    short = words if len(words) <= 90 else words[:89] + "…"
    return f"{label(write['kind'])} {done}" + (f": {short}" if short else "")


def _words_of(write: dict[str, Any]) -> str:
    """Return what a write was about: a record's line, or the fields of profile or vision that it changed."""
    before, after = write["before"] or {}, write["after"] or {}
    if write["kind"] not in {"profile", "vision"}:
        return record_in_words(after or before)
    empty: tuple[object, ...] = (None, [], False)
    changed = [
        name
        for name in {**before, **after}
        if before.get(name) != after.get(name)
        and not (before.get(name) in empty and after.get(name) in empty)
    ]
    return ", ".join(f"{label(name)}: {value_in_words(after.get(name))}" for name in changed)
