"""Where the business's knowledge is kept to be searched: files, and their passages by full text.

The index holds the terms `knowledge_terms` made of a passage, not its raw words, so both databases
find the same; FTS5 on SQLite, a generated tsvector on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    event,
    func,
    insert,
    select,
    text,
    update,
)

from chatbot.knowledge_terms import may_be_continued
from core.database import UtcDateTime, metadata

CANDIDATES_AT_MOST = 200

knowledge_files = Table(
    "knowledge_files",
    metadata,
    Column("path", String(300), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("problem", Text),
    Column("missing_since_at", UtcDateTime),
    Column("read_at", UtcDateTime, nullable=False),
)

knowledge_passages = Table(
    "knowledge_passages",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("path", ForeignKey("knowledge_files.path", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("terms", Text, nullable=False),
    UniqueConstraint("path", "position"),
)

_SQLITE_INDEX = (
    """CREATE VIRTUAL TABLE knowledge_index USING fts5(
        terms, content='knowledge_passages', content_rowid='id', tokenize='unicode61')""",
    """CREATE TRIGGER knowledge_passages_indexed AFTER INSERT ON knowledge_passages BEGIN
        INSERT INTO knowledge_index (rowid, terms) VALUES (new.id, new.terms); END""",
    """CREATE TRIGGER knowledge_passages_unindexed AFTER DELETE ON knowledge_passages BEGIN
        INSERT INTO knowledge_index (knowledge_index, rowid, terms)
        VALUES ('delete', old.id, old.terms); END""",
    """CREATE TRIGGER knowledge_passages_reindexed AFTER UPDATE ON knowledge_passages BEGIN
        INSERT INTO knowledge_index (knowledge_index, rowid, terms)
        VALUES ('delete', old.id, old.terms);
        INSERT INTO knowledge_index (rowid, terms) VALUES (new.id, new.terms); END""",
)
_POSTGRESQL_INDEX = (
    """ALTER TABLE knowledge_passages ADD COLUMN indexed tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED""",
    "CREATE INDEX ix_knowledge_passages_indexed ON knowledge_passages USING gin (indexed)",
)
for _dialect, _statements in (("sqlite", _SQLITE_INDEX), ("postgresql", _POSTGRESQL_INDEX)):
    for _statement in _statements:
        _ddl = DDL(_statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
        event.listen(knowledge_passages, "after_create", _ddl.execute_if(dialect=_dialect))


@dataclass(frozen=True)
class StoredFile:
    """What was last read of a file."""

    path: str
    digest: str
    problem: str | None
    missing_since_at: datetime | None


@dataclass(frozen=True)
class StoredPassage:
    """A section of a file, and the terms it is found by."""

    title: str
    source: str
    text: str
    terms: str


def lock(connection: Connection) -> None:
    """Lets one process at a time bring the tables up to date; SQLite has but one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE knowledge_files IN EXCLUSIVE MODE"))


_FILES = select(
    knowledge_files.c.path,
    knowledge_files.c.digest,
    knowledge_files.c.problem,
    knowledge_files.c.missing_since_at,
)


def files(connection: Connection) -> dict[str, StoredFile]:
    return {row.path: StoredFile(*row) for row in connection.execute(_FILES)}


def replace_file(
    connection: Connection, path: str, digest: str, passages: Sequence[StoredPassage], now: datetime
) -> None:
    """The file as it is now, its old passages gone."""
    connection.execute(delete(knowledge_passages).where(knowledge_passages.c.path == path))
    _put_file(connection, path, digest=digest, problem=None, missing_since_at=None, read_at=now)
    rows = [
        {"path": path, "position": place, **vars(passage)} for place, passage in enumerate(passages)
    ]
    if rows:
        connection.execute(insert(knowledge_passages), rows)


def report_problem(
    connection: Connection, path: str, digest: str, problem: str, now: datetime
) -> None:
    """Notes what is wrong with a file; what was last read of it goes on being served."""
    _put_file(connection, path, digest=digest, problem=problem, missing_since_at=None, read_at=now)


def report_missing(connection: Connection, path: str, problem: str, now: datetime) -> None:
    """The file was removed: so are its passages."""
    connection.execute(delete(knowledge_passages).where(knowledge_passages.c.path == path))
    _put_file(connection, path, digest="", problem=problem, missing_since_at=now, read_at=now)


def forget_missing(connection: Connection, before: datetime) -> None:
    missing = knowledge_files.c.missing_since_at
    connection.execute(delete(knowledge_files).where(missing.is_not(None), missing < before))


def _put_file(connection: Connection, path: str, **values: object) -> None:
    changed = connection.execute(
        update(knowledge_files).where(knowledge_files.c.path == path).values(**values)
    )
    if not changed.rowcount:
        connection.execute(insert(knowledge_files).values(path=path, **values))


_COUNT = select(func.count()).select_from(knowledge_passages)


def passage_count(connection: Connection) -> int:
    return connection.execute(_COUNT).scalar_one()


def texts(connection: Connection) -> list[str]:
    """Every passage's words, headings included."""
    t = knowledge_passages.c
    rows = connection.execute(select(t.title, t.text).order_by(t.path, t.position))
    return [f"{row.title}\n{row.text}" for row in rows]


# Made once, with the way of each database to search: every turn searches.
_p = knowledge_passages.c
_ORDERED = (
    select(_p.title, _p.source, _p.text, _p.terms)
    .order_by(_p.path, _p.position)
    .limit(CANDIDATES_AT_MOST)
)
_MATCHING = text("SELECT rowid FROM knowledge_index WHERE knowledge_index MATCH :query")
_CANDIDATES = {
    "sqlite": _ORDERED.where(_p.id.in_(_MATCHING.columns(rowid=Integer))),
    "postgresql": _ORDERED.where(text("indexed @@ to_tsquery('simple', :query)")),
}


def candidates(connection: Connection, terms: Iterable[str]) -> list[StoredPassage]:
    """Passages with one of the `terms`, which consist of letters and digits only."""
    wanted = sorted(set(terms))
    if not wanted:
        return []
    dialect = connection.dialect.name
    if dialect == "sqlite":
        query = " OR ".join(f'"{term}"{"*" * may_be_continued(term)}' for term in wanted)
    else:
        query = " | ".join(f"'{term}'{':*' * may_be_continued(term)}" for term in wanted)
    rows = connection.execute(_CANDIDATES[dialect], {"query": query})
    return [StoredPassage(*row) for row in rows]
