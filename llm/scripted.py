"""A chat model that says what it was told to, for the tests of whatever stands on the port."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any

from core.errors import ParleyError
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
)
from llm.model import ModelAnswerUnusable


@dataclass(frozen=True)
class Says:
    """Words; then `fails` is raised, if given, as when a stream breaks off."""

    text: str
    fails: ParleyError | None = None
    cut_by_length: bool = False


@dataclass(frozen=True)
class Calls:
    """Tools to run, each a name and its arguments; words before them, if given."""

    named: tuple[tuple[str, Mapping[str, Any]], ...]
    text: str = ""

    @classmethod
    def to(cls, name: str, **arguments: Any) -> Calls:
        """A single call."""
        return cls(((name, arguments),))


@dataclass(frozen=True)
class Fails:
    """No answer but this error."""

    error: ParleyError


Reply = str | Says | Calls | Fails
Script = Callable[[ModelRequest], Reply]


class ScriptEnded(AssertionError):
    """More was asked than the script answers: the test, not the product, is wrong."""


class ScriptedModel:
    """Answers with the queued replies, or with what `script` makes of each request."""

    def __init__(self, *replies: Reply, script: Script | None = None, name: str = "fake") -> None:
        self.name = name
        self.requests: list[ModelRequest] = []
        self._replies = deque(replies)
        self._script = script
        self._calls_made = 0

    def will(self, *replies: Reply) -> None:
        """Queues more."""
        self._replies.extend(replies)

    def stream(self, request: ModelRequest, *, deadline_seconds: float) -> Generator[ModelEvent]:
        """As the port says, at once."""
        self.requests.append(request)
        match self._next(request):
            case str(text):
                yield from _say(Says(text), request)
            case Says() as says:
                yield from _say(says, request)
            case Calls(named, text):
                yield from self._call(named, text, request)
            case Fails(error):
                raise error

    def _next(self, request: ModelRequest) -> Reply:
        if self._replies:
            return self._replies.popleft()
        if self._script is None:
            raise ScriptEnded(f"no reply is left for request {len(self.requests)}")
        return self._script(request)

    def _call(
        self, named: tuple[tuple[str, Mapping[str, Any]], ...], text: str, request: ModelRequest
    ) -> Generator[ModelEvent]:
        calls = []
        for name, arguments in named:
            self._calls_made += 1
            calls.append(ToolCall(f"call-{self._calls_made}", name, arguments))
        if text:
            yield from _deltas(text)
        yield ToolCalls(tuple(calls))
        words: list[Part] = [TextPart(text)] if text else []
        yield _finished((*words, *calls), request, "tool_calls")


def _say(says: Says, request: ModelRequest) -> Generator[ModelEvent]:
    yield from _deltas(says.text)
    if says.fails is not None:
        raise says.fails
    if not says.text.strip():
        raise ModelAnswerUnusable("The model gave an empty answer.")
    reason: FinishReason = "length" if says.cut_by_length else "stop"
    yield _finished((TextPart(says.text),), request, reason)


def _deltas(text: str) -> Generator[ModelEvent]:
    for piece in re.findall(r"\s*\S+\s*", text):
        yield TextDelta(piece)


def _finished(parts: tuple[Part, ...], request: ModelRequest, reason: FinishReason) -> Finished:
    message = Message("assistant", parts)
    heard = sum(len(each.text) for each in request.messages) // 4 + 1
    return Finished(message, Usage(heard, len(message.text) // 4 + 1), reason)
