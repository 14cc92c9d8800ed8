"""The application from the environment's settings: for the `flask` command line."""

from __future__ import annotations

from flask import Flask

import app
from bootstrap import build_services
from config import Settings
from migrate import migrate


def make_app() -> Flask:
    """The application as this environment sets it, its database at the newest schema. Raises
    WrongSettings."""
    settings = Settings.load()
    services = build_services(settings)
    migrate(services.database)
    return app.create_app(settings, services)
