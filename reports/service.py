"""Reports: written once a day and on demand, listed, handed out, and gone with the person.

A file appears under its name only when it is whole and on the disk. A report is written in a
folder of its own beside the finished ones; whatever a crash leaves there is cleared away by the
next one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from core.clock import Clock
from core.database import Database
from core.errors import Conflict, InvalidInput, NotFound, Unavailable
from core.values import new_id
from leads.model import Person
from reports import store
from reports.elsewhere import NO_ROOM
from reports.model import DAILY, ON_DEMAND, BusinessDay, Kind, Once, People, Report, Wanted, Written

log = structlog.get_logger(__name__)

WriteReport = Callable[[Wanted, Path], Written]
SCHEDULER = "schedule"
# Writing is given up before; and a claim of the scheduled run lasts longer. A report that was
# begun longer ago than this has nobody who writes it.
WRITING_SECONDS = 480.0
DEAD_AFTER = timedelta(seconds=540)
LONGEST_GAP = timedelta(days=31)
EARLIEST = date(2000, 1, 1)
_UNDER_WAY = ".writing-"
_ATTEMPTS = 3
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class ReportService:
    """`write` makes the file, here or in another process. `is_anything_before` tells whether any
    lead was made before an instant: days before the first are not caught up.

    Not to be called within a transaction: writing takes seconds, and others would wait.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        write: WriteReport,
        folder: Path,
        zone: ZoneInfo,
        *,
        is_anything_before: Callable[[datetime], bool] = lambda instant: True,
    ) -> None:
        self._database = database
        self._clock = clock
        self._write = write
        self._folder = folder
        self._zone = zone
        self._is_anything_before = is_anything_before

    def generate(self, day: date | None = None, *, by: str, once: Once | None = None) -> Report:
        """Writes the report of a business day (today), as things are now. With the same `once`
        again, the report that was made the first time.

        Raises InvalidInput for a day to come, Conflict for a key that asked for something else,
        Unavailable when it cannot be written.
        """
        day = self._checked(day)
        if once is None:
            return self._made(day, ON_DEMAND, by)
        key = hashlib.sha256(once.key.encode()).hexdigest()
        give_up_at = self._clock.monotonic() + WRITING_SECONDS
        while True:
            earlier = self._of_key(key, once.asks)
            if earlier is not None:
                return earlier
            made = self._attempt(day, ON_DEMAND, by, (key, once.asks))
            if made is not None:
                return made
            if self._clock.monotonic() > give_up_at:
                raise Conflict("The first call with this key has not ended; try again later.")
            time.sleep(0.2)

    def generate_daily(self, slot: str) -> Report | None:
        """Writes the report of the business day `slot` (an ISO date) unless there is one: run it
        as often as you like. None when there was nothing yet to report on.

        Raises Unavailable when it cannot be written, or somebody else is writing it.
        """
        day = date.fromisoformat(slot)
        for _ in range(_ATTEMPTS):
            self.clear()
            with self._database.read() as connection:
                found = store.find_daily(connection, day)
            if found is not None and found.is_finished:
                return found.report
            if found is not None:
                raise Unavailable("The report is being written by another process.")
            if self._is_of_no_use(day):
                return None
            made = self._attempt(day, DAILY, SCHEDULER)
            if made is not None:
                return made
        raise _erased_meanwhile()

    def list(self, *, after: tuple[datetime, str] | None = None, limit: int = 50) -> list[Report]:
        """Newest first; `after` is the `made_at` and `id` of the last one of the page before."""
        with self._database.read() as connection:
            return [*store.page(connection, after, limit)]

    def path_of(self, filename: str) -> Path:
        """The file of a report there is: only a name that stands in the list leads anywhere.
        Raises NotFound."""
        with self._database.read() as connection:
            report = store.find_named(connection, filename)
        path = self._folder / report.filename if report else None
        if path is None or not path.is_file():
            raise NotFound("There is no such report. Generate it again for its day.")
        return path

    def erase_person(self, person: Person) -> Mapping[str, int]:
        """Removes the reports the person is in. They can be generated again, for any day, and
        then hold everybody else. Part of the transaction that erases; the files go after it."""
        names = [*person.lead_ids, *(each for each in person.addresses if "@" in each)]
        with self._database.write() as connection:
            theirs = [
                report_id
                for report_id, people in store.people_of_all(connection)
                # Who is in one that is being written is not known yet: it is written anew.
                if people is None or People.has_any(people, names)
            ]
            store.remove(connection, theirs, self._clock.now())
            self._database.after_commit(self.clear)
        return {"reports": len(theirs)}

    def clear(self) -> None:
        """Deletes the files of removed reports, and what crashes left."""
        with self._database.read() as connection:
            gone = store.to_clear(connection, self._clock.now() - DEAD_AFTER)
        for report_id, filename in gone:
            try:
                self._discard(report_id, filename)
            except OSError as error:  # its row keeps its name for the next try
                log.error("report_not_deleted", report=report_id, error=str(error))
        # In this order: a folder that is there has its row, committed before.
        folders = list(self._folder.glob(f"{_UNDER_WAY}*"))
        with self._database.read() as connection:
            alive = store.being_written(connection)
        for left in folders:
            if left.name.removeprefix(_UNDER_WAY) not in alive:
                shutil.rmtree(left, ignore_errors=True)

    # Inside

    def _checked(self, day: date | None) -> date:
        today = self._clock.now().astimezone(self._zone).date()
        if day is None:
            return today
        if day > today:
            raise InvalidInput.of("date", f"is in the future; the latest is {today.isoformat()}")
        if day < EARLIEST:
            raise InvalidInput.of("date", f"is too long ago; the earliest is {EARLIEST}")
        return day

    def _of_key(self, key: str, asks: str) -> Report | None:
        """What the first call with the key has made; None when it has not, or not yet."""
        with self._database.read() as connection:
            entry = store.find_by_key(connection, key)
        if entry is None:
            return None
        if entry.request_asks != asks:
            raise Conflict("This Idempotency-Key was used with another body; use a new key.")
        return entry.report

    def _made(self, day: date, kind: Kind, by: str) -> Report:
        for _ in range(_ATTEMPTS):
            made = self._attempt(day, kind, by)
            if made is not None:
                return made
        raise _erased_meanwhile()

    def _attempt(
        self, day: date, kind: Kind, by: str, once: tuple[str, str] | None = None
    ) -> Report | None:
        """None when somebody else writes the same, or when the row was taken away meanwhile."""
        self.clear()
        begun = self._begin(day, kind, by, once)
        if begun is None:
            return None
        work = self._folder / f"{_UNDER_WAY}{begun.id}"
        report = None
        try:
            with _no_room_as_unavailable():
                work.mkdir(parents=True)
                wanted = Wanted(day, begun.made_at, self._since(day))
                report = self._finish(begun, self._write(wanted, work / begun.filename), work)
        finally:
            shutil.rmtree(work, ignore_errors=True)
            if report is None:
                self._discard(begun.id, begun.filename)
        return report

    def _is_of_no_use(self, day: date) -> bool:
        """Whether it would tell of a day that was over before anything had begun."""
        business_day = BusinessDay(day, self._zone)
        missed = business_day.is_over(self._clock.now())
        return missed and not self._is_anything_before(business_day.end)

    def _begin(
        self, day: date, kind: Kind, by: str, once: tuple[str, str] | None
    ) -> store.Begun | None:
        """Reserves the day (for a daily one), the key and a name; None when one is taken."""
        now = self._clock.now()
        key, asks = once or (None, None)
        for later in range(60):  # two in one second, or in the hour that comes twice in autumn
            stamp = (now + timedelta(seconds=later)).astimezone(self._zone)
            name = f"daily_leads_{day.isoformat()}_{stamp:%H%M%S}.xlsx"
            begun = store.Begun(new_id("report"), kind, day, name, now, by, key, asks)
            with self._database.write() as connection:
                if store.begin(connection, begun):
                    return begun
                taken = kind == DAILY and store.find_daily(connection, day) is not None
                if taken or (key and store.find_by_key(connection, key) is not None):
                    return None
        raise Unavailable("Too many reports at once; try again in a minute.")

    def _since(self, day: date) -> datetime | None:
        with self._database.read() as connection:
            last = store.last_daily_before(connection, day)
        if last is None:
            return None
        start = BusinessDay(day, self._zone).start
        return max(last.made_at, start - LONGEST_GAP)

    def _finish(self, begun: store.Begun, written: Written, work: Path) -> Report | None:
        """Puts the file in its place, then into the list. None when the row was taken away."""
        path = self._folder / begun.filename
        try:
            os.replace(work / begun.filename, path)
        except FileNotFoundError:  # we stood still for so long that we were taken for dead
            return None
        _sync_folder(self._folder)
        size = path.stat().st_size
        with self._database.write() as connection:
            return store.finish(connection, begun.id, written, size, self._clock.now())

    def _discard(self, report_id: str, filename: str) -> None:
        """First the file, then the row that remembers it."""
        (self._folder / filename).unlink(missing_ok=True)
        with self._database.write() as connection:
            store.forget(connection, report_id)


def _erased_meanwhile() -> Conflict:
    return Conflict("People were erased while the report was being written; try again.")


@contextmanager
def _no_room_as_unavailable() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise Unavailable(NO_ROOM) from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
