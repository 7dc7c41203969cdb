"""Changes as JSON, and back."""

from pydantic import TypeAdapter

from coaching.change import Bundle, Change
from coaching.plan import Body

_CHANGE: TypeAdapter[Change] = TypeAdapter(Change)


def body_of_change(change: Change) -> Body:
    """Return the change as JSON that reads back as the same change.

    Only fields that were given are kept: a profile field that was left out means "leave it", one that is null
    means "empty it".
    """
    if isinstance(change, Bundle):
        return {"kind": change.kind, "changes": [body_of_change(part) for part in change.changes]}
    return {"kind": change.kind, **change.model_dump(mode="json", exclude_unset=True)}


def change_of_body(body: Body) -> Change:
    """Return the change that this JSON is."""
    return _CHANGE.validate_python(body)
