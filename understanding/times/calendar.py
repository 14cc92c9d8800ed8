"""Reckoning with days: weekdays, weeks that begin on Monday, months."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if the calendar has no such day."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def plus_days(day: date, count: int) -> date | None:
    """None beyond the years we reckon with."""
    try:
        moved = day + timedelta(days=count)
    except OverflowError:
        return None
    return moved if _FIRST_YEAR <= moved.year <= _LAST_YEAR else None


def plus_months(day: date, count: int) -> date | None:
    """The same day of another month, or that month's last day."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def next_weekday(weekday: int, today: date) -> date:
    """The next such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def last_weekday(weekday: int, today: date) -> date:
    """The latest such day before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def next_month_day(month: int, day: int, today: date) -> date | None:
    """The next such day, today included; for 29 February the next leap year's."""
    for year in range(today.year, today.year + 9):
        found = make_date(year, month, day)
        if found and found >= today:
            return found
    return None


def next_day_of_month(day: int, today: date) -> date | None:
    """The next day with that number, today included; short months are passed over."""
    first = today.replace(day=1)
    for months in range(13):
        month = plus_months(first, months)
        found = make_date(month.year, month.month, day) if month else None
        if found and found >= today:
            return found
    return None


def last_month_day(month: int, day: int, today: date) -> date | None:
    """The latest such day, today included."""
    days = (make_date(today.year - years, month, day) for years in range(9))
    return next((found for found in days if found and found <= today), None)


def last_day_of_month(day: int, today: date) -> date | None:
    """The latest day with that number, today included."""
    months = (plus_months(today.replace(day=1), -months) for months in range(13))
    days = (make_date(month.year, month.month, day) for month in months if month)
    return next((found for found in days if found and found <= today), None)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The first, second, … such weekday of a month; -1 is the last."""
    if nth == -1:
        last = month_end(date(year, month, 1))
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1)
    return make_date(year, month, day)


def full_year(year: int) -> int:
    """A two-digit year in full: up to 60 this century, then the last one."""
    if year >= 100:
        return year
    return 2000 + year if year <= 60 else 1900 + year
