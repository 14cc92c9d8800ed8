"""The visitor's own link to a meeting: signed, so that holding it is the right to use it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from itsdangerous import BadSignature, URLSafeSerializer

from core.errors import NotFound

_SALT = "parley.meeting-link"
_MISSING = NotFound("This link is not valid. Please use the one in your confirmation.")


@dataclass(frozen=True)
class MeetingLinks:
    """Signs with the first of `secrets` and accepts all, so that a key can be changed.

    `base_url` is in front of every path; without one the links are paths.
    """

    secrets: Sequence[str] = field(repr=False)
    base_url: str = ""

    def at(self, base_url: str) -> MeetingLinks:
        """The same links on another base."""
        return replace(self, base_url=base_url.rstrip("/"))

    def token_of(self, meeting_id: str) -> str:
        return str(self._serializer().dumps(meeting_id))

    def meeting_id(self, token: str) -> str:
        """Whose token it is. Raises NotFound for anything that we did not sign."""
        try:
            value = self._serializer().loads(token)
        except BadSignature:
            raise _MISSING from None
        if not isinstance(value, str):
            raise _MISSING
        return value

    def manage_url(self, meeting_id: str) -> str:
        return f"{self.base_url}/meetings/{self.token_of(meeting_id)}"

    def ics_url(self, meeting_id: str) -> str:
        return f"{self.manage_url(meeting_id)}.ics"

    def visitor_key(self, address: str | None) -> str | None:
        """A keyed digest by which a visitor's address is counted and cannot be read."""
        if not address:
            return None
        key = f"parley.visitor-key:{self.secrets[0]}".encode()
        return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()[:32]

    def _serializer(self) -> URLSafeSerializer:
        # itsdangerous signs with the last key of a list and tries them all
        return URLSafeSerializer(
            list(reversed(self.secrets)),
            salt=_SALT,
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
        )
