"""The servers that tests use are the run's own, and every test begins with empty ones."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest
import redis
from sqlalchemy import text

from core.database import Database
from tests.faults.proxy import FaultProxy
from tests.servers import processes
from tests.servers.missing import missing
from tests.servers.scratch import scratch_folder


@pytest.mark.parametrize("turn", ["first", "second"])
def test_every_test_gets_a_database_of_its_own(database, turn):
    with database.write() as connection:
        connection.execute(text("CREATE TABLE mark (turn TEXT)"))
        connection.execute(text("INSERT INTO mark VALUES (:turn)"), {"turn": turn})

    with database.read() as connection:
        assert connection.execute(text("SELECT turn FROM mark")).scalars().all() == [turn]


def test_the_database_role_is_an_ordinary_one(postgresql_url):
    database = Database(postgresql_url)
    with database.read() as connection:
        superuser = connection.execute(
            text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        ).scalar_one()
    database.close()

    assert superuser is False


def test_a_database_is_dropped_under_the_feet_of_who_is_connected(postgres_server):
    name = postgres_server.new_database()
    database = Database(postgres_server.url(name))
    database.ping()

    postgres_server.drop_database(name)

    database.close()
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(postgres_server.tcp_url(name).replace("+psycopg", ""))


def test_a_fault_proxy_fits_between_us_and_postgresql(postgres_server, postgresql_name):
    with FaultProxy(("127.0.0.1", postgres_server.port)) as proxy:
        database = Database(postgres_server.tcp_url(postgresql_name, proxy.port))
        database.ping()
        database.close()

    assert proxy.connections == 1


@pytest.mark.parametrize("turn", ["first", "second"])
def test_every_test_gets_an_empty_redis(redis_url, turn):
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("turn", turn)


def test_two_servers_run_side_by_side(redis_server):
    from_elsewhere = subprocess.run(
        [sys.executable, "-c", _OTHER_RUN],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert from_elsewhere.stderr == ""
    assert int(from_elsewhere.stdout) != redis_server.port


_OTHER_RUN = """
from tests.servers.redis import running_redis
with running_redis() as server:
    print(server.port)
"""


def test_a_server_does_not_outlive_a_killed_run(tmp_path):
    run = subprocess.Popen(
        [sys.executable, "-c", _RUN_THAT_HANGS, str(tmp_path)], cwd=Path(__file__).parents[2]
    )
    pid = int(_soon(tmp_path / "pid"))

    run.kill()
    run.wait()

    _until(lambda: not _runs(pid))


_RUN_THAT_HANGS = """
import pathlib, sys, time
from tests.servers.processes import start
folder = pathlib.Path(sys.argv[1])
server = start(["sleep", "600"], log=folder / "log", cwd=folder)
(folder / "part").write_text(str(server.pid))
(folder / "part").rename(folder / "pid")
time.sleep(600)
"""


def _soon(path: Path) -> str:
    _until(path.exists)
    return path.read_text()


def _until(happened) -> None:
    give_up_at = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < give_up_at
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_killed_runs_folders_go_with_the_next_run(tmp_path):
    gone = subprocess.Popen(["true"])
    gone.wait()
    left_behind = tmp_path / f"parley-test-{gone.pid}-pg-abc"
    in_use = tmp_path / f"parley-test-{os.getpid()}-pg-abc"
    for folder in (left_behind, in_use):
        folder.mkdir()

    with scratch_folder("redis", within=tmp_path):
        pass

    assert list(tmp_path.iterdir()) == [in_use]


def test_a_program_that_ends_at_once_is_told_with_what_it_printed(tmp_path):
    log = tmp_path / "log"
    process = processes.start(["sh", "-c", "echo no such setting; exit 3"], log=log, cwd=tmp_path)

    with pytest.raises(RuntimeError, match="(?s)ended with 3.*no such setting"):
        processes.wait_until(lambda: False, process, log)


def test_a_program_that_does_not_stop_when_asked_is_killed(tmp_path):
    log = tmp_path / "log"
    command = ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"]
    process = processes.start(command, log=log, cwd=tmp_path)
    processes.wait_until(lambda: "ready" in log.read_text(), process, log)

    assert processes.stop(process, seconds=0.3) < 0


def test_kill_reaches_the_children(tmp_path):
    log = tmp_path / "log"
    process = processes.start(["sh", "-c", "sleep 600 & echo $!; wait"], log=log, cwd=tmp_path)
    processes.wait_until(lambda: log.read_text().endswith("\n"), process, log)
    child = int(log.read_text())

    processes.kill_group(process)

    _until(lambda: not _runs(child))


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_what_is_missing_skips_here_and_fails_in_ci(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)

    with pytest.raises(outcome, match="Redis was not found; apt-get install redis-server"):
        missing("Redis", "apt-get install redis-server")


def test_two_threads_use_the_database_at_once(database):
    with database.write() as connection:
        connection.execute(text("CREATE TABLE mark (number INTEGER)"))
    threads = [threading.Thread(target=_insert, args=(database, n)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM mark")).scalar_one() == 8


def _insert(database: Database, number: int) -> None:
    with database.write() as connection:
        connection.execute(text("INSERT INTO mark VALUES (:number)"), {"number": number})
