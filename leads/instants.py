"""Reading the instants and days that callers write."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.errors import InvalidInput
from core.values import with_its_plus

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def instant_of(text: str, zone: ZoneInfo, *, field: str, until: bool = False) -> datetime:
    """An instant, or a day of the business: its beginning, or (`until`) the end of it. A time
    without an offset is business time. Raises InvalidInput."""
    try:
        if _DAY.fullmatch(text):
            day = date.fromisoformat(text) + timedelta(days=1 if until else 0)
            return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
        if _INSTANT.match(text):
            found = datetime.fromisoformat(with_its_plus(text))
            return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise InvalidInput.of(
        field, "must be a day such as 2026-11-21 or an instant such as 2026-11-21T09:30:00+01:00"
    )


def day_of(text: str, *, field: str) -> date:
    """A day. Raises InvalidInput."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidInput.of(field, "must be a day such as 2026-11-21")
