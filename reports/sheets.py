"""The tables of the daily report: which columns there are, and what a row says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from calendar_integration.model import Meeting
from leads.exports import Column
from leads.model import Lead, LeadDetails
from reports.figures import status_label

LEAD_COLUMNS = (
    Column("Score", "number", 8),
    Column("Name", width=22),
    Column("E-mail", width=28),
    Column("Phone", width=18),
    Column("Company", width=20),
    Column("Need", width=42),
    Column("Budget", width=14),
    Column("Timeline", width=16),
    Column("Status", width=17),
    Column("Source", width=15),
    Column("Owner", width=13),
    Column("Follow up", "instant", 17),
    Column("Next meeting", "instant", 17),
    Column("Received", "instant", 17),
    Column("Address verified", width=16),
    Column("In their own words", width=36),
    Column("Why this score", width=36),
    Column("Notes", width=42),
    Column("Lead", width=18),
)
LEAD_PRINTED = 14

FOLLOWUP_COLUMNS = (
    Column("Due", "instant", 17),
    Column("Days overdue", "number", 13),
    Column("Name", width=22),
    Column("E-mail", width=28),
    Column("Phone", width=18),
    Column("Company", width=20),
    Column("Status", width=17),
    Column("Owner", width=13),
    Column("Score", "number", 8),
    Column("Need", width=42),
    Column("Last note", width=42),
    Column("Lead", width=18),
)
FOLLOWUP_PRINTED = 11

MEETING_COLUMNS = (
    Column("Day", "day", 16),
    Column("From", "clock", 8),
    Column("To", "clock", 8),
    Column("Status", width=13),
    Column("With", width=22),
    Column("E-mail", width=28),
    Column("Phone", width=18),
    Column("Company", width=20),
    Column("Need", width=40),
    Column("Their time", width=26),
    Column("Title", width=28),
    Column("Meet link", width=32),
    Column("Booked", "instant", 17),
    Column("Lead", width=18),
)
MEETING_PRINTED = 12


def lead_row(details: LeadDetails, now: datetime) -> list[Any]:
    """A row of LEAD_COLUMNS. Facts only: what is merely suggested stands in the console."""
    lead, evidence = details.lead, details.evidence
    verified = any(evidence[name].verified for name in ("email", "phone") if name in evidence)
    need = evidence.get("need")
    return [
        lead.score,
        lead.name,
        lead.email,
        lead.phone,
        lead.company,
        lead.need,
        lead.budget,
        lead.timeline,
        status_label(lead.status),
        lead.source,
        lead.owner,
        lead.next_follow_up_at,
        _next_meeting(details, now),
        lead.created_at,
        ("yes" if verified else "no") if lead.email or lead.phone else None,
        need.quote if need is not None and need.quote != lead.need else None,
        "; ".join(f"{item.reason} ({item.points:+d})" for item in lead.score_reasons),
        "\n".join(note.text for note in details.notes),
        lead.id,
    ]


def followup_row(details: LeadDetails, day: date, zone: ZoneInfo) -> list[Any]:
    """A row of FOLLOWUP_COLUMNS; nought days overdue is due on the day."""
    lead = details.lead
    due = lead.next_follow_up_at
    return [
        due,
        max(0, (day - due.astimezone(zone).date()).days) if due else None,
        lead.name,
        lead.email,
        lead.phone,
        lead.company,
        status_label(lead.status),
        lead.owner,
        lead.score,
        lead.need,
        details.notes[-1].text if details.notes else None,
        lead.id,
    ]


def meeting_row(meeting: Meeting, lead: Lead | None) -> list[Any]:
    """A row of MEETING_COLUMNS, with what is known of the lead it is with."""
    theirs = meeting.start.astimezone(ZoneInfo(meeting.timezone))
    return [
        meeting.start,
        meeting.start,
        meeting.end,
        status_label(meeting.status),
        meeting.attendee_name or (lead.name if lead else None),
        meeting.attendee_email or (lead.email if lead else None),
        lead.phone if lead else None,
        lead.company if lead else None,
        lead.need if lead else None,
        f"{theirs:%a %H:%M} {meeting.timezone}",
        meeting.title,
        meeting.meet_link,
        meeting.created_at,
        meeting.lead_id,
    ]


def _next_meeting(details: LeadDetails, now: datetime) -> datetime | None:
    """The first that is still to come, of those the lead's JSON shows."""
    starts: Sequence[datetime] = [
        datetime.fromisoformat(meeting["start"])
        for meeting in details.meetings
        if meeting["status"] != "cancelled"
    ]
    return min((start for start in starts if start >= now), default=None)
