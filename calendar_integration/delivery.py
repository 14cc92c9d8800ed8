"""Delivering meetings to the calendar: the outbox handler of `meeting.changed`."""

from __future__ import annotations

from calendar_integration import store
from calendar_integration.announcing import TOPIC as TOPIC
from calendar_integration.announcing import Announcer
from calendar_integration.calendar import Calendar
from calendar_integration.model import Meeting
from core.clock import Clock
from core.database import Database
from core.events import EventBus
from core.outbox import OutboxMessage


class MeetingDelivery:
    """Makes the calendar say of a meeting what the row says now, and notes its answer.

    The row as it is now is delivered, not as it was when the message was written: a message that
    comes twice or late does no harm, and the last one settles it.
    """

    def __init__(
        self, database: Database, calendar: Calendar, clock: Clock, events: EventBus
    ) -> None:
        self._database = database
        self._calendar = calendar
        self._announcer = Announcer(database, clock, events)

    def handle(self, message: OutboxMessage) -> None:
        """Raises what the calendar raises; the dispatcher tries again."""
        with self._database.read() as connection:
            meeting = store.find_meeting(connection, message.payload["meeting_id"])
        if meeting is None:
            return
        if meeting.is_open:
            self._put(meeting)
        else:
            self._calendar.remove(meeting)

    def _put(self, meeting: Meeting) -> None:
        event = self._calendar.put(meeting)
        known = (meeting.meet_link, meeting.calendar_link)
        if meeting.status == "confirmed" and known == (event.meet_link, event.calendar_link):
            return
        with self._database.write() as connection:
            if store.set_delivered(connection, meeting, event.meet_link, event.calendar_link):
                confirmed = store.find_meeting(connection, meeting.id)
                self._announcer.publish(confirmed or meeting)
