"""Reading the `leads.json` of the system we replace: all of it, or nothing.

A list of objects with the keys `id, timestamp, name, contact_method, contact_details, details,
status, source_client_id, source_log_file`. The whole file is checked before the first row is
written; what is wrong is named by row and field. Read twice, it adds nothing the second time.
Keys we do not know are kept, as a note.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from core.errors import FieldError, InvalidInput
from core.values import new_id, zone_named
from leads import tables
from leads.facts import Read, cleaned, normal_value, shortened
from leads.model import IMPORT, MAX_LENGTH, STATUSES, Evidence
from leads.records import LeadRecords, entered
from understanding.reading import Reading, read

MOST_ROWS = 100_000
_MOST_ERRORS = 20
_KNOWN = (
    "id",
    "timestamp",
    "name",
    "contact_method",
    "contact_details",
    "details",
    "status",
    "source_client_id",
    "source_log_file",
)
_NOBODY = ("", "unknown", "n/a", "na", "none", "null", "-", "not provided", "not specified")
_KINDS = {
    "email": "email",
    "e-mail": "email",
    "mail": "email",
    "phone": "phone",
    "telephone": "phone",
    "tel": "phone",
    "call": "phone",
    "mobile": "phone",
    "cell": "phone",
    "whatsapp": "phone",
    "sms": "phone",
    "text": "phone",
}


@dataclass(frozen=True)
class ImportResult:
    """How many leads were made, and how many rows had been read before."""

    created: int
    known: int


@dataclass(frozen=True)
class _Row:
    key: str
    at: datetime
    facts: tuple[Evidence, ...]
    status: str
    note: str


class LeadImport:
    """Makes leads of another system's file."""

    def __init__(self, records: LeadRecords, timezone: str) -> None:
        self._records = records
        self._store = records.store
        self._zone = zone_named(timezone)

    def read(self, content: bytes, by: str) -> ImportResult:
        """Raises InvalidInput naming the rows and fields at fault; then nothing was written."""
        rows = self._checked(_parsed(content))
        created = 0
        with self._store.database.write():
            table = tables.lead_imports
            known = {row["key"] for row in self._store.rows(table)}
            for row in rows:
                if row.key not in known:
                    known.add(row.key)
                    created += 1
                    self._make(row, by)
        return ImportResult(created, len(rows) - created)

    def _make(self, row: _Row, by: str) -> None:
        now = self._records.clock.now()
        lead = self._records.make(
            row.facts, source="import", by=by, status=row.status, created_at=row.at
        )
        self._store.insert(tables.lead_imports, [{"key": row.key, "lead_id": lead.id, "at": now}])
        if row.note:
            note = {"id": new_id("note"), "lead_id": lead.id, "text": row.note, "author": by}
            self._store.insert(tables.lead_notes, [{**note, "created_at": now}])
            self._records.refresh(lead.id)

    def _checked(self, items: list[Any]) -> list[_Row]:
        rows, errors = [], []
        for place, item in enumerate(items):
            checked = _Checking(item, self._zone, self._records.clock.now())
            row = checked.row()
            errors += [FieldError(f"[{place}].{name}", fault) for name, fault in checked.faults]
            if row is not None:
                rows.append(row)
            if len(errors) >= _MOST_ERRORS:
                break
        if errors:
            raise InvalidInput(
                f"Nothing was imported: {errors[0].field} {errors[0].message}.",
                errors[:_MOST_ERRORS],
            )
        return rows


