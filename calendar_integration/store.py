"""The tables of booking, and every statement on meetings; those on offers are in `offer_store`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    Text,
    and_,
    bindparam,
    func,
    literal,
    select,
    text,
    tuple_,
)

from calendar_integration.exclusion import HOST_LOCK, keep_apart
from calendar_integration.model import OPEN_STATUSES, Meeting, MeetingPage
from core.database import UtcDateTime, metadata
from core.values import TimeRange

_OPEN_SQL = text("status IN ('confirmed', 'pending')")

meetings = Table(
    "meetings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("host", String(64), nullable=False),
    Column("lead_id", String(64)),
    Column("conversation_id", String(64)),
    Column("slot_id", String(64)),
    Column("title", Text, nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False),
    # the end with the buffer that was kept after it; equal to end_at when staff asked for none
    Column("busy_end", UtcDateTime, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("status", String(16), nullable=False),
    Column("meet_link", Text),
    Column("calendar_link", Text),
    Column("attendee_name", Text, nullable=False),
    Column("attendee_email", Text, nullable=False),
    Column("guests", JSON, nullable=False),
    Column("description", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("source", String(16), nullable=False),
    # a keyed digest of the visitor's address, for the limits; no address is stored
    Column("visitor_key", String(64)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("attendee_response", String(16)),
    CheckConstraint("end_at > start_at AND busy_end >= end_at", name="ends_after_start"),
    CheckConstraint("status IN ('confirmed', 'pending', 'cancelled')", name="status"),
    Index("ix_meetings_host_end_at", "host", "end_at"),
    Index("ix_meetings_start_at_id", "start_at", "id"),
    Index("ix_meetings_lead_id", "lead_id"),
    Index("ix_meetings_conversation_id", "conversation_id"),
    Index("ix_meetings_attendee_email", "attendee_email"),
    Index("ix_meetings_visitor_key_created_at", "visitor_key", "created_at"),
    Index(
        "uq_meetings_open_slot_id",
        "slot_id",
        unique=True,
        sqlite_where=_OPEN_SQL,
        postgresql_where=_OPEN_SQL,
    ),
)

offered_slots = Table(
    "offered_slots",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("conversation_id", String(64), nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False),
    Column("offered_at", UtcDateTime, nullable=False),
    Index(
        "uq_offered_slots_conversation_id_start_at_end_at",
        "conversation_id",
        "start_at",
        "end_at",
        unique=True,
    ),
    Index("ix_offered_slots_start_at", "start_at"),
)

holds = Table(
    "holds",
    metadata,
    Column("conversation_id", String(64), primary_key=True),
    Column("slot_id", String(64), nullable=False),
    Column("host", String(64), nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False),
    Column("busy_end", UtcDateTime, nullable=False),
    Column("held_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("visitor_key", String(64)),
    Column("holds_made", Integer, nullable=False),
    CheckConstraint("end_at > start_at AND busy_end >= end_at", name="ends_after_start"),
    CheckConstraint("expires_at >= held_at", name="expires_after_start"),
    Index("ix_holds_host_expires_at", "host", "expires_at"),
    Index("ix_holds_visitor_key_held_at", "visitor_key", "held_at"),
)

keep_apart(meetings, holds)

_is_open = meetings.c.status.in_(OPEN_STATUSES)


def lock_host(connection: Connection, host: str) -> None:
    """Lets one writer at a time book with the host, so that the others see what it did. On SQLite
    a write transaction has the whole database already."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            select(func.pg_advisory_xact_lock(func.hashtextextended(host, HOST_LOCK)))
        )


def insert_meeting(
    connection: Connection, meeting: Meeting, *, buffer: timedelta, visitor_key: str | None
) -> None:
    """Raises IntegrityError when the time is taken."""
    values = _meeting_values(meeting, buffer)
    connection.execute(meetings.insert().values(**values, visitor_key=visitor_key))


def update_meeting(connection: Connection, meeting: Meeting, *, buffer: timedelta) -> None:
    """Raises IntegrityError when the time is taken."""
    values = _meeting_values(meeting, buffer)
    connection.execute(meetings.update().where(meetings.c.id == meeting.id).values(**values))


