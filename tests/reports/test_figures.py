"""Figures of a day: what is compared with what, and what a day is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.figures import Counts, DayFigures, Funnel, KeyFigure, band_of, key_figures, middle
from reports.model import BusinessDay, People

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]


def figures(today, yesterday=None, last_week=None):
    none = Counts()
    return DayFigures(today, yesterday or none, last_week or none, 0, (), (), ())


def line(label, lines):
    return next(each for each in lines if each.label == label)


def test_each_figure_is_compared_with_the_day_before_and_the_same_day_last_week():
    lines = key_figures(figures(Counts(leads=7), Counts(leads=9), Counts(leads=2)))
    new = line("New leads", lines)

    assert (new.today, new.yesterday, new.last_week) == (7, 9, 2)
    assert (new.since_yesterday, new.since_last_week) == (-2, 5)


def test_more_cancellations_are_no_good_news():
    lines = key_figures(figures(Counts()))

    assert [each.label for each in lines if not each.more_is_better] == ["Meetings cancelled"]


def test_spans_are_shown_and_not_subtracted():
    half_an_hour = timedelta(minutes=30)
    moved = KeyFigure("First move", "duration", half_an_hour, timedelta(hours=1), None)

    assert moved.since_yesterday is None


@pytest.mark.parametrize(
    ("score", "band"),
    [(100, "Hot"), (70, "Hot"), (69, "Warm"), (40, "Warm"), (39, "Cold"), (0, "Cold")],
)
def test_scores_fall_into_bands(score, band):
    assert band_of(score).startswith(band)


def test_a_funnel_tells_shares_only_where_they_say_something():
    funnel = Funnel("Week", (10, 5, 0, 0, 0))

    assert funnel.share_of_first(1) == funnel.share_of_previous(1) == 0.5
    assert funnel.share_of_previous(3) is None  # of nobody
    assert funnel.share_of_previous(0) is None  # there is none before
    assert Funnel("Cleared", (2, 5, 0, 0, 0)).share_of_first(1) is None


def test_the_median_of_nothing_is_nothing():
    assert middle([]) is None
    assert middle([timedelta(hours=1), timedelta(hours=9), timedelta(hours=2)]) == timedelta(
        hours=2
    )


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 23), 24)]
)
def test_a_day_of_the_business_is_as_long_as_its_clocks_make_it(day, hours):
    found = BusinessDay(day, BERLIN)

    assert found.end.astimezone(UTC) - found.start.astimezone(UTC) == timedelta(hours=hours)


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(ZONES),
)
def test_every_instant_is_in_exactly_one_day(at, zone):
    today = at.astimezone(ZoneInfo(zone)).date()
    days = [BusinessDay(today + timedelta(days=shift), ZoneInfo(zone)) for shift in (-1, 0, 1)]

    assert [day.start <= at < day.end for day in days] == [False, True, False]


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(ZONES),
    back=st.sampled_from([1, 7]),
)
def test_the_same_time_of_another_day_is_within_that_day(at, zone, back):
    other = BusinessDay(at.astimezone(ZoneInfo(zone)).date(), ZoneInfo(zone)).later(-back)

    assert other.start <= other.at_the_time_of(at) <= other.end


def test_people_are_found_again_and_not_to_be_read():
    people = People()
    people.add("lead_1", "Ann@Example.com ", None)
    packed = people.as_bytes()

    assert People.has_any(packed, ["ann@example.com"])
    assert People.has_any(packed, ["lead_2", "lead_1"])
    assert not People.has_any(packed, ["lead_2", "bob@example.com"])
    assert not People.has_any(packed, [])
    assert b"ann" not in packed.lower() and len(packed) == 16
