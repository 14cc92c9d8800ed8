"""Puts SQLite's write-ahead log on disk: once for all commits that wait for it.

SQLite's own way (`synchronous = FULL`) is a sync within each commit, one after another, with the
write lock held and the whole gevent loop standing still. Here a commit only writes the log; who has
to be sure of it calls `flush`. The sync runs in a thread, and whoever comes meanwhile shares the
next one. The log is written in order, so that a commit on disk has all earlier ones with it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import structlog
from gevent import get_hub, monkey

log = structlog.get_logger(__name__)

CHECKPOINT_EVERY = 200  # commits: about the thousand pages after which SQLite would do it

T = TypeVar("T")


class WriteAheadLog:
    """The log beside the database file at `path`."""

    def __init__(self, path: Path) -> None:
        self._database = path
        self._path = path.with_name(path.name + "-wal")
        self._written = 0
        self._on_disk = 0
        self._checkpointed = 0
        self._guard = threading.Lock()

    def committed(self) -> None:
        """Call it after each commit, with the write lock held."""
        self._written += 1

    def flush(self) -> None:
        """Returns when all that was committed before the call is on disk. Raises OSError."""
        wanted = self._written
        if self._on_disk >= wanted:
            return
        with self._guard:
            if self._on_disk >= wanted:  # somebody else's sync came after our commit
                return
            written = self._written
            beside_the_loop(self._sync)
            self._on_disk = written
            if written - self._checkpointed >= CHECKPOINT_EVERY:
                self._checkpointed = written
                beside_the_loop(self._checkpoint)

    def _sync(self) -> None:
        try:
            descriptor = os.open(self._path, os.O_RDONLY)
        except FileNotFoundError:  # the last connection closed: SQLite has synced and removed it
            return
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _checkpoint(self) -> None:
        """Writes the log back into the database, as far as nobody is in the way."""
        try:
            with closing(sqlite3.connect(self._database, timeout=0)) as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except sqlite3.Error as error:  # the next one will do it
            log.warning("checkpoint_failed", error=str(error))


def beside_the_loop(work: Callable[[], T]) -> T:
    """What `work` gives, run in a real thread where threads are gevent's: a system call that
    blocks stops all of them."""
    if not monkey.is_module_patched("threading"):
        return work()
    result: T = get_hub().threadpool.apply(work)
    return result
