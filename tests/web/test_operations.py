"""Health, metrics, logs and the interface's description."""

from __future__ import annotations

import io
import json
import logging
import re
from typing import Any

import structlog
from flask import Flask
from flask.testing import FlaskClient

from tests.application import MakeApp, StaffClient
from web.logging import set_up_logging


def test_health_says_ok_and_its_parts_say_how_they_are(client: FlaskClient) -> None:
    assert client.get("/health").get_json() == {"ok": True}
    report = client.get("/api/v1/health").get_json()

    assert report["status"] == "healthy"
    assert {"database", "redis", "model", "calendar", "scheduler"} <= set(report["components"])


def test_a_part_that_is_down_degrades_health_and_says_what_to_do(make_app: MakeApp) -> None:
    client = make_app(redis_url="redis://127.0.0.1:9/0").test_client()

    report = client.get("/api/v1/health").get_json()

    assert client.get("/health").status_code == 200
    assert report["status"] == "degraded"
    assert report["components"]["redis"]["status"] == "unhealthy"
    assert "REDIS_URL" in report["components"]["redis"]["message"]


def test_metrics_count_and_are_not_for_everybody(client: FlaskClient, staff: StaffClient) -> None:
    client.post("/gemini/train", json={"content": "hello"})

    text = staff.get("/metrics").get_data(as_text=True)
    assert 'parley_turns_total{degraded="false",engine="scripted"} 1.0' in text
    assert client.get("/metrics").status_code == 200  # this machine
    elsewhere = {"environ_base": {"REMOTE_ADDR": "203.0.113.9"}}
    assert client.get("/metrics", **elsewhere).status_code == 401
    through_a_proxy = client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
    assert through_a_proxy.status_code == 401


def described(app: Flask) -> set[tuple[str, str]]:
    document = app.test_client().get("/openapi.json").get_json()
    return {(method.upper(), path) for path, item in document["paths"].items() for method in item}


def test_the_description_names_every_endpoint_of_the_interface(app: Flask) -> None:
    served = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if not rule.rule.startswith(("/console", "/static", "/widget", "/docs", "/redoc"))
        and rule.rule not in ("/", "/health", "/api/v1/health", "/metrics", "/openapi.json")
    }

    assert described(app) == served


def test_the_description_is_openapi_that_tools_accept(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()

    assert document["openapi"].startswith("3.1")
    assert set(document["components"]["securitySchemes"]) == {"staff_key", "staff_key_header"}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            assert operation.get("summary"), f"{method} {path} says nothing"


def test_the_pages_assets_are_served_by_us(client: FlaskClient) -> None:
    for page in ("/docs", "/redoc"):
        text = client.get(page).get_data(as_text=True)
        sources = re.findall(r'(?:src|href)="([^"]+)"', text)
        for source in sources:
            assert source.startswith(("/", "data:"))
            if source.startswith("/"):
                with client.get(source) as asset:
                    assert asset.status_code == 200, source


def logged(call: Any) -> list[dict[str, Any]]:
    """The lines that a call logs."""
    structlog.reset_defaults()
    set_up_logging("info")
    stream = io.StringIO()
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    try:
        call()
    finally:
        logging.getLogger().handlers = []
        structlog.reset_defaults()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_logs_hold_a_request_id_and_no_personal_data(client: FlaskClient) -> None:
    words = "I am Zebulon Quartz, zebulon@quartz.example, +49 30 90182012, help!"
    lines = logged(
        lambda: client.post(
            "/gemini/train", json={"content": words}, headers={"X-Request-Id": "abc-1"}
        )
    )

    text = json.dumps(lines)
    assert any(line.get("request_id") == "abc-1" for line in lines)
    for secret in ("Zebulon", "quartz.example", "90182012", "help!"):
        assert secret not in text


def test_a_line_cannot_be_forged(client: FlaskClient) -> None:
    forged = 'x"\n{"level": "info", "event": "forged"}'
    lines = logged(lambda: client.get("/health", headers={"User-Agent": "a", "X-Request-Id": "b"}))
    lines += logged(lambda: structlog.get_logger("t").info("said", words=forged))

    assert not any(line["event"] == "forged" for line in lines)


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method.upper()} {path}", operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]


def test_the_description_tells_every_status_and_the_envelope_of_failures(
    client: FlaskClient,
) -> None:
    for name, operation in operations(client.get("/openapi.json").get_json()):
        answers = operation["responses"]
        assert any(status.startswith("2") for status in answers), name
        assert {"400", "403", "404", "409", "422", "429", "503"} <= set(answers), name
        assert ("401" in answers) == bool(operation.get("security")), name
        for status, answer in answers.items():
            if status >= "4":
                schema = answer["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/ErrorEnvelope"}, name


def test_every_endpoint_that_needs_the_key_says_so_in_the_description(
    app: Flask, client: FlaskClient
) -> None:
    document = client.get("/openapi.json").get_json()
    for name, operation in operations(document):
        method, path = name.split()
        answer = client.open(re.sub(r"{\w+}", "x", path), method=method, json={})
        assert (answer.status_code == 401) == bool(operation.get("security")), name


def test_a_body_that_may_be_left_out_is_described_as_such(client: FlaskClient) -> None:
    paths = client.get("/openapi.json").get_json()["paths"]

    assert paths["/logs/clear"]["post"]["requestBody"]["required"] is False
    assert paths["/gemini/train"]["post"]["requestBody"]["required"] is True
