"""Lists and counts of conversations, and their removal; a single one is read in `store`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select

from chatbot.store import ConversationRow, conversation_row
from chatbot.tables import conversations, handoffs, ratings, turns


def list_conversations(
    connection: Connection,
    *,
    limit: int,
    before: tuple[datetime, str] | None = None,
    q: str | None = None,
    flagged: bool | None = None,
) -> list[ConversationRow]:
    """The newest first. `q` is looked for in what the visitor and we said."""
    query = select(conversations).order_by(
        conversations.c.last_at.desc(), conversations.c.id.desc()
    )
    if before is not None:
        at, id_ = before
        query = query.where(
            or_(
                conversations.c.last_at < at,
                and_(conversations.c.last_at == at, conversations.c.id < id_),
            )
        )
    if flagged is not None:
        query = query.where(conversations.c.flagged.is_(flagged))
    if q:
        pattern = "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        matching = select(turns.c.conversation_id).where(
            or_(turns.c.text.ilike(pattern, escape="\\"), turns.c.reply.ilike(pattern, escape="\\"))
        )
        query = query.where(conversations.c.id.in_(matching))
    return [conversation_row(row) for row in connection.execute(query.limit(limit))]


def find_started(connection: Connection, at: datetime) -> list[ConversationRow]:
    """The conversations that began at that very instant."""
    rows = connection.execute(select(conversations).where(conversations.c.started_at == at))
    return [conversation_row(row) for row in rows]


def clearable(connection: Connection, until: datetime) -> list[ConversationRow]:
    """Those not flagged whose last message is older."""
    rows = connection.execute(
        select(conversations).where(
            conversations.c.last_at < until, conversations.c.flagged.is_(False)
        )
    )
    return [conversation_row(row) for row in rows]


def archivable(connection: Connection, quiet_since: datetime) -> list[ConversationRow]:
    """Those that were ended, or in which nothing was said since."""
    rows = connection.execute(
        select(conversations).where(
            or_(conversations.c.ended_at.is_not(None), conversations.c.last_at < quiet_since)
        )
    )
    return [conversation_row(row) for row in rows]


def delete_conversations(connection: Connection, ids: Sequence[str]) -> None:
    """Removes them with their turns, handoffs and ratings."""
    for table in (turns, handoffs, ratings):
        connection.execute(table.delete().where(table.c.conversation_id.in_(ids)))
    connection.execute(conversations.delete().where(conversations.c.id.in_(ids)))
