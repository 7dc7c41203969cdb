"""The application: routes, errors, and the guard in front."""

from importlib.metadata import version

from fastapi import FastAPI
from starlette.types import ASGIApp

from api.access import Access
from api.http import agendas, changes, conversations, documents, health, plan, proposals, search
from api.http.guard import Guard
from api.http.problems import answer_with_problems
from api.instance import Instance
from api.pages.routes import add_pages

ROUTERS = (
    health.router,
    conversations.router,
    proposals.router,
    plan.router,
    plan.asking,
    search.router,
    documents.router,
    agendas.router,
    changes.router,
)


def create_app(instance: Instance, access: Access) -> ASGIApp:
    """Return the application that serves an open Cairn to those who may call."""
    app = FastAPI(
        title="Cairn",
        version=version("cairn"),
        openapi_url="/v1/openapi.json",
        # The documentation pages would load scripts from another host.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.instance = instance
    app.state.access = access
    for router in ROUTERS:
        app.include_router(router)
    add_pages(app)
    answer_with_problems(app)
    return Guard(app, access, instance.shelf.limits.content_bytes)
