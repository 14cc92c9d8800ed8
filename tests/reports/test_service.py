"""Reports as files: whole or not there, known by name, written once, gone with the person."""

from __future__ import annotations

import errno
import threading
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from core.errors import Conflict, InvalidInput, NotFound, Unavailable
from leads.model import Person
from reports.model import Once, Written
from reports.service import DEAD_AFTER, ReportService
from reports.store import Begun, begin
from tests.faults.disk import small_disk
from tests.reports.conftest import rows_of

MONDAY = date(2026, 11, 23)
BERLIN = ZoneInfo("Europe/Berlin")
SLOT = MONDAY.isoformat()


class Writer:
    """Stands for the writing process: writes a little, or goes wrong as it is told to."""

    def __init__(self) -> None:
        self.wanted = []
        self.meanwhile = lambda wanted, path: None

    def __call__(self, wanted, path):
        self.wanted.append(wanted)
        path.write_bytes(b"half")
        self.meanwhile(wanted, path)
        path.write_bytes(b"a whole workbook")
        return Written(3, b"")


@pytest.fixture
def writer_process():
    return Writer()


@pytest.fixture
def service(database, clock, writer_process, folder):
    return ReportService(database, clock, writer_process, folder, BERLIN)


def files(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def fails(error):
    def meanwhile(wanted, path):
        raise error

    return meanwhile


# On demand


def test_a_report_is_a_file_named_after_its_day_and_the_time_it_was_written(service, folder):
    made = service.generate(by="sam")

    assert made.filename == "daily_leads_2026-11-23_100000.xlsx"
    assert (made.business_date, made.kind, made.requested_by) == (MONDAY, "on_demand", "sam")
    assert (made.rows, made.size) == (3, len(b"a whole workbook"))
    assert files(folder) == [made.filename]
    assert service.path_of(made.filename).read_bytes() == b"a whole workbook"


def test_today_is_the_business_day_and_not_utcs(service, clock):
    clock.set(datetime(2026, 11, 24, 0, 30, tzinfo=BERLIN))

    assert service.generate(by="sam").business_date == date(2026, 11, 24)


def test_a_day_to_come_is_refused_and_nothing_is_written(service, folder):
    with pytest.raises(InvalidInput) as refused:
        service.generate(MONDAY + timedelta(days=1), by="sam")

    assert refused.value.errors[0].field == "date"
    assert "2026-11-23" in refused.value.errors[0].message
    assert files(folder) == []
    with pytest.raises(InvalidInput):
        service.generate(date(1999, 12, 31), by="sam")


def test_reports_of_one_second_have_names_of_their_own(service, folder):
    names = [service.generate(by="sam").filename for _ in range(3)]

    assert names == [f"daily_leads_2026-11-23_10000{n}.xlsx" for n in range(3)]
    assert files(folder) == names


def test_in_the_hour_that_comes_twice_no_report_takes_anothers_name(service, clock, folder):
    clock.set(datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("UTC")))
    first = service.generate(by="sam")
    clock.advance(timedelta(hours=1))
    second = service.generate(by="sam")

    assert first.filename != second.filename
    assert files(folder) == sorted([first.filename, second.filename])


def test_a_report_says_when_the_daily_one_before_was_written(service, writer_process, clock):
    service.generate_daily("2026-11-23")
    made_at = clock.now()
    clock.advance(timedelta(days=1))
    service.generate(by="sam")  # nobody waits for one on demand, or reads it instead
    clock.advance(timedelta(days=1))

    service.generate_daily("2026-11-25")
    service.generate(MONDAY, by="sam")

    assert [wanted.since for wanted in writer_process.wanted] == [None, made_at, made_at, None]


def test_after_a_long_silence_a_report_looks_back_a_month_only(service, writer_process, clock):
    service.generate_daily("2026-11-23")
    clock.advance(timedelta(days=90))

    service.generate_daily("2027-02-21")

    start = datetime(2027, 2, 21, tzinfo=BERLIN)
    assert writer_process.wanted[-1].since == start - timedelta(days=31)


# Once


