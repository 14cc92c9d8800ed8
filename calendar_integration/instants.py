"""Reading instants that callers send: with an offset, or as the business's own wall clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.errors import InvalidInput
from core.values import with_its_plus

_REMEDY = "write RFC 3339, such as 2026-11-24T10:00:00+01:00"


def read_instant(text: str, zone: ZoneInfo, *, field: str) -> datetime:
    """The instant in UTC; a time without an offset is `zone`'s. Raises InvalidInput when it is no
    time, or when the clocks there show it twice or never."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidInput.of(field, f"is no date and time; {_REMEDY}") from None
    if value.tzinfo is None:
        value = _on_the_wall(value, zone, field)
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise InvalidInput.of(field, f"is no date and time; {_REMEDY}") from None


def read_bound(text: str | None, zone: ZoneInfo, *, field: str, end: bool) -> datetime | None:
    """An instant, or a day: its first instant, or as the end of a period the next day's first."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return read_instant(with_its_plus(text), zone, field=field)
    try:
        midnight = datetime.combine(day + timedelta(days=1 if end else 0), time(), zone)
        return midnight.astimezone(UTC)
    except OverflowError:
        raise InvalidInput.of(field, "is too far away") from None


def _on_the_wall(value: datetime, zone: ZoneInfo, field: str) -> datetime:
    first, second = value.replace(tzinfo=zone, fold=0), value.replace(tzinfo=zone, fold=1)
    try:
        if first.utcoffset() == second.utcoffset():
            return first
        exists = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == value
    except OverflowError:
        raise InvalidInput.of(field, f"is no date and time; {_REMEDY}") from None
    if exists:
        raise InvalidInput.of(field, f"is there twice in {zone.key} that night; add the offset")
    raise InvalidInput.of(field, f"does not exist in {zone.key}: the clocks go forward then")
