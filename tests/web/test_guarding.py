"""Every route is guarded or on the public list; sessions, keys and origins are checked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.application import STAFF_KEY, MakeApp, StaffClient

# The whole list of what is open to everybody. A new route is staff only unless it is added here
# and marked `@public`.
PUBLIC = {
    ("GET", "/"),
    ("GET", "/widget.js"),
    ("GET", "/widget/<path:name>"),
    ("GET", "/static/<path:filename>"),
    ("POST", "/gemini/train"),
    ("GET", "/gemini/stream/<message_id>"),
    ("GET", "/gemini/conversation"),
    ("GET", "/gemini/widget-config"),
    ("POST", "/gemini/reset"),
    ("POST", "/gemini/rating"),
    ("POST", "/gemini/save-info"),
    ("GET", "/meetings/<token>"),
    ("GET", "/meetings/<token>.ics"),
    ("POST", "/meetings/<token>/reschedule"),
    ("POST", "/meetings/<token>/cancel"),
    ("GET", "/health"),
    ("GET", "/api/v1/health"),
    ("GET", "/metrics"),  # open to this machine only; see test_operations
    ("GET", "/openapi.json"),
    ("GET", "/docs"),
    ("GET", "/redoc"),
    ("GET", "/docs/assets/<path:name>"),
    ("GET", "/console/sign-in"),
    ("POST", "/console/sign-in"),
}


def routes(app: Flask) -> set[tuple[str, str]]:
    return {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_is_guarded_or_on_the_public_list(app: Flask, client: FlaskClient) -> None:
    for method, rule in sorted(routes(app) - PUBLIC):
        path = re.sub(r"<[^>]+>", "x", rule)
        answer = client.open(path, method=method, json={} if method != "GET" else None)
        signed_out = answer.status_code == 401 or (
            answer.status_code == 302 and "/console/sign-in" in answer.headers["Location"]
        )

        assert signed_out, f"{method} {rule} answered {answer.status_code}"


def test_the_public_list_names_only_routes_that_exist(app: Flask) -> None:
    assert routes(app) >= PUBLIC


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": STAFF_KEY},
        {"Authorization": f"Basic {STAFF_KEY}"},
        {"X-API-Key": ""},
        {"X-API-Key": STAFF_KEY + "x"},
        {"X-API-Key": STAFF_KEY[:-1]},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Request-From": "internal"},
        {"X-Original-URL": "/health"},
        {"X-Rewrite-URL": "/health"},
        {"X-Forwarded-User": "admin"},
    ],
)
def test_only_the_right_key_opens(client: FlaskClient, headers: dict[str, str]) -> None:
    assert client.get("/leads", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "path", ["//leads", "/./leads", "/LEADS", "/leads/", "/%6ceads", "/health/../leads", "/leads;x"]
)
def test_no_other_spelling_of_a_path_opens_it(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code != 200


def test_both_headers_take_the_key(client: FlaskClient) -> None:
    for headers in ({"Authorization": f"Bearer {STAFF_KEY}"}, {"X-API-Key": STAFF_KEY}):
        assert client.get("/leads", headers=headers).status_code == 200


def token_in(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, "the form has no CSRF token"
    return found[1]


def sign_in(client: FlaskClient, key: str = STAFF_KEY, **more: Any) -> Any:
    page = client.get("/console/sign-in").get_data(as_text=True)
    return client.post("/console/sign-in", data={"key": key, "csrf_token": token_in(page), **more})


def test_signing_in_opens_the_console_under_a_new_session_id(client: FlaskClient) -> None:
    client.get("/console/sign-in")
    before = client.get_cookie("parley_session")
    assert before is not None

    answer = sign_in(client)
    after = client.get_cookie("parley_session")

    assert answer.status_code == 303
    assert after is not None and after.value != before.value
    assert client.get("/leads").status_code == 200
    client.set_cookie("parley_session", before.value)
    assert client.get("/leads").status_code == 401


def test_signing_out_ends_the_session_on_the_server(client: FlaskClient) -> None:
    sign_in(client)
    cookie = client.get_cookie("parley_session")
    assert cookie is not None
    with client.session_transaction() as session:
        token = session["csrf"]

    client.post("/console/sign-out", data={"csrf_token": token})
    client.set_cookie("parley_session", cookie.value)

    assert client.get("/leads").status_code == 401


def test_guessing_the_key_is_stopped(client: FlaskClient) -> None:
    answers = [sign_in(client, "wrong-key-wrong-key-wrong").status_code for _ in range(20)]

    assert answers.count(429) >= 15
    assert 303 not in answers


def test_a_session_made_with_an_old_key_is_worth_nothing(make_app: MakeApp) -> None:
    client = make_app().test_client()
    sign_in(client)
    cookie = client.get_cookie("parley_session")
    assert cookie is not None
    with client.session_transaction() as session:
        kept = dict(session)

    other = make_app(admin_api_key="another-staff-key-0123456789").test_client()
    with other.session_transaction() as session:
        session.update(kept)

    assert other.get("/leads").status_code == 401


def test_a_session_needs_its_csrf_token_to_change_anything(client: FlaskClient) -> None:
    sign_in(client)
    with client.session_transaction() as session:
        token = session["csrf"]
    lead = {"name": "Ann", "email": "ann@example.com"}

    assert client.post("/leads", json=lead).status_code == 403
    assert client.post("/leads", json=lead, headers={"X-CSRF-Token": "wrong"}).status_code == 403
    assert client.post("/leads", json=lead, headers={"X-CSRF-Token": token}).status_code == 201


def test_a_foreign_site_cannot_use_the_session(client: FlaskClient) -> None:
    sign_in(client)
    with client.session_transaction() as session:
        token = session["csrf"]
    headers = {"X-CSRF-Token": token, "Origin": "https://evil.example"}

    answer = client.post("/leads", json={"name": "x", "email": "a@example.com"}, headers=headers)

    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/console//evil.example", "/\\evil"]
)
def test_signing_in_never_leads_to_another_site(client: FlaskClient, target: str) -> None:
    answer = sign_in(client, next=target)

    assert answer.headers["Location"] == "/console/today"


def test_only_named_sites_may_call_the_widgets_endpoints(make_app: MakeApp) -> None:
    client = make_app(allowed_origins="https://shop.example.com").test_client()
    say = {"content": "hello"}

    allowed = client.post("/gemini/train", json=say, headers={"Origin": "https://shop.example.com"})
    own = client.post("/gemini/train", json=say, headers={"Origin": "http://localhost"})

    assert allowed.status_code == 200
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://shop.example.com"
    assert "Origin" in allowed.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in allowed.headers
    assert own.status_code == 200
    for origin in (
        "https://evil.example",
        "https://shop.example.com.evil.example",
        "http://shop.example.com",
        "https://shop.example.com:8443",
        "null",
    ):
        answer = client.post("/gemini/train", json=say, headers={"Origin": origin})
        assert answer.status_code == 403, origin
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_staff_endpoints_answer_no_other_site(make_app: MakeApp) -> None:
    client = make_app(allowed_origins="https://shop.example.com").test_client()

    answer = client.options(
        "/leads",
        headers={
            "Origin": "https://shop.example.com",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "Authorization",
        },
    )

    assert "Access-Control-Allow-Origin" not in answer.headers


def test_every_page_has_a_policy_without_unsafe_inline(client: FlaskClient) -> None:
    for path in ("/", "/docs", "/redoc", "/console/sign-in"):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]

        assert answer.mimetype == "text/html", path
        assert "unsafe" not in policy and "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_reading_changes_nothing(app: Flask, staff: StaffClient) -> None:
    def dump() -> list[Any]:
        from core.database import metadata

        with app.extensions["database"].read() as connection:
            return [
                sorted(map(repr, connection.execute(table.select())))
                for table in metadata.sorted_tables
                if not table.name.startswith("knowledge")  # an index of files, kept up by reading
            ]

    staff.post("/leads", json={"name": "Ann", "email": "ann@example.com"})
    before = dump()
    for method, rule in sorted(routes(app)):
        if method == "GET":
            staff.get(re.sub(r"<[^>]+>", "x", rule))

    assert dump() == before
