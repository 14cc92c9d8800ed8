"""Free times: the rules, what is taken, and every trick the clocks play."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calendar_integration.availability import free_times, is_bookable, nearest, spread
from calendar_integration.hours import BusinessHours
from calendar_integration.model import BookingRules
from core.values import TimeRange
from tests.calendar_integration.conftest import rules_of

MINUTE = timedelta(minutes=1)
MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


def at(text: str) -> datetime:
    """`2026-11-23 09:00` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def between(start: str, end: str) -> TimeRange:
    return TimeRange(at(start), at(end))


def starts(times: list[TimeRange]) -> list[str]:
    return [f"{item.start:%m-%d %H:%M}" for item in times]


def simple(**changes: object) -> BookingRules:
    """Mondays from nine to eleven, UTC, without notice."""
    settings = {
        "hours": BusinessHours.parse("mon 09:00-11:00"),
        "zone": ZoneInfo("UTC"),
        "notice_minutes": 0,
        "horizon_days": 6,
    }
    return rules_of(**{**settings, **changes})


def test_slots_fill_the_opening_hours() -> None:
    free = free_times(simple(), MONDAY)

    assert starts(free) == ["11-23 09:00", "11-23 09:30", "11-23 10:00", "11-23 10:30"]


def test_a_longer_meeting_must_end_before_closing() -> None:
    free = free_times(simple(minutes=90), MONDAY)

    assert starts(free) == ["11-23 09:00", "11-23 09:30"]


def test_a_short_meeting_begins_at_every_quarter() -> None:
    assert len(free_times(simple(minutes=15), MONDAY)) == 8


def test_busy_time_and_the_buffer_around_it_are_left_out() -> None:
    busy = [between("2026-11-23 09:40", "2026-11-23 09:50")]

    assert starts(free_times(simple(), MONDAY, busy=busy)) == [
        "11-23 09:00",
        "11-23 10:00",
        "11-23 10:30",
    ]
    assert starts(free_times(simple(buffer_minutes=15), MONDAY, busy=busy)) == ["11-23 10:30"]


def test_notice_and_horizon_bound_what_is_offered() -> None:
    rules = simple(hours=BusinessHours.parse("mon-sun 09:00-10:00"), notice_minutes=60)
    now = at("2026-11-23 08:10")

    free = starts(free_times(rules, now))

    assert free[0] == "11-23 09:30"
    assert free[-1] == "11-28 09:30"


def test_a_day_with_its_maximum_of_meetings_is_full() -> None:
    rules = simple(hours=BusinessHours.parse("mon,tue 09:00-10:00"), per_day_maximum=1)
    meetings = [between("2026-11-23 15:00", "2026-11-23 15:30")]

    free = free_times(rules, MONDAY, busy=meetings, meetings=meetings)

    assert starts(free) == ["11-24 09:00", "11-24 09:30"]


def test_within_narrows_to_slots_that_lie_in_it_whole() -> None:
    within = between("2026-11-23 09:10", "2026-11-23 10:40")

    assert starts(free_times(simple(), MONDAY, within=within)) == ["11-23 09:30", "11-23 10:00"]
    assert (
        free_times(simple(), MONDAY, within=between("2027-01-04 09:00", "2027-01-04 10:00")) == []
    )


def test_around_the_clock_a_meeting_may_run_over_midnight() -> None:
    rules = simple(hours=BusinessHours.parse("mon-sun 00:00-24:00"), minutes=60)
    within = between("2026-11-23 23:00", "2026-11-24 01:30")

    assert starts(free_times(rules, MONDAY, within=within)) == [
        "11-23 23:00",
        "11-23 23:30",
        "11-24 00:00",
        "11-24 00:30",
    ]


