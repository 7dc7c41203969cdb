"""What routes are given: the open Cairn, and a caller who may use it."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

from api.access import Access, same
from api.http.problems import Problem
from api.instance import Instance
from api.texts import unreadable

_SAFE = {"GET", "HEAD"}


def instance(request: Request) -> Instance:
    """Return the Cairn that this application serves."""
    found: Instance = request.app.state.instance
    return found


def access(request: Request) -> Access:
    """Return who may call this application."""
    found: Access = request.app.state.access
    return found


Here = Annotated[Instance, Depends(instance)]
Doors = Annotated[Access, Depends(access)]


def bearer(request: Request) -> str | None:
    """Return the token a program shows, None where it shows none. No other header or query counts."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def has_cookie(request: Request, doors: Access) -> bool:
    """Return whether the browser carries the cookie of the first visit."""
    return same(request.cookies.get(doors.cookie), doors.cookie_value())


def caller(request: Request, doors: Doors) -> None:
    """Let in a program with the token, or a browser with the cookie that only reads.

    Raises:
        Problem: Neither is there.
    """
    if same(bearer(request), doors.token):
        return
    if not has_cookie(request, doors):
        raise Problem(
            401,
            "not_signed_in",
            "This plan is private. Send `Authorization: Bearer` with the token from the data folder.",
            {"WWW-Authenticate": 'Bearer realm="cairn"'},
        )
    if request.method not in _SAFE:
        raise Problem(
            403, "token_needed", "Changes here need the token of the data folder; nothing was changed."
        )


def asker(request: Request, doors: Doors) -> None:
    """Let in whoever may read, to ask by POST what changes nothing: a program, or a browser with the cookie.

    Raises:
        Problem: Neither is there.
    """
    if not same(bearer(request), doors.token) and not has_cookie(request, doors):
        caller(request, doors)


class JsonRoute(APIRoute):
    """A route whose body is JSON made of text, or is refused with a sentence."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, with the body looked at before it."""
        handle = super().get_route_handler()
        expects_body = self.body_field is not None

        async def looked_at(request: Request) -> Response:
            if expects_body and _has_body(request):
                await _look_at(request)
            return await handle(request)

        return looked_at


def _has_body(request: Request) -> bool:
    return request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers


async def _look_at(request: Request) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Problem(
            415,
            "not_json_type",
            "The body must be sent as JSON; nothing was stored. Add the header Content-Type: application/json.",
        )
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        raise Problem(
            422,
            "not_json",
            'The body is not JSON; nothing was stored. Send a JSON object in UTF-8, such as {"text": "..."}.',
        ) from None
    if sentence := unreadable(body):
        raise Problem(422, "unreadable_text", sentence)
