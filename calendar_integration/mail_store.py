"""Which mails about a meeting are due, and which of them a mail server has accepted."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Column, ColumnElement, Connection, Integer, String, Table, select
from sqlalchemy.exc import IntegrityError

from calendar_integration.model import Meeting
from core import outbox
from core.database import UtcDateTime, metadata

TOPIC = "meeting.mail"
Kind = Literal["confirmed", "moved", "cancelled", "reminder"]

mails = Table(
    "mails",
    metadata,
    Column("meeting_id", String(64), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("queued_at", UtcDateTime, nullable=False),
    # when the mail server accepted it; nothing earlier counts as sent
    Column("sent_at", UtcDateTime),
)


def kind_of(meeting: Meeting) -> Kind:
    """What a mail about the meeting's latest change would say."""
    if not meeting.is_open:
        return "cancelled"
    return "moved" if meeting.sequence else "confirmed"


def queue(connection: Connection, meeting: Meeting, kind: Kind, now: datetime) -> bool:
    """Has the mail sent once; False when it is already due or sent."""
    if not meeting.attendee_email:
        return False
    mail = {"meeting_id": meeting.id, "sequence": meeting.sequence, "kind": kind}
    try:
        with connection.begin_nested():
            connection.execute(mails.insert().values(**mail, queued_at=now))
    except IntegrityError:
        return False
    outbox.append(connection, TOPIC, mail, key=f"{meeting.id}:mail", now=now)
    return True


def is_sent(connection: Connection, meeting: Meeting, kind: Kind) -> bool:
    query = select(mails.c.sent_at).where(*_same(meeting, kind))
    return connection.execute(query).scalar_one_or_none() is not None


def set_sent(connection: Connection, meeting: Meeting, kind: Kind, now: datetime) -> None:
    connection.execute(mails.update().where(*_same(meeting, kind)).values(sent_at=now))


def _same(meeting: Meeting, kind: Kind) -> tuple[ColumnElement[bool], ...]:
    columns = mails.c
    return (
        columns.meeting_id == meeting.id,
        columns.sequence == meeting.sequence,
        columns.kind == kind,
    )
