"""Leads as files for other programs: CSV, JSON and, through a port, an Excel workbook.

A file is opened by a spreadsheet on somebody's desk, and what is in it was typed by strangers: no
cell may begin like a formula. An apostrophe in front makes it text to every spreadsheet, and
leaves it readable.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Protocol

from core.values import rfc3339
from leads.model import LeadDetails

_FORMULA_STARTS = frozenset("=+-@|%\t\r\n\0")


@dataclass(frozen=True)
class Column:
    """`kind`: text, number, instant or day; `width` in characters."""

    name: str
    kind: str = "text"
    width: int = 20


class SheetWriter(Protocol):
    """Writes one table into a workbook."""

    def write_table(
        self,
        target: Path | IO[bytes],
        title: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Any]],
    ) -> None:
        """`rows` hold text, numbers, aware datetimes, dates and None; text stays text."""


COLUMNS = (
    Column("id", width=30),
    Column("created_at", "instant", 20),
    Column("name", width=24),
    Column("email", width=30),
    Column("phone", width=18),
    Column("company", width=24),
    Column("need", width=40),
    Column("budget", width=20),
    Column("timeline", width=20),
    Column("status", width=18),
    Column("score", "number", 8),
    Column("source", width=18),
    Column("owner", width=18),
    Column("next_follow_up_at", "instant", 20),
    Column("updated_at", "instant", 20),
    Column("notes", width=40),
    Column("conversation_ids", width=30),
)


def harmless(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet might take it for a formula."""
    if not text:
        return text
    if text[0] in _FORMULA_STARTS:
        return f"'{text}"
    first = next((sign for sign in text if not _is_blank(sign)), "")
    # Full-width signs (＝ ＋ － ＠) are formulas to some spreadsheets too.
    plain = unicodedata.normalize("NFKC", first)[:1] if first else ""
    return f"'{text}" if plain in _FORMULA_STARTS or first in "−﹣－" else text


def rows_of(leads: Iterable[LeadDetails]) -> Iterator[list[Any]]:
    """A row of COLUMNS for each lead: text made harmless, instants and numbers as they are."""
    for details in leads:
        yield [_cell(details, column.name) for column in COLUMNS]


def as_csv(leads: Iterable[LeadDetails]) -> Iterator[str]:
    """The lines of an RFC 4180 file, with the mark that tells Excel that it is UTF-8."""
    yield "\ufeff" + _line([column.name for column in COLUMNS])
    for row in rows_of(leads):
        yield _line([rfc3339(value) if isinstance(value, datetime) else value for value in row])


def as_json(leads: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One JSON array, lead by lead."""
    opening = "["
    for lead in leads:
        yield opening + "\n" + json.dumps(lead, ensure_ascii=False)
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _cell(details: LeadDetails, name: str) -> Any:
    if name == "notes":
        value: Any = "\n".join(note.text for note in details.notes)
    elif name == "conversation_ids":
        value = " ".join(details.conversation_ids)
    else:
        value = getattr(details.lead, name)
    return harmless(value) if isinstance(value, str) else value


def _line(values: Sequence[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(["" if value is None else value for value in values])
    return line.getvalue()


def _is_blank(sign: str) -> bool:
    """Whether spreadsheets skip the sign when they look for the beginning of a formula."""
    return sign.isspace() or sign in "'\"" or unicodedata.category(sign) in ("Cf", "Cc", "Zs")
