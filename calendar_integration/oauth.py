"""Connecting a Google account: consent, the token kept encrypted, taking it back.

The flow is OAuth's for web servers with PKCE. What a begun attempt needs at its end (state,
verifier, redirect address) is for the caller to keep in the staff member's own session: whoever
comes back with another session's state is refused.
"""

from __future__ import annotations

import hmac
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog

from calendar_integration import google_store
from calendar_integration.client_secrets import ClientSecrets, is_secure
from calendar_integration.google_access import FREE_BUSY, scopes_for
from calendar_integration.google_store import GoogleAccount
from calendar_integration.vault import TokenVault, Unreadable
from core.clock import Clock
from core.database import Database
from core.errors import Conflict, Impossible, InvalidInput, ParleyError, UpstreamFailed

if TYPE_CHECKING:
    from google.auth.credentials import Credentials
    from google_auth_oauthlib.flow import Flow

log = structlog.get_logger(__name__)

ATTEMPT_LASTS = timedelta(minutes=10)
_TIMEOUT_SECONDS = 10.0


@dataclass(frozen=True)
class Attempt:
    """A consent that was asked for. JSON-able by `as_json`."""

    state: str
    verifier: str = field(repr=False)
    redirect_uri: str
    begun_at: datetime

    def as_json(self) -> dict[str, str]:
        return {**vars(self), "begun_at": self.begun_at.isoformat()}

    @classmethod
    def from_json(cls, kept: Any) -> Attempt | None:
        """None for anything else."""
        try:
            begun_at = datetime.fromisoformat(kept["begun_at"])
            return cls(kept["state"], kept["verifier"], kept["redirect_uri"], begun_at)
        except (KeyError, TypeError, ValueError):
            return None


