"""The only place that asks what time it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that only grow, for deadlines and durations."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class SettableClock:
    """A clock that stands where it was put, for tests and for replaying a day."""

    def __init__(self, now: datetime) -> None:
        self._now = now.astimezone(UTC)
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, by: timedelta) -> None:
        """Lets that much time pass."""
        self._now += by
        self._seconds += by.total_seconds()

    def set(self, now: datetime) -> None:
        """Puts the clock somewhere else; `monotonic` does not go back."""
        self._seconds += max(0.0, (now - self._now).total_seconds())
        self._now = now.astimezone(UTC)
