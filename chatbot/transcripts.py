"""Transcripts: what was said, as the visitor sees it again, as the team reads it, and as a file.

The database is the transcript. A job writes conversations that have ended to text files under
`client_data/logs/`, so that the owner has them without the database too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from chatbot import listing, store
from chatbot.history import History
from chatbot.identity import Client
from chatbot.store import ConversationRow, Turn
from core.clock import Clock
from core.database import Database
from core.errors import NotFound
from core.values import rfc3339

_NAME = re.compile(r"conversation_(?P<client>[A-Za-z0-9_.-]{1,200})_(?P<at>\d{8}T\d{12})\.txt")
LONGEST_CONVERSATION = 2_000
QUIET = timedelta(hours=24)


@dataclass(frozen=True)
class LogFile:
    """A conversation as `GET /logs` lists it. `size` is of the text, in bytes."""

    filename: str
    flagged: bool
    size: int
    modified: datetime
    client_id: str
    conversation_id: str


class Transcripts:
    """Reads and clears what was said."""

    def __init__(self, database: Database, clock: Clock, history: History, folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._history = history
        self._folder = folder

    def of_client(self, client: Client) -> tuple[ConversationRow, list[Turn]]:
        """The open conversation of whoever holds it. Raises NotFound."""
        with self._database.read() as connection:
            row = store.find_open(connection, client.key)
            if row is None:
                raise NotFound("There is no conversation; the next message starts one.")
            return row, store.last_turns(connection, row.conversation.id, LONGEST_CONVERSATION)

    def get(self, conversation_id: str) -> tuple[ConversationRow, list[Turn]]:
        """Raises NotFound."""
        with self._database.read() as connection:
            row = store.find_conversation(connection, conversation_id)
            if row is None:
                raise NotFound("There is no such conversation.")
            return row, store.last_turns(connection, conversation_id, LONGEST_CONVERSATION)

    def exists(self, conversation_id: str) -> bool:
        with self._database.read() as connection:
            return store.find_conversation(connection, conversation_id) is not None

    def end(self, client: Client) -> bool:
        """Ends the open conversation; the transcript stays. Whether there was one."""
        with self._database.write() as connection:
            row = store.find_open(connection, client.key)
            if row is None:
                return False
            store.end_conversation(connection, row.conversation.id, self._clock.now())
            return True

    def list_rows(
        self,
        *,
        limit: int,
        before: tuple[datetime, str] | None = None,
        q: str | None = None,
        flagged: bool | None = None,
    ) -> list[ConversationRow]:
        """Conversations, the one with the newest message first."""
        with self._database.read() as connection:
            return listing.list_conversations(
                connection, limit=limit, before=before, q=q, flagged=flagged
            )

    def openings(self, conversation_ids: Sequence[str]) -> dict[str, str]:
        """The first thing the visitor said, by conversation."""
        with self._database.read() as connection:
            return store.first_texts(connection, conversation_ids)

    def list_logs(
        self, *, limit: int, before: tuple[datetime, str] | None = None
    ) -> list[tuple[ConversationRow, LogFile]]:
        """Conversations as log files."""
        found = []
        for row in self.list_rows(limit=limit, before=before):
            text = self._text(row.conversation.id)
            found.append((row, _log_file(row, len(text.encode()))))
        return found

    def read_log(self, filename: str) -> str:
        """The text of one. Raises NotFound, for a name that is none of ours too."""
        match = _NAME.fullmatch(filename)
        if match is not None:
            started_at = datetime.strptime(match["at"], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
            with self._database.read() as connection:
                found = listing.find_started(connection, started_at)
            for row in found:
                if _filename(row) == filename:
                    return self._text(row.conversation.id)
        raise NotFound("There is no such log.")

    def clear(self, older_than_days: int) -> list[str]:
        """Removes conversations whose last message is older; flagged ones stay. Their names."""
        until = self._clock.now() - timedelta(days=older_than_days)
        with self._database.write() as connection:
            rows = listing.clearable(connection, until)
            listing.delete_conversations(connection, [row.conversation.id for row in rows])
        for row in rows:
            self._history.forget(row.conversation.id)
            (self._folder / _filename(row)).unlink(missing_ok=True)
        return [_filename(row) for row in rows]

    def erase(self, conversation_ids: list[str]) -> None:
        """Forgets them everywhere; joins the caller's transaction."""
        with self._database.write() as connection:
            rows = [
                row
                for id_ in conversation_ids
                if (row := store.find_conversation(connection, id_)) is not None
            ]
            listing.delete_conversations(connection, conversation_ids)
        self._database.after_commit(lambda: self._forget(rows))

    def archive(self) -> int:
        """Writes ended or long quiet conversations to files; how many. A job's work."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._database.read() as connection:
            rows = listing.archivable(connection, self._clock.now() - QUIET)
        written = 0
        for row in rows:
            path = self._folder / _filename(row)
            if not path.exists() or path.stat().st_mtime < row.last_at.timestamp():
                _write(path, self._text(row.conversation.id))
                written += 1
        return written

    def _forget(self, rows: list[ConversationRow]) -> None:
        for row in rows:
            self._history.forget(row.conversation.id)
            (self._folder / _filename(row)).unlink(missing_ok=True)

    def _text(self, conversation_id: str) -> str:
        with self._database.read() as connection:
            return as_text(store.last_turns(connection, conversation_id, LONGEST_CONVERSATION))


def as_text(turns: list[Turn]) -> str:
    """Lines `user: …` and `model: …`; further lines of a message are indented."""
    lines = []
    for turn in turns:
        lines.append(f"user: {_indented(turn.text)}")
        if turn.reply is not None:
            lines.append(f"model: {_indented(turn.reply)}")
    return "\n".join(lines) + "\n" if lines else ""


def messages_as_json(turns: list[Turn]) -> list[dict[str, Any]]:
    """The turns as messages, for a page to show."""
    messages: list[dict[str, Any]] = []
    for turn in turns:
        messages.append(
            {
                "id": turn.id,
                "message_id": turn.message_id,
                "role": "user",
                "text": turn.text,
                "at": rfc3339(turn.at),
                "cards": [],
            }
        )
        if turn.answered_at is not None:
            messages.append(
                {
                    "id": turn.reply_id,
                    "message_id": turn.message_id,
                    "role": "assistant",
                    "text": turn.reply,
                    "at": rfc3339(turn.answered_at),
                    "cards": list(turn.cards),
                    "engine": turn.engine,
                    "degraded": turn.degraded,
                }
            )
    return messages


def log_as_json(log: LogFile) -> dict[str, Any]:
    return {
        "filename": log.filename,
        "flagged": log.flagged,
        "size": log.size,
        "modified": rfc3339(log.modified),
        "client_id": log.client_id,
        "conversation_id": log.conversation_id,
    }


def _indented(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\n  ")


def _log_file(row: ConversationRow, size: int) -> LogFile:
    return LogFile(
        _filename(row),
        row.conversation.flagged,
        size,
        row.last_at,
        row.conversation.client_id,
        row.conversation.id,
    )


def _filename(row: ConversationRow) -> str:
    client = re.sub(r"[^A-Za-z0-9_.-]", "_", row.conversation.client_id)[:80]
    started = row.conversation.started_at.astimezone(UTC)
    return f"conversation_{client}_{started:%Y%m%dT%H%M%S%f}.txt"


def _write(path: Path, text: str) -> None:
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)
