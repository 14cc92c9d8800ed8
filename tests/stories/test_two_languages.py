"""The visitor starts in English and goes on in German; facts and times stay right."""

from __future__ import annotations

from tests.stories.visitor import Team, Visitor


def test_is_answered_in_the_language_of_each_message(visitor: Visitor, team: Team) -> None:
    visitor.say("Hello, do you build websites?")
    answer = visitor.say(
        "Ich heiße Jürgen Müller, meine E-Mail ist juergen@mueller.example.com. "
        "Können wir uns morgen Nachmittag treffen?"
    )

    assert answer.kinds >= {"lead_saved", "slots"}
    assert any(word in answer.reply.lower() for word in ("sie", "ihnen", "termin", "zeit"))
    for slot in answer.card("slots")["slots"]:
        assert slot["start"].startswith("2026-11-24T1")
    assert team.only_lead()["name"] == "Jürgen Müller"
