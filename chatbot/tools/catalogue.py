"""The tools the model has, each one sentence to the model and one call to the desk.

No argument is nested: models get named scalar fields right far more often.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from chatbot.desk import Desk, OfferedSlot
from core.errors import InvalidInput
from llm.toolbox import Tool, Toolbox
from understanding.reading import Reading
from understanding.wishes import DayWindow, TimeWish, wished_times

LONGEST_WISH_DAYS = 31
PARTS_OF_DAY = {
    "morning": (None, time(12)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), None),
}

Read = Callable[[str], Reading]


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class RememberVisitor(_Arguments):
    """Keep what the visitor told about themselves. Only what they wrote, in their own words."""

    name: str | None = Field(None, max_length=200)
    email: str | None = Field(None, max_length=254)
    phone: str | None = Field(None, max_length=40)
    company: str | None = Field(None, max_length=200)
    need: str | None = Field(None, max_length=500, description="What they want, in their words")
    budget: str | None = Field(None, max_length=120, description="As they wrote it")
    timeline: str | None = Field(None, max_length=200, description="As they wrote it")


class FindSlots(_Arguments):
    """Find free meeting times and show them to the visitor as a card."""

    wish: str | None = Field(
        None, max_length=200, description="The visitor's words about time, e.g. 'Thursday after 3'"
    )
    from_date: date | None = Field(None, description="First day, YYYY-MM-DD")
    to_date: date | None = Field(None, description="Last day, YYYY-MM-DD")
    part_of_day: Literal["morning", "afternoon", "evening"] | None = None


class BookMeeting(_Arguments):
    """Book one of the times that were offered. Needs the visitor's name and e-mail."""

    slot_id: str = Field(max_length=80, description="The id of an offered time, never a free time")


class AnswerFromKnowledge(_Arguments):
    """Look up what the business says about its services, prices, hours and terms."""

    question: str = Field(min_length=1, max_length=500)


class RequestCallback(_Arguments):
    """Ask a person of the team to get in touch, when the visitor wants a human."""

    reason: str = Field("", max_length=500)


def toolbox_for(desk: Desk, read: Read) -> Toolbox:
    """The tools of one turn."""
    return Toolbox(
        [
            _tool("remember_visitor", RememberVisitor, lambda a: _remember(desk, a)),
            _tool("find_slots", FindSlots, lambda a: _find_slots(desk, read, a)),
            _tool("book_meeting", BookMeeting, lambda a: _book(desk, a)),
            _tool("answer_from_knowledge", AnswerFromKnowledge, lambda a: _look_up(desk, a)),
            _tool("request_callback", RequestCallback, lambda a: _callback(desk, a)),
        ]
    )


def _tool(name: str, arguments: type[BaseModel], run: Callable[[Any], Mapping[str, Any]]) -> Tool:
    return Tool.of(name, (arguments.__doc__ or "").strip(), arguments, run)


def _remember(desk: Desk, given: RememberVisitor) -> Mapping[str, Any]:
    fields = {name: value for name, value in given.model_dump().items() if value}
    if not fields:
        raise InvalidInput.of("arguments", "name at least one field")
    return {"fields": dict(desk.remember(fields))}


def _find_slots(desk: Desk, read: Read, given: FindSlots) -> Mapping[str, Any]:
    slots = desk.find_slots(_wish(read, given))
    if not slots:
        return {"slots": [], "note": "Nothing is free then. Offer to look at other days."}
    return {
        "slots": [_slot(slot) for slot in slots],
        "note": "The visitor sees these times as a card. Nothing is booked yet.",
    }


def _wish(read: Read, given: FindSlots) -> TimeWish | None:
    if given.from_date is None and given.to_date is None:
        said = " ".join(filter(None, (given.wish, given.part_of_day)))
        return (wished_times(read(said)) or None) if said else None
    first = given.from_date or given.to_date
    last = given.to_date or given.from_date
    assert first is not None and last is not None
    days = min((last - first).days, LONGEST_WISH_DAYS)
    if days < 0:
        raise InvalidInput.of("to_date", "is before from_date")
    window = PARTS_OF_DAY[given.part_of_day] if given.part_of_day else (None, None)
    return TimeWish(tuple(DayWindow(first + timedelta(days=n), *window) for n in range(days + 1)))


def _book(desk: Desk, given: BookMeeting) -> Mapping[str, Any]:
    meeting = desk.book(given.slot_id)
    return {
        "status": meeting.status,
        "meeting": {"start": _iso(meeting.start), "label": meeting.label},
        "note": "The visitor sees the confirmation as a card.",
    }


def _look_up(desk: Desk, given: AnswerFromKnowledge) -> Mapping[str, Any]:
    passages = desk.look_up(given.question)
    if not passages:
        return {
            "passages": [],
            "note": "The business says nothing about this. Say so, and offer to ask a colleague.",
        }
    return {"passages": [{"title": p.title, "text": p.text, "source": p.source} for p in passages]}


def _callback(desk: Desk, given: RequestCallback) -> Mapping[str, Any]:
    desk.request_callback(given.reason)
    return {"status": "requested", "note": "The visitor sees this as a card."}


def _slot(slot: OfferedSlot) -> dict[str, str]:
    return {"id": slot.id, "label": slot.label, "start": _iso(slot.start)}


def _iso(instant: datetime) -> str:
    return instant.isoformat(timespec="minutes")
