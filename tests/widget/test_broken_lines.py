"""Connections break, services restart, limits are reached: nothing is lost, nothing is doubled."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.contract_service import card, cut, error, hold

pytestmark = pytest.mark.browser


def test_a_stream_that_was_cut_goes_on_where_it_stopped(visitor, service):
    service.will_reply("One ", "two ", cut(), "three ", "four.")

    assert visitor.open().say("Count") == "One two three four."
    assert len(service.posts) == 1
    assert service.resumed == ["3-proof"]


def test_a_stream_may_be_cut_again_and_again(visitor, service):
    service.will_reply("a", cut(), "b", cut(), "c", cut(), "d", cut(), "e", cut(), "f")

    assert visitor.open().say("Letters") == "abcdef"
    assert len(service.posts) == 1


def test_a_card_is_shown_once_however_often_the_stream_broke(visitor, service):
    service.will_reply("See: ", card(type="handoff", id="h1", message="…"), cut(), "so.", cut())

    visitor.open().say("A person, please")

    expect(visitor.panel.locator("[data-card=handoff]")).to_have_count(1)


def test_a_stream_cut_before_its_first_event_is_said_again_with_the_same_id(
    visitor, service, windows
):
    windows.allow("502|503|404")
    service.will_refuse(502)
    service.will_refuse(503)

    assert visitor.open().say("Hello") == "You said: Hello"
    assert len({post["message_id"] for post in service.posts}) == 1
    assert len(service.turns) == 1


def test_where_streams_never_get_through_the_answer_is_asked_for_whole(visitor, service, windows):
    windows.allow("404")
    service.will_reply(*[step for _ in range(9) for step in (cut(), hold())], "Whole.")
    service.release()
    visitor.page.route("**/gemini/stream/*", lambda route: route.fulfill(body=""))
    visitor.open().write("Hello")

    expect(visitor.heard).to_have_text("Whole.", timeout=15_000)
    assert len(service.turns) == 1


def test_a_message_written_offline_is_sent_when_the_connection_is_back(visitor, service):
    visitor.open()
    visitor.page.context.set_offline(True)
    expect(visitor.panel).to_contain_text("You are offline.")
    visitor.write("Hello?")
    expect(visitor.panel).to_contain_text("Will be sent when you are online again")
    assert service.posts == []

    visitor.page.context.set_offline(False)

    expect(visitor.heard).to_have_text("You said: Hello?")
    expect(visitor.panel).not_to_contain_text("You are offline.")


def test_going_offline_in_the_middle_of_an_answer_loses_nothing(visitor, service, windows):
    windows.allow("ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED")
    service.will_reply("Begun, ", hold(), "and finished.")
    visitor.open().write("Hello")
    expect(visitor.heard).to_have_text("Begun,")

    visitor.page.context.set_offline(True)
    service.release()
    visitor.page.context.set_offline(False)

    expect(visitor.heard).to_have_text("Begun, and finished.")
    assert len(service.posts) == 1


REFUSALS = [
    (429, {"Retry-After": "40"}, "Wait 40 seconds and try again."),
    (429, {"Retry-After": "3000"}, "Wait 50 minutes and try again."),
    (429, {}, "Wait a moment and try again."),
    (413, {}, "Your message is too long. Shorten it and send it again."),
    (400, {}, "The message could not be accepted: holds a NUL"),
    (403, {}, "The chat is not set up for this website."),
    (500, {}, "No answer right now. Your message is still here"),
    (503, {"Retry-After": "60"}, "No answer right now. Your message is still here"),
]


def test_a_refusal_is_told_as_a_sentence_with_what_to_do(visitor, service, windows):
    windows.allow("status of [45]")
    visitor.open()
    for number, (status, headers, sentence) in enumerate(REFUSALS):
        service.will_refuse(status, "holds a NUL", **headers)
        visitor.write(f"Hello {number}")

        expect(visitor.problem.nth(number)).to_contain_text(sentence)
        expect(visitor.button("Try again")).to_have_count(number + 1)
        expect(visitor.said.nth(number)).to_have_text(f"Hello {number}")


def test_trying_again_says_the_same_message_and_not_another(visitor, service, windows):
    windows.allow("500")
    service.will_refuse(500)
    visitor.open().write("Hello")

    visitor.button("Try again").click()

    expect(visitor.heard).to_have_text("You said: Hello")
    expect(visitor.problem).to_have_count(0)
    expect(visitor.said).to_have_count(1)
    first, second = service.posts
    assert first["message_id"] == second["message_id"]


def test_an_answer_the_service_gives_up_in_the_middle_leaves_the_message_to_try_again(
    visitor, service
):
    service.will_reply("Half a", error("The answer was lost.", 503), " Whole.")
    visitor.open().write("Hello")

    expect(visitor.problem).to_contain_text("No answer right now.")
    expect(visitor.heard).to_be_hidden()
    visitor.button("Try again").click()

    expect(visitor.heard).to_have_text("Half a Whole.")
    assert len({post["message_id"] for post in service.posts}) == 1


def test_a_failed_message_does_not_hold_up_the_next_one(visitor, service, windows):
    windows.allow("500")
    service.will_refuse(500)
    visitor.open().write("One")
    expect(visitor.problem).to_be_visible()

    assert visitor.say("Two") == "You said: Two"


def test_a_reload_in_the_middle_of_an_answer_picks_it_up(visitor, service):
    service.will_reply("Begun, ", hold(), "and finished.")
    visitor.open().write("Hello")
    expect(visitor.heard).to_have_text("Begun,")

    visitor.page.reload()
    service.release()

    expect(visitor.heard).to_have_text("Begun, and finished.")
    expect(visitor.said).to_have_text(["Hello"])
    assert len(service.posts) == 1


def test_a_reload_before_the_message_was_acknowledged_says_it_once(visitor, service, windows):
    windows.allow("500")
    service.will_refuse(500)
    visitor.open().write("Hello")
    expect(visitor.problem).to_be_visible()

    visitor.page.reload()

    expect(visitor.panel).to_be_hidden()
    visitor.open()
    expect(visitor.heard).to_have_text("You said: Hello")
    assert len({post["message_id"] for post in service.posts}) == 1


def test_when_earlier_messages_cannot_be_loaded_it_says_so_and_offers_to_try_again(
    visitor, service, windows
):
    windows.allow("ERR_FAILED")
    visitor.open().say("One")
    visitor.page.route("**/gemini/conversation", lambda route: route.abort())
    visitor.page.reload()
    expect(visitor.panel).to_contain_text("Earlier messages could not be loaded.")

    visitor.page.unroute("**/gemini/conversation")
    visitor.button("Try again").click()

    expect(visitor.heard).to_have_text("You said: One")
    expect(visitor.panel).not_to_contain_text("could not be loaded")
