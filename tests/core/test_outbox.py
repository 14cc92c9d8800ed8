"""The outbox: at least once, in order for each key, whoever crashes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core import outbox
from core.clock import SettableClock
from core.database import Database
from core.errors import TooManyRequests, Unavailable, UpstreamFailed
from core.outbox import Delivered, Dispatcher, OutboxMessage, RetryRules, Undeliverable

ROOT = Path(__file__).parents[2]
LEASE = RetryRules().lease


class Receiver:
    """Another system: notes what it gets, and fails as long as it is told to."""

    def __init__(self) -> None:
        self.got: list[OutboxMessage] = []
        self.failing: dict[str, Exception] = {}

    def handle(self, message: OutboxMessage) -> None:
        name = message.payload["name"]
        if name in self.failing:
            raise self.failing[name]
        self.got.append(message)

    @property
    def names(self) -> list[str]:
        return [message.payload["name"] for message in self.got]


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def dispatcher(database: Database, clock: SettableClock, receiver: Receiver) -> Dispatcher:
    return Dispatcher(database, {"told": receiver.handle}, clock)


Tell = Callable[..., None]


@pytest.fixture
def tell(database: Database, clock: SettableClock) -> Tell:
    """Appends a message, in a transaction of its own."""

    def tell(name: str, key: str | None = None, topic: str = "told") -> None:
        with database.write() as connection:
            outbox.append(connection, topic, {"name": name}, key=key, now=clock.now())

    return tell


def test_a_message_is_delivered_once_and_counted(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("hello", key="k")
    assert dispatcher.counts() == outbox.OutboxCounts(1, 0, clock.now())

    assert dispatcher.run_due() == Delivered(delivered=1)
    assert dispatcher.run_due() == Delivered()

    [message] = receiver.got
    assert (message.topic, message.key, message.attempts) == ("told", "k", 1)
    assert dispatcher.counts() == outbox.OutboxCounts(0, 0, None)


def test_a_message_is_as_true_as_its_transaction(
    database: Database, dispatcher: Dispatcher, receiver: Receiver, clock: SettableClock
) -> None:
    with pytest.raises(RuntimeError), database.write() as connection:
        outbox.append(connection, "told", {"name": "never"}, key=None, now=clock.now())
        raise RuntimeError

    dispatcher.run_due()
    assert receiver.got == []


def test_a_run_ends_at_its_limit(dispatcher: Dispatcher, receiver: Receiver, tell: Tell) -> None:
    for number in range(60):
        tell(str(number))

    assert dispatcher.run_due(limit=45) == Delivered(delivered=45)
    assert receiver.names == [str(number) for number in range(45)]
    assert dispatcher.run_due() == Delivered(delivered=15)


def test_a_topic_nobody_handles_here_waits_for_a_process_that_does(
    dispatcher: Dispatcher, tell: Tell
) -> None:
    tell("other", topic="of another process")

    assert dispatcher.run_due() == Delivered()
    assert dispatcher.counts().pending == 1


def test_what_failed_is_tried_again_later_and_later(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("x")
    receiver.failing["x"] = ValueError("no")

    for seconds in (2, 4, 8):
        assert dispatcher.run_due() == Delivered(failed=1)
        clock.advance(timedelta(seconds=seconds / 2 - 0.1))
        assert dispatcher.run_due() == Delivered()
        clock.advance(timedelta(seconds=seconds / 2 + 0.1))
    receiver.failing.clear()

    assert dispatcher.run_due() == Delivered(delivered=1)


def test_new_messages_go_before_those_that_have_failed(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("old")
    receiver.failing["old"] = ValueError("no")
    dispatcher.run_due()
    receiver.failing.clear()
    clock.advance(timedelta(minutes=1))
    tell("new")

    dispatcher.run_due()
    assert receiver.names == ["new", "old"]


@pytest.mark.parametrize("attempts", [1, 2, 5, 10, 100])
def test_waiting_doubles_up_to_two_minutes_and_is_spread(attempts: int) -> None:
    rules = RetryRules()
    doubled = rules.first_wait * 2 ** min(attempts - 1, 30)
    longest = min(doubled, rules.longest_wait)

    waits = {rules.wait(attempts) for _ in range(50)}

    assert all(longest / 2 <= wait <= longest for wait in waits)
    assert len(waits) > 10


def test_messages_of_a_key_wait_for_the_one_before_and_others_do_not(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("a1", key="a")
    tell("a2", key="a")
    tell("b1", key="b")
    tell("free")
    receiver.failing["a1"] = Unavailable("down")

    assert dispatcher.run_due() == Delivered(delivered=2, failed=1)
    assert receiver.names == ["b1", "free"]

    receiver.failing.clear()
    clock.advance(timedelta(minutes=5))
    dispatcher.run_due()
    assert receiver.names == ["b1", "free", "a1", "a2"]


def test_a_poisonous_message_is_parked_and_the_ones_behind_it_go_on(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("poison", key="a")
    tell("behind", key="a")
    receiver.failing["poison"] = KeyError("canary of a person")
    results = []
    for _ in range(RetryRules().strikes_at_most):
        results.append(dispatcher.run_due())
        clock.advance(timedelta(minutes=3))

    assert results[:-1] == [Delivered(failed=1)] * 5
    assert results[-1] == Delivered(delivered=1, parked=1)
    assert receiver.names == ["behind"]
    assert dispatcher.counts().pending == 0


def test_what_can_never_be_delivered_is_parked_at_once_until_somebody_unparks_it(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell
) -> None:
    tell("x")
    receiver.failing["x"] = Undeliverable("no such calendar")

    assert dispatcher.run_due() == Delivered(parked=1)
    receiver.failing.clear()
    assert dispatcher.run_due() == Delivered()
    assert dispatcher.unpark("another topic") == 0
    assert dispatcher.unpark("told") == 1
    assert dispatcher.run_due() == Delivered(delivered=1)


@pytest.mark.parametrize(
    "error",
    [
        Unavailable("down"),
        UpstreamFailed("broken"),
        TooManyRequests("slow down", retry_after=timedelta(seconds=1)),
    ],
)
def test_a_dependency_that_is_down_for_a_day_parks_nothing(
    error: Exception,
    dispatcher: Dispatcher,
    receiver: Receiver,
    tell: Tell,
    clock: SettableClock,
) -> None:
    tell("x")
    receiver.failing["x"] = error
    for _ in range(48):
        dispatcher.run_due()
        clock.advance(timedelta(minutes=30))
    receiver.failing.clear()

    assert dispatcher.run_due() == Delivered(delivered=1)


def test_a_dependency_that_is_down_for_days_parks_the_message(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("x")
    receiver.failing["x"] = Unavailable("down")
    clock.advance(timedelta(days=3, seconds=1))

    assert dispatcher.run_due() == Delivered(parked=1)


def test_a_dependency_that_says_when_is_not_asked_before(
    dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    tell("x")
    receiver.failing["x"] = TooManyRequests("later", retry_after=timedelta(hours=1))
    dispatcher.run_due()
    receiver.failing.clear()

    clock.advance(timedelta(minutes=59))
    assert dispatcher.run_due() == Delivered()
    clock.advance(timedelta(minutes=1))
    assert dispatcher.run_due() == Delivered(delivered=1)


class Crash(BaseException):
    """The process dies: nothing of it is caught, nothing more is done."""


def test_after_a_crash_the_message_is_delivered_again_when_the_lease_is_over(
    database: Database, dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    def crash(message: OutboxMessage) -> None:
        receiver.handle(message)
        raise Crash

    tell("x", key="a")
    tell("y", key="a")
    with pytest.raises(Crash):
        Dispatcher(database, {"told": crash}, clock).run_due()

    assert dispatcher.run_due() == Delivered()
    clock.advance(LEASE)
    assert dispatcher.run_due() == Delivered(delivered=2)
    assert receiver.names == ["x", "x", "y"]
    assert receiver.got[0].id == receiver.got[1].id


def test_what_kills_every_process_is_parked_in_the_end(
    database: Database, dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    def crash(message: OutboxMessage) -> None:
        raise Crash

    tell("x")
    for _ in range(RetryRules().strikes_at_most):
        with pytest.raises(Crash):
            Dispatcher(database, {"told": crash}, clock).run_due()
        clock.advance(LEASE)

    assert dispatcher.run_due() == Delivered()
    assert receiver.got == []
    assert dispatcher.counts().parked == 1


def test_a_slow_one_whose_lease_ran_out_does_not_undo_what_another_did(
    database: Database, dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    def slow(message: OutboxMessage) -> None:
        clock.advance(LEASE)
        dispatcher.run_due()
        raise ValueError("too late")

    tell("x")
    Dispatcher(database, {"told": slow}, clock).run_due()

    assert receiver.names == ["x"]
    assert dispatcher.counts() == outbox.OutboxCounts(0, 0, None)


def test_the_failure_of_one_whose_lease_ran_out_does_not_cut_short_the_next_ones_lease(
    database: Database, dispatcher: Dispatcher, receiver: Receiver, tell: Tell, clock: SettableClock
) -> None:
    begun, may_fail = threading.Event(), threading.Event()

    def first(message: OutboxMessage) -> None:
        begun.set()
        may_fail.wait()
        raise ValueError("too late")

    def second(message: OutboxMessage) -> None:
        may_fail.set()
        running.join()
        clock.advance(timedelta(seconds=10))
        assert dispatcher.run_due() == Delivered()

    tell("x")
    running = threading.Thread(target=Dispatcher(database, {"told": first}, clock).run_due)
    running.start()
    begun.wait()
    clock.advance(LEASE)

    assert Dispatcher(database, {"told": second}, clock).run_due() == Delivered(delivered=1)
    assert receiver.got == []


def test_a_process_does_not_begin_what_its_lease_may_not_cover(
    database: Database, tell: Tell, clock: SettableClock
) -> None:
    seen = []

    def slow(message: OutboxMessage) -> None:
        seen.append(message.payload["name"])
        clock.advance(LEASE * 0.3)

    for number in range(6):
        tell(str(number))
    result = Dispatcher(database, {"told": slow}, clock).run_due()

    assert result.delivered == len(seen) == len(set(seen)) == 6


def test_delivered_messages_are_forgotten_after_a_while(
    dispatcher: Dispatcher, tell: Tell, clock: SettableClock
) -> None:
    tell("x")
    dispatcher.run_due()
    tell("y")

    assert dispatcher.forget_delivered(clock.now()) == 0
    assert dispatcher.forget_delivered(clock.now() + timedelta(seconds=1)) == 1
    assert dispatcher.counts().pending == 1


def test_many_dispatchers_deliver_each_message_once_and_in_order(
    database: Database, clock: SettableClock, tell: Tell
) -> None:
    seen: dict[str, list[int]] = defaultdict(list)
    lock = threading.Lock()

    def handle(message: OutboxMessage) -> None:
        with lock:
            seen[message.key or ""].append(message.payload["name"])

    with database.write() as connection:
        for number in range(120):
            key = f"k{number % 7}"
            outbox.append(connection, "told", {"name": number}, key=key, now=clock.now())

    def run(_: int) -> int:
        done = 0
        while Dispatcher(database, {"told": handle}, clock).counts().pending:
            done += Dispatcher(database, {"told": handle}, clock).run_due().delivered
        return done

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(run, range(6))) == 120
    assert sorted(number for numbers in seen.values() for number in numbers) == list(range(120))
    assert all(numbers == sorted(numbers) for numbers in seen.values())


PROCESS = """
import os, random, sys, time
from core.clock import SystemClock
from core.database import Database
from core.outbox import Dispatcher, RetryRules
from datetime import timedelta

