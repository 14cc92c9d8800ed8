"""Google Calendar behind the port: the only importer of googleapiclient.

Every call has an HTTP connection of its own: httplib2 is not safe under threads. The description
of the API is the one that the library ships, so that nothing is fetched at the start.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import structlog

from calendar_integration import google_events as wire
from calendar_integration.calendar import CalendarEvent, CancelledElsewhere
from calendar_integration.google_access import RECONNECT, REFUSED, Access
from calendar_integration.google_events import EventChange
from calendar_integration.model import Meeting
from core.clock import Clock
from core.errors import ParleyError, Unavailable, UpstreamFailed
from core.values import TimeRange, merged, rfc3339

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

log = structlog.get_logger(__name__)

TIMEOUT_SECONDS = 8.0
CACHED_SECONDS = 20.0
STALE_SECONDS = 600.0
# Google answers a longer question with 400 timeRangeTooLong.
_LONGEST_QUESTION = timedelta(days=60)
_CALENDARS_AT_MOST = 50
_RATE_REASONS = {"rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded"}
_RETRY_LATER = timedelta(seconds=30)

Ask = Callable[[Any], Any]


class SyncExpired(ParleyError):
    """Google no longer knows the sync token: everything must be read again."""


class _Missing(ParleyError):
    """404 or 410: there is no such event."""


class _Duplicate(ParleyError):
    """409: the id is taken."""


@dataclass(frozen=True)
class Place:
    """Which calendar events go into, which others count as busy, and the business's zone."""

    calendar_id: str
    zone: ZoneInfo
    also_busy: Sequence[str] = ()

    @property
    def busy_calendars(self) -> list[str]:
        return list(dict.fromkeys([self.calendar_id, *self.also_busy]))[:_CALENDARS_AT_MOST]


class GoogleApi:
    """Calls Google's Calendar API and explains its refusals in our errors."""

    def __init__(self, endpoint: str | None = None) -> None:
        self._endpoint = endpoint
        self._guard = threading.Lock()
        self._service: Any = None

    def call(self, credentials: Credentials, ask: Ask) -> Any:
        """The answer to what `ask` makes of the service. Raises Unavailable, UpstreamFailed,
        `RefusedForGood`, and what an event's 404, 409 and 410 stand for."""
        # Late: Google's libraries are for those who use them (see decisions).
        import httplib2
        from google.auth.exceptions import GoogleAuthError, RefreshError
        from google_auth_httplib2 import AuthorizedHttp
        from googleapiclient.errors import HttpError

        http = httplib2.Http(timeout=TIMEOUT_SECONDS)
        try:
            authorized = AuthorizedHttp(credentials, http=http)
            answer = ask(self._described()).execute(http=authorized)
            if answer and not isinstance(answer, dict):  # what is no JSON comes as it is
                raise _not_answering()
            return answer
        except HttpError as error:
            raise _explained(error.status_code, _reason(error)) from error
        except RefreshError as error:
            if error.retryable:
                raise _not_answering() from error
            raise RefusedForGood(_refresh_reason(error)) from error
        except (OSError, httplib2.HttpLib2Error, GoogleAuthError) as error:
            raise _not_answering() from error
        finally:
            http.close()

    def _described(self) -> Any:
        # Late: Google's libraries are for those who use them (see decisions).
        import httplib2
        from googleapiclient.discovery import build

        with self._guard:
            if self._service is None:
                root = self._endpoint.rstrip("/") + "/calendar/v3/" if self._endpoint else None
                self._service = build(
                    "calendar",
                    "v3",
                    http=httplib2.Http(),  # never used: each call brings its own
                    static_discovery=True,
                    cache_discovery=False,
                    client_options={"api_endpoint": root} if root else None,
                )
            return self._service


class RefusedForGood(Unavailable):
    """Google refuses the credentials; only a person can mend it."""


