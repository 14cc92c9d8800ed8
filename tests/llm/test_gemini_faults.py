"""What Google, or the way to it, can do wrong, and what the adapter makes of it."""

from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta

import pytest
import structlog

from llm.model import (
    ModelAnswerUnusable,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
)
from tests.fakes import gemini_replies as replies
from tests.faults.proxy import FaultProxy
from tests.llm.asking import ask, end_of, request_of, words_of

LONG = "x" * 40


def failure(model, kind, seconds=5.0):
    """The error of an answer that must fail, and how long it took."""
    model.warm_up()
    began = time.monotonic()
    with pytest.raises(kind) as caught:
        ask(model, "hello", seconds=seconds)
    return caught.value, time.monotonic() - began


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_an_overloaded_google_is_unavailable(gemini, gemini_server, status):
    gemini_server.will(replies.error(status))

    error, _ = failure(gemini, ModelUnavailable)

    assert str(status) in error.message


@pytest.mark.parametrize(
    ("delay", "wish"),
    [
        ("13s", timedelta(seconds=13)),
        ("0.250s", timedelta(milliseconds=250)),
        ("3.123456789s", timedelta(seconds=3, microseconds=123457)),
        (None, None),
        ("soon", None),
        ("-5s", None),
        ("1e9s", None),
    ],
)
def test_googles_wish_to_be_asked_later_is_heard(gemini, gemini_server, delay, wish):
    gemini_server.will(replies.rate_limited(delay))

    error, _ = failure(gemini, ModelUnavailable)

    assert error.retry_after == wish


def test_a_retry_after_header_counts_when_there_is_no_other_word(gemini, gemini_server):
    gemini_server.will(replies.Reply(status=503, body=b"busy", headers={"Retry-After": "7"}))

    error, _ = failure(gemini, ModelUnavailable)

    assert error.retry_after == timedelta(seconds=7)


def test_a_proxys_html_page_is_shown_to_nobody(gemini, gemini_server):
    gemini_server.will(replies.html(502))

    with structlog.testing.capture_logs() as logs:
        error, _ = failure(gemini, ModelUnavailable)

    assert "html" not in error.message
    assert error.__cause__ is None
    assert error.__suppress_context__
    assert "secret-backend" not in str(logs)


def test_googles_own_words_about_an_error_are_for_the_log(gemini, gemini_server):
    gemini_server.will(replies.error(400, "The argument foo is bar."))

    with structlog.testing.capture_logs() as logs:
        error, _ = failure(gemini, ModelAnswerUnusable)

    assert "foo" not in error.message
    assert logs[0]["explanation"] == "The argument foo is bar."


def test_a_wrong_key_names_the_setting(make_gemini):
    error, _ = failure(make_gemini(key="wrong"), ModelMisconfigured)

    assert "GEMINI_API_KEY" in error.message
    assert "wrong" not in error.message.split("GEMINI_API_KEY")[1].split(";")[0]


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_without_rights_names_the_setting(gemini, gemini_server, status):
    gemini_server.will(replies.error(status))

    assert "GEMINI_API_KEY" in failure(gemini, ModelMisconfigured)[0].message


@pytest.mark.parametrize("model", ["gemini-2.0-flash", "no-such-model"])
def test_a_retired_or_unknown_model_names_the_setting(make_gemini, model):
    assert "GEMINI_MODEL" in failure(make_gemini(model), ModelMisconfigured)[0].message


def test_an_account_that_may_not_is_told_apart(gemini, gemini_server):
    body = b'{"error": {"code": 400, "status": "FAILED_PRECONDITION", "message": "location"}}'
    gemini_server.will(replies.Reply(status=400, body=body))

    assert "billing" in failure(gemini, ModelMisconfigured)[0].message


def test_a_redirect_is_not_followed(gemini, gemini_server):
    gemini_server.will(replies.Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}))

    assert "BASE_URL" in failure(gemini, ModelMisconfigured)[0].message


