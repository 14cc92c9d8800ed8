"""Workbooks, as openpyxl reads them back: typed, fit for reading and for paper, never alive."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from leads.exports import Column
from reports.layout import About, Cell, Page, Table
from reports.workbook import Book, Sheets
from tests.reports.hostile import TEXTS

BERLIN = ZoneInfo("Europe/Berlin")
COLUMNS = (
    Column("name", width=24),
    Column("made", "instant", 18),
    Column("day", "day", 12),
    Column("from", "clock", 8),
    Column("score", "number", 8),
)
AT = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
ROW = ("Ann", AT, date(2026, 11, 23), AT, 75)


def written(rows, columns=COLUMNS):
    file = io.BytesIO()
    Sheets(BERLIN, "Lindner & Park").write_table(file, "Leads", columns, iter(rows))
    return file


def parts_of(file):
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_each_column_has_its_type_and_format():
    sheet = load_workbook(written([ROW]))["Leads"]
    name, made, day, start, score = sheet[2]

    assert (name.value, name.data_type, name.number_format) == ("Ann", "s", "@")
    assert (made.value, made.number_format) == (datetime(2026, 11, 23, 17, 30), "yyyy-mm-dd hh:mm")
    assert day.value == datetime(2026, 11, 23)
    assert day.is_date and made.is_date and start.is_date
    assert (start.value.hour, start.value.minute) == (17, 30)
    assert (score.value, score.data_type) == (75, "n")


def test_a_table_is_fit_for_the_screen_and_for_paper():
    sheet = load_workbook(written([ROW, ROW]))["Leads"]

    assert [cell.value for cell in sheet[1]] == [column.name for column in COLUMNS]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions == "A1:E3"
    assert sheet.column_dimensions["A"].width == 24
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert "Europe/Berlin" in sheet.oddFooter.left.text


def test_typing_into_a_cell_makes_no_formula_of_it_either():
    sheet = load_workbook(written([ROW]))["Leads"]

    assert sheet["A2"].quotePrefix
    assert not sheet["E2"].quotePrefix


def test_no_text_becomes_a_formula_a_link_or_a_field():
    columns = [Column(text[:40] or "x") for text in TEXTS[:9]]
    file = written([[text] * len(columns) for text in TEXTS], columns)
    parts = parts_of(file)
    cells = [cell for row in load_workbook(file)["Leads"].iter_rows() for cell in row]

    assert not [name for name, xml in parts.items() if "<f>" in xml or "<f " in xml]
    assert "<hyperlink" not in "".join(parts.values())
    assert "External" not in "".join(xml for name, xml in parts.items() if name.endswith(".rels"))
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell.value for cell in cells if cell.data_type == "n" and cell.value is not None]


def test_text_laid_out_on_a_page_is_no_formula_either(tmp_path):
    page = Page("Page", [Cell(n, 1, text) for n, text in enumerate(TEXTS, 1)], widths=(20,))
    book = Book(tmp_path, BERLIN, About(title="=1+1", creator="@SUM(1) & Sons", footer="&D =1"))
    book.add_page(page)
    file = io.BytesIO()
    book.save(file)

    sheet = load_workbook(file)["Page"]
    assert {cell.data_type for (cell,) in sheet.iter_rows() if cell.value is not None} == {"s"}
    assert "<f>" not in parts_of(file)["xl/worksheets/sheet1.xml"]
    assert sheet.oddFooter.left.text == "&&D =1"


def test_a_table_without_rows_says_so(tmp_path):
    book = Book(tmp_path, BERLIN, About("t", "c"))
    count = book.add_table(Table("Empty", COLUMNS, [], note="Nothing today."))
    file = io.BytesIO()
    book.save(file)

    sheet = load_workbook(file)["Empty"]
    assert count == 0
    assert sheet["A2"].value == "Nothing today."
    assert sheet.auto_filter.ref == "A1:E1"


def test_a_page_can_come_before_the_tables_it_sums_up(tmp_path):
    book = Book(tmp_path, BERLIN, About("t", "c"))
    book.reserve("Summary")
    count = book.add_table(Table("Data", COLUMNS, [ROW] * 3))
    book.add_page(Page("Summary", [Cell(1, 1, count, "number")], widths=(10,)))
    file = io.BytesIO()
    book.save(file)

    workbook = load_workbook(file)
    assert workbook.sheetnames == ["Summary", "Data"]
    assert workbook["Summary"]["A1"].value == workbook["Data"].max_row - 1 == 3


def test_reading_row_by_row_sees_every_row():
    workbook = load_workbook(written([ROW] * 5000), read_only=True)

    assert sum(1 for _ in workbook["Leads"].iter_rows()) == 5001
    workbook.close()


@pytest.mark.parametrize("rows", [500, 30_000])
def test_memory_does_not_grow_with_the_rows(rows, tmp_path):
    tracemalloc.start()
    with (tmp_path / "table.xlsx").open("wb") as file:
        Sheets(BERLIN).write_table(file, "Leads", COLUMNS, (ROW for _ in range(rows)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 8_000_000
