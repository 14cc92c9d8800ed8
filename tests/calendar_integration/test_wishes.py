"""Narrowing free times to what the visitor asked for, in the visitor's own zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from calendar_integration.availability import free_times
from calendar_integration.hours import BusinessHours
from calendar_integration.wishes import exact_times, meets, narrowed, target_of
from core.values import TimeRange
from tests.calendar_integration.conftest import rules_of
from understanding.wishes import DayWindow, TimeWish

UTC_ZONE = ZoneInfo("UTC")
TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
FREE = free_times(
    rules_of(zone=UTC_ZONE, hours=BusinessHours.parse("mon-fri 09:00-17:00"), minutes=60), NOW
)


def wish(*ranges: DayWindow) -> TimeWish:
    return TimeWish(ranges)


def clock(times: list[TimeRange], zone: ZoneInfo = UTC_ZONE) -> list[str]:
    return [f"{item.start.astimezone(zone):%a %H:%M}" for item in times]


def test_no_wish_leaves_everything() -> None:
    assert narrowed(FREE, None, UTC_ZONE) == FREE
    assert narrowed(FREE, TimeWish(), UTC_ZONE) == FREE


def test_any_time_on_a_day_is_the_whole_day() -> None:
    fitting = narrowed(FREE, wish(DayWindow(TUESDAY)), UTC_ZONE)

    assert clock(fitting)[0] == "Tue 09:00"
    assert clock(fitting)[-1] == "Tue 16:00"


def test_a_meeting_fits_a_window_when_all_of_it_does() -> None:
    window = DayWindow(TUESDAY, not_before=time(10), not_after=time(12))

    assert clock(narrowed(FREE, wish(window), UTC_ZONE)) == ["Tue 10:00", "Tue 10:30", "Tue 11:00"]


def test_not_before_leaves_the_rest_of_the_day() -> None:
    window = DayWindow(TUESDAY, not_before=time(15, 15))

    assert clock(narrowed(FREE, wish(window), UTC_ZONE)) == ["Tue 15:30", "Tue 16:00"]


def test_several_windows_are_alternatives() -> None:
    monday = DayWindow(date(2026, 11, 23), not_before=time(16))
    tuesday = DayWindow(TUESDAY, not_after=time(10))

    assert clock(narrowed(FREE, wish(monday, tuesday), UTC_ZONE)) == ["Mon 16:00", "Tue 09:00"]


def test_the_day_and_the_window_are_the_visitors() -> None:
    auckland = ZoneInfo("Pacific/Auckland")  # 13 hours ahead: our Tuesday ends there on Wednesday
    window = DayWindow(TUESDAY, not_before=time(22))

    assert clock(narrowed(FREE, wish(window), auckland), auckland) == [
        "Tue 22:00",
        "Tue 22:30",
        "Tue 23:00",
        "Tue 23:30",
    ]


def test_an_exact_time_is_one_instant_in_any_zone() -> None:
    exact = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    named = wish(DayWindow(TUESDAY, exact=exact))

    assert exact_times(named) == [datetime(2026, 11, 24, 9, 0, tzinfo=UTC)]
    assert clock(narrowed(FREE, named, ZoneInfo("Asia/Kolkata"))) == ["Tue 09:00"]
    assert target_of(named, UTC_ZONE) == exact


def test_a_wish_that_nothing_meets_is_known_as_such() -> None:
    sunday = wish(DayWindow(date(2026, 11, 29)))

    assert not meets(FREE, sunday, UTC_ZONE)
    assert meets(FREE, None, UTC_ZONE)
    assert target_of(sunday, UTC_ZONE) == datetime(2026, 11, 29, tzinfo=UTC)


def test_an_evening_lasts_until_midnight() -> None:
    late = free_times(
        rules_of(zone=UTC_ZONE, hours=BusinessHours.parse("mon-sun 18:00-24:00"), minutes=60), NOW
    )
    window = DayWindow(TUESDAY, not_before=time(22, 45), not_after=time(23, 59))

    assert clock(narrowed(late, wish(window), UTC_ZONE)) == ["Tue 23:00"]


def test_a_window_in_the_night_of_the_change_has_the_hour_twice() -> None:
    new_york = ZoneInfo("America/New_York")
    free = free_times(
        rules_of(zone=new_york, hours=BusinessHours.parse("mon-sun 00:00-24:00")),
        datetime(2026, 10, 31, 12, tzinfo=UTC),
    )
    window = DayWindow(date(2026, 11, 1), not_before=time(1), not_after=time(2))

    assert len(narrowed(free, wish(window), new_york)) == 4
