"""Agendas for a conversation with the manager."""

from typing import Literal

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from api import agenda
from api.http.doors import Here, JsonRoute, caller
from api.http.problems import problem_of
from api.http.shapes import AgendaWanted
from coaching.agenda.markdown import as_markdown
from coaching.change import Refused

router = APIRouter(
    prefix="/v1/agendas", tags=["agendas"], route_class=JsonRoute, dependencies=[Depends(caller)]
)


@router.post("", status_code=201)
async def draft(wanted: AgendaWanted, here: Here) -> JSONResponse:
    """Draft an agenda and keep what was asked for, so that it can be opened again."""
    kept = await agenda.keep(here, wanted)
    if isinstance(kept, Refused):
        raise problem_of(kept)
    location = {"Location": f"/v1/agendas/{kept.handle}.json"}
    return JSONResponse({"id": kept.handle, **kept.agenda.to_json()}, 201, location)


@router.get("/{handle}.{form}")
async def show(handle: str, form: Literal["md", "json"], here: Here) -> Response:
    """Return a kept agenda as Markdown or JSON, drawn from the plan as it stands."""
    found = await agenda.open_kept(here, handle)
    if isinstance(found, Refused):
        raise problem_of(found)
    if form == "json":
        return JSONResponse({"id": handle, **found.to_json()})
    return PlainTextResponse(as_markdown(found), media_type="text/markdown; charset=utf-8")
