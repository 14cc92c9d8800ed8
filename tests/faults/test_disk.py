"""The small disk fills up as a real one does."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disk import SmallDisk, small_disk

PAGE = 4096


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", kilobytes=1024) as disk:
        yield disk


def test_a_full_disk_refuses_another_byte(disk):
    disk.fill()

    with pytest.raises(OSError) as refused:
        (disk.path / "report.xlsx").write_bytes(b"x")
    assert refused.value.errno == errno.ENOSPC


def test_what_was_to_be_left_can_be_written(disk):
    disk.fill(leaving_bytes=3 * PAGE)

    (disk.path / "fits").write_bytes(b"x" * 2 * PAGE)

    with pytest.raises(OSError):
        (disk.path / "does_not").write_bytes(b"x" * 2 * PAGE)


def test_an_emptied_disk_takes_data_again(disk):
    disk.fill()
    disk.empty()

    (disk.path / "report.xlsx").write_bytes(b"x" * 900_000)


def test_the_disk_is_gone_afterwards(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        (disk.path / "file").touch()

    assert list((tmp_path / "disk").iterdir()) == []
