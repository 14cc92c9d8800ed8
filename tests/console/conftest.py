"""The real service, and somebody of the team who has signed in to its console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.console.office import Office
from tests.servers.chromium import Browsing, browsing
from tests.servers.service import running_service

BERLIN = {"LOG_LEVEL": "warning", "BUSINESS_TIMEZONE": "Europe/Berlin"}

OpenConsole = Callable[..., Page]


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """One service for all stories; each makes leads of its own."""
    with running_service(BERLIN) as service:
        yield Office(service)


@pytest.fixture(scope="session")
def signed_in(office: Office, browser: Browser) -> Any:
    """The cookies of a session: signing in for each story would run into its limit."""
    with browsing(browser) as windows:
        context = windows.open(base_url=office.service.url)
        page = context.new_page()
        page.goto("/console/sign-in")
        page.get_by_label("Staff key").fill(office.service.admin_key)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/console/today")
        return context.storage_state()


@pytest.fixture
def console(office: Office, signed_in: Any, windows: Browsing) -> OpenConsole:
    """Opens a page of the console for who has signed in; keyword arguments are Playwright's."""

    def open_page(path: str, **options: Any) -> Page:
        settings = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", **options}
        context = windows.open(
            base_url=office.service.url, storage_state=signed_in, accept_downloads=True, **settings
        )
        page = context.new_page()
        page.goto(path)
        return page

    return open_page
