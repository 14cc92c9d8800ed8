"""The endpoints of meetings, as staff and as visitors call them."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import Any

import icalendar
import pytest
from flask import Flask
from flask.testing import FlaskClient

from bootstrap import Services
from calendar_integration.booking import BookingService
from core.clock import SettableClock
from tests.calendar_integration.conftest import book

TEN = {"start": "2026-11-24T10:00:00+01:00", "end": "2026-11-24T10:30:00+01:00"}
FIELDS = {
    "id",
    "start",
    "end",
    "timezone",
    "status",
    "meet_link",
    "calendar_link",
    "ics_url",
    "manage_url",
}


@pytest.fixture
def app(make_app: Any) -> Flask:
    """A business in Berlin."""
    app: Flask = make_app(
        business_name="Parley GmbH",
        business_timezone="Europe/Berlin",
        business_hours="mon-fri 09:00-17:00",
        meeting_minutes=30,
        meeting_buffer_minutes=0,
        meeting_notice_minutes=60,
        meeting_horizon_days=14,
    )
    return app


@pytest.fixture
def booking(services: Services) -> BookingService:
    found: BookingService = services.get(BookingService)
    return found


@pytest.fixture
def link(booking: BookingService) -> str:
    """The path of a visitor's meeting, tomorrow at ten."""
    slot = booking.offer("ann", timezone="Asia/Kolkata")[0]
    meeting = book(booking, slot, timezone="Asia/Kolkata", title="<b>Roof</b> & more")
    return booking.links.at("").manage_url(meeting.id)


def meeting_at(booking: BookingService, link: str) -> Any:
    return booking.get_by_token(link.rpartition("/")[2])


# Staff


def test_staff_book_a_meeting(staff: FlaskClient) -> None:
    answer = staff.post("/saba/book-meeting", json={**TEN, "attendees": ["joan@example.com"]})

    assert answer.status_code == 201
    body = answer.get_json()
    assert body["status"] == "success"
    meeting = body["data"]["meeting"]
    assert set(meeting) == FIELDS
    assert (meeting["start"], meeting["end"]) == (TEN["start"], TEN["end"])
    assert (meeting["status"], meeting["timezone"]) == ("confirmed", "Europe/Berlin")
    assert meeting["manage_url"].startswith("http://localhost/meetings/")


def test_a_time_without_an_offset_is_business_time(staff: FlaskClient) -> None:
    answer = staff.post(
        "/saba/book-meeting",
        json={"start": "2026-11-24T10:00", "end": "2026-11-24T10:30", "timezone": "Asia/Kolkata"},
    )

    meeting = answer.get_json()["data"]["meeting"]
    assert meeting["start"] == "2026-11-24T14:30:00+05:30"


