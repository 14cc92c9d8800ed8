"""The database: one engine, SQLite or PostgreSQL, and transactions that join.

`write()` inside `write()` joins the outer transaction, so that a service can be called alone or
as a part of something larger (an idempotent request, a conversation's turn) and all of it is
committed or none. What is to happen only if the commit succeeds is handed to `after_commit`.

A `write()` that returns is on disk. Commits made within `flushed_later()` are so once `flush()`
returns, or with the next `write()` outside of it: one wait for several steps of a turn.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.types import TypeDecorator

from core.errors import Unavailable
from core.write_ahead_log import WriteAheadLog

BUSY_TIMEOUT_SECONDS = 5.0
_RETRY_LATER = timedelta(seconds=5)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes in, aware UTC out; SQLite keeps them naive in UTC, so text order is time
    order."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime was about to be stored")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@dataclass
class _Transaction:
    connection: Connection
    after_commit: list[Callable[[], None]] = field(default_factory=list)


class Database:
    """Gives out connections; knows which dialect it speaks.

    Raises Unavailable from `read` and `write` when the database is locked for longer than
    BUSY_TIMEOUT_SECONDS or cannot be reached.
    """

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.url = make_url(url)
        self.dialect = self.url.get_backend_name()
        self.engine = _engine(url, self.dialect, pool_size)
        # SQLite has one writer. Waiting for it inside this process is done here, where a gevent
        # worker can run others meanwhile; the driver's own waiting would stop the whole loop.
        self._writer = threading.RLock() if self.dialect == "sqlite" else None
        self._log = _log_of(self.url)
        self._current: ContextVar[_Transaction | None] = ContextVar("transaction", default=None)
        self._reading: ContextVar[Connection | None] = ContextVar("reading", default=None)
        self._later: ContextVar[bool] = ContextVar("flushed_later", default=False)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection to read from: the surrounding transaction's, or that of `reads`, if any."""
        outer = self._current.get()
        open_one = outer.connection if outer is not None else self._reading.get()
        if open_one is not None:
            yield open_one
            return
        with _as_unavailable(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def reads(self) -> Iterator[None]:
        """Lets all `read()` within share one connection. Not to be held while waiting for others,
        nor across a `yield`."""
        with self.read() as connection:
            token = self._reading.set(connection)
            try:
                yield
            finally:
                self._reading.reset(token)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction, committed at the end, rolled back on an exception; joins an outer one."""
        outer = self._current.get()
        if outer is not None:
            yield outer.connection
            return
        with _as_unavailable(), self._write_lock(), self.engine.connect() as connection:
            _begin(connection, self.dialect)
            transaction = _Transaction(connection)
            token = self._current.set(transaction)
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                self._current.reset(token)
            if self._log is not None:
                self._log.committed()
        if not self._later.get():
            self.flush()
        for action in transaction.after_commit:
            action()

    @contextmanager
    def flushed_later(self) -> Iterator[None]:
        """Commits made within are not waited for; nobody may be told of them before `flush`."""
        token = self._later.set(True)
        try:
            yield
        finally:
            self._later.reset(token)

    def flush(self) -> None:
        """Returns when everything that was committed is on disk; at once on PostgreSQL, whose
        commits are. Raises Unavailable when the disk does not take it."""
        if self._log is None:
            return
        try:
            self._log.flush()
        except OSError as error:
            raise _disk_full() from error

    def after_commit(self, action: Callable[[], None]) -> None:
        """Runs `action` once the surrounding transaction is committed; at once if there is none."""
        outer = self._current.get()
        if outer is None:
            action()
        else:
            outer.after_commit.append(action)

    def ping(self) -> None:
        """Raises Unavailable when the database does not answer."""
        with self.read() as connection:
            connection.exec_driver_sql("SELECT 1")

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _write_lock(self) -> Iterator[None]:
        if self._writer is None:
            yield
            return
        if not self._writer.acquire(timeout=BUSY_TIMEOUT_SECONDS):
            raise _busy()
        try:
            yield
        finally:
            self._writer.release()


def _log_of(url: URL) -> WriteAheadLog | None:
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return WriteAheadLog(Path(url.database))


def _engine(url: str, dialect: str, pool_size: int) -> Engine:
    if dialect == "sqlite":
        engine = create_engine(
            url,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_timeout=5,
            hide_parameters=True,
        )
        event.listen(engine, "connect", _set_up_sqlite)
        return engine
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_timeout=5,
        pool_pre_ping=True,
        hide_parameters=True,  # an error in the log must not hold what visitors wrote
        connect_args={
            "connect_timeout": 3,
            # synchronous_commit: what is acknowledged is on disk, whatever the server's default
            "options": "-c timezone=UTC -c lock_timeout=5s -c statement_timeout=30s"
            " -c synchronous_commit=on",
        },
    )


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # Transactions are begun by us (BEGIN IMMEDIATE): the driver's implicit ones take the write
    # lock late, in the middle of a transaction, where waiting for it can deadlock.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 50")
    for attempt in range(100):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            break
        except Exception as error:
            if "locked" not in str(error) or attempt == 99:
                raise
            time.sleep(0.05)
    # A commit is written, and put on disk by WriteAheadLog, which also checkpoints.
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA wal_autocheckpoint = 0")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # an erased person is not in freed pages
    cursor.close()


def _begin(connection: Connection, dialect: str) -> None:
    """Opens the transaction; on SQLite waits for another process's lock without stopping others."""
    if dialect != "sqlite":
        connection.begin()
        return
    connection.begin()
    give_up_at = time.monotonic() + BUSY_TIMEOUT_SECONDS
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        except OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > give_up_at:
                raise
            time.sleep(0.02)


def _busy() -> Unavailable:
    return Unavailable(
        "The database is busy. Nothing was saved; please try again in a few seconds.",
        retry_after=_RETRY_LATER,
    )


@contextmanager
def _as_unavailable() -> Iterator[None]:
    """Turns a database that does not answer into our own error; errors of ours pass."""
    try:
        yield
    except DBAPIError as error:
        if not _is_down(error):
            raise
        if _DISK_FULL.search(str(error.orig)):
            raise _disk_full() from error
        raise _busy() from error


def _disk_full() -> Unavailable:
    return Unavailable(
        "The disk is full. Nothing was saved; reading works. The operator must make room.",
        retry_after=timedelta(minutes=1),
    )


_DISK_FULL = re.compile(r"(?i)is full|disk I/O error|no space left")
_SQLITE_DOWN = re.compile(
    r"(?i)locked|busy|is full|disk I/O error|unable to open|readonly database"
)


def _is_down(error: DBAPIError) -> bool:
    """Whether it is the database's state that is at fault, and not our statement."""
    if error.connection_invalidated:
        return True
    if not isinstance(error, OperationalError):
        return False
    is_sqlite = isinstance(error.orig, sqlite3.Error)
    return not is_sqlite or bool(_SQLITE_DOWN.search(str(error.orig)))
