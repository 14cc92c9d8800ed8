"""The outbox: what must reach another system although that system, or we, may fail meanwhile.

A message is appended in the transaction of the change it tells of, so that both are committed or
none. Dispatchers in any number of processes deliver it at least once; a handler therefore makes
doing it twice the same as doing it once. Messages of one key are delivered in order; append after
locking what the key names, so that the order of ids is the order of the changes. A message that
fails by its own fault is parked after some attempts and the ones behind it go on; one that waits
for a dependency is retried for days. Payloads hold ids, never personal data.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    func,
    select,
    text,
)

from core.clock import Clock
from core.database import Database, UtcDateTime, metadata
from core.errors import TooManyRequests, Unavailable, UpstreamFailed

log = structlog.get_logger(__name__)

_WAITING_SQL = text("delivered_at IS NULL AND parked_at IS NULL")
_BATCH = 20

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("topic", String(64), nullable=False),
    Column("key", String(128)),
    Column("payload", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    # grows with every claim; who finishes must still have the number it claimed with
    Column("attempts", Integer, nullable=False, default=0),
    # attempts that count against the message: its own failures, and processes that died on it
    Column("strikes", Integer, nullable=False, default=0),
    # also the end of the lease of whoever is delivering it
    Column("next_attempt_at", UtcDateTime, nullable=False),
    Column("delivered_at", UtcDateTime),
    Column("parked_at", UtcDateTime),
    Column("last_error", Text),
    Index(
        "ix_outbox_waiting_next_attempt_at",
        "next_attempt_at",
        sqlite_where=_WAITING_SQL,
        postgresql_where=_WAITING_SQL,
    ),
    Index(
        "ix_outbox_waiting_key_id",
        "key",
        "id",
        sqlite_where=_WAITING_SQL,
        postgresql_where=_WAITING_SQL,
    ),
    Index("ix_outbox_delivered_at", "delivered_at"),
    sqlite_autoincrement=True,  # an id is never used again: it is the order
)

_waiting = and_(outbox.c.delivered_at.is_(None), outbox.c.parked_at.is_(None))


@dataclass(frozen=True)
class OutboxMessage:
    """What a handler gets. `id` is the same at every attempt: send it along as the effect's id."""

    id: int
    topic: str
    key: str | None
    payload: dict[str, Any]
    created_at: datetime
    attempts: int


@dataclass(frozen=True)
class OutboxCounts:
    """How things stand; `oldest` is when the oldest waiting message was appended."""

    pending: int
    parked: int
    oldest: datetime | None


@dataclass(frozen=True)
class Delivered:
    """What one run did."""

    delivered: int = 0
    failed: int = 0
    parked: int = 0


class Undeliverable(Exception):
    """Raised by a handler when trying again cannot help: the message is parked at once."""


Handler = Callable[[OutboxMessage], None]


@dataclass(frozen=True)
class RetryRules:
    """How long a lease lasts and how patient we are; waiting grows from `first_wait` to
    `longest_wait`, doubling, and is shortened at random by up to half."""

    lease: timedelta = timedelta(minutes=2)
    first_wait: timedelta = timedelta(seconds=2)
    longest_wait: timedelta = timedelta(minutes=2)
    strikes_at_most: int = 6
    wait_for_dependency: timedelta = timedelta(days=3)

    def wait(self, attempts: int) -> timedelta:
        """Before the next attempt, after so many."""
        doubled: timedelta = self.first_wait * 2 ** min(attempts - 1, 20)
        return min(doubled, self.longest_wait) * random.uniform(0.5, 1.0)


def append(
    connection: Connection,
    topic: str,
    payload: Mapping[str, Any],
    *,
    key: str | None,
    now: datetime,
) -> int:
    """Adds a message to the caller's transaction; returns its id. No key: no order to keep."""
    values = {"topic": topic, "key": key, "payload": dict(payload)}
    row = outbox.insert().values(**values, created_at=now, next_attempt_at=now)
    return int(connection.execute(row.returning(outbox.c.id)).scalar_one())


