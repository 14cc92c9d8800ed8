"""Excel workbooks: the only module that knows openpyxl.

openpyxl makes everything but the rows of tables: styles, headers, filters, charts, print set-up.
Those rows, of which there may be a hundred thousand, are written as XML by `cells` into files
beside it, and put into their sheets while the package is closed: a tenth of the time, and the
memory does not grow with the rows.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from leads.exports import Column
from reports.cells import WRAPPED_FROM, RowWriter, column_letter, plain_value
from reports.layout import About, Cell, Chart, Page, Style, Table
from reports.package import Rows, put_rows_in

INK, SOFT, LINE, FILL, ACCENT, WARN = "1F2933", "667085", "D0D5DD", "1F3A5F", "2F6FB3", "B42318"
_FONT = "Calibri"
_ROWS_AT_ONCE = 2000

_FORMATS = {
    "number": "#,##0",
    "instant": "yyyy-mm-dd hh:mm",
    "day": "ddd yyyy-mm-dd",
    "clock": "hh:mm",
    "text": "@",
}
_CHANGE = '"+"#,##0;"−"#,##0;"±"0'
_PAGE_FORMATS: dict[Style, str] = {
    "number": "#,##0",
    "better": _CHANGE,
    "worse": _CHANGE,
    "same": _CHANGE,
    "percent": "0%",
    "duration": '[h]" h "mm" min"',
    "seconds": '0.0" s"',
    "day": "ddd d mmm",
}
_FONTS: dict[Style, Font] = {
    "title": Font(name=_FONT, size=20, bold=True, color=FILL),
    "subtitle": Font(name=_FONT, size=11, color=SOFT),
    "heading": Font(name=_FONT, size=13, bold=True, color=FILL),
    "header": Font(name=_FONT, size=10, bold=True, color="FFFFFF"),
    "header_right": Font(name=_FONT, size=10, bold=True, color="FFFFFF"),
    "better": Font(name=_FONT, size=11, bold=True, color="067647"),
    "worse": Font(name=_FONT, size=11, bold=True, color=WARN),
    "same": Font(name=_FONT, size=11, color=SOFT),
    "strong": Font(name=_FONT, size=11, bold=True, color=INK),
    "note": Font(name=_FONT, size=10, italic=True, color=SOFT),
    "warning": Font(name=_FONT, size=11, bold=True, color=WARN),
}
_HEIGHTS: dict[Style, int] = {"title": 30, "heading": 22}
_TO_THE_LEFT = ("day",)
_ALIGNED = {"text": "left", "instant": "left", "day": "left", "number": "center", "clock": "center"}
_BODY = Font(name=_FONT, size=11, color=INK)
_UNDERLINE = Border(bottom=Side("hair", color=LINE))


class Book:
    """One workbook, made sheet by sheet in the order of its tabs; `folder` takes what is under
    way. A table's rows are consumed when it is added, so that a page reserved before can tell
    what was counted meanwhile."""

    def __init__(self, folder: Path, zone: ZoneInfo, about: About) -> None:
        self._folder = folder
        self._zone = zone
        self._about = about
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        self._rows: dict[str, Rows] = {}
        properties = self._book.properties
        properties.title, properties.creator = about.title, about.creator
        properties.subject, properties.lastModifiedBy = about.subject, about.creator
        if about.made_at is not None:
            properties.created = about.made_at.astimezone(UTC).replace(tzinfo=None)

    def reserve(self, title: str) -> None:
        """Keeps the next tab for a page that is added later."""
        self._book.create_sheet(title)

    def add_page(self, page: Page) -> None:
        sheet = self._sheet(page.title)
        sheet.sheet_view.showGridLines = False
        for cell in page.cells:
            self._put(sheet, cell)
        for number, width in enumerate(page.widths, 1):
            sheet.column_dimensions[column_letter(number)].width = width
        for chart in page.charts:
            if chart.last_row >= chart.first_row:
                sheet.add_chart(_chart(sheet, chart), chart.anchor)
        sheet.freeze_panes = page.frozen
        if page.filtered:
            sheet.auto_filter.ref = page.filtered
        self._set_up_print(sheet)
        if page.page_break_before:
            sheet.row_breaks.append(Break(page.page_break_before - 1))

    def add_table(self, table: Table) -> int:
        """Writes the sheet and all of its rows; how many there were."""
        sheet = self._sheet(table.title)
        styles = [_column_style(sheet, column) for column in table.columns]
        for number, column in enumerate(table.columns, 1):
            self._put(sheet, Cell(1, number, column.name, "header"))
            sheet.cell(1, number).alignment = Alignment(_ALIGNED[column.kind], "center")
            sheet.column_dimensions[column_letter(number)].width = column.width
        sheet.row_dimensions[1].height = 24
        sheet.freeze_panes = f"{column_letter(table.frozen_columns + 1)}2"
        rows = self._write_rows(table, styles)
        if not rows.count and table.note:
            self._put(sheet, Cell(2, 1, table.note, "note"))
        sheet.auto_filter.ref = rows.reference
        if table.scored is not None and rows.count:
            letter = column_letter(table.scored + 1)
            _colour(sheet, f"{letter}2:{letter}{rows.count + 1}", table.bands)
        self._set_up_print(sheet)
        sheet.print_title_rows = "1:1"
        last = column_letter(table.printed or len(table.columns))
        sheet.print_area = f"A1:{last}{rows.count + 1 if rows.count else 2}"
        return rows.count

    def save(self, target: Path | IO[bytes]) -> None:
        """Closes the workbook. Raises OSError when there is no room for it."""
        skeleton = self._folder / "skeleton.xlsx"
        with _os_errors():
            self._book.save(skeleton)
        parts = {
            f"xl/worksheets/sheet{number}.xml": self._rows[sheet.title]
            for number, sheet in enumerate(self._book.worksheets, 1)
            if sheet.title in self._rows
        }
        put_rows_in(skeleton, parts, target)

    def _sheet(self, title: str) -> Worksheet:
        reserved = title in self._book.sheetnames
        return self._book[title] if reserved else self._book.create_sheet(title)

    def _put(self, sheet: Worksheet, placed: Cell) -> None:
        cell: Any = sheet.cell(placed.row, placed.column)
        value = plain_value(placed.value, self._zone)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # openpyxl takes what begins with "=" for a formula
            cell.quotePrefix = True
        cell.font = _FONTS.get(placed.style, _BODY)
        cell.number_format = _PAGE_FORMATS.get(placed.style, "General")
        if placed.style in ("header", "header_right"):
            cell.fill = PatternFill("solid", FILL)
        elif placed.style not in ("title", "subtitle", "heading", "note", "warning"):
            cell.border = _UNDERLINE
        numeric = placed.style in _PAGE_FORMATS and placed.style not in _TO_THE_LEFT
        to_the_right = numeric or placed.style == "header_right"
        cell.alignment = Alignment(
            horizontal="right" if to_the_right else "left", vertical="center"
        )
        if placed.style in _HEIGHTS:
            sheet.row_dimensions[placed.row].height = _HEIGHTS[placed.style]
        if placed.across > 1:
            last = placed.column + placed.across - 1
            sheet.merge_cells(None, placed.row, placed.column, placed.row, last)

    def _write_rows(self, table: Table, styles: Sequence[int]) -> Rows:
        path = self._folder / f"rows-{len(self._rows)}.xml"
        writer = RowWriter(table.columns, styles, self._zone)
        count = 0
        with path.open("wb") as file:
            batch = []
            for row in writer.rows(table.rows, 2):
                batch.append(row)
                count += 1
                if len(batch) == _ROWS_AT_ONCE:
                    file.write(b"".join(batch))
                    batch = []
            file.write(b"".join(batch))
        reference = f"A1:{column_letter(len(table.columns))}{count + 1}"
        self._rows[table.title] = Rows(path, count, reference)
        return self._rows[table.title]

    def _set_up_print(self, sheet: Worksheet) -> None:
        setup = sheet.page_setup
        setup.orientation, setup.paperSize = "landscape", 9  # A4
        setup.fitToWidth, setup.fitToHeight = 1, 0  # as many pages long as it takes
        sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom, margins.footer = 0.5, 0.8, 0.4
        # An ampersand in a footer begins a code.
        footer: Any = sheet.oddFooter
        footer.left.text = self._about.footer.replace("&", "&&")
        footer.right.text = "&A · &P / &N"


class Sheets:
    """Writes single tables: what the leads' export asks for."""

    def __init__(self, zone: ZoneInfo, creator: str = "Parley") -> None:
        self._zone = zone
        self._creator = creator

    def write_table(
        self,
        target: Path | IO[bytes],
        title: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Any]],
    ) -> None:
        """Instants are written as the business's wall clock, of which the footer names the zone.
        Raises OSError when there is no room for it."""
        about = About(title, self._creator, footer=f"{title} · times in {self._zone.key}")
        with tempfile.TemporaryDirectory(prefix="parley-sheets-") as folder:
            book = Book(Path(folder), self._zone, about)
            book.add_table(Table(title, columns, rows))
            book.save(target)