def set_delivered(
    connection: Connection, meeting: Meeting, meet_link: str | None, calendar_link: str | None
) -> bool:
    """Notes what the calendar answered about exactly this state of the meeting; False when it has
    changed since."""
    values: dict[str, Any] = {"meet_link": meet_link, "calendar_link": calendar_link}
    if meeting.status == "pending":
        values["status"] = "confirmed"
    same = and_(meetings.c.id == meeting.id, meetings.c.sequence == meeting.sequence)
    return connection.execute(meetings.update().where(same, _is_open).values(**values)).rowcount > 0


def set_response(connection: Connection, meeting_id: str, response: str) -> None:
    """Notes what the attendee answered in their calendar."""
    connection.execute(
        meetings.update().where(meetings.c.id == meeting_id).values(attendee_response=response)
    )


def open_from(connection: Connection, host: str, now: datetime) -> list[Meeting]:
    """The host's open meetings that have not begun, in order of time."""
    query = select(meetings).where(meetings.c.host == host, _is_open, meetings.c.start_at > now)
    rows = connection.execute(query.order_by(meetings.c.start_at, meetings.c.id))
    return [_meeting(row) for row in rows]


def count_pending(connection: Connection, before: datetime) -> int:
    """How many meetings to come have waited for the calendar since then."""
    query = select(func.count()).where(
        meetings.c.status == "pending", meetings.c.updated_at < before, meetings.c.end_at > before
    )
    return int(connection.execute(query).scalar_one())


def find_meeting(connection: Connection, meeting_id: str, *, lock: bool = False) -> Meeting | None:
    query = select(meetings).where(meetings.c.id == meeting_id)
    return _one(connection, query.with_for_update() if lock else query)


def find_meeting_of_slot(connection: Connection, slot_id: str) -> Meeting | None:
    """The open meeting that was booked from the slot."""
    return _one(connection, select(meetings).where(meetings.c.slot_id == slot_id, _is_open))


# Made once: every turn asks for it.
_FIND_UPCOMING = (
    select(meetings)
    .where(
        meetings.c.conversation_id == bindparam("of_conversation"),
        _is_open,
        meetings.c.end_at > bindparam("now"),
    )
    .order_by(meetings.c.start_at)
    .limit(1)
)


def find_upcoming(connection: Connection, conversation_id: str, now: datetime) -> Meeting | None:
    """The conversation's open meeting that has not ended."""
    row = connection.execute(
        _FIND_UPCOMING, {"of_conversation": conversation_id, "now": now}
    ).first()
    return _meeting(row) if row is not None else None


def has_upcoming_of_visitor(
    connection: Connection, email: str, visitor_key: str | None, now: datetime
) -> bool:
    """Whether the same visitor (same e-mail from the same address) has an open meeting."""
    query = select(meetings.c.id).where(
        meetings.c.attendee_email == email,
        meetings.c.visitor_key.is_not_distinct_from(visitor_key),
        meetings.c.source == "chat",
        _is_open,
        meetings.c.end_at > now,
    )
    return connection.execute(query.limit(1)).first() is not None


def count_made(
    connection: Connection,
    since: datetime,
    *,
    visitor_key: str | None = None,
    email: str | None = None,
    conversation_id: str | None = None,
) -> int:
    """How many meetings visitors made since then, cancelled ones too."""
    query = select(func.count()).where(meetings.c.created_at > since, meetings.c.source == "chat")
    if visitor_key is not None:
        query = query.where(meetings.c.visitor_key == visitor_key)
    if email is not None:
        query = query.where(meetings.c.attendee_email == email)
    if conversation_id is not None:
        query = query.where(meetings.c.conversation_id == conversation_id)
    return int(connection.execute(query).scalar_one())


def open_times(
    connection: Connection, host: str, within: TimeRange, *, without: str | None = None
) -> list[TimeRange]:
    """When the host is in open meetings, leaving one out."""
    query = select(meetings.c.start_at, meetings.c.end_at).where(
        meetings.c.host == host,
        _is_open,
        meetings.c.end_at > within.start,
        meetings.c.start_at < within.end,
    )
    if without is not None:
        query = query.where(meetings.c.id != without)
    return [TimeRange(row.start_at, row.end_at) for row in connection.execute(query)]


