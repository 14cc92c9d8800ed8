"""What the model is told besides the conversation: the instruction and the facts of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from chatbot.conversation import Known
from chatbot.desk import BookedMeeting, OfferedSlot, Passage

# What we would like to know before the team takes over, most useful first.
WANTED = ("need", "name", "email", "company", "timeline", "budget", "phone")


@dataclass(frozen=True)
class Moment:
    """All that a reply may be grounded on right now."""

    business_name: str
    business_timezone: str
    visitor_timezone: str
    now: datetime
    known: Known
    offered: Sequence[OfferedSlot]
    meeting: BookedMeeting | None
    callback_requested: bool
    passages: Sequence[Passage]


def instruction_for(text: str, moment: Moment) -> str:
    """The instruction with the business's name in it, then the facts of the moment."""
    return "\n\n".join(
        part
        for part in (
            text.replace("{business_name}", moment.business_name),
            _time(moment),
            _visitor(moment.known),
            _meeting(moment),
            _knowledge(moment.passages),
        )
        if part
    )


def _time(moment: Moment) -> str:
    here = moment.now.astimezone(ZoneInfo(moment.visitor_timezone))
    there = moment.now.astimezone(ZoneInfo(moment.business_timezone))
    return (
        "# Now\n"
        f"For the visitor: {here:%A, %d %B %Y, %H:%M} ({moment.visitor_timezone}). "
        f"At the business: {there:%A, %H:%M} ({moment.business_timezone})."
    )


def _visitor(known: Known) -> str:
    lines = [f"- {name}: {value}" for name in WANTED if (value := getattr(known, name)) is not None]
    missing = known.missing(*WANTED)
    told = "\n".join(lines) if lines else "- nothing yet"
    asked = f"\nNot known yet (ask one at a time, only when it fits): {', '.join(missing)}."
    return f"# What the visitor told us\n{told}" + (asked if missing else "")


def _meeting(moment: Moment) -> str:
    lines = []
    if moment.meeting is not None:
        lines.append(
            f"The visitor has a meeting: {moment.meeting.label} ({moment.meeting.status})."
        )
    else:
        lines.append("No meeting is booked.")
    if moment.offered:
        lines.append("Times on offer (book with the id, show the label):")
        lines += [f"- {slot.id}: {slot.label}" for slot in moment.offered]
    if moment.callback_requested:
        lines.append("The team was already asked to get in touch.")
    return "# Meetings\n" + "\n".join(lines)


def _knowledge(passages: Sequence[Passage]) -> str:
    if not passages:
        return ""
    found = "\n\n".join(f"## {passage.title}\n{passage.text}" for passage in passages)
    return f"# What the business says about this (the only source for prices and promises)\n{found}"
