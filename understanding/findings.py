"""What a reading consists of: findings, each with its place in the text and its certainty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Span = tuple[int, int]


@dataclass(frozen=True)
class Email:
    """An address, normalized; `corrects` when the text says that an earlier one was wrong."""

    value: str
    span: Span
    confidence: float
    rule: str
    corrects: bool = False


@dataclass(frozen=True)
class Phone:
    """A number in E.164; the extension, if any, apart."""

    value: str
    span: Span
    confidence: float
    rule: str
    corrects: bool = False
    extension: str | None = None


@dataclass(frozen=True)
class Name:
    """A person's name as it should be written."""

    value: str
    span: Span
    confidence: float
    rule: str
    corrects: bool = False


@dataclass(frozen=True)
class Company:
    """A company's name as it was written."""

    value: str
    span: Span
    confidence: float
    rule: str
    corrects: bool = False


@dataclass(frozen=True)
class Money:
    """An amount, a range or a limit; a limit leaves the other end None."""

    amount_min: Decimal | None
    amount_max: Decimal | None
    currency: str | None
    per: str | None
    span: Span
    confidence: float
    rule: str


@dataclass(frozen=True)
class Time:
    """A time expression, resolved.

    With a clock time `start_at`/`end_at` are set (aware, in the zone it was said in), otherwise
    `start_on`/`end_on`. `end_on` is the last day meant, not the one after it. `relation` says how
    it is meant: `at` it, `between` start and end, `before` end, `after` start, or `except` it.
    `dated` is False when no day was said, so that the day is only the next one that fits.
    `repeats` is the rule of what happens again and again, as RFC 5545 writes it; `start_at` and
    the like are then its first time only, and `start` and `end` are None: it is no single time.
    """

    text: str
    span: Span
    grain: str
    start_at: datetime | None = None
    end_at: datetime | None = None
    start_on: date | None = None
    end_on: date | None = None
    part: str | None = None
    ambiguous: bool = False
    alternatives: tuple[str, ...] = ()
    relation: str = "at"
    dated: bool = True
    confidence: float = 0.9
    rule: str = "times"
    repeats: str | None = None

    @property
    def start(self) -> str | None:
        """`YYYY-MM-DDTHH:MM±HH:MM` or `YYYY-MM-DD`; None for a mere limit such as "before 10" and
        for what repeats."""
        return None if self.repeats else written(self.start_at or self.start_on)

    @property
    def end(self) -> str | None:
        return None if self.repeats else written(self.end_at or self.end_on)


@dataclass(frozen=True)
class Intent:
    """What the writer wants."""

    name: str
    confidence: float
    rule: str


def written(moment: date | datetime | None) -> str | None:
    """A day or a minute in ISO 8601, as it goes over the wire."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return None if moment is None else moment.isoformat()
