"""axe-core, the accessibility checker of the trade, on a page as it is shown now."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SOURCE = Path(__file__).resolve().parents[1] / "assets" / "axe" / "axe.min.js"
_GRAVE = ("serious", "critical")


@cache
def _script() -> str:
    return _SOURCE.read_text(encoding="utf-8")


def grave_findings(page: Page, within: str = "html") -> list[str]:
    """What axe calls serious or critical, one line each; it looks into open shadow trees."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(_script())  # past any policy of the page: it comes from outside
    result: dict[str, Any] = page.evaluate(
        "within => axe.run(within, {resultTypes: ['violations']})", within
    )
    return [
        f"{found['id']} ({found['impact']}): {node['target']} {node['failureSummary']}"
        for found in result["violations"]
        if found["impact"] in _GRAVE
        for node in found["nodes"]
    ]
