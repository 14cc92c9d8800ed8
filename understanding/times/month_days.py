"""Days of the month: "the 5th of March", "March 3-5", "the 3rd of next month", 24/11."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from understanding.times import calendar
from understanding.times.clocks import clock_at
from understanding.times.context import Context, Found
from understanding.times.lexicon import Line
from understanding.times.numbers import ordinal_at
from understanding.times.numeric_dates import numeric_date_at
from understanding.times.surroundings import stands_free
from understanding.times.values import Days

DaysOfMonth = tuple[tuple[int, int | None, int], int]
_STREETS = ("road", "rd", "street", "st", "avenue", "ave", "lane", "drive", "close", "way", "blvd")


def month_day(context: Context, i: int) -> Found | None:
    """A day of a named month, or several in a row: "5 March", "March 3-5, 2027"."""
    found = _day_then_month(context, i) or _month_then_day(context, i)
    if found is None:
        return None
    (first_day, last_day, month), j = found
    line = context.line
    if line.word(j) in _STREETS and line.raw(j)[:1].isupper():
        return None
    year, j = year_after(line, j)
    first = _dated(context, year, month, first_day)
    if first is None:
        return Days(date.min, impossible=True), j
    if last_day is None:
        return Days(first, rule="month day"), j
    last = calendar.make_date(first.year, month, last_day)
    if last is None or last < first:
        return Days(date.min, impossible=True), j
    return Days(first, last, rule="range"), j


def _dated(context: Context, year: int | None, month: int, day: int) -> date | None:
    if year is not None:
        return calendar.make_date(year, month, day)
    if context.past and context.anchor is None:
        return calendar.last_month_day(month, day, context.today)
    return calendar.next_month_day(month, day, context.since)


def _day_then_month(context: Context, i: int) -> DaysOfMonth | None:
    line = context.line
    first = _day_number(line, i)
    if first is None:
        return None
    day, j = first
    until = line.term(j, "until") or line.term(j, "and") or line.term(j, "or")
    if until:
        second = _day_number(line, line.skip(until[1], "the"))
        month = _month_after_day(line, second[1]) if second else None
        if second and month:
            if line.term(j, "or") or (line.term(j, "and") and not line.ends_before(i, "between")):
                return (day, None, month[0]), j
            return (day, second[0], month[0]), month[1]
    month = _month_after_day(line, j)
    return ((day, None, month[0]), month[1]) if month else None


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    ordinal = ordinal_at(line, i)
    if ordinal:
        return ordinal
    digits = line.digits(i)
    if not digits or len(digits) > 2 or not 1 <= int(digits) <= 31:
        number = line.term(i, "number")
        return number if number and 1 <= number[0] <= 31 else None
    cut = line.glued(i) and line.word(i - 1) in (":", ".", "/", "$", "€", "£")
    if cut and line.term(i - 2, "month") is None:
        return None
    j = i + 1
    if line.word(j) == "." and line.lexicon.language == "de":
        j += 1
    return int(digits), j


def _month_after_day(line: Line, j: int) -> tuple[int, int] | None:
    k = line.skip(j, "of")
    if line.word(k) in ("-", "/") and line.glued(k) and line.glued(k + 1):
        k += 1
    k = line.term(k, "day_of")[1] if line.term(k, "day_of") else k  # type: ignore[index]
    month = line.term(k, "month")
    if month is None:
        return None
    # "I have 2 may I …": a modal, not the month.
    if line.word(k) == "may" and line.word(k + 1) in ("i", "we", "you"):
        return None
    return month


def _month_then_day(context: Context, i: int) -> DaysOfMonth | None:
    line = context.line
    month = line.term(i, "month")
    if month is None:
        return None
    j = line.skip(month[1], "the")
    if line.word(j) in ("-", "/", ",") and line.digits(j + 1):
        j += 1
    first = _day_number(line, j)
    if first is None or _is_clock_or_year(line, j, first[1]):
        return None
    day, j = first
    until = line.term(j, "until")
    if until is None and line.term(j, "and") and line.ends_before(i, "between"):
        until = line.term(j, "and")
    second = _day_number(line, line.skip(until[1], "the")) if until else None
    if second and second[0] > day and not _is_clock_or_year(line, second[1] - 1, second[1]):
        return (day, second[0], month[0]), second[1]
    return (day, None, month[0]), j


def _is_clock_or_year(line: Line, i: int, j: int) -> bool:
    """Whether the number is an hour ("March 5pm", "March 10:30") or goes with a noun."""
    if line.word(j) == ":" and line.digits(j + 1):
        return True
    if line.digits(i) and ordinal_at(line, i) is None:
        return bool(line.term(j, "half") or line.term(j, "oclock") or line.term(j, "hour_mark"))
    return False


def year_after(line: Line, j: int) -> tuple[int | None, int]:
    k = j + 1 if line.word(j) in (",", "/", "-", "'", "’") else j
    k = line.skip(k, "of")
    year = line.digits(k)
    is_year = len(year) == 4 and year[:2] in ("19", "20") and line.word(k + 1) != ":"
    if is_year and not line.term(k + 1, "hours"):
        return int(year), k + 1
    if len(year) == 2 and line.word(k - 1) in ("'", "’", "/", "-") and line.glued(k):
        return calendar.full_year(int(year)), k + 1
    return None, j


def day_of_month(context: Context, i: int) -> Found | None:
    """ "the 5th", "on the twenty first", "the 3rd of next month"."""
    line = context.line
    ordinal = ordinal_at(line, i) or bare_day(line, i)
    if ordinal is None:
        return _number_of_month(context, i)
    day, j = ordinal
    month = _month_beside(context, j)
    if month:
        first, j = month
        found = calendar.make_date(first.year, first.month, day)
        return Days(found or date.min, impossible=found is None, rule="day of that month"), j
    if not may_be_day(line, j) or line.term(j, "unit"):
        return None
    in_digits = line.digits(i) != ""
    cued = line.ends_before(i, "the_day") or line.ends_before(j, "tarikh")
    if not in_digits and not cued:
        return None
    if context.past and context.anchor is None:
        found = calendar.last_day_of_month(day, context.today)
    else:
        found = _day_of_month_said(context, day)
    return (Days(found, weak=not cued, rule="day of month"), j) if found else None


def _day_of_month_said(context: Context, day: int) -> date | None:
    """ "… January 2nd, leaving on the 8th": after a date with its month, the month goes on."""
    said = context.said if context.said_month and not context.anchor else None
    return calendar.next_day_of_month(day, max(said, context.since) if said else context.since)


def _number_of_month(context: Context, i: int) -> Found | None:
    """ "20 of next month"."""
    digits = context.line.digits(i)
    month = _month_beside(context, i + 1) if digits and len(digits) <= 2 else None
    if month is None:
        return None
    found = calendar.make_date(month[0].year, month[0].month, int(digits))
    return Days(found or date.min, impossible=found is None), month[1]


def day_number(context: Context, i: int) -> Found | None:
    """A bare number where a day was asked for."""
    digits = context.line.digits(i)
    if not digits or len(digits) > 2 or not stands_free(context.line, i + 1):
        return None
    day = calendar.next_day_of_month(int(digits), context.since)
    return (Days(day, rule="day of month"), i + 1) if day else None


def _month_beside(context: Context, j: int) -> tuple[date, int] | None:
    line = context.line
    k = line.skip(j, "of", "the")
    for mod, months in (("next", 1), ("coming", 1), ("this", 0), ("last", -1), (None, 0)):
        found = line.term(k, mod) if mod else (None, k)
        unit = line.term(found[1], "unit") if found else None
        if unit and unit[0] == "month" and (mod or k > j):
            behind = line.term(unit[1], "next_behind") if mod is None else None
            first = calendar.plus_months(context.today.replace(day=1), 1 if behind else months)
            return (first, behind[1] if behind else unit[1]) if first else None
    return None


def numeric_day(context: Context, i: int) -> Found | None:
    """A date in digits; with one reading only where the message shows their order."""
    found = numeric_date_at(context.line, i, context.today, context.day_first)
    if found is None or not context.order_known:
        return found
    return replace(found[0], alternatives=()), found[1]


def may_be_day(line: Line, j: int) -> bool:
    """Whether what follows a day's number goes with a day: nothing that it counts, or an hour."""
    if stands_free(line, j) or clock_at(line, j, cued=False):
        return True
    military = len(line.digits(j)) == 4 and stands_free(line, j + 1)
    if line.digits(j) and line.term(j + 1, "or"):
        return True
    ranged = line.word(j + 1) in ("-", "–") and bool(line.digits(j + 2))
    return military or (bool(line.digits(j)) and ranged)


def bare_day(line: Line, k: int) -> tuple[int, int] | None:
    """Many languages have no ordinal here: "le 24", "el día 5"."""
    digits = line.digits(k)
    if not digits or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    marked = line.term(k + 1, "tarikh")
    if marked:
        return int(digits), marked[1]
    return (int(digits), k + 1) if line.ends_before(k, "the_date") else None
