"""What is free now: the rules, our own meetings and holds, and the calendar, looked at together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from calendar_integration import availability, offer_store, store
from calendar_integration.calendar import Calendar
from calendar_integration.model import BookingRules, Meeting
from core.clock import Clock
from core.database import Database
from core.values import TimeRange

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class View:
    """What is taken at one moment, as one asker sees it (their own hold takes nothing)."""

    rules: BookingRules
    now: datetime
    busy: list[TimeRange]
    meetings: list[TimeRange]

    def free(
        self, *, within: TimeRange | None = None, duration: timedelta | None = None
    ) -> list[TimeRange]:
        return availability.free_times(
            self.rules,
            self.now,
            busy=self.busy,
            meetings=self.meetings,
            within=within,
            duration=duration,
        )

    def is_bookable(self, wanted: TimeRange) -> bool:
        """Whether a visitor may have exactly this time."""
        return availability.is_bookable(
            self.rules, self.now, wanted, busy=self.busy, meetings=self.meetings
        )

    def is_full(self, wanted: TimeRange) -> bool:
        """Whether that day has all the meetings it may have."""
        return availability.is_full(self.rules, wanted, self.meetings)

    def is_taken(self, wanted: TimeRange, buffer: timedelta) -> bool:
        """Whether something is in the way, whatever the opening hours say."""
        around = wanted.widened(buffer)
        return any(item.overlaps(around) for item in self.busy)


class Schedule:
    """One host's time."""

    def __init__(
        self, database: Database, calendar: Calendar, rules: BookingRules, clock: Clock, host: str
    ) -> None:
        self.rules = rules
        self.host = host
        self._database = database
        self._calendar = calendar
        self._clock = clock

    def external(
        self, around: TimeRange, moving: Meeting | None = None, *, fresh: bool = True
    ) -> list[TimeRange]:
        """What the calendar says, without the meeting that is about to move. Asked before a
        transaction begins: the calendar may be a network away. Raises Unavailable."""
        if self._calendar.confirms_at_once:
            return []  # our own meetings are all it has, and they are looked at anyway
        busy = self._calendar.busy(around.widened(_DAY), fresh=fresh)
        return without(busy, moving.time) if moving is not None and moving.is_open else busy

    def view(
        self,
        *,
        within: TimeRange | None = None,
        conversation_id: str | None = None,
        moving: Meeting | None = None,
    ) -> View:
        """How things are now, for the times within the rules' window or the given one."""
        window = within or self.rules.window(self._clock.now())
        external = self.external(window, moving, fresh=False)
        with self._database.read() as connection:
            return self.view_in(
                connection, window, external, conversation_id=conversation_id, moving=moving
            )

    def view_in(
        self,
        connection: Connection,
        window: TimeRange,
        external: list[TimeRange],
        *,
        conversation_id: str | None = None,
        moving: Meeting | None = None,
    ) -> View:
        """The same within a transaction, from what the calendar had said before it."""
        now = self._clock.now()
        around = window.widened(_DAY)
        ours = store.open_times(
            connection, self.host, around, without=moving.id if moving is not None else None
        )
        held = offer_store.held_times(connection, self.host, now, without=conversation_id)
        return View(self.rules, now, [*external, *ours, *held], ours)


def without(ranges: Iterable[TimeRange], hole: TimeRange) -> list[TimeRange]:
    """The same time less the hole."""
    left: list[TimeRange] = []
    for item in ranges:
        if not item.overlaps(hole):
            left.append(item)
            continue
        if item.start < hole.start:
            left.append(TimeRange(item.start, hole.start))
        if hole.end < item.end:
            left.append(TimeRange(hole.end, item.end))
    return left
