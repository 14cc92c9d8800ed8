"""A conversation's live side: one turn at a time, and what the model is shown of earlier ones.

Redis holds the lock and the live history; without it this process's own locks and the database
serve. Nothing here is the only copy of anything.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from chatbot import store
from chatbot.conversation import Message as Said
from chatbot.store import Turn
from core.database import Database
from core.errors import TooManyRequests
from core.redis_client import RedisClient
from llm.messages import Message, NotMessages, from_json

LOCK_SECONDS = 60
WAIT_SECONDS = 30.0
_STEP_SECONDS = 0.05

_RELEASE = """
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""


@dataclass
class Held:
    """A conversation that is ours for one turn.

    `orphans` are the earlier turns that nobody is answering any more (their process died);
    `already` says that the turn itself was answered by somebody else meanwhile.
    `answered` is to be set to the turn once it is answered.
    """

    orphans: list[Turn]
    already: bool
    answered: Turn | None = None


class History:
    """The locks and the model's view of conversations."""

    def __init__(
        self, database: Database, redis: RedisClient, *, max_turns: int, lifetime_seconds: int
    ) -> None:
        self._database = database
        self._redis = redis
        self._max_turns = max_turns
        self._lifetime_seconds = lifetime_seconds
        self._locks: weakref.WeakValueDictionary[str, _Lock] = weakref.WeakValueDictionary()
        self._locks_guard = threading.Lock()
        self._alive: set[str] = set()  # ids of the turns that this process is answering

    @contextmanager
    def turn(self, turn: Turn) -> Iterator[Held]:
        """Waits until all earlier turns of the conversation have ended, then holds it.

        Raises TooManyRequests when the wait is too long.
        """
        self._mark_alive(turn)
        give_up_at = time.monotonic() + WAIT_SECONDS
        try:
            while True:
                with self._held(turn.conversation_id, give_up_at):
                    unanswered = self._unanswered(turn)
                    earlier = [other for other in unanswered if other.id != turn.id]
                    if not any(self.is_alive(other) for other in earlier):
                        held = Held(earlier, already=len(earlier) == len(unanswered))
                        yield held
                        if held.answered is not None:
                            self._remember(held.answered)
                        return
                if time.monotonic() > give_up_at:
                    raise _too_long()
                time.sleep(_STEP_SECONDS)
        finally:
            self._no_more_alive(turn)

    def earlier_turns(self, turn: Turn) -> list[Turn]:
        """The turns before this one that the model is shown, oldest first."""
        if turn.sequence == 1:
            return []
        found = self._cached(turn)
        if [t.sequence for t in found] == list(range(1, turn.sequence))[-self._max_turns :]:
            return found
        with self._database.read() as connection:
            earlier = store.said_before(connection, turn, self._max_turns)
        self._rebuild(turn.conversation_id, earlier)
        return earlier

    def _cached(self, turn: Turn) -> list[Turn]:
        # The stand-in would cost more than the database, and be a second copy in the same process.
        if self._redis.embedded:
            return []
        none: list[bytes] = []
        key = f"history:{turn.conversation_id}"
        cached = self._redis.attempt(lambda client: client.lrange(key, 0, -1), none)
        return [parsed for raw in cached if (parsed := _turn_of(raw, turn)) is not None]

    def _remember(self, turn: Turn) -> None:
        """Adds an answered turn to the live history."""
        if self._redis.embedded:
            return
        key = f"history:{turn.conversation_id}"
        together = self._redis.raw.pipeline(transaction=False)
        together.rpush(key, _as_json(turn))
        together.ltrim(key, -self._max_turns, -1)
        together.expire(key, self._lifetime_seconds)
        self._redis.attempt(lambda _: together.execute(), None)

    def forget(self, conversation_id: str) -> None:
        """Drops the live history, when the person was erased."""
        self._redis.attempt(lambda client: client.delete(f"history:{conversation_id}"), 0)

    def _rebuild(self, conversation_id: str, turns: Sequence[Turn]) -> None:
        if self._redis.embedded or not turns:
            return
        key = f"history:{conversation_id}"
        together = self._redis.raw.pipeline(transaction=False)
        together.delete(key)
        together.rpush(key, *[_as_json(turn) for turn in turns])
        together.expire(key, self._lifetime_seconds)
        self._redis.attempt(lambda _: together.execute(), None)

    def _unanswered(self, turn: Turn) -> list[Turn]:
        with self._database.read() as connection:
            return store.unanswered(connection, turn)

    def _mark_alive(self, turn: Turn) -> None:
        self._alive.add(turn.id)
        if not self._redis.embedded:
            self._redis.attempt(
                lambda client: client.set(f"alive:{turn.id}", "1", ex=LOCK_SECONDS), None
            )

    def _no_more_alive(self, turn: Turn) -> None:
        self._alive.discard(turn.id)
        if not self._redis.embedded:
            self._redis.attempt(lambda client: client.delete(f"alive:{turn.id}"), 0)

    def is_alive(self, turn: Turn) -> bool:
        """Whether some process is answering the turn now."""
        if turn.id in self._alive or self._redis.embedded:
            return turn.id in self._alive
        return bool(self._redis.attempt(lambda client: client.exists(f"alive:{turn.id}"), 0))

    @contextmanager
    def _held(self, conversation_id: str, give_up_at: float) -> Iterator[None]:
        with self._locks_guard:
            lock = self._locks.get(conversation_id)
            if lock is None:
                lock = self._locks[conversation_id] = _Lock()
        if not lock.lock.acquire(timeout=max(0.01, give_up_at - time.monotonic())):
            raise _too_long()
        try:
            with self._held_in_redis(conversation_id, give_up_at):
                yield
        finally:
            lock.lock.release()

    @contextmanager
    def _held_in_redis(self, conversation_id: str, give_up_at: float) -> Iterator[None]:
        if self._redis.embedded:
            yield
            return
        key, token = f"lock:{conversation_id}", secrets.token_hex(8)
        while not self._redis.attempt(
            lambda client: client.set(key, token, nx=True, ex=LOCK_SECONDS), True
        ):
            if time.monotonic() > give_up_at:
                raise _too_long()
            time.sleep(_STEP_SECONDS)
        try:
            yield
        finally:
            self._redis.attempt(lambda client: client.eval(_RELEASE, 1, key, token), 0)


