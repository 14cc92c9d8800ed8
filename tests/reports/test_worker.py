"""The writing process: does what it is asked, tells what went wrong, and may die at any time."""

from __future__ import annotations

import io
import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bootstrap import Services
from core.errors import Unavailable
from leads.exporting import LeadExport
from leads.exports import COLUMNS
from leads.model import LeadFilter
from leads.service import LeadService
from reports.elsewhere import ChildProcess
from reports.model import Wanted, Written
from reports.service import ReportService
from reports.tasks import LEADS, REPORT, WorkbooksElsewhere, as_answer, filter_of, wanted_of
from tests.faults.disk import small_disk
from tests.reports.conftest import figure, rows_of
from tests.reports.many import add_leads

ROOT = Path(__file__).resolve().parents[2]


# What a process does when it dies or finds no room is the same whatever it read from.
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def worker(services: Services) -> ReportService:
    """As the product is put together: reports are written by another process."""
    found: ReportService = services.get(ReportService)
    return found


@pytest.fixture
def shelf(services: Services) -> Path:
    return services.settings.client_data_dir / "daily_lead_reports"


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def children() -> set[int]:
    tasks = Path("/proc/self/task").iterdir()
    return {int(pid) for task in tasks for pid in (task / "children").read_text().split()}


def test_the_other_process_writes_what_this_one_would(worker, services, visitors, clock, report):
    for number in range(3):
        visitors.leaves(f"v{number}@example.com", utm={"utm_source": "fair"})

    made = worker.generate(by="sam")

    theirs, ours = load_workbook(worker.path_of(made.filename)), report()
    for sheet in ours:
        assert list(theirs[sheet.title].values) == list(sheet.values)
    assert made.rows == 3
    assert made.made_at == clock.now()
    assert figure(theirs, "New leads")[0] == 3
    theirs.close()


def test_the_leads_export_is_written_by_it_too(services: Services, shelf, clock):
    leads: LeadService = services.get(LeadService)
    leads.create({"name": "Ann", "phone": "+49 30 901820", "status": "won"}, "sam")
    leads.create({"name": "Bob", "company": "=1+1"}, "sam")

    whole = b"".join(services.get(LeadExport).workbook(LeadFilter()))
    won = b"".join(services.get(LeadExport).workbook(LeadFilter(status="won", since=clock.now())))

    rows = rows_of(load_workbook(io.BytesIO(whole)), "Leads")
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert {row["company"] for row in rows} == {None, "'=1+1"}
    assert {row["phone"] for row in rows} == {None, "+4930901820"}
    assert rows[0]["created_at"] == datetime(2026, 11, 23, 10, 0)
    assert [row["name"] for row in rows_of(load_workbook(io.BytesIO(won)), "Leads")] == ["Ann"]
    assert left_in(shelf) == []


def test_both_sides_understand_the_same(tmp_path):
    asked = []

    class Child(ChildProcess):
        def run(self, task, arguments, folder):
            asked.append((task, arguments))
            return as_answer(Written(7, b"\x00\xff"))

    elsewhere = WorkbooksElsewhere(Child(ROOT, {}, seconds=1))
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    for wanted in (Wanted(date(2026, 11, 23), at, at), Wanted(date(2026, 11, 23), at)):
        assert elsewhere.write_report(wanted, tmp_path / "x") == Written(7, b"\x00\xff")
        assert wanted_of(asked[-1][1]) == wanted
    for some in (LeadFilter(), LeadFilter("won", "ann", at, at, "sam", "fair")):
        elsewhere.write_leads(some, tmp_path / "x")
        assert filter_of(asked[-1][1]) == some
    assert {task for task, _ in asked} == {REPORT, LEADS}


Wait = Callable[[Path], bool]


def at_once(shelf: Path) -> bool:
    return True


def while_it_writes(shelf: Path) -> bool:
    return any(path.stat().st_size for path in shelf.glob(".writing-*/rows-0.xml"))


def when_it_packs(shelf: Path) -> bool:
    return any(path.stat().st_size for path in shelf.glob(".writing-*/daily_leads*.xlsx"))


