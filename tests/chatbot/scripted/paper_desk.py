"""A desk on paper: keeps everything in memory and a journal of what it did.

For properties over thousands of turns; the stories run on the real one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chatbot.conversation import Known
from chatbot.desk import BookedMeeting, OfferedSlot, Passage
from chatbot.scripted_engine import ScriptedEngine, ScriptedReply, Situation
from core.clock import SettableClock
from core.errors import FieldError, Impossible, NotFound, SlotTaken
from leads.facts import facts_in
from understanding.reading import Reading, read
from understanding.wishes import TimeWish

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_HALF_AN_HOUR = timedelta(minutes=30)
_PASSAGES = (
    (("price", "cost", "much", "kost", "preis"), "What it costs", "A website costs €1,900."),
    (("open", "hours"), "Opening hours", "We are open Monday to Friday from 9:00 to 17:00."),
)


@dataclass
class PaperDesk:
    """`taken` are instants that others have booked meanwhile."""

    facts: Known = field(default_factory=Known)
    slots: list[OfferedSlot] = field(default_factory=list)
    kept: OfferedSlot | None = None
    booked: BookedMeeting | None = None
    called_back: bool = False
    taken: set[datetime] = field(default_factory=set)
    journal: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)

    def known(self) -> Known:
        return self.facts

    def show_slots(self) -> None:
        self.journal.append("show_slots")

    def find_slots(self, wish: TimeWish | None, *, card: bool = True) -> list[OfferedSlot]:
        self.journal.append("find_slots")
        found = [start for start in _free(wish) if start not in self.taken][:4]
        found = found or [start for start in _free(None) if start not in self.taken][:4]
        self.slots = [
            OfferedSlot(f"slot-{start:%m%d%H%M}", start, start + _HALF_AN_HOUR, _label(start))
            for start in found
        ]
        return self.slots

    def offered(self) -> list[OfferedSlot]:
        return list(self.slots)

    def hold(self, slot_id: str) -> OfferedSlot:
        self.kept = self._offered(slot_id)
        self.journal.append("hold")
        return self.kept

    def held(self) -> OfferedSlot | None:
        return self.kept

    def book(self, slot_id: str) -> BookedMeeting:
        slot = self._offered(slot_id)
        missing = self.facts.missing("name", "email")
        if missing:
            raise Impossible("missing", [FieldError(name, "is needed") for name in missing])
        if self.booked is not None:
            raise Impossible("There is a meeting already.")
        return self._entered(slot, "book")

    def meeting(self) -> BookedMeeting | None:
        return self.booked

    def move(self, slot_id: str) -> BookedMeeting:
        if self.booked is None:
            raise NotFound("There is no open meeting.")
        return self._entered(self._offered(slot_id), "move")

    def cancel(self) -> BookedMeeting:
        if self.booked is None:
            raise NotFound("There is no open meeting.")
        gone, self.booked = self.booked, None
        self.journal.append("cancel")
        return replace(gone, status="cancelled")

    def remember(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        self.facts = replace(self.facts, **fields)
        self.journal.append("remember")
        return dict.fromkeys(fields, "saved")

    def look_up(self, question: str) -> list[Passage]:
        plain = question.casefold()
        found = [
            Passage(text, title, "Our prices", 1.0)
            for words, title, text in _PASSAGES
            if any(word in plain for word in words)
        ]
        self.quoted += [passage.text for passage in found]
        return found

    def request_callback(self, reason: str) -> None:
        if not (self.facts.email or self.facts.phone):
            raise Impossible("There is no way to reach the visitor.")
        self.called_back = True
        self.journal.append("callback")

    def capture(self, reading: Reading, question: str | None) -> None:
        """What lead capture takes from a message before the engine is asked."""
        found = facts_in(reading, reading.text, question=question, message_id="m")
        self.facts = replace(self.facts, **{fact.field: fact.value for fact in found})

    def _offered(self, slot_id: str) -> OfferedSlot:
        slot = next((slot for slot in self.slots if slot.id == slot_id), None)
        if slot is None:
            raise NotFound("That time was not offered.")
        if slot.start in self.taken:
            raise SlotTaken("That time was just taken.")
        return slot

    def _entered(self, slot: OfferedSlot, act: str) -> BookedMeeting:
        self.booked = BookedMeeting("meeting", slot.start, slot.end, "confirmed", slot.label)
        self.kept = None
        self.journal.append(act)
        return self.booked


def _free(wish: TimeWish | None) -> list[datetime]:
    """Half hours from nine to five on working days of the next three weeks that meet the wish."""
    grid = [
        datetime.combine(date(2026, 11, 24) + timedelta(days=day), time(hour, minute), ZONE)
        for day in range(21)
        for hour in range(9, 17)
        for minute in (0, 30)
    ]
    grid = [start for start in grid if start.weekday() < 5]
    if not wish:
        return grid[::7]
    return [start for start in grid if any(_meets(start, window) for window in wish.ranges)]


def _meets(start: datetime, window: object) -> bool:
    exact, on = getattr(window, "exact", None), getattr(window, "on", None)
    if exact is not None:
        return start == exact
    first, last = getattr(window, "not_before", None), getattr(window, "not_after", None)
    clock = start.time()
    return start.date() == on and (not first or clock >= first) and (not last or clock < last)


def _label(start: datetime) -> str:
    return f"{start:%a %d %b, %H:%M}"


@dataclass
class Talk:
    """A conversation of the engine alone with the desk on paper."""

    desk: PaperDesk = field(default_factory=PaperDesk)
    locale: str | None = None
    engine: ScriptedEngine = field(
        default_factory=lambda: ScriptedEngine("Lindner & Park", SettableClock(NOW))
    )
    reply: ScriptedReply = field(default_factory=lambda: ScriptedReply("", {}))
    turns: int = 0

    def say(self, text: str, **situation: object) -> str:
        """What the engine answers; what is known is captured from the text first."""
        before = self.desk.known()
        question = self.reply.state.get("question")
        reading = read(text, now=NOW, timezone=ZONE.key, locale=self.locale, question=question)
        self.desk.capture(reading, question)
        said = Situation(
            text=text,
            reading=reading,
            known_before=before,
            timezone=ZONE.key,
            locale=self.locale,
            state=json.loads(json.dumps(self.reply.state)),
            first_turn=self.turns == 0,
        )
        self.reply = self.engine.reply(replace(said, **situation), self.desk)
        self.turns += 1
        return self.reply.text

    @property
    def asked(self) -> str | None:
        """What the last question was about."""
        return self.reply.state.get("asked")
