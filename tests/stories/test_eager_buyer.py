"""The eager buyer says everything at once and wants a meeting now."""

from __future__ import annotations

from typing import Any

from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import GeminiServer, Recorded
from tests.stories.visitor import Team, Visitor

HELLO = (
    "Hi! I'm Joan Aleric from Brightside Bakery, joan@brightside.example.com, +44 20 7946 0958. "
    "We need a new online shop by March, our budget is about 8,000 euros. Can we meet Tuesday?"
)


def check_lead(lead: dict[str, Any]) -> None:
    assert lead["name"] == "Joan Aleric"
    assert lead["email"] == "joan@brightside.example.com"
    assert lead["phone"] == "+442079460958"
    assert lead["company"] == "Brightside Bakery"
    assert "online shop" in lead["need"]
    assert "8" in lead["budget"] and "EUR" in lead["budget"]
    for field in ("name", "email", "phone", "company", "need", "budget"):
        assert lead["evidence"][field]["quote"] in HELLO
        assert lead["evidence"][field]["verified"] is False


def test_is_booked_in_two_turns_by_the_scripted_engine(visitor: Visitor, team: Team) -> None:
    first = visitor.say(HELLO)
    assert {"lead_saved", "slots"} <= first.kinds
    slots = first.card("slots")["slots"]
    assert all(slot["start"].startswith("2026-11-24") for slot in slots)

    second = visitor.say(slots[1]["label"])

    assert second.kinds >= {"meeting_confirmed"}
    assert second.card("meeting_confirmed")["meeting"]["start"] == slots[1]["start"]
    lead = team.only_lead()
    check_lead(lead)
    assert lead["status"] == "meeting_scheduled"
    assert [meeting["start"] for meeting in lead["meetings"]] == [slots[1]["start"]]


def test_is_booked_by_gemini_through_our_tools(
    gemini_visitor: Visitor, gemini_team: Team, gemini_server: GeminiServer
) -> None:
    gemini_server.will(
        gemini.calls(
            ("remember_visitor", {"name": "Joan Aleric", "need": "a new online shop"}),
            ("find_slots", {"wish": "Tuesday"}),
        ),
        gemini.text("Lovely to meet you, Joan! ", "Which of these times suits you?"),
    )
    first = gemini_visitor.say(HELLO)

    assert first.reply == "Lovely to meet you, Joan! Which of these times suits you?"
    assert first.data["engine"] == "gemini" and first.data["degraded"] is False
    slot = first.card("slots")["slots"][0]

    def book(request: Recorded) -> gemini.Reply:
        if request.results:
            return gemini.text("That works. ", "Is there anything I should pass on for it?")
        return gemini.calls(("book_meeting", {"slot_id": slot["id"]}))

    gemini_server.respond_with(book)
    second = gemini_visitor.say("The first one, please")

    assert second.card("meeting_confirmed")["meeting"]["start"] == slot["start"]
    assert second.data["engine"] == "gemini"
    lead = gemini_team.only_lead()
    check_lead(lead)
    assert lead["status"] == "meeting_scheduled"
