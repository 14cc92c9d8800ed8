"""Which times a visitor asked for, as days with a window of the clock: what slot finding needs.

"Monday or Tuesday after 3pm" becomes two days from 15:00 on; "mornings" alone becomes the mornings
of the days to come; "not Friday" takes Fridays out. Nothing said, or nothing usable: no ranges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from understanding.findings import Time
from understanding.reading import Reading
from understanding.times.calendar import plus_days
from understanding.times.parts import HOURS
from understanding.times.periods import period_days

_DAYS_AHEAD = 14  # how far "mornings" or "not on Friday" reaches
_MOST_DAYS = 62


@dataclass(frozen=True)
class DayWindow:
    """A day, from `not_before` until `not_after` (None: open); `exact` when an hour was named."""

    on: date
    not_before: time | None = None
    not_after: time | None = None
    exact: datetime | None = None

    @property
    def whole_day(self) -> bool:
        return self.not_before is None and self.not_after is None and self.exact is None


@dataclass(frozen=True)
class TimeWish:
    """What was asked for, in the order of the text; false when nothing was."""

    ranges: tuple[DayWindow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ranges)


def wished_times(reading: Reading) -> TimeWish:
    """The days and windows the visitor asked for, from the reading's own day on."""
    if not reading.times:
        return TimeWish()
    today = _today(reading)
    said = _about_a_meeting([one for one in reading.times if one.relation != "except"])
    refused = {
        day for one in reading.times if one.relation == "except" for day in _days(one, today)
    }
    windows = _windows(said, today, _zone(reading))
    if not windows and refused:
        windows = [DayWindow(day) for day in _ahead(today)]
    kept = [one for one in windows if one.on >= today and one.on not in refused]
    return TimeWish(tuple(dict.fromkeys(kept)))


def _about_a_meeting(said: list[Time]) -> list[Time]:
    """Without months and years where a day or an hour is named too: "we need it by March, can we
    meet Tuesday?" wishes for Tuesday."""
    near = [one for one in said if one.grain not in ("month", "year")]
    return near or said


def _today(reading: Reading) -> date:
    return reading.now.date() if reading.now else date.min


def _zone(reading: Reading) -> tzinfo | None:
    return reading.now.tzinfo if reading.now else None


def _ahead(first: date) -> list[date]:
    return _until(first, plus_days(first, _DAYS_AHEAD - 1) or first)


def _until(first: date, last: date) -> list[date]:
    length = min((last - first).days + 1, _MOST_DAYS)
    return [first + timedelta(days=n) for n in range(max(0, length))]


def _windows(said: Iterable[Time], today: date, zone: tzinfo | None) -> list[DayWindow]:
    """Days with their hours; hours without a day narrow the days that have none."""
    dated: list[DayWindow] = []
    hours: list[DayWindow] = []
    for one in said:
        (dated if one.dated else hours).extend(_of_one(one, today, zone))
    if not dated:
        return [window for one in hours for window in _on_coming_days(one, today)]
    if not hours:
        return dated
    return [narrowed for window in dated for narrowed in _narrowed(window, hours)]


def _on_coming_days(window: DayWindow, today: date) -> Iterator[DayWindow]:
    if window.exact is not None:
        yield window
        return
    for day in _ahead(max(today, date.min)):
        yield replace(window, on=day)


def _narrowed(window: DayWindow, hours: list[DayWindow]) -> Iterator[DayWindow]:
    if not window.whole_day:
        yield window
        return
    for one in hours:
        exact = None
        if one.exact is not None:
            exact = datetime.combine(window.on, one.exact.time(), tzinfo=one.exact.tzinfo)
        yield replace(one, on=window.on, exact=exact)


def _of_one(said: Time, today: date, zone: tzinfo | None) -> list[DayWindow]:
    if said.start_at is not None or said.end_at is not None:
        return _of_hours(said, today, zone)
    first, last = HOURS.get(_part(said), (None, None)) if said.part else (None, None)
    return [DayWindow(day, first, last) for day in _days(said, today)]


def _part(said: Time) -> str:
    """The part with its "early" or "late", which the rule's name keeps."""
    fine = said.rule.rpartition(".")[2]
    return fine if fine in HOURS else said.part or ""


def _of_hours(said: Time, today: date, zone: tzinfo | None) -> list[DayWindow]:
    start = said.start_at.astimezone(zone or said.start_at.tzinfo) if said.start_at else None
    end = said.end_at.astimezone(zone or said.end_at.tzinfo) if said.end_at else None
    if start is not None and said.rule == "time.now":
        return [DayWindow(start.date(), start.time())]
    if start is not None and said.relation == "at":
        return [DayWindow(start.date(), exact=start)]
    day = (start or end or datetime.min).date()
    until = end.time() if end else None
    if start is not None and end is not None and end.date() > day:
        until = None if said.rule != "time.daily" else until
    days = [day]
    if said.rule == "time.daily" and end is not None:
        days = _until(day, end.date())
    elif said.rule == "time.shift" and said.relation == "before" and end is not None:
        days = _until(today, end.date())
    return [DayWindow(one, start.time() if start else None, until) for one in days]


def _days(said: Time, today: date) -> list[date]:
    """All the days of a finding without hours."""
    if said.start_on is None:
        if said.end_on is None:
            return [moment.date() for moment in (said.start_at, said.end_at) if moment][:1]
        last = said.end_on if _includes_end(said) else plus_days(said.end_on, -1) or said.end_on
        return _until(today, last)
    if said.relation == "after" and said.end_on is None:
        first = said.start_on if said.rule.endswith(".from") else plus_days(said.start_on, 1)
        return _ahead(max(first or said.start_on, today))
    return _until(said.start_on, said.end_on or period_days(said.start_on, said.grain))


def _includes_end(said: Time) -> bool:
    """Whether a limit reaches to the end of its day: "by Friday" does, "before Friday" does not."""
    return not said.text.lower().startswith(("before", "vor ", "avant", "antes", "prior"))
