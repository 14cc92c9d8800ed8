"""What the words around a place say about it: whether a bare number is an hour there, whether a
second day only repeats or narrows the first."""

from __future__ import annotations

from dataclasses import replace

from understanding.times.calendar import make_date, monday_of, next_weekday, plus_days
from understanding.times.clocks import clock_at, half_at
from understanding.times.context import Context
from understanding.times.days import day_at
from understanding.times.lexicon import Line
from understanding.times.numbers import number_at
from understanding.times.surroundings import day_follows, opens, stands_free
from understanding.times.values import Days


def between_listed(line: Line, i: int, end: int) -> bool:
    """Whether the tokens from `i` up to `end` only join the parts of a list."""
    while i < end:
        if line.word(i) in (",", "/", ";", "&", "-", "+"):
            i += 1
            continue
        ends = [
            found[1]
            for kind in ("or", "and", "at", "about", "on", "then", "from")
            if (found := line.term(i, kind)) and found[1] <= end
        ]
        if not ends:
            return False
        i = max(ends)
    return True


def leads_to_time(context: Context, i: int) -> bool:
    """Whether a bare number at `i` goes with what makes it an hour: "9, 10 or 11am",
    "six in the evening", "9 to 5 on Monday"."""
    line = context.line
    number = _hour_number(line, i)
    if number is None or line.glued(i):
        return False
    if _part_follows(line, number[1]) or _day_follows(context, i, number[1]):
        return True
    j, ranged = number[1], False
    for _ in range(_MOST_LISTED):
        until = line.term(j, "until")
        joint = until or line.term(j, "or") or line.term(j, "and")
        if joint is None and line.word(j) == ",":
            joint = (True, j + 1)
        if joint is None:
            return False
        following = clock_at(line, joint[1], cued=False)
        if following is not None and following[0].rule != "bare":
            return True
        number = _hour_number(line, joint[1])
        if number is None:
            return False
        j, ranged = number[1], ranged or until is not None
        if _part_follows(line, j) or (ranged and day_at(context, line.skip(j, "on"))):
            return True
        if day_follows(line, j) and opens(line, i):
            return True
    return False


def _hour_number(line: Line, i: int) -> tuple[int, int] | None:
    """A number that may be an hour, "430" and "0930" too."""
    number = number_at(line, i)
    digits = line.digits(i)
    if number is None or len(digits) > 2:
        is_time = len(digits) in (3, 4) and int(digits[-2:]) < 60 and int(digits[:-2]) < _LAST_HOUR
        return (int(digits[:-2]), i + 1) if is_time and digits[:2] not in ("19", "20") else None
    return number if number[0] <= _LAST_HOUR else None


def half_as_part(line: Line, i: int) -> tuple[str, int] | None:
    """ "Friday am"."""
    half = half_at(line, i)
    if half is None or line.word(half[1]) in ("i", "a", "the") or line.lexicon.language != "en":
        return None
    return {"am": "morning", "pm": "afternoon"}[half[0]], half[1]


def _day_follows(context: Context, i: int, j: int) -> bool:
    """ "8 tonight", "twelve fifteen tomorrow", "10 on Friday"."""
    line = context.line
    minutes = number_at(line, j)
    if minutes is not None and (10 <= minutes[0] <= 59 or line.digits(j) == "00"):
        return day_at(context, minutes[1]) is not None
    if line.term(j, "relative_part") is not None and opens(line, i):
        return True
    return day_follows(line, j) and opens(line, i)


def _part_follows(line: Line, j: int) -> bool:
    minutes = number_at(line, j)
    if minutes is not None and 10 <= minutes[0] <= 59:
        j = minutes[1]
    joint = line.term(j, "in_part")
    return joint is not None and line.term(joint[1], "part") is not None


def counts_on(line: Line, j: int) -> bool:
    """Whether a bare number is followed by more of its kind: "Thursday 10 12 or 2"."""
    digits = line.digits(j)
    return bool(digits) and int(digits[:4]) <= _HALF_A_DAY and line.term(j + 1, "or") is not None


def is_range_of_hours(line: Line, i: int) -> bool:
    """ "…, 1 to 2": two bare hours that nothing is counted with."""
    number = number_at(line, i)
    until = line.term(number[1], "until") if number else None
    last = number_at(line, until[1]) if until else None
    if number is None or last is None or not stands_free(line, last[1]):
        return False
    return 1 <= number[0] <= _HALF_A_DAY and 1 <= last[0] <= _HALF_A_DAY


