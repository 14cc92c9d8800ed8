"""The visitor goes silent after two turns: what they said is a lead all the same."""

from __future__ import annotations

from datetime import timedelta

from core.clock import SettableClock
from tests.stories.visitor import Team, Visitor


def test_what_was_said_before_the_silence_is_kept(
    visitor: Visitor, team: Team, clock: SettableClock
) -> None:
    visitor.say("We need help with our Google ranking")
    visitor.say("ok, it's sam@fieldandco.example.com")
    clock.advance(timedelta(days=3))

    lead = team.only_lead()
    assert lead["email"] == "sam@fieldandco.example.com"
    assert "Google ranking" in lead["need"]

    again = visitor.say("Hello again, it's me")
    assert len(visitor.transcript()) == 6
    assert again.data["client_id"] == visitor.client_id


def test_after_a_reset_a_new_conversation_starts_and_the_lead_stays(
    visitor: Visitor, team: Team
) -> None:
    first = visitor.say("I'm Sam, sam@fieldandco.example.com")
    visitor.http.post("/gemini/reset", json={"client_id": visitor.client_id})
    second = visitor.say("Hello")

    assert second.data["conversation_id"] != first.data["conversation_id"]
    assert len(visitor.transcript()) == 2
    assert team.only_lead()["email"] == "sam@fieldandco.example.com"
