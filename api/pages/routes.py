"""The page's addresses, put together."""

from importlib.resources import files
from typing import Literal

from fastapi import FastAPI
from fastapi.responses import Response

from api.pages import deciding, reading, talking

_TYPES = {"cairn.css": "text/css; charset=utf-8", "cairn.svg": "image/svg+xml"}


def add_pages(app: FastAPI) -> None:
    """Add the page to the application."""
    app.state.begun = talking.Begun()
    for router in (talking.router, deciding.router, reading.router):
        app.include_router(router)
    app.add_api_route("/static/{name}", static, include_in_schema=False)


async def static(name: Literal["cairn.css", "cairn.svg"]) -> Response:
    """Return the style sheet or the mark."""
    found = files("api.pages").joinpath("static", name).read_bytes()
    return Response(found, media_type=_TYPES[name])
