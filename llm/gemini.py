"""Google's Gemini behind the port: the only importer of google.genai.

The whole request goes through the SDK's public `extra_body` as JSON: given typed history, the SDK
validates every old message again at every call, at five times the cost of the call itself.
"""

from __future__ import annotations

import base64
import os
import threading
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast
from uuid import uuid4

import structlog

from core.clock import Clock, SystemClock
from core.errors import ParleyError
from llm.exchange import Exchange
from llm.gemini_wire import LOCAL_ID, PROVIDER, cleaned, error_of, explanation_of, request_body
from llm.messages import (
    Finished,
    FinishReason,
    Message,
    ModelEvent,
    ModelRequest,
    Part,
    TextDelta,
    TextPart,
    ToolCall,
    ToolCalls,
    Usage,
    Wire,
)
from llm.model import ModelAnswerUnusable, ModelRefused, ModelUnavailable

if TYPE_CHECKING:
    from google.genai import Client, types

log = structlog.get_logger(__name__)

ThinkingLevel = Literal["MINIMAL", "LOW", "MEDIUM", "HIGH"]

# Google refuses a server deadline under ten seconds with 400; ours is kept by http_deadline.
_MIN_SERVER_DEADLINE_SECONDS = 10.0

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


class GeminiModel:
    """A Gemini model. Make one per process or share one before forking: both are right.

    Nothing is imported, opened or connected before `warm_up` or the first call.
    """

    name = PROVIDER

    def __init__(
        self,
        api_key: str,
        model: str,
        *,
        base_url: str | None = None,
        read_timeout_seconds: float = 15.0,
        thinking_level: ThinkingLevel | None = "LOW",
        clock: Clock | None = None,
    ) -> None:
        self.model = model
        self._api_key = api_key
        self._base_url = base_url or "https://generativelanguage.googleapis.com/"
        self._read_timeout_seconds = read_timeout_seconds
        self._thinking_level = thinking_level
        self._clock = clock or SystemClock()
        self._sdk: _Sdk | None = None
        self._making = threading.Lock()
        self._retirement_logged = False

    def warm_up(self) -> None:
        """Imports the SDK and makes the client now, so that no visitor waits for it."""
        self._ready()

    def close(self) -> None:
        """Closes the idle connections; a later call opens new ones."""
        sdk, self._sdk = self._sdk, None
        if sdk is not None:
            sdk.close()

    def stream(self, request: ModelRequest, *, deadline_seconds: float) -> Generator[ModelEvent]:
        """As the port says; text that belongs to the model's thoughts is left out."""
        sdk = self._ready()
        body = request_body(request, self.model, self._thinking_level)
        answer = _Answer()
        exchange = Exchange(
            self._clock, seconds=deadline_seconds, read_timeout_seconds=self._read_timeout_seconds
        )
        for chunk in sdk.chunks(exchange, self.model, body):
            self._look_at_status(chunk)
            text = answer.add(chunk)
            if text:
                yield TextDelta(text)
        finished = answer.finished(self.model)
        if finished.message.calls:
            yield ToolCalls(finished.message.calls)
        yield finished

    def _ready(self) -> _Sdk:
        sdk = self._sdk
        if sdk is None or sdk.process_id != os.getpid():
            with self._making:
                sdk = self._sdk
                if sdk is None or sdk.process_id != os.getpid():
                    sdk = self._sdk = _Sdk(self._api_key, self.model, self._base_url)
        return sdk

    def _look_at_status(self, chunk: types.GenerateContentResponse) -> None:
        status = chunk.model_status
        if status and status.retirement_time and not self._retirement_logged:
            self._retirement_logged = True
            log.warning(
                "model_will_be_retired",
                model=self.model,
                retirement_time=status.retirement_time.isoformat(),
            )


