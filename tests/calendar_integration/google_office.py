"""A Parley whose calendar is in the fake Google, and those who use it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask

from bootstrap import Services
from calendar_integration.booking import BookingService
from calendar_integration.google_sync import GoogleSync
from calendar_integration.model import Meeting
from core.clock import SettableClock
from core.outbox import Delivered, Dispatcher
from tests.application import MakeApp, StaffClient
from tests.fakes.google_server import GoogleServer


class Office:
    """`connected()` has gone through consent already."""

    def __init__(
        self,
        make_app: MakeApp,
        google: GoogleServer,
        clock: SettableClock,
        folder: Path,
        **settings: Any,
    ) -> None:
        self.google = google
        self.clock = clock
        self._make_app = make_app
        self._settings = {
            "google_oauth_client_secrets": google.secrets_file(folder),
            "google_calendar_endpoint": google.url,
            "meeting_buffer_minutes": 0,
            **settings,
        }
        self.app: Flask = make_app(**self._settings)
        self.services: Services = self.app.extensions["built"]
        self.staff = StaffClient(self.app, self.app.response_class)

    def another_process(self) -> Office:
        """The same installation, started once more."""
        other: Office = object.__new__(Office)
        other.__dict__.update(self.__dict__)
        other.app = self._make_app(**self._settings)
        other.services = other.app.extensions["built"]
        other.staff = StaffClient(other.app, other.app.response_class)
        return other

    @property
    def booking(self) -> BookingService:
        found: BookingService = self.services.get(BookingService)
        return found

    def begin(self) -> str:
        """Where staff are sent to be asked."""
        answer = self.staff.get("/authorize")
        assert answer.status_code == 302, answer.text
        return str(answer.headers["Location"])

    def come_back(self, url: str, **more: Any) -> Any:
        """The browser follows Google's redirect."""
        parts = urlsplit(url)
        return self.staff.get(f"{parts.path}?{parts.query}", **more)

    def connect(self, **how: Any) -> Any:
        return self.come_back(self.google.consent(self.begin(), **how))

    def connected(self) -> Office:
        answer = self.connect()
        assert answer.status_code == 200, answer.text
        return self

    def book(self, visitor: str = "ann", number: int = 0) -> Meeting:
        """The visitor books one of the times they are offered."""
        slots = self.booking.offer(visitor, timezone="Europe/Berlin", count=6)
        return self.booking.book(
            slots[number].id,
            visitor,
            name=visitor.title(),
            email=f"{visitor}@example.com",
            timezone="Europe/Berlin",
        )

    def chat_booking(self) -> dict[str, Any]:
        """A visitor books in the chat; the answer to their yes."""
        chat = self.app.test_client()
        said = {"content": "I'm Ann Lee, ann@example.com. Can we meet on Wednesday at 10:00?"}
        data = chat.post("/gemini/train", json=said).get_json()["data"]
        yes = {"content": "yes please", "client_id": data["client_id"]}
        answer: dict[str, Any] = chat.post("/gemini/train", json=yes).get_json()["data"]
        return answer

    def deliver(self) -> Delivered:
        """The outbox job runs."""
        done: Delivered = self.services.get(Dispatcher).run_due()
        return done

    def booked(self, visitor: str = "ann") -> Meeting:
        """A meeting that Google has confirmed."""
        meeting = self.book(visitor)
        self.deliver()
        return self.booking.get(meeting.id)

    def sync(self) -> None:
        self.services.get(GoogleSync).run()

    def health(self) -> dict[str, Any]:
        """The calendar's component."""
        report = self.staff.get("/api/v1/health").get_json()
        component: dict[str, Any] = report["components"]["calendar"]
        return component
