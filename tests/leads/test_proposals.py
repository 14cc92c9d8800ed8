"""What the model says of a visitor is a fact only where the visitor's own words say it too."""

from __future__ import annotations

import pytest

from leads.model import Proposal
from tests.leads.proposed import proposed


@pytest.mark.parametrize(
    ("field", "claim", "text", "value", "quote"),
    [
        ("name", "Joan Aleric", "joan  ALERIC here", "Joan Aleric", "joan  ALERIC"),
        ("name", "Jose Munoz", "soy José Muñoz", "José Muñoz", "José Muñoz"),
        ("name", "Sean O'Brien", "its sean obrien", "Sean O'Brien", "sean obrien"),
        ("company", "Acme Corp", "we are Acme Corp.", "Acme Corp", "Acme Corp"),
        ("email", "ANN@example.com", "ann@EXAMPLE.com", "ann@example.com", "ann@EXAMPLE.com"),
        ("phone", "+4930901820", "(030) 90-18-20", "+4930901820", "(030) 90-18-20"),
        ("phone", "030 901820", "+49 30 901820", "+4930901820", "+49 30 901820"),
        ("budget", "5000 EUR", "5k euros", "5000.00 EUR", "5k euros"),
        ("need", "a logo and flyers", "A logo, and flyers!", "A logo, and flyers", None),
        ("timeline", "before easter", "Before Easter please", "Before Easter", "Before Easter"),
    ],
)
def test_what_the_visitor_said_becomes_a_fact(ann, capture, field, claim, text, value, quote):
    outcome = proposed(capture, ann, {field: claim}, "hello", text)

    (proposal,) = outcome.proposals
    assert (proposal.outcome, proposal.value) == ("fact", value)
    known = capture.known(ann.id)[field]
    assert known.quote == (quote or value)
    assert known.message_id == "m1"
    assert known.method == "model"


@pytest.mark.parametrize(
    ("field", "claim"),
    [
        ("name", "Maria"),
        ("name", "Ann Smith"),
        ("company", "Megacorp"),
        ("email", "joann@example.com"),
        ("email", "ann@example.co"),
        ("phone", "+49 30 901821"),
        ("budget", "50000 EUR"),
        ("budget", "5000 USD"),
        ("need", "a website and a shop"),
        ("timeline", "next week"),
    ],
)
def test_what_the_visitor_did_not_say_is_a_suggestion_and_never_a_fact(
    ann, capture, leads, field, claim
):
    said = "I am Ann Lee, ann@example.com, +49 30 901820, 5k euros for a website by May"
    lead = ann.says(said).lead
    before = leads.get(lead.id)

    outcome = proposed(capture, ann, {field: claim}, said)

    (proposal,) = outcome.proposals
    assert (proposal.outcome, proposal.reason) == ("suggestion", "not_in_the_visitors_words")
    assert leads.get(lead.id) == before
    (suggestion,) = leads.suggestions(lead.id)
    assert (suggestion.field, suggestion.value) == (field, proposal.value)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("status", "won", "unknown_field"),
        ("id", "lead_1", "unknown_field"),
        ("name", ["Ann"], "not_text"),
        ("name", 7, "not_text"),
        ("name", "  ", "empty"),
        ("email", "nonsense", "invalid_email"),
        ("phone", "ring me", "invalid_phone"),
        ("name", "x" * 201, "too_long"),
    ],
)
def test_nonsense_of_the_model_is_told_field_by_field(ann, capture, field, value, reason):
    outcome = proposed(capture, ann, {field: value, "company": "Acme"}, "Acme it is")

    assert (outcome.proposals[0].outcome, outcome.proposals[0].reason) == ("invalid", reason)
    assert outcome.proposals[1].outcome == "fact"


def test_the_models_word_does_not_displace_what_the_visitor_stated(ann, capture, leads):
    lead = ann.says("My name is Ann Lee, ann@example.com").lead

    outcome = proposed(capture, ann, {"name": "Maria"}, "I talked to Maria before")

    assert outcome.proposals[0].outcome == "suggestion"
    assert outcome.proposals[0].reason == "weaker_than_known"
    assert leads.get(lead.id).lead.name == "Ann Lee"


def test_saying_the_same_twice_adds_nothing(ann, capture):
    first = proposed(capture, ann, {"company": "Acme"}, "we are Acme")
    again = proposed(capture, ann, {"company": "Acme"}, "we are Acme")

    assert first.proposals[0] == Proposal("company", "fact", "Acme")
    assert again.proposals[0] == Proposal("company", "fact", "Acme", "already_known")


def test_suggestions_made_before_there_is_a_lead_are_the_leads_later(ann, capture, leads):
    proposed(capture, ann, {"company": "Megacorp"}, "hello")

    lead = ann.says("ann@example.com").lead

    assert [item.value for item in leads.suggestions(lead.id)] == ["Megacorp"]


def test_an_accepted_suggestion_is_staffs_own_word(ann, capture, leads):
    lead = ann.says("ann@example.com").lead
    proposed(capture, ann, {"company": "Megacorp"}, "hello")
    (suggestion,) = leads.suggestions(lead.id)

    details = leads.settle_suggestion(lead.id, suggestion.id, accept=True, by="sam")

    assert details.lead.company == "Megacorp"
    assert details.evidence["company"].method == "staff"
    assert leads.suggestions(lead.id) == []
