"""The .ics file: what the calendars of the world read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_integration.ics import Organizer, calendar_file
from calendar_integration.model import Meeting
from tests.calendar_integration.conftest import LINKS

BUSINESS = Organizer("Parley GmbH", "hello@parley.example")
MEETING = Meeting(
    id="meeting_1",
    lead_id=None,
    conversation_id=None,
    host="business",
    title="Ann and Parley GmbH",
    start=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    end=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    timezone="Europe/Berlin",
    status="confirmed",
    meet_link="https://meet.example/abc",
    attendee_name="Ann",
    attendee_email="ann@example.com",
    description="",
    sequence=0,
    source="chat",
    created_at=datetime(2026, 11, 23, 9, 0, 0, 123456, tzinfo=UTC),
    updated_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
)


def event_of(file: bytes) -> icalendar.Event:
    [event] = icalendar.Calendar.from_ical(file).walk("VEVENT")
    return event


def lines_of(file: bytes) -> list[str]:
    """The lines, unfolded."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_a_meeting_to_download_is_published_with_what_a_calendar_needs() -> None:
    lines = lines_of(calendar_file(MEETING, LINKS, BUSINESS))

    assert {
        "METHOD:PUBLISH",
        "UID:meeting_1@parley",
        "SEQUENCE:0",
        "DTSTART:20261124T090000Z",
        "DTEND:20261124T093000Z",
        "DTSTAMP:20261123T090000Z",
        "SUMMARY:Ann and Parley GmbH",
        "STATUS:CONFIRMED",
        "LOCATION:https://meet.example/abc",
        f"URL:{LINKS.manage_url('meeting_1')}",
    } <= set(lines)
    assert not any(line.startswith("ATTENDEE") for line in lines)


def test_through_all_changes_it_is_one_event_with_a_growing_sequence() -> None:
    moved = replace(MEETING, sequence=3, status="pending")
    cancelled = replace(MEETING, sequence=4, status="cancelled")

    states = [
        (event["UID"], event["SEQUENCE"], event["STATUS"])
        for event in (
            event_of(calendar_file(m, LINKS, BUSINESS)) for m in (MEETING, moved, cancelled)
        )
    ]

    assert states == [
        ("meeting_1@parley", 0, "CONFIRMED"),
        ("meeting_1@parley", 3, "TENTATIVE"),
        ("meeting_1@parley", 4, "CANCELLED"),
    ]
    assert "METHOD:CANCEL" in lines_of(calendar_file(cancelled, LINKS, BUSINESS))


def test_an_invitation_names_who_comes_and_who_invites() -> None:
    meeting = replace(MEETING, guests=("bo@example.com",))

    file = calendar_file(meeting, LINKS, BUSINESS, method="REQUEST")
    event = event_of(file)

    assert "METHOD:REQUEST" in lines_of(file)
    assert [str(a) for a in event["ATTENDEE"]] == [
        "mailto:ann@example.com",
        "mailto:bo@example.com",
    ]
    assert event["ATTENDEE"][0].params["CN"] == "Ann"
    assert event["ORGANIZER"] == "mailto:hello@parley.example"


def test_a_business_without_an_address_invites_nobody() -> None:
    assert "ORGANIZER" not in event_of(calendar_file(MEETING, LINKS, Organizer("Parley GmbH")))


def test_without_an_address_of_ours_no_broken_link_is_written() -> None:
    event = event_of(calendar_file(MEETING, LINKS.at(""), BUSINESS))

    assert "URL" not in event
    assert "/meetings/" not in event["DESCRIPTION"]


@pytest.mark.parametrize(
    "nasty",
    [
        "Ann\r\nATTENDEE:mailto:mallory@example.com",
        "Ann\nEND:VEVENT\nBEGIN:VALARM",
        'a;b,c\\d"e:f',
        "\x00\x1b[31mAnn\x7f",
        "Ann" * 200,
        "日本語🎉" * 40,
        'Ann";CN="Mallory',
    ],
)
def test_text_of_a_visitor_is_text_and_never_another_line(nasty: str) -> None:
    meeting = replace(MEETING, title=nasty, attendee_name=nasty, description=nasty)

    file = calendar_file(meeting, LINKS, BUSINESS, method="REQUEST")

    names = [line.partition(":")[0].partition(";")[0] for line in lines_of(file) if line]
    plain = calendar_file(MEETING, LINKS, BUSINESS, method="REQUEST")
    assert names == [line.partition(":")[0].partition(";")[0] for line in lines_of(plain) if line]
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert not {c for c in file.decode() if c < " "} - {"\r", "\n"}


# A backslash before an N is written as a line end by the library; nothing else changes.
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80).filter(
    lambda text: "\\N" not in text
)


@given(title=words, description=words)
def test_what_was_written_is_read_back(title: str, description: str) -> None:
    meeting = replace(MEETING, title=title, description=description, meet_link=None)

    event = event_of(calendar_file(meeting, LINKS.at(""), BUSINESS))

    assert event["SUMMARY"] == title
    assert event["DESCRIPTION"] == description
    assert event["DTSTART"].dt == meeting.start
