"""Finding guidance in the library, and passages in the person's documents."""

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends

from api.http.doors import Here, JsonRoute, asker
from api.http.problems import Problem
from api.http.shapes import Json, SearchFor
from api.instance import Instance
from knowledge.answers import DocumentAnswer, MixedAnswer, SearchAnswer, together

router = APIRouter(prefix="/v1", tags=["library"], route_class=JsonRoute, dependencies=[Depends(asker)])


@router.post("/search")
async def search(wanted: SearchFor, here: Here) -> Json:
    """Return the cards and passages that bear on a question, best first; none where nothing does."""
    if not wanted.query.strip():
        raise Problem(422, "empty", "There is no question here. Ask it in your own words.")
    told = (await found(here, wanted)).model_dump(mode="json")
    return told if told["notice"] else {name: value for name, value in told.items() if name != "notice"}


async def found(here: Instance, wanted: SearchFor) -> MixedAnswer:
    """Return what bears on a question where it was asked for."""
    cards = SearchAnswer(query=wanted.query, results=())
    passages = DocumentAnswer(query=wanted.query, results=())
    if wanted.among != "documents":
        cards = await run_sync(here.library.answer, wanted.query, wanted.limit)
    if wanted.among != "library":
        passages = await here.shelf.search(wanted.query, wanted.limit)
    return together(cards, passages, wanted.limit)
