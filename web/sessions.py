"""Console sessions in Redis (Flask-Session), without pickle and without failing when Redis does.

Flask-Session 0.8 falls back to `pickle.loads` for a value it cannot decode, so whoever can write
to Redis could run code here; and a Redis that is down fails the whole request. Both are closed
off. While Redis is down nobody is signed in by session; the staff key goes on working.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import redis
import structlog
from flask import Flask, Response, request
from flask.sessions import SessionMixin
from flask_session.redis import RedisSessionInterface

from core.redis_client import RedisClient

log = structlog.get_logger(__name__)


class JsonSerializer:
    """Plain JSON values only."""

    def encode(self, session: Any) -> bytes:
        return msgspec.json.encode(dict(session))

    def decode(self, serialized: bytes) -> dict[str, Any]:
        try:
            value = msgspec.json.decode(serialized)
        except msgspec.DecodeError:
            return {}
        return value if isinstance(value, dict) else {}


class SafeSessionInterface(RedisSessionInterface):  # type: ignore[misc]
    """Sessions that are absent, not fatal, when Redis is."""

    def __init__(self, app: Flask, client: RedisClient, *, secure: bool | None) -> None:
        super().__init__(app, client=client.raw, key_prefix="session:", permanent=True)
        self.serializer = JsonSerializer()
        self._secure = secure

    def get_cookie_secure(self, app: Flask) -> bool:
        """As set; unset means: whenever the request came by HTTPS."""
        return request.is_secure if self._secure is None else self._secure

    def _retrieve_session_data(self, store_id: str) -> dict[str, Any] | None:
        try:
            return super()._retrieve_session_data(store_id)  # type: ignore[no-any-return]
        except redis.RedisError:
            log.warning("session_not_read")
            return None

    def _upsert_session(self, lifetime: timedelta, session: Any, store_id: str) -> None:
        try:
            super()._upsert_session(lifetime, session, store_id)
        except redis.RedisError:
            log.warning("session_not_kept")

    def _delete_session(self, store_id: str) -> None:
        try:
            super()._delete_session(store_id)
        except redis.RedisError:
            log.warning("session_not_deleted")

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        # A session that only a lookup touched sets no cookie; Flask-Session would refresh it.
        if not session.modified:
            if session.accessed:
                response.vary.add("Cookie")
            return
        super().save_session(app, session, response)


def register_sessions(
    app: Flask, client: RedisClient, *, lifetime_seconds: int, secure: bool | None, samesite: str
) -> None:
    """Sessions for the console and for callers that name their own client_id."""
    app.config.update(
        SESSION_COOKIE_NAME="parley_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE=samesite,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(seconds=lifetime_seconds),
    )
    app.session_interface = SafeSessionInterface(app, client, secure=secure)
