"""Mailing the attendee of a meeting: the outbox handler of `meeting.mail`, and reminders."""

from __future__ import annotations

from datetime import timedelta

from calendar_integration import mail_store, store
from calendar_integration.ics import Organizer
from calendar_integration.links import MeetingLinks
from calendar_integration.mail import MailServer
from calendar_integration.mail_store import Kind
from calendar_integration.mail_words import mail_about
from core.clock import Clock
from core.database import Database
from core.outbox import OutboxMessage


class MeetingMail:
    """Sends each mail once the meeting's row still says what the mail would say.

    A mail counts as sent when the server has accepted it. Who dies between that and the note sends
    it again with the same Message-ID: at least once is all that SMTP offers.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        server: MailServer,
        links: MeetingLinks,
        organizer: Organizer,
    ) -> None:
        self._database = database
        self._clock = clock
        self._server = server
        self._links = links
        self._organizer = organizer

    def handle(self, message: OutboxMessage) -> None:
        """Raises what the server raises; the dispatcher tries again."""
        kind: Kind = message.payload["kind"]
        with self._database.read() as connection:
            meeting = store.find_meeting(connection, message.payload["meeting_id"])
            if meeting is None or mail_store.is_sent(connection, meeting, kind):
                return
        is_as_queued = meeting.sequence == message.payload["sequence"]
        if not is_as_queued or not meeting.attendee_email or meeting.start <= self._clock.now():
            return
        self._server.send(mail_about(meeting, kind, self._links, self._organizer))
        with self._database.write() as connection:
            mail_store.set_sent(connection, meeting, kind, self._clock.now())

    def remind(self, before: timedelta, host: str = "business") -> int:
        """Queues the reminder of every confirmed meeting that begins within `before` and has not
        been booked or moved since that time began; returns how many. Run by a job."""
        now = self._clock.now()
        with self._database.write() as connection:
            return sum(
                mail_store.queue(connection, meeting, "reminder", now)
                for meeting in store.open_from(connection, host, now)
                if meeting.status == "confirmed"
                and meeting.updated_at < meeting.start - before <= now
            )
