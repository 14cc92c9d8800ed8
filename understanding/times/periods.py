"""Weeks, months, quarters, years and parts of them: "next week", "end of March", "in 2027"."""

from __future__ import annotations

from datetime import date, timedelta

from understanding.times import calendar
from understanding.times.context import Context, Found
from understanding.times.dates import holiday, weekday
from understanding.times.lexicon import Line
from understanding.times.month_days import month_day
from understanding.times.numbers import number_at, ordinal_at
from understanding.times.surroundings import stands_free
from understanding.times.values import Days

_MODS = (("after_next", 2), ("next", 1), ("coming", 1), ("this", 0), ("last", -1))
_THURSDAY, _SATURDAY = 3, 5
_COURSE_WEEKS = 9  # "week 3" is more often one of a course than of the year


def unit_period(context: Context, i: int) -> Found | None:
    """ "next week", "this month", "the week after next", "la semaine prochaine"."""
    line = context.line
    mod = mod_at(line, line.skip(i, "the") if not mod_at(line, i) else i)
    if mod:
        steps, j = mod
        unit = line.term(j, "unit")
        if unit and unit[0] == "weekend" and steps == 1 and _is_coming(line, i):
            steps = 1 if context.today.weekday() >= _SATURDAY else 0
        if unit and not (line.term(unit[1], "after_next") and steps == 1):
            return period_of(context, unit[0], steps, unit[1])
        return None
    j = line.skip(i, "the")
    unit = line.term(j, "unit")
    if unit is None:
        return None
    for kind, steps in (
        ("after_next", 2),
        ("next_behind", 1),
        ("this_behind", 0),
        ("last_behind", -1),
    ):
        behind = line.term(unit[1], kind)
        if behind:
            return period_of(context, unit[0], steps, behind[1])
    return weekend(context, i)


def _is_coming(line: Line, i: int) -> bool:
    """ "the coming weekend" is this one, "next weekend" is not."""
    return bool(line.term(i, "coming") or line.term(line.skip(i, "the"), "coming"))


def mod_at(line: Line, i: int) -> tuple[int, int] | None:
    for kind, steps in _MODS:
        found = line.term(i, kind)
        if found:
            return steps, found[1]
    return None


def weekend(context: Context, i: int) -> Found | None:
    """The weekend alone: the one that is or comes next."""
    line = context.line
    unit = line.term(line.skip(i, "the"), "unit")
    if unit is None or unit[0] != "weekend":
        return None
    of_day = _day_of_weekend(context, unit[1]) or _weekend_beside(context, unit[1])
    if of_day:
        return of_day
    if not line.word(i - 1) and unit[1] - i == 1 and not _is_followed(line, unit[1]):
        return None
    of_week = weekday_week(context, unit[1])
    if of_week:
        monday, j = of_week
        return _weekend_of(monday), j
    return _weekend_of(calendar.monday_of(context.today)), unit[1]


def _is_followed(line: Line, j: int) -> bool:
    """Whether what follows lets "weekend" be a time: not "weekend rates"."""
    return stands_free(line, j) or bool(line.digits(j)) or bool(line.terms(j))


def _weekend_beside(context: Context, j: int) -> Found | None:
    """ "the weekend before Christmas"."""
    line = context.line
    before, after = line.term(j, "before_day"), line.term(j, "from_day")
    joint = before or after
    if joint is None:
        return None
    k = line.skip(joint[1], "the")
    named = holiday(context, k) or month_day(context, k)
    if named is None or named[0].impossible:
        return None
    monday = calendar.monday_of(named[0].first)
    saturday = monday + timedelta(days=_SATURDAY)
    past = before is not None and saturday >= named[0].first
    moved = monday - timedelta(days=7) if before and past else monday
    return _weekend_of(moved), named[1]


def _day_of_weekend(context: Context, j: int) -> Found | None:
    """ "the weekend of December 5th"."""
    k = context.line.skip(j, "of", "the")
    named = (holiday(context, k) or month_day(context, k)) if k > j else None
    day = named or (_plain_ordinal(context, k) if k > j else None)
    if day is None or day[0].impossible:
        return None
    return _weekend_of(calendar.monday_of(day[0].first)), day[1]


def weekday_week(context: Context, j: int) -> tuple[date, int] | None:
    """The Monday of "next week" after "the weekend of"."""
    line = context.line
    k = line.skip(j, "of", "the")
    mod = mod_at(line, k) if k > j else None
    unit = line.term(mod[1], "unit") if mod else None
    if mod is None or unit is None or unit[0] != "week":
        return None
    monday = calendar.plus_days(calendar.monday_of(context.today), 7 * mod[0])
    return (monday, unit[1]) if monday else None