@ON_SQLITE
@pytest.mark.parametrize("moment", [at_once, while_it_writes, when_it_packs])
def test_a_killed_writer_leaves_nothing_and_the_next_try_works(
    worker, services, shelf, clock, moment: Wait
):
    add_leads(services.database, 2500, clock.now())
    failed: list[BaseException] = []

    def generate() -> None:
        try:
            worker.generate(by="sam")
        except Unavailable as error:
            failed.append(error)

    before = children()
    thread = threading.Thread(target=generate)
    thread.start()
    killed = kill_when(lambda: moment(shelf), before)
    thread.join(60)

    assert killed
    assert "try again" in failed[0].message
    assert left_in(shelf) == []
    assert worker.list() == []
    made = worker.generate(by="sam")
    assert left_in(shelf) == [made.filename]
    assert made.rows == 2500


def kill_when(ready: Callable[[], bool], before: set[int]) -> bool:
    """kill -9 of the one process that was started since, at the moment."""
    give_up_at = time.monotonic() + 60
    while time.monotonic() < give_up_at:
        new = children() - before
        if new and ready():
            for pid in new:
                os.kill(pid, signal.SIGKILL)
            return True
        time.sleep(0.001)
    return False


@ON_SQLITE
def test_a_full_disk_is_told_by_the_other_process(make_app, tmp_path, clock):
    with small_disk(tmp_path / "disk", kilobytes=2048) as disk:
        services = make_app(client_data_dir=disk.path / "data").extensions["built"]
        add_leads(services.database, 500, clock.now())
        worker = services.get(ReportService)
        (disk.path / "data" / "daily_lead_reports").mkdir(parents=True)
        disk.fill(leaving_bytes=40_000)

        with pytest.raises(Unavailable, match="disk is full"):
            worker.generate(by="sam")
        with pytest.raises(Unavailable, match="disk is full"):
            b"".join(services.get(LeadExport).workbook(LeadFilter()))
        assert left_in(disk.path / "data" / "daily_lead_reports") == []
        disk.empty()

        assert worker.generate(by="sam").rows == 500


def test_a_database_that_does_not_answer_is_told_too(make_app, tmp_path):
    settings = (
        make_app()
        .extensions["built"]
        .settings.model_copy(update={"database_url": "postgresql://parley@127.0.0.1:9/none"})
    )
    child = ChildProcess(ROOT / "report_worker.py", settings.model_dump(mode="json"), seconds=60)
    arguments = {"day": "2026-11-23", "now": "2026-11-23T09:00:00+00:00", "since": None}

    with pytest.raises(Unavailable, match="database"):
        child.run(REPORT, {**arguments, "path": str(tmp_path / "x.xlsx")}, tmp_path)


def program(folder: Path, text: str) -> Path:
    path = folder / "program.py"
    path.write_text(text)
    return path


def test_a_writer_that_takes_too_long_is_stopped(tmp_path):
    sleeps = program(tmp_path, "import time; time.sleep(60)")
    before, began = children(), time.monotonic()

    with pytest.raises(Unavailable, match="was stopped"):
        ChildProcess(sleeps, {}, seconds=0.5).run(REPORT, {}, tmp_path)

    assert time.monotonic() - began < 20
    assert children() == before


def test_what_the_other_process_prints_is_not_taken_for_its_answer(tmp_path):
    chatty = program(tmp_path, "print('a warning')")

    with pytest.raises(Unavailable):
        ChildProcess(chatty, {}, seconds=20).run(REPORT, {}, tmp_path)


def test_secrets_are_neither_on_the_command_line_nor_in_the_environment(tmp_path):
    looks = program(
        tmp_path,
        "import json, os, sys; sys.stdin.read()\n"
        "seen = ' '.join(sys.argv) + repr(dict(os.environ))\n"
        "print(json.dumps({'seen': seen}))",
    )

    answer = ChildProcess(looks, {"secret_key": "s3cret-of-ours"}, seconds=20).run(
        REPORT, {}, tmp_path
    )

    assert "s3cret-of-ours" not in answer["seen"]


def test_only_two_at_a_time(tmp_path):
    counts = program(
        tmp_path,
        "import json, os, sys, time; sys.stdin.read()\n"
        f"folder = {str(tmp_path)!r}\n"
        "mine = os.path.join(folder, f'running-{os.getpid()}'); open(mine, 'w').close()\n"
        "time.sleep(0.2)\n"
        "many = len([n for n in os.listdir(folder) if n.startswith('running-')])\n"
        "os.unlink(mine); print(json.dumps({'many': many}))",
    )
    child, seen = ChildProcess(counts, {}, seconds=20), []

    def run() -> None:
        seen.append(child.run(REPORT, {}, tmp_path)["many"])

    threads = [threading.Thread(target=run) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 5
    assert max(seen) <= 2
