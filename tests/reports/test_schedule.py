"""The daily report by the scheduler: one a day, however many processes there are."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.database import Database
from core.errors import Unavailable
from jobs import LEASE, Claims, Job, Scheduler, daily_from, each_minute, jobs_of
from reports.model import Written
from reports.service import DEAD_AFTER, ReportService

BERLIN = ZoneInfo("Europe/Berlin")
SIX = (18, 0)


def write(wanted, path):
    path.write_bytes(b"workbook")
    return Written(0, b"")


class Office:
    """Several processes on one database and folder, each with a scheduler of its own."""

    def __init__(self, database, clock, folder, *, processes=4, zone=BERLIN):
        self.clock = clock
        self.outcomes = Counter()
        self.write = write
        self.databases = [
            Database(database.url.render_as_string(hide_password=False)) for _ in range(processes)
        ]
        self.schedulers = []
        for each in self.databases:
            service = ReportService(each, clock, lambda w, p: self.write(w, p), folder, zone)
            job = Job("daily_report", each_minute, daily_from(SIX, zone), service.generate_daily)
            count = lambda _, outcome: self.outcomes.update([outcome])  # noqa: E731
            self.schedulers.append(Scheduler([job], Claims(each, clock), clock, zone, count))
        self.service = service

    def tick(self):
        """All at the same moment."""
        threads = [
            threading.Thread(target=each.tick, args=(each.jobs[0],)) for each in self.schedulers
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def days(self):
        return sorted(each.business_date for each in self.service.list(limit=200))

    def close(self):
        for each in self.databases:
            each.close()


@pytest.fixture
def office(database, clock, tmp_path):
    made = Office(database, clock, tmp_path / "reports")
    yield made
    made.close()


def test_thirty_days_with_four_processes_have_one_report_each(office, clock):
    """Over the night in which the clocks go back, with restarts at the very minute."""
    first = date(2026, 10, 10)
    for number in range(30):
        day = first + timedelta(days=number)
        for hour, minute in ((9, 0), (17, 59), (18, 0), (18, 1), (23, 59)):
            clock.set(datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN))
            office.tick()

    assert office.days() == [first + timedelta(days=shift) for shift in range(-1, 30)]
    assert office.outcomes == {"done": 31}  # the day before the first was caught up


def test_the_report_is_written_at_its_time_and_not_before(office, clock):
    clock.set(datetime(2026, 11, 22, 18, tzinfo=BERLIN))
    office.tick()
    clock.set(datetime(2026, 11, 23, 17, 59, 59, tzinfo=BERLIN))
    office.tick()
    assert office.days() == [date(2026, 11, 22)]

    clock.advance(timedelta(seconds=1))
    office.tick()

    (made, _) = office.service.list()
    assert made.business_date == date(2026, 11, 23)
    assert made.filename == "daily_leads_2026-11-23_180000.xlsx"


def test_a_day_that_was_missed_is_caught_up_once(office, clock):
    clock.set(datetime(2026, 11, 20, 18, tzinfo=BERLIN))
    office.tick()
    clock.set(datetime(2026, 11, 22, 8, tzinfo=BERLIN))  # down over the evening of the 21st
    for _ in range(3):
        office.tick()
        clock.advance(timedelta(minutes=1))

    assert office.days() == [date(2026, 11, 20), date(2026, 11, 21)]


def test_a_clock_that_jumps_back_makes_no_second_report(office, clock):
    clock.set(datetime(2026, 11, 23, 18, 5, tzinfo=BERLIN))
    office.tick()
    clock.set(datetime(2026, 11, 23, 17, 30, tzinfo=BERLIN))
    office.tick()
    clock.set(datetime(2026, 11, 23, 18, 5, tzinfo=BERLIN))
    office.tick()

    assert office.days() == [date(2026, 11, 22), date(2026, 11, 23)]


def test_a_report_that_failed_is_tried_again_when_the_lease_has_run_out(office, clock):
    def fails(wanted, path):
        raise Unavailable("The disk is full.")

    office.write = fails
    clock.set(datetime(2026, 11, 23, 18, tzinfo=BERLIN))
    office.tick()
    office.write = write
    clock.advance(timedelta(minutes=1))
    office.tick()
    assert office.days() == []

    clock.advance(LEASE)
    office.tick()

    assert office.days() == [date(2026, 11, 23)]
    assert office.outcomes == {"failed": 1, "done": 1}


def test_a_claim_outlives_whoever_may_still_be_writing():
    assert DEAD_AFTER < LEASE


def test_the_product_schedules_the_report_for_the_time_that_is_set(make_app):
    services = make_app(report_time="07:30", business_timezone="Asia/Kolkata").extensions["built"]

    (job,) = [each for each in jobs_of(services) if each.name == "daily_report"]

    kolkata = ZoneInfo("Asia/Kolkata")
    assert job.claimed
    assert job.slot(datetime(2026, 11, 23, 7, 30, tzinfo=kolkata)) == "2026-11-23"
    assert job.slot(datetime(2026, 11, 23, 7, 29, tzinfo=kolkata)) == "2026-11-22"
