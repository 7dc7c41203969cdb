"""A wish to prepare a conversation: with whom, when, how long, what about."""

import re
from datetime import date, datetime, time
from functools import partial

from coaching.deadlines.find import find_dates
from coaching.listening.heard import MeetingRequest
from coaching.listening.numbers import number_of
from coaching.listening.patterns import rule
from coaching.listening.text import Sentence
from coaching.listening.words import words
from coaching.plan import Plan, Purpose, manager_of

_WISH = partial(rule, "meetings", "wish")
_NOT = partial(rule, "meetings", "not")
_WITH = partial(rule, "meetings", "with")
_OWN = partial(rule, "meetings", "own")
_CLOCK = partial(rule, "meetings", "clock")
_MINUTES = partial(rule, "meetings", "minutes")
_PURPOSES: tuple[Purpose, ...] = ("raise", "promotion", "sideways", "feedback", "check-in", "career")
_WORK_HOURS = range(1, 7)


def meeting_of(
    sentences: tuple[Sentence, ...], plan: Plan, today: date
) -> tuple[MeetingRequest, frozenset[int]] | None:
    """Return the conversation they want prepared and the places of the sentences that say so."""
    asked = next((at for at, s in enumerate(sentences) if _wishes(s)), None)
    if asked is None:
        return None
    near = _about_it(sentences, asked)
    said = " ".join(sentences[at].plain for at in near)
    request = MeetingRequest(
        with_whom=_whom(said, plan), on=_when(said, today), minutes=minutes_of(said), purpose=purpose_of(said)
    )
    return request, frozenset(near)


def _wishes(sentence: Sentence) -> bool:
    if _NOT().search(sentence.plain) or not _WISH().search(sentence.plain):
        return False
    return bool(
        re.search(
            r"\b(?:prepar\w*|prep\w*|ready|agenda|rehearse|practi[sc]e|one-?pager|talking points)\b",
            sentence.low,
        )
        or rule("meetings", "wishes").match(sentence.low)
    ) and not re.match(r"(?:what|how|why|when) (?!about)", sentence.low)


def _about_it(sentences: tuple[Sentence, ...], asked: int) -> list[int]:
    """Return the request and the sentences beside it that only say when, how long, with whom or what about."""
    near = [asked]
    for at in (asked + 1, asked + 2):
        if (
            at < len(sentences)
            and near[-1] == at - 1
            and (_is_when(sentences[at].plain) or _is_topic(sentences[at].plain))
        ):
            near.append(at)
    before = asked - 1
    if (
        before >= 0
        and rule("meetings", "about_it").search(sentences[before].low)
        and _dated(sentences[before].plain)
    ):
        near.insert(0, before)
    return near


def _dated(plain: str) -> bool:
    return bool(
        re.search(
            r"\b(?:\d{1,2}|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|week)\b",
            plain,
            re.IGNORECASE,
        )
    )


def _is_when(plain: str) -> bool:
    return (
        len(plain) < 90
        and bool(rule("meetings", "is_when").match(plain))
        and (_dated(plain) or minutes_of(plain) is not None)
    )


def _is_topic(plain: str) -> bool:
    return bool(rule("meetings", "is_topic").match(plain))


def _whom(said: str, plan: Plan) -> str | None:
    for match in (*_WITH().finditer(said), *_OWN().finditer(said)):
        if match:
            name = match.groupdict().get("named") or match["name"]
            if name and name.lower() not in words("lists.txt", "not-with"):
                return name
            if match["role"]:
                return match["who"].strip()
            if match.groupdict().get("pronoun"):
                return manager_of(plan)
    return None


def _when(said: str, today: date) -> datetime | date | None:
    """Return the day, with the time where one was said; an hour from 1 to 6 is in the afternoon."""
    days = [
        one for one in find_dates(said, today) if one.date is not None and one.role not in {"past", "cadence"}
    ]
    if not days or days[0].date is None:
        return None
    clock = clock_of(said[: days[0].start] + " " * (days[0].end - days[0].start) + said[days[0].end :])
    return datetime.combine(days[0].date, clock) if clock else days[0].date


def clock_of(said: str) -> time | None:
    """Return the time of day that was said, as a work day has it: "at 2" is 14:00."""
    match = _CLOCK().search(said)
    if match is None:
        return None
    word = match["h"] or match["h2"] or match["h3"] or match["h4"]
    hour = 12 if word.lower() in {"noon", "midday"} else int(number_of(word) or 0)
    minute = int(match["m"] or 0)
    if match["half"]:
        past = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}[match["half"].lower()]
        of_day = _afternoon(hour, None) * 60 + past
        return time(of_day // 60 % 24, of_day % 60)
    return time(_afternoon(hour, match["ap"] or match["ap2"]), minute)


def _afternoon(hour: int, half: str | None) -> int:
    if half:
        return hour % 12 + (12 if half.lower().startswith("p") else 0)
    return hour + 12 if hour in _WORK_HOURS else hour


def minutes_of(said: str) -> int | None:
    """Return how many minutes were said: "half an hour" is 30."""
    match = _MINUTES().search(said)
    if match is None:
        return None
    fixed = {"half": 30, "quarter": 15, "threeq": 45, "hourhalf": 90}
    for name, minutes in fixed.items():
        if match[name]:
            return minutes
    if match["n"]:
        number = number_of(match["n"])
        return int(number) if number and 5 <= number <= 480 else None
    return 120 if match["hours"].lower() in {"two", "2"} else 60


def purpose_of(said: str) -> Purpose | None:
    """Return what the conversation is about, None where it was not said."""
    said = re.sub(r"\bnot (?:about )?(?:the |my )?\w+", " ", said, flags=re.IGNORECASE)
    return next(
        (purpose for purpose in _PURPOSES if rule("meetings", f"purpose {purpose}").search(said)), None
    )
