"""Every component of the design system on one page, for whoever builds another."""

from __future__ import annotations

from flask import Response

from web.pages import console_blueprint, page

bp = console_blueprint("design", "/design")

TEXT_SIZES = ("3xl", "2xl", "xl", "l", "m", "s", "xs")
SPACES = range(1, 9)
GROUNDS = ("page", "surface", "raised", "sunken", "accent-wash")
FILLS = ("accent", "accent-hover", "good", "warn", "bad", "info")
EDGES = ("line", "line-strong", "accent-line", "focus")
PLOTS = range(1, 7)


@bp.get("")
def index() -> Response:
    """All of it, in the reader's theme and, beside, in the other."""
    return page(
        "design.html",
        text_sizes=TEXT_SIZES,
        spaces=SPACES,
        grounds=GROUNDS,
        fills=FILLS,
        edges=EDGES,
        plots=PLOTS,
        brands=("#1d6b57", "#8a2be2", "#c2410c", "#0b5fff", "#e3b505", "#111111"),
    )
