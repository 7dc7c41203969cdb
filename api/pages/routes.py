"""The page's addresses, put together."""

from importlib.resources import files
from typing import Literal

from fastapi import FastAPI
from fastapi.responses import Response

from api.pages import deciding, documents, library, reading, talking

_TYPES = {
    "cairn.css": "text/css; charset=utf-8",
    "cairn.svg": "image/svg+xml",
    "check.js": "text/javascript; charset=utf-8",
}


def add_pages(app: FastAPI) -> None:
    """Add the page to the application."""
    app.state.begun = talking.Begun()
    for router in (talking.router, deciding.router, reading.router, documents.router, library.router):
        app.include_router(router)
    app.add_api_route("/static/{name}", static, include_in_schema=False)


async def static(name: Literal["cairn.css", "cairn.svg", "check.js"]) -> Response:
    """Return the style sheet, the mark or the script."""
    found = files("api.pages").joinpath("static", name).read_bytes()
    return Response(found, media_type=_TYPES[name])
