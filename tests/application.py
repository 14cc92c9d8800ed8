"""The whole application in this process, for tests that call it as its clients do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from bootstrap import Services, build_services
from config import Settings
from core.clock import SettableClock
from core.database import Database

STAFF_KEY = "staff-key-of-the-tests-9f8e7d6c"

MakeApp = Callable[..., Flask]


@pytest.fixture
def make_app(database: Database, clock: SettableClock, tmp_path: Path) -> Iterator[MakeApp]:
    """Makes an application on the test's database; keyword arguments are settings."""
    made: list[Services] = []

    def make(**given: Any) -> Flask:
        values: dict[str, Any] = {
            "_env_file": None,
            "database_url": database.url.render_as_string(hide_password=False),
            "client_data_dir": tmp_path / "client_data",
            "admin_api_key": STAFF_KEY,
            "gemini_api_key": None,
            **given,
        }
        settings = Settings.load(**values)
        services = build_services(settings, clock=clock)
        made.append(services)
        app = create_app(settings, services)
        app.extensions["built"] = services
        return app

    yield make
    for services in made:
        services.close()


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    """The application with the scripted engine and the embedded store."""
    return make_app()


@pytest.fixture
def services(app: Flask) -> Services:
    """The services of `app`."""
    found: Services = app.extensions["built"]
    return found


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor."""
    return app.test_client()


class StaffClient(FlaskClient):
    """Calls with the staff key."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        headers = dict(kwargs.pop("headers", None) or {})
        headers.setdefault("Authorization", f"Bearer {STAFF_KEY}")
        return super().open(*args, headers=headers, **kwargs)


@pytest.fixture
def staff(app: Flask) -> StaffClient:
    """A program with the staff key."""
    return StaffClient(app, app.response_class)
