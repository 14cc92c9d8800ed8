"""The meetings there are: reading them, naming their lead, forgetting a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement

from calendar_integration import offer_store, store
from calendar_integration.announcing import Announcer
from calendar_integration.links import MeetingLinks
from calendar_integration.model import Hold, Meeting, MeetingPage, Status
from core.clock import Clock
from core.database import Database
from core.errors import NotFound

MeetingsOfLeads = dict[str, list[Meeting]]


class Meetings:
    """One host's meetings. Every method may be part of a larger transaction."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        links: MeetingLinks,
        announcer: Announcer,
        host: str,
    ) -> None:
        self.links = links
        self._database = database
        self._clock = clock
        self._announcer = announcer
        self._host = host

    def now(self) -> datetime:
        """The instant by which bookings are judged."""
        return self._clock.now()

    def get(self, meeting_id: str) -> Meeting:
        """Raises NotFound."""
        with self._database.read() as connection:
            meeting = store.find_meeting(connection, meeting_id)
        if meeting is None:
            raise NotFound("There is no such meeting.")
        return meeting

    def get_by_token(self, token: str) -> Meeting:
        """The meeting of a visitor's link. Raises NotFound for every link that is not ours."""
        return self.get(self.links.meeting_id(token))

    def find_for_conversation(self, conversation_id: str) -> Meeting | None:
        """The conversation's open meeting that is not over."""
        with self._database.read() as connection:
            return store.find_upcoming(connection, conversation_id, self._clock.now())

    def held(self, conversation_id: str) -> Hold | None:
        """The conversation's hold, while it lasts."""
        with self._database.read() as connection:
            return offer_store.find_hold(connection, conversation_id, self._clock.now())

    def list(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        status: Status | None = None,
        limit: int = 50,
        after: tuple[datetime, str] | None = None,
    ) -> MeetingPage:
        """Meetings that begin in a period, in order of time, a page at a time."""
        columns = store.meetings.c
        conditions: list[ColumnElement[bool]] = [columns.host == self._host]
        if since is not None:
            conditions.append(columns.start_at >= since)
        if until is not None:
            conditions.append(columns.start_at < until)
        if status is not None:
            conditions.append(columns.status == status)
        with self._database.read() as connection:
            return store.list_meetings(connection, conditions, limit=limit, after=after)

    def of_lead(self, lead_id: str) -> tuple[Meeting, ...]:
        """All meetings of the lead, in order of time."""
        return tuple(self.of_leads([lead_id])[lead_id])

    def of_leads(self, lead_ids: Iterable[str]) -> MeetingsOfLeads:
        """All meetings of each lead, in order of time, from one look into the database."""
        found: MeetingsOfLeads = {lead_id: [] for lead_id in lead_ids}
        with self._database.read() as connection:
            for meeting in store.meetings_of_leads(connection, list(found)):
                found[meeting.lead_id or ""].append(meeting)
        return found

    def announce_all(self) -> None:
        """Has the calendar told of every meeting to come: it has just been connected."""
        with self._database.write() as connection:
            for meeting in store.open_from(connection, self._host, self._clock.now()):
                self._announcer.changed(connection, meeting)

    def attach_lead(self, conversation_id: str, lead_id: str) -> None:
        """Names the lead of the conversation's meetings that have none yet."""
        with self._database.write() as connection:
            store.attach_lead(connection, conversation_id, lead_id)

    def erase_person(self, *, lead_id: str | None = None, email: str | None = None) -> int:
        """Cancels what is to come and leaves no trace of the person; returns how many meetings.

        Past meetings stay as times without a name. The calendar is told through the outbox.
        """
        now = self._clock.now()
        with self._database.write() as connection:
            store.lock_host(connection, self._host)
            found = store.meetings_of_person(
                connection, lead_id=lead_id, email=email.strip().lower() if email else None
            )
            for meeting in found:
                offer_store.forget_conversation(connection, meeting.conversation_id)
                erased = meeting.without_person(now)
                store.update_meeting(connection, erased, buffer=timedelta(0))
                store.forget_visitor(connection, meeting.id)
                self._announcer.changed(connection, erased)
        return len(found)

    def forget_old(self) -> int:
        """Removes offers of past times and holds of yesterday; run by a daily job."""
        yesterday = self._clock.now() - timedelta(days=1)
        with self._database.write() as connection:
            return offer_store.forget_before(connection, yesterday)
