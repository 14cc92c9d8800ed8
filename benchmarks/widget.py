"""The widget as a visitor's browser feels it: weight, first paint, and the way to the first word.

    python -m benchmarks.widget             about a minute

The floor is the same host page without the widget, in the same browser, in alternating rounds.
Bytes are those on the wire. First paint and shifts are the browser's own figures. "Answer" is from
the Enter key to the finished reply of the built-in engine, so it is the way there and back and the
drawing, and not a model's thinking. Fails above the weight budgets, or when the host page moves.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request

from benchmarks._measuring import RESULTS, UNLIMITED, keep
from tests.servers.chromium import running_chromium
from tests.servers.service import RunningService, running_service

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
PAGE_BUDGET = 6 * 1024  # with the page
INTENT_BUDGET = 45 * 1024  # on first intent
LISTEN = """() => {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const inPage = entry.sources.some(({node}) => node && document.body.contains(node));
      if (inPage) window.shifts += entry.value;
    }
  }).observe({type: 'layout-shift', buffered: true});
}"""
FIRST_PAINT = """() => new Promise((done) => {
  const read = () => performance.getEntriesByName('first-contentful-paint')[0];
  const wait = () => read() ? done(read().startTime) : setTimeout(wait, 10);
  wait();
})"""


def measure(rounds: int) -> dict[str, Any]:
    """The medians; bytes and requests are the same in every round."""
    with running_service(UNLIMITED) as service, running_chromium() as browser:
        taken: dict[str, list[float]] = {}
        for number in range(rounds + 1):
            figures = {**_without(browser, service), **_with(browser, service)}
            if number:  # the first round warms the caches of the machine, not of the browser
                for name, figure in figures.items():
                    taken.setdefault(name, []).append(figure)
    return {name: round(statistics.median(all_), 1) for name, all_ in taken.items()}


def _without(browser: Browser, service: RunningService) -> dict[str, float]:
    with _visiting(browser) as page:
        page.route("**/widget.js", lambda route: route.abort())
        page.goto(f"{service.url}/")
        return {"first_paint_without_ms": page.evaluate(FIRST_PAINT)}


def _with(browser: Browser, service: RunningService) -> dict[str, float]:
    with _visiting(browser) as page:
        weights: dict[str, int] = {}
        page.on("requestfinished", lambda request: _weigh(request, weights))
        page.goto(f"{service.url}/", wait_until="networkidle")
        page.evaluate(LISTEN)
        figures: dict[str, float] = {
            "first_paint_ms": page.evaluate(FIRST_PAINT),
            "page_bytes": sum(weights.values()),
            "page_requests": len(weights),
        }
        figures["open_ms"] = _milliseconds(lambda: _open(page))
        figures["intent_bytes"] = weights.get("panel.js", 0)
        figures["answer_ms"] = _milliseconds(lambda: _ask(page))
        figures["all_requests"] = len(weights)
        figures["shift"] = page.evaluate("window.shifts")
        return figures


def _weigh(request: Request, weights: dict[str, int]) -> None:
    """Notes what the widget asked for; the page's own files are not ours."""
    name = request.url.partition("?")[0].rpartition("/")[2]
    if name == "widget.js" or "/widget/" in request.url or "/gemini/" in request.url:
        weights[name] = request.sizes()["responseBodySize"]


def _open(page: Page) -> None:
    page.locator("parley-chat .launcher").click()
    page.locator("parley-chat .panel").wait_for()


def _ask(page: Page) -> None:
    field = page.locator("parley-chat .composer textarea")
    field.fill("What does a website cost?")
    field.press("Enter")
    page.locator("parley-chat .theirs .meta .clock").first.wait_for()


def _milliseconds(work: Any) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


@contextmanager
def _visiting(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        yield context.new_page()
    finally:
        context.close()


def main(rounds: int = ROUNDS, results: Path = RESULTS) -> int:
    taken = measure(rounds)
    for name, figure in taken.items():
        print(f"  {name:24} {figure:10.1f}")
    ratio = round(taken["first_paint_ms"] / taken["first_paint_without_ms"], 2)
    print(f"  first paint x {ratio:.2f} of the same page without the widget")
    problems = [
        f"{name} {taken[name]:.0f}, at most {most}"
        for name, most in (("page_bytes", PAGE_BUDGET), ("intent_bytes", INTENT_BUDGET))
        if taken[name] > most
    ]
    problems += ["the host page moved"] if taken["shift"] else []
    keep("widget", {"rounds": rounds, **taken, "first_paint_ratio": ratio}, results)
    for problem in problems:
        print(f"  FAILED: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
