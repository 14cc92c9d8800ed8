"""Where conversations, turns, handoffs and instruction versions are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from chatbot.conversation import Card, Conversation, Page
from chatbot.tables import conversations, handoffs, ratings, turns
from leads.model import Consent


@dataclass(frozen=True)
class Turn:
    """A visitor's message and, once answered, our reply to it."""

    id: str
    conversation_id: str
    sequence: int
    message_id: str
    text: str
    at: datetime
    answered_at: datetime | None = None
    reply_id: str | None = None
    reply: str | None = None
    cards: tuple[Card, ...] = ()
    engine: str | None = None
    degraded: bool = False
    model_messages: str | None = None
    trace: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Handoff:
    """A person was asked for; the team is to get in touch."""

    id: str
    conversation_id: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class ConversationRow:
    """A conversation as the console lists it."""

    conversation: Conversation
    last_at: datetime
    ended_at: datetime | None
    turn_count: int
    flag_reason: str | None


def find_open(connection: Connection, client_key: str) -> ConversationRow | None:
    row = connection.execute(
        select(conversations).where(
            conversations.c.client_key == client_key, conversations.c.ended_at.is_(None)
        )
    ).one_or_none()
    return _conversation_row(row) if row else None


def find_conversation(connection: Connection, conversation_id: str) -> ConversationRow | None:
    row = connection.execute(
        select(conversations).where(conversations.c.id == conversation_id)
    ).one_or_none()
    return _conversation_row(row) if row else None


def find_with_key(
    connection: Connection, conversation_id: str
) -> tuple[ConversationRow, str] | None:
    """A conversation, and the key of the client who holds it."""
    row = connection.execute(
        select(conversations).where(conversations.c.id == conversation_id)
    ).one_or_none()
    return (_conversation_row(row), row.client_key) if row else None


def add_conversation(connection: Connection, made: Conversation, client_key: str) -> None:
    """Raises IntegrityError when the client has an open one already."""
    connection.execute(
        insert(conversations).values(
            id=made.id,
            client_key=client_key,
            client_id=made.client_id,
            started_at=made.started_at,
            last_at=made.started_at,
            timezone=made.timezone,
            locale=made.locale,
            page=_page_json(made.page),
            staff_verified=made.staff_verified,
            flagged=False,
            state="{}",
            turn_count=0,
            **_given(made),
        )
    )


def move_conversation(connection: Connection, moved: Conversation) -> None:
    """Keeps the zone and locale the visitor has now, and what came with the message."""
    connection.execute(
        update(conversations)
        .where(conversations.c.id == moved.id)
        .values(timezone=moved.timezone, locale=moved.locale, **_given(moved))
    )


def end_conversation(connection: Connection, conversation_id: str, at: datetime) -> None:
    connection.execute(
        update(conversations)
        .where(conversations.c.id == conversation_id, conversations.c.ended_at.is_(None))
        .values(ended_at=at)
    )


def add_turn(
    connection: Connection,
    turn_id: str,
    conversation_id: str,
    message_id: str,
    said: str,
    at: datetime,
) -> Turn:
    """The new turn, next in its conversation; the one there is when the message came before."""
    earlier = find_turn(connection, conversation_id, message_id)
    if earlier is not None:
        return earlier
    # The counter's row lock puts arrivals at the same instant in an order.
    sequence = connection.execute(
        update(conversations)
        .where(conversations.c.id == conversation_id)
        .values(turn_count=conversations.c.turn_count + 1, last_at=at)
        .returning(conversations.c.turn_count)
    ).scalar_one()
    try:
        with connection.begin_nested():
            connection.execute(
                insert(turns).values(
                    id=turn_id,
                    conversation_id=conversation_id,
                    sequence=sequence,
                    message_id=message_id,
                    text=said,
                    at=at,
                )
            )
    except IntegrityError:
        earlier = find_turn(connection, conversation_id, message_id)
        if earlier is None:
            raise
        return earlier
    return Turn(turn_id, conversation_id, sequence, message_id, said, at)


def find_turn(connection: Connection, conversation_id: str, message_id: str) -> Turn | None:
    row = connection.execute(
        select(turns).where(
            turns.c.conversation_id == conversation_id, turns.c.message_id == message_id
        )
    ).one_or_none()
    return _turn(row) if row else None


def find_turns_by_message(connection: Connection, message_id: str) -> list[Turn]:
    """All turns whose caller chose that message id; callers choose freely, so it may be several."""
    rows = connection.execute(select(turns).where(turns.c.message_id == message_id).limit(20))
    return [_turn(row) for row in rows]


def unanswered_before(connection: Connection, turn: Turn) -> list[Turn]:
    rows = connection.execute(
        select(turns)
        .where(
            turns.c.conversation_id == turn.conversation_id,
            turns.c.sequence < turn.sequence,
            turns.c.answered_at.is_(None),
        )
        .order_by(turns.c.sequence)
    )
    return [_turn(row) for row in rows]


def last_turns(connection: Connection, conversation_id: str, limit: int) -> list[Turn]:
    """The newest turns, oldest first."""
    rows = connection.execute(
        select(turns)
        .where(turns.c.conversation_id == conversation_id)
        .order_by(turns.c.sequence.desc())
        .limit(limit)
    ).all()
    return [_turn(row) for row in reversed(rows)]


