"""What a visitor does with the widget, and what they see of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from playwright.sync_api import BrowserContext, Locator, Page

from tests.servers.chromium import Browsing
from tests.widget.contract_service import ContractService

HOST_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>A customer's page</title><link rel="icon" href="data:,"></head>
<body><h1>Fresh bread</h1><p><a href="#more">More</a></p>{before}
<script src="{script}" {attributes} async></script></body>
</html>"""
BERLIN = {"locale": "en-GB", "timezone_id": "Europe/Berlin"}


class Visitor:
    """One tab. Locators look into the widget's shadow tree by themselves."""

    def __init__(self, page: Page, service: ContractService) -> None:
        self.page = page
        self.service = service
        self.launcher = page.locator("parley-chat .launcher")
        self.panel = page.locator("parley-chat .panel")
        self.input = page.locator("parley-chat .composer textarea")
        self.said = page.locator("parley-chat .mine .bubble")
        self.heard = page.locator("parley-chat .turn .theirs .bubble")
        self.finished = page.locator("parley-chat .theirs .meta .clock")
        self.problem = page.locator("parley-chat .problem")

    @classmethod
    def arriving(
        cls,
        windows: Browsing,
        service: ContractService,
        *,
        attributes: str = "",
        before: str = "",
        **options: Any,
    ) -> Self:
        """On a fresh page of the service's own origin, in a fresh browser."""
        context = windows.open(**{**BERLIN, **options})
        html = HOST_PAGE.format(script="/widget.js", attributes=attributes, before=before)
        return cls.on(context, service, service.page("/pages/host", html))

    @classmethod
    def on(cls, context: BrowserContext, service: ContractService, address: str) -> Self:
        """On a page of that browser; another tab of it when there is one already."""
        page = context.new_page()
        page.goto(address)
        visitor = cls(page, service)
        visitor.launcher.wait_for()
        return visitor

    def another_tab(self) -> Visitor:
        return Visitor.on(self.page.context, self.service, self.page.url)

    def open(self) -> Self:
        self.launcher.click()
        self.panel.wait_for()
        return self

    def write(self, text: str) -> None:
        """Writes and sends, without waiting for an answer."""
        self.input.fill(text)
        self.input.press("Enter")

    def say(self, text: str) -> str:
        """Writes, sends, and reads the answer when it is whole."""
        before = self.finished.count()
        self.write(text)
        self.finished.nth(before).wait_for()
        return self.heard.last.inner_text()

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name, exact=True)

    def choose_from_menu(self, name: str) -> None:
        self.button("More").click()
        self.panel.get_by_role("menuitem", name=name).click()

    def transcript(self) -> Sequence[str]:
        """All bubbles in the order of the screen, the greeting left out."""
        return self.panel.locator(".turn .bubble:visible").all_inner_texts()

    def stored(self) -> dict[str, Any]:
        """All that the page keeps in this browser."""
        stored: dict[str, Any] = self.page.evaluate(
            "() => ({...localStorage, ...sessionStorage, cookies: document.cookie})"
        )
        return {key: value for key, value in stored.items() if value}
