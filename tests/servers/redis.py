"""A Redis of the test run's own."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.retry import Retry

from tests.servers.missing import missing
from tests.servers.processes import free_port, kill_group, start, stop, wait_until
from tests.servers.scratch import scratch_folder


class RedisServer:
    """A Redis on a port of its own that keeps nothing on disk."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it, empty, on the same port as before; returns when it answers."""
        command = [_binary(), "--port", str(self.port), "--bind", "127.0.0.1"]
        command += ["--save", "", "--appendonly", "no", "--dir", self._folder]
        log = self._folder / "log"
        self._process = start(command, log=log, cwd=self._folder)
        wait_until(self._answers, self._process, log)

    def stop(self) -> None:
        """Lets it end in an orderly way."""
        if self._process is not None:
            stop(self._process, signal.SIGTERM)

    def kill(self) -> None:
        """kill -9."""
        if self._process is not None:
            kill_group(self._process)

    def flush(self) -> None:
        """Forgets every key of every database."""
        with Redis.from_url(self.url) as client:
            client.flushall()

    def _answers(self) -> bool:
        try:
            with Redis.from_url(self.url, retry=Retry(NoBackoff(), 0)) as client:
                return bool(client.ping())
        except RedisConnectionError:
            return False


@contextmanager
def running_redis() -> Iterator[RedisServer]:
    """A Redis that a test may stop, kill and start again."""
    with scratch_folder("redis") as folder:
        server = RedisServer(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _binary() -> str:
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        missing("Redis", "apt-get install redis-server")
    return found
