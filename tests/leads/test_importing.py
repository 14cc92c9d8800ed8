"""A `leads.json` is read whole or not at all, and once."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from core.errors import InvalidInput
from leads.commands import leads_commands
from leads.model import LeadFilter
from tests.leads.rows import rows_of

ROW = {
    "id": "7c1",
    "timestamp": "2026-03-02T10:15:00",
    "name": "Ann Lee",
    "contact_method": "email",
    "contact_details": "ann@example.com",
    "details": "Needs a website for her bakery.",
    "status": "contacted",
    "source_client_id": "client-1",
    "source_log_file": "conversation_client-1.txt",
}


def file(*rows):
    return json.dumps(list(rows)).encode()


def test_a_row_becomes_a_lead(leads):
    result = leads.import_leads(file(ROW))

    assert (result.created, result.known) == (1, 0)
    (details,) = leads.page(LeadFilter()).leads
    lead = details.lead
    assert (lead.name, lead.email, lead.status, lead.source) == (
        "Ann Lee",
        "ann@example.com",
        "contacted",
        "import",
    )
    assert lead.need == "Needs a website for her bakery."
    assert lead.created_at == datetime(2026, 3, 2, 9, 15, tzinfo=UTC)  # it was Berlin's time
    assert details.evidence["email"].method == "import"
    assert "client-1" in details.notes[0].text


def test_a_phone_is_a_phone_whatever_the_way_of_contact_is_called(leads):
    leads.import_leads(
        file(
            {**ROW, "id": 1, "contact_method": "WhatsApp", "contact_details": "+49 30 901820"},
            {**ROW, "id": 2, "contact_method": "carrier pigeon", "contact_details": "030 901821"},
            {**ROW, "id": 3, "contact_method": None, "contact_details": "N/A"},
        )
    )

    phones = {details.lead.phone for details in leads.page(LeadFilter()).leads}
    assert phones == {"+4930901820", "+4930901821", None}


def test_the_same_file_twice_adds_nothing(leads, database):
    leads.import_leads(file(ROW, {**ROW, "id": "8"}))
    before = rows_of(database)

    result = leads.import_leads(file(ROW, {**ROW, "id": "8"}))

    assert (result.created, result.known) == (0, 2)
    assert rows_of(database) == before


def test_a_longer_file_adds_only_what_is_new(leads):
    leads.import_leads(file(ROW))

    assert leads.import_leads(file(ROW, {**ROW, "id": "8"})).created == 1


def test_an_erased_person_does_not_come_back_with_the_file(leads):
    leads.import_leads(file(ROW))
    (details,) = leads.page(LeadFilter()).leads
    leads.erase(details.lead.id, "sam")

    assert leads.import_leads(file(ROW)).created == 0
    assert leads.page(LeadFilter()).total == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": None}, "[1].id"),
        ({"id": ["x"]}, "[1].id"),
        ({"timestamp": "yesterday"}, "[1].timestamp"),
        ({"timestamp": None}, "[1].timestamp"),
        ({"timestamp": "2999-01-01T00:00:00"}, "[1].timestamp"),
        ({"timestamp": "0001-01-01T00:00:00+14:00"}, "[1].timestamp"),
        ({"status": "lost in space"}, "[1].status"),
        ({"contact_details": "nonsense"}, "[1].contact_details"),
        ({"contact_method": "phone"}, "[1].contact_details"),
        ({"name": {"first": "Ann"}}, "[1].name"),
        ({"name": "Ann\ud800"}, "[1].name"),
        ({"details": "x\x00y"}, "[1].details"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_imported(leads, database, change, field):
    with pytest.raises(InvalidInput) as caught:
        leads.import_leads(file(ROW, {**ROW, "id": "8", **change}))

    assert [error.field for error in caught.value.errors] == [field]
    assert rows_of(database, "leads") == {"leads": []}


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b"[[]]", b"nonsense", b"\xff\xfe", b"[" * 100_000, b'"x"', b"[null]"],
)
def test_what_is_no_leads_json_is_refused(leads, database, content):
    with pytest.raises(InvalidInput):
        leads.import_leads(content)

    assert rows_of(database, "leads") == {"leads": []}


def test_unknown_keys_are_kept_as_a_note(leads):
    leads.import_leads(file({**ROW, "rating": {"stars": 5}}))

    (details,) = leads.page(LeadFilter()).leads
    assert 'rating: {"stars": 5}' in details.notes[0].text


def test_the_command_says_what_it_did(leads, tmp_path):
    path = tmp_path / "leads.json"
    path.write_bytes(file(ROW))
    run = CliRunner().invoke(leads_commands(lambda: leads), ["import", str(path)])

    assert run.exit_code == 0
    assert "1 leads made, 0 were known already." in run.output


def test_the_command_names_the_row_at_fault(leads, tmp_path):
    path = tmp_path / "leads.json"
    path.write_bytes(file({**ROW, "status": "?"}))
    run = CliRunner().invoke(leads_commands(lambda: leads), ["import", str(path)])

    assert run.exit_code == 1
    assert "[0].status must be one of new, contacted" in run.output
    assert "Traceback" not in run.output
