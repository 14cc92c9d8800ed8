"""What stories are lived through with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app import create_app
from bootstrap import build_services
from config import Settings
from core.clock import SettableClock
from core.database import Database
from tests.chatbot.scripted.driver import HttpDriver
from tests.chatbot.scripted.emptying import Emptying
from tests.conftest import MONDAY_MORNING

MakeDriver = Callable[..., HttpDriver]


@pytest.fixture(scope="package")
def story_clock() -> SettableClock:
    return SettableClock(MONDAY_MORNING)


@pytest.fixture(scope="package")
def story_app(
    sqlite_template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    story_clock: SettableClock,
) -> Iterator[Flask]:
    """One application for all stories, with the scripted engine and the example business: what
    differs between databases is tested elsewhere, and starting it costs more than a story."""
    folder = tmp_path_factory.mktemp("stories")
    shutil.copyfile(sqlite_template, folder / "parley.db")
    settings = Settings.load(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'parley.db'}",
        client_data_dir=folder / "client_data",
        gemini_api_key=None,
        rate_limits="100000 per hour",
    )
    services = build_services(settings, clock=story_clock)
    app = create_app(settings, services)
    app.extensions["built"] = services
    yield app
    services.close()


@pytest.fixture(scope="package")
def emptied(story_app: Flask) -> Iterator[Emptying]:
    """Takes out what the stories before left."""
    database = Database(story_app.extensions["built"].settings.database_url)
    yield Emptying(database)
    database.close()


@pytest.fixture
def visitor(story_app: Flask, emptied: Emptying, story_clock: SettableClock) -> MakeDriver:
    """Makes a visitor who talks to the chat; keyword arguments are `timezone`, `locale` and
    `page`. Nothing of the test before is left, and it is Monday morning again."""
    emptied()
    story_clock.set(MONDAY_MORNING)

    def make(**given: Any) -> HttpDriver:
        return HttpDriver(story_app, story_clock, **given)

    return make
