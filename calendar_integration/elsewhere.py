"""Changes that were made in the calendar itself: the meeting follows, and the team hears of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from calendar_integration import store
from calendar_integration.announcing import Announcer
from calendar_integration.exclusion import is_refusal
from calendar_integration.model import Meeting
from core.clock import Clock
from core.database import Database
from core.events import EventBus
from core.values import TimeRange

log = structlog.get_logger(__name__)

_NO_BUFFER = timedelta(0)

Tell = Callable[[Meeting, str], None]


class ElsewhereChanges:
    """Applies what happened in the calendar to our meetings; doing it twice is doing it once.

    `tell` hears of each change, in the transaction that makes it.
    """

    def __init__(self, database: Database, clock: Clock, events: EventBus, tell: Tell) -> None:
        self._database = database
        self._clock = clock
        self._tell = tell
        self._announcer = Announcer(database, clock, events)

    def cancelled(self, meeting_id: str) -> None:
        """The event was deleted: the meeting is cancelled, unless it has begun."""
        with self._database.write() as connection:
            meeting = self._locked(connection, meeting_id)
            if meeting is None:
                return
            changed = meeting.changed(self._clock.now(), status="cancelled")
            store.update_meeting(connection, changed, buffer=_NO_BUFFER)
            self._announcer.changed(connection, changed)
            self._tell(changed, "cancelled")

    def moved(self, meeting_id: str, time: TimeRange) -> None:
        """The event is at another time: so is the meeting, if that time is free with us. If not,
        the event is put back to where the meeting is."""
        with self._database.write() as connection:
            meeting = self._locked(connection, meeting_id)
            if meeting is None or meeting.time == time:
                return
            changed = meeting.changed(self._clock.now(), status=meeting.status, time=time)
            try:
                with connection.begin_nested():
                    store.update_meeting(connection, changed, buffer=_NO_BUFFER)
            except IntegrityError as error:
                if not is_refusal(error):
                    raise
                log.warning("moved_onto_another_meeting", meeting=meeting_id)
                changed = meeting.changed(self._clock.now(), status=meeting.status)
                store.update_meeting(connection, changed, buffer=_NO_BUFFER)
                self._announcer.changed(connection, changed)
                self._tell(changed, "put back: another meeting is at that time")
                return
            self._announcer.changed(connection, changed)
            self._tell(changed, "moved")

    def answered(self, meeting_id: str, response: str) -> None:
        """The attendee accepted or declined the invitation in their own calendar."""
        with self._database.write() as connection:
            meeting = self._locked(connection, meeting_id)
            if meeting is None or meeting.attendee_response == response:
                return
            store.set_response(connection, meeting_id, response)
            if response in ("accepted", "declined", "tentative"):
                self._tell(meeting, f"{response} by the visitor")

    def _locked(self, connection: Connection, meeting_id: str) -> Meeting | None:
        """The meeting, if it can still change."""
        found = store.find_meeting(connection, meeting_id)
        if found is None:
            return None
        store.lock_host(connection, found.host)
        meeting = store.find_meeting(connection, meeting_id, lock=True)
        is_to_come = meeting is not None and meeting.is_open and meeting.start > self._clock.now()
        return meeting if is_to_come else None
