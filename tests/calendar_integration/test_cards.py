"""Cards and JSON: one instant in every zone, and nothing that the contract does not name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from calendar_integration.cards import Cards, meeting_as_json, meeting_card, slots_card
from calendar_integration.model import Slot
from core.errors import InvalidInput
from tests.calendar_integration.conftest import LINKS
from tests.calendar_integration.test_ics import MEETING

SLOT = Slot("slot_1", MEETING.start, MEETING.end)


def test_a_meeting_has_the_fields_of_the_contract() -> None:
    assert meeting_as_json(MEETING, LINKS) == {
        "id": "meeting_1",
        "start": "2026-11-24T10:00:00+01:00",
        "end": "2026-11-24T10:30:00+01:00",
        "timezone": "Europe/Berlin",
        "status": "confirmed",
        "meet_link": "https://meet.example/abc",
        "calendar_link": None,
        "ics_url": f"https://meet.example/meetings/{LINKS.token_of('meeting_1')}.ics",
        "manage_url": f"https://meet.example/meetings/{LINKS.token_of('meeting_1')}",
    }


def test_the_card_of_a_slot_offer_is_the_same_for_the_same_slots() -> None:
    card = slots_card([SLOT], "Asia/Kolkata")

    assert card["type"] == "slots"
    assert card["slots"] == [
        {
            "id": "slot_1",
            "start": "2026-11-24T14:30:00+05:30",
            "end": "2026-11-24T15:00:00+05:30",
            "label": "Tue 24 Nov, 14:30",
        }
    ]
    assert card == Cards(LINKS).slots([SLOT], "Asia/Kolkata")
    assert card["id"] != slots_card([replace(SLOT, id="slot_2")], "Asia/Kolkata")["id"]


@pytest.mark.parametrize("status", ["confirmed", "pending", "cancelled"])
def test_the_card_of_a_meeting_says_its_state(status: str) -> None:
    card = meeting_card(replace(MEETING, status=status), LINKS)

    assert card["type"] == f"meeting_{status}"
    assert card["meeting"]["status"] == status
    assert card["label"] == "Tuesday, 24 November 2026, 10:00–10:30 (Europe/Berlin, UTC+01:00)"


def test_each_state_of_a_meeting_has_a_card_of_its_own() -> None:
    states = [MEETING, replace(MEETING, sequence=1), replace(MEETING, status="cancelled")]

    assert len({meeting_card(state, LINKS)["id"] for state in states}) == 3


# One instant, the same everywhere: (UTC, zone, JSON, label of the slot, label of the meeting)
INSTANTS = [
    ("2026-03-08T06:30", "America/New_York", "01:30:00-05:00", "Sun 8 Mar, 01:30", "UTC-05:00"),
    ("2026-03-08T07:30", "America/New_York", "03:30:00-04:00", "Sun 8 Mar, 03:30", "UTC-04:00"),
    ("2026-11-01T05:30", "America/New_York", "01:30:00-04:00", "Sun 1 Nov, 01:30", "UTC-04:00"),
    ("2026-11-01T06:30", "America/New_York", "01:30:00-05:00", "Sun 1 Nov, 01:30", "UTC-05:00"),
    ("2026-06-01T12:00", "Asia/Kolkata", "17:30:00+05:30", "Mon 1 Jun, 17:30", "UTC+05:30"),
    ("2026-10-03T15:30", "Australia/Lord_Howe", "02:30:00+11:00", "Sun 4 Oct, 02:30", "UTC+11:00"),
    ("2026-06-01T12:00", "Pacific/Chatham", "00:45:00+12:45", "Tue 2 Jun, 00:45", "UTC+12:45"),
    ("2026-06-01T12:00", "UTC", "12:00:00+00:00", "Mon 1 Jun, 12:00", "UTC+00:00"),
]


@pytest.mark.parametrize(("instant", "zone", "json", "slot_label", "offset"), INSTANTS)
def test_an_instant_is_the_same_on_every_surface(
    instant: str, zone: str, json: str, slot_label: str, offset: str
) -> None:
    start = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    meeting = replace(MEETING, start=start, end=start + timedelta(minutes=30), timezone=zone)
    slot = slots_card([Slot("slot_1", meeting.start, meeting.end)], zone)["slots"][0]

    assert meeting_as_json(meeting, LINKS)["start"].endswith(json)
    assert datetime.fromisoformat(meeting_as_json(meeting, LINKS)["start"]) == start
    assert slot["start"] == meeting_as_json(meeting, LINKS)["start"]
    assert slot["label"] == slot_label
    assert f"({zone}, {offset})" in meeting_card(meeting, LINKS)["label"]


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(InvalidInput):
        slots_card([SLOT], "Mars/Olympus")
