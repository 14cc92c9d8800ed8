"""What the team does with leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from core.clock import Clock
from core.database import Database
from core.errors import InvalidInput, NotFound
from core.events import EventBus
from core.values import new_id, zone_named
from leads import tables
from leads.entries import check_status, checked_entry
from leads.erasure import Eraser, Exporter, LeadErasure
from leads.importing import ImportResult, LeadImport
from leads.listing import LeadListing
from leads.merging import LeadMerging
from leads.model import (
    MAX_LENGTH,
    STAFF,
    Erasure,
    Evidence,
    Lead,
    LeadDetails,
    LeadFilter,
    LeadPage,
    Merge,
    Note,
    PossibleDuplicate,
    StatusChange,
    Suggestion,
)
from leads.records import LeadRecords, entered
from understanding.reading import Reading, read

MeetingsOf = Callable[[Sequence[str]], Mapping[str, Sequence[Mapping[str, Any]]]]

_MOST_DAYS = 366


class LeadService:
    """Everything about leads but their capture; `by` is who of the team does it.

    `meetings_of` gives the meetings of leads as JSON, by lead id. `erasers` and `exporters` are
    the other features' part in forgetting a person and in handing out what is known.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        events: EventBus,
        *,
        timezone: str = "UTC",
        meetings_of: MeetingsOf = lambda lead_ids: {},
        erasers: Sequence[Eraser] = (),
        exporters: Sequence[Exporter] = (),
    ) -> None:
        self._database = database
        self._clock = clock
        self.zone = zone_named(timezone)
        self._records = LeadRecords(database, clock, events)
        self._store = self._records.store
        self._listing = LeadListing(database)
        self._merging = LeadMerging(self._records)
        self._erasure = LeadErasure(self._records, self._merging, erasers, exporters)
        self._import = LeadImport(self._records, timezone)
        self._meetings_of = meetings_of

    # One lead

    def create(self, fields: Mapping[str, Any], by: str) -> LeadDetails:
        """A lead entered by staff: FIELDS, `status`, `owner`, `source`, `next_follow_up_at` and
        `note`. Raises InvalidInput, naming the fields; at least one of FIELDS must be given."""
        entry = checked_entry(fields, self._read)
        now = self._clock.now()
        facts = [entered(name, value, STAFF, now) for name, value in entry.values.items() if value]
        if not facts:
            raise InvalidInput.of("name", "give at least a name or another detail of the lead")
        with self._database.write():
            source = entry.ours.pop("source", None) or "manual"
            lead = self._records.make(facts, source=source, by=by, **entry.ours)
            if entry.note:
                self.add_note(lead.id, entry.note, by)
            return self.get(lead.id)

    def get(self, lead_id: str) -> LeadDetails:
        """Raises NotFound."""
        with self._database.read():
            return self.details([self._store.get(lead_id)])[0]

    def find(self, lead_id: str) -> Lead | None:
        return self._store.find(lead_id)

    def update(self, lead_id: str, changes: Mapping[str, Any], by: str) -> LeadDetails:
        """Changes what is given, as `create` takes it; None clears. Raises NotFound,
        InvalidInput."""
        entry = checked_entry(changes, self._read)
        with self._database.write():
            before = self._store.row(lead_id, for_update=True)
            now = self._clock.now()
            facts = [entered(name, value, STAFF, now) for name, value in entry.values.items()]
            self._store.add_evidence(lead_id, facts)
            if entry.note:
                self._add_note(lead_id, entry.note, by)
            status = entry.ours.get("status", before["status"])
            self._records.note_status(lead_id, before["status"], status, by)
            self._records.refresh(lead_id, entry.ours)
            self._records.announce(lead_id)
            return self.get(lead_id)

    def set_status(self, lead_id: str, status: str, by: str) -> Lead:
        """Raises NotFound, InvalidInput."""
        return self.update(lead_id, {"status": status}, by).lead

    def details(self, leads: Sequence[Lead]) -> list[LeadDetails]:
        """The leads with all that their JSON shows, by one query for each kind of thing."""
        if not leads:
            return []
        ids = [lead.id for lead in leads]
        with self._database.read():
            evidence, notes = self._store.current_evidence(ids), self._store.notes(ids)
            conversations = self._store.conversations(ids)
            meetings = self._meetings(ids)
        return [
            LeadDetails(
                lead=lead,
                evidence=_shown(lead, [e for owner, e in evidence if owner == lead.id]),
                notes=tuple(note for note in notes if note.lead_id == lead.id),
                conversation_ids=tuple(
                    row["conversation_id"] for row in conversations if row["lead_id"] == lead.id
                ),
                meetings=tuple(meetings.get(lead.id, ())),
            )
            for lead in leads
        ]

    def notes(self, lead_id: str) -> list[Note]:
        """Oldest first. Raises NotFound."""
        self._store.row(lead_id)
        return self._store.notes([lead_id])

    def add_note(self, lead_id: str, text: str, by: str) -> Note:
        """Raises NotFound, InvalidInput."""
        text = text.strip()
        if not 0 < len(text) <= MAX_LENGTH["note"]:
            raise InvalidInput.of("text", f"must have 1 to {MAX_LENGTH['note']} characters")
        with self._database.write():
            self._store.row(lead_id, for_update=True)
            note = self._add_note(lead_id, text, by)
            self._records.refresh(lead_id)
            self._records.announce(lead_id)
        return note

    def evidence(self, lead_id: str) -> list[Evidence]:
        """All that was ever said of the lead, oldest first, outdone values included."""
        self._store.row(lead_id)
        return self._store.evidence(lead_id)

    def status_changes(self, lead_id: str) -> list[StatusChange]:
        self._store.row(lead_id)
        return self._store.status_changes(lead_id)

    def conversations(self, lead_id: str) -> list[dict[str, Any]]:
        """Where and how the lead wrote to us: rows of `lead_conversations`, oldest first."""
        self._store.row(lead_id)
        return self._store.conversations([lead_id])

    # Many leads

    def page(self, wanted: LeadFilter, *, after: int | None = None, limit: int = 50) -> LeadPage:
        """Newest first; `after` is the last page's. Raises InvalidInput for an unknown status."""
        check_status(wanted.status)
        with self._database.read():
            if after is None:
                leads, following, total, exact = self._listing.first_page(wanted, limit)
            else:
                leads, following = self._listing.page(wanted, after, limit)
                total, exact = self._listing.total(wanted)
            return LeadPage(tuple(self.details(leads)), following, total, exact)

    def every(self, wanted: LeadFilter) -> Iterator[LeadDetails]:
        """All that match, newest first, read batch by batch."""
        check_status(wanted.status)
        for batch in self._listing.every(wanted):
            yield from self.details(batch)

    def made_on(self, day: date) -> LeadFilter:
        """The leads of one day of the business."""
        return LeadFilter(since=self._start_of(day), until=self._start_of(day + timedelta(days=1)))

    def count_is_over(self, wanted: LeadFilter, many: int) -> bool:
        """Whether more than `many` match; cheaper than counting them."""
        return self._listing.is_over(wanted, many)

    def followups(
        self, *, after: tuple[datetime, int] | None = None, limit: int = 50
    ) -> list[LeadDetails]:
        """Open leads whose follow-up is due by the end of the business's day, longest due first,
        those after the follow-up and `seq` of the last page's last."""
        with self._database.read():
            today_ends = self._start_of(self._tomorrow())
            return self.details(self._listing.due(today_ends, after, limit))

    def stats(self, since: date | None = None, until: date | None = None) -> dict[str, Any]:
        """How many by status (of all), and by day, by source and along the funnel of those made
        from `since` up to and including `until`: business days, 30 by default."""
        last = until or self._tomorrow() - timedelta(days=1)
        first = since or last - timedelta(days=29)
        if not timedelta(0) <= last - first < timedelta(days=_MOST_DAYS):
            raise InvalidInput.of("since", f"must be 0 to {_MOST_DAYS - 1} days before until")
        days = [first + timedelta(days=day) for day in range((last - first).days + 2)]
        starts = [self._start_of(day) for day in days]
        with self._database.read():
            by_status = self._listing.by_status()
            by_source = self._listing.by_source(starts[0], starts[-1])
            funnel = self._listing.funnel(starts[0], starts[-1])
            by_day = [
                {"date": day.isoformat(), "leads": self._listing.count_between(start, end)}
                for day, start, end in zip(days, starts, starts[1:], strict=False)
            ]
        return {
            "since": first.isoformat(),
            "until": last.isoformat(),
            "total": sum(by_status.values()),
            "by_status": by_status,
            "by_day": by_day,
            "by_source": [{"source": name, "leads": count} for name, count in by_source],
            "funnel": [{"stage": stage, "leads": count} for stage, count in funnel],
        }

    def import_leads(self, content: bytes, by: str = "import") -> ImportResult:
        """Reads a `leads.json`; see importing.py."""
        return self._import.read(content, by)

    # Duplicates, suggestions, the person

    def duplicates(self, lead_id: str) -> list[PossibleDuplicate]:
        """Leads that share an address with this one. Raises NotFound."""
        self._store.row(lead_id)
        return self._store.duplicates(lead_id)

    def merge(self, into_id: str, from_id: str, by: str) -> Merge:
        """Makes one lead of two; `unmerge` parts them again."""
        return self._merging.merge(into_id, from_id, by)

    def unmerge(self, merge_id: str, by: str) -> Merge:
        return self._merging.unmerge(merge_id, by)

    def merges(self, lead_id: str) -> Sequence[Merge]:
        return self._merging.merges(lead_id)

    def suggestions(self, lead_id: str) -> Sequence[Suggestion]:
        """What was claimed of the lead and is not supported; open ones."""
        self._store.row(lead_id)
        return self._store.suggestions(lead_id)

    def settle_suggestion(
        self, lead_id: str, suggestion_id: str, *, accept: bool, by: str
    ) -> LeadDetails:
        """Takes the suggested value over, as staff's own word, or drops it."""
        found = [item for item in self.suggestions(lead_id) if item.id == suggestion_id]
        if not found:
            raise NotFound("There is no such open suggestion for this lead.")
        table = tables.lead_suggestions
        with self._database.write():
            settled = {"settled_at": self._clock.now()}
            self._store.update(table, settled, table.c.id == suggestion_id)
            if accept:
                return self.update(lead_id, {found[0].field: found[0].value}, by)
            return self.get(lead_id)

    def erase(self, lead_id: str, by: str) -> Erasure:
        """Forgets the person everywhere. Raises NotFound."""
        return self._erasure.erase(lead_id, by)

    def export_person(self, lead_id: str) -> dict[str, Any]:
        """All that is known of the person. Raises NotFound."""
        return self._erasure.export(lead_id)

    # Inside

    def _meetings(self, ids: Sequence[str]) -> dict[str, list[Mapping[str, Any]]]:
        """Their meetings, those booked under a lead that was merged into them included."""
        aliases = self._merging.aliases_of(ids)
        booked = self._meetings_of([alias for group in aliases.values() for alias in group])
        return {
            lead_id: [meeting for alias in group for meeting in booked.get(alias, ())]
            for lead_id, group in aliases.items()
        }

    def _add_note(self, lead_id: str, text: str, by: str) -> Note:
        note = Note(new_id("note"), lead_id, text, by, self._clock.now())
        self._store.insert(tables.lead_notes, [vars(note)])
        return note

    def _read(self, text: str, context: str | None = None) -> Reading:
        return read(text, now=self._clock.now(), timezone=self.zone.key, context=context)

    def _start_of(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self.zone)

    def _tomorrow(self) -> date:
        return self._clock.now().astimezone(self.zone).date() + timedelta(days=1)


def _shown(lead: Lead, current: Sequence[Evidence]) -> dict[str, Evidence]:
    """The entry behind each field that has a value; of several needs the newest, with all of
    them as its value."""
    return {
        item.field: replace(item, value=lead.value(item.field))
        for item in current
        if lead.value(item.field)
    }
