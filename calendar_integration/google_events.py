"""A meeting as Google's event, and back: pure, in the wire format of Calendar API v3."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from calendar_integration.calendar import CalendarEvent
from calendar_integration.model import Meeting
from core.values import TimeRange

_MEETING, _SEQUENCE = "parley_meeting", "parley_sequence"


@dataclass(frozen=True)
class EventChange:
    """What Google says of an event that changed. `sequence` is that of the meeting it was written
    from; `time` None: cancelled, or no longer at a time of day. `responses` by address."""

    event_id: str
    is_cancelled: bool
    time: TimeRange | None = None
    sequence: int | None = None
    responses: Mapping[str, str] = field(default_factory=dict)


def event_id_of(meeting_id: str) -> str:
    """Always the same for a meeting, so that making its event twice meets the first one: base32hex
    as Google asks for ids (a-v, 0-9)."""
    digest = hashlib.sha256(f"parley:{meeting_id}".encode()).digest()
    return base64.b32hexencode(digest).decode().rstrip("=").lower()


def body_of(meeting: Meeting, zone: ZoneInfo, *, may_invite: bool) -> dict[str, Any]:
    """What an event says of its meeting, in the business's zone."""
    body: dict[str, Any] = {
        "summary": meeting.title,
        "description": _description(meeting, may_invite),
        "start": _instant(meeting.start, zone),
        "end": _instant(meeting.end, zone),
        "extendedProperties": {
            "private": {_MEETING: meeting.id, _SEQUENCE: str(meeting.sequence)},
        },
    }
    if may_invite:
        body["attendees"] = _attendees(meeting)
    return body


def new_event(meeting: Meeting, zone: ZoneInfo, *, may_invite: bool) -> dict[str, Any]:
    """The event to insert. The id of the request for a Meet link is the event's, so that asking
    again asks for the same link."""
    event_id = event_id_of(meeting.id)
    body = body_of(meeting, zone, may_invite=may_invite) | {"id": event_id}
    if may_invite and meeting.meet_link is None:
        body["conferenceData"] = {
            "createRequest": {
                "requestId": event_id,
                "conferenceSolutionKey": {"type": "hangoutsMeet"},
            }
        }
    return body


def is_of(event: Mapping[str, Any], meeting: Meeting) -> bool:
    """Whether the event is ours and this meeting's."""
    return _private(event).get(_MEETING) == meeting.id


def says(event: Mapping[str, Any], meeting: Meeting) -> bool:
    """Whether the event says what the meeting is now."""
    same_state = _private(event).get(_SEQUENCE) == str(meeting.sequence)
    return same_state and is_at(event, meeting.time)


def is_at(event: Mapping[str, Any], time: TimeRange) -> bool:
    return _time(event) == time


def is_cancelled(event: Mapping[str, Any]) -> bool:
    return event.get("status") == "cancelled"


def calendar_event(event: Mapping[str, Any], meeting: Meeting) -> CalendarEvent:
    """What the visitor and the team need of the event."""
    conference = event.get("conferenceData") or {}
    video = (
        point.get("uri")
        for point in conference.get("entryPoints", ())
        if point.get("entryPointType") == "video"
    )
    link = event.get("hangoutLink") or next(video, None) or meeting.meet_link
    status = (conference.get("createRequest") or {}).get("status") or {}
    return CalendarEvent(
        meet_link=link,
        calendar_link=event.get("htmlLink"),
        awaits_link=link is None and status.get("statusCode") == "pending",
    )


def change_of(event: Mapping[str, Any]) -> EventChange:
    """The event as it came in a list of changes."""
    sequence = _private(event).get(_SEQUENCE, "")
    return EventChange(
        event_id=str(event.get("id", "")),
        is_cancelled=is_cancelled(event),
        time=_time(event),
        sequence=int(sequence) if sequence.isdecimal() else None,
        responses={
            str(person.get("email", "")).lower(): str(person.get("responseStatus", ""))
            for person in event.get("attendees", ())
        },
    )


def _time(event: Mapping[str, Any]) -> TimeRange | None:
    start, end = (_read(event.get(name)) for name in ("start", "end"))
    return TimeRange(start, end) if start and end and start < end else None


def _read(instant: Any) -> datetime | None:
    """An instant of Google's; None for a whole day."""
    if not isinstance(instant, Mapping) or "dateTime" not in instant:
        return None
    read = datetime.fromisoformat(instant["dateTime"])
    if read.tzinfo is None:
        read = read.replace(tzinfo=ZoneInfo(instant["timeZone"]))
    return read


def _instant(at: datetime, zone: ZoneInfo) -> dict[str, str]:
    return {"dateTime": at.astimezone(zone).isoformat(), "timeZone": zone.key}


def _private(event: Mapping[str, Any]) -> Mapping[str, str]:
    return (event.get("extendedProperties") or {}).get("private") or {}


def _attendees(meeting: Meeting) -> list[dict[str, str]]:
    """Those who were booked for, and nobody a visitor named."""
    people = []
    if meeting.attendee_email:
        who = {"email": meeting.attendee_email, "displayName": meeting.attendee_name}
        people.append({key: value for key, value in who.items() if value})
    return people + [{"email": guest} for guest in meeting.guests]


def _description(meeting: Meeting, may_invite: bool) -> str:
    if may_invite or not meeting.attendee_email:
        return meeting.description
    who = f"With {meeting.attendee_name} <{meeting.attendee_email}>"
    return f"{who}\n\n{meeting.description}".strip()
