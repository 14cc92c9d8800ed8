"""Quarters, seasons and years: "Q3", "next spring", "in 2027"."""

from __future__ import annotations

from datetime import date

from understanding.times import calendar
from understanding.times.context import Context, Found
from understanding.times.periods import mod_at, quarter_from, year_at, year_mod
from understanding.times.values import Days

_QUARTERS, _LAST = 4, -1


def quarter(context: Context, i: int) -> Found | None:
    """ "Q3", "Q3 2027", "third quarter of 2018"."""
    line = context.line
    i = line.skip(i, "the") if line.term(line.skip(i, "the"), "nth") else i
    number, j = 0, i
    year_first, k = year_at(line, i)
    i = k if year_first is not None else i
    if line.word(i) == "q" and line.digits(i + 1) in ("1", "2", "3", "4") and line.glued(i + 1):
        number, j = int(line.digits(i + 1)), i + 2
    else:
        nth = line.term(i, "nth")
        unit = line.term(nth[1], "unit") if nth else None
        if nth is None or unit is None or unit[0] != "quarter" or nth[0] not in (1, 2, 3, 4, _LAST):
            return None
        number, j = nth[0], unit[1]
        if number == _LAST and year_at(line, j)[0] is None:
            return None
        number = _QUARTERS if number == _LAST else number
    year_number, j = year_at(line, j) if year_first is None else (year_first, j)
    if year_number is None:
        moved = year_mod(context, j)
        year_number, j = moved if moved else (_quarter_year(context.today, number), j)
    return quarter_from(date(year_number, 1, 1), number - 1), j


def _quarter_year(today: date, number: int) -> int:
    return today.year if number >= (today.month + 2) // 3 else today.year + 1


_SEASON_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season(context: Context, i: int) -> Found | None:
    """ "this summer", "next spring", "in the winter of 2027"; by meteorological months."""
    line = context.line
    mod = mod_at(line, i)
    j = mod[1] if mod else line.skip(i, "the")
    risky = line.term(j, "season_risky")
    dated = risky is not None and year_at(line, risky[1])[0] is not None
    found = line.term(j, "season") or (risky if mod or dated else None)
    if found is None:
        return None
    year_number, end = year_at(line, found[1])
    month = _SEASON_FIRST_MONTH[found[0]]
    if mod is None and year_number is None and not line.ends_before(j, "month_cue"):
        return None
    today = context.today
    if year_number is None:
        last = calendar.plus_months(date(today.year, month, 1), 3)
        over = last is not None and last <= today and not (mod and mod[0] == 0)
        year_number = today.year + over
        year_number += {2: 1, -1: -1}.get(mod[0] if mod else 0, 0)
    first = date(year_number, month, 1)
    last = calendar.plus_months(first, 2) or first
    return Days(first, calendar.month_end(last), grain="month", rule="season"), end


def year(context: Context, i: int) -> Found | None:
    """ "in 2027"; a bare number is no year."""
    line = context.line
    number, j = year_at(line, i)
    cues = ("month_cue", "edge", "year_before")
    if number is None or not any(line.ends_before(i, cue) for cue in cues):
        return None
    return Days(date(number, 1, 1), grain="year", rule="year"), j