def test_the_same_key_is_one_report(service, clock, folder):
    first = service.generate(by="sam", once=Once("k1", "{}"))
    clock.advance(timedelta(days=1))

    assert service.generate(by="sam", once=Once("k1", "{}")) == first
    assert len(files(folder)) == 1
    assert service.generate(by="sam", once=Once("k2", "{}")) != first


def test_the_same_key_for_something_else_is_refused(service):
    service.generate(by="sam", once=Once("k1", "{}"))

    with pytest.raises(Conflict):
        service.generate(MONDAY, by="sam", once=Once("k1", '{"date": "2026-11-23"}'))


def test_a_key_whose_first_call_failed_can_be_used_again(service, writer_process):
    writer_process.meanwhile = fails(Unavailable("no"))
    with pytest.raises(Unavailable):
        service.generate(by="sam", once=Once("k1", "{}"))

    writer_process.meanwhile = lambda wanted, path: None

    assert service.generate(by="sam", once=Once("k1", "{}")).filename


def test_calls_with_one_key_at_one_time_make_one_report(service, writer_process, folder):
    everybody = threading.Barrier(8)
    writer_process.meanwhile = lambda wanted, path: threading.Event().wait(0.3)
    made = []

    def call():
        everybody.wait()
        made.append(service.generate(by="sam", once=Once("k1", "{}")))

    threads = [threading.Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 8
    assert len(set(made)) == 1
    assert files(folder) == [made[0].filename]


# By the schedule


def test_the_daily_report_is_written_once_however_often_it_is_asked_for(service, writer_process):
    first = service.generate_daily(SLOT)

    assert service.generate_daily(SLOT) == first
    assert first.kind == "daily"
    assert len(writer_process.wanted) == 1


def test_of_several_who_write_the_daily_report_at_one_time_one_does(
    service, writer_process, folder
):
    everybody = threading.Barrier(6)
    writer_process.meanwhile = lambda wanted, path: threading.Event().wait(0.3)
    made, told = [], []

    def call():
        everybody.wait()
        try:
            made.append(service.generate_daily(SLOT))
        except Unavailable as error:
            told.append(error.message)

    threads = [threading.Thread(target=call) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) + len(told) == 6
    assert set(told) <= {"The report is being written by another process."}
    assert service.list() == [made[0]]
    assert files(folder) == [made[0].filename]
    assert len(writer_process.wanted) == 1


def test_one_on_demand_does_not_take_the_place_of_the_daily_one(service):
    service.generate(by="sam")

    assert service.generate_daily(SLOT).kind == "daily"
    assert {each.kind for each in service.list()} == {"daily", "on_demand"}


def test_a_failed_daily_report_is_written_by_the_next_try(service, writer_process, folder):
    writer_process.meanwhile = fails(RuntimeError("killed"))
    with pytest.raises(RuntimeError):
        service.generate_daily(SLOT)
    assert files(folder) == []

    writer_process.meanwhile = lambda wanted, path: None

    assert service.path_of(service.generate_daily(SLOT).filename).exists()


def crashed(database, clock, folder, *, after_replacing):
    """Leaves what a process that was killed while it wrote the daily report leaves."""
    name = "daily_leads_2026-11-23_095959.xlsx"
    begun = Begun("report_1", "daily", MONDAY, name, clock.now(), "schedule")
    with database.write() as connection:
        assert begin(connection, begun)
    work = folder / ".writing-report_1"
    work.mkdir(parents=True)
    (work / "rows-0.xml").write_text("Ann Lee")
    (folder / name if after_replacing else work / name).write_text("part")
    return begun


@pytest.mark.parametrize("after_replacing", [False, True])
def test_what_a_crash_left_is_no_report_and_is_gone_with_the_next_try(
    service, database, clock, folder, after_replacing
):
    left = crashed(database, clock, folder, after_replacing=after_replacing)

    assert service.list() == []
    with pytest.raises(NotFound):
        service.path_of(left.filename)
    with pytest.raises(Unavailable):  # it might still be being written
        service.generate_daily(SLOT)
    clock.advance(DEAD_AFTER + timedelta(seconds=1))
    made = service.generate_daily(SLOT)

    assert files(folder) == [made.filename]
    assert service.list() == [made]


def test_who_stood_still_for_too_long_does_not_undo_what_another_did(
    service, database, writer_process, clock, folder
):
    """SIGSTOP of whoever writes: another takes over, then the first goes on."""
    other = ReportService(database, clock, Writer(), folder, BERLIN)
    taken_over = []

    def sleeps(wanted, path):
        if not taken_over:
            clock.advance(DEAD_AFTER + timedelta(seconds=1))
            taken_over.append(other.generate_daily(SLOT))
            path.parent.mkdir(exist_ok=True)

    writer_process.meanwhile = sleeps

    assert service.generate_daily(SLOT) == taken_over[0]
    assert files(folder) == [taken_over[0].filename]
    assert service.list() == taken_over


def test_a_day_that_was_over_before_there_was_anything_is_not_caught_up(database, clock, folder):
    began = datetime(2026, 11, 23, 8, tzinfo=BERLIN)
    service = ReportService(
        database, clock, Writer(), folder, BERLIN, is_anything_before=lambda at: at > began
    )

    assert service.generate_daily("2026-11-22") is None
    assert service.generate_daily("2026-11-23") is not None


# The list, and the files


def test_the_list_is_read_page_by_page_newest_first(service, clock):
    made = []
    for minute in range(5):
        made.append(service.generate(by="sam"))
        clock.advance(timedelta(minutes=minute % 2))  # some at the same instant

    first = service.list(limit=2)
    after = (first[-1].made_at, first[-1].id)
    rest = service.list(after=after, limit=10)

    assert {each.id for each in first + rest} == {each.id for each in made}
    assert len(first + rest) == 5
    assert [each.made_at for each in first + rest] == sorted(
        (each.made_at for each in made), reverse=True
    )


@pytest.mark.parametrize(
    "name",
    [
        "../daily_leads_2026-11-23_100000.xlsx",
        "/etc/passwd",
        "..",
        "",
        ".",
        "notes.xlsx",
        "daily_leads_2026-11-23_100000.xlsx/",
        "DAILY_LEADS_2026-11-23_100000.XLSX",
        "daily_leads_2026-11-2%_100000.xlsx",
    ],
)
def test_only_a_name_from_the_list_leads_to_a_file(service, folder, name):
    service.generate(by="sam")
    (folder / "notes.xlsx").write_text("the owner's own")

    with pytest.raises(NotFound):
        service.path_of(name)


def test_a_report_whose_file_somebody_took_away_is_not_found(service):
    made = service.generate(by="sam")
    service.path_of(made.filename).unlink()

    with pytest.raises(NotFound, match="again"):
        service.path_of(made.filename)


def test_files_of_the_owners_own_are_left_alone(service, folder):
    folder.mkdir()
    for name in ("notes.xlsx", "daily_leads_2025-01-01_180000.xlsx", ".hidden"):
        (folder / name).write_text("mine")

    service.generate(by="sam")
    service.clear()

    assert {"notes.xlsx", "daily_leads_2025-01-01_180000.xlsx", ".hidden"} <= set(files(folder))


# A full disk


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_told_with_its_remedy_and_leaves_nothing(service, writer_process, folder, code):
    writer_process.meanwhile = fails(OSError(code, "no room"))

    with pytest.raises(Unavailable, match="Free some space") as refused:
        service.generate(by="sam")

    assert refused.value.retry_after is None
    assert files(folder) == []
    assert service.list() == []


def test_another_failure_of_the_disk_is_not_called_a_full_one(service, writer_process, folder):
    writer_process.meanwhile = fails(OSError(errno.EIO, "broken"))

    with pytest.raises(OSError, match="broken"):
        service.generate(by="sam")

    assert files(folder) == []


def test_on_a_full_disk_no_part_is_left_and_the_next_try_works(
    database, clock, writer, tmp_path, visitors
):
    for number in range(20):
        visitors.leaves(f"v{number}@example.com")
    with small_disk(tmp_path / "disk", kilobytes=512) as disk:
        folder = disk.path / "daily_lead_reports"
        service = ReportService(database, clock, writer.write, folder, BERLIN)
        for room in (0, 4096, 8192, 12_288, 16_384, 20_480, 24_576):
            disk.fill(leaving_bytes=room)
            with pytest.raises(Unavailable, match="disk is full"):
                service.generate(by="sam")
            assert files(folder) == []
            disk.empty()

        made = service.generate(by="sam")

        workbook = load_workbook(service.path_of(made.filename))
        assert len(rows_of(workbook, "Leads of the day")) == 20
        workbook.close()


# Erasing a person


def test_an_erased_person_is_in_no_report_any_more(reports, leads, services, folder, visitors):
    ann, bob = visitors.leaves("ann@example.com"), visitors.leaves("bob@example.com")
    with_both = reports.generate(by="sam")
    person = Person(ann.id, (ann.id,), (), ("ann@example.com",))

    with services.database.write():
        assert reports.erase_person(person) == {"reports": 1}
        assert files(folder) == [with_both.filename]  # until it is committed

    assert files(folder) == []
    assert reports.list() == []
    leads.erase(ann.id, "sam")
    again = load_workbook(reports.path_of(reports.generate(by="sam").filename))
    assert [row["Lead"] for row in rows_of(again, "Leads of the day")] == [bob.id]
    again.close()


def test_reports_without_the_person_stay(reports, clock, folder, visitors):
    ann = visitors.leaves("ann@example.com")
    reports.generate(by="sam")
    clock.advance(timedelta(days=10))
    visitors.leaves("bob@example.com")
    without = reports.generate(by="sam")

    reports.erase_person(Person(ann.id, (ann.id,), (), ("ann@example.com", "+4930901820")))

    assert files(folder) == [without.filename]


def test_a_person_is_also_in_the_report_with_a_followup_or_a_meeting(
    reports, leads, clock, book, folder
):
    due = datetime(2026, 12, 14, 9, tzinfo=BERLIN)
    ann = leads.create({"name": "Ann", "next_follow_up_at": due}, "sam").lead
    book(datetime(2026, 12, 21, 11, tzinfo=BERLIN), with_=("Bob", "bob@example.com"))
    for day in (14, 21):
        clock.set(datetime(2026, 12, day, 18, tzinfo=BERLIN))
        reports.generate(by="sam")

    bob = Person("lead_other", ("lead_other",), (), ("bob@example.com",))
    assert reports.erase_person(bob) == {"reports": 2}  # a week ahead, and on the day
    reports.generate(by="sam")
    assert reports.erase_person(Person(ann.id, (ann.id,), (), ())) == {"reports": 1}
    assert files(folder) == []


def test_an_erasure_that_is_rolled_back_takes_no_report_along(reports, services, folder, visitors):
    ann = visitors.leaves("ann@example.com")
    made = reports.generate(by="sam")

    with pytest.raises(RuntimeError), services.database.write():
        reports.erase_person(Person(ann.id, (ann.id,), (), ()))
        raise RuntimeError("the database refused something else")

    assert files(folder) == [made.filename]
    assert reports.list() == [made]


@pytest.mark.parametrize("daily", [False, True])
def test_who_is_erased_while_a_report_is_written_is_not_in_it(
    service, writer_process, folder, daily
):
    def erases(wanted, path):
        if len(writer_process.wanted) == 1:
            service.erase_person(Person("lead_1", ("lead_1",), (), ()))

    writer_process.meanwhile = erases

    made = service.generate_daily(SLOT) if daily else service.generate(by="sam")

    assert len(writer_process.wanted) == 2
    assert files(folder) == [made.filename]
    assert service.list() == [made]


def test_the_files_of_the_erased_go_even_if_the_process_dies_before(
    service, database, clock, folder
):
    """The row remembers the file; the next report clears it away."""
    made = service.generate(by="sam")
    with database.write() as connection:  # what erasing commits before it deletes files
        connection.exec_driver_sql("UPDATE reports SET removed_at = made_at")
    assert files(folder) == [made.filename]
    with pytest.raises(NotFound):
        service.path_of(made.filename)

    clock.advance(timedelta(minutes=1))
    other = service.generate(by="sam")

    assert files(folder) == [other.filename]
