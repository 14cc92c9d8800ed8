"""Structured logs: one JSON object a line, with a request id, without personal data."""

from __future__ import annotations

import logging
import re
import secrets
import sys
import time
from collections.abc import MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger(__name__)

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_EMAIL = re.compile(r"[^\s@\"'<>]{1,64}@[^\s@\"'<>]{1,255}")
# A date or an instant is no phone number.
_PHONE = re.compile(r"(?<![\w-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\d(?:[\s()./-]{0,2}\d){6,14}(?!\w)")
_KEYS = re.compile(r"(?i)\b(?:bearer|key|token|secret)[ =:]+[A-Za-z0-9._~+/-]{12,}")
_UNMASKED = frozenset({"timestamp", "request_id", "level", "logger", "duration_ms", "remote"})


def set_up_logging(level: str) -> None:
    """Sends our and the libraries' logs to standard output as JSON lines."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                mask,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for noisy in ("apscheduler", "httpx2", "httpcore2", "google_genai", "gunicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def mask(_logger: object, _method: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    """Takes e-mail addresses, phone numbers and secrets out of every value."""
    return {
        key: masked(value) if isinstance(value, str) and key not in _UNMASKED else value
        for key, value in event.items()
    }


def masked(text: str) -> str:
    return _PHONE.sub("[phone]", _EMAIL.sub("[email]", _KEYS.sub("[secret]", text)))


def register_logging(app: Flask) -> None:
    """A request id on every log line and answer, and one line for every request."""

    @app.before_request
    def begin() -> None:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        g.began = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def end(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.get("request_id", "")
        log.info(
            "request",
            method=request.method,
            endpoint=request.endpoint,  # the rule's name: a path may hold a token
            status=response.status_code,
            duration_ms=round((time.perf_counter() - g.get("began", 0.0)) * 1000, 1),
        )
        return response
