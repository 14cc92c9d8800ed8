"""The port to a chat model, and what can go wrong with one.

The tree; every message is for the person who operates the service, never for the visitor, and
never holds what the provider sent:

* Unavailable
  x ModelUnavailable      does not answer in time, is overloaded, or our own guard keeps us away
* UpstreamFailed
  x ModelRefused          answered that it will not (a safety block)
  x ModelAnswerUnusable   answered nothing that can be used: empty, cut off, a malformed call
  x ModelMisconfigured    will never answer until a setting is changed: bad key, unknown model
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Protocol

from core.errors import Unavailable, UpstreamFailed
from llm.messages import Finished, ModelEvent, ModelRequest


class ModelUnavailable(Unavailable):
    """No answer in time. `retry_after` is the provider's own wish; None: it did not say."""


class ModelRefused(UpstreamFailed):
    """The provider blocked the prompt or the answer; asking again brings the same."""


class ModelAnswerUnusable(UpstreamFailed):
    """It answered, and nothing in the answer can be shown or run."""


class ModelMisconfigured(UpstreamFailed):
    """A setting of ours is wrong; the message says which."""


class ChatModel(Protocol):
    """A model that carries a conversation on."""

    @property
    def name(self) -> str:
        """Who writes the words, as the API tells callers: `gemini`, `openai`, `scripted`, …"""

    def stream(self, request: ModelRequest, *, deadline_seconds: float) -> Generator[ModelEvent]:
        """The answer as it comes: text deltas, at most one ToolCalls, then exactly one Finished.

        Ends within `deadline_seconds`, or raises ModelUnavailable; closing the generator lets go of
        the connection. Raises ModelUnavailable, ModelRefused, ModelAnswerUnusable or
        ModelMisconfigured, also after some text was given.
        """


def complete(model: ChatModel, request: ModelRequest, *, deadline_seconds: float) -> Finished:
    """The whole answer at once, for callers that show nothing before its end."""
    for event in model.stream(request, deadline_seconds=deadline_seconds):
        if isinstance(event, Finished):
            return event
    raise ModelAnswerUnusable("The model's answer had no end.")
