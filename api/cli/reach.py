"""How commands on stored data get to it: through the server that holds the folder, or by holding it themselves."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import httpx

from api.cli.inside import Inside
from api.cli.output import INTERRUPTED, NOT_DONE, UNUSABLE, stop
from api.errors import DoorError, FolderHeldError, NoAnswerError
from api.folder import Holder, hold, holder_of, token_of
from api.settings import Settings, data_folder, load_settings
from store.errors import DatabaseError

Result = TypeVar("Result")
_WAIT_FOR_HOLDER = 5.0


def with_cairn(work: Callable[[httpx.AsyncClient], Awaitable[Result]], today: date | None = None) -> Result:
    """Return what the work gives, done against the person's stored data; trouble ends the command.

    Args:
        work: Uses a client whose requests reach the data.
        today: Holds the person's day still; a server's own day can't be held.
    """
    try:
        return asyncio.run(_done(work, today))
    except (DoorError, DatabaseError) as error:
        sentence, code = str(error), NOT_DONE
    except KeyboardInterrupt:
        sentence, code = "Stopped. What was saved before is kept.", INTERRUPTED
    return stop(sentence, code)


async def _done(work: Callable[[httpx.AsyncClient], Awaitable[Result]], today: date | None) -> Result:
    async with reached(load_settings(), today) as client:
        return await work(client)


@asynccontextmanager
async def reached(settings: Settings, today: date | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client that reaches the data in the folder of these settings.

    Raises:
        DoorError: Another program holds the folder and can't be asked.
    """
    folder = data_folder(settings)
    holder = await _settled_holder(folder)
    if holder is not None:
        async with _through(folder, holder, today) as client:
            yield client
        return
    # The server's libraries are loaded only where no server is running.
    from api.access import Access
    from api.http.app import create_app
    from api.instance import clock, opened
    from api.serving import limits_of

    with hold(folder, wait=_WAIT_FOR_HOLDER):
        async with opened(folder, clock(today), limits_of(settings)) as instance:
            access = Access(token=token_of(folder), visit="")
            async with _client(
                "http://localhost", access.token, Inside(create_app(instance, access))
            ) as client:
                yield client


def answered(response: httpx.Response) -> Any:
    """Return an answer's JSON; a problem ends the command with its sentence."""
    if response.is_success:
        return response.json()
    try:
        detail = response.json()["detail"]
    except (ValueError, KeyError):
        detail = f"The server answered {response.status_code} without saying why."
    return stop(detail, UNUSABLE if response.status_code == 422 else NOT_DONE)


async def _settled_holder(folder: Path) -> Holder | None:
    """Return the server that holds the folder, None where nobody does; wait for one that is starting."""
    until = time.monotonic() + _WAIT_FOR_HOLDER
    while (holder := holder_of(folder)) is not None and holder.address is None:
        if time.monotonic() > until:
            raise FolderHeldError(folder, holder.pid or None, holder.host, None)
        await asyncio.sleep(0.05)
    return holder


@asynccontextmanager
async def _through(folder: Path, holder: Holder, today: date | None) -> AsyncIterator[httpx.AsyncClient]:
    assert holder.address is not None
    if today is not None:
        stop(
            f"A server (process {holder.pid}) holds {folder} and keeps its own day. "
            "Leave --today out, or stop the server.",
            UNUSABLE,
        )
    try:
        async with _client(holder.address, holder.token or "") as client:
            yield client
    except httpx.TransportError as error:
        raise NoAnswerError(holder.pid, holder.address) from error


def _client(address: str, token: str, transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=address,
        headers={"Authorization": f"Bearer {token}"},
        transport=transport,
        # A proxy has no business between two programs of one machine.
        trust_env=False,
        timeout=httpx.Timeout(10, read=600),
    )
