"""Days and instants counted from another: "in 3 days", "two weeks ago", "a week from Tuesday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from understanding.times import calendar
from understanding.times.context import Context, Found
from understanding.times.dates import holiday, relative, weekday
from understanding.times.month_days import day_of_month, month_day
from understanding.times.numbers import Amount, amount_at, clock_length
from understanding.times.values import Days


def shift(context: Context, i: int) -> Found | None:
    """Any of the ways to count from now or from a day."""
    for rule in (_from_day, _ago, _ahead, _week_on, _now):
        found = rule(context, i)
        if found:
            return found
    return None


def _now(context: Context, i: int) -> Found | None:
    """ "right now"; a mere "now" only at the end of what is said."""
    line = context.line
    found = line.term(i, "right_now")
    if found is None:
        found = line.term(i, "now")
        ends = found and (found[1] >= len(line) or line.word(found[1]) in (".", "!", "?", ","))
        if not ends or line.ends_before(i, "not_now"):
            return None
    at = context.now.replace(second=0, microsecond=0)
    return Days(at.date(), grain="minute", at=at, rule="now"), found[1]  # type: ignore[index]


def _ahead(context: Context, i: int) -> Found | None:
    """ "in 3 days", "3 days from now", "an hour later"."""
    line = context.line
    prefix = line.term(i, "in")
    amount = amount_at(line, line.skip(prefix[1], "in") if prefix else i)
    if amount is None:
        return None
    how_much, j = amount
    suffix = line.term(j, "from_now")
    if not (suffix or prefix) or (not suffix and prefix and line.word(i) in ("after", "about")):
        return None
    alone = i == 0 and suffix is not None and suffix[1] >= len(line)
    if not prefix and suffix and line.word(j) in _FROM_WHAT_WAS_SAID and not alone:
        return None
    return _moved(context, how_much, 1, suffix[1] if suffix else j)


_FROM_WHAT_WAS_SAID = ("later", "time", "out", "away")


def _ago(context: Context, i: int) -> Found | None:
    line = context.line
    prefix = line.term(i, "ago_before")
    amount = amount_at(line, prefix[1] if prefix else i)
    if amount is None:
        return None
    how_much, j = amount
    suffix = line.term(j, "ago")
    if prefix:
        return _moved(context, how_much, -1, j)
    if suffix is None or line.word(suffix[1]) == "than":
        return None
    return _moved(context, how_much, -1, suffix[1])


def _moved(context: Context, amount: Amount, sign: int, j: int) -> Found | None:
    length = clock_length(amount)
    if length is not None:
        if length < timedelta(minutes=2) and amount.unit == "minute":
            return None  # "in a minute" is a manner of speaking
        at = _instant(context.now, sign * length)
        return (Days(at.date(), grain="minute", at=at, rule="shift"), j) if at else None
    day = moved_day(context.today, amount, sign)
    if day is None:
        return Days(date.min, impossible=True), j
    grain = {"month": "month", "year": "year"}.get(amount.unit, "day")
    return Days(day, grain="day" if grain == "day" else grain, rule="shift"), j


def _instant(now: datetime, length: timedelta) -> datetime | None:
    try:
        moved = (
            now.astimezone(now.tzinfo).replace(second=0, microsecond=0).timestamp()
            + length.total_seconds()
        )
        return datetime.fromtimestamp(moved, now.tzinfo)
    except (OverflowError, ValueError, OSError):
        return None


def moved_day(day: date, amount: Amount, sign: int) -> date | None:
    """The day so much before or after another."""
    count = amount.count * sign
    if amount.unit == "business_day":
        return _business_days(day, int(count))
    months = {"month": 1, "quarter": 3, "year": 12}.get(amount.unit)
    if months:
        return calendar.plus_months(day, int(count * months))
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(amount.unit)
    return calendar.plus_days(day, int(count * days)) if days else None


def _business_days(day: date, count: int) -> date | None:
    if abs(count) > 260:
        return None
    step, left = (1 if count > 0 else -1), abs(count)
    current: date | None = day
    while left and current:
        current = calendar.plus_days(current, step)
        if current and current.weekday() < 5:
            left -= 1
    return current


def _from_day(context: Context, i: int) -> Found | None:
    """ "a week from Tuesday", "3 days before Christmas", "the day after the 5th"."""
    line = context.line
    j = line.skip(i, "the")
    unit = line.term(j, "day_word")
    amount = (Amount(1, "day"), unit[1]) if unit else amount_at(line, i)  # type: ignore[arg-type]
    if amount is None or (line.word(i - 1) == "for" and amount[0].count > 1):
        return None  # "for three days from Monday" says how long
    how_much, j = amount
    after, before = line.term(j, "from_day"), line.term(j, "before_day")
    joint = after or before
    if joint is None or clock_length(how_much) is not None:
        return None
    day = _plain_day(context, joint[1])
    if day is None:
        return None
    moved = moved_day(day[0].first, how_much, 1 if after else -1)
    return (replace(day[0], first=moved, weekday=None, rule="shift"), day[1]) if moved else None


def _plain_day(context: Context, i: int) -> Found | None:
    j = context.line.skip(i, "the")
    for rule in (holiday, relative, month_day, weekday, day_of_month):
        found = rule(context, i) or rule(context, j)
        if found and not found[0].impossible:
            return found
    return None


def _week_on(context: Context, i: int) -> Found | None:
    """ "Tuesday week", "tomorrow week", "a week on Friday"."""
    line = context.line
    day = weekday(context, i) or relative(context, i)
    if day:
        week_on = line.term(day[1], "week_on")
        if week_on and day[0].rule != "next weekday":
            moved = calendar.plus_days(day[0].first, 7)
            return (replace(day[0], first=moved), week_on[1]) if moved else None
        unit = line.term(day[1], "unit")
        if (
            unit
            and unit[0] == "week"
            and line.word(day[1]) in ("week", "wk")
            and day[0].rule != "next weekday"
        ):
            moved = calendar.plus_days(day[0].first, 7)
            return (replace(day[0], first=moved), unit[1]) if moved else None
        return None
    amount = amount_at(line, i)
    if amount is None or amount[0].unit not in ("week", "fortnight"):
        return None
    on = line.word(amount[1]) == "on"
    day = weekday(context, amount[1] + 1) if on else relative(context, amount[1])
    moved = moved_day(day[0].first, amount[0], 1) if day else None
    return (replace(day[0], first=moved), day[1]) if day and moved else None
