"""A PostgreSQL of the test run's own.

Its own cluster, not databases in the machine's: it starts in under a second, needs no right that
the user does not have, is never in another run's way, can be stopped by a test, and, because it
may forget everything when the machine loses power, it makes a database in 20 ms.
"""

from __future__ import annotations

import itertools
import os
import pwd
import secrets
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.servers.missing import missing
from tests.servers.processes import free_port, start, stop, wait_until
from tests.servers.scratch import scratch_folder

_ROLE = "parley"
# autovacuum=off: its worker is the superuser's, and keeps us from dropping the database it is in.
_FAST = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "autovacuum=off",
    "shared_buffers=32MB",
)


class PostgresServer:
    """A running cluster; databases belong to an ordinary role, as they do in production."""

    def __init__(self, folder: Path, port: int, password: str) -> None:
        self.port = port
        self._folder = folder
        self._password = password
        self._names = (f"test_{number}" for number in itertools.count(1))

    def new_database(self, template: str | None = None) -> str:
        """Makes an empty database, or a copy of `template`, and returns its name."""
        name = next(self._names)
        copied = f" TEMPLATE {template}" if template else ""
        # The other strategy (WAL_LOG) takes twice the time; before version 15 there was only this.
        copied += " STRATEGY file_copy" if self._version() >= 150000 else ""
        self._execute(f"CREATE DATABASE {name}{copied}")
        return name

    def drop_database(self, name: str) -> None:
        """Removes it even while somebody is connected."""
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """SQLAlchemy URL through the Unix socket."""
        return f"postgresql+psycopg://{_ROLE}@/{name}?host={self._folder}&port={self.port}"

    def tcp_url(self, name: str, port: int | None = None) -> str:
        """SQLAlchemy URL over TCP, e.g. through a proxy's port."""
        return f"postgresql+psycopg://{_ROLE}:{self._password}@127.0.0.1:{port or self.port}/{name}"

    def _execute(self, statement: str) -> None:
        with self._connect(_ROLE) as connection:
            connection.execute(statement)

    def _version(self) -> int:
        with self._connect(_ROLE) as connection:
            return connection.info.server_version

    def _connect(self, role: str) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self._folder), port=self.port, user=role, dbname="postgres", autocommit=True
        )

    def _answers(self) -> bool:
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def _make_role(self) -> None:
        with self._connect("postgres") as connection:
            connection.execute(f"CREATE ROLE {_ROLE} LOGIN CREATEDB PASSWORD '{self._password}'")


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """Makes a cluster, starts it, and removes it at the end."""
    binaries = _binaries()
    user = _user()
    with scratch_folder("pg") as folder:
        if user:
            shutil.chown(folder, user, user)
        _make_cluster(binaries, folder, user)
        server = PostgresServer(folder, free_port(), secrets.token_hex(16))
        command = [binaries / "postgres", "-D", folder / "data", "-k", folder]
        command += ["-p", str(server.port), "-c", "listen_addresses=127.0.0.1"]
        command += [part for setting in _FAST for part in ("-c", setting)]
        process = start(command, log=folder / "log", cwd=folder, user=user)
        try:
            wait_until(server._answers, process, folder / "log")
            server._make_role()
            yield server
        finally:
            stop(process, signal.SIGINT)  # PostgreSQL's "fast" shutdown: does not wait for clients


def _make_cluster(binaries: Path, folder: Path, user: str | None) -> None:
    command = [binaries / "initdb", "--pgdata", folder / "data", "--username=postgres"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--wal-segsize=1", "--no-sync"]
    command += ["--auth-local=trust", "--auth-host=scram-sha-256"]
    done = subprocess.run(
        command,
        cwd=folder,
        user=user,
        group=user,
        extra_groups=[] if user else None,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


def _binaries() -> Path:
    """Where initdb and postgres are; Debian keeps them out of the PATH, by version."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: int(path.parts[-3]), default=None)
    if newest is None:
        missing("PostgreSQL", "apt-get install postgresql")
    return newest.parent


def _user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"
