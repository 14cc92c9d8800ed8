"""The day's budget of model calls, counted in Redis for all processes: no run of messages can
empty the owner's wallet. While Redis is down each process counts for itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from core.clock import Clock
from core.redis_client import RedisClient
from llm.messages import Usage


class DailyBudget:
    """At most so many calls to the provider in a UTC day."""

    def __init__(
        self,
        redis: RedisClient,
        clock: Clock,
        calls_a_day: int,
        on_usage: Callable[[Usage], None],
    ) -> None:
        self._redis = redis
        self._clock = clock
        self._calls_a_day = calls_a_day
        self._on_usage = on_usage
        self._own: dict[str, int] = {}

    def may_spend(self) -> bool:
        """Claims one call; False: the day's are used up."""
        day = self._clock.now().date().isoformat()
        own = self._own = {day: self._own.get(day, 0) + 1}
        key = f"model_calls:{day}"
        counted = self._redis.attempt(lambda client: int(client.incr(key)), own[day])
        if counted == 1:
            self._redis.attempt(lambda client: client.expire(key, timedelta(days=2)), None)
        return counted <= self._calls_a_day

    def spent(self, usage: Usage) -> None:
        self._on_usage(usage)
