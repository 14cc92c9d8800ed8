"""Takes the pictures in docs/screenshots anew: `make screenshots`, or with names of views.

They show the real service with the built-in engine, after visitors have really chatted with it.
"""

from __future__ import annotations

import json
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page

from tests.servers.chromium import running_chromium
from tests.servers.service import ROOT, RunningService, running_service

FOLDER = ROOT / "docs" / "screenshots"


class View(NamedTuple):
    """A page worth a picture; in the widget's, `open_widget` is said in the open panel."""

    path: str
    open_widget: str | None = None


VIEWS = {
    "demo": View("/"),
    "widget": View("/", open_widget="I'm Ann Lee, ann@example.com. Can we meet on Tuesday?"),
    "sign-in": View("/console/sign-in"),
    "today": View("/console/today"),
    "leads": View("/console/leads"),
    "conversations": View("/console/conversations"),
    "calendar": View("/console/calendar"),
    "reports": View("/console/reports"),
    "instruction": View("/console/instruction"),
    "widget-settings": View("/console/widget"),
    "design": View("/console/design"),
    "health": View("/console/health"),
}
LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "dark",
        "device_scale_factor": 2,
        "has_touch": True,
    },
}
VISITORS = (
    (
        "Hello, we are a bakery with three shops and need a new website. What does that cost?",
        "My name is Mara Lindqvist, mara@lindqvist-bakery.example.com, budget about 8000 EUR.",
        "Could we talk next Tuesday at 10 am?",
    ),
    ("Do you also do logos?", "ok thanks, call me on +44 20 7946 0123, I'm Tom Okafor"),
    ("just looking around",),
)


def main(names: Sequence[str]) -> int:
    """Writes a picture for each view and look; the exit status."""
    unknown = set(names) - set(VIEWS)
    if unknown:
        known = ", ".join(VIEWS)
        sys.stderr.write(f"no such view: {', '.join(sorted(unknown))}; there are {known}\n")
        return 2
    chosen = {name: VIEWS[name] for name in names or VIEWS}
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running_service({"LOG_LEVEL": "warning"}) as service, running_chromium() as browser:
        for messages in VISITORS:
            _chat(service, messages)
        failures = [
            failure for look in LOOKS for failure in _pictures(browser, service, look, chosen)
        ]
    sys.stderr.writelines(f"{failure}\n" for failure in failures)
    return 1 if failures else 0


def _pictures(
    browser: Browser, service: RunningService, look: str, views: dict[str, View]
) -> list[str]:
    """Takes those of one look; what could not be taken, and why."""
    failures = []
    visitor = browser.new_context(base_url=service.url, **LOOKS[look])
    staff = browser.new_context(base_url=service.url, **LOOKS[look])
    _sign_in(staff.new_page(), service.admin_key)
    for name, view in views.items():
        signed_in = view.path.startswith("/console") and name != "sign-in"
        problem = _picture(staff if signed_in else visitor, view, FOLDER / f"{name}-{look}.png")
        if problem:
            failures.append(f"{name}: {problem}")
    visitor.close()
    staff.close()
    return failures


def _picture(context: BrowserContext, view: View, file: Path) -> str | None:
    page = context.new_page()
    answer = page.goto(view.path, wait_until="networkidle")
    if answer is None or not answer.ok:
        return f"{view.path} answered {answer.status if answer else 'nothing'}"
    if view.open_widget is not None:
        page.evaluate("text => { Parley('open'); Parley('send', text); }", view.open_widget)
        page.wait_for_timeout(3000)  # the reply and its cards have come to rest
    page.screenshot(path=file)
    page.close()
    return None


def _sign_in(page: Page, key: str) -> None:
    page.goto("/console/sign-in")
    page.fill("input[name=key]", key)
    page.locator("input[name=key]").press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/sign-in"))
    page.close()


def _chat(service: RunningService, messages: Sequence[str]) -> None:
    client: dict[str, str] = {}
    for content in messages:
        body = json.dumps({"content": content, "timezone": "Europe/London", **client})
        request = urllib.request.Request(
            f"{service.url}/gemini/train",
            data=body.encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            client = {"client_id": json.load(answer)["data"]["client_id"]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
