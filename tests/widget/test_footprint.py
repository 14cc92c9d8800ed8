"""Whoever only looks at a page leaves no trace, and is asked for none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser


def test_whoever_only_looks_leaves_nothing_and_who_writes_only_the_conversations_key(
    visitor, service
):
    visitor.page.evaluate("Parley('identify', {name: 'Rosa', email: 'rosa@morgenrot.example'})")
    visitor.page.wait_for_timeout(300)
    assert service.paths == ["/pages/host", "/widget.js"]

    visitor.open()
    expect(visitor.panel).to_contain_text("Lindner")
    assert service.paths[2:] == ["/widget/panel.js", "/gemini/widget-config"]
    visitor.button("More").click()
    visitor.panel.get_by_role("menuitemcheckbox").click()  # sound, on for this page view
    visitor.input.fill("I have not made up my mind")
    visitor.button("Close chat").click()
    visitor.launcher.click()
    assert visitor.stored() == {}
    assert service.turns == {}

    visitor.say("My e-mail is rosa@morgenrot.example")
    (key,) = (
        visitor.stored()
    )  # the same key in both stores; the tab's own holds no answered message
    assert key.startswith("parley:")
    assert "morgenrot" not in str(visitor.stored())
    assert visitor.page.context.cookies() == []
    assert (service.posts[0]["name"], service.posts[0]["email"]) == (
        "Rosa",
        "rosa@morgenrot.example",
    )


def test_the_panel_is_fetched_when_the_hand_comes_near(visitor, service):
    with visitor.page.expect_response("**/widget/panel.js*"):
        visitor.launcher.hover()

    expect(visitor.panel).to_be_hidden()


def test_where_storage_is_forbidden_the_chat_works_all_the_same(windows, service):
    forbid = """<script>for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError") }})
    </script>"""
    visitor = Visitor.arriving(windows, service, before=forbid)

    visitor.open().say("One")
    visitor.say("Two")

    assert service.posts[1]["client_id"]
