"""What of a plan may come onto the page for one person, screened once and put in order."""

import re
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, field
from datetime import date

from coaching.agenda.people import known_names, means, mentioned
from coaching.agenda.privacy import Cleared, Screen, content_words, secret
from coaching.agenda.turning import grievance, is_request, turned_forward, without_opener
from coaching.agenda.types import KeptOff
from coaching.agenda.words import flat
from coaching.plan import Approval, Evidence, Goal, Plan, active_goals

GOALS, RESULTS, QUESTIONS, ASKS, MORE_ASKS = 3, 6, 5, 3, 2
_FIGURE = re.compile(r"\d|\b(?:percent|doubled|halved)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the person that may be shown, and the record that holds them."""

    text: str
    record: str


@dataclass(frozen=True, slots=True)
class Result:
    """Something done, and where it can be looked up."""

    text: str
    proof: str | None
    record: str


@dataclass(frozen=True, slots=True)
class OpenYes:
    """A yes that a goal still needs; `asked` where it was asked for already."""

    who: str
    what: str | None
    asked: bool
    goal: Goal
    record: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the page is made from. Every text in it was screened."""

    goals: tuple[tuple[str, Goal], ...] = ()
    results: tuple[Result, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    needs: tuple[tuple[Said, bool], ...] = ()
    target: Said | None = None
    horizon: Said | None = None
    wish: Said | None = None
    candidates: tuple[Said, ...] = ()
    halfway: Said | None = None
    reasons: tuple[Said, ...] = ()
    gaps: tuple[Said, ...] = ()
    yeses: tuple[OpenYes, ...] = ()
    others: tuple[OpenYes, ...] = ()
    requests: tuple[Said, ...] = ()
    questions: tuple[Said, ...] = ()
    neutral: tuple[Said, ...] = ()
    off: tuple[KeptOff, ...] = field(default=())


class _Sieve:
    """Screens texts one by one and remembers what it left off."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.off: list[KeptOff] = []

    def parts(self, text: str | None, record: str) -> tuple[Said, ...]:
        """Return the parts of the text that may be shown."""
        return self._told(self.screen.clear(text, record), record) if text else ()

    def whole(self, text: str | None, record: str) -> Said | None:
        """Return the text if all of it may be shown."""
        return next(iter(self._told(self.screen.whole(text, record), record)), None) if text else None

    def aggrieved(self, said: Said) -> bool:
        """Return whether the words name a grievance, and remember them as left off."""
        found = grievance(said.text)
        if found:
            self.off.append(KeptOff(words=flat(found.group()), reason="blame", records=(said.record,)))
        return bool(found)

    def _told(self, cleared: Cleared, record: str) -> tuple[Said, ...]:
        self.off.extend(cleared.off)
        return tuple(Said(text, record) for text in cleared.kept if flat(text))


def gather(plan: Plan, party: str) -> Material:
    """Return what may come onto a page for `party`, and what was left off.

    Args:
        plan: The plan as accepted.
        party: Whom the page is for, as named by the person.
    """
    sieve = _Sieve(Screen(tuple(secret(limit, "profile") for limit in private(plan))))
    goals = _goals(plan, party, sieve)
    results = _results(plan, sieve)
    vision = plan.vision
    questions, requests, neutral = _questions(plan, party, sieve)
    open_yeses = tuple(_open_yeses(goals, sieve))
    target = sieve.whole(vision.target, "vision")
    return Material(
        goals=tuple(goals[:GOALS]),
        results=results[:RESULTS],
        left_out=_left_out(
            goals=(goals, GOALS), results=(results, RESULTS), questions=(questions, QUESTIONS)
        ),
        needs=tuple(
            (said, need.unsure) for h, need in plan.needs.items() for said in sieve.parts(need.text, h)
        ),
        target=target,
        horizon=sieve.whole(vision.horizon, "vision") if target else None,
        wish=next(iter(sieve.parts(vision.wish, "vision")), None),
        candidates=_each(vision.candidates, sieve),
        halfway=sieve.whole(vision.halfway, "vision"),
        reasons=_reasons(vision.why, goals, sieve),
        gaps=_each(vision.gaps, sieve),
        yeses=tuple(yes for yes in open_yeses if means(yes.who, party, plan)),
        others=tuple(yes for yes in open_yeses if not means(yes.who, party, plan)),
        requests=requests,
        questions=questions[:QUESTIONS],
        neutral=neutral,
        off=(*_limits(plan), *sieve.off),
    )


def _left_out(**kept: tuple[Sized, int]) -> tuple[tuple[str, int], ...]:
    """Return what there is more of than the page holds, and how many more."""
    return tuple((what, len(all_) - most) for what, (all_, most) in kept.items() if len(all_) > most)


def _limits(plan: Plan) -> tuple[KeptOff, ...]:
    return tuple(KeptOff(words=words, reason="private", records=("profile",)) for words in private(plan))


def private(plan: Plan) -> tuple[str, ...]:
    """Return what the person keeps to themself: limits outside work, and words they took off."""
    return (*plan.profile.limits, *plan.profile.keep_off)


def _each(texts: Iterable[str], sieve: _Sieve) -> tuple[Said, ...]:
    screened = (sieve.whole(text, "vision") for text in texts)
    return tuple(said for said in screened if said)


def _goals(plan: Plan, party: str, sieve: _Sieve) -> list[tuple[str, Goal]]:
    """Return the goals that may be shown, those that need this person's yes first, then by date."""
    shown = [
        (h, _screened(h, goal, sieve)) for h, goal in active_goals(plan).items() if sieve.whole(goal.text, h)
    ]
    return sorted(shown, key=lambda pair: (not _needs(pair[1], party, plan), pair[1].due or date.max))


def _needs(goal: Goal, party: str, plan: Plan) -> bool:
    return any(_open(approval) and means(approval.who, party, plan) for approval in goal.approvals)


def _open(approval: Approval) -> bool:
    return approval.status in {"needed", "asked"}


def _screened(handle: str, goal: Goal, sieve: _Sieve) -> Goal:
    """Return the goal with its other fields screened too."""
    why = sieve.parts(goal.why, handle)
    fields = {
        "why": " ".join(said.text for said in why) or None,
        "starts_with": tuple(said.text for text in goal.starts_with if (said := sieve.whole(text, handle))),
        "makes_room": tuple(said.text for text in goal.makes_room if (said := sieve.whole(text, handle))),
        "steps": tuple(step for step in goal.steps if _may_show(step.text, handle, sieve.screen)),
    }
    return goal.model_copy(update=fields)


def _may_show(text: str, handle: str, screen: Screen) -> bool:
    return bool(flat(text)) and screen.whole(text, handle).whole


def _open_yeses(goals: Iterable[tuple[str, Goal]], sieve: _Sieve) -> Iterator[OpenYes]:
    for handle, goal in goals:
        for approval in filter(_open, goal.approvals):
            what = sieve.whole(approval.what, handle)
            if sieve.whole(approval.who, handle):
                asked = approval.status == "asked"
                yield OpenYes(approval.who, what.text if what else None, asked, goal, handle)


def _results(plan: Plan, sieve: _Sieve) -> tuple[Result, ...]:
    """Return what was done, the strongest first: with a proof and a figure, as the person ordered them."""
    found = [result for h, evidence in plan.evidence.items() for result in _results_of(h, evidence, sieve)]
    return tuple(sorted(found, key=lambda result: (not result.proof, not _FIGURE.search(result.text))))


def _results_of(handle: str, evidence: Evidence, sieve: _Sieve) -> Iterator[Result]:
    proof = sieve.whole(evidence.proof, handle)
    parts = sieve.parts(evidence.text, handle)
    for said in parts:
        last = said is parts[-1]
        yield Result(said.text, proof.text if proof and last else None, handle)


def _reasons(why: str | None, goals: Iterable[tuple[str, Goal]], sieve: _Sieve) -> tuple[Said, ...]:
    """Return at most two sentences of why they want it: those that bear on their goals, else the first."""
    sentences = [s for said in sieve.parts(why, "vision") for s in _sentences(said)]
    wanted = content_words(" ".join(goal.text for _, goal in goals))
    linked = [said for said in sentences if content_words(said.text) & wanted]
    return tuple((linked or sentences[:1])[:2])


def _sentences(said: Said) -> tuple[Said, ...]:
    parts = re.split(r"(?<=[.!?])\s+", said.text.strip())
    return tuple(Said(part, said.record) for part in parts if part)


_Sorted = tuple[tuple[Said, ...], tuple[Said, ...], tuple[Said, ...]]


def _questions(plan: Plan, party: str, sieve: _Sieve) -> _Sorted:
    """Return what was kept for this person: questions, requests, and grievances turned into questions."""
    questions: list[Said] = []
    requests: list[Said] = []
    neutral: list[Said] = []
    for handle, question in plan.questions.items():
        if not _for_party(question.to, question.text, party, plan):
            continue
        turned = sieve.whole(turned_forward(question.text), handle)
        cleared = sieve.parts(question.text, handle)
        if turned:
            neutral.append(turned)
            cleared = tuple(said for said in cleared if "?" in said.text and not sieve.aggrieved(said))
        for said in cleared:
            opened = Said(without_opener(said.text), handle)
            (requests if is_request(opened.text) else questions).append(opened)
    return (*questions, *requests[ASKS:]), tuple(requests[:ASKS]), tuple(neutral)


def _for_party(to: str | None, text: str, party: str, plan: Plan) -> bool:
    """Return whether a question is for this person: said so, or to nobody and naming nobody else."""
    return means(to, party, plan) if to else not mentioned(known_names(plan, party), text)
