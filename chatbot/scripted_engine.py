"""The conversation without a model: what answers when there is no key, and when a model fails.

It works from the reading of the message and a small memory, through the same desk as the model's
tools, so that it can do as much and claim no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from chatbot.conversation import Known, Message
from chatbot.desk import Desk
from chatbot.scripted.flow import work
from chatbot.scripted.hearing import heard
from chatbot.scripted.languages import in_their_language
from chatbot.scripted.memory import Memory, memory_from
from chatbot.scripted.recalling import recalled
from chatbot.scripted.turn import Turn
from core.clock import Clock
from core.errors import ParleyError
from core.values import zone_named
from understanding.reading import Reading


@dataclass(frozen=True)
class Situation:
    """What a turn begins with. `finishing`: the model failed in the middle of it, so we go on
    from what is there, without a greeting. `introduced`: the page the visitor writes on has
    greeted them and says that an AI answers."""

    text: str
    reading: Reading
    known_before: Known
    timezone: str
    locale: str | None = None
    state: Mapping[str, Any] | None = None
    first_turn: bool = False
    earlier: tuple[Message, ...] = ()
    finishing: bool = False
    introduced: bool = False


@dataclass(frozen=True)
class ScriptedReply:
    """What we say, and the state to give back with the next turn (JSON-able)."""

    text: str
    state: Mapping[str, Any]


class ScriptedEngine:
    """Answers as the business; deterministic: the same situation gets the same reply."""

    def __init__(self, business: str, clock: Clock) -> None:
        self._business = business
        self._clock = clock

    def reply(self, situation: Situation, desk: Desk) -> ScriptedReply:
        """Answers one turn. Raises Unavailable only when not even what is known can be read."""
        turn = self._turn(situation, desk)
        try:
            work(turn)
        except ParleyError:
            # what the desk did before it failed stays said; the rest is told honestly
            turn.say("trouble")
            turn.note(purpose=None, chosen=None)
        return ScriptedReply(turn.text(), _remembered(turn).as_json())

    def _turn(self, situation: Situation, desk: Desk) -> Turn:
        memory = recalled(memory_from(situation.state or {}), situation.earlier, desk)
        reading = situation.reading
        memory = in_their_language(memory, situation.text, reading.language, situation.locale)
        return Turn(
            desk=desk,
            heard=heard(situation.text, reading, memory.asked),
            memory=memory,
            business=self._business,
            zone=zone_named(situation.timezone),
            now=self._clock.now(),
            known_before=situation.known_before,
            locale=situation.locale,
            first=situation.first_turn,
            finishing=situation.finishing,
            introduced=situation.introduced,
        )


def _remembered(turn: Turn) -> Memory:
    memory = turn.memory
    return replace(
        memory,
        asked=memory.asked if turn.question else None,
        question=turn.question,
        last=turn.text()[-40:],
    )
