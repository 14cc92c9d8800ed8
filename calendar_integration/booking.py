"""Booking: offers, holds, meetings, moving and cancelling. A slot is sold once.

What is free is looked at twice: when it is shown, and again inside the transaction that books,
which only one booking at a time can be in for a host; the database refuses an overlap all the
same. The meeting and its outbox row are one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from calendar_integration import availability, offer_store, store
from calendar_integration.announcing import Announcer
from calendar_integration.calendar import Calendar
from calendar_integration.exclusion import is_refusal
from calendar_integration.limits import MOVES_AT_MOST, refuse_more_holds, refuse_more_meetings
from calendar_integration.links import MeetingLinks
from calendar_integration.meetings import Meetings
from calendar_integration.model import BookingLimits, BookingRules, Hold, Meeting, Slot, Status
from calendar_integration.offers import Offers
from calendar_integration.people import Attendee, staff_time
from calendar_integration.schedule import Schedule
from core.clock import Clock
from core.database import Database
from core.errors import Conflict, Impossible, InvalidInput, NotFound, SlotTaken
from core.events import EventBus
from core.values import TimeRange, new_id, rfc3339, zone_named
from understanding.wishes import TimeWish

ALTERNATIVES = 3
_NO_BUFFER = timedelta(0)


class BookingService(Meetings):
    """Books meetings with one host. Every method may be part of a larger transaction."""

    def __init__(
        self,
        database: Database,
        calendar: Calendar,
        rules: BookingRules,
        clock: Clock,
        links: MeetingLinks,
        events: EventBus,
        *,
        host: str = "business",
        business_name: str = "us",
        meet_link: str | None = None,
        limits: BookingLimits | None = None,
        is_lead: Callable[[str], bool] = lambda lead_id: True,
        mails: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(database, clock, links, Announcer(database, clock, events, mails), host)
        self.rules = rules
        self._calendar = calendar
        self.business_name = business_name
        self._meet_link = meet_link
        self._limits = limits or BookingLimits()
        self._is_lead = is_lead
        self._schedule = Schedule(database, calendar, rules, clock, host)
        self._offers = Offers(database, self._schedule, clock)

    def offer(
        self, conversation_id: str, *, wish: TimeWish | None = None, timezone: str, count: int = 4
    ) -> list[Slot]:
        """See `Offers.offer`: free times that meet the wish, or else the nearest; for who has a
        meeting, times to move it to."""
        moving = self.find_for_conversation(conversation_id)
        return self._offers.offer(
            conversation_id, wish=wish, timezone=timezone, count=count, moving=moving
        )

    def offered(self, conversation_id: str) -> list[Slot]:
        """What the conversation was offered last and is still to come."""
        return self._offers.offered(conversation_id)

    def availability(
        self,
        from_: datetime | None = None,
        to: datetime | None = None,
        *,
        duration_minutes: int | None = None,
    ) -> list[TimeRange]:
        """All free times of a period (a week from now by default), within the rules."""
        return self._offers.availability(from_, to, duration_minutes=duration_minutes)

    def free_for_move(self, meeting_id: str) -> list[TimeRange]:
        """Where the meeting could be moved to."""
        return self._offers.free_for_move(self.get(meeting_id))

    def hold(
        self,
        slot_id: str,
        conversation_id: str,
        *,
        minutes: int = 10,
        address: str | None = None,
    ) -> Hold:
        """Keeps the slot while the visitor decides; ends the conversation's earlier hold.

        Raises NotFound, SlotTaken (with alternatives), TooManyRequests.
        """
        slot = self._offers.find_offered(slot_id, conversation_id)
        external = self._schedule.external(slot.time)
        visitor_key = self.links.visitor_key(address)
        with self._alternatives(slot.time, conversation_id), self._database.write() as connection:
            store.lock_host(connection, self._host)
            now = self._clock.now()
            lasting = offer_store.find_hold(connection, conversation_id, now)
            again = lasting is not None and lasting.slot == slot
            if not again:
                refuse_more_holds(connection, self._limits, now, visitor_key)
            self._refuse_taken(connection, slot.time, external, _Asker(conversation_id))
            hold = Hold(slot, conversation_id, now + timedelta(minutes=minutes))
            with _refusing_overlap(connection):
                offer_store.put_hold(
                    connection,
                    hold,
                    host=self._host,
                    now=now,
                    buffer=self.rules.buffer,
                    visitor_key=visitor_key,
                    counts=not again,
                )
        return hold

    def release(self, conversation_id: str) -> None:
        """Gives up the conversation's hold, if it has one."""
        with self._database.write() as connection:
            offer_store.release_hold(connection, conversation_id, self._clock.now())

    def book(
        self,
        slot_id: str,
        conversation_id: str,
        *,
        name: str,
        email: str,
        timezone: str,
        lead_id: str | None = None,
        title: str | None = None,
        description: str = "",
        address: str | None = None,
    ) -> Meeting:
        """Books a slot that was offered to the conversation; the same again gives the same meeting.

        Raises InvalidInput (name, email, timezone), NotFound (not offered to them), SlotTaken
        (`data["alternatives"]` are slots on offer), Conflict (has a meeting), TooManyRequests.
        """
        zone_named(timezone)
        attendee = Attendee.of(name, email)
        slot = self._offers.find_offered(slot_id, conversation_id)
        external = self._schedule.external(slot.time)
        visitor_key = self.links.visitor_key(address)
        with self._alternatives(slot.time, conversation_id), self._database.write() as connection:
            store.lock_host(connection, self._host)
            again = store.find_meeting_of_slot(connection, slot_id)
            if again is not None:
                return again
            now = self._clock.now()
            refuse_more_meetings(
                connection,
                self._limits,
                now,
                conversation_id=conversation_id,
                email=attendee.email,
                visitor_key=visitor_key,
            )
            self._refuse_taken(connection, slot.time, external, _Asker(conversation_id))
            offer_store.release_hold(connection, conversation_id, now)
            meeting = self._new(
                slot.time,
                attendee,
                title,
                lead_id=lead_id,
                conversation_id=conversation_id,
                timezone=timezone,
                description=description,
                source="chat",
                slot_id=slot.id,
            )
            self._insert(connection, meeting, buffer=self.rules.buffer, visitor_key=visitor_key)
        return meeting

    def book_at(
        self,
        start: datetime,
        end: datetime,
        *,
        title: str | None = None,
        attendees: tuple[Attendee, ...] = (),
        timezone: str | None = None,
        lead_id: str | None = None,
        description: str = "",
    ) -> Meeting:
        """Staff book any free time, outside the hours and back to back if they like.

        Raises InvalidInput (past, too long, ends before it starts), SlotTaken (with free times).
        """
        now = self._clock.now()
        time = staff_time(start, end, now)
        if lead_id is not None and not self._is_lead(lead_id):
            raise InvalidInput.of("lead_id", "is no lead; use an id of GET /leads or leave it out")
        zone = zone_named(timezone) if timezone else self.rules.zone
        first = attendees[0] if attendees else Attendee("", "")
        external = self._schedule.external(time)
        with self._alternatives(time, None), self._database.write() as connection:
            store.lock_host(connection, self._host)
            self._refuse_taken(connection, time, external, _Asker(is_staff=True))
            meeting = self._new(
                time,
                first,
                title,
                lead_id=lead_id,
                conversation_id=None,
                timezone=zone.key,
                description=description,
                source="staff",
                guests=tuple(guest.email for guest in attendees[1:]),
            )
            self._insert(connection, meeting)
        return meeting

    def reschedule(
        self, meeting_id: str, new_start: datetime, *, by_staff: bool = False
    ) -> Meeting:
        """Moves the meeting, as long as it is; to where it is: nothing happens.

        A visitor moves it within the rules, staff to any free time. Raises NotFound, Conflict
        (cancelled, begun, moved too often), InvalidInput (past), Impossible (outside the hours),
        SlotTaken (with alternatives).
        """
        moving = self.get(meeting_id)
        wanted = TimeRange(new_start, new_start + moving.time.duration)
        external = self._schedule.external(wanted, moving)
        conversation_id = moving.conversation_id
        with self._alternatives(wanted, conversation_id), self._database.write() as connection:
            meeting = self._changeable(connection, meeting_id)
            if meeting.start == new_start:
                return meeting
            if not by_staff and meeting.sequence >= MOVES_AT_MOST:
                raise Conflict("This meeting was moved many times. Please write to us instead.")
            asker = _Asker(conversation_id, by_staff, meeting)
            self._refuse_taken(connection, wanted, external, asker)
            moved = meeting.changed(self._clock.now(), status=self._fresh_status(), time=wanted)
            buffer = _NO_BUFFER if by_staff else self.rules.buffer
            with _refusing_overlap(connection):
                store.update_meeting(connection, moved, buffer=buffer)
            self._announcer.changed(connection, moved)
        return moved

    def cancel(self, meeting_id: str) -> Meeting:
        """Cancels the meeting and frees its time; a cancelled one stays as it is.

        Raises NotFound, Conflict (begun).
        """
        with self._database.write() as connection:
            meeting = self._locked(connection, meeting_id)
            if meeting.status == "cancelled":
                return meeting
            self._refuse_begun(meeting)
            cancelled = meeting.changed(self._clock.now(), status="cancelled")
            store.update_meeting(connection, cancelled, buffer=_NO_BUFFER)
            self._announcer.changed(connection, cancelled)
        return cancelled

    def _new(self, time: TimeRange, attendee: Attendee, title: str | None, **more: Any) -> Meeting:
        now = self._clock.now()
        who = attendee.name or attendee.email
        named = f"{who} and {self.business_name}" if who else f"Meeting with {self.business_name}"
        return Meeting(
            id=new_id("meeting"),
            host=self._host,
            title=title or named,
            start=time.start,
            end=time.end,
            status=self._fresh_status(),
            meet_link=self._meet_link,
            attendee_name=attendee.name,
            attendee_email=attendee.email,
            sequence=0,
            created_at=now,
            updated_at=now,
            **more,
        )

    def _insert(
        self,
        connection: Connection,
        meeting: Meeting,
        *,
        buffer: timedelta = _NO_BUFFER,
        visitor_key: str | None = None,
    ) -> None:
        with _refusing_overlap(connection):
            store.insert_meeting(connection, meeting, buffer=buffer, visitor_key=visitor_key)
        self._announcer.changed(connection, meeting)

    def _changeable(self, connection: Connection, meeting_id: str) -> Meeting:
        meeting = self._locked(connection, meeting_id)
        if not meeting.is_open:
            raise Conflict("This meeting was cancelled. Please book a new one.")
        self._refuse_begun(meeting)
        return meeting

    def _locked(self, connection: Connection, meeting_id: str) -> Meeting:
        store.lock_host(connection, self._host)
        meeting = store.find_meeting(connection, meeting_id, lock=True)
        if meeting is None:
            raise NotFound("There is no such meeting.")
        return meeting

    def _refuse_begun(self, meeting: Meeting) -> None:
        if meeting.start <= self._clock.now():
            raise Conflict("This meeting has begun or is over; it cannot be changed any more.")

    def _refuse_taken(
        self, connection: Connection, wanted: TimeRange, external: list[TimeRange], asker: _Asker
    ) -> None:
        """Raises SlotTaken; for a visitor's free choice of time also what `reschedule` raises."""
        view = self._schedule.view_in(
            connection,
            wanted,
            external,
            conversation_id=asker.conversation_id,
            moving=asker.moving,
        )
        if wanted.start <= view.now:
            raise _past(asker)
        if view.is_taken(wanted, _NO_BUFFER if asker.is_staff else self.rules.buffer):
            raise SlotTaken("This time has just been taken. Please choose another one.")
        if asker.is_staff:
            return
        if view.is_full(wanted):
            raise SlotTaken("This day is full. Please choose another one.")
        if asker.moving is not None and not view.is_bookable(wanted):
            raise Impossible("We do not meet at that time. Please choose one of the free times.")

    def _fresh_status(self) -> Status:
        return "confirmed" if self._calendar.confirms_at_once else "pending"

    @contextmanager
    def _alternatives(self, wanted: TimeRange, conversation_id: str | None) -> Iterator[None]:
        """Puts the nearest free times into a SlotTaken; a conversation's are on offer to it."""
        try:
            yield
        except SlotTaken as taken:
            raise SlotTaken(
                taken.message, {"alternatives": self._nearest(wanted, conversation_id)}
            ) from taken

    def _nearest(self, wanted: TimeRange, conversation_id: str | None) -> list[dict[str, str]]:
        free = self._schedule.view(conversation_id=conversation_id).free(duration=wanted.duration)
        times = availability.nearest(free, wanted.start, ALTERNATIVES)
        if conversation_id is None:
            return [_as_json(time) for time in times]
        slots = self._offers.put_on_offer(conversation_id, times)
        return [{"id": slot.id, **_as_json(slot.time)} for slot in slots]


@dataclass(frozen=True)
class _Asker:
    """Who wants a time: a conversation or staff; and the meeting that is to move there."""

    conversation_id: str | None = None
    is_staff: bool = False
    moving: Meeting | None = None


def _past(asker: _Asker) -> InvalidInput | SlotTaken:
    """A slot that was offered some time ago is simply gone; a time of their own is a mistake."""
    if asker.moving is None and not asker.is_staff:
        return SlotTaken("This time has passed. Please choose another one.")
    return InvalidInput.of("start", "is in the past")


@contextmanager
def _refusing_overlap(connection: Connection) -> Iterator[None]:
    """Turns the database's refusal into SlotTaken and leaves the transaction usable."""
    try:
        with connection.begin_nested():
            yield
    except IntegrityError as error:
        if is_refusal(error):
            raise SlotTaken("This time has just been taken. Please choose another one.") from error
        raise


def _as_json(time: TimeRange) -> dict[str, str]:
    return {"start": rfc3339(time.start), "end": rfc3339(time.end)}
