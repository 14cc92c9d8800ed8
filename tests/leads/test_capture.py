"""Every message of a visitor is captured, and every field has its evidence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.errors import InvalidInput
from core.events import LeadChanged
from leads.model import FIELDS, Consent


def test_the_first_address_makes_a_lead(ann, changes):
    outcome = ann.says("you can write to ann@example.com")

    assert outcome.created
    assert outcome.lead.email == "ann@example.com"
    assert outcome.changed == ("email",)
    assert outcome.reason is None
    assert changes == [LeadChanged(outcome.lead.id, created=True)]


def test_the_first_number_makes_a_lead(ann):
    outcome = ann.says("call me at +49 30 901820")

    assert outcome.created
    assert outcome.lead.phone == "+4930901820"


def test_a_name_and_a_need_make_a_lead(ann):
    assert ann.says("My name is Ann Lee").lead is None

    outcome = ann.says("we need a new website for our bakery")

    assert outcome.created
    assert (outcome.lead.name, outcome.lead.need) == (
        "Ann Lee",
        "a new website for our bakery",
    )


def test_a_name_alone_waits_and_moves_into_the_lead_when_it_is_made(ann, capture, leads):
    waiting = ann.says("My name is Ann Lee")
    assert (waiting.lead, waiting.reason) == (None, "waiting_for_contact")
    assert capture.known(ann.id)["name"].value == "Ann Lee"

    lead = ann.says("ann@example.com").lead

    assert lead.name == "Ann Lee"
    assert leads.get(lead.id).evidence["name"].quote == "Ann Lee"


def test_small_talk_makes_no_lead_and_the_ledger_says_why(ann):
    outcome = ann.says("hello there, nice weather")

    assert outcome.lead is None
    assert outcome.reason == "no_contact_details"


@pytest.mark.parametrize("text", ["it's ann@@example", "ann@localhost please", "me@bakery,com"])
def test_what_looks_like_an_address_and_is_none_is_told(ann, text):
    outcome = ann.says(text)

    assert outcome.lead is None
    assert outcome.reason == "invalid_email"


def test_what_looks_like_a_number_and_is_none_is_told(ann):
    assert ann.says("my phone number is 12345678901234").reason == "invalid_phone"


def test_a_correction_wins_and_the_old_value_stays_in_the_history(ann, clock, leads):
    ann.says("ann@exmaple.com")
    clock.advance(timedelta(minutes=1))

    lead = ann.says("sorry, wrong address, it's ann@example.com").lead

    assert lead.email == "ann@example.com"
    history = [item.value for item in leads.evidence(lead.id) if item.field == "email"]
    assert history == ["ann@exmaple.com", "ann@example.com"]


def test_of_two_addresses_in_one_message_the_first_is_the_visitors(ann, leads):
    lead = ann.says("ann@example.com, please copy bob@example.com").lead

    assert lead.email == "ann@example.com"
    assert leads.get(lead.id).evidence["email"].quote == "ann@example.com"


def test_a_part_of_a_name_does_not_displace_the_whole(ann, clock):
    ann.says("My name is Ann Lee and my mail is ann@example.com")
    clock.advance(timedelta(minutes=1))

    assert ann.says("This is Ann").lead.name == "Ann Lee"


def test_needs_add_up(ann, clock):
    ann.says("we need a new website. ann@example.com")
    clock.advance(timedelta(minutes=1))

    lead = ann.says("we also need a logo").lead

    assert lead.need == "a new website; a logo"


def test_the_same_message_twice_is_captured_once(ann, leads, changes):
    first = ann.says("My name is Ann, ann@example.com", message_id="m1")
    again = ann.says("My name is Ann, ann@example.com", message_id="m1")

    assert again.created
    assert again.lead == first.lead
    assert again.changed == first.changed
    assert [fact.field for fact in again.facts] == [fact.field for fact in first.facts]
    assert len(leads.evidence(first.lead.id)) == 2
    assert len(changes) == 1


def test_the_same_message_id_of_somebody_else_is_another_message(ann, bob):
    ann.says("ann@example.com", message_id="m1")

    assert bob.says("bob@example.com", message_id="m1").lead.email == "bob@example.com"


def test_what_is_known_already_changes_nothing(ann, leads):
    lead = ann.says("ann@example.com").lead

    outcome = ann.says("as I said: Ann@Example.com")

    assert outcome.reason == "already_known"
    assert outcome.lead == lead
    assert len(leads.evidence(lead.id)) == 1


def test_evidence_quotes_the_message_word_for_word(ann, leads):
    text = "Hi! I'm Ann Lee, we need a webshop. Budget: around 5k euros. ann (at) example (dot) com"
    lead = ann.says(text, message_id="m1").lead

    evidence = leads.get(lead.id).evidence
    assert {"name", "email", "need", "budget"} <= set(evidence)
    for name, item in evidence.items():
        assert item.quote in text
        assert item.message_id == "m1"
        assert item.method == "text"
        assert not item.verified
        assert item.value == lead.value(name)


def test_where_the_visitor_came_from_is_kept(visitor, leads):
    carol = visitor(
        "carol",
        page="https://shop.example/prices",
        referrer="https://www.search.example/?q=x",
        utm={"utm_source": "Newsletter", "utm_campaign": "may"},
    )

    lead = carol.says("carol@example.com").lead

    assert lead.source == "newsletter"
    (row,) = leads.conversations(lead.id)
    assert row["page"] == "https://shop.example/prices"
    assert row["utm"] == {"utm_source": "Newsletter", "utm_campaign": "may"}


@pytest.mark.parametrize(
    ("referrer", "source"),
    [
        ("https://www.search.example/?q=x", "search.example"),
        ("https://shop.example/", "website"),
        (None, "website"),
        ("http://[", "website"),
    ],
)
def test_without_a_campaign_the_source_is_the_site_that_sent_them(visitor, referrer, source):
    carol = visitor("carol", page="https://shop.example/prices", referrer=referrer)

    assert carol.says("carol@example.com").lead.source == source


def test_consent_is_kept_with_its_words_and_time(visitor, leads, clock):
    consent = Consent("You may write to me.", clock.now())
    lead = visitor("carol", consent=consent).says("carol@example.com").lead

    (row,) = leads.conversations(lead.id)
    assert (row["consent_text"], row["consent_at"]) == (consent.text, consent.at)


# Forms


def test_a_form_makes_a_lead(ann, capture):
    outcome = capture.save_form(ann.conversation, {"name": " Ann  Lee ", "company": "Bakery & Co"})

    assert outcome.created
    assert (outcome.lead.name, outcome.lead.company) == ("Ann Lee", "Bakery & Co")


def test_a_form_names_every_field_at_fault_and_saves_nothing(ann, capture):
    form = {"name": "Ann", "email": "ann at", "phone": "12", "nickname": "A"}

    with pytest.raises(InvalidInput) as caught:
        capture.save_form(ann.conversation, form)

    assert {error.field for error in caught.value.errors} == {"email", "phone", "nickname"}
    assert capture.known(ann.id) == {}


def test_what_comes_with_a_call_and_cannot_be_used_is_left_out(ann, capture):
    outcome = capture.save_form(
        ann.conversation, {"email": "nonsense", "phone": "+49 30 901820"}, lenient=True
    )

    assert outcome.lead.phone == "+4930901820"
    assert outcome.lead.email is None
    assert outcome.reason == "invalid_email"


def test_only_a_caller_with_the_staff_key_vouches_for_an_address(visitor, capture, leads):
    typed = capture.save_form(visitor("x").conversation, {"phone": "+49 30 901820"})
    vouched = capture.save_form(
        visitor("y", address_verified=True).conversation,
        {"phone": "+49 30 901821", "name": "Yara"},
    )

    assert not leads.get(typed.lead.id).evidence["phone"].verified
    assert leads.get(vouched.lead.id).evidence["phone"].verified
    assert not leads.get(vouched.lead.id).evidence["name"].verified


def test_a_verified_number_returns_to_its_lead(visitor, capture, leads):
    first = visitor("y1", address_verified=True).conversation
    second = visitor("y2", address_verified=True).conversation
    lead = capture.save_form(first, {"phone": "+49 30 901821"}).lead

    outcome = capture.save_form(second, {"phone": "+49 30 901821", "name": "Yara"})

    assert outcome.lead.id == lead.id
    assert not outcome.created
    assert set(leads.get(lead.id).conversation_ids) == {first.id, second.id}


def test_a_typed_number_does_not_reach_the_verified_lead(visitor, capture):
    vouched = visitor("y", address_verified=True).conversation
    lead = capture.save_form(vouched, {"phone": "+49 30 901821"}).lead

    outcome = visitor("z").says("call me: +49 30 901821")

    assert outcome.lead.id != lead.id


def test_a_verified_number_does_not_join_the_lead_of_somebody_who_typed_it(visitor, capture):
    typed = visitor("z").says("call me: +49 30 901821").lead
    vouched = visitor("y", address_verified=True).conversation

    outcome = capture.save_form(vouched, {"phone": "+49 30 901821"})

    assert outcome.created
    assert outcome.lead.id != typed.id


def test_a_typed_correction_does_not_displace_a_verified_address(visitor, capture):
    yara = visitor("y", address_verified=True)
    capture.save_form(yara.conversation, {"email": "yara@example.com"})

    outcome = yara.says("sorry, wrong address, it's eve@example.com")

    assert outcome.lead.email == "yara@example.com"
    assert outcome.reason == "weaker_than_known"


def test_known_is_only_what_this_conversation_said(ann, bob, capture, leads):
    kept = ann.says("My name is Ann Lee, ann@example.com, +49 30 901820").lead
    gone = bob.says("ann@example.com").lead
    leads.merge(kept.id, gone.id, "sam")

    assert set(capture.known(bob.id)) == {"email"}
    assert set(capture.known(ann.id)) == {"name", "email", "phone"}
    assert set(capture.known("conversation-nobody")) == set()
    assert set(FIELDS) >= set(capture.known(ann.id))
