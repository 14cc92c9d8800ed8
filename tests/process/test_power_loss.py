"""Power loss: what a visitor was told is on disk before the first byte of it is sent.

Seen from outside, by the system calls of the running service.
"""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.process.calling import RATES
from tests.servers.missing import missing
from tests.servers.service import RunningService, running_service

pytestmark = pytest.mark.crash

TURNS = 20
CALLS = "pwrite64,fsync,fdatasync,sendto"

_LOG_WRITTEN = re.compile(r"pwrite64\(\d+<[^>]*-wal>")
_SYNC = re.compile(r"f(?:data)?sync\(\d+<[^>]*-wal>")
_SYNCED = re.compile(r"f(?:data)?sync\(\d+<[^>]*-wal>\) += 0|<\.\.\. f(?:data)?sync resumed>.*= 0")
_WHOLE = re.compile(r"sendto\(.*(?:HTTP/1\.1 200 OK(?!.*event-stream)|event: done)")
_PART = re.compile(r"sendto\(.*event: (?:card|token)")


@pytest.fixture
def strace() -> str:
    found = shutil.which("strace")
    return found or missing("strace", "apt-get install strace")


def speak(service: RunningService, text: str, *, streamed: bool) -> None:
    headers = {"Accept": "text/event-stream"} if streamed else {}
    body = {"content": text, "message_id": str(uuid.uuid4())}
    answer = httpx2.post(f"{service.url}/gemini/train", json=body, headers=headers, timeout=40)
    assert answer.status_code == 200
    assert not streamed or "event: done" in answer.text


def told(trace: Path) -> Iterator[bool]:
    """For each thing the visitor was told, whether what it rests on was on disk: for a whole
    answer all that had been written, for a part of one the message that it answers."""
    on_disk = covers_all = message_on_disk = False
    for line in trace.read_text(errors="replace").splitlines():
        if _LOG_WRITTEN.search(line):
            on_disk = covers_all = False
        elif _SYNC.search(line) or _SYNCED.search(line):
            covers_all = covers_all or bool(_SYNC.search(line))
            on_disk = covers_all and bool(_SYNCED.search(line))
            message_on_disk = message_on_disk or on_disk
        elif _PART.search(line):
            yield message_on_disk
        elif _WHOLE.search(line):
            yield on_disk
            message_on_disk = False


def test_nothing_is_told_before_it_is_on_disk(strace: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    follow = (strace, "-f", "-y", "-s", "300", "-e", f"trace={CALLS}", "-o", str(trace))
    with running_service(RATES, prefix=follow) as service:
        for number in range(TURNS):
            speak(service, f"I'm Vic Tim, v{number}@load.example.com", streamed=bool(number % 2))

    found = list(told(trace))
    assert len(found) >= 2 * TURNS
    assert all(found), found
