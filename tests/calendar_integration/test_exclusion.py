"""What the database refuses by itself, to whoever writes straight into its tables."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from calendar_integration.exclusion import is_refusal
from calendar_integration.store import holds, meetings
from core.clock import SettableClock
from core.database import Database

TEN = datetime.fromisoformat("2026-11-24T10:00:00+00:00")
MINUTE = timedelta(minutes=1)


class Rows:
    """Writes rows without asking any of our code; times are minutes from ten o'clock."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._now = now

    def meeting(
        self,
        id_: str,
        start: int,
        end: int,
        *,
        busy_end: int | None = None,
        status: str = "confirmed",
        host: str = "business",
        conversation: str | None = None,
    ) -> None:
        with self._database.write() as connection:
            connection.execute(
                meetings.insert().values(
                    id=id_,
                    host=host,
                    conversation_id=conversation,
                    title="",
                    start_at=TEN + start * MINUTE,
                    end_at=TEN + end * MINUTE,
                    busy_end=TEN + (busy_end or end) * MINUTE,
                    timezone="UTC",
                    status=status,
                    attendee_name="",
                    attendee_email="",
                    guests=[],
                    description="",
                    sequence=0,
                    source="chat",
                    created_at=self._now,
                    updated_at=self._now,
                )
            )

    def hold(self, conversation: str, start: int, end: int, *, since: int = 0, lasts: int) -> None:
        with self._database.write() as connection:
            connection.execute(
                holds.insert().values(
                    conversation_id=conversation,
                    slot_id="slot",
                    host="business",
                    start_at=TEN + start * MINUTE,
                    end_at=TEN + end * MINUTE,
                    busy_end=TEN + end * MINUTE,
                    held_at=self._now + since * MINUTE,
                    expires_at=self._now + (since + lasts) * MINUTE,
                    holds_made=1,
                )
            )

    def change(self, id_: str, **values: object) -> None:
        with self._database.write() as connection:
            connection.execute(meetings.update().where(meetings.c.id == id_).values(**values))

    def change_hold(self, conversation: str, **values: object) -> None:
        with self._database.write() as connection:
            mine = holds.c.conversation_id == conversation
            connection.execute(holds.update().where(mine).values(**values))


@pytest.fixture
def rows(database: Database, clock: SettableClock) -> Rows:
    return Rows(database, clock.now())


@pytest.mark.parametrize("status", ["confirmed", "pending"])
@pytest.mark.parametrize(
    ("start", "end"), [(0, 30), (-30, 1), (29, 60), (10, 20), (-30, 90)], ids=str
)
def test_open_meetings_of_a_host_do_not_overlap(
    rows: Rows, status: str, start: int, end: int
) -> None:
    rows.meeting("one", 0, 30, status=status)

    with pytest.raises(IntegrityError) as refused:
        rows.meeting("two", start, end, status="pending")
    assert is_refusal(refused.value)


def test_meetings_may_touch_or_be_of_other_hosts_or_cancelled(rows: Rows) -> None:
    rows.meeting("one", 0, 30)

    rows.meeting("before", -30, 0)
    rows.meeting("after", 30, 60)
    rows.meeting("other", 0, 30, host="another")
    rows.meeting("cancelled", 0, 30, status="cancelled")


def test_a_meeting_does_not_move_or_come_back_into_another_one(rows: Rows) -> None:
    rows.meeting("one", 0, 30)
    rows.meeting("two", 60, 90)
    rows.meeting("cancelled", 0, 30, status="cancelled")

    for values in (
        {"start_at": TEN + 29 * MINUTE},
        {"start_at": TEN, "end_at": TEN + 5 * MINUTE, "busy_end": TEN + 5 * MINUTE},
    ):
        with pytest.raises(IntegrityError):
            rows.change("two", **values)
    with pytest.raises(IntegrityError):
        rows.change("cancelled", status="confirmed")
    rows.change("two", start_at=TEN + 30 * MINUTE)


def test_meetings_that_keep_a_buffer_keep_it_from_each_other_only(rows: Rows) -> None:
    rows.meeting("one", 0, 30, busy_end=45)

    with pytest.raises(IntegrityError):
        rows.meeting("visitor", 40, 60, busy_end=75)
    with pytest.raises(IntegrityError):
        rows.meeting("before", -40, -10, busy_end=5)
    rows.meeting("staff", 30, 44)


def test_a_meeting_ends_after_it_starts(rows: Rows) -> None:
    with pytest.raises(IntegrityError) as refused:
        rows.meeting("one", 30, 30)
    assert not is_refusal(refused.value)


def test_a_lasting_hold_keeps_others_meetings_out(rows: Rows) -> None:
    rows.hold("ann", 0, 30, lasts=10)

    with pytest.raises(IntegrityError):
        rows.meeting("bobs", 15, 45, conversation="bob")
    with pytest.raises(IntegrityError):
        rows.meeting("staffs", 15, 45)
    rows.meeting("anns", 0, 30, conversation="ann")


def test_an_expired_hold_keeps_nobody_out(rows: Rows) -> None:
    rows.hold("ann", 0, 30, since=-10, lasts=10)

    rows.meeting("bobs", 15, 45, conversation="bob")


def test_a_meeting_keeps_holds_out(rows: Rows) -> None:
    rows.meeting("one", 0, 30)

    with pytest.raises(IntegrityError):
        rows.hold("bob", 15, 45, lasts=10)
    rows.hold("bob", 30, 60, lasts=10)
    with pytest.raises(IntegrityError):
        rows.change_hold("bob", start_at=TEN + 29 * MINUTE)


def test_holds_of_two_conversations_overlap_only_one_after_the_other(rows: Rows) -> None:
    rows.hold("ann", 0, 30, lasts=10)

    with pytest.raises(IntegrityError):
        rows.hold("bob", 0, 30, since=9, lasts=10)
    rows.hold("bob", 0, 30, since=10, lasts=10)


def test_two_open_meetings_are_not_booked_from_one_slot(rows: Rows) -> None:
    rows.meeting("one", 0, 30)
    rows.meeting("two", 60, 90)
    rows.change("one", slot_id="slot")

    with pytest.raises(IntegrityError):
        rows.change("two", slot_id="slot")
    rows.change("one", status="cancelled")
    rows.change("two", slot_id="slot")
