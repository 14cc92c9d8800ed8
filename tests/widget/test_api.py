"""What a developer may do with the widget from their page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.audit import audit
from tests.widget.axe import grave_findings
from tests.widget.contract_service import card
from tests.widget.test_cards import meeting
from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser

STUB = """<script>
window.Parley = window.Parley || function(){(Parley.q = Parley.q || []).push(arguments)};
window.heard = [];
for (const name of ["ready", "opened", "closed", "message", "lead", "meeting"])
  Parley("on", name, (detail) => heard.push([name, detail]));
%s
</script>"""


def arriving(windows, service, script: str = "", **options) -> Visitor:
    return Visitor.arriving(windows, service, before=STUB % script, **options)


def heard(visitor: Visitor) -> list[str]:
    names: list[str] = visitor.page.evaluate("heard.map(([name]) => name)")
    return names


def test_calls_made_before_the_script_arrived_are_carried_out_in_order(windows, service):
    visitor = arriving(windows, service, "Parley('open'); Parley('send', 'Hello');")

    expect(visitor.heard).to_have_text("You said: Hello")
    assert heard(visitor) == ["ready", "opened", "message", "message"]


def test_the_commands_do_what_they_say_and_an_unknown_one_nothing(windows, service):
    # A colour that is none is ignored, too.
    attributes = "data-color='red;}body{display:none'"
    visitor = Visitor.arriving(windows, service, attributes=attributes)
    expect(visitor.page.locator("h1")).to_be_visible()
    visitor.page.evaluate("new Promise((done) => Parley('on', 'ready', done))")  # late, told still
    visitor.page.evaluate("Parley('selfdestruct'); Parley(); Parley('send'); Parley('on', 'ready')")
    visitor.page.wait_for_timeout(200)
    expect(visitor.panel).to_be_hidden()
    for command, visible in (("open", 1), ("open", 1), ("toggle", 0), ("toggle", 1), ("close", 0)):
        visitor.page.evaluate(f"Parley('{command}')")
        expect(visitor.panel).to_be_visible(visible=bool(visible))
    assert service.posts == []

    visitor.open().say("Hello")
    visitor.page.evaluate("Parley('reset')")

    expect(visitor.said).to_have_count(0)
    assert visitor.stored() == {}


def test_events_tell_what_happened(windows, service):
    visitor = arriving(windows, service)
    fields = {"name": "Rosa"}
    service.will_reply("Fine.", card(type="lead_saved", id="l1", fields=fields), meeting())
    visitor.open().say("I am Rosa; the first time, please")
    visitor.button("Close chat").click()

    told = dict(visitor.page.evaluate("heard"))
    assert heard(visitor) == ["ready", "opened", "message", "message", "lead", "meeting", "closed"]
    assert told["message"]["role"] == "assistant"
    assert told["message"]["text"] == "Fine."
    assert told["lead"] == fields
    assert told["meeting"]["status"] == "confirmed"


def test_a_listener_that_throws_harms_neither_the_chat_nor_the_others(windows, service):
    windows.allow("uncaught: .*mine")
    visitor = arriving(
        windows, service, "Parley('on', 'message', () => { throw new Error('mine') });"
    )
    visitor.page.evaluate("Parley('on', 'message', () => heard.push(['after']))")

    assert visitor.open().say("Hello") == "You said: Hello"
    assert heard(visitor).count("after") == 2


def test_the_page_sets_colour_side_language_and_greeting(windows, service):
    visitor = Visitor.arriving(
        windows,
        service,
        attributes="data-color='#8a2be2' data-position=left data-locale=de "
        "data-greeting='Moin! <b>Was</b> darf es sein?'",
    )
    visitor.open()

    expect(visitor.panel).to_contain_text("Moin! <b>Was</b> darf es sein?")
    expect(visitor.input).to_have_attribute("placeholder", "Nachricht schreiben …")
    box = visitor.launcher.bounding_box()
    assert box is not None and box["x"] < 100
    colour = visitor.launcher.evaluate("button => getComputedStyle(button).backgroundColor")
    assert " 0.19 301." in colour  # the violet's hue, its lightness bounded


@pytest.mark.parametrize(
    ("page_language", "browser_language", "name"),
    [
        ("de", "en-GB", "Chat öffnen"),
        ("fr-CA", "en-GB", "Ouvrir le chat"),
        ("pl", "es-MX", "Abrir el chat"),
        ("pl", "cs", "Open chat"),
    ],
)
def test_the_language_is_the_pages_or_else_the_browsers(
    windows, service, page_language, browser_language, name
):
    context = windows.open(locale=browser_language)
    html = f'<html lang="{page_language}"><title>x</title><link rel="icon" href="data:,">'
    address = service.page("/pages/host", f"<!doctype html>{html}<script src=/widget.js></script>")

    visitor = Visitor.on(context, service, address)

    expect(visitor.launcher).to_have_attribute("aria-label", name)


LONG = "<p style='height:3000px'>Much to read</p>"


def test_a_page_may_have_the_visitor_invited_after_a_while(windows, service):
    visitor = Visitor.arriving(windows, service, attributes="data-invite-after=0.2")

    invitation = visitor.page.locator("parley-chat .invitation")
    expect(invitation).to_contain_text("Hello! I’m the AI assistant of Lindner & Park Studio.")
    assert visitor.stored() == {}
    assert audit(visitor) == [] and grave_findings(visitor.page, "parley-chat") == []
    invitation.get_by_role("button").first.click()
    expect(visitor.panel).to_be_visible()
    expect(invitation).to_be_hidden()


def test_a_page_may_have_the_visitor_invited_when_they_have_read_so_far(windows, service):
    visitor = Visitor.arriving(windows, service, attributes="data-invite-scroll=60", before=LONG)
    invitation = visitor.page.locator("parley-chat .invitation")
    visitor.page.evaluate("scrollTo(0, 300)")
    visitor.page.wait_for_timeout(300)
    expect(invitation).to_have_count(0)

    visitor.page.evaluate("scrollTo(0, 2000)")

    expect(invitation).to_be_visible()
    invitation.get_by_role("button", name="Close chat").click()
    expect(invitation).to_be_hidden()
    expect(visitor.panel).to_be_hidden()


def test_an_invitation_may_be_for_some_pages_only(windows, service):
    attributes = "data-invite-after=0.2 data-invite-page='/prices, /shop/*'"
    visitor = Visitor.arriving(windows, service, attributes=attributes)
    invitation = visitor.page.locator("parley-chat .invitation")
    visitor.page.wait_for_timeout(500)
    expect(invitation).to_have_count(0)
    assert service.paths == ["/pages/host", "/widget.js"]  # nor was anything fetched for it

    visitor.page.evaluate("history.pushState({}, '', '/shop/rolls')")

    expect(invitation).to_be_visible()


def test_what_a_single_page_app_was_entered_with_is_told_though_it_moved_on(visitor, service):
    visitor.page.goto(visitor.page.url + "?utm_source=spring&utm_term=rolls")
    visitor.page.evaluate("history.pushState({}, '', '/contact?utm_term=bread')")

    visitor.open().say("Hello")

    page = service.posts[0]["page"]
    assert (page["url"], page["utm_source"], page["utm_term"]) == (
        f"{service.url}/contact?utm_term=bread",
        "spring",
        "bread",
    )


def test_a_visitor_the_site_signed_is_told_as_signed_and_a_broken_signature_is_not(
    visitor, service
):
    signature = "ab" * 32
    signed = {"user_id": 4711, "email": "rosa@a.example", "expires": "1800000000"}
    identify = "fields => Parley('identify', fields)"
    visitor.page.evaluate(identify, {**signed, "signature": "no hexadecimal"})
    visitor.open().say("Hello")
    visitor.page.evaluate(identify, {**signed, "signature": signature})
    visitor.say("Hello again")

    first, second = service.posts
    assert "identity" not in first and first["email"] == "rosa@a.example"
    assert second["identity"] == {
        "user_id": "4711",
        "email": "rosa@a.example",
        "expires": 1_800_000_000,
        "signature": signature,
    }


def test_the_page_may_say_what_one_can_begin_with(windows, service):
    attributes = "data-suggestions='Do you have rye bread? | Opening hours'"
    visitor = Visitor.arriving(windows, service, attributes=attributes).open()

    expect(visitor.panel.locator(".suggestions button")).to_have_count(2)
    visitor.button("Do you have rye bread?").click()

    expect(visitor.heard).to_have_text("You said: Do you have rye bread?")


def test_hours_name_their_zone_for_who_lives_in_another(windows, service):
    near = Visitor.arriving(windows, service, timezone_id="Europe/Paris").open()
    expect(near.panel.locator(".notes")).to_contain_text("Mon–Fri 09:00–17:00")
    expect(near.panel.locator(".notes")).not_to_contain_text("GMT")

    far = Visitor.arriving(windows, service, timezone_id="America/New_York").open()
    expect(far.panel.locator(".notes")).to_contain_text("17:00 (GMT+")


def test_who_is_talking_already_is_not_invited(windows, service):
    visitor = Visitor.arriving(windows, service, attributes="data-invite-after=0.2").open()
    visitor.say("Hello")
    visitor.button("Close chat").click()

    visitor.page.reload()
    visitor.page.wait_for_timeout(600)

    expect(visitor.page.locator("parley-chat .invitation")).to_have_count(0)
