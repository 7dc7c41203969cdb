"""Documents that the person brought: the file as it came, and the passages it was cut into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from store.database import Session
from store.ids import new_id
from store.tables import ChunkRow, DocumentRow, OriginalRow


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    """A document as it was brought and read.

    `size` is in bytes, `hidden` what a reader would not see in it, `ladder` its levels where it is a career
    ladder, `chunker` the name of what cut it up.
    """

    name: str
    media: str
    sha256: str
    size: int
    chunker: str
    pages: int | None = None
    hidden: tuple[dict[str, Any], ...] = ()
    ladder: dict[str, Any] | None = None


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


async def add(  # noqa: PLR0913 - whose, and the three things a document is
    session: Session,
    owner_id: str,
    new: NewDocument,
    passages: Sequence[Passage],
    content: bytes,
    *,
    now: datetime,
) -> Document:
    """Return the document, kept with its passages in their order and the file it came as."""
    row = DocumentRow(id=new_id(now), owner=owner_id, created_at=now, **_fields(new))
    session.add(row)
    await session.flush()
    session.add(OriginalRow(document=row.id, owner=owner_id, content=content))
    session.add_all(_chunk_rows(owner_id, row.id, passages))
    await session.flush()
    return _document(row)


async def replace(  # noqa: PLR0913, PLR0917 - whose, which, and the three things a document is
    session: Session,
    owner_id: str,
    document_id: str,
    new: NewDocument,
    passages: Sequence[Passage],
    content: bytes,
) -> Document | None:
    """Return the document with what a newer reading of it found; None where there is none of that id."""
    row = await _row(session, owner_id, document_id)
    if row is None:
        return None
    for name, value in _fields(new).items():
        setattr(row, name, value)
    await session.execute(delete(ChunkRow).where(ChunkRow.document == row.id))
    await session.execute(delete(OriginalRow).where(OriginalRow.document == row.id))
    session.add(OriginalRow(document=row.id, owner=owner_id, content=content))
    session.add_all(_chunk_rows(owner_id, row.id, passages))
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


async def original(session: Session, owner_id: str, document_id: str) -> bytes | None:
    """Return the document's file as it was brought, None where the owner has none of that id."""
    query = select(OriginalRow.content)
    return await session.scalar(
        query.where(OriginalRow.owner == owner_id, OriginalRow.document == document_id)
    )


async def remove(session: Session, owner_id: str, document_id: str) -> Document | None:
    """Delete the document with its passages and file, and return what it was; None where there is none of that id.

    Its bytes leave the disk with `Database.scrub`, once the transaction is kept.
    """
    row = await _row(session, owner_id, document_id)
    if row is None:
        return None
    await session.execute(delete(ChunkRow).where(ChunkRow.document == row.id))
    await session.execute(delete(OriginalRow).where(OriginalRow.document == row.id))
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


def _fields(new: NewDocument) -> dict[str, Any]:
    return vars(new) | {"hidden": [*new.hidden]}


def _chunk_rows(owner_id: str, document_id: str, passages: Sequence[Passage]) -> list[ChunkRow]:
    return [
        ChunkRow(document=document_id, owner=owner_id, position=position, **vars(passage))
        for position, passage in enumerate(passages)
    ]


def _document(row: DocumentRow) -> Document:
    return Document(
        id=row.id,
        name=row.name,
        media=row.media,
        sha256=row.sha256,
        size=row.size,
        pages=row.pages,
        hidden=tuple(row.hidden),
        ladder=row.ladder,
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
