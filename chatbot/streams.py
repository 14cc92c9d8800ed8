"""The events of a turn while it runs, for the one who waits and for one who comes back.

The turn writes to a buffer. Whoever asked reads from this process's memory; whoever lost the
connection reads on from Redis, in any process, from the event they saw last.
"""

from __future__ import annotations

import json
import queue
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.redis_client import RedisClient

KEPT_SECONDS = 600
HEARTBEAT_SECONDS = 10.0
POLL_SECONDS = 0.1
LAST = frozenset({"done", "error"})


@dataclass(frozen=True)
class Event:
    """One event of a turn's stream; `number` counts from 1."""

    number: int
    name: str
    data: Mapping[str, Any]

    def as_sse(self, proof: str) -> str:
        body = json.dumps(self.data, ensure_ascii=False)
        return f"id: {self.number}-{proof}\nevent: {self.name}\ndata: {body}\n\n"


class Buffer:
    """The events of one turn. `emit` is called by one thread, `follow` by another."""

    def __init__(self, redis: RedisClient, turn_id: str) -> None:
        self._redis = redis
        self._key = f"stream:{turn_id}"
        self._queue: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._number = 0

    def emit(self, name: str, data: Mapping[str, Any]) -> None:
        self._number += 1
        event = Event(self._number, name, data)
        raw = json.dumps([event.number, name, data], ensure_ascii=False)
        self._redis.attempt(lambda client: client.rpush(self._key, raw), 0)
        if self._number == 1 or name in LAST:
            self._redis.attempt(lambda client: client.expire(self._key, KEPT_SECONDS), None)
        self._queue.put(event)

    def follow(self) -> Iterator[Event | None]:
        """Every event until the last; None now and then when there was nothing for a while."""
        while True:
            try:
                event = self._queue.get(timeout=HEARTBEAT_SECONDS)
            except queue.Empty:
                yield None
                continue
            yield event
            if event.name in LAST:
                return


def resume(
    redis: RedisClient, turn_id: str, after: int, wait_seconds: float
) -> Iterator[Event | None]:
    """The buffered events after that number, waiting for more until the last one.

    Ends without a last event when there is no buffer or nothing more comes: the caller then has
    the database to ask.
    """
    position, quiet_since, last_beat = 0, time.monotonic(), time.monotonic()
    while time.monotonic() - quiet_since < wait_seconds:
        events = _buffered(redis, turn_id, position)
        if not events and position == 0:
            return
        for event in events:
            if event.number > after:
                yield event
            if event.name in LAST:
                return
        if events:
            position += len(events)
            quiet_since = time.monotonic()
        if time.monotonic() - last_beat > HEARTBEAT_SECONDS:
            last_beat = time.monotonic()
            yield None
        time.sleep(POLL_SECONDS)


def _buffered(redis: RedisClient, turn_id: str, position: int) -> list[Event]:
    raws: list[bytes] = redis.attempt(
        lambda client: client.lrange(f"stream:{turn_id}", position, -1), []
    )
    return [Event(number, name, data) for number, name, data in map(json.loads, raws)]
