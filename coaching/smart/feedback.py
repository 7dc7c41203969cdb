"""What a person is told about each letter: one finding, one question, in their own words.

"Not stated", never "not achievable"; no praise; never a push to make the goal smaller. A goes back to where the
articles name SMART (career-strategy/04, run-it-like-a-department/05), R to performance-goals/08.
"""

from coaching.deadlines.types import Deadline
from coaching.smart.types import Letter, Span

Note = tuple[str, str]
LONGEST_QUOTE = 10

_SPECIFIC = {
    "nothing": ("It does not say yet what you want to do.", "What would you like to do or have done?"),
    "topic": (
        "{quote} names a topic; what is to be done about it is open.",
        "What would you do or make there, that someone could see?",
    ),
    "attitude": (
        "{quote} gives a direction; what would be done is open.",
        "What would be different, so that you could point to it?",
    ),
    "unitless": ("{quote} holds a number, but not of what.", "What is it that you count?"),
    "comparative": ("{quote} says which way, but not what exactly.", "Which of them, and where?"),
    "process": (
        "{quote} names something to work on, without the result at the end.",
        "What would you have in hand, or be able to do, at the end of it?",
    ),
    "metric": (
        "{quote} says what should change; where and how far is open.",
        "Which part of it, and how far?",
    ),
    "open": ("{quote} could be many things.", "Which one do you mean: what kind, for whom, or where?"),
    "vague": ("{quote} leaves open which ones.", "Which ones do you mean?"),
    "counted": ("{quote} has a number, but what it counts is open.", "What exactly do you count?"),
    "career_open": (
        "{quote} leaves open which role, field or level.",
        "Which role, in which field or at which level?",
    ),
}
_MEASURABLE = {
    "none": (
        "Nothing says yet how one would know that it is reached.",
        "How will you and someone else know that it is reached?",
    ),
    "number": (
        "The number in {quote} names or describes something; it does not measure the goal.",
        "How will you and someone else know that it is reached?",
    ),
    "unitless": ("{quote} is a target without a unit.", "That is how many of what?"),
    "vague": ("{quote} is an amount without a number.", "How many would be enough?"),
    "amount": ("{quote} compares, without a number.", "How many, or how much?"),
    "metric": ("{quote} can be measured, but has no target.", "From what to what should it go?"),
    "event": (
        "{quote} can be checked as done or not done; no amount, grade or rate is set.",
        "Is done or not done enough, or is there a number to reach?",
    ),
}
_ACHIEVABLE = {
    0: (
        "It is not stated what you will use or do to get there.",
        "What do you have already, or what is your first step?",
    ),
    1: (
        "{quote} is stated as means; which step, time or support that is, is not stated.",
        "What exactly: how often, with what, or with whose help?",
    ),
}
_RELEVANT = {
    0: ("It is not stated what this is for.", "Which role, plan or need does it serve?"),
    1: ("{quote} is named; why it matters there is not stated.", "What does it do for that?"),
}
_TIME = {
    "none": ("It is not stated by when.", "By when do you want to be there?"),
    "named": ("{quote} is a time, but not an end.", "By when do you want to be there?"),
    "cadence": ("{quote} says how often, not until when.", "Until when will you do that?"),
    "start_only": ("{quote} says when it starts, not when it ends.", "And by when should it be done?"),
    "vague": ("{quote} leaves the end open.", "Which month or year would you put there?"),
}
_ENDS = {
    "event_without_date": ("{quote} is an end, but its day is not in the text.", "On which date is that?"),
    "fiscal": ("{quote} is an end that depends on whose year it is.", "On which date does it end?"),
    "no_date_given": ("{quote} is an end without a date.", "Which date is that?"),
}


def words_for(letter: Letter, level: int, case: str, quoted: Span | None) -> Note:
    """Return the finding and the question for a letter below level 2."""
    finding, question = _template(letter, level, case)
    if "{quote}" not in finding:
        return finding, question
    if quoted is None:
        return _template(letter, 0, "none" if letter in {"measurable", "time_bound"} else "nothing")
    return finding.format(quote=quote(quoted.text)), question


def _template(letter: Letter, level: int, case: str) -> Note:
    if letter == "specific":
        return _SPECIFIC.get(case, _SPECIFIC["nothing" if level == 0 else "open"])
    if letter == "measurable":
        return _MEASURABLE.get(case, _MEASURABLE["none" if level == 0 else "event"])
    if letter == "time_bound":
        return _TIME.get(case, _TIME["none"])
    return (_ACHIEVABLE if letter == "achievable" else _RELEVANT)[level]


def deadline_note(deadline: Deadline | None) -> Note | None:
    """Return what to say of an end that is stated but past, or can't be dated; None when there is nothing to say.

    The letter itself stands at level 2 there and has no finding.
    """
    if deadline is None:
        return None
    if deadline.past and deadline.date:
        said = f"{quote(deadline.text)} is {deadline.date.day} {deadline.date:%B %Y}, which is past."
        return said, "Was it reached, or which date holds now?"
    if deadline.reason not in _ENDS:
        return None
    finding, question = _ENDS[deadline.reason]
    return finding.format(quote=quote(deadline.text)), question


def quote(text: str) -> str:
    """Return the words in quotation marks, at most ten of them."""
    words = text.split()
    short = " ".join(words[:LONGEST_QUOTE]) + (" \u2026" if len(words) > LONGEST_QUOTE else "")
    return f"\u201c{short.rstrip('.,;:')}\u201d"


def foreign_words(name: str) -> Note:
    """Return what to say of a text in another language."""
    return (
        (
            f"This looks like {name}; only English is read here, so only plain dates and numbers "
            f"were looked for."
        ),
        "Could you put it in English, in your own words?",
    )
