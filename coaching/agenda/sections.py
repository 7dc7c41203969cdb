"""The lines of each section, in the one order of the page (career-conversation/04 to 10)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from coaching.agenda.claims import Carrier, own_claims, told_claims
from coaching.agenda.material import MORE_ASKS, Material, OpenYes, Said
from coaching.agenda.privacy import content_words
from coaching.agenda.purposes import GROW, SUPPORT, Wording
from coaching.agenda.types import BLANK, Item, Origin, Part, SectionId
from coaching.agenda.when import said_day
from coaching.agenda.wordlists import FOR_OTHERS
from coaching.agenda.words import ended, flat, head, inside
from coaching.plan import Goal, Plan, Purpose

_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:i|my|me|mine)\b", re.IGNORECASE)
_TO_BE = re.compile(
    r"^(?:i(?: want|['’]d like|['’]d love| would like) )?to (?:be|become|get to) |^become ", re.IGNORECASE
)
OWN_CONCERN: frozenset[Purpose] = frozenset({"feedback", "check-in"})


@dataclass(frozen=True, slots=True)
class Page:
    """What every section draws from."""

    plan: Plan
    material: Material
    wording: Wording
    purpose: Purpose
    org: str | None
    on: date
    records: tuple[Carrier, ...]

    def line(self, text: str, origin: Origin, *records: str, part: Part = "line") -> Item:
        """Return a line, with its claims about the past where it holds the person's words."""
        claims = told_claims(text, self.records) if origin in {"person", "derived"} else ()
        return Item(text=text, origin=origin, claims=claims, records=records, part=part)


def _person(page: Page, said: Said) -> Item:
    return page.line(said.text, "person", said.record)


def _why(page: Page) -> list[Item]:
    material = page.material
    if material.yeses:
        yes = material.yeses[0]
        lines = [page.line(f"To ask for your {_answer(yes)}.", "derived", yes.record)]
    else:
        lines = [page.line(page.wording.why, "derived")]
    if page.wording.aim and material.target:
        lines.append(
            page.line(f"And to tell you where I want to get to: {_aim(material)}.", "derived", "vision")
        )
    elif material.wish and not material.target:
        lines.append(_person(page, material.wish))
    return lines


def _aim(material: Material) -> str:
    """Return the target, with the horizon as it was said."""
    target = inside(_TO_BE.sub("", material.target.text)) if material.target else ""
    horizon = inside(material.horizon.text) if material.horizon else ""
    return f"{target}, {horizon}" if horizon and horizon.casefold() not in target.casefold() else target


def _answer(yes: OpenYes) -> str:
    """Return what is asked for, as it follows "your": yes, or the answer still owed."""
    lead = "answer on" if yes.asked else "yes to"
    goal = f"“{head(yes.goal.text)}”"
    return f"{lead} {inside(yes.what)}, for {goal}" if yes.what else f"{lead} this: {goal}"


def _their_needs(page: Page) -> list[Item]:
    lines = [_need(page, said, unsure=unsure) for said, unsure in page.material.needs]
    if not lines:
        most = f"What {page.org} needs most" if page.org else "What you need most"
        lines = [page.line(f"{most}: {BLANK} I would like to hear it from you.", "blank")]
    if page.purpose in OWN_CONCERN:
        lines.append(page.line("What could I take off you?", "library"))
    return lines


def _need(page: Page, said: Said, *, unsure: bool) -> Item:
    if not unsure:
        return _person(page, said)
    guess = f"My guess is {inside(said.text)}; I would like to hear it from you."
    return page.line(guess, "derived", said.record)


def _done(page: Page) -> list[Item]:
    lines: list[Item] = []
    for result in page.material.results:
        claims = own_claims(result.text, result.record, proved=bool(result.proof))
        lines.append(Item(text=result.text, origin="person", claims=claims, records=(result.record,)))
        lines.append(_proof(page, result.proof, result.record))
    lines += _steps_taken(page)
    return lines or [page.line(f"What I have done that somebody else would confirm: {BLANK}", "blank")]


def _proof(page: Page, proof: str | None, record: str) -> Item:
    if proof:
        return Item(text=ended(f"Proof: {flat(proof)}"), origin="derived", records=(record,), part="proof")
    return page.line(f"Who could confirm it, or where to look: {BLANK}", "blank", record, part="proof")


def _steps_taken(page: Page) -> list[Item]:
    """Return the steps that are done, at most three."""
    done = [
        (handle, step) for handle, goal in page.material.goals for step in goal.steps if step.status == "done"
    ]
    return [_taken(flat(step.text), handle) for handle, step in done[:3]]


def _taken(step: str, handle: str) -> Item:
    lead = "Already done: "
    claims = tuple(
        claim.model_copy(update={"start": claim.start + len(lead), "end": claim.end + len(lead)})
        for claim in own_claims(step, handle)
    )
    return Item(text=ended(lead + step), origin="derived", claims=claims, records=(handle,))


def _wanted(page: Page) -> list[Item]:
    material = page.material
    lines = [item for handle, goal in material.goals for item in _goal(page, handle, goal)]
    lines += [_person(page, said) for said in material.reasons]
    if not material.target:
        lines += [
            page.line(f"I can imagine: {ended(inside(said.text))}", "derived", said.record)
            for said in material.candidates
        ]
    if material.halfway:
        lines.append(page.line(f"Halfway there: {ended(inside(material.halfway.text))}", "derived", "vision"))
    if material.target and not page.wording.aim:
        lines.append(page.line(f"Further on: {_aim(material)}.", "derived", "vision"))
    if not material.goals:
        lines.append(page.line(f"What I want to get done next: {BLANK}", "blank"))
    if not serves_others(page):
        lines.append(
            page.line(f"What it does for {page.org or 'you and the team'}: {BLANK}", "blank", part="for_them")
        )
    return lines


