"""How the tests ask a model."""

from __future__ import annotations

from llm.messages import (
    Finished,
    Message,
    ModelEvent,
    ModelRequest,
    TextDelta,
    ToolCalls,
    ToolResult,
    ToolSpec,
)
from llm.model import ChatModel

DAY = {"type": "object", "properties": {"day": {"type": "string"}}, "required": ["day"]}
FIND_SLOTS = ToolSpec("find_slots", "Free times on a day.", DAY)
BOOK = ToolSpec("book_meeting", "Books a slot.", {"type": "object", "properties": {}})


def request_of(*messages: Message | str, instruction: str = "Be kind.") -> ModelRequest:
    """A request with two tools; a string is a user's message."""
    said = tuple(Message.user(item) if isinstance(item, str) else item for item in messages)
    return ModelRequest(instruction, said, (FIND_SLOTS, BOOK))


def ask(model: ChatModel, *messages: Message | str, seconds: float = 5.0) -> list[ModelEvent]:
    """All events of the answer."""
    return list(model.stream(request_of(*messages), deadline_seconds=seconds))


def words_of(events: list[ModelEvent]) -> str:
    """What a visitor would see."""
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def calls_of(events: list[ModelEvent]) -> list[tuple[str, dict[str, object]]]:
    return [
        (call.name, dict(call.arguments))
        for event in events
        if isinstance(event, ToolCalls)
        for call in event.calls
    ]


def end_of(events: list[ModelEvent]) -> Finished:
    assert isinstance(events[-1], Finished)
    return events[-1]


def results_for(message: Message, **response: object) -> Message:
    """The tools' message that answers all calls of `message`."""
    return Message.tool([ToolResult(call.id, call.name, response) for call in message.calls])
