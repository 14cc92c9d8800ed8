"""Who comes, and when staff say it is: what is checked before anything is booked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from email_validator import EmailNotValidError, validate_email

from calendar_integration.model import LONGEST_MEETING
from core.errors import FieldError, InvalidInput
from core.values import TimeRange

NAME_AT_MOST = 200
_FARTHEST = timedelta(days=2 * 366)


@dataclass(frozen=True)
class Attendee:
    """A person who comes; the e-mail address in lower case, so that it compares."""

    name: str
    email: str

    @classmethod
    def of(
        cls, name: str, email: str, *, name_needed: bool = True, field: str = "email"
    ) -> Attendee:
        """Raises InvalidInput that names what is missing or wrong."""
        errors = []
        name = " ".join(name.split())
        if not name and name_needed:
            errors.append(FieldError("name", "is needed to book a meeting"))
        if len(name) > NAME_AT_MOST:
            errors.append(FieldError("name", f"has over {NAME_AT_MOST} characters"))
        normalized = _normalized(email)
        if normalized is None:
            wrong = "is no e-mail address" if email.strip() else "is needed to book a meeting"
            errors.append(FieldError(field, wrong))
        if errors:
            raise InvalidInput("; ".join(f"{e.field} {e.message}" for e in errors) + ".", errors)
        return cls(name, normalized or "")


def _normalized(email: str) -> str | None:
    try:
        return validate_email(email.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None


def staff_time(start: datetime, end: datetime, now: datetime) -> TimeRange:
    """A time that staff may book. Raises InvalidInput."""
    if end <= start:
        raise InvalidInput.of("end", "must be after start")
    if start <= now:
        raise InvalidInput.of("start", "is in the past")
    if end - start > LONGEST_MEETING:
        hours = LONGEST_MEETING // timedelta(hours=1)
        raise InvalidInput.of("end", f"a meeting lasts {hours} hours at most")
    if start - now > _FARTHEST:
        raise InvalidInput.of("start", "lies more than two years ahead")
    return TimeRange(start.astimezone(UTC), end.astimezone(UTC))