class GoogleCalendar:
    """A `Calendar` in Google. While nobody has connected one, our own meetings are all there is."""

    def __init__(self, api: GoogleApi, access: Access, place: Place, clock: Clock) -> None:
        self._api = api
        self._access = access
        self._place = place
        self._clock = clock
        self._seen: tuple[float, TimeRange, list[TimeRange]] | None = None

    @property
    def confirms_at_once(self) -> bool:
        return not self._access.is_connected()

    def busy(self, within: TimeRange, *, fresh: bool = False) -> list[TimeRange]:
        """While Google refuses us for good nothing is known to be busy: what is booked then stays
        pending until somebody has connected the calendar again."""
        if not self._access.is_connected() or self._is_lost():
            return []
        window = _by_the_hour(within)
        known = None if fresh else self._known(window, CACHED_SECONDS)
        if known is None:
            try:
                known = self._ask_busy(window)
            except Unavailable:
                if self._is_lost():
                    return []
                known = None if fresh else self._known(window, STALE_SECONDS)
                if known is None:
                    raise
        return [item for item in known if item.overlaps(within)]

    def put(self, meeting: Meeting) -> CalendarEvent:
        if not self._access.is_connected():
            return CalendarEvent(meeting.meet_link, meeting.calendar_link)
        # One that was changed is there already, unless it was changed before Google heard of it.
        event = self._find(meeting) if meeting.sequence else None
        if event is None:
            event = self._insert(meeting)
        self._check(event, meeting)
        if not wire.says(event, meeting):
            # Whoever is invited hears of a new time, not of a number that changed.
            event = self._patch(meeting, "none" if wire.is_at(event, meeting.time) else "all")
        return wire.calendar_event(event, meeting)

    def look_up(self, meeting: Meeting) -> CalendarEvent:
        if not self._access.is_connected():
            return CalendarEvent(meeting.meet_link, meeting.calendar_link)
        event = self._find(meeting)
        if event is None:
            raise CancelledElsewhere("The event is no longer in Google Calendar.")
        self._check(event, meeting)
        return wire.calendar_event(event, meeting)

    def remove(self, meeting: Meeting) -> None:
        if not self._access.is_connected():
            return
        target = self._target(meeting)
        with suppress(_Missing):  # it was never made, or is gone already
            self._call(lambda api: api.events().delete(**target, sendUpdates="all"))
        self._seen = None

    def changes(self, sync_token: str | None) -> tuple[list[EventChange], str]:
        """What changed since the token (None: everything there is), and the next token. Raises
        SyncExpired, Unavailable, UpstreamFailed."""
        found: list[EventChange] = []
        asked: dict[str, Any] = {"syncToken": sync_token} if sync_token else {}
        while True:
            page = self._page(asked)
            found += [wire.change_of(event) for event in page.get("items", ())]
            if "nextPageToken" not in page:
                return found, str(page["nextSyncToken"])
            asked = {**asked, "pageToken": page["nextPageToken"]}

    def _page(self, asked: dict[str, Any]) -> Any:
        whole = {"calendarId": self._place.calendar_id, "maxResults": 500, "showDeleted": True}
        try:
            return self._call(lambda api: api.events().list(**whole, **asked))
        except _Missing:
            raise SyncExpired("Google no longer knows where we stopped reading.") from None

    def _is_lost(self) -> bool:
        return self._access.books_meanwhile and self._access.is_broken()

    def _known(self, window: TimeRange, at_most_seconds: float) -> list[TimeRange] | None:
        if self._seen is None:
            return None
        at, seen, busy = self._seen
        is_young = self._clock.monotonic() - at <= at_most_seconds
        return busy if is_young and seen.start <= window.start and window.end <= seen.end else None

    def _ask_busy(self, window: TimeRange) -> list[TimeRange]:
        asked_at = self._clock.monotonic()
        found: list[TimeRange] = []
        start = window.start
        while start < window.end:
            end = min(start + _LONGEST_QUESTION, window.end)
            found += self._busy_between(TimeRange(start, end))
            start = end
        busy = merged(found)
        self._seen = (asked_at, window, busy)
        return busy

    def _busy_between(self, window: TimeRange) -> list[TimeRange]:
        question = {
            "timeMin": rfc3339(window.start),
            "timeMax": rfc3339(window.end),
            "items": [{"id": name} for name in self._place.busy_calendars],
        }
        answer = self._call(lambda api: api.freebusy().query(body=question))
        calendars = answer.get("calendars", {})
        failed = [name for name, said in calendars.items() if said.get("errors")]
        if failed or len(calendars) < len(self._place.busy_calendars):
            # A calendar that cannot be read, or is not spoken of, is not a free one.
            raise Unavailable(f"Google could not read the calendar {', '.join(failed)}.")
        return [
            TimeRange(_utc(item["start"]), _utc(item["end"]))
            for said in calendars.values()
            for item in said.get("busy", ())
        ]

    def _find(self, meeting: Meeting) -> Any:
        target = self._target(meeting)
        try:
            return self._call(lambda api: api.events().get(**target))
        except _Missing:
            return None

    def _insert(self, meeting: Meeting) -> Any:
        body = wire.new_event(meeting, self._place.zone, may_invite=self._access.may_invite)
        try:
            return self._call(
                lambda api: api.events().insert(
                    calendarId=self._place.calendar_id,
                    body=body,
                    conferenceDataVersion=1,
                    sendUpdates="all",
                )
            )
        except _Duplicate:
            event = self._find(meeting)
            if event is None:
                raise UpstreamFailed(
                    "Google has an event of this id, and does not show it."
                ) from None
            return event
        except RefusedForGood:
            raise
        except Unavailable:
            event = self._find(meeting)  # it may have been made before the answer was lost
            if event is None:
                raise
            return event

    def _patch(self, meeting: Meeting, send_updates: str) -> Any:
        body = wire.body_of(meeting, self._place.zone, may_invite=self._access.may_invite)
        target = self._target(meeting)
        return self._call(
            lambda api: api.events().patch(
                **target, body=body, conferenceDataVersion=1, sendUpdates=send_updates
            )
        )

    def _check(self, event: Any, meeting: Meeting) -> None:
        if wire.is_cancelled(event):
            raise CancelledElsewhere("The event was deleted in Google Calendar.")
        if not wire.is_of(event, meeting):
            raise UpstreamFailed("Another event in Google Calendar has this meeting's id.")

    def _target(self, meeting: Meeting) -> dict[str, str]:
        return {
            "calendarId": self._place.calendar_id,
            "eventId": wire.event_id_of(meeting.id),
        }

    def _call(self, ask: Ask) -> Any:
        try:
            return self._api.call(self._access.credentials(), ask)
        except RefusedForGood as error:
            log.error("google_refused", reason=error.message)
            self._access.refused(error.message)
            what = RECONNECT if self._access.books_meanwhile else REFUSED
            raise Unavailable(what) from error


