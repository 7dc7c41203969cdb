"""Serving a held folder over HTTP until told to stop."""

import logging
import re
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType

import uvicorn

from api.access import LOOPBACK, Access, host_name, is_loopback
from api.errors import AddressTakenError, OpenToOthersError
from api.folder import hold, token_of
from api.http.app import create_app
from api.instance import clock, opened
from api.settings import Settings
from knowledge.documents.values import Limits

_STOP_WITHIN = 5
_KIND = re.compile(r"[A-Za-z]{1,40}(?:Error|Exception|Exceeded|Behavior)")
# A command that looks who holds the folder holds it itself for a moment.
_A_MOMENT = 0.5


@dataclass(frozen=True)
class Serving:
    """A server that answers: where, how a browser first comes in, and how it is told to stop."""

    address: str
    first_visit: str
    stop: Callable[[], None]


async def serve(
    settings: Settings, folder: Path, ready: Callable[[Serving], None], today: date | None = None
) -> None:
    """Serve until interrupted.

    Args:
        settings: Where to listen, and what guards it.
        folder: The data folder.
        ready: Told once requests are answered.
        today: Holds the person's day still.

    Raises:
        DoorError: It can't be served, or not to those who could reach it.
    """
    guard_open_host(settings)
    with hold(folder, wait=_A_MOMENT) as held, listening(settings) as listener:
        token = settings.token.get_secret_value() if settings.token else token_of(folder)
        address = address_of(settings.host, listener.getsockname()[1])
        access = access_of(settings, token, listener.getsockname()[1])
        async with opened(folder, clock(today), limits_of(settings)) as instance:
            server = Server(_config(create_app(instance, access)))

            def told() -> None:
                held.announce(address, token)
                ready(Serving(address, f"{address}/?visit={access.visit}", server.stop))

            server.told = told
            await server.serve(sockets=[listener])


class Server(uvicorn.Server):
    """A server that tells when it answers."""

    told: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, then tell."""
        await super().startup(sockets)
        self.told()

    def stop(self) -> None:
        """Finish what runs, then end."""
        self.should_exit = True


def limits_of(settings: Settings) -> Limits:
    """Return what reading a document may cost."""
    return Limits(content_bytes=settings.upload_mb * 1_000_000)


def guard_open_host(settings: Settings) -> None:
    """Make sure that a host beyond this machine is guarded by a token.

    Raises:
        OpenToOthersError: It is not.
    """
    if settings.token is None and not is_loopback(settings.host):
        raise OpenToOthersError(settings.host)


def access_of(settings: Settings, token: str, port: int) -> Access:
    """Return who may call a server with these settings."""
    own = {settings.host.strip("[]").lower()} - {"0.0.0.0", "::", ""}  # noqa: S104 - these are no names
    named = {host_name(host) for host in settings.allowed_hosts}
    return Access(
        token=token,
        visit=secrets.token_urlsafe(24),
        hosts=LOOPBACK | own | named,
        # Cookies don't tell ports apart, so the name does.
        cookie=f"cairn-{port}",
    )


def address_of(host: str, port: int) -> str:
    """Return the address under which this machine reaches a server bound to that host."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://[{name}]:{port}" if ":" in name and not name.startswith("[") else f"http://{name}:{port}"


def listening(settings: Settings) -> socket.socket:
    """Return a socket that listens where the settings say.

    Raises:
        AddressTakenError: It is in use, or not this machine's.
    """
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            settings.host.strip("[]"), settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressTakenError(settings.host, settings.port, error.strerror or "no such address") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise AddressTakenError(settings.host, settings.port, error.strerror or "it is taken") from error
    return listener


def _config(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # an ASGI application
        lifespan="off",
        # Addresses hold ids and the first visit's token; they are nobody's business in a log.
        access_log=False,
        log_config=_log_config(),
        server_header=False,
        timeout_graceful_shutdown=_STOP_WITHIN,
    )


def _log_config() -> dict[str, object]:
    to_stderr = {"class": "logging.StreamHandler", "formatter": "facts", "stream": "ext://sys.stderr"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"facts": {"()": "api.serving.FactsOnly"}},
        "handlers": {"stderr": to_stderr},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
    }


class FactsOnly(logging.Formatter):
    """Writes one line a record; of an error its kinds and places, never its words, which may be a person's."""

    def format(self, record: logging.LogRecord) -> str:
        """Return when, how bad, where and what kind; arguments are left out, but for kinds of errors."""
        what = " ".join(str(record.msg).replace("%s", "…").split())[:120]
        kinds = [arg for arg in record.args or () if isinstance(arg, str) and _KIND.fullmatch(arg)]
        what = " ".join([what, *kinds])
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        places = f" {places_of(error)}" if error else ""
        return f"{self.formatTime(record)} {record.levelname} {record.name}: {what}{places}"


def places_of(error: BaseException) -> str:
    """Return the kinds of an error and its causes with the lines they came from."""
    found: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(found) < 5:
        found.append(f"{type(cause).__name__} at {_place(cause.__traceback__)}")
        cause = cause.__cause__ or cause.__context__
    return " from ".join(found)


def _place(traceback: TracebackType | None) -> str:
    place = "?"
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
