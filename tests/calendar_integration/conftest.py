"""A business in Berlin that meets on weekdays from nine to five, and its visitors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from calendar_integration.booking import BookingService
from calendar_integration.hours import BusinessHours
from calendar_integration.links import MeetingLinks
from calendar_integration.local_calendar import LocalCalendar
from calendar_integration.model import BookingLimits, BookingRules, Meeting, Slot
from core.clock import SettableClock
from core.database import Database
from core.events import EventBus
from tests.application import MakeApp
from tests.calendar_integration.google_office import Office
from tests.fakes.google_server import GoogleServer

LINKS = MeetingLinks(["a-secret-of-the-tests"], "https://meet.example")
MakeBooking = Callable[..., BookingService]


def rules_of(**changes: Any) -> BookingRules:
    """The business's rules, with changes."""
    settings: dict[str, Any] = {
        "hours": BusinessHours.parse("mon-fri 09:00-17:00"),
        "zone": ZoneInfo("Europe/Berlin"),
        "minutes": 30,
        "buffer_minutes": 0,
        "notice_minutes": 60,
        "horizon_days": 14,
    }
    return BookingRules(**{**settings, **changes})


def book(booking: BookingService, slot: Slot, conversation_id: str = "ann", **more: Any) -> Meeting:
    """The visitor books; their name and address are made of the conversation."""
    known = {
        "name": conversation_id.title(),
        "email": f"{conversation_id}@example.com",
        "timezone": "Europe/Berlin",
    }
    return booking.book(slot.id, conversation_id, **{**known, **more})


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
def make_booking(database: Database, clock: SettableClock, events: EventBus) -> MakeBooking:
    """Makes services on the test's database, e.g. `make_booking(buffer_minutes=15)`."""

    def make(
        calendar: Any = None, limits: BookingLimits | None = None, **changes: Any
    ) -> BookingService:
        return BookingService(
            database,
            calendar or LocalCalendar(database),
            rules_of(**changes),
            clock,
            LINKS,
            events,
            business_name="Parley GmbH",
            limits=limits,
        )

    return make


@pytest.fixture
def booking(make_booking: MakeBooking) -> BookingService:
    return make_booking()


@pytest.fixture
def google() -> Iterator[GoogleServer]:
    """A fake Google; see tests/fakes/google_server.py."""
    with GoogleServer() as server:
        yield server


@pytest.fixture
def office(make_app: MakeApp, google: GoogleServer, clock: SettableClock, tmp_path: Path) -> Office:
    """A Parley that may be connected to the fake Google, and is not yet."""
    return Office(make_app, google, clock, tmp_path)
