"""The guard around a model: retries, deadline, breaker, budget."""

from __future__ import annotations

import threading
from collections.abc import Generator
from datetime import timedelta

import pytest

from core.clock import SettableClock, SystemClock
from llm.breaker import BreakerPolicy
from llm.messages import ModelEvent, ModelRequest, TextDelta, Usage
from llm.model import (
    ModelAnswerUnusable,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
)
from llm.resilient import ResilientModel, RetryPolicy
from llm.scripted import Fails, Says, ScriptedModel
from tests.fakes import gemini_replies as replies
from tests.llm.asking import ask, request_of, words_of

DOWN = Fails(ModelUnavailable("down"))


def later(seconds: float) -> Fails:
    return Fails(ModelUnavailable("busy", retry_after=timedelta(seconds=seconds)))


class Guarded:
    """A scripted model under guard, with sleeps that pass on the test's clock."""

    def __init__(self, clock: SettableClock, *script, jitter: float = 1.0, **settings) -> None:
        self.clock = clock
        self.inner = ScriptedModel(*script)
        self.sleeps: list[float] = []
        self.model = ResilientModel(self.inner, clock, self._sleep, lambda: jitter, **settings)

    def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.clock.advance(timedelta(seconds=seconds))

    @property
    def asked(self) -> int:
        return len(self.inner.requests)

    def fails(self, kind: type[Exception] = ModelUnavailable, seconds: float = 20.0) -> Exception:
        with pytest.raises(kind) as caught:
            ask(self.model, "hello", seconds=seconds)
        return caught.value


class Purse:
    """A budget of so many calls."""

    def __init__(self, calls: int) -> None:
        self.calls = calls
        self.usage = Usage()

    def may_spend(self) -> bool:
        self.calls -= 1
        return self.calls >= 0

    def spent(self, usage: Usage) -> None:
        self.usage += usage


def test_a_passing_failure_is_not_seen(clock):
    guarded = Guarded(clock, DOWN, DOWN, "Hello there")

    assert words_of(ask(guarded.model, "hi")) == "Hello there"


def test_it_asks_three_times_and_no_more(clock):
    guarded = Guarded(clock, *[DOWN] * 9)

    guarded.fails()

    assert guarded.asked == 3


@pytest.mark.parametrize("jitter", [0.0, 0.5, 1.0])
def test_the_pauses_grow_and_are_jittered_in_full(clock, jitter):
    guarded = Guarded(clock, *[DOWN] * 3, jitter=jitter)

    guarded.fails()

    assert guarded.sleeps == pytest.approx([0.4 * jitter, 0.8 * jitter])


def test_a_pause_is_never_longer_than_its_cap(clock):
    policy = RetryPolicy(retries=6, cap_seconds=1.0)
    guarded = Guarded(clock, *[DOWN] * 7, retry=policy, breaker=BreakerPolicy(failures=99))

    guarded.fails()

    assert max(guarded.sleeps) == 1.0


def test_the_providers_wish_is_kept_to_when_it_fits(clock):
    guarded = Guarded(clock, later(3), "Hello")

    assert words_of(ask(guarded.model, "hi", seconds=20)) == "Hello"
    assert guarded.sleeps == [pytest.approx(3.4)]


def test_a_wish_beyond_the_deadline_is_given_up_at_once(clock):
    guarded = Guarded(clock, later(13), "too late")

    error = guarded.fails(seconds=10)

    assert (guarded.asked, guarded.sleeps) == (1, [])
    assert error.retry_after == timedelta(seconds=13)


def test_no_attempt_begins_without_time_to_end(clock):
    guarded = Guarded(clock, DOWN, "too late", retry=RetryPolicy(min_attempt_seconds=5))

    guarded.fails(seconds=5.3)

    assert guarded.asked == 1


def test_without_any_time_nothing_is_asked_and_nobody_blamed(clock):
    guarded = Guarded(clock, "hello")

    guarded.fails(seconds=0)

    assert guarded.asked == 0
    assert guarded.model.state()["last_error"] is None


def test_each_attempt_gets_what_is_left_of_the_deadline(clock):
    given: list[float] = []

    class Busy(ScriptedModel):
        def stream(self, request, *, deadline_seconds):
            given.append(deadline_seconds)
            clock.advance(timedelta(seconds=4))
            raise ModelUnavailable("busy")
            yield

    model = ResilientModel(Busy(), clock, lambda seconds: None, lambda: 0.0)

    with pytest.raises(ModelUnavailable):
        ask(model, "hi", seconds=10)
    assert given == [10, 6, 2]


def test_once_a_word_was_given_nothing_is_asked_again(clock):
    guarded = Guarded(clock, Says("Good morn", fails=ModelUnavailable("cut")), "Good evening")
    seen = []

    with pytest.raises(ModelUnavailable):
        for event in guarded.model.stream(request_of("hi"), deadline_seconds=20):
            seen.append(event)

    assert words_of(seen) == "Good morn"
    assert guarded.asked == 1


@pytest.mark.parametrize("kind", [ModelRefused, ModelAnswerUnusable, ModelMisconfigured])
def test_what_would_come_out_the_same_is_not_asked_again(clock, kind):
    guarded = Guarded(clock, Fails(kind("no")), "hello")

    guarded.fails(kind)

    assert guarded.asked == 1