def _goal(page: Page, handle: str, goal: Goal) -> list[Item]:
    lines = [page.line(goal.text, "person", handle)]
    if goal.due and said_day(goal.due) not in goal.text:
        lines.append(page.line(f"By {said_day(goal.due)}.", "derived", handle))
    if goal.why and flat(goal.why).casefold() not in flat(goal.text).casefold():
        lines.append(page.line(goal.why, "person", handle))
    return lines


def serves_others(page: Page) -> bool:
    """Return whether what is wanted says anything of what others gain by it."""
    material = page.material
    wanted = [text for _, goal in material.goals for text in (goal.text, goal.why or "", goal.serves or "")]
    words = content_words(" ".join([*wanted, *(said.text for said in material.reasons)]))
    needs = frozenset().union(*(content_words(said.text) for said, _ in material.needs))
    return page.purpose in OWN_CONCERN or bool(words & (needs | _OTHERS))


_OTHERS = content_words(" ".join(FOR_OTHERS))


def _ask(page: Page) -> list[Item]:
    yeses, requests = list(page.material.yeses), list(page.material.requests)
    lines = _main_ask(page, yeses, requests)
    lines += [_also(page, yes) for yes in yeses[1 : 1 + MORE_ASKS]]
    smaller = requests if yeses else requests[1:]
    lines += [page.line(said.text, "person", said.record, part="smaller_ask") for said in smaller]
    if not smaller:
        lines.append(page.line(f"A smaller ask: {BLANK}", "blank", part="smaller_ask"))
    return [*lines, *_grow(page)]


def _main_ask(page: Page, yeses: list[OpenYes], requests: list[Said]) -> list[Item]:
    if yeses:
        first = page.line(f"Your {_answer(yeses[0])}.", "derived", yeses[0].record, part="main_ask")
        return [first, *_what_it_takes(page, yeses[0])]
    if requests:
        return [page.line(requests[0].text, "person", requests[0].record, part="main_ask")]
    return [page.line(page.wording.ask, page.wording.ask_origin, part="main_ask")]


def _what_it_takes(page: Page, yes: OpenYes) -> list[Item]:
    """Return the time it takes, what is dropped for it, and what the person brings."""
    goal, record, lines = yes.goal, yes.record, []
    if goal.hours_week:
        until = f" until {said_day(goal.due)}" if goal.due else ""
        lines.append(page.line(f"It takes about {goal.hours_week:g} hours a week{until}.", "derived", record))
        room = "; ".join(flat(text) for text in goal.makes_room)
        made = page.line(ended(f"To make room: {room}"), "derived", record) if room else None
        lines.append(made or page.line(f"To make room: {BLANK}", "blank", record))
    if goal.starts_with:
        brought = "; ".join(flat(text) for text in goal.starts_with)
        lines.append(page.line(ended(f"I bring: {brought}"), "derived", record))
    return lines


def _also(page: Page, yes: OpenYes) -> Item:
    return page.line(f"If there is time: your {_answer(yes)}.", "derived", yes.record, part="also_ask")


def _grow(page: Page) -> list[Item]:
    gaps = page.material.gaps[:2]
    if not gaps:
        return [page.line(GROW, "library", part="grow")]
    named = "; ".join(inside(said.text) for said in gaps)
    return [
        page.line(f"Where I want to grow: {ended(named)}", "derived", "vision", part="grow"),
        page.line(SUPPORT, "library", part="grow"),
    ]


def _questions(page: Page) -> list[Item]:
    material = page.material
    lines = [_person(page, said) for said in material.questions]
    lines += [page.line(said.text, "derived", said.record) for said in material.neutral]
    unsure = next((said for said, is_unsure in material.needs if is_unsure), None)
    if unsure:
        asked = (
            f"What does {page.org} need most this year?" if page.org else "What do you need most this year?"
        )
        lines.append(page.line(asked, "derived", unsure.record))
    return [*lines, page.line(page.wording.question, "library")]


def _next_step(page: Page) -> list[Item]:
    return [page.line(f"Who does what, by when: {BLANK}", "blank"), _look_again(page)]


def _look_again(page: Page) -> Item:
    if page.plan.review_on and page.plan.review_on > page.on:
        day = said_day(page.plan.review_on)
        return page.line(
            f"When we look at this again: {day}, when I go through my plan.", "derived", "review"
        )
    dated = ((h, goal.review_on) for h, goal in page.material.goals if goal.review_on)
    record, review_on = min(
        ((h, day) for h, day in dated if day > page.on), key=itemgetter(1), default=("", None)
    )
    if review_on:
        return page.line(f"When we look at this again: {said_day(review_on)}.", "derived", record)
    return page.line(f"When we look at this again: {BLANK}", "blank")


LINES: Mapping[SectionId, Callable[[Page], list[Item]]] = {
    "why": _why,
    "their_needs": _their_needs,
    "done": _done,
    "wanted": _wanted,
    "ask": _ask,
    "questions": _questions,
    "next_step": _next_step,
}


def titles(page: Page) -> Mapping[SectionId, str]:
    """Return the headings in the words of the plan."""
    theirs = f"What {page.org} needs" if page.org else "What you need"
    return {
        "why": "Why I asked for this",
        "their_needs": theirs,
        "done": _who_did(page.material),
        "wanted": f"What I want, and what it does for {page.org or 'you'}",
        "ask": "What I ask",
        "questions": "My questions",
        "next_step": "Next step",
    }


def _who_did(material: Material) -> str:
    told = " ".join(result.text for result in material.results)
    if not _WE.search(told):
        return "What I have done"
    return "What I have done, and what we have" if _I.search(told) else "What we have done"
