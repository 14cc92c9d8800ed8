"""Capture: every message of a visitor goes through here, whatever the model does.

A lead is made of a conversation
  * with the first e-mail address or phone number,
  * or with a name and a need,
  * or with the first field of a form.
Until then what is known is kept with the conversation, and moves into the lead when it is made.

A conversation has one lead. An address that belongs to the lead of another conversation changes
nothing there and is answered as any other: this conversation gets a lead of its own, and the
team sees the two as possible duplicates. Only an address that the caller vouches for joins a lead
whose same address is verified.

Each message leaves one row in the ledger. Its reason:
  invalid_email, invalid_phone   something looked like one and is none
  belongs_to_other_lead          captured, and another lead has the same address
  weaker_than_known              what we know is better founded; kept in the history
  already_known                  nothing new
  waiting_for_contact            noted, but no lead can be made of it yet
  no_contact_details             nothing in the message to capture
  (none)                         captured
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.clock import Clock
from core.database import Database
from core.errors import FieldError, InvalidInput
from core.events import EventBus
from core.values import new_id
from leads import facts as reading_facts
from leads import proposals, rules, tables
from leads.facts import facts_in, form_fact, unreadable_in
from leads.model import (
    FIELDS,
    FORM,
    CaptureOutcome,
    ConversationContext,
    Evidence,
    Fact,
    Lead,
    Proposal,
    ProposalOutcome,
    Suggestion,
    VisitorMessage,
)
from leads.records import LeadRecords, as_new_evidence
from leads.source import clean_utm, source_of
from understanding.reading import Reading, read

BELONGS_TO_OTHER_LEAD = "belongs_to_other_lead"
WEAKER_THAN_KNOWN = "weaker_than_known"
ALREADY_KNOWN = "already_known"
WAITING_FOR_CONTACT = "waiting_for_contact"
NO_CONTACT_DETAILS = "no_contact_details"

_REMEDIES = {
    "email": "is no e-mail address; write it like name@example.com",
    "phone": "is no phone number; write it with the country code, like +49 30 901820",
    "name": "must be a name of at most 200 characters",
}


class CaptureService:
    """Turns what visitors say into leads. Safe to call again with the same message."""

    def __init__(
        self, database: Database, clock: Clock, events: EventBus, *, timezone: str = "UTC"
    ) -> None:
        self._database = database
        self._clock = clock
        self._records = LeadRecords(database, clock, events)
        self._store = self._records.store
        self._timezone = timezone

    def capture(
        self,
        conversation: ConversationContext,
        message_id: str,
        text: str,
        reading: Reading,
        *,
        question: str | None = None,
    ) -> CaptureOutcome:
        """Commits what a visitor's message says, once; `question` is what we had asked."""
        found = facts_in(reading, text, question=question, message_id=message_id)
        problem = unreadable_in(reading, text)
        with self._database.write():
            self._store.lock_conversation(conversation.id)
            known = self._from_ledger(conversation.id, message_id)
            if known is not None:
                return known
            outcome = self._commit(conversation, found, problem)
            self._write_ledger(conversation.id, message_id, outcome)
        return outcome

    def check_form(
        self, conversation: ConversationContext, fields: Mapping[str, str | None]
    ) -> None:
        """Raises InvalidInput, naming every field at fault; saves nothing."""
        given = {name: value for name, value in fields.items() if value and value.strip()}
        _, errors = self._checked(conversation, given)
        if errors:
            raise InvalidInput("Some fields cannot be saved; see errors.", errors)

    def save_form(
        self,
        conversation: ConversationContext,
        fields: Mapping[str, str | None],
        *,
        message_id: str | None = None,
        lenient: bool = False,
    ) -> CaptureOutcome:
        """Commits what came with a form, or with the call itself (`lenient`: an unusable value is
        left out and told as the reason). Raises InvalidInput, naming every field at fault."""
        given = {name: value for name, value in fields.items() if value and value.strip()}
        found, errors = self._checked(conversation, given)
        if errors and not lenient:
            raise InvalidInput("Some fields cannot be saved; see errors.", errors)
        problem = f"invalid_{errors[0].field}" if errors else None
        facts = [replace(fact, message_id=message_id) for fact in found]
        with self._database.write():
            self._store.lock_conversation(conversation.id)
            return self._commit(conversation, facts, problem)

    def known(self, conversation_id: str, *, without: str | None = None) -> dict[str, Evidence]:
        """What this conversation itself has said, field by field: all that may be said back in it.
        `without` leaves out what one message said.

        Never what its lead knows from elsewhere: the lead may be merged with somebody else's.
        """
        # What was pending moved to the lead when the conversation got one.
        said = self._store.evidence_of_conversation(conversation_id)
        said = said or self._store.pending_facts(conversation_id)
        if without is not None:
            said = [item for item in said if item.message_id != without]
        current = rules.folded(said)
        return {
            name: replace(items[-1], value=rules.value_of(items))
            for name, items in current.items()
            if rules.value_of(items)
        }

    def lead_of(self, conversation_id: str) -> Lead | None:
        """The lead that was made of the conversation, if any."""
        return self._store.find_lead_of(conversation_id)

    def reader(self, conversation: ConversationContext) -> reading_facts.Read:
        """Reads text as said in this conversation now."""
        zone, now = conversation.timezone or self._timezone, self._clock.now()

        def read_here(text: str, context: str | None = None) -> Reading:
            return read(text, now=now, timezone=zone, locale=conversation.locale, context=context)

        return read_here

    def propose(
        self,
        conversation: ConversationContext,
        fields: Mapping[str, Any],
        visitor_messages: Sequence[VisitorMessage],
    ) -> ProposalOutcome:
        """What the model says of the visitor: a fact where the visitor's own words say it too,
        else a suggestion to the team. `visitor_messages`: this conversation's, oldest first."""
        checked = proposals.checked(fields, visitor_messages, self.reader(conversation))
        facts = [item for item in checked if isinstance(item, Fact)]
        with self._database.write():
            self._store.lock_conversation(conversation.id)
            outcome = self._commit(conversation, facts, None)
            current = self._current(conversation.id, outcome.lead)
            settled = [
                _settled(item, outcome.facts, current) if isinstance(item, Fact) else item
                for item in checked
            ]
            for item in settled:
                if item.outcome == proposals.SUGGESTION:
                    self._suggest(conversation.id, item)
        return ProposalOutcome(outcome.lead, outcome.created, tuple(settled), outcome.changed)

    def _current(self, conversation_id: str, lead: Lead | None) -> rules.Current:
        if lead is not None:
            return rules.folded(self._store.evidence(lead.id))
        return rules.folded(self._store.pending_facts(conversation_id))

    def _suggest(self, conversation_id: str, item: Proposal) -> None:
        suggestion = Suggestion(
            id=new_id("suggestion"),
            conversation_id=conversation_id,
            field=item.field,
            value=item.value or "",
            reason=item.reason or proposals.NOT_SAID,
            at=self._clock.now(),
        )
        self._store.add_suggestion(suggestion)

    def _checked(
        self, conversation: ConversationContext, given: Mapping[str, str]
    ) -> tuple[list[Fact], list[FieldError]]:
        facts, errors = [], []
        read_here = self.reader(conversation)
        for name, value in given.items():
            fact = None
            if name in FIELDS:
                fact = form_fact(name, value, read_here, verified=conversation.address_verified)
            if fact is None:
                errors.append(FieldError(name, _REMEDIES.get(name, "cannot be saved")))
            else:
                facts.append(fact)
        return facts, errors

    def _commit(
        self, conversation: ConversationContext, found: Sequence[Fact], problem: str | None
    ) -> CaptureOutcome:
        mine = self._store.find_lead_of(conversation.id)
        lead_id = mine.id if mine else self._vouched_lead(conversation, found)
        if lead_id is None:
            return self._begin(conversation, found, problem)
        self._store.keep_consent(conversation)
        known = rules.folded(self._store.evidence(lead_id))
        fresh, news = self._news(known, found, conversation.id)
        if not news:
            nothing = ALREADY_KNOWN if found else NO_CONTACT_DETAILS
            lead = mine or self._store.get(lead_id)
            return CaptureOutcome(lead, False, (), problem or nothing, ())
        lead, changed = self._records.add_facts(lead_id, news)
        remark = problem or self._remark(lead, changed)
        return CaptureOutcome(lead, False, fresh, remark, changed)

    def _begin(
        self, conversation: ConversationContext, found: Sequence[Fact], problem: str | None
    ) -> CaptureOutcome:
        """Adds to what is known of somebody who is no lead yet, and makes the lead if it may be."""
        pending = self._store.pending_facts(conversation.id)
        fresh, news = self._news(rules.folded(pending), found, conversation.id)
        everything = [*pending, *news]
        if not _makes_a_lead(everything):
            self._store.add_pending_facts(news)
            nothing = WAITING_FOR_CONTACT if found else NO_CONTACT_DETAILS
            return CaptureOutcome(None, False, fresh, problem or nothing, ())
        here = replace(conversation, utm=clean_utm(conversation.utm))
        lead = self._records.make(everything, source=source_of(here), by="visitor")
        self._records.link(lead.id, here)
        if pending:
            table = tables.conversation_facts
            self._store.delete(table, table.c.conversation_id == conversation.id)
        changed = tuple(name for name in FIELDS if lead.value(name))
        return CaptureOutcome(lead, True, fresh, problem or self._remark(lead, changed), changed)

    def _news(
        self, known: rules.Current, found: Sequence[Fact], conversation_id: str
    ) -> tuple[tuple[Fact, ...], list[Evidence]]:
        """What of the facts is not known yet."""
        current, fresh, news = dict(known), [], []
        now = self._clock.now()
        for fact, item in zip(found, as_new_evidence(found, conversation_id, now), strict=True):
            if not any(rules.says_the_same(item, old) for old in current[fact.field]):
                current[fact.field] = rules.after(current[fact.field], item)
                fresh.append(fact)
                news.append(item)
        return tuple(fresh), news

    def _vouched_lead(self, conversation: ConversationContext, found: Sequence[Fact]) -> str | None:
        """The lead that has the same verified address, if the caller vouches for this one."""
        for fact in found:
            if fact.verified and fact.method == FORM:
                key = fact.value.casefold() if fact.field == "email" else fact.value.lstrip("+")
                known = self._store.verified_lead_with(fact.field, key)
                if known is not None:
                    self._records.link(known, conversation)
                    self._take_pending(conversation.id, known)
                    return known
        return None

    def _take_pending(self, conversation_id: str, lead_id: str) -> None:
        pending = self._store.pending_facts(conversation_id)
        if pending:
            self._records.add_facts(lead_id, pending)
            table = tables.conversation_facts
            self._store.delete(table, table.c.conversation_id == conversation_id)

    def _remark(self, lead: Lead, changed: Sequence[str]) -> str | None:
        if not changed:
            return WEAKER_THAN_KNOWN
        if not {"email", "phone"}.intersection(changed):
            return None
        shared = {pair.field for pair in self._store.duplicates(lead.id)}
        return BELONGS_TO_OTHER_LEAD if shared.intersection(changed) else None

    def _from_ledger(self, conversation_id: str, message_id: str) -> CaptureOutcome | None:
        row = self._store.ledger_row(conversation_id, message_id)
        if row is None:
            return None
        said = [*self._store.evidence_of_conversation(conversation_id)]
        said += self._store.pending_facts(conversation_id)
        facts = tuple(_as_fact(item) for item in said if item.message_id == message_id)
        lead = self.lead_of(conversation_id)
        return CaptureOutcome(lead, row["created"], facts, row["reason"], tuple(row["changed"]))

    def _write_ledger(self, conversation_id: str, message_id: str, outcome: CaptureOutcome) -> None:
        row: dict[str, Any] = {
            "conversation_id": conversation_id,
            "message_id": message_id,
            "lead_id": outcome.lead.id if outcome.lead else None,
            "created": outcome.created,
            "reason": outcome.reason,
            "fields": [fact.field for fact in outcome.facts],
            "changed": list(outcome.changed),
            "at": self._clock.now(),
        }
        self._store.add_to_ledger(row)


def _makes_a_lead(known: Sequence[Evidence]) -> bool:
    fields = {item.field for item in known}
    by_form = any(item.method == FORM for item in known)
    return by_form or bool(fields & {"email", "phone"}) or {"name", "need"} <= fields


def _settled(fact: Fact, fresh: Sequence[Fact], current: rules.Current) -> Proposal:
    """What became of a supported value: it holds, it was known, or something better is known."""
    if fact not in fresh:
        return Proposal(fact.field, proposals.FACT, fact.value, ALREADY_KNOWN)
    if any(
        (item.value, item.message_id) == (fact.value, fact.message_id)
        for item in current[fact.field]
    ):
        return Proposal(fact.field, proposals.FACT, fact.value)
    return Proposal(fact.field, proposals.SUGGESTION, fact.value, WEAKER_THAN_KNOWN)


def _as_fact(item: Evidence) -> Fact:
    return Fact(
        field=item.field,
        value=item.value or "",
        quote=item.quote,
        span=(0, len(item.quote)),
        method=item.method,
        confidence=item.confidence,
        verified=item.verified,
        corrects=item.corrects,
        message_id=item.message_id,
    )
