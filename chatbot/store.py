"""Where conversations, turns, handoffs and instruction versions are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from chatbot.conversation import Card, Conversation, Page
from chatbot.tables import conversations, handoffs, turns
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


# The statements of every turn are made once: making one costs more than running it.

_conversation = conversations.c.id == bindparam("of_conversation")
_of_conversation = turns.c.conversation_id == bindparam("of_conversation")

_FIND_CONVERSATION = select(conversations).where(_conversation)
_FIND_OPEN = select(conversations).where(
    conversations.c.client_key == bindparam("client"), conversations.c.ended_at.is_(None)
)
# The row's lock puts arrivals at the same instant in an order, also of the same message twice.
_FIND_OPEN_LOCKED = _FIND_OPEN.with_for_update(key_share=True)


def find_open(
    connection: Connection, client_key: str, *, lock: bool = False
) -> ConversationRow | None:
    """The client's conversation; `lock`: nobody else adds to it in this transaction's time."""
    query = _FIND_OPEN_LOCKED if lock else _FIND_OPEN
    row = connection.execute(query, {"client": client_key}).one_or_none()
    return conversation_row(row) if row else None


def find_conversation(connection: Connection, conversation_id: str) -> ConversationRow | None:
    found = find_with_key(connection, conversation_id)
    return found[0] if found else None


def find_with_key(
    connection: Connection, conversation_id: str
) -> tuple[ConversationRow, str] | None:
    """A conversation, and the key of the client who holds it."""
    row = connection.execute(_FIND_CONVERSATION, {"of_conversation": conversation_id}).one_or_none()
    return (conversation_row(row), row.client_key) if row else None


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


_FIND_TURN = select(turns).where(_of_conversation, turns.c.message_id == bindparam("message"))
_COUNT_TURN = (
    update(conversations)
    .where(_conversation)
    .values(turn_count=conversations.c.turn_count + 1, last_at=bindparam("now"))
    .returning(conversations.c.turn_count)
)
_ADD_TURN = insert(turns)


def add_turn(
    connection: Connection,
    turn_id: str,
    conversation_id: str,
    message_id: str,
    said: str,
    at: datetime,
) -> Turn:
    """The new turn, next in its conversation; the one there is when the message came before.

    The conversation is new in this transaction, or locked (`find_open`).
    """
    earlier = find_turn(connection, conversation_id, message_id)
    if earlier is not None:
        return earlier
    sequence = connection.execute(
        _COUNT_TURN, {"of_conversation": conversation_id, "now": at}
    ).scalar_one()
    row = {
        "id": turn_id,
        "conversation_id": conversation_id,
        "sequence": sequence,
        "message_id": message_id,
        "text": said,
        "at": at,
    }
    connection.execute(_ADD_TURN, row)
    return Turn(turn_id, conversation_id, sequence, message_id, said, at)


def find_turn(connection: Connection, conversation_id: str, message_id: str) -> Turn | None:
    row = connection.execute(
        _FIND_TURN, {"of_conversation": conversation_id, "message": message_id}
    ).one_or_none()
    return _turn(row) if row else None


def find_turns_by_message(connection: Connection, message_id: str) -> list[Turn]:
    """All turns whose caller chose that message id; callers choose freely, so it may be several."""
    rows = connection.execute(select(turns).where(turns.c.message_id == message_id).limit(20))
    return [_turn(row) for row in rows]


_UNANSWERED = (
    select(turns)
    .where(
        _of_conversation,
        turns.c.sequence <= bindparam("until"),
        turns.c.answered_at.is_(None),
    )
    .order_by(turns.c.sequence)
)


def unanswered(connection: Connection, turn: Turn) -> list[Turn]:
    """The turns up to that one, itself included, that have no answer, oldest first."""
    rows = connection.execute(
        _UNANSWERED, {"of_conversation": turn.conversation_id, "until": turn.sequence}
    )
    return [_turn(row) for row in rows]


_LAST = (
    select(turns)
    .where(_of_conversation)
    .order_by(turns.c.sequence.desc())
    .limit(bindparam("at_most"))
)


def last_turns(connection: Connection, conversation_id: str, limit: int) -> list[Turn]:
    """The newest turns, oldest first."""
    which = {"of_conversation": conversation_id, "at_most": limit}
    return [_turn(row) for row in connection.execute(_LAST, which).all()[::-1]]


_said = (
    turns.c.id,
    turns.c.conversation_id,
    turns.c.sequence,
    turns.c.message_id,
    turns.c.text,
    turns.c.at,
    turns.c.reply_id,
    turns.c.reply,
    turns.c.model_messages,
)
_SAID_BEFORE = (
    select(*_said)
    .where(_of_conversation, turns.c.sequence < bindparam("before"))
    .order_by(turns.c.sequence.desc())
    .limit(bindparam("at_most"))
)


def said_before(connection: Connection, turn: Turn, limit: int) -> list[Turn]:
    """The newest turns before that one, oldest first, with no more than what was said in them."""
    which = {
        "of_conversation": turn.conversation_id,
        "before": turn.sequence,
        "at_most": limit,
    }
    rows = connection.execute(_SAID_BEFORE, which).all()[::-1]
    return [Turn(**row._mapping) for row in rows]


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


_ANSWER_TURN = update(turns).where(turns.c.id == bindparam("of_turn"))
_KEEP_STATE = update(conversations).where(_conversation)


def answer_turn(
    connection: Connection,
    turn: Turn,
    *,
    state: Mapping[str, Any],
) -> None:
    """Keeps the reply of an answered turn, and the conversation's state after it."""
    reply = {
        "of_turn": turn.id,
        "answered_at": turn.answered_at,
        "reply_id": turn.reply_id,
        "reply": turn.reply,
        "cards": json.dumps(list(turn.cards), ensure_ascii=False),
        "engine": turn.engine,
        "degraded": turn.degraded,
        "model_messages": turn.model_messages,
        "trace": json.dumps(turn.trace or {}, ensure_ascii=False),
    }
    connection.execute(_ANSWER_TURN, reply)
    after = {
        "of_conversation": turn.conversation_id,
        "state": json.dumps(dict(state), ensure_ascii=False),
        "last_at": turn.answered_at,
    }
    connection.execute(_KEEP_STATE, after)


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


_FIND_HANDOFF = (
    select(handoffs)
    .where(handoffs.c.conversation_id == bindparam("of_conversation"))
    .order_by(handoffs.c.at.desc())
    .limit(1)
)


def find_handoff(connection: Connection, conversation_id: str) -> Handoff | None:
    row = connection.execute(_FIND_HANDOFF, {"of_conversation": conversation_id}).one_or_none()
    return Handoff(row.id, row.conversation_id, row.reason, row.at) if row else None


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


def conversation_row(row: Any) -> ConversationRow:
    """A row of the table as a value."""
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