class Dispatcher:
    """Delivers what is due to the handler of its topic; any number may run, anywhere."""

    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, Handler],
        clock: Clock,
        rules: RetryRules | None = None,
    ) -> None:
        self._database = database
        self._handlers = dict(handlers)
        self._clock = clock
        self._rules = rules or RetryRules()

    def run_due(self, limit: int = 100) -> Delivered:
        """Delivers up to `limit` messages that are due, and returns when there are no more."""
        results: list[str] = []
        while len(results) < limit:
            batch = self._claim(min(_BATCH, limit - len(results)))
            if not batch:
                break
            started = self._clock.monotonic()
            for number, message in enumerate(batch):
                if self._clock.monotonic() - started > self._rules.lease.total_seconds() / 2:
                    self._give_back(batch[number:])
                    break
                results.append(self._deliver(message))
        return Delivered(
            results.count("delivered"), results.count("failed"), results.count("parked")
        )

    def counts(self) -> OutboxCounts:
        """For health and metrics."""
        with self._database.read() as connection:
            pending, oldest = connection.execute(
                select(func.count(), func.min(outbox.c.created_at)).where(_waiting)
            ).one()
            parked = connection.execute(
                select(func.count()).where(outbox.c.parked_at.is_not(None))
            ).scalar_one()
        return OutboxCounts(int(pending), int(parked), oldest)

    def unpark(self, topic: str | None = None) -> int:
        """Lets parked messages (of a topic) be tried again; returns how many."""
        parked = outbox.c.parked_at.is_not(None)
        again = (
            outbox.update()
            .where(parked)
            .values(parked_at=None, strikes=0, next_attempt_at=self._clock.now())
        )
        if topic is not None:
            again = again.where(outbox.c.topic == topic)
        with self._database.write() as connection:
            return connection.execute(again).rowcount

    def forget_delivered(self, before: datetime) -> int:
        """Removes what was delivered before then; returns how many."""
        with self._database.write() as connection:
            old = outbox.c.delivered_at < before
            return connection.execute(outbox.delete().where(old)).rowcount

    def _claim(self, limit: int) -> list[OutboxMessage]:
        """Takes due messages for the length of the lease. Every claim counts as a strike until it
        is known how it ended: what kills the process is parked like what fails."""
        now = self._clock.now()
        with self._database.write() as connection:
            rows = connection.execute(self._due(now, limit)).all()
            poison = [row.id for row in rows if row.strikes >= self._rules.strikes_at_most]
            if poison:
                self._park(connection, poison, now, "its delivery never came to an end")
            taken = [row for row in rows if row.strikes < self._rules.strikes_at_most]
            if taken:
                connection.execute(
                    outbox.update()
                    .where(outbox.c.id.in_([row.id for row in taken]))
                    .values(
                        attempts=outbox.c.attempts + 1,
                        strikes=outbox.c.strikes + 1,
                        next_attempt_at=now + self._rules.lease,
                    )
                )
        return [_message(row) for row in taken]

    def _give_back(self, messages: list[OutboxMessage]) -> None:
        """Lets go of what we claimed and have not begun: its lease might end while we work."""
        for message in messages:
            self._update(message, next_attempt_at=self._clock.now(), strikes=outbox.c.strikes - 1)

    def _due(self, now: datetime, limit: int) -> Any:
        """The due messages that no earlier one of their key is waiting before; new ones first, so
        that one that takes long to fail is in nobody's way twice."""
        earlier = outbox.alias("earlier")
        blocked = (
            select(earlier.c.id)
            .where(
                earlier.c.key == outbox.c.key,
                earlier.c.id < outbox.c.id,
                earlier.c.delivered_at.is_(None),
                earlier.c.parked_at.is_(None),
            )
            .exists()
        )
        return (
            select(outbox)
            .where(
                _waiting,
                outbox.c.next_attempt_at <= now,
                outbox.c.topic.in_(self._handlers),
                ~blocked,
            )
            .order_by(outbox.c.attempts, outbox.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=outbox)
        )

    def _deliver(self, message: OutboxMessage) -> str:
        try:
            self._handlers[message.topic](message)
        except Undeliverable as error:
            return self._finish(message, parked=True, error=str(error))
        except (Unavailable, UpstreamFailed, TooManyRequests) as error:
            log.warning("outbox_waits", topic=message.topic, id=message.id, error=error.message)
            return self._later(message, error)
        except Exception as error:  # an edge: one bad message stops no other
            log.exception("outbox_failed", topic=message.topic, id=message.id)
            return self._failed(message, error)
        return self._finish(message)

    def _later(
        self, message: OutboxMessage, error: Unavailable | UpstreamFailed | TooManyRequests
    ) -> str:
        """The dependency is at fault: no strike, until it has been days."""
        if self._clock.now() - message.created_at > self._rules.wait_for_dependency:
            return self._finish(message, parked=True, error=error.message)
        asked_for: timedelta | None = getattr(error, "retry_after", None)
        wait = max(self._rules.wait(message.attempts), asked_for or timedelta(0))
        return self._retry(message, wait, error.message, strikes=outbox.c.strikes - 1)

    def _failed(self, message: OutboxMessage, error: Exception) -> str:
        reason = type(error).__name__  # its text may quote a person; the log has the traceback
        with self._database.read() as connection:
            strikes = connection.execute(
                select(outbox.c.strikes).where(outbox.c.id == message.id)
            ).scalar_one_or_none()
        if strikes is not None and strikes >= self._rules.strikes_at_most:
            return self._finish(message, parked=True, error=reason)
        return self._retry(message, self._rules.wait(message.attempts), reason)

    def _retry(self, message: OutboxMessage, wait: timedelta, error: str, **more: Any) -> str:
        at = self._clock.now() + wait
        self._update(message, next_attempt_at=at, last_error=error[:1000], **more)
        return "failed"

    def _finish(
        self, message: OutboxMessage, *, parked: bool = False, error: str | None = None
    ) -> str:
        now = self._clock.now()
        if not parked:
            self._update(message, delivered_at=now, last_error=None)
            return "delivered"
        with self._database.write() as connection:
            self._park(connection, [message.id], now, error or "")
        return "parked"

    def _update(self, message: OutboxMessage, **values: Any) -> None:
        """Changes the row unless somebody else has claimed it since."""
        ours = and_(outbox.c.id == message.id, outbox.c.attempts == message.attempts, _waiting)
        with self._database.write() as connection:
            connection.execute(outbox.update().where(ours).values(**values))

    @staticmethod
    def _park(connection: Connection, ids: list[int], now: datetime, error: str) -> None:
        log.error("outbox_parked", ids=ids, error=error)
        connection.execute(
            outbox.update()
            .where(outbox.c.id.in_(ids), _waiting)
            .values(parked_at=now, last_error=error[:1000])
        )


def _message(row: Row[Any]) -> OutboxMessage:
    return OutboxMessage(row.id, row.topic, row.key, row.payload, row.created_at, row.attempts + 1)
