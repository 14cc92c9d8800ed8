"""What happens at the same instant: nothing is lost, doubled or torn."""

from __future__ import annotations

from core.errors import NotFound
from leads.model import LeadFilter
from tests.leads.parallel import at_once
from tests.leads.rows import rows_of


def test_one_message_sent_many_times_at_once_is_captured_once(ann, database):
    outcomes = at_once(
        [lambda: ann.says("I'm Ann Lee, ann@example.com", message_id="m1") for _ in range(12)]
    )

    assert len({outcome.lead.id for outcome in outcomes}) == 1
    assert all(outcome.created for outcome in outcomes)
    rows = rows_of(database)
    assert len(rows["leads"]) == 1
    assert len(rows["lead_evidence"]) == 2
    assert len(rows["capture_ledger"]) == 1


def test_messages_of_one_conversation_at_once_make_one_lead(ann, database):
    texts = ["ann@example.com", "+49 30 901820", "I'm Ann Lee", "we need a website"] * 2

    at_once([lambda text=text: ann.says(text) for text in texts])

    (lead,) = [ann.capture.lead_of(ann.id)]
    assert (lead.email, lead.phone, lead.name) == ("ann@example.com", "+4930901820", "Ann Lee")
    assert lead.need == "a website"
    assert len(rows_of(database, "leads")["leads"]) == 1
    assert rows_of(database, "conversation_facts")["conversation_facts"] == []


def test_staff_and_visitor_change_one_lead_at_once(ann, leads):
    lead = ann.says("ann@example.com").lead

    at_once(
        [
            *[lambda n=n: leads.add_note(lead.id, f"note {n}", "sam") for n in range(5)],
            lambda: leads.update(lead.id, {"company": "Acme"}, "sam"),
            lambda: leads.set_status(lead.id, "qualified", "sam"),
            lambda: ann.says("I'm Ann Lee"),
        ]
    )

    details = leads.get(lead.id)
    assert len(details.notes) == 5
    assert (details.lead.company, details.lead.status) == ("Acme", "qualified")
    assert details.lead.name == "Ann Lee"
    assert details.lead.version == 1 + 5 + 3


def test_a_person_who_is_erased_while_others_type_the_same_address_leaves_no_pair(
    ann, visitor, leads, database
):
    for round_ in range(4):
        lead = ann.says("same@example.com", message_id=f"r{round_}").lead
        others = [visitor(f"v{round_}-{n}") for n in range(4)]

        at_once(
            [
                lambda lead=lead: leads.erase(lead.id, "sam"),
                *[lambda v=v: v.says("same@example.com") for v in others],
            ]
        )

        made = {details.lead.id for details in leads.every(LeadFilter())}
        pairs = rows_of(database, "possible_duplicates")["possible_duplicates"]
        assert lead.id not in made
        assert len(made) == 4 * (round_ + 1)
        assert len(pairs) == len(made) * (len(made) - 1) / 2
        assert {one for pair in pairs for one in pair[:2]} == made


def test_of_two_merges_of_one_lead_at_once_one_holds(ann, bob, visitor, leads):
    first, second = ann.says("ann@example.com").lead, bob.says("bob@example.com").lead
    gone = visitor("carol").says("carol@example.com").lead

    def merge(into):
        try:
            return leads.merge(into.id, gone.id, "sam")
        except NotFound:
            return None

    merges = at_once([lambda: merge(first), lambda: merge(second)])

    assert sum(merge is not None for merge in merges) == 1
    assert leads.page(LeadFilter()).total == 2
