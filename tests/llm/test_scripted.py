"""The scripted model's own manners; what it shares with others is in test_model_contract."""

from __future__ import annotations

import pytest

from llm.messages import TextDelta
from llm.scripted import Calls, ScriptedModel, ScriptEnded
from tests.llm.asking import ask, calls_of, words_of


def test_replies_come_in_their_order():
    model = ScriptedModel("one", "two")

    assert [words_of(ask(model, "a")), words_of(ask(model, "b"))] == ["one", "two"]
    assert [request.messages[-1].text for request in model.requests] == ["a", "b"]


def test_a_script_answers_what_it_is_asked():
    model = ScriptedModel(script=lambda request: request.messages[-1].text.upper())

    assert words_of(ask(model, "hello")) == "HELLO"


def test_queued_replies_come_before_the_script():
    model = ScriptedModel("first", script=lambda request: "then")

    assert [words_of(ask(model, "a")), words_of(ask(model, "b"))] == ["first", "then"]


def test_more_requests_than_replies_fail_the_test_and_not_the_product():
    with pytest.raises(ScriptEnded, match="request 1"):
        ask(ScriptedModel(), "hello")


def test_several_calls_come_at_once():
    model = ScriptedModel(Calls((("a", {"x": 1}), ("b", {}))))

    assert calls_of(ask(model, "go")) == [("a", {"x": 1}), ("b", {})]


def test_the_pieces_lose_no_space():
    events = ask(ScriptedModel("  two\n words  "), "go")

    assert words_of(events) == "  two\n words  "
    assert sum(isinstance(event, TextDelta) for event in events) == 2
