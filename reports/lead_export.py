"""The leads' workbooks, made in another process."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import IO

from core.clock import Clock
from leads.model import LeadFilter

_NAME = re.compile(r"\.export-(?P<at>\d{1,12})-[0-9a-f]+")
_KEPT = timedelta(hours=1)


class WorkbookElsewhere:
    """Has `write` make the file in a folder of its own, which is gone before the file is read."""

    def __init__(
        self, write: Callable[[LeadFilter, Path], None], folder: Path, clock: Clock
    ) -> None:
        self._write = write
        self._folder = folder
        self._clock = clock

    def __call__(self, wanted: LeadFilter) -> IO[bytes]:
        """The workbook, open. Raises Unavailable."""
        self._clear()
        second = int(self._clock.now().timestamp())
        work = self._folder / f".export-{second}-{secrets.token_hex(8)}"
        work.mkdir(parents=True)
        try:
            self._write(wanted, work / "leads.xlsx")
            return (work / "leads.xlsx").open("rb")
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def _clear(self) -> None:
        """Removes what a crash left: there are people in it."""
        oldest = (self._clock.now() - _KEPT).timestamp()
        for left in self._folder.glob(".export-*"):
            found = _NAME.fullmatch(left.name)
            if found and int(found["at"]) < oldest:
                shutil.rmtree(left, ignore_errors=True)
