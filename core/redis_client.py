"""Redis, or the stand-in inside this process, behind short time-outs and a breaker.

Redis holds only what may be lost: sessions, locks, limits, live history, stream buffers. When it
does not answer, callers get `redis.RedisError` quickly (at once while the breaker is open) and go
on without it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

import fakeredis
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

T = TypeVar("T")

CONNECT_TIMEOUT_SECONDS = 0.3
SOCKET_TIMEOUT_SECONDS = 0.5
REST_SECONDS = 3.0


class Breaker:
    """After a failure, says "not now" for a while, so that a hanging Redis delays few callers."""

    def __init__(self, rest_seconds: float = REST_SECONDS) -> None:
        self._rest_seconds = rest_seconds
        self._closed_at = 0.0
        self._lock = threading.Lock()

    def is_open(self) -> bool:
        return time.monotonic() < self._closed_at

    def failed(self) -> None:
        with self._lock:
            self._closed_at = time.monotonic() + self._rest_seconds

    def worked(self) -> None:
        if self._closed_at:
            self._closed_at = 0.0


class GuardedConnectionPool(redis.ConnectionPool):
    """A pool that refuses at once while the breaker is open; serves every client made on it,
    Flask-Session's and Flask-Limiter's too."""

    def __init__(self, breaker: Breaker, **kwargs: Any) -> None:
        self.breaker = breaker
        super().__init__(**kwargs)

    def get_connection(self, *args: Any, **kwargs: Any) -> Any:
        if self.breaker.is_open():
            raise redis.ConnectionError("Redis did not answer a moment ago; it is left to rest")
        try:
            return super().get_connection(*args, **kwargs)
        except redis.RedisError:
            self.breaker.failed()
            raise


class GuardedRedis(redis.Redis):
    """A client that tells the breaker of every failed command."""

    def execute_command(self, *args: Any, **options: Any) -> Any:
        breaker = getattr(self.connection_pool, "breaker", None)
        try:
            return super().execute_command(*args, **options)  # type: ignore[no-untyped-call]
        except (redis.ConnectionError, redis.TimeoutError):
            if breaker is not None:
                breaker.failed()
            raise


class RedisClient:
    """The connection to Redis, and whether it is the embedded stand-in."""

    def __init__(self, raw: redis.Redis, *, embedded: bool) -> None:
        self.raw = raw
        self.embedded = embedded

    def attempt(self, command: Callable[[redis.Redis], Any], otherwise: T) -> T:
        """The command's answer, or `otherwise`, of the same type, when Redis does not give one."""
        try:
            answer: T = command(self.raw)
            return answer
        except redis.RedisError:
            return otherwise

    def ping(self) -> bool:
        """Whether Redis answers now."""
        return bool(self.attempt(lambda client: client.ping(), False))

    def close(self) -> None:
        self.raw.close()
        self.raw.connection_pool.disconnect()


def connect(url: str | None) -> RedisClient:
    """The Redis at `url`; None: an embedded one that lives and ends with this process."""
    if url is None:
        return RedisClient(fakeredis.FakeRedis(), embedded=True)
    options: dict[str, Any] = {
        "socket_connect_timeout": CONNECT_TIMEOUT_SECONDS,
        "socket_timeout": SOCKET_TIMEOUT_SECONDS,
        "retry": Retry(NoBackoff(), 1),
        "health_check_interval": 30,
    }
    parsed = redis.connection.parse_url(url)  # type: ignore[no-untyped-call]
    pool = GuardedConnectionPool(Breaker(), **{**options, **parsed})
    return RedisClient(GuardedRedis(connection_pool=pool), embedded=False)