def _weekend_of(monday: date) -> Days:
    saturday = monday + timedelta(days=_SATURDAY)
    return Days(saturday, saturday + timedelta(days=1), grain="day", rule="weekend")


def period_of(context: Context, unit: str, steps: int, j: int) -> Found | None:
    today = context.today
    first: date | None = None
    if unit == "week":
        first = calendar.plus_days(calendar.monday_of(today), 7 * steps)
    elif unit == "fortnight":
        first = calendar.plus_days(calendar.monday_of(today), 14 * steps)
    elif unit == "weekend":
        monday = calendar.plus_days(calendar.monday_of(today), 7 * steps)
        return (_weekend_of(monday), j) if monday else None
    elif unit == "month":
        first = calendar.plus_months(today.replace(day=1), steps)
    elif unit == "quarter":
        return quarter_from(today, (today.month - 1) // 3 + steps), j
    elif unit == "year":
        first = calendar.make_date(today.year + steps, 1, 1)
    elif unit in ("day", "business_day") and steps == 1:
        first = calendar.plus_days(today, 1)
    if first is None:
        return None
    grain = {"fortnight": "week", "business_day": "day"}.get(unit, unit)
    last = calendar.plus_days(first, 13) if unit == "fortnight" else None
    return Days(first, last, grain=grain, rule="period"), j


def quarter_from(today: date, quarter: int) -> Days:
    first = calendar.plus_months(today.replace(month=1, day=1), 3 * quarter)
    first = first or today
    last = calendar.plus_months(first, 2)
    return Days(first, calendar.month_end(last or first), grain="month", rule="quarter")


def month_alone(context: Context, i: int) -> Found | None:
    """ "March", "next March", "March 2027"; weak where the word is an everyday one."""
    line = context.line
    mod = mod_at(line, i)
    steps, j = mod if mod else (None, i)
    month = line.term(j, "month")
    if month is None:
        return None
    number, k = month
    if 31 < int(line.digits(i - 1)[:4] or 0) < 100 and not line.glued(i - 1):
        return Days(date.min, impossible=True), k
    year, end = year_at(line, k)
    if year is None:
        moved = year_mod(context, k)
        if moved:
            year, end = moved
    today = context.since
    if year is None:
        ahead = number >= today.month if steps != 1 else number > today.month
        year = today.year if ahead else today.year + 1
        if steps == -1 or (context.past and steps is None and context.anchor is None):
            year = today.year if number < today.month else today.year - 1
        weak = mod is None and _is_everyday(line, i)
    else:
        weak = False
    return Days(date(year, number, 1), grain="month", weak=weak, rule="month"), end


def year_mod(context: Context, k: int) -> tuple[int, int] | None:
    line = context.line
    j = line.skip(k, "of", "the")
    mod = mod_at(line, j)
    unit = line.term(mod[1], "unit") if mod else None
    if mod is None or unit is None or unit[0] != "year":
        return _year_mod_behind(context, j)
    return context.today.year + mod[0], unit[1]


def _year_mod_behind(context: Context, j: int) -> tuple[int, int] | None:
    """ "… de l'année prochaine"."""
    unit = context.line.term(j, "unit")
    if unit is None or unit[0] != "year":
        return None
    for kind, steps in (("next_behind", 1), ("last_behind", -1)):
        behind = context.line.term(unit[1], kind)
        if behind:
            return context.today.year + steps, behind[1]
    return None


def year_at(line: Line, k: int) -> tuple[int | None, int]:
    """A year in digits right here, after an optional comma or "of"."""
    j = line.skip(k + 1 if line.word(k) == "," else k, "of")
    digits = line.digits(j)
    is_year = len(digits) == 4 and digits[:2] in ("19", "20") and line.word(j + 1) != ":"
    if is_year and not line.term(j + 1, "hours") and not line.term(j + 1, "half"):
        return int(digits), j + 1
    if line.word(j) in ("'", "’") and len(line.digits(j + 1)) == 2 and line.glued(j + 1):
        return calendar.full_year(int(line.digits(j + 1))), j + 2
    if len(digits) == 2 and line.word(j - 1) in ("'", "’") and line.glued(j):
        return calendar.full_year(int(digits)), j + 1
    return None, k


def _is_everyday(line: Line, i: int) -> bool:
    """Month names that are words of their own, or names of people ("April")."""
    if line.ends_before(i, "month_cue"):
        return False
    return line.word(i) in line.lexicon.everyday or len(line.word(i)) <= 3


def nth_in_period(context: Context, i: int) -> Found | None:
    """ "first Monday of March", "last Friday of next month", "last day of October"."""
    line = context.line
    nth = line.term(i, "nth")
    if nth is None:
        return None
    number, j = nth
    day = line.term(j, "weekday")
    unit = line.term(j, "unit")
    if day is None and unit is None:
        return None
    k = (day or unit)[1]  # type: ignore[index]
    of = line.skip(k, "of", "the")
    period = month_alone(context, of) or unit_period(context, of) or bare_unit(context, of)
    if period is None or (of == k and line.term(of, "month") is None) or number == -1 and of == k:
        return None
    days, end = period
    found = _nth(days, number, day[0] if day else None, unit[0] if unit else None)
    if found is None:
        return None
    if not found.impossible and found.first < context.today and line.term(of, "month"):
        return found, end
    return found, end


def bare_unit(context: Context, i: int) -> Found | None:
    unit = context.line.term(i, "unit")
    if unit is None or unit[0] not in ("month", "week", "year", "quarter"):
        return None
    return period_of(context, unit[0], 0, unit[1])


def _nth(days: Days, nth: int, weekday_number: int | None, unit: str | None) -> Days | None:
    if days.grain not in ("month", "year") and not (unit == "day" and days.grain == "week"):
        return None
    start, end = days.first, period_end(days)
    if weekday_number is not None:
        month = start if nth > 0 else end
        day = calendar.nth_weekday(month.year, month.month, weekday_number, nth)
        return Days(day or date.min, impossible=day is None, weekday=weekday_number)
    if unit == "day":
        return Days(end if nth == -1 else start + timedelta(days=nth - 1))
    if unit == "week":
        monday = _last_week(end) if nth == -1 else _nth_week(start, nth)
        return Days(monday, grain="week")
    if unit == "weekend":
        saturday = calendar.nth_weekday(start.year, start.month, _SATURDAY, nth)
        return _weekend_of(calendar.monday_of(saturday)) if saturday else None
    return None


def _last_week(end: date) -> date:
    """The last week that has its Thursday in the month."""
    monday = calendar.monday_of(end)
    return monday if end.weekday() >= _THURSDAY else monday - timedelta(days=7)


def _nth_week(start: date, nth: int) -> date:
    monday = calendar.monday_of(start)
    # The week that has the month's first Thursday is its first week, as in ISO 8601.
    if start.weekday() > 3:
        monday += timedelta(days=7)
    return monday + timedelta(days=7 * (nth - 1))


def period_end(days: Days) -> date:
    """The last day of what was said."""
    return period_days(days.first, days.grain) if days.last is None else days.last


def period_days(first: date, grain: str) -> date:
    """The last day of the week, month or year that begins there; of a day, itself."""
    if grain == "week":
        return first + timedelta(days=6)
    if grain == "month":
        return calendar.month_end(first)
    if grain == "year":
        return first.replace(month=12, day=31)
    return first


def week_of(context: Context, i: int) -> Found | None:
    """ "the week of October 6th"."""
    line = context.line
    found = line.term(i, "week_of")
    if found is None:
        return None
    j = line.skip(found[1], "the")
    day = month_day(context, j) or weekday(context, j) or _plain_ordinal(context, j)
    if day is None:
        return None
    return Days(calendar.monday_of(day[0].first), grain="week", rule="week of"), day[1]


def _plain_ordinal(context: Context, j: int) -> Found | None:
    ordinal = ordinal_at(context.line, j)
    day = calendar.next_day_of_month(ordinal[0], context.today) if ordinal else None
    return (Days(day), ordinal[1]) if ordinal and day else None


def week_number(context: Context, i: int) -> Found | None:
    """ "KW 48", "calendar week 48"."""
    line = context.line
    found = line.term(i, "week_number")
    number = number_at(line, found[1]) if found else None
    if found is None or number is None or not 1 <= number[0] <= 53:
        return None
    free = bool(line.digits(found[1])) and stands_free(line, number[1])
    if found[0] == "maybe" and not (free and number[0] > _COURSE_WEEKS):
        return None
    for year_number in (context.today.year, context.today.year + 1):
        try:
            monday = date.fromisocalendar(year_number, number[0], 1)
        except ValueError:
            continue
        if monday >= calendar.monday_of(context.today):
            return Days(monday, grain="week", rule="week number"), number[1]
    return None
