"""The envelope of every answer, and the one table from our errors to HTTP."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog
from flask import Flask, Response, current_app, g, jsonify, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from core import errors
from core.clock import Clock
from core.values import rfc3339

log = structlog.get_logger(__name__)

STATUS: tuple[tuple[type[errors.ParleyError], int], ...] = (
    (errors.InvalidInput, 400),
    (errors.NotSignedIn, 401),
    (errors.NotAllowed, 403),
    (errors.NotFound, 404),
    (errors.Conflict, 409),
    (errors.TooLarge, 413),
    (errors.NotJson, 415),
    (errors.Impossible, 422),
    (errors.TooManyRequests, 429),
    (errors.UpstreamFailed, 502),
    (errors.Unavailable, 503),
)

_HTTP_MESSAGES = {
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    429: "That was a lot in a short time. Please wait a moment, then try again.",
    413: "The body is too large; send less than {limit} KB.",
}


def envelope(status: str, data: Mapping[str, Any], message: str, **more: Any) -> dict[str, Any]:
    """`{"status", "data", "message", "timestamp"}`, and `more` beside them."""
    clock: Clock = current_app.extensions["clock"]
    return {
        "status": status,
        "data": data,
        "message": message,
        "timestamp": rfc3339(clock.now()),
        **more,
    }


def success(data: Mapping[str, Any], message: str = "", status: int = 200, **more: Any) -> Response:
    """A successful answer."""
    response = jsonify(envelope("success", data, message, **more))
    response.status_code = status
    return response


def failure(status: int, message: str, data: Mapping[str, Any] | None = None) -> Response:
    """A failed answer; `message` says what to do next."""
    response = jsonify(envelope("error", data or {}, message))
    response.status_code = status
    return response


def status_of(error: errors.ParleyError) -> int:
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)


def as_response(error: errors.ParleyError) -> Response:
    """The answer to one of our own errors."""
    data: dict[str, Any] = {}
    if isinstance(error, errors.Conflict):
        data.update(error.data)
    if isinstance(error, errors.InvalidInput | errors.Impossible) and error.errors:
        data["errors"] = [{"field": e.field, "message": e.message} for e in error.errors]
    response = failure(status_of(error), error.message, data)
    wait = getattr(error, "retry_after", None)
    if isinstance(wait, timedelta):
        g.retry_after = str(max(1, math.ceil(wait.total_seconds())))
        response.headers["Retry-After"] = g.retry_after
    if isinstance(error, errors.NotSignedIn):
        response.headers["WWW-Authenticate"] = 'Bearer realm="parley"'
    return response


def register_errors(app: Flask) -> None:
    """Every error of every route is answered here; no route has a `try` of its own."""

    @app.errorhandler(errors.ParleyError)
    def ours(error: errors.ParleyError) -> Response:
        return as_response(error)

    @app.errorhandler(HTTPException)
    def of_http(error: HTTPException) -> Response:
        if error.response is not None and error.code is None:
            return error.response  # type: ignore[return-value]
        code = error.code or 500
        if isinstance(error, RequestEntityTooLarge):
            limit = (current_app.config["MAX_CONTENT_LENGTH"] or 0) // 1024
            return failure(413, _HTTP_MESSAGES[413].format(limit=limit))
        response = failure(code, _HTTP_MESSAGES.get(code, error.description or "Refused."))
        for name, value in error.get_headers(request.environ):
            if name.lower() not in ("content-type", "content-length"):
                response.headers[name] = value
        return response

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        log.exception("unexpected_error", endpoint=request.endpoint)
        return failure(500, "Something went wrong on our side. It was logged; please try again.")
