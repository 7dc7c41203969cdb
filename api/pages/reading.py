"""Pages to read: agendas, changes, conversations, the goal check, help."""

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from api import agenda
from api.http.doors import Doors, Here
from api.http.problems import problem_of
from api.pages import views
from api.pages.marks import review_shown
from api.pages.rendering import page
from api.pages.visits import OwnForm, visitor
from coaching.agenda.types import Agenda
from coaching.change import PutAgenda, Refused
from coaching.changes import apply_change
from coaching.smart.review import check_text
from coaching.smart.types import GoalContext, UnusableText
from store import conversations, proposals
from store.plans import load_plan
from store.refusals import not_found

router = APIRouter(include_in_schema=False, dependencies=[Depends(visitor)])


@router.get("/agendas/{handle}")
async def show_agenda(handle: str, here: Here) -> Response:
    """Show a kept agenda on one page, to print."""
    found = await agenda.open_kept(here, handle)
    if isinstance(found, Refused):
        raise problem_of(found)
    return page("agenda.html", title=found.title, agenda=found, handle=handle)


@router.get("/proposals/{proposal}/agenda")
async def preview_agenda(proposal: str, here: Here) -> Response:
    """Show the page that a proposed agenda would be."""
    found = await _previewed(here, proposal)
    if isinstance(found, Refused):
        raise problem_of(found)
    return page("agenda.html", title=found.title, agenda=found, handle=None)


@router.get("/changes")
async def show_changes(here: Here, doors: Doors) -> Response:
    """Show what was changed, newest first."""
    changes = await views.change_views(here, 200)
    return page("changes.html", title="Changes", changes=changes, form=doors.form_token())


@router.get("/talks")
async def show_talks(here: Here) -> Response:
    """Show the conversations, newest first."""
    async with here.database.read() as session:
        found = await conversations.list_conversations(session, here.owner_id)
        begun = [(talk, await conversations.turns_of(session, here.owner_id, talk.id)) for talk in found[:30]]
    talks = [(talk.id, talk.created_at.astimezone(), turns[0].text if turns else "") for talk, turns in begun]
    return page("talks.html", title="Conversations", talks=talks)


@router.get("/check")
async def ask_for_goal(doors: Doors) -> Response:
    """Show the box in which a goal is checked."""
    return page(
        "check.html", title="Check a goal", text="", trouble=None, review=None, form=doors.form_token()
    )


@router.post("/check")
async def check_goal(form: OwnForm, here: Here, doors: Doors) -> Response:
    """Show how a goal stands on each letter; nothing is stored."""
    text = str(form.get("text", "")).replace("\r\n", "\n").strip()
    review = check_text(text, GoalContext(), here.clock.today())
    bad = isinstance(review, UnusableText)
    return page(
        "check.html",
        status=422 if bad else 200,
        title="Check a goal",
        text=text,
        trouble=review.message if isinstance(review, UnusableText) else None,
        review=None if isinstance(review, UnusableText) else review_shown(review.to_json()),
        form=doors.form_token(),
    )


@router.get("/help")
async def show_help() -> Response:
    """Show what can be done here, what is stored, and where it goes."""
    return page("help.html", title="Help and privacy")


async def _previewed(here: Here, proposal_id: str) -> Agenda | Refused:
    async with here.database.read() as session:
        found = await proposals.get(session, here.owner_id, proposal_id)
        plan = await load_plan(session, here.owner_id)
    if found is None:
        return not_found("proposal")
    today = here.clock.today()
    applied = apply_change(plan, found.change, today) if found.status == "pending" else None
    after = plan if applied is None or isinstance(applied, Refused) else applied.plan
    parts = getattr(found.change, "changes", (found.change,))
    kept = next((part.record for part in parts if isinstance(part, PutAgenda)), None)
    return not_found("agenda") if kept is None else agenda.drawn(after, kept, today)
