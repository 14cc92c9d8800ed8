"""The desk: what can be done for a visitor within one turn.

The model's tools and the scripted engine work through the same desk, so neither can do more than
the other, and a card exists only because the desk made a row first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chatbot.conversation import Known
from understanding.wishes import TimeWish


@dataclass(frozen=True)
class OfferedSlot:
    """A free time that was offered to this conversation. `label` is in the visitor's zone."""

    id: str
    start: datetime
    end: datetime
    label: str


@dataclass(frozen=True)
class BookedMeeting:
    """A meeting that stands in the database."""

    id: str
    start: datetime
    end: datetime
    status: str
    label: str


@dataclass(frozen=True)
class Passage:
    """A piece of the business's knowledge. `source` is what the visitor may be told it is from."""

    text: str
    title: str
    source: str
    score: float


class Desk(Protocol):
    """Acts for the visitor of this turn. Expected failures raise core.errors with a message that
    can be shown; each act that changes something commits before it returns and adds its card."""

    def known(self) -> Known:
        """What is known of the visitor now."""

    def find_slots(self, wish: TimeWish | None, *, card: bool = True) -> list[OfferedSlot]:
        """Free times near the wish, offered to the visitor, as a card unless one of them is to be
        taken at once; empty: none are free."""

    def show_slots(self) -> None:
        """The card of the times found last, which were found without one."""

    def offered(self) -> list[OfferedSlot]:
        """Still free times that were offered before, newest offer first, in order of time."""

    def hold(self, slot_id: str) -> OfferedSlot:
        """Keeps an offered slot while the visitor decides. Raises SlotTaken."""

    def held(self) -> OfferedSlot | None:
        """The slot that is being kept for this visitor."""

    def book(self, slot_id: str) -> BookedMeeting:
        """Books an offered slot; needs name and e-mail. Raises SlotTaken, Impossible (names the
        missing fields)."""

    def meeting(self) -> BookedMeeting | None:
        """The visitor's open meeting."""

    def move(self, slot_id: str) -> BookedMeeting:
        """Moves the open meeting to an offered slot. Raises SlotTaken, NotFound."""

    def cancel(self) -> BookedMeeting:
        """Cancels the open meeting. Raises NotFound."""

    def remember(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        """Proposes facts; answers for each field `saved`, `suggested` or why not. Only what
        stands in the visitor's own words is saved."""

    def look_up(self, question: str) -> list[Passage]:
        """What the business says of itself about that, best first; empty: nothing fitting."""

    def request_callback(self, reason: str) -> None:
        """Asks the team to get in touch: a flagged conversation and a handoff card. Raises
        Impossible when there is neither e-mail nor phone to reach the visitor."""
