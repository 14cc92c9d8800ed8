"""The console's reports: written on demand, listed, handed out."""

from __future__ import annotations

from flask import Response, request, url_for
from pydantic import Field
from werkzeug.wrappers import Response as AnyResponse

from core.errors import InvalidInput, Unavailable
from leads.instants import day_of, instant_of
from leads.service import LeadService
from reports.service import ReportService
from web.api import Body, accepts_form, decode_cursor, encode_cursor, service
from web.envelope import status_of
from web.pages import asked, clock_of, console_blueprint, done, page, problems_of, sent

bp = console_blueprint("reports", "/reports")

PAGE = 30
BY = "staff"


class View(Body):
    cursor: str | None = Field(None, max_length=500)


class Wanted(Body):
    date: str = Field("", max_length=10)


@bp.get("")
def index() -> Response:
    """The reports there are, newest first."""
    return _reports_page()


@bp.post("")
@accepts_form
def generate() -> AnyResponse:
    """Writes the report of a day, as things are now."""
    try:
        wanted = sent(Wanted).date
        day = day_of(wanted, field="date") if wanted else None
        report = service(ReportService).generate(day, by=BY)
    except (InvalidInput, Unavailable) as error:
        return _reports_page(problems_of(error), status_of(error))
    text = f"The report of {report.business_date:%-d %B %Y} is written: {report.filename}."
    return done(url_for("console_reports.index"), text)


def _reports_page(problems: dict[str, str] | None = None, status: int = 200) -> Response:
    view, zone = asked(View), service(LeadService).zone
    keys = decode_cursor(view.cursor, 2)
    after = (instant_of(str(keys[0]), zone, field="cursor"), str(keys[1])) if keys else None
    found = service(ReportService).list(after=after, limit=PAGE + 1)
    shown = found[:PAGE]
    last = shown[-1] if len(found) > PAGE else None
    return page(
        "reports.html",
        status,
        reports=shown,
        today=clock_of().now().astimezone(zone).date(),
        problems=problems or {},
        typed=request.form.get("date", ""),
        more=encode_cursor(last.made_at.isoformat(), last.id) if last else None,
    )
