"""The endpoints of leads, as programs call them."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.application import STAFF_KEY
from tests.leads.hostile import HOSTILE_TEXTS
from tests.leads.parallel import at_once
from tests.leads.rows import rows_of

KEYS = {
    "id",
    "name",
    "email",
    "phone",
    "company",
    "need",
    "budget",
    "timeline",
    "status",
    "score",
    "source",
    "owner",
    "next_follow_up_at",
    "notes",
    "created_at",
    "updated_at",
    "conversation_ids",
    "meetings",
    "evidence",
}


def made(staff, **fields):
    answer = staff.post("/leads", json=fields or {"name": "Ann"})
    assert answer.status_code == 201, answer.get_json()
    return answer.get_json()["data"]["lead"]


def test_a_lead_is_made_and_read_back(staff):
    lead = made(staff, name="Ann Lee", email="ann@example.com", notes="likes tea")

    answer = staff.get(f"/leads/{lead['id']}")

    assert answer.status_code == 200
    data = answer.get_json()["data"]
    assert set(data["lead"]) == KEYS
    assert data["lead"] == lead
    assert lead["created_at"] == "2026-11-23T09:00:00+00:00"
    assert lead["notes"][0]["text"] == "likes tea"
    assert lead["evidence"]["email"] == {
        "value": "ann@example.com",
        "quote": "ann@example.com",
        "message_id": None,
        "method": "staff",
        "verified": False,
    }
    assert sum(reason["points"] for reason in data["score_reasons"]) == lead["score"]


@pytest.mark.parametrize("call", ["patch", "post"])
def test_a_lead_is_changed(staff, call):
    lead = made(staff, name="Ann", company="Acme")

    answer = getattr(staff, call)(
        f"/leads/{lead['id']}",
        json={"status": "qualified", "company": None, "next_follow_up_at": "2026-12-01T10:00"},
    )

    changed = answer.get_json()["data"]["lead"]
    assert (changed["status"], changed["company"], changed["name"]) == ("qualified", None, "Ann")
    assert changed["next_follow_up_at"] in (
        "2026-12-01T10:00:00+00:00",
        "2026-12-01T09:00:00+00:00",
    )


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"email": "nonsense"}, "email"),
        ({"phone": "12"}, "phone"),
        ({"status": "lost in space"}, "status"),
        ({"next_follow_up_at": "soon"}, "next_follow_up_at"),
        ({"name": 7}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "a\x00b"}, "name"),
        ({"id": "lead_1"}, "id"),
        ({"score": 100}, "score"),
        ({"owner_id": 1}, "owner_id"),
        ({"seq": 1}, "seq"),
        ({"created_at": "2020-01-01T00:00:00Z"}, "created_at"),
        ({"evidence": {}}, "evidence"),
        ({"conversation_ids": ["c1"]}, "conversation_ids"),
    ],
)
def test_a_wrong_or_hidden_field_is_named_and_nothing_is_saved(staff, database, body, field):
    lead = made(staff, name="Ann")
    before = rows_of(database)

    for call, url in [
        (staff.post, "/leads"),
        (staff.patch, f"/leads/{lead['id']}"),
        (staff.post, f"/leads/{lead['id']}"),
    ]:
        answer = call(url, json={"company": "Acme", **body})

        assert answer.status_code == 400
        assert [e["field"] for e in answer.get_json()["data"]["errors"]] == [field]
    assert rows_of(database) == before


ROUTES = [
    ("get", ""),
    ("post", ""),
    ("get", "/followups"),
    ("get", "/stats"),
    ("get", "/export"),
    ("get", "/{id}"),
    ("post", "/{id}"),
    ("patch", "/{id}"),
    ("delete", "/{id}"),
    ("get", "/{id}/notes"),
    ("post", "/{id}/notes"),
    ("get", "/{id}/conversations"),
    ("get", "/{id}/timeline"),
    ("get", "/{id}/duplicates"),
    ("post", "/{id}/merge"),
    ("get", "/{id}/export"),
    ("post", "/merges/merge_1/undo"),
    ("post", "/{id}/suggestions/suggestion_1"),
]


@pytest.mark.parametrize(("call", "path"), ROUTES)
def test_a_visitor_reaches_nothing(client, staff, database, call, path):
    lead = made(staff, name="Canary77")
    before = rows_of(database)

    answer = getattr(client, call)("/leads" + path.format(id=lead["id"]))

    assert answer.status_code == 401
    assert b"Canary77" not in answer.data
    assert rows_of(database) == before


@pytest.mark.parametrize(
    ("call", "path", "body"),
    [
        ("get", "", None),
        ("post", "", {"company": "Acme"}),
        ("patch", "", {"company": "Acme"}),
        ("delete", "", None),
        ("get", "/notes", None),
        ("post", "/notes", {"text": "hi"}),
        ("get", "/conversations", None),
        ("get", "/timeline", None),
        ("get", "/duplicates", None),
        ("get", "/export", None),
        ("post", "/merge", {"from": "lead_2"}),
        ("post", "/suggestions/suggestion_1", {"accept": True}),
    ],
)
def test_a_missing_lead_is_a_404(staff, call, path, body):
    answer = getattr(staff, call)(f"/leads/lead_missing{path}", json=body)

    assert answer.status_code == 404
    assert answer.get_json()["status"] == "error"


def test_leads_are_listed_filtered_and_paged(staff, clock):
    for n in range(5):
        clock.advance(timedelta(minutes=1))
        made(staff, name=f"Ann {n}", source="fair" if n % 2 else "web")

    first = staff.get("/leads?limit=2").get_json()["data"]
    second = staff.get(f"/leads?limit=2&cursor={first['next_cursor']}").get_json()["data"]
    fairs = staff.get("/leads?source=fair&q=ann").get_json()["data"]
    today = staff.get("/leads?since=2026-11-23&until=2026-11-23").get_json()["data"]

    assert [lead["name"] for lead in first["leads"] + second["leads"]] == [
        "Ann 4",
        "Ann 3",
        "Ann 2",
        "Ann 1",
    ]
    assert first["total"] == 5
    assert (fairs["total"], fairs["next_cursor"]) == (2, None)
    assert today["total"] == 5
    assert staff.get("/leads?until=2026-11-22").get_json()["data"]["total"] == 0


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("cursor=x", "cursor"),
        ("cursor=WyJ4Il0", "cursor"),
        ("cursor=W3RydWVd", "cursor"),
        ("cursor=Wy0xXQ", "cursor"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=x", "limit"),
        ("status=lost+in+space", "status"),
        ("since=soon", "since"),
        ("until=2026-13-01", "until"),
        ("order=name", "order"),
    ],
)
def test_a_wrong_query_is_named(staff, query, field):
    answer = staff.get(f"/leads?{query}")

    assert answer.status_code == 400
    assert [e["field"] for e in answer.get_json()["data"]["errors"]] == [field]


@pytest.mark.parametrize("parameter", ["q", "status", "owner", "source", "since", "until"])
def test_no_query_parameter_breaks_the_list(staff, parameter):
    made(staff, name="Zyx")

    for text in HOSTILE_TEXTS:
        answer = staff.get("/leads", query_string={parameter: text})

        assert answer.status_code in (200, 400), text
        if answer.status_code == 200:
            assert answer.get_json()["data"]["leads"] == [], text


def test_a_browser_is_sent_to_the_leads_page(staff):
    html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    answer = staff.get("/leads?status=new&q=a+b", headers={"Accept": html})

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/console/leads?status=new&q=a+b"
    assert staff.get("/leads", headers={"Accept": "*/*"}).status_code == 200


def test_an_offset_whose_plus_was_not_encoded_is_understood(staff):
    for path in ("/leads?since=", "/saba/availability?from="):
        assert staff.get(path + "2026-11-21T09:30:00+01:00").status_code == 200, path
        assert staff.get(path + "2026-11-21 09:30").status_code == 200, path


def test_a_browser_not_signed_in_signs_in_on_its_way_to_the_leads_page(client):
    html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    answer = client.get("/leads?status=new", headers={"Accept": html})

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/console/sign-in?next=/console/leads?status%3Dnew"
    assert client.get("/leads", headers={"Accept": "*/*"}).status_code == 401
    assert client.post("/leads", json={}, headers={"Accept": html}).status_code == 401


def test_the_same_key_makes_one_lead_however_often_and_at_once_it_is_sent(app, database):
    def create():
        answer = app.test_client().post(
            "/leads",
            json={"name": "Ann", "email": "ann@example.com"},
            headers={"Idempotency-Key": "k1", "Authorization": f"Bearer {STAFF_KEY}"},
        )
        return answer.status_code, answer.get_json()["data"].get("lead")

    answers = at_once([create] * 50)

    assert {status for status, _ in answers} == {201}
    assert len({json.dumps(lead, sort_keys=True) for _, lead in answers}) == 1
    assert len(rows_of(database, "leads")["leads"]) == 1
    assert len(rows_of(database, "lead_evidence")["lead_evidence"]) == 2


def test_the_same_key_with_another_body_is_a_conflict(staff):
    headers = {"Idempotency-Key": "k1"}
    staff.post("/leads", json={"name": "Ann"}, headers=headers)

    assert staff.post("/leads", json={"name": "Bob"}, headers=headers).status_code == 409


def test_notes_are_added_and_listed(staff):
    lead = made(staff)

    answer = staff.post(f"/leads/{lead['id']}/notes", json={"text": "likes tea"})

    assert answer.status_code == 201
    notes = staff.get(f"/leads/{lead['id']}/notes").get_json()["data"]["notes"]
    assert notes == [answer.get_json()["data"]["note"]]
    assert set(notes[0]) == {"id", "text", "author", "created_at"}


def test_follow_ups_are_listed_in_pages(staff, clock):
    for n in range(3):
        made(staff, name=f"Ann {n}", next_follow_up_at=f"2026-11-2{n}")

    first = staff.get("/leads/followups?limit=2").get_json()["data"]
    rest = staff.get(f"/leads/followups?cursor={first['next_cursor']}").get_json()["data"]

    assert [lead["name"] for lead in first["leads"]] == ["Ann 0", "Ann 1"]
    assert [lead["name"] for lead in rest["leads"]] == ["Ann 2"]
    assert rest["next_cursor"] is None


def test_stats_are_counted(staff):
    made(staff, name="Ann", status="won")

    stats = staff.get("/leads/stats?since=2026-11-23&until=2026-11-23").get_json()["data"]["stats"]

    assert stats["by_status"]["won"] == stats["total"] == 1
    assert stats["by_day"] == [{"date": "2026-11-23", "leads": 1}]
    assert staff.get("/leads/stats?since=soon").status_code == 400


def test_leads_are_merged_and_parted(staff):
    kept = made(staff, name="Ann", email="ann@example.com")
    gone = made(staff, phone="+49 30 901820", email="ANN@example.com")
    (pair,) = staff.get(f"/leads/{kept['id']}/duplicates").get_json()["data"]["duplicates"]
    assert (pair["field"], pair["lead"]["id"]) == ("email", gone["id"])

    merged = staff.post(f"/leads/{kept['id']}/merge", json={"from": gone["id"]})

    assert merged.status_code == 201
    assert merged.get_json()["data"]["lead"]["phone"] == "+4930901820"
    assert staff.get(f"/leads/{gone['id']}").status_code == 404

    merge_id = merged.get_json()["data"]["merge"]["id"]
    undone = staff.post(f"/leads/merges/{merge_id}/undo")

    assert undone.get_json()["data"]["leads"] == [kept, gone]
    assert staff.post(f"/leads/merges/{merge_id}/undo").status_code == 409
    assert staff.post("/leads/merges/merge_missing/undo").status_code == 404


def test_deleting_erases_and_names_possible_duplicates(staff):
    lead = made(staff, name="Ann", email="ann@example.com")
    other = made(staff, name="Also Ann", email="ann@example.com")

    answer = staff.delete(f"/leads/{lead['id']}")

    data = answer.get_json()["data"]
    assert data["possible_duplicates"] == [other["id"]]
    assert data["erasure"]["lead_id"] == lead["id"]
    assert staff.get(f"/leads/{lead['id']}").status_code == 404


def test_the_timeline_tells_all_in_order(staff, clock):
    lead = made(staff, name="Ann")
    clock.advance(timedelta(minutes=1))
    staff.patch(f"/leads/{lead['id']}", json={"status": "contacted"})
    clock.advance(timedelta(minutes=1))
    staff.post(f"/leads/{lead['id']}/notes", json={"text": "likes tea"})

    entries = staff.get(f"/leads/{lead['id']}/timeline").get_json()["data"]["timeline"]

    assert [entry["kind"] for entry in entries] == ["evidence", "status", "status", "note"]
    assert [entry["at"] for entry in entries] == sorted(entry["at"] for entry in entries)


def test_a_persons_data_is_handed_out_as_a_file(staff):
    lead = made(staff, name="Ann", email="ann@example.com")

    answer = staff.get(f"/leads/{lead['id']}/export")

    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.get_json()["lead"]["email"] == "ann@example.com"


@pytest.mark.parametrize("field", ["name", "company", "need", "budget", "timeline", "owner"])
def test_hostile_text_is_stored_as_text_or_refused(staff, field):
    kept = 0
    for text in HOSTILE_TEXTS:
        answer = staff.post("/leads", json={"name": "Ann", field: f"Ann {text}"[:100]})

        assert answer.status_code in (201, 400), text
        if answer.status_code == 201:
            kept += 1
            shown = answer.get_json()["data"]["lead"][field]
            assert " ".join(shown.split()) == shown
            assert shown.startswith("Ann") or field == "budget"

    assert staff.get("/leads").get_json()["data"]["total"] == kept > 30
