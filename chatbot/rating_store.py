"""Where visitors' ratings are kept: one for a conversation, the newest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from chatbot.tables import ratings


@dataclass(frozen=True)
class Rating:
    """What a visitor thought of the chat: 1 (bad) to 5 (good), and in their words."""

    conversation_id: str
    score: int
    comment: str | None
    at: datetime


def put(connection: Connection, rating: Rating) -> None:
    """Keeps it, in place of an earlier one."""
    if _replace(connection, rating):
        return
    try:
        with connection.begin_nested():
            connection.execute(insert(ratings).values(vars(rating)))
    except IntegrityError:  # given twice at the same instant
        _replace(connection, rating)


def find(connection: Connection, conversation_id: str) -> Rating | None:
    row = connection.execute(
        select(ratings).where(ratings.c.conversation_id == conversation_id)
    ).one_or_none()
    return Rating(row.conversation_id, row.score, row.comment, row.at) if row else None


def _replace(connection: Connection, rating: Rating) -> bool:
    changed = connection.execute(
        update(ratings)
        .where(ratings.c.conversation_id == rating.conversation_id)
        .values(score=rating.score, comment=rating.comment, at=rating.at)
    )
    return bool(changed.rowcount)
