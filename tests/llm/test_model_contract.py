"""What every chat model promises: the same tests on the scripted one and on Gemini over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from core.clock import SystemClock
from llm.messages import Finished, Message, TextDelta, ToolCalls
from llm.model import (
    ChatModel,
    ModelAnswerUnusable,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    complete,
)
from llm.resilient import ResilientModel
from llm.scripted import Calls, Fails, Says, ScriptedModel
from tests.fakes import gemini_replies as replies
from tests.fakes.gemini_server import GeminiServer
from tests.llm.asking import ask, calls_of, end_of, request_of, results_for, words_of


@dataclass(frozen=True)
class World:
    """A model, and how to tell it what to answer."""

    model: ChatModel
    say: Callable[[str], None]
    call: Callable[[str, dict[str, object]], None]
    cut_by_length: Callable[[str], None]
    break_off: Callable[[str], None]
    fail: Callable[[type[Exception]], None]
    asked: Callable[[], int]


def scripted_world() -> World:
    model = ScriptedModel()
    return World(
        model,
        say=model.will,
        call=lambda name, arguments: model.will(Calls(((name, arguments),), text="One moment. ")),
        cut_by_length=lambda text: model.will(Says(text, cut_by_length=True)),
        break_off=lambda text: model.will(Says(text, fails=ModelUnavailable("cut"))),
        fail=lambda kind: model.will(Fails(kind("as told"))),
        asked=lambda: len(model.requests),
    )


def gemini_world(model: ChatModel, server: GeminiServer) -> World:
    failures = {
        ModelUnavailable: replies.error(503),
        ModelRefused: replies.blocked(),
        ModelAnswerUnusable: replies.empty(),
        ModelMisconfigured: replies.error(404),
    }
    return World(
        model,
        say=lambda text: server.will(
            replies.text(*text.split(" ", 1)) if text else replies.text("")
        ),
        call=lambda name, args: server.will(replies.calls((name, args), words="One moment. ")),
        cut_by_length=lambda text: server.will(replies.text(text, finish="MAX_TOKENS")),
        break_off=lambda text: server.will(replies.text(text, "more").then_cut()),
        fail=lambda kind: server.will(failures[kind]),
        asked=lambda: len(server.journal),
    )


@pytest.fixture(params=["scripted", "gemini", "scripted, resilient", "gemini, resilient"])
def world(request: pytest.FixtureRequest) -> World:
    kind = request.param
    if kind.startswith("scripted"):
        made = scripted_world()
    else:
        server = request.getfixturevalue("gemini_server")
        made = gemini_world(request.getfixturevalue("gemini"), server)
    if "resilient" not in kind:
        return made
    guarded = ResilientModel(made.model, SystemClock(), lambda seconds: None, lambda: 0.0)
    return World(**{**vars(made), "model": guarded})


def test_words_come_in_pieces_and_make_up_the_message(world):
    world.say("Good morning to you")

    events = ask(world.model, "hello")

    assert words_of(events).replace(" ", "") == "Goodmorningtoyou"
    assert len([event for event in events if isinstance(event, TextDelta)]) > 1
    assert end_of(events).message.text == words_of(events)
    assert end_of(events).finish_reason == "stop"


def test_the_end_comes_once_and_last(world):
    world.say("Good morning")

    events = ask(world.model, "hello")

    assert [isinstance(event, Finished) for event in events] == [False] * (len(events) - 1) + [True]


def test_a_call_comes_after_the_words_and_before_the_end(world):
    world.call("find_slots", {"day": "2026-11-24"})

    *words, called, end = ask(world.model, "any time tomorrow?")

    assert words_of(words) == "One moment. "
    assert isinstance(called, ToolCalls)
    assert calls_of([called]) == [("find_slots", {"day": "2026-11-24"})]
    assert end.message.calls == called.calls
    assert end.finish_reason == "tool_calls"


def test_the_conversation_goes_on_after_the_results(world):
    world.call("find_slots", {"day": "2026-11-24"})
    asked = end_of(ask(world.model, "any time?")).message
    world.say("Ten is free.")

    events = ask(world.model, "any time?", asked, results_for(asked, slots=["10:00"]))

    assert words_of(events).replace(" ", "") == "Tenisfree."


def test_every_call_has_an_id_of_its_own(world):
    for _ in range(3):
        world.call("find_slots", {"day": "2026-11-24"})

    ids = [end_of(ask(world.model, "again")).message.calls[0].id for _ in range(3)]

    assert len(set(ids)) == 3


def test_what_it_costs_is_told(world):
    world.say("Good morning")

    usage = end_of(ask(world.model, "hello there, how are you?")).usage

    assert usage.input_tokens > 0
    assert usage.output_tokens > 0


def test_an_answer_cut_by_its_length_says_so(world):
    world.cut_by_length("And so on and so")

    assert end_of(ask(world.model, "hello")).finish_reason == "length"


def test_a_stream_that_breaks_off_is_an_error_after_its_words(world):
    world.break_off("Good morn")
    seen = []

    with pytest.raises(ModelUnavailable):
        for event in world.model.stream(request_of("hello"), deadline_seconds=5):
            seen.append(event)

    assert words_of(seen).startswith("Good morn")
    assert not any(isinstance(event, Finished) for event in seen)
    assert world.asked() == 1


def test_an_answer_without_a_word_or_a_call_cannot_be_used(world):
    world.say("")

    with pytest.raises(ModelAnswerUnusable):
        ask(world.model, "hello")


@pytest.mark.parametrize("kind", [ModelRefused, ModelAnswerUnusable, ModelMisconfigured])
def test_a_failure_that_asking_again_cannot_mend_is_told_at_once(world, kind):
    world.fail(kind)

    with pytest.raises(kind):
        ask(world.model, "hello")
    assert world.asked() == 1


def test_after_a_failure_the_next_answer_is_as_good_as_any(world):
    world.fail(ModelRefused)
    world.say("Good morning")

    with pytest.raises(ModelRefused):
        ask(world.model, "something rude")

    assert words_of(ask(world.model, "hello")).startswith("Good")


def test_nothing_is_asked_before_the_first_piece_is_wanted(world):
    world.model.stream(request_of("hello"), deadline_seconds=5)

    assert world.asked() == 0


def test_a_consumer_may_leave_in_the_middle(world):
    world.say("Good morning")
    answer = world.model.stream(request_of("hello"), deadline_seconds=5)
    next(answer)
    answer.close()
    world.say("Still here")

    assert words_of(ask(world.model, "hello")).startswith("Still")


def test_complete_gives_the_whole_answer(world):
    world.say("Good morning")

    finished = complete(world.model, request_of("hello"), deadline_seconds=5)

    assert finished.message.role == "assistant"
    assert finished.message.text.startswith("Good")


def test_many_threads_share_one_model(world):
    for _ in range(20):
        world.say("Good morning")
    answers: list[str] = []

    def talk() -> None:
        for _ in range(2):
            answers.append(words_of(ask(world.model, Message.user("hello"))))

    threads = [threading.Thread(target=talk) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [answer.replace(" ", "") for answer in answers] == ["Goodmorning"] * 20
