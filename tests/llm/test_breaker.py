"""The circuit breaker."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.clock import SettableClock
from llm.breaker import BreakerPolicy, CircuitBreaker

POLICY = BreakerPolicy(failures=3, open_seconds=30, probe_seconds=10)
DOWN = ConnectionError("down")
START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def breaker(clock):
    return CircuitBreaker(clock, POLICY)


@pytest.fixture
def opened(breaker):
    for _ in range(3):
        breaker.failed(DOWN)
    return breaker


def test_it_opens_after_enough_failures_in_a_row(breaker):
    breaker.failed(DOWN)
    breaker.failed(DOWN)
    assert breaker.admit() is True

    breaker.failed(DOWN)

    assert breaker.admit() is None
    assert breaker.view().state == "open"


def test_an_answer_in_between_starts_the_count_again(breaker):
    for _ in range(5):
        breaker.failed(DOWN)
        breaker.failed(DOWN)
        breaker.succeeded()

    assert breaker.admit() is True


def test_a_useless_answer_shows_that_the_service_is_there(opened, clock):
    clock.advance(timedelta(seconds=31))
    opened.admit()

    opened.answered(ValueError("blocked"))

    assert opened.view().state == "closed"
    assert opened.view().last_error == "ValueError"


def test_after_its_time_one_probe_may_pass(opened, clock):
    clock.advance(timedelta(seconds=30))

    assert opened.view().state == "half_open"
    assert [opened.admit(), opened.admit(), opened.admit()] == [False, None, None]


def test_a_good_probe_closes_it(opened, clock):
    clock.advance(timedelta(seconds=30))
    opened.admit()
    opened.succeeded()

    assert [opened.admit(), opened.admit()] == [True, True]


def test_a_bad_probe_opens_it_again_at_once(opened, clock):
    clock.advance(timedelta(seconds=30))
    opened.admit()
    opened.failed(DOWN)

    assert opened.admit() is None
    assert opened.seconds_closed_off() == 30


def test_a_probe_that_was_given_up_lets_another_pass(opened, clock):
    clock.advance(timedelta(seconds=30))
    opened.admit()
    opened.gave_up_probe()

    assert opened.admit() is False


def test_a_probe_that_never_reports_back_is_not_waited_for_for_ever(opened, clock):
    clock.advance(timedelta(seconds=30))
    opened.admit()
    clock.advance(timedelta(seconds=10))

    assert opened.admit() is False


@pytest.mark.parametrize(("wish", "stays_open"), [(90, 90), (5, 30), (86_400, 300)])
def test_the_services_own_wish_counts_within_reason(breaker, wish, stays_open):
    for _ in range(3):
        breaker.failed(DOWN, timedelta(seconds=wish))

    assert breaker.seconds_closed_off() == stays_open


def test_health_sees_when_it_last_worked_and_what_failed_last(breaker, clock):
    breaker.succeeded()
    worked_at = clock.now()
    clock.advance(timedelta(minutes=1))
    breaker.failed(DOWN)

    view = breaker.view()

    assert (view.last_success_at, view.last_error) == (worked_at, "ConnectionError")
    assert (view.last_failure_at, view.failures_in_a_row) == (clock.now(), 1)


class AnyHistory(RuleBasedStateMachine):
    """Whatever happens: never two probes at once, never a pass while open, always a way back."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = SettableClock(START)
        self.breaker = CircuitBreaker(self.clock, POLICY)
        self.probe_since: float | None = None

    @rule(seconds=st.integers(0, 45))
    def time_passes(self, seconds):
        self.clock.advance(timedelta(seconds=seconds))

    @rule()
    def somebody_asks(self):
        state = self.breaker.view().state
        admitted = self.breaker.admit()
        if state == "closed":
            assert admitted is True
        elif state == "open":
            assert admitted is None
        elif admitted is False:
            now = self.clock.monotonic()
            assert self.probe_since is None or now - self.probe_since >= POLICY.probe_seconds
            self.probe_since = now

    @rule()
    def a_call_fails(self):
        self.breaker.failed(DOWN)
        if self.breaker.view().state == "open":
            self.probe_since = None

    @rule()
    def a_call_succeeds(self):
        self.breaker.succeeded()
        self.probe_since = None
        assert self.breaker.view().state == "closed"

    @rule()
    def the_probe_is_given_up(self):
        self.breaker.gave_up_probe()
        self.probe_since = None

    @invariant()
    def it_never_stays_closed_off_for_longer_than_it_may(self):
        assert self.breaker.seconds_closed_off() <= POLICY.open_seconds


TestAnyHistory = AnyHistory.TestCase
