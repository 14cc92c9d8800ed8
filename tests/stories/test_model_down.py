"""The model fails, before or in the middle of a turn: no dead end, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import GeminiServer
from tests.stories.visitor import Team, Visitor

SAID = "Hi, I'm Ola Berg, ola@berg.example.com. Can I see you tomorrow afternoon?"

FAILURES: dict[str, Callable[[], gemini.Reply]] = {
    "overloaded": lambda: gemini.error(503),
    "rate limited": lambda: gemini.rate_limited("60s"),
    "bad key": lambda: gemini.error(400, "API key not valid"),
    "retired model": lambda: gemini.error(404, "no longer available"),
    "an HTML page": gemini.html,
    "nothing": gemini.empty,
    "blocked": gemini.blocked,
    "malformed call": lambda: gemini.ended("MALFORMED_FUNCTION_CALL"),
    "cut at once": lambda: gemini.text("Of").then_cut(),
    "cut in the middle": lambda: gemini.text("Of course. ", "Let me loo").then_cut(),
    "error in the middle": lambda: gemini.text("Of course. ").then_error(503),
    "no JSON": lambda: gemini.raw(b"data: {nonsense\r\n\r\n"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_the_scripted_engine_finishes_the_turn(
    gemini_visitor: Visitor, gemini_team: Team, gemini_server: GeminiServer, failure: str
) -> None:
    gemini_server.respond_with(lambda request: FAILURES[failure]())

    answer = gemini_visitor.say(SAID)

    assert answer.data["degraded"] is True
    assert answer.data["engine"] == "scripted"
    assert {"lead_saved", "slots"} <= answer.kinds
    assert "loo" not in answer.reply.split()
    assert gemini_team.only_lead()["email"] == "ola@berg.example.com"
    assert len(gemini_server.journal) <= 3

    booked = gemini_visitor.say(answer.card("slots")["slots"][0]["label"])
    assert "meeting_confirmed" in booked.kinds


def test_a_model_that_fails_after_its_tools_leaves_their_work_standing(
    gemini_visitor: Visitor, gemini_team: Team, gemini_server: GeminiServer
) -> None:
    gemini_server.will(gemini.calls(("find_slots", {"wish": "tomorrow afternoon"})))
    gemini_server.respond_with(lambda request: gemini.error(500))

    answer = gemini_visitor.say(SAID)

    assert answer.data["degraded"] is True
    assert len([card for card in answer.cards if card["type"] == "slots"]) == 1
    assert "booked" not in answer.reply.lower()


def test_a_model_that_never_stops_calling_tools_is_stopped(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.respond_with(
        lambda request: gemini.calls(("answer_from_knowledge", {"question": "price"}))
    )
    answer = gemini_visitor.say("What does a website cost?")

    assert len(gemini_server.journal) <= 6
    assert answer.reply and answer.data["degraded"] is True


def test_the_days_budget_is_kept_and_leads_go_on(
    make_app: Callable[..., object], gemini_server: GeminiServer
) -> None:
    from tests.fakes.gemini_server import API_KEY

    app = make_app(
        gemini_api_key=API_KEY, google_gemini_base_url=gemini_server.url, daily_model_calls=3
    )
    visitor = Visitor(app)  # type: ignore[arg-type]
    for _ in range(5):
        visitor.say("hello there")
    visitor.say("I'm Ola, ola@berg.example.com")

    assert len(gemini_server.journal) == 3
    assert Team(app).only_lead()["email"] == "ola@berg.example.com"  # type: ignore[arg-type]
