"""What the Gemini adapter sends."""

from __future__ import annotations

import pytest

from llm.messages import (
    Message,
    ModelRequest,
    TextPart,
    ToolCall,
    ToolSpec,
    Wire,
    from_json,
    to_json,
)
from tests.fakes import gemini_replies as replies
from tests.llm.asking import ask, end_of, request_of, results_for


def sent(server):
    return server.journal[-1].body


def test_the_request_is_in_googles_json(gemini, gemini_server):
    ask(gemini, "hello")

    body = sent(gemini_server)
    assert body["contents"] == [{"role": "user", "parts": [{"text": "hello"}]}]
    assert body["systemInstruction"] == {"parts": [{"text": "Be kind."}]}
    assert body["generationConfig"] == {
        "maxOutputTokens": 2048,
        "thinkingConfig": {"thinkingLevel": "LOW"},
    }
    assert gemini_server.journal[-1].tools == ["find_slots", "book_meeting"]


def test_it_streams_from_the_stable_version_of_the_api(gemini, gemini_server):
    ask(gemini, "hello")

    path = "/v1/models/gemini-3.8-flash:streamGenerateContent?alt=sse"
    assert gemini_server.journal[-1].path == path


def test_an_alias_is_asked_for_where_aliases_exist(make_gemini, gemini_server):
    ask(make_gemini("gemini-flash-latest"), "hello")

    assert gemini_server.journal[-1].path.startswith("/v1beta/models/gemini-flash-latest:")


def test_no_deprecated_knob_is_sent(gemini, gemini_server):
    ask(gemini, "hello")

    assert gemini_server.journal[-1].sampling == {}


def test_a_schemas_own_names_are_left_as_they_are(gemini, gemini_server):
    schema = {"type": "object", "properties": {"company_name": {"type": "string"}}}
    request = ModelRequest("", (Message.user("hi"),), (ToolSpec("note", "Notes.", schema),))

    list(gemini.stream(request, deadline_seconds=5))

    declaration = sent(gemini_server)["tools"][0]["functionDeclarations"][0]
    assert declaration == {"name": "note", "description": "Notes.", "parametersJsonSchema": schema}


def test_an_empty_instruction_and_no_tools_are_left_out(gemini, gemini_server):
    list(gemini.stream(ModelRequest("", (Message.user("hi"),)), deadline_seconds=5))

    assert sent(gemini_server).keys() == {"contents", "generationConfig"}


def test_a_schema_for_the_answer_asks_for_json(gemini, gemini_server):
    schema = {"type": "object", "properties": {"lead_name": {"type": "string"}}}
    request = ModelRequest("", (Message.user("hi"),), response_schema=schema, max_output_tokens=99)

    list(gemini.stream(request, deadline_seconds=5))

    config = sent(gemini_server)["generationConfig"]
    assert config["responseMimeType"] == "application/json"
    assert config["responseJsonSchema"] == schema
    assert config["maxOutputTokens"] == 99


def test_the_thinking_level_is_a_setting(make_gemini, gemini_server):
    ask(make_gemini(thinking_level="HIGH"), "hello")
    assert sent(gemini_server)["generationConfig"]["thinkingConfig"]["thinkingLevel"] == "HIGH"

    ask(make_gemini(thinking_level=None), "hello")
    assert "thinkingConfig" not in sent(gemini_server)["generationConfig"]


def test_an_old_model_that_knows_no_levels_is_sent_none(make_gemini, gemini_server):
    ask(make_gemini("gemini-2.5-flash-lite"), "hello")

    assert "thinkingConfig" not in sent(gemini_server)["generationConfig"]


def test_a_signature_is_echoed_byte_for_byte(gemini, gemini_server):
    signature = gemini_server.signatures.give(b"\xfb\xff\xfe?>signed", gemini.model)
    first = {"functionCall": {"name": "find_slots", "args": {}}, "thoughtSignature": signature}
    second = {"functionCall": {"name": "book_meeting", "args": {}}}
    gemini_server.will(replies.parts_in_chunks([first, second]))
    asked = end_of(ask(gemini, "book me")).message

    ask(gemini, "book me", asked, results_for(asked, slots=[]))

    parts = sent(gemini_server)["contents"][1]["parts"]
    assert [part.get("thoughtSignature") for part in parts] == [signature, None]
    assert "+" in signature
    assert "/" in signature


def test_a_signature_survives_being_stored(gemini, gemini_server):
    gemini_server.will(replies.calls(("find_slots", {"day": "x"})))
    asked = end_of(ask(gemini, "when?")).message
    stored = from_json(to_json([Message.user("when?"), asked, results_for(asked, slots=[])]))

    events = ask(gemini, *stored)

    assert end_of(events).message.text


def test_the_signature_of_words_is_echoed_too(gemini, gemini_server):
    gemini_server.will(replies.text("Hello", " there", signed=True))
    greeting = end_of(ask(gemini, "hi")).message

    ask(gemini, "hi", greeting, "and now?")

    first, second = sent(gemini_server)["contents"][1]["parts"]
    assert first == {"text": "Hello there"}
    assert second["thoughtSignature"]


