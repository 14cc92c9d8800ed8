"""A part that fails degrades one feature, visibly, and never the conversation."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import API_KEY, GeminiServer
from tests.faults.proxy import FaultProxy
from tests.process.calling import RATES, rows, say
from tests.servers.postgres import PostgresServer
from tests.servers.redis import RedisServer
from tests.servers.service import running_service

FAULTS: dict[str, Callable[[FaultProxy], None]] = {
    "refuses": lambda proxy: proxy.refuse(),
    "resets": lambda proxy: proxy.reset(),
    "hangs": lambda proxy: proxy.blackhole(),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_conversation_goes_on_without_redis(redis_server: RedisServer, fault: str) -> None:
    address = httpx2.URL(redis_server.url)
    with FaultProxy((address.host, address.port or 6379)) as proxy:
        environment = {**RATES, "REDIS_URL": f"redis://127.0.0.1:{proxy.port}/0"}
        with running_service(environment) as service:
            first = say(service, "Hello").json()["data"]
            FAULTS[fault](proxy)
            say(service, "the one that notices")
            took = []
            for number in range(10):
                began = time.monotonic()
                answer = say(
                    service, f"I'm Ann, ann{number}@example.com", client_id=first["client_id"]
                )
                took.append(time.monotonic() - began)
                assert answer.status_code == 200
                assert answer.json()["data"]["conversation_id"] == first["conversation_id"]
            report = httpx2.get(f"{service.url}/api/v1/health", timeout=10).json()
            proxy.ok()
            time.sleep(3.5)  # the breaker's rest
            after = say(service, "and now?", client_id=first["client_id"]).json()["data"]
            health_after = httpx2.get(f"{service.url}/api/v1/health", timeout=10).json()
            [(count,)] = rows(service, "SELECT count(*) FROM turns WHERE answered_at IS NOT NULL")

    assert report["components"]["redis"]["status"] == "unhealthy"
    assert health_after["components"]["redis"]["status"] == "healthy"
    assert after["conversation_id"] == first["conversation_id"]
    assert count == 13
    assert statistics.median(took) < 3  # the bench has the figure; without a breaker it is more


def test_it_starts_while_redis_is_down() -> None:
    with running_service({**RATES, "REDIS_URL": "redis://127.0.0.1:9/0"}) as service:
        assert say(service, "I'm Ann, ann@example.com").status_code == 200
        assert len(rows(service, "SELECT 1 FROM leads")) == 1


def test_a_wiped_redis_loses_nothing(redis_server: RedisServer) -> None:
    with running_service({**RATES, "REDIS_URL": redis_server.url}) as service:
        first = say(service, "I'm Ann, ann@example.com").json()["data"]
        redis_server.flush()
        again = say(service, "Can we meet on Tuesday?", client_id=first["client_id"]).json()["data"]

        assert again["conversation_id"] == first["conversation_id"]
        assert "name" not in again["reply"].lower().split()


def test_a_locked_database_is_waited_for_and_one_locked_for_long_is_told() -> None:
    with running_service(RATES) as service:
        say(service, "hello")
        other = sqlite3.connect(service.data / "parley.db", isolation_level=None)
        with ThreadPoolExecutor(4) as pool:
            other.execute("BEGIN IMMEDIATE")
            waiting = [pool.submit(say, service, f"hello {n}") for n in range(3)]
            time.sleep(2.5)
            began = time.monotonic()
            assert httpx2.get(f"{service.url}/health").status_code == 200
            assert time.monotonic() - began < 1
            other.execute("ROLLBACK")
            assert [future.result().status_code for future in waiting] == [200] * 3

            other.execute("BEGIN IMMEDIATE")
            refused = say(service, "I'm Ann, ann@example.com")
            other.execute("ROLLBACK")
        other.close()

        assert refused.status_code == 503
        assert int(refused.headers["Retry-After"]) >= 1
        assert "saved" in refused.json()["message"]
        assert rows(service, "SELECT 1 FROM leads") == []
        assert say(service, "I'm Ann, ann@example.com").status_code == 200
        assert len(rows(service, "SELECT 1 FROM leads")) == 1


@pytest.mark.parametrize("fault", ["refuses", "resets"])
def test_nothing_is_called_saved_while_the_database_is_away_and_all_goes_on_when_it_is_back(
    postgres_server: PostgresServer, fault: str
) -> None:
    with FaultProxy(("127.0.0.1", postgres_server.port)) as proxy:
        away = postgres_server.tcp_url(postgres_server.new_database(), proxy.port)
        with running_service({**RATES, "DATABASE_URL": away}) as service:
            first = say(service, "Hello").json()["data"]
            FAULTS[fault](proxy)
            proxy.refuse()
            refused = [say(service, f"I'm Ann, ann{n}@example.com") for n in range(3)]
            alive = httpx2.get(f"{service.url}/health", timeout=5).status_code
            proxy.ok()
            began = time.monotonic()
            while (after := say(service, "hi", client_id=first["client_id"])).status_code != 200:
                assert time.monotonic() - began < 10
                time.sleep(0.1)
            leads = httpx2.get(f"{service.url}/leads", headers=service.staff, timeout=10).json()

    assert {answer.status_code for answer in refused} == {503}
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in refused)
    assert all("Nothing was saved" in answer.json()["message"] for answer in refused)
    assert alive == 200
    assert after.json()["data"]["conversation_id"] == first["conversation_id"]
    assert leads["data"]["leads"] == []


def test_fifty_hung_turns_stop_nobody_else() -> None:
    with GeminiServer() as fake:
        fake.respond_with(lambda request: gemini.hang())
        environment = {
            **RATES,
            "GEMINI_API_KEY": API_KEY,
            "GOOGLE_GEMINI_BASE_URL": fake.url,
        }
        with running_service(environment) as service, ThreadPoolExecutor(50) as pool:
            began = time.monotonic()
            hung = [pool.submit(say, service, f"I'm Ann, a{n}@example.com") for n in range(50)]
            while len(fake.journal) < 50 and time.monotonic() - began < 10:
                time.sleep(0.05)
            took = []
            for _ in range(40):
                start = time.monotonic()
                assert httpx2.get(f"{service.url}/health").status_code == 200
                took.append(time.monotonic() - start)
            answers = [future.result() for future in hung]

            assert time.monotonic() - began < 45
            assert {a.status_code for a in answers} == {200}
            assert {a.json()["data"]["degraded"] for a in answers} == {True}
            assert len(rows(service, "SELECT 1 FROM leads")) == 50
            assert max(took) < 5  # a stopped loop takes until the deadline


def test_it_says_when_the_database_does_not_answer_at_the_start() -> None:
    from tests.servers.scratch import scratch_folder
    from tests.servers.service import RunningService

    with scratch_folder("nodb") as folder:
        service = RunningService(
            folder, {"DATABASE_URL": "postgresql://parley:hunter2hunter2@127.0.0.1:9/parley"}
        )
        process = service.start_without_waiting()

        assert process.wait(60) == 1
        last = service.logs().strip().splitlines()[-1]
        assert "database does not answer" in last and "hunter2" not in service.logs()
