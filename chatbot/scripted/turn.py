"""One turn while it is being worked on: what was said, what can be done, and what we will say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chatbot.conversation import Known
from chatbot.desk import Desk, OfferedSlot
from chatbot.scripted.hearing import Heard
from chatbot.scripted.memory import Memory
from chatbot.scripted.wording import SENTENCES_AT_MOST, Part, composed, phrase

_NAME_AT_MOST = 30
_NAME = re.compile(r"[^\W\d_][\w'’.-]*", re.UNICODE)
_MUST, _SHOULD, _MAY = 9, 5, 2


@dataclass
class Turn:
    """Mutable on purpose: the steps of one turn add to it one after another."""

    desk: Desk
    heard: Heard
    memory: Memory
    business: str
    zone: ZoneInfo
    now: datetime
    known_before: Known
    locale: str | None
    first: bool
    finishing: bool
    introduced: bool = False
    parts: list[Part] = field(default_factory=list)
    question: str | None = None

    _known: Known | None = None

    @property
    def introduces(self) -> bool:
        """Whether this reply is the one that says who is speaking."""
        return self.first and not self.finishing and not self.introduced

    @property
    def known(self) -> Known:
        """What is known of the visitor now."""
        if self._known is None:
            self._known = self.desk.known()
        return self._known

    def remember(self, fields: Mapping[str, str]) -> None:
        """Proposes facts; what became of them shows in `known`."""
        self.desk.remember(fields)
        self._known = None

    def say(self, key: str, **values: str) -> None:
        """A sentence of ours that matters."""
        self._say(key, _SHOULD, values)

    def report(self, key: str, **values: str) -> None:
        """What the desk did: never left out for want of room."""
        self._say(key, _MUST, values)

    def mention(self, key: str, **values: str) -> None:
        """A courtesy: the first to go when there is too much to say."""
        self._say(key, _MAY, values)

    def quote(self, text: str) -> None:
        """Words of the business itself."""
        self.parts.append(Part(text, _SHOULD))

    def ask(self, about: str, key: str | None = None, **values: str) -> None:
        """The turn's one question; a later one replaces it."""
        text, self.memory = phrase(self.memory, key or f"ask_{about}", **self._filled(values))
        self.question = text
        self.note(asked=about)
        self.memory = self.memory.counted("asks", about)

    def note(self, **changes: Any) -> None:
        """Changes the memory."""
        self.memory = replace(self.memory, **changes)

    def asked_times(self, about: str) -> int:
        return self.memory.asks.get(about, 0)

    def text(self) -> str:
        """The reply; who introduces themselves may say a sentence more."""
        return composed(self.parts, self.question, SENTENCES_AT_MOST + self.introduces)

    def shown_slots(self) -> list[OfferedSlot]:
        """The slots of the last card that are still free, as the visitor sees them."""
        free = {slot.id: slot for slot in self.desk.offered()}
        return [free[slot] for slot, _ in self.memory.shown if slot in free]

    def first_name(self) -> str | None:
        """What we call the visitor: one plain word of the name, or nothing."""
        words = (self.known.name or "").split()
        usable = [word for word in words if not word.endswith(".")]
        if usable and len(usable[0]) <= _NAME_AT_MOST and _NAME.fullmatch(usable[0]):
            return usable[0]
        return None

    def _say(self, key: str, weight: int, values: Mapping[str, str]) -> None:
        text, self.memory = phrase(self.memory, key, **self._filled(values))
        self.parts.append(Part(text, weight))

    def _filled(self, values: Mapping[str, str]) -> dict[str, str]:
        return {"business": self.business, **values}
