"""The fake Gemini refuses what Google refuses, and answers in Google's format."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx2
import pytest

from tests.fakes import gemini_replies as replies
from tests.fakes.gemini_server import API_KEY, GeminiServer

HELLO = {"role": "user", "parts": [{"text": "hello"}]}
CALL = {"functionCall": {"id": "1", "name": "f", "args": {}}}
RESULT = {"functionResponse": {"id": "1", "name": "f", "response": {}}}
SKIP = {"thoughtSignature": "skip_thought_signature_validator"}


def turn(role, *parts):
    return {"role": role, "parts": list(parts)}


class Caller:
    """Posts to the fake as curl would."""

    def __init__(self, server: GeminiServer, http: httpx2.Client) -> None:
        self._url, self._http = server.url, http

    def __call__(
        self,
        body: object,
        *,
        action: str = "generateContent",
        model: str = "gemini-3.8-flash",
        **headers: str,
    ) -> httpx2.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {"x-goog-api-key": API_KEY, "content-type": "application/json", **named}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        url = f"{self._url}v1/models/{model}:{action}"
        return self._http.post(url, content=content, headers=sent)


@pytest.fixture
def post(gemini_server) -> Iterator[Caller]:
    with httpx2.Client(trust_env=False) as http:
        yield Caller(gemini_server, http)


def refusal(response, status=400):
    assert response.status_code == status
    error = response.json()["error"]
    assert error["code"] == status
    return error["message"]


def test_an_answer_is_one_object(post, gemini_server):
    gemini_server.will(replies.text("Hel", "lo"))

    answer = post({"contents": [HELLO]}).json()

    candidate = answer["candidates"][0]
    assert candidate["content"]["role"] == "model"
    assert [part["text"] for part in candidate["content"]["parts"]] == ["Hel", "lo"]
    assert candidate["finishReason"] == "STOP"
    assert answer["usageMetadata"]["totalTokenCount"] > 0
    assert answer["modelVersion"] == "gemini-3.8-flash"


def test_a_stream_is_events_of_whole_objects(post, gemini_server):
    gemini_server.will(replies.text("Hel", "lo"))

    answer = post({"contents": [HELLO]}, action="streamGenerateContent?alt=sse")

    events = answer.text.split("\r\n\r\n")
    assert answer.headers["content-type"] == "text/event-stream"
    assert events.pop() == ""
    pieces = [json.loads(event.removeprefix("data: ")) for event in events]
    assert [p["candidates"][0].get("finishReason") for p in pieces] == [None, "STOP"]


def test_a_stream_without_alt_sse_is_a_json_array(post):
    answer = post({"contents": [HELLO]}, action="streamGenerateContent")

    assert isinstance(answer.json(), list)


def test_without_a_script_there_is_a_plausible_answer(post):
    parts = post({"contents": [HELLO]}).json()["candidates"][0]["content"]["parts"]

    assert "".join(part["text"] for part in parts).endswith("?")


def test_a_responder_sees_the_request(post, gemini_server):
    gemini_server.respond_with(lambda request: replies.text(request.words.upper()))

    answer = post({"contents": [HELLO]}).json()

    assert answer["candidates"][0]["content"]["parts"][0]["text"] == "HELLO"


def test_the_key_is_checked_as_google_does(post):
    wrong = post({"contents": [HELLO]}, x_goog_api_key="wrong")

    assert "API key not valid" in refusal(wrong)
    assert wrong.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"


@pytest.mark.parametrize("model", ["gemini-2.0-flash", "gpt-5", "gemini-1.5-pro"])
def test_a_retired_or_unknown_model_is_not_found(post, model):
    assert "no longer available" in refusal(post({"contents": [HELLO]}, model=model), 404)


def test_a_short_deadline_is_refused(post):
    assert "Minimum allowed" in refusal(post({"contents": [HELLO]}, x_server_timeout="5"))


def test_the_deprecated_knobs_are_taken_and_noted(post, gemini_server):
    post({"contents": [HELLO], "generationConfig": {"temperature": 0.5, "top_p": 1}})

    assert gemini_server.journal[-1].sampling == {"temperature": 0.5, "topP": 1}


def test_snake_case_is_taken_but_a_callers_own_names_are_left(post, gemini_server):
    declared = {"name": "f", "parameters_json_schema": {"some_key": {"other_key": 1}}}

    post({"contents": [HELLO], "tools": [{"function_declarations": [declared]}]})

    tools = gemini_server.journal[-1].body["tools"]
    assert tools[0]["functionDeclarations"][0]["parametersJsonSchema"] == {
        "some_key": {"other_key": 1}
    }


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"not json", "Invalid"),
        ({}, "contents is not specified"),
        ({"contents": []}, "contents is not specified"),
        ({"contents": [HELLO], "extra_body": 1}, 'Unknown name "extraBody"'),
        ({"contents": [turn("assistant", {"text": "x"})]}, "valid role"),
        ({"contents": [turn("user")]}, "at least one parts field"),
        ({"contents": [turn("user", {})]}, "oneof field 'data'"),
        ({"contents": [turn("user", {"text": "a", **RESULT})]}, "oneof field 'data'"),
        ({"contents": [HELLO, turn("model", {"text": "x"})]}, "ending with a model turn"),
        ({"contents": [HELLO, turn("model", CALL | SKIP), HELLO]}, "number of function response"),
        ({"contents": [HELLO, turn("user", RESULT)]}, "number of function response"),
        (
            {"contents": [HELLO, turn("model", CALL | SKIP), turn("user", RESULT, RESULT)]},
            "number of function response",
        ),
        (
            {
                "contents": [
                    HELLO,
                    turn("model", CALL | SKIP),
                    turn("user", {"functionResponse": {"id": "2", "name": "f", "response": {}}}),
                ]
            },
            "match their function calls",
        ),
        ({"contents": [HELLO, turn("model", CALL), turn("user", RESULT)]}, "thought_signature"),
        (
            {
                "contents": [
                    HELLO,
                    turn("model", CALL | {"thoughtSignature": "Zm9yZ2Vk"}),
                    turn("user", RESULT),
                ]
            },
            "Corrupted",
        ),
        ({"contents": [HELLO], "generationConfig": {"maxTokens": 1}}, 'Unknown name "maxTokens"'),
        (
            {"contents": [HELLO], "generationConfig": {"thinkingConfig": {"thinkingLevel": "NO"}}},
            "Thinking level",
        ),
        (
            {"contents": [HELLO], "generationConfig": {"responseJsonSchema": {}}},
            "response_mime_type",
        ),
        (
            {"contents": [HELLO], "tools": [{"functionDeclarations": [{"name": "a b"}]}]},
            "Invalid function name",
        ),
        (
            {
                "contents": [HELLO],
                "tools": [{"functionDeclarations": [{"name": "a"}, {"name": "a"}]}],
            },
            "Duplicate",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_google_refuses_is_refused_and_takes_no_reply(post, gemini_server, body, words):
    gemini_server.will(replies.text("kept"))

    assert words in refusal(post(body))

    answer = post({"contents": [HELLO]}).json()
    assert answer["candidates"][0]["content"]["parts"][0]["text"] == "kept"


def test_a_signature_it_gave_must_come_back_unchanged(post, gemini_server):
    gemini_server.will(replies.calls(("f", {}), ("g", {})))
    model_turn = post({"contents": [HELLO]}).json()["candidates"][0]["content"]
    first, second = model_turn["parts"]
    results = [
        {"functionResponse": {**part["functionCall"], "args": None, "response": {}}}
        for part in (first, second)
    ]
    back = turn("user", *results)
    changed = {**first, "thoughtSignature": "AAAA" + first["thoughtSignature"][4:]}
    bare = {"functionCall": first["functionCall"]}
    url_safe = first["thoughtSignature"].replace("+", "-").replace("/", "_")

    assert "thoughtSignature" not in second
    assert post({"contents": [HELLO, model_turn, back]}).status_code == 200
    safe = turn("model", {**first, "thoughtSignature": url_safe}, second)
    assert post({"contents": [HELLO, safe, back]}).status_code == 200
    assert "Corrupted" in refusal(post({"contents": [HELLO, turn("model", changed, second), back]}))
    assert "missing" in refusal(post({"contents": [HELLO, turn("model", bare, second), back]}))
    other = post({"contents": [HELLO, model_turn, back]}, model="gemini-3.5-flash-lite")
    assert "Corrupted" in refusal(other)


def test_the_journal_tells_what_was_asked(post, gemini_server):
    declared = [{"name": "f"}, {"name": "g"}]
    post({"contents": [HELLO], "tools": [{"functionDeclarations": declared}]})

    seen = gemini_server.journal[-1]
    assert (seen.words, seen.tools, seen.streamed) == ("hello", ["f", "g"], False)
    assert seen.headers["X-Goog-Api-Key".lower()] == API_KEY


def test_a_hanging_request_does_not_keep_the_fake_from_closing():
    with GeminiServer() as server:
        server.will(replies.hang())
        http = httpx2.Client(trust_env=False, timeout=0.2)
        with http, pytest.raises(httpx2.ReadTimeout):
            Caller(server, http)({"contents": [HELLO]})

    assert len(server.journal) == 1
