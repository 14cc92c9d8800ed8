"""Who holds which conversation.

A `client_id` of ours is 160 random bits and a signature: whoever has it holds the conversation.
One that a caller made up is worth nothing by itself: it is private to that caller's own session,
or to callers with the staff key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass


@dataclass(frozen=True)
class Client:
    """A caller's hold on a conversation. `key` finds it in the database, `id` is what was said."""

    key: str
    id: str


class ClientIds:
    """Makes and knows client ids; made with the service's secret."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(b"parley-client-id:" + secret.encode()).digest()

    def mint(self) -> Client:
        """A new one that nobody can guess."""
        return self._of(secrets.token_urlsafe(20))

    def mint_for(self, message_id: str, text: str, address: str) -> Client:
        """The one for a first message whose id the caller made: the same again for the same.

        The answer to a first message may be lost, and its client id with it; the retry must find
        the conversation it began. Only who knows the id and the words, and writes from the same
        address, gets the same client.
        """
        return self._of(self._signature("\0".join(("first", message_id, address, text))))

    def _of(self, body: str) -> Client:
        return Client(f"signed:{body}", f"{body}.{self._signature(body)}")

    def signed(self, client_id: str) -> Client | None:
        """The client if the id is one of ours."""
        body, _, signature = client_id.rpartition(".")
        if body and hmac.compare_digest(signature.encode(), self._signature(body).encode()):
            return Client(f"signed:{body}", client_id)
        return None

    def of_staff(self, client_id: str) -> Client:
        """The client a caller with the staff key speaks for."""
        return Client(f"staff:{_digest(client_id)}", client_id)

    def of_session(self, session_part: str, client_id: str) -> Client:
        """A made-up id within one caller's own session."""
        return Client(f"session:{_digest(session_part + chr(0) + client_id)}", client_id)

    def proof(self, turn_id: str) -> str:
        """Goes with each event of a stream: who shows it again did receive that stream."""
        return self._signature(f"stream:{turn_id}")

    def _signature(self, body: str) -> str:
        digest = hmac.new(self._key, body.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:18]).decode()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
