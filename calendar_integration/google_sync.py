"""Bringing back what was changed in Google itself, by sync token, once a minute."""

from __future__ import annotations

import structlog

from calendar_integration import google_store, store
from calendar_integration.calendar import CancelledElsewhere
from calendar_integration.elsewhere import ElsewhereChanges
from calendar_integration.google_access import Access
from calendar_integration.google_calendar import GoogleCalendar, SyncExpired
from calendar_integration.google_events import EventChange, event_id_of
from calendar_integration.model import Meeting
from core.clock import Clock
from core.database import Database

log = structlog.get_logger(__name__)


class GoogleSync:
    """Makes our meetings follow their events. Safe to run again, and in two processes at once."""

    def __init__(
        self,
        database: Database,
        calendar: GoogleCalendar,
        access: Access,
        elsewhere: ElsewhereChanges,
        clock: Clock,
        host: str = "business",
    ) -> None:
        self._database = database
        self._calendar = calendar
        self._access = access
        self._elsewhere = elsewhere
        self._clock = clock
        self._host = host

    def run(self) -> None:
        """Raises Unavailable, UpstreamFailed; then the same changes come again next time."""
        if not self._access.is_connected() or self._access.is_broken():
            return
        with self._database.read() as connection:
            token = google_store.find_sync_token(connection, self._host)
        try:
            changes, token = self._calendar.changes(token)
        except SyncExpired:
            log.info("google_sync_starts_over")
            changes, token = self._calendar.changes(None)
            self._find_deleted(changes)
        self._apply(changes)
        with self._database.write() as connection:
            google_store.put_sync_token(connection, self._host, token, self._clock.now())

    def _apply(self, changes: list[EventChange]) -> None:
        by_event = {event_id_of(meeting.id): meeting for meeting in self._to_come()}
        for change in changes:
            meeting = by_event.get(change.event_id)
            if meeting is not None:
                self._follow(meeting, change)

    def _follow(self, meeting: Meeting, change: EventChange) -> None:
        if change.is_cancelled:
            self._elsewhere.cancelled(meeting.id)
            return
        if change.sequence != meeting.sequence or meeting.status == "pending":
            return  # what we changed since is on its way there, and comes back by itself
        if change.time is not None and change.time != meeting.time:
            self._elsewhere.moved(meeting.id, change.time)
        response = change.responses.get(meeting.attendee_email.lower())
        if response:
            self._elsewhere.answered(meeting.id, response)

    def _find_deleted(self, changes: list[EventChange]) -> None:
        """After a long pause the list no longer names what was deleted: ask for what is missing."""
        listed = {change.event_id for change in changes}
        for meeting in self._to_come():
            if meeting.status == "confirmed" and event_id_of(meeting.id) not in listed:
                try:
                    self._calendar.look_up(meeting)
                except CancelledElsewhere:
                    self._elsewhere.cancelled(meeting.id)

    def _to_come(self) -> list[Meeting]:
        with self._database.read() as connection:
            return store.open_from(connection, self._host, self._clock.now())
