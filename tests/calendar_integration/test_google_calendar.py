"""Meetings in Google Calendar: one event each, whatever fails between us and Google."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest

from calendar_integration.google_events import event_id_of
from core.database import Database
from core.errors import Conflict, SlotTaken, Unavailable
from core.outbox import Dispatcher
from tests.calendar_integration.google_office import Office

SOON = timedelta(minutes=3)


@pytest.fixture
def database(sqlite_url: str) -> Database:
    return Database(sqlite_url)


@pytest.fixture
def connected(office: Office) -> Office:
    return office.connected()


def deliver_later(office: Office) -> None:
    """The outbox tries again what failed."""
    office.clock.advance(SOON)
    office.deliver()


def test_a_meeting_becomes_one_event_with_a_meet_link(connected: Office) -> None:
    meeting = connected.book()
    assert meeting.status == "pending"

    connected.deliver()

    [event] = connected.google.calendars.living
    confirmed = connected.booking.get(meeting.id)
    assert confirmed.status == "confirmed"
    assert confirmed.meet_link == event["hangoutLink"]
    assert confirmed.calendar_link == event["htmlLink"]
    assert event["id"] == event_id_of(meeting.id)
    assert [person["email"] for person in event["attendees"]] == ["ann@example.com"]
    assert event["start"]["timeZone"] == "Europe/Berlin"
    assert datetime.fromisoformat(event["start"]["dateTime"]) == meeting.start
    assert connected.google.calendars.mails == [(event["id"], "ann@example.com")]


def test_a_visitor_is_told_confirmed_when_google_answers_in_time(connected: Office) -> None:
    data = connected.chat_booking()

    [card] = [card for card in data["cards"] if card["type"].startswith("meeting")]
    [event] = connected.google.calendars.living
    assert card["type"] == "meeting_confirmed"
    assert card["meeting"]["meet_link"] == event["hangoutLink"]


def test_a_visitor_is_told_pending_while_google_does_not_answer(connected: Office) -> None:
    connected.google.will("POST", "/events", status=503, times=9)
    connected.google.will("GET", "/events", status=503, times=9)
    data = connected.chat_booking()

    [card] = [card for card in data["cards"] if card["type"].startswith("meeting")]
    assert card["type"] == "meeting_pending" and card["meeting"]["meet_link"] is None
    assert "pending" in data["reply"]


def test_staff_are_answered_with_the_meet_link(connected: Office) -> None:
    start = connected.clock.now() + timedelta(days=1)
    body = {"start": start.isoformat(), "end": (start + timedelta(minutes=30)).isoformat(),
            "attendees": ["ann@example.com"]}  # fmt: skip
    answer = connected.staff.post("/saba/book-meeting", json=body)

    meeting = answer.get_json()["data"]["meeting"]
    assert (answer.status_code, meeting["status"]) == (201, "confirmed")
    assert meeting["meet_link"].startswith("https://meet.google.com/")
    assert meeting["calendar_link"].startswith("https://www.google.com/calendar/")


def test_what_is_busy_in_google_is_not_offered_and_not_sold(connected: Office) -> None:
    first, second, *_ = connected.booking.offer("ann", timezone="UTC", count=6)
    taken = (first.start.isoformat(), first.end.isoformat())
    connected.google.calendars.appointments.append(taken)

    with pytest.raises(SlotTaken):  # it was free when it was offered
        connected.booking.book(first.id, "ann", name="Ann", email="ann@example.com", timezone="UTC")
    offered = connected.booking.offer("bob", timezone="UTC", count=6)
    assert first.start not in [slot.start for slot in offered]


def test_google_is_asked_once_for_a_burst_of_offers(connected: Office) -> None:
    for visitor in ("ann", "bob", "cid", "dan"):
        connected.booking.offer(visitor, timezone="UTC")

    assert connected.google.requests("POST", "/freeBusy") == 1


def test_a_calendar_that_cannot_be_read_is_not_a_free_one(connected: Office) -> None:
    connected.google.calendars.unreadable.add("primary")

    with pytest.raises(Unavailable):
        connected.booking.offer("ann", timezone="UTC")


def test_a_calendar_that_google_says_nothing_of_is_not_a_free_one(connected: Office) -> None:
    connected.google.will("POST", "/freeBusy", body='{"calendars": {}}')

    with pytest.raises(Unavailable):
        connected.booking.offer("ann", timezone="UTC")


@pytest.mark.parametrize("path", ["/freeBusy", "/events"])
def test_an_answer_that_is_no_json_is_no_answer(connected: Office, path: str) -> None:
    slots = connected.booking.offer("ann", timezone="UTC", count=1)
    connected.google.will("POST", path, body="<html>Sign in to the network</html>")

    if path == "/freeBusy":
        with pytest.raises(Unavailable):
            connected.booking.hold(slots[0].id, "ann")
    else:
        meeting = connected.book()
        connected.deliver()
        deliver_later(connected)
        assert connected.booking.get(meeting.id).status == "confirmed"
        assert connected.google.calendars.inserted == 1


def test_while_google_is_down_the_last_answer_serves_for_offers_only(connected: Office) -> None:
    [slot] = connected.booking.offer("ann", timezone="UTC", count=1)
    connected.google.will("POST", "/freeBusy", status=503, times=100)
    connected.clock.advance(SOON)

    assert connected.booking.offer("bob", timezone="UTC", count=1)
    with pytest.raises(Unavailable):
        connected.booking.book(slot.id, "ann", name="Ann", email="ann@example.com", timezone="UTC")


def test_the_conversation_goes_on_while_google_does_not_answer(connected: Office) -> None:
    connected.google.will("POST", "/freeBusy", status=503, times=100)
    body = {"content": "Hi, I'm Ann, ann@example.com. Can we meet on Tuesday?"}

    answer = connected.app.test_client().post("/gemini/train", json=body).get_json()

    assert answer["status"] == "success"
    assert [card["type"] for card in answer["data"]["cards"]] == ["lead_saved"]
    assert "ooked" not in answer["reply"]


def test_a_moved_meeting_is_the_same_event_at_its_new_time(connected: Office) -> None:
    meeting = connected.booked()
    moved = connected.booking.reschedule(meeting.id, meeting.start + timedelta(hours=1))
    connected.deliver()

    [event] = connected.google.calendars.living
    assert datetime.fromisoformat(event["start"]["dateTime"]) == moved.start
    assert event["hangoutLink"] == connected.booking.get(meeting.id).meet_link
    assert connected.google.calendars.inserted == 1


def test_a_meeting_moved_and_cancelled_before_google_heard_leaves_no_event(
    connected: Office,
) -> None:
    meeting = connected.book()
    connected.booking.reschedule(meeting.id, meeting.start + timedelta(hours=1))
    connected.booking.cancel(meeting.id)
    connected.deliver()

    assert connected.google.calendars.living == []


def test_cancelling_deletes_the_event_and_tells_who_was_invited(connected: Office) -> None:
    meeting = connected.booked()
    connected.booking.cancel(meeting.id)
    connected.deliver()

    assert connected.google.calendars.living == []
    assert len(connected.google.calendars.mails) == 2


# THREATS of Google's own: whatever it answers, in the end there is one event for each meeting.
FAULTS: dict[str, dict[str, Any]] = {
    "server error": {"status": 500, "reason": "backendError"},
    "server error after the event was made": {"status": 500, "after_the_effect": True},
    "cut after the event was made": {"hangs_seconds": 0.01, "after_the_effect": True},
    "cut before": {"hangs_seconds": 0.01},
    "rate limit by 403": {"status": 403, "reason": "rateLimitExceeded"},
    "rate limit by 429": {"status": 429, "reason": "rateLimitExceeded"},
    "not JSON": {"status": 502, "body": "<html>Bad gateway</html>"},
    "duplicate": {"status": 409, "reason": "duplicate", "after_the_effect": True},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_event_for_each_meeting_whatever_google_answers(connected: Office, fault: str) -> None:
    connected.google.will("POST", "/events", **FAULTS[fault])
    meeting = connected.book()
    connected.deliver()
    deliver_later(connected)

    [event] = connected.google.calendars.living
    after = connected.booking.get(meeting.id)
    assert (after.status, after.meet_link) == ("confirmed", event["hangoutLink"])
    assert connected.google.calendars.inserted == 1


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
@pytest.mark.parametrize("fault", ["server error after the event was made", "rate limit by 403"])
def test_changes_reach_google_in_the_end(connected: Office, method: str, fault: str) -> None:
    meeting = connected.booked()
    connected.google.will(method, "/events", **FAULTS[fault])
    if method == "PATCH":
        connected.booking.reschedule(meeting.id, meeting.start + timedelta(hours=1))
    else:
        connected.booking.cancel(meeting.id)
    connected.deliver()
    deliver_later(connected)

    assert len(connected.google.calendars.living) == (1 if method == "PATCH" else 0)
    assert connected.services.get(Dispatcher).counts().pending == 0


def test_access_taken_back_keeps_bookings_pending_until_somebody_connects_again(
    connected: Office,
) -> None:
    connected.google.accounts.end_all()
    other = connected.another_process()

    meeting = other.booked()

    assert meeting.status == "pending"
    assert "connect it again" in other.health()["message"]
    assert "connect it again" in other.staff.get("/console/calendar").text
    assert connected.google.calendars.living == []
    other.connected()
    deliver_later(other)
    assert other.booking.get(meeting.id).status == "confirmed"
    assert len(connected.google.calendars.living) == 1


def test_a_meeting_that_waits_for_long_is_told_to_the_team(connected: Office) -> None:
    connected.google.will("POST", "/events", status=503, times=1000)
    connected.google.will("GET", "/events", status=503, times=1000)
    connected.book()
    connected.deliver()
    assert connected.health()["status"] == "healthy"

    connected.clock.advance(timedelta(minutes=16))

    assert connected.health()["status"] == "unhealthy"
    assert "1 meeting waits" in connected.health()["message"]


def test_a_meet_link_that_takes_long_comes_later(connected: Office) -> None:
    connected.google.calendars.conference = "pending"
    meeting = connected.booked()
    assert (meeting.status, meeting.meet_link) == ("confirmed", None)
    deliver_later(connected)
    assert connected.booking.get(meeting.id).meet_link is None

    connected.google.calendars.finish_conferences()
    deliver_later(connected)

    link = connected.booking.get(meeting.id).meet_link
    assert link is not None and link.startswith("https://meet.google.com/")
    assert connected.services.get(Dispatcher).counts().pending == 0


def test_a_meet_link_that_google_could_not_make_is_never_claimed(connected: Office) -> None:
    connected.google.calendars.conference = "failure"
    meeting = connected.booked()

    assert (meeting.status, meeting.meet_link) == ("confirmed", None)
    assert connected.services.get(Dispatcher).counts().pending == 0


def test_meetings_from_before_go_into_the_calendar_when_it_is_connected(office: Office) -> None:
    before = office.booked()
    assert before.status == "confirmed" and office.google.calendars.living == []

    office.connected().deliver()

    [event] = office.google.calendars.living
    assert event["id"] == event_id_of(before.id)
    assert office.booking.get(before.id).meet_link == event["hangoutLink"]


def test_fifty_confirms_of_one_slot_make_one_event(connected: Office) -> None:
    visitors = [f"v{number}" for number in range(50)]
    wish = connected.booking.offer("v0", timezone="UTC", count=1)[0].start
    slots = {
        visitor: next(
            slot
            for slot in connected.booking.offer(visitor, timezone="UTC", count=1)
            if slot.start == wish
        )
        for visitor in visitors
    }

    def book(visitor: str) -> str:
        try:
            connected.booking.book(
                slots[visitor].id, visitor, name=visitor, email=f"{visitor}@example.com",
                timezone="UTC",
            )  # fmt: skip
        except SlotTaken as taken:
            assert taken.data["alternatives"]
            return "alternatives"
        return "booked"

    with ThreadPoolExecutor(12) as pool:
        outcomes = list(pool.map(book, visitors))
    connected.deliver()

    assert sorted(outcomes) == ["alternatives"] * 49 + ["booked"]
    assert len(connected.google.calendars.living) == 1


def test_many_calls_at_once_do_not_mix(connected: Office) -> None:
    meetings = [connected.book(f"v{n}", n) for n in range(6)]
    dispatcher = connected.services.get(Dispatcher)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _: dispatcher.run_due(1), range(12)))

    links = {connected.booking.get(meeting.id).meet_link for meeting in meetings}
    assert len(connected.google.calendars.living) == 6
    assert len(links) == 6 and None not in links


def test_an_erased_person_is_in_no_event(connected: Office) -> None:
    meeting = connected.booked()
    connected.booking.erase_person(email="ann@example.com")
    connected.deliver()

    assert connected.google.calendars.living == []
    with pytest.raises(Conflict):
        connected.booking.reschedule(meeting.id, meeting.start + timedelta(hours=1))
