"""Leads without the rest of the product."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import pytest

from core.clock import SettableClock
from core.database import Database
from core.events import EventBus, LeadChanged
from leads.capture import CaptureService
from leads.model import CaptureOutcome, ConversationContext
from leads.service import LeadService
from understanding.reading import read

ZONE = "Europe/Berlin"


@dataclass
class Visitor:
    """Someone in a conversation of their own."""

    capture: CaptureService
    clock: SettableClock
    conversation: ConversationContext
    _numbers: count[int] = field(default_factory=lambda: count(1))

    @property
    def id(self) -> str:
        return self.conversation.id

    def says(
        self, text: str, *, message_id: str | None = None, question: str | None = None
    ) -> CaptureOutcome:
        reading = read(
            text,
            now=self.clock.now(),
            timezone=self.conversation.timezone or ZONE,
            locale=self.conversation.locale,
            question=question,
        )
        message_id = message_id or f"{self.id}-m{next(self._numbers)}"
        return self.capture.capture(self.conversation, message_id, text, reading, question=question)


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
def changes(events: EventBus) -> list[LeadChanged]:
    """What was published."""
    seen: list[LeadChanged] = []
    events.subscribe(LeadChanged, seen.append)
    return seen


@pytest.fixture
def capture(database: Database, clock: SettableClock, events: EventBus) -> CaptureService:
    return CaptureService(database, clock, events, timezone=ZONE)


@pytest.fixture
def leads(database: Database, clock: SettableClock, events: EventBus) -> LeadService:
    return LeadService(database, clock, events, timezone=ZONE)


@pytest.fixture
def visitor(capture: CaptureService, clock: SettableClock) -> Callable[..., Visitor]:
    """Makes a visitor: `visitor("ann", timezone="Europe/London")`."""

    def make(name: str, **context: object) -> Visitor:
        return Visitor(capture, clock, ConversationContext(f"conversation-{name}", **context))  # type: ignore[arg-type]

    return make


@pytest.fixture
def ann(visitor: Callable[..., Visitor]) -> Visitor:
    return visitor("ann")


@pytest.fixture
def bob(visitor: Callable[..., Visitor]) -> Visitor:
    return visitor("bob")
