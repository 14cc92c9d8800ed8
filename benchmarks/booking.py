"""Booking: what free times, a confirmed meeting and a delivered message cost, over their floors.

    python benchmarks/booking.py            SQLite, in a temporary folder
    BENCH_DATABASE_URL=postgresql://… python benchmarks/booking.py

The database named is emptied of meetings. Read the ratios: the times are this machine's.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from calendar_integration import offer_store, store  # noqa: E402
from calendar_integration.availability import free_times  # noqa: E402
from calendar_integration.booking import BookingService  # noqa: E402
from calendar_integration.hours import BusinessHours  # noqa: E402
from calendar_integration.links import MeetingLinks  # noqa: E402
from calendar_integration.local_calendar import LocalCalendar  # noqa: E402
from calendar_integration.model import BookingLimits, BookingRules  # noqa: E402
from core import outbox  # noqa: E402
from core.clock import SettableClock  # noqa: E402
from core.database import Database  # noqa: E402
from core.events import EventBus  # noqa: E402
from core.outbox import Dispatcher  # noqa: E402
from core.values import TimeRange, new_id  # noqa: E402

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HALF = timedelta(minutes=30)
RULES = BookingRules(
    hours=BusinessHours.parse("mon-fri 09:00-17:00"),
    zone=ZoneInfo("Europe/Berlin"),
    buffer_minutes=10,
    horizon_days=365,
)
TABLES = (store.meetings, store.holds, store.offered_slots, outbox.outbox)
RESULTS = ROOT / "benchmarks" / "results" / "booking.json"


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def year_of_busy_times() -> list[TimeRange]:
    """Eight appointments on each day of a year, at odd minutes, some over each other."""
    return [
        TimeRange(start, start + timedelta(minutes=25 + number % 50))
        for day in range(365)
        for number in range(8)
        for start in [NOW + timedelta(days=day, minutes=61 * number + day % 13)]
    ]


def measure_free_times() -> dict[str, float]:
    """A year of slots from a year of busy times; floor: making the slots of the grid."""
    busy = year_of_busy_times()
    slots = free_times(RULES, NOW)

    def floor() -> list[TimeRange]:
        return [TimeRange(slot.start, slot.start + HALF) for slot in slots]

    return measured(lambda: free_times(RULES, NOW, busy=busy), floor, 15)


def measure_offer(database: Database, booking: BookingService) -> dict[str, float]:
    """An offer while a year of meetings is booked; floor: reading those rows."""
    with database.write() as connection:
        meetings = [free for free in free_times(RULES, NOW)[::4]]
        for free in meetings:
            connection.execute(store.meetings.insert().values(**_row(free)))

    def floor() -> object:
        with database.read() as connection:
            query = select(store.meetings.c.start_at, store.meetings.c.end_at)
            return connection.execute(query).all()

    return measured(lambda: booking.offer("ann", timezone="Asia/Kolkata"), floor, 15)


def measure_confirm(database: Database, booking: BookingService) -> dict[str, float]:
    """Booking an offered slot; floor: one row inserted in a transaction of the same database."""
    free = iter(booking.availability(NOW, NOW + timedelta(days=120)))
    floor_free = iter(booking.availability(NOW + timedelta(days=200), NOW + timedelta(days=300)))

    def confirm() -> None:
        slot = offered.pop()
        booking.book(slot[1], slot[0], name="Ann", email=f"{slot[0]}@example.com", timezone="UTC")

    def floor() -> None:
        with database.write() as connection:
            connection.execute(store.meetings.insert().values(**_row(next(floor_free))))

    offered = []
    for number in range(120):
        next(free)
        with database.write() as connection:
            [slot] = offer_store.offer(connection, f"visitor{number}", [next(free)], NOW)
        offered.append((f"visitor{number}", slot.id))
    return measured(confirm, floor, 100)


def measure_outbox(database: Database, clock: SettableClock) -> dict[str, float]:
    """Delivering a message; floor: one update in a transaction of its own."""
    count = 300
    dispatcher = Dispatcher(database, {"bench": lambda message: None}, clock)
    with database.write() as connection:
        ids = [
            outbox.append(connection, "bench", {"n": n}, key=f"k{n}", now=NOW) for n in range(count)
        ]
    started = time.perf_counter()
    delivered = dispatcher.run_due(limit=count).delivered
    ours = (time.perf_counter() - started) * 1000 / count
    if delivered != count:
        raise SystemExit(f"only {delivered} of {count} messages were delivered")
    pending = iter(ids)

    def floor() -> None:
        with database.write() as connection:
            same = outbox.outbox.c.id == next(pending)
            connection.execute(outbox.outbox.update().where(same).values(delivered_at=NOW))

    base = milliseconds(floor, 200)
    return {"ms": ours, "floor_ms": base, "ratio": ours / base, "per_second": 1000 / ours}


def measured(
    work: Callable[[], object], floor: Callable[[], object], times: int
) -> dict[str, float]:
    base = milliseconds(floor, times)
    ours = milliseconds(work, times)
    return {"ms": ours, "floor_ms": base, "ratio": ours / base}


def _row(time_range: TimeRange) -> dict[str, Any]:
    return {
        "id": new_id("meeting"),
        "host": "business",
        "title": "Bench",
        "start_at": time_range.start,
        "end_at": time_range.end,
        "busy_end": time_range.end,
        "timezone": "UTC",
        "status": "confirmed",
        "attendee_name": "Bench",
        "attendee_email": "",
        "guests": [],
        "description": "",
        "sequence": 0,
        "source": "staff",
        "created_at": NOW,
        "updated_at": NOW,
    }


def run(database: Database) -> dict[str, dict[str, float]]:
    for table in TABLES:
        table.create(database.engine, checkfirst=True)
        with database.write() as connection:
            connection.execute(table.delete())
    clock = SettableClock(NOW)
    booking = BookingService(
        database,
        LocalCalendar(database),
        RULES,
        clock,
        MeetingLinks(["bench"]),
        EventBus(),
        limits=BookingLimits(10**6, 10**6, 10**6),
    )
    return {
        "free_times_of_a_year": measure_free_times(),
        "offer_with_a_year_of_meetings": measure_offer(database, booking),
        "confirm": measure_confirm(database, booking),
        "outbox": measure_outbox(database, clock),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.db"
        database = Database(url)
        try:
            figures = run(database)
        finally:
            database.close()
    for name, figure in figures.items():
        rounded = "  ".join(f"{key} {value:.2f}" for key, value in figure.items())
        print(f"{database.dialect}  {name}: {rounded}")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"database": database.dialect, **figures}, indent=2) + "\n")


if __name__ == "__main__":
    main()
