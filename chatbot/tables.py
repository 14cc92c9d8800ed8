"""The tables of conversations: who chats, what was said and answered, who asked for a person,
and what visitors thought of it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from core.database import UtcDateTime, metadata

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("client_key", String(200), nullable=False),
    Column("client_id", String(200), nullable=False),
    Column("started_at", UtcDateTime, nullable=False, index=True),
    Column("last_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("timezone", String(64), nullable=False),
    Column("locale", String(35)),
    Column("page", Text, nullable=False),
    Column("staff_verified", Boolean, nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("flag_reason", String(100)),
    Column("state", Text, nullable=False),
    Column("turn_count", Integer, nullable=False),
    Column("consent_text", Text),
    Column("consent_at", UtcDateTime),
    Column("site_user", String(200)),
    Index(
        "uq_conversations_open",
        "client_key",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    Index("ix_conversations_last", "last_at", "id"),
)

turns = Table(
    "turns",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("message_id", String(64), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime),
    Column("reply_id", String(60)),
    Column("reply", Text),
    Column("cards", Text),
    Column("engine", String(40)),
    Column("degraded", Boolean),
    Column("model_messages", Text),
    Column("trace", Text),
    UniqueConstraint("conversation_id", "message_id"),
    UniqueConstraint("conversation_id", "sequence"),
)

handoffs = Table(
    "handoffs",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("turn_id", String(60), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_handoffs_conversation", "conversation_id"),
)

ratings = Table(
    "conversation_ratings",
    metadata,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Integer, nullable=False),
    Column("comment", Text),
    Column("at", UtcDateTime, nullable=False),
)
