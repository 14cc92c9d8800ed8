"""Making two leads one, and parting them again exactly as they were.

A merge moves everything of one lead to the other and deletes its row; what is needed to undo it
is kept as a snapshot until then. Since a lead's columns are the fold of its evidence, the merged
lead follows the same rules as if one visitor had said it all.

Undoing restores both rows byte for byte if the merged lead was not touched since. If it was, each
lead gets its own evidence back and is folded anew: what was said since belongs to the lead whose
conversation it was said in, what staff changed since stays with the lead that was kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import not_, or_

from core.errors import Conflict, InvalidInput, NotFound
from core.values import new_id
from leads import rules, tables
from leads.model import Merge
from leads.records import LeadRecords

_MOVED = {
    "evidence": (tables.lead_evidence, "id"),
    "notes": (tables.lead_notes, "id"),
    "status_changes": (tables.lead_status_changes, "id"),
    "conversations": (tables.lead_conversations, "conversation_id"),
}
_INSTANTS = ("created_at", "updated_at", "next_follow_up_at", "at")


class LeadMerging:
    """Merges and parts leads; only ever at the wish of staff."""

    def __init__(self, records: LeadRecords) -> None:
        self._records = records
        self._store = records.store

    def merge(self, into_id: str, from_id: str, by: str) -> Merge:
        """Makes `from_id` part of `into_id`. Raises NotFound, InvalidInput."""
        if into_id == from_id:
            raise InvalidInput.of("from", "is the same lead; name two different ones")
        with self._store.database.write():
            for lead_id in sorted((into_id, from_id)):  # one order, so that no two merges deadlock
                self._store.row(lead_id, for_update=True)
            kept, gone = self._store.row(into_id), self._store.row(from_id)
            self._store.lock_addresses(kept, gone)
            snapshot = self._snapshot(kept, gone)
            for table, _ in _MOVED.values():
                self._store.update(table, {"lead_id": into_id}, table.c.lead_id == from_id)
            self._store.remove(from_id)
            merged = self._records.refresh(into_id, _staff_values(kept, gone))
            self._records.note_status(into_id, kept["status"], merged.status, by)
            now = self._records.clock.now()
            merge = Merge(new_id("merge"), into_id, from_id, by, now)
            row = {**vars(merge), "snapshot": {**snapshot, "version": merged.version}}
            self._store.insert(tables.lead_merges, [row])
            self._records.announce(into_id)
        return merge

    def unmerge(self, merge_id: str, by: str) -> Merge:
        """Parts the two again. Raises NotFound, Conflict when it was undone or built upon."""
        table = tables.lead_merges
        with self._store.database.write():
            merge = self._undoable(merge_id)
            snapshot, into_id = merge["snapshot"], merge["into_id"]
            now_kept = self._store.row(into_id, for_update=True)
            self._store.put_back(_revived(snapshot["from"]))
            newer = self._move_back(merge)
            if now_kept["version"] == snapshot["version"]:
                self._restore(_revived(snapshot["into"]), snapshot)
            else:
                values = _staff_values_before(now_kept, snapshot)
                self._records.refresh(into_id, values)
                self._records.note_status(into_id, now_kept["status"], values["status"], by)
            self._restore(_revived(snapshot["from"]), snapshot)
            if newer:
                self._records.refresh(merge["from_id"])
            self._restore_duplicates(merge)
            undone = {"undone_at": self._records.clock.now(), "undone_by": by}
            self._store.update(table, {**undone, "snapshot": None}, table.c.id == merge_id)
            self._records.announce(into_id)
            self._records.announce(merge["from_id"])
        return as_merge({**merge, **undone})

    def merges(self, lead_id: str) -> list[Merge]:
        """The merges this lead took part in, oldest first."""
        table = tables.lead_merges
        rows = self._store.rows(table, or_(table.c.into_id == lead_id, table.c.from_id == lead_id))
        return sorted((as_merge(row) for row in rows), key=lambda merge: (merge.at, merge.id))

    def ids_of(self, lead_id: str) -> tuple[str, ...]:
        """The lead and all that are part of it now."""
        return self.aliases_of([lead_id])[lead_id]

    def aliases_of(self, lead_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The same for many leads at once."""
        table = tables.lead_merges
        parts: dict[str, tuple[str, ...]] = {lead_id: (lead_id,) for lead_id in lead_ids}
        owner = {lead_id: lead_id for lead_id in lead_ids}
        asked = list(lead_ids)
        while asked:  # a merged lead may have been merged into
            into = table.c.into_id.in_(asked)
            rows = self._store.rows(table, into, table.c.undone_at.is_(None))
            asked = [row["from_id"] for row in rows if row["from_id"] not in owner]
            for row in rows:
                owner.setdefault(row["from_id"], owner[row["into_id"]])
            for lead_id in asked:
                parts[owner[lead_id]] += (lead_id,)
        return parts

    def _snapshot(self, kept: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
        pairs = tables.possible_duplicates
        ids = (kept["id"], gone["id"])
        return {
            "into": _frozen(kept),
            "from": _frozen(gone),
            "moved": {name: self._ids(name, gone["id"]) for name in _MOVED},
            "kept": {name: self._ids(name, kept["id"]) for name in _MOVED},
            "duplicates": [
                _frozen(row)
                for row in self._store.rows(
                    pairs, or_(pairs.c.lead_id.in_(ids), pairs.c.other_id.in_(ids))
                )
            ],
        }

    def _ids(self, name: str, lead_id: str) -> list[Any]:
        table, key = _MOVED[name]
        return [row[key] for row in self._store.rows(table, table.c.lead_id == lead_id)]

    def _undoable(self, merge_id: str) -> dict[str, Any]:
        table = tables.lead_merges
        found = self._store.rows(table, table.c.id == merge_id)
        if not found:
            raise NotFound("There is no such merge.")
        if found[0]["undone_at"] is not None:
            raise Conflict("This merge was undone already.")
        later = self._store.rows(
            table, table.c.from_id == found[0]["into_id"], table.c.undone_at.is_(None)
        )
        if later:
            raise Conflict(
                "The lead was merged into another one since; undo that merge first.",
                {"merge_id": later[0]["id"]},
            )
        return found[0]

    def _move_back(self, merge: Mapping[str, Any]) -> bool:
        """Gives the parted lead its rows, and what was said in its conversations since; whether
        there is any of the latter."""
        snapshot, from_id = merge["snapshot"], merge["from_id"]
        for name, (table, key) in _MOVED.items():
            mine = table.c[key].in_(snapshot["moved"][name])
            self._store.update(table, {"lead_id": from_id}, mine)
        table = tables.lead_evidence
        newer = self._store.update(
            table,
            {"lead_id": from_id},
            table.c.lead_id == merge["into_id"],
            table.c.conversation_id.in_(snapshot["moved"]["conversations"]),
            table.c.id.not_in(snapshot["kept"]["evidence"]),
        )
        return newer > 0

    def _restore(self, row: Mapping[str, Any], snapshot: Mapping[str, Any]) -> None:
        """Makes a lead's row what it was; its evidence is what it was already."""
        lead_id = row["id"]
        if row["id"] == snapshot["into"]["id"]:
            changes = tables.lead_status_changes
            known = changes.c.id.in_(snapshot["kept"]["status_changes"])
            self._store.delete(changes, changes.c.lead_id == lead_id, not_(known))
        current = rules.folded(self._store.evidence(lead_id))
        self._store.set_current(lead_id, (e.id for items in current.values() for e in items))
        self._store.change(lead_id, row)

    def _restore_duplicates(self, merge: Mapping[str, Any]) -> None:
        """The pairs as they were, as far as they still share what they shared."""
        ids = {merge["into_id"], merge["from_id"]}
        for pair in map(_revived, merge["snapshot"]["duplicates"]):
            others = {pair["lead_id"], pair["other_id"]} - ids
            if all(self._store.find(other) for other in others):
                self._store.insert_missing(tables.possible_duplicates, [pair])
        for lead_id in sorted(ids):
            self._records.note_duplicates(lead_id, self._store.row(lead_id))


def as_merge(row: Mapping[str, Any]) -> Merge:
    return Merge(**{name: row[name] for name in Merge.__dataclass_fields__})


def _staff_values(kept: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
    """What staff decided of the two: the kept lead's word, the other's where it has none."""
    due = [row["next_follow_up_at"] for row in (kept, gone) if row["next_follow_up_at"]]
    return {
        "status": gone["status"] if kept["status"] == "new" else kept["status"],
        "owner": kept["owner"] or gone["owner"],
        "source": kept["source"] or gone["source"],
        "next_follow_up_at": min(due, default=None),
    }


def _staff_values_before(now: Mapping[str, Any], snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """The kept lead's own values again, but for those that staff changed since the merge."""
    before, gone = _revived(snapshot["into"]), _revived(snapshot["from"])
    by_merge = _staff_values(before, gone)
    return {name: before[name] if now[name] == by_merge[name] else now[name] for name in by_merge}


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def _revived(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: datetime.fromisoformat(value) if name in _INSTANTS and value else value
        for name, value in row.items()
    }
