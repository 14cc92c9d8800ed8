"""The console's conversations: the list, one with its traces, and the panel beside a lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Response
from pydantic import Field

from chatbot.ratings import Ratings
from chatbot.store import Turn
from chatbot.transcripts import Transcripts
from core.errors import InvalidInput
from leads.capture import CaptureService
from leads.model import FIELDS, Evidence
from leads.service import LeadService
from web.api import Body, decode_cursor, encode_cursor, service
from web.pages import asked, console_blueprint, page

bp = console_blueprint("conversations", "/conversations")

PAGE = 30


class View(Body):
    q: str | None = Field(None, max_length=200)
    flagged: bool = False
    cursor: str | None = Field(None, max_length=500)


class PanelQuery(Body):
    lead: str | None = Field(None, max_length=100)


@dataclass(frozen=True)
class Piece:
    """A part of what a visitor wrote; `field`: what of the lead it is the evidence of."""

    text: str
    field: str | None = None


@bp.get("")
def index() -> Response:
    """Conversations, the one with the newest message first."""
    view = asked(View)
    keys = decode_cursor(view.cursor, 2)
    found = service(Transcripts).list_rows(
        limit=PAGE + 1,
        before=(_instant(keys[0]), str(keys[1])) if keys else None,
        q=view.q,
        flagged=True if view.flagged else None,
    )
    rows = found[:PAGE]
    openings = service(Transcripts).openings([row.conversation.id for row in rows])
    more = len(found) > PAGE
    cursor = encode_cursor(rows[-1].last_at.isoformat(), rows[-1].conversation.id) if more else None
    return page(
        "conversations.html",
        view=view,
        rows=[
            (row, _lead_of(row.conversation.id), openings.get(row.conversation.id)) for row in rows
        ],
        more=cursor,
    )


@bp.get("/<conversation_id>")
def show(conversation_id: str) -> Response:
    """One conversation, with why each reply says what it says."""
    row, turns = service(Transcripts).get(conversation_id)
    lead = _lead_of(conversation_id)
    return page(
        "conversation.html",
        row=row,
        lead=lead,
        rating=service(Ratings).find(conversation_id),
        turns=_with_evidence(turns, lead.id if lead else None),
    )


@bp.get("/<conversation_id>/panel")
def panel(conversation_id: str) -> Response:
    """The conversation beside a lead: the words that are evidence are marked."""
    row, turns = service(Transcripts).get(conversation_id)
    return page(
        "conversation_panel.html",
        row=row,
        rating=service(Ratings).find(conversation_id),
        turns=_with_evidence(turns, asked(PanelQuery).lead),
    )


def marked(text: str, quotes: Iterable[tuple[str, str]]) -> list[Piece]:
    """The text in pieces; each (field, quote) is marked where it stands first."""
    found = []
    for field, quote in quotes:
        start = text.find(quote) if quote else -1
        if start >= 0:
            found.append((start, start + len(quote), field))
    pieces, at = [], 0
    for start, end, field in sorted(found):
        if start < at:
            continue
        pieces += [Piece(text[at:start]), Piece(text[start:end], field)]
        at = end
    pieces.append(Piece(text[at:]))
    return [piece for piece in pieces if piece.text]


def _with_evidence(turns: Sequence[Turn], lead_id: str | None) -> list[dict[str, Any]]:
    leads = service(LeadService)
    known = leads.find(lead_id) if lead_id else None
    evidence: Sequence[Evidence] = leads.evidence(known.id) if known else ()
    return [
        {"turn": turn, "pieces": marked(turn.text, _quotes(evidence, turn.id))} for turn in turns
    ]


def _quotes(evidence: Iterable[Evidence], message_id: str) -> list[tuple[str, str]]:
    return [
        (item.field, item.quote)
        for item in evidence
        if item.message_id == message_id and item.field in FIELDS
    ]


def _lead_of(conversation_id: str) -> Any:
    return service(CaptureService).lead_of(conversation_id)


def _instant(key: object) -> datetime:
    try:
        found = datetime.fromisoformat(str(key))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise InvalidInput.of("cursor", "is not one of ours; begin at the first page again")
    return found
