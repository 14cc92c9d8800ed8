"""Cells: text stays text whatever it says, and numbers are exact."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils.datetime import from_excel

from leads.exports import Column
from reports.cells import LONGEST_TEXT, RowWriter, column_letter, label
from tests.reports.hostile import CONTROLS, LIVE_STARTS, TEXTS

BERLIN = ZoneInfo("Europe/Berlin")


def row_of(value, kind="text", width=20, zone=BERLIN):
    """The one cell of a row with that value, parsed as a spreadsheet would."""
    written = RowWriter([Column("A", kind, width)], [7], zone).row([value], 2)
    return etree.fromstring(written.encode())


def text_in(row):
    found = row.find("c/is/t")
    return None if found is None else (found.text or "")


def number_in(row):
    return float(row.find("c/v").text)


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_is_typed_is_an_inline_string_that_no_program_calculates(text):
    row = row_of(text)

    assert row.find("c").get("t") == "inlineStr"
    assert row.find("c/f") is None
    assert not text_in(row).startswith(LIVE_STARTS)


@given(text=st.text(alphabet=st.characters(), min_size=1))
def test_any_text_is_well_formed_and_its_letters_are_kept(text):
    kept = "".join(sign for sign in text if sign not in CONTROLS).replace("\r\n", "\n")
    kept = kept.replace("\r", "\n")
    shown = (text_in(row_of(text)) or "").replace("_x005F_", "_")

    assert shown in (kept, "'" + kept)


@pytest.mark.parametrize(
    "number", ["+49 30 901820", "'+4930901820", "+1 202 555 0143 ext 12", "+4930901820"]
)
def test_a_phone_number_can_be_copied_as_it_is(number):
    assert text_in(row_of(number)) == number.removeprefix("'")


@pytest.mark.parametrize("text", ["+1+1", "+49 30-1", "+cmd|' /C calc'!A0", "+A1", "'+1+1", "+"])
def test_what_only_begins_like_a_phone_number_is_made_harmless(text):
    assert text_in(row_of(text)).startswith("'")


def test_a_formula_behind_a_character_that_is_taken_out_is_made_harmless_too():
    assert text_in(row_of("\x00\x01=1+1")) == "'=1+1"


def test_what_excel_reads_as_a_code_is_shown_as_it_was_typed():
    assert text_in(row_of("a_x000D_b and _x0041_")) == "a_x005F_x000D_b and _x005F_x0041_"
    assert text_in(row_of("lead_x1")) == "lead_x1"


def test_a_text_that_no_cell_can_hold_is_cut_with_a_mark():
    shown = text_in(row_of("🙂" * 40_000))

    assert len(shown.encode("utf-16-le")) / 2 <= 32_767
    assert shown.endswith("🙂 …")
    assert text_in(row_of("a" * LONGEST_TEXT)) == "a" * LONGEST_TEXT


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_an_empty_cell_with_its_style(value):
    (cell,) = row_of(value)

    assert dict(cell.attrib) == {"r": "A2", "s": "7"}
    assert len(cell) == 0


@given(
    local=st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Chatham"]),
)
def test_an_instant_is_the_wall_clock_of_the_business_to_the_second(local, zone):
    instant = local.replace(tzinfo=UTC, microsecond=0)
    here = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    number = number_in(row_of(instant, "instant", zone=ZoneInfo(zone)))

    assert from_excel(number) == here


@given(clock=st.times())
def test_a_time_of_day_is_never_shown_a_minute_early(clock):
    """A fraction cut off after some digits is 13:59 in programs that do not round."""
    instant = datetime.combine(date(2026, 11, 23), clock.replace(tzinfo=None), BERLIN)
    number = number_in(row_of(instant, "clock"))

    assert number == (clock.hour * 60 + clock.minute) / 1440
    assert math.floor(number * 1440 + 1e-9) == clock.hour * 60 + clock.minute


def test_a_day_is_a_whole_number_in_the_zone_of_the_business():
    just_after_midnight = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    day = RowWriter([Column("Day", "day")], [0], BERLIN).row([date(2026, 11, 24)], 2)

    assert "<v>46350</v>" in day
    assert from_excel(46350).date() == just_after_midnight.astimezone(BERLIN).date()


def test_a_number_that_is_none_is_text():
    assert text_in(row_of(math.nan, "number")) == "nan"
    assert number_in(row_of(timedelta(hours=36), "number")) == 1.5
    assert number_in(row_of(-3, "number")) == -3


def test_a_row_is_as_high_as_its_wrapped_text_and_never_fills_the_screen():
    assert row_of("short", width=40).get("ht") is None
    assert row_of("two lines\nof text", width=40).get("ht") == "30"
    assert row_of("word " * 500, width=40).get("ht") == "90"
    assert row_of("word " * 500, width=20).get("ht") is None  # is not wrapped


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_letters(number, letters):
    assert column_letter(number) == letters


def test_a_label_stays_on_one_line():
    assert label("two\nlines " + "x" * 300) == ("two lines " + "x" * 300)[:199] + "…"


def test_midnight_has_no_fraction():
    midnight = datetime.combine(date(2026, 11, 23), time(), BERLIN)

    assert number_in(row_of(midnight, "instant")) == 46349
