"""What to ask next: one pure function over the plan and the talk.

The order is the articles' (where am I, where to, what is between, goals, steps), after the topic that
the person opened. A question is asked only if its slot is empty, its condition holds, and it was neither
asked nor skipped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coaching.notes import with_notes
from coaching.plan import Plan, active_goals, manager_of
from coaching.talk import Draft, Talk, values


@dataclass(frozen=True)
class View:
    """What a condition may look at: the plan with the notes of the talk in it, and the talk."""

    plan: Plan
    talk: Talk
    today: date

    def said(self, slot: str) -> tuple[str, ...]:
        """Return the values noted for a slot."""
        return values(self.talk, slot)


Condition = Callable[[View], bool]


@dataclass(frozen=True)
class Question:
    """A question the coach can ask: `due` says whether it bears, `filled` whether its answer is known.

    Its wording (ask, smaller, why, two ways in) stands in `prompts/guided/questions/`, under the same id.
    """

    id: str
    due: Condition
    filled: Condition
    passages: tuple[str, ...]


def next_question(plan: Plan, talk: Talk, today: date) -> Question | None:
    """Return the question to ask next, None when nothing is missing that bears.

    Args:
        plan: What was accepted.
        talk: What is open, asked, skipped and noted.
        today: The person's date.
    """
    view = View(with_notes(plan, talk.notes, today), talk, today)
    gone = {*talk.asked, *talk.skipped}
    open_ = [q for q in QUESTIONS if q.id not in gone and q.due(view) and not q.filled(view)]
    if len(talk.asked) >= ENOUGH_ASKED:
        open_.sort(key=lambda q: q.id != "goal.text")
    return open_[0] if open_ else None


ENOUGH_ASKED = 6
"""A talk needs ten to twelve questions, not all: from here on the goal comes first as soon as it can."""


def question(id_: str) -> Question:
    """Return the question with this id. Raises: KeyError for an id that is none."""
    return _BY_ID[id_]


def role_known(view: View) -> bool:
    """Return whether the person said what they do."""
    profile = view.plan.profile
    return any(said is not None for said in (profile.role, profile.reports, profile.since, profile.unit))


def undecided(view: View) -> bool:
    """Return whether they said that they don't know where to, and have not named a target since."""
    return view.plan.vision.undecided and view.plan.vision.target is None


def direction_known(view: View) -> bool:
    """Return whether there is a target or a candidate."""
    return view.plan.vision.target is not None or bool(view.plan.vision.candidates)


def goal_accepted(view: View) -> bool:
    """Return whether a goal of this plan is active."""
    return bool(active_goals(view.plan))


def _ready_for_goal(view: View) -> bool:
    vision = view.plan.vision
    known = bool(vision.why or view.plan.evidence or vision.gaps)
    return known and direction_known(view) and not goal_accepted(view) and view.talk.draft is None


def _open_to_manager(view: View) -> bool:
    return manager_of(view.plan) is not None and direction_known(view) and not view.said("conflict")


def _step_waits(view: View) -> bool:
    """Return whether a step is named that has not been reported on."""
    waiting = any(step.status == "open" for goal in active_goals(view.plan).values() for step in goal.steps)
    return waiting or bool(view.said("step"))


def _drafting(view: View) -> bool:
    return view.talk.draft is not None


def _hours_without_room(view: View) -> bool:
    goals = active_goals(view.plan).values()
    return any(goal.hours_week and not goal.makes_room for goal in goals)


def _started(view: View) -> bool:
    return bool(view.plan.vision.wish) or direction_known(view) or role_known(view)


def _role_bears(view: View) -> bool:
    """Their job is asked at once only of those who have said nothing yet; others said more than was understood."""
    opened = {"want.why", "want.target", "now.enjoy"} & {*view.talk.asked}
    return not _drafting(view) and (bool(opened) or not view.plan.vision.wish)


def _target_open(view: View) -> bool:
    return not undecided(view) and not _drafting(view)


def _target_known(view: View) -> bool:
    return view.plan.vision.target is not None


def _why_known(view: View) -> bool:
    return view.plan.vision.why is not None


def _role_checked(view: View) -> bool:
    return bool(view.plan.vision.check) or any(p.relation == "holder" for p in view.plan.people.values())


