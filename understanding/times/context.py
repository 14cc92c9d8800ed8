"""What dates are reckoned from, and what a rule for them is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from understanding.times.lexicon import Line
from understanding.times.values import Days

Found = tuple[Days, int]


@dataclass(frozen=True)
class Context:
    """What a date is reckoned from. `anchor`: the day said just before, in a range or a list;
    `said`: the latest day said at all, with its month if `said_month`. `order_known`: another date of the message shows the order. `past`: it is told of what has been."""

    line: Line
    now: datetime
    today: date
    day_first: bool
    order_known: bool = False
    anchor: date | None = None
    said: date | None = None
    said_month: bool = False
    past: bool = False

    @property
    def since(self) -> date:
        """The day that a day of the month or a weekday comes after."""
        return self.anchor or self.today


Rule = Callable[[Context, int], Found | None]
