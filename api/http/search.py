"""Finding guidance in the library."""

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends

from api.http.doors import Here, JsonRoute, caller
from api.http.problems import Problem
from api.http.shapes import Json, SearchFor

router = APIRouter(prefix="/v1", tags=["library"], route_class=JsonRoute, dependencies=[Depends(caller)])


@router.post("/search")
async def search(wanted: SearchFor, here: Here) -> Json:
    """Return the cards that bear on a question, best first; none where nothing does."""
    if not wanted.query.strip():
        raise Problem(422, "empty", "There is no question here. Ask it in your own words.")
    answer = await run_sync(here.library.answer, wanted.query, wanted.limit)
    return answer.model_dump(mode="json", exclude_none=True)
