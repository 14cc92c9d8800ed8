"""Which days and hours slot finding is told to look at."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from understanding.reading import read
from understanding.wishes import DayWindow, wished_times

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=BERLIN)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)


def _wished(text: str, locale: str = "en-GB") -> tuple[DayWindow, ...]:
    reading = read(text, now=WEDNESDAY, timezone="Europe/Berlin", locale=locale)
    return wished_times(reading).ranges


def test_nothing_said_is_no_wish() -> None:
    reading = read("I need a website", now=WEDNESDAY, timezone="Europe/Berlin")

    assert not wished_times(reading)


def test_an_hour_is_exact() -> None:
    (window,) = _wished("tomorrow at 3pm")

    assert window.exact == datetime(2026, 11, 19, 15, tzinfo=BERLIN)
    assert window.on == THURSDAY


def test_a_part_of_a_day_bounds_its_hours() -> None:
    assert _wished("tomorrow afternoon") == (DayWindow(THURSDAY, time(12), time(18)),)


def test_an_early_part_is_narrower() -> None:
    assert _wished("tomorrow in the early afternoon") == (DayWindow(THURSDAY, time(12), time(15)),)


def test_a_whole_day_has_no_bounds() -> None:
    assert _wished("any time Thursday") == (DayWindow(THURSDAY),)


def test_a_limit_without_a_day_holds_for_the_days_to_come() -> None:
    windows = _wished("not before 10")

    assert len(windows) == 14
    assert {window.not_before for window in windows} == {time(10)}
    assert windows[0].on == WEDNESDAY.date()


def test_alternatives_share_what_is_said_once() -> None:
    assert _wished("monday or tuesday after 3pm") == (
        DayWindow(MONDAY, not_before=time(15)),
        DayWindow(TUESDAY, not_before=time(15)),
    )


def test_an_hour_said_afterwards_goes_with_each_day() -> None:
    windows = _wished("Monday or Tuesday. Around 3pm works.")

    assert [window.exact for window in windows] == [
        datetime(2026, 11, 23, 15, tzinfo=BERLIN),
        datetime(2026, 11, 24, 15, tzinfo=BERLIN),
    ]


def test_a_week_is_its_days() -> None:
    assert [window.on for window in _wished("next week")] == [
        date(2026, 11, day) for day in range(23, 30)
    ]


def test_an_excepted_day_is_left_out_of_the_week() -> None:
    days = [window.on for window in _wished("next week, except friday")]

    assert date(2026, 11, 27) not in days
    assert len(days) == 6


def test_a_refusal_alone_leaves_the_other_days_to_come() -> None:
    days = [window.on for window in _wished("not on friday")]

    assert FRIDAY not in days
    assert THURSDAY in days


def test_by_includes_its_day_and_before_does_not() -> None:
    assert [window.on for window in _wished("by friday")][-1] == FRIDAY
    assert [window.on for window in _wished("before friday")][-1] == THURSDAY


def test_from_includes_its_day_and_after_does_not() -> None:
    assert _wished("from monday on")[0].on == MONDAY
    assert _wished("after monday")[0].on == TUESDAY


def test_a_range_of_days_with_hours_has_them_each_day() -> None:
    windows = _wished("monday to friday 9-5")

    assert len(windows) == 5
    assert {(window.not_before, window.not_after) for window in windows} == {(time(9), time(17))}


def test_what_a_meeting_is_moved_from_is_not_wished() -> None:
    (window,) = _wished("please move it from tuesday to thursday at 2pm")

    assert window.exact == datetime(2026, 11, 19, 14, tzinfo=BERLIN)


def test_an_hour_in_another_zone_is_ours() -> None:
    (window,) = _wished("tomorrow 5pm EST")

    assert window.on == THURSDAY
    assert window.exact == datetime(2026, 11, 19, 23, tzinfo=BERLIN)


def test_yesterday_is_no_wish() -> None:
    assert _wished("I called yesterday") == ()


def test_other_languages_wish_alike() -> None:
    assert _wished("morgen Nachmittag", "de-DE") == (DayWindow(THURSDAY, time(12), time(18)),)
    assert _wished("lundi ou mardi après 15h", "fr-FR") == (
        DayWindow(MONDAY, not_before=time(15)),
        DayWindow(TUESDAY, not_before=time(15)),
    )


def test_a_month_named_for_the_work_is_no_wish_for_the_meeting() -> None:
    assert _wished("We need a new shop by March. Can we meet on Tuesday?") == (DayWindow(TUESDAY),)
