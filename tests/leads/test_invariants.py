"""Whatever visitors say and staff do, in whatever order: the promises hold.

Random stories of capture, edits, merges, partings and erasures, checked after each step against
a model in memory that knows nothing of tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import combinations, count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete

from core.clock import SettableClock
from core.database import Database, metadata
from core.errors import Conflict, NotFound
from core.events import EventBus
from leads.capture import CaptureService
from leads.model import STATUSES, ConversationContext, LeadFilter
from leads.service import LeadService
from tests.leads.rows import TABLES, rows_of
from understanding.reading import read

EMAILS = ["ann@example.com", "bob@example.org", "eva@example.net"]
PHONES = ["+4930901820", "+442079460018"]
NAMES = ["Ann Lee", "Bob Okafor", "Eva Rossi"]
COMPANIES = ["Acme", "Apex"]
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Said:
    """One thing known of a field."""

    number: int
    field: str
    value: str
    conversation: str | None
    corrects: bool = False
    by_staff: bool = False


@dataclass
class Person:
    """A lead of the model."""

    said: list[Said] = field(default_factory=list)
    status: str = "new"
    notes: list[str] = field(default_factory=list)
    conversations: list[str] = field(default_factory=list)

    def value(self, name):
        held = None
        for item in sorted(self.said, key=lambda item: item.number):
            if item.field != name:
                continue
            if held is not None and held.by_staff and not item.by_staff:
                continue
            held = item
        return held.value if held else None


@dataclass
class Merged:
    into: str
    gone: str
    before: Person  # the lead that went
    kept_status: str
    status: str  # of the merged lead
    kept_numbers: frozenset[int]
    kept_notes: int
    undone: bool = False


class Stories(RuleBasedStateMachine):
    """`database` is set by the test."""

    database: Database
    conversations = Bundle("conversations")
    leads_made = Bundle("leads_made")
    merges_made = Bundle("merges_made")

    def __init__(self):
        super().__init__()
        with self.database.write() as connection:
            for name in (*TABLES, "lead_merges", "lead_erasures", "lead_imports", "lead_counts"):
                if name != "leads":
                    connection.execute(delete(metadata.tables[name]))
            connection.execute(delete(metadata.tables["leads"]))
            connection.execute(delete(metadata.tables["lead_counts"]))
        self.clock = SettableClock(START)
        self.capture = CaptureService(self.database, self.clock, EventBus(), timezone="UTC")
        self.service = LeadService(self.database, self.clock, EventBus(), timezone="UTC")
        self.numbers = count(1)
        self.people: dict[str, Person] = {}
        self.waiting: dict[str, list[Said]] = {}
        self.lead_of: dict[str, str] = {}
        self.merges: dict[str, Merged] = {}
        self.messages: dict[tuple[str, str], str] = {}
        self.erased: set[str] = set()

    # What happens

    @initialize(target=conversations)
    def somebody_comes_first(self):
        return "conversation-0"

    @rule(target=conversations)
    def somebody_comes(self):
        return f"conversation-{next(self.numbers)}"

    @rule(target=leads_made, conversation=conversations, email=st.sampled_from(EMAILS))
    def visitor_names_an_email(self, conversation, email):
        return self.say(conversation, f"mail me: {email}", ("email", email))

    @rule(target=leads_made, conversation=conversations, email=st.sampled_from(EMAILS))
    def visitor_corrects_the_email(self, conversation, email):
        return self.say(conversation, f"sorry, wrong address, it's {email}", ("email", email))

    @rule(target=leads_made, conversation=conversations, phone=st.sampled_from(PHONES))
    def visitor_names_a_phone(self, conversation, phone):
        return self.say(conversation, f"call me at {phone}", ("phone", phone))

    @rule(target=leads_made, conversation=conversations, name=st.sampled_from(NAMES))
    def visitor_names_themselves(self, conversation, name):
        return self.say(conversation, f"My name is {name}", ("name", name))

    @rule(target=leads_made, conversation=conversations)
    def visitor_talks(self, conversation):
        return self.say(conversation, "hm, let me think about that")

    @rule(conversation=conversations)
    def a_message_is_sent_again(self, conversation):
        sent = [(mid, text) for (one, mid), text in self.messages.items() if one == conversation]
        if sent:
            before = rows_of(self.database)
            self.capture.capture(self.context(conversation), sent[-1][0], *self.read(sent[-1][1]))
            assert rows_of(self.database) == before

    @rule(lead=leads_made, company=st.sampled_from(COMPANIES))
    def staff_name_the_company(self, lead, company):
        if lead in self.people:
            self.tick()
            self.service.update(lead, {"company": company}, "sam")
            self.people[lead].said.append(
                Said(next(self.numbers), "company", company, None, by_staff=True)
            )

    @rule(lead=leads_made, email=st.sampled_from(EMAILS))
    def staff_correct_the_email(self, lead, email):
        if lead in self.people:
            self.tick()
            self.service.update(lead, {"email": email}, "sam")
            self.people[lead].said.append(
                Said(next(self.numbers), "email", email, None, by_staff=True)
            )

    @rule(lead=leads_made, status=st.sampled_from(STATUSES))
    def staff_set_the_status(self, lead, status):
        if lead in self.people:
            self.tick()
            self.service.set_status(lead, status, "sam")
            self.people[lead].status = status

    @rule(lead=leads_made)
    def staff_write_a_note(self, lead):
        if lead in self.people:
            self.tick()
            text = f"note {next(self.numbers)}"
            self.service.add_note(lead, text, "sam")
            self.people[lead].notes.append(text)

    @rule(target=merges_made, into=leads_made, gone=leads_made)
    def staff_merge(self, into, gone):
        if into == gone or into not in self.people or gone not in self.people:
            return multiple()
        self.tick()
        merge = self.service.merge(into, gone, "sam")
        kept, other = self.people[into], self.people.pop(gone)
        status = other.status if kept.status == "new" else kept.status
        self.merges[merge.id] = Merged(
            into,
            gone,
            other,
            kept.status,
            status,
            frozenset(item.number for item in kept.said),
            len(kept.notes),
        )
        kept.status = status
        kept.said = kept.said + other.said
        kept.notes = kept.notes + other.notes
        kept.conversations = kept.conversations + other.conversations
        for conversation in other.conversations:
            self.lead_of[conversation] = into
        return merge.id

    @rule(merge_id=consumes(merges_made))
    def staff_undo_a_merge(self, merge_id):
        self.tick()
        merge = self.merges[merge_id]
        if merge.into in self.erased or merge.gone in self.erased:
            with pytest.raises(NotFound):
                self.service.unmerge(merge_id, "sam")
        elif any(other.gone == merge.into and not other.undone for other in self.merges.values()):
            with pytest.raises(Conflict):
                self.service.unmerge(merge_id, "sam")
        else:
            self.service.unmerge(merge_id, "sam")
            self.part(merge)

    @rule(lead=leads_made)
    def a_person_is_erased(self, lead):
        if lead not in self.people:
            return
        self.tick()
        self.service.erase(lead, "sam")
        gone = self.people.pop(lead)
        self.erased |= self.parts_of(lead)
        for conversation in gone.conversations:
            self.lead_of.pop(conversation)
            for key in [key for key in self.messages if key[0] == conversation]:
                del self.messages[key]

    # The model

    def say(self, conversation, text, *facts):
        self.tick()
        message_id = f"m{next(self.numbers)}"
        outcome = self.capture.capture(self.context(conversation), message_id, *self.read(text))
        self.messages[conversation, message_id] = text
        said = [
            Said(next(self.numbers), name, value, conversation, corrects="sorry" in text)
            for name, value in facts
        ]
        lead_id = self.lead_of.get(conversation)
        if lead_id is None:
            known = self.waiting.setdefault(conversation, [])
            self.add(known, said)
            if {"email", "phone"} & {item.field for item in known}:
                lead_id = outcome.lead.id
                self.people[lead_id] = Person(self.waiting.pop(conversation))
                self.people[lead_id].conversations.append(conversation)
                self.lead_of[conversation] = lead_id
                return lead_id
            assert outcome.lead is None
            return multiple()
        self.add(self.people[lead_id].said, said)
        assert outcome.lead.id == lead_id
        return multiple()

    def add(self, known, said):
        """What says again what holds already is no news."""
        for item in said:
            if Person(known).value(item.field) != item.value:
                known.append(item)

    def part(self, merge):
        merge.undone = True
        kept, other = self.people[merge.into], merge.before
        numbers = {item.number for item in other.said}
        since = [
            item
            for item in kept.said
            if item.number not in numbers | merge.kept_numbers
            and item.conversation in other.conversations
        ]
        back = [item for item in kept.said if item.number in numbers] + since
        kept.said = [item for item in kept.said if item not in back]
        notes = [note for note in kept.notes if note in other.notes]
        kept.notes = [note for note in kept.notes if note not in notes]
        kept.conversations = [c for c in kept.conversations if c not in other.conversations]
        if kept.status == merge.status:
            kept.status = merge.kept_status
        for conversation in other.conversations:
            self.lead_of[conversation] = merge.gone
        self.people[merge.gone] = Person(back, other.status, notes, other.conversations)

    def parts_of(self, lead):
        parts = {lead}
        for merge in self.merges.values():
            if merge.into in parts and not merge.undone:
                parts |= self.parts_of(merge.gone)
        return parts

    def tick(self):
        self.clock.advance(timedelta(minutes=1))

    def context(self, conversation):
        return ConversationContext(conversation)

    def read(self, text):
        return text, read(text, now=self.clock.now(), timezone="UTC")

    # What must hold

    @invariant()
    def leads_are_what_was_said_of_them(self):
        page = self.service.page(LeadFilter(), limit=200)
        assert {details.lead.id for details in page.leads} == set(self.people)
        assert page.total == len(self.people)
        for details in page.leads:
            person, lead = self.people[details.lead.id], details.lead
            for name in ("name", "email", "phone", "company"):
                assert lead.value(name) == person.value(name)
            assert lead.status == person.status
            assert sorted(note.text for note in details.notes) == sorted(person.notes)
            assert sorted(details.conversation_ids) == sorted(person.conversations)

    @invariant()
    def every_field_has_its_evidence(self):
        for details in self.service.every(LeadFilter()):
            for name in ("name", "email", "phone", "company", "need"):
                value = details.lead.value(name)
                assert (value is not None) == (name in details.evidence)
                if value is None:
                    continue
                item = details.evidence[name]
                assert item.value == value
                if item.method == "text":
                    text = self.messages[item.conversation_id, item.message_id]
                    assert item.quote in text

    @invariant()
    def duplicates_are_those_who_share_an_address(self):
        expected = {
            (*sorted((one, other)), name)
            for one, other in combinations(self.people, 2)
            for name in ("email", "phone")
            if self.people[one].value(name)
            and self.people[one].value(name) == self.people[other].value(name)
        }
        found = rows_of(self.database, "possible_duplicates")["possible_duplicates"]
        assert {row[:3] for row in found} == expected

    @invariant()
    def a_conversation_is_told_only_what_it_said(self):
        for conversation in {one for one, _ in self.messages}:
            texts = [text for (one, _), text in self.messages.items() if one == conversation]
            for item in self.capture.known(conversation).values():
                assert any(item.value in text for text in texts)

    @invariant()
    def nothing_hangs_on_a_lead_that_is_gone(self):
        rows = rows_of(self.database, "lead_evidence", "lead_conversations", "lead_notes")
        column = {name: list(metadata.tables[name].c.keys()).index("lead_id") for name in rows}
        owners = {row[column[name]] for name, found in rows.items() for row in found}
        assert owners <= set(self.people)


def run(database, examples):
    class Story(Stories):
        pass

    Story.database = database
    run_state_machine_as_test(
        Story,
        settings=settings(
            max_examples=examples,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_promises_hold_in_every_story(database):
    run(database, 25 if database.dialect == "sqlite" else 8)
