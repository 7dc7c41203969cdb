"""What each purpose changes on the page: its reason, its ask, its one question from the library."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.agenda.types import BLANK, Origin
from coaching.plan import Purpose


@dataclass(frozen=True, slots=True)
class Wording:
    """Wording of one purpose.

    Attributes:
        why: Why the person asked for the conversation, when no one yes is wanted.
        aim: Whether the long aim belongs in the first section; else it closes what is wanted.
        ask: The main ask where the plan holds none.
        ask_origin: `library` where the purpose is itself an ask, else `blank`.
        question: The one question from the library.
        question_source: Its passage.
        weights: Worth of each section beyond its first minute.
    """

    why: str
    aim: bool
    ask: str
    ask_origin: Origin
    question: str
    question_source: str
    weights: tuple[int, ...]


_USUAL = (1, 4, 4, 5, 5, 3, 1)

PURPOSES: Mapping[Purpose, Wording] = {
    "promotion": Wording(
        why="To talk about a bigger job, and what it would take.",
        aim=True,
        ask=f"My one ask on the way there: {BLANK}",
        ask_origin="blank",
        question="What would you need to see from me before you would back me for the next level?",
        question_source="career-conversation/08",
        weights=_USUAL,
    ),
    "career": Wording(
        why="To talk about where I want to get to, and to hear your view.",
        aim=True,
        ask=f"My one ask: {BLANK}",
        ask_origin="blank",
        question="Which openings or projects do you know of that would be worth growing towards?",
        question_source="career-conversation/09",
        weights=_USUAL,
    ),
    "raise": Wording(
        why="To talk about my pay, with what it rests on.",
        aim=False,
        ask=f"A raise to {BLANK}, from {BLANK}.",
        ask_origin="blank",
        question="What goes into this decision, who else takes part in it, and when is it made?",
        question_source="career-conversation/10",
        weights=(1, 3, 6, 4, 6, 2, 1),
    ),
    "sideways": Wording(
        why="To talk about a move to other work here, and how it could be done well for both sides.",
        aim=False,
        ask=f"My one ask towards the move: {BLANK}",
        ask_origin="blank",
        question="What would a move of mine leave open here, and how could I help to close it?",
        question_source="career-management/10",
        weights=(1, 4, 4, 5, 5, 4, 1),
    ),
    "feedback": Wording(
        why="To hear how you see my work, before I plan what comes next.",
        aim=False,
        ask="Your honest view: one thing to keep, and one to do differently.",
        ask_origin="library",
        question="Is there something about how I work that I may not see myself?",
        question_source="career-management/03",
        weights=(1, 3, 3, 3, 6, 5, 1),
    ),
    "check-in": Wording(
        why="To look at where my goals stand, and at what I need next.",
        aim=False,
        ask="Your view of whether these are still the right things to work on.",
        ask_origin="library",
        question="Has anything changed in what matters most to you that I should plan around?",
        question_source="career-management/13",
        weights=(1, 3, 6, 4, 4, 3, 2),
    ),
}

GROW = "Where I want to grow: I would like to hear where you see room, and what support there is for it."
GROW_SOURCES = ("career-conversation/08", "career-conversation/09")
SUPPORT = "What support is there for it: someone to learn from, training, a chance on the job?"
SUPPORT_SOURCE = "career-conversation/09"
