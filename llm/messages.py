"""What is said to and by a chat model, as pure values: no ids, no storage, comparable by ==."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec

Role = Literal["user", "assistant", "tool"]
FinishReason = Literal["stop", "tool_calls", "length"]


@dataclass(frozen=True)
class TextPart:
    """Words."""

    text: str


@dataclass(frozen=True)
class ToolCall:
    """The model wants a tool run; `id` ties its result to it."""

    id: str
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class ToolResult:
    """What a tool gave back, as data."""

    call_id: str
    name: str
    response: Mapping[str, Any]


Part = TextPart | ToolCall | ToolResult

_PARTS_OF: dict[str, tuple[type, ...]] = {
    "user": (TextPart,),
    "assistant": (TextPart, ToolCall),
    "tool": (ToolResult,),
}


@dataclass(frozen=True)
class Wire:
    """A model's message in its provider's own JSON, to be sent back verbatim.

    Signatures in it are valid for that provider and model only; an adapter that finds another name
    here builds the message from its parts instead.
    """

    provider: str
    model: str
    content: Mapping[str, Any]


@dataclass(frozen=True)
class Message:
    """One message of a conversation with a model; only the assistant calls, only tools result."""

    role: Role
    parts: tuple[Part, ...]
    wire: Wire | None = None

    def __post_init__(self) -> None:
        if not all(isinstance(part, _PARTS_OF[self.role]) for part in self.parts):
            raise ValueError(f"a part that no {self.role} message has")

    @classmethod
    def user(cls, text: str) -> Message:
        return cls("user", (TextPart(text),))

    @classmethod
    def assistant(cls, text: str) -> Message:
        return cls("assistant", (TextPart(text),))

    @classmethod
    def tool(cls, results: Sequence[ToolResult]) -> Message:
        """The results of all calls of one step, in one message."""
        return cls("tool", tuple(results))

    @property
    def text(self) -> str:
        """Its words, without calls and results."""
        return "".join(part.text for part in self.parts if isinstance(part, TextPart))

    @property
    def calls(self) -> tuple[ToolCall, ...]:
        return tuple(part for part in self.parts if isinstance(part, ToolCall))

    @property
    def results(self) -> tuple[ToolResult, ...]:
        return tuple(part for part in self.parts if isinstance(part, ToolResult))


@dataclass(frozen=True)
class Usage:
    """What an answer cost, in tokens; thoughts are counted apart from the output."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    thought_tokens: int = 0

    @property
    def total_tokens(self) -> int:
        return self.input_tokens + self.output_tokens + self.thought_tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            self.thought_tokens + other.thought_tokens,
        )


@dataclass(frozen=True)
class ToolSpec:
    """A tool as the model sees it; `parameters` is a JSON schema of type object."""

    name: str
    description: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class ModelRequest:
    """All a model is given for one answer; `messages` ends with a user or a tool message."""

    instruction: str
    messages: tuple[Message, ...]
    tools: tuple[ToolSpec, ...] = ()
    max_output_tokens: int = 2048  # thoughts count against it
    response_schema: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if not self.messages or self.messages[-1].role == "assistant":
            raise ValueError("a request ends with a user's or a tool's message")


@dataclass(frozen=True)
class TextDelta:
    """The next few words of the answer."""

    text: str


@dataclass(frozen=True)
class ToolCalls:
    """The tools the model wants run before it goes on."""

    calls: tuple[ToolCall, ...]


@dataclass(frozen=True)
class Finished:
    """The end of an answer: the whole message, to be kept, and what it cost."""

    message: Message
    usage: Usage
    finish_reason: FinishReason


ModelEvent = TextDelta | ToolCalls | Finished


