"""The shelf: what is asked while the index is not ready, and how it gets ready again."""

import shutil
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from anyio.to_thread import run_sync
from sqlalchemy import text

from api.documents import Taken, give_up, listed, take
from api.instance import Clock, Instance, opened
from api.shelf import MOST_FILES, Shelf
from coaching.change import Refused
from knowledge.documents.chunks import CHUNKER
from knowledge.documents.index import REBUILDING
from knowledge.documents.values import Limits
from knowledge.minilm import MiniLm
from store import documents
from store.database import open_database
from store.documents import NewDocument, Passage

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CLOCK = Clock(today=NOW.date, now=lambda: NOW)
TEXT = (
    "We want to halve the time that a customer waits for an answer on a claim. Every team leader is to know the "
    "backlog of the week. Whoever leads a team learns to read the weekly figures by the autumn. " * 4
)
QUESTION = "How long does a customer wait for an answer on a claim?"


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


@asynccontextmanager
async def shelf_without_model(here: Instance, folder: Path) -> AsyncIterator[Shelf]:
    """Give a shelf whose embedding model is missing."""
    missing = MiniLm(folder / "no-model.onnx")
    shelf = Shelf(here.database, here.owner_id, folder / "other", missing, Limits())
    yield shelf
    await shelf.close()


def spoil_nothing(folder: Path) -> None:
    """Leave the index as it is."""
    assert (folder / "vectors").is_dir()


def delete_it(folder: Path) -> None:
    """Delete the index."""
    shutil.rmtree(folder / "vectors")


def fill_it_with_rubbish(folder: Path) -> None:
    """Overwrite every file of the index."""
    for path in (folder / "vectors").rglob("*"):
        if path.is_file():
            path.write_bytes(b"rubbish" * 100)