class _Checking:
    """One row of the file, and what is wrong with it."""

    def __init__(self, item: Any, zone: ZoneInfo, now: datetime) -> None:
        self.faults: list[tuple[str, str]] = []
        self._zone = zone
        self._now = now
        self._item: Mapping[str, Any] = item if isinstance(item, dict) else {}
        if not isinstance(item, dict):
            self._fault("", "is no object with the keys of a lead")

    def row(self) -> _Row | None:
        if self.faults:
            return None
        legacy_id, at = self._id(), self._at()
        status = self._status()
        facts = [
            replace(fact, conversation_id=None)
            for fact in (self._contact(at), self._said("name", "name", at), self._need(at))
            if fact is not None
        ]
        note = self._note()
        if self.faults:
            return None
        key = hashlib.sha256(legacy_id.encode("utf-8", "surrogatepass")).hexdigest()
        return _Row(key, at, tuple(facts), status, note)

    def _fault(self, name: str, message: str) -> None:
        if (name, message) not in self.faults:
            self.faults.append((name, message))

    def _text(self, name: str) -> str:
        value = self._item.get(name)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._fault(name, "must be text")
            return ""
        text = str(value)
        if any("\ud800" <= sign <= "\udfff" or sign == "\0" for sign in text):
            self._fault(name, "holds a character that is not allowed; remove it")
        return text.strip()

    def _id(self) -> str:
        legacy_id = self._text("id")
        if not legacy_id and not self.faults:
            self._fault("id", "is required")
        return legacy_id

    def _at(self) -> datetime:
        text = self._text("timestamp")
        try:
            at = datetime.fromisoformat(text)
            at = at if at.tzinfo else at.replace(tzinfo=self._zone)
            at = at.astimezone(UTC)
        except (ValueError, OverflowError):
            self._fault("timestamp", "must be a date and time such as 2026-11-21T09:30:00")
            return self._now
        if not at.year >= 1990 or at > self._now:
            self._fault("timestamp", "must lie between 1990 and now")
        return at

    def _status(self) -> str:
        status = cleaned(self._text("status")).casefold().replace(" ", "_").replace("-", "_")
        if status and status not in STATUSES:
            self._fault("status", f"must be one of {', '.join(STATUSES)}")
        return status or "new"

    def _contact(self, at: datetime) -> Evidence | None:
        details = cleaned(self._text("contact_details"))
        method = cleaned(self._text("contact_method")).casefold()
        if details.casefold() in _NOBODY:
            return None
        kinds = [_KINDS[method]] if method in _KINDS else ["email", "phone"]
        for kind in kinds:
            value = normal_value(kind, details, self._reader())
            if value is not None:
                fact = entered(kind, value, IMPORT, at)
                return replace(fact, quote=details)
        what = {"email": "an e-mail address", "phone": "a phone number with its country code"}
        self._fault("contact_details", f"is not {' or '.join(what[kind] for kind in kinds)}")
        return None

    def _said(self, name: str, field: str, at: datetime) -> Evidence | None:
        said = shortened(field, self._text(name))
        return None if said.casefold() in _NOBODY else entered(field, said, IMPORT, at)

    def _need(self, at: datetime) -> Evidence | None:
        details = self._text("details")
        if len(details) > 20 * MAX_LENGTH["need"]:
            self._fault("details", "is too long")
        return self._said("details", "need", at)

    def _note(self) -> str:
        """What has no field of its own, so that nothing of the old system is lost."""
        lines = []
        details = self._text("details")
        if len(cleaned(details)) > MAX_LENGTH["need"]:
            lines.append(f"details: {details}")
        for name in ("source_client_id", "source_log_file"):
            if self._text(name):
                lines.append(f"{name}: {cleaned(self._text(name))}")
        for name in self._item:
            if name not in _KNOWN:
                shown = json.dumps(self._item[name], ensure_ascii=True)
                lines.append(f"{cleaned(str(name))[:60]}: {shown}")
        return "\n".join(lines)[: MAX_LENGTH["note"]]

    def _reader(self) -> Read:
        def read_here(text: str, context: str | None = None) -> Reading:
            return read(text, now=self._now, timezone=self._zone.key, context=context)

        return read_here


def _parsed(content: bytes) -> list[Any]:
    try:
        items = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InvalidInput.of("file", "is not JSON in UTF-8; export leads.json again") from None
    if not isinstance(items, list):
        raise InvalidInput.of("file", "must be a list of leads: [{...}, ...]")
    if len(items) > MOST_ROWS:
        raise InvalidInput.of("file", f"has more than {MOST_ROWS} rows; import it in parts")
    return items
