"""Reports: what an Excel workbook costs over a CSV file, in time and memory; and whether visitors
notice while one is written.

    python -m benchmarks.reports            10,000 and 100,000 leads, SQLite in a temporary folder
    BENCH_REPORT_LEADS=2000,20000 python -m benchmarks.reports

Read the ratios: the times are this machine's. Each measurement is a process of its own, so that
its memory is its own.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx2

from benchmarks._measuring import keep, percentile
from bootstrap import Services, build_services
from config import Settings
from core.clock import SettableClock
from core.database import Database
from leads.exporting import WorkbookHere
from leads.exports import COLUMNS, as_csv
from leads.model import LeadFilter
from leads.service import LeadService
from report_worker import report_writer
from reports.model import Wanted
from reports.workbook import Sheets
from schema import metadata
from tests.reports.many import add_leads
from tests.servers.service import running_service

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
SIZES = [int(size) for size in os.environ.get("BENCH_REPORT_LEADS", "10000,100000").split(",")]

# The sheet alone, of rows that are in memory, over csv.writer: what the writer adds.
SHEET_FLOOR = 5.0
# The whole report, read from the database, over the CSV export of the same leads.
REPORT_FLOOR = 2.0
MEGABYTES_FLOOR = 250
HEALTH_P95_MS_FLOOR = 250


def sample_rows(count: int) -> Iterator[list[Any]]:
    """Rows of 15 columns, as the figures of other writers were taken with."""
    for number in range(count):
        words = [f"word {number % 97} of column {column}" for column in range(10)]
        yield [number, NOW, number % 101, *words, f"person{number}@example.com", None]


def csv_of_rows(services: Services, count: int, folder: Path) -> None:
    with (folder / "rows.csv").open("w", newline="") as file:
        csv.writer(file).writerows(sample_rows(count))


def sheet_of_rows(services: Services, count: int, folder: Path) -> None:
    kinds = ["number", "instant", "number", *["text"] * 12]
    columns = [type(COLUMNS[0])(f"c{number}", kind) for number, kind in enumerate(kinds)]
    Sheets(services.booking_zone).write_table(
        folder / "rows.xlsx", "Rows", columns, sample_rows(count)
    )


def csv_of_leads(services: Services, count: int, folder: Path) -> None:
    with (folder / "leads.csv").open("w") as file:
        file.writelines(as_csv(services.get(LeadService).every(LeadFilter())))


def export_of_leads(services: Services, count: int, folder: Path) -> None:
    sheets = Sheets(services.booking_zone)
    WorkbookHere(services.get(LeadService), sheets).write(LeadFilter(), folder / "leads.xlsx")


def report_of_leads(services: Services, count: int, folder: Path) -> None:
    report_writer(services).write(Wanted(date(2026, 11, 23), NOW), folder / "report.xlsx")


WORK: dict[str, Callable[[Services, int, Path], None]] = {
    "csv of rows": csv_of_rows,
    "sheet of rows": sheet_of_rows,
    "csv of leads": csv_of_leads,
    "xlsx export": export_of_leads,
    "daily report": report_of_leads,
}


def settings_in(folder: Path) -> Settings:
    return Settings.load(_env_file=None, client_data_dir=folder, gemini_api_key=None)


def measure(name: str, count: int, folder: Path) -> None:
    """In a process of its own: prints CPU seconds and peak megabytes."""
    services = build_services(settings_in(folder), clock=SettableClock(NOW))
    tempfile.tempdir = str(folder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    WORK[name](services, count, folder)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"cpu_s": seconds, "peak_mb": peak / 1024, "start_mb": before / 1024}))


def measured(name: str, count: int, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.reports", "--measure", name, str(count)]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def writing(count: int) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database(settings_in(folder).database_location)
        metadata.create_all(database.engine)
        add_leads(database, count, NOW)
        database.close()
        found = {work: measured(work, count, folder) for work in WORK}
    for work, floor in (
        ("sheet of rows", "csv of rows"),
        ("xlsx export", "csv of leads"),
        ("daily report", "csv of leads"),
    ):
        found[work]["ratio"] = found[work]["cpu_s"] / found[floor]["cpu_s"]
    for work, taken in found.items():
        ratio = f"x {taken['ratio']:.2f}" if "ratio" in taken else ""
        print(f"  {work:16} {taken['cpu_s']:8.2f} s  {taken['peak_mb']:6.0f} MB  {ratio}")
    return found


def health_while_writing(count: int) -> dict[str, float]:
    """The service's own answers on /health, before and while it has a report written."""
    with running_service({"LOG_LEVEL": "warning"}) as service:
        database = Database(f"sqlite:///{service.data / 'parley.db'}")
        now = datetime.now(UTC)
        add_leads(database, count, now)
        database.close()
        idle = health_times(service.url, until=time.monotonic() + 5)
        answers: list[httpx2.Response] = []

        def generate() -> None:
            url = f"{service.url}/leads/reports/generate"
            answers.append(httpx2.post(url, json={}, headers=service.staff, timeout=600))

        writer = threading.Thread(target=generate)
        started = time.monotonic()
        writer.start()
        busy = health_times(service.url, until=started + 600, unless=lambda: not writer.is_alive())
        writer.join()
    assert answers[0].status_code == 201, answers[0].text
    found = {
        "seconds": time.monotonic() - started,
        "rows": answers[0].json()["data"]["rows"],
        "idle_p95_ms": percentile(idle, 95),
        "busy_p95_ms": percentile(busy, 95),
        "busy_max_ms": max(busy),
        "asked": len(busy),
    }
    print(
        f"  health p95 {found['idle_p95_ms']:.1f} ms idle, {found['busy_p95_ms']:.1f} ms while "
        f"{found['rows']} rows were written in {found['seconds']:.1f} s"
    )
    return found


def health_times(url: str, until: float, unless: Callable[[], bool] = lambda: False) -> list[float]:
    taken = []
    with httpx2.Client() as client:
        while time.monotonic() < until and not unless():
            started = time.perf_counter()
            client.get(f"{url}/health", timeout=30)
            taken.append((time.perf_counter() - started) * 1000)
            time.sleep(0.02)
    return taken


def main() -> int:
    found: dict[str, Any] = {"sizes": {}}
    for size in SIZES:
        print(f"{size} leads: CPU, peak memory, over the CSV file of the same")
        found["sizes"][size] = writing(size)
    found["health"] = health_while_writing(SIZES[-1])
    largest = found["sizes"][SIZES[-1]]
    checks = {
        "sheet over csv": (largest["sheet of rows"]["ratio"], SHEET_FLOOR),
        "report over csv of leads": (largest["daily report"]["ratio"], REPORT_FLOOR),
        "report's peak megabytes": (largest["daily report"]["peak_mb"], MEGABYTES_FLOOR),
        "health p95 ms": (found["health"]["busy_p95_ms"], HEALTH_P95_MS_FLOOR),
    }
    found["checks"] = {name: {"is": is_, "at_most": most} for name, (is_, most) in checks.items()}
    keep("reports", found)
    for name, (is_, most) in checks.items():
        print(f"{name}: {is_:.2f}, at most {most}")
    return 0 if all(is_ <= most for is_, most in checks.values()) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(main())
