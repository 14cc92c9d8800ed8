"""Prometheus metrics, and the counters that features report to."""

from __future__ import annotations

import os
import time

from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from core.errors import NotSignedIn
from web.security import public

bp = Blueprint("metrics", __name__)


class Metrics:
    """The metrics of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "parley_requests", "Answers", ["endpoint", "status"], registry=self.registry
        )
        self.duration = Histogram(
            "parley_request_seconds", "Time to answer", ["endpoint"], registry=self.registry
        )
        self.turns = Counter(
            "parley_turns", "Turns answered", ["engine", "degraded"], registry=self.registry
        )
        self.held_back = Counter(
            "parley_replies_held_back", "Sentences held back", ["kind"], registry=self.registry
        )
        self.leads = Counter("parley_leads", "Leads made", registry=self.registry)
        self.meetings = Counter(
            "parley_meetings", "Meeting changes", ["status"], registry=self.registry
        )
        self.tokens = Counter(
            "parley_model_tokens", "Tokens of the model", ["kind"], registry=self.registry
        )
        self.jobs = Counter(
            "parley_job_runs", "Runs of jobs", ["job", "outcome"], registry=self.registry
        )
        self.outbox = Gauge(
            "parley_outbox",
            "Deliveries waiting, or failed for good; as of the last look at health",
            ["state"],
            registry=self.registry,
            multiprocess_mode="max",
        )
        self.component_up = Gauge(
            "parley_component_up",
            "1: the component works",
            ["component"],
            registry=self.registry,
            multiprocess_mode="min",
        )

    def render(self) -> bytes:
        """The text format; of all worker processes when there are several."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self.registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)


@bp.get("/metrics")
@public
def metrics() -> Response:
    """Prometheus metrics; for staff, or from this machine itself."""
    local = request.remote_addr in ("127.0.0.1", "::1")
    if not g.is_staff and (not local or "X-Forwarded-For" in request.headers):
        raise NotSignedIn("Metrics are for staff, or for a scraper on this machine.")
    found: Metrics = current_app.extensions["metrics"]
    return Response(found.render(), content_type=CONTENT_TYPE_LATEST)


def register_metrics(app: Flask, found: Metrics) -> None:
    """Counts and times every request under its endpoint."""
    app.extensions["metrics"] = found
    app.register_blueprint(bp)

    @app.before_request
    def begin() -> None:
        g.metrics_began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        endpoint = request.endpoint or "none"
        found.requests.labels(endpoint, str(response.status_code)).inc()
        if "metrics_began" in g:
            found.duration.labels(endpoint).observe(time.perf_counter() - g.metrics_began)
        return response
