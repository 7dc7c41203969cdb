"""Opening the database, and the two kinds of transaction: one that writes, one that only reads."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from store import files, schema
from store.errors import DatabaseAddressError, DatabaseDriverError
from store.faults import named

Session = AsyncSession
"""What every query takes first. Queries flush; the one who opened the transaction commits by leaving it."""

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
_PRAGMAS = ("busy_timeout=5000", "foreign_keys=ON", "secure_delete=ON", "synchronous=FULL")
# Readers are cheap beside each other; each is a thread, so there are few.
_READERS = 4
_WAIT_FOR_TURN = 30.0


class Database:
    """An open database. Writers take turns; readers see what stood when they began and can't write."""

    def __init__(self, where: str, writer: AsyncEngine, reader: AsyncEngine) -> None:
        """Take the name to be used in errors and an engine for each kind of transaction."""
        self.where = where
        self._writer = writer
        self._reader = reader

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Session]:
        """Give a session whose writes are all kept when the block ends, and none when it raises.

        Don't open one inside another: the inner would wait for the outer.

        Raises:
            DatabaseError: The database could not do it; nothing was written.
        """
        with named(self.where):
            async with AsyncSession(self._writer, expire_on_commit=False) as session, session.begin():
                yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """Give a session that sees one state of the database throughout; a write in it is an error.

        Raises:
            DatabaseError: The database could not be read, or was asked to write.
        """
        with named(self.where):
            async with AsyncSession(self._reader, expire_on_commit=False) as session:
                yield session

    async def scrub(self) -> bool:
        """Leave nothing on the disk of what was deleted; return whether that was done.

        SQLite overwrites it in the file, but its log holds the pages as they were until it is emptied. Readers
        can hold that up; closing the database empties the log too.
        """
        if self._writer.dialect.name != "sqlite":
            return True
        with named(self.where):
            async with self._writer.connect() as connection:
                # Not through SQLAlchemy, which would begin a transaction first.
                raw: Any = (await connection.get_raw_connection()).driver_connection
                async with raw.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                    return bool((await cursor.fetchone())[0] == 0)

    async def close(self) -> None:
        """Let go of the database; on SQLite this also folds its log into the file."""
        await self._reader.dispose()
        await self._writer.dispose()


async def open_database(url: str) -> Database:
    """Return the database at this address, made or migrated where that is due.

    Args:
        url: `sqlite:///path` or `postgresql://...`; a driver may be named, and needn't be.

    Raises:
        DatabaseError: It can't be opened; the message says which one, and what to do.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        path = Path(str(address.database))
        if files.is_new(path):
            await _build(path)
        files.check(path)
    return await _opened(address)


async def _build(path: Path) -> None:
    """Make a new database beside its place and move it in."""
    draft = files.start(path)
    database = await _opened(URL.create(_DRIVERS["sqlite"], database=str(draft)))
    await database.close()
    files.finish(draft, path)


async def _opened(address: URL) -> Database:
    database = _sqlite(address) if address.get_backend_name() == "sqlite" else _server(address)
    async with AsyncExitStack() as undo:
        undo.push_async_callback(database.close)
        async with database.read() as session:
            connection = await session.connection()
            behind = await connection.run_sync(schema.is_behind, database.where)
        if behind:
            async with database.begin() as session:
                await (await session.connection()).run_sync(schema.migrate)
        undo.pop_all()
    return database


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise DatabaseAddressError(url.partition(":")[0]) from None
    driver = _DRIVERS.get(address.get_backend_name())
    if driver is None or address.database in (None, "", ":memory:"):
        raise DatabaseAddressError(address.render_as_string(hide_password=True))
    return address.set(drivername=driver)


def _sqlite(address: URL) -> Database:
    # One connection for writing: writers queue in the order they came instead of racing for the file's lock.
    writer = _file_engine(address, 1, "BEGIN IMMEDIATE", (*_PRAGMAS, "journal_mode=WAL"))
    reader = _file_engine(address, _READERS, "BEGIN", (*_PRAGMAS, "query_only=ON"))
    return Database(str(address.database), writer, reader)


def _file_engine(address: URL, size: int, begin: str, pragmas: tuple[str, ...]) -> AsyncEngine:
    engine = create_async_engine(
        address,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_WAIT_FOR_TURN,
        # What people wrote has no place in the text of an error.
        hide_parameters=True,
        # The driver would begin transactions on its own, at the first write and too late.
        connect_args={"isolation_level": None},
    )

    def set_up(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", set_up)
    event.listen(engine.sync_engine, "begin", begun)
    return engine


def _server(address: URL) -> Database:
    where = address.render_as_string(hide_password=True)
    try:
        engine = create_async_engine(address, pool_pre_ping=True, hide_parameters=True)
    except ModuleNotFoundError as error:
        raise DatabaseDriverError(where, str(error.name)) from error
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(where, engine, reader)
