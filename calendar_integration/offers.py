"""Offering free times: a few good ones that are what the visitor wished for."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from calendar_integration import availability, offer_store
from calendar_integration.model import LONGEST_VIEW, Meeting, Slot
from calendar_integration.schedule import Schedule, View
from calendar_integration.wishes import exact_times, narrowed, target_of
from core.clock import Clock
from core.database import Database
from core.errors import InvalidInput, NotFound
from core.values import TimeRange, zone_named
from understanding.wishes import TimeWish


class Offers:
    """What one host's schedule has to offer, and what was offered to whom."""

    def __init__(self, database: Database, schedule: Schedule, clock: Clock) -> None:
        self._database = database
        self._schedule = schedule
        self._clock = clock

    def offer(
        self,
        conversation_id: str,
        *,
        wish: TimeWish | None = None,
        timezone: str,
        count: int = 4,
        moving: Meeting | None = None,
    ) -> list[Slot]:
        """A few good free times that meet the wish, committed as offered to the conversation.

        `moving`: the meeting they are to take the place of; its own time counts as free, and is
        not offered again.
        A time named to the minute is offered alone when it is free. When nothing meets the wish,
        the nearest times are offered: `wishes.meets` tells the two apart. Raises Unavailable.
        """
        zone = zone_named(timezone)
        view = self._schedule.view(conversation_id=conversation_id, moving=moving)
        now_taken = moving.time if moving else None
        return self.put_on_offer(conversation_id, self._chosen(view, wish, zone, count, now_taken))

    def offered(self, conversation_id: str) -> list[Slot]:
        """What the conversation was offered last and is not over."""
        now = self._clock.now()
        with self._database.read() as connection:
            latest = offer_store.latest_offer_at(connection, conversation_id)
            if latest is None:
                return []
            slots = offer_store.offered(connection, conversation_id, since=latest)
        return [slot for slot in slots if slot.start > now]

    def availability(
        self,
        from_: datetime | None = None,
        to: datetime | None = None,
        *,
        duration_minutes: int | None = None,
    ) -> list[TimeRange]:
        """All free times of a period (a week from now by default), within the rules."""
        start = from_ or self._clock.now()
        end = to or start + timedelta(days=7)
        if end <= start:
            raise InvalidInput.of("to", "must be after from")
        if end - start > LONGEST_VIEW:
            raise InvalidInput.of("to", "must be within a year of from")
        if duration_minutes is not None and not 5 <= duration_minutes <= 480:
            raise InvalidInput.of("duration", "is from 5 to 480 minutes")
        within = TimeRange(start, end)
        duration = timedelta(minutes=duration_minutes) if duration_minutes else None
        return self._schedule.view(within=within).free(within=within, duration=duration)

    def free_for_move(self, meeting: Meeting) -> list[TimeRange]:
        """Where the meeting could be moved to."""
        free = self._schedule.view(conversation_id=meeting.conversation_id, moving=meeting).free(
            duration=meeting.time.duration
        )
        return [item for item in free if item != meeting.time]

    def put_on_offer(self, conversation_id: str, times: list[TimeRange]) -> list[Slot]:
        """Commits the times as offered to the conversation."""
        if not times:
            return []
        with self._database.write() as connection:
            return offer_store.offer(connection, conversation_id, times, self._clock.now())

    def find_offered(self, slot_id: str, conversation_id: str) -> Slot:
        """The slot, if it was offered to the conversation. Raises NotFound."""
        with self._database.read() as connection:
            slot = offer_store.find_slot(connection, slot_id, conversation_id)
        if slot is None:
            raise NotFound("That time was not offered here. Please choose one of the times shown.")
        return slot

    def _chosen(
        self,
        view: View,
        wish: TimeWish | None,
        zone: ZoneInfo,
        count: int,
        now_taken: TimeRange | None,
    ) -> list[TimeRange]:
        named = [TimeRange(at, at + view.rules.duration) for at in exact_times(wish)]
        free_named = [
            item for item in dict.fromkeys(named) if item != now_taken and view.is_bookable(item)
        ]
        if free_named:
            return sorted(free_named[:count])
        free = [item for item in view.free() if item != now_taken]
        fitting = availability.by_day(narrowed(free, wish, zone), zone)
        if fitting or not wish:
            return availability.spread(fitting, count, zone)
        return availability.nearest(availability.by_day(free, zone), target_of(wish, zone), count)
