"""What the features report to the metrics."""

from __future__ import annotations

from collections.abc import Callable

from chatbot.model_turn import ModelReply
from chatbot.store import Turn
from core.events import EventBus, LeadChanged, MeetingChanged
from llm.messages import Usage
from web.metrics import Metrics


def count_events(events: EventBus, metrics: Metrics) -> None:
    def lead(event: LeadChanged) -> None:
        if event.created:
            metrics.leads.inc()

    def meeting(event: MeetingChanged) -> None:
        metrics.meetings.labels(event.status).inc()

    events.subscribe(LeadChanged, lead)
    events.subscribe(MeetingChanged, meeting)


def count_tokens(metrics: Metrics) -> Callable[[Usage], None]:
    def count(usage: Usage) -> None:
        metrics.tokens.labels("input").inc(usage.input_tokens)
        metrics.tokens.labels("output").inc(usage.output_tokens + usage.thought_tokens)

    return count


def count_turns(metrics: Metrics) -> Callable[[Turn, ModelReply | None], None]:
    def count(turn: Turn, reply: ModelReply | None) -> None:
        metrics.turns.labels(turn.engine or "", str(turn.degraded).lower()).inc()
        for violation in reply.violations if reply else ():
            metrics.held_back.labels(violation.kind).inc()

    return count
