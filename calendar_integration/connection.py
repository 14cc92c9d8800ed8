"""How the calendar is connected, for health, the console and the endpoints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from calendar_integration import store
from calendar_integration.google_access import RECONNECT, REFUSED, Access
from calendar_integration.oauth import GoogleConnection
from core.clock import Clock
from core.database import Database

PENDING_TOO_LONG = timedelta(minutes=15)


@dataclass(frozen=True)
class ConnectionState:
    """`kind`: built-in, google or service-account. `problem`: what somebody must do; empty: fine.
    `waiting`: meetings that have been pending for longer than they should."""

    kind: str
    account: str
    problem: str
    waiting: int = 0

    @property
    def is_fine(self) -> bool:
        return not self.problem


@dataclass(frozen=True)
class CalendarConnection:
    """The installation's calendar. Neither `access` nor `oauth`: the built-in one is all there
    is; `oauth` None and `access` there: a service account."""

    database: Database
    clock: Clock
    access: Access | None = None
    oauth: GoogleConnection | None = None

    def state(self) -> ConnectionState:
        waiting = self._waiting()
        if self.access is None or not self.access.is_connected():
            return ConnectionState("built-in", "", _waiting_words(waiting), waiting)
        account = self.oauth.account() if self.oauth else None
        kind = "google" if self.oauth else "service-account"
        refused = RECONNECT if self.access.books_meanwhile else REFUSED
        problem = refused if self.access.is_broken() else _waiting_words(waiting)
        return ConnectionState(kind, account.account if account else "", problem, waiting)

    def _waiting(self) -> int:
        with self.database.read() as connection:
            return store.count_pending(connection, self.clock.now() - PENDING_TOO_LONG)


def _waiting_words(waiting: int) -> str:
    if not waiting:
        return ""
    meetings = "1 meeting waits" if waiting == 1 else f"{waiting} meetings wait"
    return f"{meetings} for Google Calendar; the visitors were told so. See the log."