def test_another_models_signature_is_not_sent(make_gemini, gemini_server):
    gemini_server.will(replies.calls(("find_slots", {"day": "x"})))
    asked = end_of(ask(make_gemini("gemini-3.8-flash"), "when?")).message

    ask(make_gemini("gemini-3.5-flash-lite"), "when?", asked, results_for(asked, slots=[]))

    part = sent(gemini_server)["contents"][1]["parts"][0]
    assert part["functionCall"]["name"] == "find_slots"
    assert part["thoughtSignature"] == "skip_thought_signature_validator"


def test_calls_made_by_another_provider_are_understood(gemini, gemini_server):
    call = ToolCall("toolu_1", "find_slots", {"day": "x"})
    wire = Wire("openai", "gpt", {"role": "assistant", "tool_calls": []})
    asked = Message("assistant", (TextPart("Let me see."), call), wire)

    ask(gemini, "when?", asked, results_for(asked, slots=[]))

    said, called = sent(gemini_server)["contents"][1]["parts"]
    assert said == {"text": "Let me see."}
    assert called["functionCall"] == {"id": "toolu_1", "name": "find_slots", "args": {"day": "x"}}


def test_results_go_back_under_the_ids_of_their_calls(gemini, gemini_server):
    gemini_server.will(replies.calls(("find_slots", {"day": "x"}), ("find_slots", {"day": "y"})))
    asked = end_of(ask(gemini, "when?")).message

    ask(gemini, "when?", asked, results_for(asked, free_at=["10:00"]))

    results = gemini_server.journal[-1].results
    assert [result["id"] for result in results] == [call.id for call in asked.calls]
    assert results[0]["response"] == {"free_at": ["10:00"]}


def test_a_call_that_came_without_an_id_goes_back_without_one(gemini, gemini_server):
    event = (
        b'data: {"candidates":[{"content":{"role":"model","parts":[{"functionCall":'
        b'{"name":"find_slots"},"thoughtSignature":"c2tpcF90aG91Z2h0"}]},'
        b'"finishReason":"STOP"}]}\r\n\r\n'
    )
    gemini_server.signatures.give(b"skip_thought", "gemini-3.8-flash")
    gemini_server.will(replies.raw(event))
    asked = end_of(ask(gemini, "when?")).message

    ask(gemini, "when?", asked, results_for(asked, slots=[]))

    assert asked.calls[0].id.startswith("local-")
    assert "id" not in gemini_server.journal[-1].results[0]


def test_thoughts_are_neither_shown_nor_sent_back(gemini, gemini_server):
    gemini_server.will(replies.thoughts("The visitor seems rich.", "Hello"))

    greeting = end_of(ask(gemini, "hi")).message
    ask(gemini, "hi", greeting, "and now?")

    assert greeting.text == "Hello"
    assert sent(gemini_server)["contents"][1]["parts"] == [{"text": "Hello"}]


def test_the_servers_deadline_is_never_below_what_google_takes(gemini, gemini_server):
    ask(gemini, "hello", seconds=0.9)
    ask(gemini, "hello", seconds=42.0)

    assert [seen.headers["x-server-timeout"] for seen in gemini_server.journal] == ["10", "42"]


def test_connections_are_used_again(gemini, gemini_server):
    for _ in range(3):
        ask(gemini, "hello")

    assert len({seen.client_port for seen in gemini_server.journal}) == 1


def test_the_sdks_own_environment_variables_change_nothing(make_gemini, gemini_server, monkeypatch):
    monkeypatch.setenv("GOOGLE_API_KEY", "another")
    monkeypatch.setenv("GOOGLE_GENAI_USE_VERTEXAI", "true")
    monkeypatch.setenv("GOOGLE_GENAI_API_VERSION", "v1alpha")

    ask(make_gemini(), "hello")

    seen = gemini_server.journal[-1]
    assert seen.path.startswith("/v1/models/")
    assert seen.headers["x-goog-api-key"] == gemini_server.api_key


def test_a_proxy_named_by_the_environment_is_used(make_gemini, gemini_server, monkeypatch):
    monkeypatch.setenv("http_proxy", gemini_server.url)
    monkeypatch.setenv("no_proxy", "other.example")

    ask(make_gemini(base_url="http://gemini.example/"), "hello")

    assert gemini_server.journal[-1].path.startswith("http://gemini.example/v1/models/")


def test_history_is_sent_as_it_is_kept_and_not_looked_at_again(gemini, gemini_server):
    odd = {"role": "model", "parts": [{"text": "Hi", "thoughtSignature": "c2tpcF90aG91Z2h0"}]}
    gemini_server.signatures.give(b"skip_thought", "gemini-3.8-flash")
    wire = Wire("gemini", "gemini-3.8-flash", odd)

    ask(gemini, "hi", Message("assistant", (TextPart("other words"),), wire), "and now?")

    assert sent(gemini_server)["contents"][1] == odd


@pytest.mark.parametrize(
    "text", ["Grüße 👋 سلام", "line\u2028end\u0085", 'quo"te\\', "a\r\n\r\ndata: b"]
)
def test_any_text_arrives_as_it_was_said(gemini, gemini_server, text):
    gemini_server.respond_with(lambda seen: replies.text(seen.words))

    assert end_of(ask(gemini, text)).message.text == text
    assert request_of(text).messages[0].text == gemini_server.journal[-1].words
