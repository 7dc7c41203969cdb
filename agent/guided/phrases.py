"""Phrases made of slots: who and what a question is about, what stands so far, dates as people say them."""

import re
from datetime import date, timedelta
from typing import Any

from agent.guided.words import listed, quote
from coaching.listening.words import words
from coaching.plan import Plan, Step, active_goals, manager_of
from coaching.talk import Talk, values

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_WEEKDAY_THURSDAY = 3


def number_word(number: int) -> str:
    """Return small numbers as words, others as digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def day_phrase(day: date, today: date) -> str:
    """Return a date as said: the weekday within a fortnight, the year where it is not this one."""
    named = f"{day.day} {day:%B}"
    if day.year != today.year:
        return f"{named} {day.year}"
    return f"{day:%A} {named}" if abs((day - today).days) <= 14 else named


def now_phrase(plan: Plan) -> str | None:
    """Return what they do now as a phrase of slots, such as "five people in claims"."""
    profile = plan.profile
    place = f" in {profile.unit or profile.industry}" if profile.unit or profile.industry else ""
    if profile.reports is not None and not profile.role:
        people = "person" if profile.reports == 1 else "people"
        return f"{number_word(profile.reports)} {people}{place}"
    if profile.role is None:
        return None
    since = f", {profile.since}" if profile.since else ""
    if not is_plain(profile.role):
        return quote(profile.role, 8)
    return f"{profile.role}{since}{place if place.strip()[3:] not in profile.role else ''}"


def wanted_phrase(plan: Plan) -> str | None:
    """Return where they want to be as a phrase of slots, or the candidates of the undecided."""
    vision = plan.vision
    if vision.target:
        target = vision.target if is_plain(vision.target) else quote(vision.target, 8)
        return f"{target}, {vision.size}" if vision.size else target
    return " or ".join(vision.candidates) or None


def is_job(word: str) -> bool:
    """Return whether a word is what job titles end in, such as "manager"."""
    return word in words("jobs.txt", "head")


def is_plain(text: str) -> bool:
    """Return whether a value fits into a frame as it is, a thing or a job title; anything else is quoted."""
    said = text.lower().rstrip(".").split()
    if not said or len(said) > 7 or "." in text.rstrip("."):
        return False
    titled = any(is_job(word.strip(",")) for word in said) and said[0] not in {
        "be",
        "being",
        "get",
        "not",
        "to",
        "i",
    }
    return said[0] in {"the", "my", "a", "an", "our"} or titled


def summary(plan: Plan) -> str:
    """Return what stands so far, most telling first, as one phrase of at most three parts."""
    found = [
        now_phrase(plan),
        f"aiming at {wanted}" if (wanted := wanted_phrase(plan)) else None,
        f"done, {quote(last.text, 8)}" if (last := _last(plan.evidence)) else None,
        f"needed, {quote(need.text, 8)}" if (need := _last(plan.needs)) else None,
        f"because {quote(plan.vision.why, 8)}" if plan.vision.why else None,
    ]
    return "; ".join([part for part in found if part][-3:]) or "a start"


def soon(today: date) -> str:
    """Return the near end that a first step has: this week's Friday, or next week's from Thursday on."""
    return (
        "by Friday"
        if today.weekday() < _WEEKDAY_THURSDAY or today.weekday() == 6
        else "by the end of next week"
    )


def step_phrase(step: Step, today: date) -> str:
    """Return one step as said, with its day where their words don't name one."""
    words = quote(step.text, 8)
    if step.due is None:
        return words
    day = day_phrase(step.due, today)
    return f"{words} ({day})" if names_a_day(words) else f"{words} by {day}"


def names_a_day(text: str) -> bool:
    """Return whether the words hold a day of their own, such as "by Wednesday" or "tomorrow"."""
    return _DAY.search(text) is not None


_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|morrow|night)|week|\d{1,2}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)


def steps_phrase(steps: list[Step], today: date) -> str:
    """Return steps in date order, as said, with their days."""
    ordered = sorted(steps, key=lambda step: step.due or today + timedelta(days=3650))
    return listed([step_phrase(step, today) for step in ordered])


def open_steps(plan: Plan, talk: Talk) -> list[Step]:
    """Return the steps not yet reported on, of the accepted goals and of this talk."""
    accepted = [step for goal in active_goals(plan).values() for step in goal.steps if step.status == "open"]
    texts = {step.text for step in accepted}
    noted = [
        Step(text=note.text, due=note.due)
        for note in talk.notes
        if note.slot == "step" and note.text not in texts
    ]
    return accepted + noted


def slots_of(plan: Plan, talk: Talk, today: date) -> dict[str, Any]:
    """Return everything a question's wording may name."""
    vision, profile = plan.vision, plan.profile
    holder = next((person.name for person in plan.people.values() if person.relation == "holder"), None)
    goal = _last(active_goals(plan))
    return {
        "target_phrase": _target_phrase(vision.target),
        "candidates": tuple(item for item in vision.candidates if len(item) > 3),
        "evidence": next(
            (quote(item.text, 7) for item in [*plan.evidence.values()][::-1] if not item.proof), "that"
        ),
        "undecided": vision.undecided and vision.target is None,
        "holder": holder,
        "told": vision.wish is not None,
        "manager": manager_of(plan),
        "place": f"the {profile.unit} side"
        if profile.unit and " " not in profile.unit
        else profile.unit or "the place you work for",
        "others": next(iter(values(talk, "others")), "other people"),
        "hours": f"{goal.hours_week:g}" if goal and goal.hours_week else "",
        "soon": soon(today),
        "summary": summary(plan),
    }


def _target_phrase(target: str | None) -> str:
    """Return the target where it fits after "draws you to" as it is, otherwise "that"."""
    named = target is not None and target.lower().startswith(("the ", "my own "))
    return target if named and target is not None and len(target.split()) <= 6 else "that"


def _last(records: Any) -> Any:
    return next(reversed(list(records.values())), None) if records else None
