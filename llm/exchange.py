"""One exchange with a server: a request and its answer, over when its time is over.

HTTP libraries count a time-out anew for each read, so that a server which sends a byte now and
then holds a thread without limit. `http_client` asks the exchange in progress before each read,
write and connect how long it may take. What cannot be cut is the system's name look-up.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from typing import TypeVar

from core.clock import Clock

MAX_ANSWER_BYTES = 8 * 1024 * 1024

T = TypeVar("T")


class Exchange:
    """The limits of one request and its answer: `seconds` in all, and MAX_ANSWER_BYTES."""

    def __init__(self, clock: Clock, *, seconds: float, read_timeout_seconds: float) -> None:
        self._clock = clock
        self._ends_at = clock.monotonic() + seconds
        self._bytes_left = MAX_ANSWER_BYTES
        self.read_timeout_seconds = read_timeout_seconds

    def steps(self, iterator: Iterator[T]) -> Iterator[T]:
        """The iterator's items; whatever it does on the network is done within this exchange."""
        while True:
            # Set for the step alone: a generator shares its consumer's context.
            token = _in_progress.set(self)
            try:
                item = next(iterator)
            except StopIteration:
                return
            finally:
                _in_progress.reset(token)
            yield item

    def seconds_left(self) -> float:
        return self._ends_at - self._clock.monotonic()

    def received(self, count: int) -> bool:
        """Counts bytes of the answer; False when it is larger than any real one."""
        self._bytes_left -= count
        return self._bytes_left >= 0


_in_progress: ContextVar[Exchange | None] = ContextVar("exchange", default=None)


def exchange_in_progress() -> Exchange:
    """The exchange whose step this code runs in."""
    exchange = _in_progress.get()
    if exchange is None:
        raise RuntimeError("a request outside of an Exchange has no deadline")
    return exchange
