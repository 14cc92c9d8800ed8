"""Telling the calendar at once, so that the visitor rarely has to read "pending"."""

from __future__ import annotations

import threading

import structlog

from calendar_integration.meetings import Meetings
from calendar_integration.model import Meeting
from core.errors import ParleyError
from core.outbox import Dispatcher

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 2.5
_AT_ONCE = 5


class PromptDelivery:
    """Runs the outbox beside the caller and waits a little for it. What takes longer goes on, and
    is the outbox job's in the end: nothing depends on this."""

    def __init__(
        self, dispatcher: Dispatcher, meetings: Meetings, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._dispatcher = dispatcher
        self._meetings = meetings
        self._patience_seconds = patience_seconds

    def settled(self, meeting: Meeting) -> Meeting:
        """The meeting, confirmed if the calendar answered in time. Call it outside a transaction:
        what is not committed is not delivered."""
        if meeting.status != "pending":
            return meeting
        beside = threading.Thread(target=self._deliver, name="prompt-delivery", daemon=True)
        beside.start()
        beside.join(self._patience_seconds)
        return self._meetings.get(meeting.id)

    def _deliver(self) -> None:
        try:
            self._dispatcher.run_due(_AT_ONCE)
        except ParleyError as error:
            log.warning("prompt_delivery_failed", reason=error.message)
