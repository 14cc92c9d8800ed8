"""The tire-kicker only looks: gets answers, is not pushed, and is no lead."""

from __future__ import annotations

from tests.stories.visitor import Team, Visitor


def test_gets_answers_and_becomes_no_lead(visitor: Visitor, team: Team) -> None:
    replies = [
        visitor.say(text).reply
        for text in (
            "hi",
            "just looking around",
            "what does a website cost with you?",
            "and how long does it take?",
            "ok thanks, no need for a call",
            "bye",
        )
    ]

    assert team.leads() == []
    assert "€" in replies[2]
    assert any(word in replies[3].lower() for word in ("week", "day", "month"))
    assert len(set(replies)) == len(replies), "said the same thing twice"


def test_no_footprint_is_left_by_looking_at_the_page(visitor: Visitor, team: Team) -> None:
    for path in ("/", "/widget.js", "/gemini/widget-config", "/health"):
        answer = visitor.http.get(path)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        answer.close()

    assert team.get("/logs")["logs"] == []
