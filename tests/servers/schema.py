"""Gives an empty database all the tables of the product."""

from __future__ import annotations

import importlib

from core.database import Database


def create_schema(url: str) -> None:
    """All tables, indexes and triggers, in the database at `url`."""
    # Imported here: a module that cannot be imported fails the tests that need its tables, and
    # not the collection of all tests.
    schema = importlib.import_module("schema")
    database = Database(url)
    try:
        schema.metadata.create_all(database.engine)
    finally:
        database.close()
