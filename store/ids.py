"""Names for rows: time-ordered, and not to be guessed."""

from datetime import datetime

from uuid_utils import uuid7


def new_id(now: datetime) -> str:
    """Return a fresh uuid7 whose time part is `now`; 74 bits of it are random."""
    return str(uuid7(nanoseconds=int(now.timestamp() * 1e9)))
