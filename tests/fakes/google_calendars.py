"""The calendars of the fake Google: events, free/busy and sync tokens, by Google's rules."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
_EVENT_ID = re.compile(r"[0-9a-v]{5,1024}")


class Refused(Exception):
    """An answer other than 200."""

    def __init__(self, status: int, reason: str, message: str = "") -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.message = message or reason


@dataclass
class Calendars:
    """One account's calendars. `conference`: how a request for a Meet link ends at once: success,
    pending (until `finish_conferences`) or failure. `page_size`: events in a page of a list."""

    owner: str = "owner@example.com"
    conference: str = "success"
    page_size: int = 250
    may_invite: bool = True
    unreadable: set[str] = field(default_factory=set)
    events: dict[str, Json] = field(default_factory=dict)
    appointments: list[tuple[str, str]] = field(default_factory=list)
    mails: list[tuple[str, str]] = field(default_factory=list)
    inserted: int = 0
    _versions: dict[str, int] = field(default_factory=dict)
    _count: Any = field(default_factory=lambda: itertools.count(1))
    _oldest_token: int = 0

    def insert(self, body: Json, query: Mapping[str, str]) -> Json:
        event_id = body.get("id") or f"made{next(self._count):05d}"
        if not _EVENT_ID.fullmatch(event_id):
            raise Refused(400, "invalid", "Invalid resource id value.")
        if event_id in self.events:  # a deleted event still occupies its id
            raise Refused(409, "duplicate", "The requested identifier already exists.")
        self._check(body)
        event = {
            **deepcopy(body),
            "id": event_id,
            "status": "confirmed",
            "htmlLink": f"https://www.google.com/calendar/event?eid={event_id}",
        }
        event.pop("conferenceData", None)
        wanted = body.get("conferenceData", {}).get("createRequest")
        if wanted and query.get("conferenceDataVersion") == "1":
            event["conferenceData"] = {"createRequest": dict(wanted)}
            self._answer_conference(event, self.conference)
        self.inserted += 1
        self._store(event, query)
        return event

    def get(self, event_id: str) -> Json:
        if event_id not in self.events:
            raise Refused(404, "notFound", "Not Found")
        return self.events[event_id]

    def patch(self, event_id: str, body: Json, query: Mapping[str, str]) -> Json:
        self._check({**self.get(event_id), **body})
        event = {**self.get(event_id), **deepcopy(body)}
        self._store(event, query)
        return event

    def delete(self, event_id: str, query: Mapping[str, str]) -> None:
        if self.get(event_id)["status"] == "cancelled":
            raise Refused(410, "deleted", "Resource has been deleted")
        self._store({**self.events[event_id], "status": "cancelled"}, query)

    def list(self, query: Mapping[str, str]) -> Json:
        token = query.get("syncToken")
        if token and {"timeMin", "timeMax", "q", "orderBy"} & set(query):
            raise Refused(400, "invalid", "syncToken cannot be combined with these")
        since = int(token.removeprefix("sync-")) if token else 0
        if token and since < self._oldest_token:
            raise Refused(410, "fullSyncRequired", "Sync token is no longer valid.")
        changed = [event for id_, event in self.events.items() if self._versions[id_] > since]
        if not token and query.get("showDeleted") != "true":
            changed = [event for event in changed if event["status"] != "cancelled"]
        start = int(query.get("pageToken", "page-0").removeprefix("page-"))
        size = min(self.page_size, int(query.get("maxResults", "250")))
        shown = [self._listed(event) for event in changed[start : start + size]]
        answer = {"kind": "calendar#events", "summary": self.owner, "items": shown}
        if start + size < len(changed):
            return {**answer, "nextPageToken": f"page-{start + size}"}
        return {**answer, "nextSyncToken": f"sync-{self._now()}"}

    def free_busy(self, body: Json) -> Json:
        first, last = (_instant(body[name]) for name in ("timeMin", "timeMax"))
        if (last - first).days > 62:
            raise Refused(400, "timeRangeTooLong", "The requested time range is too long.")
        taken = [
            (_instant(e["start"]), _instant(e["end"]))
            for e in self.events.values()
            if e["status"] != "cancelled" and e.get("transparency") != "transparent"
        ]
        taken += [(_instant(start), _instant(end)) for start, end in self.appointments]
        busy = [
            {"start": _rfc3339(start), "end": _rfc3339(end)}
            for start, end in sorted(taken)
            if start < last and end > first
        ]
        return {
            "kind": "calendar#freeBusy",
            "calendars": {
                item["id"]: (
                    {"errors": [{"domain": "global", "reason": "notFound"}], "busy": []}
                    if item["id"] in self.unreadable
                    else {"busy": busy}
                )
                for item in body["items"]
            },
        }

    # What the owner does in Google's own pages

    def owner_moves(self, event_id: str, start: datetime, end: datetime) -> None:
        zone = self.get(event_id)["start"]["timeZone"]
        times = {
            name: {"dateTime": at.astimezone(ZoneInfo(zone)).isoformat(), "timeZone": zone}
            for name, at in (("start", start), ("end", end))
        }
        self._store({**self.events[event_id], **times}, {})

    def owner_deletes(self, event_id: str) -> None:
        self.delete(event_id, {})

    def attendee_answers(self, event_id: str, response: str) -> None:
        event = deepcopy(self.get(event_id))
        event["attendees"][0]["responseStatus"] = response
        self._store(event, {})

    def finish_conferences(self, how: str = "success") -> None:
        for event in list(self.events.values()):
            if "conferenceData" in event:
                self._answer_conference(event, how)
                self._store(event, {})

    def forget_sync_tokens(self) -> None:
        self._oldest_token = self._now() + 1

    @property
    def living(self) -> list[Json]:
        """The events that are not deleted."""
        return [event for event in self.events.values() if event["status"] != "cancelled"]

    def _check(self, body: Json) -> None:
        if not self.may_invite and body.get("attendees"):
            raise Refused(403, "forbiddenForServiceAccounts", "Service accounts cannot invite")
        if not self.may_invite and body.get("conferenceData"):
            raise Refused(400, "invalid", "Invalid conference type value.")
        try:
            start, end = _instant(body["start"]), _instant(body["end"])
        except (KeyError, ValueError):
            raise Refused(400, "required", "Missing end time.") from None
        if end <= start:
            raise Refused(400, "timeRangeEmpty", "The specified time range is empty.")

    def _answer_conference(self, event: Json, how: str) -> None:
        conference = event["conferenceData"]
        conference["createRequest"]["status"] = {"statusCode": how}
        if how == "success":
            request_id = conference["createRequest"]["requestId"]
            link = f"https://meet.google.com/{request_id[:3]}-{request_id[3:7]}-{request_id[7:10]}"
            conference["entryPoints"] = [{"entryPointType": "video", "uri": link}]
            event["hangoutLink"] = link

    def _listed(self, event: Json) -> Json:
        """Of a deleted event a list tells no more than this."""
        if event["status"] == "cancelled":
            return {"kind": "calendar#event", "id": event["id"], "status": "cancelled"}
        return event

    def _store(self, event: Json, query: Mapping[str, str]) -> None:
        self.events[event["id"]] = event
        self._versions[event["id"]] = next(self._count)
        if query.get("sendUpdates") == "all":
            self.mails += [(event["id"], person["email"]) for person in event.get("attendees", ())]

    def _now(self) -> int:
        return max(self._versions.values(), default=0)


def _instant(value: Any) -> datetime:
    if isinstance(value, Mapping):
        read = datetime.fromisoformat(value["dateTime"])
        return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(value["timeZone"]))
    return datetime.fromisoformat(value)


def _rfc3339(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
