"""Days by name: weekdays, "tomorrow", "the 5th of March", holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from understanding.times import calendar
from understanding.times.context import Context, Found
from understanding.times.holidays import last_holiday, next_holiday
from understanding.times.lexicon import Line
from understanding.times.month_days import bare_day, may_be_day, month_day, numeric_day, year_after
from understanding.times.numbers import ordinal_at
from understanding.times.surroundings import is_part_of_name, opens, stands_free
from understanding.times.values import Days


def relative(context: Context, i: int) -> Found | None:
    """ "today", "tomorrow", "tonight"."""
    line = context.line
    compound = line.term(i, "weekday_part")
    if compound:
        (number, name), j = compound
        named = calendar.next_weekday(number, context.since)
        return Days(named, part=name, weekday=number, rule="weekday"), j
    part = line.term(i, "relative_part")
    if part:
        day = calendar.plus_days(context.today, part[0][0])
        return (Days(day, part=part[0][1], rule="relative"), part[1]) if day else None
    following = line.term(i, "day_after")
    if following:
        day = calendar.plus_days(context.said or context.today, 1)
        return (Days(day, rule="relative"), following[1]) if day else None
    found = line.term(i, "relative") or line.term(i, "later_today") or _short_tomorrow(line, i)
    if found is None:
        return None
    day = calendar.plus_days(context.today, 0 if found[0] is True else found[0])
    return (Days(day, rule="relative"), found[1]) if day else None


def _short_tomorrow(line: Line, i: int) -> tuple[int, int] | None:
    """ "tom 9am": only in lower case, at the head of what is said and before an hour or part."""
    short = line.term(i, "relative_short")
    if short is None or not line.raw(i).islower() or not opens(line, i):
        return None
    return short if line.digits(i + 1) or line.term(i + 1, "part") else None


def weekday(context: Context, i: int) -> Found | None:
    """A weekday with what narrows it: "next Tuesday", "Friday week", "Tue 24 Nov"."""
    line = context.line
    j = line.skip(i, "the") if line.term(line.skip(i, "the"), "next") is None else i
    mod, j = _mod_at(line, i)
    found = line.term(j, "weekday") or _short_weekday(line, j)
    if found is None or _is_other_word(line, j):
        return None
    number, j = found
    if line.word(j) == "." and line.glued(j) and line.digits(j + 1):
        j += 1
    exact = _day_beside(context, number, j)
    if exact:
        return exact
    week = _week_beside(context, j)
    if week:
        monday, j = week
        day = calendar.plus_days(monday, number)
        return (Days(day, weekday=number, rule="weekday in week"), j) if day else None
    after = _weekday_after(context, number, j)
    if after:
        return after
    if mod is None:
        mod, j = _mod_after(line, j)
    if mod is None and context.past and context.anchor is None:
        mod = "last"
    return _weekday_with(context, number, mod), j


def _short_weekday(line: Line, j: int) -> tuple[int, int] | None:
    """ "Mi 14-16 Uhr": two letters, a day only with a capital and something of a time behind."""
    short = line.term(j, "weekday_short")
    if short is None or not line.raw(j)[:1].isupper():
        return None
    behind = line.word(j + 1)
    kinds = ("weekday_short", "part", "at", "from")
    timely = bool(line.digits(j + 1)) or behind in (",", "/", "-", "–", "+")
    return short if timely or any(line.term(j + 1, kind) for kind in kinds) else None


def _weekday_after(context: Context, number: int, j: int) -> Found | None:
    """ "the Friday after Thanksgiving", "Monday after next"."""
    line = context.line
    later = line.term(j, "after_next")
    if later and not line.term(later[1], "unit"):
        day = calendar.plus_days(calendar.next_weekday(number, context.today), 7)
        return (Days(day, weekday=number, rule="weekday"), later[1]) if day else None
    before = line.term(j, "before_day")
    joint = before or line.term(j, "from_day")
    if joint is None:
        return None
    k = line.skip(joint[1], "the")
    named = holiday(context, k) or month_day(context, k)
    if named is None or named[0].impossible:
        return None
    beside = calendar.last_weekday if before else calendar.next_weekday
    day = beside(number, named[0].first)
    return Days(day, weekday=number, rule="weekday"), named[1]


def _mod_at(line: Line, i: int) -> tuple[str | None, int]:
    for mod in ("coming", "next", "this", "last"):
        found = line.term(i, mod)
        if found:
            return mod, found[1]
    return None, i


def _mod_after(line: Line, j: int) -> tuple[str | None, int]:
    """Languages that put it behind: "mardi prochain", "el martes que viene"."""
    for mod in ("next", "this", "last"):
        found = line.term(j, mod + "_behind")
        if found:
            return ("coming" if mod == "next" else mod), found[1]
    return None, j


def _is_other_word(line: Line, i: int) -> bool:
    """ "I sat", "the sun", "we wed", "Mr. Monday", "Wednesday Addams"."""
    if line.word(i - 1) in _TITLES or (line.word(i - 1) == "." and line.word(i - 2) in _TITLES):
        return True
    if line.word(i) in ("sat", "sun", "wed", "mon"):
        after = i + 2 if line.word(i + 1) == "." else i + 1
        if line.word(i - 1) in _SUBJECTS or line.word(after) in _OBJECTS:
            return True
        if line.term(after, "idle") and not line.digits(after):
            return True
        if not (
            line.digits(after)
            or line.terms(after)
            or stands_free(line, after)
            or line.word(i - 1) in ("on", "this", "next")
        ):
            return True
    return is_part_of_name(line, i) or _is_domain(line, i)


def _is_domain(line: Line, i: int) -> bool:
    """ "monday.com"."""
    dotted = line.word(i + 1) == "." and line.glued(i + 1) and line.glued(i + 2)
    return dotted and line.raw(i + 2).islower() and len(line.word(i + 2)) <= len("info")


_TITLES = ("called", "named", "mr", "mrs", "ms", "miss", "dr", "tgi", "herr", "frau")
_OBJECTS = ("my", "me", "him", "her", "your", "the", "down")
_SUBJECTS = ("i", "he", "she", "we", "they", "the", "who", "you", "in", "a")


def _weekday_with(context: Context, number: int, mod: str | None) -> Days:
    if mod == "last":
        return Days(calendar.last_weekday(number, context.today), weekday=number, rule="weekday")
    if mod == "next":
        monday = calendar.monday_of(context.today)
        day = calendar.plus_days(monday, 7 + number) or monday
        return Days(day, weekday=number, rule="next weekday")
    return Days(calendar.next_weekday(number, context.since), weekday=number, rule="weekday")


def _day_beside(context: Context, number: int, j: int) -> Found | None:
    """The date that goes with a weekday: "Tuesday the 5th", "Tue, 24/11"."""
    line = context.line
    k = line.skip(j + 1 if line.word(j) in (",", "(") else j, "the", "the_date")
    found = month_day(context, k) or numeric_day(context, k)
    if found is None:
        ordinal = ordinal_at(line, k) or bare_day(line, k) or _large_day(context, number, k)
        if ordinal is None or not may_be_day(line, ordinal[1]):
            return None
        day = _day_on_weekday(context, ordinal[0], number)
        return (Days(day, weekday=number), ordinal[1]) if day else None
    days, end = found
    if days.last is not None:
        return None
    fitting = [day for day in (days.first, *days.alternatives) if day.weekday() == number]
    if fitting:
        days = replace(days, first=fitting[0], alternatives=())
    elif line.word(k + 1) == "." and line.word(end - 1) != "." and end == k + 3:
        return None  # "Wed 9.30" is an hour
    if line.word(j) == "(" and line.word(end) == ")":
        end += 1
    return replace(days, weekday=number, weak=False), end


def _large_day(context: Context, number: int, k: int) -> tuple[int, int] | None:
    """ "Thursday 26": no hour of a half day, and near enough to be that Thursday's."""
    digits = context.line.digits(k)
    if not (len(digits) == 2 and _LAST_HALF_HOUR < int(digits) <= _LAST_DAY):
        return None
    line = context.line
    minutes = line.word(k + 1) in (":", ".") and line.digits(k + 2) and line.glued(k + 2)
    if line.term(k + 1, "hour_mark") or minutes:
        return None
    day = _day_on_weekday(context, int(digits), number)
    near = day is not None and (day - context.today).days <= _SOON
    return (int(digits), k + 1) if near else None


