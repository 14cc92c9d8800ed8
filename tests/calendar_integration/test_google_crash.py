"""kill -9 while meetings are booked, moved and cancelled in Google: one meeting, one event."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from calendar_integration.google_events import event_id_of
from tests.effort import THOROUGH
from tests.fakes.google_server import GoogleServer
from tests.process.calling import RATES
from tests.servers.service import RunningService, running_service

KILLS = 12 if THOROUGH else 4
OPEN_ALL_DAY = {"BUSINESS_HOURS": "mon-sun 00:00-24:00", "MEETING_BUFFER_MINUTES": "0"}


def connect(service: RunningService, google: GoogleServer) -> None:
    with httpx2.Client(base_url=service.url, headers=service.staff, timeout=20) as staff:
        asked = staff.get("/authorize")
        back = urlsplit(google.consent(asked.headers["Location"]))
        assert staff.get(f"{back.path}?{back.query}").status_code == 200


class Team(threading.Thread):
    """Books, moves and cancels until it is told to stop; a call that is cut is not repeated."""

    def __init__(self, service: RunningService) -> None:
        super().__init__()
        self._service = service
        self._at = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.is_set():
            try:
                self._one_more()
            except httpx2.HTTPError:
                time.sleep(0.05)

    def _one_more(self) -> None:
        self._at += timedelta(hours=2)
        body = {"start": _text(self._at), "end": _text(self._at + timedelta(minutes=30))}
        booked = self._post("/saba/book-meeting", body)
        if booked is None:
            return
        path = urlsplit(booked["manage_url"]).path
        self._post(f"{path}/reschedule", {"start": _text(self._at + timedelta(minutes=30))})
        if self._at.hour % 4 == 0:
            self._post(f"{path}/cancel", {})

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        answer = httpx2.post(
            self._service.url + path, json=body, headers=self._service.staff, timeout=20
        )
        return answer.json()["data"]["meeting"] if answer.is_success else None


@pytest.mark.crash
def test_after_kills_at_any_instant_each_meeting_has_one_event(tmp_path: Path) -> None:
    dice = random.Random(20261127)
    with GoogleServer() as google:
        environment = {
            **RATES,
            **OPEN_ALL_DAY,
            "GOOGLE_OAUTH_CLIENT_SECRETS": str(google.secrets_file(tmp_path)),
            "GOOGLE_CALENDAR_ENDPOINT": google.url,
        }
        with running_service(environment) as service:
            connect(service, google)
            team = Team(service)
            team.start()
            for number in range(KILLS):
                for method in ("POST", "PATCH", "DELETE"):  # so that kills land inside
                    google.will(method, "/events", hangs_seconds=0.2, after_the_effect=True)
                google.wait_for_events(more_than=number)
                time.sleep(dice.uniform(0, 0.4))
                service.kill()
                service.start()
            team.done.set()
            team.join()
            _until_delivered(service)
            meetings = _rows(service, "SELECT id, status, start_at FROM meetings")

        is_open = {event_id_of(id_): at for id_, status, at in meetings if status == "confirmed"}
        living = {event["id"]: event for event in google.calendars.living}
        assert {status for _, status, _ in meetings} <= {"confirmed", "cancelled"}
        assert len(meetings) > KILLS
        assert set(living) == set(is_open)
        for event_id, event in living.items():
            start = datetime.fromisoformat(event["start"]["dateTime"]).astimezone(UTC)
            assert start == datetime.fromisoformat(is_open[event_id]).replace(tzinfo=UTC)


def _until_delivered(service: RunningService) -> None:
    """Has the outbox try at once what waits after a failure, until nothing does."""
    give_up_at = time.monotonic() + 60
    waiting = "SELECT count(*) FROM outbox WHERE delivered_at IS NULL"
    while _rows(service, waiting)[0][0]:
        assert time.monotonic() < give_up_at
        with sqlite3.connect(service.data / "parley.db", timeout=5) as database:
            database.execute(
                "UPDATE outbox SET next_attempt_at = '2026-01-01 00:00:00.000000'"
                " WHERE delivered_at IS NULL"
            )
        database.close()
        time.sleep(0.5)


def _rows(service: RunningService, query: str) -> list[Any]:
    database = sqlite3.connect(service.data / "parley.db", timeout=5)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def _text(at: datetime) -> str:
    return at.isoformat()
