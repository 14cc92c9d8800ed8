"""Reads a day's figures and the people to list, from leads and meetings; writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from calendar_integration import store as meetings_store
from calendar_integration.booking import BookingService
from calendar_integration.model import OPEN_STATUSES, Meeting
from core.database import Database
from leads import tables
from leads.listing import FUNNEL, LeadListing
from leads.model import Lead, LeadDetails, LeadFilter
from leads.service import LeadService
from leads.store import first_seq
from reports.figures import Counts, DayFigures, Funnel, middle
from reports.model import INSTANT, BusinessDay, Wanted

# Who changes a lead's status without anybody of the team having done anything.
NOT_THE_TEAM = ("Parley", "calendar", "visitor", "import")
DAYS_SHOWN = 14
_SOURCES_SHOWN = 8
_BATCH = 500
_MEETINGS_AHEAD = 8  # today and a week


class Conversations(Protocol):
    """What reports ask of the chat, which stands above them."""

    def started_between(self, since: datetime, until: datetime) -> int:
        """How many conversations began in the half-open period."""

    def median_answer_seconds(self, since: datetime, until: datetime) -> float | None:
        """How long a visitor waited for an answer; None when nobody asked anything."""


class DayReader:
    """Everything a report shows of one day, as things are at `wanted.now`."""

    def __init__(
        self,
        database: Database,
        leads: LeadService,
        booking: BookingService,
        conversations: Conversations,
    ) -> None:
        self._database = database
        self._leads = leads
        self._listing = LeadListing(database)
        self._booking = booking
        self._conversations = conversations
        self.zone = leads.zone

    # Lists

    def leads_of_day(self, wanted: Wanted) -> Iterator[LeadDetails]:
        """Newest first."""
        day = self.day(wanted.day)
        yield from self._leads.every(LeadFilter(since=day.start, until=day.until(wanted.now)))

    def leads_since_last_report(self, wanted: Wanted) -> Iterator[LeadDetails]:
        """Made after the report before was written and before this day began."""
        start = self.day(wanted.day).start
        if wanted.since is not None and wanted.since < start:
            yield from self._leads.every(LeadFilter(since=wanted.since + INSTANT, until=start))

    def followups(self, wanted: Wanted) -> Iterator[LeadDetails]:
        """Open leads due by the end of the day, the longest overdue first."""
        after: tuple[datetime, int] | None = None
        before = self.day(wanted.day).end
        while batch := self._listing.due(before, after, _BATCH):
            yield from self._leads.details(batch)
            last = batch[-1]
            assert last.next_follow_up_at is not None  # it is what they were chosen by
            after = (last.next_follow_up_at, last.seq)

    def meetings(self, wanted: Wanted) -> Iterator[tuple[Meeting, Lead | None]]:
        """Those of the day and the week after, in order of time, with their leads."""
        day = self.day(wanted.day)
        after: tuple[datetime, str] | None = None
        while True:
            until = day.later(_MEETINGS_AHEAD).start
            page = self._booking.list(since=day.start, until=until, limit=_BATCH, after=after)
            for meeting in page.meetings:
                yield meeting, self._leads.find(meeting.lead_id) if meeting.lead_id else None
            after = page.next_after
            if after is None:
                return

    # Figures

    def figures(self, wanted: Wanted) -> DayFigures:
        """Of a day that is not over, the others are counted up to the same time of day."""
        day, now = self.day(wanted.day), wanted.now
        today = self._counts(day.start, day.until(now))
        others = [self._counts(*self._same_part(day.later(-days), day, now)) for days in (1, 7)]
        first = day.later(1 - DAYS_SHOWN)
        return DayFigures(
            counts=today,
            yesterday=others[0],
            last_week=others[1],
            moved=len(self._first_moves(day.start, day.until(now))),
            per_day=tuple(self._per_day(day, now)),
            sources=tuple(
                self._listing.by_source(first.start, day.until(now), limit=_SOURCES_SHOWN)
            ),
            funnels=tuple(
                self._funnel(title, day.later(1 - days).start, day.until(now))
                for title, days in (("This day", 1), ("Last 7 days", 7), ("Last 30 days", 30))
            ),
        )

    def day(self, on: date) -> BusinessDay:
        return BusinessDay(on, self.zone)

    @staticmethod
    def _same_part(
        other: BusinessDay, day: BusinessDay, now: datetime
    ) -> tuple[datetime, datetime]:
        if day.is_over(now):
            return other.start, other.end
        return other.start, other.at_the_time_of(now)

    def _counts(self, since: datetime, until: datetime) -> Counts:
        meetings = meetings_store.meetings.c
        is_open = meetings.status.in_(OPEN_STATUSES)
        changes = tables.lead_status_changes.c
        return Counts(
            conversations=self._conversations.started_between(since, until),
            leads=self._listing.count_between(since, until),
            booked=self._count(_within(meetings.created_at, since, until)),
            held=self._count(and_(_within(meetings.end_at, since, until), is_open)),
            cancelled=self._count(
                and_(_within(meetings.updated_at, since, until), meetings.status == "cancelled")
            ),
            won=self._count(and_(_within(changes.at, since, until), changes.after == "won")),
            first_move=middle(self._first_moves(since, until)),
            answer_seconds=self._conversations.median_answer_seconds(since, until),
        )

    def _count(self, condition: ColumnElement[bool]) -> int:
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).where(condition)) or 0

    def _first_moves(self, since: datetime, until: datetime) -> list[timedelta]:
        """How long each of the leads made in the period, whom somebody of the team has dealt
        with, waited for that."""
        changes, leads = tables.lead_status_changes.c, tables.leads.c
        query = (
            select(leads.created_at, func.min(changes.at))
            .join_from(tables.leads, tables.lead_status_changes, changes.lead_id == leads.id)
            .where(
                leads.seq >= first_seq(since),
                leads.seq < first_seq(until),
                changes.before.is_not(None),
                changes.by.not_in(NOT_THE_TEAM),
            )
            .group_by(leads.id, leads.created_at)
        )
        with self._database.read() as connection:
            return [moved - made for made, moved in connection.execute(query)]

    def _per_day(self, day: BusinessDay, now: datetime) -> Iterator[tuple[date, int]]:
        for back in reversed(range(DAYS_SHOWN)):
            each = day.later(-back)
            yield each.date, self._listing.count_between(each.start, each.until(now))

    def _funnel(self, title: str, since: datetime, until: datetime) -> Funnel:
        """Of the leads the chat made: whoever came to a stage came through those before it."""
        changes, leads = tables.lead_status_changes.c, tables.leads.c
        linked = tables.lead_conversations.c.lead_id
        rank = case({stage: place for place, stage in enumerate(FUNNEL)}, value=changes.after)
        furthest = (
            select(leads.id, func.max(func.coalesce(rank, 0)).label("rank"))
            .join_from(tables.leads, tables.lead_status_changes, changes.lead_id == leads.id)
            .where(
                leads.seq >= first_seq(since),
                leads.seq < first_seq(until),
                or_(leads.email.is_not(None), leads.phone.is_not(None)),
                select(linked).where(linked == leads.id).exists(),
            )
            .group_by(leads.id)
            .subquery()
        )
        query = select(furthest.c.rank, func.count()).group_by(furthest.c.rank)
        with self._database.read() as connection:
            ranks = {int(place): int(many) for place, many in connection.execute(query)}
        least = [0, *(FUNNEL.index(stage) for stage in ("qualified", "meeting_scheduled", "won"))]
        came = (sum(many for place, many in ranks.items() if place >= each) for each in least)
        return Funnel(title, (self._conversations.started_between(since, until), *came))


def _within(
    column: ColumnElement[datetime], since: datetime, until: datetime
) -> ColumnElement[bool]:
    return and_(column >= since, column < until)
