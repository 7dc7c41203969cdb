"""Who may see the page: a browser that came once by the printed address."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from api.access import Access, same
from api.http.doors import Doors, has_cookie
from api.http.problems import Problem
from api.texts import unreadable

_YEAR = 365 * 24 * 3600


class NotSignedIn(Problem):
    """The browser has not come by the printed address."""

    def __init__(self) -> None:
        """Say how to come in."""
        super().__init__(
            401,
            "not_signed_in",
            "This plan is private. Open the address that `cairn serve` printed in its terminal, the one that "
            "ends in ?visit=...; this browser is remembered after that.",
        )


def visitor(request: Request, doors: Doors) -> None:
    """Let in a browser with the cookie.

    Raises:
        Problem: It has none.
    """
    if not has_cookie(request, doors):
        raise NotSignedIn


def welcome(visit: str, doors: Access) -> Response:
    """Return the redirect that leaves the cookie.

    Raises:
        Problem: The address is of another run of the server.
    """
    if not same(visit, doors.visit):
        raise NotSignedIn
    response = RedirectResponse("/", 303)
    response.set_cookie(
        doors.cookie, doors.cookie_value(), max_age=_YEAR, httponly=True, samesite="strict", path="/"
    )
    return response


async def own_form(request: Request, doors: Doors) -> FormData:
    """Return a form that the page itself made and this browser sent.

    Raises:
        Problem: It is another's, or holds what can't be read as text.
    """
    visitor(request, doors)
    if request.headers.get("content-type", "").lower().startswith("multipart/"):
        raise Problem(415, "not_this_form", "This form takes no files; nothing was changed. Reload the page.")
    return own(await request.form(max_fields=2000), doors)


def own(form: FormData, doors: Access) -> FormData:
    """Return a form that was found to be the page's own and to hold text.

    Raises:
        Problem: It is another's, or holds what can't be read as text.
    """
    if not same(str(form.get("form", "")), doors.form_token()):
        raise Problem(
            403,
            "foreign_form",
            "That form was not this page's own; nothing was changed. Reload the page and send it again.",
        )
    if sentence := unreadable([value for value in form.values() if isinstance(value, str)]):
        raise Problem(422, "unreadable_text", sentence)
    return form


OwnForm = Annotated[FormData, Depends(own_form)]
