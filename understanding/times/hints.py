"""What the words around a place say about it: whether a bare number is an hour there, whether a
second day only repeats or narrows the first."""

from __future__ import annotations

from dataclasses import replace

from understanding.times.calendar import make_date, monday_of, plus_days
from understanding.times.clocks import clock_at, half_at
from understanding.times.dates import Context
from understanding.times.days import day_at
from understanding.times.lexicon import Line
from understanding.times.numbers import number_at
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
    number = number_at(line, i)
    if number is None or number[0] > _LAST_HOUR or line.glued(i):
        return False
    if _part_follows(line, number[1]) or _day_follows(context, number[1]):
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
        number = number_at(line, joint[1])
        if number is None or number[0] > _LAST_HOUR:
            return False
        j, ranged = number[1], ranged or until is not None
        if _part_follows(line, j) or (ranged and day_at(context, line.skip(j, "on"))):
            return True
    return False


def half_as_part(line: Line, i: int) -> tuple[str, int] | None:
    """ "Friday am"."""
    half = half_at(line, i)
    if half is None or line.word(half[1]) in ("i", "a", "the") or line.lexicon.language != "en":
        return None
    return {"am": "morning", "pm": "afternoon"}[half[0]], half[1]


def _day_follows(context: Context, j: int) -> bool:
    """ "8 tonight", "twelve fifteen tomorrow"."""
    minutes = number_at(context.line, j)
    if minutes is not None and (10 <= minutes[0] <= 59 or context.line.digits(j) == "00"):
        return day_at(context, minutes[1]) is not None
    day = context.line.term(j, "relative_part")
    return day is not None


def _part_follows(line: Line, j: int) -> bool:
    joint = line.term(j, "in_part")
    return joint is not None and line.term(joint[1], "part") is not None


def narrowed(said: Days, found: tuple[Days, int]) -> tuple[Days, int] | None:
    """A second day in a phrase: the same once more, or one within the week or month just said."""
    again = found[0]
    if "shift" in (said.rule, again.rule):
        return _day_in_week_ahead(said, again, found[1])
    if said.rule == "end of day" and again.grain == "day" and again.last is None:
        return found
    if said.grain == "week" and again.rule == "weekday" and again.weekday is not None:
        day = plus_days(said.first, again.weekday)
        return (replace(again, first=day), found[1]) if day else None
    if said.grain == "month" and again.rule == "day of month":
        day = make_date(said.first.year, said.first.month, again.first.day)
        return (replace(again, first=day, weak=False), found[1]) if day else None
    return found if _same_days(said, again) else None


def _day_in_week_ahead(said: Days, again: Days, end: int) -> tuple[Days, int] | None:
    """ "in two weeks on Tuesday", "Tuesday in two weeks"."""
    moved, named = (said, again) if said.rule == "shift" else (again, said)
    if named.rule != "weekday" or named.weekday is None or moved.at or moved.grain != "day":
        return None
    day = plus_days(monday_of(moved.first), named.weekday)
    return (replace(named, first=day, rule="shift"), end) if day else None


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
