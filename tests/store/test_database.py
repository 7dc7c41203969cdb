import asyncio
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from coaching.change import PutNeed, Refused
from coaching.plan import Need
from store import documents
from store.changes import Origin
from store.conversations import create_conversation, list_conversations
from store.database import Database, open_database
from store.documents import NewDocument, Passage
from store.errors import DatabaseAddressError, DatabaseReadOnlyError
from store.owners import only_owner
from store.plans import apply, load_plan


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def mentions(path: Path, words: str) -> int:
    return path.read_bytes().count(words.encode())


async def pragma(database: Database, name: str) -> object:
    async with database.begin() as session:
        return await session.scalar(text(f"PRAGMA {name}"))


async def test_a_new_database_is_one_file_that_only_its_user_can_read(tmp_path: Path) -> None:
    path = tmp_path / "cairn.db"
    database = await open_database(f"sqlite:///{path}")
    await database.close()

    assert names(tmp_path) == ["cairn.db"]
    assert mode(path) == 0o600


async def test_every_connection_is_set_up_to_lose_nothing(database: Database) -> None:
    settings = {
        name: await pragma(database, name)
        for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
    }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_opening_an_up_to_date_database_does_not_load_the_migrations(path: Path) -> None:
    program = (
        "import asyncio, sys; from store.database import open_database\n"
        f"async def main(): await (await open_database('sqlite:///{path}')).close()\n"
        "asyncio.run(main()); print('alembic' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )

    assert done.stdout.strip() == "False"


async def test_writers_that_read_first_take_turns_and_none_is_lost(
    database: Database, owner: str, path: Path, origin: Origin
) -> None:
    other_program = await open_database(f"sqlite:///{path}")

    async def write(number: int) -> None:
        through = other_program if number % 2 else database
        async with through.begin() as session:
            result = await apply(session, owner, PutNeed(record=Need(text=f"need {number}")), origin)
            assert not isinstance(result, Refused)

    await asyncio.gather(*(write(number) for number in range(20)))

    async with database.read() as session:
        plan = await load_plan(session, owner)
    await other_program.close()
    assert [*plan.needs] == [f"need-{n}" for n in range(1, 21)]
    assert {need.text for need in plan.needs.values()} == {f"need {n}" for n in range(20)}


async def test_a_reader_sees_one_state_while_others_write(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.read() as reader:
        before = await load_plan(reader, owner)
        async with database.begin() as writer:
            await apply(writer, owner, PutNeed(record=Need(text="x")), origin)
        during = await load_plan(reader, owner)
    async with database.read() as reader:
        after = await load_plan(reader, owner)

    assert during == before
    assert [*after.needs] == ["need-1"]


async def test_a_write_where_only_reading_was_asked_for_is_an_error_not_a_loss(
    database: Database, owner: str, now: datetime
) -> None:
    async def write() -> None:
        async with database.read() as session:
            await create_conversation(session, owner, now=now)

    with pytest.raises(DatabaseReadOnlyError):
        await write()


async def test_a_cancelled_write_keeps_nothing_and_blocks_nobody(
    database: Database, owner: str, now: datetime
) -> None:
    begun = asyncio.Event()

    async def write_and_wait() -> None:
        async with database.begin() as session:
            await create_conversation(session, owner, now=now)
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_wait())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with database.begin() as session:
        made = await create_conversation(session, owner, now=now)
    async with database.read() as session:
        assert await list_conversations(session, owner) == [made]


async def test_many_readers_at_once_all_get_an_answer(database: Database, owner: str) -> None:
    async def read() -> int:
        async with database.read() as session:
            return len(await list_conversations(session, owner))

    assert await asyncio.gather(*(read() for _ in range(60))) == [0] * 60


async def test_removed_text_is_gone_from_the_file(path: Path, now: datetime) -> None:
    canary = "a sentence nobody else may ever see"
    database = await open_database(f"sqlite:///{path}")
    async with database.begin() as session:
        owner = await only_owner(session, now)
        about = NewDocument(name=canary, media="text/plain", sha256="0", size=1, chunker="1")
        document = await documents.add(session, owner, about, [Passage(text=canary)] * 50, b"x", now=now)
    await database.close()
    held = mentions(path, canary)

    database = await open_database(f"sqlite:///{path}")
    async with database.begin() as session:
        await documents.remove(session, owner, document.id)
    await database.close()

    assert held > 50
    assert mentions(path, canary) == 0
    assert names(path.parent) == ["cairn.db"]


@pytest.mark.parametrize(
    "url", ["nonsense", "sqlite://", "sqlite:///:memory:", "mysql://me:secret@host/plans", "postgresql://"]
)
async def test_an_address_that_can_not_be_used_is_named_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseAddressError, match="Give sqlite:///path/to/") as caught:
        await open_database(url)

    assert "secret" not in str(caught.value)
