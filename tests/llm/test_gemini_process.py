"""The adapter in a process: imported late, made once, forked, and under gevent."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from llm.exchange import Exchange, exchange_in_progress
from llm.gemini import GeminiModel
from tests.fakes import gemini_replies as replies
from tests.llm.asking import ask, request_of, words_of
from tests.servers.network import NetworkTouched, loopback_only

ROOT = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_heavy_sdk_is_imported_with_the_first_call_only():
    script = """
import sys
import llm.gemini, llm.resilient, llm.toolbox, llm.scripted
llm.gemini.GeminiModel("key", "gemini-3.8-flash")
print([name for name in ("google.genai", "httpx2", "httpcore2") if name in sys.modules])
"""
    assert run(script).strip() == "[]"


def test_a_forked_process_makes_a_client_of_its_own(gemini_server):
    script = """
import os, sys
from llm.gemini import GeminiModel
from llm.messages import Message, ModelRequest
model = GeminiModel(sys.argv[2], "gemini-3.8-flash", base_url=sys.argv[1])
def ask():
    request = ModelRequest("", (Message.user("hello"),))
    return list(model.stream(request, deadline_seconds=10))[-1].message.text
mine = ask()
child = os.fork()
if child == 0:
    os._exit(0 if [ask(), ask()] == [mine, mine] else 1)
print(os.waitpid(child, 0)[1], ask() == mine)
model.close()
"""
    assert run(script, gemini_server.url, gemini_server.api_key).split() == ["0", "True"]
    parent, child, child_again, parent_again = [seen.client_port for seen in gemini_server.journal]
    assert child == child_again != parent == parent_again


def test_under_gevent_a_waiting_call_lets_others_run(gemini_server):
    gemini_server.respond_with(lambda seen: replies.text("a", "b", "c", delay=0.2))
    script = """
from gevent import monkey
monkey.patch_all()
import sys, time, gevent
from llm.gemini import GeminiModel
from llm.messages import Message, ModelRequest
model = GeminiModel(sys.argv[2], "gemini-3.8-flash", base_url=sys.argv[1])
request = ModelRequest("", (Message.user("hello"),))
def ask():
    return list(model.stream(request, deadline_seconds=20))[-1].message.text
model.warm_up()
began = time.monotonic()
jobs = [gevent.spawn(ask) for _ in range(30)]
gevent.joinall(jobs)
print({job.value for job in jobs}, time.monotonic() - began < 4)
model.close()
"""
    assert run(script, gemini_server.url, gemini_server.api_key).strip() == "{'abc'} True"


def test_threads_that_come_first_together_make_one_client(gemini, gemini_server):
    gemini_server.respond_with(lambda seen: replies.text(seen.words))
    start = threading.Barrier(10)
    answers: dict[str, str] = {}

    def talk(word: str) -> None:
        start.wait()
        answers[word] = words_of(ask(gemini, word))

    threads = [threading.Thread(target=talk, args=(f"word-{n}",)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == {f"word-{n}": f"word-{n}" for n in range(10)}


def test_two_answers_read_in_turns_do_not_mix(gemini, gemini_server):
    gemini_server.respond_with(lambda seen: replies.text(*(f"{seen.words}{n} " for n in range(9))))
    first = gemini.stream(request_of("a"), deadline_seconds=5)
    second = gemini.stream(request_of("b"), deadline_seconds=5)

    both = list(zip(first, second, strict=True))

    assert words_of([one for one, _ in both]) == "".join(f"a{n} " for n in range(9))
    assert words_of([two for _, two in both]) == "".join(f"b{n} " for n in range(9))


def test_warming_up_asks_nothing(gemini, gemini_server):
    gemini.warm_up()

    assert gemini_server.journal == []


def test_a_closed_adapter_opens_again(gemini):
    before = words_of(ask(gemini, "hello"))
    gemini.close()

    assert words_of(ask(gemini, "hello")) == before


def test_a_request_outside_of_an_exchange_is_our_bug():
    with pytest.raises(RuntimeError, match="no deadline"):
        exchange_in_progress()


def test_an_exchange_is_in_progress_during_its_steps_only(clock):
    exchange = Exchange(clock, seconds=5, read_timeout_seconds=1)
    seen = [exchange_in_progress() for _ in exchange.steps(iter([]))]

    inside = list(exchange.steps(exchange_in_progress() for _ in range(2)))

    assert seen == []
    assert inside == [exchange, exchange]
    with pytest.raises(RuntimeError):
        exchange_in_progress()


def test_without_the_tests_base_url_google_would_be_called_and_the_test_fails():
    model = GeminiModel("key", "gemini-3.8-flash")

    with pytest.raises(NetworkTouched, match="generativelanguage"), loopback_only():
        ask(model, "hello")
    model.close()
