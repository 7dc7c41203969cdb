"""A wish to prepare a conversation: with whom, when, how long, what about."""

import re
from datetime import date, datetime, time, timedelta
from typing import get_args

from coaching.deadlines.find import find_dates
from coaching.listening.heard import MeetingRequest
from coaching.listening.matching import NAME
from coaching.listening.numbers import NUMBER, number_of
from coaching.listening.text import Sentence
from coaching.plan import Plan, Purpose, manager_of

_TALK = (
    r"(?:meeting|one[- ]to[- ]one|one[- ]on[- ]one|1[:-]1|1-2-1|121|1 on 1|1 to 1|1 2 1|appraisal|review|talk|conversation|chat|catch[- ]?up|agenda|performance review|annual review|"
    r"year[- ]end|pdr|check[- ]?in|discussion|interview with my (?:boss|manager)|sit[- ]?down|mid-?year|development talk|feedback session|supervision|probation review|pay review|salary review|promotion case)"
)
_WISH = re.compile(
    rf"\b(?:prepare|preparing|prep|prepping|get (?:me |us )?ready|getting ready|get (?:me )?set up|plan|help(?: me)?|draft|make|write|build|put together|create|do|set up|need|want|like|sort|rehearse|practise|practice|draw up|give me|work on|prepared|print)\b[^.;!?]{{0,60}}?\b(?:{_TALK})\b"
    r"|\b(?:prepare|prep|prepared|ready|agenda) (?:me )?(?:to (?:talk|speak|meet|see)|for (?:that|it|this|her|him|them|my (?:boss|manager|lead|director|head|supervisor)|(?-i:[A-Z])\w+)\b|for (?:talking|speaking|meeting|seeing))[^.;!?]{0,60}"
    rf"|\b(?:agenda|page|one-?pager|talking points|notes) (?:for|to take to|with) (?:my |the |that |our |it|this|when )[^.;!?]{{0,40}}|\bprepar\w+ (?:what (?:i|to) |my |the |for )[^.;!?]{{0,20}}(?:{_TALK}|say|boss|manager)\b|\bget me ready\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\bi (?:have to |must |will |'ll |always |usually |can |could |should |'m going to )?(?:prepare|prep|write|make|plan|do|run|need|chair|attend) (?:the |our |my team's |their |all the |every )?(?:\w+ )?(?:weekly|monthly|team|client|customer|board|staff|performance|annual)? ?(?:reviews|meetings|appraisals|agendas|conversations|talks)\b|\bget (?:the|a) (?:meeting|review|appraisal) (?:moved|cancelled)",
    re.IGNORECASE,
)
_ROLE = r"(?:boss|manager|line manager|supervisor|head|director|lead|team lead|chief|head of \w+|head of department|principal|head ?teacher|owner|mentor|hr|ward manager|foreman|ceo|cto|cfo|coo|partner|skip-?level|deputy|matron|chef|editor|professor|consultant|dean|superintendent|sergeant|captain|commander|area manager|store manager|plant manager|regional manager|department head|department lead|founder|supervising \w+)"
_WITH = re.compile(
    rf"\b(?:with|to|for|see|meet|meeting|seeing) (?P<who>(?:my |our |the |her |his )?(?:(?:\w+ )?(?P<role>{_ROLE})(?:'s boss)?)(?:,? (?P<named>{NAME}))?|(?P<name>{NAME})|(?P<pronoun>her|him|them)\b)",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b(?P<who>(?P<role>my (?:\w+ )?{_ROLE}))\b|(?P<name>{NAME})(?:'s (?:meeting|appraisal|review)| (?:on|at|this|next|tomorrow))",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i the it next my our this that hr easter christmas q1 q2 q3 q4".split()
)
_CLOCK = re.compile(
    r"(?:\bat |\bfrom |@ ?|, ?|\b)(?P<h>[01]?\d|2[0-3])(?::|\.|h)(?P<m>[0-5]\d)(?: ?(?P<ap>a\.?m|p\.?m))?\b(?!\.\d)"
    r"|(?:\bat |\bfrom |@ ?|, ?|\b)(?P<h2>1[0-2]|0?[1-9]) ?(?P<ap2>a\.?m|p\.?m)\b"
    r"|(?:\bat |\bfrom |@ ?)(?P<h3>(?:2[0-3]|1\d|0?[1-9])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday)(?: ?o'clock| sharp)?(?![\w:]|,?\d|\.\d| (?:percent|%|per cent|people|years|hours|euros))"
    r"|\b(?:at )?(?P<half>half(?: past)?|quarter past|quarter to) (?P<h4>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:hour|day))",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    rf"\b(?P<half>half(?: an?)?[ -]hour)|\b(?P<quarter>quarter of an hour)|\b(?P<threeq>three[- ]quarters of an hour)|\b(?P<hourhalf>(?:an|one) hour and a half|1\.5 hours?|one and a half hours|90 ?min\w*)|\b(?P<n>{NUMBER})[ -]?(?:min\b|mins\b|minutes?\b|min\.|')|\b(?P<hours>an|one|two|1|2) hours?\b(?! (?:a|per|each) (?:week|day))",
    re.IGNORECASE,
)
_PURPOSES: tuple[tuple[Purpose, re.Pattern[str]], ...] = (
    (
        "raise",
        re.compile(
            r"\b(?:raise|pay rise|salary|more money|pay review|bonus|pay|payrise|compensation)\b", re.I
        ),
    ),
    (
        "promotion",
        re.compile(
            r"\b(?:promot\w+|senior(?: role| post| title)?|next (?:level|grade|band)|step up|moving up|move up|lead role|title)\b",
            re.I,
        ),
    ),
    (
        "sideways",
        re.compile(
            r"\b(?:moving(?: to| into| across| over| sideways| department| team)?|transfer\w*|sideways|secondment|switch\w*|change (?:of )?(?:team|department|role)s?|another (?:team|department)|other (?:team|department)|move (?:to|into|across|teams|departments))\b",
            re.I,
        ),
    ),
    (
        "feedback",
        re.compile(
            r"\b(?:feedback|how (?:i'm|i am) doing|what (?:she|he|they) thinks? of|turned down|rejected|passed over)\b",
            re.I,
        ),
    ),
    (
        "check-in",
        re.compile(
            r"\b(?:check[- ]?in|catch[- ]?up|progress|status|how (?:it's|it is|things are) going|update (?:her|him|them))\b",
            re.I,
        ),
    ),
    (
        "career",
        re.compile(
            r"\b(?:career|appraisal|development|future|where i (?:go|stand)|annual review|year[- ]end|performance review|review|pdr|growth|grow)\b",
            re.I,
        ),
    ),
)
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
    if _NOT.search(sentence.plain) or not _WISH.search(sentence.plain):
        return False
    return bool(
        re.search(
            r"\b(?:prepar\w*|prep\w*|ready|agenda|rehearse|practi[sc]e|one-?pager|talking points)\b",
            sentence.low,
        )
        or re.match(
            r"(?:.{0,60}\b)?(?:help(?: me)?(?: with| for)?|(?:can|could|will|would) (?:you|we)|let's|please|set up|put together|i need (?:something|a page|notes) for|make|write|draft|do) (?:\w+ ){0,4}(?:my|the|a|an|for) ",
            sentence.low,
        )
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
        and re.search(
            r"\b(?:i (?:see|meet|have)|i'm (?:seeing|meeting)|i've got|my (?:appraisal|one[- ]to[- ]one|review|meeting|1:1) (?:is|with)|we (?:meet|have|talk)|(?:there's|got) (?:a|my))\b",
            sentences[before].low,
        )
        and _dated(sentences[before].plain)
    ):
        near.insert(0, before)
    return near


def _dated(plain: str) -> bool:
    return bool(
        re.search(
            r"\b(?:\d{1,2}|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|week)\b",
            plain,
            re.I,
        )
    )


def _is_when(plain: str) -> bool:
    return (
        len(plain) < 90
        and bool(
            re.match(
                r"(?:it's |it is |that's |on |at |we have |we've got |this |next |tomorrow|the \d|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|half an hour|an hour|about |around |with |my )",
                plain,
                re.I,
            )
        )
        and (_dated(plain) or minutes_of(plain) is not None)
    )


def _is_topic(plain: str) -> bool:
    return bool(
        re.match(
            r"(?:it's|it is|it should be|it'll be|mostly|mainly|this is|keep it|i want it) (?:about|to be about|on|not about)\b",
            plain,
            re.I,
        )
    )


def _whom(said: str, plan: Plan) -> str | None:
    for pattern in (_WITH, _OWN):
        for match in pattern.finditer(said):
            name = match.groupdict().get("named") or match["name"]
            if name and name.lower() not in _NOT_NAMES:
                return name
            if match["role"]:
                return match["who"].strip()
            if match.groupdict().get("pronoun"):
                return manager_of(plan)
    return None


def _when(said: str, today: date) -> datetime | date | None:
    """Return the day, with the time where one was said; an hour from 1 to 6 is in the afternoon."""
    days = [
        one for one in find_dates(said, today) if one.date is not None and one.role in {"deadline", "start"}
    ]
    if not days or days[0].date is None:
        return None
    clock = clock_of(said[: days[0].start] + " " * (days[0].end - days[0].start) + said[days[0].end :])
    return datetime.combine(days[0].date, clock) if clock else days[0].date


def clock_of(said: str) -> time | None:
    """Return the time of day that was said, as a work day has it: "at 2" is 14:00."""
    match = _CLOCK.search(said)
    if match is None:
        return None
    word = match["h"] or match["h2"] or match["h3"] or match["h4"]
    hour = 12 if word.lower() in {"noon", "midday"} else int(number_of(word) or 0)
    minute = int(match["m"] or 0)
    if match["half"]:
        past = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}[match["half"].lower()]
        moment = datetime(2000, 1, 1, _afternoon(hour, None)) + timedelta(minutes=past)
        return moment.time()
    return time(_afternoon(hour, match["ap"] or match["ap2"]), minute)


def _afternoon(hour: int, half: str | None) -> int:
    if half:
        return hour % 12 + (12 if half.lower().startswith("p") else 0)
    return hour + 12 if hour in _WORK_HOURS else hour


def minutes_of(said: str) -> int | None:
    """Return how many minutes were said: "half an hour" is 30."""
    match = _MINUTES.search(said)
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
    assert len(get_args(Purpose)) == len(_PURPOSES)
    said = re.sub(r"\bnot (?:about )?(?:the |my )?\w+", " ", said, flags=re.I)
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(said)), None)