_LAST_HALF_HOUR, _LAST_DAY, _SOON = 12, 31, 35


def _day_on_weekday(context: Context, day: int, number: int) -> date | None:
    first = context.since.replace(day=1)
    for months in range(24):
        month = calendar.plus_months(first, months)
        found = calendar.make_date(month.year, month.month, day) if month else None
        if found and found >= context.since and found.weekday() == number:
            return found
    return None


def _week_beside(context: Context, j: int) -> tuple[date, int] | None:
    """ "Tuesday next week", "Friday of this week", "Tuesday week", "Monday in two weeks"."""
    line = context.line
    k = line.skip(j, "of", "the") if not line.term(j, "in") else j
    for mod, weeks in (("after_next", 2), ("next", 1), ("coming", 1), ("this", 0), ("last", -1)):
        found = line.term(k, mod)
        unit = line.term(found[1], "unit") if found else None
        if unit and unit[0] == "week":
            after = line.term(unit[1], "after_next")
            monday = calendar.plus_days(calendar.monday_of(context.today), 7 * weeks)
            return (monday, unit[1]) if monday and not after else None
    unit = line.term(k, "unit")
    if unit and unit[0] == "week":
        if line.term(unit[1], "next_behind"):
            monday = calendar.monday_of(context.today)
            return calendar.plus_days(monday, 7) or monday, line.term(unit[1], "next_behind")[1]  # type: ignore[index]
        after = line.term(unit[1], "after_next")
        if after:
            monday = calendar.monday_of(context.today)
            return calendar.plus_days(monday, 14) or monday, after[1]
    return None


def holiday(context: Context, i: int) -> Found | None:
    """A holiday with a fixed rule, in the year that is said or the next one."""
    line = context.line
    mod, j = _mod_at(line, i)
    found = line.term(j, "holiday")
    if found is None:
        return None
    name, j = found
    year, j = year_after(line, j)
    since = date(year, 1, 1) if year else context.since
    day = last_holiday(name, context.today) if mod == "last" else next_holiday(name, since)
    if day is None:
        return None
    unit = line.term(j, "unit")
    if unit and unit[0] == "weekend":
        return _weekend_at(day), unit[1]
    return Days(day, rule="holiday"), j


def _weekend_at(day: date) -> Days:
    """The weekend that a holiday makes long: the one before a Monday or Tuesday, else after."""
    monday = calendar.monday_of(day) - timedelta(days=7 if day.weekday() <= 1 else 0)
    return Days(monday + timedelta(days=5), monday + timedelta(days=6), rule="weekend")
