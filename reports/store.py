"""The reports there are. A row is there before its file and goes after it: of every file that was
begun, the database knows the name, so that none with people in it is forgotten after a crash.

  began      neither finished nor removed: its file is being written, or whoever wrote it died
  finished   the file is whole, and in its place
  removed    somebody in it was erased: the file is to go, and is not handed out any more
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    Index,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    and_,
    delete,
    insert,
    literal,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.exc import IntegrityError

from core.database import UtcDateTime, metadata
from reports.model import DAILY, Kind, Report, Written

_DAILY_SQL = text(f"kind = '{DAILY}'")

reports = Table(
    "reports",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("business_date", Date, nullable=False),
    Column("filename", String(80), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("requested_by", String(200), nullable=False),
    Column("request_key", String(64), unique=True),
    Column("request_asks", String(40)),
    Column("finished_at", UtcDateTime),
    Column("removed_at", UtcDateTime),
    Column("size", BigInteger),
    Column("rows", Integer),
    # digests of the people in the file, see model.People
    Column("people", LargeBinary),
    Index(
        "uq_reports_daily_business_date",
        "business_date",
        unique=True,
        sqlite_where=_DAILY_SQL,
        postgresql_where=_DAILY_SQL,
    ),
    Index("ix_reports_made_at_id", "made_at", "id"),
)

_whole = and_(reports.c.finished_at.is_not(None), reports.c.removed_at.is_(None))
_SHOWN = tuple(reports.c[name] for name in Report.__dataclass_fields__)


@dataclass(frozen=True)
class Begun:
    """A report whose file is about to be written; nobody else gets its name."""

    id: str
    kind: Kind
    business_date: date
    filename: str
    made_at: datetime
    requested_by: str
    request_key: str | None = None
    request_asks: str | None = None


@dataclass(frozen=True)
class Entry:
    """A row as it stands; `report` once it is finished and not removed."""

    id: str
    filename: str
    made_at: datetime
    request_asks: str | None
    is_finished: bool
    report: Report | None


def begin(connection: Connection, begun: Begun) -> bool:
    """False when the name, the key or the day's one daily report is taken."""
    try:
        with connection.begin_nested():
            connection.execute(insert(reports).values(vars(begun)))
    except IntegrityError:
        return False
    return True


def finish(
    connection: Connection, report_id: str, written: Written, size: int, now: datetime
) -> Report | None:
    """None when the row was taken away meanwhile, or marked as removed."""
    finished = (
        update(reports)
        .where(reports.c.id == report_id, reports.c.finished_at.is_(None))
        .values(finished_at=now, rows=written.rows, people=written.people, size=size)
    )
    if connection.execute(finished).rowcount != 1:
        return None
    return _one(connection, reports.c.id == report_id)


def find_daily(connection: Connection, on: date) -> Entry | None:
    return _entry(connection, reports.c.kind == DAILY, reports.c.business_date == on)


def find_by_key(connection: Connection, key: str) -> Entry | None:
    return _entry(connection, reports.c.request_key == key)


def find_named(connection: Connection, filename: str) -> Report | None:
    return _one(connection, reports.c.filename == filename)


def last_daily_before(connection: Connection, on: date) -> Report | None:
    """The finished daily report of the latest day before."""
    query = select(*_SHOWN).where(_whole, reports.c.kind == DAILY, reports.c.business_date < on)
    row = connection.execute(query.order_by(reports.c.business_date.desc()).limit(1)).first()
    return Report(**row._mapping) if row else None


def page(
    connection: Connection, after: tuple[datetime, str] | None, limit: int
) -> Sequence[Report]:
    """Newest first; `after` is the last one of the page before."""
    query = select(*_SHOWN).where(_whole)
    if after is not None:
        query = query.where(
            tuple_(reports.c.made_at, reports.c.id)
            < tuple_(literal(after[0], UtcDateTime), literal(after[1]))
        )
    ordered = query.order_by(reports.c.made_at.desc(), reports.c.id.desc()).limit(limit)
    return [Report(**row._mapping) for row in connection.execute(ordered)]


def people_of_all(connection: Connection) -> Iterator[tuple[str, bytes | None]]:
    """The id of every report not removed, with who is in it; None: it is being written."""
    query = select(reports.c.id, reports.c.people).where(reports.c.removed_at.is_(None))
    for row in connection.execute(query):
        yield row.id, row.people


def remove(connection: Connection, ids: Sequence[str], now: datetime) -> None:
    """From now on they are not handed out; their files are to go."""
    connection.execute(update(reports).where(reports.c.id.in_(ids)).values(removed_at=now))


def to_clear(connection: Connection, begun_before: datetime) -> list[tuple[str, str]]:
    """Id and filename of those removed, and of those whose writer must have died."""
    columns = reports.c
    removed = and_(columns.finished_at.is_not(None), columns.removed_at.is_not(None))
    dead = and_(columns.finished_at.is_(None), columns.made_at < begun_before)
    query = select(columns.id, columns.filename).where(or_(removed, dead))
    return [(row.id, row.filename) for row in connection.execute(query)]


def forget(connection: Connection, report_id: str) -> None:
    connection.execute(delete(reports).where(reports.c.id == report_id))


def being_written(connection: Connection) -> set[str]:
    """The ids of those begun and not finished."""
    return set(connection.scalars(select(reports.c.id).where(reports.c.finished_at.is_(None))))


def _one(connection: Connection, condition: ColumnElement[bool]) -> Report | None:
    row = connection.execute(select(*_SHOWN).where(_whole, condition)).first()
    return Report(**row._mapping) if row else None


def _entry(connection: Connection, *conditions: ColumnElement[bool]) -> Entry | None:
    query: Select[Any] = select(reports).where(*conditions)
    row = connection.execute(query).first()
    if row is None:
        return None
    values = row._mapping
    whole = values["finished_at"] is not None and values["removed_at"] is None
    report = Report(**{name: values[name] for name in Report.__dataclass_fields__})
    return Entry(
        id=row.id,
        filename=row.filename,
        made_at=row.made_at,
        request_asks=row.request_asks,
        is_finished=row.finished_at is not None,
        report=report if whole else None,
    )
