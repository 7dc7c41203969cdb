"""What stands beside the page: what to bring, what to find out first, and when to hold the conversation."""

from datetime import date

from coaching.agenda.material import OpenYes
from coaching.agenda.people import is_manager, other_party
from coaching.agenda.sections import Page
from coaching.agenda.when import said_day
from coaching.agenda.words import clipped, flat, possessive
from coaching.plan import Plan, manager_of

_PLANNING = range(9, 13)
"""Months in which most organisations still shape the year to come (career-conversation/04)."""


def bring(page: Page) -> tuple[str, ...]:
    """Return the proofs to have at hand, each once."""
    return tuple(dict.fromkeys(flat(result.proof) for result in page.material.results if result.proof))


def before(page: Page, party: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return what to find out before the conversation, as lines for the person."""
    found = [
        *_needs(page),
        *_proofs(page),
        *_left_out(page),
        *_yeses(page),
        *_first_hearing(page.plan, party, page),
    ]
    found += [f"Whether {name} is happy to be named." for name in named]
    return (*dict.fromkeys(found), _when(party, page.on))


def _needs(page: Page) -> list[str]:
    if not page.material.needs:
        most = f"What {page.org} needs most" if page.org else "What is needed most where you work"
        return [f"{most}: see what the yearly plan and the announcements repeat."]
    return [
        f"Whether this is right: {clipped(said.text, 14)}" for said, unsure in page.material.needs if unsure
    ]


def _proofs(page: Page) -> list[str]:
    unproved = {result.record for result in page.material.results if result.proof}
    lines = [
        f"Who could confirm “{clipped(result.text, 10)}”, or where it can be looked up."
        for result in page.material.results
        if result.record not in unproved
    ]
    if not page.material.results:
        lines.append("What you have done that somebody else would confirm.")
    return lines


def _left_out(page: Page) -> list[str]:
    return [
        f"Which {what} to bring: your plan holds {more} more than fit this page."
        for what, more in page.material.left_out
    ]


def _yeses(page: Page) -> list[str]:
    return [_yes(yes, other_party(yes.who, page.plan)) for yes in page.material.others]


def _yes(yes: OpenYes, who: str) -> str:
    state = "asked for, not answered yet" if yes.asked else "not asked for yet"
    step = next((s for s in yes.goal.steps if s.status == "open" and s.due and _first(who) in s.text), None)
    when = f"; your step is “{clipped(step.text, 8)}”, {said_day(step.due)}" if step and step.due else ""
    return f"{possessive(who)} yes: {state}{when}."


def _first(name: str) -> str:
    return name.partition(" ")[0]


def _first_hearing(plan: Plan, party: str, page: Page) -> list[str]:
    manager = manager_of(plan)
    if manager and not is_manager(party, plan):
        return [f"Whether {flat(manager)} should hear of this from you first."]
    if plan.profile.manager_knows is False and page.material.target:
        return [f"Whether this page is how {party} should first hear where you want to get to."]
    return []


def _when(party: str, on: date) -> str:
    """Return when to hold it: while plans are being made, else with the review, never in their crunch."""
    crunch = f"Ask {party} whether that day is clear of a crunch."
    if on.month in _PLANNING:
        still = f"Whether the plans for {on.year + 1} are still being made on {said_day(on)}"
        return (
            f"{still}, which is the best time; else hold it with the review or the regular catch-up. {crunch}"
        )
    return f"Whether plans are being made just then; else hold it with the review or the regular catch-up. {crunch}"
