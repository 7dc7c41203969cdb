"""What every request passes first, whatever its path: host, origin, size; and what every answer carries."""

import json
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import Access, host_name
from api.http.problems import problem_body

LONGEST_BODY = 2 * 1024 * 1024
# What stands around a file in a form: boundaries, headers, the form's own token.
_AROUND_A_FILE = 64 * 1024
_SAFE = {"GET", "HEAD", "OPTIONS"}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    # "no-referrer" would make browsers send `Origin: null` with the page's own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, access: Access, longest_file: int) -> None:
        """Take the application, who may call, and how many bytes a file may have."""
        self._app = app
        self._access = access
        self._longest_file = longest_file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not come in; pass on the others, their body counted."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        longest = self._longest(headers)
        refusal = (
            _foreign_host(headers, self._access)
            or _foreign_origin(scope["method"], headers)
            or _too_large(headers, longest)
        )
        if refusal:
            await _refuse(send, *refusal)
        else:
            await self._app(scope, _counted(receive, longest), _carrying(send))

    def _longest(self, headers: Headers) -> int:
        """Return the bytes that may come: more in a form with a file, which only some routes take in."""
        with_file = headers.get("content-type", "").lower().startswith("multipart/form-data")
        return self._longest_file + _AROUND_A_FILE if with_file else LONGEST_BODY


Refusal = tuple[int, str, str]


def _foreign_host(headers: Headers, access: Access) -> Refusal | None:
    if len(headers.getlist("host")) == 1 and host_name(headers["host"]) in access.hosts:
        return None
    sentence = (
        "This server answers under its own name only. Open the address that `cairn serve` printed, "
        "or name further hosts in CAIRN_ALLOWED_HOSTS."
    )
    return 403, "foreign_host", sentence


def _foreign_origin(method: str, headers: Headers) -> Refusal | None:
    if method in _SAFE:
        return None
    own = {f"http://{headers['host']}", f"https://{headers['host']}"}
    origin = headers.get("origin")
    site = headers.get("sec-fetch-site", "same-origin")
    if (origin is None or origin in own) and site in {"same-origin", "none"}:
        return None
    return 403, "foreign_origin", "Another site's page sent this request; nothing was changed."


def _too_large(headers: Headers, longest: int) -> Refusal | None:
    told = headers.get("content-length", "0")
    if told.isdecimal() and int(told) <= longest:
        return None
    sentence = f"The body is larger than the {longest:,} bytes that are read; nothing was stored."
    return 413, "too_large", f"{sentence} Send less at once."


def _counted(receive: Receive, longest: int) -> Receive:
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > longest:
            # What is left of it is not read.
            raise HTTPException(413, headers={"Connection": "close"})
        return message

    return counted


def _carrying(send: Send, more: Mapping[str, str] = _HEADERS) -> Send:
    async def carrying(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in more.items():
                headers.setdefault(name, value)
        await send(message)

    return carrying


async def _refuse(send: Send, status: int, code: str, detail: str) -> None:
    body = json.dumps(problem_body(status, code, detail)).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        # What is left of the body is not read.
        (b"connection", b"close"),
    ]
    carrying = _carrying(send)
    await carrying({"type": "http.response.start", "status": status, "headers": headers})
    await carrying({"type": "http.response.body", "body": body})
