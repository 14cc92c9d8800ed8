"""What staff enter into a lead, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.errors import FieldError, InvalidInput
from leads.facts import Read, cleaned, normal_value
from leads.model import FIELDS, MAX_LENGTH, STATUSES

STATUS_FAULT = f"must be one of {', '.join(STATUSES)}"

_FAULTS = {
    "email": "is no e-mail address; write it like name@example.com",
    "phone": "is no phone number; write it with the country code, like +49 30 901820",
    "name": "must have a letter",
}


@dataclass(frozen=True)
class Entry:
    """`values`: the visitor's fields. `ours`: the lead's other columns. None clears."""

    values: dict[str, str | None] = field(default_factory=dict)
    ours: dict[str, Any] = field(default_factory=dict)
    note: str | None = None


def checked_entry(given: Mapping[str, Any], read: Read) -> Entry:
    """Raises InvalidInput, naming every field at fault."""
    values: dict[str, str | None] = {}
    ours: dict[str, Any] = {}
    errors: list[FieldError] = []
    for name, value in given.items():
        kept, fault = _checked(name, value, read)
        if fault is not None:
            errors.append(FieldError(name, fault))
        elif name in FIELDS:
            values[name] = kept
        else:
            ours[name] = kept
    if errors:
        raise InvalidInput(f"{errors[0].field}: {errors[0].message}", errors)
    return Entry(values, ours, ours.pop("note", None))


def check_status(status: str | None) -> None:
    """Raises InvalidInput."""
    if status is not None and status not in STATUSES:
        raise InvalidInput.of("status", STATUS_FAULT)


def _checked(name: str, value: Any, read: Read) -> tuple[Any, str | None]:
    """The value to keep, or what is wrong with it."""
    if name == "status":
        return (value, None) if value in STATUSES else (None, STATUS_FAULT)
    if name == "next_follow_up_at":
        usable = value is None or (isinstance(value, datetime) and value.tzinfo is not None)
        return (value, None) if usable else (None, "must be an instant with an offset")
    if name not in MAX_LENGTH:
        return None, "is not a field of a lead"
    if value is None:
        return None, None
    if not isinstance(value, str):
        return None, "must be text"
    typed = value.strip() if name == "note" else cleaned(value)
    if len(typed) > MAX_LENGTH[name]:
        return None, f"must have at most {MAX_LENGTH[name]} characters"
    if not typed or name not in FIELDS:
        return typed or None, None
    usual = normal_value(name, typed, read)
    return (usual, None) if usual else (None, _FAULTS.get(name, "cannot be saved"))
