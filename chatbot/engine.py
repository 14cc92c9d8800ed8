"""One turn: a visitor's message in, our reply out, each step committed before the next.

message (commit) → understanding → capture (commit) → model with tools, or the scripted engine →
checks → reply (commit). When the model fails at any point the scripted engine finishes the turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from chatbot import store
from chatbot.conversation import Card, Conversation
from chatbot.desk_services import ServiceDesk
from chatbot.grounds import Standing, grounds_of, standing_of
from chatbot.history import History, messages_of, said_in
from chatbot.identity import Client
from chatbot.incoming import Incoming, context_of, is_another_visitor, moved
from chatbot.instructions import Instructions, InstructionVersion
from chatbot.knowledge import Knowledge
from chatbot.model_turn import ModelReply, ModelTurn
from chatbot.prompt import Moment, instruction_for
from chatbot.scripted_engine import ScriptedEngine, Situation
from chatbot.store import Turn
from chatbot.tools.catalogue import toolbox_for
from core.clock import Clock
from core.database import Database
from core.errors import Unavailable, UpstreamFailed
from core.values import new_id
from leads.capture import CaptureService
from leads.model import ConversationContext
from llm.messages import to_json
from llm.model import ChatModel
from understanding.reading import Reading, read

log = structlog.get_logger(__name__)

_TURNS_A_CORRECTION_REACHES = 4

SCRIPTED = "scripted"

Emit = Callable[[str, Mapping[str, Any]], None]


class DeskMaker(Protocol):
    """Makes the desk of one turn; the composition root knows its services."""

    def __call__(
        self,
        conversation: Conversation,
        context: ConversationContext,
        turn: Turn,
        incoming: Incoming,
        show: Callable[[Card], None],
    ) -> ServiceDesk: ...


@dataclass(frozen=True)
class Voice:
    """Who speaks, and for whom. No model: the scripted engine is the one chosen."""

    business_name: str
    business_timezone: str
    model: ChatModel | None
    scripted: ScriptedEngine
    max_history_turns: int


@dataclass(frozen=True)
class Parts:
    """What the engine works with."""

    database: Database
    clock: Clock
    history: History
    capture: CaptureService
    knowledge: Knowledge
    instructions: Instructions
    desk: DeskMaker
    voice: Voice
    on_turn: Callable[[Turn, ModelReply | None], None]


class ChatEngine:
    """Answers visitors."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def accept(self, client: Client, incoming: Incoming) -> tuple[Conversation, Turn]:
        """Keeps the message, committed; the turn there is when it came before. On disk it is before
        anything is said to it (`answer`)."""
        with self._parts.database.flushed_later(), suppress(IntegrityError):
            return self._accept(client, incoming)
        # The client's first two messages came at the same instant.
        return self._accept(client, incoming)

    def _accept(self, client: Client, incoming: Incoming) -> tuple[Conversation, Turn]:
        now = self._parts.clock.now()
        with self._parts.database.write() as connection:
            row = store.find_open(connection, client.key, lock=True)
            if row is not None and is_another_visitor(row.conversation, incoming):
                store.end_conversation(connection, row.conversation.id, now)
                row = None
            if row is None:
                conversation = self._new_conversation(client, incoming, now)
                store.add_conversation(connection, conversation, client.key)
            else:
                conversation = moved(row.conversation, incoming, now)
                if conversation != row.conversation:
                    store.move_conversation(connection, conversation)
            turn = store.add_turn(
                connection, new_id("msg"), conversation.id, incoming.message_id, incoming.text, now
            )
        return conversation, turn

    def _new_conversation(self, client: Client, incoming: Incoming, now: datetime) -> Conversation:
        made = Conversation(
            id=new_id("conv"),
            client_id=client.id,
            started_at=now,
            timezone=incoming.timezone or self._parts.voice.business_timezone,
            locale=incoming.locale,
            page=incoming.page,
            staff_verified=incoming.staff_verified,
            flagged=False,
            state={},
        )
        return moved(made, incoming, now)

    def is_answering(self, turn: Turn) -> bool:
        """Whether some process is at that turn now."""
        return self._parts.history.is_alive(turn)

    def answer(
        self, conversation: Conversation, turn: Turn, incoming: Incoming, emit: Emit | None = None
    ) -> Turn:
        """The answered turn. Emits `token` and `card` as they come, if somebody listens.

        A turn that was answered before is told again, not run again.
        """
        database = self._parts.database
        with self._parts.history.turn(turn) as held:
            with database.read() as connection:
                row = store.find_conversation(connection, turn.conversation_id)
                latest = self._answered(connection, turn) if held.already else None
            if latest is not None:
                database.flush()
                return latest
            current = row.conversation if row is not None else conversation
            say = _once_on_disk(database, emit) if emit else _to_nobody
            run = _Run(self._parts, current, turn, incoming, say)
            answered = held.answered = run.answer(held.orphans)
        return answered

    @staticmethod
    def _answered(connection: Connection, turn: Turn) -> Turn | None:
        """The turn as somebody else answered it; None when it was erased."""
        latest = store.find_turn(connection, turn.conversation_id, turn.message_id)
        return latest if latest is not None and latest.answered_at is not None else None


