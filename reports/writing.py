"""Writes the daily report into a file: reads, lists, counts while listing, sums up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reports import sheets, summary
from reports.figures import SCORE_BANDS, Tally
from reports.layout import About, Table
from reports.model import BusinessDay, People, Wanted, Written
from reports.reading import DayReader
from reports.workbook import Book

BANDS = ((SCORE_BANDS[0][1], "ABEFC6"), (SCORE_BANDS[1][1], "FEF0C7"))


class ReportWriter:
    """Writes reports here, in this process; a large one takes it all to itself for a while."""

    def __init__(self, reader: DayReader, business: str) -> None:
        self._reader = reader
        self._business = business

    def write(self, wanted: Wanted, path: Path) -> Written:
        """The whole report, on the disk when this returns. What is under way goes into the same
        folder. Raises OSError when there is no room for it."""
        return _Writing(self._reader, self._business, wanted).write(path)


class _Writing:
    """One report. The summary has the first tab, and is filled in last: it counts what the
    others list."""

    def __init__(self, reader: DayReader, business: str, wanted: Wanted) -> None:
        self._reader = reader
        self._business = business
        self._wanted = wanted
        self._day: BusinessDay = reader.day(wanted.day)
        self._tally = Tally()
        self._people = People()
        self._overdue = 0
        self._meetings_today = 0

    def write(self, path: Path) -> Written:
        book = Book(path.parent, self._day.zone, self._about())
        book.reserve(summary.SUMMARY)
        leads = book.add_table(self._leads_table())
        followups = book.add_table(self._followups_table())
        meetings = book.add_table(self._meetings_table())
        figures = self._reader.figures(self._wanted)
        listed = summary.Listed(
            tally=self._tally,
            followups=followups,
            overdue=self._overdue,
            meetings_today=self._meetings_today,
            meetings_ahead=meetings - self._meetings_today,
        )
        page = summary.summary_page(self._business, self._wanted, self._day, figures, listed)
        book.add_page(page)
        book.add_page(summary.funnel_page(figures))
        with path.open("wb") as file:
            book.save(file)
            file.flush()
            os.fsync(file.fileno())
        return Written(leads + followups + meetings, self._people.as_bytes())

    def _about(self) -> About:
        day = self._wanted.day.isoformat()
        return About(
            title=f"Daily sales report {day}",
            creator=self._business,
            subject=f"Leads, follow-ups and meetings of {day}",
            footer=f"{self._business} · {day} · times in {self._day.zone.key}",
            made_at=self._wanted.now,
        )

    def _leads_table(self) -> Table:
        return Table(
            summary.LEADS,
            sheets.LEAD_COLUMNS,
            self._lead_rows(),
            frozen_columns=2,
            printed=sheets.LEAD_PRINTED,
            note="No new leads on this day.",
            scored=0,
            bands=BANDS,
        )

    def _followups_table(self) -> Table:
        return Table(
            summary.FOLLOWUPS,
            sheets.FOLLOWUP_COLUMNS,
            self._followup_rows(),
            frozen_columns=3,
            printed=sheets.FOLLOWUP_PRINTED,
            note="No follow-ups are due.",
        )

    def _meetings_table(self) -> Table:
        return Table(
            summary.MEETINGS,
            sheets.MEETING_COLUMNS,
            self._meeting_rows(),
            frozen_columns=3,
            printed=sheets.MEETING_PRINTED,
            note="No meetings this day or in the week after.",
        )

    def _lead_rows(self) -> Iterator[list[Any]]:
        for details in self._reader.leads_of_day(self._wanted):
            self._tally.add(details.lead)
            self._people.add(details.lead.id)
            yield sheets.lead_row(details, self._wanted.now)
        for details in self._reader.leads_since_last_report(self._wanted):
            self._tally.late += 1
            self._people.add(details.lead.id)
            yield sheets.lead_row(details, self._wanted.now)

    def _followup_rows(self) -> Iterator[list[Any]]:
        for details in self._reader.followups(self._wanted):
            self._people.add(details.lead.id)
            due = details.lead.next_follow_up_at
            self._overdue += due is not None and due < self._day.start
            yield sheets.followup_row(details, self._wanted.day, self._day.zone)

    def _meeting_rows(self) -> Iterator[list[Any]]:
        for meeting, lead in self._reader.meetings(self._wanted):
            self._people.add(meeting.lead_id, meeting.attendee_email, *meeting.guests)
            self._meetings_today += meeting.is_open and meeting.start < self._day.end
            yield sheets.meeting_row(meeting, lead)
