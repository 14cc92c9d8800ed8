"""Which times are free: pure functions of the rules, what is taken, and the present instant.

An instant is open when the business's wall clock then shows an opening hour. So on the day the
clocks go forward no slot begins at a time that does not exist, and on the day they go back each
instant of the repeated hour is offered once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from calendar_integration.hours import BusinessHours
from calendar_integration.model import BookingRules
from core.values import TimeRange, merged

_DAY = timedelta(days=1)
_FINE_STEP = timedelta(minutes=15)
_STEP = timedelta(minutes=30)
_WAKING = range(7, 21)  # nobody is offered a call at three in the morning while others are free
_EXACT_TO = timedelta(minutes=5)


def free_times(
    rules: BookingRules,
    now: datetime,
    *,
    busy: Iterable[TimeRange] = (),
    meetings: Iterable[TimeRange] = (),
    within: TimeRange | None = None,
    duration: timedelta | None = None,
) -> list[TimeRange]:
    """The bookable times in order, on a grid from the opening of each period, in UTC.

    `busy` is everything that takes time; `meetings` are those of ours that count for the maximum
    per day. `within` and `duration` narrow and change what the rules say.
    """
    duration = duration or rules.duration
    window = _intersection(rules.window(now), within)
    if window is None:
        return []
    taken = _Taken(busy, rules.buffer)
    full = _full_days(rules, meetings)
    days = _days(window, rules.zone)
    open_times = _OpenTimes(rules.hours, rules.zone, days)
    found: list[TimeRange] = []
    for start in open_times.starts(_grid(duration)):
        if not window.start <= start < window.end:
            continue
        end = start + duration
        if within is not None and end > within.end:
            continue
        if not open_times.covers(start, end) or taken.overlaps(start, end):
            continue
        if full and rules.day_of(start) in full:
            continue
        found.append(TimeRange(start, end))
    return found


def is_bookable(
    rules: BookingRules,
    now: datetime,
    wanted: TimeRange,
    *,
    busy: Iterable[TimeRange] = (),
    meetings: Iterable[TimeRange] = (),
) -> bool:
    """Whether a visitor may have exactly this time, on the grid or not (to five minutes)."""
    window = rules.window(now)
    if not window.start <= wanted.start < window.end or not _is_round(wanted.start):
        return False
    days = _days(wanted, rules.zone)
    return (
        _OpenTimes(rules.hours, rules.zone, days).covers(wanted.start, wanted.end)
        and not _Taken(busy, rules.buffer).overlaps(wanted.start, wanted.end)
        and not is_full(rules, wanted, meetings)
    )


def is_full(rules: BookingRules, wanted: TimeRange, meetings: Iterable[TimeRange]) -> bool:
    """Whether the day of that time has all the meetings it may have."""
    return rules.day_of(wanted.start) in _full_days(rules, meetings)


def spread(slots: Sequence[TimeRange], count: int, zone: ZoneInfo) -> list[TimeRange]:
    """A few good ones of the next days that have any, in order: over the days first, then over
    the halves of the day."""
    if len(slots) <= count:
        return list(slots)
    choices = _first_days(slots, 2 * count, zone)
    chosen: list[_Choice] = []
    days: Counter[date] = Counter()
    halves: Counter[bool] = Counter()
    for _ in range(count):
        best = min(
            choices,
            key=lambda c: (days[c.day], -c.gap(chosen), halves[c.afternoon], c.day, c.awkward),
        )
        choices.remove(best)
        chosen.append(best)
        days[best.day] += 1
        halves[best.afternoon] += 1
    return sorted(choice.slot for choice in chosen)


def by_day(slots: Iterable[TimeRange], zone: ZoneInfo) -> list[TimeRange]:
    """The ones that begin in the waking hours of `zone`; all of them when none does."""
    every = list(slots)
    return [one for one in every if one.start.astimezone(zone).hour in _WAKING] or every


def nearest(slots: Iterable[TimeRange], wanted: datetime, count: int) -> list[TimeRange]:
    """The ones that begin closest to `wanted`, in order of time."""
    return sorted(sorted(slots, key=lambda slot: (abs(slot.start - wanted), slot.start))[:count])


class _Taken:
    """Looks up quickly whether a time, with the buffer around it, meets anything taken."""

    def __init__(self, busy: Iterable[TimeRange], buffer: timedelta) -> None:
        ranges = merged(busy)
        self._starts = [item.start for item in ranges]
        self._ends = [item.end for item in ranges]
        self._buffer = buffer

    def overlaps(self, start: datetime, end: datetime) -> bool:
        before_our_end = bisect_left(self._starts, end + self._buffer)
        return before_our_end > 0 and self._ends[before_our_end - 1] > start - self._buffer


class _OpenTimes:
    """The open instants of some days, and where slots may begin."""

    def __init__(self, hours: BusinessHours, zone: ZoneInfo, days: Iterable[date]) -> None:
        self._parts = sorted(part for day in days for part in _open_parts(hours, zone, day))
        whole = merged(TimeRange(start, end) for start, end, _ in self._parts)
        self._starts = [item.start for item in whole]
        self._ends = [item.end for item in whole]

    def starts(self, step: timedelta) -> Iterator[datetime]:
        """Every `step` from the opening by the wall clock, each instant once."""
        for start, end, opening in self._parts:
            instant = opening if opening >= start else opening - (opening - start) // step * step
            while instant < end:
                yield instant
                instant += step

    def covers(self, start: datetime, end: datetime) -> bool:
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and end <= self._ends[place]


def _open_parts(
    hours: BusinessHours, zone: ZoneInfo, day: date
) -> Iterator[tuple[datetime, datetime, datetime]]:
    """(start, end, opening) of each stretch of open time of a day during which the wall clock
    runs evenly; `opening` is when the period opens by that stretch's clock."""
    periods = hours.on(day)
    if not periods:
        return
    midnight = datetime.combine(day, time(), UTC)
    for offset, lower, upper in _even_stretches(zone, day):
        for period in periods:
            opening = midnight + timedelta(minutes=period.start) - offset
            start = max(opening, lower) if lower else opening
            closing = midnight + timedelta(minutes=period.end) - offset
            end = min(closing, upper) if upper else closing
            if start < end:
                yield start, end, opening


