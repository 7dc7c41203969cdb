"""The day of a conversation: read from ISO, checked, and said."""

from datetime import date, datetime, time

from coaching.agenda.types import AgendaRequest, Unusable

SHORTEST, LONGEST, LONGEST_NAME = 5, 480, 120
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def moment(on: str) -> date | datetime | None:
    """Return the day, or day and time, that the ISO text names; None where it names none."""
    try:
        return date.fromisoformat(on.strip())
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(on.strip())
    except ValueError:
        return None


def iso(when: date | datetime) -> str:
    """Return the moment in ISO, a time to the minute."""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()


def said_day(day: date) -> str:
    """Return the day without its weekday, as in 3 December 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def said(when: date | datetime, minutes: int) -> str:
    """Return the moment for a title: weekday and day, and from when to when where a time is known."""
    day = f"{_DAYS[when.weekday()]} {said_day(when)}"
    if not isinstance(when, datetime):
        return day
    return f"{day} · {_clock(when.time(), 0)} to {_clock(when.time(), minutes)}"


def _clock(start: time, minutes: int) -> str:
    total = (start.hour * 60 + start.minute + minutes) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def problem(request: AgendaRequest, today: date) -> Unusable | None:
    """Return why the request can't be met, None when it can."""
    return _name_problem(request.with_) or _day_problem(request.on, today) or _length_problem(request.minutes)


def _name_problem(name: str) -> Unusable | None:
    if not any(char.isalnum() for char in name):
        return Unusable(
            code="blank_name", message="There is no name to prepare for. Say with whom you will speak."
        )
    if len(name) > LONGEST_NAME:
        return Unusable(
            code="long_name",
            message=f"That name has {len(name):,} characters, more than the {LONGEST_NAME} that fit a page. "
            "Give the name you use for them.",
        )
    return None


def _day_problem(on: str, today: date) -> Unusable | None:
    when = moment(on)
    if when is None:
        return Unusable(
            code="bad_date",
            message="The day of the conversation can't be read. "
            "Give it as 2026-12-03, or with a time as 2026-12-03T10:00.",
        )
    day = when.date() if isinstance(when, datetime) else when
    if day < today:
        return Unusable(
            code="past_date",
            message=f"{said_day(day)} has passed. Give the day of a conversation that is still to come.",
        )
    return None


def _length_problem(minutes: int) -> Unusable | None:
    if minutes < SHORTEST:
        return Unusable(
            code="too_short",
            message=f"{minutes} minutes is too short for a page. Give {SHORTEST} minutes or more.",
        )
    if minutes > LONGEST:
        return Unusable(
            code="too_long",
            message=f"{minutes} minutes is longer than a working day. Give {LONGEST} minutes or fewer.",
        )
    return None