@contextmanager
def _os_errors() -> Iterator[None]:
    """lxml has an error of its own for a disk that is full."""
    try:
        yield
    except SerialisationError as error:
        full = "IO_ENOSPC" in str(error) or "IO_EFBIG" in str(error)
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error


def _column_style(sheet: Worksheet, column: Column) -> int:
    """The number under which the workbook keeps the style of such a column's cells."""
    cell: Any = WriteOnlyCell(sheet)  # of its own: the workbook keeps its style object, not a copy
    text = column.kind == "text"
    cell.font = _BODY
    cell.border = _UNDERLINE
    cell.number_format = _FORMATS[column.kind]
    wrapped = text and column.width >= WRAPPED_FROM
    cell.alignment = Alignment(_ALIGNED[column.kind], "top", wrap_text=wrapped)
    cell.quotePrefix = text  # typing into the cell does not make a formula of it either
    return int(cell.style_id)


def _colour(sheet: Worksheet, cells: str, bands: Sequence[tuple[int, str]]) -> None:
    """Fills the cells by the band their number is in; the highest band comes first."""
    for least, colour in bands:
        fill = PatternFill("solid", bgColor=colour)
        rule = CellIsRule("greaterThanOrEqual", [str(least)], True, fill=fill)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(cells, rule)


