"""Reports written in this process, from leads and meetings the test makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import insert

from bootstrap import Services
from calendar_integration.booking import BookingService
from calendar_integration.model import Meeting
from calendar_integration.people import Attendee
from chatbot.tables import conversations, turns
from core.clock import SettableClock
from core.values import new_id
from leads.capture import CaptureService
from leads.model import ConversationContext, Lead, LeadFilter
from leads.service import LeadService
from report_worker import report_writer
from reports.model import Wanted
from reports.service import ReportService
from reports.writing import ReportWriter
from tests.application import MakeApp
from understanding.reading import read


@pytest.fixture
def services(make_app: MakeApp) -> Services:
    """A business in Berlin; it is ten in the morning of Monday, 2026-11-23, there."""
    app = make_app(business_name="Lindner & Park", business_timezone="Europe/Berlin")
    found: Services = app.extensions["built"]
    return found


@pytest.fixture
def leads(services: Services) -> LeadService:
    found: LeadService = services.get(LeadService)
    return found


@pytest.fixture
def writer(services: Services) -> ReportWriter:
    return report_writer(services)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "daily_lead_reports"


@pytest.fixture
def reports(
    services: Services, clock: SettableClock, writer: ReportWriter, folder: Path, leads: LeadService
) -> ReportService:
    """Writes here and not in a process of its own: quick, and as whole."""
    return ReportService(
        services.database,
        clock,
        writer.write,
        folder,
        leads.zone,
        is_anything_before=lambda instant: leads.count_is_over(LeadFilter(until=instant), 0),
    )


WriteReport = Callable[..., Workbook]


@pytest.fixture
def report(writer: ReportWriter, clock: SettableClock, tmp_path: Path) -> Iterator[WriteReport]:
    """Writes the report of a day as of now and opens it."""
    opened: list[Workbook] = []

    def write(day: date | None = None, since: datetime | None = None) -> Workbook:
        wanted = Wanted(day or clock.now().date(), clock.now(), since)
        folder = tmp_path / f"written-{len(opened)}"
        folder.mkdir()
        writer.write(wanted, folder / "report.xlsx")
        opened.append(load_workbook(folder / "report.xlsx"))
        return opened[-1]

    yield write
    for workbook in opened:
        workbook.close()


def rows_of(workbook: Workbook, title: str) -> list[dict[str, Any]]:
    """The rows of a table sheet, by the names of its columns."""
    header, *rows = workbook[title].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def figure(workbook: Workbook, label: str) -> tuple[Any, ...]:
    """What stands to the right of a label on the summary."""
    for row in workbook["Summary"].iter_rows(values_only=True):
        if isinstance(row[0], str) and row[0].strip() == label:
            return tuple(row[1:6])
    raise AssertionError(f"the summary has no line {label!r}")


class Visitors:
    """People who chat; each in a conversation that began at the moment of the call."""

    def __init__(self, services: Services, clock: SettableClock) -> None:
        self._services = services
        self._clock = clock

    def chats(self, says: str = "hello", *, waits: float = 1.5, **context: Any) -> Lead | None:
        now, chat = self._clock.now(), new_id("conversation")[:40]
        with self._services.database.write() as connection:
            connection.execute(insert(conversations).values(_conversation(chat, now)))
            connection.execute(insert(turns).values(_turn(chat, says, now, waits)))
        capture: CaptureService = self._services.get(CaptureService)
        reading = read(says, now=now, timezone="Europe/Berlin")
        conversation = ConversationContext(chat, **context)
        return capture.capture(conversation, new_id("message"), says, reading).lead

    def leaves(self, email: str, **context: Any) -> Lead:
        """Chats and leaves an address."""
        lead = self.chats(f"Please write to {email}", **context)
        assert lead is not None
        return lead


@pytest.fixture
def visitors(services: Services, clock: SettableClock) -> Visitors:
    return Visitors(services, clock)


@pytest.fixture
def book(services: Services) -> Callable[..., Meeting]:
    """Books a half hour; `book(start, lead_id=…, with_=("Ann", "ann@example.com"))`."""
    booking: BookingService = services.get(BookingService)

    def at(start: datetime, *, with_: tuple[str, str] | None = None, **more: Any) -> Meeting:
        attendees = (Attendee(*with_),) if with_ else ()
        return booking.book_at(start, start + timedelta(minutes=30), attendees=attendees, **more)

    return at


def _conversation(chat: str, now: datetime) -> dict[str, Any]:
    return {
        "id": chat,
        "client_key": chat,
        "client_id": chat,
        "started_at": now,
        "last_at": now,
        "timezone": "Europe/Berlin",
        "page": "{}",
        "staff_verified": False,
        "flagged": False,
        "state": "{}",
        "turn_count": 1,
    }


def _turn(chat: str, says: str, now: datetime, waits: float) -> dict[str, Any]:
    return {
        "id": new_id("turn"),
        "conversation_id": chat,
        "sequence": 1,
        "message_id": new_id("message"),
        "text": says,
        "at": now,
        "answered_at": now + timedelta(seconds=waits),
    }
