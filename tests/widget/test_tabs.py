"""Two tabs of one browser show one conversation."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.contract_service import hold
from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser


def test_what_is_said_in_one_tab_appears_in_the_other(visitor, service):
    visitor.open().say("From the first")
    other = visitor.another_tab().open()
    expect(other.finished).to_have_count(1)

    other.say("From the second")

    expect(visitor.finished).to_have_count(2)
    assert visitor.transcript() == other.transcript()


def test_a_conversation_begun_in_one_tab_is_the_other_ones_too(visitor, service):
    other = visitor.another_tab().open()
    visitor.open().say("Hello")
    expect(other.finished).to_have_count(1)

    other.say("And I go on")

    assert service.posts[1]["client_id"] == f"client-{service.posts[0]['message_id']}.signature"


def test_an_answer_streams_into_both(visitor, service):
    other = visitor.another_tab().open()
    service.will_reply("As I speak ", hold(), "so you see.")
    visitor.open().write("Hello")

    expect(other.heard).to_have_text("As I speak")
    service.release()
    expect(other.heard).to_have_text("As I speak so you see.")


def test_when_the_tab_that_asked_goes_elsewhere_the_other_gets_the_rest(visitor, service):
    other = visitor.another_tab().open()
    service.will_reply("As I speak ", hold(), "so you see.")
    visitor.open().write("Hello")
    expect(other.heard).to_have_text("As I speak")

    visitor.page.goto(service.page("/pages/elsewhere", "<link rel='icon' href='data:,'>"))
    service.release()

    expect(other.heard).to_have_text("As I speak so you see.")
    expect(other.finished).to_have_count(1)
    assert len(service.posts) == 1


def test_starting_over_in_one_tab_empties_both(visitor, service):
    visitor.open().say("Hello")
    other = visitor.another_tab().open()
    expect(other.finished).to_have_count(1)

    visitor.choose_from_menu("Start over")
    visitor.panel.get_by_role("alertdialog").get_by_role("button", name="Start over").click()

    expect(other.said).to_have_count(0)
    other.say("A new one")
    assert "client_id" not in service.posts[1]
    expect(visitor.finished).to_have_count(1)


WITHOUT_CHANNELS = "<script>delete window.BroadcastChannel</script>"


def test_without_channels_a_conversation_begun_elsewhere_is_found_by_the_stored_key(
    windows, service
):
    visitor = Visitor.arriving(windows, service, before=WITHOUT_CHANNELS)
    other = visitor.another_tab().open()
    visitor.open().say("Hello")

    other.say("And I go on")

    assert service.posts[1]["client_id"] == f"client-{service.posts[0]['message_id']}.signature"


def test_without_channels_starting_over_empties_both(windows, service):
    visitor = Visitor.arriving(windows, service, before=WITHOUT_CHANNELS)
    visitor.open().say("Hello")
    other = visitor.another_tab().open()
    expect(other.finished).to_have_count(1)

    visitor.page.evaluate("Parley('reset')")

    expect(other.said).to_have_count(0)
