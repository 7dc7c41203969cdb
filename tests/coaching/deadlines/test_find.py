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
    "Finish by February 28": "2027-02-28",
    "Finish by the beginning of March": "2027-03-01",
    "Finish by early May": "2027-05-10",
    "Finish by the start of next year": "2027-01-01",
    "Finish in the middle of 2027": "2027-06-30",
    "Finish by the end of 2027": "2027-12-31",
    "Finish by end of spring 2027": "2027-05-31",
    "Finish by early summer": "2027-06-01",
    "Finish by mid-summer": "2027-07-16",
    "Finish by winter": "2027-02-28",
    "Finish by fall 2027": "2027-11-30",
    "Finish by Easter": "2027-03-28",
    "Finish by Easter 2028": "2028-04-16",
    "Finish by Halloween": "2027-10-31",
    "Finish by New Year's Eve": "2026-12-31",
    "Finish by the new year": "2027-01-01",
    "Finish on Valentine's Day": "2027-02-14",
    "Finish by Christmas Eve": "2026-12-24",
    "Finish by EOD": "2026-11-22",
    "Finish by EOW": "2026-11-22",
    "Finish by EOM": "2026-11-30",
    "Finish by EOQ": "2026-12-31",
    "Finish by eoy 2027": "2027-12-31",
    "Finish the day after tomorrow": "2026-11-24",
    "Finish today": "2026-11-22",
    "Finish in half a year": "2027-05-22",
    "Finish in a year and a half": "2028-05-22",
    "Finish in two and a half years": "2029-05-22",
    "Finish within the next decade": "2036-11-22",
    "Finish by the end of the decade": "2029-12-31",
    "Finish by the end of the week": "2026-11-22",
    "Finish next week": "2026-11-29",
    "Finish this weekend": "2026-11-22",
    "Finish by the second half of 2027": "2027-12-31",
    "Finish by the last quarter of 2027": "2027-12-31",
    "Finish by Q2": "2027-06-30",
    "Finish by the beginning of Q2 2027": "2027-04-01",
    "Finish before Q2": "2027-03-31",
    "Finish before 2028": "2027-12-31",
    "Finish before spring": "2027-02-28",
    "Finish from 3 to 8 March 2027": "2027-03-08",
    "Finish between April and June": "2027-06-30",
    "Finish Monday": "2026-11-23",
    "Finish by Monday next week": "2026-11-23",
    "Finish by 12/24/2026": "2026-12-24",
    "Finish by 31/5": "2027-05-31",
    "Finish by 12/31": "2026-12-31",
    "Finish by the 3rd of December": "2026-12-03",
    "Finish by December 3rd, 2026": "2026-12-03",
    "Finish by '27": "2027-12-31",
    "Finish by the end of last year": "2025-12-31",
    "My goal last month was to finish": "2026-10-31",
    "Finish in 6-18 months": "2028-05-22",
    "Finish in the next 90 days": "2027-02-20",
    "Finish no later than 1 May": "2027-05-01",
    "Due 1 May 2027: the report": "2027-05-01",
    "Finish 3 weeks from 1 December 2026": "2026-12-22",
    "Finish a year from now": "2027-11-22",
    "Finish by this time in two years": "2028-11-22",
    "8 weeks. 6 kg off.": "2027-01-17",
    "Finish by the end of the quarter": "2026-12-31",
    "Finish by next June": "2027-06-30",
    "Finish by June next year": "2027-06-30",
    "Finish by the end of May next year": "2027-05-31",
    "Finish in Dec '26": "2026-12-31",
    "Finish by late 2026": "2026-12-31",
    "Finish throughout the year": "2026-12-31",
    "Finish 2027": "2027-12-31",
    "Goals for 2027: finish the book": "2027-12-31",
    "Finish by Sunday": "2026-11-29",
    "Finish by the 15th": "2026-12-15",
    "Finish by noon tomorrow": "2026-11-23",
    "Finish over the summer": "2027-08-31",
    "Finish during 2027": "2027-12-31",
    "Finish by month end": "2026-11-30",
    "Finish by year-end 2027": "2027-12-31",
    "Finish by close of business Friday": "2026-11-27",
    "In ten weeks' time finish": "2027-01-31",
    "Finish in 3 mths": "2027-02-22",
    "Finish in 2 yrs": "2028-11-22",
    "Finish by 1st July": "2027-07-01",
    "finish by jan 5": "2027-01-05",
}

UNDATED = {
    "By the age of 40 finish": "event_without_date",
    "Finish by my 40th birthday": "event_without_date",
    "Finish before graduation": "event_without_date",
    "Finish before the audit": "event_without_date",
    "Finish by the next team meeting": "event_without_date",
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
    "Finish by 30 February 2027",
    "Where do I see myself in ten years?",
    "Buy the 2027 edition of the handbook",
    "Excel skills beyond Excel 2016",
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
