"""A small disk that a test can fill."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_BLOCK = b"\0" * 65536


class SmallDisk:
    """A file system of its own at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ballast = path / ".ballast"

    def fill(self, *, leaving_bytes: int = 0) -> None:
        """Takes the space until at most so many bytes (in whole pages) are left."""
        with self._ballast.open("ab", buffering=0) as ballast:
            while (size := self.free_bytes() - leaving_bytes) > 0:
                ballast.write(_BLOCK[:size])

    def empty(self) -> None:
        """Gives back what `fill` took."""
        self._ballast.unlink(missing_ok=True)

    def free_bytes(self) -> int:
        return os.statvfs(self.path).f_bavail * os.statvfs(self.path).f_frsize


@contextmanager
def small_disk(path: Path, *, kilobytes: int = 8192) -> Iterator[SmallDisk]:
    """Mounts one at `path`, a new folder; writes past its end fail with ENOSPC, as on any disk."""
    path.mkdir()
    options = f"size={kilobytes}k,mode=0777"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "parley-test", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("a disk to fill is mounted by root only")
    try:
        yield SmallDisk(path)
    finally:
        # Lazily: a service that was killed a moment ago may still have a file open there.
        subprocess.run(["umount", "--lazy", str(path)], check=True)
