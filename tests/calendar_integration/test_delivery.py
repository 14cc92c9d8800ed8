"""A calendar that is a network away: pending until it has answered, one event whatever fails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from calendar_integration.booking import BookingService
from calendar_integration.delivery import TOPIC, MeetingDelivery
from calendar_integration.local_calendar import LocalCalendar
from calendar_integration.model import Meeting
from core.clock import SettableClock
from core.database import Database
from core.errors import SlotTaken, Unavailable
from core.events import EventBus, MeetingChanged
from core.outbox import Delivered, Dispatcher
from core.values import TimeRange
from tests.calendar_integration.conftest import MakeBooking, book
from tests.calendar_integration.far_calendar import FarCalendar

HALF = timedelta(minutes=30)


@pytest.fixture
def calendar() -> FarCalendar:
    return FarCalendar()


@pytest.fixture
def booking(make_booking: MakeBooking, calendar: FarCalendar) -> BookingService:
    return make_booking(calendar=calendar)


@pytest.fixture
def dispatcher(
    database: Database, calendar: FarCalendar, clock: SettableClock, events: EventBus
) -> Dispatcher:
    delivery = MeetingDelivery(database, calendar, clock, events)
    return Dispatcher(database, {TOPIC: delivery.handle}, clock)


@pytest.fixture
def meeting(booking: BookingService) -> Meeting:
    return book(booking, booking.offer("ann", timezone="Europe/Berlin")[0])


def test_a_meeting_is_pending_until_the_calendar_has_it(
    booking: BookingService,
    dispatcher: Dispatcher,
    calendar: FarCalendar,
    meeting: Meeting,
    events: EventBus,
) -> None:
    seen: list[MeetingChanged] = []
    events.subscribe(MeetingChanged, seen.append)
    assert (meeting.status, meeting.meet_link) == ("pending", None)

    assert dispatcher.run_due() == Delivered(delivered=1)

    known = booking.get(meeting.id)
    assert (known.status, known.meet_link) == ("confirmed", f"https://meet.example/{meeting.id}")
    assert known.sequence == meeting.sequence
    assert list(calendar.events) == [meeting.id]
    assert [event.status for event in seen] == ["confirmed"]


def test_while_the_calendar_is_down_the_meeting_stays_pending_and_then_is_made_once(
    booking: BookingService,
    dispatcher: Dispatcher,
    calendar: FarCalendar,
    meeting: Meeting,
    clock: SettableClock,
) -> None:
    calendar.is_down = True
    dispatcher.run_due()
    assert booking.get(meeting.id).status == "pending"

    calendar.is_down, calendar.fails_after_the_effect = False, True
    clock.advance(timedelta(minutes=2))
    dispatcher.run_due()
    assert booking.get(meeting.id).status == "pending"

    calendar.fails_after_the_effect = False
    clock.advance(timedelta(minutes=2))
    dispatcher.run_due()
    assert booking.get(meeting.id).status == "confirmed"
    assert calendar.inserts == 1


def test_moved_and_cancelled_before_delivery_leaves_nothing_in_the_calendar(
    booking: BookingService, dispatcher: Dispatcher, calendar: FarCalendar, meeting: Meeting
) -> None:
    booking.reschedule(meeting.id, booking.free_for_move(meeting.id)[0].start)
    booking.cancel(meeting.id)

    assert dispatcher.run_due() == Delivered(delivered=3)

    assert calendar.events == {}
    assert booking.get(meeting.id).status == "cancelled"


def test_a_moved_meeting_is_pending_again_until_the_calendar_has_moved_it(
    booking: BookingService, dispatcher: Dispatcher, calendar: FarCalendar, meeting: Meeting
) -> None:
    dispatcher.run_due()

    moved = booking.reschedule(meeting.id, booking.free_for_move(meeting.id)[0].start)
    assert moved.status == "pending"
    dispatcher.run_due()

    assert booking.get(meeting.id).status == "confirmed"
    assert calendar.events[meeting.id].start == moved.start


def test_a_meeting_in_the_calendar_is_not_in_its_own_way_when_it_moves(
    booking: BookingService, dispatcher: Dispatcher, meeting: Meeting
) -> None:
    dispatcher.run_due()

    moved = booking.reschedule(meeting.id, meeting.start + timedelta(minutes=15))

    assert moved.time.overlaps(meeting.time)


def test_an_answer_about_an_older_state_confirms_nothing(
    booking: BookingService,
    database: Database,
    clock: SettableClock,
    meeting: Meeting,
) -> None:
    class MovedMeanwhile(FarCalendar):
        def put(self, meeting: Meeting):  # type: ignore[no-untyped-def]
            event = super().put(meeting)
            if self.inserts == 1 and booking.get(meeting.id).sequence == 0:
                booking.reschedule(meeting.id, booking.free_for_move(meeting.id)[0].start)
            return event

    calendar = MovedMeanwhile()
    delivery = MeetingDelivery(database, calendar, clock, EventBus())
    dispatcher = Dispatcher(database, {TOPIC: delivery.handle}, clock)

    dispatcher.run_due(limit=1)
    assert booking.get(meeting.id).status == "pending"
    dispatcher.run_due()
    assert booking.get(meeting.id).status == "confirmed"
    assert calendar.events[meeting.id].sequence == 1


def test_what_is_in_the_calendar_is_neither_offered_nor_booked(
    booking: BookingService, calendar: FarCalendar
) -> None:
    slot = booking.offer("ann", timezone="Europe/Berlin")[0]
    calendar.appointments.append(slot.time)

    assert slot.start not in [s.start for s in booking.offer("bob", timezone="Europe/Berlin")]
    with pytest.raises(SlotTaken):
        book(booking, slot)
    with pytest.raises(SlotTaken):
        booking.book_at(slot.start, slot.end)


def test_when_the_calendar_cannot_be_asked_nothing_is_offered_or_booked(
    booking: BookingService, calendar: FarCalendar
) -> None:
    slot = booking.offer("ann", timezone="Europe/Berlin")[0]
    calendar.is_down = True

    with pytest.raises(Unavailable):
        booking.offer("ann", timezone="Europe/Berlin")
    with pytest.raises(Unavailable):
        book(booking, slot)
    assert booking.list().meetings == []


def test_the_built_in_calendar_has_confirmed_already_and_is_told_without_effect(
    make_booking: MakeBooking, database: Database, clock: SettableClock, events: EventBus
) -> None:
    booking = make_booking()
    calendar = LocalCalendar(database)
    start = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    meeting = booking.book_at(start, start + HALF)
    booking.cancel(booking.book_at(start + HALF, start + 2 * HALF).id)
    delivery = MeetingDelivery(database, calendar, clock, events)

    result = Dispatcher(database, {TOPIC: delivery.handle}, clock).run_due()

    assert result == Delivered(delivered=3)
    assert booking.get(meeting.id) == meeting
    assert calendar.busy(TimeRange(start, start + 4 * HALF)) == [meeting.time]
