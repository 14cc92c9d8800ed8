"""What a route needs: its service, its body's base, its answer, its cursor, its marks."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any, TypeVar, cast

from flask import current_app
from pydantic import Field

from core.errors import InvalidInput
from web.describing import JSON_ANSWER, Answers
from web.envelope import envelope, failure, success
from web.idempotency import idempotent
from web.requests import Body, accepts_form
from web.security import has_page, prefers_html, public

__all__ = [
    "JSON_ANSWER",
    "Answers",
    "Body",
    "PageQuery",
    "accepts_form",
    "decode_cursor",
    "encode_cursor",
    "envelope",
    "failure",
    "has_page",
    "idempotent",
    "prefers_html",
    "public",
    "service",
    "success",
]

T = TypeVar("T")


class PageQuery(Body):
    """The query of every list."""

    limit: int = Field(50, ge=1, le=200, description="How many at most")
    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")


def service(kind: type[T]) -> T:
    """The service of that class, as the composition root made it."""
    return cast(T, current_app.extensions["services"][kind])


def encode_cursor(*keys: str | int | None) -> str:
    """An opaque cursor that holds the sort keys of a page's last row."""
    raw = json.dumps(keys, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decode_cursor(cursor: str | None, length: int) -> list[Any] | None:
    """The keys in a cursor; None for the first page. Raises InvalidInput naming `cursor`."""
    if cursor is None:
        return None
    try:
        keys = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        keys = None
    if not isinstance(keys, list) or len(keys) != length or not all(_is_key(k) for k in keys):
        raise InvalidInput.of("cursor", "is not one of ours; use next_cursor of the page before")
    return keys


def _is_key(value: object) -> bool:
    return value is None or isinstance(value, str | int)
