"""Dates in digits: 2026-11-24, 24.11., 11/24/26 and 24/11/26."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from understanding.times.calendar import full_year, make_date, next_month_day
from understanding.times.lexicon import Line
from understanding.times.values import Days

Found = tuple[Days, int]

_PAIR = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(?:\d{4}|\d{2}))?(?![\d/-])")
_MONTHS = 12


@dataclass(frozen=True)
class _Digits:
    """Two or three numbers with the same mark between them."""

    numbers: tuple[str, ...]
    mark: str
    end: int


def shown_order(text: str) -> bool | None:
    """Whether a date such as 24/11 shows that the day comes first here; None: nothing shows it."""
    shown = set()
    for match in _PAIR.finditer(text):
        first, mark, second = int(match[1]), match[2], int(match[3])
        if mark == "/" and _MONTHS < max(first, second) <= _LAST_DAY and min(first, second) > 0:
            shown.add(first > second)
    return shown.pop() if len(shown) == 1 else None


_LAST_DAY = 31
_NUMBERED = ("order", "number", "no", "no.", "#", "ref", "reference", "invoice", "id", "code", ".")


def numeric_date_at(line: Line, i: int, today: date, day_first: bool) -> Found | None:
    """The date in digits at `i`; one that may be read two ways has the other as alternative."""
    packed = _packed(line, i, today)
    if packed:
        return packed
    found = _digits_at(line, i)
    if found is None or (len(found.numbers) == 2 and line.term(found.end, "half")):
        return None  # "10/11am" are hours
    if len(found.numbers) == 3 and len(found.numbers[0]) == 4:
        year, month, day = (int(number) for number in found.numbers)
        return _one(make_date(year, month, day), found.end)
    if any(len(number) > 2 for number in found.numbers[:2]):
        return None
    if len(found.numbers) == 3:
        return _with_year(found, day_first)
    return _without_year(line, found, today, day_first)


def _packed(line: Line, i: int, today: date) -> Found | None:
    digits = line.digits(i)
    if len(digits) != 8 or digits[:2] not in ("19", "20") or line.word(i - 1) in _NUMBERED:
        return None
    day = make_date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return (Days(day), i + 1) if day and abs(day.year - today.year) <= 5 else None


def _digits_at(line: Line, i: int) -> _Digits | None:
    if not line.digits(i) or len(line.digits(i)) > 4 or _inside_number(line, i):
        return None
    mark = line.word(i + 1)
    if mark not in ("/", ".", "-", "–", "‐", "‑") or not line.digits(i + 2):
        return None
    numbers = [line.digits(i), line.digits(i + 2)]
    j = i + 3
    spaced = mark == "." and not line.glued(i + 2)
    if not spaced and not (line.glued(i + 1) and line.glued(i + 2)):
        return None
    if (
        line.word(j) == mark
        and line.glued(j)
        and line.digits(j + 1)
        and (line.glued(j + 1) or mark == ".")
        and len(line.digits(j + 1)) in ((1, 2, 4) if line.glued(j + 1) or spaced else (4,))
    ):
        numbers.append(line.digits(j + 1))
        j += 2
        if _goes_on(line, j):
            return None
    elif mark == "." and line.word(j) == "." and line.glued(j):
        j += 1
    elif spaced or _goes_on(line, j):
        return None
    return _Digits(tuple(numbers), mark, j)


def _inside_number(line: Line, i: int) -> bool:
    """Whether it is the tail of a longer number or code, as in 1,24/11 or A-24/11."""
    return line.glued(i) and line.word(i - 1) in ("/", ".", "-", ",", ":", "#", "$", "€", "£", "+")


def _goes_on(line: Line, j: int) -> bool:
    if line.word(j) in ("%", "€", "$", "£"):
        return True
    return (
        line.word(j) in ("/", "-", ".", ":", ",")
        and line.glued(j)
        and bool(line.digits(j + 1))
        and line.glued(j + 1)
    )


def _one(day: date | None, end: int) -> Found:
    if day is None:
        return Days(date.min, impossible=True), end
    return Days(day), end


def _with_year(found: _Digits, day_first: bool) -> Found | None:
    first, second, third = found.numbers
    if len(third) == 1:
        return None
    year = full_year(int(third))
    readings = _readings(int(first), int(second), day_first or found.mark == ".")
    days = [day for d, m in readings if (day := make_date(year, m, d))]
    if len(third) == 2 and not days and len(first) == 2:
        return _one(make_date(full_year(int(first)), int(second), int(third)), found.end)
    return _several(days, found)


def _without_year(line: Line, found: _Digits, today: date, day_first: bool) -> Found | None:
    first, second = (int(number) for number in found.numbers)
    dotted = found.mark == "." and line.word(found.end - 1) == "."
    if (first, second) == (24, 7) or found.mark not in ("/", "."):
        return None
    readings = _readings(first, second, day_first or found.mark == ".")
    readings = readings[:1] if found.mark == "." else readings
    days = [day for d, m in readings if m <= 12 and (day := next_month_day(m, d, today))]
    if not days:
        # Most likely no date at all (a fraction, a version) unless it was marked as one.
        return (Days(date.min, impossible=True, weak=True), found.end) if dotted else None
    result = _several(days, found)
    if dotted:
        return result
    days_read, end = result
    return Days(days_read.first, alternatives=days_read.alternatives, weak=True), end


def _readings(first: int, second: int, day_first: bool) -> list[tuple[int, int]]:
    """(day, month) in the order of likelihood."""
    readings = [(first, second), (second, first)]
    return readings if day_first else readings[::-1]


def _several(days: list[date], found: _Digits) -> Found:
    if not days:
        return Days(date.min, impossible=True), found.end
    others = () if found.mark == "." else tuple(day for day in days[1:] if day != days[0])
    return Days(days[0], alternatives=others), found.end
