"""All rows of the tables of leads, to compare what was with what is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from core.database import Database, metadata

TABLES = (
    "leads",
    "conversation_facts",
    "lead_evidence",
    "lead_conversations",
    "lead_suggestions",
    "capture_ledger",
    "lead_notes",
    "lead_status_changes",
    "possible_duplicates",
)


def rows_of(database: Database, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables, in a fixed order."""
    with database.read() as connection:
        return {
            name: sorted(
                (tuple(row) for row in connection.execute(select(metadata.tables[name]))), key=repr
            )
            for name in names or TABLES
        }


def everything_of(database: Database, lead_id: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that is the lead's, but for the mark that another lead may be the same person."""
    found = {}
    with database.read() as connection:
        for name in TABLES:
            table = metadata.tables[name]
            if name == "possible_duplicates" or not {"lead_id", "id"} & set(table.c.keys()):
                continue
            key = table.c.id if name == "leads" else table.c.get("lead_id")
            if key is not None:
                query = select(table).where(key == lead_id)
                found[name] = sorted((tuple(row) for row in connection.execute(query)), key=repr)
    return found
