"""The port to the calendar in which the business lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from calendar_integration.model import Meeting
from core.errors import Conflict
from core.values import TimeRange


@dataclass(frozen=True)
class CalendarEvent:
    """A meeting's image in the calendar. `awaits_link`: the calendar is still making the link to
    the video meeting; ask again with `look_up`."""

    meet_link: str | None
    calendar_link: str | None
    awaits_link: bool = False


class CancelledElsewhere(Conflict):
    """Somebody deleted the meeting's event in the calendar itself."""


class Calendar(Protocol):
    """The business's calendar.

    `put` and `remove` are called by the outbox, at least once and perhaps again after a crash:
    calling them twice with the same meeting (id and sequence) leaves what calling once leaves.
    """

    @property
    def confirms_at_once(self) -> bool:
        """Whether our committed row is the event, so that nobody else has to say yes."""

    def busy(self, within: TimeRange, *, fresh: bool = False) -> list[TimeRange]:
        """When the calendar is taken; `fresh`: as it is now, and not as it was a moment ago.
        Raises Unavailable."""

    def put(self, meeting: Meeting) -> CalendarEvent:
        """Makes the event of the meeting, or makes it as the meeting is now. Raises Unavailable,
        UpstreamFailed, CancelledElsewhere."""

    def look_up(self, meeting: Meeting) -> CalendarEvent:
        """The event as it is. Raises Unavailable, UpstreamFailed, CancelledElsewhere."""

    def remove(self, meeting: Meeting) -> None:
        """Takes the event out; fine when there is none. Raises Unavailable, UpstreamFailed."""
