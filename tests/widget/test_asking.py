"""What the widget asks: to agree before the first message, and at the end how it was."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.widget.audit import audit
from tests.widget.axe import grave_findings
from tests.widget.contract_service import card
from tests.widget.test_cards import meeting
from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser

AGREEMENT = "I agree that my details are used to answer me."
POLICY = "https://lindner-park.example/privacy"


def test_where_the_business_asks_for_consent_nothing_is_sent_before_it_is_given(visitor, service):
    service.config.update(consent_text=AGREEMENT, privacy_url=POLICY)
    visitor.open().write("What does a website cost?")
    box = visitor.panel.get_by_role("checkbox", name=re.compile("I agree"))

    expect(visitor.panel).to_contain_text("Please tick this first, then send.")
    expect(box).to_be_focused()
    expect(visitor.input).to_have_value("What does a website cost?")
    assert audit(visitor) == [] and grave_findings(visitor.page, "parley-chat") == []
    expect(visitor.panel.get_by_role("link", name="Privacy policy")).to_have_attribute(
        "href", POLICY
    )
    visitor.page.evaluate("Parley('send', 'And a shop?')")
    expect(visitor.input).to_have_value("And a shop?\nWhat does a website cost?")
    assert (service.posts, visitor.stored()) == ([], {})

    box.press("Space")
    visitor.say("What does a website cost?")

    assert service.posts[0]["consent"] == AGREEMENT
    expect(box).to_be_hidden()
    visitor.page.reload()
    expect(visitor.finished).to_have_count(1)
    expect(box).to_be_hidden()
    visitor.say("And a shop?")
    assert len(service.posts) == 2


def test_what_was_written_offline_does_not_go_out_without_the_consent_either(
    visitor, service, windows
):
    windows.allow("ERR_INTERNET_DISCONNECTED")
    service.config.update(consent_text=AGREEMENT)
    with visitor.page.expect_response("**/widget/panel.js*"):
        visitor.launcher.hover()
    visitor.page.context.set_offline(True)
    visitor.open().write("What does a website cost?")
    expect(visitor.panel).to_contain_text("Will be sent when you are online again")

    visitor.page.context.set_offline(False)

    expect(visitor.problem).to_contain_text("Please tick this first, then send.")
    assert service.posts == []
    visitor.panel.get_by_role("checkbox").check()
    visitor.button("Try again").click()
    expect(visitor.finished).to_have_count(1)
    assert service.posts[0]["consent"] == AGREEMENT


def test_a_note_on_privacy_stands_under_the_chat_where_there_is_one(visitor, service):
    service.config.update(privacy_note="We answer, and keep nothing else.", privacy_url=POLICY)
    visitor.open()

    fine = visitor.panel.locator(".fine")
    expect(fine).to_have_text("We answer, and keep nothing else. Privacy policy")
    expect(visitor.panel.get_by_role("checkbox")).to_have_count(0)


def test_when_the_meeting_is_booked_the_visitor_is_asked_how_it_was(visitor, service):
    service.will_reply("See you then.", meeting())
    visitor.open().say("Tuesday at half past ten")
    rating = visitor.panel.get_by_role("group", name="How was this chat?")
    client = service.turns[service.posts[0]["message_id"]].client_id

    rating.get_by_role("button", name="4/5, Good").click()

    expect(rating).to_have_count(0)  # the question has become the thanks
    thanks = visitor.panel.get_by_role("group", name="Thank you for telling us.")
    thanks.get_by_label("What should we know? (optional)").fill("Quick.")
    thanks.get_by_role("button", name="Send").click()
    expect(thanks.get_by_role("button", name="Send")).to_be_hidden()
    given = {"client_id": client, "conversation_id": "conv-1", "score": 4}
    assert service.ratings == [given, {**given, "comment": "Quick."}]

    visitor.page.reload()
    service.will_reply("A person will see this.", card(type="handoff", id="h1", message="…"))
    visitor.say("A person, please")
    expect(visitor.panel.locator(".rating")).to_be_hidden()  # asked once a chat


def test_whoever_starts_over_is_asked_about_the_chat_that_ended(visitor, service, windows):
    windows.allow("500")
    visitor.open().say("Hello")
    visitor.choose_from_menu("Start over")
    visitor.panel.get_by_role("alertdialog").get_by_role("button", name="Start over").click()
    visitor.page.route("**/gemini/rating", lambda route: route.fulfill(status=500), times=1)

    worst = visitor.button("1/5, Bad")
    worst.click()
    expect(visitor.panel).to_contain_text("That could not be saved. Try again.")
    worst.click()

    expect(visitor.panel).to_contain_text("Thank you for telling us.")
    assert [rating["score"] for rating in service.ratings] == [1]
    visitor.say("Something else")
    expect(visitor.panel.locator(".rating")).to_be_hidden()


def test_a_whole_visit_by_keyboard_alone(visitor, service):
    keyboard = visitor.page.keyboard
    visitor.page.get_by_role("link", name="More").focus()
    for key in ("Tab", "Enter"):
        keyboard.press(key)
    expect(visitor.input).to_be_focused()
    service.will_reply("See you.", meeting())
    keyboard.type("Tuesday at half past ten")
    keyboard.press("Enter")
    expect(visitor.finished).to_have_count(1)

    keyboard.press("Shift+Tab")  # backwards into the question that came with the booking
    expect(visitor.button("5/5, Great")).to_be_focused()
    keyboard.press("Enter")
    expect(visitor.panel).to_contain_text("Thank you for telling us.")
    keyboard.press("Escape")

    expect(visitor.panel).to_be_hidden()
    expect(visitor.launcher).to_be_focused()
    keyboard.press("Enter")
    expect(visitor.input).to_be_focused()


LISTENING = """<script>
window.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { tones += 1; return start.apply(this, when); };
</script>"""


def test_an_answer_makes_a_sound_only_for_who_switched_it_on_and_in_one_tab(windows, service):
    visitor = Visitor.arriving(windows, service, before=LISTENING)
    visitor.open().say("Quietly")
    assert visitor.page.evaluate("tones") == 0
    visitor.button("More").click()
    switch = visitor.panel.get_by_role("menuitemcheckbox", name="Sound for answers")
    expect(switch).to_have_attribute("aria-checked", "false")

    switch.click()
    visitor.page.wait_for_function("tones === 2")  # what it sounds like
    other = visitor.another_tab().open()
    visitor.say("Aloud")

    visitor.page.wait_for_function("tones === 4")
    expect(other.finished).to_have_count(2)
    assert other.page.evaluate("tones") == 0
    visitor.page.reload()
    visitor.button("More").click()
    expect(switch).to_have_attribute("aria-checked", "true")
