"""What a workbook consists of, before any library writes it: tables, laid-out pages, charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from leads.exports import Column

Style = Literal[
    "title",
    "subtitle",
    "heading",
    "header",
    "header_right",
    "label",
    "strong",
    "number",
    "better",
    "worse",
    "same",
    "percent",
    "duration",
    "seconds",
    "day",
    "note",
    "warning",
]


@dataclass(frozen=True)
class Cell:
    """A value at its place, counted from 1. `across`: merged over so many columns."""

    row: int
    column: int
    value: Any
    style: Style = "label"
    across: int = 1


@dataclass(frozen=True)
class Chart:
    """A chart of cells that stand on the same page: one column of labels, one of values.

    `last_row` may lie before `first_row`: there is nothing to draw then.
    """

    kind: Literal["columns", "bars"]
    title: str
    labels_column: int
    values_column: int
    first_row: int
    last_row: int
    anchor: str
    width_cm: float = 16.0
    height_cm: float = 6.5
    labels_are_days: bool = False


@dataclass(frozen=True)
class Page:
    """A sheet laid out cell by cell."""

    title: str
    cells: Sequence[Cell]
    widths: Sequence[int]
    charts: Sequence[Chart] = ()
    frozen: str | None = None
    filtered: str | None = None
    page_break_before: int | None = None


@dataclass(frozen=True)
class Table:
    """A sheet with a header, and as many rows as there are. `columns[:printed]` are on paper.

    `frozen_columns` stay in sight when scrolling to the right; `note` stands in for rows that
    there are none of. `scored` is the column, counted from 0, of scores to be coloured: a score
    of at least the first number of a band gets its colour.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    frozen_columns: int = 0
    printed: int | None = None
    note: str = ""
    scored: int | None = None
    bands: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True)
class About:
    """What the file says of itself; `footer` is printed on every page."""

    title: str
    creator: str
    subject: str = ""
    footer: str = ""
    made_at: datetime | None = field(default=None)
