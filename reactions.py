"""What one feature does when another changes: composed here, since neither may know the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from calendar_integration.booking import BookingService
from calendar_integration.cards import Cards
from calendar_integration.links import MeetingLinks
from calendar_integration.model import Meeting
from chatbot.ratings import Ratings, rating_as_json
from chatbot.transcripts import Transcripts, messages_as_json
from core.database import Database
from core.errors import NotFound
from core.events import LeadChanged
from core.outbox import OutboxMessage
from leads.erasure import Eraser, Exporter
from leads.model import Person
from leads.service import LeadService
from reports.service import ReportService
from web.idempotency import forget_answers_about

BEFORE_A_MEETING = frozenset({"new", "contacted", "qualified", "follow_up"})


class MeetingFollower:
    """Lets a lead's status follow its meetings: at once by the event, surely by the outbox."""

    def __init__(self, booking: BookingService, by_type: Mapping[type, Any]) -> None:
        self._booking = booking
        self._by_type = by_type

    def after(self, deliver: Callable[[OutboxMessage], None]) -> Callable[[OutboxMessage], None]:
        """The outbox handler: first the calendar is told, then the lead follows."""

        def handle(message: OutboxMessage) -> None:
            deliver(message)
            self.changed(message.payload["meeting_id"])

        return handle

    def lead_made(self, event: LeadChanged) -> None:
        """What was booked before there was a lead is the lead's from now on."""
        if event.created:
            for row in self._by_type[LeadService].conversations(event.lead_id):
                self._booking.attach_lead(row["conversation_id"], event.lead_id)

    def changed(self, meeting_id: str) -> None:
        """A lead that is still open and has a meeting to come is `meeting_scheduled`."""
        leads: LeadService = self._by_type[LeadService]
        try:
            meeting = self._booking.get(meeting_id)
        except NotFound:
            return
        lead = leads.find(meeting.lead_id) if meeting.lead_id else None
        if lead is None:
            return
        if meeting.is_open and lead.status in BEFORE_A_MEETING:
            leads.set_status(lead.id, "meeting_scheduled", by="Parley")
        elif not meeting.is_open and lead.status == "meeting_scheduled":
            leads.set_status(lead.id, "follow_up", by="Parley")


def calendar_news(
    by_type: Mapping[type, Any], links: MeetingLinks
) -> Callable[[Meeting, str], None]:
    """Writes into the lead's timeline what was done to its meeting in the calendar itself."""

    def tell(meeting: Meeting, what: str) -> None:
        leads: LeadService = by_type[LeadService]
        if meeting.lead_id and leads.find(meeting.lead_id) is not None:
            label = Cards(links).label(meeting.start, by_type[BookingService].rules.zone.key)
            leads.add_note(meeting.lead_id, f"Meeting {label}: {what}.", by="Google Calendar")

    return tell


def erasers(database: Database, by_type: Mapping[type, Any]) -> list[Eraser]:
    """What forgets a person besides the leads themselves, in the same transaction."""

    def meetings(person: Person) -> Mapping[str, int]:
        booking: BookingService = by_type[BookingService]
        found = sum(booking.erase_person(lead_id=lead_id) for lead_id in person.lead_ids)
        return {"meetings": found}

    def conversations(person: Person) -> Mapping[str, int]:
        by_type[Transcripts].erase(list(person.conversation_ids))
        return {"conversations": len(person.conversation_ids)}

    def reports(person: Person) -> Mapping[str, int]:
        service: ReportService = by_type[ReportService]
        return service.erase_person(person)

    def answers(person: Person) -> Mapping[str, int]:
        return {"kept_answers": forget_answers_about(database, person.lead_ids)}

    return [meetings, conversations, reports, answers]


def exporters(by_type: Mapping[type, Any]) -> list[Exporter]:
    """What else is known of a person."""

    def conversations(person: Person) -> Mapping[str, Any]:
        transcripts: Transcripts = by_type[Transcripts]
        there = [id_ for id_ in person.conversation_ids if transcripts.exists(id_)]
        return {"conversations": [_conversation(by_type, id_) for id_ in there]}

    return [conversations]


def _conversation(by_type: Mapping[type, Any], conversation_id: str) -> dict[str, Any]:
    row, turns = by_type[Transcripts].get(conversation_id)
    rating = by_type[Ratings].find(conversation_id)
    return {
        "id": conversation_id,
        "messages": messages_as_json(turns),
        "site_user": row.conversation.site_user,
        "rating": rating_as_json(rating) if rating else None,
    }
