"""Stretches of time counted from now: "the next 3 days", "within two hours", "the last week"."""

from __future__ import annotations

from datetime import UTC, timedelta

from understanding.times import calendar
from understanding.times.context import Context, Found
from understanding.times.numbers import amount_at, clock_length
from understanding.times.values import Days

_LASTING = ("it", "does", "will", "they", "that", "which", "to", "can", "should", "must")
_LONGEST_SPAN = timedelta(days=10)


def next_n(context: Context, i: int) -> Found | None:
    """ "the next 3 days", "within two weeks", "the last 2 months"."""
    line = context.line
    for kind, past in (("within", False), ("next", False), ("coming", False), ("last", True)):
        found = line.term(i, kind)
        if found is None or (kind == "last" and line.word(i - 1) in _LASTING):
            continue
        hour = line.term(found[1], "unit")
        if hour and hour[0] == "hour":
            return _hours_span(context, timedelta(hours=1), past, hour[1])
        amount = amount_at(line, found[1])
        if amount is None:
            continue
        if line.word(found[1]) in ("a", "an") and kind != "within":
            continue
        length = clock_length(amount[0])
        if length is not None:
            return _hours_span(context, length, past, amount[1])
        return _span(context, amount[0].unit, int(amount[0].count), past, kind, amount[1])
    return None


def _hours_span(context: Context, length: timedelta, past: bool, j: int) -> Found | None:
    """ "within the next two hours", "the last 24 hours"."""
    if length < timedelta(minutes=2) or length > _LONGEST_SPAN:
        return None
    now = context.now.replace(second=0, microsecond=0)
    zone, here = now.tzinfo, now.astimezone(UTC)
    first = (here - length).astimezone(zone) if past else now
    last = now if past else (here + length).astimezone(zone)
    return Days(first.date(), grain="minute", at=first, until=last, rule="span"), j


def _span(context: Context, unit: str, count: int, past: bool, kind: str, j: int) -> Found | None:
    if unit not in ("day", "week", "month", "year", "fortnight", "business_day") or count < 1:
        return None
    if unit == "business_day":
        days = count + 2 * ((context.today.weekday() + count) // 5)
    else:
        days = count * {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}[unit]
    grain = {"fortnight": "week", "business_day": "day"}.get(unit, unit)
    months = {"month": count, "year": 12 * count}.get(unit)
    sign = -1 if past else 1
    far = (
        calendar.plus_months(context.today, sign * months)
        if months
        else calendar.plus_days(context.today, sign * days)
    )
    near = calendar.plus_days(context.today, 0 if kind == "within" and grain != "day" else sign)
    if far is None or near is None:
        return None
    first, last = (far, near) if past else (near, far)
    return Days(first, max(first, last), grain=grain, rule="span"), j
