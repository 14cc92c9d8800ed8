"""Whom the embedding site says a visitor is.

A site that knows its user signs that on its server, with a key that the owner gets in the
console. Only then does the address count as verified: what a page's script says anybody can say.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST = timedelta(days=7)
"""A signature that reaches further is refused: one that leaked must not be of use for long."""


@dataclass(frozen=True)
class SiteVisitor:
    """Who it is for the site: the site's own id, the address, or both."""

    user_id: str | None
    email: str | None

    @property
    def known_as(self) -> str | None:
        return self.user_id or (self.email or "")[:200] or None


@dataclass(frozen=True)
class SiteIdentity:
    """Signs and checks; `key` is what the site signs with."""

    key: str

    def signature(self, visitor: SiteVisitor, expires: int) -> str:
        """HMAC-SHA256 in hex over three lines: user id, e-mail, the Unix second of its end."""
        signed = f"{visitor.user_id or ''}\n{visitor.email or ''}\n{expires}"
        return hmac.new(self.key.encode(), signed.encode(), hashlib.sha256).hexdigest()

    def problem(
        self, visitor: SiteVisitor, expires: int, signature: str, now: datetime
    ) -> str | None:
        """Why the site's word does not count; None when it does."""
        if not hmac.compare_digest(self.signature(visitor, expires), signature.lower()):
            return "wrong_signature"
        if expires <= now.timestamp():
            return "expired"
        if expires > (now + LONGEST).astimezone(UTC).timestamp():
            return "expires_too_late"
        return None
