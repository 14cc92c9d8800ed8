"""The console's list of leads, and its file of the leads in view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Response, url_for
from pydantic import Field

from core.errors import InvalidInput
from leads.instants import instant_of
from leads.model import MAX_LENGTH, STATUSES, LeadFilter, LeadPage
from leads.service import LeadService
from web.api import Body, decode_cursor, encode_cursor, service
from web.pages import asked, clock_of, console_blueprint, page

bp = console_blueprint("leads", "/leads")

PAGE = 50
_LARGEST_SEQ = 2**63


class View(Body):
    """The filters of the list; they stand in the address, so that a view can be kept and sent."""

    status: str | None = Field(None, max_length=30)
    q: str | None = Field(None, max_length=400)
    source: str | None = Field(None, max_length=MAX_LENGTH["source"])
    owner: str | None = Field(None, max_length=MAX_LENGTH["owner"])
    since: str | None = Field(None, max_length=40)
    until: str | None = Field(None, max_length=40)
    cursor: str | None = Field(None, max_length=500)

    def filters(self) -> dict[str, str]:
        """Those that are set."""
        return self.model_dump(exclude_none=True, exclude={"cursor"})

    def as_filter(self, leads: LeadService) -> LeadFilter:
        """Raises InvalidInput."""
        given = self.filters()
        for name in ("since", "until"):
            if name in given:
                end = name == "until"
                given[name] = instant_of(given[name], leads.zone, field=name, until=end)  # type: ignore[assignment]
        return LeadFilter(**given)  # type: ignore[arg-type]


@bp.get("")
def index() -> Response:
    """The leads that match, newest first."""
    leads = service(LeadService)
    view = asked(View)
    keys = decode_cursor(view.cursor, 1)
    found = leads.page(view.as_filter(leads), after=_seq(keys[0]) if keys else None, limit=PAGE)
    today = clock_of().now().astimezone(leads.zone).date()
    figures = leads.stats(today, today)  # the counts by status are of all leads
    return page(
        "leads.html",
        view=view,
        found=found,
        statuses=STATUSES,
        figures=figures,
        sources=_sources(figures, found),
        more=_more(view, found),
        link=lambda **changes: _link(view, **changes),
        export=lambda form: _export(view, form),
    )


def _sources(figures: Mapping[str, Any], found: LeadPage) -> list[str]:
    """Those to choose from: of today's leads and of those in view, which costs no scan."""
    in_view = {details.lead.source for details in found.leads if details.lead.source}
    return sorted(in_view | {item["source"] for item in figures["by_source"]} - {"unknown"})


def _more(view: View, found: LeadPage) -> str | None:
    if found.after is None:
        return None
    return _link(view, cursor=encode_cursor(found.after))


def _link(view: View, **changes: Any) -> str:
    """The list with some filters changed; None takes one out."""
    kept = {name: value for name, value in {**view.filters(), **changes}.items() if value}
    return url_for("console_leads.index", **kept)


def _export(view: View, form: str) -> str:
    return f"/leads/export?{urlencode({**view.filters(), 'format': form})}"


def _seq(key: Any) -> int:
    if isinstance(key, int) and not isinstance(key, bool) and 0 <= key < _LARGEST_SEQ:
        return key
    raise InvalidInput.of("cursor", "is not one of ours; begin at the first page again")
