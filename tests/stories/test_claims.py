"""A model claims what did not happen: it is told once, then our own words stand in for it."""

from __future__ import annotations

from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import GeminiServer, Recorded
from tests.stories.visitor import Visitor

HELLO = "Hi, I'm Joan Aleric, joan@aleric.example. When could we talk?"


def test_a_model_that_insists_is_told_once_and_then_replaced(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.will(
        gemini.text("Glad to help! Your slot is ", "locked in for Tuesday."),
        gemini.text("Consider it ", "done, see you Tuesday at 3!"),
    )
    answer = gemini_visitor.say("Book me in for Tuesday at 3")

    assert "locked in" not in answer.reply and "see you" not in answer.reply
    assert "Nothing is booked yet" in answer.reply
    told = [str(each.body["contents"]) for each in gemini_server.journal]
    assert ["was not shown" in each for each in told] == [False, True]


def test_a_model_that_mends_its_words_is_heard(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.will(
        gemini.text("I've passed this on to Maria, she'll ring you tomorrow."),
        gemini.text("Would you like a colleague to ring you?"),
    )
    answer = gemini_visitor.say("Can somebody ring me?")

    assert answer.reply == "Would you like a colleague to ring you?"


def test_what_a_row_bears_out_may_be_said(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.will(
        gemini.calls(
            ("remember_visitor", {"name": "Joan Aleric"}), ("find_slots", {"wish": "Tuesday"})
        ),
        gemini.text("Which of these times suits you?"),
    )
    slot = gemini_visitor.say(HELLO).card("slots")["slots"][0]

    def book(request: Recorded) -> gemini.Reply:
        if request.results:
            return gemini.text("You're all set. ", "See you then!")
        return gemini.calls(("book_meeting", {"slot_id": slot["id"]}))

    gemini_server.respond_with(book)
    answer = gemini_visitor.say("The first one, please")

    assert "You're all set. See you then!" in answer.reply
    assert "meeting_confirmed" in answer.kinds
