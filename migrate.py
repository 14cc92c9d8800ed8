"""Brings the database to the newest schema; safe when several processes start at once."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from core.database import Database
from core.errors import Unavailable

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK_KEY = 7_220_531_184  # any number of our own, for PostgreSQL's advisory lock
_PATIENCE_SECONDS = 60.0
_one_at_a_time = threading.Lock()


def migrate(database: Database) -> None:
    """Runs what is missing, in one transaction. Raises Unavailable."""
    with _one_at_a_time:  # Alembic keeps its context in module globals
        if database.dialect == "sqlite":
            _migrate_sqlite(database)
        else:
            with database.write() as connection:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})"))
                upgrade(connection)


def _migrate_sqlite(database: Database) -> None:
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            with database.write() as connection:
                upgrade(connection)
            return
        except Unavailable as error:
            locked = isinstance(error.__cause__, OperationalError)
            if not locked or time.monotonic() > give_up_at:
                raise
            time.sleep(0.2)


def upgrade(connection: Connection, revision: str = "head") -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
