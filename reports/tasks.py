"""The tasks that are done elsewhere, as both sides of the pipe see them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from leads.model import LeadFilter
from reports.elsewhere import ChildProcess
from reports.model import Wanted, Written

REPORT, LEADS = "report", "leads"
_INSTANTS = frozenset({"since", "until"})


class WorkbooksElsewhere:
    """Has workbooks written by a child process."""

    def __init__(self, child: ChildProcess) -> None:
        self._child = child

    def write_report(self, wanted: Wanted, path: Path) -> Written:
        """The daily report. Raises Unavailable."""
        arguments = {
            "day": wanted.day.isoformat(),
            "now": wanted.now.isoformat(),
            "since": wanted.since.isoformat() if wanted.since else None,
            "path": str(path),
        }
        answer = self._child.run(REPORT, arguments, path.parent)
        return Written(answer["rows"], base64.b64decode(answer["people"]))

    def write_leads(self, wanted: LeadFilter, path: Path) -> None:
        """The leads that match. Raises Unavailable."""
        given = {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in vars(wanted).items()
        }
        self._child.run(LEADS, {"filter": given, "path": str(path)}, path.parent)


def wanted_of(arguments: Mapping[str, Any]) -> Wanted:
    """What `write_report` asked for."""
    since = arguments["since"]
    return Wanted(
        day=date.fromisoformat(arguments["day"]),
        now=datetime.fromisoformat(arguments["now"]),
        since=datetime.fromisoformat(since) if since else None,
    )


def filter_of(arguments: Mapping[str, Any]) -> LeadFilter:
    """What `write_leads` asked for."""
    given = arguments["filter"]
    names = [each.name for each in fields(LeadFilter) if given[each.name] is not None]
    values: dict[str, Any] = {
        name: datetime.fromisoformat(given[name]) if name in _INSTANTS else given[name]
        for name in names
    }
    return LeadFilter(**values)


def as_answer(written: Written) -> dict[str, Any]:
    """What `write_report` understands."""
    return {"rows": written.rows, "people": base64.b64encode(written.people).decode()}
