"""Every scheduled job in one table, and what makes each run happen once among all processes.

APScheduler ticks in every process. Before a run, the process claims it with a row in the database
(job, slot): one claim wins, the others pass. A claim whose process died is taken over when its
lease has run out, so a run is never lost; what a job does is safe to do twice.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bootstrap import Services
from calendar_integration.booking import BookingService
from calendar_integration.google_sync import GoogleSync
from calendar_integration.mail_delivery import MeetingMail
from chatbot.transcripts import Transcripts
from core.clock import Clock
from core.database import Database
from core.errors import ParleyError
from core.job_runs import job_runs
from core.outbox import Dispatcher
from reports.service import ReportService

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
KEPT = timedelta(days=14)


@dataclass(frozen=True)
class Job:
    """Something done at set times. `slot` names the run that is due at an instant: two processes
    that tick at about the same time get the same name; None: nothing is due."""

    name: str
    trigger: Callable[[ZoneInfo], Any]
    slot: Callable[[datetime], str | None]
    run: Callable[[str], None]
    claimed: bool = True  # False: its work claims its own rows, so every process may do it


def every(seconds: int) -> Callable[[ZoneInfo], Any]:
    """A trigger at that interval."""
    return lambda zone: IntervalTrigger(seconds=seconds, timezone=zone)


def by_interval(seconds: int) -> Callable[[datetime], str | None]:
    """Names runs by the number of the interval since 1970."""
    return lambda now: str(int(now.timestamp()) // seconds)


def daily_from(time_of_day: tuple[int, int], zone: ZoneInfo) -> Callable[[datetime], str | None]:
    """Names runs by the business's date, once its time has come; a day missed is caught up."""

    def slot(now: datetime) -> str | None:
        local = now.astimezone(zone)
        due = (local.hour, local.minute) >= time_of_day
        day = local.date() if due else local.date() - timedelta(days=1)
        return day.isoformat()

    return slot


def each_minute(zone: ZoneInfo) -> Any:
    """A trigger at the start of every minute. A trigger made by hand must be told its zone."""
    return CronTrigger(second=0, timezone=zone)


def jobs_of(services: Services) -> list[Job]:
    """The table of all jobs."""
    dispatcher, transcripts = services.get(Dispatcher), services.get(Transcripts)
    report_due = daily_from(services.settings.report_hour_minute, services.booking_zone)
    claims = Claims(services.database, services.clock)
    sync = services.by_type.get(GoogleSync)
    google = [Job("google_sync", every(60), by_interval(60), lambda _: sync.run())] if sync else []
    return [
        *google,
        *_reminders(services),
        Job("outbox", every(2), by_interval(2), lambda _: dispatcher.run_due(50), claimed=False),
        Job("archive", every(600), by_interval(3600), lambda _: transcripts.archive()),
        Job("daily_report", each_minute, report_due, services.get(ReportService).generate_daily),
        Job("clean_up", every(600), by_interval(86_400), lambda _: clean_up(services, claims)),
    ]


def _reminders(services: Services) -> list[Job]:
    """Where mail is set up and reminders are wanted."""
    mail = services.by_type.get(MeetingMail)
    before = timedelta(hours=services.settings.reminder_hours)
    if not mail or not before:
        return []
    return [Job("reminders", every(300), by_interval(300), lambda _: mail.remind(before))]


def clean_up(services: Services, claims: Claims) -> None:
    """Removes what served its purpose: old claims, offers and delivered messages."""
    claims.forget_old()
    services.get(BookingService).forget_old()
    services.get(Dispatcher).forget_delivered(services.clock.now() - KEPT)
    services.get(ReportService).clear()


class Claims:
    """Who does which run."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._owner = f"{os.getpid()}-{secrets.token_hex(6)}"

    def claim(self, job: str, slot: str) -> bool:
        """Whether the run is ours to do."""
        now = self._clock.now()
        with self._database.write() as connection:
            try:
                with connection.begin_nested():
                    connection.execute(
                        insert(job_runs).values(
                            job=job, slot=slot, owner=self._owner, claimed_at=now, attempts=1
                        )
                    )
                return True
            except IntegrityError:
                pass
            taken_over = connection.execute(
                update(job_runs)
                .where(
                    job_runs.c.job == job,
                    job_runs.c.slot == slot,
                    job_runs.c.finished_at.is_(None),
                    job_runs.c.claimed_at < now - LEASE,
                )
                .values(owner=self._owner, claimed_at=now, attempts=job_runs.c.attempts + 1)
            )
            return taken_over.rowcount == 1

    def is_done(self, job: str, slot: str) -> bool:
        """Whether the run ended, or somebody is at it; a read, so that waiting costs no write."""
        with self._database.read() as connection:
            row = connection.execute(
                select(job_runs.c.slot).where(
                    job_runs.c.job == job,
                    job_runs.c.slot == slot,
                    or_(
                        job_runs.c.finished_at.is_not(None),
                        job_runs.c.claimed_at >= self._clock.now() - LEASE,
                    ),
                )
            ).one_or_none()
        return row is not None

    def finish(self, job: str, slot: str) -> None:
        with self._database.write() as connection:
            connection.execute(
                update(job_runs)
                .where(
                    and_(
                        job_runs.c.job == job,
                        job_runs.c.slot == slot,
                        job_runs.c.owner == self._owner,
                    )
                )
                .values(finished_at=self._clock.now())
            )

    def forget_old(self) -> None:
        with self._database.write() as connection:
            connection.execute(
                delete(job_runs).where(job_runs.c.finished_at < self._clock.now() - KEPT)
            )


class Scheduler:
    """Runs the table of jobs in this process."""

    def __init__(
        self,
        jobs: list[Job],
        claims: Claims,
        clock: Clock,
        zone: ZoneInfo,
        on_run: Callable[[str, str], None],
    ) -> None:
        self._jobs = jobs
        self._claims = claims
        self._clock = clock
        self._on_run = on_run
        self._zone = zone
        self._scheduler = BackgroundScheduler(timezone=zone)
        self._last: dict[str, str] = {}

    @property
    def jobs(self) -> list[Job]:
        return self._jobs

    def start(self) -> None:
        for job in self._jobs:
            self._scheduler.add_job(
                self.tick,
                job.trigger(self._zone),
                args=[job],
                id=job.name,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=3600,
            )
        self._scheduler.start()

    def stop(self) -> None:
        """Ends the ticking; a run that is under way ends first."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)

    def tick(self, job: Job) -> None:
        """Does the run that is due, if nobody else does."""
        try:
            slot = job.slot(self._clock.now())
            if slot is None or (job.claimed and not self._is_ours(job, slot)):
                return
        except ParleyError as error:
            log.warning("job_not_claimed", job=job.name, reason=error.message)
            return
        self._run(job, slot)

    def state(self) -> Mapping[str, Any]:
        """Whether it ticks, and how each job's last run here ended."""
        return {"running": self._scheduler.running, "last": dict(self._last)}

    def _is_ours(self, job: Job, slot: str) -> bool:
        return not self._claims.is_done(job.name, slot) and self._claims.claim(job.name, slot)

    def _run(self, job: Job, slot: str) -> None:
        outcome = "done"
        try:
            job.run(slot)
            if job.claimed:
                self._claims.finish(job.name, slot)
        except Exception:  # an edge: one job's failure must not stop the others
            log.exception("job_failed", job=job.name, slot=slot)
            outcome = "failed"
        self._last[job.name] = outcome
        self._on_run(job.name, outcome)
