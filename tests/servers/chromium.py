"""Headless Chromium, with an eye on every page: what a page complains about fails the test."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Request,
    sync_playwright,
)
from playwright.sync_api import Error as PlaywrightError

from tests.servers.missing import missing
from tests.servers.network import is_here

_ARGUMENTS = (
    "--no-sandbox",  # root, in a container
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
_PATIENCE_MILLISECONDS = 10_000


class PageComplained(AssertionError):
    """A page logged an error, threw one, broke its CSP or asked another machine for something."""


class Browsing:
    """Opens windows, each with storage of its own, and collects what their pages complain about."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._allowed: list[re.Pattern[str]] = []
        self.complaints: list[str] = []

    def open(self, **options: Any) -> BrowserContext:
        """A new visitor's browser: no cookies, no storage. `options` are Playwright's."""
        context = self._browser.new_context(**options)
        context.set_default_timeout(_PATIENCE_MILLISECONDS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._complain(f"uncaught: {error.error}"))
        context.on("request", self._request)
        self._contexts.append(context)
        return context

    def allow(self, pattern: str) -> None:
        """Lets pages complain about what matches, as when a test provokes it."""
        self._allowed.append(re.compile(pattern))

    def close(self) -> None:
        """Closes every window; raises PageComplained."""
        for context in self._contexts:
            for page in context.pages:
                # What the page said before it answers this has reached us when it does.
                with contextlib.suppress(PlaywrightError):
                    page.evaluate("0")
            context.close()
        unexpected = [text for text in self.complaints if not self._is_allowed(text)]
        if unexpected:
            raise PageComplained("\n".join(unexpected))

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium reports violations of the Content Security Policy as errors on the console.
        if message.type == "error":
            where = message.location.get("url", "")
            self._complain(f"console: {message.text} ({where})")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and not is_here(parts.hostname):
            self._complain(f"asked another machine: {request.url}")

    def _complain(self, text: str) -> None:
        self.complaints.append(text)

    def _is_allowed(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self._allowed)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """The machine's Chromium; it cannot look up any name but localhost."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_binary(), args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def browsing(browser: Browser) -> Iterator[Browsing]:
    """Windows for one test."""
    windows = Browsing(browser)
    try:
        yield windows
    finally:
        windows.close()


def _binary() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    missing("Chromium", "apt-get install chromium")
