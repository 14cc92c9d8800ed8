"""Reading and writing one lead and what belongs to it. Lists and counts are in listing.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from secrets import randbelow
from typing import Any

from sqlalchemy import (
    Row,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from core.errors import NotFound, Unavailable
from leads import tables, triggers
from leads.model import (
    ConversationContext,
    Evidence,
    Lead,
    Note,
    PossibleDuplicate,
    ScoreReason,
    StatusChange,
    Suggestion,
)
from leads.rows import Rows
from leads.tables import leads

# Importing the store is what makes the tables, and their triggers, known to the metadata.
TRIGGERS = (*triggers.SQLITE_SEARCH, *triggers.SQLITE_COUNTS, *triggers.POSTGRESQL_COUNTS)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FACT_COLUMNS = (
    "conversation_id",
    "field",
    "value",
    "quote",
    "message_id",
    "method",
    "confidence",
    "verified",
    "corrects",
    "at",
)


# The statements of every message are made once: making one costs more than running it.

_FIND_LEAD = select(leads).where(leads.c.id == bindparam("of_lead"))
_FIND_LEAD_LOCKED = _FIND_LEAD.with_for_update(key_share=True)
_FIND_LEAD_OF = (
    select(leads)
    .join(tables.lead_conversations, tables.lead_conversations.c.lead_id == leads.c.id)
    .where(tables.lead_conversations.c.conversation_id == bindparam("of_conversation"))
)
_LEAD_OF = select(tables.lead_conversations.c.lead_id).where(
    tables.lead_conversations.c.conversation_id == bindparam("of_conversation")
)


def _evidence_of(table: Table, column: str) -> Select[Any]:
    own = table.c[column] == bindparam("of")
    return select(table).where(own).order_by(table.c.at, table.c.id)


_PENDING = _evidence_of(tables.conversation_facts, "conversation_id")
_EVIDENCE = _evidence_of(tables.lead_evidence, "lead_id")
_EVIDENCE_OF_CONVERSATION = _evidence_of(tables.lead_evidence, "conversation_id")
_ledger = tables.capture_ledger
_LEDGER = select(_ledger).where(
    _ledger.c.conversation_id == bindparam("of_conversation"),
    _ledger.c.message_id == bindparam("message"),
)
_ADD_TO_LEDGER = insert(_ledger)


class LeadRows(Rows):
    """The rows of leads; every method joins the surrounding transaction."""

    # Leads

    def lock_conversation(self, conversation_id: str) -> None:
        """One at a time may capture for a conversation; until the end of the transaction."""
        self._lock("hashtextextended(:name, 0)", f"conversation:{conversation_id}")

    def lock_addresses(self, *rows: Mapping[str, Any]) -> None:
        """One at a time may look for other leads with these addresses, or take a lead with them
        away: of two made in the same instant one sees the other, and none sees one that goes.

        A few names stand for all, so that an import of many leads does not fill the lock table.
        """
        keys = {row[name] for row in rows for name in ("email_key", "phone_key")} - {None}
        for key in sorted(keys):  # one order, so that no two wait for each other
            self._lock("77, hashtext(:name) % 1024", key)

    def add(self, values: Mapping[str, Any]) -> Lead:
        """Inserts a lead and gives it its `seq`."""
        with self.database.write() as connection:
            for attempt in range(10):
                seq = first_seq(values["created_at"]) + randbelow(1000 * 4**attempt)
                try:
                    with connection.begin_nested():
                        connection.execute(insert(leads).values(seq=seq, **values))
                    return as_lead({**values, "seq": seq})
                except IntegrityError:  # another lead of the same microsecond has that number
                    continue
        raise Unavailable("Too many leads were made in one instant; please try again.")

    def put_back(self, row: Mapping[str, Any]) -> None:
        """Inserts a lead's row exactly as it was."""
        with self.database.write() as connection:
            connection.execute(insert(leads).values(**row))

    def change(self, lead_id: str, row: Mapping[str, Any]) -> None:
        """Makes the lead's row this one, but for what never changes."""
        values = {name: value for name, value in row.items() if name not in ("seq", "id")}
        with self.database.write() as connection:
            connection.execute(update(leads).where(leads.c.id == lead_id).values(**values))

    def remove(self, lead_id: str) -> None:
        """Deletes the lead's row and, by the foreign keys, all that hangs on it."""
        with self.database.write() as connection:
            connection.execute(delete(leads).where(leads.c.id == lead_id))

    def get(self, lead_id: str) -> Lead:
        return as_lead(self.row(lead_id))

    def find(self, lead_id: str) -> Lead | None:
        with self.database.read() as connection:
            row = connection.execute(_FIND_LEAD, {"of_lead": lead_id}).first()
        return as_lead(dict(row._mapping)) if row else None

    def row(self, lead_id: str, *, for_update: bool = False) -> dict[str, Any]:
        """The row as it is stored. Raises NotFound. `for_update` keeps others from changing it,
        and lets them refer to it."""
        query = _FIND_LEAD_LOCKED if for_update else _FIND_LEAD
        with self.database.read() as connection:
            row = connection.execute(query, {"of_lead": lead_id}).first()
        if row is None:
            raise NotFound("There is no such lead.")
        return dict(row._mapping)

    def lead_of(self, conversation_id: str) -> str | None:
        """The id of the lead that was made of the conversation."""
        with self.database.read() as connection:
            found: str | None = connection.scalar(_LEAD_OF, {"of_conversation": conversation_id})
        return found

    def find_lead_of(self, conversation_id: str) -> Lead | None:
        """The lead that was made of the conversation."""
        with self.database.read() as connection:
            row = connection.execute(_FIND_LEAD_OF, {"of_conversation": conversation_id}).first()
        return as_lead(dict(row._mapping)) if row else None

    def link(self, lead_id: str, conversation: ConversationContext, at: datetime) -> None:
        consent = conversation.consent
        self.insert(
            tables.lead_conversations,
            [
                {
                    "conversation_id": conversation.id,
                    "lead_id": lead_id,
                    "page": conversation.page,
                    "referrer": conversation.referrer,
                    "utm": dict(conversation.utm),
                    "timezone": conversation.timezone,
                    "locale": conversation.locale,
                    "consent_text": consent.text if consent else None,
                    "consent_at": consent.at if consent else None,
                    "at": at,
                }
            ],
        )

    def keep_consent(self, conversation: ConversationContext) -> None:
        """Notes a consent that was given after the lead had been made; the first one stays."""
        table = tables.lead_conversations
        consent = conversation.consent
        if consent is None:
            return
        with self.database.write() as connection:
            connection.execute(
                update(table)
                .where(table.c.conversation_id == conversation.id, table.c.consent_at.is_(None))
                .values(consent_text=consent.text, consent_at=consent.at)
            )

    # Facts and evidence

    def pending_facts(self, conversation_id: str) -> list[Evidence]:
        """What is known of a visitor who is no lead yet, in order."""
        return self._evidence(_PENDING, conversation_id)

    def evidence(self, lead_id: str) -> list[Evidence]:
        """All that was ever said of the lead's fields, in order."""
        return self._evidence(_EVIDENCE, lead_id)

    def evidence_of_conversation(self, conversation_id: str) -> list[Evidence]:
        """The same, as far as it was said in one conversation."""
        return self._evidence(_EVIDENCE_OF_CONVERSATION, conversation_id)

    def current_evidence(self, lead_ids: Sequence[str]) -> list[tuple[str, Evidence]]:
        table = tables.lead_evidence
        query = (
            select(table)
            .where(table.c.lead_id.in_(lead_ids), table.c.current.is_(True))
            .order_by(table.c.at, table.c.id)
        )
        with self.database.read() as connection:
            return [(row.lead_id, as_evidence(row)) for row in connection.execute(query)]

    def add_pending_facts(self, facts: Iterable[Evidence]) -> None:
        self.insert(tables.conversation_facts, [_fact_row(item) for item in facts])

    def add_evidence(
        self, lead_id: str, facts: Iterable[Evidence], current: Sequence[Evidence] = ()
    ) -> None:
        """Adds to what is known; `current` are those of them that hold."""
        rows = [
            {
                **_fact_row(item),
                "lead_id": lead_id,
                "current": any(item is held for held in current),
            }
            for item in facts
        ]
        self.insert(tables.lead_evidence, rows)

    def set_current(self, lead_id: str, ids: Iterable[int]) -> None:
        """Marks the evidence that holds."""
        table = tables.lead_evidence
        wanted = sorted(ids)
        mine = table.c.lead_id == lead_id
        with self.database.write() as connection:
            connection.execute(
                update(table)
                .where(mine, table.c.current.is_(True), table.c.id.not_in(wanted))
                .values(current=False)
            )
            connection.execute(
                update(table)
                .where(mine, table.c.current.is_(False), table.c.id.in_(wanted))
                .values(current=True)
            )

    def _evidence(self, query: Select[Any], of: str) -> list[Evidence]:
        with self.database.read() as connection:
            return [as_evidence(row) for row in connection.execute(query, {"of": of})]

    # The ledger of capture

    def ledger_row(self, conversation_id: str, message_id: str) -> dict[str, Any] | None:
        """What became of the message, if it was captured before."""
        key = {"of_conversation": conversation_id, "message": message_id}
        with self.database.read() as connection:
            row = connection.execute(_LEDGER, key).first()
        return dict(row._mapping) if row else None

    def add_to_ledger(self, row: Mapping[str, Any]) -> None:
        with self.database.write() as connection:
            connection.execute(_ADD_TO_LEDGER, dict(row))

    # Duplicates

    def others_with(self, lead_id: str, field: str, key: str) -> list[str]:
        """Other leads with the same e-mail address or phone number."""
        column = leads.c.email_key if field == "email" else leads.c.phone_key
        with self.database.read() as connection:
            found = connection.scalars(
                select(leads.c.id).where(column == key, leads.c.id != lead_id).limit(20)
            )
            return list(found)

    def verified_lead_with(self, field: str, value: str) -> str | None:
        """The newest lead whose address or number is this one, and verified."""
        evidence = tables.lead_evidence
        query = (
            select(leads.c.id)
            .join(evidence, evidence.c.lead_id == leads.c.id)
            .where(
                (leads.c.email_key if field == "email" else leads.c.phone_key) == value,
                evidence.c.field == field,
                evidence.c.current.is_(True),
                evidence.c.verified.is_(True),
            )
            .order_by(leads.c.seq.desc())
            .limit(1)
        )
        with self.database.read() as connection:
            found: str | None = connection.scalar(query)
        return found

    def set_duplicates(self, lead_id: str, field: str, others: Sequence[str], at: datetime) -> None:
        """Makes `others` the leads that share this field with the lead."""
        table = tables.possible_duplicates
        mine = or_(table.c.lead_id == lead_id, table.c.other_id == lead_id)
        stale = and_(table.c.lead_id.not_in(others), table.c.other_id.not_in(others))
        self.delete(table, table.c.field == field, mine, stale)
        pairs = sorted(sorted((lead_id, other)) for other in others)
        self.insert_missing(
            table,
            [{"lead_id": a, "other_id": b, "field": field, "at": at} for a, b in pairs],
        )

    def duplicates(self, lead_id: str) -> list[PossibleDuplicate]:
        """The lead's pairs, each with this lead first."""
        table = tables.possible_duplicates
        query = (
            select(table)
            .where(or_(table.c.lead_id == lead_id, table.c.other_id == lead_id))
            .order_by(table.c.at, table.c.lead_id, table.c.other_id, table.c.field)
        )
        with self.database.read() as connection:
            return [_as_duplicate(row, lead_id) for row in connection.execute(query)]

    # Notes, statuses, suggestions

    def notes(self, lead_ids: Sequence[str]) -> list[Note]:
        """The notes of these leads, oldest first."""
        table = tables.lead_notes
        query = (
            select(table)
            .where(table.c.lead_id.in_(lead_ids))
            .order_by(table.c.created_at, table.c.id)
        )
        with self.database.read() as connection:
            return [Note(**row._mapping) for row in connection.execute(query)]

    def status_changes(self, lead_id: str) -> list[StatusChange]:
        table = tables.lead_status_changes
        columns = (table.c.lead_id, table.c.before, table.c.after, table.c.by, table.c.at)
        query = select(*columns).where(table.c.lead_id == lead_id).order_by(table.c.id)
        with self.database.read() as connection:
            return [StatusChange(**row._mapping) for row in connection.execute(query)]

    def suggestions(self, lead_id: str) -> list[Suggestion]:
        """The open ones, oldest first."""
        table = tables.lead_suggestions
        mine = tables.lead_conversations
        columns = [column for column in table.c if column.name != "settled_at"]
        query = (
            select(*columns)
            .join(mine, mine.c.conversation_id == table.c.conversation_id)
            .where(mine.c.lead_id == lead_id, table.c.settled_at.is_(None))
            .order_by(table.c.at, table.c.id)
        )
        with self.database.read() as connection:
            return [Suggestion(**row._mapping) for row in connection.execute(query)]

    def add_suggestion(self, suggestion: Suggestion) -> None:
        """Notes it unless the same was noted before."""
        self.insert_missing(tables.lead_suggestions, [vars(suggestion)])

    def conversations(self, lead_ids: Sequence[str]) -> list[dict[str, Any]]:
        """The conversations of these leads, oldest first."""
        table = tables.lead_conversations
        query = (
            select(table)
            .where(table.c.lead_id.in_(lead_ids))
            .order_by(table.c.at, table.c.conversation_id)
        )
        with self.database.read() as connection:
            return [dict(row._mapping) for row in connection.execute(query)]


def as_lead(row: Mapping[str, Any]) -> Lead:
    reasons = tuple(ScoreReason(item["points"], item["reason"]) for item in row["score_reasons"])
    shown = {name: row[name] for name in Lead.__dataclass_fields__ if name != "score_reasons"}
    return Lead(**shown, score_reasons=reasons)


def as_evidence(row: Row[Any]) -> Evidence:
    return Evidence(id=row.id, **{name: getattr(row, name) for name in _FACT_COLUMNS})


def _fact_row(item: Evidence) -> dict[str, Any]:
    return {name: getattr(item, name) for name in _FACT_COLUMNS}


def _as_duplicate(row: Row[Any], lead_id: str) -> PossibleDuplicate:
    other = row.other_id if row.lead_id == lead_id else row.lead_id
    return PossibleDuplicate(lead_id, other, row.field, row.at)


def first_seq(at: datetime) -> int:
    """No lead made at `at` or later has a smaller `seq`."""
    since = at - _EPOCH
    return ((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds) * 1000
