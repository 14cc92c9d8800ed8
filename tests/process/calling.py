"""Calling the running service as its clients do, and remembering what it acknowledged."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx2

from tests.servers.service import RunningService

Json = dict[str, Any]
RATES = {"RATE_LIMITS": "1000000 per day", "LOG_LEVEL": "warning"}


def say(service: RunningService, text: str, **more: Any) -> httpx2.Response:
    return httpx2.post(f"{service.url}/gemini/train", json={"content": text, **more}, timeout=40)


@dataclass
class Load:
    """Visitors and a program that write until they are told to stop.

    What was acknowledged, by the answer arriving whole, stands in `messages` and `leads`; what was
    not is sent again with the same id or key until it is.
    """

    service: RunningService
    workers: int = 4
    messages: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def __enter__(self) -> Load:
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._threads = [
            threading.Thread(target=self._write, args=(number,)) for number in range(self.workers)
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(90)

    def acknowledged(self) -> int:
        with self._lock:
            return len(self.messages) + len(self.leads)

    def _write(self, number: int) -> None:
        dice = random.Random(number)
        count = 0
        with httpx2.Client(base_url=self.service.url, timeout=20) as http:
            while not self._stop.is_set():
                count += 1
                mail = f"v{number}-{count}@load.example.com"
                if dice.random() < 0.5:
                    self._say(http, mail)
                else:
                    self._make_lead(http, mail)

    def _say(self, http: httpx2.Client, mail: str) -> None:
        body = {"content": f"I'm Vic Load, {mail}", "message_id": str(uuid.uuid4())}
        answer = self._until_acknowledged(http, "/gemini/train", body, {}, 200)
        if answer is not None:
            with self._lock:
                self.messages[body["message_id"]] = mail

    def _make_lead(self, http: httpx2.Client, mail: str) -> None:
        body = {"name": "Lea Load", "email": mail}
        headers = {**self.service.staff, "Idempotency-Key": mail}
        answer = self._until_acknowledged(http, "/leads", body, headers, 201)
        if answer is not None:
            with self._lock:
                self.leads[str(answer["data"]["lead"]["id"])] = mail

    def _until_acknowledged(
        self, http: httpx2.Client, path: str, body: Json, headers: dict[str, str], status: int
    ) -> Json | None:
        give_up_at = time.monotonic() + 60
        while time.monotonic() < give_up_at:
            try:
                answer = http.post(path, json=body, headers=headers)
                if answer.status_code == status:
                    found: Json = answer.json()
                    return found
                if answer.status_code not in (429, 503):
                    self.errors.append(f"{path}: {answer.status_code} {answer.text[:200]}")
                    return None
            except (httpx2.HTTPError, ValueError):
                pass
            if self._stop.is_set():
                return None
            time.sleep(0.05)
        self.errors.append(f"{path}: no answer for a minute")
        return None


def rows(service: RunningService, query: str) -> list[tuple[Any, ...]]:
    """What the service's embedded database holds."""
    connection = sqlite3.connect(service.data / "parley.db", timeout=10)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
