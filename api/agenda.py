"""Agendas at the doors: drafted from the plan as it stands, kept by what was asked for."""

from dataclasses import dataclass
from datetime import date

from api import saving
from api.http.shapes import AgendaWanted
from api.instance import Instance
from coaching.agenda.draft import draft_agenda
from coaching.agenda.types import Agenda, AgendaRequest, Unusable
from coaching.change import PutAgenda, Refused
from coaching.plan import Plan, SavedAgenda
from store.plans import load_plan


@dataclass(frozen=True)
class Kept:
    """An agenda and its handle in the plan."""

    handle: str
    agenda: Agenda


async def keep(here: Instance, wanted: AgendaWanted) -> Kept | Refused:
    """Return the agenda, whose request is in the plan by then, or why it can't be drawn."""
    async with here.database.read() as session:
        plan = await load_plan(session, here.owner_id)
    fields = {"with": wanted.with_, "on": wanted.on, "minutes": wanted.minutes, "purpose": wanted.purpose}
    drafted = draft_agenda(plan, AgendaRequest.model_validate(fields), wanted.today or here.clock.today())
    if isinstance(drafted, Unusable):
        return Refused(code=drafted.code, message=drafted.message)
    saved = await saving.save(here, PutAgenda(record=SavedAgenda.model_validate(fields)), wanted.today)
    if isinstance(saved, Refused):
        return saved
    assert saved.handle is not None
    return Kept(saved.handle, drafted)


async def open_kept(here: Instance, handle: str) -> Agenda | Refused:
    """Return a kept agenda, drawn from the plan as it stands now."""
    async with here.database.read() as session:
        plan = await load_plan(session, here.owner_id)
    if handle not in plan.agendas:
        return Refused(code="not_found", message=f"There is no {handle} in your plan. Ask for one first.")
    return drawn(plan, plan.agendas[handle], here.clock.today())


def drawn(plan: Plan, kept: SavedAgenda, today: date) -> Agenda | Refused:
    """Return the page of a kept request; one whose day has passed is drawn as of that day."""
    day = date.fromisoformat(kept.on[:10])
    request = AgendaRequest.model_validate(kept.model_dump(by_alias=True))
    drafted = draft_agenda(plan, request, min(today, day))
    if isinstance(drafted, Unusable):
        return Refused(code=drafted.code, message=drafted.message)
    return drafted
