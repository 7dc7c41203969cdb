"""What the deadline grammar makes of the ways people write time, seen from Sunday 22 November 2026."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.deadlines.find import find_dates, find_deadline

TODAY = dt.date(2026, 11, 22)

DATED = {
    "Pass the exam by 30 June 2027": "2027-06-30",
    "Pass it by 30.06.2027": "2027-06-30",
    "Pass it by 2027-06-30": "2027-06-30",
    "Launch by April 1st": "2027-04-01",
    "Finish on 3 December": "2026-12-03",
    "Hire two people by June": "2027-06-30",
    "Finish by the end of June": "2027-06-30",
    "Open the shop by mid-June": "2027-06-15",
    "Leave before March": "2027-02-28",
    "Leave before 1 March": "2027-02-28",
    "Cut costs by end of Q3": "2027-09-30",
    "Close the deal in Q4": "2026-12-31",
    "Grow sales in the first quarter": "2027-03-31",
    "Ship it this quarter": "2026-12-31",
    "Ship it next quarter": "2027-03-31",
    "Ship it by the end of next quarter": "2027-03-31",
    "H1 2027: win six contracts": "2027-06-30",
    "Read ten books this year": "2026-12-31",
    "Read ten books by the end of next year": "2027-12-31",
    "by eoy 26 three people trained": "2026-12-31",
    "Write the guide in early 2022": "2022-04-30",
    "Write the guide in mid 2027": "2027-08-31",
    "Write the guide in late 2027": "2027-12-31",
    "Get certified within six months": "2027-05-22",
    "In 18 months' time I'd like to lead": "2028-05-22",
    "in two to three years become head of department": "2029-11-22",
    "6 Months - attend twenty meetups": "2027-05-22",
    "Mentor six apprentices over the coming year": "2027-11-22",
    "By this time next year I lead a team": "2027-11-22",
    "Submit the form within a fortnight": "2026-12-06",
    "Call the client by Friday": "2026-11-27",
    "Call the client tomorrow": "2026-11-23",
    "Thursday": "2026-11-26",
    "by Wednesday": "2026-11-25",
    "in two weeks": "2026-12-06",
    "Clear the desk this week": "2026-11-22",
    "Clear the desk this month": "2026-11-30",
    "Clear the desk next month": "2026-12-31",
    "Get the licence before summer 2024": "2024-05-31",
    "Repaint the hall by spring": "2027-05-31",
    "Finish the draft before Christmas": "2026-12-24",
    "Finish the draft by Christmas": "2026-12-25",
    "No drinking from the new year until April 1st": "2027-04-01",
    "Complete the 12-week course, which starts on 11 January 2027": "2027-04-05",
    "Fast-track the migration phase (September\u2013December 2025)": "2025-12-31",
    "Reach 40 clients in the next 90 days": "2027-02-20",
    "On 28.11. swim across the lake": "2026-11-28",
}

UNDATED = {
    "Finish the module by the end of the semester": "event_without_date",
    "Become partner before I am 40": "event_without_date",
    "By week 5 name three careers": "event_without_date",
    "Finish the report by the end of my internship": "event_without_date",
    "Complete level 5 by the end of FY27": "fiscal",
    "Raise scores in the 2018-19 school year": "fiscal",
    "Write two posts a week": "cadence",
    "Run every morning": "cadence",
    "Starting in January, look after the windows": "start_only",
    "Learn shorthand someday": "vague",
    "Long-term: become a developer": "vague",
    "Maybe in a few years a degree": "vague",
}

NO_END = (
    "Since the March reorganisation my role is unclear",
    "The 2030 vision sounds great",
    "I've been a nurse since 2019",
    "After 11 years in retail I want a change",
    "Lead Python Thursday",
    "Set up a quarterly newsletter",
    "Cut handling time from 9 days to 5 days",
    "Never miss a month-end deadline again",
    "We may march on",
)


@pytest.mark.parametrize(("text", "day"), DATED.items())
def test_an_end_resolves_to_its_day(text: str, day: str) -> None:
    found = find_deadline(text, TODAY)

    assert found is not None
    assert str(found.date) == day
    assert found.past == (dt.date.fromisoformat(day) < TODAY)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(("text", "reason"), UNDATED.items())
def test_a_time_without_a_day_says_why(text: str, reason: str) -> None:
    found = find_deadline(text, TODAY)

    assert found is not None
    assert (found.date, found.reason) == (None, reason)


@pytest.mark.parametrize("text", NO_END)
def test_a_time_that_ends_nothing_is_no_deadline(text: str) -> None:
    assert find_deadline(text, TODAY) is None


def test_the_end_of_the_goal_wins_over_the_season_of_its_reason() -> None:
    text = "by the end of January, talk with Fatima, so I can choose which one to try in spring"

    found = find_deadline(text, TODAY)

    assert found is not None
    assert found.date == dt.date(2027, 1, 31)


def test_mentions_come_in_order_with_their_roles() -> None:
    found = find_dates("Since 2019 I teach; from May I shadow her, and by 3 June I decide", TODAY)

    assert [mention.role for mention in found] == ["past", "start", "deadline"]


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_mention_quotes_it(text: str) -> None:
    for mention in find_dates(text, TODAY):
        assert text[mention.start : mention.end] == mention.text


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31)))
def test_a_full_date_is_read_as_written(day: dt.date) -> None:
    found = find_deadline(f"Finish the report by {day.day} {day:%B} {day.year}", TODAY)

    assert found is not None
    assert found.date == day
