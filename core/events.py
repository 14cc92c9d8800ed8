"""Events: how a lower feature lets a higher one react without knowing it.

A handler runs after the commit, in the publisher's thread. It is for what may be lost (a live
update, a counter); what must not be lost goes through the outbox in the same transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog

log = structlog.get_logger(__name__)

E = TypeVar("E")


@dataclass(frozen=True)
class LeadChanged:
    """A lead was made or one of its facts changed."""

    lead_id: str
    created: bool


@dataclass(frozen=True)
class MeetingChanged:
    """A meeting was booked, moved or cancelled."""

    meeting_id: str
    lead_id: str | None
    status: str


class EventBus:
    """Hands each event to those who subscribed to its class, in order of subscription."""

    def __init__(self) -> None:
        self._handlers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, kind: type[E], handler: Callable[[E], None]) -> None:
        self._handlers[kind].append(handler)

    def publish(self, event: object) -> None:
        """Runs the handlers; a failing one is logged and stops neither the others nor us."""
        for handler in self._handlers[type(event)]:
            try:
                handler(event)
            except Exception:  # an edge: the commit stands whatever a listener does
                log.exception("event_handler_failed", event_class=type(event).__name__)
