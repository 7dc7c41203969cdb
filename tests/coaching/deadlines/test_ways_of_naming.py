"""Further ways to name an end, a start or a stretch, seen from Sunday 22 November 2026."""

import datetime as dt

import pytest

from coaching.deadlines.find import find_deadline

TODAY = dt.date(2026, 11, 22)

DATED = {
    "Paint it before Easter": "2027-03-27",
    "Paint it by Easter 2028": "2028-04-16",
    "Paint it in the coming 3 weeks": "2026-12-13",
    "Paint it over the winter": "2027-02-28",
    "Paint it by New Year's Eve": "2026-12-31",
    "Paint it before the new year": "2026-12-31",
    "Paint it by the first of May": "2027-05-01",
    "Paint it by the middle of May": "2027-05-15",
    "Paint it by 1.5.": "2027-05-01",
    "Paint it by the 15th": "2026-12-15",
    "Paint it by the end of the decade": "2029-12-31",
    "Paint it in a year and a half": "2028-05-22",
    "Paint it in the first half of next year": "2027-06-30",
    "Paint it by Halloween": "2027-10-31",
    "Paint it by Valentine's Day": "2027-02-14",
    "Paint it by EOY27": "2027-12-31",
    "Paint it no later than 31 March": "2027-03-31",
    "Paint it, deadline: 14 Feb 2027": "2027-02-14",
    "Paint it between March and May": "2027-05-31",
    "Q3'27: paint it": "2027-09-30",
    "Paint it by the beginning of next month": "2026-12-01",
    "Paint it by the middle of next month": "2026-12-15",
    "Paint it from Q1 to Q3 2027": "2027-09-30",
    "Paint it between 1.2.2027 and 5.2.2027": "2027-02-05",
    "Paint it over the coming quarter": "2027-02-22",
    "Paint it 12 weeks from 11 January 2027": "2027-04-05",
    "Paint it 12 weeks from 2027-01-11": "2027-04-05",
    "Paint it by Wednesday next week": "2026-11-25",
    "Paint it by the 31st": "2026-12-31",
    "Paint it from 3 to 12 March 2027": "2027-03-12",
    "Paint it from 2027-01-11 to 2027-02-11": "2027-02-11",
    "Paint it this Easter": "2027-03-28",
    "Paint it in the coming year": "2027-11-22",
    "Paint it within 99999 years": None,
    "Paint it by Feb 30": None,
    "Paint it beginning Q2": None,
    "Paint it, 10 more than over 2025": None,
    "Paint it by two years ago": None,
    "Paint it by the end of the twenty-first week of 2027": None,
}


@pytest.mark.parametrize(("text", "wanted"), DATED.items())
def test_an_end_is_resolved_or_left_open(text: str, wanted: str | None) -> None:
    found = find_deadline(text, TODAY)

    assert (found.date.isoformat() if found and found.date else None) == wanted


UNDATED = [
    "within five years of graduating be a nurse",
    "Paint it by week 12",
    "Paint it by the end of Ramadan",
    "Paint it this academic year",
    "Paint it by my 30th birthday",
    "Paint it in the next sprint",
]


@pytest.mark.parametrize("text", UNDATED)
def test_an_end_without_a_date_is_said_to_have_none(text: str) -> None:
    found = find_deadline(text, TODAY)

    assert found is not None
    assert found.date is None
    assert found.reason is not None


NO_END = [
    "answer emails within 24 hours",
    "Answer client emails within one working day",
    "Every ticket resolved within 3 days",
    "Increase monthly active users",
    "Since the merger in 2024 nobody owns the intranet",
    "12 % more than in 2025",
]


@pytest.mark.parametrize("text", NO_END)
def test_time_that_ends_nothing_is_no_deadline(text: str) -> None:
    found = find_deadline(text, TODAY)

    assert found is None or found.date is None
