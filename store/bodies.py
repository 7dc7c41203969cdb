"""Changes as JSON, and back."""

from pydantic import TypeAdapter

from coaching.change import Change
from coaching.plan import Body

_CHANGE: TypeAdapter[Change] = TypeAdapter(Change)


def body_of_change(change: Change) -> Body:
    """Return the change as JSON that reads back as the same change."""
    return change.model_dump(mode="json")


def change_of_body(body: Body) -> Change:
    """Return the change that this JSON is."""
    return _CHANGE.validate_python(body)
