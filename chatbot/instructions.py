"""The assistant's instruction: the shipped text, and the owner's versions of it.

Every turn reads the newest version from the database, so an edit takes effect with the next turn
in every process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError

from chatbot import instruction_store as store
from core.clock import Clock
from core.database import Database
from core.errors import Conflict, InvalidInput, NotFound

LONGEST = 20_000


@dataclass(frozen=True)
class InstructionVersion:
    """One version; 0 is the text Parley ships."""

    version: int
    text: str
    author: str
    note: str
    created_at: datetime | None


class Instructions:
    """Reads and edits the instruction."""

    def __init__(self, database: Database, clock: Clock, shipped: Path) -> None:
        self._database = database
        self._clock = clock
        self._shipped = shipped.read_text(encoding="utf-8").strip()

    def current(self) -> InstructionVersion:
        """The version in force."""
        with self._database.read() as connection:
            row = store.newest_instruction(connection)
        return _version(row) if row else self._shipped_version()

    def get(self, version: int) -> InstructionVersion:
        """Raises NotFound."""
        if version == 0:
            return self._shipped_version()
        with self._database.read() as connection:
            row = store.find_instruction(connection, version)
        if row is None:
            raise NotFound(f"There is no version {version} of the instruction.")
        return _version(row)

    def history(self, limit: int = 100) -> list[InstructionVersion]:
        """Newest first, the shipped text last."""
        with self._database.read() as connection:
            rows = store.list_instructions(connection, limit)
        return [*map(_version, rows), self._shipped_version()]

    def edit(
        self, text: str, *, author: str, note: str = "", based_on: int | None = None
    ) -> InstructionVersion:
        """Makes the text the newest version. `based_on`: the version the editor saw; raises
        Conflict when there is a newer one, InvalidInput for a text that is none."""
        text = text.strip()
        if not text:
            raise InvalidInput.of("system_instruction", "must not be empty")
        if len(text) > LONGEST:
            raise InvalidInput.of("system_instruction", f"is over {LONGEST} characters; shorten it")
        with self._database.write() as connection:
            row = store.newest_instruction(connection)
            newest = row.version if row else 0
            if based_on is not None and based_on != newest:
                raise Conflict(
                    f"Version {newest} was made meanwhile. Look at it before you save yours.",
                    {"version": newest},
                )
            now = self._clock.now()
            try:
                with connection.begin_nested():
                    store.add_instruction(connection, newest + 1, text, author, note, now)
            except IntegrityError:
                raise Conflict("Somebody saved at the same instant; look and save again.") from None
        return InstructionVersion(newest + 1, text, author, note, now)

    def create(self, text: str, *, author: str) -> InstructionVersion:
        """The first edit. Raises InvalidInput when there is one already."""
        if self.current().version:
            raise InvalidInput.of(
                "system_instruction", "exists already; change it with POST /system-instruction"
            )
        return self.edit(text, author=author)

    def rollback(self, version: int, *, author: str) -> InstructionVersion:
        """Makes an earlier text the newest version; nothing of the history is lost."""
        earlier = self.get(version)
        return self.edit(earlier.text, author=author, note=f"Rolled back to version {version}")

    def _shipped_version(self) -> InstructionVersion:
        return InstructionVersion(0, self._shipped, "Parley", "Shipped with Parley", None)


def _version(row: Any) -> InstructionVersion:
    return InstructionVersion(row.version, row.text, row.author, row.note, row.created_at)
