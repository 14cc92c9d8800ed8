"""Lists, searches and counts of leads: what must cost the same for a thousand and a million.

Every page is read in the order of `seq` from an index and stops after its last row. `total` never
scans: without a filter or with a status it comes from the counts that triggers keep; otherwise
counting stops at COUNT_AT_MOST, and the page says that there are more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from core.database import Database
from leads import tables
from leads.model import STATUSES, Lead, LeadFilter
from leads.search import fts5_query, query_words, tsquery
from leads.store import as_lead, first_seq
from leads.tables import SEARCH_VECTOR, leads

COUNT_AT_MOST = 10_000
EXPORT_BATCH = 500

# The stages a lead passes on its way; `follow_up` is a detour, `lost` an end.
FUNNEL = ("new", "contacted", "qualified", "meeting_scheduled", "won")
_CLOSED = ("won", "lost")
_SHOWN = tuple(leads.c[name] for name in Lead.__dataclass_fields__)
_search = table("leads_search", column("rowid"))


class LeadListing:
    """Reads many leads at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, wanted: LeadFilter, after: int | None, limit: int
    ) -> tuple[list[Lead], int | None]:
        """Newest first, those after the `after` of the last page, and the next `after`."""
        query = self._query(_SHOWN, wanted, after)
        if query is None:
            return [], None
        with self._database.read() as connection:
            rows = connection.execute(query.limit(limit + 1)).mappings().all()
        found = [as_lead(dict(row)) for row in rows]
        return found[:limit], found[limit - 1].seq if len(found) > limit else None

    def every(self, wanted: LeadFilter) -> Iterator[list[Lead]]:
        """All that match, newest first, in batches, each read on its own."""
        after: int | None = None
        while True:
            batch, after = self.page(wanted, after, EXPORT_BATCH)
            if batch:
                yield batch
            if after is None:
                return

    def total(self, wanted: LeadFilter) -> tuple[int, bool]:
        """How many match, and whether that is all of them."""
        if replace(wanted, status=None) == LeadFilter():
            counts = self.by_status()
            return counts[wanted.status] if wanted.status else sum(counts.values()), True
        query = self._query((literal(1).label("one"),), wanted, None)
        if query is None:
            return 0, True
        bounded = query.order_by(None).limit(COUNT_AT_MOST + 1).subquery()
        with self._database.read() as connection:
            count = connection.scalar(select(func.count()).select_from(bounded)) or 0
        return min(count, COUNT_AT_MOST), count <= COUNT_AT_MOST

    def due(self, before: datetime, after: tuple[datetime, int] | None, limit: int) -> list[Lead]:
        """Open leads whose follow-up falls before an instant, the longest due first; those after
        the follow-up and `seq` of the last page's last."""
        order = (leads.c.next_follow_up_at, leads.c.seq)
        conditions = [order[0] < before, leads.c.status.not_in(_CLOSED)]
        if after is not None:
            conditions.append(
                or_(order[0] > after[0], and_(order[0] == after[0], order[1] > after[1]))
            )
        query = select(*_SHOWN).where(*conditions).order_by(*order).limit(limit)
        with self._database.read() as connection:
            return [as_lead(dict(row)) for row in connection.execute(query).mappings()]

    def is_over(self, wanted: LeadFilter, many: int) -> bool:
        """Whether more than `many` match."""
        query = self._query((literal(1).label("one"),), wanted, None)
        if query is None:
            return False
        with self._database.read() as connection:
            return connection.scalar(query.order_by(None).offset(many).limit(1)) is not None

    # Figures

    def by_status(self) -> dict[str, int]:
        """How many leads there are of each status, in the order of STATUSES."""
        counts = tables.lead_counts
        query = select(counts.c.status, func.sum(counts.c.count)).group_by(counts.c.status)
        with self._database.read() as connection:
            found = {status: int(count) for status, count in connection.execute(query)}
        return {status: found.get(status, 0) for status in STATUSES}

    def count_between(self, since: datetime, until: datetime) -> int:
        """How many leads were made in the half-open period."""
        with self._database.read() as connection:
            return (
                connection.scalar(
                    select(func.count()).select_from(leads).where(*_made_between(since, until))
                )
                or 0
            )

    def by_source(self, since: datetime, until: datetime, limit: int = 20) -> list[tuple[str, int]]:
        """The commonest sources of the leads made in the period."""
        count = func.count().label("leads")
        name = func.coalesce(leads.c.source, "unknown")
        query = (
            select(name, count)
            .where(*_made_between(since, until))
            .group_by(name)
            .order_by(count.desc(), name)
            .limit(limit)
        )
        with self._database.read() as connection:
            return [(str(source), int(found)) for source, found in connection.execute(query)]

    def funnel(self, since: datetime, until: datetime) -> list[tuple[str, int]]:
        """Of the leads made in the period, how many ever reached each stage or one beyond it."""
        changes = tables.lead_status_changes
        rank = case(
            {stage: place for place, stage in enumerate(FUNNEL)}, value=changes.c.after, else_=0
        )
        furthest = (
            select(changes.c.lead_id, func.max(rank).label("rank"))
            .join(leads, leads.c.id == changes.c.lead_id)
            .where(*_made_between(since, until))
            .group_by(changes.c.lead_id)
            .subquery()
        )
        query = select(furthest.c.rank, func.count()).group_by(furthest.c.rank)
        with self._database.read() as connection:
            reached = {int(place): int(count) for place, count in connection.execute(query)}
        return [
            (stage, sum(count for place, count in reached.items() if place >= mine))
            for mine, stage in enumerate(FUNNEL)
        ]

    # The query

    def _query(
        self, shown: Sequence[ColumnElement[Any]], wanted: LeadFilter, after: int | None
    ) -> Select[Any] | None:
        """None: the search box holds nothing that could be found."""
        conditions = _conditions(wanted)
        source: FromClause = leads
        order: ColumnElement[Any] = leads.c.seq
        if wanted.q is not None and wanted.q.strip():
            words = query_words(wanted.q)
            if not words:
                return None
            if self._database.dialect == "sqlite":
                # FTS5 gives its rows in the order of their id, which is `seq`: nothing is sorted.
                order = _search.c.rowid
                source = _search.join(leads, leads.c.seq == _search.c.rowid)
                conditions.append(literal_column("leads_search").op("MATCH")(fts5_query(words)))
            else:
                conditions.append(SEARCH_VECTOR.op("@@")(cast(tsquery(words), TSQUERY)))
        if after is not None:
            conditions.append(order < after)
        return select(*shown).select_from(source).where(*conditions).order_by(order.desc())


def _conditions(wanted: LeadFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for name in ("status", "owner", "source"):
        value = getattr(wanted, name)
        if value is not None:
            conditions.append(leads.c[name] == value)
    if wanted.since is not None:
        conditions.append(leads.c.seq >= first_seq(wanted.since))
    if wanted.until is not None:
        conditions.append(leads.c.seq < first_seq(wanted.until))
    return conditions


def _made_between(since: datetime, until: datetime) -> list[ColumnElement[bool]]:
    return [leads.c.seq >= first_seq(since), leads.c.seq < first_seq(until)]
