"""Meetings and slots as others see them: the JSON of the contract, and the chat's cards.

A card is a fact rendered from a committed row. Its labels are in English and in the zone given;
a widget that knows the visitor's locale formats the instants itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from calendar_integration.links import MeetingLinks
from calendar_integration.model import Meeting, Slot
from core.errors import SlotTaken
from core.values import zone_named

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def meeting_as_json(meeting: Meeting, links: MeetingLinks) -> dict[str, Any]:
    """Exactly the contract's fields; the instants with the offset of the meeting's zone."""
    zone = zone_named(meeting.timezone)
    return {
        "id": meeting.id,
        "start": instant_as_json(meeting.start, zone),
        "end": instant_as_json(meeting.end, zone),
        "timezone": meeting.timezone,
        "status": meeting.status,
        "meet_link": meeting.meet_link,
        "calendar_link": meeting.calendar_link,
        "ics_url": links.ics_url(meeting.id),
        "manage_url": links.manage_url(meeting.id),
    }


def meeting_card(
    meeting: Meeting, links: MeetingLinks, timezone: str | None = None
) -> dict[str, Any]:
    """`meeting_confirmed`, `meeting_pending` or `meeting_cancelled`, as the row says."""
    zone = zone_named(timezone or meeting.timezone)
    return {
        "type": f"meeting_{meeting.status}",
        "id": f"{meeting.id}-{meeting.sequence}-{meeting.status}",
        "meeting": meeting_as_json(meeting, links),
        "label": time_label(meeting.start, meeting.end, zone),
    }


def slots_card(slots: Sequence[Slot], timezone: str) -> dict[str, Any]:
    """The slots on offer, each with its id to book it by."""
    zone = zone_named(timezone)
    joined = "\n".join(slot.id for slot in slots)
    return {
        "type": "slots",
        "id": f"slots_{hashlib.sha256(joined.encode()).hexdigest()[:24]}",
        "timezone": timezone,
        "slots": [
            {
                "id": slot.id,
                "start": instant_as_json(slot.start, zone),
                "end": instant_as_json(slot.end, zone),
                "label": slot_label(slot.start, zone),
            }
            for slot in slots
        ],
    }


class Cards:
    """The cards of one set of links, for whoever shows them."""

    def __init__(self, links: MeetingLinks) -> None:
        self._links = links

    def meeting(self, meeting: Meeting, timezone: str | None = None) -> dict[str, Any]:
        return meeting_card(meeting, self._links, timezone)

    def slots(self, slots: Sequence[Slot], timezone: str) -> dict[str, Any]:
        return slots_card(slots, timezone)

    def label(self, start: datetime, timezone: str) -> str:
        """How a slot's beginning is written."""
        return slot_label(start, zone_named(timezone))


def alternatives_of(taken: SlotTaken) -> list[Slot]:
    """The slots that were put on offer to the conversation instead of the one that was taken."""
    found: Iterable[Mapping[str, str]] = taken.data.get("alternatives", ())
    return [
        Slot(item["id"], datetime.fromisoformat(item["start"]), datetime.fromisoformat(item["end"]))
        for item in found
        if "id" in item
    ]


def instant_as_json(instant: datetime, zone: ZoneInfo) -> str:
    """RFC 3339 with the zone's offset then, e.g. 2026-11-24T10:00:00+01:00."""
    return instant.astimezone(zone).isoformat(timespec="seconds")


def slot_label(start: datetime, zone: ZoneInfo) -> str:
    """E.g. `Tue 24 Nov, 10:00`."""
    local = start.astimezone(zone)
    return f"{_DAYS[local.weekday()][:3]} {local.day} {_MONTHS[local.month - 1][:3]}, {local:%H:%M}"


def day_label(start: datetime, zone: ZoneInfo) -> str:
    """E.g. `Tuesday, 24 November 2026`."""
    local = start.astimezone(zone)
    return f"{_DAYS[local.weekday()]}, {local.day} {_MONTHS[local.month - 1]} {local.year}"


def time_label(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """E.g. `Tuesday, 24 November 2026, 10:00–10:30 (Europe/Berlin, UTC+01:00)`: the offset tells
    apart the two hours of the night in which the clocks go back."""
    first, last = start.astimezone(zone), end.astimezone(zone)
    offset = f"{first:%z}"
    clock = f"{first:%H:%M}–{last:%H:%M}"
    return f"{day_label(start, zone)}, {clock} ({zone.key}, UTC{offset[:3]}:{offset[3:5]})"
