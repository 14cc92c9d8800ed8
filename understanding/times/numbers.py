"""Numbers, ordinals and durations in words or digits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from understanding.times.lexicon import Line

_MINUTES = {"minute": 1, "hour": 60}
_MOST = 9999


@dataclass(frozen=True)
class Amount:
    """So many units, e.g. 3 weeks."""

    count: Fraction
    unit: str


def number_at(line: Line, i: int) -> tuple[int, int] | None:
    """A whole number and the place after it."""
    digits = line.digits(i)
    if digits:
        return (int(digits), i + 1) if len(digits) <= 4 else None
    return line.term(i, "number")


def ordinal_at(line: Line, i: int) -> tuple[int, int] | None:
    """A day's ordinal such as "5th" or "twenty first"."""
    digits = line.digits(i)
    if digits and len(digits) <= 2:
        ending = line.term(i + 1, "ordinal_end")
        if ending and (line.glued(i + 1) or ending[0] is True) and 1 <= int(digits) <= 31:
            return int(digits), ending[1]
        return None
    return line.term(i, "ordinal")


def amount_at(line: Line, i: int) -> tuple[Amount, int] | None:
    """A count with its unit: "3 days", "a couple of weeks", "half an hour", "1.5 hours"."""
    length = line.term(i, "length")
    if length:
        return Amount(Fraction(length[0]), "minute"), length[1]
    found = _half_unit(line, i) or _counted(line, i)
    if found is None:
        return None
    amount, j = found
    extra = line.term(j, "and_a_half")
    if extra:
        return Amount(amount.count + Fraction(1, 2), amount.unit), extra[1]
    return _with_minutes(line, amount, j)


def _with_minutes(line: Line, amount: Amount, j: int) -> tuple[Amount, int]:
    """ "an hour and 15 minutes"."""
    joint = line.term(j, "and")
    minutes = _counted(line, joint[1] if joint else j) if amount.unit == "hour" else None
    if minutes is None or minutes[0].unit != "minute":
        return amount, j
    return Amount(amount.count * 60 + minutes[0].count, "minute"), minutes[1]


def _half_unit(line: Line, i: int) -> tuple[Amount, int] | None:
    half = line.term(i, "half_a")
    unit = line.term(half[1], "unit") if half else None
    if half is None or unit is None or unit[0] not in ("hour", "day", "year", "month"):
        return None
    return Amount(Fraction(1, 2), unit[0]), unit[1]


def _counted(line: Line, i: int) -> tuple[Amount, int] | None:
    one_and_a_half = line.term(i, "one_and_a_half")
    count = (Fraction(3, 2), one_and_a_half[1]) if one_and_a_half else _count_at(line, i)
    if count is None:
        return None
    value, j = count
    extra = line.term(j, "and_a_half")
    if extra:
        value, j = value + Fraction(1, 2), extra[1]
    if line.word(j) in ("-", "more") and line.term(j + 1, "unit"):
        j += 1
    unit = line.term(j, "unit")
    if unit is None:
        return None
    return Amount(value, unit[0]), unit[1]


def _count_at(line: Line, i: int) -> tuple[Fraction, int] | None:
    few = line.term(i, "few")
    if few:
        return Fraction(few[0]), few[1]
    digits = line.digits(i)
    if digits and line.word(i + 1) in (".", ",") and line.digits(i + 2) and line.glued(i + 2):
        decimals = line.digits(i + 2)
        if len(digits) <= 2 and len(decimals) <= 2:
            return Fraction(f"{digits}.{decimals}"), i + 3
        return None
    found = number_at(line, i)
    if found is None:
        one = line.term(i, "one")
        return (Fraction(1), one[1]) if one else None
    return (Fraction(found[0]), found[1]) if found[0] <= _MOST else None


def clock_length(amount: Amount) -> timedelta | None:
    """The amount in hours and minutes, None for days and longer."""
    minutes = _MINUTES.get(amount.unit)
    return None if minutes is None else timedelta(minutes=float(amount.count * minutes))
