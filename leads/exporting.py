"""All leads that match, as a file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol

from core.errors import Impossible
from leads.exports import COLUMNS, SheetWriter, as_csv, as_json, rows_of
from leads.model import LeadFilter
from leads.service import LeadService
from leads.shapes import lead_as_json

# A sheet has 1,048,576 rows; long before that it takes minutes to write and to open.
MOST_SHEET_ROWS = 100_000
_CHUNK = 64 * 1024


class MakeWorkbook(Protocol):
    """Makes workbooks of leads, here or in another process."""

    def __call__(self, wanted: LeadFilter) -> IO[bytes]:
        """The workbook of all that match, to be read from its beginning. Raises Unavailable."""


class WorkbookHere:
    """Makes them here and now: for a process that has nothing else to do meanwhile."""

    def __init__(self, leads: LeadService, sheets: SheetWriter) -> None:
        self._leads = leads
        self._sheets = sheets

    def __call__(self, wanted: LeadFilter) -> IO[bytes]:
        file = BytesIO()  # 100,000 leads are some ten megabytes
        self.write(wanted, file)
        file.seek(0)
        return file

    def write(self, wanted: LeadFilter, target: Path | IO[bytes]) -> None:
        self._sheets.write_table(target, "Leads", COLUMNS, rows_of(self._leads.every(wanted)))


class LeadExport:
    """Reads leads batch by batch while the file is being sent: memory does not grow with it."""

    def __init__(self, leads: LeadService, make_workbook: MakeWorkbook) -> None:
        self._leads = leads
        self._make_workbook = make_workbook

    def csv(self, wanted: LeadFilter) -> Iterator[str]:
        """UTF-8 with a byte order mark."""
        return as_csv(self._leads.every(wanted))

    def json(self, wanted: LeadFilter) -> Iterator[str]:
        """One array, each lead as the API shows it."""
        return as_json(lead_as_json(details) for details in self._leads.every(wanted))

    def workbook(self, wanted: LeadFilter) -> Iterator[bytes]:
        """An Excel workbook. Raises Impossible for more leads than a sheet can sensibly hold."""
        if self._leads.count_is_over(wanted, MOST_SHEET_ROWS):
            raise Impossible(
                f"More than {MOST_SHEET_ROWS} leads match; narrow the filters, or use format=csv."
            )
        return _chunks(self._make_workbook(wanted))


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