def later_day(context: Context, i: int, said: Days) -> tuple[Days, int] | None:
    """ "Nov 24 or 25": a bare number after a day of the month is a later day of that month."""
    line = context.line
    digits = line.digits(i)
    if not (digits and len(digits) <= 2) or said.rule not in ("month day", "day of month"):
        return None
    joined = line.ends_before(i, "or") or line.ends_before(i, "and") or line.word(i - 1) == "/"
    listed = line.word(i - 1) == "," and _ends_beyond_hours(line, i)
    if not (joined or listed) or int(digits) <= said.first.day:
        return None
    if line.word(i + 1) in (":", ".") and line.digits(i + 2) or line.term(i + 1, "hour_mark"):
        return None
    if half_at(line, i + 1) or not stands_free(line, i + 1):
        return None
    day = make_date(said.first.year, said.first.month, int(digits))
    return (Days(day, rule=said.rule), i + 1) if day else None


def _ends_beyond_hours(line: Line, i: int) -> bool:
    """Whether a list of numbers has one that is no hour of half a day: "1, 8, or 15"."""
    for _ in range(_MOST_LISTED):
        digits = line.digits(i)
        if not digits or len(digits) > 2:
            return False
        if int(digits) > _HALF_A_DAY:
            return True
        i = i + 2 if line.word(i + 1) == "," else i + 1
        joint = line.term(i, "or") or line.term(i, "and")
        i = joint[1] if joint else i
    return False


def same_week_day(context: Context, i: int, said: Days) -> tuple[Days, int] | None:
    """ "next week Wednesday or Thursday": the second is of that week too, or follows it."""
    found = context.line.term(i, "weekday")
    if found is None:
        return None
    alone = day_at(context, i)
    if alone is None or alone[1] != found[1]:
        return None
    day = next_weekday(found[0], said.first)
    return Days(day, weekday=found[0], rule="weekday in week"), found[1]


def belongs_to_next_day(line: Line, i: int, j: int) -> bool:
    """ "…, 3 on Friday": an hour behind a comma goes with the day that follows it."""
    return line.word(i - 1) in (",", ";") and line.word(j) == "on" and day_follows(line, j)


def narrowed(said: Days, found: tuple[Days, int]) -> tuple[Days, int] | None:
    """A second day in a phrase: the same once more, or one within the week or month just said."""
    again = found[0]
    if again.rule == "end of day" and said.grain == "day" and said.at is None:
        return replace(said, rule="end of day"), found[1]
    if "shift" in (said.rule, again.rule):
        return _day_in_week_ahead(said, again, found[1])
    if said.rule == "end of day" and again.grain == "day" and again.last is None:
        return found
    if (
        said.grain == "week"
        and again.rule in ("weekday", "weekday in week")
        and again.weekday is not None
    ):
        day = plus_days(said.first, again.weekday)
        return (replace(again, first=day, rule="weekday in week"), found[1]) if day else None
    if said.grain == "year" and again.rule == "month":
        return replace(again, first=again.first.replace(year=said.first.year)), found[1]
    if said.grain == "month" and again.rule == "day of month":
        day = make_date(said.first.year, said.first.month, again.first.day)
        return (replace(again, first=day, weak=False), found[1]) if day else None
    if said.rule == "weekend" and said.last and again.weekday is not None and not again.part:
        return found if said.first <= again.first <= said.last else None
    return found if _same_days(said, again) else None


def _day_in_week_ahead(said: Days, again: Days, end: int) -> tuple[Days, int] | None:
    """ "in two weeks on Tuesday", "Tuesday in two weeks"."""
    moved, named = (said, again) if said.rule == "shift" else (again, said)
    if named.rule != "weekday" or named.weekday is None or moved.at or moved.grain != "day":
        return None
    day = plus_days(monday_of(moved.first), named.weekday)
    return (replace(named, first=day, rule="shift"), end) if day else None


def gives_way(said: Days, days: Days) -> bool:
    """Whether a second day is the narrower one."""
    if said.grain in ("week", "month", "year") or said.rule == "end of day":
        return True
    if said.rule == "weekend" and days.weekday is not None:
        return True
    return days.rule == "shift" and said.first != days.first


def _same_days(said: Days, again: Days) -> bool:
    """Whether the second only says the first again: "tomorrow, Sunday", "Monday the 23rd"."""
    if again.part or again.at or again.grain != said.grain:
        return False
    return (
        again.first == said.first
        or said.first in again.alternatives
        or (said.weekday is None and again.weekday == said.first.weekday() and said.grain == "day")
    )


_MOST_LISTED = 4


_LAST_HOUR = 24
_HALF_A_DAY = 12
