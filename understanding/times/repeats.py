"""What happens again and again: "every Monday at 9", "daily at noon", "every other Thursday"."""

from __future__ import annotations

from dataclasses import dataclass

from understanding.times.lexicon import Line
from understanding.times.numbers import number_at
from understanding.times.values import Phrase

_FREQUENCIES = {
    "day": "DAILY",
    "business_day": "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "week": "WEEKLY",
    "fortnight": "WEEKLY;INTERVAL=2",
    "month": "MONTHLY",
    "year": "YEARLY",
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Repeat:
    """How often, as RFC 5545 writes it, and where the words for it end.

    `any_day`: no day belongs to it, as in "daily".
    """

    frequency: str
    end: int
    any_day: bool


def repeat_at(line: Line, i: int) -> Repeat | None:
    """The words at `i` that make what follows a repetition."""
    adverb = line.term(i, "regularly")
    if adverb:
        frequency = _FREQUENCIES[adverb[0]]
        return Repeat(f"FREQ={frequency}", adverb[1], any_day=adverb[0] != "week")
    each = line.term(i, "each")
    if each is None:
        return None
    interval, j = each
    if interval == 1:
        number = number_at(line, j)
        unit = line.term(number[1], "unit") if number else None
        if number and unit and unit[0] in _FREQUENCIES and number[0] > 1:
            return Repeat(_frequency(unit[0], number[0]), unit[1], any_day=False)
    unit = line.term(j, "unit")
    if unit and unit[0] in _FREQUENCIES:
        return Repeat(_frequency(unit[0], interval), unit[1], any_day=unit[0] == "day")
    if line.term(j, "weekday"):
        return Repeat(_frequency("week", interval), j, any_day=False)
    if line.term(j, "part"):
        return Repeat(_frequency("day", interval), j, any_day=True)
    return None


def _frequency(unit: str, interval: int) -> str:
    every = f";INTERVAL={interval}" if interval > 1 else ""
    return f"FREQ={_FREQUENCIES[unit]}{every}"


def repetition(phrase: Phrase, hour: int | None, minute: int) -> str:
    """The whole rule of a phrase: how often, on which weekday, at what hour."""
    rule = phrase.repeats or ""
    weekday = phrase.days.weekday if phrase.days else None
    if weekday is not None:
        rule += f";BYDAY={_DAYS[weekday]}"
    return rule if hour is None else f"{rule};BYHOUR={hour};BYMINUTE={minute}"
