"""Whatever visitors and staff do in whatever order: the service is what a simple model says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from calendar_integration import offer_store
from calendar_integration.booking import BookingService
from calendar_integration.hours import BusinessHours
from calendar_integration.local_calendar import LocalCalendar
from calendar_integration.model import BookingLimits
from core.clock import SettableClock
from core.database import Database, metadata
from core.errors import Conflict, Impossible, InvalidInput, ParleyError, SlotTaken
from core.events import EventBus
from core.values import TimeRange
from tests.calendar_integration.conftest import LINKS, rules_of
from tests.effort import examples
from understanding.wishes import DayWindow, TimeWish

BUFFER = timedelta(minutes=15)
QUARTER = timedelta(minutes=15)
HALF = timedelta(minutes=30)
OPENING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 7, 50, tzinfo=UTC)
VISITORS = ("ann", "bob", "cid")
GENEROUS = BookingLimits(10**6, 10**6, 10**6)

visitors = st.sampled_from(VISITORS)
quarters = st.integers(0, 14)


@dataclass
class Known:
    """A meeting as the model knows it."""

    visitor: str | None
    time: TimeRange
    is_open: bool = True
    moves: int = 0


class Model:
    """The rules in a few lines: a list of meetings, a hold per visitor, the time."""

    def __init__(self) -> None:
        self.now = NOW
        self.meetings: dict[str, Known] = {}
        self.holds: dict[str, tuple[TimeRange, datetime]] = {}

    def taken(self, time: TimeRange, visitor: str | None, buffer: timedelta, but: str = "") -> bool:
        others = [m.time for id_, m in self.meetings.items() if m.is_open and id_ != but]
        held = [slot for who, slot in self.lasting_holds().items() if who != visitor]
        return any(item.overlaps(time.widened(buffer)) for item in others + held)

    def refused_hold(self, time: TimeRange) -> bool:
        """A hold that keeps its buffer also keeps staff out of the buffer after it."""
        return any(
            TimeRange(slot.start, slot.end + BUFFER).overlaps(time)
            for slot in self.lasting_holds().values()
        )

    def lasting_holds(self) -> dict[str, TimeRange]:
        return {who: slot for who, (slot, until) in self.holds.items() if until > self.now}

    def upcoming(self, visitor: str) -> str | None:
        mine = (
            id_
            for id_, m in self.meetings.items()
            if m.visitor == visitor and m.is_open and m.time.end > self.now
        )
        return next(mine, None)


class BookingMachine(RuleBasedStateMachine):
    """One day from nine to one; visitors name a quarter of an hour, staff take what they like."""

    database: Database

    @initialize()
    def start(self) -> None:
        with self.database.write() as connection:
            for table in reversed(metadata.sorted_tables):
                if table.name in ("meetings", "offered_slots", "holds", "outbox"):
                    connection.execute(table.delete())
        self.clock = SettableClock(NOW)
        self.booking = BookingService(
            self.database,
            LocalCalendar(self.database),
            rules_of(
                zone=ZoneInfo("UTC"),
                hours=BusinessHours.parse("mon-sun 09:00-13:00"),
                buffer_minutes=15,
                notice_minutes=0,
                horizon_days=1,
            ),
            self.clock,
            LINKS,
            EventBus(),
            limits=GENEROUS,
        )
        self.model = Model()
        self.slots: dict[tuple[str, datetime], str] = {}

    def offered(self, visitor: str, quarter: int) -> tuple[str, TimeRange] | None:
        """The slot of that visitor at that time, which was offered some time or is now."""
        time = _half_hour(quarter)
        wish = TimeWish((DayWindow(time.start.date(), exact=time.start),))
        for slot in self.booking.offer(visitor, wish=wish, timezone="UTC", count=1):
            self.slots[visitor, slot.start] = slot.id
        known = self.slots.get((visitor, time.start))
        return (known, time) if known else None

    @rule(visitor=visitors, quarter=quarters)
    def a_visitor_sees_a_named_time_exactly_when_it_is_free(
        self, visitor: str, quarter: int
    ) -> None:
        time = _half_hour(quarter)
        wish = TimeWish((DayWindow(time.start.date(), exact=time.start),))
        offered = self.booking.offer(visitor, wish=wish, timezone="UTC", count=1)

        # Who has a meeting is offered where it could move to: its own time stands in no one's way.
        mine = self.model.upcoming(visitor)
        is_mine = mine is not None and time == self.model.meetings[mine].time
        taken = self.model.taken(time, visitor, BUFFER, but=mine or "")
        free = not taken and not is_mine and time.start >= self.model.now
        assert ([slot.start for slot in offered] == [time.start]) == free

    @rule(visitor=visitors, quarter=quarters, minutes=st.integers(1, 20))
    def hold(self, visitor: str, quarter: int, minutes: int) -> None:
        offered = self.offered(visitor, quarter)
        if offered is None:
            return
        slot_id, time = offered
        outcome = _outcome(lambda: self.booking.hold(slot_id, visitor, minutes=minutes))
        if self.model.taken(time, visitor, BUFFER) or time.start <= self.model.now:
            assert isinstance(outcome, SlotTaken)
        else:
            assert not isinstance(outcome, ParleyError)
            until = self.model.now + timedelta(minutes=minutes)
            self.model.holds[visitor] = (time, until)

    @rule(visitor=visitors)
    def release(self, visitor: str) -> None:
        self.booking.release(visitor)
        self.model.holds.pop(visitor, None)

    @rule(visitor=visitors, quarter=quarters)
    def book(self, visitor: str, quarter: int) -> None:
        offered = self.offered(visitor, quarter)
        if offered is None:
            return
        slot_id, time = offered
        mine = self.model.upcoming(visitor)
        outcome = _outcome(
            lambda: self.booking.book(
                slot_id, visitor, name=visitor, email=f"{visitor}@example.com", timezone="UTC"
            )
        )
        if not isinstance(outcome, ParleyError) and outcome.id in self.model.meetings:
            known = self.model.meetings[outcome.id]
            assert (known.visitor, known.time, known.is_open) == (visitor, time, True)
        elif mine is not None:
            assert type(outcome) is Conflict
        elif self.model.taken(time, visitor, BUFFER) or time.start <= self.model.now:
            assert isinstance(outcome, SlotTaken)
        else:
            assert not isinstance(outcome, ParleyError)
            self.model.meetings[outcome.id] = Known(visitor, time)
            self.model.holds.pop(visitor, None)

    @rule(quarter=st.integers(-8, 30), length=st.integers(1, 8))
    def staff_book(self, quarter: int, length: int) -> None:
        start = OPENING + quarter * QUARTER
        time = TimeRange(start, start + length * QUARTER)
        outcome = _outcome(lambda: self.booking.book_at(time.start, time.end))
        if time.start <= self.model.now:
            assert isinstance(outcome, InvalidInput)
        elif self.model.taken(time, None, timedelta(0)) or self.model.refused_hold(time):
            assert isinstance(outcome, SlotTaken)
        else:
            self.model.meetings[outcome.id] = Known(None, time)

    @precondition(lambda self: self.model.meetings)
    @rule(data=st.data(), quarter=quarters)
    def a_visitor_moves(self, data: st.DataObject, quarter: int) -> None:
        id_, known = self.some_meeting(data)
        start = OPENING + quarter * QUARTER
        time = TimeRange(start, start + known.time.duration)
        outcome = _outcome(lambda: self.booking.reschedule(id_, time.start))
        if not known.is_open or known.time.start <= self.model.now:
            assert type(outcome) is Conflict
        elif time == known.time:
            assert outcome.start == time.start
        elif known.moves >= 10:
            assert type(outcome) is Conflict
        elif time.start <= self.model.now:
            assert isinstance(outcome, InvalidInput)
        elif self.model.taken(time, known.visitor, BUFFER, but=id_):
            assert isinstance(outcome, SlotTaken)
        elif time.end > OPENING + timedelta(hours=4):
            assert isinstance(outcome, Impossible)
        else:
            assert not isinstance(outcome, ParleyError)
            known.time, known.moves = time, known.moves + 1

    @precondition(lambda self: self.model.meetings)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        id_, known = self.some_meeting(data)
        outcome = _outcome(lambda: self.booking.cancel(id_))
        if known.is_open and known.time.start <= self.model.now:
            assert isinstance(outcome, Conflict)
        else:
            assert outcome.status == "cancelled"
            known.is_open = False

    @rule(minutes=st.integers(1, 45))
    def time_passes(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))
        self.model.now = self.clock.now()

    @invariant()
    def the_meetings_are_those_of_the_model_and_none_overlap(self) -> None:
        if not hasattr(self, "booking"):
            return
        stored = self.booking.list(limit=200).meetings
        assert {(m.id, m.time, m.is_open) for m in stored} == {
            (id_, known.time, known.is_open) for id_, known in self.model.meetings.items()
        }
        times = sorted(m.time for m in stored if m.is_open)
        assert all(a.end <= b.start for a, b in zip(times, times[1:], strict=False))

    @invariant()
    def the_holds_that_last_are_those_of_the_model(self) -> None:
        if not hasattr(self, "booking"):
            return
        with self.database.read() as connection:
            held = offer_store.held_times(connection, "business", self.model.now, without=None)
        assert sorted(held) == sorted(self.model.lasting_holds().values())

    def some_meeting(self, data: st.DataObject) -> tuple[str, Known]:
        number = data.draw(st.integers(0, len(self.model.meetings) - 1))
        return list(self.model.meetings.items())[number]


def _half_hour(quarter: int) -> TimeRange:
    start = OPENING + quarter * QUARTER
    return TimeRange(start, start + HALF)


def _outcome(call: Any) -> Any:
    try:
        return call()
    except ParleyError as error:
        return error


def test_the_service_does_what_the_model_says(database: Database) -> None:
    class Machine(BookingMachine):
        pass

    Machine.database = database
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=examples(40), stateful_step_count=30, deadline=None)
    )