def test_a_time_that_is_taken_is_answered_with_free_ones(staff: FlaskClient) -> None:
    staff.post("/saba/book-meeting", json=TEN)

    answer = staff.post("/saba/book-meeting", json=TEN)

    assert answer.status_code == 409
    alternatives = answer.get_json()["data"]["alternatives"]
    assert len(alternatives) == 3
    assert staff.post("/saba/book-meeting", json=alternatives[0]).status_code == 201


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"start": "2026-11-20T10:00:00+01:00"}, "start"),
        ({"end": "2026-11-24T10:00:00+01:00"}, "end"),
        ({"end": "2026-11-24T09:00:00+01:00"}, "end"),
        ({"end": "2026-12-24T09:00:00+01:00"}, "end"),
        ({"start": "2026-02-30T10:00"}, "start"),
        ({"start": "2027-03-28T02:30", "end": "2027-03-28T03:30"}, "start"),
        ({"start": 12}, "start"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"attendees": ["nobody"]}, "attendees"),
        ({"title": ""}, "title"),
        ({"lead_id": "x" * 65}, "lead_id"),
        ({"lead_id": "lead_of_nobody"}, "lead_id"),
        ({"status": "confirmed"}, "status"),
        ({"id": "meeting_1"}, "id"),
        ({"host": "somebody"}, "host"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_booked(
    staff: FlaskClient, booking: BookingService, change: dict[str, Any], field: str
) -> None:
    answer = staff.post("/saba/book-meeting", json={**TEN, **change})

    assert answer.status_code == 400
    assert field in [error["field"] for error in answer.get_json()["data"]["errors"]]
    assert booking.list().meetings == []


def test_people_may_be_given_with_names(staff: FlaskClient, booking: BookingService) -> None:
    people = [{"name": "Joan Aleric", "email": "joan@example.com"}, "bo@example.com"]

    answer = staff.post("/saba/book-meeting", json={**TEN, "attendees": people})

    meeting = booking.get(answer.get_json()["data"]["meeting"]["id"])
    assert (meeting.attendee_name, meeting.guests) == ("Joan Aleric", ("bo@example.com",))


def test_a_repeated_call_books_once_and_answers_the_same(
    staff: FlaskClient, booking: BookingService
) -> None:
    headers = {"Idempotency-Key": "once"}

    first = staff.post("/saba/book-meeting", json=TEN, headers=headers)
    again = staff.post("/saba/book-meeting", json=TEN, headers=headers)
    other = staff.post("/saba/book-meeting", json={**TEN, "title": "x"}, headers=headers)

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert again.get_json() == first.get_json()
    assert len(booking.list().meetings) == 1


def test_a_refused_call_with_a_key_may_be_sent_again_with_another_time(
    staff: FlaskClient,
) -> None:
    staff.post("/saba/book-meeting", json=TEN)
    headers = {"Idempotency-Key": "twice"}

    taken = staff.post("/saba/book-meeting", json=TEN, headers=headers)
    instead = taken.get_json()["data"]["alternatives"][0]

    assert taken.status_code == 409
    assert staff.post("/saba/book-meeting", json=instead, headers=headers).status_code == 201


def test_staff_see_what_is_free(staff: FlaskClient) -> None:
    staff.post("/saba/book-meeting", json=TEN)

    answer = staff.get(
        "/saba/availability?from=2026-11-24T09:00&to=2026-11-24T11:00&timezone=Asia/Kolkata"
    )

    assert answer.get_json()["data"]["slots"] == [
        {"start": "2026-11-24T13:30:00+05:30", "end": "2026-11-24T14:00:00+05:30"},
        {"start": "2026-11-24T14:00:00+05:30", "end": "2026-11-24T14:30:00+05:30"},
        {"start": "2026-11-24T15:00:00+05:30", "end": "2026-11-24T15:30:00+05:30"},
    ]


def test_a_day_may_be_given_as_a_date_and_a_meeting_be_longer(staff: FlaskClient) -> None:
    day = staff.get("/saba/availability?from=2026-11-24&to=2026-11-24").get_json()
    long = staff.get("/saba/availability?from=2026-11-24&to=2026-11-24&duration=240").get_json()

    assert len(day["data"]["slots"]) == 16
    assert len(long["data"]["slots"]) == 9
    assert staff.get("/saba/availability").get_json()["data"]["slots"]


@pytest.mark.parametrize(
    "query",
    [
        "from=x",
        "from=2026-11-25&to=2026-11-24T00:00",
        "to=2029-01-01",
        "timezone=Mars",
        "duration=0",
        "duration=10000",
        "duration=x",
        "limit=1",
    ],
)
def test_an_impossible_question_for_free_times_is_refused(staff: FlaskClient, query: str) -> None:
    assert staff.get(f"/saba/availability?{query}").status_code == 400


def test_visitors_neither_book_nor_ask_as_staff_do(client: FlaskClient) -> None:
    assert client.post("/saba/book-meeting", json=TEN).status_code == 401
    assert client.get("/saba/availability").status_code == 401


# The visitor's link


def test_the_page_shows_the_meeting_and_nothing_of_the_person(
    client: FlaskClient, link: str
) -> None:
    answer = client.get(link)

    html = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Monday, 23 November 2026, 15:30–16:00 (Asia/Kolkata, UTC+05:30)" in unescape(html)
    assert "&lt;b&gt;Roof&lt;/b&gt; &amp; more" in html
    assert "ann@example.com" not in html
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_page_works_without_scripts_and_inline_styles(client: FlaskClient, link: str) -> None:
    html = client.get(link).get_data(as_text=True)

    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", html)
    styles = re.findall(r'rel="stylesheet" href="([^"]+)"', html)
    assert styles
    for style in styles:
        with client.get(style) as sheet:
            assert sheet.status_code == 200
    assert "unsafe-inline" not in client.get(link).headers["Content-Security-Policy"]


def test_the_meeting_moves_by_a_button_of_the_page(
    client: FlaskClient, booking: BookingService, link: str
) -> None:
    html = unescape(client.get(link).get_data(as_text=True))
    [action] = re.findall(r'<form method="post" action="([^"]+reschedule)"', html)
    start = re.findall(r'name="start" value="([^"]+)"', html)[5]

    moved = client.post(action, data={"start": start})

    assert moved.status_code == 303
    page = client.get(moved.headers["Location"]).get_data(as_text=True)
    assert "Your meeting has been moved." in page
    assert meeting_at(booking, link).start == datetime.fromisoformat(start)


def test_the_meeting_is_cancelled_by_the_page_and_says_so(
    client: FlaskClient, booking: BookingService, link: str
) -> None:
    cancelled = client.post(f"{link}/cancel", content_type="application/x-www-form-urlencoded")

    page = client.get(cancelled.headers["Location"]).get_data(as_text=True)
    assert "Your meeting has been cancelled." in page
    assert "<form" not in page
    assert meeting_at(booking, link).status == "cancelled"


@pytest.mark.parametrize("done", ["moved", "cancelled", "booked", "<script>"])
def test_the_page_claims_nothing_that_did_not_happen(
    client: FlaskClient, link: str, done: str
) -> None:
    page = client.get(link, query_string={"done": done}).get_data(as_text=True)

    assert "has been" not in page
    assert "<script>" not in page


def test_a_time_that_was_taken_is_said_on_the_page_with_others_to_choose(
    client: FlaskClient, booking: BookingService, link: str
) -> None:
    target = booking.free_for_move(meeting_at(booking, link).id)[3]
    booking.book_at(target.start, target.end)

    answer = client.post(f"{link}/reschedule", data={"start": target.start.isoformat()})

    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert 'role="alert"' in html
    assert html.count('name="start"') > 20


def test_a_program_moves_and_cancels_with_json(
    client: FlaskClient, booking: BookingService, link: str
) -> None:
    target = booking.free_for_move(meeting_at(booking, link).id)[3]

    moved = client.post(f"{link}/reschedule", json={"start": target.start.isoformat()})
    cancelled = client.post(f"{link}/cancel", json={})
    again = client.post(f"{link}/cancel")

    assert set(moved.get_json()["data"]["meeting"]) == FIELDS
    assert datetime.fromisoformat(moved.get_json()["data"]["meeting"]["start"]) == target.start
    assert cancelled.get_json()["data"]["meeting"]["status"] == "cancelled"
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"start": "never"}, 400),
        ({"start": "2026-11-20T10:00Z"}, 400),
        ({"start": "2026-11-24T03:00:00+01:00"}, 422),
        ({"start": "2026-11-24T10:00:00+01:00", "end": "2026-11-30T10:00:00+01:00"}, 400),
    ],
)
def test_a_wrong_move_is_refused_and_the_meeting_stays(
    client: FlaskClient, booking: BookingService, link: str, body: dict[str, str], status: int
) -> None:
    before = meeting_at(booking, link)

    answer = client.post(f"{link}/reschedule", json=body)

    assert answer.status_code == status
    assert answer.get_json()["status"] == "error"
    assert meeting_at(booking, link) == before


