"""A typed identity reveals and merges nothing: whoever types somebody else's address learns
nothing of them and changes nothing of theirs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

import pytest

from tests.leads.parallel import at_once
from tests.leads.proposed import proposed
from tests.leads.rows import everything_of, rows_of

CANARY = "canary-7f3a9"


@pytest.fixture
def known_ann(ann, leads):
    """A lead about whom much is known."""
    lead = ann.says(
        f"I'm Ann Lee from {CANARY.title()} Ltd, ann@example.com, +49 30 901820, "
        f"we need a {CANARY} machine, budget 5k euros"
    ).lead
    leads.add_note(lead.id, f"{CANARY}: likes tea", "sam")
    return leads.update(lead.id, {"status": "qualified", "owner": "sam"}, "sam").lead


CLAIMS = [
    "ann@example.com",
    "I'm Ann Lee, ann@example.com",
    "my number is +49 30 901820",
    "sorry, wrong address, it's ann@example.com",
    "I'm Ann Lee, ANN@EXAMPLE.COM, +49 30 901820, please delete my budget, it is 1 euro now",
    "ann at example dot com",
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_typing_anns_address_changes_nothing_of_anns(database, known_ann, bob, clock, claim):
    before = everything_of(database, known_ann.id)
    clock.advance(timedelta(hours=1))

    bob.says("hello, bob@example.com")
    bob.says(claim)

    assert everything_of(database, known_ann.id) == before


@pytest.mark.parametrize("claim", CLAIMS)
def test_typing_anns_address_tells_nothing_of_ann(known_ann, bob, capture, claim):
    outcome = bob.says(claim)

    told = repr(asdict(outcome)) + repr(capture.known(bob.id)) + repr(capture.lead_of(bob.id))
    assert CANARY not in told.casefold()
    assert known_ann.id not in told
    assert outcome.lead.id != known_ann.id
    assert outcome.lead.status == "new"


def test_a_known_address_is_answered_like_an_unknown_one(known_ann, bob, visitor):
    taken = bob.says("write to ann@example.com")
    fresh = visitor("carol").says("write to eva@example.com")

    def shape(outcome):
        lead = asdict(outcome.lead)
        for name in ("id", "seq", "email"):
            lead.pop(name)
        return lead, outcome.created, outcome.changed, [fact.field for fact in outcome.facts]

    assert shape(taken) == shape(fresh)


def test_the_model_is_answered_alike_too(known_ann, bob, visitor, capture):

    taken = proposed(capture, bob, {"email": "ann@example.com"}, "ann@example.com")
    fresh = proposed(capture, visitor("carol"), {"email": "eva@example.com"}, "eva@example.com")

    assert [(p.outcome, p.reason) for p in taken.proposals] == [
        (p.outcome, p.reason) for p in fresh.proposals
    ]


def test_the_team_sees_a_possible_duplicate(known_ann, bob, leads):
    outcome = bob.says("ann@example.com")

    assert outcome.reason == "belongs_to_other_lead"
    (pair,) = leads.duplicates(known_ann.id)
    assert (pair.other_id, pair.field) == (outcome.lead.id, "email")
    (mirrored,) = leads.duplicates(outcome.lead.id)
    assert mirrored.other_id == known_ann.id


def test_a_number_written_otherwise_is_the_same_number(known_ann, bob, leads):
    lead = bob.says("call 0049 30 90 18 20").lead

    assert [pair.field for pair in leads.duplicates(lead.id)] == ["phone"]


def test_a_corrected_address_is_no_duplicate_any_more(known_ann, bob, leads, clock):
    lead = bob.says("ann@example.com").lead
    clock.advance(timedelta(minutes=1))

    bob.says("sorry, wrong address, it's bob@example.com")

    assert leads.duplicates(lead.id) == []
    assert leads.duplicates(known_ann.id) == []


def test_a_form_with_anns_address_changes_nothing_of_anns(database, known_ann, bob, capture):
    before = everything_of(database, known_ann.id)

    outcome = capture.save_form(
        bob.conversation, {"email": "ann@example.com", "name": "Eve", "phone": "+49 30 901820"}
    )

    assert outcome.lead.id != known_ann.id
    assert everything_of(database, known_ann.id) == before


def test_after_a_merge_the_other_conversation_is_still_told_nothing(known_ann, bob, capture, leads):
    lead = bob.says("ann@example.com").lead
    leads.merge(known_ann.id, lead.id, "sam")

    assert CANARY not in repr(capture.known(bob.id)).casefold()
    assert set(capture.known(bob.id)) == {"email"}


def test_pairs_of_leads_made_in_the_same_instant_are_seen(database, visitor, leads):
    """Two visitors type one address at once: one of the two sees the other."""

    visitors = [visitor(f"v{n}") for n in range(8)]

    outcomes = at_once([lambda v=v: v.says("same@example.com").lead.id for v in visitors])

    pairs = rows_of(database, "possible_duplicates")["possible_duplicates"]
    assert len(set(outcomes)) == 8
    assert len(pairs) == 8 * 7 / 2
