"""Work done in a process of its own, so that visitors do not wait while a large file is written.

The child gets one JSON document on its standard input, with the settings (they hold secrets: not
on the command line, not in the environment) and the task, and answers with one on its standard
output. It ends with us: at the latest when its time is up, and at once when we are stopped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from core.errors import Unavailable

log = structlog.get_logger(__name__)

AT_ONCE = 2
_WAIT_FOR_TURN_SECONDS = 60.0
_SOON = timedelta(seconds=30)

DISK_FULL = "disk_full"
UNAVAILABLE = "unavailable"
NO_ROOM = (
    "The disk is full: the file was not written, and nothing of it is left. Free some space in "
    "the data folder, then try again."
)


class ChildProcess:
    """Runs `program` for one task at a time, AT_ONCE of them side by side."""

    def __init__(self, program: Path, settings: Mapping[str, Any], *, seconds: float) -> None:
        self._program = program
        self._settings = dict(settings)
        self._seconds = seconds
        self._turns = threading.BoundedSemaphore(AT_ONCE)

    def run(self, task: str, arguments: Mapping[str, Any], folder: Path) -> dict[str, Any]:
        """The answer; `folder` is where the child keeps what is under way. Raises Unavailable."""
        request = {
            "settings": self._settings,
            "task": task,
            "arguments": dict(arguments),
            "folder": str(folder),
        }
        if not self._turns.acquire(timeout=_WAIT_FOR_TURN_SECONDS):
            raise Unavailable(
                "Other reports are being written; try again in half a minute.", retry_after=_SOON
            )
        try:
            return self._answer(task, json.dumps(request).encode())
        finally:
            self._turns.release()

    def _answer(self, task: str, request: bytes) -> dict[str, Any]:
        command = [sys.executable, str(self._program)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
            try:
                output, _ = child.communicate(request, timeout=self._seconds)
            except subprocess.TimeoutExpired:
                raise Unavailable(
                    f"Writing the file took over {self._seconds:.0f} seconds and was stopped. "
                    "Narrow it down, or try again when the machine is less busy."
                ) from None
            finally:
                child.kill()
        return _read(task, output, child.returncode)


def _read(task: str, output: bytes, status: int) -> dict[str, Any]:
    """The child's answer, or its error as ours."""
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        log.error("child_ended", task=task, status=status)
        raise Unavailable(
            "The process that wrote the file was ended; nothing of it is left. Please try again.",
            retry_after=_SOON,
        ) from None
    if answer.get("error") == DISK_FULL:
        raise Unavailable(NO_ROOM)
    if "error" in answer:
        raise Unavailable(str(answer["message"]), retry_after=_SOON)
    return answer
