"""The refusals that have nothing to do with what a plan may hold."""

from coaching.change import Refused


def not_found(what: str) -> Refused:
    """Return the refusal for an id that names nothing of this owner's, whoever else's it may be."""
    return Refused(code="not_found", message=f"There is no {what} with that id; nothing was changed.")
