"""Calendar arithmetic for deadlines: which day a named time ends."""

import calendar
import datetime as dt

from coaching.deadlines.vocabulary import SEASON_ENDS


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of the month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def period_end(year: int, number: int, months: int) -> dt.date:
    """Return the last day of the quarter (3 months) or half (6 months) with this number, from 1."""
    return month_end(year, number * months)


def running_period_end(today: dt.date, months: int, ahead: int = 0) -> dt.date:
    """Return the last day of the period of so many months that holds `today`, or a later one."""
    index = (today.month - 1) // months + ahead
    per_year = 12 // months
    return period_end(today.year + index // per_year, index % per_year + 1, months)


def add(day: dt.date, unit: str, count: float) -> dt.date | None:
    """Return the day so many units later, or None when it leaves the calendar."""
    try:
        if unit in _DAYS:
            return day + dt.timedelta(days=round(_DAYS[unit] * count))
        return _add_months(day, round(_MONTHS[unit] * count))
    except (ValueError, OverflowError):
        return None


_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def _add_months(day: dt.date, months: int) -> dt.date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def season_end(season: str, year: int) -> dt.date:
    """Return the last day of the season in the northern hemisphere; winter ends in February."""
    month, _ = SEASON_ENDS[season]
    return month_end(year, month)


def season_start(season: str, year: int) -> dt.date:
    """Return the first day of the season that ends in this year."""
    month, _ = SEASON_ENDS[season]
    return _add_months(dt.date(year, month, 1), -2)


def next_on_or_after(today: dt.date, month: int, day: int) -> dt.date | None:
    """Return the next such day of a month, today included; None when there is none in four years."""
    for year in range(today.year, today.year + 5):
        found = day_of(year, month, day)
        if found and found >= today:
            return found
    return None


def next_weekday(today: dt.date, weekday: int) -> dt.date:
    """Return the next such weekday after today (0 is Monday)."""
    return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar."""
    from dateutil.easter import easter as western

    return western(year)
