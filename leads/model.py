"""What a lead is, what is known of it, and how each thing is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

STATUSES = ("new", "contacted", "qualified", "follow_up", "meeting_scheduled", "won", "lost")

# What a visitor can tell us about themselves. Each has evidence; the rest of a lead is ours.
FIELDS = ("name", "email", "phone", "company", "need", "budget", "timeline")

MAX_LENGTH = {
    "name": 200,
    "email": 254,
    "phone": 40,
    "company": 200,
    "need": 2000,
    "budget": 120,
    "timeline": 300,
    "owner": 200,
    "source": 200,
    "note": 10_000,
}

# How a value came to us.
TEXT = "text"  # read in a visitor's message by our own understanding
MODEL = "model"  # named by the model, and its words stand in a visitor's message
FORM = "form"  # typed into a form of the widget, or handed over with the call
STAFF = "staff"  # entered by the team
IMPORT = "import"  # read from a file of another system
METHODS = (TEXT, MODEL, FORM, STAFF, IMPORT)


@dataclass(frozen=True)
class Consent:
    """What the visitor agreed to, in the words they saw, and when."""

    text: str
    at: datetime


@dataclass(frozen=True)
class ConversationContext:
    """The conversation a message belongs to, as far as a lead is concerned.

    `address_verified`: the caller holds the staff key, so that the e-mail and phone it hands over
    with the call (not those typed in a message) count as the person's own.
    """

    id: str
    page: str | None = None
    referrer: str | None = None
    utm: Mapping[str, str] = field(default_factory=dict)
    timezone: str | None = None
    locale: str | None = None
    consent: Consent | None = None
    address_verified: bool = False


@dataclass(frozen=True)
class VisitorMessage:
    """A message the visitor wrote; only those support a fact."""

    id: str
    text: str


@dataclass(frozen=True)
class Fact:
    """A value with the words that support it: `quote` stands verbatim in the message at `span`."""

    field: str
    value: str
    quote: str
    span: tuple[int, int]
    method: str
    confidence: float
    verified: bool = False
    corrects: bool = False
    message_id: str | None = None


@dataclass(frozen=True)
class Evidence:
    """A fact as it was committed; never changed, only outdone. `value` None: staff cleared it."""

    id: int
    field: str
    value: str | None
    quote: str
    message_id: str | None
    conversation_id: str | None
    method: str
    confidence: float
    verified: bool
    corrects: bool
    at: datetime


@dataclass(frozen=True)
class ScoreReason:
    """A part of the score, said so that a salesperson understands it."""

    points: int
    reason: str


@dataclass(frozen=True)
class Lead:
    """Someone who may buy. `seq` orders leads by creation; `version` counts changes."""

    id: str
    seq: int
    created_at: datetime
    updated_at: datetime
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    need: str | None = None
    budget: str | None = None
    timeline: str | None = None
    status: str = "new"
    score: int = 0
    score_reasons: tuple[ScoreReason, ...] = ()
    source: str | None = None
    owner: str | None = None
    next_follow_up_at: datetime | None = None
    version: int = 1

    def value(self, field_name: str) -> str | None:
        """The value of one of FIELDS."""
        found: str | None = getattr(self, field_name)
        return found


@dataclass(frozen=True)
class Note:
    id: str
    lead_id: str
    text: str
    author: str
    created_at: datetime


@dataclass(frozen=True)
class StatusChange:
    lead_id: str
    before: str | None
    after: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Suggestion:
    """What was claimed of a visitor and is not supported well enough to be a fact."""

    id: str
    conversation_id: str
    field: str
    value: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class PossibleDuplicate:
    """Another lead with the same address or number. Whether it is the same person, staff says."""

    lead_id: str
    other_id: str
    field: str
    at: datetime


@dataclass(frozen=True)
class Merge:
    """Two leads that staff made one; `undone_at` once they were parted again."""

    id: str
    into_id: str
    from_id: str
    by: str
    at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True)
class LeadDetails:
    """A lead with all that its JSON shows; `evidence` has the entry behind each field."""

    lead: Lead
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    conversation_ids: tuple[str, ...] = ()
    meetings: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class LeadFilter:
    """Which leads to list; `until` is exclusive, `q` is what someone typed into the search box."""

    status: str | None = None
    q: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    owner: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class LeadPage:
    """Newest first. `after` is the `seq` to go on from; `total` stops counting somewhere."""

    leads: tuple[LeadDetails, ...]
    after: int | None
    total: int
    total_is_exact: bool


@dataclass(frozen=True)
class CaptureOutcome:
    """What became of one message or form.

    `facts` are those committed now, `changed` the fields whose value is another than before.
    `reason` says why something that was there was not taken, or why there is no lead (see
    capture.py); None when there is nothing to explain.
    """

    lead: Lead | None
    created: bool
    facts: tuple[Fact, ...]
    reason: str | None
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """What became of one value the model named: `fact`, `suggestion` or `invalid`."""

    field: str
    outcome: str
    value: str | None
    reason: str | None = None


@dataclass(frozen=True)
class ProposalOutcome:
    """What became of all that the model named in one call."""

    lead: Lead | None
    created: bool
    proposals: tuple[Proposal, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """By what every part of the product may know the person behind a lead.

    `lead_ids` has the lead and those merged into it, `addresses` all e-mail addresses and phone
    numbers ever known of it.
    """

    lead_id: str
    lead_ids: tuple[str, ...]
    conversation_ids: tuple[str, ...]
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Erasure:
    """The proof that stays: how many rows went, and nothing about whom."""

    id: str
    lead_id: str
    by: str
    at: datetime
    removed: Mapping[str, int]
