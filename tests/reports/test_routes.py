"""`/leads/reports` as a program with the staff key calls it."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.application import StaffClient
from tests.faults.disk import small_disk

GENERATE = "/leads/reports/generate"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def generate(staff, body=None, **headers):
    return staff.post(GENERATE, json=body or {}, headers=headers)


def test_a_report_is_generated_listed_and_downloaded(staff, tmp_path):
    staff.post("/leads", json={"name": "Ann Lee", "email": "ann@example.com"})

    answer = generate(staff)

    assert answer.status_code == 201
    assert answer.json["status"] == "success"
    made = answer.json["data"]
    assert made["filename"] == "daily_leads_2026-11-23_100000.xlsx"
    assert (made["date"], made["kind"], made["rows"]) == ("2026-11-23", "on_demand", 1)
    assert made["made_at"] == "2026-11-23T09:00:00+00:00"
    assert (tmp_path / "client_data" / "daily_lead_reports" / made["filename"]).is_file()

    listed = staff.get("/leads/reports").json["data"]
    assert listed == {"reports": [made], "next_cursor": None}

    with staff.get(made["download_url"]) as file:
        assert file.status_code == 200
        assert file.mimetype == XLSX
        assert file.headers["Content-Disposition"] == f"attachment; filename={made['filename']}"
        assert file.headers["Cache-Control"] == "no-store"
        assert len(file.data) == made["size"]
        sheet = load_workbook(io.BytesIO(file.data))["Leads of the day"]
    assert sheet["B2"].value == "Ann Lee"


def test_a_day_that_is_past_can_be_asked_for(staff):
    made = generate(staff, {"date": "2026-11-02"}).json["data"]

    assert made["filename"].startswith("daily_leads_2026-11-02_")


@pytest.mark.parametrize(
    "date", ["2026-11-24", "2030-01-01", "1970-01-01", "tomorrow", "23.11.2026", "2026-02-30", 5]
)
def test_a_day_that_cannot_be_reported_is_refused_by_name(staff, date):
    answer = generate(staff, {"date": date})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json["data"]["errors"]] == ["date"]
    assert staff.get("/leads/reports").json["data"]["reports"] == []


def test_the_same_key_gives_the_first_answer_again(staff, clock):
    first = generate(staff, {"date": "2026-11-20"}, **{"Idempotency-Key": "k1"})
    clock.advance(timedelta(minutes=5))
    again = generate(staff, {"date": "2026-11-20"}, **{"Idempotency-Key": "k1"})
    other = generate(staff, {"date": "2026-11-21"}, **{"Idempotency-Key": "k1"})

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert again.json == first.json
    assert len(staff.get("/leads/reports").json["data"]["reports"]) == 1


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_is_none_is_refused(staff, key):
    assert generate(staff, **{"Idempotency-Key": key}).status_code == 400


def test_the_list_is_read_with_cursors(staff):
    names = {generate(staff).json["data"]["filename"] for _ in range(3)}

    first = staff.get("/leads/reports?limit=2").json["data"]
    rest = staff.get(f"/leads/reports?cursor={first['next_cursor']}").json["data"]

    assert {each["filename"] for each in first["reports"] + rest["reports"]} == names
    assert rest["next_cursor"] is None
    assert staff.get("/leads/reports?cursor=nonsense").status_code == 400


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2fparley.db",
        "%2e%2e%2fparley.db",
        "..%5cparley.db",
        "....//parley.db",
        "%2fetc%2fpasswd",
        "daily_leads_2026-11-23_100000.xlsx%2f..%2f..%2f.admin_api_key",
        "nothing.xlsx",
    ],
)
def test_no_other_file_can_be_downloaded(staff, tmp_path, name):
    folder = tmp_path / "client_data" / "daily_lead_reports"
    folder.mkdir()
    (folder / "nothing.xlsx").write_text("not one of ours")

    answer = staff.get(f"/leads/reports/download/{name}")

    assert answer.status_code == 404
    assert answer.json["status"] == "error"


def test_reports_are_for_staff_only(client):
    assert client.post(GENERATE, json={}).status_code == 401
    assert client.get("/leads/reports").status_code == 401
    assert client.get("/leads/reports/download/x.xlsx").status_code == 401


def test_an_erased_person_takes_the_reports_along(staff):
    lead = staff.post("/leads", json={"name": "Ann"}).json["data"]["lead"]
    made = generate(staff).json["data"]

    erased = staff.delete(f"/leads/{lead['id']}")

    assert erased.json["data"]["erasure"]["removed"]["reports"] == 1
    assert staff.get(made["download_url"]).status_code == 404
    assert staff.get("/leads/reports").json["data"]["reports"] == []


def test_the_leads_export_is_a_workbook(staff):
    staff.post("/leads", json={"name": "Ann", "company": "@SUM(1)"})

    answer = staff.get("/leads/export?format=xlsx")

    assert answer.status_code == 200
    assert answer.mimetype == XLSX
    sheet = load_workbook(io.BytesIO(answer.data))["Leads"]
    assert [cell.data_type for cell in sheet["F"]] == ["s", "s"]
    assert sheet["F2"].value == "'@SUM(1)"


def test_a_disk_without_room_is_a_503_that_says_what_to_do(make_app, tmp_path):
    with small_disk(tmp_path / "disk", kilobytes=1024) as disk:
        app = make_app(client_data_dir=disk.path / "data")
        (Path(disk.path) / "data" / "daily_lead_reports").mkdir(parents=True, exist_ok=True)
        disk.fill(leaving_bytes=8192)

        answer = generate(StaffClient(app, app.response_class))

        assert answer.status_code == 503
        assert "Free some space" in answer.json["message"]
        assert "Retry-After" not in answer.headers
        disk.empty()
