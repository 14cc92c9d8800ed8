"""The values of booking: a meeting, a slot on offer, and the rules of when we meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from calendar_integration.hours import BusinessHours as BusinessHours
from core.values import TimeRange

Status = Literal["confirmed", "pending", "cancelled"]
Source = Literal["chat", "staff"]

OPEN_STATUSES: tuple[Status, ...] = ("confirmed", "pending")
LONGEST_MEETING = timedelta(hours=12)
LONGEST_VIEW = timedelta(days=370)


@dataclass(frozen=True)
class Slot:
    """A bookable time that was offered to one conversation; the id is worth nothing to others."""

    id: str
    start: datetime
    end: datetime

    @property
    def time(self) -> TimeRange:
        return TimeRange(self.start, self.end)


@dataclass(frozen=True)
class Hold:
    """A slot kept for a conversation until `expires_at`."""

    slot: Slot
    conversation_id: str
    expires_at: datetime


@dataclass(frozen=True)
class Meeting:
    """What was booked. `timezone` is the visitor's; `sequence` grows with every change of it."""

    id: str
    lead_id: str | None
    conversation_id: str | None
    host: str
    title: str
    start: datetime
    end: datetime
    timezone: str
    status: Status
    meet_link: str | None
    attendee_name: str
    attendee_email: str
    description: str
    sequence: int
    source: Source
    created_at: datetime
    updated_at: datetime
    calendar_link: str | None = None
    guests: tuple[str, ...] = ()
    slot_id: str | None = None
    # what the attendee answered in their own calendar, in Google's words; None: nothing yet
    attendee_response: str | None = None

    @property
    def time(self) -> TimeRange:
        return TimeRange(self.start, self.end)

    @property
    def is_open(self) -> bool:
        """Whether it still takes the host's time."""
        return self.status in OPEN_STATUSES

    def changed(self, now: datetime, *, status: Status, time: TimeRange | None = None) -> Meeting:
        """The next state of it: later sequence, and no link to the slot it was booked from when
        it is at another time."""
        time = time or self.time
        return replace(
            self,
            start=time.start,
            end=time.end,
            slot_id=self.slot_id if time == self.time else None,
            status=status,
            sequence=self.sequence + 1,
            updated_at=now,
        )

    def without_person(self, now: datetime) -> Meeting:
        """A past one stays as a time without a name; one to come is cancelled as well."""
        return replace(
            self.changed(now, status=self.status if self.end <= now else "cancelled"),
            title="Erased",
            lead_id=None,
            conversation_id=None,
            slot_id=None,
            meet_link=None,
            attendee_name="",
            attendee_email="",
            description="",
            guests=(),
        )


@dataclass(frozen=True)
class MeetingPage:
    """A part of a list in order of time; `next_after` asks for the rest."""

    meetings: list[Meeting]
    next_after: tuple[datetime, str] | None


@dataclass(frozen=True)
class BookingRules:
    """When visitors may meet us. `per_day_maximum` 0: as many as fit."""

    hours: BusinessHours
    zone: ZoneInfo
    minutes: int = 30
    buffer_minutes: int = 0
    notice_minutes: int = 120
    horizon_days: int = 30
    per_day_maximum: int = 0

    def __post_init__(self) -> None:
        if not 5 <= self.minutes <= 480:
            raise ValueError("a meeting lasts from 5 to 480 minutes")
        if not 0 <= self.buffer_minutes <= 480:
            raise ValueError("the buffer between meetings is from 0 to 480 minutes")
        if self.notice_minutes < 0 or self.per_day_maximum < 0:
            raise ValueError("notice and the maximum per day are not negative")
        if not 1 <= self.horizon_days <= 365:
            raise ValueError("meetings are offered from 1 to 365 days ahead")
        if timedelta(minutes=self.notice_minutes) >= timedelta(days=self.horizon_days):
            raise ValueError("the notice is as long as meetings are offered ahead: none would be")

    @property
    def duration(self) -> timedelta:
        return timedelta(minutes=self.minutes)

    @property
    def buffer(self) -> timedelta:
        return timedelta(minutes=self.buffer_minutes)

    def window(self, now: datetime) -> TimeRange:
        """From the first to the last instant at which a meeting may begin."""
        first = now + timedelta(minutes=self.notice_minutes)
        return TimeRange(first, now + timedelta(days=self.horizon_days) + _INSTANT)

    def day_of(self, instant: datetime) -> date:
        """The business's calendar day then."""
        return instant.astimezone(self.zone).date()


@dataclass(frozen=True)
class BookingLimits:
    """What one visitor may take, against spam (per day: the last 24 hours)."""

    meetings_per_address_a_day: int = 3
    meetings_per_email_a_day: int = 3
    holds_per_address_a_day: int = 10


_INSTANT = timedelta(microseconds=1)
