"""Starting and stopping the programs that tests talk to."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_PR_SET_PDEATHSIG = 1


def free_port() -> int:
    """A TCP port of the loopback that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(
    command: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    user: str | None = None,
) -> subprocess.Popen[bytes]:
    """Runs it in a process group of its own, its output in `log`, and never longer than we run."""
    with log.open("ab") as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=env,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            start_new_session=True,
            preexec_fn=_die_with_the_parent,
        )


def stop(
    process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM, seconds: float = 20
) -> int:
    """Sends `how` to it, kills what has not gone by then; its exit status."""
    if process.poll() is None:
        process.send_signal(how)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    kill_group(process)  # children that it left behind would go on answering in its place
    return process.returncode


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """kill -9 for the process and its children, all at one instant."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(20)


def wait_until(
    ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path, seconds: float = 30
) -> None:
    """Returns once it is ready; fails with what it printed when it ends or takes too long."""
    give_up_at = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None:
            raise RuntimeError(f"{process.args} ended with {process.returncode}:\n{_tail(log)}")
        if time.monotonic() > give_up_at:
            kill_group(process)
            raise RuntimeError(f"{process.args} not ready in {seconds} s:\n{_tail(log)}")
        time.sleep(0.02)


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-4000:]


def _die_with_the_parent() -> None:
    # A test run that is killed cannot clean up; without this its servers would stay for ever.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
