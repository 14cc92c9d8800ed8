"""A slot is sold once, however many ask for it at the same instant."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from calendar_integration.booking import BookingService
from calendar_integration.cards import alternatives_of
from calendar_integration.model import Slot
from core.database import Database
from core.errors import SlotTaken
from tests.calendar_integration.conftest import MakeBooking, book
from understanding.wishes import DayWindow, TimeWish

ROOT = Path(__file__).parents[2]
BERLIN = "Europe/Berlin"
TUESDAY = date(2026, 11, 24)
TEN = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo(BERLIN))
AT_TEN = TimeWish((DayWindow(TUESDAY, exact=TEN),))
FIFTY = [f"visitor{number}" for number in range(50)]


def together(work: Callable[[str], str], names: Iterable[str]) -> Counter[str]:
    """Runs the work for every name in a thread of its own, all from the same instant."""
    names = list(names)
    start = threading.Barrier(len(names))

    def run(name: str) -> str:
        start.wait()
        return work(name)

    with ThreadPoolExecutor(len(names)) as pool:
        return Counter(pool.map(run, names))


def attempt(booking: BookingService, slot: Slot, name: str) -> str:
    """`booked`, or `alternatives` when it was taken and others are proposed."""
    try:
        book(booking, slot, name)
    except SlotTaken as taken:
        return "alternatives" if alternatives_of(taken) else "nothing instead"
    return "booked"


def test_fifty_who_want_one_slot_make_one_meeting(booking: BookingService) -> None:
    slots = {name: booking.offer(name, wish=AT_TEN, timezone=BERLIN)[0] for name in FIFTY}

    outcomes = together(lambda name: attempt(booking, slots[name], name), FIFTY)

    assert outcomes == {"booked": 1, "alternatives": 49}
    assert len(booking.list().meetings) == 1


def test_one_visitor_who_books_fifty_times_at_once_has_one_meeting(
    booking: BookingService,
) -> None:
    slot = booking.offer("ann", wish=AT_TEN, timezone=BERLIN)[0]

    ids = together(lambda _: book(booking, slot).id, FIFTY)

    assert list(ids.values()) == [50]
    assert len(booking.list().meetings) == 1


def test_overlapping_times_of_different_length_exclude_each_other(
    booking: BookingService, make_booking: MakeBooking
) -> None:
    hours = make_booking(minutes=60)
    services = {name: hours if number % 2 else booking for number, name in enumerate(FIFTY[:20])}
    slots = {}
    for number, (name, service) in enumerate(services.items()):
        at = DayWindow(TUESDAY, exact=TEN + timedelta(minutes=number % 3 * 15))
        slots[name] = service.offer(name, wish=TimeWish((at,)), timezone=BERLIN)[0]

    together(lambda name: attempt(services[name], slots[name], name), services)

    times = [meeting.time for meeting in booking.list().meetings]
    assert times
    assert not any(a.overlaps(b) for a in times for b in times if a is not b)


def test_of_holds_and_bookings_at_once_one_wins(booking: BookingService) -> None:
    slots = {name: booking.offer(name, wish=AT_TEN, timezone=BERLIN)[0] for name in FIFTY[:20]}

    def want(name: str) -> str:
        if name.endswith(("1", "3", "5", "7", "9")):
            return attempt(booking, slots[name], name)
        try:
            booking.hold(slots[name].id, name)
        except SlotTaken:
            return "alternatives"
        return "held"

    outcomes = together(want, slots)

    assert outcomes["booked"] + outcomes["held"] == 1
    assert outcomes["alternatives"] == 19


def test_two_who_swap_their_meetings_at_once_do_not_wait_for_each_other(
    booking: BookingService,
) -> None:
    start = TEN.astimezone(UTC)
    half = timedelta(minutes=30)
    first = booking.book_at(start, start + half)
    second = booking.book_at(start + half, start + 2 * half)
    target = {first.id: second.start, second.id: first.start}

    def swap(meeting_id: str) -> str:
        try:
            booking.reschedule(meeting_id, target[meeting_id], by_staff=True)
        except SlotTaken:
            return "taken"
        return "moved"

    assert together(swap, target) == {"taken": 2}


PROCESS = """
import json, sys
from datetime import UTC, datetime
from concurrent.futures import ThreadPoolExecutor
from calendar_integration.booking import BookingService
from calendar_integration.local_calendar import LocalCalendar
from core.clock import SettableClock
from core.database import Database
from core.errors import SlotTaken
from core.events import EventBus
from tests.calendar_integration.conftest import LINKS, rules_of

def attempt(item):
    name, slot_id = item
    try:
        booking.book(slot_id, name, name=name, email=name + "@example.com", timezone="UTC")
    except SlotTaken as taken:
        return "alternatives" if taken.data["alternatives"] else "nothing instead"
    return "booked"

database = Database(sys.argv[1])
clock = SettableClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
booking = BookingService(
    database, LocalCalendar(database), rules_of(), clock, LINKS, EventBus()
)
slots = json.loads(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(len(slots)) as pool:
    print(json.dumps(list(pool.map(attempt, slots.items()))))
database.close()
"""


def test_several_processes_sell_a_slot_once(booking: BookingService, database: Database) -> None:
    processes = 4 if database.dialect == "postgresql" else 2
    slots = {n: booking.offer(n, wish=AT_TEN, timezone=BERLIN)[0].id for n in FIFTY[:48]}
    shares = [dict(list(slots.items())[number::processes]) for number in range(processes)]
    url = database.url.render_as_string(hide_password=False)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, url, json.dumps(share)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for share in shares
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    answers = [process.communicate("go\n", timeout=60)[0] for process in running]

    outcomes = Counter(outcome for answer in answers for outcome in json.loads(answer))
    assert outcomes == {"booked": 1, "alternatives": 47}
    assert len(booking.list().meetings) == 1
