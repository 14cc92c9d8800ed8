"""A meeting as an iCalendar file (RFC 5545): what Google, Outlook and Apple import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vText, vUri

from calendar_integration.links import MeetingLinks
from calendar_integration.model import Meeting

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]

_PRODUCT = "-//Parley//Meetings//EN"
_STATUS = {"confirmed": "CONFIRMED", "pending": "TENTATIVE", "cancelled": "CANCELLED"}


@dataclass(frozen=True)
class Organizer:
    """Who invites; an address is needed before anybody can answer the invitation."""

    name: str
    email: str | None = None


def calendar_file(
    meeting: Meeting, links: MeetingLinks, organizer: Organizer, *, method: Method | None = None
) -> bytes:
    """The meeting as it is now. The UID stays the same through all changes and SEQUENCE grows, so
    that a calendar that knows the meeting moves it. Times are UTC: no zone tables to disagree on.

    Without `method`: PUBLISH to be downloaded, or CANCEL; REQUEST is for mail and names attendees.
    """
    method = method or ("PUBLISH" if meeting.is_open else "CANCEL")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    event = _event(meeting, links)
    if organizer.email:
        event.add("organizer", _address(organizer.name, organizer.email))
    if method != "PUBLISH":
        for name, email in _attendees(meeting):
            event.add("attendee", _address(name, email, partstat=True))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, links: MeetingLinks) -> Event:
    event = Event()
    event.add("uid", f"{meeting.id}@parley")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", _whole(meeting.updated_at))
    event.add("created", _whole(meeting.created_at))
    event.add("last-modified", _whole(meeting.updated_at))
    event.add("dtstart", _whole(meeting.start))
    event.add("dtend", _whole(meeting.end))
    event.add("summary", _clean(meeting.title))
    event.add("description", _clean(_description(meeting, links)))
    event.add("status", _STATUS[meeting.status])
    event.add("transp", "OPAQUE" if meeting.is_open else "TRANSPARENT")
    if meeting.meet_link:
        event.add("location", _clean(meeting.meet_link))
    if links.base_url:
        event.add("url", vUri(links.manage_url(meeting.id)))
    return event


def _description(meeting: Meeting, links: MeetingLinks) -> str:
    parts = [meeting.description]
    if meeting.meet_link:
        parts.append(f"Join: {meeting.meet_link}")
    if links.base_url:
        parts.append(f"Move or cancel: {links.manage_url(meeting.id)}")
    return "\n\n".join(part for part in parts if part)


def _attendees(meeting: Meeting) -> list[tuple[str, str]]:
    first = [(meeting.attendee_name, meeting.attendee_email)] if meeting.attendee_email else []
    return first + [("", email) for email in meeting.guests]


def _address(name: str, email: str, *, partstat: bool = False) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    # a quote or a control character cannot stand in a parameter (RFC 5545, 3.2)
    cn = "".join(c for c in _clean(name) if c not in '"\n').strip()
    if cn:
        address.params["CN"] = vText(cn)
    if partstat:
        address.params["ROLE"] = vText("REQ-PARTICIPANT")
        address.params["PARTSTAT"] = vText("NEEDS-ACTION")
        address.params["RSVP"] = vText("TRUE")
    return address


def _clean(text: str) -> str:
    """Without the control characters that no iCalendar text may hold; line ends stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c >= " " and c != "\x7f" or c in "\n\t")


def _whole(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)
