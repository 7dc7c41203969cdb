"""What was heard in one message: plain values that the guided coach decides on.

Spans of the person's text are kept verbatim; nothing here rewords. A tag that was not found is empty.
"""

from datetime import date, datetime
from typing import Literal

from coaching.plan import Purpose, Record

Slot = Literal[
    "role",  # "sales rep", "team leader", "ward nurse"
    "since",  # how long, as said: "four years", "since 2019"
    "unit",  # "claims", "ward 7", "the finance team"
    "industry",  # "medical devices"
    "reports",  # number of people they lead, digits
    "manager",  # a name
    "manager_knows",  # "yes" or "no": whether the manager knows of the aim
    "wish",  # what they would like to be different, a clause of theirs
    "target",  # the job or place wanted: "VP of Marketing", "the whole division"
    "size",  # its size as said: "about 200 people"
    "horizon",  # as said: "one day", "in three years", "by 2031"
    "undecided",  # the clause that says they don't know where
    "candidate",  # a job they could imagine
    "why",  # a reason, verbatim clause
    "holder",  # somebody who has the wanted job: a name
    "check",  # whether that person was watched or asked: the clause
    "enjoy",  # what they would keep, verbatim
    "limit",  # what must stay possible outside work, verbatim
    "evidence",  # something done that others could confirm, verbatim clause
    "proof",  # where it can be looked up, or who saw it
    "need",  # what the organisation needs
    "gap",  # what they need to learn, show or be given
    "halfway",  # what would be true halfway
    "means",  # what is already on their side for the goal
    "approval",  # whose yes is needed: a name or role; text holds the clause
    "approved",  # who has said yes
    "hours",  # hours a week, digits
    "room",  # what can be dropped, put off or handed on
    "step",  # something to do soon, verbatim clause
    "obstacle",  # what could get in the way
    "account",  # who asks how it went: a name or "my sister"
    "person",  # anybody else named, with the clause that says who they are
]


class Fact(Record):
    """One slot filled from the person's words.

    `value` is the shortest verbatim part that fills the slot (digits for `reports` and `hours`); `text` the
    clause it stands in; `start`/`end` the value's code points in the message (-1 where it is normalised);
    `unsure` whether they hedged; `due` a date where the clause holds one (steps); `about` a second value that
    belongs to it (approval: for what; person: a relation such as "above", "manager", "ally").
    """

    slot: Slot
    value: str
    text: str
    start: int = -1
    end: int = -1
    unsure: bool = False
    due: date | None = None
    about: str | None = None


class Correction(Record):
    """A new value for something said before; `old` is named when the person named it."""

    slot: Slot
    new: str
    old: str | None = None
    text: str = ""


class Feeling(Record):
    """A feeling with its word: `word` verbatim ("a bit scared"), `cause` verbatim where it is stated."""

    kind: Literal["fear", "anger", "tired", "regret", "comparison", "joy", "doubt", "sad"]
    word: str
    cause: str | None = None


class Danger(Record):
    """Something that stops or turns aside coaching; `kind` picks the line, never logged."""

    kind: Literal[
        "crisis",
        "violence",
        "harassment",
        "discrimination",
        "retaliation",
        "unsafe",
        "medical",
        "legal",
        "minor",
    ]


class Asked(Record):
    """A question of theirs; `limit` names the class that the library cannot answer."""

    text: str
    limit: Literal["openings", "pay", "odds", "law", "courses", "self"] | None = None


class MeetingRequest(Record):
    """A wish to prepare a conversation: what of it was said."""

    with_whom: str | None = None
    on: datetime | date | None = None
    minutes: int | None = None
    purpose: Purpose | None = None


Command = Literal[
    "skip",
    "back",
    "why",
    "dont_know",
    "accept",
    "reject",
    "edit",
    "stop",
    "show_plan",
    "help",
    "stay",
    "go_on",
    "draft_it",
    "undo",
    "greeting",
    "thanks",
    "yes",
    "no",
    "swamped",
]


class Heard(Record):
    """Everything found in one message, in the order in which a reply considers it."""

    text: str
    sentences: tuple[str, ...] = ()
    danger: Danger | None = None
    command: Command | None = None
    rest: str = ""
    corrections: tuple[Correction, ...] = ()
    feeling: Feeling | None = None
    meeting: MeetingRequest | None = None
    questions: tuple[Asked, ...] = ()
    goal: str | None = None
    facts: tuple[Fact, ...] = ()
    nonsense: bool = False
    language: str = "en"
