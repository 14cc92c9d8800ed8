"""What is changed in Google itself comes back: the meeting follows, the lead's timeline says so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calendar_integration.google_events import event_id_of
from calendar_integration.model import Meeting
from core.database import Database
from leads.service import LeadService
from tests.calendar_integration.google_office import Office

HOUR = timedelta(hours=1)


@pytest.fixture
def database(sqlite_url: str) -> Database:
    return Database(sqlite_url)


@pytest.fixture
def connected(office: Office) -> Office:
    office.connected().sync()
    return office


@pytest.fixture
def meeting(connected: Office) -> Meeting:
    """Booked in the chat by a lead."""
    connected.chat_booking()
    connected.deliver()
    connected.sync()
    [found] = connected.booking.list(status="confirmed").meetings
    return found


def told(office: Office, meeting: Meeting) -> list[str]:
    """What Google Calendar wrote into the lead's timeline."""
    assert meeting.lead_id
    notes = office.services.get(LeadService).notes(meeting.lead_id)
    return [note.text.rpartition(": ")[2] for note in notes if note.author == "Google Calendar"]


def test_an_event_moved_in_google_moves_the_meeting(connected: Office, meeting: Meeting) -> None:
    calendars = connected.google.calendars
    calendars.owner_moves(event_id_of(meeting.id), meeting.start + HOUR, meeting.end + HOUR)
    connected.sync()
    connected.deliver()
    connected.sync()

    moved = connected.booking.get(meeting.id)
    assert (moved.start, moved.sequence) == (meeting.start + HOUR, meeting.sequence + 1)
    assert told(connected, meeting) == ["moved."]
    assert len(calendars.mails) == 1  # Google itself told them of the move


def test_an_event_deleted_in_google_cancels_the_meeting(
    connected: Office, meeting: Meeting
) -> None:
    connected.google.calendars.owner_deletes(event_id_of(meeting.id))
    connected.sync()
    connected.deliver()

    assert connected.booking.get(meeting.id).status == "cancelled"
    assert told(connected, meeting) == ["cancelled."]
    assert connected.services.get(LeadService).find(meeting.lead_id or "").status == "follow_up"


def test_an_invitation_that_is_declined_is_told_once(connected: Office, meeting: Meeting) -> None:
    connected.google.calendars.attendee_answers(event_id_of(meeting.id), "declined")
    connected.sync()
    connected.google.calendars.forget_sync_tokens()
    connected.sync()

    after = connected.booking.get(meeting.id)
    assert (after.status, after.attendee_response) == ("confirmed", "declined")
    assert told(connected, meeting) == ["declined by the visitor."]
    page = connected.staff.get(f"/console/calendar/{meeting.id}").text
    assert "<dd>declined</dd>" in page


def test_an_event_moved_onto_another_meeting_is_put_back(
    connected: Office, meeting: Meeting
) -> None:
    other = connected.booked("bob")
    connected.google.calendars.owner_moves(event_id_of(meeting.id), other.start, other.end)
    connected.sync()
    connected.deliver()

    assert connected.booking.get(meeting.id).start == meeting.start
    event = connected.google.calendars.get(event_id_of(meeting.id))
    assert event["start"]["dateTime"] == meeting.start.astimezone(
        connected.booking.rules.zone
    ).isoformat()  # fmt: skip
    assert told(connected, meeting)[0].startswith("another meeting")


def test_a_move_of_ours_that_google_has_not_heard_of_is_not_undone(
    connected: Office, meeting: Meeting
) -> None:
    calendars = connected.google.calendars
    calendars.attendee_answers(event_id_of(meeting.id), "accepted")  # brings the old time back
    moved = connected.booking.reschedule(meeting.id, meeting.start + HOUR)
    connected.sync()
    connected.deliver()
    connected.sync()

    assert connected.booking.get(meeting.id).start == moved.start
    assert connected.google.calendars.get(event_id_of(meeting.id))["status"] == "confirmed"


def test_after_an_expired_sync_token_everything_is_read_again(
    connected: Office, meeting: Meeting
) -> None:
    calendars = connected.google.calendars
    calendars.owner_deletes(event_id_of(meeting.id))
    del calendars.events[event_id_of(meeting.id)]  # so long ago that no list has it
    calendars.forget_sync_tokens()
    connected.sync()

    assert connected.booking.get(meeting.id).status == "cancelled"


def test_a_list_of_many_pages_is_read_to_its_end(connected: Office) -> None:
    meetings = [connected.book(f"v{n}", n) for n in range(5)]
    connected.deliver()
    connected.google.calendars.page_size = 2
    connected.google.calendars.owner_deletes(event_id_of(meetings[-1].id))
    connected.sync()

    statuses = [connected.booking.get(meeting.id).status for meeting in meetings]
    assert statuses == ["confirmed"] * 4 + ["cancelled"]


def test_reading_twice_changes_nothing(connected: Office, meeting: Meeting) -> None:
    calendars = connected.google.calendars
    calendars.owner_moves(event_id_of(meeting.id), meeting.start + HOUR, meeting.end + HOUR)
    for _ in range(3):
        calendars.forget_sync_tokens()
        connected.sync()
        connected.deliver()

    assert connected.booking.get(meeting.id).sequence == meeting.sequence + 1
    assert told(connected, meeting) == ["moved."]