@pytest.mark.parametrize("spoil", [spoil_nothing, delete_it, fill_it_with_rubbish])
async def test_an_index_in_any_state_is_ready_again_after_the_start(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    async with opened(folder, CLOCK) as here:
        await take(here, "strategy.txt", TEXT.encode())
        await here.shelf.settled()
    spoil(folder)

    async with opened(folder, CLOCK) as here:
        while_starting = await here.shelf.search(QUESTION, 5)
        indexing = await here.shelf.settled()
        afterwards = await here.shelf.search(QUESTION, 5)

    assert while_starting.results
    assert indexing.state == "ready"
    assert (bool(afterwards.results), afterwards.notice) == (True, None)


async def test_until_the_index_is_ready_words_are_compared_and_it_says_so(folder: Path) -> None:
    async with opened(folder, CLOCK) as here:
        await take(here, "strategy.txt", TEXT.encode())
        await here.shelf.settled()
        shelf = Shelf(here.database, here.owner_id, folder / "other", MiniLm(), Limits())

        rebuilding = await shelf.search(QUESTION, 5)
        settled = await shelf.settled()
        ready = await shelf.search(QUESTION, 5)
        await shelf.close()

    assert (rebuilding.notice, bool(rebuilding.results)) == (REBUILDING, True)
    assert settled.state == "ready"
    assert ready.notice is None


async def test_without_its_model_documents_are_searched_by_words_and_it_says_so(folder: Path) -> None:
    async with (
        opened(folder, CLOCK) as here,
        shelf_without_model(here, folder) as shelf,
    ):
        await take(here, "strategy.txt", TEXT.encode())
        shelf.wake()

        indexing = await shelf.settled()
        found = await shelf.search(QUESTION, 5)

    assert indexing.state == "words_alone"
    assert "not installed" in str(indexing.trouble)
    assert (bool(found.results), bool(found.notice)) == (True, True)


async def test_a_document_cut_by_an_earlier_version_is_cut_anew(folder: Path) -> None:
    async with opened(folder, CLOCK) as here:
        taken = await take(here, "strategy.txt", TEXT.encode())
        assert isinstance(taken, Taken)
        async with here.database.begin() as session:
            about = NewDocument(
                name="strategy.txt", media="text", sha256=taken.document.sha256, size=9, chunker="old"
            )
            await documents.replace(session, here.owner_id, taken.document.id, about, [], TEXT.encode())

    async with opened(folder, CLOCK) as here:
        await here.shelf.settled()
        found = await listed(here)
        answer = await here.shelf.search(QUESTION, 5)

    assert [one.chunker for one in found] == [CHUNKER]
    assert answer.results


async def test_documents_that_come_and_go_at_once_leave_the_index_as_they_are(folder: Path) -> None:
    async with opened(folder, CLOCK) as here:
        kept = [await take(here, f"{n}.txt", f"{TEXT} Number {n}.".encode()) for n in range(3)]
        assert isinstance(kept[0], Taken)

        gone = await give_up(here, kept[0].document.id)
        indexing = await here.shelf.settled()
        found = await here.shelf.search("Number 0", 50)

    assert not isinstance(gone, Refused)
    assert indexing.state == "ready"
    assert gone.id not in {hit.document for hit in found.results}


class Slow(MiniLm):
    """An embedder that counts, and lets the others go on between a few texts."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = 0
        self.begun = threading.Event()

    def embed(self, texts: Sequence[str]) -> Any:
        self.pieces += 1
        self.begun.set()
        time.sleep(0.05)
        return super().embed(texts)


async def test_the_end_and_a_removal_do_not_wait_for_what_is_coming_in(folder: Path) -> None:
    about = NewDocument(name="long.txt", media="text", sha256="0", size=9, chunker=CHUNKER)
    passages = [Passage(text=f"Passage {number} is about claims.") for number in range(300)]
    async with opened(folder, CLOCK) as here:
        async with here.database.begin() as session:
            await documents.add(session, here.owner_id, about, passages, b"x", now=NOW)
        slow = Slow()
        shelf = Shelf(here.database, here.owner_id, folder / "other", slow, Limits())
        shelf.wake()
        await run_sync(slow.begun.wait)

        begun = slow.pieces
        shelf.went()
        await shelf.close()

    assert slow.pieces - begun <= 2
    assert shelf.indexing.state == "rebuilding"


async def test_a_database_that_cannot_be_read_is_told_and_ends_the_round(folder: Path) -> None:
    async with opened(folder, CLOCK) as here:
        lost = await open_database(f"sqlite:///{folder / 'lost.db'}")
        async with lost.begin() as session:
            await session.execute(text("DROP TABLE chunks"))
            await session.execute(text("PRAGMA user_version = 1"))
        shelf = Shelf(lost, here.owner_id, folder / "other", MiniLm(), Limits())
        (folder / "lost.db").write_bytes(b"rubbish" * 9000)

        shelf.wake()
        await shelf.cleared()
        indexing = await shelf.settled()
        await shelf.close()
        await lost.close()

    assert indexing.state == "words_alone"
    assert "lost.db" in str(indexing.trouble)


async def test_there_is_room_for_so_many_documents_and_a_known_one_still_comes_in(folder: Path) -> None:
    about = NewDocument(name="0.txt", media="text", sha256="0", size=1, chunker=CHUNKER)
    async with opened(folder, CLOCK) as here:
        async with here.database.begin() as session:
            for number in range(MOST_FILES):
                one = replace(about, name=f"{number}.txt", sha256=str(number))
                await documents.add(session, here.owner_id, one, [], b"x", now=NOW)

        refused = await take(here, "one-more.txt", TEXT.encode())
        again = await take(here, "7.txt", TEXT.encode())

    assert isinstance(refused, Refused)
    assert (refused.code, "500 documents" in refused.message) == ("no_room", True)
    assert isinstance(again, Taken)
    assert again.how == "read_again"


async def test_there_is_room_for_so_many_bytes(folder: Path) -> None:
    about = NewDocument(name="big.txt", media="text", sha256="0", size=199_999_999, chunker=CHUNKER)
    async with opened(folder, CLOCK) as here:
        async with here.database.begin() as session:
            await documents.add(session, here.owner_id, about, [], b"x", now=NOW)

        refused = await take(here, "one-more.txt", TEXT.encode())

    assert isinstance(refused, Refused)
    assert refused.code == "no_room"
