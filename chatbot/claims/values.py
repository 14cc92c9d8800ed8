"""What a reply may rest on, and what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Grounds:
    """What is true for this visitor now; the committed rows decide, not the model.

    `allowed_amounts` are the amounts our knowledge holds, as `amounts_in` writes them. Amounts of
    the visitor's own are read from `visitor_text`: they may be repeated as a budget, not as a
    price. What stands in `knowledge_text` (the passages the model was given) may be said.
    """

    meeting_booked: bool = False
    meeting_cancelled: bool = False
    meeting_moved: bool = False
    facts_saved: bool = False
    callback_requested: bool = False
    mail_sent: bool = False
    held: bool = False
    allowed_amounts: frozenset[str] = field(default_factory=frozenset)
    visitor_text: str = ""
    instruction: str = ""
    meeting_times: tuple[datetime, ...] = ()
    offered_times: tuple[datetime, ...] = ()
    timezone: str = "UTC"
    business_timezone: str | None = None
    knowledge_text: str = ""


@dataclass(frozen=True)
class Violation:
    """A sentence that must not reach the visitor; `why` is told to the model."""

    kind: str
    sentence: str
    span: tuple[int, int]
    why: str
