"""What the grammar builds before it is resolved into findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Days:
    """A day or a range of days (`last` included), as reckoned from the reader's today.

    `at`: an instant; `until`: where a span of hours that begins there ends.

    `weak`: only a date if something beside it says so ("may", "5/4"). `impossible`: a date that
    the calendar does not have. `alternatives`: other first days it may mean.
    """

    first: date
    last: date | None = None
    grain: str = "day"
    part: str | None = None
    alternatives: tuple[date, ...] = ()
    weekday: int | None = None
    weak: bool = False
    impossible: bool = False
    at: datetime | None = None
    until: datetime | None = None
    rule: str = "date"


@dataclass(frozen=True)
class Clock:
    """An hour as it was said. `half` is "am", "pm" or None; `sure` when nothing is missing; `lean`
    is the half that the hours beside it have; `padded`: written with a leading zero."""

    hour: int
    minute: int = 0
    half: str | None = None
    sure: bool = False
    grain: str = "hour"
    zone: str | None = None
    impossible: bool = False
    rule: str = "clock"
    lean: str | None = None
    padded: bool = False


@dataclass
class Phrase:
    """One time expression while it is being put together, as token places and parts.

    `hours_first`: the hour was said before its day. `whole_day`: "all day" was said. `past`: said of what has been ("since").
    `repeats`: how often, as RFC 5545 writes it.
    """

    begin: int
    end: int
    days: Days | None = None
    last_days: Days | None = None
    clock: Clock | None = None
    last_clock: Clock | None = None
    part: str | None = None
    duration: timedelta | None = None
    relation: str = "at"
    any_day: bool = False
    days_from_elsewhere: bool = False
    hours_first: bool = False
    whole_day: bool = False
    past: bool = False
    repeats: str | None = None

    @property
    def impossible(self) -> bool:
        """Whether one of its parts cannot be."""
        parts = (self.days, self.last_days, self.clock, self.last_clock)
        return any(part is not None and part.impossible for part in parts)

    @property
    def says_something(self) -> bool:
        """Whether there is a time in it rather than only words that go with one."""
        return bool(self.days or self.clock or self.part)
