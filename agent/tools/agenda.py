"""The page for a conversation with the manager."""

from typing import Any

from pydantic_ai import RunContext

from agent.deps import CoachDeps
from agent.proposing import offer
from coaching.agenda.draft import draft_agenda as draft
from coaching.agenda.markdown import as_markdown
from coaching.agenda.types import AgendaRequest, Unusable
from coaching.change import Bundle, Change, PutAgenda, Refused
from coaching.changes import apply_change
from coaching.plan import Plan, SavedAgenda


async def draft_agenda(
    ctx: RunContext[CoachDeps], request: AgendaRequest, notes: tuple[Change, ...] = ()
) -> dict[str, Any]:
    """Draft one page for a conversation the person asked to prepare, and offer to keep it.

    Args:
        request: With whom, when, how long and what about, from the person's own words.
        notes: What they said in this talk that belongs on the page.
    """
    deps = ctx.deps
    agenda = draft(_noted(deps, notes), request, deps.today)
    if isinstance(agenda, Unusable):
        return {"refused": agenda.code, "message": agenda.message}
    kept = SavedAgenda.model_validate(request.model_dump(by_alias=True))
    offered = await offer(deps, Bundle(changes=(*notes, PutAgenda(record=kept))))
    return {**offered, "agenda": agenda.to_json(), "page": as_markdown(agenda)}


def _noted(deps: CoachDeps, notes: tuple[Change, ...]) -> Plan:
    """Return the plan with what was said in this talk; a note that doesn't fit is left out of the page."""
    result = apply_change(deps.plan, Bundle(changes=notes), deps.today)
    return deps.plan if isinstance(result, Refused) else result.plan
