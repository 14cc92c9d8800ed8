"""Connecting Google: consent bound to the session, the token kept encrypted, taking it back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from calendar_integration.connection import CalendarConnection
from calendar_integration.google_calendar import GoogleApi, GoogleCalendar, Place
from calendar_integration.google_store import google_accounts
from core.clock import SettableClock
from core.database import Database
from core.errors import Unavailable
from tests.application import MakeApp, StaffClient
from tests.calendar_integration.google_office import Office
from tests.calendar_integration.service_key import service_account_file
from tests.fakes.google_server import GoogleServer


@pytest.fixture
def database(sqlite_url: str) -> Database:
    return Database(sqlite_url)


def stored_tokens(office: Office) -> list[str]:
    with office.services.database.read() as connection:
        return list(connection.execute(select(google_accounts.c.sealed_token)).scalars())


def test_consent_connects_the_calendar(office: Office) -> None:
    answer = office.connect()

    assert answer.status_code == 200, answer.text
    assert answer.get_json()["data"] == {"account": "owner@example.com"}
    assert office.health() == {"status": "healthy", "message": "Google Calendar.",
                               "kind": "google", "waiting": 0}  # fmt: skip
    page = office.staff.get("/console/calendar/connection", headers={"Accept": "text/html"}).text
    assert "owner@example.com" in page


def test_google_is_asked_for_no_more_than_is_needed(office: Office) -> None:
    asked = parse_qs(urlsplit(office.begin()).query)

    scopes = sorted(scope.rpartition("/")[2] for scope in asked["scope"][0].split())
    assert scopes == ["calendar.events.owned", "calendar.freebusy"]
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) == 43
    assert asked["access_type"] == ["offline"] and asked["prompt"] == ["consent"]
    assert asked["redirect_uri"] == ["http://localhost/oauth2callback"]


def test_only_the_state_of_this_session_is_accepted_and_once(office: Office) -> None:
    office.connected()
    kept = stored_tokens(office)
    other = StaffClient(office.app, office.app.response_class)
    foreign = office.google.consent(office.begin())

    assert office.come_back("/oauth2callback?code=x").status_code == 400  # and ends the attempt
    assert office.come_back(foreign).status_code == 400
    url = office.google.consent(office.begin())
    edited = url.replace("state=", "state=A")
    assert office.come_back(edited).status_code == 400
    url = office.google.consent(office.begin())
    parts = urlsplit(url)
    assert other.get(f"{parts.path}?{parts.query}").status_code == 400
    assert office.come_back(url).status_code == 200
    kept_anew = stored_tokens(office)
    assert office.come_back(url).status_code == 400
    assert stored_tokens(office) == kept_anew != kept


def test_an_attempt_is_good_for_ten_minutes(office: Office) -> None:
    url = office.google.consent(office.begin())
    office.clock.advance(timedelta(minutes=11))

    assert office.come_back(url).status_code == 400
    assert stored_tokens(office) == []


def test_what_was_not_allowed_is_told_and_nothing_is_kept(office: Office) -> None:
    denied = office.connect(deny=True)
    unticked = office.connect(untick="freebusy")

    assert (denied.status_code, unticked.status_code) == (422, 422)
    assert "tick every box" in unticked.get_json()["message"]
    assert stored_tokens(office) == []


def test_without_lasting_access_nothing_is_kept(office: Office) -> None:
    office.google.accounts.gives_refresh_token = False

    assert office.connect().status_code == 422
    assert stored_tokens(office) == []


def test_another_account_does_not_take_the_place_of_the_connected_one(office: Office) -> None:
    office.connected()
    kept = stored_tokens(office)
    office.google.calendars.owner = "somebody@example.com"

    refused = office.connect()

    assert refused.status_code == 409
    assert "Disconnect it first" in refused.get_json()["message"]
    assert stored_tokens(office) == kept


def test_disconnecting_gives_the_access_back(office: Office) -> None:
    office.connected()

    assert office.staff.post("/authorize/revoke", json={}).get_json()["data"] == {"revoked": True}
    assert len(office.google.accounts.revoked) == 1
    assert stored_tokens(office) == []
    assert office.health()["kind"] == "built-in"
    assert office.booked().status == "confirmed"


def test_access_that_google_did_not_take_back_is_kept(office: Office) -> None:
    office.connected()
    office.google.will("POST", "/revoke", status=503)

    assert office.staff.post("/authorize/revoke", json={}).status_code == 502
    assert len(stored_tokens(office)) == 1


def test_the_token_lies_nowhere_in_clear(office: Office, tmp_path: Path) -> None:
    office.connected().booked()
    [token] = office.google.accounts.refresh
    answers = [
        office.staff.get(path).data
        for path in ("/api/v1/health", "/console/calendar/connection", "/console/health")
    ]

    held = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(held) > 2
    assert not any(token.encode() in data for data in held + answers)


def test_a_token_is_read_with_a_former_key(office: Office) -> None:
    office.connected()
    former = office.services.settings.secret
    office._settings |= {"secret_key": "quite-another-key-0123456789", "former_secret_keys": former}

    assert office.another_process().booked().meet_link is not None


def test_a_token_of_a_lost_key_asks_to_connect_again(office: Office) -> None:
    office.connected()
    office._settings |= {"secret_key": "quite-another-key-0123456789"}
    other = office.another_process()

    assert other.booked().status == "pending"
    assert "connect it again" in other.health()["message"]


@pytest.mark.parametrize("path", ["/authorize", "/oauth2callback?state=x&code=y"])
def test_only_staff_may_connect(office: Office, path: str) -> None:
    assert office.app.test_client().get(path).status_code == 401


def test_without_a_client_it_says_what_to_set(staff: StaffClient) -> None:
    refused = staff.get("/authorize")

    assert refused.status_code == 422
    assert "GOOGLE_OAUTH_CLIENT_SECRETS" in refused.get_json()["message"]


def test_people_are_told_on_a_page(office: Office) -> None:
    browser = {"Accept": "text/html"}
    refused = office.come_back("/oauth2callback?state=x&code=y", headers=browser)

    assert refused.status_code == 400
    assert "begin again" in refused.text and "Connect Google Calendar" in refused.text
    url = office.google.consent(office.begin())
    connected = office.come_back(url, headers=browser)
    assert connected.status_code == 303
    assert connected.headers["Location"] == "/console/calendar/connection"


def test_a_service_account_that_acts_for_a_person_invites(
    google: GoogleServer, make_app: MakeApp, clock: SettableClock, tmp_path: Path
) -> None:
    office = Office(
        make_app,
        google,
        clock,
        tmp_path,
        google_oauth_client_secrets=None,
        google_service_account_file=service_account_file(tmp_path, google.url),
        google_service_account_subject="team@example.com",
        google_calendar_id="team@example.com",
    )

    meeting = office.booked()

    [event] = google.calendars.living
    assert meeting.status == "confirmed" and meeting.meet_link == event["hangoutLink"]
    assert office.health()["kind"] == "service-account"
    google.accounts.access.clear()
    google.will("POST", "/token", status=400, reason="invalid_grant", times=9)
    with pytest.raises(Unavailable):  # what nobody can ask about is not sold
        office.book("bob")
    assert "refuses the service account" in office.health()["message"]
    google.forgive()
    clock.advance(timedelta(minutes=6))
    assert office.booked("bob").status == "confirmed"
    assert "by a service account" in office.staff.get("/console/calendar/connection").text


def test_who_may_not_invite_asks_google_for_no_guests_and_no_link(office: Office) -> None:
    office.connected()
    office.google.calendars.may_invite = False
    connection = office.services.get(CalendarConnection)
    access = NotInviting(connection.access)
    place = Place("primary", ZoneInfo("Europe/Berlin"))
    calendar = GoogleCalendar(GoogleApi(office.google.url), access, place, office.clock)

    event = calendar.put(office.book())

    [stored] = office.google.calendars.living
    assert event.meet_link is None and not event.awaits_link
    assert "attendees" not in stored and "ann@example.com" in stored["description"]


class NotInviting:
    """Somebody's credentials, with a service account's limits."""

    may_invite = False

    def __init__(self, access: Any) -> None:
        self._access = access

    def __getattr__(self, name: str) -> Any:
        return getattr(self._access, name)
