"""Which day each shape of reference to time ends, seen from one day."""

import datetime as dt
import re
from collections.abc import Callable

from coaching.deadlines import calendar as cal
from coaching.deadlines import vocabulary as words
from coaching.deadlines.parts import Parts

_CENTURY = 100


def resolve(kind: str, parts: Parts) -> dt.date | None:
    """Return the day the shape ends, or None when it names none."""
    rule = _RULES.get(kind)
    return rule(parts) if rule else None


def full_date(word: str) -> dt.date | None:
    """Return the day of an all-digit date: year first, else day first, else month first."""
    a, b, c = (int(piece) for piece in re.split(r"[./-]", word)[:3])
    if len(word.split("-", maxsplit=1)[0]) == 4:
        return cal.day_of(a, b, c)
    year = c + 2000 if c < _CENTURY else c
    return cal.day_of(year, b, a) or cal.day_of(year, a, b)


def _full(parts: Parts) -> dt.date | None:
    word = [low for low in parts.lows if low[0].isdigit()][-1]
    if full_like(word):
        return full_date(word)
    day, month = (int(piece) for piece in word.split(".")[:2])
    return cal.next_on_or_after(parts.today, month, day)


def _relative_year(parts: Parts) -> int | None:
    joined = " ".join(parts.lows)
    if parts.years:
        return parts.years[-1]
    if re.search(r"(?:next|coming|following) (?:calendar )?year", joined):
        return parts.today.year + 1
    if re.search(r"this (?:calendar )?year|the year", joined):
        return parts.today.year
    return None


def _day_month(parts: Parts) -> dt.date | None:
    year, day, month = _relative_year(parts), int(parts.numbers[-1]), parts.months[-1]
    if year:
        return cal.day_of(year, month, day)
    return cal.next_on_or_after(parts.today, month, day)


def _month_day(parts: Parts) -> dt.date | None:
    if not 1 <= parts.numbers[-1] <= 31:
        return _month(parts)
    return _day_month(parts)


def _month(parts: Parts) -> dt.date | None:
    year, month = _relative_year(parts), parts.months[-1]
    if year is None:
        year = parts.today.year + (month < parts.today.month)
    return cal.month_end(year, month)


def _part_month(parts: Parts) -> dt.date | None:
    end = _month(parts)
    if end is None:
        return None
    if parts.has("mid", "middle"):
        return _not_before(parts, end.replace(day=15))
    if parts.has("early"):
        return _not_before(parts, end.replace(day=10))
    if parts.has("start", "beginning"):
        return _not_before(parts, end.replace(day=1))
    return end


def _not_before(parts: Parts, day: dt.date) -> dt.date:
    if day < parts.today and _relative_year(parts) is None:
        return cal.add(day, "year", 1) or day
    return day


def _range(parts: Parts) -> dt.date | None:
    if parts.has("q") or (parts.numbers and not parts.months):
        return _period(parts, 3)
    if not parts.months:
        return _full(parts)
    last = max(at for at, low in enumerate(parts.lows) if low in words.MONTHS)
    near = [
        low for low in parts.lows[last - 2 : last + 2] if low[0].isdigit() and len(low.rstrip("stndrh")) <= 2
    ]
    if not near:
        return _part_month(parts)
    day = int(near[-1].rstrip("stndrh"))
    return _day_month(Parts(parts.lows, parts.months, parts.years, (day,), (), parts.today))


def _period(parts: Parts, months: int) -> dt.date | None:
    per_year = 12 // months
    number = _ordinal_of_period(parts, per_year)
    if number is None:
        return cal.running_period_end(parts.today, months, 1 if parts.has("next") else 0)
    year = _relative_year(parts)
    if not 1 <= number <= per_year:
        return None
    starts = parts.has("early", "beginning", "start")
    end = cal.period_end(year or parts.today.year, number, months)
    if year is None and end < parts.today:
        end = cal.period_end(parts.today.year + 1, number, months)
    if starts and parts.has("beginning", "start"):
        return cal.add(end.replace(day=1), "month", 1 - months)
    return end


