"""Pages, filters and search."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import InvalidInput
from leads import listing, searching
from leads.model import LeadFilter
from leads.search import fts5_query, query_words, search_text, tsquery
from tests.leads.parallel import at_once
from tests.leads.rows import rows_of


def ids(page):
    return [details.lead.id for details in page.leads]


def found(leads, q):
    return [details.lead.name for details in leads.page(LeadFilter(q=q)).leads]


@pytest.fixture
def people(leads, clock):
    """Three leads, the newest last."""
    made = []
    for fields in (
        {"name": "Zoë Müller", "email": "zoe.mueller@bakery.example", "phone": "+49 30 901820"},
        {"name": "Sean O'Brien", "company": "Acme & Söhne", "need": "a web-shop"},
        {"name": "张伟", "email": "wei@trading.example", "budget": "5000 EUR"},
    ):
        clock.advance(timedelta(minutes=1))
        made.append(leads.create(fields, "sam").lead.id)
    leads.add_note(made[1], "prefers e-mails before noon", "sam")
    return made


@pytest.mark.parametrize(
    ("q", "name"),
    [
        ("z", None),
        ("zoe", "Zoë Müller"),
        ("MÜLLER", "Zoë Müller"),
        ("muller zoe", "Zoë Müller"),
        ("zoe.mueller@bakery.example", "Zoë Müller"),
        ("@bakery", "Zoë Müller"),
        ("ueller", "Zoë Müller"),
        ("bakery.ex", "Zoë Müller"),
        ("ueller@bak", "Zoë Müller"),
        ("030 / 901820", None),
        ("901820", "Zoë Müller"),
        ("+49 (30) 9018", "Zoë Müller"),
        ("9018", "Zoë Müller"),
        ("obrien", "Sean O'Brien"),
        ("O’Brien", "Sean O'Brien"),
        ("sohne", "Sean O'Brien"),
        ("web shop", "Sean O'Brien"),
        ("before noon", "Sean O'Brien"),
        ("伟", "张伟"),
        ("张伟", "张伟"),
        ("wei trading", "张伟"),
        ("zoe acme", None),
    ],
)
def test_a_lead_is_found_by(people, leads, q, name):
    assert found(leads, q) == ([name] if name else [])


@pytest.mark.parametrize(
    ("q", "names"),
    [
        ("ann", [f"Ann {n}" for n in (8, 6, 4, 2, 0)]),
        ("ann tea", ["Ann 0"]),
        ("tea", ["Bob 5", "Ann 0"]),
        ("bob", [f"Bob {n}" for n in (9, 7, 5, 3, 1)]),
        ("nobody", []),
        ("te", ["Bob 5", "Ann 0"]),
    ],
)
@pytest.mark.parametrize(("not_far", "following"), [(9, 9), (1, 3), (0, 1), (0, 9)])
def test_what_the_newest_leads_do_not_hold_is_found_further_on(
    leads, clock, monkeypatch, q, names, not_far, following
):
    """By reading on or by the index, however far it is."""
    monkeypatch.setattr(searching, "LOOKED_AT", 3)
    monkeypatch.setattr(searching, "NOT_FAR", not_far)
    monkeypatch.setattr(searching, "NEXT", following)
    for n in range(10):
        clock.advance(timedelta(minutes=1))
        need = "tea" if n % 5 == 0 else "coffee"
        leads.create({"name": f"{'Bob' if n % 2 else 'Ann'} {n}", "need": need}, "sam")

    assert found(leads, q) == names
    assert leads.page(LeadFilter(q=q)).total == len(names)
    assert found(leads, q) == [
        leads.get(lead_id).lead.name for lead_id in all_pages(leads, LeadFilter(q=q), 1)
    ]
    assert leads.page(LeadFilter(q=q, status="won")).leads == ()


def test_a_search_follows_the_changes(people, leads):
    leads.update(people[0], {"name": "Zara"}, "sam")
    leads.add_note(people[2], "tea", "sam")

    assert found(leads, "muller") == []
    assert found(leads, "zara") == ["Zara"]
    assert found(leads, "tea") == ["张伟"]


HOSTILE = [
    '"',
    "'",
    "*",
    "^zoe",
    "zoe*",
    "NEAR(zoe, 2)",
    "zoe OR 1=1",
    "zoe AND",
    "NOT",
    "name:zoe",
    "{name email}: zoe",
    "-zoe",
    "zoe'; DROP TABLE leads; --",
    "zoe & | ! <-> :*",
    "\\",
    "%",
    "_",
    "\x00zoe",
    "\ud800",
    "a" * 5000,
    "zoe " * 2000,
    "zoe\u202emuller",
    "\u0301" * 500,
    "()" * 200,
    "𝔷𝔬𝔢",
    "؟",
    "🙂",
]


@pytest.mark.parametrize("q", HOSTILE)
def test_whatever_is_typed_into_the_search_box_is_only_looked_for(people, leads, database, q):
    before = rows_of(database)

    page = leads.page(LeadFilter(q=q))

    assert set(ids(page)) <= set(people)
    assert page.total == len(page.leads)
    assert rows_of(database) == before


@given(q=st.text(max_size=60))
def test_a_query_holds_only_letters_and_digits(q):
    for word in query_words(q):
        assert word
        assert all(sign.isalpha() or sign.isnumeric() or sign.isalnum() for sign in word)
    assert tsquery(query_words(q)).count("'") == 2 * len(query_words(q))
    assert fts5_query(query_words(q)).count('"') == 2 * len(query_words(q))


@given(q=st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_lead_is_found_by_its_own_name(leads, q):
    if not query_words(q) or not any(sign.isalpha() for sign in q):
        return
    lead = leads.create({"name": q[:200]}, "sam").lead

    assert lead.id in ids(leads.page(LeadFilter(q=q)))


@given(text=st.text(max_size=300))
def test_search_words_are_separated_by_single_spaces(text):
    row = {"name": text, "email": text, "phone": text}
    words = search_text(row, [text])

    assert words == " ".join(words.split(" "))
    assert "" not in words.split(" ") or words == ""


def test_filters_narrow_together(leads, clock):
    wanted = leads.create({"name": "Ann", "owner": "sam", "source": "fair"}, "sam").lead
    leads.create({"name": "Ann", "owner": "sam", "source": "web", "status": "won"}, "sam")
    leads.create({"name": "Bob", "owner": "pat", "source": "fair"}, "sam")

    def matching(**given):
        page = leads.page(LeadFilter(**given))
        assert page.total == len(page.leads)
        return len(page.leads)

    assert matching(owner="sam") == 2
    assert matching(source="fair") == 2
    assert matching(status="new") == 2
    assert matching(q="ann") == 2
    assert matching(q="ann", status="won") == 1
    assert ids(leads.page(LeadFilter("new", "ann", owner="sam", source="fair"))) == [wanted.id]
    assert matching(owner="nobody") == 0


def test_an_unknown_status_is_refused(leads):
    with pytest.raises(InvalidInput):
        leads.page(LeadFilter(status="lost in space"))


def test_a_period_includes_its_beginning_and_not_its_end(leads, clock):
    made = []
    for _ in range(3):
        made.append(leads.create({"name": "Ann"}, "sam").lead)
        clock.advance(timedelta(seconds=1))

    page = leads.page(LeadFilter(since=made[1].created_at, until=made[2].created_at))

    assert ids(page) == [made[1].id]


def all_pages(leads, wanted, limit, between=lambda: None):
    seen, after = [], None
    while True:
        page = leads.page(wanted, after=after, limit=limit)
        seen += ids(page)
        after = page.after
        if after is None:
            return seen
        between()


@pytest.mark.parametrize("wanted", [LeadFilter(), LeadFilter(q="ann"), LeadFilter(status="new")])
def test_pages_are_complete_and_without_doubles_while_leads_come_in(leads, clock, wanted):
    """All of one instant, too: nothing but `seq` tells them apart."""
    there = [leads.create({"name": f"Ann {n}"}, "sam").lead.id for n in range(12)]

    def somebody_comes():
        clock.advance(timedelta(seconds=1))
        leads.create({"name": "Ann New"}, "sam")

    seen = all_pages(leads, wanted, 5, somebody_comes)

    assert sorted(seen) == sorted(there)
    assert len(seen) == len(set(seen))


def test_pages_go_from_the_newest_to_the_oldest(leads, clock):
    made = []
    for n in range(7):
        made.append(leads.create({"name": f"Ann {n}"}, "sam").lead.id)
        clock.advance(timedelta(seconds=1))

    assert all_pages(leads, LeadFilter(), 3) == made[::-1]
    assert [details.lead.id for details in leads.every(LeadFilter())] == made[::-1]


def test_totals_are_kept_through_every_change(leads, visitor, clock):
    kept = leads.create({"name": "Ann"}, "sam").lead.id
    other = leads.create({"name": "Bob"}, "sam").lead.id
    leads.set_status(kept, "won", "sam")
    merge = leads.merge(kept, other, "sam")
    assert leads.page(LeadFilter()).total == 1
    leads.unmerge(merge.id, "sam")
    gone = visitor("eve").says("eve@example.com").lead.id
    leads.erase(gone, "sam")

    assert leads.page(LeadFilter()).total == 2
    assert leads.page(LeadFilter(status="won")).total == 1
    assert leads.page(LeadFilter(status="new")).total == 1
    assert leads.page(LeadFilter()).total_is_exact


def test_totals_are_right_after_many_writers_at_once(leads):
    at_once([lambda n=n: leads.create({"name": f"Ann {n}"}, "sam") for n in range(16)])

    assert leads.page(LeadFilter()).total == 16


def test_where_there_are_many_leads_counting_stops_and_says_so(leads, monkeypatch):
    wanted = LeadFilter(source="manual")
    for n in range(7):
        leads.create({"name": f"Ann {n}"}, "sam")
    assert (leads.page(wanted).total, leads.page(wanted).total_is_exact) == (7, True)

    monkeypatch.setattr(listing, "FEW", 5)
    monkeypatch.setattr(listing, "COUNT_AT_MOST", 6)

    page = leads.page(wanted)
    assert (page.total, page.total_is_exact, len(page.leads)) == (6, False, 7)
    assert leads.page(LeadFilter(status="new")).total_is_exact


@pytest.mark.parametrize(
    ("looked_at", "at_least", "total", "exact"),
    [(3, 2, 3, False), (3, 5, 5, False), (3, 50, 7, True)],
)
def test_of_a_search_among_many_that_is_counted_which_was_come_across(
    leads, clock, monkeypatch, looked_at, at_least, total, exact
):
    for n in range(7):
        clock.advance(timedelta(minutes=1))
        leads.create({"name": f"Ann {n}"}, "sam")
    monkeypatch.setattr(listing, "FEW", 5)
    monkeypatch.setattr(listing, "SEARCH_COUNT_AT_LEAST", at_least)
    monkeypatch.setattr(searching, "LOOKED_AT", looked_at)

    first = leads.page(LeadFilter(q="ann"), limit=at_least - 1)
    later = leads.page(LeadFilter(q="ann"), after=first.leads[0].lead.seq)

    assert (first.total, first.total_is_exact) == (total, exact)
    assert (later.total, later.total_is_exact) == (total, exact)
    assert len(later.leads) == 6
