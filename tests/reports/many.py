"""Leads by the thousand, put into the tables directly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from core.database import Database
from leads import tables
from leads.store import first_seq

_AT_ONCE = 2000


def add_leads(database: Database, count: int, until: datetime) -> None:
    """So many leads, made one after another in the hour before `until`, each with its evidence."""
    for start in range(0, count, _AT_ONCE):
        rows = list(_rows(start, min(count, start + _AT_ONCE), count, until))
        evidence = [
            {
                "lead_id": row["id"],
                "field": field,
                "value": row[field],
                "quote": row[field],
                "method": "text",
                "confidence": 0.9,
                "verified": False,
                "corrects": False,
                "at": row["created_at"],
                "current": True,
            }
            for row in rows
            for field in ("name", "email", "need")
        ]
        with database.write() as connection:
            connection.execute(insert(tables.leads), rows)
            connection.execute(insert(tables.lead_evidence), evidence)


def _rows(start: int, end: int, count: int, until: datetime) -> Iterator[dict[str, Any]]:
    for number in range(start, end):
        at = until - timedelta(seconds=3600 * (count - number) / count)
        yield {
            "seq": first_seq(at) + number % 1000,
            "id": f"lead_{number:040x}",
            "name": f"Ann Lee {number}",
            "email": f"person{number}@example.com",
            "phone": f"+4930{number:08d}",
            "company": f"Firm {number % 500} & Sons",
            "need": "a website with a booking system, and somebody who looks after it",
            "budget": "5000 EUR",
            "timeline": "before Christmas",
            "status": "new",
            "score": number % 101,
            "score_reasons": [{"points": 15, "reason": "left an e-mail address"}],
            "source": ("website", "newsletter", "fair")[number % 3],
            "owner": None,
            "next_follow_up_at": None,
            "search_text": "",
            "version": 1,
            "created_at": at,
            "updated_at": at,
        }
