"""One page for one conversation, drawn from the plan; complete without a model."""

from datetime import date, datetime

from coaching.agenda.aside import before, bring
from coaching.agenda.claims import carriers
from coaching.agenda.material import gather
from coaching.agenda.minutes import share_out
from coaching.agenda.people import named_on, other_party
from coaching.agenda.purposes import GROW_SOURCES, PURPOSES, SUPPORT_SOURCE
from coaching.agenda.review import review_agenda
from coaching.agenda.sections import LINES, Page, titles
from coaching.agenda.types import SECTION_IDS, Agenda, AgendaRequest, Section, Unusable
from coaching.agenda.when import iso, moment, problem, said
from coaching.agenda.words import organisation, starting
from coaching.plan import Plan


def draft_agenda(plan: Plan, request: AgendaRequest, today: date) -> Agenda | Unusable:
    """Return the page for this conversation, or why there can't be one.

    Args:
        plan: The plan as accepted; nothing else is drawn on.
        request: With whom, when, how long and why.
        today: The person's date.
    """
    refused = problem(request, today)
    when = moment(request.on)
    if refused or when is None:
        return refused or Unusable(code="bad_date", message="The day of the conversation can't be read.")
    return _drafted(plan, request, when)


def _drafted(plan: Plan, request: AgendaRequest, when: date | datetime) -> Agenda:
    party = other_party(request.with_, plan)
    page = _page(plan, request, party, when)
    sections = _sections(page, request.minutes)
    named = named_on((item.text for section in sections for item in section.items), plan, party)
    agenda = Agenda(
        title=f"{starting(party)} and me · {said(when, request.minutes)}",
        with_=party,
        on=iso(when),
        minutes=request.minutes,
        purpose=request.purpose,
        sections=sections,
        bring=bring(page),
        before=before(page, party, named),
        named=named,
        kept_off=tuple(dict.fromkeys(mark.words for mark in page.material.off)),
        sources=_sources(page, sections),
    )
    return agenda.model_copy(update={"review": review_agenda(agenda, page.material.off)})


def _page(plan: Plan, request: AgendaRequest, party: str, when: date | datetime) -> Page:
    return Page(
        plan=plan,
        material=gather(plan, party),
        wording=PURPOSES[request.purpose],
        purpose=request.purpose,
        org=organisation(plan),
        on=when.date() if isinstance(when, datetime) else when,
        records=carriers(plan.evidence),
    )


def _sections(page: Page, minutes: int) -> tuple[Section, ...]:
    shares = share_out(minutes, page.wording.weights)
    headings = titles(page)
    return tuple(
        Section(id=id_, title=headings[id_], minutes=share, items=tuple(LINES[id_](page)))
        for id_, share in zip(SECTION_IDS, shares, strict=True)
    )


def _sources(page: Page, sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Return the passages behind the lines marked as from the library, each once."""
    grow = [
        item
        for section in sections
        for item in section.items
        if item.part == "grow" and item.origin == "library"
    ]
    from_grow = (SUPPORT_SOURCE,) if page.material.gaps else GROW_SOURCES
    return tuple(dict.fromkeys([*(from_grow if grow else ()), page.wording.question_source]))
