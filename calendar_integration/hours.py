"""When the business meets: opening hours per weekday, and the days it is closed.

Written in one line, as in the setting BUSINESS_HOURS:

    mon-fri 09:00-12:00,13:00-17:00; sat 10:00-13:00; closed 2026-12-24..2026-12-26, 2027-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_IN_A_DAY = 24 * 60
_CLOSED_AT_MOST = 366
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")


@dataclass(frozen=True, order=True)
class OpenPeriod:
    """From one minute of a day up to, not including, another; the last possible end is 24:00."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_IN_A_DAY:
            raise ValueError(
                f"{self} ends before it starts; hours over midnight are written as two,"
                " such as fri 22:00-24:00; sat 00:00-02:00"
            )

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"


@dataclass(frozen=True)
class BusinessHours:
    """The periods of each weekday, Monday first, in order and apart; and the closed days."""

    week: tuple[tuple[OpenPeriod, ...], ...]
    closed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.week) != len(DAY_NAMES):
            raise ValueError("business hours need the periods of seven weekdays")
        for name, periods in zip(DAY_NAMES, self.week, strict=True):
            for earlier, later in zip(periods, periods[1:], strict=False):
                if later.start < earlier.end:
                    raise ValueError(f"the hours {earlier} and {later} of {name} overlap")

    @classmethod
    def parse(cls, text: str) -> BusinessHours:
        """Reads the one-line form. Raises ValueError with one line that names the part at fault."""
        week: list[list[OpenPeriod]] = [[] for _ in DAY_NAMES]
        closed: set[date] = set()
        for part in filter(None, (piece.strip() for piece in text.lower().split(";"))):
            days, _, rest = part.partition(" ")
            if not rest.strip():
                raise ValueError(
                    f"{part!r} is no day with hours; write for example mon 09:00-17:00"
                )
            if days == "closed":
                closed.update(_dates(rest))
            else:
                periods = _periods(rest)
                for day in _weekdays(days):
                    week[day].extend(periods)
        if not any(week):
            raise ValueError("no opening hours are given; write for example mon-fri 09:00-17:00")
        return cls(tuple(tuple(sorted(periods)) for periods in week), frozenset(closed))

    def on(self, day: date) -> tuple[OpenPeriod, ...]:
        """The open periods of that day; none when it is closed."""
        return () if day in self.closed else self.week[day.weekday()]

    def __str__(self) -> str:
        """The one-line form; `parse` reads it back to the same hours."""
        parts = [
            f"{name} {','.join(map(str, periods))}"
            for name, periods in zip(DAY_NAMES, self.week, strict=True)
            if periods
        ]
        if self.closed:
            parts.append("closed " + ", ".join(day.isoformat() for day in sorted(self.closed)))
        return "; ".join(parts)


def _weekdays(text: str) -> Iterable[int]:
    """`mon-fri`, `mon,wed` or `sat`; a range may run over the weekend (`fri-mon`)."""
    for item in text.split(","):
        first, dash, last = item.partition("-")
        start = _weekday(first)
        length = (_weekday(last) - start) % 7 + 1 if dash else 1
        yield from ((start + step) % 7 for step in range(length))


def _weekday(name: str) -> int:
    if name not in DAY_NAMES:
        raise ValueError(f"{name!r} is no day of the week; use {', '.join(DAY_NAMES)}")
    return DAY_NAMES.index(name)


def _periods(text: str) -> list[OpenPeriod]:
    return [_period(item.strip()) for item in text.split(",")]


def _period(text: str) -> OpenPeriod:
    start, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f"{text!r} is no opening period; write for example 09:00-17:00")
    return OpenPeriod(_minute(start.strip()), _minute(end.strip()))


def _minute(text: str) -> int:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no time of day; write for example 09:00")
    hour, minute = int(match[1]), int(match[2])
    if minute > 59 or hour * 60 + minute > MINUTES_IN_A_DAY:
        raise ValueError(f"{text!r} is no time of day; write for example 09:00")
    return hour * 60 + minute


def _dates(text: str) -> Iterable[date]:
    """Days separated by commas or spaces; `2026-12-24..2026-12-26` is all of them."""
    for item in filter(None, re.split(r"[,\s]+", text)):
        first, dots, last = item.partition("..")
        start = _date(first)
        end = _date(last) if dots else start
        if not timedelta(0) <= end - start < timedelta(days=_CLOSED_AT_MOST):
            raise ValueError(f"{item!r} is no range of days of at most a year")
        yield from (start + timedelta(days=step) for step in range((end - start).days + 1))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no date; write for example 2026-12-25") from None


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
