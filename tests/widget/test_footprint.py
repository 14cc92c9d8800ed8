"""Whoever only looks at a page leaves no trace, and is asked for none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_page_view_loads_the_script_and_nothing_else(visitor, service):
    visitor.page.wait_for_timeout(300)

    assert service.paths == ["/pages/host", "/widget.js"]


def test_nothing_is_stored_before_the_first_message(visitor, service):
    visitor.open()
    visitor.input.fill("I have not made up my mind")
    visitor.button("Close chat").click()
    visitor.launcher.click()

    assert visitor.stored() == {}
    assert service.turns == {}


def test_opening_asks_for_the_panel_and_the_public_texts_only(visitor, service):
    visitor.open()
    expect(visitor.panel).to_contain_text("Lindner")

    assert service.paths[2:] == ["/widget/panel.js", "/gemini/widget-config"]


def test_the_panel_is_fetched_when_the_hand_comes_near(visitor, service):
    with visitor.page.expect_response("**/widget/panel.js*"):
        visitor.launcher.hover()

    expect(visitor.panel).to_be_hidden()


def test_from_the_first_message_on_only_the_conversations_key_is_kept(visitor, service):
    visitor.open().say("My e-mail is rosa@morgenrot.example")

    stored = visitor.stored()
    (key,) = stored  # the same key in both stores; the tab's own holds no answered message
    assert key.startswith("parley:")
    assert "morgenrot" not in str(stored)


def test_no_cookie_is_ever_set(visitor, service):
    visitor.open().say("Hello")

    assert visitor.page.context.cookies() == []


def test_where_storage_is_forbidden_the_chat_works_all_the_same(windows, service):
    forbid = """<script>for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError") }})
    </script>"""
    visitor = Visitor.arriving(windows, service, before=forbid)

    visitor.open().say("One")
    visitor.say("Two")

    assert service.posts[1]["client_id"]


def test_known_identity_is_not_sent_before_a_message(visitor, service):
    visitor.page.evaluate("Parley('identify', {name: 'Rosa', email: 'rosa@morgenrot.example'})")
    visitor.page.wait_for_timeout(200)
    assert service.paths == ["/pages/host", "/widget.js"]

    visitor.open().say("Hello")

    assert service.posts[0]["name"] == "Rosa"
    assert service.posts[0]["email"] == "rosa@morgenrot.example"