def test_the_file_is_for_any_calendar(client: FlaskClient, link: str) -> None:
    answer = client.get(f"{link}.ics")

    assert answer.mimetype == "text/calendar"
    [event] = icalendar.Calendar.from_ical(answer.get_data()).walk("VEVENT")
    assert event["DTSTART"].dt.isoformat() == "2026-11-23T10:00:00+00:00"
    assert event["URL"] == f"http://localhost{link}"
    assert event["SUMMARY"] == "<b>Roof</b> & more"


def test_a_link_that_is_not_ours_leads_nowhere(client: FlaskClient, link: str) -> None:
    for wrong in (f"{link}x", link[:-1], "/meetings/meeting_1", f"{link[:-10]}AAAAAAAAAA"):
        for path in (wrong, f"{wrong}.ics"):
            answer = client.get(path)
            assert answer.status_code == 404
            assert answer.get_json()["status"] == "error"
        assert client.post(f"{wrong}/cancel", json={}).status_code == 404
        page = client.get(wrong, headers={"Accept": "text/html"})
        assert page.status_code == 404
        assert "This meeting was not found" in page.get_data(as_text=True)


def test_nothing_is_changed_by_looking(
    client: FlaskClient, booking: BookingService, link: str
) -> None:
    before = meeting_at(booking, link)
    for path in (link, f"{link}.ics", f"{link}/cancel", f"{link}/reschedule"):
        client.get(path)
        client.head(path)

    assert meeting_at(booking, link) == before


def test_another_site_cannot_post_with_a_visitors_browser(
    client: FlaskClient, booking: BookingService, link: str
) -> None:
    answer = client.post(f"{link}/cancel", data={}, headers={"Origin": "https://evil.example"})

    assert answer.status_code == 403
    assert meeting_at(booking, link).is_open


def test_a_meeting_that_has_begun_shows_no_buttons(
    client: FlaskClient, booking: BookingService, clock: SettableClock, link: str
) -> None:
    clock.set(meeting_at(booking, link).start)

    assert "<form" not in client.get(link).get_data(as_text=True)
    assert client.post(f"{link}/cancel", json={}).status_code == 409
