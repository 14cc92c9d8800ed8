"""What visitors and programs do, so that the console has something to show."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.servers.service import RunningService


@dataclass(frozen=True)
class Office:
    """A running service, called over HTTP."""

    service: RunningService

    def call(self, path: str, body: Any = None, *, method: str | None = None) -> Any:
        """As a program with the staff key; the answer's data."""
        return self._ask(path, body, {"X-API-Key": self.service.admin_key}, method)

    def chat(self, *messages: str, **more: Any) -> str:
        """A visitor says that; the id of the conversation."""
        client: dict[str, str] = {}
        for content in messages:
            body = {"content": content, "timezone": "Europe/London", **more, **client}
            answer = self._ask("/gemini/train", body, {}, None)
            client = {"client_id": answer["client_id"]}
        return str(answer["conversation_id"])

    def lead(self, **fields: Any) -> str:
        """A lead the team entered; its id."""
        fields.setdefault("name", f"Somebody {uuid4().hex[:8]}")
        return str(self.call("/leads", fields)["lead"]["id"])

    def find(self, q: str) -> Any:
        """The only lead that matches."""
        (found,) = self.call(f"/leads?q={q}")["leads"]
        return found

    def _ask(self, path: str, body: Any, headers: dict[str, str], method: str | None) -> Any:
        request = urllib.request.Request(
            self.service.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **headers},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["data"]
