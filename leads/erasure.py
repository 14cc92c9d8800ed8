"""What the law asks for one person: all that is known of them, and that it is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_

from core.values import new_id, rfc3339
from leads import tables
from leads.merging import LeadMerging
from leads.model import Erasure, Person
from leads.records import LeadRecords

Eraser = Callable[[Person], Mapping[str, int]]
Exporter = Callable[[Person], Mapping[str, Any]]

_OF_LEAD = (
    tables.lead_evidence,
    tables.lead_notes,
    tables.lead_status_changes,
    tables.lead_conversations,
)
_OF_CONVERSATION = (
    tables.conversation_facts,
    tables.lead_suggestions,
    tables.capture_ledger,
)
# Ours, not the person's.
_INTERNAL = ("id", "current", "search_text", "email_key", "phone_key", "seq", "version", "lead_id")


class LeadErasure:
    """Forgets a person, or hands out all that is known of them.

    `erasers` and `exporters` are the other features' part in it, given by the composition root;
    erasers run in the same transaction and say how many rows went.
    """

    def __init__(
        self,
        records: LeadRecords,
        merging: LeadMerging,
        erasers: Sequence[Eraser] = (),
        exporters: Sequence[Exporter] = (),
    ) -> None:
        self._records = records
        self._store = records.store
        self._merging = merging
        self._erasers = tuple(erasers)
        self._exporters = tuple(exporters)

    def person(self, lead_id: str) -> Person:
        """Raises NotFound."""
        self._store.row(lead_id)
        evidence = self._store.evidence(lead_id)
        conversations = self._store.conversations([lead_id])
        addresses = dict.fromkeys(
            item.value for item in evidence if item.value and item.field in ("email", "phone")
        )
        return Person(
            lead_id=lead_id,
            lead_ids=self._merging.ids_of(lead_id),
            conversation_ids=tuple(row["conversation_id"] for row in conversations),
            addresses=tuple(addresses),
        )

    def erase(self, lead_id: str, by: str) -> Erasure:
        """Removes the person everywhere; what stays is a row that says that it was done."""
        with self._store.database.write():
            self._store.lock_addresses(self._store.row(lead_id, for_update=True))
            person = self.person(lead_id)
            removed: dict[str, int] = {}
            for eraser in self._erasers:
                removed.update(eraser(person))
            removed.update(self._erase_rows(person))
            now = self._records.clock.now()
            erasure = Erasure(new_id("erasure"), lead_id, by, now, removed)
            self._store.insert(tables.lead_erasures, [vars(erasure)])
            self._store.database.after_commit(self._store.forget_freed_pages)
            self._records.announce(lead_id)
        return erasure

    def export(self, lead_id: str) -> dict[str, Any]:
        """All that is known of the person, in plain JSON values."""
        with self._store.database.read():
            person = self.person(lead_id)
            known: dict[str, Any] = {"lead": _plain(self._store.row(lead_id))}
            known["lead"]["id"] = lead_id
            for table in _OF_LEAD:
                rows = self._store.rows(table, table.c.lead_id == lead_id)
                known[table.name] = [_plain(row) for row in rows]
            for table in _OF_CONVERSATION:
                mine = table.c.conversation_id.in_(person.conversation_ids)
                known[table.name] = [_plain(row) for row in self._store.rows(table, mine)]
            for exporter in self._exporters:
                known.update(exporter(person))
        return known

    def _erase_rows(self, person: Person) -> dict[str, int]:
        removed = {}
        for table in _OF_CONVERSATION:
            mine = table.c.conversation_id.in_(person.conversation_ids)
            removed[table.name] = self._store.delete(table, mine)
        for table in _OF_LEAD:
            removed[table.name] = self._store.delete(table, table.c.lead_id == person.lead_id)
        merges = tables.lead_merges
        removed[merges.name] = self._store.delete(
            merges,
            or_(merges.c.into_id.in_(person.lead_ids), merges.c.from_id.in_(person.lead_ids)),
        )
        self._store.remove(person.lead_id)
        return {**removed, "leads": 1}


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: rfc3339(value) if isinstance(value, datetime) else value
        for name, value in row.items()
        if name not in _INTERNAL
    }
