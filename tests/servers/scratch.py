"""Folders for servers' data: short paths (a Unix socket's has 107 bytes), gone after the run."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "parley-test"
_MEMORY = Path("/dev/shm")
_ENOUGH_BYTES = 4 * 2**30


def prefer_memory() -> None:
    """Has temporary files made in memory where there is plenty of it, here and in child processes.

    The tests commit some ten thousand transactions to disk, each waiting for it: in memory the
    whole run takes half the time. Whoever sets TMPDIR has chosen another place.
    """
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    if shutil.disk_usage(_MEMORY).free >= _ENOUGH_BYTES:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


@contextmanager
def scratch_folder(purpose: str, *, within: Path | None = None) -> Iterator[Path]:
    """A new folder named after this process; what killed runs left behind goes first."""
    parent = within or Path(tempfile.gettempdir())
    _sweep(parent)
    prefix = f"{_PREFIX}-{os.getpid()}-{purpose}-"
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}-*"):
        owner = re.match(rf"{_PREFIX}-(\d+)-", folder.name)
        if owner and not _runs(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
