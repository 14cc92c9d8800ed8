"""Forty ways in which a model's answer is of no use: over real HTTP, none of them does anything.

A case is what Google sends and what must come of it: the code told back to the model for each
call, or the error the caller falls back on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from pydantic import AwareDatetime, BaseModel, EmailStr, Field

from core.errors import InvalidInput, ParleyError, SlotTaken
from llm.messages import Message, ModelRequest
from llm.model import ModelAnswerUnusable, ModelRefused, ModelUnavailable
from llm.toolbox import Tool, Toolbox
from tests.fakes import gemini_replies as replies
from tests.fakes.gemini_replies import Reply

NOW = datetime.fromisoformat("2026-11-21T12:00:00+00:00")
GOOD = {"slot_id": "slot_1", "starts_at": "2026-11-24T10:00:00+01:00", "email": "ann@example.com"}


class Booking(BaseModel):
    slot_id: str = Field(max_length=40)
    starts_at: AwareDatetime
    email: EmailStr
    minutes: int = Field(default=30, ge=15, le=60)


class Office:
    """Books into a list; refuses the past and a slot that is taken."""

    def __init__(self) -> None:
        self.booked: list[Booking] = []

    def book(self, booking: Booking) -> dict[str, Any]:
        if booking.starts_at < NOW:
            raise InvalidInput.of("starts_at", "is in the past")
        if booking.slot_id == "slot_taken":
            raise SlotTaken("That time was just taken.", {"alternatives": []})
        self.booked.append(booking)
        return {"booked": booking.slot_id}


def call(name: str = "book_meeting", **changes: Any) -> tuple[str, dict[str, Any]]:
    return name, {**GOOD, **changes}


def without(field: str) -> tuple[str, dict[str, Any]]:
    return "book_meeting", {key: value for key, value in GOOD.items() if key != field}


def nested(depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(depth):
        value = {"a": value}
    return value


def raw_call(json: bytes) -> Reply:
    head = b'data: {"candidates":[{"content":{"role":"model","parts":[{"functionCall":'
    signature = b',"thoughtSignature":"c2lnbmVk"'
    return replies.raw(head + json + signature + b'}]},"finishReason":"STOP"}]}\r\n\r\n')


W = "wrong_arguments"
CASES: list[tuple[str, Reply, list[str] | type[ParleyError]]] = [
    ("unknown tool", replies.calls(("drop_tables", {})), ["unknown_tool"]),
    ("a tool's name in other case", replies.calls(call("Book_Meeting")), ["unknown_tool"]),
    ("a dunder as a tool", replies.calls(("__class__", {})), ["unknown_tool"]),
    ("an empty name", replies.calls(("", {})), ModelAnswerUnusable),
    ("a name of 5,000 letters", replies.calls(("x" * 5000, {})), ["unknown_tool"]),
    ("no arguments", replies.calls(("book_meeting", {})), [W]),
    ("arguments left out", raw_call(b'{"name":"book_meeting"}'), [W]),
    ("arguments null", raw_call(b'{"name":"book_meeting","args":null}'), [W]),
    ("slot missing", replies.calls(without("slot_id")), [W]),
    ("time missing", replies.calls(without("starts_at")), [W]),
    ("e-mail missing", replies.calls(without("email")), [W]),
    ("an extra field", replies.calls(call(owner_id=1)), [W]),
    ("an extra field of ours", replies.calls(call(status="confirmed", id=7)), [W]),
    ("slot a number", replies.calls(call(slot_id=7)), [W]),
    ("slot a list", replies.calls(call(slot_id=["slot_1"])), [W]),
    ("slot null", replies.calls(call(slot_id=None)), [W]),
    ("slot too long", replies.calls(call(slot_id="s" * 41)), [W]),
    ("a time in words", replies.calls(call(starts_at="tomorrow at ten")), [W]),
    ("a time without a zone", replies.calls(call(starts_at="2026-11-24T10:00:00")), [W]),
    ("a 30th of February", replies.calls(call(starts_at="2027-02-30T10:00:00Z")), [W]),
    ("a time as an object", replies.calls(call(starts_at={"hour": 10})), [W]),
    ("no e-mail address", replies.calls(call(email="ann at example")), [W]),
    ("two e-mail addresses", replies.calls(call(email="a@example.com,b@example.com")), [W]),
    ("minutes in words", replies.calls(call(minutes="half an hour")), [W]),
    ("ten thousand minutes", replies.calls(call(minutes=10_000)), [W]),
    ("minus minutes", replies.calls(call(minutes=-30)), [W]),
    ("a serialiser's marker", replies.calls(call(email={"lc": 1, "id": ["os"]})), [W]),
    ("arguments of 100,000 letters", replies.calls(call(slot_id="s" * 100_000)), ["too_large"]),
    ("arguments 100 deep", replies.calls(("book_meeting", nested(100))), [W]),
    ("a time long past", replies.calls(call(starts_at="2020-01-01T10:00:00Z")), ["invalid_input"]),
    ("a slot that is gone", replies.calls(call(slot_id="slot_taken")), ["slot_taken"]),
    (
        "fifty calls at once",
        replies.calls(*(("drop_tables", {"n": n}) for n in range(50))),
        ["unknown_tool"] * 8 + ["too_many_calls"] * 42,
    ),
    ("a wrong call twice", replies.calls(without("email"), without("email")), [W, W]),
    ("a call that is a text", raw_call(b'"book_meeting"'), ModelAnswerUnusable),
    ("arguments that are a text", raw_call(b'{"name":"f","args":"{}"}'), ModelAnswerUnusable),
    ("a malformed call", replies.ended("MALFORMED_FUNCTION_CALL"), ModelAnswerUnusable),
    ("an unexpected call", replies.ended("UNEXPECTED_TOOL_CALL"), ModelAnswerUnusable),
    ("no candidate", replies.empty(), ModelAnswerUnusable),
    ("a safety stop", replies.ended("SAFETY"), ModelRefused),
    ("a call that is cut off", replies.calls(call()).then_cut(), ModelUnavailable),
]


def test_there_are_forty():
    assert len({name for name, _, _ in CASES}) == 40


@pytest.mark.parametrize(
    ("reply", "outcome"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_nothing_is_done_and_the_turn_goes_on(gemini, gemini_server, reply, outcome):
    office = Office()
    toolbox = Toolbox([Tool.of("book_meeting", "Books a slot.", Booking, office.book)])
    first = ModelRequest("", (Message.user("book me"),), toolbox.specs)
    gemini_server.will(reply)

    if not isinstance(outcome, list):
        with pytest.raises(outcome):
            list(gemini.stream(first, deadline_seconds=5))
    else:
        called = list(gemini.stream(first, deadline_seconds=5))[-1].message
        results = toolbox.run_step(called.calls)
        told = [result.response["error"]["code"] for result in results]
        said = (*first.messages, called, Message.tool(results))
        follow_up = ModelRequest("", said, toolbox.specs)
        gemini_server.signatures.give(b"signed", gemini.model)  # the one in `raw_call`
        gemini_server.will(replies.text("Which time suits you?"))

        assert told == outcome
        assert list(gemini.stream(follow_up, deadline_seconds=5))[-1].message.text
    assert office.booked == []


def test_a_good_call_does_what_it_says_so_the_forty_mean_something(gemini, gemini_server):
    office = Office()
    toolbox = Toolbox([Tool.of("book_meeting", "Books a slot.", Booking, office.book)])
    gemini_server.will(replies.calls(call(), call()))
    request = ModelRequest("", (Message.user("book me"),), toolbox.specs)

    called = list(gemini.stream(request, deadline_seconds=5))[-1].message
    results = toolbox.run_step(called.calls)

    assert [result.response for result in results] == [{"booked": "slot_1"}] * 2
    assert len(office.booked) == 1
