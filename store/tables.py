"""The tables. Rows stay inside this room: queries give frozen values back.

`position` is the order in which rows were written; ids are for naming, times for people, and neither orders
anything, since a clock can be set back.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from store.states import Actor, ProposalStatus, TurnStatus

Json = JSON(none_as_null=True)
Id = String(36)
Word = String(64)


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC whatever the database can hold."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time in UTC.

        Raises:
            ValueError: The time names no zone.
        """
        del dialect
        if value is not None and value.tzinfo is None:
            raise ValueError(value)
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time with its zone, which SQLite drops."""
        del dialect
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


class Table(DeclarativeBase):
    """What all tables share: constraint names that a migration can rely on."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class OwnerRow(Table):
    """Somebody whose plan this is."""

    __tablename__ = "owners"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class RecordRow(Table):
    """One record of a plan; without a body it was removed, and its handle is spent."""

    __tablename__ = "records"
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(Word, primary_key=True)
    handle: Mapped[str] = mapped_column(Word, primary_key=True)
    version: Mapped[int]
    body: Mapped[dict[str, Any] | None] = mapped_column(Json)


class ConversationRow(Table):
    """A conversation."""

    __tablename__ = "conversations"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"), index=True)
    opening: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class TurnRow(Table):
    """A message and what came back; `parent_turn` makes the conversation a tree."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("conversation", "idempotency_key"),)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"))
    conversation: Mapped[str] = mapped_column(Id, ForeignKey("conversations.id"))
    parent_turn: Mapped[str | None] = mapped_column(Id, ForeignKey("turns.id"))
    text: Mapped[str] = mapped_column(Text)
    reply: Mapped[str | None] = mapped_column(Text)
    status: Mapped[TurnStatus] = mapped_column(Word, index=True)
    model: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(Text)
    talk: Mapped[dict[str, Any] | None] = mapped_column(Json)
    usage: Mapped[dict[str, Any] | None] = mapped_column(Json)
    history: Mapped[list[Any] | None] = mapped_column(Json)
    idempotency_key: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcTime)


class EventRow(Table):
    """One event of a turn as its readers see it."""

    __tablename__ = "events"
    turn: Mapped[str] = mapped_column(Id, ForeignKey("turns.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"))
    event: Mapped[str] = mapped_column(Word)
    data: Mapped[dict[str, Any]] = mapped_column(Json)


class ChangeRow(Table):
    """One change that was made to a plan. Rows are added, never altered."""

    __tablename__ = "changes"
    __table_args__ = (Index("ix_changes_owner", "owner", "position"),)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"))
    actor: Mapped[Actor] = mapped_column(Word)
    turn: Mapped[str | None] = mapped_column(Id, ForeignKey("turns.id"))
    kind: Mapped[str] = mapped_column(Word)
    handle: Mapped[str | None] = mapped_column(Word)
    change: Mapped[dict[str, Any] | None] = mapped_column(Json)
    writes: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    undoes: Mapped[str | None] = mapped_column(Id, ForeignKey("changes.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)


class ProposalRow(Table):
    """A change put in front of the person, and what they decided."""

    __tablename__ = "proposals"
    __table_args__ = (Index("ix_proposals_owner", "owner", "status"),)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"))
    conversation: Mapped[str] = mapped_column(Id, ForeignKey("conversations.id"))
    turn: Mapped[str] = mapped_column(Id, ForeignKey("turns.id"))
    kind: Mapped[str] = mapped_column(Word)
    change: Mapped[dict[str, Any]] = mapped_column(Json)
    review: Mapped[dict[str, Any] | None] = mapped_column(Json)
    status: Mapped[ProposalStatus] = mapped_column(Word)
    record: Mapped[str | None] = mapped_column(Word)
    accepted_as: Mapped[str | None] = mapped_column(Id, ForeignKey("changes.id"))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcTime)


class DocumentRow(Table):
    """A text that the person brought."""

    __tablename__ = "documents"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    media: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Word)
    size: Mapped[int]
    pages: Mapped[int | None]
    hidden: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    ladder: Mapped[dict[str, Any] | None] = mapped_column(Json)
    chunker: Mapped[str] = mapped_column(Word)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class OriginalRow(Table):
    """A document's file as it was brought, from which it can be read again."""

    __tablename__ = "originals"
    document: Mapped[str] = mapped_column(Id, ForeignKey("documents.id"), primary_key=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ChunkRow(Table):
    """A passage of a document."""

    __tablename__ = "chunks"
    document: Mapped[str] = mapped_column(Id, ForeignKey("documents.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(Id, ForeignKey("owners.id"), index=True)
    page: Mapped[int | None]
    heading: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
