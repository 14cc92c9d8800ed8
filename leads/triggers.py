"""What SQLAlchemy cannot say of the tables: the triggers and the full-text index.

On SQLite the index is an FTS5 table over `leads.search_text`; on PostgreSQL an ordinary GIN index
(see tables.py) that needs no trigger. The counts are kept alike on both.
"""

from __future__ import annotations

from sqlalchemy import DDL, event

from leads.tables import lead_counts, leads

# `ascii`: the words come folded and separated by single spaces; everything that is not ASCII is a
# letter to it, so that no word of any script is split behind our back. `detail=none`: only which
# lead holds a word is kept, which is all a search asks.
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE leads_search USING fts5(search_text, content='leads', "
    "content_rowid='seq', tokenize='ascii', detail='none', prefix='2 3')",
    "CREATE TRIGGER leads_search_added AFTER INSERT ON leads BEGIN "
    "INSERT INTO leads_search(rowid, search_text) VALUES (new.seq, new.search_text); END",
    "CREATE TRIGGER leads_search_removed AFTER DELETE ON leads BEGIN "
    "INSERT INTO leads_search(leads_search, rowid, search_text) "
    "VALUES ('delete', old.seq, old.search_text); END",
    "CREATE TRIGGER leads_search_changed AFTER UPDATE OF search_text ON leads "
    "WHEN old.search_text <> new.search_text BEGIN "
    "INSERT INTO leads_search(leads_search, rowid, search_text) "
    "VALUES ('delete', old.seq, old.search_text); "
    "INSERT INTO leads_search(rowid, search_text) VALUES (new.seq, new.search_text); END",
)

_UP = (
    "INSERT INTO lead_counts(status, slot, count) VALUES ({status}, {slot}, {by}) "
    "ON CONFLICT (status, slot) DO UPDATE SET count = lead_counts.count + {by};"
)
_SQLITE_UP = _UP.format(status="new.status", slot="0", by="1")
_SQLITE_DOWN = _UP.format(status="old.status", slot="0", by="-1")

SQLITE_COUNTS = (
    f"CREATE TRIGGER leads_counted_added AFTER INSERT ON leads BEGIN {_SQLITE_UP} END",
    f"CREATE TRIGGER leads_counted_removed AFTER DELETE ON leads BEGIN {_SQLITE_DOWN} END",
    "CREATE TRIGGER leads_counted_changed AFTER UPDATE OF status ON leads "
    f"WHEN old.status <> new.status BEGIN {_SQLITE_DOWN} {_SQLITE_UP} END",
)

_SLOT = "pg_backend_pid() % 1024"
POSTGRESQL_COUNTS = (
    f"""
    CREATE FUNCTION leads_counted() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF TG_OP <> 'INSERT' THEN
            {_UP.format(status="OLD.status", slot=_SLOT, by="-1")}
        END IF;
        IF TG_OP <> 'DELETE' THEN
            {_UP.format(status="NEW.status", slot=_SLOT, by="1")}
        END IF;
        RETURN NULL;
    END $body$
    """,
    "CREATE TRIGGER leads_counted_rows AFTER INSERT OR DELETE ON leads "
    "FOR EACH ROW EXECUTE FUNCTION leads_counted()",
    "CREATE TRIGGER leads_counted_status AFTER UPDATE OF status ON leads "
    "FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION leads_counted()",
)

_GONE = (
    ("sqlite", "DROP TABLE IF EXISTS leads_search"),
    ("postgresql", "DROP FUNCTION IF EXISTS leads_counted CASCADE"),
)


def _ddl(statement: str, dialect: str) -> DDL:
    return DDL(statement.replace("%", "%%")).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]


lead_counts.add_is_dependent_on(leads)  # its triggers stand on leads
for _statement in SQLITE_SEARCH:
    event.listen(leads, "after_create", _ddl(_statement, "sqlite"))
for _statement in SQLITE_COUNTS:
    event.listen(lead_counts, "after_create", _ddl(_statement, "sqlite"))
for _statement in POSTGRESQL_COUNTS:
    event.listen(lead_counts, "after_create", _ddl(_statement, "postgresql"))
for _dialect, _statement in _GONE:
    event.listen(leads, "before_drop", _ddl(_statement, _dialect))
