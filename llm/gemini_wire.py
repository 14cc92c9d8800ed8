"""Gemini's JSON: our requests in it, and its errors in our terms. Knows no library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from core.errors import ParleyError
from llm.messages import Message, ModelRequest, TextPart, ToolCall, ToolResult, ToolSpec
from llm.model import ModelAnswerUnusable, ModelMisconfigured, ModelUnavailable

PROVIDER = "gemini"

# Ids of calls that came without one begin so; they stay ours and are not sent to Google.
LOCAL_ID = "local-"

# Gemini 3 and later refuse a step whose first call has no signature. For calls that another model
# made Google names this value: https://ai.google.dev/gemini-api/docs/thought-signatures
_NO_SIGNATURE = "skip_thought_signature_validator"
_UNSIGNED_MODELS = ("gemini-1", "gemini-2")

_DELAY = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)s?")
_BAD_KEY = {"API_KEY_INVALID", "API_KEY_SERVICE_BLOCKED", "API_KEY_IP_ADDRESS_BLOCKED"}
_RETIRED = "GEMINI_MODEL names no model that this key may use; choose a current one."
_KEY = "GEMINI_API_KEY is refused by Google; make a new key or widen its restrictions."
_ACCOUNT = "Google refuses this account or region; check the project's billing and terms."


def request_body(request: ModelRequest, model: str, thinking_level: str | None) -> dict[str, Any]:
    """The body of a generateContent call: all of it, so that no library need look at it again."""
    body: dict[str, Any] = {
        "contents": list(_contents(request.messages, model)),
        "generationConfig": _generation_config(request, model, thinking_level),
    }
    if request.instruction:
        body["systemInstruction"] = {"parts": [{"text": request.instruction}]}
    if request.tools:
        declarations = [_declaration(tool) for tool in request.tools]
        body["tools"] = [{"functionDeclarations": declarations}]
    return body


def _generation_config(
    request: ModelRequest, model: str, thinking_level: str | None
) -> dict[str, Any]:
    # No temperature, top_p or candidate count: current models deprecate or refuse them.
    config: dict[str, Any] = {"maxOutputTokens": request.max_output_tokens}
    if thinking_level and not model.startswith(_UNSIGNED_MODELS):
        config["thinkingConfig"] = {"thinkingLevel": thinking_level}
    if request.response_schema is not None:
        config["responseMimeType"] = "application/json"
        config["responseJsonSchema"] = dict(request.response_schema)
    return config


def _declaration(tool: ToolSpec) -> dict[str, Any]:
    return {
        "name": tool.name,
        "description": tool.description,
        "parametersJsonSchema": dict(tool.parameters),
    }


def _contents(messages: tuple[Message, ...], model: str) -> Iterator[dict[str, Any]]:
    for message in messages:
        wire = message.wire
        if wire and (wire.provider, wire.model) == (PROVIDER, model):
            yield dict(wire.content)
            continue
        parts = [_part(part) for part in message.parts if part != TextPart("")]
        if not parts:
            continue
        if message.calls and not model.startswith(_UNSIGNED_MODELS):
            first = next(part for part in parts if "functionCall" in part)
            first["thoughtSignature"] = _NO_SIGNATURE
        yield {"role": "model" if message.role == "assistant" else "user", "parts": parts}


def _part(part: TextPart | ToolCall | ToolResult) -> dict[str, Any]:
    match part:
        case TextPart(text):
            return {"text": text}
        case ToolCall(id, name, arguments):
            return {"functionCall": {**_id(id), "name": name, "args": dict(arguments)}}
        case ToolResult(call_id, name, response):
            return {"functionResponse": {**_id(call_id), "name": name, "response": dict(response)}}


def _id(id: str) -> dict[str, str]:
    return {} if id.startswith(LOCAL_ID) else {"id": id}


def cleaned(value: Any) -> Any:
    """Without what no database or encoder takes: NUL, and halves of surrogate pairs."""
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {cleaned(key): cleaned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return value


def error_of(status: int | None, details: Any, headers: Mapping[str, str]) -> ParleyError:
    """Our error for an error answer of Google's, or of a proxy on the way (then an HTML page)."""
    error = _error_object(details)
    reasons = {str(item.get("reason")) for item in _details(error)}
    match status:
        case 400 if reasons & _BAD_KEY:
            return ModelMisconfigured(_KEY)
        case 400 if error.get("status") == "FAILED_PRECONDITION":
            return ModelMisconfigured(_ACCOUNT)
        case 401 | 403:
            return ModelMisconfigured(_KEY)
        case 404:
            return ModelMisconfigured(_RETIRED)
        case int() if status in (408, 429) or status >= 500:
            return ModelUnavailable(
                f"Google answered {status} to the model call.",
                retry_after=_retry_after(error, headers),
            )
        case int() if 300 <= status < 400:
            return ModelMisconfigured("GOOGLE_GEMINI_BASE_URL leads to a redirect; correct it.")
    return ModelAnswerUnusable(f"Google refused the model call with {status}.")


def explanation_of(details: Any) -> str:
    """Google's own sentence about an error, for the log; empty for an HTML page."""
    return str(_error_object(details).get("message", ""))[:200]


def _error_object(details: Any) -> dict[str, Any]:
    error = details.get("error") if isinstance(details, dict) else None
    return error if isinstance(error, dict) else {}


def _details(error: Mapping[str, Any]) -> list[dict[str, Any]]:
    details = error.get("details")
    if not isinstance(details, list):
        return []
    return [item for item in details if isinstance(item, dict)]


def _retry_after(error: Mapping[str, Any], headers: Mapping[str, str]) -> timedelta | None:
    """When Google wants to be asked again: RetryInfo, else the Retry-After header in seconds."""
    wishes = [item.get("retryDelay") for item in _details(error)] + [headers.get("retry-after")]
    for wish in wishes:
        found = _DELAY.fullmatch(wish) if isinstance(wish, str) else None
        if found:
            return timedelta(seconds=float(found[1]))
    return None
