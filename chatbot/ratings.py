"""What visitors thought of their chat, asked at its end."""

from __future__ import annotations

from typing import Any

from chatbot import rating_store, store
from chatbot.identity import Client
from chatbot.rating_store import Rating
from core.clock import Clock
from core.database import Database
from core.errors import NotFound
from core.values import rfc3339


class Ratings:
    """Takes ratings from whoever holds the conversation, and tells them to the team."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def rate(
        self, client: Client | None, conversation_id: str, score: int, comment: str | None
    ) -> Rating:
        """Keeps it; a conversation that has ended may be rated too. Raises NotFound for a
        conversation that is not the caller's, as for one that is not there."""
        with self._database.write() as connection:
            found = store.find_with_key(connection, conversation_id)
            if client is None or found is None or found[1] != client.key:
                raise NotFound("There is no such conversation, or it is not yours.")
            rating = Rating(conversation_id, score, comment or None, self._clock.now())
            rating_store.put(connection, rating)
        return rating

    def find(self, conversation_id: str) -> Rating | None:
        with self._database.read() as connection:
            return rating_store.find(connection, conversation_id)


def rating_as_json(rating: Rating) -> dict[str, Any]:
    return {"score": rating.score, "comment": rating.comment, "at": rfc3339(rating.at)}
