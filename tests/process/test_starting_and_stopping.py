"""Starting says what is wrong in one line; stopping finishes what was begun."""

from __future__ import annotations

import stat
import threading
import time
from pathlib import Path

import httpx2
import pytest

from config import Settings, WrongSettings
from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import API_KEY, GeminiServer
from tests.process.calling import RATES, say
from tests.servers.scratch import scratch_folder
from tests.servers.service import RunningService, running_service


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("BUSINESS_TIMEZONE", "Mars/Olympus", "BUSINESS_TIMEZONE"),
        ("BUSINESS_HOURS", "whenever", "BUSINESS_HOURS"),
        ("MEETING_MINUTES", "soon", "MEETING_MINUTES"),
        ("SECRET_KEY", "dev", "SECRET_KEY"),
        ("SECRET_KEY", "change-me-in-production", "SECRET_KEY"),
        ("ADMIN_API_KEY", "password", "ADMIN_API_KEY"),
        ("ALLOWED_ORIGINS", "*", "ALLOWED_ORIGINS"),
        ("ALLOWED_ORIGINS", "https://a.example/path", "ALLOWED_ORIGINS"),
        ("LLM_PROVIDER", "oracle", "LLM_PROVIDER"),
        ("LLM_PROVIDER", "gemini", "GEMINI_API_KEY"),
        ("WEB_CONCURRENCY", "2", "REDIS_URL"),
        ("RATE_LIMITS", "a lot", "RATE_LIMITS"),
        ("REPORT_TIME", "25:00", "REPORT_TIME"),
        ("DATABASE_URL", "mysql://nowhere", "DATABASE_URL"),
        ("REDIS_URL", "http://nowhere", "REDIS_URL"),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(
    name: str, value: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIENT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv(name, value)

    with pytest.raises(WrongSettings) as refused:
        Settings.load(_env_file=None)

    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_wrong_setting_stops_the_start_with_one_line() -> None:
    with scratch_folder("wrong") as folder:
        service = RunningService(folder, {"SECRET_KEY": "change-me-in-production"})
        process = service.start_without_waiting()

        assert process.wait(30) == 2
        lines = service.logs().strip().splitlines()
        assert len(lines) == 1, lines
        assert lines[0].startswith("parley: ") and "SECRET_KEY" in lines[0]


def test_keys_are_made_once_and_only_the_owner_may_read_them() -> None:
    with running_service(RATES) as service:
        for name in (".admin_api_key", ".secret_key"):
            path = service.data / name
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert len(path.read_text().strip()) >= 40
        key = service.admin_key
        service.restart()

        assert service.admin_key == key
        assert httpx2.get(f"{service.url}/leads", headers=service.staff).status_code == 200


def test_a_second_process_on_the_embedded_store_is_refused() -> None:
    with running_service(RATES) as service:
        second = RunningService(service.data.parent, RATES)
        process = second.start_without_waiting()

        assert process.wait(30) == 2
        assert "REDIS_URL" in second.logs()
        assert service.is_healthy()


def test_shutting_down_finishes_the_turns_in_flight() -> None:
    with GeminiServer() as fake:
        fake.respond_with(lambda request: gemini.text("Hello ", "there.", delay=1.0).after(1.0))
        environment = {
            **RATES,
            "GEMINI_API_KEY": API_KEY,
            "GOOGLE_GEMINI_BASE_URL": fake.url,
        }
        with running_service(environment) as service:
            answers: list[httpx2.Response] = []
            threads = [
                threading.Thread(target=lambda n=n: answers.append(say(service, f"hello {n}")))
                for n in range(10)
            ]
            for thread in threads:
                thread.start()
            while len(fake.journal) < 10:
                time.sleep(0.02)
            began = time.monotonic()
            status = service.terminate()
            for thread in threads:
                thread.join()

            assert status == 0 and time.monotonic() - began < 30
            assert [a.status_code for a in answers] == [200] * 10
            assert {a.json()["reply"] for a in answers} == {"Hello there."}


def test_a_visitor_who_left_is_answered_in_the_transcript_all_the_same() -> None:
    with GeminiServer() as fake:
        fake.respond_with(lambda request: gemini.text("I will remember that.").after(1.5))
        environment = {
            **RATES,
            "GEMINI_API_KEY": API_KEY,
            "GOOGLE_GEMINI_BASE_URL": fake.url,
        }
        with running_service(environment) as service:
            with httpx2.stream(
                "POST",
                f"{service.url}/gemini/train",
                json={"content": "I'm Ann, ann@example.com"},
                headers={"Accept": "text/event-stream"},
                timeout=30,
            ) as response:
                first = next(response.iter_lines())
                assert first.startswith("id: 1-")
            assert service.terminate() == 0

            service.start()
            logs = httpx2.get(f"{service.url}/logs", headers=service.staff).json()["data"]["logs"]
            text = httpx2.get(f"{service.url}/logs/{logs[0]['filename']}", headers=service.staff)
            assert text.text == "user: I'm Ann, ann@example.com\nmodel: I will remember that.\n"
