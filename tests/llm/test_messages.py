"""Messages: what they may hold, how history is cut, and the JSON they are kept as."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llm.messages import (
    Message,
    ModelRequest,
    NotMessages,
    TextPart,
    ToolCall,
    ToolResult,
    Usage,
    Wire,
    from_json,
    to_json,
    trimmed,
)

U, A = Message.user("hello"), Message.assistant("welcome")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | texts
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(texts, json_values, max_size=4)
calls = st.builds(ToolCall, texts, texts, objects)
results = st.builds(ToolResult, texts, texts, objects)
wires = st.none() | st.builds(Wire, texts, texts, objects)
words = st.builds(TextPart, texts)
messages = st.one_of(
    st.builds(Message, st.just("user"), st.lists(words, max_size=2).map(tuple)),
    st.builds(Message, st.just("assistant"), st.lists(words | calls, max_size=4).map(tuple), wires),
    st.builds(Message, st.just("tool"), st.lists(results, max_size=3).map(tuple)),
)
histories = st.lists(messages, max_size=12)


def called(*ids: str, text: str = "") -> Message:
    said = (TextPart(text),) if text else ()
    return Message("assistant", (*said, *(ToolCall(id, "f", {}) for id in ids)))


def answered(*ids: str) -> Message:
    return Message.tool([ToolResult(id, "f", {"ok": True}) for id in ids])


@given(histories)
def test_messages_come_back_from_json_as_they_were(history):
    assert from_json(to_json(history)) == tuple(history)


@given(histories)
def test_the_json_is_a_list_of_plain_objects(history):
    assert [item["role"] for item in json.loads(to_json(history))] == [m.role for m in history]


@pytest.mark.parametrize(
    "hostile",
    [
        '{"lc": 1, "type": "constructor", "id": ["os", "system"], "kwargs": {}}',
        '[{"lc": 1, "type": "constructor", "id": ["os", "system"], "kwargs": {}}]',
        '[{"__class__": "Message", "role": "user", "parts": []}]',
        '[{"role": "user", "parts": [], "py/object": "os.system"}]',
        '[{"role": "user", "parts": [{"type": "text", "text": "x", "__reduce__": "y"}]}]',
        '[{"role": "system", "parts": []}]',
        '[{"role": "user", "parts": [{"type": "text", "text": 5}]}]',
        '[{"role": "user", "parts": [{"type": "call", "id": "1", "name": "f", "arguments": {}}]}]',
        '[{"role": "tool", "parts": [{"type": "text", "text": "x"}]}]',
        '[{"role": "assistant", "parts": [], "wire": "gemini"}]',
        "[" * 100_000,
        '[{"role":"assistant","parts":[],"wire":{"provider":"","model":"","content":'
        + '{"a":' * 100_000,
        '"text"',
        "",
        b"\xff\xfe",
        pickle.dumps([U]),
    ],
)
def test_what_is_no_json_of_messages_is_refused(hostile):
    with pytest.raises(NotMessages):
        from_json(hostile)


@given(st.binary(max_size=60))
def test_bytes_from_elsewhere_are_refused_or_read_as_messages_and_nothing_else(data):
    try:
        read = from_json(data)
    except NotMessages:
        return

    assert all(isinstance(message, Message) for message in read)


@pytest.mark.parametrize("marker", [{"lc": 1, "id": ["os"]}, {"__class__": "os.system"}])
def test_a_marker_of_some_serialiser_inside_arguments_stays_data(marker):
    history = (U, Message("assistant", (ToolCall("1", "f", marker),)))

    assert from_json(to_json(history))[1].calls[0].arguments == marker


def test_a_marker_typed_by_a_visitor_stays_text():
    typed = '{"lc":1,"__class__":"os.system"}'

    assert from_json(to_json([Message.user(typed)])) == (Message.user(typed),)


def test_only_the_assistant_calls_and_only_tools_result():
    with pytest.raises(ValueError, match="no user message"):
        Message("user", (ToolCall("1", "f", {}),))
    with pytest.raises(ValueError, match="no assistant message"):
        Message("assistant", (ToolResult("1", "f", {}),))


def test_a_request_never_ends_with_the_models_own_words():
    with pytest.raises(ValueError, match="ends with"):
        ModelRequest("", (U, A))
    with pytest.raises(ValueError, match="ends with"):
        ModelRequest("", ())


def test_a_message_tells_its_words_calls_and_results_apart():
    message = Message("assistant", (TextPart("a"), ToolCall("1", "f", {}), TextPart("b")))

    assert (message.text, len(message.calls), message.results) == ("ab", 1, ())


def test_usage_adds_up_with_thoughts_counted_in_the_total():
    both = Usage(10, 5, 8, 2) + Usage(1, 1, 0, 1)

    assert (both, both.total_tokens) == (Usage(11, 6, 8, 3), 20)


def test_the_last_turns_are_kept():
    history = (U, A, Message.user("second"), A, Message.user("third"))

    assert trimmed(history, 2) == history[2:]


def test_a_burst_of_user_messages_is_one_turn():
    history = (U, A, Message.user("one"), Message.user("two"), A, Message.user("three"))

    assert trimmed(history, 2) == history[2:]


def test_what_stands_before_the_first_user_message_is_left_out():
    assert trimmed((A, answered("1"), U), 5) == (U,)


def test_a_call_and_its_results_stay_together():
    history = (U, called("1", "2"), answered("2", "1"), A, Message.user("next"))

    assert trimmed(history, 5) == history


def test_results_in_several_messages_are_joined_in_one():
    history = (U, called("1", "2"), answered("1"), answered("2"), U)

    assert trimmed(history, 5) == (U, called("1", "2"), answered("1", "2"), U)


@pytest.mark.parametrize(
    "results", [(), (answered("1"),), (answered("1", "2", "3"),), (answered("1", "9"),)]
)
def test_a_call_without_all_its_results_is_left_out_with_them(results):
    assert trimmed((U, called("1", "2"), *results, U), 5) == (U, U)


def test_the_words_beside_a_call_that_got_no_result_stay_without_its_wire_form():
    wire = Wire("gemini", "m", {"parts": ["signed"]})
    message = Message("assistant", called("1", text="One moment.").parts, wire)

    assert trimmed((U, message, U), 5) == (U, A.assistant("One moment."), U)


def test_no_turns_are_no_messages():
    assert trimmed((U, A), 0) == trimmed((A,), 5) == trimmed((), 5) == ()


@given(histories, st.integers(1, 6))
def test_trimmed_history_starts_with_a_user_and_pairs_every_call_with_its_result(history, turns):
    kept = trimmed(history, turns)

    assert not kept or kept[0].role == "user"
    for before, message in zip((None, *kept), kept, strict=False):
        called_for = sorted(call.id for call in before.calls) if before else []
        assert sorted(result.call_id for result in message.results) == called_for
        assert message.role != "tool" or called_for
    assert not kept or not kept[-1].calls


@given(histories, st.integers(1, 6))
def test_trimming_keeps_at_most_the_turns_asked_for_and_loses_no_word_of_them(history, turns):
    kept = trimmed(history, turns)
    roles = [message.role for message in kept]
    begun = sum(
        role == "user" and (index == 0 or roles[index - 1] != "user")
        for index, role in enumerate(roles)
    )

    assert begun <= turns
    assert trimmed(kept, turns) == kept
    spoken = [m.text for m in history if m.role != "tool" and m.text]
    said = [m.text for m in kept if m.text]
    assert spoken[len(spoken) - len(said) :] == said
