"""Emptying a database between two tests that share an application."""

from __future__ import annotations

from sqlalchemy import MetaData, delete

from core.database import Database

# what the application keeps from its start on, not from visitors
_KEPT = ("knowledge", "instruction", "alembic", "system")
_INDEX = "_search"  # the text index keeps up by triggers


class Emptying:
    """Takes out, each time it is called, every row that a conversation left."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tables = MetaData()
        with database.write() as connection:
            self._tables.reflect(connection)

    def __call__(self) -> None:
        with self._database.write() as connection:
            for table in reversed(self._tables.sorted_tables):
                if not table.name.startswith(_KEPT) and _INDEX not in table.name:
                    connection.execute(delete(table))
