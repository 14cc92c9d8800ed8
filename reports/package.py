"""An .xlsx file is a ZIP of XML parts. Here the rows of tables are put into their sheets."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

# Rows are mostly markup, which the fast levels make small too.
_COMPRESSION = 2
_CHUNK = 1 << 20
_END_OF_ROWS = b"</sheetData>"
_NO_ROWS = b"<sheetData/>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')


@dataclass(frozen=True)
class Rows:
    """The rows of a table as XML in a file, and the cells they and their header take."""

    path: Path
    count: int
    reference: str


def put_rows_in(skeleton: Path, rows_of: Mapping[str, Rows], target: Path | IO[bytes]) -> None:
    """Copies the workbook `skeleton` to `target`, adding to each part named its rows, after those
    it has. Raises OSError when there is no room for it."""
    with (
        zipfile.ZipFile(skeleton) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as package,
    ):
        for part in source.infolist():
            content = source.read(part)
            rows = rows_of.get(part.filename)
            with package.open(part.filename, "w") as file:
                if rows is None or not rows.count:
                    file.write(content)
                else:
                    _write_sheet(file, content, rows)


def _write_sheet(file: IO[bytes], content: bytes, rows: Rows) -> None:
    content = content.replace(_NO_ROWS, b"<sheetData>" + _END_OF_ROWS)
    before, end, after = content.partition(_END_OF_ROWS)
    if not end:
        raise ValueError("the sheet has no place for rows")
    # Readers that read row by row believe the dimension.
    file.write(_DIMENSION.sub(f'<dimension ref="{rows.reference}"'.encode(), before, count=1))
    with rows.path.open("rb") as source:
        shutil.copyfileobj(source, file, _CHUNK)
    file.write(end + after)
