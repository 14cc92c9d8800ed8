"""What the fake Gemini can be told to answer: well, badly, slowly, or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

Json = dict[str, Any]

_STATUS_NAMES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    408: "CANCELLED",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    502: "BAD_GATEWAY",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


@dataclass(frozen=True)
class Reply:
    """One answer: the pieces of a stream (whole response objects), or a status and a body."""

    chunks: tuple[Json, ...] = ()
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay_seconds: float = 0.0  # before anything is sent
    chunk_delay_seconds: float = 0.0  # before each piece but the first
    drip_seconds: float = 0.0  # before each single byte of the body
    drip_headers: bool = False
    cut: bool = False  # the connection is reset after the last piece instead of ended
    hang: bool = False  # nothing more comes after the last piece, and the connection stays
    hang_before_headers: bool = False

    def after(self, seconds: float) -> Reply:
        return replace(self, delay_seconds=seconds)

    def then_cut(self) -> Reply:
        """The pieces, without the end of the last one, then a reset connection."""
        return replace(self, chunks=_without_end(self.chunks), cut=True)

    def then_ended_early(self) -> Reply:
        """The pieces without a finish reason, and a clean end of the connection."""
        return replace(self, chunks=_without_end(self.chunks))

    def then_hang(self) -> Reply:
        return replace(self, chunks=_without_end(self.chunks), hang=True)

    def dripping(self, seconds: float, *, headers: bool = False) -> Reply:
        """A byte at a time, with that pause before each."""
        return replace(self, drip_seconds=seconds, drip_headers=headers)

    def then_error(self, status: int, message: str = "The service is overloaded.") -> Reply:
        """The pieces, then an error object in the stream."""
        error = json.loads(error_body(status, message))
        return replace(self, chunks=(*_without_end(self.chunks), error))


def text(*pieces: str, delay: float = 0.0, finish: str = "STOP", signed: bool = False) -> Reply:
    """Words, one piece of the stream for each argument."""
    parts: list[list[Json]] = [[{"text": piece}] for piece in pieces]
    if signed:
        parts.append([{"text": "", "thoughtSignature": ""}])
    return replace(parts_in_chunks(*parts, finish=finish), chunk_delay_seconds=delay)


def calls(*named: tuple[str, Json], words: str = "") -> Reply:
    """Function calls, in parallel when there are several; words before them if given."""
    parts: list[Json] = [{"text": words}] if words else []
    parts += [{"functionCall": {"name": name, "args": args}} for name, args in named]
    return parts_in_chunks(parts)


def thoughts(thought: str, *pieces: str) -> Reply:
    """A thought summary, which no visitor may see, then words."""
    parts: list[list[Json]] = [[{"text": piece}] for piece in pieces]
    return parts_in_chunks([{"text": thought, "thought": True}], *parts)


def parts_in_chunks(*parts: list[Json], finish: str | None = "STOP") -> Reply:
    """Any parts, a piece of the stream for each list of them; the last carries the reason."""
    chunks: list[Json] = [
        {"candidates": [{"content": {"role": "model", "parts": some}, "index": 0}]}
        for some in parts
    ]
    if finish is not None:
        chunks[-1]["candidates"][0]["finishReason"] = finish
    return Reply(tuple(chunks))


def ended(reason: str) -> Reply:
    """A candidate with that finish reason and no content."""
    return Reply(({"candidates": [{"finishReason": reason, "index": 0}]},))


def empty() -> Reply:
    """No candidate at all."""
    return Reply(({"candidates": []},))


def blocked(reason: str = "SAFETY") -> Reply:
    """The prompt was blocked."""
    return Reply(({"promptFeedback": {"blockReason": reason}},))


def error(status: int, message: str = "An error.", details: list[Json] | None = None) -> Reply:
    return Reply(status=status, body=error_body(status, message, details))


def rate_limited(retry_delay: str | None = "13s") -> Reply:
    """429 as Google sends it, with QuotaFailure and, unless None, RetryInfo."""
    quota = {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{"quotaId": "GenerateRequestsPerMinutePerProjectPerModel"}],
    }
    details: list[Json] = [quota]
    if retry_delay is not None:
        kind = "type.googleapis.com/google.rpc.RetryInfo"
        details.append({"@type": kind, "retryDelay": retry_delay})
    return error(429, "You exceeded your current quota.", details)


def html(status: int = 502) -> Reply:
    """The error page of a proxy on the way."""
    page = b"<html><body><h1>Bad gateway</h1>secret-backend-7.internal</body></html>"
    return Reply(status=status, body=page, headers={"Content-Type": "text/html"})


def hang() -> Reply:
    """The request is read and never answered."""
    return Reply(hang_before_headers=True)


def raw(body: bytes) -> Reply:
    """Bytes as they are, with status 200."""
    return Reply(body=body)


def error_body(status: int, message: str, details: list[Json] | None = None) -> bytes:
    content: Json = {"code": status, "message": message, "status": _STATUS_NAMES.get(status, "")}
    if details:
        content["details"] = details
    return json.dumps({"error": content}).encode()


def merged(chunks: tuple[Json, ...]) -> Json:
    """The pieces of a stream as the one object of a call that does not stream."""
    whole = dict(chunks[-1])
    parts = [
        part
        for chunk in chunks
        for candidate in chunk.get("candidates", [])[:1]
        for part in candidate.get("content", {}).get("parts", [])
    ]
    if parts:
        candidate = {**whole["candidates"][0], "content": {"role": "model", "parts": parts}}
        whole["candidates"] = [candidate]
    return whole


def _without_end(chunks: tuple[Json, ...]) -> tuple[Json, ...]:
    return tuple(
        {
            **chunk,
            "candidates": [
                {key: value for key, value in candidate.items() if key != "finishReason"}
                for candidate in chunk.get("candidates", [])
            ],
        }
        for chunk in chunks
    )
