"""Which times a visitor asked for, as days with a window of the clock: what slot finding needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from understanding.findings import Time
from understanding.reading import Reading

DAYPARTS = {
    "morning": (time(6), time(12)),
    "noon": (time(11, 30), time(14)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), time(22)),
    "night": (time(18), time(23, 59)),
}


@dataclass(frozen=True)
class DayWindow:
    """A day, from `not_before` until `not_after` (None: open); `exact` when a clock time was said."""

    on: date
    not_before: time | None = None
    not_after: time | None = None
    exact: datetime | None = None


@dataclass(frozen=True)
class TimeWish:
    """What was asked for; no ranges: nothing was said."""

    ranges: tuple[DayWindow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ranges)


def wished_times(reading: Reading) -> TimeWish:
    """The days and windows the visitor asked for, in the order of the text."""
    return TimeWish(tuple(window for said in reading.times for window in _windows(said)))


def _windows(said: Time) -> list[DayWindow]:
    if said.start_at is not None:
        return [DayWindow(said.start_at.date(), exact=said.start_at)]
    if said.start_on is None:
        return []
    first, last = DAYPARTS.get(said.part or "", (None, None))
    days = 7 if said.grain == "week" else 1
    return [DayWindow(said.start_on + timedelta(days=n), first, last) for n in range(days)]
