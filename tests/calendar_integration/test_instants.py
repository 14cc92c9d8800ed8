"""Reading the times that callers send."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_integration.instants import read_bound, read_instant
from core.errors import InvalidInput

NEW_YORK = ZoneInfo("America/New_York")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-24T10:00:00+01:00", "2026-11-24T09:00"),
        ("2026-11-24T10:00:00Z", "2026-11-24T10:00"),
        ("2026-11-24T10:00", "2026-11-24T15:00"),
        ("2026-11-24 10:00:00", "2026-11-24T15:00"),
        ("2026-07-01T10:00", "2026-07-01T14:00"),
        ("2026-11-01T01:30:00-05:00", "2026-11-01T06:30"),
    ],
)
def test_a_time_with_an_offset_is_that_instant_and_one_without_is_the_business_clock(
    text: str, instant: str
) -> None:
    assert read_instant(text, NEW_YORK, field="start") == utc(instant)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2026-03-08T02:30", "does not exist"),
        ("2026-11-01T01:30", "twice"),
        ("tomorrow", "no date and time"),
        ("", "no date and time"),
        ("2026-02-30T10:00", "no date and time"),
        ("0001-01-01T00:00+14:00", "no date and time"),
        ("9999-12-31T23:59-12:00", "no date and time"),
        ("9999-12-31T23:59", "no date and time"),
    ],
)
def test_a_time_that_is_none_or_not_just_one_is_refused(text: str, fault: str) -> None:
    with pytest.raises(InvalidInput, match=fault) as refused:
        read_instant(text, NEW_YORK, field="start")
    assert refused.value.errors[0].field == "start"


def test_a_day_begins_and_ends_at_the_business_midnights() -> None:
    assert read_bound("2026-11-01", NEW_YORK, field="from", end=False) == utc("2026-11-01T04:00")
    assert read_bound("2026-11-01", NEW_YORK, field="to", end=True) == utc("2026-11-02T05:00")
    assert read_bound("2026-11-01T12:00Z", NEW_YORK, field="to", end=True) == utc(
        "2026-11-01T12:00"
    )
    assert read_bound(None, NEW_YORK, field="to", end=True) is None
    with pytest.raises(InvalidInput):
        read_bound("9999-12-31", NEW_YORK, field="to", end=True)


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2060, 1, 1)),
    st.sampled_from(
        ["America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "Asia/Kolkata", "UTC"]
    ),
)
def test_a_wall_time_is_the_one_instant_at_which_the_wall_shows_it(
    wall: datetime, zone_name: str
) -> None:
    zone = ZoneInfo(zone_name)
    try:
        instant = read_instant(wall.isoformat(), zone, field="start")
    except InvalidInput:
        first, second = wall.replace(tzinfo=zone), wall.replace(tzinfo=zone, fold=1)
        assert first.utcoffset() != second.utcoffset()
    else:
        assert instant.astimezone(zone).replace(tzinfo=None) == wall


@given(st.text(max_size=40))
def test_any_text_is_an_instant_or_refused(text: str) -> None:
    with suppress(InvalidInput):
        assert read_instant(text, NEW_YORK, field="start").tzinfo is UTC
