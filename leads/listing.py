"""Lists and counts of leads: what must cost the same for a thousand and a million.

Every page is read in the order of `seq` from an index and stops after its last row; what is
searched for is found by searching.py. `total` never scans: without a filter or with a status it
comes from the counts that triggers keep. Otherwise it is counted where there are few leads
(FEW); where there are many, counting stops at COUNT_AT_MOST, of a search at what the search has
come across (SEARCH_COUNT_AT_LEAST or more), and the page says that there may be more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select

from core.database import Database
from leads import tables
from leads.model import STATUSES, Lead, LeadFilter
from leads.searching import Found, LeadSearching, conditions_of
from leads.store import as_lead, first_seq
from leads.tables import leads

FEW = 10_000
COUNT_AT_MOST = 1000
SEARCH_COUNT_AT_LEAST = 50
EXPORT_BATCH = 500

# The stages a lead passes on its way; `follow_up` is a detour, `lost` an end.
FUNNEL = ("new", "contacted", "qualified", "meeting_scheduled", "won")
_CLOSED = ("won", "lost")
_SHOWN = tuple(leads.c[name] for name in Lead.__dataclass_fields__)


class LeadListing:
    """Reads many leads at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._searching = LeadSearching(database)

    def page(
        self, wanted: LeadFilter, after: int | None, limit: int
    ) -> tuple[list[Lead], int | None]:
        """Newest first, those after the `after` of the last page, and the next `after`."""
        query = select(*_SHOWN).order_by(leads.c.seq.desc())
        if wanted.q:
            return self._shown(query, self._searching.find(wanted, after, limit + 1), limit)
        query = query.where(*conditions_of(wanted, after)).limit(limit + 1)
        return self._cut(query, limit)

    def first_page(
        self, wanted: LeadFilter, limit: int
    ) -> tuple[list[Lead], int | None, int, bool]:
        """The first page and the total, by one search."""
        if not wanted.q or not self._are_many():
            return *self.page(wanted, None, limit), *self.total(wanted)
        matching = self._searching.find(wanted, None, limit + 1)
        shown = self._shown(select(*_SHOWN).order_by(leads.c.seq.desc()), matching, limit)
        return *shown, len(matching.seqs), matching.is_all

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
        counts = self.by_status()
        if replace(wanted, status=None) == LeadFilter():
            return counts[wanted.status] if wanted.status else sum(counts.values()), True
        if wanted.q and self._are_many():
            matching = self._searching.find(wanted, None, SEARCH_COUNT_AT_LEAST)
            return len(matching.seqs), matching.is_all
        most = COUNT_AT_MOST if self._are_many() else FEW
        count = self._count(wanted, most + 1)
        return min(count, most), count <= most

    def is_over(self, wanted: LeadFilter, many: int) -> bool:
        """Whether more than `many` match."""
        return self._count(wanted, many + 1) > many

    def _are_many(self) -> bool:
        return sum(self.by_status().values()) > FEW

    def _shown(
        self, query: Select[Any], matching: Found, limit: int
    ) -> tuple[list[Lead], int | None]:
        return self._cut(query.where(leads.c.seq.in_(matching.seqs[: limit + 1])), limit)

    def _cut(self, query: Select[Any], limit: int) -> tuple[list[Lead], int | None]:
        """The rows but for the one that tells that there are more."""
        with self._database.read() as connection:
            found = [as_lead(dict(row)) for row in connection.execute(query).mappings()]
        return found[:limit], found[limit - 1].seq if len(found) > limit else None

    def _count(self, wanted: LeadFilter, at_most: int) -> int:
        conditions = conditions_of(wanted, None)
        if wanted.q:
            conditions += self._searching.every_word(wanted)
        one = select(literal(1).label("one")).select_from(leads).where(*conditions)
        bounded = one.limit(at_most).subquery()
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(bounded)) or 0

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


def _made_between(since: datetime, until: datetime) -> list[ColumnElement[bool]]:
    return [leads.c.seq >= first_seq(since), leads.c.seq < first_seq(until)]
