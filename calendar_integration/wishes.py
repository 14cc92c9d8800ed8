"""Narrowing free times to what a visitor asked for ("tomorrow afternoon", "Friday at 3")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.values import TimeRange
from understanding.wishes import DayWindow, TimeWish


def narrowed(
    slots: Iterable[TimeRange], wish: TimeWish | None, visitor_zone: ZoneInfo
) -> list[TimeRange]:
    """The ones that meet the wish, whole; all of them when nothing was wished."""
    if not wish:
        return list(slots)
    windows = [_Window(item, visitor_zone) for item in wish.ranges]
    return [slot for slot in slots if any(window.fits(slot) for window in windows)]


def exact_times(wish: TimeWish | None) -> list[datetime]:
    """The instants that were named to the minute, in UTC, in the order of the text."""
    ranges = wish.ranges if wish else ()
    return [item.exact.astimezone(UTC) for item in ranges if item.exact is not None]


def target_of(wish: TimeWish, visitor_zone: ZoneInfo) -> datetime:
    """The instant the wish is about, to find alternatives near it."""
    return min(_Window(item, visitor_zone).start for item in wish.ranges)


class _Window:
    """A DayWindow as instants. A wall time that does not exist begins when the clocks have
    changed; of one that exists twice a window begins with the first and ends with the second."""

    def __init__(self, item: DayWindow, zone: ZoneInfo) -> None:
        midnight = datetime.combine(item.on, time(), zone)
        next_day = datetime.combine(item.on + timedelta(days=1), time(), zone)
        self._exact = item.exact.astimezone(UTC) if item.exact is not None else None
        self._first = _at(midnight, item.not_before) if item.not_before else _utc(midnight)
        self._last = _at(midnight, item.not_after, fold=1) if item.not_after else _utc(next_day)
        # "until 23:59" is said for the whole evening
        if item.not_after is not None and item.not_after >= time(23, 59):
            self._last = _utc(next_day)
        self._day_end = _utc(next_day)
        self._open_ended = item.not_after is None

    @property
    def start(self) -> datetime:
        return self._exact or self._first

    def fits(self, slot: TimeRange) -> bool:
        if self._exact is not None:
            return slot.start == self._exact
        if slot.start < self._first or slot.start >= self._day_end:
            return False
        return self._open_ended or slot.end <= self._last


def _at(midnight: datetime, clock: time, *, fold: int = 0) -> datetime:
    return _utc(datetime.combine(midnight.date(), clock.replace(fold=fold), midnight.tzinfo))


def _utc(local: datetime) -> datetime:
    return local.astimezone(UTC)


def meets(slots: Sequence[TimeRange], wish: TimeWish | None, visitor_zone: ZoneInfo) -> bool:
    """Whether any of the times is what was asked for: if not, say so when showing them."""
    return bool(narrowed(slots, wish, visitor_zone))
