"""Where the versions of the instruction are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Integer, String, Table, Text, insert, select

from core.database import UtcDateTime, metadata

instruction_versions = Table(
    "instruction_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("author", String(100), nullable=False),
    Column("note", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)


# Made once: every turn reads it.
_NEWEST = select(instruction_versions).order_by(instruction_versions.c.version.desc()).limit(1)


def newest_instruction(connection: Connection) -> Any | None:
    return connection.execute(_NEWEST).one_or_none()


def find_instruction(connection: Connection, version: int) -> Any | None:
    return connection.execute(
        select(instruction_versions).where(instruction_versions.c.version == version)
    ).one_or_none()


def list_instructions(connection: Connection, limit: int) -> Sequence[Any]:
    return connection.execute(
        select(instruction_versions).order_by(instruction_versions.c.version.desc()).limit(limit)
    ).all()


def add_instruction(
    connection: Connection, version: int, said: str, author: str, note: str, at: datetime
) -> None:
    """Raises IntegrityError when somebody else made that version meanwhile."""
    connection.execute(
        insert(instruction_versions).values(
            version=version, text=said, author=author, note=note, created_at=at
        )
    )
