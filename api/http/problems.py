"""Errors as RFC 9457 problems: what happened, what is safe, what to do, and a code for programs."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from uuid_utils import uuid4

from api.pages.errors import error_page
from coaching.change import Refused
from store.errors import DatabaseError


class Problem(HTTPException):
    """A request that is answered with a problem."""

    def __init__(self, status: int, code: str, detail: str, headers: dict[str, str] | None = None) -> None:
        """Take the HTTP status, the code and the sentence for the person."""
        super().__init__(status, detail, headers)
        self.code = code


_STATUS = {
    "not_found": 404,
    "unknown_handle": 404,
    "no_such_record": 404,
    "key_reused": 409,
    "too_large": 413,
    "no_room": 409,
}
_CONFLICTS = ("already_", "changed_", "too_old", "stale")


def problem_of(refused: Refused) -> Problem:
    """Return the problem that a refusal is at this door."""
    conflict = 409 if refused.code.startswith(_CONFLICTS) else 422
    return Problem(_STATUS.get(refused.code, conflict), refused.code, refused.message)


def problem_body(status: int, code: str, detail: str, **more: Any) -> dict[str, Any]:
    """Return a problem as JSON values."""
    title = HTTPStatus(status).phrase
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "code": code, **more}


def answer_with_problems(app: FastAPI) -> None:
    """Make every error of the application a problem, or a page where a browser asked for one."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(DatabaseError, _database)
    app.add_exception_handler(Exception, _unforeseen)


_SENTENCES = {
    400: ("unreadable_body", "The body could not be read; nothing was stored. Send it again as UTF-8 JSON."),
    401: ("not_signed_in", "This plan is private. Show the token of the data folder."),
    404: ("not_found", "There is nothing at this address. Check the id, or start at /."),
    405: ("method_not_allowed", "This address does not take that method; nothing was changed."),
    413: ("too_large", "The body is too large to be read; nothing was stored. Send less at once."),
}


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error, Problem):
        code, detail = error.code, error.detail
    else:
        code, detail = _SENTENCES.get(error.status_code, ("refused", "That request can't be answered."))
    return _answer(request, error.status_code, code, detail, headers=dict(error.headers or {}))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        detail = (
            f"The body is not JSON (at character {first['loc'][-1]}); nothing was stored. "
            'Send a JSON object, such as {"text": "..."}.'
        )
        return _answer(request, 422, "not_json", detail)
    if first["loc"] == ("body",) and first["type"] in {"missing", "model_attributes_type"}:
        detail = "A JSON object is expected as the body; nothing was stored. Look at /v1/openapi.json."
        return _answer(request, 422, "invalid", detail)
    errors = [{"path": _pointer(item["loc"]), "message": item["msg"]} for item in error.errors()[:20]]
    detail = f"{_named(first['loc'])}: {first['msg']}. Nothing was stored."
    return _answer(request, 422, "invalid", detail, errors=errors)


async def _database(request: Request, error: Exception) -> Response:
    assert isinstance(error, DatabaseError)
    headers = {"Retry-After": "2"} if error.retryable else {}
    status = 503 if error.retryable else 500
    return _answer(request, status, "database", str(error), headers=headers)


async def _unforeseen(request: Request, error: Exception) -> Response:
    del error
    quoted = str(uuid4())
    detail = (
        "Something went wrong on the server's side that it did not foresee. What was saved before is safe. "
        f"Try again; if it comes back, report it with the number {quoted}."
    )
    return _answer(request, 500, "unforeseen", detail, instance=f"urn:uuid:{quoted}")


def _answer(
    request: Request,
    status: int,
    code: str,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    if "text/html" in request.headers.get("accept", ""):
        return error_page(status, HTTPStatus(status).phrase, detail, headers)
    body = problem_body(status, code, detail, **more)
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def _pointer(loc: tuple[Any, ...]) -> str:
    return "".join(f"/{part}" for part in loc if part != "body")


def _named(loc: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in loc if part != "body") or "the body"
