"""The values of reporting: what is to be written, what was, and which day it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Kind = Literal["daily", "on_demand"]
DAILY: Kind = "daily"
ON_DEMAND: Kind = "on_demand"

# Leads that are made at one instant are put in an order within it.
INSTANT = timedelta(milliseconds=1)
_DIGEST_BYTES = 8


@dataclass(frozen=True)
class Report:
    """A report there is; `rows` counts the leads, follow-ups and meetings listed in it."""

    id: str
    kind: Kind
    business_date: date
    filename: str
    size: int
    rows: int
    made_at: datetime
    requested_by: str


@dataclass(frozen=True)
class Wanted:
    """What to write: the report of a business day, as things are at `now`.

    `since`: when the daily report before was written. Leads made after that and before the day
    stand in no report yet, and are listed too.
    """

    day: date
    now: datetime
    since: datetime | None = None


@dataclass(frozen=True)
class Written:
    """What stands in the file: how many rows, and of whom (see `People`)."""

    rows: int
    people: bytes


@dataclass(frozen=True)
class Once:
    """A call that is to have one effect however often it is made: its key, and what it asks."""

    key: str
    asks: str


@dataclass(frozen=True)
class BusinessDay:
    """A calendar day of the business: 23, 24 or 25 hours."""

    date: date
    zone: ZoneInfo

    @property
    def start(self) -> datetime:
        return datetime.combine(self.date, time(), tzinfo=self.zone)

    @property
    def end(self) -> datetime:
        """The next day's first instant."""
        return self.later(1).start

    def later(self, days: int) -> BusinessDay:
        """The day so many days after (or, negative, before) it."""
        return BusinessDay(self.date + timedelta(days=days), self.zone)

    def is_over(self, now: datetime) -> bool:
        return now >= self.end

    def until(self, now: datetime) -> datetime:
        """The end of what has happened of it by then; what happens at that instant has."""
        return min(self.end, max(now, self.start) + INSTANT)

    def at_the_time_of(self, now: datetime) -> datetime:
        """This day's instant with the same time on the clock; its end when that day is over."""
        wall = now.astimezone(self.zone).timetz()
        return datetime.combine(self.date, wall)


class People:
    """Who is in a file, as digests: enough to find the files of a person who is to be erased,
    and not enough to tell who else is in them."""

    def __init__(self) -> None:
        self._digests: set[bytes] = set()

    def add(self, *names: str | None) -> None:
        """Lead ids and e-mail addresses; None is nobody."""
        self._digests.update(_digest(name) for name in names if name)

    def as_bytes(self) -> bytes:
        return b"".join(sorted(self._digests))

    @staticmethod
    def has_any(packed: bytes, names: Iterable[str]) -> bool:
        """Whether one of them is among those packed by `as_bytes`."""
        wanted = {_digest(name) for name in names}
        starts = range(0, len(packed), _DIGEST_BYTES)
        return any(packed[start : start + _DIGEST_BYTES] in wanted for start in starts)


def _digest(name: str) -> bytes:
    return hashlib.blake2b(name.strip().casefold().encode(), digest_size=_DIGEST_BYTES).digest()