def _ordinal_of_period(parts: Parts, per_year: int) -> int | None:
    if parts.has("last", "final", "other"):
        return per_year
    return int(parts.numbers[-1]) if parts.numbers else None


def _season(parts: Parts) -> dt.date | None:
    name = next(low for low in parts.lows if low in words.SEASON_ENDS or low == "fall")
    season = "autumn" if name == "fall" else name
    year = _relative_year(parts)
    if year is None:
        year = parts.today.year + (cal.season_end(season, parts.today.year) < parts.today)
    if parts.has("early", "beginning", "start"):
        return cal.season_start(season, year)
    if parts.has("mid", "middle"):
        return cal.add(cal.season_start(season, year), "day", 45)
    return cal.season_end(season, year)


def _holiday(parts: Parts) -> dt.date | None:
    year = _relative_year(parts)
    month, day = _holiday_day(parts)
    if month:
        eve = 1 if parts.has("eve") and parts.has("christmas", "xmas") else 0
        return (
            cal.day_of(year, month, day - eve)
            if year
            else cal.next_on_or_after(parts.today, month, day - eve)
        )
    if parts.has("easter"):
        day_here = cal.easter(year or parts.today.year)
        return day_here if year or day_here >= parts.today else cal.easter(parts.today.year + 1)
    return None


def _holiday_day(parts: Parts) -> tuple[int, int]:
    for low in parts.lows:
        if low in words.HOLIDAYS:
            return words.HOLIDAYS[low]
    if parts.has("new"):
        return (12, 31) if parts.has("eve") else (1, 1)
    if parts.has("valentine's", "valentines"):
        return 2, 14
    return 0, 0


def _eo(parts: Parts) -> dt.date | None:
    word = parts.lows[0]
    if word in {"eod", "eob", "cob"}:
        return parts.today
    if word in {"eow", "eom", "eoq"}:
        return _running({"w": "week", "m": "month", "q": "quarter"}[word[-1]], parts.today, 0)
    year = parts.years[-1] if parts.years else None
    if year is None and parts.numbers:
        year = 2000 + int(parts.numbers[-1])
    return dt.date(year or parts.today.year, 12, 31) if word == "eoy" else None