class _Sdk:
    """The SDK and one client of this process, kept referenced: a collected client closes itself."""

    def __init__(self, api_key: str, model: str, base_url: str) -> None:
        # Imported here, not at the top: 1.4 s and 72 MB, which a start without Gemini, the tests
        # and the processes that never call a model are spared; and it must come after the fork.
        import httpx2
        from google.genai import Client, errors, types

        from llm.http_client import new_client

        self.process_id = os.getpid()
        self._types = types
        self._network_error = httpx2.HTTPError
        self._api_error = errors.APIError
        self._http = new_client(base_url)
        self._client: Client = Client(
            api_key=api_key,
            enterprise=False,
            http_options=types.HttpOptions(
                base_url=base_url,
                api_version="v1beta" if model.endswith("-latest") else "v1",
                httpx_client=self._http,
            ),
        )
        self._config = types.GenerateContentConfig(
            automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
            automatic_continuation=False,
        )
        # The SDK wants contents; those of `extra_body` take their place.
        self._placeholder = types.Content(role="user", parts=[types.Part(text="-")])

    def close(self) -> None:
        self._http.close()

    def chunks(
        self, exchange: Exchange, model: str, body: dict[str, Any]
    ) -> Generator[types.GenerateContentResponse]:
        """The pieces of the answer; every failure of the SDK or the network as an error of ours."""
        with closing(self._begin(exchange, model, body)) as stream:
            steps = exchange.steps(stream)
            while True:
                try:
                    chunk = next(steps, None)
                except self._api_error as error:
                    raise _refused(error) from None  # it quotes the whole answer
                except self._network_error as error:
                    raise _unreachable(exchange) from error
                except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
                    # What the SDK raises on JSON of a shape that it does not expect.
                    raise _not_understood(error) from None
                if chunk is None:
                    return
                yield chunk

    def _begin(
        self, exchange: Exchange, model: str, body: dict[str, Any]
    ) -> Generator[types.GenerateContentResponse]:
        seconds = max(exchange.seconds_left(), _MIN_SERVER_DEADLINE_SECONDS)
        options = self._types.HttpOptions(extra_body=body, timeout=int(seconds * 1000))
        stream = self._client.models.generate_content_stream(
            model=model,
            contents=self._placeholder,
            config=self._config.model_copy(update={"http_options": options}),
        )
        return cast("Generator[types.GenerateContentResponse]", stream)


def _refused(error: Any) -> ParleyError:
    """Our error for an error answer; Google's own words go to the log only."""
    ours = error_of(error.code, error.details, getattr(error.response, "headers", None) or {})
    log.warning(
        "gemini_answered_an_error",
        status=error.code,
        becomes=type(ours).__name__,
        explanation=explanation_of(error.details),
    )
    return ours


def _not_understood(error: Exception) -> ModelAnswerUnusable:
    log.warning("gemini_answer_not_understood", error=type(error).__name__)
    return ModelAnswerUnusable("Google's answer is not in its format.")


def _unreachable(exchange: Exchange) -> ModelUnavailable:
    if exchange.seconds_left() <= 0:
        return ModelUnavailable("The model did not finish in time.")
    return ModelUnavailable("The connection to Google failed or was cut.")


@dataclass
class _Answer:
    """An answer put together from its pieces: for us, and as Google wants to see it again."""

    parts: list[Part] = field(default_factory=list)
    wire: list[dict[str, Any]] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    finish_reason: str | None = None
    blocked: bool = False

    def add(self, chunk: types.GenerateContentResponse) -> str:
        """Takes a piece in and gives back the words to show."""
        if chunk.usage_metadata:
            self.usage = _usage(chunk.usage_metadata)
        if chunk.prompt_feedback and chunk.prompt_feedback.block_reason:
            self.blocked = True
        if not chunk.candidates:
            return ""
        candidate = chunk.candidates[0]
        if candidate.finish_reason:
            self.finish_reason = str(candidate.finish_reason.value)
        content = candidate.content
        return "".join([self._add_part(part) for part in content and content.parts or ()])

    def _add_part(self, part: types.Part) -> str:
        signature = _signature(part)
        if part.function_call:
            self._add_call(part.function_call, signature)
        elif part.text is None or part.thought:
            # Words not for the visitor; kept when signed, for then Google wants them back.
            if signature:
                self.wire.append(
                    part.model_dump(mode="json", by_alias=True, exclude_none=True) | signature
                )
        else:
            return self._add_text(cleaned(part.text), signature)
        return ""

    def _add_call(self, call: types.FunctionCall, signature: dict[str, str]) -> None:
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


def _signature(part: types.Part) -> dict[str, str]:
    if not part.thought_signature:
        return {}
    return {"thoughtSignature": base64.b64encode(part.thought_signature).decode()}


def _usage(counts: types.GenerateContentResponseUsageMetadata) -> Usage:
    return Usage(
        input_tokens=(counts.prompt_token_count or 0) + (counts.tool_use_prompt_token_count or 0),
        output_tokens=counts.candidates_token_count or 0,
        cached_tokens=counts.cached_content_token_count or 0,
        thought_tokens=counts.thoughts_token_count or 0,
    )