@pytest.mark.parametrize("reason", ["SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "OTHER"])
def test_a_blocked_prompt_is_a_refusal(gemini, gemini_server, reason):
    gemini_server.will(replies.blocked(reason))

    failure(gemini, ModelRefused)


@pytest.mark.parametrize(
    "reason", ["SAFETY", "RECITATION", "SPII", "PROHIBITED_CONTENT", "LANGUAGE", "BLOCKLIST"]
)
def test_a_blocked_answer_is_a_refusal_even_after_some_words(gemini, gemini_server, reason):
    gemini_server.will(replies.ended(reason), replies.text("Well, ", "you", finish=reason))

    failure(gemini, ModelRefused)
    failure(gemini, ModelRefused)


@pytest.mark.parametrize(
    "reply",
    [
        replies.empty(),
        replies.ended("STOP"),
        replies.ended("MAX_TOKENS"),
        replies.ended("MALFORMED_FUNCTION_CALL"),
        replies.ended("UNEXPECTED_TOOL_CALL"),
        replies.ended("CONTINUATION"),
        replies.text("I will ", "book", finish="MALFORMED_FUNCTION_CALL"),
        replies.text("I will ", "book", finish="OTHER"),
        replies.text(" ", "\n"),
        replies.thoughts("only thoughts", ""),
        replies.raw(b""),
        replies.raw(b"null"),
        replies.raw(b"<html>hello</html>"),
        replies.raw(b"data: {not json}\r\n\r\n"),
        replies.raw(b'data: {"candidates": 5}\r\n\r\n'),
        replies.raw(b'data: {"candidates": [5]}\r\n\r\n'),
        replies.raw(b'data: {"candidates": [{"content": "x", "finishReason": "STOP"}]}\r\n\r\n'),
        replies.raw(b'data: {"candidates":[{"content":{"parts":[{"text":5}]}}]}\r\n\r\n'),
        replies.raw(b'data: {"error": {"message": "no code"}}\r\n\r\n'),
        replies.raw(b"data: " + b"[" * 100_000 + b"\r\n\r\n"),
        replies.raw(b'data: {"candidates":[{"content":{"parts":[{"functionCall":"x"}]}}]}\r\n\r\n'),
        replies.raw(
            b'data: {"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args":"x"}}]}'
            b',"finishReason":"STOP"}]}\r\n\r\n'
        ),
    ],
    ids=lambda reply: (reply.body or str(reply.chunks).encode())[:60].decode(),
)
def test_an_answer_with_nothing_to_show_or_run_is_unusable(gemini, gemini_server, reply):
    gemini_server.will(reply)

    failure(gemini, ModelAnswerUnusable)


@pytest.mark.filterwarnings("ignore:.*is not a valid FinishReason")
def test_an_end_that_we_do_not_know_yet_is_an_end(gemini, gemini_server):
    gemini_server.will(replies.text("Hello", finish="SOMETHING_NEW"))

    with structlog.testing.capture_logs() as logs:
        assert end_of(ask(gemini, "hi")).finish_reason == "stop"
    assert logs[0]["reason"] == "SOMETHING_NEW"


def test_a_cut_stream_is_unavailable_after_its_words(gemini, gemini_server):
    gemini_server.will(replies.text("Good ", "morning").then_cut())
    seen = []

    with pytest.raises(ModelUnavailable):
        for event in gemini.stream(request_of("hi"), deadline_seconds=5):
            seen.append(event)
    assert words_of(seen) == "Good morning"


def test_a_stream_that_stops_without_an_end_was_cut(gemini, gemini_server):
    gemini_server.will(replies.text("Good ", "morn").then_ended_early())

    assert "cut off" in failure(gemini, ModelUnavailable)[0].message


def test_an_error_in_the_middle_of_a_stream_is_what_it_would_be_at_its_start(gemini, gemini_server):
    gemini_server.will(replies.text("Good ").then_error(503), replies.text("Good ").then_error(400))

    failure(gemini, ModelUnavailable)
    failure(gemini, ModelAnswerUnusable)


def test_nobody_listening_is_unavailable(make_gemini):
    error, took = failure(make_gemini(base_url="http://127.0.0.1:9/"), ModelUnavailable)

    assert took < 3
    assert "connection" in error.message


@pytest.mark.parametrize(
    "reply",
    [
        replies.hang(),
        replies.text("Good ").then_hang(),
        replies.text(LONG).dripping(0.05),
        replies.text(LONG).dripping(0.05, headers=True),
        replies.text(*"abcdefghijklmnopqrstuvwxyz" * 4, delay=0.05),
    ],
    ids=["silent", "silent after a word", "dripping", "dripping its headers", "endless pieces"],
)
def test_the_deadline_holds_however_slowly_it_comes(gemini, gemini_server, reply):
    gemini_server.will(reply)

    error, took = failure(gemini, ModelUnavailable, seconds=0.6)

    assert 0.5 < took < 0.6 + 1.0
    assert "in time" in error.message


def test_silence_is_cut_short_before_the_deadline(make_gemini, gemini_server):
    gemini_server.will(replies.hang())

    _, took = failure(make_gemini(read_timeout_seconds=0.3), ModelUnavailable, seconds=10)

    assert took < 3


def test_an_answer_larger_than_any_real_one_is_not_read_to_its_end(gemini, gemini_server):
    gemini_server.will(replies.text("x" * 9_000_000))

    failure(gemini, ModelUnavailable, seconds=20)


@pytest.mark.parametrize("harm", ["blackhole", "refuse", "reset"])
def test_a_failing_network_is_unavailable_in_time(make_gemini, gemini_server, harm):
    with FaultProxy(("127.0.0.1", gemini_server.port)) as proxy:
        model = make_gemini(base_url=f"http://127.0.0.1:{proxy.port}/")
        ask(model, "hello")
        getattr(proxy, harm)()

        _, took = failure(model, ModelUnavailable, seconds=0.6)

        proxy.ok()
        assert took < 0.6 + 1.0
        assert end_of(ask(model, "hello")).message.text


def test_a_network_that_cuts_the_answer_is_unavailable(make_gemini, gemini_server):
    with FaultProxy(("127.0.0.1", gemini_server.port)) as proxy:
        proxy.cut(after_bytes=400)

        failure(make_gemini(base_url=f"http://127.0.0.1:{proxy.port}/"), ModelUnavailable)


def test_fifty_hung_turns_all_come_back(gemini, gemini_server):
    gemini_server.respond_with(lambda seen: replies.hang())
    took: list[float] = []

    def hang() -> None:
        took.append(failure(gemini, ModelUnavailable, seconds=1.0)[1])

    threads = [threading.Thread(target=hang) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(took) == 50
    assert max(took) < 2.0


def left_alone(server):
    """How many answers the fake sees nobody wait for, once it had time to see it."""
    until = time.monotonic() + 2
    while not server.abandoned and time.monotonic() < until:
        time.sleep(0.01)
    return server.abandoned


def test_a_reader_who_leaves_lets_go_of_the_connection(gemini, gemini_server):
    gemini_server.will(replies.text(*"abcdefghijkl", delay=0.02))
    answer = gemini.stream(request_of("hi"), deadline_seconds=5)
    next(answer)

    answer.close()

    assert left_alone(gemini_server) == 1


def test_a_failed_answer_lets_go_of_it_while_its_error_is_kept(gemini, gemini_server):
    gemini_server.will(replies.text("Good ").then_error(503).then_hang())

    error, _ = failure(gemini, ModelUnavailable)

    assert left_alone(gemini_server) == 1
    assert error.__traceback__


def test_what_no_database_takes_is_left_out_of_words_and_arguments(gemini, gemini_server):
    event = (
        rb'data: {"candidates":[{"content":{"parts":[{"text":"a\u0000b \ud83d c"},'
        rb'{"functionCall":{"name":"f","args":{"x":["\u0000y\udc00"]}}}]},'
        rb'"finishReason":"STOP"}]}' + b"\r\n\r\n"
    )
    gemini_server.will(replies.raw(event))

    message = end_of(ask(gemini, "hi")).message

    assert message.text == "ab \ufffd c"
    assert message.calls[0].arguments == {"x": ["y\ufffd"]}
    assert str(message.wire).encode()


def test_the_sdk_does_not_go_on_asking_by_itself(gemini, gemini_server):
    event = (
        b'data: {"candidates":[{"content":{"parts":[{"text":"And so"}]},'
        b'"finishReason":"CONTINUATION","continuationToken":"YWJj"}]}\r\n\r\n'
    )
    gemini_server.will(replies.raw(event))

    failure(gemini, ModelAnswerUnusable)

    assert len(gemini_server.journal) == 1


def test_a_coming_retirement_is_logged_once(gemini, gemini_server):
    event = (
        b'data: {"candidates":[{"content":{"parts":[{"text":"hi"}]},"finishReason":"STOP"}],'
        b'"modelStatus":{"modelStage":"LEGACY","retirementTime":"2027-05-07T00:00:00Z"}}\r\n\r\n'
    )
    gemini_server.will(replies.raw(event), replies.raw(event))

    with structlog.testing.capture_logs() as logs:
        ask(gemini, "hi")
        ask(gemini, "hi")

    assert [(item["event"], item["retirement_time"][:10]) for item in logs] == [
        ("model_will_be_retired", "2027-05-07")
    ]


def test_the_sdk_writes_no_key_and_no_words_to_the_log(gemini, gemini_server, caplog):
    caplog.set_level(logging.INFO)
    gemini_server.will(replies.error(500), replies.text("Something private"))

    failure(gemini, ModelUnavailable)
    ask(gemini, "my name is Ann Private")

    assert gemini_server.api_key not in caplog.text
    assert "rivate" not in caplog.text
