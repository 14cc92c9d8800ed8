"""Times are offered by the visitor's day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from calendar_integration.availability import by_day
from core.values import TimeRange

NEW_YORK, AUCKLAND = ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")
BERLIN_HOURS = [
    TimeRange(start, start + timedelta(minutes=30))
    for start in (datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in range(8, 16))
]


def test_of_the_free_times_those_in_the_visitors_day_are_offered() -> None:
    kept = by_day(BERLIN_HOURS, NEW_YORK)
    assert [slot.start.astimezone(NEW_YORK).hour for slot in kept] == [7, 8, 9, 10]


def test_where_none_is_in_the_visitors_day_all_are_offered() -> None:
    at_night = BERLIN_HOURS[:-1][1:]
    assert by_day(at_night, AUCKLAND) == at_night
