"""A chat model made dependable: a deadline, few retries, a circuit breaker, a budget.

What is retried is an answer that has not begun; once a word was given, a failure is the caller's
to handle, for the visitor has seen the word.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Protocol

import structlog

from core.clock import Clock
from llm.breaker import BreakerPolicy, CircuitBreaker
from llm.messages import Finished, ModelEvent, ModelRequest, Usage
from llm.model import (
    ChatModel,
    ModelAnswerUnusable,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
)

log = structlog.get_logger(__name__)


class Budget(Protocol):
    """What may be spent on the model in a day, kept by whoever counts for all processes."""

    def may_spend(self) -> bool:
        """Claims one call to the provider; False: the day's budget is used up."""

    def spent(self, usage: Usage) -> None:
        """Counts what a finished answer cost."""


@dataclass(frozen=True)
class RetryPolicy:
    """How often and how patiently to ask again."""

    retries: int = 2
    base_seconds: float = 0.4
    cap_seconds: float = 4.0
    min_attempt_seconds: float = 1.0  # with less than this left, asking again is in vain


class ResilientModel:
    """`inner`, guarded. One per process: the breaker knows what this process has seen."""

    def __init__(
        self,
        inner: ChatModel,
        clock: Clock,
        sleep: Callable[[float], None],
        random: Callable[[], float],
        *,
        retry: RetryPolicy | None = None,
        breaker: BreakerPolicy | None = None,
        budget: Budget | None = None,
    ) -> None:
        self._inner = inner
        self._clock = clock
        self._sleep = sleep
        self._random = random
        self._retry = retry or RetryPolicy()
        self._breaker = CircuitBreaker(clock, breaker or BreakerPolicy())
        self._budget = budget

    @property
    def name(self) -> str:
        return self._inner.name

    def state(self) -> dict[str, Any]:
        """For health: `state` of the breaker, `last_error` (a class), `last_success_at`, …"""
        return asdict(self._breaker.view())

    def stream(self, request: ModelRequest, *, deadline_seconds: float) -> Generator[ModelEvent]:
        """As the port says. Raises ModelUnavailable at once while the breaker is open."""
        if deadline_seconds <= 0:  # the turn's time went elsewhere: no fault of the model
            raise ModelUnavailable("There is no time left to ask the model.")
        ends_at = self._clock.monotonic() + deadline_seconds
        attempt = 0
        while True:
            probe = self._admit()
            begun = False
            try:
                with closing(self._attempt(request, ends_at, probe=probe)) as events:
                    for event in events:
                        begun = True
                        yield event
                return
            except ModelUnavailable as error:
                pause = self._pause(error, attempt)
                if begun or probe or not self._worthwhile(attempt, pause, ends_at):
                    raise
            attempt += 1
            log.info("model_asked_again", model=self.name, attempt=attempt, pause_seconds=pause)
            self._sleep(pause)

    def _admit(self) -> bool:
        """Whether this call is the breaker's probe. Raises ModelUnavailable: keep away."""
        admitted = self._breaker.admit()
        if admitted is None:
            seconds = timedelta(seconds=self._breaker.seconds_closed_off())
            raise ModelUnavailable(
                "The model is not asked: it failed too often.", retry_after=seconds
            )
        if self._budget is not None and not self._budget.may_spend():
            if not admitted:
                self._breaker.gave_up_probe()
            raise ModelUnavailable("The day's budget for the model is used up.")
        return not admitted

    def _attempt(
        self, request: ModelRequest, ends_at: float, *, probe: bool
    ) -> Generator[ModelEvent]:
        """One call of `inner`; the breaker learns how it ended."""
        settled = False
        try:
            for event in self._in_time(request, ends_at):
                if isinstance(event, Finished):
                    settled = True
                    self._breaker.succeeded()
                    self._spent(event.usage)
                yield event
        except (ModelUnavailable, ModelMisconfigured) as error:
            settled = True
            self._breaker.failed(error, getattr(error, "retry_after", None))
            raise
        except (ModelRefused, ModelAnswerUnusable) as error:
            settled = True
            self._breaker.answered(error)
            raise
        finally:
            if probe and not settled:
                self._breaker.gave_up_probe()

    def _in_time(self, request: ModelRequest, ends_at: float) -> Generator[ModelEvent]:
        seconds = ends_at - self._clock.monotonic()
        with closing(self._inner.stream(request, deadline_seconds=seconds)) as events:
            for event in events:
                if self._clock.monotonic() > ends_at and not isinstance(event, Finished):
                    raise ModelUnavailable("The model did not finish in time.")
                yield event

    def _spent(self, usage: Usage) -> None:
        if self._budget is not None:
            self._budget.spent(usage)

    def _pause(self, error: ModelUnavailable, attempt: int) -> float:
        """Full jitter; the provider's own wish is kept to, never undercut."""
        ceiling = min(self._retry.cap_seconds, self._retry.base_seconds * 2.0**attempt)
        jitter = self._random() * ceiling
        return jitter + (error.retry_after.total_seconds() if error.retry_after else 0.0)

    def _worthwhile(self, attempt: int, pause: float, ends_at: float) -> bool:
        left = ends_at - self._clock.monotonic() - pause
        return attempt < self._retry.retries and left >= self._retry.min_attempt_seconds
