"""Everyone reaches everything: by keyboard, by ear, on a phone, enlarged, from right to left."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.widget.audit import audit, come_to_rest
from tests.widget.axe import grave_findings
from tests.widget.contract_service import card, hold
from tests.widget.test_cards import TUESDAY, TUESDAY_LATER, meeting, slots
from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 740}, "has_touch": True, "is_mobile": True}


FOCUS_RING = """() => {
  const host = document.activeElement;
  if (host.localName !== 'parley-chat') return null;
  const at = host.shadowRoot.activeElement;
  const {outlineStyle: style, outlineWidth: width} = getComputedStyle(at);
  return {name: at.className + at.textContent, style, width};
}"""


def with_everything(visitor: Visitor) -> Visitor:
    """Every kind of content at once."""
    service = visitor.service
    service.will_reply(
        "See [this](https://a.example) and `code`:\n- one\n- two",
        slots(TUESDAY, TUESDAY_LATER),
        card(type="lead_saved", id="l1", fields={"name": "Rosa", "email": "rosa@a.example"}),
        card(type="handoff", id="h1", message="…"),
    )
    visitor.open().say("Hello")
    service.will_reply("Done.", meeting(), meeting("meeting_pending"), slots(TUESDAY, id="s2"))
    visitor.say("And?")
    service.will_refuse(500)
    visitor.write("More?")
    visitor.problem.wait_for()
    visitor.choose_from_menu("Rate this chat")
    visitor.panel.locator(".face").nth(3).click()
    visitor.choose_from_menu("Start over")
    visitor.button("More").click()
    return visitor


def test_the_menu_is_walked_with_arrows_and_left_with_escape(visitor):
    visitor.open().button("More").focus()
    keyboard = visitor.page.keyboard
    keyboard.press("Enter")
    # There is no chat yet to download, to rate or to start over.
    entries = visitor.panel.locator("[role^=menuitem]:visible")
    expect(entries).to_have_text(["Talk to a person", "Sound for answers"])
    expect(entries.first).to_be_focused()
    keyboard.press("ArrowUp")
    expect(entries.last).to_be_focused()
    keyboard.press("ArrowDown")
    expect(entries.first).to_be_focused()

    keyboard.press("Escape")

    menu = visitor.panel.get_by_role("menu")
    expect(menu).to_be_hidden()
    expect(visitor.button("More")).to_be_focused()
    expect(visitor.panel).to_be_visible()
    visitor.button("More").click()
    expect(menu).to_be_visible()
    visitor.input.click()  # the focus leaves it
    expect(menu).to_be_hidden()


def test_every_focus_is_seen(visitor):
    visitor.open()
    seen = set()
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
        ring = visitor.page.evaluate(FOCUS_RING)
        if ring:  # the focus is in the widget, not on the page
            seen.add(ring["name"])
            assert (ring["style"], ring["width"]) in {("solid", "2px"), ("solid", "3px")}
    assert len(seen) >= 8


def test_a_finished_answer_is_announced_once_and_its_pieces_never(visitor, service):
    visitor.open()
    live = visitor.page.locator("parley-chat [aria-live=polite]")
    live.evaluate(
        """node => { window.announced = [];
          new MutationObserver(() => announced.push(node.textContent))
            .observe(node, {childList: true, characterData: true, subtree: true}); }"""
    )
    service.will_reply("One ", "two ", hold(), "**three**.", slots(TUESDAY))
    visitor.write("Count")
    expect(visitor.heard).to_have_text("One two")
    assert visitor.page.evaluate("announced") == []
    service.release()
    expect(visitor.finished).to_have_count(1)

    assert visitor.page.evaluate("announced") == ["One two three. Free times: 1"]
    log = visitor.panel.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "off")
    groups = visitor.panel.locator(".turn .message").all()
    said, heard = (group.get_attribute("aria-label") for group in groups)
    assert re.fullmatch(r"You, \d\d?:\d\d", said or "")
    assert heard == "AI assistant, 10:00"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("attributes", ["", "data-locale=ur data-color='#e3b505'"])
def test_an_audit_finds_nothing_missing(windows, service, scheme, attributes):
    windows.allow("500")
    visitor = Visitor.arriving(windows, service, attributes=attributes, color_scheme=scheme)
    if "ur" in attributes:
        service.will_reply("جی", slots(TUESDAY), meeting())
        visitor.open().say("سلام")
    else:
        with_everything(visitor)

    for width in (1440, 768, 390):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        assert audit(visitor) == []
    assert grave_findings(visitor.page, "parley-chat") == []


def test_the_audit_finds_what_is_wrong(visitor):
    visitor.open().say("Hello")
    visitor.panel.evaluate(
        """panel => {
          const button = document.createElement('button');
          panel.append(button, document.createElement('img'));
          panel.querySelector('.bubble').style.color = 'silver';
          panel.querySelector('.name').id = panel.querySelector('.composer textarea').id;
          panel.querySelector('.composer label').remove();
          panel.querySelector('.composer button').style.width = '9px';
        }"""
    )

    found = " ".join(audit(visitor))
    assert "button-name" in " ".join(grave_findings(visitor.page, "parley-chat"))
    for kind in ("contrast", "no name: button", "no alt", "id twice", "no name: textarea", "small"):
        assert kind in found


def test_on_a_phone_the_panel_fills_the_screen_and_keeps_the_focus(windows, service):
    visitor = Visitor.arriving(windows, service, **PHONE)
    visitor.launcher.tap()
    visitor.panel.wait_for()
    come_to_rest(visitor.page)

    assert visitor.panel.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 740}
    expect(visitor.launcher).to_be_hidden()
    expect(visitor.panel).to_have_attribute("aria-modal", "true")
    expect(visitor.input).not_to_be_focused()  # or the keyboard would cover the greeting
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate("document.activeElement.localName") == "parley-chat"
    visitor.button("Close chat").tap()
    expect(visitor.launcher).to_be_visible()


def test_the_panel_shrinks_to_what_the_keyboard_leaves(windows, service):
    visitor = Visitor.arriving(windows, service, **PHONE).open()

    # As a phone does when its keyboard comes up: the visual viewport shrinks and moves.
    visitor.page.evaluate(
        """() => { Object.defineProperties(visualViewport,
            {height: {get: () => 400}, offsetTop: {get: () => 60}});
          visualViewport.dispatchEvent(new Event('resize')); }"""
    )
    come_to_rest(visitor.page)

    assert visitor.panel.bounding_box() == {"x": 0, "y": 60, "width": 390, "height": 400}
    box = visitor.input.bounding_box()
    assert box is not None and box["y"] + box["height"] <= 460
    # Any smaller, and the phone would zoom in by itself.
    assert visitor.input.evaluate("input => getComputedStyle(input).fontSize") == "16px"


def test_a_conversation_on_a_phone_does_not_cover_the_next_page(windows, service):
    visitor = Visitor.arriving(windows, service, **PHONE).open()
    visitor.say("Hello")

    visitor.page.reload()

    expect(visitor.launcher).to_be_visible()
    expect(visitor.panel).to_be_hidden()


def test_enlarged_to_200_percent_and_more_everything_is_within_reach(visitor, service):
    service.will_reply("A word.", slots(TUESDAY, TUESDAY_LATER), meeting())
    visitor.open().say("A_very_long_word_" * 20)
    log = visitor.panel.get_by_role("log")
    for width, height in ((640, 360), (720, 450), (320, 256)):
        visitor.page.set_viewport_size({"width": width, "height": height})
        come_to_rest(visitor.page)

        for part in (visitor.input, visitor.button("Send"), visitor.button("Close chat")):
            box = part.bounding_box()
            assert box is not None
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            assert box["y"] >= 0 and box["y"] + box["height"] <= height
        assert log.evaluate("log => log.scrollWidth <= log.clientWidth")


def test_the_readers_larger_text_is_respected_whatever_the_page_makes_of_rem(windows, service):
    tiny = "<style>html { font-size: 5px }</style>"
    visitor = Visitor.arriving(windows, service, before=tiny).open()

    assert visitor.input.evaluate("input => getComputedStyle(input).fontSize") == "16px"


def test_urdu_runs_from_right_to_left_and_sits_on_the_left(windows, service):
    visitor = Visitor.arriving(windows, service, attributes="data-locale=ur").open()
    service.will_reply("جی ضرور۔")
    visitor.say("سلام")
    come_to_rest(visitor.page)

    launcher, mine, theirs = (
        part.bounding_box() for part in (visitor.launcher, visitor.said, visitor.heard)
    )
    assert launcher is not None and mine is not None and theirs is not None
    assert launcher["x"] < 100
    assert mine["x"] < theirs["x"]
    direction = "element => getComputedStyle(element).direction"
    assert visitor.panel.evaluate(direction) == "rtl"
    visitor.say("In English, please")
    assert visitor.said.last.evaluate(direction) == "ltr"


def test_without_motion_nothing_moves(windows, service):
    visitor = Visitor.arriving(windows, service, reduced_motion="reduce")
    service.will_reply(hold(), "Here.")
    visitor.open().write("Hello")

    moving = visitor.panel.evaluate(
        """panel => panel.getAnimations({subtree: true})
          .filter((each) => each.effect.getComputedTiming().endTime > 1).length"""
    )
    assert moving == 0


def test_with_forced_colours_bubbles_and_buttons_keep_their_borders(windows, service):
    visitor = Visitor.arriving(windows, service, forced_colors="active").open()
    visitor.say("Hello")

    width = "node => getComputedStyle(node).borderTopWidth"
    assert visitor.heard.evaluate(width) == "1px"
    assert visitor.launcher.evaluate(width) == "2px"
