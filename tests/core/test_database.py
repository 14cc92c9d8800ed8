"""Transactions that join, wait, tell why they failed, and are on disk when they are done."""

from __future__ import annotations

import sqlite3
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from core.database import Database
from core.errors import Unavailable
from core.job_runs import job_runs
from core.write_ahead_log import CHECKPOINT_EVERY
from tests.faults.disk import small_disk

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def claim(database: Database, slot: str) -> None:
    with database.write() as connection:
        connection.execute(
            insert(job_runs).values(job="j", slot=slot, owner="o", claimed_at=NOW, attempts=1)
        )


def slots(database: Database) -> list[str]:
    with database.read() as connection:
        return list(connection.execute(select(job_runs.c.slot).order_by("slot")).scalars())


def test_the_server_or_the_log_puts_writes_on_disk(database: Database) -> None:
    # That a sync comes before every answer is seen in tests/process/test_power_loss.py.
    with database.read() as connection:
        if database.dialect == "sqlite":
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 1  # NORMAL
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA secure_delete")).scalar() == 1
        else:
            assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"


def test_reads_that_belong_together_share_a_connection(database: Database) -> None:
    with database.reads(), database.read() as one, database.read() as another:
        assert one is another
        claim(database, "written meanwhile")
        assert slots(database) == ["written meanwhile"]
    with database.read() as one, database.read() as another:
        assert one is not another


def test_the_log_is_written_back_before_it_grows_without_end(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    log = Path(sqlite_url.removeprefix("sqlite:///") + "-wal")
    with database.flushed_later():
        for number in range(5 * CHECKPOINT_EVERY):
            claim(database, f"{number:05}")
            if number % CHECKPOINT_EVERY == 0:
                database.flush()

    assert log.stat().st_size < 3 * CHECKPOINT_EVERY * 4 * 4200  # a claim is four pages at most
    assert len(slots(database)) == 5 * CHECKPOINT_EVERY
    database.close()


def test_an_inner_transaction_joins_the_outer_one(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write():
        claim(database, "inner")
        raise RuntimeError("the outer one fails")

    assert slots(database) == []


def test_what_is_for_after_the_commit_runs_only_then(database: Database) -> None:
    done: list[list[str]] = []
    with database.write():
        claim(database, "a")
        database.after_commit(lambda: done.append(slots(database)))
        assert done == []
    with pytest.raises(RuntimeError), database.write():
        database.after_commit(lambda: done.append(["never"]))
        raise RuntimeError

    assert done == [["a"]]


def test_writers_of_many_threads_all_get_through(database: Database) -> None:
    threads = [
        threading.Thread(target=claim, args=(database, f"{n:02}"), name=str(n)) for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert slots(database) == [f"{n:02}" for n in range(20)]


def test_a_thread_does_not_see_another_threads_open_transaction(database: Database) -> None:
    seen: list[list[str]] = []
    with database.write():
        claim(database, "mine")
        other = threading.Thread(target=lambda: seen.append(slots(database)))
        other.start()
        other.join()

    assert seen == [[]]


def test_instants_come_back_aware_and_in_utc(database: Database) -> None:
    at = datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=2)))
    with database.write() as connection:
        connection.execute(
            insert(job_runs).values(job="j", slot="s", owner="o", claimed_at=at, attempts=1)
        )
        [back] = connection.execute(select(job_runs.c.claimed_at)).scalars()

    assert back == at and back.utcoffset() == timedelta(0)


def test_a_naive_instant_is_never_stored(database: Database) -> None:
    with pytest.raises(Exception, match="naive"), database.write() as connection:
        connection.execute(
            insert(job_runs).values(
                job="j", slot="s", owner="o", claimed_at=datetime(2026, 1, 1), attempts=1
            )
        )


def test_a_database_locked_by_another_process_is_waited_for(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    other = sqlite3.connect(
        sqlite_url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(1.0, lambda: other.execute("ROLLBACK")).start()
    claim(database, "after the wait")

    assert slots(database) == ["after the wait"]
    other.close()
    database.close()


def test_a_database_locked_for_too_long_is_told_with_a_time_to_retry(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    with pytest.raises(Unavailable) as told:
        claim(database, "never")

    assert time.monotonic() - began >= 5
    assert told.value.retry_after is not None
    other.close()
    assert slots(database) == []
    database.close()


def test_a_full_disk_is_told_and_nothing_that_stood_is_lost(
    sqlite_template: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", kilobytes=8_000) as disk:
        path = disk.path / "parley.db"
        path.write_bytes(sqlite_template.read_bytes())
        database = Database(f"sqlite:///{path}")
        claim(database, "before")
        disk.fill(leaving_bytes=0)
        with pytest.raises(Unavailable, match="disk is full"):
            for number in range(500):
                claim(database, f"while full {number:03} " + "x" * 20)
        kept = slots(database)
        disk.empty()
        claim(database, "room again")
        with database.read() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        database.close()

    assert "before" in kept


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    database = Database("postgresql://nobody:secret@127.0.0.1:9/nothing")
    with pytest.raises(Unavailable) as told:
        database.ping()

    assert "secret" not in str(told.value)
    database.close()
