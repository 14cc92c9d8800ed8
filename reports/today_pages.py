"""The console's first page: what needs somebody today, and how it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from flask import Response

from calendar_integration.booking import BookingService
from leads.service import LeadService
from web.api import service
from web.pages import clock_of, console_blueprint, page

bp = console_blueprint("today", "/today")

SHOWN = 8
DAYS = 14


@dataclass(frozen=True)
class Bar:
    """A bar of a plot: `share` of the longest one, and where its leads are."""

    label: str
    count: int
    share: float
    filters: Mapping[str, str]


@bp.get("")
def index() -> Response:
    """Follow-ups due, today's meetings and leads; two weeks in figures."""
    leads, booking = service(LeadService), service(BookingService)
    now = clock_of().now()
    today = now.astimezone(leads.zone).date()
    midnight = datetime.combine(today, time(), tzinfo=leads.zone)
    tomorrow = datetime.combine(today + timedelta(days=1), time(), tzinfo=leads.zone)
    due = leads.followups(limit=SHOWN + 1)
    made = leads.page(leads.made_on(today), limit=SHOWN)
    figures = leads.stats(today - timedelta(days=DAYS - 1), today)
    meetings = booking.list(since=midnight, until=tomorrow, limit=50).meetings
    ahead = booking.list(since=tomorrow, until=tomorrow + timedelta(days=7), limit=200).meetings
    return page(
        "today.html",
        today=today,
        due=due[:SHOWN],
        more_due=len(due) > SHOWN,
        midnight=midnight,
        made=made,
        meetings=[meeting for meeting in meetings if meeting.is_open],
        ahead=sum(meeting.is_open for meeting in ahead),
        weeks=_weeks(figures["by_day"]),
        by_day=_days(figures["by_day"]),
        funnel=_bars([(item["stage"], item["leads"], {}) for item in figures["funnel"]]),
        sources=_bars(
            [(i["source"], i["leads"], {"source": i["source"]}) for i in figures["by_source"][:6]]
        ),
        any_leads=figures["total"] > 0,
    )


def _weeks(by_day: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Leads of the last seven days, today included, and of the seven before."""
    counts = [int(item["leads"]) for item in by_day]
    return {"last": sum(counts[-7:]), "before": sum(counts[:-7])}


def _days(by_day: Sequence[Mapping[str, Any]]) -> list[Bar]:
    return _bars(
        [
            (
                f"{date.fromisoformat(item['date']):%a %-d %b}",
                item["leads"],
                {"since": item["date"], "until": item["date"]},
            )
            for item in by_day
        ]
    )


def _bars(counted: Sequence[tuple[str, int, Mapping[str, str]]]) -> list[Bar]:
    longest = max((count for _, count, _ in counted), default=0) or 1
    return [Bar(label, count, count / longest, filters) for label, count, filters in counted]
