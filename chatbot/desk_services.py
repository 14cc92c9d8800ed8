"""The desk over the real services: every act is a committed row first, then a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

from calendar_integration.booking import BookingService
from calendar_integration.cards import meeting_card, slot_label, slots_card, time_label
from calendar_integration.links import MeetingLinks
from calendar_integration.model import Meeting, Slot
from chatbot import store
from chatbot.conversation import Card, Conversation, Known
from chatbot.desk import BookedMeeting, OfferedSlot, Passage
from chatbot.knowledge import Knowledge
from chatbot.store import Handoff, Turn
from core.clock import Clock
from core.database import Database
from core.errors import FieldError, Impossible, NotFound
from core.values import new_id, zone_named
from leads.capture import CaptureService
from leads.model import ConversationContext, VisitorMessage
from understanding.wishes import TimeWish

PASSAGES = 3


class ServiceDesk:
    """One turn's desk. `show` is called with each card as soon as its row is committed; `settled`
    gives a meeting that waits for the calendar a moment to be confirmed."""

    def __init__(
        self,
        *,
        conversation: Conversation,
        context: ConversationContext,
        turn: Turn,
        address: str | None,
        database: Database,
        clock: Clock,
        capture: CaptureService,
        booking: BookingService,
        links: MeetingLinks,
        knowledge: Knowledge,
        show: Callable[[Card], None],
        settled: Callable[[Meeting], Meeting] = lambda meeting: meeting,
    ) -> None:
        self._conversation = conversation
        self._context = context
        self._turn = turn
        self._address = address
        self._database = database
        self._clock = clock
        self._capture = capture
        self._booking = booking
        self._links = links
        self._zone = zone_named(conversation.timezone)
        self._knowledge = knowledge
        self._show = show
        self._settled = settled
        self._found: list[Slot] = []
        self.acts: list[str] = []
        self.looked_up: list[Passage] = []

    def reads(self) -> AbstractContextManager[None]:
        """Lets several looks share one connection."""
        return self._database.reads()

    def known(self, *, without: str | None = None) -> Known:
        """As the desk says; `without` what that one message told us."""
        evidence = self._capture.known(self._conversation.id, without=without)
        return Known(**{name: item.value for name, item in evidence.items()})

    def find_slots(self, wish: TimeWish | None, *, card: bool = True) -> list[OfferedSlot]:
        slots = self._booking.offer(
            self._conversation.id, wish=wish, timezone=self._conversation.timezone
        )
        self.acts.append("find_slots")
        self._found = slots
        if card:
            self.show_slots()
        return self._offered(slots)

    def show_slots(self) -> None:
        if self._found:
            self._show(slots_card(self._found, self._conversation.timezone))

    def offered(self) -> list[OfferedSlot]:
        return self._offered(self._booking.offered(self._conversation.id))

    def hold(self, slot_id: str) -> OfferedSlot:
        hold = self._booking.hold(slot_id, self._conversation.id, address=self._address)
        self.acts.append("hold")
        return self._offered([hold.slot])[0]

    def held(self) -> OfferedSlot | None:
        hold = self._booking.held(self._conversation.id)
        return self._offered([hold.slot])[0] if hold else None

    def book(self, slot_id: str) -> BookedMeeting:
        known = self.known()
        missing = known.missing("name", "email")
        if missing:
            raise Impossible(
                f"To book, we still need the visitor's {' and '.join(missing)}. Ask for it.",
                [FieldError(name, "is needed to book") for name in missing],
            )
        assert known.name is not None and known.email is not None
        lead = self._capture.lead_of(self._conversation.id)
        meeting = self._booking.book(
            slot_id,
            self._conversation.id,
            name=known.name,
            email=known.email,
            timezone=self._conversation.timezone,
            lead_id=lead.id if lead else None,
            address=self._address,
        )
        return self._changed(meeting, "book")

    def meeting(self) -> BookedMeeting | None:
        found = self._booking.find_for_conversation(self._conversation.id)
        return self._booked(found) if found else None

    def move(self, slot_id: str) -> BookedMeeting:
        meeting = self._open_meeting()
        slot = next(
            (s for s in self._booking.offered(self._conversation.id) if s.id == slot_id), None
        )
        if slot is None:
            raise NotFound("That time was not offered; find free times first.")
        return self._changed(self._booking.reschedule(meeting.id, slot.start), "move")

    def cancel(self) -> BookedMeeting:
        return self._changed(self._booking.cancel(self._open_meeting().id), "cancel")

    def remember(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        with self._database.read() as connection:
            said = store.visitor_texts(connection, self._conversation.id)
        outcome = self._capture.propose(
            self._context, dict(fields), [VisitorMessage(id_, text) for id_, text in said]
        )
        if any(p.outcome == "fact" for p in outcome.proposals):
            self.acts.append("remember")
        if outcome.created or "email" in outcome.changed or "phone" in outcome.changed:
            self.show_saved()
        return {
            p.field: "saved" if p.outcome == "fact" else f"{p.outcome}: {p.reason or ''}".strip()
            for p in outcome.proposals
        }

    def show_saved(self) -> None:
        """The card that says what is on record; only after the capture committed it."""
        known = self.known()
        fields = {
            name: value
            for name in ("name", "email", "phone", "company")
            if (value := getattr(known, name)) is not None
        }
        self._show({"type": "lead_saved", "id": new_id("card"), "fields": fields})

    def look_up(self, question: str) -> list[Passage]:
        found = self._knowledge.search(question, limit=PASSAGES)
        self.looked_up += found
        return found

    def request_callback(self, reason: str) -> None:
        if not {"email", "phone"} - set(self.known().missing("email", "phone")):
            raise Impossible(
                "The team needs an e-mail address or a phone number to reach the visitor. "
                "Ask for one.",
                [FieldError("email", "or phone is needed")],
            )
        made = Handoff(new_id("handoff"), self._conversation.id, reason[:500], self._clock.now())
        with self._database.write() as connection:
            store.add_handoff(connection, made, self._turn.id)
            store.flag(connection, self._conversation.id, "callback requested")
        self.acts.append("callback")
        self._show({"type": "handoff", "id": made.id, "message": "The team was asked to reply."})

    def callback_requested(self) -> bool:
        """Whether the team was asked to get in touch in this conversation."""
        if not self._conversation.flagged and not self.acts:  # asking flags it
            return False
        with self._database.read() as connection:
            return store.find_handoff(connection, self._conversation.id) is not None

    def _open_meeting(self) -> Meeting:
        found = self._booking.find_for_conversation(self._conversation.id)
        if found is None:
            raise NotFound("There is no open meeting.")
        return found

    def _changed(self, changed: Meeting, act: str) -> BookedMeeting:
        meeting = self._settled(changed)
        with self._database.write() as connection:
            store.flag(connection, self._conversation.id, f"meeting {meeting.status}")
        self.acts.append(act)
        self._show(meeting_card(meeting, self._links, self._conversation.timezone))
        return self._booked(meeting)

    def _offered(self, slots: Sequence[Slot]) -> list[OfferedSlot]:
        return [
            OfferedSlot(slot.id, slot.start, slot.end, slot_label(slot.start, self._zone))
            for slot in slots
        ]

    def _booked(self, meeting: Meeting) -> BookedMeeting:
        label = time_label(meeting.start, meeting.end, self._zone)
        return BookedMeeting(meeting.id, meeting.start, meeting.end, meeting.status, label)
