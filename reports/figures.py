"""The figures of a business day, as pure values, and how they compare with other days'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Literal

from leads.model import STATUSES, Lead

Unit = Literal["count", "duration", "seconds"]

SCORE_BANDS = (("Hot (70 to 100)", 70), ("Warm (40 to 69)", 40), ("Cold (0 to 39)", 0))
STAGES = ("Conversations", "Left contact details", "Qualified", "Meeting", "Won")


@dataclass(frozen=True)
class Counts:
    """What happened in a period. None: there is nothing to take the middle of."""

    conversations: int = 0
    leads: int = 0
    booked: int = 0
    held: int = 0
    cancelled: int = 0
    won: int = 0
    first_move: timedelta | None = None
    answer_seconds: float | None = None


@dataclass(frozen=True)
class KeyFigure:
    """One line of the summary: the day's value, and two to compare it with."""

    label: str
    unit: Unit
    today: float | timedelta | None
    yesterday: float | timedelta | None
    last_week: float | timedelta | None
    more_is_better: bool = True

    @property
    def since_yesterday(self) -> float | None:
        """The change; None for what is not counted."""
        return self._change(self.yesterday)

    @property
    def since_last_week(self) -> float | None:
        return self._change(self.last_week)

    def _change(self, before: float | timedelta | None) -> float | None:
        if self.unit != "count" or not isinstance(self.today, int) or not isinstance(before, int):
            return None
        return self.today - before


@dataclass(frozen=True)
class Funnel:
    """How many came how far, of the conversations that began in a period; in order of STAGES."""

    title: str
    reached: tuple[int, ...]

    def share_of_first(self, stage: int) -> float | None:
        return _share(self.reached[stage], self.reached[0])

    def share_of_previous(self, stage: int) -> float | None:
        return _share(self.reached[stage], self.reached[stage - 1]) if stage else None


@dataclass
class Tally:
    """Counts the leads of the day while they are written: the summary says what the sheet has."""

    leads: int = 0
    late: int = 0
    by_status: Counter[str] = field(default_factory=Counter)
    by_source: Counter[str] = field(default_factory=Counter)
    by_band: Counter[str] = field(default_factory=Counter)

    def add(self, lead: Lead) -> None:
        self.leads += 1
        self.by_status[lead.status] += 1
        self.by_source[lead.source or "unknown"] += 1
        self.by_band[band_of(lead.score)] += 1


@dataclass(frozen=True)
class DayFigures:
    """All that the summary tells. `per_day` ends with the day itself; `followups` and `overdue`
    are as of when the report is written; `moved` of the day's leads somebody has acted on."""

    counts: Counts
    yesterday: Counts
    last_week: Counts
    moved: int
    per_day: tuple[tuple[date, int], ...]
    sources: tuple[tuple[str, int], ...]
    funnels: tuple[Funnel, ...]


def key_figures(figures: DayFigures) -> list[KeyFigure]:
    """The summary's lines, the most important first."""
    lines: Sequence[tuple[str, Unit, str]] = (
        ("New leads", "count", "leads"),
        ("Conversations", "count", "conversations"),
        ("Meetings booked", "count", "booked"),
        ("Meetings held", "count", "held"),
        ("Meetings cancelled", "count", "cancelled"),
        ("Deals won", "count", "won"),
        ("First move on a new lead (median)", "duration", "first_move"),
        ("Assistant's answer time (median)", "seconds", "answer_seconds"),
    )
    return [
        KeyFigure(
            label=label,
            unit=unit,
            today=getattr(figures.counts, name),
            yesterday=getattr(figures.yesterday, name),
            last_week=getattr(figures.last_week, name),
            more_is_better=name != "cancelled",
        )
        for label, unit, name in lines
    ]


def band_of(score: int) -> str:
    """The name of the score band."""
    return next(name for name, least in SCORE_BANDS if score >= least)


def status_label(status: str) -> str:
    """As people write it: `Follow up`, not `follow_up`."""
    return status.replace("_", " ").capitalize()


def in_order(tally: Tally) -> dict[str, list[tuple[str, int]]]:
    """The tally's parts: every status and band, in their order; sources, the commonest first."""
    return {
        "status": [(status_label(status), tally.by_status[status]) for status in STATUSES],
        "source": sorted(tally.by_source.items(), key=lambda item: (-item[1], item[0])),
        "score": [(name, tally.by_band[name]) for name, _ in SCORE_BANDS],
    }


def middle(values: Sequence[timedelta]) -> timedelta | None:
    """The median; None of nothing."""
    if not values:
        return None
    return timedelta(seconds=round(median(value.total_seconds() for value in values)))


def _share(part: int, whole: int) -> float | None:
    """None where a share says nothing: of nothing, or when conversations were cleared away."""
    return part / whole if whole > 0 and part <= whole else None
