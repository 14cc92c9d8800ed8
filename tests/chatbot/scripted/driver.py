"""Drivers: ways to live through a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from flask import Flask

from bootstrap import Services
from calendar_integration.booking import BookingService
from core.clock import SettableClock
from leads.capture import CaptureService
from tests.chatbot.scripted.story import FACTS, Exchange, Story

ANY = "*"
_ADDRESSES = count(1)  # each visitor comes from elsewhere: what one address may do is limited


@dataclass(frozen=True)
class Answer:
    """A reply, and the cards that came with it."""

    text: str
    cards: tuple[dict[str, Any], ...]

    @property
    def kinds(self) -> list[str]:
        return [card["type"] for card in self.cards]


class Driver(Protocol):
    """Talks for a visitor and looks at what came of it."""

    def say(self, text: str) -> Answer: ...

    def happens(self, event: str) -> None: ...

    def facts(self) -> dict[str, str]: ...

    def meeting(self) -> str | None: ...


@dataclass
class HttpDriver:
    """Through the widget's door, on the real services."""

    app: Flask
    clock: SettableClock
    timezone: str = "Europe/Berlin"
    locale: str | None = None
    page: str | None = None
    address: str = field(default_factory=lambda: f"2001:db8::{next(_ADDRESSES):x}")
    answers: list[Answer] = field(default_factory=list)
    conversation_id: str = ""
    client_id: str | None = None

    def __post_init__(self) -> None:
        self._http = self.app.test_client()
        self._services: Services = self.app.extensions["built"]
        self._booking: BookingService = self._services.get(BookingService)

    def say(self, text: str) -> Answer:
        given = {
            "client_id": self.client_id,
            "locale": self.locale,
            "page": {"url": self.page} if self.page else None,
        }
        body = {key: value for key, value in given.items() if value is not None}
        answer = self._http.post(
            "/gemini/train",
            json={"content": text, "timezone": self.timezone, **body},
            environ_base={"REMOTE_ADDR": self.address},
        )
        assert answer.status_code == 200, answer.get_data(as_text=True)
        data = answer.get_json()["data"]
        self.client_id, self.conversation_id = data["client_id"], data["conversation_id"]
        self.answers.append(Answer(data["reply"], tuple(data["cards"])))
        return self.answers[-1]

    def happens(self, event: str) -> None:
        if event == "somebody books the first slot shown":
            self._book_first_slot()
        elif event.endswith("minutes pass"):
            self.clock.advance(timedelta(minutes=int(event.split()[0])))
        else:
            raise ValueError(f"no such event: {event}")

    def facts(self) -> dict[str, str]:
        known = self._services.get(CaptureService).known(self.conversation_id)
        return {name: evidence.value or "" for name, evidence in known.items()}

    def meeting(self) -> str | None:
        found = self._booking.find_for_conversation(self.conversation_id)
        if found is None:
            return None
        return f"{found.start.astimezone(ZoneInfo(self.timezone)):%Y-%m-%d %H:%M}"

    def _book_first_slot(self) -> None:
        shown = [
            card for answer in self.answers for card in answer.cards if card["type"] == "slots"
        ]
        first = shown[-1]["slots"][0]
        start, end = (datetime.fromisoformat(first[key]) for key in ("start", "end"))
        self._booking.book_at(start, end, title="Somebody else")


def live_through(story: Story, driver: Driver) -> None:
    """Says what the visitor says and holds each answer, and the end, against the story."""
    for exchange in story.exchanges:
        answer = driver.say(exchange.visitor)
        _compare(exchange, answer)
        for event in exchange.events:
            driver.happens(event)
    _compare_end(story, driver)


def _compare(exchange: Exchange, answer: Answer) -> None:
    said = f"\n  visitor: {exchange.visitor}\n  reply:   {answer.text}\n  cards:   {answer.kinds}"
    plain = answer.text.casefold()
    missing = [words for words in exchange.says if words.casefold() not in plain]
    wrong = [words for words in exchange.never if words.casefold() in plain]
    assert not missing, f"the reply lacks {missing}{said}"
    assert not wrong, f"the reply should not hold {wrong}{said}"
    assert exchange.cards is None or sorted(answer.kinds) == sorted(exchange.cards), (
        f"expected the cards {exchange.cards}{said}"
    )


def _compare_end(story: Story, driver: Driver) -> None:
    facts = driver.facts()
    told = {name: facts.get(name, "-") for name in FACTS if name in story.end}
    wanted = {name: story.end[name] for name in told if story.end[name] != ANY}
    known = {name: told[name] for name in wanted}
    assert known == wanted, f"known is {known}, not {wanted}"
    assert all(told[name] != "-" for name in told if story.end[name] == ANY), told
    meeting = driver.meeting() or "none"
    assert meeting == story.end.get("meeting", meeting), f"the meeting is {meeting}"
