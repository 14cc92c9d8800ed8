"""Files for other programs: complete, and without a live formula."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Impossible
from leads import exporting
from leads.exporting import LeadExport, WorkbookHere
from leads.exports import COLUMNS, harmless
from leads.model import LeadFilter
from tests.leads.hostile import FORMULAS, HOSTILE_TEXTS

STARTS = "=+-@\t\r\n\0＝＋－＠"


class Sheets:
    """Keeps what would be written."""

    def write_table(self, target, title, columns, rows):
        self.title, self.columns, self.rows = title, columns, [list(row) for row in rows]
        target.write(b"workbook")


@pytest.fixture
def sheets():
    return Sheets()


@pytest.fixture
def export(leads, sheets):
    return LeadExport(leads, WorkbookHere(leads, sheets))


def table(export, wanted=LeadFilter()):  # noqa: B008 - frozen
    text = "".join(export.csv(wanted))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def is_live(cell):
    return bool(cell) and (cell[0] in STARTS or cell.lstrip(' \u00a0\u200b\ufeff"')[:1] in STARTS)


def test_every_lead_is_a_row(leads, export, clock):
    for name in ("Ann", "Bob"):
        leads.create({"name": name, "company": 'He said "hi", twice'}, "sam")
        clock.advance(timedelta(seconds=1))

    rows = table(export)

    assert [row["name"] for row in rows] == ["Bob", "Ann"]
    assert rows[0]["company"] == 'He said "hi", twice'
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert rows[1]["created_at"] == "2026-11-23T09:00:00+00:00"


def test_a_number_stays_readable(leads, export):
    leads.create({"phone": "+49 30 901820"}, "sam")

    assert table(export)[0]["phone"] == "'+4930901820"


def test_no_cell_of_a_file_is_a_formula(leads, export, sheets):
    for text in FORMULAS:
        fields = {"name": "A " + text, "company": text, "need": text, "owner": text}
        lead = leads.create(fields, "sam").lead
        leads.add_note(lead.id, text, "sam")

    cells = [cell for row in table(export) for cell in row.values()]
    b"".join(export.workbook(LeadFilter()))
    cells += [cell for row in sheets.rows for cell in row if isinstance(cell, str)]

    assert len(cells) > 20 * len(FORMULAS)
    assert [cell for cell in cells if is_live(cell)] == []


@given(text=st.text(alphabet=st.characters(codec="utf-8")))
def test_harmless_text_is_the_text_with_at_most_an_apostrophe(text):
    assert harmless(text) in (text, "'" + text)
    assert not is_live(harmless(text))


@pytest.mark.parametrize("text", ["Ann", "a=b", "3-4", "", "I said -no-", "ann@example.com"])
def test_ordinary_text_is_left_alone(text):
    assert harmless(text) == text


def test_json_is_whole_whatever_was_typed(leads, export):
    for text in HOSTILE_TEXTS:
        leads.create({"name": "Ann " + text[:100], "need": text}, "sam")

    found = json.loads("".join(export.json(LeadFilter())))

    assert len(found) == len(HOSTILE_TEXTS)
    assert {lead["name"][:3] for lead in found} == {"Ann"}


def test_an_empty_export_is_a_table_without_rows(export):
    assert table(export) == []
    assert json.loads("".join(export.json(LeadFilter()))) == []


def test_an_export_keeps_to_the_filters(leads, export):
    leads.create({"name": "Ann", "status": "won"}, "sam")
    leads.create({"name": "Bob"}, "sam")

    assert [row["name"] for row in table(export, LeadFilter(status="won"))] == ["Ann"]


def test_a_workbook_has_typed_columns(leads, export, sheets, clock):
    leads.create({"name": "Ann", "next_follow_up_at": clock.now()}, "sam")

    assert b"".join(export.workbook(LeadFilter())) == b"workbook"

    row = dict(zip([column.name for column in sheets.columns], sheets.rows[0], strict=True))
    assert sheets.title == "Leads"
    assert row["created_at"] == row["next_follow_up_at"] == clock.now()
    assert isinstance(row["score"], int)


def test_more_leads_than_a_sheet_can_hold_are_refused_with_a_remedy(leads, export, monkeypatch):
    monkeypatch.setattr(exporting, "MOST_SHEET_ROWS", 1)
    leads.create({"name": "Ann"}, "sam")
    assert b"".join(export.workbook(LeadFilter())) == b"workbook"
    leads.create({"name": "Bob"}, "sam")

    with pytest.raises(Impossible, match="format=csv"):
        export.workbook(LeadFilter())
