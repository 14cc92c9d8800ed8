"""How each part of this installation is."""

from __future__ import annotations

from collections.abc import Mapping

from flask import current_app

from bootstrap import Services
from calendar_integration.connection import CalendarConnection
from chatbot.knowledge import Knowledge
from core.outbox import Dispatcher
from web.health import Check, Component

_CALENDARS = {
    "built-in": "The built-in calendar.",
    "google": "Google Calendar.",
    "service-account": "Google Calendar, by a service account.",
}


def checks(services: Services) -> Mapping[str, Check]:
    """The components of `/api/v1/health`."""
    return {
        "database": lambda: _database(services),
        "redis": lambda: _redis(services),
        "model": lambda: _model(services),
        "calendar": lambda: _calendar(services),
        "scheduler": lambda: _scheduler(services),
        "outbox": lambda: _outbox(services),
        "knowledge": lambda: _knowledge(services),
    }


def _database(services: Services) -> Component:
    services.database.ping()
    return Component("healthy", "", {"kind": services.database.dialect})


def _redis(services: Services) -> Component:
    if services.redis.embedded:
        return Component("healthy", "embedded: one process only", {"kind": "embedded"})
    if services.redis.ping():
        return Component("healthy", "", {"kind": "redis"})
    return Component(
        "unhealthy",
        "Redis does not answer. Chat and leads go on; console sessions do not. Check REDIS_URL.",
        {"kind": "redis"},
    )


def _model(services: Services) -> Component:
    if services.model is None:
        return Component("healthy", "The built-in scripted engine answers.", {"kind": "scripted"})
    state = services.model.state()
    details = {"kind": services.model.name, "breaker": state["state"]}
    if state["state"] == "closed":
        return Component("healthy", "", details)
    return Component(
        "unhealthy",
        f"The model fails ({state['last_error']}); the scripted engine answers meanwhile.",
        details,
    )


def _calendar(services: Services) -> Component:
    state = services.get(CalendarConnection).state()
    details = {"kind": state.kind, "waiting": state.waiting}
    if state.problem:
        return Component("unhealthy", state.problem, details)
    return Component("healthy", _CALENDARS[state.kind], details)


def _scheduler(services: Services) -> Component:
    scheduler = current_app.extensions.get("scheduler")
    if scheduler is None:
        return Component("healthy", "This process serves without a scheduler.", {"running": False})
    state = scheduler.state()
    if not state["running"]:
        return Component("unhealthy", "The scheduler stands still; restart the service.", state)
    failed = [job for job, outcome in state["last"].items() if outcome == "failed"]
    if failed:
        return Component("unhealthy", f"Failed last time: {', '.join(failed)}; see the log.", state)
    return Component("healthy", "", state)


def _outbox(services: Services) -> Component:
    counts = services.get(Dispatcher).counts()
    services.metrics.outbox.labels("pending").set(counts.pending)
    services.metrics.outbox.labels("parked").set(counts.parked)
    details = {"pending": counts.pending, "parked": counts.parked}
    if counts.parked:
        return Component(
            "unhealthy", f"{counts.parked} deliveries failed for good; see the log.", details
        )
    return Component("healthy", "", details)


def _knowledge(services: Services) -> Component:
    problems = services.get(Knowledge).problems()
    if problems:
        return Component("unhealthy", "; ".join(map(str, problems))[:500])
    return Component("healthy")
