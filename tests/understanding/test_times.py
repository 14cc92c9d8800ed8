"""What a reading of times holds to, beyond single sentences."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from understanding.reading import Time, read
from understanding.wishes import wished_times

LONDON = ZoneInfo("Europe/London")
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=LONDON)
SLOPPY = (
    "mon", "tues", "wed", "thu", "fri", "sat", "sun", "tmrw", "b4", "after", "10", "2", "430",
    "0930", "-", "/", ",", ":", "?", "+", "am", "p", "or", "half", "every", "same time", "not",
    "10/11am", "24th", "nov", "dec 3", "eod", "quarter to", "in 2 hrs", "now", "until", "noon",
    "the weekend before", "christmas", "12/24", "3.15", "jeden", "halb", "Mi", "à", "y media",
    "las", "tous les", "kal", "baje", "٣", "²", "\u200d", "İ",
)  # fmt: skip


def _times(text: str, **more: str) -> tuple[Time, ...]:
    return read(
        text,
        now=WEDNESDAY,
        timezone=more.pop("timezone", "Europe/London"),
        locale=more.pop("locale", "en-GB"),
        **more,  # type: ignore[arg-type]
    ).times


def _time(text: str, **more: str) -> Time:
    (time,) = _times(text, **more)
    return time


@given(
    st.lists(st.sampled_from(SLOPPY), max_size=14).map(" ".join),
    st.sampled_from("en de fr es ur".split()),
)
@settings(max_examples=examples(600), deadline=None)
def test_no_heap_of_time_words_breaks_a_reading(text: str, locale: str) -> None:
    for time in _times(text, locale=locale):
        begin, end = time.span
        assert 0 <= begin < end <= len(text)
        assert time.text == text[begin:end]
        assert time.grain in ("minute", "hour", "daypart", "day", "week", "month", "year")
        if time.start_at and time.end_at and not time.repeats:
            assert time.start_at <= time.end_at
        if time.start_on and time.end_on:
            assert time.start_on <= time.end_on


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every Monday at 9am", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0"),
        ("every other Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("daily at noon", "FREQ=DAILY;BYHOUR=12;BYMINUTE=0"),
        ("jeden Montag um 9 Uhr", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0"),
    ],
)
def test_what_repeats_is_no_single_time(text: str, rule: str) -> None:
    time = _time(text)

    assert time.repeats == rule
    assert time.start is None
    assert time.end is None


def test_each_weekday_of_a_repetition_repeats() -> None:
    assert [time.repeats for time in _times("every Monday and Wednesday")] == [
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=WE",
    ]


def test_the_same_time_is_the_one_said_before() -> None:
    here = _times("Is Thursday at 2pm free? If not, Friday at the same time")
    asked = _time("same time on Tuesday", question="Would Monday at 3pm suit you?")
    earlier = _time("same time on Tuesday", context="Monday 3pm please")

    assert [time.start for time in here] == ["2026-11-19T14:00+00:00", "2026-11-20T14:00+00:00"]
    assert asked.start == earlier.start == "2026-11-24T15:00+00:00"


def test_the_same_time_as_none_is_only_its_day() -> None:
    assert _time("same time on Tuesday").start == "2026-11-24"


def test_what_is_told_of_the_past_is_past() -> None:
    assert _time("I called you on Monday").start == "2026-11-16"
    assert _time("we spoke on the 10th").start == "2026-11-10"
    assert _time("waiting since Monday").start == "2026-11-16"
    assert _time("what happened on March 3rd").start == "2026-03-03"


def test_a_wish_after_a_story_is_ahead() -> None:
    assert _time("I called you before, can we meet on Monday").start == "2026-11-23"


def test_a_date_that_can_be_read_one_way_shows_how_the_others_are_meant() -> None:
    alone = _time("12/02", locale="en-US")
    beside = _times("11/30 or 12/02", locale="en-US")

    assert (alone.start, alone.alternatives) == ("2026-12-02", ("2027-02-12",))
    assert [(time.start, time.ambiguous) for time in beside] == [
        ("2026-11-30", False),
        ("2026-12-02", False),
    ]


def test_a_range_of_hours_is_no_offset() -> None:
    time = _time("9:30-11:00 on Thursday")
    stamp = _time("2026-11-24T09:30-05:00")

    assert (time.start, time.end) == ("2026-11-19T09:30+00:00", "2026-11-19T11:00+00:00")
    assert stamp.start == "2026-11-24T09:30-05:00"


@given(st.dates(date(2026, 11, 18), date(2027, 12, 1)), st.integers(1, 20), st.integers(1, 12))
@settings(max_examples=examples(120), deadline=None)
def test_a_range_put_into_words_is_read_back(first: date, days: int, hour: int) -> None:
    last = first + timedelta(days=days)
    by_name = _time(f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}")
    by_digits = _time(f"{first.isoformat()} - {last.isoformat()}")
    hours = _time(f"{first.day} {first:%b %Y} from {hour}am to {hour}:45pm")

    assert (by_name.start_on, by_name.end_on) == (first, last)
    assert (by_digits.start_on, by_digits.end_on) == (first, last)
    assert hours.start_at is not None
    assert hours.end_at is not None
    assert hours.end_at - hours.start_at == timedelta(hours=12, minutes=45)


@given(st.integers(2, 300), st.sampled_from(["minutes", "hours", "days", "weeks"]))
@settings(max_examples=examples(100), deadline=None)
def test_so_long_ago_is_as_far_back_as_so_long_from_now_is_ahead(count: int, unit: str) -> None:
    ago, ahead = _time(f"{count} {unit} ago"), _time(f"in {count} {unit}")

    if unit in ("days", "weeks"):
        assert ago.start_on is not None
        assert ahead.start_on is not None
        assert WEDNESDAY.date() - ago.start_on == ahead.start_on - WEDNESDAY.date()
    else:
        assert ago.start_at is not None
        assert ahead.start_at is not None
        assert WEDNESDAY - ago.start_at == ahead.start_at - WEDNESDAY


def test_right_now_is_wished_from_now_on() -> None:
    (window,) = wished_times(
        read("can we talk right now", now=WEDNESDAY, timezone="Europe/London")
    ).ranges

    assert window.exact is None
    assert (window.on, window.not_before) == (WEDNESDAY.date(), WEDNESDAY.time())
