"""The console's page of one lead: what is known and by what words, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request, url_for
from pydantic import Field
from werkzeug.wrappers import Response as AnyResponse

from core.errors import InvalidInput, NotFound
from core.values import rfc3339
from leads.instants import instant_of
from leads.model import FIELDS, MAX_LENGTH, STATUSES, LeadDetails
from leads.service import LeadService
from leads.shapes import timeline_as_json
from web.api import Body, accepts_form, service
from web.pages import Undo, console_blueprint, done, page, problems_of, sent

bp = console_blueprint("lead", "/leads")

BY = "staff"
LABELS = {
    **{name: name.capitalize() for name in FIELDS},
    "email": "E-mail",
    "status": "Status",
    "owner": "Owner",
    "next_follow_up_at": "Follow-up",
}


class Change(Body):
    """One or more of a lead's values; an empty one is cleared."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    need: str | None = None
    budget: str | None = None
    timeline: str | None = None
    status: str | None = None
    owner: str | None = None
    next_follow_up_at: str | None = Field(None, max_length=40)

    def given(self, leads: LeadService) -> dict[str, Any]:
        """As the service takes it. Raises InvalidInput."""
        fields: dict[str, Any] = {
            name: value or None for name, value in self.model_dump(exclude_unset=True).items()
        }
        due = fields.get("next_follow_up_at")
        if due:
            fields["next_follow_up_at"] = instant_of(due, leads.zone, field="next_follow_up_at")
        return fields


class NoteForm(Body):
    text: str = Field(max_length=MAX_LENGTH["note"])


class MergeForm(Body):
    other: str = Field(min_length=1, max_length=100)


class SuggestionForm(Body):
    accept: bool


@bp.get("/<lead_id>")
def show(lead_id: str) -> Response:
    """One lead, with its conversation beside it."""
    return _lead_page(lead_id)


@bp.post("/<lead_id>/change")
@accepts_form
def change(lead_id: str) -> AnyResponse:
    """Changes the values in the form; what was there before is a click away."""
    leads = service(LeadService)
    before = leads.get(lead_id)
    try:
        given = sent(Change).given(leads)
        leads.update(lead_id, given, BY)
    except InvalidInput as error:
        return _lead_page(lead_id, problems=problems_of(error), typed=request.form, status=400)
    undo = Undo(
        url_for("console_lead.change", lead_id=lead_id),
        {name: _as_typed(before, name) for name in given},
    )
    changed = " and ".join(LABELS[name] for name in given)
    return done(_address(lead_id), f"{changed} saved.", undo)


@bp.post("/<lead_id>/notes")
@accepts_form
def add_note(lead_id: str) -> AnyResponse:
    """Adds a note."""
    try:
        service(LeadService).add_note(lead_id, sent(NoteForm).text, BY)
    except InvalidInput as error:
        return _lead_page(lead_id, problems=problems_of(error), typed=request.form, status=400)
    return done(_address(lead_id), "Note added.")


@bp.post("/<lead_id>/suggestions/<suggestion_id>")
@accepts_form
def settle(lead_id: str, suggestion_id: str) -> AnyResponse:
    """Takes a suggested value over, or drops it."""
    accept = sent(SuggestionForm).accept
    service(LeadService).settle_suggestion(lead_id, suggestion_id, accept=accept, by=BY)
    return done(_address(lead_id), "Taken over." if accept else "Dropped.")


@bp.get("/<lead_id>/compare/<other_id>")
def compare(lead_id: str, other_id: str) -> Response:
    """Two possible duplicates side by side."""
    leads = service(LeadService)
    both = [leads.get(lead_id), leads.get(other_id)]
    fields = [*FIELDS, "status", "source", "owner"]
    return page("compare.html", both=both, fields=fields, labels=LABELS)


@bp.post("/<lead_id>/merge")
@accepts_form
def merge(lead_id: str) -> AnyResponse:
    """Takes the other lead into this one."""
    made = service(LeadService).merge(lead_id, sent(MergeForm).other, BY)
    undo = Undo(url_for("console_lead.unmerge", merge_id=made.id), {})
    return done(_address(lead_id), "The two leads are one now.", undo)


@bp.post("/merges/<merge_id>/undo")
@accepts_form
def unmerge(merge_id: str) -> AnyResponse:
    """Parts two merged leads again."""
    parted = service(LeadService).unmerge(merge_id, BY)
    return done(_address(parted.into_id), "The leads are apart again, as they were.")


@bp.get("/<lead_id>/erase")
def ask_to_erase(lead_id: str) -> Response:
    """What erasing would destroy: the dialog as a page of its own."""
    return page("erase.html", details=service(LeadService).get(lead_id))


@bp.post("/<lead_id>/erase")
@accepts_form
def erase(lead_id: str) -> AnyResponse:
    """Erases the person."""
    proof = service(LeadService).erase(lead_id, BY)
    text = f"The person was erased. Proof without personal data: {proof.id}."
    return done(url_for("console_leads.index"), text)


def _lead_page(
    lead_id: str,
    *,
    problems: Mapping[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    leads = service(LeadService)
    details = leads.get(lead_id)
    shown = request.args.get("conversation")
    chosen = shown if shown in details.conversation_ids else None
    return page(
        "lead.html",
        status,
        details=details,
        lead=details.lead,
        labels=LABELS,
        fields=FIELDS,
        statuses=STATUSES,
        lengths=MAX_LENGTH,
        problems=problems or {},
        typed=typed or {},
        conversation_id=chosen or (details.conversation_ids or [None])[-1],
        conversations=leads.conversations(lead_id),
        suggestions=leads.suggestions(lead_id),
        others=_others(leads, lead_id),
        merges=[item for item in leads.merges(lead_id) if item.undone_at is None],
        timeline=_timeline(leads, lead_id),
    )


def _others(leads: LeadService, lead_id: str) -> list[dict[str, Any]]:
    """The possible duplicates, each once, with what is the same."""
    fields: dict[str, list[str]] = {}
    for pair in leads.duplicates(lead_id):
        fields.setdefault(pair.other_id, []).append(LABELS.get(pair.field, pair.field))
    found = [(leads.find(other_id), same) for other_id, same in fields.items()]
    return [{"lead": lead, "same": same} for lead, same in found if lead is not None]


def _timeline(leads: LeadService, lead_id: str) -> list[dict[str, Any]]:
    """All that happened, newest first."""
    entries = timeline_as_json(
        leads.evidence(lead_id),
        leads.status_changes(lead_id),
        leads.notes(lead_id),
        leads.merges(lead_id),
    )
    return entries[::-1]


def _as_typed(details: LeadDetails, name: str) -> str:
    """A value as a form would send it."""
    value = getattr(details.lead, name)
    if name == "next_follow_up_at":
        return rfc3339(value) if value else ""
    return value or ""


def _address(lead_id: str) -> str:
    if service(LeadService).find(lead_id) is None:
        raise NotFound("There is no such lead any more.")
    return url_for("console_lead.show", lead_id=lead_id)
