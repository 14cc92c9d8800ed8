"""Google's Gemini behind the port: the only importer of google.genai.

Requests and answers are Gemini's JSON, built and read by `gemini_wire` and `gemini_answer`. The SDK
carries them with the method that its own `generate_content_stream` is made of. That method keeps
the key, the address, the deadline's header and the errors; left out is only the turning of JSON
into the SDK's types and back, which costs several times the exchange itself.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, Literal

import structlog

from core.clock import Clock, SystemClock
from core.errors import ParleyError
from llm.exchange import Exchange
from llm.gemini_answer import Answer
from llm.gemini_wire import PROVIDER, error_of, explanation_of, request_body
from llm.messages import ModelEvent, ModelRequest, TextDelta, ToolCalls
from llm.model import ModelAnswerUnusable, ModelUnavailable

if TYPE_CHECKING:
    from google.genai import Client

log = structlog.get_logger(__name__)

ThinkingLevel = Literal["MINIMAL", "LOW", "MEDIUM", "HIGH"]

# Google refuses a server deadline under ten seconds with 400; ours is kept by http_deadline.
_MIN_SERVER_DEADLINE_SECONDS = 10.0


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
        answer = Answer()
        exchange = Exchange(
            self._clock, seconds=deadline_seconds, read_timeout_seconds=self._read_timeout_seconds
        )
        for raw in sdk.chunks(exchange, self.model, body):
            text = answer.add(raw)
            if text:
                yield TextDelta(text)
        self._look_at(answer.retirement_time)
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

    def _look_at(self, retirement_time: str | None) -> None:
        if retirement_time and not self._retirement_logged:
            self._retirement_logged = True
            log.warning(
                "model_will_be_retired", model=self.model, retirement_time=retirement_time[:40]
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

    def close(self) -> None:
        self._http.close()

    def chunks(self, exchange: Exchange, model: str, body: dict[str, Any]) -> Iterator[str]:
        """The answer's pieces as JSON; every failure of the SDK or the network an error of ours."""
        steps = exchange.steps(self._begin(exchange, model, body))
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
            yield chunk.body or ""

    def _begin(self, exchange: Exchange, model: str, body: dict[str, Any]) -> Iterator[Any]:
        seconds = max(exchange.seconds_left(), _MIN_SERVER_DEADLINE_SECONDS)
        # No public method takes and gives JSON; docs/decisions.md says what is relied on here.
        return self._client._api_client.request_streamed(
            "post",
            f"models/{model}:streamGenerateContent?alt=sse",
            body,
            self._types.HttpOptions(timeout=int(seconds * 1000)),
        )


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
