"""Whether we are up, and how each part is: for load balancers, and for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, current_app, jsonify

from core.clock import Clock
from core.errors import ParleyError
from core.values import rfc3339
from web.metrics import Metrics
from web.security import public

bp = Blueprint("health", __name__)


@dataclass(frozen=True)
class Component:
    """How one part is. `message` says what to do when it is not well."""

    status: str
    message: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"status": self.status, "message": self.message, **self.details}


Check = Callable[[], Component]


class Health:
    """The checks of all parts, by name; each answers quickly and does not raise."""

    def __init__(self, checks: Mapping[str, Check], metrics: Metrics, clock: Clock) -> None:
        self._checks = checks
        self._metrics = metrics
        self._clock = clock

    def report(self) -> dict[str, Any]:
        """The health document: `healthy` when every component is, else `degraded`."""
        components = {name: self._checked(name, check) for name, check in self._checks.items()}
        healthy = all(c.status == "healthy" for c in components.values())
        return {
            "status": "healthy" if healthy else "degraded",
            "timestamp": rfc3339(self._clock.now()),
            "components": {name: c.as_json() for name, c in components.items()},
        }

    def _checked(self, name: str, check: Check) -> Component:
        try:
            component = check()
        except ParleyError as error:
            component = Component("unhealthy", error.message)
        self._metrics.component_up.labels(name).set(component.status == "healthy")
        return component


@bp.get("/health")
@public
def health() -> Response:
    """The process answers; says nothing of its parts."""
    return jsonify({"ok": True})


@bp.get("/api/v1/health")
@public
def components() -> Response:
    """How each part is. Public, and so without details that would help an attacker."""
    found: Health = current_app.extensions["health"]
    return jsonify(found.report())
