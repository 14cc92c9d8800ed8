"""What every table allows: plain inserts, reads, updates and deletes, and locks by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from core.database import Database

_CHANGES = text("SELECT total_changes()")
_MERGE_PAGES = 500


class Rows:
    """Every method joins the surrounding transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            with self.database.write() as connection:
                connection.execute(insert(table), [dict(row) for row in rows])

    def insert_missing(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Inserts those that are not there yet."""
        dialect = sqlite if self.database.dialect == "sqlite" else postgresql
        if rows:
            with self.database.write() as connection:
                statement = dialect.insert(table).on_conflict_do_nothing()
                connection.execute(statement, [dict(row) for row in rows])

    def rows(self, table: Table, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
        with self.database.read() as connection:
            return [
                dict(row._mapping) for row in connection.execute(select(table).where(*conditions))
            ]

    def delete(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        """How many rows were deleted."""
        with self.database.write() as connection:
            return connection.execute(delete(table).where(*conditions)).rowcount

    def update(
        self, table: Table, values: Mapping[str, Any], *conditions: ColumnElement[bool]
    ) -> int:
        """How many rows were changed."""
        with self.database.write() as connection:
            return connection.execute(update(table).where(*conditions).values(**values)).rowcount

    def count(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        with self.database.read() as connection:
            return (
                connection.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
            )

    def forget_freed_pages(self) -> None:
        """Makes SQLite forget what was deleted: the search index keeps removed words until its
        parts are merged, and the write-ahead log keeps old pages until it is written back.

        In small steps, so that writers get their turn. PostgreSQL's vacuum does the same.
        """
        if self.database.dialect != "sqlite":
            return
        merge = text("INSERT INTO leads_search(leads_search, rank) VALUES ('merge', :pages)")
        pages = -_MERGE_PAGES  # negative: merge all parts to one; the next calls go on with it
        while True:
            with self.database.write() as connection:
                before = connection.scalar(_CHANGES)
                connection.execute(merge, {"pages": pages})
                done = (connection.scalar(_CHANGES) or 0) - (before or 0) < 2
            if done:
                break
            pages = _MERGE_PAGES
        with self.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _lock(self, expression: str, name: str) -> None:
        # SQLite has one writer anyway.
        if self.database.dialect == "postgresql":
            with self.database.write() as connection:
                query = text(f"SELECT pg_advisory_xact_lock({expression})")
                connection.execute(query, {"name": name})
