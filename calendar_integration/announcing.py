"""Telling the rest of the system that a meeting changed, in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from calendar_integration import mail_store
from calendar_integration.model import Meeting
from core import outbox
from core.clock import Clock
from core.database import Database
from core.events import EventBus, MeetingChanged

TOPIC = "meeting.changed"


class Announcer:
    """An outbox row for what must happen, an event after the commit for what may.

    `mails` tells whether we write to the attendee, because no calendar invites them.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        events: EventBus,
        mails: Callable[[], bool] = lambda: False,
    ) -> None:
        self._database = database
        self._clock = clock
        self._events = events
        self._mails = mails

    def changed(self, connection: Connection, meeting: Meeting) -> None:
        payload = {
            "meeting_id": meeting.id,
            "sequence": meeting.sequence,
            "status": meeting.status,
        }
        outbox.append(connection, TOPIC, payload, key=meeting.id, now=self._clock.now())
        if self._mails():
            kind = mail_store.kind_of(meeting)
            mail_store.queue(connection, meeting, kind, self._clock.now())
        self.publish(meeting)

    def publish(self, meeting: Meeting) -> None:
        """The event alone, once the surrounding transaction is committed."""
        event = MeetingChanged(meeting.id, meeting.lead_id, meeting.status)
        self._database.after_commit(lambda: self._events.publish(event))
