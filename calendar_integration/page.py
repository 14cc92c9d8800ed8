"""What the visitor's page of a meeting shows: only what whoever holds the link may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from calendar_integration.cards import day_label, instant_as_json, time_label
from calendar_integration.limits import MOVES_AT_MOST
from calendar_integration.model import Meeting
from core.values import TimeRange, zone_named

_STATES = {
    "confirmed": "Confirmed",
    "pending": "Waiting for confirmation",
    "cancelled": "Cancelled",
}


@dataclass(frozen=True)
class Choice:
    """A time the meeting can be moved to."""

    start: str
    label: str


@dataclass(frozen=True)
class Day:
    """The choices of one day."""

    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class MeetingPageView:
    """The texts of the page."""

    title: str
    state: str
    status: str
    when: str
    timezone: str
    meet_link: str | None
    notice: str
    can_change: bool
    days: list[Day]


def page_of(
    meeting: Meeting, free: Sequence[TimeRange], now: datetime, done: str
) -> MeetingPageView:
    """`done` is what the visitor has just done: it is only said when the meeting shows it."""
    zone = zone_named(meeting.timezone)
    can_change = meeting.is_open and meeting.start > now
    by_day = groupby(free, key=lambda item: item.start.astimezone(zone).date())
    days = [
        Day(
            day_label(choices[0].start, zone),
            [
                Choice(instant_as_json(item.start, zone), f"{item.start.astimezone(zone):%H:%M}")
                for item in choices
            ],
        )
        for choices in (list(group) for _, group in by_day)
    ]
    return MeetingPageView(
        title=meeting.title,
        state=_STATES[meeting.status],
        status=meeting.status,
        when=time_label(meeting.start, meeting.end, zone),
        timezone=meeting.timezone,
        meet_link=meeting.meet_link if meeting.is_open else None,
        notice=_notice(meeting, done),
        can_change=can_change,
        days=days if can_change and meeting.sequence < MOVES_AT_MOST else [],
    )


def _notice(meeting: Meeting, done: str) -> str:
    if done == "cancelled" and meeting.status == "cancelled":
        return "Your meeting has been cancelled."
    if done == "moved" and meeting.is_open and meeting.sequence > 0:
        return "Your meeting has been moved."
    return ""
