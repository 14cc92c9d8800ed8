"""Bad input gets the right 4xx, the field and the remedy, and leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from bootstrap import Services
from chatbot.tables import conversations
from tests.application import StaffClient

CHAT = "/gemini/train"


def rows(services: Services) -> int:
    with services.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(conversations)).scalar_one())


def fields(answer: Any) -> list[str]:
    return [error["field"] for error in answer.get_json()["data"]["errors"]]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "content"),
        ({"content": ""}, "content"),
        ({"content": "   "}, "content"),
        ({"content": None}, "content"),
        ({"content": 7}, "content"),
        ({"content": ["hello"]}, "content"),
        ({"content": "x" * 5001}, "content"),
        ({"content": "a\x00b"}, "content"),
        ({"content": "a\ud800b"}, "content"),
        ({"content": "pay \u202egnp.exe"}, "content"),
        ({"content": "e" + "\u0301" * 4000}, "content"),
        ({"content": "hello", "surprise": 1}, "surprise"),
        ({"content": "hello", "status": "won"}, "status"),
        ({"content": "hello", "timezone": "Mars/Olympus"}, "timezone"),
        ({"content": "hello", "timezone": "../../etc/passwd"}, "timezone"),
        ({"content": "hello", "locale": "not a locale!"}, "locale"),
        ({"content": "hello", "message_id": "one"}, "message_id"),
        ({"content": "hello", "page": "home"}, "page"),
        ({"content": "hello", "client_id": ""}, "client_id"),
        ({"content": "hello", "email": "x" * 300}, "email"),
        ({"content": "hello", "email": "no address"}, "email"),
        ({"content": "hello", "phone": "12"}, "phone"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_stored(
    client: FlaskClient, services: Services, body: dict[str, Any], field: str
) -> None:
    answer = client.post(CHAT, json=body)

    assert answer.status_code == 400
    assert fields(answer) == [field]
    assert answer.get_json()["status"] == "error"
    assert rows(services) == 0


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"locale": "??"}, "is no language tag; use one such as en-GB"),
        ({"page": "home"}, "must be an object"),
        ({"name": "x" * 201}, "is over 200 characters; shorten it"),
        ({"message_id": "one"}, "must be a UUID, such as 6f1c1a0e-8f0f-4a52-9a3b-0d2f3c1b7a55"),
        ({"message_id": 1}, "must be a UUID, such as 6f1c1a0e-8f0f-4a52-9a3b-0d2f3c1b7a55"),
    ],
)
def test_the_remedy_is_told_in_our_words(
    client: FlaskClient, body: dict[str, Any], message: str
) -> None:
    answer = client.post(CHAT, json={"content": "hello", **body}).get_json()

    assert [error["message"] for error in answer["data"]["errors"]] == [message]


@pytest.mark.parametrize("version", [False, "0", 0.0, None])
def test_what_is_no_number_rolls_no_instruction_back(staff: StaffClient, version: object) -> None:
    answer = staff.post("/system-instruction/rollback", json={"version": version})

    assert answer.status_code == 400
    assert answer.get_json()["data"]["errors"] == [
        {"field": "version", "message": "must be a whole number"}
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/leads?limit=0", "must be 1 or more"),
        ("/leads?limit=201", "must be 200 or less"),
        ("/leads?limit=many", "must be a whole number"),
        ("/leads/export?format=xml", "must be 'csv', 'xlsx' or 'json'"),
    ],
)
def test_the_remedy_for_a_query_is_told_in_our_words(
    staff: StaffClient, path: str, message: str
) -> None:
    answer = staff.get(path).get_json()

    assert [error["message"] for error in answer["data"]["errors"]] == [message]


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"not json",
        b"[]",
        b'"text"',
        b"null",
        b'{"content": NaN}',
        b'{"content": "\xff"}',
        b"[" * 100_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b'{"content": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_json_object_is_refused_with_the_reason(client: FlaskClient, raw: bytes) -> None:
    answer = client.post(CHAT, data=raw, content_type="application/json")

    assert answer.status_code == 400
    assert answer.get_json()["data"]["errors"]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "multipart/form-data; boundary=x"]
)
def test_another_content_type_is_told_what_to_send(client: FlaskClient, kind: str) -> None:
    answer = client.post(CHAT, data=b'{"content": "hello"}', content_type=kind)

    assert answer.status_code == 415
    assert "application/json" in answer.get_json()["message"]


def test_a_body_over_the_limit_is_refused_before_it_is_read(client: FlaskClient) -> None:
    answer = client.post(CHAT, data=b"x" * 300_000, content_type="application/json")

    assert answer.status_code == 413
    assert "256 KB" in answer.get_json()["message"]


def test_an_unknown_address_is_a_404_in_the_envelope(client: FlaskClient) -> None:
    answer = client.get("/no/such/page")

    assert answer.status_code == 404
    assert answer.get_json()["status"] == "error"


def test_a_wrong_method_is_a_405_that_names_the_right_ones(client: FlaskClient) -> None:
    answer = client.get(CHAT)

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert answer.get_json()["status"] == "error"


def test_harmful_characters_in_a_query_are_refused(staff: StaffClient) -> None:
    assert staff.get("/logs?cursor=a%00b").status_code == 400
    assert staff.get("/logs?cursor=garbled").status_code == 400
    assert staff.get("/logs?limit=0").status_code == 400
    assert staff.get("/logs?limit=many").status_code == 400


def test_right_to_left_text_and_emoji_are_welcome(client: FlaskClient) -> None:
    family = "👩\u200d👩\u200d👧 hi"
    for text in ("\u200fمرحبا، أريد عرض سعر", "שלום \u2067abc\u2069", family, "Tiếng Việt ổn"):
        assert client.post(CHAT, json={"content": text}).status_code == 200


def test_an_error_never_shows_a_trace_or_what_was_sent(client: FlaskClient) -> None:
    answer = client.post(CHAT, json={"content": "hello", "timezone": "<script>alert(1)</script>"})

    text = answer.get_data(as_text=True)
    assert "Traceback" not in text and "pydantic" not in text and "<script>" not in text
    assert answer.mimetype == "application/json"
