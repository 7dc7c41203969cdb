"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "owners",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owners")),
    )
    op.create_table(
        "conversations",
        sa.Column("position", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("opening", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_conversations_owner")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_conversations")),
        sa.UniqueConstraint("id", name=op.f("uq_conversations_id")),
    )
    op.create_index(op.f("ix_conversations_owner"), "conversations", ["owner"], unique=False)
    op.create_table(
        "documents",
        sa.Column("position", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("hidden", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("ladder", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("chunker", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_documents_owner")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
    )
    op.create_index(op.f("ix_documents_owner"), "documents", ["owner"], unique=False)
    op.create_table(
        "records",
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("handle", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_records_owner")),
        sa.PrimaryKeyConstraint("owner", "kind", "handle", name=op.f("pk_records")),
    )
    op.create_table(
        "originals",
        sa.Column("document", sa.String(length=36), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_originals_document")),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_originals_owner")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_originals")),
    )
    op.create_table(
        "chunks",
        sa.Column("document", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_chunks_document")),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_chunks_owner")),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_chunks")),
    )
    op.create_index(op.f("ix_chunks_owner"), "chunks", ["owner"], unique=False)
    op.create_table(
        "turns",
        sa.Column("position", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("parent_turn", sa.String(length=36), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("talk", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("usage", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("history", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("idempotency_key", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], name=op.f("fk_turns_conversation")),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_turns_owner")),
        sa.ForeignKeyConstraint(["parent_turn"], ["turns.id"], name=op.f("fk_turns_parent_turn")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_turns")),
        sa.UniqueConstraint("conversation", "idempotency_key", name=op.f("uq_turns_conversation")),
        sa.UniqueConstraint("id", name=op.f("uq_turns_id")),
    )
    op.create_index(op.f("ix_turns_status"), "turns", ["status"], unique=False)
    op.create_table(
        "changes",
        sa.Column("position", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("turn", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("handle", sa.String(length=64), nullable=True),
        sa.Column("change", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("writes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_changes_owner")),
        sa.ForeignKeyConstraint(["turn"], ["turns.id"], name=op.f("fk_changes_turn")),
        sa.ForeignKeyConstraint(["undoes"], ["changes.id"], name=op.f("fk_changes_undoes")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_changes")),
        sa.UniqueConstraint("id", name=op.f("uq_changes_id")),
    )
    op.create_index("ix_changes_owner", "changes", ["owner", "position"], unique=False)
    op.create_table(
        "events",
        sa.Column("turn", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_events_owner")),
        sa.ForeignKeyConstraint(["turn"], ["turns.id"], name=op.f("fk_events_turn")),
        sa.PrimaryKeyConstraint("turn", "seq", name=op.f("pk_events")),
    )
    op.create_table(
        "proposals",
        sa.Column("position", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("owner", sa.String(length=36), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("turn", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("change", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("review", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("record", sa.String(length=64), nullable=True),
        sa.Column("accepted_as", sa.String(length=36), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["accepted_as"], ["changes.id"], name=op.f("fk_proposals_accepted_as")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name=op.f("fk_proposals_conversation")
        ),
        sa.ForeignKeyConstraint(["owner"], ["owners.id"], name=op.f("fk_proposals_owner")),
        sa.ForeignKeyConstraint(["turn"], ["turns.id"], name=op.f("fk_proposals_turn")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_proposals")),
        sa.UniqueConstraint("id", name=op.f("uq_proposals_id")),
    )
    op.create_index("ix_proposals_owner", "proposals", ["owner", "status"], unique=False)
