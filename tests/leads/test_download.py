"""Files of leads, as they are downloaded."""

from __future__ import annotations

import csv
import io

import pytest

from leads.exporting import LeadExport
from leads.service import LeadService
from tests.leads.test_routes import made


@pytest.fixture(autouse=True)
def exporting(app):
    """The file writer, if the installation has none."""
    services = app.extensions["services"]
    services.setdefault(LeadExport, LeadExport(services[LeadService], Zipped()))


class Zipped:
    def write_table(self, target, title, columns, rows):
        target.write(b"PK" + repr(list(rows)).encode())


def test_a_csv_is_downloaded(staff):
    made(staff, name="Ann", company="=1+1")

    answer = staff.get("/leads/export")

    assert answer.mimetype == "text/csv"
    assert "leads.csv" in answer.headers["Content-Disposition"]
    (row,) = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""))
    assert row["company"] == "'=1+1"


def test_a_json_file_is_downloaded(staff):
    lead = made(staff, name="Ann")
    made(staff, name="Bob", status="won")

    answer = staff.get("/leads/export?format=json&status=new")

    assert answer.mimetype == "application/json"
    assert answer.get_json() == [lead]


def test_a_workbook_is_downloaded(staff):
    made(staff, name="Ann")

    answer = staff.get("/leads/export?format=xlsx")

    assert answer.status_code == 200
    assert answer.data[:2] == b"PK"


@pytest.mark.parametrize("query", ["format=exe", "status=unknown", "format=csv&since=soon"])
def test_a_wrong_export_is_refused_before_it_begins(staff, query):
    assert staff.get(f"/leads/export?{query}").status_code == 400
