"""Whose credentials the calendar is reached with: a person's who consented, or a service account's.

Google's client libraries cost memory and half a second: they are imported by whoever is configured
to use them, when it is first used.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from calendar_integration import google_store
from calendar_integration.client_secrets import ClientSecrets
from calendar_integration.google_store import GoogleAccount
from calendar_integration.vault import TokenVault, Unreadable
from core.clock import Clock
from core.database import Database
from core.errors import Unavailable

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

TRIED_AGAIN_AFTER_SECONDS = 300.0

_SCOPE = "https://www.googleapis.com/auth/"
FREE_BUSY = f"{_SCOPE}calendar.freebusy"
OWN_EVENTS = f"{_SCOPE}calendar.events.owned"
ALL_EVENTS = f"{_SCOPE}calendar.events"

REFUSED = (
    "Google refuses the service account. Check its key and that the calendar is shared with it."
)
RECONNECT = (
    "Google no longer accepts our access to the calendar. Somebody of the team must connect it "
    "again, in the console under Calendar."
)


SERVICE_SCOPES = (ALL_EVENTS, FREE_BUSY)


def scopes_for(calendar_id: str) -> tuple[str, ...]:
    """The least that lets us write our events and see what is busy there. Somebody else's shared
    calendar needs the wider scope."""
    return (OWN_EVENTS if calendar_id == "primary" else ALL_EVENTS, FREE_BUSY)


class Access(Protocol):
    """Credentials for one host's calendar."""

    @property
    def may_invite(self) -> bool:
        """Whether events may have attendees and a Meet link."""

    @property
    def books_meanwhile(self) -> bool:
        """Whether meetings are booked, as pending, while the credentials are refused: where only a
        person can mend it and it may take days."""

    def is_connected(self) -> bool:
        """Whether this calendar is in Google at all, working or not."""

    def is_broken(self) -> bool:
        """Whether Google refused the credentials for good."""

    def credentials(self) -> Credentials:
        """Raises Unavailable when there are none that work."""

    def refused(self, reason: str) -> None:
        """Notes that Google refuses the credentials for good."""


class PersonalAccess:
    """A person who consented: their refresh token lies encrypted in the database, their access
    token in this process's memory."""

    may_invite = True
    books_meanwhile = True

    def __init__(
        self,
        database: Database,
        vault: TokenVault,
        client: ClientSecrets,
        clock: Clock,
        host: str = "business",
    ) -> None:
        self._database = database
        self._vault = vault
        self._client = client
        self._clock = clock
        self._host = host
        self._guard = threading.Lock()
        self._made: tuple[str, Credentials] | None = None

    def account(self) -> GoogleAccount | None:
        with self._database.read() as connection:
            return google_store.find_account(connection, self._host)

    def is_connected(self) -> bool:
        return self.account() is not None

    def is_broken(self) -> bool:
        account = self.account()
        return account is not None and not account.works

    def credentials(self) -> Credentials:
        account = self.account()
        if account is None:
            raise Unavailable("Google Calendar is not connected.")
        if not account.works:
            raise Unavailable(RECONNECT)
        with self._guard:
            if self._made is None or self._made[0] != account.sealed_token:
                self._made = (account.sealed_token, self._make(account))
            return self._made[1]

    def refused(self, reason: str) -> None:
        with self._database.write() as connection:
            google_store.change_account(
                connection, self._host, broken_at=self._clock.now(), broken_reason=reason[:300]
            )

    def _make(self, account: GoogleAccount) -> Credentials:
        # Late: Google's libraries are for those who use them (see decisions).
        from google.oauth2.credentials import Credentials as UserCredentials

        try:
            token = self._vault.open(account.sealed_token, owner=account.account)
        except Unreadable:
            self.refused("The stored token cannot be read: SECRET_KEY has changed.")
            raise Unavailable(RECONNECT) from None
        made: Credentials = UserCredentials(  # type: ignore[no-untyped-call]
            None,
            refresh_token=token,
            token_uri=self._client.token_uri,
            client_id=self._client.client_id,
            client_secret=self._client.client_secret,
            scopes=list(account.scopes),
        )
        return made


@dataclass
class ServiceAccess:
    """A service account. Without `subject` (a person it acts for, by domain-wide delegation)
    Google lets it neither invite anybody nor make a Meet link."""

    key_file: Path
    scopes: Sequence[str]
    clock: Clock
    subject: str | None = None
    _made: Any = None
    _refused_at: float | None = None

    books_meanwhile: ClassVar[bool] = False

    @property
    def may_invite(self) -> bool:
        return self.subject is not None

    def is_connected(self) -> bool:
        return True

    def is_broken(self) -> bool:
        """Until it is time to try again: nobody could tell us that it was mended."""
        at = self._refused_at
        return at is not None and self.clock.monotonic() - at < TRIED_AGAIN_AFTER_SECONDS

    def credentials(self) -> Credentials:
        # Late: Google's libraries are for those who use them (see decisions).
        from google.oauth2.service_account import Credentials as ServiceCredentials

        if self._made is None:
            self._made = ServiceCredentials.from_service_account_file(  # type: ignore[no-untyped-call]
                str(self.key_file), scopes=list(self.scopes), subject=self.subject
            )
        made: Credentials = self._made
        return made

    def refused(self, reason: str) -> None:
        self._refused_at = self.clock.monotonic()
