"""The process that writes large files; `ChildProcess` of reports/elsewhere.py starts it.

It composes the same services from the same settings, does one task at a low priority, and
changes nothing in the database.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any, TextIO

from sqlalchemy import func, select

from bootstrap import Services, build_services
from calendar_integration.booking import BookingService
from chatbot.tables import conversations, turns
from config import Settings
from core.clock import SettableClock, SystemClock
from core.database import Database
from core.errors import ParleyError
from leads.exporting import WorkbookHere
from leads.service import LeadService
from reports.elsewhere import DISK_FULL, UNAVAILABLE
from reports.model import Wanted
from reports.reading import DayReader
from reports.tasks import LEADS, REPORT, as_answer, filter_of, wanted_of
from reports.workbook import Sheets
from reports.writing import ReportWriter
from web.logging import set_up_logging

_NICENESS = 10
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MOST_TURNS = 50_000

Answer = dict[str, Any]


class ChatFigures:
    """What reports ask of the chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def started_between(self, since: datetime, until: datetime) -> int:
        started = conversations.c.started_at
        query = select(func.count()).where(started >= since, started < until)
        with self._database.read() as connection:
            return connection.scalar(query) or 0

    def median_answer_seconds(self, since: datetime, until: datetime) -> float | None:
        query = (
            select(turns.c.at, turns.c.answered_at)
            .join_from(turns, conversations, conversations.c.id == turns.c.conversation_id)
            .where(
                conversations.c.last_at >= since,
                turns.c.at >= since,
                turns.c.at < until,
                turns.c.answered_at.is_not(None),
            )
            .limit(_MOST_TURNS)
        )
        with self._database.read() as connection:
            waits = [(done - at).total_seconds() for at, done in connection.execute(query)]
        return round(median(waits), 1) if waits else None


def report_writer(services: Services) -> ReportWriter:
    """Writes reports from the database of the services."""
    reader = DayReader(
        services.database,
        services.get(LeadService),
        services.get(BookingService),
        ChatFigures(services.database),
    )
    return ReportWriter(reader, services.settings.business_name)


def main() -> int:
    answers = _keep_stdout_for_the_answer()
    request = json.load(sys.stdin)
    settings = Settings.model_validate(request["settings"])
    set_up_logging(settings.log_level)
    os.nice(_NICENESS)
    # What is under way has people in it: it stays where it is cleared away after a crash.
    tempfile.tempdir = request["folder"]
    task = {REPORT: _write_report, LEADS: _write_leads}[request["task"]]
    with answers:
        json.dump(_done(task, settings, request["arguments"]), answers)
    return 0


def _done(
    task: Callable[[Settings, Mapping[str, Any]], Answer],
    settings: Settings,
    arguments: Mapping[str, Any],
) -> Answer:
    try:
        return task(settings, arguments)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        return {"error": DISK_FULL}
    except ParleyError as error:
        return {"error": UNAVAILABLE, "message": error.message}


def _write_report(settings: Settings, arguments: Mapping[str, Any]) -> Answer:
    wanted: Wanted = wanted_of(arguments)
    services = build_services(settings, clock=SettableClock(wanted.now))
    try:
        return as_answer(report_writer(services).write(wanted, Path(arguments["path"])))
    finally:
        services.close()


def _write_leads(settings: Settings, arguments: Mapping[str, Any]) -> Answer:
    services = build_services(settings, clock=SystemClock())
    try:
        sheets = Sheets(services.booking_zone, settings.business_name)
        workbook = WorkbookHere(services.get(LeadService), sheets)
        workbook.write(filter_of(arguments), Path(arguments["path"]))
    finally:
        services.close()
    return {}


def _keep_stdout_for_the_answer() -> TextIO:
    """What anything else prints, logs included, goes to the standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    sys.exit(main())
