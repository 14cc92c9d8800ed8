"""The widget on pages that are hostile, strict, old or restless; and what it does to them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.servers.chromium import Browsing
from tests.widget.audit import come_to_rest
from tests.widget.contract_service import ContractService, running
from tests.widget.visitor import BERLIN, Visitor

pytestmark = pytest.mark.browser

HOSTILE_STYLES = [
    "* { all: unset !important; }",
    """:not(html) { color: red; opacity: 0.1; visibility: hidden; transform: rotate(9deg) scale(2);
      filter: blur(3px); --ink: red; --surface: red; --unit: 3px; display: none; }""",
    """:not(html) { color: red !important; opacity: 0.1 !important; visibility: hidden !important;
      transform: rotate(9deg) !important; width: 1px !important; position: static !important;
      display: none !important; pointer-events: none !important; contain: strict !important; }""",
    "html { font-size: 4px; line-height: 9; direction: rtl; text-transform: uppercase; }",
    "parley-chat, div, button, textarea { display: none !important; z-index: -1 !important; }",
]
HOSTILE_SCRIPTS = """<script>
Array.prototype.first = function () { return this[0]; };
Object.prototype.extended = function () {};
Array.prototype.toJSON = function () { return "not an array"; };
Function.prototype.bind = function () { throw new Error("old bind"); };
window.$ = window.jQuery = function () { return []; };
window.h = window.start = window.Panel = window.icon = 1;
window.name = "a frame";
// Shortcuts that take every key not pressed in a field; from outside, a field of ours is none.
addEventListener("keydown", (event) => {
  if (!/input|textarea/.test(event.target.localName)) event.preventDefault();
});
// A dialog that wants the focus for itself.
addEventListener("focusin", (event) => {
  if (event.target.localName === "parley-chat") event.target.blur();
});
</script>"""


def test_styles_of_the_page_do_not_reach_the_widget(windows, service):
    looks = _looks(Visitor.arriving(windows, service).open())

    for styles in HOSTILE_STYLES:
        wild = Visitor.arriving(windows, service, before=f"<style>{styles}</style>").open()

        assert _looks(wild) == looks, styles
        wild.page.context.close()


LIGHT_PAGE = "<!doctype html><html lang=en>{}<title>x</title><script src=/widget.js></script>"


def test_it_is_dark_only_where_the_page_can_be_dark_or_says_so(windows, service):
    context = windows.open(**BERLIN, color_scheme="dark")
    ground = "panel => getComputedStyle(panel).backgroundColor"
    pages = {
        "light": LIGHT_PAGE.format(""),
        "able": LIGHT_PAGE.format("<meta name=color-scheme content='light dark'>"),
        "styled": LIGHT_PAGE.format("<style>:root { color-scheme: light dark }</style>"),
        "told": LIGHT_PAGE.format("").replace("<script", "<script data-theme=dark"),
    }
    grounds = {
        name: Visitor.on(context, service, service.page(f"/pages/{name}", html))
        .open()
        .panel.evaluate(ground)
        for name, html in pages.items()
    }

    assert grounds.pop("light") == "rgb(255, 255, 255)"
    assert len(set(grounds.values())) == 1
    assert grounds["able"].startswith("oklch(0.215")


def test_styles_of_the_widget_do_not_reach_the_page(visitor):
    before = _page_looks(visitor.page)

    visitor.open().say("Hello")

    assert _page_looks(visitor.page) == before


def test_scripts_that_extend_everything_do_no_harm(windows, service):
    visitor = Visitor.arriving(windows, service, before=HOSTILE_SCRIPTS)
    service.will_reply("- one\n- **two**")

    visitor.open().input.focus()
    visitor.page.keyboard.type("Hello")
    visitor.page.keyboard.press("Enter")
    expect(visitor.finished).to_have_count(1)
    assert service.posts[0]["content"] == "Hello"
    visitor.page.reload()

    expect(visitor.heard.locator("li")).to_have_text(["one", "two"])
    assert isinstance(service.posts[0]["page"], dict)


def test_the_only_global_is_parley(windows, service):
    context = windows.open(**BERLIN)
    bare = context.new_page()
    bare.goto(service.page("/pages/bare", "<!doctype html><link rel='icon' href='data:,'>"))
    names = set(bare.evaluate("Object.getOwnPropertyNames(window)"))

    visitor = Visitor.arriving(windows, service)
    visitor.open().say("Hello")

    assert set(visitor.page.evaluate("Object.getOwnPropertyNames(window)")) - names == {"Parley"}


def test_two_copies_of_the_snippet_are_one_widget(windows, service):
    visitor = Visitor.arriving(
        windows, service, before='<script src="/widget.js" async></script>' * 2
    )
    visitor.page.wait_for_timeout(200)

    expect(visitor.page.locator("parley-chat")).to_have_count(1)


def test_the_widget_stays_when_a_single_page_app_replaces_its_body(visitor):
    visitor.open().say("Hello")

    visitor.page.evaluate("document.body.replaceWith(document.createElement('body'))")

    assert visitor.say("Still there?") == "You said: Still there?"


def test_a_body_with_a_transform_does_not_carry_the_button_away(windows, service):
    style = "<style>body { transform: translateY(50px); height: 5000px }</style>"
    visitor = Visitor.arriving(windows, service, before=style)

    box = visitor.launcher.bounding_box()
    assert box is not None and 720 - 80 < box["y"] < 720


def test_nothing_on_the_page_moves(visitor):
    shifts = """() => new Promise((done) => {
      const moved = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push(...entry.sources);
      }).observe({type: 'layout-shift', buffered: true});
      const ofThePage = ({node}) => node && document.body.contains(node);
      setTimeout(() => done(moved.filter(ofThePage).length), 300);
    })"""
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    before = visitor.page.evaluate(size)

    visitor.open().say("Hello")

    assert visitor.page.evaluate(shifts) == 0
    assert visitor.page.evaluate(size) == before


STRICT = (
    "default-src 'none'; script-src {host}; connect-src {host}; style-src 'none'; "
    "img-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
NONCE = (
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src {host}; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


@pytest.mark.parametrize("policy", [STRICT, NONCE])
def test_a_page_with_the_strictest_policy_needs_to_allow_our_host_and_nothing_else(
    windows: Browsing, policy: str
):
    with running(origins=["http://localhost"]) as service:
        html = (
            "<!doctype html><html lang=en><title>Strict</title>"
            f"<script src='{service.url}/widget.js' nonce=abc async></script>"
        )
        address = service.page(
            "/pages/strict", html, **{"Content-Security-Policy": policy.format(host=service.url)}
        )
        visitor = Visitor.on(windows.open(**BERLIN), service, address)
        service.will_reply("**Safe** and `sound`.")

        assert visitor.open().say("Hello") == "Safe and sound."
        colour = "panel => getComputedStyle(panel).backgroundColor"
        assert visitor.panel.evaluate(colour) == "rgb(255, 255, 255)"


ONE_LINE = "<!doctype html><title>x</title><script src='{}/widget.js' async></script>"


def test_a_site_of_another_origin_embeds_it_by_the_one_line(windows, service):
    with running(origins=[service.url]) as parley:
        html = ONE_LINE.format(parley.url)
        context = windows.open(**BERLIN)
        visitor = Visitor.on(context, service, service.page("/pages/host", html))
        parley.will_reply("Across ", "origins.")

        assert visitor.open().say("Hello") == "Across origins."
        assert visitor.say("Again") == "You said: Again"
        visitor.page.reload()
        expect(visitor.finished).to_have_count(2)
        assert len(parley.turns) == 2
        assert service.posts == []


def test_a_site_that_was_not_allowed_is_told_to_use_its_other_contacts(
    windows: Browsing, service: ContractService
):
    windows.allow("CORS|ERR_FAILED")
    with running(origins=["https://another.example"]) as parley:
        html = ONE_LINE.format(parley.url)
        context = windows.open(**BERLIN)
        visitor = Visitor.on(context, service, service.page("/pages/host", html))

        visitor.page.clock.install()
        visitor.open().write("Hello")
        for _ in range(7):  # the pauses between the attempts
            visitor.page.clock.run_for(9_000)
            visitor.page.wait_for_timeout(50)

        expect(visitor.problem).to_contain_text("No connection to the chat.")


def _looks(visitor: Visitor) -> list[object]:
    """Size, place and colours of what the widget shows."""
    script = """(element) => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return [box.x, box.y, box.width, box.height, style.color, style.backgroundColor,
        style.fontSize, style.direction, style.opacity, style.visibility, style.textTransform];
    }"""
    parts = [visitor.panel, visitor.launcher, visitor.input, visitor.panel.locator(".bubble")]
    visitor.page.mouse.move(5, 5)
    come_to_rest(visitor.page)
    return [part.first.evaluate(script) for part in parts]


def _page_looks(page: Page) -> object:
    return page.evaluate(
        """() => [...document.querySelectorAll('h1, p, a, body')].map((element) =>
          [...getComputedStyle(element)].map((name) => getComputedStyle(element)[name]).join())"""
    )
