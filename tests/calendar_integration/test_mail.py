"""Mail to attendees: each once, with what their calendar needs, and none that was not accepted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import func, select

from bootstrap import Services
from calendar_integration.booking import BookingService
from calendar_integration.mail_store import mails
from calendar_integration.model import Meeting
from calendar_integration.people import Attendee
from config import Settings, WrongSettings
from core.clock import SettableClock
from core.database import Database
from core.outbox import Delivered, Dispatcher
from jobs import jobs_of
from tests.application import MakeApp, StaffClient
from tests.calendar_integration.google_office import Office
from tests.fakes.google_server import GoogleServer
from tests.fakes.smtp_server import SmtpServer

SETTINGS = {"mail_from": "desk@studio.example", "public_url": "https://chat.studio.example"}
DAY = timedelta(days=1)
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    database = Database(sqlite_url)
    yield database
    database.close()


@pytest.fixture
def smtp() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


class MailingOffice:
    """A Parley with the built-in calendar."""

    def __init__(self, app: Flask, clock: SettableClock) -> None:
        self.app = app
        self.clock = clock
        self.services: Services = self.app.extensions["built"]
        self.booking: BookingService = self.services.get(BookingService)
        self.staff = StaffClient(self.app, self.app.response_class)

    def book(self, after: timedelta = 3 * DAY, name: str = "Ann Lee") -> Meeting:
        start = self.clock.now() + after
        attendee = Attendee(name, "ann@example.com")
        return self.booking.book_at(
            start, start + HALF_AN_HOUR, attendees=(attendee,), timezone="America/New_York"
        )

    def deliver(self) -> Delivered:
        done: Delivered = self.services.get(Dispatcher).run_due()
        return done

    def deliver_later(self) -> None:
        self.clock.advance(timedelta(minutes=3))
        self.deliver()

    def remind(self) -> None:
        for job in jobs_of(self.services):
            if job.name == "reminders":
                job.run("now")
        self.deliver()

    def sent(self) -> int:
        with self.services.database.read() as connection:
            return int(connection.execute(select(func.count(mails.c.sent_at))).scalar_one())


@pytest.fixture
def mailing(make_app: MakeApp, clock: SettableClock, smtp: SmtpServer) -> MailingOffice:
    return MailingOffice(make_app(smtp_url=smtp.url, **SETTINGS), clock)


def words_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def file_of(mail: EmailMessage) -> tuple[str, Any]:
    """The method that the attachment is sent with, and its event."""
    [attachment] = mail.iter_attachments()
    calendar = Calendar.from_ical(attachment.get_content())
    method = attachment["Content-Type"].params["method"]
    assert calendar["method"] == method
    return method, calendar.walk("VEVENT")[0]


def test_a_booking_in_the_chat_is_confirmed_once_with_its_file(
    mailing: MailingOffice, smtp: SmtpServer
) -> None:
    [slot, *_] = mailing.booking.offer("ann", timezone="Asia/Tokyo", count=1)
    meeting = mailing.booking.book(
        slot.id, "ann", name="Ann Lee", email="ann@example.com", timezone="Asia/Tokyo"
    )
    mailing.deliver()
    mailing.deliver_later()

    [mail] = smtp.mails
    assert (mail["To"], mail["From"].addresses[0].addr_spec) == (
        "Ann Lee <ann@example.com>",
        "desk@studio.example",
    )
    assert "Asia/Tokyo" in words_of(mail)
    link = mailing.booking.links.at(SETTINGS["public_url"]).manage_url(meeting.id)
    assert link in words_of(mail)
    method, event = file_of(mail)
    assert (method, event["sequence"], event["uid"]) == ("REQUEST", 0, f"{meeting.id}@parley")
    assert mailing.sent() == 1


def test_a_move_and_a_cancellation_change_the_same_event(
    mailing: MailingOffice, smtp: SmtpServer
) -> None:
    meeting = mailing.book()
    mailing.deliver()
    mailing.booking.reschedule(meeting.id, meeting.start + DAY, by_staff=True)
    mailing.deliver()
    mailing.booking.cancel(meeting.id)
    mailing.deliver()

    files = [file_of(mail) for mail in smtp.mails]
    told = [(method, event["sequence"]) for method, event in files]
    assert told == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    assert {event["uid"] for _, event in files} == {f"{meeting.id}@parley"}
    assert "was moved" in smtp.mails[1]["Subject"] and "cancelled" in smtp.mails[2]["Subject"]


def test_what_is_no_longer_so_is_not_mailed(mailing: MailingOffice, smtp: SmtpServer) -> None:
    meeting = mailing.book()
    mailing.booking.reschedule(meeting.id, meeting.start + DAY, by_staff=True)
    mailing.deliver()
    mailing.deliver()
    assert [file_of(mail)[1]["sequence"] for mail in smtp.mails] == [1]


def test_a_server_that_is_busy_is_asked_again(mailing: MailingOffice, smtp: SmtpServer) -> None:
    smtp.will_answer("451 later")
    mailing.book()
    mailing.deliver()
    assert (smtp.mails, mailing.sent()) == ([], 0)

    mailing.deliver_later()
    assert (len(smtp.mails), mailing.sent()) == (1, 1)


def test_a_refused_mail_is_parked_and_health_says_so(
    mailing: MailingOffice, smtp: SmtpServer
) -> None:
    smtp.will_answer("550 no such person")
    mailing.book()
    assert mailing.deliver().parked == 1
    mailing.deliver_later()

    assert (smtp.mails, mailing.sent()) == ([], 0)
    outbox = mailing.staff.get("/api/v1/health").get_json()["components"]["outbox"]
    assert (outbox["status"], outbox["parked"]) == ("unhealthy", 1)


def test_a_mail_repeated_after_a_cut_can_be_recognised(
    mailing: MailingOffice, smtp: SmtpServer
) -> None:
    smtp.will_hang_up()
    mailing.book()
    mailing.deliver()
    assert mailing.sent() == 0

    mailing.deliver_later()
    mailing.deliver_later()
    assert len(smtp.mails) == 2 and len({mail["Message-ID"] for mail in smtp.mails}) == 1


def test_a_meeting_is_reminded_of_once(mailing: MailingOffice, smtp: SmtpServer) -> None:
    mailing.book(after=2 * DAY)
    mailing.deliver()
    mailing.remind()
    assert len(smtp.mails) == 1

    mailing.clock.advance(DAY)
    mailing.remind()
    mailing.clock.advance(timedelta(minutes=5))
    mailing.remind()

    [_, reminder] = smtp.mails
    assert reminder["Subject"].startswith("Reminder")
    assert not list(reminder.iter_attachments())


def test_what_was_cancelled_or_booked_lately_is_not_reminded_of(
    mailing: MailingOffice, smtp: SmtpServer
) -> None:
    cancelled = mailing.book(after=2 * DAY)
    mailing.booking.cancel(cancelled.id)
    mailing.clock.advance(DAY)
    mailing.book(after=DAY - timedelta(hours=2))
    mailing.clock.advance(timedelta(hours=1))
    mailing.remind()
    assert not [mail for mail in smtp.mails if mail["Subject"].startswith("Reminder")]


@pytest.fixture
def in_google(
    make_app: MakeApp,
    google: GoogleServer,
    clock: SettableClock,
    tmp_path: Path,
    smtp: SmtpServer,
) -> MailingOffice:
    """One whose calendar is in Google, and who reminds an hour before."""
    mail = {**SETTINGS, "smtp_url": smtp.url, "reminder_hours": 1}
    office = Office(make_app, google, clock, tmp_path, **mail).connected()
    return MailingOffice(office.app, clock)


def test_where_google_invites_only_the_reminder_is_ours(
    in_google: MailingOffice, smtp: SmtpServer
) -> None:
    mailing = in_google
    mailing.book(after=timedelta(hours=2))
    mailing.deliver()
    assert smtp.mails == []

    mailing.clock.advance(timedelta(hours=1, minutes=5))
    mailing.remind()
    assert [mail["Subject"].partition(":")[0] for mail in smtp.mails] == ["Reminder"]


def test_a_meeting_that_google_has_not_confirmed_is_not_reminded_of(
    in_google: MailingOffice, google: GoogleServer, smtp: SmtpServer
) -> None:
    mailing = in_google
    for method in ("POST", "GET"):
        google.will(method, "/events", status=503, times=100)
    mailing.book(after=timedelta(hours=2))
    mailing.clock.advance(timedelta(hours=1, minutes=5))
    mailing.remind()
    assert smtp.mails == []

    google.forgive()
    mailing.deliver_later()
    mailing.remind()
    assert [mail["Subject"].partition(":")[0] for mail in smtp.mails] == ["Reminder"]


def test_a_name_adds_no_header(mailing: MailingOffice, smtp: SmtpServer) -> None:
    mailing.book(name='Ann\r\nBcc: all@example.com\r\n\r\n"Lee" <x@example.com>')
    mailing.deliver()
    [mail] = smtp.mails
    assert mail["Bcc"] is None
    assert [address.addr_spec for address in mail["To"].addresses] == ["ann@example.com"]


def test_without_a_mail_server_nothing_is_due(make_app: MakeApp, clock: SettableClock) -> None:
    office = MailingOffice(make_app(), clock)
    office.book()
    office.remind()
    with office.services.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(mails)).scalar_one() == 0


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"smtp_url": "http://host"}, "SMTP_URL"),
        ({"smtp_url": "smtp://me:pass-word@host:many"}, "SMTP_URL"),
        ({"mail_from": "Desk <desk@studio.example>"}, "MAIL_FROM"),
        ({"mail_from": None}, "MAIL_FROM"),
        ({"public_url": "chat.studio.example"}, "PUBLIC_URL"),
        ({"public_url": None}, "PUBLIC_URL"),
    ],
)
def test_wrong_settings_are_named_in_one_line(wrong: dict[str, Any], named: str) -> None:
    given = {"smtp_url": "smtps://me:pass-word@host", **SETTINGS, **wrong}
    with pytest.raises(WrongSettings) as refusal:
        Settings.load(_env_file=None, **given)
    message = str(refusal.value)
    assert named in message and "\n" not in message and "pass-word" not in message
