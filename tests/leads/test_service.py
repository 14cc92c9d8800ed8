"""What the team does with leads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from core.errors import InvalidInput, NotFound
from core.events import LeadChanged
from leads.model import LeadFilter
from leads.service import LeadService
from tests.leads.rows import rows_of


def test_a_lead_entered_by_staff_has_their_word_as_evidence(leads, changes):
    details = leads.create({"name": "Ann Lee", "email": "Ann@Example.COM"}, "sam")

    assert details.lead.email == "Ann@example.com"
    assert details.lead.source == "manual"
    evidence = details.evidence["name"]
    assert (evidence.method, evidence.quote, evidence.message_id) == ("staff", "Ann Lee", None)
    assert changes == [LeadChanged(details.lead.id, created=True)]


def test_a_lead_needs_at_least_one_detail(leads, database):
    with pytest.raises(InvalidInput):
        leads.create({"status": "new", "name": " "}, "sam")

    assert rows_of(database, "leads") == {"leads": []}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "nonsense"),
        ("email", "a@b.example, c@d.example"),
        ("phone", "12"),
        ("name", "12345"),
        ("name", "x" * 201),
        ("status", "lost in space"),
        ("owner", "x" * 201),
        ("next_follow_up_at", datetime(2026, 12, 1)),
        ("id", "lead_1"),
        ("score", 100),
        ("company", 7),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_saved(leads, database, field, value):
    lead = leads.create({"name": "Ann"}, "sam").lead
    before = rows_of(database)

    with pytest.raises(InvalidInput) as caught:
        leads.update(lead.id, {"company": "Acme", field: value}, "sam")

    assert [error.field for error in caught.value.errors] == [field]
    assert rows_of(database) == before


def test_staffs_word_holds_against_the_visitors_later_one(ann, leads, clock):
    lead = ann.says("I'm Ann Lee, ann@example.com").lead
    leads.update(lead.id, {"name": "Ann Leigh"}, "sam")
    clock.advance(timedelta(minutes=1))

    assert ann.says("My name is Ann Lee").lead.name == "Ann Leigh"


def test_a_field_can_be_cleared(ann, leads):
    lead = ann.says("I'm Ann Lee, ann@example.com").lead

    details = leads.update(lead.id, {"name": None}, "sam")

    assert details.lead.name is None
    assert "name" not in details.evidence


def test_an_update_changes_only_what_is_given(leads, clock):
    lead = leads.create({"name": "Ann", "company": "Acme", "owner": "sam"}, "sam").lead
    clock.advance(timedelta(minutes=1))

    changed = leads.update(lead.id, {"company": "Apex"}, "pat").lead

    assert (changed.name, changed.company, changed.owner) == ("Ann", "Apex", "sam")
    assert changed.updated_at == clock.now()
    assert changed.created_at == lead.created_at


def test_statuses_have_a_history(leads, clock):
    lead = leads.create({"name": "Ann"}, "sam").lead
    leads.set_status(lead.id, "contacted", "sam")
    leads.set_status(lead.id, "contacted", "sam")
    leads.set_status(lead.id, "won", "pat")

    history = [(c.before, c.after, c.by) for c in leads.status_changes(lead.id)]

    assert history == [
        (None, "new", "sam"),
        ("new", "contacted", "sam"),
        ("contacted", "won", "pat"),
    ]


def test_notes_are_kept_in_order_with_their_author(leads, clock):
    lead = leads.create({"name": "Ann", "note": "first"}, "sam").lead
    clock.advance(timedelta(minutes=1))
    leads.add_note(lead.id, "second", "pat")

    assert [(note.text, note.author) for note in leads.notes(lead.id)] == [
        ("first", "sam"),
        ("second", "pat"),
    ]


@pytest.mark.parametrize("call", ["get", "notes", "evidence", "conversations", "duplicates"])
def test_a_missing_lead_is_not_found(leads, call):
    with pytest.raises(NotFound):
        getattr(leads, call)("lead_missing")


# Follow-ups and figures, in the business's zone: Berlin, one hour before UTC in November.


def test_follow_ups_are_due_by_the_end_of_the_business_day(leads):
    def due_at(name, *instant):
        at = datetime(*instant, tzinfo=UTC)
        return leads.create({"name": name, "next_follow_up_at": at}, "sam").lead.id

    tonight = due_at("Tonight", 2026, 11, 23, 22, 59)
    late = due_at("Late", 2026, 11, 20, 8)
    due_at("Tomorrow", 2026, 11, 23, 23, 0)
    closed = due_at("Closed", 2026, 11, 20, 8)
    leads.set_status(closed, "lost", "sam")

    assert [details.lead.id for details in leads.followups()] == [late, tonight]


def test_follow_ups_come_in_pages(leads, clock):
    for _ in range(5):
        leads.create({"name": "Ann", "next_follow_up_at": clock.now()}, "sam")

    seen, after = [], None
    while page := leads.followups(after=after, limit=2):
        seen += [details.lead.id for details in page]
        after = (page[-1].lead.next_follow_up_at, page[-1].lead.seq)

    assert len(seen) == len(set(seen)) == 5


def test_stats_count_by_status_day_source_and_stage(leads, clock):
    clock.set(datetime(2026, 11, 21, 23, 30, tzinfo=UTC))  # half past midnight on the 22nd
    leads.create({"name": "Ann", "source": "fair"}, "sam")
    clock.set(datetime(2026, 11, 22, 22, 59, tzinfo=UTC))
    bob = leads.create({"name": "Bob"}, "sam").lead
    leads.set_status(bob.id, "meeting_scheduled", "sam")
    leads.set_status(bob.id, "lost", "sam")
    clock.set(datetime(2026, 11, 23, 9, tzinfo=UTC))
    leads.create({"name": "Eva", "status": "won"}, "sam")

    stats = leads.stats(date(2026, 11, 21), date(2026, 11, 23))

    assert stats["by_day"] == [
        {"date": "2026-11-21", "leads": 0},
        {"date": "2026-11-22", "leads": 2},
        {"date": "2026-11-23", "leads": 1},
    ]
    assert {k: v for k, v in stats["by_status"].items() if v} == {"new": 1, "lost": 1, "won": 1}
    assert stats["total"] == 3
    assert stats["by_source"] == [
        {"source": "manual", "leads": 2},
        {"source": "fair", "leads": 1},
    ]
    assert [stage["leads"] for stage in stats["funnel"]] == [3, 2, 2, 2, 1]


def test_stats_over_too_long_a_time_are_refused(leads):
    with pytest.raises(InvalidInput):
        leads.stats(date(2020, 1, 1), date(2026, 1, 1))


def test_a_day_of_the_business_has_23_hours_in_march(leads, clock):
    made = LeadFilter(since=None)
    clock.set(datetime(2026, 3, 29, 21, 59, tzinfo=UTC))
    inside = leads.create({"name": "Ann"}, "sam").lead.id
    clock.set(datetime(2026, 3, 29, 22, 0, tzinfo=UTC))
    leads.create({"name": "Bob"}, "sam")

    day = leads.page(leads.made_on(date(2026, 3, 29)))

    assert [details.lead.id for details in day.leads] == [inside]
    assert leads.page(made).total == 2


# Scores


def test_a_score_is_the_sum_of_its_reasons(ann, leads):
    text = "I'm Ann from Acme Ltd, ann@acme.example, +49 30 901820, we need a shop, budget 5k euros"
    lead = ann.says(text).lead

    assert 0 < lead.score <= 100
    assert lead.score == sum(reason.points for reason in lead.score_reasons)
    assert len({reason.reason for reason in lead.score_reasons}) == len(lead.score_reasons)


def test_knowing_more_never_lowers_the_score(leads):
    lead = leads.create({"name": "Ann"}, "sam").lead
    scores = [lead.score]
    for field, value in [
        ("email", "ann@acme.example"),
        ("phone", "+4930901820"),
        ("company", "Acme"),
        ("need", "a shop"),
        ("budget", "5000 EUR"),
        ("timeline", "in May"),
        ("status", "meeting_scheduled"),
    ]:
        scores.append(leads.update(lead.id, {field: value}, "sam").lead.score)

    assert scores == sorted(scores)
    assert scores[-1] == 100


def test_a_lost_lead_scores_nothing_and_a_won_one_everything(leads):
    lead = leads.create({"name": "Ann", "email": "ann@example.com"}, "sam").lead

    assert leads.set_status(lead.id, "lost", "sam").score == 0
    assert leads.set_status(lead.id, "won", "sam").score == 100


def test_meetings_come_from_the_calendar(database, clock, events):
    asked = []

    def meetings_of(ids):
        asked.append(list(ids))
        return {ids[0]: [{"id": "meeting_1"}]}

    leads = LeadService(database, clock, events, meetings_of=meetings_of)
    lead = leads.create({"name": "Ann"}, "sam").lead

    assert leads.get(lead.id).meetings == ({"id": "meeting_1"},)
    assert asked[-1] == [lead.id]
