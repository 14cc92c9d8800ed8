"""The real service as a process, to be talked to over HTTP and to be harmed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.servers.processes import free_port, kill_group, start, stop, wait_until
from tests.servers.scratch import scratch_folder

ROOT = Path(__file__).resolve().parents[2]
ADMIN_KEY_FILE = ".admin_api_key"


class RunningService:
    """`python app.py PORT` with a CLIENT_DATA_DIR of its own, which outlives its restarts.

    Only `environment` and what a program cannot do without is handed on: keys and settings of
    whoever runs the tests stay outside, and so does a `.env`, since it runs in another folder.
    """

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        *,
        prefix: Sequence[str] = (),
        program: Path = ROOT / "app.py",
    ) -> None:
        self.data = folder / "client_data"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        self._log = folder / "service.log"
        self._environment = dict(environment or {})
        self._command = (*prefix, sys.executable, str(program), str(self.port))
        self._process: subprocess.Popen[bytes] | None = None
        self._give_knowledge()

    def start(self, *, seconds: float = 30) -> None:
        """Starts it on the same port and data as before; returns when /health says it is well."""
        process = self.start_without_waiting()
        wait_until(self.is_healthy, process, self._log, seconds)

    def start_without_waiting(self) -> subprocess.Popen[bytes]:
        """Starts it and returns at once: for a start that is to fail, or to be cut short."""
        self._process = start(
            self._command, log=self._log, cwd=self._folder, env=self._whole_environment()
        )
        return self._process

    def restart(self) -> None:
        """Stops it as an operator would, and starts it again."""
        self.terminate()
        self.start()

    def terminate(self, *, seconds: float = 40) -> int:
        """SIGTERM; waits for requests in flight to end; its exit status."""
        return stop(self._running(), signal.SIGTERM, seconds)

    def kill(self) -> None:
        """kill -9 of the process and all its workers, in one instant."""
        kill_group(self._running())

    def is_healthy(self) -> bool:
        """Whether GET /health answers 200."""
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    @property
    def admin_key(self) -> str:
        """The staff key: the one given, or the one the service made at its first start."""
        given = self._environment.get("ADMIN_API_KEY")
        return given or (self.data / ADMIN_KEY_FILE).read_text().strip()

    @property
    def staff(self) -> dict[str, str]:
        """The headers of a staff call."""
        return {"Authorization": f"Bearer {self.admin_key}"}

    @property
    def pid(self) -> int:
        return self._running().pid

    def logs(self) -> str:
        """All it has written to its output since the first start."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("the service was not started")
        return self._process

    def _give_knowledge(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        knowledge = ROOT / "client_data" / "knowledge"
        if knowledge.is_dir():
            shutil.copytree(knowledge, self.data / "knowledge", dirs_exist_ok=True)

    def _whole_environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        base = {"LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1", "CLIENT_DATA_DIR": str(self.data)}
        return kept | base | self._environment


@contextmanager
def running_service(
    environment: Mapping[str, str] | None = None,
    *,
    prefix: Sequence[str] = (),
    program: Path = ROOT / "app.py",
) -> Iterator[RunningService]:
    """A started service; killed at the end if it still runs, its data removed.

    `prefix` is put before the command, e.g. ("prlimit", "--nofile=64").
    """
    with scratch_folder("service") as folder:
        service = RunningService(folder, environment, prefix=prefix, program=program)
        try:
            service.start()
            yield service
        finally:
            service.kill()
