"""Booking spam: what one visitor may take, and what a refusal gives away (nothing)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calendar_integration.booking import BookingService
from calendar_integration.cards import alternatives_of
from calendar_integration.model import BookingLimits
from core.clock import SettableClock
from core.database import Database
from core.errors import Conflict, ParleyError, SlotTaken, TooManyRequests
from tests.calendar_integration.conftest import MakeBooking, book

BERLIN = "Europe/Berlin"
HERE = "203.0.113.9"


def try_to_book(booking: BookingService, conversation: str, **more: str) -> ParleyError | None:
    """Takes the first time offered, or what is proposed instead; returns the refusal."""
    slot = booking.offer(conversation, timezone=BERLIN)[0]
    try:
        book(booking, slot, conversation, **more)
    except SlotTaken as taken:
        book(booking, alternatives_of(taken)[0], conversation, **more)
    except ParleyError as error:
        return error
    return None


def test_a_conversation_has_one_open_meeting(booking: BookingService) -> None:
    first, second, *_ = booking.offer("ann", timezone=BERLIN)
    meeting = book(booking, first)

    with pytest.raises(Conflict) as refused:
        book(booking, second)
    assert refused.value.data == {"meeting_id": meeting.id}

    booking.cancel(meeting.id)
    assert book(booking, second).is_open


def test_after_a_meeting_the_conversation_may_book_another(
    booking: BookingService, clock: SettableClock
) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])
    clock.set(meeting.end + timedelta(days=1))

    assert try_to_book(booking, "ann") is None


def test_the_same_visitor_in_a_new_conversation_has_no_second_open_meeting(
    booking: BookingService,
) -> None:
    assert try_to_book(booking, "one", email="Ann@Example.com", address=HERE) is None

    refused = try_to_book(booking, "two", email="ann@example.COM", address=HERE)

    assert isinstance(refused, TooManyRequests)


def test_an_address_gets_some_meetings_a_day_whatever_it_cancels(
    booking: BookingService, clock: SettableClock
) -> None:
    outcomes = []
    for number in range(20):
        outcomes.append(try_to_book(booking, f"c{number}", address=HERE))
        mine = booking.find_for_conversation(f"c{number}")
        if mine is not None:
            booking.cancel(mine.id)

    assert outcomes[:3] == [None, None, None]
    assert all(isinstance(outcome, TooManyRequests) for outcome in outcomes[3:])
    clock.advance(timedelta(days=1, seconds=1))
    assert try_to_book(booking, "tomorrow", address=HERE) is None


def test_two_hundred_attempts_with_new_conversations_and_names_keep_to_the_limit(
    make_booking: MakeBooking,
) -> None:
    booking = make_booking(limits=BookingLimits(meetings_per_address_a_day=2))

    refused = [try_to_book(booking, f"visitor{n}", address=HERE) for n in range(200)]

    assert sum(outcome is None for outcome in refused) == 2
    assert len(booking.list(limit=200).meetings) == 2


def test_a_conversation_without_an_address_is_limited_too(booking: BookingService) -> None:
    for number in range(3):
        assert try_to_book(booking, "ann", email=f"ann{number}@example.com") is None
        mine = booking.find_for_conversation("ann")
        assert mine is not None
        booking.cancel(mine.id)

    refused = try_to_book(booking, "ann", email="ann9@example.com")
    assert isinstance(refused, TooManyRequests)


def test_an_e_mail_address_is_not_flooded_with_meetings_from_many_addresses(
    booking: BookingService,
) -> None:
    outcomes = [
        try_to_book(booking, f"c{n}", email="victim@example.com", address=f"203.0.113.{n}")
        for n in range(10)
    ]

    assert sum(outcome is None for outcome in outcomes) == 3


def test_whoever_types_somebody_elses_address_does_not_learn_of_their_meeting(
    booking: BookingService,
) -> None:
    assert try_to_book(booking, "ann", email="ann@example.com", address=HERE) is None

    stranger = try_to_book(booking, "bob", email="ann@example.com", address="198.51.100.7")
    assert stranger is None

    for number in range(2):
        assert try_to_book(booking, f"c{number}", address="198.51.100.7") is None
    by_address = try_to_book(booking, "d", address="198.51.100.7")
    by_email = try_to_book(booking, "e", email="ann@example.com", address=HERE)
    assert isinstance(by_address, TooManyRequests)
    assert isinstance(by_email, TooManyRequests)
    assert (by_email.message, by_email.retry_after) == (by_address.message, by_address.retry_after)


def test_holds_of_an_address_are_limited_and_holding_the_same_again_is_free(
    make_booking: MakeBooking,
) -> None:
    booking = make_booking(limits=BookingLimits(holds_per_address_a_day=3))
    slots = booking.offer("ann", timezone=BERLIN, count=5)
    for slot in slots[:3]:
        booking.hold(slot.id, "ann", address=HERE)
        booking.hold(slot.id, "ann", address=HERE)

    with pytest.raises(TooManyRequests):
        booking.hold(slots[3].id, "ann", address=HERE)
    other = booking.offer("bob", timezone=BERLIN)[1]
    with pytest.raises(TooManyRequests):
        booking.hold(other.id, "bob", address=HERE)


def test_a_visitors_address_is_not_stored(booking: BookingService, database: Database) -> None:
    slot = booking.offer("ann", timezone=BERLIN)[0]
    booking.hold(slot.id, "ann", address=HERE)
    book(booking, slot, address=HERE)

    with database.read() as connection:
        for table in ("meetings", "holds"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert rows
            assert HERE not in repr([tuple(row) for row in rows])


def test_a_meeting_cannot_be_moved_without_end(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])
    times = booking.free_for_move(meeting.id)
    for target in times[:10]:
        booking.reschedule(meeting.id, target.start)

    with pytest.raises(Conflict):
        booking.reschedule(meeting.id, times[11].start)
    assert booking.reschedule(meeting.id, times[11].start, by_staff=True).is_open
