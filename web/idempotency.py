"""`Idempotency-Key`: the same call twice has one effect and one answer.

The key's row is written in the same transaction as what the call makes, so a crash leaves both or
neither; of calls at the same instant the database lets one through and the others read its answer.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from flask import Response, current_app, make_response, request
from sqlalchemy import Column, Connection, String, Table, Text, delete, insert, or_, select
from sqlalchemy.exc import IntegrityError

from core.clock import Clock
from core.database import Database, UtcDateTime, metadata
from core.errors import Conflict, InvalidInput

F = TypeVar("F", bound=Callable[..., Any])

KEPT = timedelta(days=2)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("endpoint", String(100), primary_key=True),
    Column("body_hash", String(64), nullable=False),
    Column("status", String(3), nullable=False),
    Column("answer", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
)


class _AnsweredMeanwhile(Exception):
    """Another call with the same key was first; ours is rolled back."""


def idempotent(view: F) -> F:
    """Gives a creating view the `Idempotency-Key` header; without the header nothing changes."""

    @functools.wraps(view)
    def wrapper(*args: Any, **kwargs: Any) -> Response:
        key = request.headers.get("Idempotency-Key")
        if key is None:
            return make_response(view(*args, **kwargs))
        if not 1 <= len(key) <= 200 or not key.isprintable():
            raise InvalidInput.of("Idempotency-Key", "must be 1 to 200 printable characters")
        return _once(key, lambda: make_response(view(*args, **kwargs)))

    return cast(F, wrapper)


def forget_answers_about(database: Database, ids: Sequence[str]) -> int:
    """Removes kept answers that name one of the ids, when a person is erased; how many."""
    naming = or_(*(idempotency_keys.c.answer.contains(id_, autoescape=True) for id_ in ids))
    with database.write() as connection:
        return connection.execute(delete(idempotency_keys).where(naming)).rowcount


def _once(key: str, run: Callable[[], Response]) -> Response:
    database: Database = current_app.extensions["database"]
    clock: Clock = current_app.extensions["clock"]
    endpoint = request.endpoint or ""
    body_hash = hashlib.sha256(
        json.dumps([request.path, request.get_json()], sort_keys=True).encode()
    ).hexdigest()
    with database.read() as connection:
        earlier = _earlier(connection, key, endpoint, body_hash)
    if earlier is not None:
        return earlier
    try:
        with database.write() as connection:
            # Claimed first: on PostgreSQL a second call waits here until the first has ended.
            _claim(connection, key, endpoint, body_hash, clock.now())
            response = run()
            if response.status_code >= 400:
                return response
            _keep(connection, key, endpoint, response)
            return response
    except _AnsweredMeanwhile:
        with database.read() as connection:
            earlier = _earlier(connection, key, endpoint, body_hash)
        if earlier is None:
            raise Conflict("The first call with this key failed; send it again.") from None
        return earlier


def _claim(connection: Connection, key: str, endpoint: str, body_hash: str, now: datetime) -> None:
    connection.execute(delete(idempotency_keys).where(idempotency_keys.c.created_at < now - KEPT))
    try:
        with connection.begin_nested():
            connection.execute(
                insert(idempotency_keys).values(
                    key=key,
                    endpoint=endpoint,
                    body_hash=body_hash,
                    status="",
                    answer="",
                    created_at=now,
                )
            )
    except IntegrityError:
        raise _AnsweredMeanwhile from None


def _keep(connection: Connection, key: str, endpoint: str, response: Response) -> None:
    connection.execute(
        idempotency_keys.update()
        .where(idempotency_keys.c.key == key, idempotency_keys.c.endpoint == endpoint)
        .values(status=str(response.status_code), answer=response.get_data(as_text=True))
    )


def _earlier(connection: Connection, key: str, endpoint: str, body_hash: str) -> Response | None:
    row = connection.execute(
        select(idempotency_keys).where(
            idempotency_keys.c.key == key, idempotency_keys.c.endpoint == endpoint
        )
    ).one_or_none()
    if row is None:
        return None
    if row.body_hash != body_hash:
        raise Conflict("This Idempotency-Key was used with another body; use a new key.")
    response = Response(row.answer, status=int(row.status), mimetype="application/json")
    response.headers["Idempotent-Replayed"] = "true"
    return response
