"""A visitor who chats over HTTP, and the team that looks at what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.application import STAFF_KEY

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What one turn brought."""

    data: Json

    @property
    def reply(self) -> str:
        return str(self.data["reply"])

    @property
    def cards(self) -> list[Json]:
        found: list[Json] = self.data["cards"]
        return found

    @property
    def kinds(self) -> set[str]:
        return {card["type"] for card in self.cards}

    def card(self, kind: str) -> Json:
        return next(card for card in self.cards if card["type"] == kind)


@dataclass
class Visitor:
    """Somebody in the widget; `place` goes with every message, as the widget sends it. `address`
    is the one they come from."""

    app: Flask
    place: Json = field(default_factory=lambda: {"timezone": "Europe/Berlin", "locale": "en-GB"})
    client_id: str | None = None
    address: str = "127.0.0.1"

    def __post_init__(self) -> None:
        self.http: FlaskClient = self.app.test_client()
        self.http.environ_base["REMOTE_ADDR"] = self.address

    def say(self, text: str, **more: Any) -> Answer:
        """One turn, answered whole."""
        answer = self.http.post("/gemini/train", json=self._body(text, more))
        assert answer.status_code == 200, answer.get_data(as_text=True)
        data = answer.get_json()["data"]
        self.client_id = data["client_id"]
        return Answer(data)

    def stream(self, text: str, **more: Any) -> list[tuple[str, str, Json]]:
        """One turn as its events: (id, name, data)."""
        response = self.http.post(
            "/gemini/train",
            json=self._body(text, more),
            headers={"Accept": "text/event-stream"},
        )
        assert response.status_code == 200
        events = events_in(response.get_data(as_text=True))
        self.client_id = events[0][2]["client_id"]
        return events

    def resume(self, message_id: str, last: str) -> list[tuple[str, str, Json]]:
        response = self.http.get(f"/gemini/stream/{message_id}", headers={"Last-Event-ID": last})
        assert response.status_code == 200
        return events_in(response.get_data(as_text=True))

    def conversation(self) -> Json:
        """The open conversation as the widget gets it after a reload."""
        headers = {"X-Client-Id": self.client_id or ""}
        told: Json = self.http.get("/gemini/conversation", headers=headers).get_json()["data"]
        return told

    def transcript(self) -> list[Json]:
        messages: list[Json] = self.conversation()["messages"]
        return messages

    def conversation_id(self) -> str:
        return str(self.conversation()["conversation_id"])

    def rate(self, conversation_id: str, **fields: Any) -> TestResponse:
        """What the visitor thought of it."""
        given = {"client_id": self.client_id, "conversation_id": conversation_id, **fields}
        return self.http.post("/gemini/rating", json=given)

    def _body(self, text: str, more: Json) -> Json:
        body = {"content": text, **self.place, **more}
        if self.client_id is not None:
            body["client_id"] = self.client_id
        return body


@dataclass(frozen=True)
class Team:
    """The sales team's program."""

    app: Flask

    def get(self, path: str) -> Json:
        answer = self.app.test_client().get(path, headers={"X-API-Key": STAFF_KEY})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        data: Json = answer.get_json()["data"]
        return data

    def leads(self) -> list[Json]:
        found: list[Json] = self.get("/leads")["leads"]
        return found

    def only_lead(self) -> Json:
        leads = self.leads()
        assert len(leads) == 1, leads
        return leads[0]


def events_in(text: str) -> list[tuple[str, str, Json]]:
    """The events of an event stream, comments left out."""
    events = []
    for block in text.split("\n\n"):
        fields = dict(
            line.split(": ", 1) for line in block.split("\n") if line and not line.startswith(":")
        )
        if fields:
            events.append((fields["id"], fields["event"], json.loads(fields["data"])))
    return events
