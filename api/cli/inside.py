"""Requests to the application in this very process, their answers part by part as they come."""

import asyncio
from collections.abc import AsyncIterator

import httpx
from starlette.types import ASGIApp, Message, Scope


class Inside(httpx.AsyncBaseTransport):
    """Hands requests to an application without a network."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application."""
        self._app = app

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer once it begins."""
        body = await request.aread()
        answer: asyncio.Queue[Message | None] = asyncio.Queue()
        task = asyncio.create_task(_run(self._app, _scope(request), body, answer))
        start = await answer.get()
        if start is None:
            # The application ended without an answer: its error is this request's.
            await task
            raise httpx.RemoteProtocolError("no answer", request=request)
        return httpx.Response(start["status"], headers=start["headers"], stream=Parts(answer, task))


class Parts(httpx.AsyncByteStream):
    """The body of an answer as it comes."""

    def __init__(self, answer: asyncio.Queue[Message | None], task: asyncio.Task[None]) -> None:
        """Take where the parts arrive and who sends them."""
        self._answer = answer
        self._task = task

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the parts up to the last."""
        while (message := await self._answer.get()) is not None:
            yield message.get("body", b"")
            if not message.get("more_body", False):
                return

    async def aclose(self) -> None:
        """Let the application know that nobody listens any more."""
        self._task.cancel()
        await asyncio.wait([self._task])


async def _run(app: ASGIApp, scope: Scope, body: bytes, answer: asyncio.Queue[Message | None]) -> None:
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if waiting:
            return waiting.pop()
        await asyncio.Event().wait()
        raise AssertionError

    try:
        await app(scope, receive, answer.put)
    finally:
        await answer.put(None)


def _scope(request: httpx.Request) -> Scope:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": request.url.raw_path.partition(b"?")[0],
        "query_string": request.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (request.url.host, request.url.port or 80),
        "client": ("127.0.0.1", 0),
    }
