"""The tables of leads, with the triggers that keep the counts and the search index in step."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)

from core.database import UtcDateTime, metadata
from leads.model import STATUSES

_LONG = BigInteger().with_variant(Integer(), "sqlite")
_STATUSES = ", ".join(f"'{status}'" for status in STATUSES)


def _lead_id(name: str = "lead_id", **more: Any) -> Column[str]:
    return Column(
        name, String(64), ForeignKey("leads.id", ondelete="CASCADE"), nullable=False, **more
    )


# `seq` is the creation instant in nanoseconds, made unique: one number orders the leads, is the
# cursor of a page, bounds a period, and is the search index's row id, so that a page of matches
# comes newest first without sorting.
leads = Table(
    "leads",
    metadata,
    Column("seq", _LONG, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False, unique=True),
    Column("name", Text),
    Column("email", Text),
    Column("phone", Text),
    Column("company", Text),
    Column("need", Text),
    Column("budget", Text),
    Column("timeline", Text),
    Column("status", String(20), nullable=False),
    Column("score", Integer, nullable=False),
    Column("score_reasons", JSON, nullable=False),
    Column("source", Text),
    Column("owner", Text),
    Column("next_follow_up_at", UtcDateTime),
    Column("search_text", Text, nullable=False),
    Column("email_key", Text),
    Column("phone_key", Text),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    CheckConstraint(f"status IN ({_STATUSES})", name="status"),
    CheckConstraint("score BETWEEN 0 AND 100", name="score"),
)
# One index for each set of filters, every one ending in `seq`: whichever are chosen, a page is
# read in order and stops after its last row. Few leads have an owner, so few rows are in those.
Index("ix_leads_status", leads.c.status, leads.c.seq)
Index("ix_leads_source", leads.c.source, leads.c.seq)
Index("ix_leads_status_source", leads.c.status, leads.c.source, leads.c.seq)
_owned = leads.c.owner.is_not(None)
for _columns in ((), ("status",), ("source",), ("status", "source")):
    Index(
        "_".join(["ix_leads_owner", *_columns]),
        leads.c.owner,
        *(leads.c[_name] for _name in _columns),
        leads.c.seq,
        sqlite_where=_owned,
        postgresql_where=_owned,
    )
Index("ix_leads_follow_up", leads.c.next_follow_up_at)
Index("ix_leads_email_key", leads.c.email_key)
Index("ix_leads_phone_key", leads.c.phone_key)
# The text is split into words by us, once, for both databases: PostgreSQL's own parser would
# take an e-mail address or a version number for one word.
SEARCH_VECTOR = func.array_to_tsvector(func.string_to_array(leads.c.search_text, text("' '")))
Index("ix_leads_search", SEARCH_VECTOR, postgresql_using="gin").ddl_if(dialect="postgresql")


def _fact_columns() -> list[Column[Any]]:
    return [
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("conversation_id", String(200)),
        Column("field", String(20), nullable=False),
        Column("value", Text),
        Column("quote", Text, nullable=False),
        Column("message_id", String(200)),
        Column("method", String(10), nullable=False),
        Column("confidence", Float, nullable=False),
        Column("verified", Boolean, nullable=False),
        Column("corrects", Boolean, nullable=False),
        Column("at", UtcDateTime, nullable=False),
    ]


# What is known of a visitor of whom no lead has been made yet.
conversation_facts = Table(
    "conversation_facts",
    metadata,
    *_fact_columns(),
    Index("ix_conversation_facts_conversation_id", "conversation_id"),
    sqlite_autoincrement=True,
)

lead_evidence = Table(
    "lead_evidence",
    metadata,
    *_fact_columns(),
    _lead_id(),
    Column("current", Boolean, nullable=False),
    Index("ix_lead_evidence_lead_id", "lead_id"),
    Index("ix_lead_evidence_conversation_id", "conversation_id"),
    sqlite_autoincrement=True,
)

lead_conversations = Table(
    "lead_conversations",
    metadata,
    Column("conversation_id", String(200), primary_key=True),
    _lead_id(index=True),
    Column("page", Text),
    Column("referrer", Text),
    Column("utm", JSON, nullable=False),
    Column("timezone", String(64)),
    Column("locale", String(35)),
    Column("consent_text", Text),
    Column("consent_at", UtcDateTime),
    Column("at", UtcDateTime, nullable=False),
)

# What was claimed and is no fact. They belong to the conversation, and so to its lead.
lead_suggestions = Table(
    "lead_suggestions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("conversation_id", String(200), nullable=False),
    Column("field", String(20), nullable=False),
    Column("value", Text, nullable=False),
    Column("reason", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    UniqueConstraint("conversation_id", "field", "value"),
)

# One row for each message: what it gave, or why nothing. No words of the visitor in it.
capture_ledger = Table(
    "capture_ledger",
    metadata,
    Column("conversation_id", String(200), primary_key=True),
    Column("message_id", String(200), primary_key=True),
    Column("lead_id", String(64)),
    Column("created", Boolean, nullable=False),
    Column("reason", String(40)),
    Column("fields", JSON, nullable=False),
    Column("changed", JSON, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

lead_notes = Table(
    "lead_notes",
    metadata,
    Column("id", String(64), primary_key=True),
    _lead_id(index=True),
    Column("text", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

lead_status_changes = Table(
    "lead_status_changes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _lead_id(index=True),
    Column("before", String(20)),
    Column("after", String(20), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_lead_status_changes_at", "at", "after"),
    sqlite_autoincrement=True,
)

# `lead_id` < `other_id`: a pair has one row for each field the two share.
possible_duplicates = Table(
    "possible_duplicates",
    metadata,
    _lead_id(primary_key=True),
    _lead_id("other_id", primary_key=True, index=True),
    Column("field", String(20), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

# `snapshot` holds what undoing needs, and is emptied when the merge was undone.
lead_merges = Table(
    "lead_merges",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("into_id", String(64), nullable=False, index=True),
    Column("from_id", String(64), nullable=False, index=True),
    Column("by", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
    Column("undone_by", String(200)),
    Column("snapshot", JSON),
)

# The proof of an erasure: no personal data.
lead_erasures = Table(
    "lead_erasures",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("lead_id", String(64), nullable=False, index=True),
    Column("by", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("removed", JSON, nullable=False),
)

# Which rows of other systems' files were read; a digest of their id, so that the row can outlive
# an erasure and keep the person from coming back with the same file.
lead_imports = Table(
    "lead_imports",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("lead_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

# How many leads have a status, kept by triggers. `slot` spreads the writers of PostgreSQL over
# rows, so that they do not wait for one another.
lead_counts = Table(
    "lead_counts",
    metadata,
    Column("status", String(20), primary_key=True),
    Column("slot", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
)
