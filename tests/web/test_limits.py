"""Rate limits count the visitor's address, tell when to come back, and are never off."""

from __future__ import annotations

import itertools

from flask.testing import FlaskClient

from tests.application import STAFF_KEY, MakeApp
from tests.servers.redis import running_redis

FEW = "5 per hour"
SAY = {"content": "hello"}


def accepted(client: FlaskClient, times: int, **headers: str) -> int:
    return [
        client.post("/gemini/train", json=SAY, headers=headers).status_code for _ in range(times)
    ].count(200)


def test_over_the_limit_is_told_when_to_come_back(make_app: MakeApp) -> None:
    client = make_app(rate_limits=FEW).test_client()

    assert accepted(client, 5) == 5
    refused = client.post("/gemini/train", json=SAY)

    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 3600
    assert refused.headers["RateLimit-Limit"] == "5"
    assert refused.headers["RateLimit-Remaining"] == "0"
    assert 0 < int(refused.headers["RateLimit-Reset"]) <= 3600
    assert refused.get_json()["status"] == "error"


def test_an_answer_that_refuses_nothing_says_nothing_about_coming_back(make_app: MakeApp) -> None:
    answer = make_app(rate_limits=FEW).test_client().post("/gemini/train", json=SAY)

    assert "Retry-After" not in answer.headers
    assert answer.headers["RateLimit-Remaining"] == "4"


def test_headers_and_cookies_of_the_visitor_make_no_difference(make_app: MakeApp) -> None:
    app = make_app(rate_limits=FEW)
    count = 0
    for number, name in zip(
        range(30),
        itertools.cycle(["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP"]),
        strict=False,
    ):
        count += accepted(app.test_client(), 1, **{name: f"10.0.0.{number}"})

    assert count == 5


def test_behind_a_trusted_proxy_each_visitor_counts_alone(make_app: MakeApp) -> None:
    client = make_app(rate_limits=FEW, trusted_proxies=1).test_client()

    for visitor in ("10.0.0.1", "10.0.0.2"):
        assert accepted(client, 7, **{"X-Forwarded-For": visitor}) == 5
    # What the visitor wrote in front of the proxy's entry does not count.
    assert accepted(client, 3, **{"X-Forwarded-For": "1.2.3.4, 10.0.0.1"}) == 0


def test_staff_and_health_are_not_limited(make_app: MakeApp) -> None:
    client = make_app(rate_limits=FEW).test_client()
    key = {"X-API-Key": STAFF_KEY}

    assert accepted(client, 8, **key) == 8
    assert all(client.get("/health").status_code == 200 for _ in range(8))


def test_the_limit_stands_while_redis_is_down(make_app: MakeApp) -> None:
    with running_redis() as server:
        client = make_app(rate_limits=FEW, redis_url=server.url).test_client()
        assert accepted(client, 1) == 1
    statuses = [client.post("/gemini/train", json=SAY).status_code for _ in range(12)]

    assert statuses.count(200) == 5 and statuses.count(429) == 7