def trimmed(messages: Sequence[Message], max_turns: int) -> tuple[Message, ...]:
    """The last `max_turns` user turns, starting with a user's message, every call with its results.

    User messages in a row are one turn (a burst). A call whose results are missing, or a result
    whose call is, is left out: providers refuse the whole request because of one.
    """
    starts = [
        index
        for index, message in enumerate(messages)
        if message.role == "user" and (index == 0 or messages[index - 1].role != "user")
    ]
    if not starts or max_turns < 1:
        return ()
    return tuple(_paired(messages[starts[-max_turns:][0] :]))


def _paired(messages: Sequence[Message]) -> Iterator[Message]:
    """The messages without half pairs; the results of one step are joined in one message."""
    index = 0
    while index < len(messages):
        message = messages[index]
        index += 1
        if message.role == "tool":
            continue  # results belonging to a call are taken with it, below
        if not message.calls:
            yield message
            continue
        results: list[ToolResult] = []
        while index < len(messages) and messages[index].role == "tool":
            results.extend(messages[index].results)
            index += 1
        yield from _step(message, results)


def _step(message: Message, results: Sequence[ToolResult]) -> Iterator[Message]:
    """A message with calls and its results, or its words alone when they do not match."""
    wanted = sorted(call.id for call in message.calls)
    if wanted == sorted(result.call_id for result in results):
        yield message
        yield Message.tool(results)
    elif message.text:
        words = tuple(part for part in message.parts if isinstance(part, TextPart))
        yield replace(message, parts=words, wire=None)


class NotMessages(ValueError):
    """The text is no JSON of messages as `to_json` writes it."""


class _TextJson(msgspec.Struct, tag="text", forbid_unknown_fields=True):
    text: str


class _CallJson(msgspec.Struct, tag="call", forbid_unknown_fields=True):
    id: str
    name: str
    arguments: dict[str, Any]


class _ResultJson(msgspec.Struct, tag="result", forbid_unknown_fields=True):
    call_id: str
    name: str
    response: dict[str, Any]


class _WireJson(msgspec.Struct, forbid_unknown_fields=True):
    provider: str
    model: str
    content: dict[str, Any]


class _MessageJson(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    role: Role
    parts: list[_TextJson | _CallJson | _ResultJson]
    wire: _WireJson | None = None


_decoder = msgspec.json.Decoder(list[_MessageJson])
_encoder = msgspec.json.Encoder()


def to_json(messages: Sequence[Message]) -> str:
    """The messages as one JSON list, for `from_json` to read back equal."""
    return _encoder.encode([_message_as_json(message) for message in messages]).decode()


def from_json(text: str | bytes) -> tuple[Message, ...]:
    """The messages of that JSON. Raises NotMessages for anything `to_json` would not write.

    Builds values of this module only: whatever else the text claims to be stays data or is refused.
    """
    try:
        return tuple(_message_of_json(item) for item in _decoder.decode(text))
    except (ValueError, RecursionError) as error:
        raise NotMessages("this is no JSON of messages") from error


def _message_as_json(message: Message) -> _MessageJson:
    wire = message.wire
    return _MessageJson(
        message.role,
        [_part_as_json(part) for part in message.parts],
        _WireJson(wire.provider, wire.model, dict(wire.content)) if wire else None,
    )


def _part_as_json(part: Part) -> _TextJson | _CallJson | _ResultJson:
    match part:
        case TextPart(text):
            return _TextJson(text)
        case ToolCall(id, name, arguments):
            return _CallJson(id, name, dict(arguments))
        case ToolResult(call_id, name, response):
            return _ResultJson(call_id, name, dict(response))


def _message_of_json(item: _MessageJson) -> Message:
    wire = Wire(item.wire.provider, item.wire.model, item.wire.content) if item.wire else None
    return Message(item.role, tuple(_part_of_json(part) for part in item.parts), wire)


def _part_of_json(part: _TextJson | _CallJson | _ResultJson) -> Part:
    match part:
        case _TextJson():
            return TextPart(part.text)
        case _CallJson():
            return ToolCall(part.id, part.name, part.arguments)
        case _ResultJson():
            return ToolResult(part.call_id, part.name, part.response)