def _joy_bears(view: View) -> bool:
    """What they enjoy is asked of the undecided, and where the reason was asked for and stayed thin."""
    return undecided(view) or ("want.why" in view.talk.asked and not _why_known(view))


def _candidates_known(view: View) -> bool:
    return undecided(view) and bool(view.plan.vision.candidates)


def _gap_bears(view: View) -> bool:
    """The undecided are asked what would help them choose; others, after the organisation and the manager."""
    asked = view.talk.asked
    manager_done = not _open_to_manager(view) or _manager_told(view) or "manager.knows" in asked
    later = manager_done and (bool(view.plan.needs) or "org.need" in asked)
    return direction_known(view) and not goal_accepted(view) and (undecided(view) or later)


def _evidence_known(view: View) -> bool:
    return bool(view.plan.evidence)


def _all_proved(view: View) -> bool:
    return all(evidence.proof for evidence in view.plan.evidence.values())


def _manager_told(view: View) -> bool:
    return view.plan.profile.manager_knows is not None


QUESTIONS: tuple[Question, ...] = (
    Question("want.wish", lambda v: not v.talk.turns, _started, ("career-strategy/00",)),
    Question("load.room", _hours_without_room, lambda v: bool(v.said("room")), ("performance-goals/09",)),
    Question("step.week", goal_accepted, _step_waits, ("career-strategy/04", "career-strategy/05")),
    Question("step.obstacle", _step_waits, lambda v: bool(v.said("obstacle")), ("career-strategy/05",)),
    Question("account", _step_waits, lambda v: v.plan.account is not None, ("career-strategy/05",)),
    Question("now.role", _role_bears, role_known, ("career-strategy/01",)),
    Question("want.target", _target_open, direction_known, ("career-strategy/02",)),
    Question("want.why", _target_known, _why_known, ("career-strategy/04", "run-it-like-a-department/10")),
    Question(
        "want.check", _target_known, _role_checked, ("career-conversation/02", "career-conversation/03")
    ),
    Question("now.enjoy", _joy_bears, lambda v: bool(v.plan.profile.enjoy), ("career-conversation/02",)),
    Question("now.evidence", role_known, lambda v: bool(v.plan.evidence), ("career-conversation/05",)),
    Question("want.candidate", undecided, direction_known, ("career-conversation/02",)),
    Question(
        "life.limits", _candidates_known, lambda v: bool(v.plan.profile.limits), ("career-strategy/02",)
    ),
    Question(
        "gap",
        _gap_bears,
        lambda v: bool(v.plan.vision.gaps),
        ("career-strategy/03", "career-conversation/07"),
    ),
    Question("evidence.proof", _evidence_known, _all_proved, ("career-conversation/05",)),
    Question(
        "org.need",
        role_known,
        lambda v: bool(v.plan.needs),
        ("performance-goals/03", "career-conversation/04"),
    ),
    Question("manager.knows", _open_to_manager, _manager_told, ("career-management/14",)),
    Question("goal.text", _ready_for_goal, goal_accepted, ("career-strategy/04",)),
    Question("review", goal_accepted, lambda v: v.plan.review_on is not None, ("performance-goals/00",)),
)
"""In the order in which they are asked: once a goal is accepted, what gets it moving comes first."""

_BY_ID = {q.id: q for q in QUESTIONS}


def goal_letter(levels: dict[str, int], draft: Draft) -> str | None:
    """Return the SMART letter to ask about next, in the order S, M, R, A, T; at most four a goal.

    A date is asked only when specific and measurable stand at 1 or more, and after every other letter.

    Args:
        levels: Letter -> level as the check gave it, fields of the goal counted in.
        draft: The goal on the table, with the letters already asked.
    """
    if len(draft.asked) >= MOST_FINDINGS:
        return None
    for letter, enough in (("S", 2), ("M", 1), ("R", 1), ("A", 1)):
        if levels[letter] < enough and letter not in draft.asked:
            return letter
    dated = levels["T"] > 1 or draft.due is not None
    if not dated and levels["S"] and levels["M"] and "T" not in draft.asked:
        return "T"
    return None


MOST_FINDINGS = 4
"""The endless red pen stops here: the goal is then offered as it is, with what is open noted."""