def test_an_adapter_that_overruns_is_stopped_at_its_next_piece(clock):
    class Slow(ScriptedModel):
        left = False

        def stream(
            self, request: ModelRequest, *, deadline_seconds: float
        ) -> Generator[ModelEvent]:
            try:
                while True:
                    clock.advance(timedelta(seconds=3))
                    yield TextDelta("word ")
            finally:
                Slow.left = True

    model = ResilientModel(Slow(), clock, lambda seconds: None, lambda: 0.0)

    with pytest.raises(ModelUnavailable, match="in time"):
        ask(model, "hi", seconds=10)
    assert Slow.left


def test_the_breaker_opens_and_nobody_is_asked(clock):
    guarded = Guarded(clock, *[DOWN] * 20)
    for _ in range(2):
        guarded.fails()

    asked = guarded.asked
    error = guarded.fails()

    assert asked == guarded.asked == 5
    assert 0 < error.retry_after.total_seconds() <= 30
    assert guarded.model.state()["state"] == "open"


def test_a_probe_is_asked_once_and_brings_everyone_back(clock):
    guarded = Guarded(clock, *[DOWN] * 6, "Hello", "again")
    guarded.fails()
    guarded.fails()
    clock.advance(timedelta(seconds=31))
    guarded.sleeps.clear()

    guarded.fails()
    assert (guarded.asked, guarded.sleeps) == (6, [])

    clock.advance(timedelta(seconds=31))
    assert words_of(ask(guarded.model, "hi")) == "Hello"
    assert words_of(ask(guarded.model, "hi")) == "again"


def test_a_reader_who_leaves_a_probe_does_not_block_the_next(clock):
    guarded = Guarded(clock, *[DOWN] * 5, "one two", "Hello")
    guarded.fails()
    guarded.fails()
    clock.advance(timedelta(seconds=31))
    probe = guarded.model.stream(request_of("hi"), deadline_seconds=5)
    next(probe)

    guarded.fails()
    probe.close()

    assert words_of(ask(guarded.model, "hi")) == "Hello"


def test_a_wrong_key_opens_the_breaker_too(clock):
    guarded = Guarded(clock, *[Fails(ModelMisconfigured("key"))] * 9)
    for _ in range(5):
        guarded.fails(ModelMisconfigured)

    guarded.fails(ModelUnavailable)

    assert guarded.model.state()["last_error"] == "ModelMisconfigured"


def test_refusals_do_not_open_the_breaker(clock):
    guarded = Guarded(clock, *[Fails(ModelRefused("no"))] * 20, "Hello")
    for _ in range(20):
        guarded.fails(ModelRefused)

    assert words_of(ask(guarded.model, "hi")) == "Hello"


def test_health_sees_the_state(clock):
    guarded = Guarded(clock, "Hello", DOWN, "Hello")
    ask(guarded.model, "hi")
    worked_at = clock.now()

    state = guarded.model.state()

    assert (state["state"], state["last_error"], state["last_success_at"]) == (
        "closed",
        None,
        worked_at,
    )


def test_the_call_after_the_budget_never_leaves(clock):
    purse = Purse(calls=1000)
    guarded = Guarded(clock, *["Hello"] * 1001, budget=purse)
    for _ in range(1000):
        ask(guarded.model, "hi")

    error = guarded.fails()

    assert guarded.asked == 1000
    assert "budget" in error.message
    assert guarded.model.state()["state"] == "closed"


def test_the_budget_learns_what_answers_cost_and_counts_retries(clock):
    purse = Purse(calls=10)
    guarded = Guarded(clock, DOWN, DOWN, "Hello", budget=purse)

    ask(guarded.model, "hi")

    assert purse.calls == 7
    assert purse.usage.output_tokens > 0


def test_an_empty_budget_does_not_use_the_probe_up(clock):
    purse = Purse(calls=5)
    guarded = Guarded(clock, *[DOWN] * 5, "Hello", budget=purse)
    guarded.fails()
    guarded.fails()
    clock.advance(timedelta(seconds=31))
    guarded.fails()
    purse.calls = 5

    assert words_of(ask(guarded.model, "hi")) == "Hello"


def test_threads_share_the_breaker():
    inner = ScriptedModel(script=lambda request: DOWN)
    model = ResilientModel(inner, SystemClock(), lambda seconds: None, lambda: 0.0)

    def hammer() -> None:
        for _ in range(20):
            with pytest.raises(ModelUnavailable):
                ask(model, "hi")

    threads = [threading.Thread(target=hammer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 5 <= len(inner.requests) <= 5 + 8


@pytest.mark.parametrize("status", [429, 500, 503, 504])
def test_over_http_a_turn_makes_at_most_three_calls(gemini, gemini_server, status):
    gemini_server.respond_with(lambda seen: replies.error(status))
    model = ResilientModel(gemini, SystemClock(), lambda seconds: None, lambda: 0.0)

    with pytest.raises(ModelUnavailable):
        ask(model, "hi", seconds=20)
    assert len(gemini_server.journal) == 3


def test_over_http_googles_wish_is_not_undercut(gemini, gemini_server):
    gemini_server.will(replies.rate_limited("13s"), replies.text("Hello"))
    pauses: list[float] = []
    model = ResilientModel(gemini, SystemClock(), pauses.append, lambda: 0.0)

    assert words_of(ask(model, "hi", seconds=20)) == "Hello"
    assert pauses == [13.0]
