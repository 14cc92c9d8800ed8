"""Delivering meetings to the calendar: the outbox handlers of `meeting.changed` and
`meeting.link`."""

from __future__ import annotations

from datetime import timedelta

from calendar_integration import store
from calendar_integration.announcing import TOPIC as TOPIC
from calendar_integration.announcing import Announcer
from calendar_integration.calendar import Calendar, CalendarEvent, CancelledElsewhere
from calendar_integration.elsewhere import ElsewhereChanges
from calendar_integration.model import Meeting
from core import outbox
from core.clock import Clock
from core.database import Database
from core.errors import Unavailable
from core.events import EventBus
from core.outbox import OutboxMessage, Undeliverable

LINK_TOPIC = "meeting.link"
_LINK_AGAIN = timedelta(seconds=3)
_LINK_PATIENCE = timedelta(hours=1)


class MeetingDelivery:
    """Makes the calendar say of a meeting what the row says now, and notes its answer.

    The row as it is now is delivered, not as it was when the message was written: a message that
    comes twice or late does no harm, and the last one settles it.
    """

    def __init__(
        self,
        database: Database,
        calendar: Calendar,
        clock: Clock,
        events: EventBus,
        elsewhere: ElsewhereChanges | None = None,
    ) -> None:
        self._database = database
        self._calendar = calendar
        self._clock = clock
        self._announcer = Announcer(database, clock, events)
        self._elsewhere = elsewhere or ElsewhereChanges(
            database, clock, events, lambda meeting, what: None
        )

    def handle(self, message: OutboxMessage) -> None:
        """Raises what the calendar raises; the dispatcher tries again."""
        meeting = self._find(message)
        if meeting is None:
            return
        if not meeting.is_open:
            self._calendar.remove(meeting)
            return
        try:
            event = self._calendar.put(meeting)
        except CancelledElsewhere:
            self._elsewhere.cancelled(meeting.id)
        else:
            self._note(meeting, event)

    def handle_link(self, message: OutboxMessage) -> None:
        """Looks for the link to the video meeting that the calendar was still making."""
        meeting = self._find(message)
        if meeting is None or not meeting.is_open or meeting.meet_link is not None:
            return
        try:
            event = self._calendar.look_up(meeting)
        except CancelledElsewhere:
            self._elsewhere.cancelled(meeting.id)
            return
        if not event.awaits_link:
            self._note(meeting, event)
        elif self._clock.now() - message.created_at > _LINK_PATIENCE:
            raise Undeliverable("The calendar never finished the link to the video meeting.")
        else:
            raise Unavailable(
                "The link to the video meeting is being made.", retry_after=_LINK_AGAIN
            )

    def _find(self, message: OutboxMessage) -> Meeting | None:
        with self._database.read() as connection:
            return store.find_meeting(connection, message.payload["meeting_id"])

    def _note(self, meeting: Meeting, event: CalendarEvent) -> None:
        known = (meeting.meet_link, meeting.calendar_link)
        is_news = meeting.status != "confirmed" or known != (event.meet_link, event.calendar_link)
        if not is_news and not event.awaits_link:
            return
        with self._database.write() as connection:
            if store.set_delivered(connection, meeting, event.meet_link, event.calendar_link):
                confirmed = store.find_meeting(connection, meeting.id)
                self._announcer.publish(confirmed or meeting)
            if event.awaits_link:
                outbox.append(
                    connection,
                    LINK_TOPIC,
                    {"meeting_id": meeting.id},
                    key=f"{meeting.id}:link",
                    now=self._clock.now(),
                )
