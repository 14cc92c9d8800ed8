"""Which Google account each host's calendar is in: one row a host."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, String, Table, Text, select
from sqlalchemy.exc import IntegrityError

from core.database import UtcDateTime, metadata

google_accounts = Table(
    "google_accounts",
    metadata,
    Column("host", String(64), primary_key=True),
    # what Google calls the calendar: for a person's own it is their address
    Column("account", Text, nullable=False),
    Column("scopes", JSON, nullable=False),
    Column("sealed_token", Text, nullable=False),
    Column("connected_at", UtcDateTime, nullable=False),
    # when Google refused the token for good, and why; empty while it works
    Column("broken_at", UtcDateTime),
    Column("broken_reason", Text),
)

# How far each host's calendar has been read for changes that were made in Google itself.
google_sync = Table(
    "google_sync",
    metadata,
    Column("host", String(64), primary_key=True),
    Column("sync_token", Text, nullable=False),
    Column("synced_at", UtcDateTime, nullable=False),
)


@dataclass(frozen=True)
class GoogleAccount:
    """A host's connection. `sealed_token` is the encrypted refresh token."""

    host: str
    account: str
    scopes: tuple[str, ...]
    sealed_token: str = field(repr=False)
    connected_at: datetime
    broken_at: datetime | None = None
    broken_reason: str | None = None

    @property
    def works(self) -> bool:
        return self.broken_at is None


def find_account(connection: Connection, host: str) -> GoogleAccount | None:
    row = connection.execute(select(google_accounts).where(google_accounts.c.host == host)).first()
    if row is None:
        return None
    return GoogleAccount(**{**row._mapping, "scopes": tuple(row.scopes)})


def put_account(connection: Connection, account: GoogleAccount) -> None:
    """Adds it, or takes the place of the host's earlier one."""
    values: dict[str, Any] = {
        "account": account.account,
        "scopes": list(account.scopes),
        "sealed_token": account.sealed_token,
        "connected_at": account.connected_at,
        "broken_at": None,
        "broken_reason": None,
    }
    forget_sync(connection, account.host)
    try:
        with connection.begin_nested():
            connection.execute(google_accounts.insert().values(host=account.host, **values))
    except IntegrityError:
        change_account(connection, account.host, **values)


def change_account(connection: Connection, host: str, **values: Any) -> None:
    connection.execute(
        google_accounts.update().where(google_accounts.c.host == host).values(**values)
    )


def remove_account(connection: Connection, host: str) -> None:
    forget_sync(connection, host)
    connection.execute(google_accounts.delete().where(google_accounts.c.host == host))


def find_sync_token(connection: Connection, host: str) -> str | None:
    """Where the last look for changes ended."""
    query = select(google_sync.c.sync_token).where(google_sync.c.host == host)
    return connection.execute(query).scalar_one_or_none()


def put_sync_token(connection: Connection, host: str, token: str, now: datetime) -> None:
    forget_sync(connection, host)
    connection.execute(google_sync.insert().values(host=host, sync_token=token, synced_at=now))


def forget_sync(connection: Connection, host: str) -> None:
    connection.execute(google_sync.delete().where(google_sync.c.host == host))
