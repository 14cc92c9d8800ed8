"""A circuit breaker: after enough failures in a row nobody is sent to a service that is down."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from core.clock import Clock

BreakerState = Literal["closed", "open", "half_open"]

_LONGEST_WISH = timedelta(minutes=5)


@dataclass(frozen=True)
class BreakerPolicy:
    """When to stop asking, for how long, and how long a probe may take."""

    failures: int = 5
    open_seconds: float = 30.0
    probe_seconds: float = 30.0


@dataclass(frozen=True)
class BreakerView:
    """What health shows."""

    state: BreakerState
    failures_in_a_row: int
    last_error: str | None
    last_failure_at: datetime | None
    last_success_at: datetime | None


class CircuitBreaker:
    """Closed: all may pass. Open: none. Half open: one at a time, to see whether it is back.

    Knows only what this process has seen, which is enough: each process learns in a few calls.
    """

    def __init__(self, clock: Clock, policy: BreakerPolicy) -> None:
        self._clock = clock
        self._policy = policy
        self._lock = threading.Lock()
        self._failures = 0
        self._opens_again_at: float | None = None  # None: closed
        self._probe_until: float | None = None
        self._last_error: str | None = None
        self._last_failure_at: datetime | None = None
        self._last_success_at: datetime | None = None

    def admit(self) -> bool | None:
        """True: pass. False: pass, as the one probe. None: keep away."""
        now = self._clock.monotonic()
        with self._lock:
            if self._opens_again_at is None:
                return True
            probed = self._probe_until is not None and now < self._probe_until
            if now < self._opens_again_at or probed:
                return None
            self._probe_until = now + self._policy.probe_seconds
            return False

    def seconds_closed_off(self) -> float:
        """How long it stays open from now on; 0 when a call or a probe may pass."""
        with self._lock:
            if self._opens_again_at is None:
                return 0.0
            return max(0.0, self._opens_again_at - self._clock.monotonic())

    def succeeded(self) -> None:
        """The service answered as it should."""
        with self._lock:
            self._last_success_at = self._clock.now()
            self._close()

    def answered(self, error: Exception) -> None:
        """The service is there, though its answer is of no use."""
        with self._lock:
            self._note(error)
            self._close()

    def failed(self, error: Exception, retry_after: timedelta | None = None) -> None:
        """The service is not there; `retry_after` is its own wish."""
        with self._lock:
            self._note(error)
            self._failures += 1
            probing = self._opens_again_at is not None
            if probing or self._failures >= self._policy.failures:
                wish = min(retry_after or timedelta(), _LONGEST_WISH).total_seconds()
                seconds = max(self._policy.open_seconds, wish)
                self._opens_again_at = self._clock.monotonic() + seconds
                self._probe_until = None

    def gave_up_probe(self) -> None:
        """The probe ended without a verdict; the next caller may be one."""
        with self._lock:
            self._probe_until = None

    def view(self) -> BreakerView:
        with self._lock:
            return BreakerView(
                self._state(),
                self._failures,
                self._last_error,
                self._last_failure_at,
                self._last_success_at,
            )

    def _state(self) -> BreakerState:
        if self._opens_again_at is None:
            return "closed"
        return "open" if self._clock.monotonic() < self._opens_again_at else "half_open"

    def _note(self, error: Exception) -> None:
        self._last_error = type(error).__name__
        self._last_failure_at = self._clock.now()

    def _close(self) -> None:
        self._failures = 0
        self._opens_again_at = None
        self._probe_until = None
