"""A real database file for every test."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.changes import Origin
from store.database import Database, open_database
from store.owners import only_owner

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def origin() -> Origin:
    return Origin("person", NOW, NOW.date())


async def _make(path: Path) -> None:
    await (await open_database(f"sqlite:///{path}")).close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was made and closed; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "cairn.db"
    asyncio.run(_make(path))
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A closed, empty database file."""
    return Path(shutil.copy(template, tmp_path / "cairn.db"))


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{path}")
    yield database
    await database.close()


@pytest.fixture
async def owner(database: Database) -> str:
    async with database.begin() as session:
        return await only_owner(session, NOW)
