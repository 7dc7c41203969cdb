"""What a broken, locked, full or foreign database leads to: a sentence, and nothing lost."""

import asyncio
import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from store import documents
from store.conversations import create_conversation, list_conversations
from store.database import Database, open_database
from store.documents import NewDocument, Passage
from store.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseDriverError,
    DatabaseError,
    DatabaseFullError,
    DatabaseMissingError,
    DatabaseNewerError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
)
from store.faults import named
from store.owners import only_owner

NOBODY = 65534


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def overwritten(path: Path) -> None:
    path.write_text("My plan: lead the division.\n")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")


def without_its_revision(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM alembic_version")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def scrambled_schema(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)


def only_a_log(path: Path) -> None:
    path.rename(path.with_name("cairn.db-wal"))


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def state(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize(
    ("break_it", "error", "finding"),
    [
        (cut_short, DatabaseDamagedError, "cut short"),
        (emptied, DatabaseDamagedError, "the file is empty"),
        (overwritten, DatabaseDamagedError, "not an SQLite database"),
        (a_folder, DatabaseDamagedError, "not a file"),
        (of_another_program, DatabaseDamagedError, "belongs to another program"),
        (without_its_revision, DatabaseDamagedError, "which revision"),
        (scrambled_schema, DatabaseDamagedError, "can't be read as a database"),
        (newer, DatabaseNewerError, "newer Cairn"),
    ],
)
async def test_a_database_that_can_not_be_used_is_refused_by_name_and_left_as_it_is(
    path: Path, break_it: Callable[[Path], None], error: type[DatabaseError], finding: str
) -> None:
    break_it(path)
    before = state(path.parent)

    with pytest.raises(error, match=finding) as caught:
        await open_database(f"sqlite:///{path}")

    assert str(path) in str(caught.value)
    assert caught.value.where == str(path)
    assert state(path.parent) == before


async def test_no_database_is_made_where_only_its_log_is_left(path: Path) -> None:
    only_a_log(path)

    with pytest.raises(DatabaseMissingError, match="db-wal belongs"):
        await open_database(f"sqlite:///{path}")

    assert names(path.parent) == ["cairn.db-wal"]


async def test_no_database_is_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissingError, match="not-mounted is not there"):
        await open_database(f"sqlite:///{tmp_path}/not-mounted/cairn.db")

    assert names(tmp_path) == []


async def test_a_database_whose_making_was_broken_off_is_made_again(tmp_path: Path) -> None:
    for left_over in ("cairn.db.new", "cairn.db.new-wal", "cairn.db.new-shm"):
        (tmp_path / left_over).write_bytes(b"half a page")

    database = await open_database(f"sqlite:///{tmp_path}/cairn.db")
    await database.close()

    assert names(tmp_path) == ["cairn.db"]


async def test_a_log_that_was_not_folded_in_yet_is_read(path: Path, tmp_path: Path, now: datetime) -> None:
    database = await open_database(f"sqlite:///{path}")
    async with database.begin() as session:
        owner = await only_owner(session, now)
        made = await create_conversation(session, owner, now=now)
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in ("cairn.db", "cairn.db-wal"):
        shutil.copy(path.with_name(file), killed)
    await database.close()

    reopened = await open_database(f"sqlite:///{killed}/cairn.db")

    async with reopened.read() as session:
        assert await list_conversations(session, owner) == [made]
        assert await session.scalar(text("PRAGMA integrity_check")) == "ok"
    await reopened.close()


async def test_a_database_without_its_log_opens_as_it_was_before(
    path: Path, tmp_path: Path, now: datetime
) -> None:
    database = await open_database(f"sqlite:///{path}")
    async with database.begin() as session:
        await only_owner(session, now)
    copied = Path(shutil.copy(path, tmp_path / "without-log.db"))
    await database.close()

    reopened = await open_database(f"sqlite:///{copied}")

    async with reopened.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM owners")) == 0
        assert await session.scalar(text("PRAGMA integrity_check")) == "ok"
    await reopened.close()


async def test_a_lock_held_for_a_second_is_waited_for(
    database: Database, owner: str, path: Path, now: datetime
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        async def write() -> str:
            async with database.begin() as session:
                return (await create_conversation(session, owner, now=now)).id

        writing = asyncio.create_task(write())
        await asyncio.sleep(1)
        other.execute("COMMIT")
        made = await writing

    async with database.read() as session:
        assert [conversation.id for conversation in await list_conversations(session, owner)] == [made]


@pytest.mark.slow
async def test_a_lock_held_for_ever_is_told_after_five_seconds_while_reading_goes_on(
    database: Database, owner: str, path: Path, now: datetime
) -> None:
    async def write() -> None:
        async with database.begin() as session:
            await create_conversation(session, owner, now=now)

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(write())
        opened_beside = await open_database(f"sqlite:///{path}")
        async with opened_beside.read() as session:
            assert await list_conversations(session, owner) == []
        await opened_beside.close()
        with pytest.raises(DatabaseBusyError, match="Try again in a moment") as caught:
            await writing
        other.execute("ROLLBACK")

    await write()
    async with database.read() as session:
        assert len(await list_conversations(session, owner)) == 1
    assert caught.value.retryable
    assert str(path) in str(caught.value)


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """Let no file of this process grow over `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_is_told_reading_goes_on_and_writing_does_when_there_is_room_again(
    database: Database, owner: str, path: Path, now: datetime
) -> None:
    about = NewDocument(name="cv", media="text/plain", sha256="0", size=1, chunker="1")

    async def write() -> None:
        async with database.begin() as session:
            await documents.add(session, owner, about, [Passage(text="x" * 5000)] * 100, b"x", now=now)

    await write()
    with no_file_over(path.with_name("cairn.db-wal").stat().st_size + 100_000):
        for _ in range(3):
            with pytest.raises(DatabaseFullError, match="Free some space"):
                await write()
        async with database.read() as session:
            while_full = await documents.list_documents(session, owner)
    await write()

    async with database.read() as session:
        assert len(await documents.list_documents(session, owner)) == 2
        assert await session.scalar(text("PRAGMA integrity_check")) == "ok"
    assert len(while_full) == 1


async def test_a_database_cut_short_while_open_is_told(database: Database, owner: str, path: Path) -> None:
    await database.close()
    reopened = await open_database(f"sqlite:///{path}")
    os.truncate(path, 8192)

    async def read() -> None:
        async with reopened.read() as session:
            await list_conversations(session, owner)

    with pytest.raises(DatabaseDamagedError, match="restore a backup"):
        await read()
    await reopened.close()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Work as a user without rights; where tests don't run as root, file modes are enough."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed_folder(template: Path) -> Iterator[Path]:
    """A folder with a database that nobody may write; outside of pytest's own, which nobody may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(template, folder)
        (folder / "cairn.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("name", ["cairn.db", "new.db"])
async def test_a_database_that_can_not_be_written_is_refused_by_name(closed_folder: Path, name: str) -> None:
    with as_nobody(), pytest.raises(DatabaseReadOnlyError, match="writable for this user") as caught:
        await open_database(f"sqlite:///{closed_folder}/{name}")

    assert str(closed_folder / name) in str(caught.value)
    assert names(closed_folder) == ["cairn.db"]


def from_sqlite(code: int) -> DBAPIError:
    cause = sqlite3.OperationalError("as SQLite says it")
    cause.sqlite_errorcode = code
    return OperationalError("SELECT 1", {}, cause)


class DriverError(Exception):
    """What a server's driver raises: a text and a five-character state."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("as the server says it")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (from_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), DatabaseBusyError),
        (from_sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), DatabaseReadOnlyError),
        (from_sqlite(sqlite3.SQLITE_IOERR_READ), DatabaseUnreachableError),
        (from_sqlite(sqlite3.SQLITE_IOERR_WRITE), DatabaseFullError),
        (from_sqlite(sqlite3.SQLITE_FULL), DatabaseFullError),
        (from_sqlite(sqlite3.SQLITE_CORRUPT_INDEX), DatabaseDamagedError),
        (from_sqlite(sqlite3.SQLITE_TOOBIG), OperationalError),
        (PoolTimeoutError(), DatabaseBusyError),
        (OperationalError("SELECT 1", {}, DriverError("40001")), DatabaseBusyError),
        (OperationalError("SELECT 1", {}, DriverError(None)), DatabaseUnreachableError),
        (InternalError("INSERT", {}, DriverError("25006")), DatabaseReadOnlyError),
        (IntegrityError("INSERT", {}, DriverError("23505")), IntegrityError),
    ],
)
def test_each_fault_is_told_as_what_it_is(raised: Exception, told: type[Exception]) -> None:
    with pytest.raises(told) as caught, named("the database"):
        raise raised

    assert (caught.value is raised) == (not issubclass(told, DatabaseError))
    assert getattr(caught.value, "where", "the database") == "the database"


async def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises((DatabaseUnreachableError, DatabaseDriverError)) as caught:
        await open_database("postgresql://me:secret@127.0.0.1:1/plans")

    assert "me:***@127.0.0.1:1/plans" in str(caught.value)
    assert "secret" not in str(caught.value)


async def test_no_error_repeats_what_was_being_written(database: Database, owner: str, now: datetime) -> None:
    canary = "my manager must not know"
    about = NewDocument(name=canary, media="text/plain", sha256="0", size=1, chunker="1")

    async def write() -> None:
        async with database.begin() as session:
            await documents.add(session, f"not {owner}", about, [], b"", now=now)

    with pytest.raises(IntegrityError) as caught:
        await write()

    assert canary not in f"{caught.value!r} {caught.value}"
