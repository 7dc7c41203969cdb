"""From a driver's error to the database's own: which code means what."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from store.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseError,
    DatabaseFullError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
)

# A quota or a limit on file size shows as a failed write, not as a full disk.
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
_KINDS: dict[int, Callable[[str], DatabaseError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusyError,
    sqlite3.SQLITE_LOCKED: DatabaseBusyError,
    sqlite3.SQLITE_READONLY: DatabaseReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: DatabaseReadOnlyError,
    sqlite3.SQLITE_IOERR: DatabaseUnreachableError,
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# PostgreSQL: serialization failure, deadlock, lock not available; write in a transaction that only reads.
_STATES: dict[str, Callable[[str], DatabaseError]] = {
    "40001": DatabaseBusyError,
    "40P01": DatabaseBusyError,
    "55P03": DatabaseBusyError,
    "25006": DatabaseReadOnlyError,
}


@contextmanager
def named(where: str) -> Iterator[None]:
    """Turn the driver's errors inside into errors of the database called `where`; others pass.

    Raises:
        DatabaseError: The one that fits.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise DatabaseBusyError(where) from error
    except DBAPIError as error:
        known = _of_sqlite(error, where) or _of_server(error, where)
        if known is None:
            raise
        raise known from error


def _of_sqlite(error: DBAPIError, where: str) -> DatabaseError | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _FULL:
        return DatabaseFullError(where)
    if code & 0xFF in _DAMAGE:
        return DatabaseDamagedError(where, "parts of it can't be read as a database")
    kind = _KINDS.get(code & 0xFF)
    return kind(where) if kind else None


def _of_server(error: DBAPIError, where: str) -> DatabaseError | None:
    if isinstance(error.orig, sqlite3.Error):
        return None
    lost = DatabaseUnreachableError if isinstance(error, OperationalError) else None
    kind = _STATES.get(getattr(error.orig, "sqlstate", None) or "", lost)
    return kind(where) if kind else None