def calendar_name(api: GoogleApi, credentials: Credentials, calendar_id: str) -> str:
    """What Google calls the calendar; for a person's own it is their address. Raises Unavailable,
    UpstreamFailed."""
    found = api.call(
        credentials, lambda service: service.events().list(calendarId=calendar_id, maxResults=1)
    )
    return str(found.get("summary") or calendar_id)


def _explained(status: int, reason: str) -> ParleyError:
    """Google's refusal as ours."""
    if status in (404, 410):
        return _Missing(f"Google answered {status}.")
    if status == 409:
        return _Duplicate("Google has that event already.")
    if status == 401:
        return RefusedForGood("Google answered 401: the access was taken back.")
    if status == 429 or (status == 403 and reason in _RATE_REASONS):
        return Unavailable("Google asks us to slow down.", retry_after=_RETRY_LATER)
    if status >= 500:
        return _not_answering()
    return UpstreamFailed(f"Google Calendar answered {status} ({reason or 'no reason'}).")


def _reason(error: Any) -> str:
    details = error.error_details
    if isinstance(details, list) and details and isinstance(details[0], dict):
        return str(details[0].get("reason", ""))
    return ""


def _refresh_reason(error: Exception) -> str:
    """In Google's words without what may hold a token."""
    said = error.args[1] if len(error.args) > 1 else {}
    code = said.get("error") if isinstance(said, dict) else None
    return f"Google refused to renew the access: {code or 'no reason given'}."


def _not_answering() -> Unavailable:
    return Unavailable("Google Calendar does not answer.", retry_after=timedelta(seconds=5))


def _by_the_hour(within: TimeRange) -> TimeRange:
    """A little more than asked for, so that one answer serves the questions after it."""
    start = within.start.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    end = within.end.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return TimeRange(start, end + timedelta(hours=2))


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