# Clocks. Each row: zone, hours, local date, (first start, last end) in UTC, number of half hours.
# The first three are the vector of cal.com's issue 30021.
DAYS = [
    ("America/New_York", "13:00-18:00", "2026-03-07", "03-07 18:00", "03-07 23:00", 10),
    ("America/New_York", "13:00-18:00", "2026-03-08", "03-08 17:00", "03-08 22:00", 10),
    ("America/New_York", "13:00-18:00", "2026-03-09", "03-09 17:00", "03-09 22:00", 10),
    ("America/New_York", "00:00-24:00", "2026-03-08", "03-08 05:00", "03-09 04:00", 46),
    ("America/New_York", "02:00-03:00", "2026-03-08", None, None, 0),
    ("America/New_York", "01:30-03:30", "2026-03-08", "03-08 06:30", "03-08 07:30", 2),
    ("America/New_York", "00:00-24:00", "2026-11-01", "11-01 04:00", "11-02 05:00", 50),
    ("America/New_York", "01:00-02:00", "2026-11-01", "11-01 05:00", "11-01 07:00", 4),
    ("Europe/Berlin", "09:00-17:00", "2026-03-29", "03-29 07:00", "03-29 15:00", 16),
    ("Europe/Berlin", "02:00-03:30", "2026-10-25", "10-25 00:00", "10-25 02:30", 5),
    ("Asia/Kolkata", "09:30-10:30", "2026-06-01", "06-01 04:00", "06-01 05:00", 2),
    ("Australia/Lord_Howe", "01:00-03:00", "2026-10-04", "10-03 14:30", "10-03 16:00", 3),
    ("Australia/Lord_Howe", "01:00-03:00", "2026-04-05", "04-04 14:00", "04-04 16:30", 5),
    ("Pacific/Chatham", "09:00-10:00", "2026-09-27", "09-26 19:15", "09-26 20:15", 2),
    ("Pacific/Chatham", "02:00-04:00", "2026-09-27", "09-26 13:15", "09-26 14:15", 2),
    ("Pacific/Apia", "00:00-24:00", "2011-12-30", None, None, 0),
    ("Pacific/Kiritimati", "00:00-01:00", "2026-06-01", "05-31 10:00", "05-31 11:00", 2),
    ("America/Havana", "00:00-02:00", "2026-03-08", "03-08 05:00", "03-08 06:00", 2),
    ("Africa/Casablanca", "02:00-04:00", "2026-02-15", "02-15 01:00", "02-15 04:00", 6),
]


@pytest.mark.parametrize(("zone", "hours", "day", "first", "last", "count"), DAYS)
def test_an_opening_hour_is_what_the_wall_clock_shows(
    zone: str, hours: str, day: str, first: str | None, last: str | None, count: int
) -> None:
    rules = simple(zone=ZoneInfo(zone), hours=BusinessHours.parse(f"mon-sun {hours}"))
    local = date.fromisoformat(day)
    now = datetime(local.year, local.month, local.day, tzinfo=UTC) - timedelta(days=2)

    free = [f for f in free_times(rules, now) if f.start.astimezone(rules.zone).date() == local]

    assert len(free) == count
    if first is not None:
        assert f"{free[0].start:%m-%d %H:%M}" == first
        assert f"{free[-1].end:%m-%d %H:%M}" == last


def test_a_time_that_the_clocks_skip_is_not_bookable() -> None:
    rules = simple(
        zone=ZoneInfo("America/New_York"), hours=BusinessHours.parse("mon-sun 00:00-24:00")
    )
    now = at("2026-03-07 12:00")
    skipped = datetime(2026, 3, 8, 2, 30, tzinfo=rules.zone).astimezone(UTC)

    on_the_day = {
        item.start.astimezone(rules.zone).strftime("%H:%M")
        for item in free_times(rules, now)
        if item.start.astimezone(rules.zone).date() == date(2026, 3, 8)
    }

    assert {"01:30", "03:00"} <= on_the_day
    assert "02:30" not in on_the_day
    # what a naive conversion makes of 02:30 is an instant the wall clock calls 03:30
    assert skipped.astimezone(rules.zone).strftime("%H:%M") == "03:30"


