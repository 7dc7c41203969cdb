"""The person's documents at hand: searched for them alone, their index brought up to date in the background."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from anyio.to_thread import run_sync

from api.interruptible import Interruptible, LeftError
from knowledge.answers import DocumentAnswer
from knowledge.documents.chunks import CHUNKER
from knowledge.documents.index import REBUILDING, DocumentIndex, IndexUnavailableError, StoredChunk
from knowledge.documents.reading import read_document
from knowledge.documents.values import HiddenText, Ladder, Limits, ReadDocument, Unreadable
from knowledge.embedding import Embedder
from store import documents
from store.database import Database, Session
from store.documents import NewDocument, Passage
from store.errors import DatabaseError

MOST_FILES = 500
MOST_BYTES = 200_000_000


@dataclass(frozen=True)
class Indexing:
    """How far the index is: `done` of `total` passages in what is being added; `trouble` says why it is not."""

    state: Literal["ready", "rebuilding", "words_alone"] = "ready"
    done: int = 0
    total: int = 0
    trouble: str | None = None


class Shelf:
    """The documents of one owner. Their rows are the truth; passages are kept at hand, vectors made from them."""

    def __init__(
        self, database: Database, owner_id: str, vectors: Path, embedder: Embedder, limits: Limits
    ) -> None:
        """Take where documents are kept, whose they are, where their vectors go, and what reading may cost."""
        self.limits = limits
        self.indexing = Indexing()
        self._database = database
        self._index = DocumentIndex(vectors, Interruptible(embedder, lambda: self._urgent))
        self._owner_id = owner_id
        self._chunks: tuple[StoredChunk, ...] | None = None
        self._version = 0
        self._cleared = asyncio.Event()
        self._due = False
        self._urgent = False
        self._closing = False
        self._task: asyncio.Task[None] | None = None
        # A reading may take a whole core for seconds; a second one waits.
        self._reading = asyncio.Lock()

    async def read(self, name: str, content: bytes) -> ReadDocument | Unreadable:
        """Return a file as a document, or why it is not taken."""
        async with self._reading:
            return await run_sync(read_document, name, content, self.limits)

    async def search(self, query: str, limit: int) -> DocumentAnswer:
        """Return the passages that bear on a question, by shared words alone while the index is not ready."""
        chunks = await self._at_hand()
        answer = await run_sync(self._index.search, self._owner_id, query, chunks, limit)
        if answer.notice == REBUILDING and not self._working():
            self.wake()
        return answer

    def came(self) -> None:
        """Take note that a document came; what is being indexed now is kept."""
        self._stale()
        self.wake()

    def went(self) -> None:
        """Take note that a document went; what is being indexed now is left."""
        self._urgent = True
        self.came()

    def wake(self) -> None:
        """Bring the index up to date in the background."""
        self._due = True
        self._cleared.clear()
        self.indexing = replace(self.indexing, state="rebuilding", trouble=None)
        if not self._working():
            self._task = asyncio.create_task(self._bring_up_to_date())

    async def cleared(self) -> None:
        """Wait until the index holds nothing of what went; what came may still be on its way in."""
        await self._cleared.wait()

    async def settled(self) -> Indexing:
        """Return how the index stands once nothing is being done to it."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])
        return self.indexing

    async def close(self) -> None:
        """Stop indexing, and let go of the folder."""
        self._closing = self._urgent = True
        await self.settled()
        self._index.close()

    def _working(self) -> bool:
        return self._task is not None and not self._task.done()

    async def _bring_up_to_date(self) -> None:
        told = asyncio.get_running_loop().call_soon_threadsafe
        try:
            while self._due and not self._closing:
                self._due = self._urgent = False
                await self._one_round(lambda: told(self._cleared.set))
        finally:
            self._cleared.set()

    async def _one_round(self, cleared: Callable[[], object]) -> None:
        try:
            await self._reread()
            await run_sync(self._sync, await self._at_hand(), cleared)
            self.indexing = Indexing()
        except (IndexUnavailableError, DatabaseError) as error:
            self.indexing = Indexing("words_alone", trouble=str(error))
        except LeftError:
            # Another round is due, or the program ends.
            return

    async def _reread(self) -> None:
        """Cut documents anew that were cut by an earlier version."""
        async with self._database.read() as session:
            held = await documents.list_documents(session, self._owner_id)
        for document in held:
            if document.chunker == CHUNKER:
                continue
            async with self._database.read() as session:
                content = await documents.original(session, self._owner_id, document.id)
            read = await self.read(document.name, content or b"")
            if isinstance(read, ReadDocument):
                fresh, passages = kept_form(read, document.size)
                async with self._database.begin() as session:
                    await documents.replace(
                        session, self._owner_id, document.id, fresh, passages, content or b""
                    )
                self._stale()

    def _sync(self, chunks: Sequence[StoredChunk], cleared: Callable[[], object]) -> None:
        def told(done: int, total: int) -> None:
            """Note how far the index is: between batches, where it can be ended."""
            if self._due or self._closing:
                raise LeftError
            self.indexing = Indexing("rebuilding", done, total)
            # What went is taken out before the first batch comes in.
            cleared()

        if not chunks:
            self._index.forget(self._owner_id)
        elif not self._index.is_ready(self._owner_id, chunks):
            self._index.sync(self._owner_id, chunks, told)

    async def _at_hand(self) -> tuple[StoredChunk, ...]:
        """Return the owner's passages."""
        while (at_hand := self._chunks) is None:
            version = self._version
            async with self._database.read() as session:
                read = await passages_of(session, self._owner_id)
            # What came or went while they were read is not in them.
            if version == self._version:
                self._chunks = read
        return at_hand

    def _stale(self) -> None:
        self._chunks = None
        self._version += 1


async def passages_of(session: Session, owner_id: str) -> tuple[StoredChunk, ...]:
    """Return the passages of all documents of an owner, as their index takes them."""
    names = {one.id: one.name for one in await documents.list_documents(session, owner_id)}
    return tuple(
        StoredChunk(
            document=one.document_id,
            title=names[one.document_id],
            position=one.position,
            page=one.page,
            heading=one.heading,
            text=one.text,
        )
        for one in await documents.chunks_of(session, owner_id)
    )


def kept_form(read: ReadDocument, size: int) -> tuple[NewDocument, list[Passage]]:
    """Return what is stored of a document that was read."""
    about = NewDocument(
        name=read.name,
        media=read.kind,
        sha256=read.digest,
        size=size,
        chunker=read.chunker,
        pages=read.pages,
        hidden=tuple(found.model_dump(mode="json") for found in read.hidden),
        ladder=read.ladder.model_dump(mode="json") if read.ladder else None,
    )
    return about, [Passage(text=one.text, page=one.page, heading=one.heading) for one in read.chunks]


def hidden_in(document: NewDocument) -> tuple[HiddenText, ...]:
    """Return what a reader of the document would not see."""
    return tuple(HiddenText.model_validate(found) for found in document.hidden)


def ladder_in(document: NewDocument) -> Ladder | None:
    """Return the levels of a document that is a career ladder."""
    return Ladder.model_validate(document.ladder) if document.ladder else None
