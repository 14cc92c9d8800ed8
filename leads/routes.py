"""`/leads`: what the team's programs and pages ask of leads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import urlencode

from flask import Response, redirect, stream_with_context
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response as AnyResponse

from core.errors import InvalidInput
from leads import shapes
from leads.entries import check_status
from leads.exporting import LeadExport
from leads.instants import day_of, instant_of
from leads.model import MAX_LENGTH, LeadDetails, LeadFilter
from leads.service import LeadService
from web.api import (
    Body,
    PageQuery,
    decode_cursor,
    encode_cursor,
    has_page,
    idempotent,
    prefers_html,
    service,
    success,
)

bp = APIBlueprint(
    "leads",
    __name__,
    url_prefix="/leads",
    abp_tags=[Tag(name="Leads")],
    abp_security=[{"staff_key": []}, {"staff_key_header": []}],
)

BY = "staff"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES: dict[str, Any] = {"text/csv": {}, _XLSX: {}, "application/json": {}}
_PERSON: dict[str, Any] = {"application/json": {}}


class LeadPath(BaseModel):
    lead_id: str = Field(max_length=100, description="A lead's id")


class MergePath(BaseModel):
    merge_id: str = Field(max_length=100, description="A merge's id")


class SuggestionPath(LeadPath):
    suggestion_id: str = Field(max_length=100, description="A suggestion's id")


class Filters(Body):
    status: str | None = Field(None, max_length=30, description="One of the statuses")
    q: str | None = Field(
        None,
        max_length=400,
        description="Words or beginnings of words: name, e-mail, company, need, notes; or a part "
        "of a phone number or e-mail address. All must match.",
    )
    since: str | None = Field(None, max_length=40, description="Made on or after: day or instant")
    until: str | None = Field(None, max_length=40, description="Made before it; a day is included")
    owner: str | None = Field(None, max_length=MAX_LENGTH["owner"])
    source: str | None = Field(None, max_length=MAX_LENGTH["source"])

    def as_filter(self, leads: LeadService) -> LeadFilter:
        """Raises InvalidInput for what is no instant."""
        since, until = self.since, self.until
        return LeadFilter(
            status=self.status or None,
            q=self.q or None,
            since=instant_of(since, leads.zone, field="since") if since else None,
            until=instant_of(until, leads.zone, field="until", until=True) if until else None,
            owner=self.owner or None,
            source=self.source or None,
        )


class LeadsQuery(Filters, PageQuery):
    pass


class ExportQuery(Filters):
    format: Literal["csv", "xlsx", "json"] = "csv"


class StatsQuery(Body):
    since: str | None = Field(None, max_length=40, description="First day; 29 days before `until`")
    until: str | None = Field(None, max_length=40, description="Last day; today")


class LeadBody(Body):
    name: str | None = Field(None, max_length=MAX_LENGTH["name"])
    email: str | None = Field(None, max_length=MAX_LENGTH["email"])
    phone: str | None = Field(None, max_length=MAX_LENGTH["phone"])
    company: str | None = Field(None, max_length=MAX_LENGTH["company"])
    need: str | None = Field(None, max_length=MAX_LENGTH["need"])
    budget: str | None = Field(None, max_length=MAX_LENGTH["budget"])
    timeline: str | None = Field(None, max_length=MAX_LENGTH["timeline"])
    status: str | None = Field(None, max_length=30, description="One of the statuses")
    source: str | None = Field(None, max_length=MAX_LENGTH["source"])
    owner: str | None = Field(None, max_length=MAX_LENGTH["owner"])
    next_follow_up_at: str | None = Field(
        None, max_length=40, description="RFC 3339; without an offset, or a day: business time"
    )
    notes: str | None = Field(
        None, max_length=MAX_LENGTH["note"], description="Is added to the notes"
    )

    def given(self, leads: LeadService) -> dict[str, Any]:
        """What the caller sent, null included, as the service takes it."""
        fields = self.model_dump(exclude_unset=True)
        due = fields.get("next_follow_up_at")
        if due is not None:
            fields["next_follow_up_at"] = instant_of(due, leads.zone, field="next_follow_up_at")
        if "notes" in fields:
            fields["note"] = fields.pop("notes")
        return fields


class NoteBody(Body):
    text: str = Field(min_length=1, max_length=MAX_LENGTH["note"])


class MergeBody(Body):
    from_id: str = Field(
        alias="from", min_length=1, max_length=100, description="The lead to take in"
    )


class SuggestionBody(Body):
    accept: bool = Field(description="true takes the value over, false drops it")


@bp.get("", responses={200: None, 302: {"description": "A browser: on to the leads page"}})
@has_page("/console/leads")
def list_leads(query: LeadsQuery) -> AnyResponse:
    """Leads, newest first.

    `total` counts all that match. Where there are more than 10000 leads and filters other than
    `status`, it counts up to 1000, of a search what was come across to fill the page, and
    `total_is_exact` is false if there may be more. A browser that asks for HTML is sent to the
    leads page.
    """
    if prefers_html():
        return redirect("/console/leads" + _query_string(query))
    leads = service(LeadService)
    keys = decode_cursor(query.cursor, 1)
    after = _seq(keys[0]) if keys else None
    page = leads.page(query.as_filter(leads), after=after, limit=query.limit)
    return success(
        {
            "leads": [shapes.lead_as_json(details) for details in page.leads],
            "next_cursor": encode_cursor(page.after) if page.after is not None else None,
            "total": page.total,
            "total_is_exact": page.total_is_exact,
        }
    )


@bp.post("", responses={201: None})
@idempotent
def create_lead(body: LeadBody) -> AnyResponse:
    """Enters a lead. At least one of its details must be given."""
    leads = service(LeadService)
    details = leads.create(body.given(leads), BY)
    return success(_shown(details), "The lead was saved.", 201)


@bp.get("/followups")
def list_followups(query: PageQuery) -> AnyResponse:
    """Open leads whose follow-up is due by the end of today (the business's day), longest due
    first."""
    leads = service(LeadService)
    keys = decode_cursor(query.cursor, 2)
    after = (instant_of(str(keys[0]), leads.zone, field="cursor"), _seq(keys[1])) if keys else None
    due = leads.followups(after=after, limit=query.limit + 1)
    shown = due[: query.limit]
    more = len(due) > query.limit
    return success(
        {
            "leads": [shapes.lead_as_json(details) for details in shown],
            "next_cursor": _due_cursor(shown[-1]) if more else None,
        }
    )


@bp.get("/stats")
def stats(query: StatsQuery) -> AnyResponse:
    """How many leads there are by status, and of those made in a period of at most 366 days: by
    day, by source, and how far along the funnel they came."""
    since = day_of(query.since, field="since") if query.since else None
    until = day_of(query.until, field="until") if query.until else None
    return success({"stats": service(LeadService).stats(since, until)})


@bp.get("/export", responses={200: {"content": _FILES}})
def export_leads(query: ExportQuery) -> AnyResponse:
    """All leads that match, newest first, as a CSV, XLSX or JSON file.

    No cell of it is a formula: text that looks like one has an apostrophe in front.
    """
    leads, export = service(LeadService), service(LeadExport)
    wanted = query.as_filter(leads)
    check_status(wanted.status)
    if query.format == "xlsx":
        return _file(export.workbook(wanted), "leads.xlsx", _XLSX)
    if query.format == "json":
        return _file(stream_with_context(export.json(wanted)), "leads.json", "application/json")
    return _file(stream_with_context(export.csv(wanted)), "leads.csv", "text/csv")


@bp.get("/<lead_id>")
def get_lead(path: LeadPath) -> AnyResponse:
    """One lead, with the reasons of its score and what was suggested and awaits a decision."""
    leads = service(LeadService)
    details = leads.get(path.lead_id)
    suggestions = [shapes.suggestion_as_json(item) for item in leads.suggestions(path.lead_id)]
    return success({**_shown(details), "suggestions": suggestions})


@bp.patch("/<lead_id>")
def patch_lead(path: LeadPath, body: LeadBody) -> AnyResponse:
    """Changes what is given; null clears a field; `notes` adds a note."""
    return _changed(path.lead_id, body)


@bp.post("/<lead_id>")
def post_lead(path: LeadPath, body: LeadBody) -> AnyResponse:
    """The same as PATCH."""
    return _changed(path.lead_id, body)


@bp.delete("/<lead_id>")
def erase_lead(path: LeadPath) -> AnyResponse:
    """Erases the person: the lead, what was said, its conversations. A proof without personal
    data stays. `possible_duplicates` are other leads with the same address, which stay too."""
    leads = service(LeadService)
    others = [pair.other_id for pair in leads.duplicates(path.lead_id)]
    erasure = leads.erase(path.lead_id, BY)
    data = {
        "erasure": shapes.erasure_as_json(erasure),
        "possible_duplicates": sorted(set(others)),
    }
    return success(data, "The person was erased.")


@bp.get("/<lead_id>/notes")
def list_notes(path: LeadPath) -> AnyResponse:
    """The notes of a lead, oldest first."""
    notes = service(LeadService).notes(path.lead_id)
    return success({"notes": [shapes.note_as_json(note) for note in notes], "next_cursor": None})


@bp.post("/<lead_id>/notes", responses={201: None})
@idempotent
def add_note(path: LeadPath, body: NoteBody) -> AnyResponse:
    """Adds a note."""
    note = service(LeadService).add_note(path.lead_id, body.text, BY)
    return success({"note": shapes.note_as_json(note)}, "The note was saved.", 201)


@bp.get("/<lead_id>/conversations")
def list_conversations(path: LeadPath) -> AnyResponse:
    """The conversations of a lead: where the visitor came from, and what they agreed to."""
    rows = service(LeadService).conversations(path.lead_id)
    shown = [shapes.conversation_as_json(row) for row in rows]
    return success({"conversations": shown, "next_cursor": None})


@bp.get("/<lead_id>/timeline")
def timeline(path: LeadPath) -> AnyResponse:
    """All that happened to a lead, oldest first: what was said and which words say it (outdone
    values included), statuses, notes and merges."""
    leads, lead_id = service(LeadService), path.lead_id
    entries = shapes.timeline_as_json(
        leads.evidence(lead_id),
        leads.status_changes(lead_id),
        leads.notes(lead_id),
        leads.merges(lead_id),
    )
    return success({"timeline": entries, "next_cursor": None})


@bp.get("/<lead_id>/duplicates")
def list_duplicates(path: LeadPath) -> AnyResponse:
    """Other leads with the same e-mail address or phone number. Whether they are the same
    person, only you can tell."""
    leads = service(LeadService)
    pairs = leads.duplicates(path.lead_id)
    shown = [shapes.duplicate_as_json(pair, leads.get(pair.other_id)) for pair in pairs]
    return success({"duplicates": shown, "next_cursor": None})


@bp.post("/<lead_id>/merge", responses={201: None})
@idempotent
def merge_leads(path: LeadPath, body: MergeBody) -> AnyResponse:
    """Takes another lead into this one. The merge can be undone."""
    leads = service(LeadService)
    merge = leads.merge(path.lead_id, body.from_id, BY)
    data = {"merge": shapes.merge_as_json(merge), **_shown(leads.get(path.lead_id))}
    return success(data, "The leads were merged.", 201)


@bp.post("/merges/<merge_id>/undo")
def undo_merge(path: MergePath) -> AnyResponse:
    """Parts two merged leads again, as they were."""
    leads = service(LeadService)
    merge = leads.unmerge(path.merge_id, BY)
    parted = [shapes.lead_as_json(leads.get(one)) for one in (merge.into_id, merge.from_id)]
    return success({"merge": shapes.merge_as_json(merge), "leads": parted}, "Undone.")


@bp.post("/<lead_id>/suggestions/<suggestion_id>")
def settle_suggestion(path: SuggestionPath, body: SuggestionBody) -> AnyResponse:
    """Takes a suggested value over as your own word, or drops it."""
    leads = service(LeadService)
    details = leads.settle_suggestion(path.lead_id, path.suggestion_id, accept=body.accept, by=BY)
    return success(_shown(details), "Saved.")


@bp.get("/<lead_id>/export", responses={200: {"content": _PERSON}})
def export_person(path: LeadPath) -> AnyResponse:
    """All that is known of one person, as a JSON file to hand over to them."""
    known = service(LeadService).export_person(path.lead_id)
    text = json.dumps(known, ensure_ascii=False, indent=1)
    return _file(iter([text]), f"{path.lead_id}.json", "application/json")


def _changed(lead_id: str, body: LeadBody) -> AnyResponse:
    leads = service(LeadService)
    return success(_shown(leads.update(lead_id, body.given(leads), BY)), "Saved.")


def _shown(details: LeadDetails) -> dict[str, Any]:
    return {"lead": shapes.lead_as_json(details), "score_reasons": shapes.score_as_json(details)}


def _seq(key: Any) -> int:
    if isinstance(key, int) and not isinstance(key, bool) and 0 <= key < 2**63:
        return key
    raise InvalidInput.of("cursor", "is not one of ours; use next_cursor of the page before")


def _due_cursor(details: LeadDetails) -> str:
    lead = details.lead
    assert lead.next_follow_up_at is not None
    return encode_cursor(lead.next_follow_up_at.isoformat(), lead.seq)


def _query_string(query: LeadsQuery) -> str:
    given = query.model_dump(exclude_unset=True, exclude_none=True)
    return f"?{urlencode(given)}" if given else ""


def _file(content: Iterator[str] | Iterator[bytes], name: str, mimetype: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
