"""The beginning, middle and end of a period: "end of next week", "early March", "eod"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from understanding.times.calendar import month_end
from understanding.times.context import Context, Found
from understanding.times.periods import bare_unit, month_alone, period_end, period_of, unit_period
from understanding.times.seasons import quarter, season, year
from understanding.times.values import Days


def edge(context: Context, i: int) -> Found | None:
    """ "end of next week", "early March", "mid 2027", "rest of the week"."""
    line = context.line
    found = line.term(i, "edge")
    if found is None:
        return None
    which, j = found
    j = j + 1 if line.word(j) == "-" else j
    period = (
        unit_period(context, j)
        or month_alone(context, j)
        or quarter(context, j)
        or season(context, j)
        or bare_unit(context, line.skip(j, "the"))
        or year(context, j)
    )
    if period is None or period[0].grain == "day" and period[0].last is None:
        return None
    days, end = period
    return _edge_of(context, replace(days, weak=False), which), end


def _edge_of(context: Context, days: Days, which: str) -> Days:
    first, last = days.first, period_end(days)
    if which == "rest":
        return replace(days, first=max(first, context.today), last=last, rule="edge")
    if days.grain == "year":
        return _edge_of_year(days, which)
    start, end = _edge_days(days.grain, (last - first).days + 1, which)
    return replace(
        days, first=first + timedelta(days=start), last=first + timedelta(days=end), rule="edge"
    )


_HALF_WEEKS = {"first_half": (0, 2), "second_half": (3, 6)}
_MONTHS_OF_YEAR = {
    "start": (1, 4), "middle": (5, 8), "end": (9, 12), "first_half": (1, 6), "second_half": (7, 12),
}  # fmt: skip


def _edge_of_year(days: Days, which: str) -> Days:
    """In whole months: a third or a half of the year."""
    first, last = (days.first.replace(month=month, day=1) for month in _MONTHS_OF_YEAR[which])
    return replace(days, first=first, last=month_end(last), rule="edge")


def _edge_days(grain: str, length: int, which: str) -> tuple[int, int]:
    """The first and last day of an edge, counted from the period's first day."""
    if grain == "week":
        return {"start": (0, 1), "middle": (1, 3), "end": (3, 4), **_HALF_WEEKS}[which]
    half = length // 2
    if which in _HALF_WEEKS:
        return (0, half - 1) if which == "first_half" else (half, length - 1)
    third = length // 3
    return {
        "start": (0, third - 1),
        "middle": (third, length - third - 1),
        "end": (length - third, length - 1),
    }[which]


def end_of(context: Context, i: int) -> Found | None:
    """ "eod", "eow", "end of the month": the day itself, or the period's end."""
    line = context.line
    found = line.term(i, "end_of")
    if found is None:
        return None
    unit, j = found
    if unit == "day":
        return Days(context.today, rule="end of day"), j
    period = period_of(context, unit, 0, j)
    return (_edge_of(context, period[0], "end"), j) if period else None