def _running(unit: str, today: dt.date, ahead: int) -> dt.date | None:
    if unit == "day":
        return cal.add(today, "day", ahead)
    if unit in {"week", "weekend"}:
        return today + dt.timedelta(days=6 - today.weekday() + 7 * ahead)
    if unit == "decade":
        return dt.date(today.year // 10 * 10 + 9 + 10 * ahead, 12, 31)
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    return cal.running_period_end(today, months, ahead) if months else None


def _day_only(parts: Parts) -> dt.date | None:
    """Return the next day of a month with this number."""
    for ahead in range(3):
        first = cal.add(parts.today.replace(day=1), "month", ahead) or parts.today
        found = cal.day_of(first.year, first.month, int(parts.numbers[-1]))
        if found and found >= parts.today:
            return found
    return None


def _which_unit(parts: Parts) -> dt.date | None:
    unit = parts.units[-1] if parts.units else "weekend"
    if parts.years:
        return dt.date(parts.years[-1], 12, 31)
    if parts.has("coming") and unit == "quarter" and not parts.has("this"):
        return _running(unit, parts.today, 1)
    if parts.has("coming") and unit in {"year", "month", "week"} and not parts.has("this"):
        return cal.add(parts.today, unit, 1)
    end = _running(unit, parts.today, 1 if parts.has("next", "following", "upcoming") else 0)
    if end and parts.has("start", "beginning"):
        return {"year": end.replace(month=1, day=1), "month": end.replace(day=1)}.get(unit, end)
    if end and parts.has("middle"):
        return {"year": end.replace(month=6, day=30), "month": end.replace(day=15)}.get(unit, end)
    return end


def _part_next_year(parts: Parts) -> dt.date | None:
    if parts.units[-1:] != ("year",):
        return _which_unit(parts)
    return _part_of_year(parts, _relative_year(parts) or parts.today.year)


def _part_year(parts: Parts) -> dt.date | None:
    return _part_of_year(parts, parts.years[-1])


def _part_of_year(parts: Parts, year: int) -> dt.date:
    if parts.has("start", "beginning"):
        return dt.date(year, 1, 1)
    if parts.has("early"):
        return dt.date(year, 4, 30)
    if parts.has("middle"):
        return dt.date(year, 6, 30)
    if parts.has("mid"):
        return dt.date(year, 8, 31)
    return dt.date(year, 12, 31)


def _year(parts: Parts) -> dt.date | None:
    return dt.date(parts.years[-1], 12, 31) if parts.years else None


def _ahead(parts: Parts) -> dt.date | None:
    """Return the day so many units ahead; the upper end of a range."""
    unit = parts.units[-1] if parts.units else "week"
    return cal.add(parts.today, unit, _count(parts))


def _count(parts: Parts) -> float:
    count = max(parts.numbers, default=1.0)
    halves = 0.5 if parts.has("half") else 0.0
    if halves and not parts.numbers and not parts.has("and"):
        return halves
    return count + halves


def _this_time(parts: Parts) -> dt.date | None:
    if parts.years:
        return cal.day_of(parts.years[-1], parts.today.month, parts.today.day)
    return cal.add(parts.today, parts.units[-1] if parts.units else "year", _count(parts))


def _from_date(parts: Parts) -> dt.date | None:
    full = [low for low in parts.lows if full_like(low)]
    counted, dated = parts.numbers[:1], parts.numbers[1:]
    start = full_date(full[-1]) if full else None
    if start is None and parts.months and dated:
        start = _day_month(Parts(parts.lows, parts.months, parts.years, dated, (), parts.today))
    return cal.add(start, parts.units[0], counted[0]) if start and counted and parts.units else None


def full_like(word: str) -> bool:
    """Return whether the word is an all-digit date."""
    return bool(re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1\d{2,4}", word))


def _near_day(parts: Parts) -> dt.date:
    ahead = 2 if parts.has("after") else 1 if parts.has("tomorrow") else 0
    return parts.today + dt.timedelta(days=ahead)


def _weekday(parts: Parts) -> dt.date | None:
    number = next(words.WEEKDAYS[low] for low in parts.lows if low in words.WEEKDAYS)
    found = cal.next_weekday(parts.today, number)
    if parts.has("week"):
        return parts.today + dt.timedelta(days=7 - parts.today.weekday() + number)
    return found


def _day_slash(parts: Parts) -> dt.date | None:
    day, month = (int(number) for number in parts.numbers[-2:])
    if not 1 <= month <= 12:
        day, month = month, day
    return cal.next_on_or_after(parts.today, month, day)


def _last_unit(parts: Parts) -> dt.date | None:
    """Return the end of "last year", "last November" where it was the aim."""
    if parts.months:
        year = parts.today.year - (parts.months[-1] >= parts.today.month)
        return cal.month_end(year, parts.months[-1])
    return _running(parts.units[-1], parts.today, -1) if parts.units else None


def _ends_year(parts: Parts) -> dt.date | None:
    return _year(parts)


_RULES: dict[str, Callable[[Parts], dt.date | None]] = {
    "full": _full,
    "range": _range,
    "day_month": _day_month,
    "month_day": _month_day,
    "quarter": lambda parts: _period(parts, 3),
    "half": lambda parts: _period(parts, 6),
    "this_time": _this_time,
    "from_now": _ahead,
    "from_date": _from_date,
    "part_month": _part_month,
    "month": _month,
    "season": _season,
    "holiday": _holiday,
    "eo": _eo,
    "part_next_year": _part_next_year,
    "ends_unit": _which_unit,
    "ends_year": _ends_year,
    "part_year": _part_year,
    "within": _ahead,
    "within_one": _ahead,
    "heading": _ahead,
    "unit_goal": _ahead,
    "next_units": _ahead,
    "which_unit": _which_unit,
    "day_only": _day_only,
    "half_year": lambda parts: cal.add(parts.today, "month", 6),
    "day_slash": _day_slash,
    "last_unit": _last_unit,
    "near_day": _near_day,
    "weekday": _weekday,
    "year": _year,
    "year_bare": _year,
}
