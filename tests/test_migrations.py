"""The migrations make exactly the schema that the code works with, once, on both databases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from core.database import Database
from migrate import migrate
from schema import metadata
from tests.servers.postgres import PostgresServer

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Databases without a table: as many as are asked for."""
    if request.param == "sqlite":
        return lambda name: f"sqlite:///{tmp_path / name}.db"
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return lambda name: server.url(server.new_database())


def described(database: Database) -> dict[str, Any]:
    """Everything that makes up the schema, in words that can be compared."""
    found: dict[str, Any] = {}
    inspector = inspect(database.engine)
    for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
        found[table] = {
            "columns": sorted(str(column) for column in inspector.get_columns(table)),
            "indexes": sorted(_told(index) for index in inspector.get_indexes(table)),
            "keys": sorted(str(key) for key in inspector.get_foreign_keys(table)),
            "unique": sorted(str(key) for key in inspector.get_unique_constraints(table)),
            "primary": str(inspector.get_pk_constraint(table)),
        }
    if database.dialect == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
    else:
        query = (
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype IN"
            " ('x', 'c') AND connamespace = 'public'::regnamespace"
            " UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger"
            " WHERE NOT tgisinternal"
            " UNION ALL SELECT proname, prosrc FROM pg_proc WHERE"
            " pronamespace = 'public'::regnamespace AND prolang <> 13"
        )
    with database.read() as connection:
        rows = connection.execute(text(query)).all()
    found["others"] = sorted(f"{name}: {' '.join((body or '').split())}" for name, body in rows)
    return found


def _told(index: Any) -> str:
    """An index with its condition in words, not as an object in memory."""
    options = {key: str(value) for key, value in (index.get("dialect_options") or {}).items()}
    return str({**index, "dialect_options": options})


def test_the_migrations_make_the_schema_of_the_code(empty_url: Any) -> None:
    migrated, made = Database(empty_url("migrated")), Database(empty_url("made"))
    migrate(migrated)
    metadata.create_all(made.engine)
    try:
        assert described(migrated) == described(made)
        assert {"conversations", "turns", "leads", "meetings", "outbox"} <= set(described(made))
    finally:
        migrated.close()
        made.close()


def test_migrating_again_changes_nothing(empty_url: Any) -> None:
    database = Database(empty_url("twice"))
    migrate(database)
    before = described(database)
    migrate(database)
    try:
        assert described(database) == before
    finally:
        database.close()


def test_eight_processes_may_start_on_an_empty_database_at_once(empty_url: Any) -> None:
    url = empty_url("many")
    program = (
        "import sys; from core.database import Database; from migrate import migrate;"
        "d = Database(sys.argv[1]); migrate(d); d.close()"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, url], cwd=ROOT, stderr=subprocess.PIPE)
        for _ in range(8)
    ]
    ends = [(process.communicate()[1].decode(), process.returncode) for process in running]

    failed = [(words[-500:], code) for words, code in ends if code]
    assert failed == []
    database = Database(url)
    try:
        with database.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1
    finally:
        database.close()
