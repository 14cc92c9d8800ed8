"""A visitor opens the widget and talks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.widget.contract_service import card, hold, silence
from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_visitor_is_greeted_writes_and_is_answered(visitor, service):
    service.will_reply("A website costs ", "€1,900 or more.")
    visitor.open()
    expect(visitor.panel).to_contain_text("Hello! I’m the AI assistant of Lindner & Park Studio.")
    expect(visitor.panel).to_contain_text("You are chatting with an AI assistant.")
    expect(visitor.panel).to_contain_text("Our team: Mon–Fri 09:00–17:00")

    visitor.write("   \n ")  # nothing is sent for spaces
    assert visitor.say("What does a website cost?") == "A website costs €1,900 or more."
    visitor.input.fill("One line")
    visitor.input.press("Shift+Enter")
    visitor.page.keyboard.type("and another")
    visitor.input.press("Enter")
    expect(visitor.finished).to_have_count(2)
    visitor.choose_from_menu("Talk to a person")
    expect(visitor.finished).to_have_count(3)

    question, lines, person = (post["content"] for post in service.posts)
    assert (question, lines) == ("What does a website cost?", "One line\nand another")
    assert person == "I would like to talk to a person, please."
    assert visitor.transcript()[:2] == [question, "A website costs €1,900 or more."]
    first, *later = service.posts  # all in the conversation that the first began
    assert "client_id" not in first
    assert {post["client_id"] for post in later} == {f"client-{first['message_id']}.signature"}


def test_the_assistant_is_seen_writing_and_then_its_words_with_a_caret(visitor, service):
    service.will_reply(hold(), "First words", " and the rest.")
    visitor.open().write("Hello")

    expect(visitor.panel.locator(".typing")).to_be_visible()
    service.release()
    expect(visitor.heard).to_have_text("First words and the rest.")
    service.hold_again()
    service.will_reply("More words", hold(), " and the rest.")
    visitor.write("Go on")
    expect(visitor.heard.last).to_have_text("More words")
    expect(visitor.panel.locator(".streaming")).to_be_visible()
    service.release()
    expect(visitor.heard.last).to_have_text("More words and the rest.")
    expect(visitor.panel.locator(".streaming")).to_have_count(0)


def test_a_message_says_when_where_and_in_which_language_it_was_written(visitor, service):
    visitor.page.goto(visitor.page.url + "?utm_source=spring&other=1")
    visitor.open().say("Hello")

    (post,) = service.posts
    assert post["content"] == "Hello"
    assert post["timezone"] == "Europe/Berlin"
    assert post["locale"] == "en-GB"
    assert post["page"] == {
        "url": visitor.page.url,
        "title": "A customer's page",
        "utm_source": "spring",
    }
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", post["message_id"])


def test_messages_written_in_a_burst_arrive_in_order_and_in_one_conversation(visitor, service):
    service.will_reply(silence(), "One it is.")
    visitor.open()
    for text in ("One", "Two", "Three"):
        visitor.write(text)
    service.release()

    expect(visitor.finished).to_have_count(3)
    assert [post["content"] for post in service.posts] == ["One", "Two", "Three"]
    assert len({turn.client_id for turn in service.turns.values()}) == 1


def test_a_suggestion_is_sent_by_a_click_and_then_gone(visitor, service):
    visitor.open().button("What do you offer?").click()

    expect(visitor.heard).to_have_text("You said: What do you offer?")
    expect(visitor.button("What does it cost?")).to_be_hidden()


def test_a_message_over_the_limit_is_held_back_and_told_by_how_much(visitor, service):
    service.config["max_input_length"] = 20
    visitor.open()
    expect(visitor.panel).to_contain_text("Lindner")  # the configuration has come

    visitor.write("🙂" * 23)

    expect(visitor.panel).to_contain_text("3 characters too many; at most 20.")
    assert visitor.input.input_value() == "🙂" * 23
    assert service.posts == []


def test_reload_shows_the_same_transcript_and_the_panel_open(visitor, service):
    service.will_reply("Gladly.", card(type="handoff", id="h1", message="…"))
    visitor.open().say("One")
    visitor.say("Two")
    before = visitor.transcript()

    visitor.page.reload()

    expect(visitor.panel).to_be_visible()
    expect(visitor.finished).to_have_count(2)
    assert visitor.transcript() == before
    expect(visitor.panel).to_contain_text("The team has been asked to reply")
    assert len(service.posts) == 2


def test_a_conversation_that_ended_meanwhile_begins_anew(visitor, service, windows):
    windows.allow("404")
    visitor.open().say("One")
    service.turns.clear()

    visitor.page.reload()
    expect(visitor.panel).to_be_visible()
    visitor.say("Two")

    assert visitor.transcript() == ["Two", "You said: Two"]
    assert "client_id" not in service.posts[1]


def test_starting_over_asks_first_and_then_forgets(visitor, service):
    visitor.open().say("My name is Rosa")

    visitor.choose_from_menu("Start over")
    expect(visitor.panel.get_by_role("alertdialog")).to_contain_text("This chat ends here.")
    visitor.panel.get_by_role("alertdialog").get_by_role("button", name="Start over").click()

    expect(visitor.said).to_have_count(0)
    expect(visitor.button("What do you offer?")).to_be_visible()
    assert visitor.stored() == {}
    assert service.resets == 1


def test_the_transcript_can_be_downloaded(visitor, service, tmp_path: Path):
    service.will_reply("It is **free**.", card(type="handoff", id="h1", message="…"))
    visitor.open().say("What does a meeting cost?")

    with visitor.page.expect_download() as download:
        visitor.choose_from_menu("Download this chat")

    file = tmp_path / "chat.txt"
    download.value.save_as(file)
    text = file.read_text()
    assert text.startswith("Chat with Lindner & Park Studio\n")
    assert "What does a meeting cost?" in text
    assert "It is free.\n[The team has been asked to reply]" in text


def test_an_answer_that_comes_while_closed_is_counted_on_the_button(visitor, service):
    visitor.open().say("What I read at once is not counted")
    service.will_reply(hold(), "Here it is.")
    visitor.write("Hello")
    visitor.button("Close chat").click()
    service.release()

    expect(visitor.page.locator("parley-chat .unread")).to_have_text("1")
    expect(visitor.launcher).to_have_attribute("aria-label", "Open chat (new messages: 1)")
    visitor.launcher.click()
    expect(visitor.page.locator("parley-chat .unread")).to_be_hidden()


def test_an_answer_that_comes_while_another_tab_is_in_front_shows_in_the_title(visitor, service):
    service.will_reply(hold(), "Here it is.")
    visitor.open().write("Hello")
    look_away = "Object.defineProperty(document, 'hidden', {configurable: true, value: %s})"
    visitor.page.evaluate(look_away % "true")
    service.release()
    expect(visitor.page).to_have_title("(1) A customer's page")

    visitor.page.evaluate(look_away % "false")
    visitor.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(visitor.page).to_have_title("A customer's page")


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "[click](data:text/html,<script>alert(1)</script>)",
    "![pixel](http://tracker.example/p.png)",
    "<svg/onload=alert(1)>",
    "**<b onmouseover=alert(1)>x</b>**",
    "`<iframe src=//x.example>`",
    '[x](https://a.example/"onmouseover="alert(1))',
]


def test_what_was_written_stays_text_on_both_sides(visitor, service):
    made = visitor.open().panel.locator(
        ".bubble :is(img, script, svg:not(.icon), iframe, b, [onerror], [onmouseover], "
        "a[href^=javascript], a[href^=data])"
    )
    for text in HOSTILE:
        service.will_reply(text)
        visitor.say(text)

        expect(visitor.said.last).to_have_text(text)
        expect(made).to_have_count(0)


def test_what_the_business_says_of_itself_stays_text_too(visitor, service):
    markup = "<img src=x onerror=alert(1)>"
    names = ("business_name", "disclosure", "privacy_note", "consent_text", "business_hours_label")
    service.config.update({name: markup for name in names}, privacy_url="javascript:alert(1)")
    visitor.open()

    expect(visitor.panel.locator(".consent")).to_contain_text(markup)
    expect(visitor.panel.locator("img, [onerror], a")).to_have_count(0)


def test_the_markdown_of_an_answer_is_shown_as_it_is_meant(visitor, service):
    service.will_reply(
        "## Prices\nWe offer **two** things,\n*both* good:\n\n- a [site](https://a.example/x_(y))"
        "\n- a shop\n\n3. third\n4. fourth\n\n`code` and https://b.example/?q=1."
    )
    visitor.open().say("Tell me")

    bubble = visitor.heard.first
    expect(bubble.locator("strong")).to_have_text(["Prices", "two"])
    expect(bubble.locator("em")).to_have_text("both")
    expect(bubble.locator("ul li")).to_have_text(["a site", "a shop"])
    expect(bubble.locator("ol[start='3'] li")).to_have_text(["third", "fourth"])
    expect(bubble.locator("code")).to_have_text("code")
    links = bubble.locator("a")
    assert [a.get_attribute("href") for a in links.all()] == [
        "https://a.example/x_(y)",
        "https://b.example/?q=1",
    ]
    assert {a.get_attribute("rel") for a in links.all()} == {"noopener noreferrer nofollow ugc"}
    service.will_reply("Write to a_b_c@x.example: 2 * 3 * 4 = 24")  # neither is in italics
    assert visitor.say("?") == "Write to a_b_c@x.example: 2 * 3 * 4 = 24"


def test_a_reader_who_scrolled_up_is_not_pulled_down_but_told(visitor: Visitor, service):
    service.will_reply("\n\n".join(f"Line {number}" for number in range(60)))
    visitor.open().say("Tell me everything")
    service.will_reply(hold(), "More.")
    visitor.write("And?")
    log = visitor.panel.get_by_role("log")
    log.evaluate("log => log.scrollTop = 0")
    service.release()

    expect(visitor.button("New messages")).to_be_visible()
    assert log.evaluate("log => log.scrollTop") == 0
    visitor.button("New messages").click()
    expect(visitor.heard.last).to_be_in_viewport()
