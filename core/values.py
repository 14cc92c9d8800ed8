"""Small immutable values that every feature speaks of."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo, available_timezones

from core.errors import InvalidInput

_ZONES = frozenset(available_timezones())

_LOST_PLUS = re.compile(r"(\d[T ]\d{2}:\d{2}\S*) (\d{2}:?\d{2})$")


@dataclass(frozen=True, order=True)
class TimeRange:
    """From `start` up to, not including, `end`; both aware."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a TimeRange needs aware datetimes")
        if self.end <= self.start:
            raise ValueError("a TimeRange ends after it starts")

    @property
    def duration(self) -> timedelta:
        return self.end - self.start

    def overlaps(self, other: TimeRange) -> bool:
        """Whether they share an instant; touching ends do not."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: TimeRange) -> bool:
        return self.start <= other.start and other.end <= self.end

    def widened(self, by: timedelta) -> TimeRange:
        """The same range with `by` more on both sides."""
        return TimeRange(self.start - by, self.end + by)


@dataclass(frozen=True)
class Money:
    """An amount in minor units (cents) of an ISO 4217 currency with two decimals."""

    minor: int
    currency: str

    def __str__(self) -> str:
        return f"{Decimal(self.minor) / 100:.2f} {self.currency}"


def merged(ranges: Iterable[TimeRange]) -> list[TimeRange]:
    """The same time covered by the fewest ranges, in order."""
    result: list[TimeRange] = []
    for item in sorted(ranges):
        if result and item.start <= result[-1].end:
            last = result.pop()
            item = TimeRange(last.start, max(last.end, item.end))
        result.append(item)
    return result


def zone_named(name: str, *, field: str = "timezone") -> ZoneInfo:
    """The IANA zone of that name. Raises InvalidInput."""
    if name not in _ZONES:
        raise InvalidInput.of(field, "is no IANA time zone; use a name such as Europe/Berlin")
    return ZoneInfo(name)


def new_id(prefix: str) -> str:
    """An unguessable id of 160 random bits, e.g. `lead_f3k…`; safe in URLs and file names."""
    return f"{prefix}_{secrets.token_hex(20)}"


def with_its_plus(text: str) -> str:
    """An instant from a query: where nobody encoded the plus of its offset it came as a space."""
    return _LOST_PLUS.sub(r"\1+\2", text)


def rfc3339(instant: datetime) -> str:
    """RFC 3339 in UTC with whole seconds, e.g. 2026-11-21T12:00:00+00:00."""
    return instant.astimezone(UTC).isoformat(timespec="seconds")
