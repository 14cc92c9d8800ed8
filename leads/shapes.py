"""The JSON of leads and what belongs to them, as the contract has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from core.values import rfc3339
from leads.model import (
    FIELDS,
    Erasure,
    Evidence,
    LeadDetails,
    Merge,
    Note,
    PossibleDuplicate,
    StatusChange,
    Suggestion,
)


def lead_as_json(details: LeadDetails) -> dict[str, Any]:
    """A lead, key by key as in the contract."""
    lead = details.lead
    return {
        "id": lead.id,
        **{name: lead.value(name) for name in FIELDS},
        "status": lead.status,
        "score": lead.score,
        "source": lead.source,
        "owner": lead.owner,
        "next_follow_up_at": _instant(lead.next_follow_up_at),
        "notes": [note_as_json(note) for note in details.notes],
        "created_at": rfc3339(lead.created_at),
        "updated_at": rfc3339(lead.updated_at),
        "conversation_ids": list(details.conversation_ids),
        "meetings": [dict(meeting) for meeting in details.meetings],
        "evidence": {name: evidence_as_json(item) for name, item in details.evidence.items()},
    }


def evidence_as_json(item: Evidence) -> dict[str, Any]:
    return {
        "value": item.value,
        "quote": item.quote,
        "message_id": item.message_id,
        "method": item.method,
        "verified": item.verified,
    }


def note_as_json(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "text": note.text,
        "author": note.author,
        "created_at": rfc3339(note.created_at),
    }


def score_as_json(details: LeadDetails) -> list[dict[str, Any]]:
    return [vars(reason) for reason in details.lead.score_reasons]


def suggestion_as_json(item: Suggestion) -> dict[str, Any]:
    return {
        "id": item.id,
        "field": item.field,
        "value": item.value,
        "reason": item.reason,
        "conversation_id": item.conversation_id,
        "at": rfc3339(item.at),
    }


def duplicate_as_json(pair: PossibleDuplicate, other: LeadDetails) -> dict[str, Any]:
    return {"field": pair.field, "at": rfc3339(pair.at), "lead": lead_as_json(other)}


def merge_as_json(merge: Merge) -> dict[str, Any]:
    return {
        "id": merge.id,
        "into": merge.into_id,
        "from": merge.from_id,
        "by": merge.by,
        "at": rfc3339(merge.at),
        "undone_at": _instant(merge.undone_at),
    }


def erasure_as_json(erasure: Erasure) -> dict[str, Any]:
    return {
        "id": erasure.id,
        "lead_id": erasure.lead_id,
        "at": rfc3339(erasure.at),
        "removed": dict(erasure.removed),
    }


def conversation_as_json(row: Mapping[str, Any]) -> dict[str, Any]:
    consent = {"text": row["consent_text"], "at": _instant(row["consent_at"])}
    shown = ("conversation_id", "page", "referrer", "utm", "timezone", "locale")
    return {
        **{name: row[name] for name in shown},
        "consent": consent if row["consent_at"] else None,
        "at": _instant(row["at"]),
    }


def timeline_as_json(
    evidence: Iterable[Evidence],
    changes: Iterable[StatusChange],
    notes: Iterable[Note],
    merges: Sequence[Merge],
) -> list[dict[str, Any]]:
    """All that happened to the lead, oldest first; each entry has `at` and `kind`."""
    entries = [
        *((item.at, {"kind": "evidence", **_said(item)}) for item in evidence),
        *((item.at, {"kind": "status", **_status(item)}) for item in changes),
        *((item.created_at, {"kind": "note", **note_as_json(item)}) for item in notes),
        *((item.at, {"kind": "merge", **merge_as_json(item)}) for item in merges),
    ]
    entries.sort(key=lambda entry: entry[0])
    return [{"at": rfc3339(at), **entry} for at, entry in entries]


def _said(item: Evidence) -> dict[str, Any]:
    return {
        "field": item.field,
        **evidence_as_json(item),
        "confidence": item.confidence,
        "corrects": item.corrects,
        "conversation_id": item.conversation_id,
    }


def _status(item: StatusChange) -> dict[str, Any]:
    return {"before": item.before, "after": item.after, "by": item.by}


def _instant(at: datetime | None) -> str | None:
    return rfc3339(at) if at else None