class _Lock:
    """A lock that a weak dictionary can hold."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


def messages_of(turns: Sequence[Turn]) -> list[Message]:
    """The turns as the model is shown them."""
    messages: list[Message] = []
    for turn in turns:
        messages.append(Message.user(turn.text))
        if turn.reply is not None:
            messages += _model_messages(turn) or [Message.assistant(turn.reply or " ")]
    return messages


def said_in(turns: Sequence[Turn]) -> tuple[Said, ...]:
    """What was said in the turns, oldest first."""
    said = []
    for turn in turns:
        said.append(Said(turn.id, "user", turn.text, turn.at))
        if turn.reply is not None:
            said.append(Said(turn.reply_id or turn.id, "assistant", turn.reply, turn.at))
    return tuple(said)


def _model_messages(turn: Turn) -> list[Message]:
    try:
        return list(from_json(turn.model_messages)) if turn.model_messages else []
    except NotMessages:
        return []


def _too_long() -> TooManyRequests:
    return TooManyRequests(
        "The message before this one is still being answered. Please try again.",
        retry_after=timedelta(seconds=3),
    )


def _as_json(turn: Turn) -> str:
    return json.dumps(
        {
            "conversation_id": turn.conversation_id,
            "id": turn.id,
            "sequence": turn.sequence,
            "message_id": turn.message_id,
            "text": turn.text,
            "reply": turn.reply,
            "model_messages": turn.model_messages,
        },
        ensure_ascii=False,
    )


def _turn_of(raw: bytes, current: Turn) -> Turn | None:
    """The cached turn; None when the value is not one of this conversation's."""
    try:
        value = json.loads(raw)
        if value["conversation_id"] != current.conversation_id:
            return None
        return Turn(
            id=value["id"],
            conversation_id=value["conversation_id"],
            sequence=int(value["sequence"]),
            message_id=value["message_id"],
            text=value["text"],
            at=current.at,
            reply=value["reply"],
            model_messages=value["model_messages"],
        )
    except (ValueError, KeyError, TypeError):
        return None
