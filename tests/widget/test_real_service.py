"""The widget on the demo page of the real service: from the first word to the booked meeting."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.faults.proxy import FaultProxy
from tests.servers.chromium import Browsing
from tests.servers.service import RunningService, running_service
from tests.widget.audit import audit_page
from tests.widget.axe import grave_findings
from tests.widget.contract_service import ContractService
from tests.widget.visitor import BERLIN, Visitor

pytestmark = pytest.mark.browser

STAFF_KEY = "the-staff-key-of-the-widget-tests"


@pytest.fixture(scope="module")
def running() -> Iterator[RunningService]:
    with running_service(
        {"ADMIN_API_KEY": STAFF_KEY, "BUSINESS_HOURS": "mon-sun 06:00-22:00"}
    ) as s:
        yield s


def visiting(windows: Browsing, url: str) -> Visitor:
    return Visitor.on(windows.open(**BERLIN), ContractService(url), f"{url}/")


def told_to_staff(service: RunningService, path: str) -> Any:
    request = urllib.request.Request(service.url + path, headers=service.staff)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["data"]


def messages_of(visitor: Visitor) -> list[dict[str, Any]]:
    """What the service holds of the visitor's conversation."""
    (stored,) = [v for k, v in visitor.stored().items() if k.startswith("parley:")]
    client_id = visitor.page.evaluate(
        "() => Object.values(localStorage).map((text) => JSON.parse(text).client_id)[0]"
    )
    assert stored
    request = urllib.request.Request(
        f"{visitor.service.url}/gemini/conversation", headers={"X-Client-Id": client_id}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        messages: list[dict[str, Any]] = json.load(answer)["data"]["messages"]
    return messages


def test_a_visitor_of_the_demo_page_books_a_meeting_and_the_team_has_the_lead(windows, running):
    visitor = visiting(windows, running.url).open()

    assert "€1,900" in visitor.say("What does a website cost?")
    visitor.say("I'd like to book a meeting")
    visitor.panel.locator(".slot").first.click()
    expect(visitor.finished).to_have_count(3)
    visitor.say("I'm Rosa Fernandez, rosa@morgenrot.example")

    booked = visitor.panel.locator("[data-card=meeting_confirmed]")
    expect(booked).to_contain_text("Your meeting is booked")
    with visitor.page.expect_download() as download:
        booked.get_by_role("link", name="Add to calendar").click()
    assert "BEGIN:VEVENT" in download.value.path().read_text()
    leads = told_to_staff(running, "/leads?q=rosa")["leads"]
    assert [lead["email"] for lead in leads] == ["rosa@morgenrot.example"]


# What is said when a time was chosen: that it is free and held, in the visitor's language.
HELD = {"de": "ist frei", "fr": "est libre", "es": "está libre", "ur": "خالی ہے"}


def test_a_time_is_chosen_in_the_words_of_every_language(windows, running):
    for locale, held in HELD.items():
        context = windows.open(locale=locale, timezone_id="Europe/Berlin")
        # The demo page is English; without its `lang` the widget speaks as the browser does.
        context.add_init_script(
            "document.addEventListener('readystatechange', () => "
            "document.documentElement.removeAttribute('lang'))"
        )
        visitor = Visitor.on(context, ContractService(running.url), f"{running.url}/").open()
        visitor.panel.locator(".suggestions button").last.click()
        slot = visitor.panel.locator(".slot").nth(1)
        chosen = slot.get_attribute("aria-label")
        slot.click()

        expect(visitor.heard.last).to_contain_text(held)
        expect(visitor.said.last).to_have_text(chosen or "")
        context.close()


def test_the_page_says_who_answers_and_where_the_console_is(windows, running):
    visitor = visiting(windows, running.url)

    expect(visitor.page.locator("footer")).to_contain_text("built-in scripted engine")
    expect(visitor.page.get_by_role("link", name="console")).to_have_attribute("href", "/console")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_audit_of_the_demo_page_finds_nothing(windows, running, scheme):
    context = windows.open(color_scheme=scheme)
    visitor = Visitor.on(context, ContractService(running.url), f"{running.url}/")
    for width in (390, 768, 1440):
        visitor.page.set_viewport_size({"width": width, "height": 800})

        assert audit_page(visitor) == []
        assert visitor.page.evaluate("document.documentElement.scrollWidth") == width
    assert grave_findings(visitor.page) == []


def test_a_button_of_the_page_asks_its_question_in_the_chat(windows, running):
    visitor = visiting(windows, running.url)

    visitor.page.get_by_role("button", name="Tell me more").click()

    expect(visitor.heard).to_contain_text("€3,800")


def test_reload_shows_the_same_transcript(windows, running):
    visitor = visiting(windows, running.url).open()
    visitor.say("When are you open?")
    visitor.say("And where are you?")
    before = visitor.transcript()

    visitor.page.reload()

    expect(visitor.finished).to_have_count(2)
    assert visitor.transcript() == before


@pytest.mark.parametrize("after_bytes", [1, 700])
def test_a_connection_cut_in_the_middle_loses_and_doubles_nothing(
    windows, running, after_bytes: int
):
    windows.allow("ERR_|status of 40|network error")
    with FaultProxy(("127.0.0.1", running.port)) as proxy:
        visitor = visiting(windows, f"http://127.0.0.1:{proxy.port}").open()
        visitor.say("Hello")
        proxy.cut(after_bytes)
        visitor.write("What does a website cost?")
        expect(visitor.panel).to_contain_text("Connection lost.")
        proxy.ok()

        expect(visitor.heard.last).to_contain_text("€1,900", timeout=25_000)
        expect(visitor.finished).to_have_count(2)
        said = [m["text"] for m in messages_of(visitor) if m["role"] == "user"]
        assert said == ["Hello", "What does a website cost?"]


@pytest.mark.parametrize("after_bytes", [1, 500])
def test_a_first_message_whose_answer_was_cut_begins_one_conversation(
    windows, running, after_bytes: int
):
    windows.allow("ERR_|status of 40|network error")
    with FaultProxy(("127.0.0.1", running.port)) as proxy:
        visitor = visiting(windows, f"http://127.0.0.1:{proxy.port}").open()
        expect(visitor.panel).to_contain_text("Lindner")
        before = len(told_to_staff(running, "/logs")["logs"])
        proxy.cut(after_bytes)
        visitor.write("What does a website cost?")
        expect(visitor.panel).to_contain_text("Connection lost.")
        proxy.ok()

        expect(visitor.heard).to_contain_text("€1,900", timeout=25_000)
        assert [m["role"] for m in messages_of(visitor)] == ["user", "assistant"]
        assert len(told_to_staff(running, "/logs")["logs"]) == before + 1


@pytest.mark.crash
def test_a_message_sent_while_the_service_was_killed_is_answered_when_it_is_back(windows, running):
    windows.allow("ERR_|status of 50")
    visitor = visiting(windows, running.url).open()
    visitor.say("Hello")

    running.kill()
    visitor.write("What does a website cost?")
    expect(visitor.panel).to_contain_text("Connection lost. Picking up again…")
    running.start()

    expect(visitor.heard.last).to_contain_text("€1,900", timeout=25_000)
    roles = [message["role"] for message in messages_of(visitor)]
    assert roles == ["user", "assistant", "user", "assistant"]
