"""Business hours: the one line in the settings, read and written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_integration.hours import BusinessHours, OpenPeriod

MONDAY = date(2026, 11, 23)


def test_a_range_of_days_has_its_hours_and_the_others_have_none() -> None:
    hours = BusinessHours.parse("mon-fri 09:00-17:00; sat 10:00-13:00")

    assert hours.on(MONDAY) == (OpenPeriod(540, 1020),)
    assert hours.on(MONDAY + timedelta(days=5)) == (OpenPeriod(600, 780),)
    assert hours.on(MONDAY + timedelta(days=6)) == ()


def test_a_day_may_have_a_break_written_together_or_apart() -> None:
    together = BusinessHours.parse("mon 13:00-17:00,09:00-12:00")
    apart = BusinessHours.parse("mon 09:00-12:00; mon 13:00-17:00")

    assert together == apart
    assert together.on(MONDAY) == (OpenPeriod(540, 720), OpenPeriod(780, 1020))


def test_days_can_be_listed_and_a_range_may_run_over_the_weekend() -> None:
    assert BusinessHours.parse("mon,wed 9:00-10:00").on(MONDAY + timedelta(days=2))
    assert not BusinessHours.parse("fri-sun 9:00-10:00").on(MONDAY)
    assert BusinessHours.parse("sat-mon 9:00-10:00").on(MONDAY)


def test_a_closed_day_has_no_hours() -> None:
    hours = BusinessHours.parse("mon-sun 00:00-24:00; closed 2026-12-24..2026-12-26, 2027-01-01")

    assert hours.on(date(2026, 12, 23))
    assert not hours.on(date(2026, 12, 24))
    assert not hours.on(date(2026, 12, 26))
    assert not hours.on(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "at_fault"),
    [
        ("", "no opening hours"),
        ("closed 2026-12-25", "no opening hours"),
        ("mon", "'mon' is no day with hours"),
        ("moon 09:00-17:00", "'moon' is no day of the week"),
        ("mon-fry 09:00-17:00", "'fry' is no day of the week"),
        ("mon 9-17", "'9' is no time of day"),
        ("mon 09:00", "'09:00' is no opening period"),
        ("mon 09:60-17:00", "'09:60' is no time of day"),
        ("mon 09:00-24:01", "'24:01' is no time of day"),
        ("mon 22:00-02:00", "over midnight are written as two"),
        ("mon 09:00-09:00", "ends before it starts"),
        ("mon 09:00-12:00,11:00-13:00", "overlap"),
        ("mon 09:00-17:00; closed 2026-02-30", "'2026-02-30' is no date"),
        ("mon 09:00-17:00; closed 2027-01-02..2027-01-01", "no range of days"),
        ("mon 09:00-17:00; closed 2026-01-01..2036-01-01", "no range of days"),
    ],
)
def test_a_wrong_line_is_refused_with_one_line_that_names_the_part(
    text: str, at_fault: str
) -> None:
    with pytest.raises(ValueError, match="^.*$") as refused:
        BusinessHours.parse(text)

    assert at_fault in str(refused.value)


@st.composite
def periods(draw: st.DrawFn) -> tuple[OpenPeriod, ...]:
    ends = sorted(draw(st.sets(st.integers(0, 1440), max_size=6)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return tuple(OpenPeriod(start, end) for start, end in pairs)


weeks = st.lists(periods(), min_size=7, max_size=7).map(tuple).filter(any)
closed_days = st.frozensets(st.dates(date(2020, 1, 1), date(2040, 1, 1)), max_size=5)


@given(weeks, closed_days)
def test_hours_that_are_written_are_read_back_the_same(
    week: tuple[tuple[OpenPeriod, ...], ...], closed: frozenset[date]
) -> None:
    hours = BusinessHours(week, closed)

    assert BusinessHours.parse(str(hours)) == hours


@given(st.text(alphabet="mon-fri satclosed0123456789:;,. \u0660\n", max_size=60))
def test_any_other_text_is_hours_or_a_value_error(text: str) -> None:
    try:
        hours = BusinessHours.parse(text)
    except ValueError as refused:
        assert "\n" not in str(refused).replace(repr(text), "")
    else:
        assert BusinessHours.parse(str(hours)) == hours
