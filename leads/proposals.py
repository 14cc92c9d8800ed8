"""What the model says of the visitor: checked against the visitor's words, value by value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads.facts import (
    INVALID_EMAIL,
    INVALID_PHONE,
    Read,
    cleaned,
    normal_value,
    supported,
)
from leads.model import FIELDS, MAX_LENGTH, Fact, Proposal, VisitorMessage

FACT = "fact"
SUGGESTION = "suggestion"
INVALID = "invalid"

NOT_SAID = "not_in_the_visitors_words"
UNKNOWN_FIELD = "unknown_field"
NOT_TEXT = "not_text"
EMPTY = "empty"
TOO_LONG = "too_long"

_MOST_FIELDS = 20


def checked(
    fields: Mapping[str, Any], visitor_messages: Sequence[VisitorMessage], read: Read
) -> list[Fact | Proposal]:
    """For each value the fact that the visitor's words make of it, or why it is none."""
    return [
        _checked(str(name), value, visitor_messages, read)
        for name, value in list(fields.items())[:_MOST_FIELDS]
    ]


def _checked(
    name: str, value: Any, visitor_messages: Sequence[VisitorMessage], read: Read
) -> Fact | Proposal:
    fault = _fault(name, value)
    if fault is not None:
        return Proposal(name[:40], INVALID, None, fault)
    said = cleaned(value)
    fact = supported(name, said, visitor_messages, read)
    if fact is not None and fact.value:
        return fact
    usable = normal_value(name, said, read)
    if usable is None:
        reasons = {"email": INVALID_EMAIL, "phone": INVALID_PHONE}
        return Proposal(name, INVALID, None, reasons.get(name, EMPTY))
    return Proposal(name, SUGGESTION, usable, NOT_SAID)


def _fault(name: str, value: Any) -> str | None:
    if name not in FIELDS:
        return UNKNOWN_FIELD
    if not isinstance(value, str):
        return NOT_TEXT
    if not cleaned(value):
        return EMPTY
    return TOO_LONG if len(value) > MAX_LENGTH[name] else None
