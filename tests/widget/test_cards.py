"""Cards show facts of the service, in the visitor's zone and language."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.widget.contract_service import Step, card
from tests.widget.visitor import Visitor

pytestmark = pytest.mark.browser

MEETING = {
    "id": "m1",
    "start": "2026-11-24T10:30:00+01:00",
    "end": "2026-11-24T11:00:00+01:00",
    "timezone": "Europe/Berlin",
    "status": "confirmed",
    "meet_link": "https://meet.example/abc",
    "calendar_link": None,
    "ics_url": "/meetings/token.ics",
    "manage_url": "/meetings/token",
}


def slot(start: datetime) -> dict[str, str]:
    return {
        "id": f"slot-{start:%d%H%M}",
        "start": start.isoformat(),
        "end": (start + timedelta(minutes=30)).isoformat(),
        "label": f"{start:%a} {start.day} {start:%b, %H:%M}",
    }


def slots(*starts: str, timezone: str = "Europe/Berlin", id: str = "slots-1") -> Step:
    offered = [slot(datetime.fromisoformat(start)) for start in starts]
    return card(type="slots", id=id, timezone=timezone, slots=offered)


def meeting(type: str = "meeting_confirmed", **changed: Any) -> Step:
    return card(type=type, id=f"m1-{type}", meeting={**MEETING, **changed}, label="…")


TUESDAY = "2026-11-24T10:00:00+01:00"
TUESDAY_LATER = "2026-11-24T15:30:00+01:00"
WEDNESDAY = "2026-11-25T09:00:00+01:00"


def test_free_times_are_grouped_by_day_and_chosen_by_hand_or_by_keyboard(visitor, service):
    service.will_reply("Here:", slots(TUESDAY, TUESDAY_LATER, WEDNESDAY))
    visitor.open().say("When?")

    tuesday = visitor.panel.get_by_role("group", name="Tuesday 24 November")
    expect(tuesday.get_by_role("button")).to_have_text(["10:00", "15:30"])
    wednesday = visitor.panel.get_by_role("group", name="Wednesday 25 November")
    expect(wednesday.get_by_role("button")).to_have_text(["9:00"])
    expect(visitor.panel).to_contain_text("Central European Standard Time")
    visitor.panel.get_by_role("button", name="Tuesday 24 November, 15:30").click()
    expect(visitor.heard.last).to_have_text("You said: Tuesday 24 November, 15:30")

    service.will_reply("Here again:", slots(TUESDAY, TUESDAY_LATER, WEDNESDAY))
    visitor.say("Which were they?")
    service.will_reply("Or:", slots(WEDNESDAY, TUESDAY_LATER, id="slots-2"))
    visitor.button("Other times").last.click()
    expect(visitor.said.last).to_have_text("Other times, please.")
    expect(visitor.finished).to_have_count(4)
    old, new = (visitor.panel.locator(f"[data-id=slots-{n}] .slot") for n in (1, 2))
    assert [button.is_disabled() for button in old.all()] == [True] * 6
    expect(visitor.panel).to_contain_text("These times were offered earlier.")
    for _ in range(3):
        visitor.page.keyboard.press("Shift+Tab")
    expect(new.first).to_be_focused()
    visitor.page.keyboard.press("Enter")
    expect(visitor.heard.last).to_have_text("You said: Wednesday 25 November, 9:00")
    expect(visitor.input).to_be_focused()


def test_a_meeting_shows_how_it_stands_and_what_can_be_done(visitor, service):
    visitor.open()
    for step in (
        meeting("meeting_pending", status="pending"),
        meeting("meeting_cancelled", status="cancelled"),
        meeting(meet_link="javascript:alert(1)"),
    ):
        service.will_reply("So it stands.", step)
        visitor.say("And?")
    pending, cancelled, unsafe = visitor.panel.locator("[data-card]").all()
    expect(pending).to_contain_text("Your meeting waits for confirmation")
    expect(pending).not_to_contain_text("booked")
    expect(cancelled).to_contain_text("The meeting is cancelled")
    expect(cancelled.get_by_role("link")).to_have_count(0)
    expect(unsafe.get_by_role("link", name="Join by video")).to_have_count(0)

    service.will_reply("See you then.", meeting())
    visitor.say("The first one")

    shown = visitor.panel.locator("[data-card=meeting_confirmed]").last
    expect(shown).to_contain_text("Your meeting is booked")
    expect(shown).to_contain_text("Tuesday 24 November")
    expect(shown).to_contain_text("10:30–11:00")
    links = {a.inner_text(): a.get_attribute("href") for a in shown.get_by_role("link").all()}
    assert links == {
        "Add to calendar": f"{service.url}/meetings/token.ics",
        "Join by video": "https://meet.example/abc",
        "Change or cancel": f"{service.url}/meetings/token",
    }


def test_what_was_noted_is_shown_and_only_that_and_no_card_of_an_unknown_kind(visitor, service):
    fields = {"name": "Rosa <b>", "email": "rosa@morgenrot.example", "score": "70"}
    service.will_reply(
        "Thanks.", card(type="lead_saved", id="l1", fields=fields), card(type="hologram", id="x")
    )
    visitor.open().say("I am Rosa")

    shown = visitor.panel.locator("[data-card=lead_saved]")
    expect(shown.locator("dd")).to_have_text(["Rosa <b>", "rosa@morgenrot.example"])
    expect(visitor.panel.locator(".cards > *")).to_have_count(1)


def test_free_times_are_shown_in_the_zone_of_the_card(windows, service):
    visitor = Visitor.arriving(windows, service, timezone_id="Asia/Kolkata")
    service.will_reply("Here:", slots("2026-11-24T23:30:00+05:30", timezone="Asia/Kolkata"))
    visitor.open().say("When?")

    tuesday = visitor.panel.get_by_role("group", name="Tuesday 24 November")
    expect(tuesday.get_by_role("button")).to_have_text("23:30")
    expect(visitor.panel).to_contain_text("India Standard Time")


def test_the_repeated_hour_of_autumn_tells_its_two_times_apart(visitor, service):
    service.will_reply("", slots("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"))
    visitor.open().write("When?")

    expect(visitor.panel.locator(".slot")).to_have_text(["2:30 GMT+2", "2:30 GMT+1"])
    visitor.panel.locator(".slot").last.click()
    expect(visitor.heard.last).to_have_text("You said: Sun 25 Oct, 02:30")


def test_more_days_are_a_click_away_and_the_focus_goes_there(visitor, service):
    days = [f"2026-11-{day}T10:00:00+01:00" for day in (24, 25, 26, 27, 30)]
    service.will_reply("Here:", slots(*days))
    visitor.open().say("When?")
    expect(visitor.panel.locator(".day:visible")).to_have_count(3)

    visitor.button("Show more days").click()

    expect(visitor.panel.locator(".day:visible")).to_have_count(5)
    expect(visitor.panel.get_by_role("button", name="Friday 27 November, 10:00")).to_be_focused()


@pytest.mark.parametrize(
    ("locale", "title", "day"),
    [
        ("de", "Ihr Termin ist gebucht", "Dienstag, 24. November"),
        ("fr", "Votre rendez-vous est réservé", "mardi 24 novembre"),
        ("es", "Su cita está reservada", "martes, 24 de noviembre"),
        ("ur", "آپ کی ملاقات طے ہو گئی", "24"),
    ],
)
def test_cards_speak_the_visitors_language(windows, service, locale, title, day):
    visitor = Visitor.arriving(windows, service, attributes=f"data-locale={locale}")
    service.will_reply("…", meeting())
    visitor.open().say("?")

    expect(visitor.panel).to_contain_text(title)
    expect(visitor.panel).to_contain_text(day)
