"""`/leads/reports`: the daily Excel reports, to be written, listed and downloaded."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request, send_file
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from core.errors import InvalidInput
from core.values import rfc3339
from leads.instants import day_of, instant_of
from leads.service import LeadService
from reports.model import Once, Report
from reports.service import ReportService
from web.api import Body, PageQuery, decode_cursor, encode_cursor, service, success

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BY = "staff"
_WORKBOOK: dict[str, Any] = {XLSX: {}}

bp = APIBlueprint(
    "reports",
    __name__,
    url_prefix="/leads/reports",
    abp_tags=[Tag(name="Reports")],
    abp_security=[{"staff_key": []}, {"staff_key_header": []}],
)


class ReportPath(BaseModel):
    filename: str = Field(max_length=100, description="As the list names it")


class ReportBody(Body):
    date: str | None = Field(
        None, max_length=10, description="A business day, such as 2026-11-21; today if left out"
    )


@bp.post("/generate", responses={201: None})
def generate(body: ReportBody) -> Response:
    """Writes the report of a business day, as things are now; today's when no day is named.

    With an `Idempotency-Key` the same call again answers with the same report. 400: the day is
    in the future. 503: the disk is full, or writing took too long; the message says what to do.
    """
    day = day_of(body.date, field="date") if body.date else None
    report = service(ReportService).generate(day, by=BY, once=_once(body))
    # The time of the answer is the report's: an answer that is given again is the same.
    made = rfc3339(report.made_at)
    return success(report_as_json(report), "The report was written.", 201, timestamp=made)


@bp.get("")
def list_reports(query: PageQuery) -> Response:
    """The reports there are, newest first."""
    keys = decode_cursor(query.cursor, 2)
    zone = service(LeadService).zone
    after = (instant_of(str(keys[0]), zone, field="cursor"), str(keys[1])) if keys else None
    found = service(ReportService).list(after=after, limit=query.limit + 1)
    shown = found[: query.limit]
    last = shown[-1] if len(found) > query.limit else None
    return success(
        {
            "reports": [report_as_json(report) for report in shown],
            "next_cursor": encode_cursor(last.made_at.isoformat(), last.id) if last else None,
        }
    )


@bp.get("/download/<filename>", responses={200: {"content": _WORKBOOK}})
def download(path: ReportPath) -> Response:
    """The Excel workbook. 404 when there is none of that name, or when it was removed because a
    person in it was erased; generate it again then."""
    found = service(ReportService).path_of(path.filename)
    response = send_file(
        found.resolve(), mimetype=XLSX, as_attachment=True, download_name=found.name
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def report_as_json(report: Report) -> dict[str, Any]:
    """`kind`: daily (written by the schedule) or on_demand; `rows` in all of its lists."""
    return {
        "filename": report.filename,
        "date": report.business_date.isoformat(),
        "kind": report.kind,
        "size": report.size,
        "rows": report.rows,
        "made_at": rfc3339(report.made_at),
        "requested_by": report.requested_by,
        "download_url": f"/leads/reports/download/{report.filename}",
    }


def _once(body: ReportBody) -> Once | None:
    # The usual way, one transaction around the view, would keep every writer waiting for seconds.
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not 1 <= len(key) <= 200 or not key.isprintable():
        raise InvalidInput.of("Idempotency-Key", "must be 1 to 200 printable characters")
    return Once(key, json.dumps(body.model_dump(exclude_none=True), sort_keys=True))
