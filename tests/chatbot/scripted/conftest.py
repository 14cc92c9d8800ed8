"""What stories are lived through with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from core.clock import SettableClock
from core.database import Database
from tests.chatbot.scripted.driver import ChatDriver

MakeDriver = Callable[..., ChatDriver]


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    """A story is about words: what the databases do differently is tested where they are used."""
    database = Database(sqlite_url)
    yield database
    database.close()


@pytest.fixture
def visitor(app: Flask, clock: SettableClock) -> MakeDriver:
    """Makes a visitor who talks to the chat; keyword arguments are `timezone` and `locale`."""

    def make(**given: Any) -> ChatDriver:
        return ChatDriver(app, clock, **given)

    return make