database = Database(sys.argv[1])
log = os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
chance = random.Random(int(sys.argv[3]))

def handle(message):
    os.write(log, f"{message.key} {message.payload['name']}\\n".encode())
    if chance.random() < 0.05:
        os.kill(os.getpid(), 9)

rules = RetryRules(lease=timedelta(seconds=1), strikes_at_most=50)
dispatcher = Dispatcher(database, {"told": handle}, SystemClock(), rules)
while dispatcher.counts().pending:
    dispatcher.run_due(5)
    time.sleep(0.02)
"""


@pytest.mark.crash
def test_processes_killed_at_any_instant_lose_nothing_and_keep_the_order(
    database: Database, tmp_path: Path
) -> None:
    """Killed right after the effect, before it is noted: the worst instant there is."""
    with database.write() as connection:
        for number in range(60):
            outbox.append(
                connection,
                "told",
                {"name": number},
                key=f"k{number % 5}",
                now=datetime.fromisoformat("2026-11-01T00:00:00+00:00"),
            )
    journal = tmp_path / "journal"
    url = database.url.render_as_string(hide_password=False)
    seeds = random.Random(1)

    def run_until_done(_: int) -> int:
        kills = 0
        while True:
            command = [sys.executable, "-c", PROCESS, url, str(journal), str(seeds.random())[2:8]]
            code = subprocess.run(command, cwd=ROOT, env={**os.environ}, timeout=60).returncode
            if code == 0:
                return kills
            assert code == -9
            kills += 1

    with ThreadPoolExecutor(2) as pool:
        kills = sum(pool.map(run_until_done, range(2)))

    assert kills > 0
    lines = [line.split() for line in journal.read_text().splitlines()]
    first_seen: dict[str, list[int]] = defaultdict(list)
    for key, name in lines:
        if int(name) not in first_seen[key]:
            first_seen[key].append(int(name))
    assert sorted(n for numbers in first_seen.values() for n in numbers) == list(range(60))
    assert all(numbers == sorted(numbers) for numbers in first_seen.values())
    assert max(Counter(name for _, name in lines).values()) <= 1 + kills
