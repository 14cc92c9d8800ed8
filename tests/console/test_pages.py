"""Every page of the console: who may see it, what it is made of, and its errors."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from core.clock import SettableClock
from tests.application import STAFF_KEY, StaffClient
from tests.console.html import Page

PAGES = (
    "/console/today",
    "/console/leads",
    "/console/conversations",
    "/console/calendar",
    "/console/calendar?when=past",
    "/console/reports",
    "/console/instruction",
    "/console/health",
)


@pytest.fixture
def person(client: FlaskClient) -> FlaskClient:
    """Somebody in a browser, signed in."""
    page = client.get("/console/sign-in").get_data(as_text=True)
    client.post("/console/sign-in", data={"key": STAFF_KEY, "csrf_token": token_in(page)})
    return client


def token_in(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def new_lead(staff: StaffClient, **fields: str) -> str:
    made = staff.post("/leads", json={"name": "Ann", **fields})
    return str(made.get_json()["data"]["lead"]["id"])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_script_style_or_handler_of_its_own(staff: StaffClient, path: str) -> None:
    answer = staff.get(path)
    page = Page(answer.get_data(as_text=True))

    assert answer.status_code == 200
    assert page.faults == []
    assert page.unlabelled() == []
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_staff_only(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/console/sign-in?next=/console/")


@pytest.mark.parametrize("path", ["/console/today", "/console/leads", "/console/conversations"])
def test_an_empty_page_teaches_the_next_step(staff: StaffClient, path: str) -> None:
    page = Page(staff.get(path).get_data(as_text=True))

    assert "/" in page.addresses
    assert "demo page" in page.words


def test_the_console_begins_with_today(staff: StaffClient) -> None:
    assert staff.get("/console").headers["Location"] == "/console/today"


def test_an_address_that_leads_nowhere_is_a_page_that_leads_on(staff: StaffClient) -> None:
    for path in ("/console/nothing", "/console/leads/lead_nobody", "/console/calendar/none"):
        answer = staff.get(path)
        page = Page(answer.get_data(as_text=True))

        assert (answer.status_code, answer.mimetype) == (404, "text/html")
        assert "/console/today" in page.addresses


@pytest.mark.parametrize(
    "path",
    [
        "/console/leads?cursor=x",
        "/console/leads?cursor=WyJhIl0",
        "/console/leads?status=nonsense",
        "/console/leads?since=yesterday",
        "/console/leads?colour=red",
        "/console/conversations?cursor=x",
        "/console/conversations?cursor=WzEsMl0",
        "/console/calendar?cursor=WyJhIiwiYiJd",
        "/console/reports?cursor=WyJhIiwiYiJd",
        "/console/instruction?version=x",
        "/console/instruction?version=-1",
    ],
)
def test_an_address_that_was_tampered_with_is_refused_kindly(staff: StaffClient, path: str) -> None:
    answer = staff.get(path)

    assert (answer.status_code, answer.mimetype) == (400, "text/html")
    assert 'role="alert"' in answer.get_data(as_text=True)


def forms(app: Flask) -> list[str]:
    return [
        re.sub(r"<[^>]+>", "x", rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/console") and "POST" in (rule.methods or ())
    ]


def test_no_form_is_taken_without_its_token(app: Flask, person: FlaskClient) -> None:
    assert len(forms(app)) >= 12
    for path in forms(app):
        answer = person.post(path, data={"csrf_token": "made up"})

        assert answer.status_code == 403, path


def test_who_was_signed_out_meanwhile_is_told_so_on_a_page(client: FlaskClient) -> None:
    answer = client.post("/console/leads/x/change", data={"name": "Ann"})

    assert (answer.status_code, answer.mimetype) == (401, "text/html")
    assert "Sign in again" in answer.get_data(as_text=True)


def test_the_list_goes_on_where_it_stopped_and_shows_each_lead_once(staff: StaffClient) -> None:
    made = [new_lead(staff, need=f"need {number}") for number in range(120)]
    seen: list[str] = []
    address: str | None = "/console/leads?source=manual"
    while address:
        page = Page(staff.get(address).get_data(as_text=True))
        seen += [a.rpartition("/")[2] for a in page.addresses if a.startswith("/console/leads/")]
        address = next((a for a in page.addresses if "cursor=" in a), None)

    assert sorted(seen) == sorted(made)


def test_a_filter_stays_in_the_address_of_what_comes_next_and_of_the_export(
    staff: StaffClient,
) -> None:
    for _ in range(60):
        new_lead(staff, owner="Kim & Co", status="qualified")
    page = Page(
        staff.get("/console/leads?owner=Kim+%26+Co&status=qualified").get_data(as_text=True)
    )
    kept = [a for a in page.addresses if "cursor=" in a or a.startswith("/leads/export")]

    assert len(kept) == 5  # the button's link and its htmx twin, and three files
    assert all("Kim" in a and "%26" in a and "status=qualified" in a for a in kept)


def test_times_are_said_in_words_and_exactly_in_the_business_zone(
    staff: StaffClient, clock: SettableClock
) -> None:
    lead = new_lead(staff, next_follow_up_at="2026-11-23T11:00:00Z")
    html = staff.get(f"/console/leads/{lead}").get_data(as_text=True)

    assert re.search(
        r'<time datetime="2026-11-23T11:00:00\+00:00" title="Monday, 23 November 2026, \d\d:00 '
        r'\([A-Za-z_/]+\)">in 2 h</time>',
        html,
    )


def test_a_follow_up_typed_in_business_time_is_that_instant(staff: StaffClient) -> None:
    lead = new_lead(staff)
    staff.post(f"/console/leads/{lead}/change", data={"next_follow_up_at": "2026-07-01T09:30"})
    html = staff.get(f"/console/leads/{lead}").get_data(as_text=True)

    assert 'value="2026-07-01T09:30"' in html


def test_what_is_not_a_field_of_the_form_cannot_be_changed(staff: StaffClient) -> None:
    lead = new_lead(staff)
    answer = staff.post(f"/console/leads/{lead}/change", data={"score": "100"})

    assert answer.status_code == 400
    assert staff.get(f"/leads/{lead}").get_json()["data"]["lead"]["score"] < 100


def test_an_instruction_saved_over_a_newer_one_is_refused_and_not_lost(staff: StaffClient) -> None:
    staff.post("/system-instruction", json={"system_instruction": "Theirs"})
    answer = staff.post(
        "/console/instruction", data={"text": "Mine", "note": "", "based_on": "0", "intent": "save"}
    )
    page = Page(answer.get_data(as_text=True))

    assert answer.status_code == 409
    assert "Mine" in page.words and "Theirs" in page.words
    assert staff.get("/system-instruction").get_json()["data"]["version"] == 1