class _Run:
    """The working state of one turn."""

    def __init__(
        self,
        parts: Parts,
        conversation: Conversation,
        turn: Turn,
        incoming: Incoming,
        emit: Emit,
    ) -> None:
        self._p = parts
        self._conversation = conversation
        self._turn = turn
        self._incoming = incoming
        self._emit = emit
        self._cards: list[Card] = []
        self._context = context_of(conversation, incoming)
        self._desk = parts.desk(conversation, self._context, turn, incoming, self._show_card)
        self._earlier = parts.history.earlier_turns(turn)
        self._state: Mapping[str, Any] = conversation.state
        self._instruction: InstructionVersion | None = None
        self._standing: Standing | None = None

    def answer(self, orphans: list[Turn]) -> Turn:
        with self._p.database.flushed_later():
            for orphan in orphans:
                self._understand(orphan)
            known_before = self._desk.known() if self._p.voice.model is None else None
            reading = self._understand(self._turn)
        model_reply, text, degraded = self._speak(reading, known_before)
        engine_name = SCRIPTED
        if model_reply is not None and not degraded and self._p.voice.model is not None:
            engine_name = self._p.voice.model.name
        return self._keep(text, engine_name, degraded, model_reply)

    def _understand(self, turn: Turn) -> Reading:
        """Reads the message and captures what is in it, model or no model."""
        reading = self._read(turn.text, intents=self._p.voice.model is None)
        if turn.id == self._turn.id:
            self._take_given()
        outcome = self._p.capture.capture(
            self._context, turn.id, turn.text, reading, question=self._asked()
        )
        if outcome.created or {"email", "phone"} & set(outcome.changed):
            self._desk.acts.append("remember")
            self._desk.show_saved()
        elif outcome.changed:
            self._desk.acts.append("remember")
        return reading

    def _take_given(self) -> None:
        """What came beside the words; first what the site vouches for, which counts as verified."""
        capture, incoming = self._p.capture, self._incoming
        if incoming.vouched is not None and incoming.vouched.email:
            context = replace(self._context, address_verified=True)
            capture.save_form(context, {"email": incoming.vouched.email}, lenient=True)
        if incoming.given:
            # Checked before the turn was accepted; whatever else is wrong must not cost the turn.
            capture.save_form(self._context, incoming.given, lenient=True)

    def _read(self, text: str, *, intents: bool = False) -> Reading:
        return read(
            text,
            now=self._p.clock.now(),
            timezone=self._conversation.timezone,
            locale=self._conversation.locale,
            question=self._asked(),
            context=self._said_before(),
            # What the visitor wants is for the model to see; without it we look ourselves.
            intents=intents,
        )

    def _said_before(self) -> str:
        """By either side, in the turns that a correction may be about."""
        turns = self._earlier[-_TURNS_A_CORRECTION_REACHES:]
        return "\n".join(text for turn in turns for text in (turn.text, turn.reply) if text)

    def _asked(self) -> str | None:
        """The question of ours that the message may answer."""
        asked = self._conversation.state.get("question")
        return asked if isinstance(asked, str) else None

    def _speak(self, reading: Reading, known_before: Any) -> tuple[ModelReply | None, str, bool]:
        """The model's words; the scripted engine's when there is no model or it fails."""
        if self._p.voice.model is None:
            return None, self._scripted(reading, known_before, finishing=False), False
        turn = self._model_turn(reading)
        try:
            reply = turn.run(messages_of(self._earlier), self._turn.text)
        except (Unavailable, UpstreamFailed) as error:
            log.warning("model_failed", kind=type(error).__name__, reason=error.message)
        else:
            return reply, reply.text, False
        shown = turn.reply.text
        reading = self._read(self._turn.text, intents=True)
        known_before = self._desk.known(without=self._turn.id)
        rest = self._scripted(reading, known_before, finishing=True, after=shown)
        return turn.reply, f"{shown} {rest}".strip(), True

    def _model_turn(self, reading: Reading) -> ModelTurn:
        p = self._p
        assert p.voice.model is not None
        self._instruction = p.instructions.current()
        instruction = self._instruction.text
        passages = self._desk.look_up(self._turn.text)
        return ModelTurn(
            p.voice.model,
            p.clock,
            toolbox=toolbox_for(self._desk, self._read),
            instruction=lambda: instruction_for(instruction, self._moment(passages)),
            grounds=lambda: grounds_of(
                self._desk,
                self._standing or standing_of(self._desk),
                conversation=self._conversation,
                visitor_texts=[t.text for t in self._earlier] + [self._turn.text],
                instruction=instruction,
                knowledge=p.knowledge,
                business_timezone=p.voice.business_timezone,
            ),
            show=lambda piece: self._emit("token", {"text": piece}),
            language=reading.language,
            max_turns=p.voice.max_history_turns,
        )

    def _moment(self, passages: Any) -> Moment:
        """The moment a step begins. Its words are judged by how things stood then: what the model
        was told and what it may say are read together, once."""
        p = self._p
        self._standing = standing = standing_of(self._desk)
        return Moment(
            business_name=p.voice.business_name,
            business_timezone=p.voice.business_timezone,
            visitor_timezone=self._conversation.timezone,
            now=p.clock.now(),
            known=standing.known,
            offered=standing.offered,
            meeting=standing.meeting,
            callback_requested=standing.callback_requested,
            passages=passages,
        )

    def _scripted(
        self, reading: Reading, known_before: Any, *, finishing: bool, after: str = ""
    ) -> str:
        reply = self._p.voice.scripted.reply(
            Situation(
                text=self._turn.text,
                reading=reading,
                known_before=known_before,
                timezone=self._conversation.timezone,
                locale=self._conversation.locale,
                state=self._conversation.state,
                first_turn=not self._earlier,
                earlier=said_in(self._earlier),
                finishing=finishing,
                introduced=self._conversation.page.url is not None,  # the widget's own greeting
            ),
            self._desk,
        )
        self._state = reply.state
        self._emit("token", {"text": f" {reply.text}" if after else reply.text})
        return reply.text

    def _show_card(self, card: Card) -> None:
        # A newer card of a kind takes the older one's place: two lists of slots would confuse.
        self._cards = [c for c in self._cards if c["type"] != card["type"]] + [card]
        self._emit("card", card)

    def _keep(
        self, text: str, engine_name: str, degraded: bool, model_reply: ModelReply | None
    ) -> Turn:
        now = self._p.clock.now()
        answered = Turn(
            id=self._turn.id,
            conversation_id=self._turn.conversation_id,
            sequence=self._turn.sequence,
            message_id=self._turn.message_id,
            text=self._turn.text,
            at=self._turn.at,
            answered_at=now,
            reply_id=new_id("msg"),
            reply=text,
            cards=tuple(self._cards),
            engine=engine_name,
            degraded=degraded,
            model_messages=(
                to_json(model_reply.messages) if model_reply and not degraded else None
            ),
            trace=self._trace(model_reply, now),
        )
        with self._p.database.write() as connection:
            store.answer_turn(connection, answered, state=self._state)
        self._p.on_turn(answered, model_reply)
        return answered

    def _trace(self, model_reply: ModelReply | None, now: Any) -> dict[str, Any]:
        """Why the assistant said it, for the team."""
        instruction = self._instruction or self._p.instructions.current()
        trace: dict[str, Any] = {
            "instruction_version": instruction.version,
            "acts": self._desk.acts,
            "sources": sorted({p.source for p in self._desk.looked_up}),
            "seconds": round((now - self._turn.at).total_seconds(), 3),
        }
        if model_reply is not None:
            trace |= {
                "tools": model_reply.tools,
                "held_back": [v.kind for v in model_reply.violations],
                "model_calls": model_reply.calls,
                "tokens": model_reply.usage.total_tokens,
            }
        return trace


def _once_on_disk(database: Database, emit: Emit) -> Emit:
    """Says nothing before what was committed for the turn is on disk."""

    def say(name: str, data: Mapping[str, Any]) -> None:
        database.flush()
        emit(name, data)

    return say


def _to_nobody(name: str, data: Mapping[str, Any]) -> None:
    """The answer is told as a whole at its end."""
