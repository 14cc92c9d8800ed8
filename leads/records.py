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
from leads.store import LeadRows


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
        """A new lead of these facts."""
        with self.database.write():
            now = created_at or self.clock.now()
            lead = self.store.add(_empty_row(new_id("lead"), status, source, now))
            self.store.add_evidence(lead.id, facts)
            self.note_status(lead.id, None, status, by, at=now)
            values = {"owner": owner, "next_follow_up_at": next_follow_up_at, "version": 1}
            lead = self.refresh(lead.id, {**values, "updated_at": now})
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
        row = {**self.store.row(lead_id, for_update=True), **(values or {})}
        current = rules.folded(self.store.evidence(lead_id))
        for name in FIELDS:
            row[name] = rules.value_of(current[name])
        latest = {name: items[-1] for name, items in current.items() if items and row[name]}
        row["score"], reasons = score_of(latest, row["status"])
        row["score_reasons"] = [vars(reason) for reason in reasons]
        row["search_text"] = search_text(row, (n.text for n in self.store.notes([lead_id])))
        row.update(keys_of(row))
        if values is None or "updated_at" not in values:
            row.update(updated_at=self.clock.now(), version=row["version"] + 1)
        self.store.set_current(lead_id, (e.id for items in current.values() for e in items))
        lead = self.store.change(
            lead_id, {name: row[name] for name in row if name not in ("seq", "id")}
        )
        self.note_duplicates(lead_id, row)
        return lead

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

    def note_duplicates(self, lead_id: str, row: Mapping[str, Any]) -> None:
        """Marks the leads that share an address with this one, and only those."""
        for name in ("email", "phone"):
            key = row[f"{name}_key"]
            if key:
                self.store.lock_address(key)
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


def _empty_row(lead_id: str, status: str, source: str | None, now: datetime) -> dict[str, Any]:
    return {
        "id": lead_id,
        "status": status,
        "source": source,
        "score": 0,
        "score_reasons": [],
        "search_text": "",
        "version": 1,
        "created_at": now,
        "updated_at": now,
    }


def _publishing(events: EventBus, event: LeadChanged) -> Callable[[], None]:
    return lambda: events.publish(event)