def list_meetings(
    connection: Connection,
    conditions: Sequence[ColumnElement[bool]],
    *,
    limit: int,
    after: tuple[datetime, str] | None = None,
) -> MeetingPage:
    """In order of time; `after` is the last one of the page before."""
    query = select(meetings).where(*conditions)
    if after is not None:
        query = query.where(
            tuple_(meetings.c.start_at, meetings.c.id)
            > tuple_(literal(after[0], UtcDateTime), literal(after[1]))
        )
    ordered = query.order_by(meetings.c.start_at, meetings.c.id).limit(limit + 1)
    found = [_meeting(row) for row in connection.execute(ordered)]
    last = found[limit - 1] if len(found) > limit else None
    return MeetingPage(found[:limit], (last.start, last.id) if last else None)


def meetings_of_leads(connection: Connection, lead_ids: Sequence[str]) -> list[Meeting]:
    """Theirs, in order of time."""
    query = select(meetings).where(meetings.c.lead_id.in_(lead_ids))
    rows = connection.execute(query.order_by(meetings.c.start_at, meetings.c.id))
    return [_meeting(row) for row in rows]


def attach_lead(connection: Connection, conversation_id: str, lead_id: str) -> None:
    """Names the lead of the conversation's meetings that have none."""
    connection.execute(
        meetings.update()
        .where(meetings.c.conversation_id == conversation_id, meetings.c.lead_id.is_(None))
        .values(lead_id=lead_id)
    )


def meetings_of_person(
    connection: Connection, *, lead_id: str | None, email: str | None
) -> list[Meeting]:
    """Those of the lead and those with the e-mail address, to be erased."""
    found: dict[str, Meeting] = {}
    for column, value in ((meetings.c.lead_id, lead_id), (meetings.c.attendee_email, email)):
        if value:
            rows = connection.execute(select(meetings).where(column == value).with_for_update())
            found.update((row.id, _meeting(row)) for row in rows)
    return list(found.values())


def forget_visitor(connection: Connection, meeting_id: str) -> None:
    """Removes the digest of the visitor's address."""
    same = meetings.c.id == meeting_id
    connection.execute(meetings.update().where(same).values(visitor_key=None))


def _one(connection: Connection, query: Select[Any]) -> Meeting | None:
    row = connection.execute(query).first()
    return _meeting(row) if row is not None else None


def _meeting(row: Row[Any]) -> Meeting:
    return Meeting(
        id=row.id,
        lead_id=row.lead_id,
        conversation_id=row.conversation_id,
        host=row.host,
        title=row.title,
        start=row.start_at,
        end=row.end_at,
        timezone=row.timezone,
        status=row.status,
        meet_link=row.meet_link,
        attendee_name=row.attendee_name,
        attendee_email=row.attendee_email,
        description=row.description,
        sequence=row.sequence,
        source=row.source,
        created_at=row.created_at,
        updated_at=row.updated_at,
        calendar_link=row.calendar_link,
        guests=tuple(row.guests),
        slot_id=row.slot_id,
        attendee_response=row.attendee_response,
    )


def _meeting_values(meeting: Meeting, buffer: timedelta) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "host": meeting.host,
        "lead_id": meeting.lead_id,
        "conversation_id": meeting.conversation_id,
        "slot_id": meeting.slot_id,
        "title": meeting.title,
        "start_at": meeting.start,
        "end_at": meeting.end,
        "busy_end": meeting.end + buffer,
        "timezone": meeting.timezone,
        "status": meeting.status,
        "meet_link": meeting.meet_link,
        "calendar_link": meeting.calendar_link,
        "attendee_name": meeting.attendee_name,
        "attendee_email": meeting.attendee_email,
        "guests": list(meeting.guests),
        "description": meeting.description,
        "sequence": meeting.sequence,
        "source": meeting.source,
        "created_at": meeting.created_at,
        "updated_at": meeting.updated_at,
        "attendee_response": meeting.attendee_response,
    }
