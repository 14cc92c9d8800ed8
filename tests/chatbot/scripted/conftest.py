"""What stories are lived through with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bootstrap import Services, build_services
from config import Settings
from core.clock import SettableClock
from core.database import Database
from tests.chatbot.scripted.driver import ChatDriver

MakeDriver = Callable[..., ChatDriver]


@pytest.fixture
def services(database: Database, clock: SettableClock, tmp_path: Path) -> Iterator[Services]:
    """The real services with the scripted engine and the example business's knowledge."""
    settings = Settings.load(
        _env_file=None,
        database_url=database.url.render_as_string(hide_password=False),
        client_data_dir=tmp_path / "client_data",
        gemini_api_key=None,
    )
    services = build_services(settings, clock=clock)
    yield services
    services.close()


@pytest.fixture
def visitor(services: Services, clock: SettableClock) -> MakeDriver:
    """Makes a visitor who talks to the chat; keyword arguments are `timezone` and `locale`."""

    def make(**given: Any) -> ChatDriver:
        return ChatDriver(services, clock, **given)

    return make
