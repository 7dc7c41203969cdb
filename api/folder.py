"""The data folder: this user's alone, held by one program at a time.

`cairn.lock` is the lock; `cairn.lock.json` beside it says who holds it and where they listen, readable by
this user only. The system frees the lock when its holder dies, so what the file says counts only while the
lock is held.
"""

import json
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from api.errors import FolderHeldError, FolderUnusableError

DATABASE = "cairn.db"
VECTORS = "vectors"
LOCK = "cairn.lock"
HOLDER = "cairn.lock.json"
TOKEN = "token"  # noqa: S105 - a file's name


@dataclass(frozen=True)
class Holder:
    """Who holds the folder; `address` and `token` are there once it listens."""

    pid: int
    host: str
    address: str | None = None
    token: str | None = None


@dataclass(frozen=True)
class Held:
    """A folder that this program holds."""

    folder: Path

    def announce(self, address: str, token: str) -> None:
        """Write where this program listens, for commands beside it."""
        _write_holder(self.folder, address, token)


@contextmanager
def hold(folder: Path, *, wait: float = 0) -> Iterator[Held]:
    """Hold the folder, made when it is not there, until the block ends.

    Args:
        folder: The data folder.
        wait: Seconds to wait for another program to let go of it.

    Raises:
        FolderHeldError: Another program holds it.
        FolderUnusableError: It can't be made or written.
    """
    _prepare(folder)
    lock = FileLock(folder / LOCK, mode=0o600)
    try:
        lock.acquire(timeout=wait, poll_interval=0.05)
    except Timeout:
        raise _held(folder) from None
    except OSError as error:
        raise FolderUnusableError(folder, error.strerror or "it can't be written") from error
    try:
        _write_holder(folder, None, None)
        yield Held(folder)
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def holder_of(folder: Path) -> Holder | None:
    """Return who holds the folder, None where nobody does. Nothing is made."""
    if not (folder / LOCK).exists():
        return None
    lock = FileLock(folder / LOCK, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return _read_holder(folder) or Holder(pid=0, host="")
    except OSError as error:
        raise FolderUnusableError(folder, error.strerror or "it can't be written") from error
    lock.release()
    return None


def token_of(folder: Path) -> str:
    """Return the folder's token for programs, made at the first call; readable by this user only."""
    path = folder / TOKEN
    try:
        found = path.read_text(encoding="ascii").strip() if path.exists() else ""
        if len(found) < 20:
            found = secrets.token_urlsafe(32)
            write_private(path, found + "\n")
    except OSError as error:
        raise FolderUnusableError(folder, error.strerror or "its token can't be read") from error
    return found


def write_private(path: Path, text: str) -> None:
    """Write a file that only this user can read, all of it or nothing."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise FolderUnusableError(folder, error.strerror or "it can't be made") from error


def _held(folder: Path) -> FolderHeldError:
    holder = _read_holder(folder)
    if holder is None:
        return FolderHeldError(folder, None, None, None)
    return FolderHeldError(folder, holder.pid, holder.host, holder.address)


def _write_holder(folder: Path, address: str | None, token: str | None) -> None:
    holder = Holder(pid=os.getpid(), host=socket.gethostname(), address=address, token=token)
    write_private(folder / HOLDER, json.dumps(asdict(holder)) + "\n")


def _read_holder(folder: Path) -> Holder | None:
    try:
        return Holder(**json.loads((folder / HOLDER).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        # Being written, or just removed: who it is will be known in a moment.
        return None