def test_a_repeated_time_is_offered_once_per_instant() -> None:
    rules = simple(
        zone=ZoneInfo("America/New_York"), hours=BusinessHours.parse("mon-sun 00:00-24:00")
    )

    free = free_times(rules, at("2026-10-31 12:00"))
    half_past_one = [
        item.start
        for item in free
        if item.start.astimezone(rules.zone).strftime("%m-%d %H:%M") == "11-01 01:30"
    ]

    assert half_past_one == [at("2026-11-01 05:30"), at("2026-11-01 06:30")]
    assert len({item.start for item in free}) == len(free)


def test_a_named_time_need_not_be_on_the_grid_but_is_no_odd_minute() -> None:
    rules = simple()

    def bookable(start: str, minutes: int = 30) -> bool:
        wanted = TimeRange(at(start), at(start) + minutes * MINUTE)
        return is_bookable(rules, MONDAY, wanted)

    assert bookable("2026-11-23 09:10")
    assert not bookable("2026-11-23 09:12")
    assert not bookable("2026-11-23 10:40")
    assert not bookable("2026-11-23 08:50")
    assert not bookable("2026-11-30 09:00")
    assert not is_bookable(
        rules, at("2026-11-23 09:15"), between("2026-11-23 09:10", "2026-11-23 09:40")
    )


def test_a_few_slots_are_spread_over_days_and_halves_of_the_day() -> None:
    rules = simple(hours=BusinessHours.parse("mon-fri 09:00-17:00"))

    chosen = starts(spread(free_times(rules, MONDAY), 4, rules.zone))

    assert chosen == ["11-23 10:00", "11-24 14:00", "11-25 10:00", "11-26 14:00"]


def test_on_a_single_day_slots_are_spread_over_the_day() -> None:
    rules = simple(hours=BusinessHours.parse("mon 09:00-17:00"))

    chosen = starts(spread(free_times(rules, MONDAY), 4, rules.zone))

    assert chosen == ["11-23 10:00", "11-23 12:00", "11-23 14:00", "11-23 16:00"]


def test_few_slots_are_all_shown() -> None:
    free = free_times(simple(), MONDAY)

    assert spread(free, 10, ZoneInfo("UTC")) == free


def test_alternatives_are_the_nearest_in_order_of_time() -> None:
    free = free_times(simple(hours=BusinessHours.parse("mon 09:00-17:00")), MONDAY)
    free.remove(between("2026-11-23 11:00", "2026-11-23 11:30"))

    assert starts(nearest(free, at("2026-11-23 11:00"), 3)) == [
        "11-23 10:00",
        "11-23 10:30",
        "11-23 11:30",
    ]


# Whatever the rules, the zone and the busy times.

ZONES = [
    "America/New_York",
    "America/Havana",
    "America/St_Johns",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "UTC",
]


@st.composite
def opening_hours(draw: st.DrawFn) -> BusinessHours:
    quarters = sorted(draw(st.sets(st.integers(0, 96), min_size=2, max_size=6)))
    pairs = list(zip(quarters[::2], quarters[1::2], strict=False))
    text = ",".join(
        f"{a // 4:02d}:{a % 4 * 15:02d}-{b // 4:02d}:{b % 4 * 15:02d}" for a, b in pairs
    )
    closed = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    return BusinessHours.parse(
        f"{draw(st.sampled_from(['mon-sun', 'mon-fri', 'sat,sun']))} {text}; closed {closed}"
    )


@st.composite
def situations(draw: st.DrawFn) -> tuple[BookingRules, datetime, list[TimeRange]]:
    rules = BookingRules(
        hours=draw(opening_hours()),
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        minutes=draw(st.sampled_from([5, 15, 25, 30, 45, 60, 90, 240])),
        buffer_minutes=draw(st.sampled_from([0, 5, 15, 60])),
        notice_minutes=draw(st.integers(0, 1439)),
        horizon_days=draw(st.integers(1, 5)),
        per_day_maximum=draw(st.sampled_from([0, 0, 2])),
    )
    # the days around a change of the clocks somewhere, or any
    day = draw(
        st.sampled_from(["2026-03-07", "2026-03-28", "2026-04-04", "2026-09-26", "2026-10-31"])
        | st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(str)
    )
    now = at(day) + draw(st.integers(0, 1440)) * MINUTE
    busy = [
        TimeRange(now + start * MINUTE, now + (start + length) * MINUTE)
        for start, length in draw(
            st.lists(st.tuples(st.integers(-300, 7000), st.integers(1, 600)), max_size=12)
        )
    ]
    return rules, now, busy