class GoogleConnection:
    """One host's connection. `name_of` gives what Google calls the calendar, by credentials, and
    so proves that they reach it; `on_connected` runs in the transaction that keeps the token."""

    def __init__(
        self,
        database: Database,
        vault: TokenVault,
        client: ClientSecrets,
        clock: Clock,
        *,
        calendar_id: str,
        name_of: Callable[[Credentials], str],
        on_connected: Callable[[], None],
        redirect_uri: str | None = None,
        host: str = "business",
    ) -> None:
        self.calendar_id = calendar_id
        self._database = database
        self._vault = vault
        self._client = client
        self._clock = clock
        self._name_of = name_of
        self._on_connected = on_connected
        self._redirect_uri = redirect_uri
        self._host = host

    def account(self) -> GoogleAccount | None:
        with self._database.read() as connection:
            return google_store.find_account(connection, self._host)

    def begin(self, own_origin: str) -> tuple[str, Attempt]:
        """Where to send the browser, and what to keep in its session. Raises Impossible."""
        redirect_uri = self._redirect_uri or f"{own_origin}/oauth2callback"
        if not is_secure(redirect_uri):
            raise Impossible(
                "Google sends people back to https addresses only. Serve Parley over https, or "
                "connect on this machine by http://localhost."
            )
        flow = self._flow(redirect_uri)
        url, state = flow.authorization_url(
            access_type="offline", prompt="consent", include_granted_scopes="false"
        )
        return url, Attempt(state, flow.code_verifier or "", redirect_uri, self._clock.now())

    def finish(self, attempt: Attempt | None, state: str, answer_url: str) -> GoogleAccount:
        """Keeps what Google gave. `attempt` is what this session began, once; `answer_url` the
        address Google sent the browser to. Raises InvalidInput (state), Impossible, Conflict,
        UpstreamFailed; then nothing is changed."""
        if attempt is None or not hmac.compare_digest(state.encode(), attempt.state.encode()):
            raise InvalidInput.of("state", "is not from this session; begin again")
        if self._clock.now() - attempt.begun_at > ATTEMPT_LASTS:
            raise InvalidInput.of("state", "is over ten minutes old; begin again")
        flow = self._flow(attempt.redirect_uri, state=attempt.state, verifier=attempt.verifier)
        granted = self._fetch(flow, _at(attempt.redirect_uri, answer_url))
        self._check_scopes(granted)
        credentials = flow.credentials
        if not credentials.refresh_token:
            raise Impossible(
                "Google gave no lasting access. Remove Parley at "
                "https://myaccount.google.com/permissions and connect again."
            )
        return self._keep(credentials, granted)

    def revoke(self) -> bool:
        """Gives the access back to Google and forgets it; whether there was one."""
        account = self.account()
        if account is None:
            return False
        try:
            self._revoke_upstream(self._vault.open(account.sealed_token, owner=account.account))
        except Unreadable:
            log.warning("google_token_unreadable", host=self._host)
        with self._database.write() as connection:
            google_store.remove_account(connection, self._host)
        return True

    def _keep(self, credentials: Any, granted: tuple[str, ...]) -> GoogleAccount:
        name = self._name_of(credentials)
        earlier = self.account()
        if earlier is not None and earlier.account != name:
            raise Conflict(
                f"That is the calendar of {name}; connected is {earlier.account}, with its "
                "meetings. Disconnect it first if you want to change."
            )
        account = GoogleAccount(
            host=self._host,
            account=name,
            scopes=granted,
            sealed_token=self._vault.seal(credentials.refresh_token, owner=name),
            connected_at=self._clock.now(),
        )
        with self._database.write() as connection:
            google_store.put_account(connection, account)
            self._on_connected()
        return account

    def _fetch(self, flow: Flow, answer_url: str) -> tuple[str, ...]:
        """Exchanges the code; the scopes that were granted."""
        # Late: Google's libraries are for those who use them (see decisions).
        from oauthlib.oauth2 import OAuth2Error
        from requests import RequestException

        try:
            token = flow.fetch_token(authorization_response=answer_url, timeout=_TIMEOUT_SECONDS)
        except OAuth2Error as error:
            raise _refusal(error.error or "") from error
        except RequestException as error:
            raise UpstreamFailed("Google did not answer. Please try again.") from error
        return tuple(token.get("scope") or ())

    def _check_scopes(self, granted: tuple[str, ...]) -> None:
        missing = [scope for scope in scopes_for(self.calendar_id) if scope not in granted]
        if missing:
            what = " and ".join(
                "seeing when you are busy" if scope == FREE_BUSY else "writing events"
                for scope in missing
            )
            raise Impossible(f"Google was not allowed: {what}. Begin again and tick every box.")

    def _flow(self, redirect_uri: str, *, state: str | None = None, verifier: str = "") -> Flow:
        # Late: Google's libraries are for those who use them (see decisions).
        from google_auth_oauthlib.flow import Flow

        # Its two switches are environment variables: http on this machine's own addresses (what
        # is not https was refused before), and a box that was left unticked is for us to tell.
        os.environ["OAUTHLIB_RELAX_TOKEN_SCOPE"] = "1"
        addresses = (redirect_uri, self._client.token_uri, self._client.auth_uri)
        if any(url.startswith("http://") for url in addresses):
            os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
        else:
            os.environ.pop("OAUTHLIB_INSECURE_TRANSPORT", None)
        config = {
            "client_id": self._client.client_id,
            "client_secret": self._client.client_secret,
            "auth_uri": self._client.auth_uri,
            "token_uri": self._client.token_uri,
        }
        flow: Flow = Flow.from_client_config(
            {"web": config},
            scopes=list(scopes_for(self.calendar_id)),
            redirect_uri=redirect_uri,
            state=state,
            code_verifier=verifier or None,
            autogenerate_code_verifier=not verifier,
        )
        return flow

    def _revoke_upstream(self, token: str) -> None:
        """Raises UpstreamFailed when Google does not answer. A token it no longer knows is as good
        as revoked: it answers 400."""
        body = urllib.parse.urlencode({"token": token}).encode()
        request = urllib.request.Request(self._client.revoke_uri, body)
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS):
                pass
        except urllib.error.HTTPError as error:
            error.close()
            if error.code != 400:
                raise _not_revoked() from error
        except OSError as error:
            raise _not_revoked() from error


def _at(redirect_uri: str, answer_url: str) -> str:
    """Google's answer at the address we had named: behind a proxy we may see another."""
    return f"{redirect_uri}?{urllib.parse.urlsplit(answer_url).query}"


def _refusal(code: str) -> ParleyError:
    if code == "access_denied":
        return Impossible("You did not allow it; nothing was connected.")
    if code in ("invalid_grant", "mismatching_state", "missing_code"):
        return InvalidInput.of("code", "is no longer valid; begin again")
    if code in ("invalid_client", "unauthorized_client", "redirect_uri_mismatch"):
        return Impossible(
            f"Google does not accept this OAuth client ({code}). Check "
            "GOOGLE_OAUTH_CLIENT_SECRETS and the redirect address registered with Google."
        )
    return UpstreamFailed(f"Google refused ({code or 'no reason'}). Please try again.")


def _not_revoked() -> UpstreamFailed:
    return UpstreamFailed(
        "Google did not take the access back, so we keep it. Try again, or remove Parley at "
        "https://myaccount.google.com/permissions."
    )
