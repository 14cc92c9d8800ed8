"""A calendar that is a network away, kept in memory: what any adapter has to do."""

from __future__ import annotations

from calendar_integration.calendar import CalendarEvent
from calendar_integration.model import Meeting
from core.errors import Unavailable
from core.values import TimeRange


class FarCalendar:
    """Holds events by meeting, and other people's appointments; can be down, or down after the
    effect, when nobody hears of it."""

    confirms_at_once = False

    def __init__(self) -> None:
        self.events: dict[str, Meeting] = {}
        self.appointments: list[TimeRange] = []
        self.is_down = False
        self.fails_after_the_effect = False
        self.inserts = 0

    def busy(self, within: TimeRange, *, fresh: bool = False) -> list[TimeRange]:
        self._answer()
        taken = [event.time for event in self.events.values()] + self.appointments
        return sorted(item for item in taken if item.overlaps(within))

    def put(self, meeting: Meeting) -> CalendarEvent:
        self._answer()
        self.inserts += meeting.id not in self.events
        self.events[meeting.id] = meeting
        self._fail_late()
        return CalendarEvent(f"https://meet.example/{meeting.id}", "https://calendar.example/1")

    def look_up(self, meeting: Meeting) -> CalendarEvent:
        self._answer()
        return CalendarEvent(f"https://meet.example/{meeting.id}", "https://calendar.example/1")

    def remove(self, meeting: Meeting) -> None:
        self._answer()
        self.events.pop(meeting.id, None)
        self._fail_late()

    def _answer(self) -> None:
        if self.is_down:
            raise Unavailable("The calendar does not answer.")

    def _fail_late(self) -> None:
        if self.fails_after_the_effect:
            raise Unavailable("The calendar did it, and we were cut off.")
