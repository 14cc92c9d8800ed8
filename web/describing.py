"""What flask-openapi3 does not say of our answers: their envelope, and every status they have."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel

from web.envelope import STATUS

_SCHEMAS = "#/components/schemas/"
_ERROR = {"$ref": _SCHEMAS + "ErrorEnvelope"}
_METHODS = frozenset({"get", "post", "put", "patch", "delete"})

SUCCESS_SCHEMA: dict[str, Any] = {
    "title": "SuccessEnvelope",
    "type": "object",
    "required": ["status", "data", "message", "timestamp"],
    "properties": {
        "status": {"const": "success"},
        "data": {"type": "object"},
        "message": {"type": "string"},
        "timestamp": {"type": "string", "format": "date-time"},
    },
}

_MEANING = {
    400: "Bad input: `data.errors` names the fields and the remedies",
    401: "Not signed in: the staff key or a console session is missing or wrong",
    403: "Not allowed: a foreign site, or a session's call without its CSRF token",
    404: "There is no such thing, or it is not yours",
    409: "Conflict with what is stored, or an Idempotency-Key used with another body",
    413: "The body is too large",
    415: "The body is not JSON",
    422: "Understood, but impossible",
    429: "Too many requests: come back after `Retry-After` seconds",
    502: "A part we depend on failed",
    503: "A part we depend on is not available; come back after `Retry-After` seconds",
}
# What a view declares of its answers.
Answers = dict[str | int | HTTPStatus, type[BaseModel] | dict[Any, Any] | None]

_NEEDS_KEY = frozenset({401})
_NEEDS_BODY = frozenset({413, 415})


# The content of an answer that comes in the envelope, for a view that also answers otherwise.
JSON_ANSWER: dict[str, Any] = {
    "application/json": {"schema": {"$ref": _SCHEMAS + "SuccessEnvelope"}}
}


def complete(document: dict[str, Any]) -> None:
    """Adds to an OpenAPI document what holds for every answer of ours."""
    schemas = document["components"]["schemas"]
    schemas["SuccessEnvelope"] = SUCCESS_SCHEMA
    schemas["ErrorEnvelope"]["properties"]["status"] = {"const": "error"}
    for operation in _operations(document):
        _complete_successes(operation)
        _complete_failures(operation)
        _loosen_body(operation, schemas)


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        for method, operation in item.items():
            if method in _METHODS:
                yield operation


def _complete_successes(operation: dict[str, Any]) -> None:
    """An answer that says nothing of its content is JSON in the envelope."""
    responses = operation.setdefault("responses", {})
    if not any(status.startswith("2") for status in responses):
        responses["200"] = {}
    for status, response in responses.items():
        if status.startswith("2"):
            response["description"] = response.get("description") or "Done"
            response.setdefault("content", JSON_ANSWER)


def _complete_failures(operation: dict[str, Any]) -> None:
    for _, status in STATUS:
        if status in _NEEDS_KEY and not operation.get("security"):
            continue
        if status in _NEEDS_BODY and "requestBody" not in operation:
            continue
        declared = operation["responses"].get(str(status), {}).get("content", {})
        operation["responses"][str(status)] = {
            "description": _MEANING[status],
            "content": {**declared, "application/json": {"schema": _ERROR}},
        }


def _loosen_body(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """A body without a required field may be left out."""
    body = operation.get("requestBody", {})
    schema = body.get("content", {}).get("application/json", {}).get("schema", {})
    named = schemas.get(schema.get("$ref", "").removeprefix(_SCHEMAS))
    if named is not None and not named.get("required"):
        body["required"] = False
