"""Making and changing a lead: evidence goes in, the columns follow from it.

The only place that writes a lead's columns. Capture, staff's edits, imports and merges all end
here, so that the columns, the score, the search words and the possible duplicates cannot part
from the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from core.clock import Clock
from core.database import Database
from core.events import EventBus, LeadChanged
from core.values import new_id
from leads import rules, tables
from leads.model import FIELDS, ConversationContext, Evidence, Fact, Lead
from leads.scoring import score_of
from leads.search import search_text
from leads.store import LeadRows, as_lead

_KEYS = ("email", "phone")


class LeadRecords:
    """Writes leads; publishes LeadChanged once the surrounding transaction is committed."""

    def __init__(self, database: Database, clock: Clock, events: EventBus) -> None:
        self.database = database
        self.store = LeadRows(database)
        self.clock = clock
        self._events = events

    def make(
        self,
        facts: Sequence[Evidence],
        *,
        source: str | None,
        by: str,
        status: str = "new",
        owner: str | None = None,
        next_follow_up_at: datetime | None = None,
        created_at: datetime | None = None,
    ) -> Lead:
        """A new lead of these facts, in the order in which they came."""
        now = created_at or self.clock.now()
        row: dict[str, Any] = {
            "id": new_id("lead"),
            "status": status,
            "source": source,
            "owner": owner,
            "next_follow_up_at": next_follow_up_at,
            "version": 1,
            "created_at": now,
            "updated_at": now,
        }
        current = rules.folded(facts)
        row.update(_columns(current, row, notes=()))
        with self.database.write():
            lead = self.store.add(row)
            self.store.add_evidence(lead.id, facts, _all_of(current))
            self.note_status(lead.id, None, status, by, at=now)
            self.note_duplicates(lead.id, row, [name for name in _KEYS if row[f"{name}_key"]])
            self.announce(lead.id, created=True)
        return lead

    def add_facts(self, lead_id: str, facts: Sequence[Evidence]) -> tuple[Lead, tuple[str, ...]]:
        """The lead with these facts added, and the fields that have another value now."""
        with self.database.write():
            before = self.store.row(lead_id, for_update=True)
            self.store.add_evidence(lead_id, facts)
            lead = self.refresh(lead_id)
            changed = tuple(name for name in FIELDS if lead.value(name) != before[name])
            self.announce(lead_id)
        return lead, changed

    def refresh(self, lead_id: str, values: Mapping[str, Any] | None = None) -> Lead:
        """Makes the columns what the evidence and `values` say. Call it within a transaction."""
        before = self.store.row(lead_id, for_update=True)
        current = rules.folded(self.store.evidence(lead_id))
        notes = [note.text for note in self.store.notes([lead_id])]
        row = {**before, **(values or {})}
        row.update(_columns(current, row, notes))
        row.update(updated_at=self.clock.now(), version=before["version"] + 1)
        self.store.set_current(lead_id, [item.id for item in _all_of(current)])
        self.store.change(lead_id, row)
        moved = [name for name in _KEYS if row[f"{name}_key"] != before[f"{name}_key"]]
        self.note_duplicates(lead_id, row, moved)
        return as_lead(row)

    def link(self, lead_id: str, conversation: ConversationContext) -> None:
        """From now on what is said in the conversation is said by this lead."""
        self.store.link(lead_id, conversation, self.clock.now())

    def note_status(
        self, lead_id: str, before: str | None, after: str, by: str, at: datetime | None = None
    ) -> None:
        """Adds to the history of statuses, if it is another one."""
        if before == after:
            return
        row = {"lead_id": lead_id, "before": before, "after": after, "by": by}
        self.store.insert(tables.lead_status_changes, [{**row, "at": at or self.clock.now()}])

    def announce(self, lead_id: str, *, created: bool = False) -> None:
        event = LeadChanged(lead_id=lead_id, created=created)
        self.database.after_commit(_publishing(self._events, event))

    def note_duplicates(
        self, lead_id: str, row: Mapping[str, Any], fields: Iterable[str] = _KEYS
    ) -> None:
        """Marks the leads that share one of these addresses with this one, and only those."""
        fields = list(fields)
        if fields:
            self.store.lock_addresses(row)
        for name in fields:
            key = row[f"{name}_key"]
            others = self.store.others_with(lead_id, name, key) if key else []
            self.store.set_duplicates(lead_id, name, others, self.clock.now())


def as_new_evidence(
    facts: Iterable[Fact], conversation_id: str | None, at: datetime
) -> list[Evidence]:
    """Facts as they are about to be committed; the database gives the id."""
    return [
        Evidence(
            id=0,
            field=fact.field,
            value=fact.value,
            quote=fact.quote,
            message_id=fact.message_id,
            conversation_id=conversation_id,
            method=fact.method,
            confidence=fact.confidence,
            verified=fact.verified,
            corrects=fact.corrects,
            at=at,
        )
        for fact in facts
    ]


def entered(field: str, value: str | None, method: str, at: datetime) -> Evidence:
    """What staff typed, or a file held: the value is its own quote. None clears the field."""
    fact = Fact(field, value or "", value or "", (0, len(value or "")), method, 1.0)
    evidence = as_new_evidence([fact], None, at)[0]
    return evidence if value else replace(evidence, value=None)


def keys_of(row: Mapping[str, Any]) -> dict[str, str | None]:
    """By what the same address or number is recognized, however it is written."""
    email, phone = row["email"], row["phone"]
    number = "".join(sign for sign in (phone or "").partition(" ext")[0] if sign.isdigit())
    return {"email_key": email.casefold() if email else None, "phone_key": number or None}


def _columns(
    current: rules.Current, row: Mapping[str, Any], notes: Iterable[str]
) -> dict[str, Any]:
    """All that follows from the evidence, the status and the notes."""
    columns: dict[str, Any] = {name: rules.value_of(current[name]) for name in FIELDS}
    latest = {name: items[-1] for name, items in current.items() if items and columns[name]}
    score, reasons = score_of(latest, row["status"])
    return {
        **columns,
        **keys_of(columns),
        "score": score,
        "score_reasons": [vars(reason) for reason in reasons],
        "search_text": search_text(columns, notes),
    }


def _all_of(current: rules.Current) -> list[Evidence]:
    return [item for items in current.values() for item in items]


def _publishing(events: EventBus, event: LeadChanged) -> Callable[[], None]:
    return lambda: events.publish(event)