def _chart(sheet: Worksheet, wanted: Chart) -> BarChart:
    """A chart of one series, without a legend, that prints well in grey."""
    first, last = wanted.first_row, wanted.last_row
    labels, values = wanted.labels_column, wanted.values_column
    chart: Any = BarChart()
    chart.type = "col" if wanted.kind == "columns" else "bar"
    chart.add_data(Reference(sheet, values, first, values, last))
    chart.set_categories(Reference(sheet, labels, first, labels, last))
    chart.title, chart.legend, chart.style = wanted.title, None, 10
    chart.width, chart.height, chart.gapWidth = wanted.width_cm, wanted.height_cm, 40
    chart.layout = Layout(ManualLayout(x=0.02, y=0.16, w=0.95, h=0.8, layoutTarget="outer"))
    series = chart.series[0]
    series.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    series.graphicalProperties.line = LineProperties(solidFill=ACCENT)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="E4E7EC"))
    chart.y_axis.numFmt, chart.y_axis.scaling.min = "#,##0", 0
    if wanted.labels_are_days:
        chart.x_axis.number_format = "d mmm"
    if wanted.kind == "bars":
        chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
        chart.y_axis.delete = True
    chart.dataLabels = _value_labels()
    return chart  # type: ignore[no-any-return]


def _value_labels() -> DataLabelList:
    """The values beside the bars, and nothing else."""
    labels = DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    return labels
