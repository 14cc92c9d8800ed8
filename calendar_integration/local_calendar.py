"""The built-in calendar: our own meetings are all there is."""

from __future__ import annotations

from calendar_integration import store
from calendar_integration.calendar import CalendarEvent
from calendar_integration.model import Meeting
from core.database import Database
from core.values import TimeRange, merged


class LocalCalendar:
    """A `Calendar` over the meetings of one host; a meeting is confirmed once it is committed."""

    confirms_at_once = True

    def __init__(self, database: Database, host: str = "business") -> None:
        self._database = database
        self._host = host

    def busy(self, within: TimeRange, *, fresh: bool = False) -> list[TimeRange]:
        with self._database.read() as connection:
            return merged(store.open_times(connection, self._host, within))

    def put(self, meeting: Meeting) -> CalendarEvent:
        return CalendarEvent(meeting.meet_link, meeting.calendar_link)

    def look_up(self, meeting: Meeting) -> CalendarEvent:
        return self.put(meeting)

    def remove(self, meeting: Meeting) -> None:
        """The cancelled row no longer takes time: nothing is left to do."""
