"""Deciding on the page: proposals, undoing, agendas."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from pydantic import ValidationError

from api import agenda, saving
from api.http.doors import Here
from api.http.problems import Problem, problem_of
from api.http.shapes import AgendaWanted
from api.instance import Instance
from api.pages.cards import edited_by
from api.pages.talking import send
from api.pages.visits import OwnForm
from coaching.change import Change, Refused
from store import conversations, plans, proposals
from store.proposals import Proposal
from store.refusals import not_found

router = APIRouter(include_in_schema=False)


@router.post("/proposals/{proposal}")
async def decide(proposal: str, form: OwnForm, here: Here) -> Response:
    """Accept a proposal as the form has it, or reject it, and let the coach go on from there."""
    found = await _proposal(here, proposal)
    if found.status == "pending" and form.get("verdict") == "accept":
        edited = edited_by(form, found.change)
        if isinstance(edited, Refused):
            raise problem_of(edited)
        await _accepted(here, found, edited)
    elif found.status == "pending":
        await _rejected(here, found)
    return RedirectResponse(f"/talk/{found.conversation_id}#latest", 303)


@router.post("/changes/{change}/undo")
async def undo(change: str, form: OwnForm, here: Here) -> Response:
    """Take a change back."""
    del form
    async with here.database.begin() as session:
        result = await plans.undo(session, here.owner_id, change, now=here.clock.now(), actor="person")
    if isinstance(result, Refused):
        raise problem_of(result)
    return RedirectResponse("/changes", 303)


@router.post("/agendas")
async def draft(form: OwnForm, here: Here) -> Response:
    """Draft an agenda, keep it and show it."""
    try:
        wanted = AgendaWanted.model_validate(
            {name: str(form.get(name, "")).strip() for name in ("with", "on", "minutes", "purpose")}
        )
    except ValidationError:
        raise Problem(
            422,
            "bad_agenda",
            "Say with whom, on which day, and how long: 5 to 480 minutes. Nothing was stored.",
        ) from None
    kept = await agenda.keep(here, wanted)
    if isinstance(kept, Refused):
        raise problem_of(kept)
    return RedirectResponse(f"/agendas/{kept.handle}", 303)


async def _accepted(here: Instance, found: Proposal, edited: Change | None) -> None:
    if edited is None and await _said_so(here, found, "Accept"):
        return
    result = await saving.accept(here, found.id, edited)
    if isinstance(result, Refused):
        raise problem_of(result)
    if edited is not None:
        # It is in the plan as they edited it; said in the talk too, the coach goes on from there.
        await _said_so(here, found, "Accept")


async def _rejected(here: Instance, found: Proposal) -> None:
    if await _said_so(here, found, "Reject"):
        return
    async with here.database.begin() as session:
        await proposals.reject(session, here.owner_id, found.id, now=here.clock.now())


async def _said_so(here: Instance, found: Proposal, verdict: str) -> bool:
    """Say the verdict in the conversation where the coach waits for it; tell whether that decided it."""
    async with here.database.read() as session:
        talk = await conversations.latest_talk(session, here.owner_id, found.conversation_id)
    if talk is None or talk.get("proposal") != found.id:
        return False
    await send(here, found.conversation_id, verdict, f"{verdict}-{found.id}")
    return (await _proposal(here, found.id)).status != "pending"


async def _proposal(here: Instance, proposal_id: str) -> Proposal:
    async with here.database.read() as session:
        found = await proposals.get(session, here.owner_id, proposal_id)
    if found is None:
        raise problem_of(not_found("proposal"))
    return found
