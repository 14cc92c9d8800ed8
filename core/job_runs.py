"""The claims of scheduled runs: which process does which run of which job."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from core.database import UtcDateTime, metadata

job_runs = Table(
    "job_runs",
    metadata,
    Column("job", String(60), primary_key=True),
    Column("slot", String(40), primary_key=True),
    Column("owner", String(80), nullable=False),
    Column("claimed_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime, index=True),
    Column("attempts", Integer, nullable=False),
)
