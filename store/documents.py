"""Texts that the person brought, and the passages they were cut into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from store.database import Session
from store.ids import new_id
from store.tables import ChunkRow, DocumentRow


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    """A document as it was brought and read; `status` and `notices` say how far the reading went.

    `size` is in bytes; `model` and `chunker` name what embedded it and what cut it up.
    """

    name: str
    media: str
    sha256: str
    size: int
    status: str
    pages: int | None = None
    notices: tuple[str, ...] = ()
    model: str | None = None
    chunker: str | None = None


@dataclass(frozen=True, kw_only=True)
class Document(NewDocument):
    """A document as it is kept, without its text."""

    id: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A piece of a document's text, the page it is on (from 1) and the heading it is under."""

    text: str
    page: int | None = None
    heading: str | None = None


@dataclass(frozen=True, kw_only=True)
class Chunk(Passage):
    """A passage as it is kept; `position` counts from 0 in its document."""

    document_id: str
    position: int


async def add(
    session: Session, owner_id: str, new: NewDocument, passages: Sequence[Passage], *, now: datetime
) -> Document:
    """Return the document, kept with its passages in their order."""
    fields = vars(new) | {"notices": [*new.notices]}
    row = DocumentRow(id=new_id(now), owner=owner_id, created_at=now, **fields)
    session.add(row)
    await session.flush()
    session.add_all(
        ChunkRow(document=row.id, owner=owner_id, position=position, **vars(passage))
        for position, passage in enumerate(passages)
    )
    await session.flush()
    return _document(row)


async def get(session: Session, owner_id: str, document_id: str) -> Document | None:
    """Return the document, None where the owner has none of that id."""
    row = await _row(session, owner_id, document_id)
    return _document(row) if row else None


async def list_documents(session: Session, owner_id: str) -> list[Document]:
    """Return the owner's documents, oldest first."""
    query = select(DocumentRow).where(DocumentRow.owner == owner_id)
    return [_document(row) for row in await session.scalars(query.order_by(DocumentRow.position))]


async def remove(session: Session, owner_id: str, document_id: str) -> Document | None:
    """Delete the document with its passages, and return what it was; None where there is none of that id."""
    row = await _row(session, owner_id, document_id)
    if row is None:
        return None
    await session.execute(delete(ChunkRow).where(ChunkRow.document == row.id))
    await session.delete(row)
    await session.flush()
    return _document(row)


async def chunks_of(session: Session, owner_id: str, document_id: str | None = None) -> list[Chunk]:
    """Return the passages of one document, or of all the owner's, in their order."""
    query = select(ChunkRow).join(DocumentRow, DocumentRow.id == ChunkRow.document)
    query = query.where(ChunkRow.owner == owner_id)
    if document_id is not None:
        query = query.where(ChunkRow.document == document_id)
    rows = await session.scalars(query.order_by(DocumentRow.position, ChunkRow.position))
    return [_chunk(row) for row in rows]


async def _row(session: Session, owner_id: str, document_id: str) -> DocumentRow | None:
    query = select(DocumentRow).where(DocumentRow.owner == owner_id, DocumentRow.id == document_id)
    return await session.scalar(query)


def _document(row: DocumentRow) -> Document:
    return Document(
        id=row.id,
        name=row.name,
        media=row.media,
        sha256=row.sha256,
        size=row.size,
        status=row.status,
        pages=row.pages,
        notices=tuple(row.notices),
        model=row.model,
        chunker=row.chunker,
        created_at=row.created_at,
    )


def _chunk(row: ChunkRow) -> Chunk:
    return Chunk(
        document_id=row.document,
        position=row.position,
        text=row.text,
        page=row.page,
        heading=row.heading,
    )
