"""An answer of Gemini's, put together from the pieces of its stream: for us, and as Google wants to
see it again. Knows no library."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import msgspec
import structlog

from llm.gemini_wire import LOCAL_ID, PROVIDER, cleaned
from llm.messages import Finished, FinishReason, Message, Part, TextPart, ToolCall, Usage, Wire
from llm.model import ModelAnswerUnusable, ModelRefused, ModelUnavailable

log = structlog.get_logger(__name__)

_FINE = {"STOP", "MAX_TOKENS"}
_REFUSALS = {
    "SAFETY",
    "RECITATION",
    "LANGUAGE",
    "BLOCKLIST",
    "PROHIBITED_CONTENT",
    "SPII",
    "IMAGE_SAFETY",
    "ESCALATION",
    "MODEL_ARMOR",
}
_FAILURES = {
    "MALFORMED_FUNCTION_CALL",
    "UNEXPECTED_TOOL_CALL",
    "TOO_MANY_TOOL_CALLS",
    "MISSING_THOUGHT_SIGNATURE",
    "MALFORMED_RESPONSE",
    "CONTINUATION",
    "OTHER",
}


class _Piece(msgspec.Struct, rename="camel"):
    """What we read of a GenerateContentResponse; the rest is passed over."""

    candidates: list[_Candidate] | None = None
    prompt_feedback: _PromptFeedback | None = None
    usage_metadata: _Counts | None = None
    model_status: _ModelStatus | None = None


class _Candidate(msgspec.Struct, rename="camel"):
    content: _Content | None = None
    finish_reason: str | None = None


class _Content(msgspec.Struct):
    parts: list[msgspec.Raw] | None = None


class _Part(msgspec.Struct, rename="camel"):
    text: str | None = None
    thought: bool | None = None
    thought_signature: str | None = None
    function_call: _Call | None = None


class _Call(msgspec.Struct):
    name: str | None = None
    id: str | None = None
    args: dict[str, Any] | None = None


class _PromptFeedback(msgspec.Struct, rename="camel"):
    block_reason: str | None = None


class _ModelStatus(msgspec.Struct, rename="camel"):
    retirement_time: str | None = None


class _Counts(msgspec.Struct, rename="camel"):
    prompt_token_count: int | None = None
    tool_use_prompt_token_count: int | None = None
    candidates_token_count: int | None = None
    cached_content_token_count: int | None = None
    thoughts_token_count: int | None = None

    def as_usage(self) -> Usage:
        return Usage(
            input_tokens=(self.prompt_token_count or 0) + (self.tool_use_prompt_token_count or 0),
            output_tokens=self.candidates_token_count or 0,
            cached_tokens=self.cached_content_token_count or 0,
            thought_tokens=self.thoughts_token_count or 0,
        )


_piece = msgspec.json.Decoder(_Piece)
_part = msgspec.json.Decoder(_Part)


def _read(raw: str) -> _Piece:
    try:
        return _piece.decode(raw)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:  # perhaps for halves of surrogate pairs, which are left out
        return _piece.decode(json.dumps(cleaned(json.loads(raw))))


@dataclass
class Answer:
    """What has come of an answer so far."""

    parts: list[Part] = field(default_factory=list)
    wire: list[dict[str, Any]] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    finish_reason: str | None = None
    blocked: bool = False
    retirement_time: str | None = None

    def add(self, raw: str) -> str:
        """Takes a piece in, as JSON, and gives back the words to show. Raises
        ModelAnswerUnusable when it has another form than Google's."""
        try:
            piece = _read(raw)
            candidate = piece.candidates[0] if piece.candidates else _Candidate()
            content = candidate.content or _Content()
            parts = [(_part.decode(part), part) for part in content.parts or ()]
        except (ValueError, RecursionError) as error:
            log.warning("gemini_answer_not_understood", error=type(error).__name__)
            raise ModelAnswerUnusable("Google's answer is not in its format.") from None
        self._note(piece, candidate)
        return "".join([self._add_part(part, whole) for part, whole in parts])

    def _note(self, piece: _Piece, candidate: _Candidate) -> None:
        if piece.usage_metadata:
            self.usage = piece.usage_metadata.as_usage()
        if piece.prompt_feedback and piece.prompt_feedback.block_reason:
            self.blocked = True
        if piece.model_status and piece.model_status.retirement_time:
            self.retirement_time = piece.model_status.retirement_time
        if candidate.finish_reason:
            self.finish_reason = candidate.finish_reason

    def _add_part(self, part: _Part, whole: msgspec.Raw) -> str:
        signature = {"thoughtSignature": part.thought_signature} if part.thought_signature else {}
        if part.function_call:
            self._add_call(part.function_call, signature)
        elif part.text is None or part.thought:
            # Words not for the visitor; kept when signed, for then Google wants them back.
            if signature:
                self.wire.append(cleaned(msgspec.json.decode(whole)))
        else:
            return self._add_text(cleaned(part.text), signature)
        return ""

    def _add_call(self, call: _Call, signature: dict[str, str]) -> None:
        if not call.name:
            raise ModelAnswerUnusable("The model called a tool without a name.")
        arguments = cleaned(call.args or {})
        own_id = {"id": call.id} if call.id else {}
        self.parts.append(ToolCall(call.id or LOCAL_ID + uuid4().hex, call.name, arguments))
        self.wire.append(
            {"functionCall": {**own_id, "name": call.name, "args": arguments}, **signature}
        )

    def _add_text(self, text: str, signature: dict[str, str]) -> str:
        last = self.parts[-1] if self.parts else None
        if isinstance(last, TextPart):
            self.parts[-1] = TextPart(last.text + text)
        elif text:
            self.parts.append(TextPart(text))
        if self.wire and not signature and self.wire[-1].keys() == {"text"}:
            self.wire[-1] = {"text": self.wire[-1]["text"] + text}
        elif text or signature:
            self.wire.append({"text": text, **signature})
        return text

    def finished(self, model: str) -> Finished:
        """The whole answer. Raises when its end says that it is none."""
        self._check_end()
        content = {"role": "model", "parts": self.wire}
        message = Message("assistant", tuple(self.parts), Wire(PROVIDER, model, content))
        reason: FinishReason = "stop"
        if message.calls:
            reason = "tool_calls"
        elif self.finish_reason == "MAX_TOKENS":
            reason = "length"
        return Finished(message, self.usage, reason)

    def _check_end(self) -> None:
        reason = self.finish_reason
        if self.blocked or reason in _REFUSALS:
            raise ModelRefused("The model's safety rules blocked this message or its answer.")
        if reason is None and not self.usable:
            raise ModelAnswerUnusable("The model gave an empty answer.")
        if reason is None:
            raise ModelUnavailable("The model's answer was cut off.")
        if reason in _FAILURES or not self.usable:
            raise ModelAnswerUnusable(f"The model's answer cannot be used ({reason[:40]}).")
        if reason not in _FINE:
            log.warning("gemini_finish_reason_unknown", reason=reason[:40])

    @property
    def usable(self) -> bool:
        return any(part.text.strip() if isinstance(part, TextPart) else True for part in self.parts)
