"""What a mail about a meeting says."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from zoneinfo import ZoneInfo

from calendar_integration.cards import time_label
from calendar_integration.ics import Method, Organizer, calendar_file
from calendar_integration.links import MeetingLinks
from calendar_integration.mail_store import Kind
from calendar_integration.model import Meeting
from core.outbox import Undeliverable

_SUBJECTS: dict[Kind, str] = {
    "confirmed": "Your meeting with {business}",
    "moved": "Your meeting with {business} was moved",
    "cancelled": "Your meeting with {business} was cancelled",
    "reminder": "Reminder: your meeting with {business}",
}
_SENTENCES: dict[Kind, str] = {
    "confirmed": "your meeting with {business} is confirmed:",
    "moved": "your meeting with {business} is now at this time:",
    "cancelled": "your meeting with {business} at this time was cancelled:",
    "reminder": "this is a reminder of your meeting with {business}:",
}


def mail_about(
    meeting: Meeting, kind: Kind, links: MeetingLinks, organizer: Organizer
) -> EmailMessage:
    """The mail to the attendee; its Message-ID is the same whenever the same mail is made. Raises
    Undeliverable when no mail can be addressed to them."""
    sender = organizer.email or ""
    message = EmailMessage(policy=SMTP)
    business = _one_line(organizer.name)
    try:
        message["From"] = Address(business, addr_spec=sender)
        message["To"] = Address(_one_line(meeting.attendee_name), addr_spec=meeting.attendee_email)
    except (ValueError, HeaderParseError):
        raise Undeliverable("The meeting's address cannot be written to.") from None
    message["Subject"] = _SUBJECTS[kind].format(business=business)
    message["Message-ID"] = f"<{meeting.id}.{meeting.sequence}.{kind}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_text(meeting, kind, links, business))
    # who has the invitation from a calendar would have the meeting twice by a reminder's file
    if kind != "reminder":
        method: Method = "CANCEL" if kind == "cancelled" else "REQUEST"
        message.add_attachment(
            calendar_file(meeting, links, organizer, method=method).decode(),
            subtype="calendar",
            params={"method": method},
            filename="meeting.ics",
            cte="base64",
        )
    return message


def _text(meeting: Meeting, kind: Kind, links: MeetingLinks, business: str) -> str:
    name = _one_line(meeting.attendee_name)
    lines = [
        f"Hello {name}," if name else "Hello,",
        "",
        _SENTENCES[kind].format(business=business),
        time_label(meeting.start, meeting.end, ZoneInfo(meeting.timezone)),
    ]
    if meeting.is_open:
        if meeting.meet_link:
            lines += ["", f"Join: {meeting.meet_link}"]
        lines += ["", f"Move or cancel: {links.manage_url(meeting.id)}"]
    return "\n".join([*lines, "", business, ""])


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
