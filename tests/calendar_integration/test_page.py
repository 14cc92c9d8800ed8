"""The visitor's page of a meeting on a phone, in a browser that runs no scripts."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import make_server

from bootstrap import Services
from calendar_integration.booking import BookingService
from tests.calendar_integration.conftest import book
from tests.servers.chromium import Browsing

pytestmark = pytest.mark.browser


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application is served."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def phone(windows: Browsing) -> Page:
    context = windows.open(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="en-GB"
    )
    return context.new_page()


@pytest.fixture
def booking(services: Services) -> BookingService:
    found: BookingService = services.get(BookingService)
    return found


def test_on_a_phone_without_scripts_a_meeting_is_moved_and_cancelled(
    phone: Page, address: str, booking: BookingService
) -> None:
    slot = booking.offer("ann", timezone="Asia/Kolkata")[0]
    meeting = book(booking, slot, timezone="Asia/Kolkata", title="Roof " + "x" * 300)

    phone.goto(booking.links.at(address).manage_url(meeting.id))
    box = phone.locator("main").bounding_box()
    assert box is not None
    assert box["width"] <= 360
    phone.get_by_role("button", name="Move to").first.click()

    assert phone.get_by_role("status").inner_text() == "Your meeting has been moved."
    moved = booking.get(meeting.id)
    assert moved.sequence == 1

    phone.get_by_text("I cannot come").click()
    phone.get_by_role("button", name="Cancel the meeting").click()

    assert phone.get_by_role("status").inner_text() == "Your meeting has been cancelled."
    assert booking.get(meeting.id).status == "cancelled"
    assert phone.get_by_role("button").count() == 0


def test_everything_that_can_be_pressed_is_large_enough_and_has_a_name(
    phone: Page, address: str, booking: BookingService
) -> None:
    meeting = book(booking, booking.offer("ann", timezone="Europe/Berlin")[0])

    phone.goto(booking.links.at(address).manage_url(meeting.id))

    assert phone.get_by_role("heading", level=1).inner_text() == "Your meeting"
    visible = [b for b in phone.get_by_role("button").all() if b.is_visible()]
    assert visible
    for button in visible:
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    assert phone.get_by_role("link", name="Add to calendar").is_visible()
