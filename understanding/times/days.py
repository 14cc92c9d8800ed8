"""Any day or period at a place in the text: the longest reading of all the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from understanding.times import dates, edges, month_days, periods, seasons, shifts, stretches
from understanding.times.calendar import make_date, plus_days
from understanding.times.context import Context, Found, Rule
from understanding.times.values import Days

_RULES: tuple[Rule, ...] = (
    dates.holiday,
    month_days.numeric_day,
    shifts.shift,
    edges.edge,
    edges.end_of,
    periods.nth_in_period,
    dates.weekday,
    dates.relative,
    month_days.month_day,
    periods.month_alone,
    month_days.day_of_month,
    stretches.next_n,
    periods.unit_period,
    periods.week_of,
    periods.week_number,
    seasons.quarter,
    seasons.season,
    seasons.year,
)


def day_at(context: Context, i: int) -> Found | None:
    """The day or period at `i`; "from Monday to Wednesday" is `days_at`'s."""
    line = context.line
    if not (line.terms(i) or line.digits(i) or line.word(i) == "q"):
        return None
    known = line.days_known
    key = (i, context.anchor, context.said, context.said_month, context.past)
    if key not in known:
        found = [one for rule in _RULES if (one := rule(context, i))]
        known[key] = max(found, key=lambda one: one[1]) if found else None
    return cast(Found | None, known[key])


def days_at(context: Context, i: int, joint: str = "until") -> Found | None:
    """A day, or a range of days joined by "to" (or by "and" after "between")."""
    first = day_at(context, i)
    if first is None or first[0].impossible or first[0].at or first[0].last:
        return first
    until = context.line.term(first[1], joint)
    if until is None:
        return first
    j = context.line.skip(until[1], "on", "the") if joint == "until" else until[1]
    j = context.line.skip(j, "the") if joint == "and" else j
    second = day_at(replace(context, anchor=first[0].first), j)
    if second is None or (first[0].grain == "week" and second[0].weekday is not None):
        return first  # "next week - Tuesday" narrows
    first = _in_month_of(first, second)
    if not _can_end(first[0], second[0]):
        return first
    return _joined(first[0], second[0]), second[1]


def _in_month_of(first: Found, second: Found) -> Found:
    """ "the 8th to the 12th of next month", "10 August - 12 September 2013": the month or the year
    at the end is the first's as well."""
    if first[0].rule == "month day" and second[0].first < first[0].first:
        start, end = first[0].first, second[0].first
        day = make_date(end.year, start.month, start.day)
        return (replace(first[0], first=day), first[1]) if day and day < end else first
    if first[0].rule != "day of month" or second[0].rule != "day of that month":
        return first
    day = make_date(second[0].first.year, second[0].first.month, first[0].first.day)
    return (replace(first[0], first=day, weak=False), first[1]) if day else first


def _can_end(first: Days, second: Days) -> bool:
    return (
        not second.impossible
        and second.at is None
        and second.part is None
        and (second.first > first.first or (second.last or second.first) > first.first)
    )


def _joined(first: Days, second: Days) -> Days:
    grain = first.grain if first.grain == second.grain else "day"
    last = periods.period_end(second)
    if (last - first.first).days > 3 * 366 and (within := plus_days(first.first, 3 * 366)):
        last = within
    return replace(first, last=last, grain=grain, weak=first.weak and second.weak, rule="range")