def _even_stretches(
    zone: ZoneInfo, day: date
) -> list[tuple[timedelta, datetime | None, datetime | None]]:
    """(UTC offset, from, until) of the stretches of a local day: one, or two around a change."""
    before = _offset(datetime.combine(day, time(), zone))
    after = _offset(datetime.combine(day + _DAY, time(), zone))
    if before == after:
        return [(before, None, None)]
    change = _change(zone, day, after)
    return [(before, None, change), (after, change, None)]


def _change(zone: ZoneInfo, day: date, after: timedelta) -> datetime:
    """The instant from which the clocks of that day show the offset `after`, to the second."""
    midnight = datetime.combine(day, time(), UTC)
    low, high = midnight - _DAY, midnight + 2 * _DAY
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if _offset(middle.astimezone(zone)) == after:
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or timedelta(0)


def _grid(duration: timedelta) -> timedelta:
    return _FINE_STEP if duration < _STEP else _STEP


def _is_round(instant: datetime) -> bool:
    return (instant - datetime(1970, 1, 1, tzinfo=UTC)) % _EXACT_TO == timedelta(0)


def _days(window: TimeRange, zone: ZoneInfo) -> list[date]:
    """The local days a window touches, and one more on each side for hours over midnight."""
    first = window.start.astimezone(zone).date() - _DAY
    last = window.end.astimezone(zone).date() + _DAY
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _full_days(rules: BookingRules, meetings: Iterable[TimeRange]) -> frozenset[date]:
    if not rules.per_day_maximum:
        return frozenset()
    counts = Counter(rules.day_of(meeting.start) for meeting in meetings)
    return frozenset(day for day, count in counts.items() if count >= rules.per_day_maximum)


def _intersection(one: TimeRange, other: TimeRange | None) -> TimeRange | None:
    if other is None:
        return one
    start, end = max(one.start, other.start), min(one.end, other.end)
    return TimeRange(start, end) if start < end else None


def _first_days(slots: Iterable[TimeRange], days: int, zone: ZoneInfo) -> list[_Choice]:
    found: list[_Choice] = []
    seen: set[date] = set()
    for slot in slots:
        choice = _Choice(slot, zone)
        seen.add(choice.day)
        if len(seen) > days:
            break
        found.append(choice)
    return found


class _Choice:
    """A slot as `spread` sees it."""

    _GOOD_HOURS = (10.0, 14.0)
    _FAR_ENOUGH = timedelta(hours=2)

    def __init__(self, slot: TimeRange, zone: ZoneInfo) -> None:
        local = slot.start.astimezone(zone)
        hour = local.hour + local.minute / 60
        self.slot = slot
        self.day = local.date()
        self.afternoon = local.hour >= 12
        self.awkward = (abs(hour - self._GOOD_HOURS[self.afternoon]), slot.start)

    def gap(self, chosen: Iterable[_Choice]) -> timedelta:
        """The distance to the closest one chosen already, as far as it matters."""
        gaps = (abs(self.slot.start - other.slot.start) for other in chosen)
        return min([self._FAR_ENOUGH, *gaps])
