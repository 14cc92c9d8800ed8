"""Booking as a visitor and as staff: offers, holds, meetings, moving, cancelling."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from calendar_integration.booking import BookingService
from calendar_integration.cards import alternatives_of
from calendar_integration.hours import BusinessHours
from calendar_integration.people import Attendee
from core.clock import SettableClock
from core.database import Database
from core.errors import Conflict, Impossible, InvalidInput, NotFound, SlotTaken
from core.events import EventBus, MeetingChanged
from core.values import TimeRange, rfc3339
from tests.calendar_integration.conftest import MakeBooking, book
from understanding.wishes import DayWindow, TimeWish

BERLIN = "Europe/Berlin"
TUESDAY = date(2026, 11, 24)
TUESDAY_TEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # ten o'clock in Berlin
HALF_AN_HOUR = timedelta(minutes=30)


def at_ten() -> TimeWish:
    return TimeWish((DayWindow(TUESDAY, exact=TUESDAY_TEN),))


# Offering


def test_a_few_times_are_offered_over_several_days(booking: BookingService) -> None:
    offered = booking.offer("ann", timezone=BERLIN)

    assert len(offered) == 4
    assert len({slot.start.date() for slot in offered}) == 4
    assert booking.offered("ann") == offered


def test_the_same_offer_again_has_the_same_slots(booking: BookingService) -> None:
    assert booking.offer("ann", timezone=BERLIN) == booking.offer("ann", timezone=BERLIN)


def test_an_offer_is_the_conversations_own(booking: BookingService) -> None:
    anns = booking.offer("ann", timezone=BERLIN)
    bobs = booking.offer("bob", timezone=BERLIN)

    assert {slot.id for slot in anns}.isdisjoint(slot.id for slot in bobs)
    with pytest.raises(NotFound):
        book(booking, anns[0], "bob")


def test_only_the_last_offer_stands_in_the_list_but_an_earlier_one_can_be_taken(
    booking: BookingService, clock: SettableClock
) -> None:
    [earlier] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    clock.advance(timedelta(minutes=1))
    later = booking.offer("ann", wish=TimeWish((DayWindow(date(2026, 11, 26)),)), timezone=BERLIN)

    assert booking.offered("ann") == later
    assert book(booking, earlier).start == earlier.start


def test_a_wish_narrows_the_offer(booking: BookingService) -> None:
    afternoon = TimeWish((DayWindow(TUESDAY, not_before=time(12), not_after=time(18)),))

    offered = booking.offer("ann", wish=afternoon, timezone=BERLIN)

    local = [slot.start.astimezone(ZoneInfo(BERLIN)) for slot in offered]
    assert {moment.date() for moment in local} == {TUESDAY}
    assert all(moment.hour >= 12 for moment in local)


def test_a_time_named_to_the_minute_is_offered_alone_when_it_is_free(
    booking: BookingService,
) -> None:
    [slot] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)

    assert (slot.start, slot.end) == (TUESDAY_TEN, TUESDAY_TEN + HALF_AN_HOUR)


def test_instead_of_a_named_time_that_is_taken_the_nearest_are_offered(
    booking: BookingService,
) -> None:
    booking.book_at(TUESDAY_TEN, TUESDAY_TEN + HALF_AN_HOUR)

    offered = booking.offer("ann", wish=at_ten(), timezone=BERLIN, count=2)

    assert [slot.start - TUESDAY_TEN for slot in offered] == [-HALF_AN_HOUR, HALF_AN_HOUR]


def test_what_others_hold_or_have_booked_is_not_offered(
    booking: BookingService, clock: SettableClock
) -> None:
    [anns] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    booking.hold(anns.id, "ann", minutes=10)

    assert booking.offer("bob", wish=at_ten(), timezone=BERLIN)[0].start != TUESDAY_TEN
    assert booking.offer("ann", wish=at_ten(), timezone=BERLIN) == [anns]
    clock.advance(timedelta(minutes=10))
    assert booking.offer("bob", wish=at_ten(), timezone=BERLIN)[0].start == TUESDAY_TEN


def test_nothing_is_offered_when_nothing_is_free(make_booking: MakeBooking) -> None:
    closed = BusinessHours.parse("mon-sun 09:00-17:00; closed 2026-11-23..2026-12-24")
    booking = make_booking(hours=closed)

    assert booking.offer("ann", timezone=BERLIN) == []


# Booking


def test_a_booked_slot_is_a_confirmed_meeting(booking: BookingService) -> None:
    slot = booking.offer("ann", timezone="Asia/Kolkata")[0]

    meeting = book(booking, slot, timezone="Asia/Kolkata", lead_id="lead_1")

    assert meeting.status == "confirmed"
    assert (meeting.start, meeting.end) == (slot.start, slot.end)
    assert (meeting.timezone, meeting.lead_id, meeting.sequence) == ("Asia/Kolkata", "lead_1", 0)
    assert meeting.title == "Ann and Parley GmbH"
    assert booking.get(meeting.id) == meeting
    assert booking.find_for_conversation("ann") == meeting
    assert booking.of_lead("lead_1") == (meeting,)


def test_booking_the_same_slot_again_gives_the_same_meeting(booking: BookingService) -> None:
    slot = booking.offer("ann", timezone=BERLIN)[0]

    assert book(booking, slot) == book(booking, slot)
    assert len(booking.list().meetings) == 1


def test_a_slot_taken_meanwhile_is_not_booked_twice(booking: BookingService) -> None:
    [anns] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    [bobs] = booking.offer("bob", wish=at_ten(), timezone=BERLIN)
    book(booking, anns)

    with pytest.raises(SlotTaken) as taken:
        book(booking, bobs, "bob")

    assert len(booking.list().meetings) == 1
    instead = alternatives_of(taken.value)
    assert [slot.start - TUESDAY_TEN for slot in instead] == [
        -2 * HALF_AN_HOUR,
        -HALF_AN_HOUR,
        HALF_AN_HOUR,
    ]
    assert book(booking, instead[0], "bob").start == instead[0].start


def test_a_slot_that_somebody_else_holds_is_taken_until_the_hold_expires(
    booking: BookingService, clock: SettableClock
) -> None:
    [anns] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    [bobs] = booking.offer("bob", wish=at_ten(), timezone=BERLIN)
    booking.hold(anns.id, "ann", minutes=10)

    with pytest.raises(SlotTaken):
        book(booking, bobs, "bob")
    clock.advance(timedelta(minutes=10))
    assert book(booking, bobs, "bob").status == "confirmed"
    with pytest.raises(SlotTaken):
        booking.hold(anns.id, "ann")


def test_who_holds_a_slot_books_it_and_the_hold_is_over(booking: BookingService) -> None:
    slot = booking.offer("ann", timezone=BERLIN)[0]
    held = booking.hold(slot.id, "ann")
    assert booking.held("ann") == held

    book(booking, slot)

    assert booking.held("ann") is None


def test_a_conversation_holds_one_slot_at_a_time(booking: BookingService) -> None:
    first, second, *_ = booking.offer("ann", timezone=BERLIN)
    booking.hold(first.id, "ann")
    booking.hold(second.id, "ann")

    free = booking.offer("bob", wish=_exactly(first.start), timezone=BERLIN)
    assert [slot.start for slot in free] == [first.start]
    assert booking.offer("bob", wish=_exactly(second.start), timezone=BERLIN) != [second]
    booking.release("ann")
    assert booking.held("ann") is None


def _exactly(start: datetime) -> TimeWish:
    return TimeWish((DayWindow(start.date(), exact=start),))


def test_the_buffer_keeps_two_visitors_apart(make_booking: MakeBooking) -> None:
    booking = make_booking(buffer_minutes=15)
    [anns] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    nearby = TimeWish((DayWindow(TUESDAY, exact=TUESDAY_TEN + HALF_AN_HOUR),))
    [bobs] = booking.offer("bob", wish=nearby, timezone=BERLIN)
    book(booking, anns)

    with pytest.raises(SlotTaken):
        book(booking, bobs, "bob")


def test_a_slot_whose_time_has_come_is_gone(booking: BookingService, clock: SettableClock) -> None:
    slot = booking.offer("ann", timezone=BERLIN)[0]
    clock.set(slot.start)

    with pytest.raises(SlotTaken, match="has passed") as taken:
        book(booking, slot)
    assert alternatives_of(taken.value)


def test_a_full_day_takes_no_more(make_booking: MakeBooking) -> None:
    booking = make_booking(per_day_maximum=1)
    anns = booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0]
    later = TimeWish((DayWindow(TUESDAY, exact=TUESDAY_TEN + timedelta(hours=3)),))
    bobs = booking.offer("bob", wish=later, timezone=BERLIN)[0]
    book(booking, anns)

    with pytest.raises(SlotTaken, match="full") as taken:
        book(booking, bobs, "bob")
    assert all(slot.start.date() != TUESDAY for slot in alternatives_of(taken.value))


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"name": "  "}, ["name"]),
        ({"email": ""}, ["email"]),
        ({"name": "", "email": "ann@"}, ["name", "email"]),
        ({"name": "a" * 201}, ["name"]),
        ({"timezone": "Berlin"}, ["timezone"]),
    ],
)
def test_what_is_missing_to_book_is_named(
    booking: BookingService, wrong: dict[str, str], fields: list[str]
) -> None:
    slot = booking.offer("ann", timezone=BERLIN)[0]

    with pytest.raises(InvalidInput) as refused:
        book(booking, slot, **wrong)

    assert [error.field for error in refused.value.errors] == fields
    assert booking.list().meetings == []


# Staff


def test_staff_book_any_free_time_also_at_night_and_back_to_back(
    make_booking: MakeBooking,
) -> None:
    booking = make_booking(buffer_minutes=15)
    night = datetime(2026, 11, 29, 1, 7, tzinfo=UTC)

    first = booking.book_at(night, night + timedelta(hours=2), title="Release")
    second = booking.book_at(first.end, first.end + timedelta(minutes=1))

    assert (first.title, first.source, first.timezone) == ("Release", "staff", BERLIN)
    assert second.title == "Meeting with Parley GmbH"


def test_staff_may_book_right_after_a_visitor_but_not_into_the_visitors_time(
    make_booking: MakeBooking,
) -> None:
    booking = make_booking(buffer_minutes=15)
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])

    booking.book_at(meeting.end, meeting.end + HALF_AN_HOUR)

    with pytest.raises(SlotTaken) as taken:
        booking.book_at(meeting.start - timedelta(minutes=59), meeting.start + timedelta(minutes=1))
    alternatives = taken.value.data["alternatives"]
    assert len(alternatives) == 3
    assert set(alternatives[0]) == {"start", "end"}


def test_the_first_attendee_of_staff_is_the_person_and_the_others_are_guests(
    booking: BookingService,
) -> None:
    people = (Attendee("", "joan@example.com"), Attendee("Bo", "bo@example.com"))

    meeting = booking.book_at(TUESDAY_TEN, TUESDAY_TEN + HALF_AN_HOUR, attendees=people)

    assert (meeting.attendee_email, meeting.guests) == ("joan@example.com", ("bo@example.com",))
    assert meeting.title == "joan@example.com and Parley GmbH"


@pytest.mark.parametrize(
    ("start", "minutes", "field"),
    [
        ("2026-11-23T08:59:00+00:00", 30, "start"),
        ("2026-11-23T09:00:00+00:00", 30, "start"),
        ("2026-11-24T09:00:00+00:00", 0, "end"),
        ("2026-11-24T09:00:00+00:00", -30, "end"),
        ("2026-11-24T09:00:00+00:00", 721, "end"),
        ("2028-11-27T09:00:00+00:00", 30, "start"),
    ],
)
def test_staff_cannot_book_the_past_nor_endless_meetings(
    booking: BookingService, start: str, minutes: int, field: str
) -> None:
    begin = datetime.fromisoformat(start)

    with pytest.raises(InvalidInput) as refused:
        booking.book_at(begin, begin + timedelta(minutes=minutes))

    assert [error.field for error in refused.value.errors] == [field]


# Moving and cancelling


def test_a_moved_meeting_keeps_its_id_and_frees_its_old_time(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])

    moved = booking.reschedule(meeting.id, TUESDAY_TEN + HALF_AN_HOUR)

    assert moved.id == meeting.id
    assert (moved.start, moved.sequence) == (TUESDAY_TEN + HALF_AN_HOUR, 1)
    assert booking.get(meeting.id) == moved
    assert booking.offer("bob", wish=at_ten(), timezone=BERLIN)[0].start == TUESDAY_TEN


def test_a_meeting_may_move_into_a_part_of_its_own_time(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])

    moved = booking.reschedule(meeting.id, TUESDAY_TEN + timedelta(minutes=15))

    assert moved.time.overlaps(meeting.time)


def test_moving_a_meeting_to_where_it_is_changes_nothing(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])

    assert booking.reschedule(meeting.id, meeting.start) == meeting


def test_a_meeting_does_not_move_into_another_one(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])
    noon = TUESDAY_TEN + timedelta(hours=2)
    booking.book_at(noon, noon + HALF_AN_HOUR)

    with pytest.raises(SlotTaken) as taken:
        booking.reschedule(meeting.id, noon + timedelta(minutes=15))

    assert alternatives_of(taken.value)
    assert booking.get(meeting.id) == meeting


def test_a_visitor_moves_within_the_hours_and_staff_anywhere(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])
    night = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)

    with pytest.raises(Impossible):
        booking.reschedule(meeting.id, night)
    assert booking.reschedule(meeting.id, night, by_staff=True).start == night
    with pytest.raises(InvalidInput):
        booking.reschedule(meeting.id, datetime(2026, 11, 20, 9, tzinfo=UTC), by_staff=True)


def test_a_cancelled_meeting_frees_its_time_and_stays_cancelled(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])

    cancelled = booking.cancel(meeting.id)

    assert (cancelled.status, cancelled.sequence) == ("cancelled", 1)
    assert booking.cancel(meeting.id) == cancelled
    assert booking.find_for_conversation("ann") is None
    with pytest.raises(Conflict):
        booking.reschedule(meeting.id, TUESDAY_TEN + HALF_AN_HOUR)
    [again] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    assert book(booking, again).id != meeting.id


def test_a_meeting_that_has_begun_is_not_changed(
    booking: BookingService, clock: SettableClock
) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])
    clock.set(meeting.start)

    with pytest.raises(Conflict):
        booking.cancel(meeting.id)
    with pytest.raises(Conflict):
        booking.reschedule(meeting.id, meeting.start + timedelta(days=1))


def test_the_times_to_move_to_leave_out_where_it_is_and_what_is_taken(
    booking: BookingService,
) -> None:
    meeting = book(booking, booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0])
    booking.book_at(meeting.end, meeting.end + HALF_AN_HOUR)

    starts = {item.start for item in booking.free_for_move(meeting.id)}

    assert meeting.start - HALF_AN_HOUR in starts
    assert {meeting.start, meeting.end}.isdisjoint(starts)


# Reading


def test_the_link_of_a_meeting_leads_to_it_and_a_changed_one_nowhere(
    booking: BookingService,
) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])
    token = booking.links.token_of(meeting.id)

    assert booking.get_by_token(token) == meeting
    for wrong in (token[:-1], token + "a", meeting.id, "", token.replace(".", "")):
        with pytest.raises(NotFound):
            booking.get_by_token(wrong)


def test_a_list_is_complete_page_by_page(booking: BookingService) -> None:
    starts = [TUESDAY_TEN + n * HALF_AN_HOUR for n in range(7)]
    for start in reversed(starts):
        booking.book_at(start, start + HALF_AN_HOUR)

    seen, after = [], None
    while True:
        page = booking.list(limit=3, after=after)
        seen += [meeting.start for meeting in page.meetings]
        after = page.next_after
        if after is None:
            break

    assert seen == starts


def test_a_list_is_narrowed_by_period_and_status(booking: BookingService) -> None:
    first = booking.book_at(TUESDAY_TEN, TUESDAY_TEN + HALF_AN_HOUR)
    second = booking.book_at(first.end, first.end + HALF_AN_HOUR)
    booking.cancel(first.id)

    assert [m.id for m in booking.list(status="confirmed").meetings] == [second.id]
    assert [m.id for m in booking.list(since=first.end).meetings] == [second.id]
    assert [m.id for m in booking.list(until=first.end).meetings] == [first.id]


def test_availability_is_all_free_times_of_a_period(booking: BookingService) -> None:
    booking.book_at(TUESDAY_TEN, TUESDAY_TEN + HALF_AN_HOUR)
    morning = TUESDAY_TEN - timedelta(hours=1), TUESDAY_TEN + timedelta(hours=1)

    free = booking.availability(*morning)

    assert [rfc3339(item.start)[11:16] for item in free] == ["08:00", "08:30", "09:30"]
    assert booking.availability(*morning, duration_minutes=60) == [
        TimeRange(morning[0], TUESDAY_TEN)
    ]
    assert len(booking.availability()) > 20


def test_availability_of_no_period_is_refused(booking: BookingService) -> None:
    for to in (TUESDAY_TEN, TUESDAY_TEN - HALF_AN_HOUR, TUESDAY_TEN + timedelta(days=400)):
        with pytest.raises(InvalidInput):
            booking.availability(TUESDAY_TEN, to)
    with pytest.raises(InvalidInput):
        booking.availability(duration_minutes=10_000)


# Telling the others


def test_every_change_is_published_once_it_is_committed(
    booking: BookingService, events: EventBus, database: Database
) -> None:
    seen: list[MeetingChanged] = []
    events.subscribe(MeetingChanged, seen.append)
    slot = booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0]

    with database.write():
        meeting = book(booking, slot, lead_id="lead_1")
        assert seen == []
    book(booking, slot)
    booking.reschedule(meeting.id, TUESDAY_TEN + HALF_AN_HOUR)
    booking.cancel(meeting.id)
    booking.cancel(meeting.id)

    assert seen == [
        MeetingChanged(meeting.id, "lead_1", status)
        for status in ("confirmed", "confirmed", "cancelled")
    ]


def test_a_booking_within_a_transaction_that_fails_never_happened(
    booking: BookingService, events: EventBus, database: Database
) -> None:
    seen: list[MeetingChanged] = []
    events.subscribe(MeetingChanged, seen.append)
    slot = booking.offer("ann", timezone=BERLIN)[0]

    with pytest.raises(RuntimeError), database.write():
        book(booking, slot)
        raise RuntimeError

    assert seen == []
    assert booking.list().meetings == []


def test_a_taken_slot_leaves_a_surrounding_transaction_usable(
    booking: BookingService, database: Database
) -> None:
    [anns] = booking.offer("ann", wish=at_ten(), timezone=BERLIN)
    [bobs] = booking.offer("bob", wish=at_ten(), timezone=BERLIN)
    book(booking, anns)

    with database.write():
        with pytest.raises(SlotTaken) as taken:
            book(booking, bobs, "bob")
        book(booking, alternatives_of(taken.value)[0], "bob")

    assert len(booking.list().meetings) == 2


# People


def test_a_lead_found_later_gets_the_conversations_meeting(booking: BookingService) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])

    booking.attach_lead("ann", "lead_1")
    booking.attach_lead("ann", "lead_2")

    assert [m.id for m in booking.of_lead("lead_1")] == [meeting.id]
    assert booking.of_leads(["lead_2", "lead_1"]) == {
        "lead_2": [],
        "lead_1": [booking.get(meeting.id)],
    }


def test_an_erased_person_is_nowhere_and_the_time_is_free(
    booking: BookingService, database: Database
) -> None:
    meeting = book(
        booking,
        booking.offer("ann", wish=at_ten(), timezone=BERLIN)[0],
        lead_id="l1",
        description="canary-text",
        address="203.0.113.9",
    )

    assert booking.erase_person(lead_id="l1", email="Ann@Example.com ") == 1

    assert booking.get(meeting.id).status == "cancelled"
    with database.read() as connection:
        for table in ("meetings", "offered_slots", "holds", "outbox"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            text = repr([tuple(row) for row in rows]).lower()
            assert not {"ann", "canary-text", "l1"} & set(text.replace("'", " ").split())
            assert "ann@example.com" not in text
    assert booking.offer("bob", wish=at_ten(), timezone=BERLIN)[0].start == TUESDAY_TEN


def test_of_an_erased_persons_past_meeting_the_time_stays(
    booking: BookingService, clock: SettableClock
) -> None:
    meeting = book(booking, booking.offer("ann", timezone=BERLIN)[0])
    clock.set(meeting.end)

    booking.erase_person(email="ann@example.com")

    erased = booking.get(meeting.id)
    assert (erased.status, erased.attendee_name, erased.title) == ("confirmed", "", "Erased")


def test_old_offers_and_holds_are_forgotten_and_lasting_ones_kept(
    booking: BookingService, clock: SettableClock
) -> None:
    offered = booking.offer("ann", timezone=BERLIN)
    booking.hold(offered[0].id, "ann")

    assert booking.forget_old() == 0
    clock.set(offered[0].start + timedelta(days=1, seconds=1))
    assert booking.forget_old() == 2
    assert booking.offered("ann") == offered[2:]