def visitor_texts(connection: Connection, conversation_id: str) -> list[tuple[str, str]]:
    """Every visitor message of the conversation as (id of its turn, text), oldest first."""
    rows = connection.execute(
        select(turns.c.id, turns.c.text)
        .where(turns.c.conversation_id == conversation_id)
        .order_by(turns.c.sequence)
    )
    return [(row.id, row.text) for row in rows]


def first_texts(connection: Connection, conversation_ids: Sequence[str]) -> dict[str, str]:
    """What the visitor said first, by conversation."""
    columns = (turns.c.conversation_id, turns.c.text)
    first = and_(turns.c.conversation_id.in_(conversation_ids), turns.c.sequence == 1)
    return {row[0]: row[1] for row in connection.execute(select(*columns).where(first))}


def answer_turn(
    connection: Connection,
    turn: Turn,
    *,
    state: Mapping[str, Any],
) -> None:
    """Keeps the reply of an answered turn, and the conversation's state after it."""
    connection.execute(
        update(turns)
        .where(turns.c.id == turn.id)
        .values(
            answered_at=turn.answered_at,
            reply_id=turn.reply_id,
            reply=turn.reply,
            cards=json.dumps(list(turn.cards), ensure_ascii=False),
            engine=turn.engine,
            degraded=turn.degraded,
            model_messages=turn.model_messages,
            trace=json.dumps(turn.trace or {}, ensure_ascii=False),
        )
    )
    connection.execute(
        update(conversations)
        .where(conversations.c.id == turn.conversation_id)
        .values(state=json.dumps(dict(state), ensure_ascii=False), last_at=turn.answered_at)
    )


def flag(connection: Connection, conversation_id: str, reason: str) -> None:
    connection.execute(
        update(conversations)
        .where(conversations.c.id == conversation_id)
        .values(flagged=True, flag_reason=reason)
    )


def add_handoff(connection: Connection, made: Handoff, turn_id: str) -> None:
    connection.execute(
        insert(handoffs).values(
            id=made.id,
            conversation_id=made.conversation_id,
            turn_id=turn_id,
            reason=made.reason,
            at=made.at,
        )
    )


def find_handoff(connection: Connection, conversation_id: str) -> Handoff | None:
    row = connection.execute(
        select(handoffs)
        .where(handoffs.c.conversation_id == conversation_id)
        .order_by(handoffs.c.at.desc())
        .limit(1)
    ).one_or_none()
    return Handoff(row.id, row.conversation_id, row.reason, row.at) if row else None


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
    return [_conversation_row(row) for row in connection.execute(query.limit(limit))]


def find_started(connection: Connection, at: datetime) -> list[ConversationRow]:
    """The conversations that began at that very instant."""
    rows = connection.execute(select(conversations).where(conversations.c.started_at == at))
    return [_conversation_row(row) for row in rows]


def clearable(connection: Connection, until: datetime) -> list[ConversationRow]:
    """Those not flagged whose last message is older."""
    rows = connection.execute(
        select(conversations).where(
            conversations.c.last_at < until, conversations.c.flagged.is_(False)
        )
    )
    return [_conversation_row(row) for row in rows]


def archivable(connection: Connection, quiet_since: datetime) -> list[ConversationRow]:
    """Those that were ended, or in which nothing was said since."""
    rows = connection.execute(
        select(conversations).where(
            or_(conversations.c.ended_at.is_not(None), conversations.c.last_at < quiet_since)
        )
    )
    return [_conversation_row(row) for row in rows]


def delete_conversations(connection: Connection, ids: Sequence[str]) -> None:
    """Removes them with their turns, handoffs and ratings."""
    for table in (turns, handoffs, ratings):
        connection.execute(table.delete().where(table.c.conversation_id.in_(ids)))
    connection.execute(conversations.delete().where(conversations.c.id.in_(ids)))


def _given(conversation: Conversation) -> dict[str, Any]:
    """What the visitor agreed to and whom the site vouches for."""
    consent = conversation.consent
    return {
        "consent_text": consent.text if consent else None,
        "consent_at": consent.at if consent else None,
        "site_user": conversation.site_user,
    }


def _page_json(page: Page) -> str:
    return json.dumps(
        {
            "url": page.url,
            "title": page.title,
            "referrer": page.referrer,
            "utm": dict(page.utm),
        },
        ensure_ascii=False,
    )


def _conversation_row(row: Any) -> ConversationRow:
    conversation = Conversation(
        id=row.id,
        client_id=row.client_id,
        started_at=row.started_at,
        timezone=row.timezone,
        locale=row.locale,
        page=Page(**json.loads(row.page)),
        staff_verified=row.staff_verified,
        flagged=row.flagged,
        state=json.loads(row.state),
        consent=Consent(row.consent_text, row.consent_at) if row.consent_at else None,
        site_user=row.site_user,
    )
    return ConversationRow(conversation, row.last_at, row.ended_at, row.turn_count, row.flag_reason)


def _turn(row: Any) -> Turn:
    return Turn(
        id=row.id,
        conversation_id=row.conversation_id,
        sequence=row.sequence,
        message_id=row.message_id,
        text=row.text,
        at=row.at,
        answered_at=row.answered_at,
        reply_id=row.reply_id,
        reply=row.reply,
        cards=tuple(json.loads(row.cards)) if row.cards else (),
        engine=row.engine,
        degraded=bool(row.degraded),
        model_messages=row.model_messages,
        trace=json.loads(row.trace) if row.trace else None,
    )
