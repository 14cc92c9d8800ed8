"""Reports by the running service: visitors go on, and kill -9 leaves no half of one."""

from __future__ import annotations

import io
import random
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from openpyxl import load_workbook

from core.database import Database
from tests.effort import THOROUGH
from tests.reports.many import add_leads
from tests.servers.service import RunningService, running_service

KILLS = 5 if THOROUGH else 2
QUIET = {"LOG_LEVEL": "warning"}


def fill(service: RunningService, leads: int) -> None:
    database = Database(f"sqlite:///{service.data / 'parley.db'}")
    add_leads(database, leads, datetime.now(UTC))
    database.close()


def generate(service: RunningService, seconds: float = 60) -> httpx2.Response:
    url = f"{service.url}/leads/reports/generate"
    return httpx2.post(url, json={}, headers=service.staff, timeout=seconds)


def finished(service: RunningService) -> list[str]:
    answer = httpx2.get(f"{service.url}/leads/reports", headers=service.staff, timeout=20)
    return [each["filename"] for each in answer.json()["data"]["reports"]]


def on_disk(service: RunningService) -> list[Path]:
    return sorted((service.data / "daily_lead_reports").glob("*.xlsx"))


@pytest.mark.crash
def test_visitors_are_answered_while_a_report_is_written() -> None:
    with running_service(QUIET) as service:
        fill(service, 5000)
        answers: list[httpx2.Response] = []
        writing = threading.Thread(target=lambda: answers.append(generate(service)))
        writing.start()
        waits = []
        with httpx2.Client() as client:
            while writing.is_alive():
                asked = time.monotonic()
                assert client.get(f"{service.url}/health", timeout=20).status_code == 200
                waits.append(time.monotonic() - asked)
                time.sleep(0.02)

        assert answers[0].status_code == 201, answers[0].text
        assert answers[0].json()["data"]["rows"] == 5000
        assert len(waits) > 20
        assert sorted(waits)[int(len(waits) * 0.95)] <= 0.25


@pytest.mark.crash
def test_a_service_that_is_killed_leaves_no_half_report_and_writes_the_next() -> None:
    dice = random.Random(20261121)
    with running_service(QUIET) as service:
        fill(service, 2000)
        for _ in range(KILLS):
            writing = threading.Thread(target=try_to_generate, args=(service,))
            writing.start()
            time.sleep(dice.uniform(0.3, 2.5))
            service.kill()
            writing.join()
            service.start()

            names = finished(service)
            assert set(names) <= {path.name for path in on_disk(service)}
            for name in names:
                assert leads_in(service, name) == 2000

        made = generate(service)
        assert made.status_code == 201, made.text
        assert leads_in(service, made.json()["data"]["filename"]) == 2000


def try_to_generate(service: RunningService) -> None:
    try:
        generate(service)
    except httpx2.HTTPError:
        return


def leads_in(service: RunningService, name: str) -> int:
    url = f"{service.url}/leads/reports/download/{name}"
    content = httpx2.get(url, headers=service.staff, timeout=20).content
    workbook = load_workbook(io.BytesIO(content), read_only=True)
    count = sum(1 for _ in workbook["Leads of the day"].iter_rows()) - 1
    workbook.close()
    return count
