"""The OAuth client as Google's console hands it out: a JSON file with a `web` object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class UnusableFile(ValueError):
    """A file that is not what it should be; says what to do."""


@dataclass(frozen=True)
class ClientSecrets:
    """Where to ask for consent and tokens, and as whom."""

    client_id: str
    client_secret: str = field(repr=False)
    auth_uri: str
    token_uri: str
    redirect_uris: tuple[str, ...] = ()
    revoke_uri: str = "https://oauth2.googleapis.com/revoke"

    @classmethod
    def read(cls, path: Path) -> ClientSecrets:
        """Raises UnusableFile."""
        web = _object(path).get("web")
        if not isinstance(web, Mapping):
            raise UnusableFile(
                f"{path} has no \"web\" client; make an OAuth client of the type 'Web application'"
            )
        names = ("client_id", "client_secret", "auth_uri", "token_uri")
        missing = [name for name in names if not isinstance(web.get(name), str)]
        if missing:
            raise UnusableFile(f"{path} lacks {', '.join(missing)}; download it again from Google")
        for name in ("auth_uri", "token_uri"):
            if not is_secure(web[name]):
                raise UnusableFile(f"{path}: {name} must be https")
        more = {"revoke_uri": web["revoke_uri"]} if isinstance(web.get("revoke_uri"), str) else {}
        return cls(
            **{name: web[name] for name in names},
            redirect_uris=tuple(web.get("redirect_uris") or ()),
            **more,
        )


def read_service_account(path: Path) -> None:
    """Raises UnusableFile for what is no service account's key."""
    found = _object(path)
    if found.get("type") != "service_account" or not found.get("private_key"):
        raise UnusableFile(f"{path} is no service account's key; download one from Google as JSON")


def is_secure(url: str) -> bool:
    """https, or http that does not leave this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _object(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnusableFile(f"{path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise UnusableFile(f"{path} is no JSON; download it again from Google") from None
    if not isinstance(found, Mapping):
        raise UnusableFile(f"{path} holds no object; download it again from Google")
    return found
