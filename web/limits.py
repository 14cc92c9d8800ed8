"""Rate limits: per visitor address, on the public endpoints, told in `RateLimit-*` headers.

Counted in Redis; while Redis is down each process counts for itself, so the limit is never off.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask, Response, current_app, g, request
from flask_limiter import HeaderNames, Limiter
from flask_limiter.util import get_remote_address
from limits import parse

from core.errors import TooManyRequests
from core.redis_client import RedisClient
from web.security import is_public

_UNLIMITED = frozenset(
    {
        "static",
        "health.health",
        "health.components",
        "metrics.metrics",
        "widget.script",
        "widget.asset",
        "openapi_pages.asset",
    }
)


class Limits:
    """The limiter of one application."""

    def __init__(self, app: Flask, client: RedisClient, rate_limits: str) -> None:
        # What is registered first runs last: after Flask-Limiter has put in its headers.
        app.after_request(_mend_headers)
        # Flask-Limiter says str | int of the options; the storage takes a pool all the same.
        pool: dict[str, Any] = {"connection_pool": client.raw.connection_pool}
        self._limiter = Limiter(
            get_remote_address,
            app=app,
            application_limits=[rate_limits],
            application_limits_exempt_when=_is_exempt,
            # Without Redis there is one process, and it counts in its own memory: the stand-in
            # would run the storage's Lua scripts at a millisecond of processor time each.
            storage_uri="memory://" if client.embedded else "redis://",
            storage_options={} if client.embedded else pool,
            strategy="fixed-window",
            headers_enabled=True,
            header_name_mapping={
                HeaderNames.LIMIT: "RateLimit-Limit",
                HeaderNames.REMAINING: "RateLimit-Remaining",
                HeaderNames.RESET: "RateLimit-Reset",
                HeaderNames.RETRY_AFTER: "Retry-After",
            },
            retry_after="delta-seconds",
            in_memory_fallback_enabled=True,
        )

    def hit(self, name: str, limit: str, key: str) -> None:
        """Counts one more of `name` for `key`. Raises TooManyRequests."""
        item = parse(limit)
        if not self._limiter.limiter.hit(item, name, key):
            raise TooManyRequests(
                "Too many attempts. Please wait a moment.",
                retry_after=timedelta(seconds=item.get_expiry()),
            )


def _mend_headers(response: Response) -> Response:
    """Flask-Limiter puts the end of its window into every answer's Retry-After, also where nothing
    was refused, or another part said when to come back."""
    if "RateLimit-Reset" in response.headers and "Retry-After" in response.headers:
        # An instant there; by the draft of these headers it is seconds from now, like the other.
        response.headers["RateLimit-Reset"] = response.headers["Retry-After"]
    ours = g.get("retry_after")
    if ours is not None:
        response.headers["Retry-After"] = ours
    elif response.status_code != 429:
        response.headers.pop("Retry-After", None)
    return response


def _is_exempt() -> bool:
    if request.method == "OPTIONS" or request.endpoint in _UNLIMITED:
        return True
    return bool(g.get("is_staff")) or not is_public(current_app, request.endpoint)
