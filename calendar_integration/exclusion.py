"""What the database itself refuses, whoever writes: two things in one host's time.

Open meetings of a host never overlap; those that keep a buffer (`busy_end` after `end_at`) do not
overlap with it either. Nor do holds of different conversations while both last. A hold keeps
others' meetings out until it expires, and a meeting keeps every hold out. PostgreSQL has exclusion
constraints for what is in one table; between two tables, and on SQLite, triggers. Whether a hold
has expired is judged by the instants in the rows themselves, never by the database's clock.
"""

from __future__ import annotations

from sqlalchemy import DDL, Table, event
from sqlalchemy.exc import IntegrityError

REFUSED = "that time is taken"
# The key of the advisory locks of hosts, so that they are in nobody else's way.
HOST_LOCK = 0x5A10

_OPEN = "status IN ('confirmed', 'pending')"
_NEW_OPEN = "NEW.status IN ('confirmed', 'pending')"

_MEETING_MEETS_MEETING = f"""
    SELECT 1 FROM meetings m WHERE m.host = NEW.host AND m.id <> NEW.id AND m.{_OPEN}
    AND ((m.start_at < NEW.end_at AND NEW.start_at < m.end_at)
      OR (m.busy_end > m.end_at AND NEW.busy_end > NEW.end_at
          AND m.start_at < NEW.busy_end AND NEW.start_at < m.busy_end))"""
_MEETING_MEETS_HOLD = """
    SELECT 1 FROM holds h WHERE h.host = NEW.host
    AND h.conversation_id <> coalesce(NEW.conversation_id, '')
    AND h.expires_at > NEW.updated_at
    AND h.start_at < NEW.busy_end AND NEW.start_at < h.busy_end"""
_HOLD_MEETS_MEETING = f"""
    SELECT 1 FROM meetings m WHERE m.host = NEW.host AND m.{_OPEN}
    AND m.start_at < NEW.busy_end AND NEW.start_at < m.busy_end"""
_HOLD_MEETS_HOLD = """
    SELECT 1 FROM holds h WHERE h.host = NEW.host AND h.conversation_id <> NEW.conversation_id
    AND h.held_at < NEW.expires_at AND NEW.held_at < h.expires_at
    AND h.start_at < NEW.busy_end AND NEW.start_at < h.busy_end"""
_EXTENSION = "CREATE EXTENSION IF NOT EXISTS btree_gist"
_HOLD_LASTS = "NEW.expires_at > NEW.held_at"

_MEETING_CHANGES = "UPDATE OF host, start_at, end_at, busy_end, status"
_HOLD_CHANGES = "UPDATE OF host, start_at, busy_end, held_at, expires_at"


def _sqlite_triggers(table: str, changes: str, when: str, **looks: str) -> list[str]:
    """One for each kind of change and each table to look into."""
    return [
        f"""
    CREATE TRIGGER {table}_apart_from_{other}_{number} BEFORE {change} ON {table}
    WHEN {when} AND EXISTS ({exists})
    BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"""
        for other, exists in looks.items()
        for number, change in enumerate(("INSERT", changes))
    ]


def _sqlite() -> dict[str, list[str]]:
    return {
        "meetings": _sqlite_triggers(
            "meetings",
            _MEETING_CHANGES,
            _NEW_OPEN,
            meetings=_MEETING_MEETS_MEETING,
            holds=_MEETING_MEETS_HOLD,
        ),
        "holds": _sqlite_triggers(
            "holds",
            _HOLD_CHANGES,
            _HOLD_LASTS,
            meetings=_HOLD_MEETS_MEETING,
            holds=_HOLD_MEETS_HOLD,
        ),
    }


def _postgresql_trigger(table: str, changes: str, when: str, exists: str) -> list[str]:
    # The advisory lock is what makes the look into the other table safe: under READ COMMITTED the
    # second of two writers waits for the first one's commit and then sees its row.
    return [
        f"""
    CREATE OR REPLACE FUNCTION {table}_refuse_taken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.host, {HOST_LOCK}));
        IF EXISTS ({exists}) THEN
            RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'exclusion_violation';
        END IF;
        RETURN NEW;
    END $$""",
        f"""
    CREATE TRIGGER {table}_refuse_taken BEFORE INSERT OR {changes} ON {table}
    FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {table}_refuse_taken()""",
    ]


def _postgresql() -> dict[str, list[str]]:
    return {
        "meetings": [
            _EXTENSION,
            f"""
    ALTER TABLE meetings ADD CONSTRAINT ex_meetings_time EXCLUDE USING gist
    (host WITH =, tstzrange(start_at, end_at) WITH &&) WHERE ({_OPEN})""",
            f"""
    ALTER TABLE meetings ADD CONSTRAINT ex_meetings_buffer EXCLUDE USING gist
    (host WITH =, tstzrange(start_at, busy_end) WITH &&) WHERE ({_OPEN} AND busy_end > end_at)""",
            *_postgresql_trigger("meetings", _MEETING_CHANGES, _NEW_OPEN, _MEETING_MEETS_HOLD),
        ],
        "holds": [
            _EXTENSION,
            """
    ALTER TABLE holds ADD CONSTRAINT ex_holds_time EXCLUDE USING gist
    (host WITH =, tstzrange(start_at, busy_end) WITH &&, tstzrange(held_at, expires_at) WITH &&)""",
            *_postgresql_trigger("holds", _HOLD_CHANGES, _HOLD_LASTS, _HOLD_MEETS_MEETING),
        ],
    }


# For the migration: the statements by dialect and table, in order.
STATEMENTS: dict[str, dict[str, list[str]]] = {"sqlite": _sqlite(), "postgresql": _postgresql()}


def keep_apart(*tables: Table) -> None:
    """Has the statements run when these tables are created."""
    for dialect, by_table in STATEMENTS.items():
        for table in tables:
            for statement in by_table[table.name]:
                ddl = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
                event.listen(table, "after_create", ddl.execute_if(dialect=dialect))


def is_refusal(error: IntegrityError) -> bool:
    """Whether it was one of these that refused."""
    exclusion_violation = getattr(error.orig, "sqlstate", None) == "23P01"
    return exclusion_violation or REFUSED in str(error.orig)
