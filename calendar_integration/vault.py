"""Tokens at rest: encrypted with a key made from SECRET_KEY, bound to whose they are."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"parley.google-token"


class Unreadable(Exception):
    """The token was encrypted with a key we do not have, or for somebody else."""


@dataclass(frozen=True)
class TokenVault:
    """Encrypts with the first of `secrets` and reads with all, so that a key can be changed."""

    secrets: Sequence[str] = field(repr=False)

    def seal(self, token: str, *, owner: str) -> str:
        """The token as it may lie in a database."""
        plain = json.dumps({"owner": owner, "token": token}).encode()
        return self._box().encrypt(plain).decode()

    def open(self, sealed: str, *, owner: str) -> str:
        """Raises Unreadable."""
        try:
            held = json.loads(self._box().decrypt(sealed.encode()))
        except InvalidToken:
            raise Unreadable from None
        if held["owner"] != owner:
            raise Unreadable
        return str(held["token"])

    def _box(self) -> MultiFernet:
        return MultiFernet([Fernet(_key(secret)) for secret in self.secrets])


def _key(secret: str) -> bytes:
    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
