"""The conversation on the page: shown, and gone on with by a plain form."""

import asyncio
from dataclasses import dataclass, field

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from uuid_utils import uuid4

from api.access import Access
from api.http.doors import Doors, Here
from api.http.problems import Problem, problem_of
from api.instance import Instance
from api.pages import views
from api.pages.rendering import page
from api.pages.visits import OwnForm, visitor, welcome
from api.talks import begun
from api.texts import unusable_message
from coaching.change import Refused
from store import conversations
from store.refusals import not_found

_WAIT_FOR_REPLY = 20.0
_MOST_BEGUN = 200

router = APIRouter(include_in_schema=False)


@dataclass
class Begun:
    """Conversations begun from the empty page by the form's key, so that a double click begins one."""

    by_key: dict[str, str] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def one(self, here: Instance, key: str) -> str:
        """Return the conversation of a form."""
        async with self.lock:
            if key not in self.by_key:
                while len(self.by_key) >= _MOST_BEGUN:
                    del self.by_key[next(iter(self.by_key))]
                self.by_key[key] = (await begun(here)).id
            return self.by_key[key]


@router.get("/")
async def front(request: Request, here: Here, doors: Doors, visit: str | None = None) -> Response:
    """Show the newest conversation, or the first words of a new one."""
    if visit is not None:
        return welcome(visit, doors)
    visitor(request, doors)
    return await show_talk(here, doors, await views.newest_talk(here))


@router.get("/new", dependencies=[Depends(visitor)])
async def new(here: Here, doors: Doors) -> Response:
    """Show the first words of a new conversation; it begins with the first message."""
    return await show_talk(here, doors, None)


@router.get("/talk/{conversation}", dependencies=[Depends(visitor)])
async def talk(conversation: str, here: Here, doors: Doors) -> Response:
    """Show a conversation."""
    return await show_talk(here, doors, conversation)


@router.post("/talk")
async def begin(request: Request, form: OwnForm, here: Here, doors: Doors) -> Response:
    """Begin a conversation with a message."""
    text, key = str(form.get("text", "")), str(form.get("key", "")) or str(uuid4())
    if unusable := unusable_message(text):
        return await show_talk(here, doors, None, draft=text, trouble=unusable[1])
    known: Begun = request.app.state.begun
    conversation = await known.one(here, key)
    return await _said(here, conversation, text, key)


@router.post("/talk/{conversation}")
async def say(conversation: str, form: OwnForm, here: Here, doors: Doors) -> Response:
    """Send a message and show the conversation with its reply."""
    text, key = str(form.get("text", "")), str(form.get("key", "")) or str(uuid4())
    if unusable := unusable_message(text):
        return await show_talk(here, doors, conversation, draft=text, trouble=unusable[1])
    return await _said(here, conversation, text, key)


@router.post("/talk/{conversation}/stop")
async def stop(conversation: str, form: OwnForm, here: Here) -> Response:
    """Stop the turn that runs."""
    async with here.database.read() as session:
        turn = await conversations.get_turn(session, here.owner_id, str(form.get("turn", "")))
    if turn is None or turn.conversation_id != conversation:
        raise problem_of(not_found("turn"))
    await here.turns.stop(here.owner_id, turn.id)
    return RedirectResponse(f"/talk/{conversation}#latest", 303)


async def send(here: Instance, conversation: str, text: str, key: str) -> None:
    """Send a message and wait until it is answered, or for as long as a page may keep one waiting.

    Raises:
        Problem: It can't be sent.
    """
    message = conversations.Message(text=text, idempotency_key=key[:200])
    result = await here.turns.submit(here.owner_id, conversation, message)
    if isinstance(result, Refused):
        raise problem_of(result)
    try:
        async with asyncio.timeout(_WAIT_FOR_REPLY):
            async for _ in here.turns.follow(here.owner_id, result.turn_id):
                pass
    except TimeoutError:
        # The turn goes on; the page says so and looks again.
        return


async def _said(here: Instance, conversation: str, text: str, key: str) -> Response:
    await send(here, conversation, text.replace("\r\n", "\n"), key)
    return RedirectResponse(f"/talk/{conversation}#latest", 303)


async def show_talk(
    here: Instance, doors: Access, conversation: str | None, *, draft: str = "", trouble: str | None = None
) -> Response:
    """Return the page with a conversation, the plan and the changes.

    Raises:
        Problem: There is no such conversation.
    """
    found = await views.talk_view(here, conversation)
    if found is None:
        raise Problem(404, "not_found", "There is no such conversation. Your others are listed at /talks.")
    return page(
        "talk.html",
        status=422 if trouble else 200,
        talk=found,
        plan=await views.plan_now(here),
        changes=await views.change_views(here, 5),
        today=here.clock.today(),
        form=doors.form_token(),
        key=str(uuid4()),
        draft=draft,
        trouble=trouble,
        title="Talk",
    )
