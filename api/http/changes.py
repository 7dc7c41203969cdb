"""What was changed, by whom and when, and taking it back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api import saving
from api.http.doors import Here, JsonRoute, caller
from api.http.problems import problem_of
from api.http.shapes import ChangeShown, RecordSaved, WriteShown
from coaching.change import Refused
from store import changes, plans

router = APIRouter(
    prefix="/v1/changes", tags=["changes"], route_class=JsonRoute, dependencies=[Depends(caller)]
)


@router.get("")
async def list_all(
    here: Here, limit: Annotated[int, Query(ge=1, le=500)] = 50, before: str | None = None
) -> dict[str, list[ChangeShown]]:
    """Return the changes of the plan, newest first; with `before`, those older than that one."""
    async with here.database.read() as session:
        found = await changes.list_changes(session, here.owner_id, limit=limit, before=before)
    return {"changes": [shown(one) for one in found]}


@router.post("/{change}/undo")
async def undo(change: str, here: Here) -> RecordSaved:
    """Take a change back; the undoing is a change too and can be undone."""
    now = here.clock.now()
    async with here.database.begin() as session:
        result = await plans.undo(session, here.owner_id, change, now=now, actor="person")
    if isinstance(result, Refused):
        raise problem_of(result)
    return saving.shown(result, here.clock.today())


def shown(change: changes.LoggedChange) -> ChangeShown:
    """Return a change as the doors show it."""
    return ChangeShown(
        id=change.id,
        actor=change.actor,
        kind=change.kind,
        handle=change.handle,
        at=change.at,
        turn=change.turn_id,
        undone=change.undone,
        undoes=change.undoes,
        writes=[
            WriteShown(kind=write.kind, handle=write.handle, before=write.before, after=write.after)
            for write in change.writes
        ],
    )
