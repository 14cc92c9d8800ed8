"""Finding the leads that match what was typed, newest first, at a cost that stays small.

An index of words is quick for what is rare, and slow for what is in every lead ("gmail"); reading
leads one by one is the other way round. So the newest leads are looked at first. If enough of
them match, that is the page; if a few do, the page is not far, and reading goes on for a while.
Otherwise that look has shown which of the words are rare, and only those are asked of the index;
the leads it names are checked for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    cast,
    column,
    false,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from core.database import Database
from leads.model import LeadFilter
from leads.search import fts5_query, query_words, tsquery
from leads.store import first_seq
from leads.tables import SEARCH_VECTOR, leads

LOOKED_AT = 1000
NOT_FAR = 3
NEXT = 20_000

_search = table("leads_search", column("rowid"))


@dataclass(frozen=True)
class Found:
    """The `seq` of leads that match, newest first; `is_all`: there are no others."""

    seqs: tuple[int, ...]
    is_all: bool


class LeadSearching:
    """Finds leads by words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, wanted: LeadFilter, after: int | None, limit: int) -> Found:
        """The newest `limit` leads that match, at least, of those after `after`."""
        words = query_words(wanted.q or "")
        if not words:
            return Found((), is_all=True)
        with self._database.read() as connection:
            looked_at = connection.execute(_newest(words, wanted, after)).all()
            found: list[int] = [row.seq for row in looked_at if all(row[1:])]
            if len(looked_at) < LOOKED_AT:
                return Found(tuple(found), is_all=True)
            if len(found) >= limit:
                return Found(tuple(found), is_all=False)
            missing, last = limit - len(found), looked_at[-1].seq
            if len(found) >= NOT_FAR:
                further = _further(words, wanted, last).limit(missing)
                more: list[int] = list(connection.scalars(further))
                if len(more) == missing:
                    return Found((*found, *more), is_all=False)
            rare = _rare(words, looked_at)
            found += connection.scalars(self._by_index(rare, words, wanted, last).limit(missing))
        return Found(tuple(found), is_all=len(found) < limit)

    def every_word(self, wanted: LeadFilter) -> list[ColumnElement[bool]]:
        """The same as conditions, for where all leads are read anyway."""
        words = query_words(wanted.q or "")
        return [_has(word) for word in words] if words else [false()]

    def _by_index(
        self, rare: Sequence[str], words: Sequence[str], wanted: LeadFilter, after: int
    ) -> Select[tuple[int]]:
        conditions = [*conditions_of(wanted, None), *(_has(word) for word in words)]
        if self._database.dialect == "sqlite":
            # FTS5 gives its rows in the order of their id, which is `seq`: nothing is sorted.
            return (
                select(leads.c.seq)
                .select_from(_search.join(leads, leads.c.seq == _search.c.rowid))
                .where(literal_column("leads_search").op("MATCH")(fts5_query(rare[:1])))
                .where(_search.c.rowid < after, *conditions)
                .order_by(_search.c.rowid.desc())
            )
        matching = SEARCH_VECTOR.op("@@")(cast(tsquery(rare), TSQUERY))
        # Materialized: told of the limit, PostgreSQL would read leads one by one after all.
        named = (
            select(leads.c.seq)
            .where(matching, leads.c.seq < after, *conditions)
            .cte("named")
            .prefix_with("MATERIALIZED", dialect="postgresql")
        )
        return select(named.c.seq).order_by(named.c.seq.desc())


def conditions_of(wanted: LeadFilter, after: int | None) -> list[ColumnElement[bool]]:
    """All that the filter asks, but for the words."""
    conditions: list[ColumnElement[bool]] = []
    for name in ("status", "owner", "source"):
        value = getattr(wanted, name)
        if value is not None:
            conditions.append(leads.c[name] == value)
    if wanted.since is not None:
        conditions.append(leads.c.seq >= first_seq(wanted.since))
    if wanted.until is not None:
        conditions.append(leads.c.seq < first_seq(wanted.until))
    if after is not None:
        conditions.append(leads.c.seq < after)
    return conditions


def _newest(words: Sequence[str], wanted: LeadFilter, after: int | None) -> Select[Any]:
    """The newest leads that the filter leaves, and for each word whether they have it."""
    return (
        select(leads.c.seq, *(_has(word).label(f"word_{n}") for n, word in enumerate(words)))
        .where(*conditions_of(wanted, after))
        .order_by(leads.c.seq.desc())
        .limit(LOOKED_AT)
    )


def _further(words: Sequence[str], wanted: LeadFilter, after: int) -> Select[tuple[int]]:
    """Those that match among the next NEXT leads that the filter leaves."""
    following = (
        select(leads.c.seq, leads.c.search_text)
        .where(*conditions_of(wanted, after))
        .order_by(leads.c.seq.desc())
        .limit(NEXT)
        .subquery()
    )
    return (
        select(following.c.seq)
        .where(*(_has(word, following.c.search_text) for word in words))
        .order_by(following.c.seq.desc())
    )


def _has(word: str, words: ColumnElement[Any] = leads.c.search_text) -> ColumnElement[bool]:
    """What the index would say: a word of the lead begins with it, or is it if it is one sign.

    No `%` or `_` is in a word: it has only letters and digits.
    """
    text = literal(" ") + words + literal(" ")
    return text.like(f"% {word} %" if len(word) == 1 else f"% {word}%")


def _rare(words: Sequence[str], looked_at: Sequence[Row[Any]]) -> list[str]:
    """The word that the fewest of them have, first, and the others that few have."""
    counts = [sum(bool(row[n + 1]) for row in looked_at) for n in range(len(words))]
    ranked = sorted(zip(counts, words, strict=True), key=lambda each: (each[0], -len(each[1])))
    return [word for n, (count, word) in enumerate(ranked) if n == 0 or count < LOOKED_AT // 5]