@given(situations())
def test_no_slot_overlaps_or_lies_outside_the_hours_or_in_the_past_or_in_a_gap(
    situation: tuple[BookingRules, datetime, list[TimeRange]],
) -> None:
    rules, now, busy = situation

    free = free_times(rules, now, busy=busy, meetings=busy)

    assert free == sorted(set(free))
    for slot in free:
        assert slot.duration == rules.duration
        assert now + timedelta(minutes=rules.notice_minutes) <= slot.start
        assert slot.start <= now + timedelta(days=rules.horizon_days)
        assert not any(slot.widened(rules.buffer).overlaps(taken) for taken in busy)
        assert all(is_open(rules, slot.start + n * MINUTE) for n in range(rules.minutes))
        if rules.per_day_maximum:
            same_day = [b for b in busy if rules.day_of(b.start) == rules.day_of(slot.start)]
            assert len(same_day) < rules.per_day_maximum


def is_open(rules: BookingRules, instant: datetime) -> bool:
    """The rule itself, minute by minute: the wall clock shows an opening hour."""
    wall = instant.astimezone(rules.zone)
    minute = wall.hour * 60 + wall.minute
    return any(period.start <= minute < period.end for period in rules.hours.on(wall.date()))


@given(situations())
def test_every_open_and_free_time_on_the_grid_is_found(
    situation: tuple[BookingRules, datetime, list[TimeRange]],
) -> None:
    rules, now, busy = situation
    found = {slot.start for slot in free_times(rules, now, busy=busy)}
    step = 15 if rules.minutes < 30 else 30
    window = rules.window(now)
    first = (window.start + MINUTE).replace(second=0, microsecond=0)

    for minutes in range(0, int((window.end - first) / MINUTE), 5):
        start = first + minutes * MINUTE
        start -= timedelta(minutes=start.minute % 5)
        slot = TimeRange(start, start + rules.duration)
        wall = start.astimezone(rules.zone)
        minute = wall.hour * 60 + wall.minute
        periods = rules.hours.on(wall.date())
        on_grid = any(p.start <= minute < p.end and (minute - p.start) % step == 0 for p in periods)
        if not on_grid or not window.start <= start < window.end:
            continue
        if not all(is_open(rules, start + n * MINUTE) for n in range(rules.minutes)):
            continue
        free = not any(slot.widened(rules.buffer).overlaps(taken) for taken in busy)
        assert (start in found) == free


@given(situations(), st.integers(1, 8))
def test_what_is_chosen_is_among_the_free_times_and_no_fewer_than_asked(
    situation: tuple[BookingRules, datetime, list[TimeRange]], count: int
) -> None:
    rules, now, busy = situation
    free = free_times(rules, now, busy=busy)
    assume(free)

    for chosen in (spread(free, count, rules.zone), nearest(free, now, count)):
        assert chosen == sorted(set(chosen))
        assert set(chosen) <= set(free)
        assert len(chosen) == min(count, len(free))


@given(situations())
def test_every_free_time_is_bookable_by_its_name(
    situation: tuple[BookingRules, datetime, list[TimeRange]],
) -> None:
    rules, now, busy = situation

    for slot in free_times(rules, now, busy=busy)[:20]:
        assert is_bookable(rules, now, slot, busy=busy)


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 4},
        {"minutes": 481},
        {"buffer_minutes": -1},
        {"notice_minutes": -1},
        {"per_day_maximum": -1},
        {"horizon_days": 0},
        {"horizon_days": 366},
        {"horizon_days": 1, "notice_minutes": 1440},
    ],
)
def test_rules_that_cannot_be_meant_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        rules_of(**wrong)
