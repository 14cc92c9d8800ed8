"""kill -9 while meetings are booked, moved and cancelled: what was acknowledged is there, once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from calendar_integration.store import meetings
from core.database import Database
from core.outbox import outbox

ROOT = Path(__file__).parents[2]

PROCESS = """
import sys
from datetime import UTC, datetime, timedelta
from calendar_integration.booking import BookingService
from calendar_integration.local_calendar import LocalCalendar
from core.clock import SettableClock
from core.database import Database
from core.errors import SlotTaken
from core.events import EventBus
from tests.calendar_integration.conftest import LINKS, rules_of

def said(*words):
    print(*words, flush=True)

database = Database(sys.argv[1])
clock = SettableClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
booking = BookingService(database, LocalCalendar(database), rules_of(), clock, LINKS, EventBus())
start = clock.now() + timedelta(hours=1)
said("ready")
for number in range(10_000):
    start += timedelta(hours=1)
    try:
        meeting = booking.book_at(start, start + timedelta(minutes=10))
    except SlotTaken:
        continue
    said(meeting.id, 0)
    booking.reschedule(meeting.id, start + timedelta(minutes=20), by_staff=True)
    said(meeting.id, 1)
    booking.cancel(meeting.id)
    said(meeting.id, 2)
"""


def run_and_kill(url: str, after_seconds: float) -> dict[str, int]:
    """Lets the process work for a while and kills it; what it had acknowledged: id → sequence."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROCESS, url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after_seconds)
    process.kill()
    lines = process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    whole = [line.split() for line in lines if len(line.split()) == 2]
    return {meeting_id: int(sequence) for meeting_id, sequence in whole}


@pytest.mark.crash
def test_an_acknowledged_meeting_survives_with_one_message_for_each_change(
    database: Database,
) -> None:
    url = database.url.render_as_string(hide_password=False)
    acknowledged: dict[str, int] = {}
    for number in range(5):
        acknowledged.update(run_and_kill(url, 0.1 + number * 0.037))

    with database.read() as connection:
        stored = {row.id: row.sequence for row in connection.execute(select(meetings))}
        counted = select(outbox.c.key, func.count().label("told")).group_by(outbox.c.key)
        told = {row.key: row.told for row in connection.execute(counted)}
    assert len(acknowledged) > 5
    assert all(stored[id_] >= sequence for id_, sequence in acknowledged.items())
    assert told == {id_: sequence + 1 for id_, sequence in stored.items()}
