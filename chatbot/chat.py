"""The chat as its callers use it: a turn as one answer or as a stream, and all around it."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from chatbot import store, streams
from chatbot.answers import answer_as_json
from chatbot.conversation import Conversation
from chatbot.engine import ChatEngine
from chatbot.history import WAIT_SECONDS
from chatbot.identity import Client, ClientIds
from chatbot.incoming import Incoming, context_of
from chatbot.model_turn import DEADLINE_SECONDS
from chatbot.store import Turn
from chatbot.transcripts import Transcripts, messages_as_json
from core.database import Database
from core.errors import InvalidInput, NotFound, ParleyError, Unavailable
from core.redis_client import RedisClient
from leads.capture import CaptureService
from leads.model import ConversationContext

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class ChatSettings:
    """What the chat is told by the composition root. `describe` gives the widget's texts,
    `status_of` the HTTP status of an error, which a stream tells in its `error` event."""

    max_input_length: int
    max_turns_at_once: int
    describe: Callable[[], Mapping[str, Any]]
    status_of: Callable[[ParleyError], int]


class Chat:
    """Visitors' conversations."""

    def __init__(
        self,
        *,
        engine: ChatEngine,
        clients: ClientIds,
        transcripts: Transcripts,
        capture: CaptureService,
        database: Database,
        redis: RedisClient,
        settings: ChatSettings,
    ) -> None:
        self.clients = clients
        self._engine = engine
        self._transcripts = transcripts
        self._capture = capture
        self._database = database
        self._redis = redis
        self._settings = settings
        self._running: set[threading.Thread] = set()
        self._under_way = 0

    def check_length(self, content: str) -> None:
        """Raises InvalidInput for a message that is empty or too long."""
        if not content.strip():
            raise InvalidInput.of("content", "must not be empty")
        longest = self._settings.max_input_length
        if len(content) > longest:
            raise InvalidInput.of(
                "content", f"is {len(content)} characters; send at most {longest}"
            )

    def say(self, client: Client, incoming: Incoming) -> dict[str, Any]:
        """One turn, answered whole. Raises Unavailable when too much is under way."""
        self._check_given(incoming)
        with self._one_more():
            conversation, turn = self._engine.accept(client, incoming)
            # Nobody listens meanwhile; whoever comes back later is answered from the row.
            answered = self._engine.answer(conversation, turn, incoming)
            return answer_as_json(conversation, answered)

    def start(self, client: Client, incoming: Incoming) -> Iterator[str]:
        """One turn as a stream; it goes on to its end when nobody listens any more."""
        self._check_given(incoming)
        self._refuse_overload()
        conversation, turn = self._engine.accept(client, incoming)
        proof = self.clients.proof(turn.id)
        if turn.answered_at is not None:
            return self._replay(conversation, turn, proof, after=0)
        if self._engine.is_answering(turn):
            return self._resumed(conversation, turn, proof, after=0)
        buffer = streams.Buffer(self._redis, turn.id)
        buffer.emit("start", _start(conversation, turn))
        self._run_apart(lambda: self._run(conversation, turn, incoming, buffer))
        return _as_sse(buffer.follow(), proof)

    def resume(
        self, message_id: str, last_event_id: str | None, holder: Client | None
    ) -> Iterator[str]:
        """The rest of a message's stream. Raises NotFound for who cannot show it is theirs."""
        number, _, shown = (last_event_id or "").partition("-")
        for turn, conversation, key in self._turns_of(message_id):
            proof = self.clients.proof(turn.id)
            if shown == proof or (holder is not None and holder.key == key):
                after = int(number) if shown == proof and number.isdecimal() else 0
                return self._resumed(conversation, turn, proof, after)
        raise NotFound("There is no such message, or it is not yours.")

    def transcript(self, client: Client | None) -> dict[str, Any]:
        """The open conversation, for its holder. Raises NotFound."""
        if client is None:
            raise NotFound("There is no conversation; the next message starts one.")
        row, turns = self._transcripts.of_client(client)
        return {
            "client_id": row.conversation.client_id,
            "conversation_id": row.conversation.id,
            "consent": row.conversation.consent is not None,
            "messages": messages_as_json(turns),
        }

    def reset(self, client: Client | None) -> bool:
        """Ends the open conversation; whether there was one."""
        return client is not None and self._transcripts.end(client)

    def save_form(
        self, client: Client | None, fields: Mapping[str, str], *, staff: bool
    ) -> dict[str, Any]:
        """Saves a form. Raises NotFound when there is no conversation, InvalidInput."""
        if client is None:
            raise NotFound("There is no conversation to save this to; send a message first.")
        row, _ = self._transcripts.of_client(client)
        incoming = Incoming("", "", staff_verified=staff)
        self._capture.save_form(context_of(row.conversation, incoming), fields)
        known = self._capture.known(row.conversation.id)
        saved = {name: item.value for name, item in known.items()}
        return {"client_id": row.conversation.client_id, "saved": saved}

    def widget_config(self) -> dict[str, Any]:
        """The texts and limits the widget needs."""
        return {
            **self._settings.describe(),
            "max_input_length": self._settings.max_input_length,
        }

    def finish_running(self, timeout_seconds: float) -> None:
        """Waits for the turns in flight, at shutdown."""
        for thread in list(self._running):
            thread.join(timeout_seconds)

    def _run_apart(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            finally:
                self._running.discard(threading.current_thread())

        thread = threading.Thread(target=run, name="turn")
        self._running.add(thread)
        thread.start()

    def _check_given(self, incoming: Incoming) -> None:
        """Refuses wrong fields before anything is stored. Raises InvalidInput."""
        if incoming.given:
            place = ConversationContext(id="", timezone=incoming.timezone, locale=incoming.locale)
            self._capture.check_form(place, incoming.given)

    def _refuse_overload(self) -> None:
        """Sheds load before anything is stored, so that those inside are answered in time."""
        if self._under_way >= self._settings.max_turns_at_once:
            raise Unavailable(
                "Many people are writing right now. Please try again in a few seconds.",
                retry_after=timedelta(seconds=5),
            )

    @contextmanager
    def _one_more(self) -> Iterator[None]:
        self._refuse_overload()
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1

    def _run(
        self,
        conversation: Conversation,
        turn: Turn,
        incoming: Incoming,
        buffer: streams.Buffer,
    ) -> None:
        try:
            with self._one_more():
                answered = self._engine.answer(conversation, turn, incoming, buffer.emit)
        except ParleyError as error:
            buffer.emit("error", self._problem(error))
        except Exception:  # the thread's edge: the one who waits must be told
            log.exception("turn_failed")
            message = "Something went wrong on our side. Please send it again."
            buffer.emit("error", {"message": message, "status": 500})
        else:
            buffer.emit("done", answer_as_json(conversation, answered))

    def _problem(self, error: ParleyError) -> dict[str, Any]:
        """An error as a stream tells it; `retry_after` in seconds where it is of use."""
        wait = getattr(error, "retry_after", None)
        seconds = {"retry_after": math.ceil(wait.total_seconds())} if wait else {}
        return {"message": error.message, "status": self._settings.status_of(error), **seconds}

    def _turns_of(self, message_id: str) -> Iterator[tuple[Turn, Conversation, str]]:
        with self._database.read() as connection:
            for turn in store.find_turns_by_message(connection, message_id):
                found = store.find_with_key(connection, turn.conversation_id)
                if found is not None:
                    yield turn, found[0].conversation, found[1]

    def _resumed(
        self, conversation: Conversation, turn: Turn, proof: str, after: int
    ) -> Iterator[str]:
        ended = False
        wait = 0.0 if turn.answered_at else WAIT_SECONDS + DEADLINE_SECONDS
        events = streams.resume(self._redis, turn.id, after, max(wait, 1.0))
        for event in events:
            yield event.as_sse(proof) if event else ": waiting\n\n"
            ended = event is not None and event.name in streams.LAST
        if not ended:
            with self._database.read() as connection:
                latest = store.find_turn(connection, turn.conversation_id, turn.message_id)
            yield from self._replay(conversation, latest or turn, proof, after)

    def _replay(
        self, conversation: Conversation, turn: Turn, proof: str, after: int
    ) -> Iterator[str]:
        """The events of a turn from its row, when the buffer has them no more."""
        if turn.answered_at is None:
            error = Unavailable("The answer was lost. Please send the message again.")
            yield streams.Event(1, "error", self._problem(error)).as_sse(proof)
            return
        if after == 0:
            yield streams.Event(1, "start", _start(conversation, turn)).as_sse(proof)
            yield streams.Event(2, "token", {"text": turn.reply}).as_sse(proof)
            for number, card in enumerate(turn.cards, 3):
                yield streams.Event(number, "card", card).as_sse(proof)
        last = max(after, 2 + len(turn.cards)) + 1
        yield streams.Event(last, "done", answer_as_json(conversation, turn)).as_sse(proof)


def _start(conversation: Conversation, turn: Turn) -> dict[str, Any]:
    return {
        "client_id": conversation.client_id,
        "conversation_id": conversation.id,
        "message_id": turn.message_id,
    }


def _as_sse(events: Iterator[streams.Event | None], proof: str) -> Iterator[str]:
    for event in events:
        yield event.as_sse(proof) if event else ": waiting\n\n"
