"""What a conversation is, as pure values: no storage, no web, comparable with ==."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from leads.model import Consent

Card = Mapping[str, Any]
"""A fact of ours shown to the visitor, rendered from a committed row; `type` names its kind."""


@dataclass(frozen=True)
class Page:
    """Where the visitor is when writing; what the widget knows of it."""

    url: str | None = None
    title: str | None = None
    referrer: str | None = None
    utm: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Conversation:
    """All turns with one visitor, until it is reset or its lifetime ends.

    `site_user`: who the embedding site says the visitor is, its signature checked.
    """

    id: str
    client_id: str
    started_at: datetime
    timezone: str
    locale: str | None
    page: Page
    staff_verified: bool
    flagged: bool
    state: Mapping[str, Any]
    consent: Consent | None = None
    site_user: str | None = None


@dataclass(frozen=True)
class Message:
    """One thing that was said; `text` is exactly what was sent or shown."""

    id: str
    role: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Known:
    """What is known of the visitor, from facts with evidence only; never from another lead."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    need: str | None = None
    budget: str | None = None
    timeline: str | None = None

    def missing(self, *fields: str) -> list[str]:
        """Those of `fields` that are not known yet, in the order given."""
        return [name for name in fields if getattr(self, name) is None]


@dataclass(frozen=True)
class Reply:
    """What the visitor is answered in one turn."""

    message_id: str
    text: str
    cards: tuple[Card, ...]
    engine: str
    degraded: bool
