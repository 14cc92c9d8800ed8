"""A person is erased everywhere, and what stays proves it without naming anybody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from core.errors import NotFound
from core.events import LeadChanged
from leads.model import LeadFilter, VisitorMessage
from leads.service import LeadService
from tests.leads.rows import rows_of

CANARY = "qzxcanarium"  # letters only: the index shortens words that begin alike


@pytest.fixture
def canary(ann, capture, leads):
    """A lead whose name, address, note and suggestion all hold the canary."""
    lead = ann.says(f"I'm {CANARY.title()} Lee, {CANARY}@example.com, we need {CANARY} chairs").lead
    leads.add_note(lead.id, f"{CANARY} likes tea", "sam")
    capture.propose(
        ann.conversation, {"company": f"{CANARY} Ltd"}, [VisitorMessage("m1", "nothing of it")]
    )
    return lead


def test_nothing_of_the_person_stays_in_any_row(canary, ann, database, leads):
    assert CANARY in repr(rows_of(database)).casefold()

    leads.erase(canary.id, "sam")

    names = [table for table in rows_of(database)] + ["lead_merges", "lead_erasures"]
    left = rows_of(database, *names)
    assert CANARY not in repr(left).casefold()
    assert ann.id not in repr(left)
    assert leads.page(LeadFilter(q=CANARY)).leads == ()
    with pytest.raises(NotFound):
        leads.get(canary.id)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("others", [0, 1, 2, 3, 5, 40])
def test_nothing_of_the_person_stays_in_the_files(canary, database, leads, others):
    """However the index has sorted its parts by then."""
    for number in range(others):
        leads.create({"name": f"Bob {number}", "need": "chairs"}, "sam")
    folder = Path(database.url.database).parent

    def on_disk():
        return [path.name for path in folder.iterdir() if CANARY.encode() in _plain(path)]

    assert on_disk()

    leads.erase(canary.id, "sam")

    assert on_disk() == []


def _plain(path: Path) -> bytes:
    return path.read_bytes().lower() if path.is_file() else b""


def test_others_are_left_alone(canary, bob, database, leads):
    other = bob.says(f"{CANARY}@example.com is my address too").lead
    before = leads.get(other.id)

    erasure = leads.erase(canary.id, "sam")

    assert leads.get(other.id) == before
    assert leads.duplicates(other.id) == []
    assert erasure.removed["leads"] == 1


def test_the_proof_says_what_went_and_not_who(canary, database, leads, clock):
    erasure = leads.erase(canary.id, "sam")

    ((id_, lead_id, by, at, removed),) = rows_of(database, "lead_erasures")["lead_erasures"]
    assert (id_, lead_id, by, at) == (erasure.id, canary.id, "sam", clock.now())
    assert removed["lead_evidence"] == 3
    assert removed["capture_ledger"] == 1
    assert removed["lead_suggestions"] == 1


def test_a_merged_person_is_erased_with_the_snapshot_of_the_merge(
    canary, bob, database, leads, clock
):
    clock.advance(timedelta(minutes=1))
    other = bob.says(f"{CANARY}@example.com").lead
    leads.merge(other.id, canary.id, "sam")

    leads.erase(other.id, "sam")

    left = rows_of(database, *rows_of(database), "lead_merges")
    assert CANARY not in repr(left).casefold()


def test_other_features_forget_in_the_same_transaction(database, ann, bob, clock, events):
    asked = []

    def failing(person):
        asked.append(person)
        raise RuntimeError("the calendar did not answer")

    lead = ann.says("ann@example.com, +49 30 901820").lead
    before = rows_of(database)
    leads = LeadService(database, clock, events, erasers=[failing])

    with pytest.raises(RuntimeError):
        leads.erase(lead.id, "sam")

    assert rows_of(database) == before
    (person,) = asked
    assert person.lead_ids == (lead.id,)
    assert person.conversation_ids == (ann.id,)
    assert set(person.addresses) == {"ann@example.com", "+4930901820"}


def test_all_addresses_ever_known_are_named_to_the_other_features(ann, database, clock, events):
    asked = []
    ann.says("ann@exmaple.com")
    clock.advance(timedelta(minutes=1))
    lead = ann.says("sorry, wrong address, it's ann@example.com").lead
    erasers = [lambda person: asked.append(person) or {"transcripts": 2}]

    erasure = LeadService(database, clock, events, erasers=erasers).erase(lead.id, "sam")

    assert set(asked[0].addresses) == {"ann@exmaple.com", "ann@example.com"}
    assert erasure.removed["transcripts"] == 2


def test_an_erased_visitor_who_writes_again_is_somebody_new(canary, ann, leads):
    leads.erase(canary.id, "sam")

    outcome = ann.says("ann@example.com", message_id="later")

    assert outcome.created
    assert outcome.lead.id != canary.id
    assert outcome.lead.name is None


def test_listeners_are_told(canary, leads, changes):
    changes.clear()

    leads.erase(canary.id, "sam")

    assert changes == [LeadChanged(canary.id, created=False)]


def test_the_export_of_a_person_holds_all_that_was_said(canary, ann, database, clock, events):
    exporters = [lambda person: {"transcripts": list(person.conversation_ids)}]
    known = LeadService(database, clock, events, exporters=exporters).export_person(canary.id)

    assert known["lead"]["email"] == f"{CANARY}@example.com"
    assert {row["quote"] for row in known["lead_evidence"]} >= {f"{CANARY}@example.com"}
    assert [note["text"] for note in known["lead_notes"]] == [f"{CANARY} likes tea"]
    assert known["lead_suggestions"][0]["value"] == f"{CANARY} Ltd"
    assert known["transcripts"] == [ann.id]
    assert known["lead"]["created_at"] == "2026-11-23T09:00:00+00:00"
