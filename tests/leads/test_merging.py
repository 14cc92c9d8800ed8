"""Two leads that are one person are merged by staff, and can be parted exactly as they were."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.errors import Conflict, InvalidInput, NotFound
from leads.service import LeadService
from tests.leads.rows import rows_of


@pytest.fixture
def pair(ann, bob, clock, leads):
    """Ann, and a second lead of hers from another conversation."""
    first = ann.says("I'm Ann Lee, ann@example.com. We need a website.").lead
    leads.add_note(first.id, "tea", "sam")
    clock.advance(timedelta(minutes=5))
    second = bob.says("ann@example.com, +49 30 901820, we need a logo").lead
    leads.add_note(second.id, "coffee", "sam")
    leads.update(second.id, {"owner": "sam", "next_follow_up_at": clock.now()}, "sam")
    clock.advance(timedelta(minutes=5))
    return first.id, second.id


def test_a_merge_brings_all_of_one_to_the_other(pair, ann, bob, leads):
    kept, gone = pair

    leads.merge(kept, gone, "sam")

    details = leads.get(kept)
    assert details.lead.name == "Ann Lee"
    assert details.lead.phone == "+4930901820"
    assert details.lead.need == "a website; a logo"
    assert details.lead.owner == "sam"
    assert [note.text for note in details.notes] == ["tea", "coffee"]
    assert details.conversation_ids == (ann.id, bob.id)
    with pytest.raises(NotFound):
        leads.get(gone)


def test_undoing_a_merge_restores_both_byte_for_byte(pair, database, leads, clock):
    leads.set_status(pair[1], "contacted", "sam")
    before = rows_of(database)
    merge = leads.merge(*pair, "sam")
    assert rows_of(database) != before
    clock.advance(timedelta(days=1))

    undone = leads.unmerge(merge.id, "sam")

    assert rows_of(database) == before
    assert undone.undone_at == clock.now()


def test_a_merge_is_logged(pair, leads, clock):
    kept, gone = pair
    merge = leads.merge(kept, gone, "sam")

    (logged,) = leads.merges(kept)
    assert logged == merge
    assert (logged.into_id, logged.from_id) == (kept, gone)
    assert (logged.by, logged.at) == ("sam", clock.now())
    assert leads.merges(gone) == [merge]


def test_what_was_said_since_goes_with_the_conversation_it_was_said_in(pair, bob, leads, clock):
    kept, gone = pair
    merge = leads.merge(kept, gone, "sam")
    clock.advance(timedelta(minutes=5))
    bob.says("our company is called: sorry, the number is wrong, it's +49 30 901821")
    assert leads.get(kept).lead.phone == "+4930901821"

    leads.unmerge(merge.id, "sam")

    assert leads.get(gone).lead.phone == "+4930901821"
    assert leads.get(kept).lead.phone is None


def test_what_staff_changed_since_stays_with_the_lead_that_was_kept(pair, leads):
    kept, gone = pair
    merge = leads.merge(kept, gone, "sam")
    leads.update(kept, {"status": "won", "company": "Acme"}, "sam")
    leads.add_note(kept, "signed", "sam")

    leads.unmerge(merge.id, "sam")

    parted = leads.get(kept)
    assert (parted.lead.status, parted.lead.company, parted.lead.owner) == ("won", "Acme", None)
    assert [note.text for note in parted.notes] == ["tea", "signed"]
    assert (leads.get(gone).lead.status, leads.get(gone).lead.owner) == ("new", "sam")
    assert parted.lead.need == "a website"


def test_a_status_taken_over_is_given_back_and_the_history_says_so(pair, leads):
    kept, gone = pair
    leads.set_status(gone, "qualified", "sam")
    merge = leads.merge(kept, gone, "sam")
    assert leads.get(kept).lead.status == "qualified"
    leads.add_note(kept, "touched", "sam")

    leads.unmerge(merge.id, "pat")

    assert leads.get(kept).lead.status == "new"
    history = [(change.before, change.after) for change in leads.status_changes(kept)]
    assert history == [(None, "new"), ("new", "qualified"), ("qualified", "new")]


def test_the_conversation_goes_on_with_the_merged_lead(pair, bob, leads):
    kept, gone = pair
    leads.merge(kept, gone, "sam")

    assert bob.says("we are in a hurry, asap please").lead.id == kept


def test_a_merge_is_undone_once(pair, leads):
    merge = leads.merge(*pair, "sam")
    leads.unmerge(merge.id, "sam")

    with pytest.raises(Conflict, match="undone already"):
        leads.unmerge(merge.id, "sam")


def test_of_a_chain_the_later_merge_is_undone_first(pair, visitor, database, leads):
    third = visitor("carol").says("carol@example.com").lead.id
    before = rows_of(database)
    first = leads.merge(*pair, "sam")
    second = leads.merge(third, pair[0], "sam")

    with pytest.raises(Conflict, match="later|since") as caught:
        leads.unmerge(first.id, "sam")

    assert caught.value.data == {"merge_id": second.id}
    leads.unmerge(second.id, "sam")
    leads.unmerge(first.id, "sam")
    assert rows_of(database) == before


def test_merges_into_one_lead_can_be_undone_in_any_order(pair, visitor, leads):
    kept, gone = pair
    third = visitor("carol").says("carol@example.com, we need a shop").lead.id
    first = leads.merge(kept, gone, "sam")
    leads.merge(kept, third, "sam")

    leads.unmerge(first.id, "sam")

    assert leads.get(gone).lead.phone == "+4930901820"
    assert leads.get(kept).lead.need == "a website; a shop"


def test_duplicates_of_the_merged_lead_are_those_of_the_kept_one(pair, visitor, leads):
    kept, gone = pair
    third = visitor("carol").says("+49 30 901820").lead.id
    assert [p.other_id for p in leads.duplicates(third)] == [gone]

    merge = leads.merge(kept, gone, "sam")
    assert [p.other_id for p in leads.duplicates(third)] == [kept]
    assert [p.other_id for p in leads.duplicates(kept)] == [third]

    leads.unmerge(merge.id, "sam")
    assert [p.other_id for p in leads.duplicates(third)] == [gone]
    assert {p.other_id for p in leads.duplicates(kept)} == {gone}


def test_a_lead_is_not_merged_with_itself(pair, leads):
    with pytest.raises(InvalidInput):
        leads.merge(pair[0], pair[0], "sam")


def test_a_missing_lead_is_not_merged_and_nothing_changes(pair, database, leads):
    before = rows_of(database)

    with pytest.raises(NotFound):
        leads.merge(pair[0], "lead_missing", "sam")

    assert rows_of(database) == before


def test_meetings_booked_under_the_merged_lead_are_the_kept_leads(pair, database, clock, events):
    kept, gone = pair
    meetings = {gone: [{"id": "meeting_1"}]}
    leads = LeadService(database, clock, events, meetings_of=lambda ids: meetings)
    merge = leads.merge(kept, gone, "sam")
    assert leads.get(kept).meetings == ({"id": "meeting_1"},)

    leads.unmerge(merge.id, "sam")

    assert leads.get(kept).meetings == ()
    assert leads.get(gone).meetings == ({"id": "meeting_1"},)
