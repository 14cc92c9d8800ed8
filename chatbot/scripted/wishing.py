"""Wishing: which times a visitor wants, with what was said before taken into account."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from chatbot.scripted.choosing import days_of, is_bare_weekday
from chatbot.scripted.turn import Turn
from understanding.wishes import DayWindow, TimeWish, wished_times

_DAYS_AHEAD = 7
_DAYS_REMEMBERED = 7
_LATER = ("later", "spater", "plus tard", "mas tarde")
_SHIFT = re.compile(
    r"\b(?:(?P<half>half an hour|eine halbe stunde|une demi-heure|media hora)"
    r"|(?P<two>two|zwei|deux|dos)? ?(?P<number>\d{1,3})? ?(?:an |a |one |eine |une |una )?"
    r"(?:(?P<hours>hours?|stunden?|heures?|horas?)|min(?:ute[sn]?|utos?)?)) "
    r"(?P<direction>later|earlier|spater|fruher|plus tard|plus tot|mas tarde|antes)\b"
)
_HOUR = re.compile(
    r"(?:(?:ok|okay|yes|then|ja|oui|si|at|um|a|a las)[,.]? )*(\d{1,2})(?: uhr| h)?[.!]?"
)
_A_DAY = re.compile(r"\b(?:days?|tag\w*|jours?|dias?|din)\b|دن")


def wish_of(turn: Turn) -> TimeWish:
    """The times that are wished now; empty when nothing was said about them."""
    shift = _SHIFT.search(turn.heard.plain)
    if shift and (base := _under_discussion(turn)):
        return _shifted(base, shift, turn)
    said = wished_times(turn.heard.reading) or _bare_hour(turn)
    if not said:
        return _relative(turn)
    days = _days_spoken_of(turn)
    if _names_a_day(turn):
        return _that_weekday(said, days, turn)
    return _on_days(said, days, turn) if days else said


def _days_spoken_of(turn: Turn) -> list[date]:
    """The day of the slot that is being kept, the days that were asked for, those shown, or the
    meeting's."""
    for slot in turn.desk.offered():
        if slot.id == turn.memory.chosen:
            return [slot.start.astimezone(turn.zone).date()]
    days = [date.fromisoformat(day) for day in turn.memory.days] or _days_shown(turn)
    meeting = None if days else turn.desk.meeting()
    return [meeting.start.astimezone(turn.zone).date()] if meeting else days


def _under_discussion(turn: Turn) -> datetime | None:
    """The time that "an hour later" is later than."""
    meeting = turn.desk.meeting()
    if meeting is not None:
        return meeting.start
    chosen = [slot for slot in turn.desk.offered() if slot.id == turn.memory.chosen]
    return chosen[0].start if chosen else None


def _shifted(base: datetime, shift: re.Match[str], turn: Turn) -> TimeWish:
    amount = int(shift["number"] or (2 if shift["two"] else 1))
    minutes = 30 if shift["half"] else amount * (60 if shift["hours"] else 1)
    later = shift["direction"] in _LATER
    wanted = (base + timedelta(minutes=minutes if later else -minutes)).astimezone(turn.zone)
    return TimeWish((DayWindow(wanted.date(), exact=wanted),))


def _bare_hour(turn: Turn) -> TimeWish:
    """ "11" and nothing else, when times are on the table."""
    number = _HOUR.fullmatch(turn.heard.plain)
    if number is None or turn.heard.asked not in ("slot", "when", "proposed"):
        return TimeWish()
    hour = int(number.group(1))
    if hour > 23 or hour <= len(turn.memory.shown):
        return TimeWish()
    clock = time(hour + 12 if hour < 7 else hour)
    today = turn.now.astimezone(turn.zone).date()
    return TimeWish((DayWindow(today, exact=datetime.combine(today, clock, tzinfo=turn.zone)),))


def _that_weekday(said: TimeWish, days: list[date], turn: Turn) -> TimeWish:
    """ "Tuesday", when next week is spoken of: next week's."""
    times = turn.heard.reading.times
    if not all(is_bare_weekday(one) for one in times) or set(days_of(said)) & set(days):
        return said
    weekdays = {day.weekday() for day in days_of(said)}
    meant = [day for day in days if day.weekday() in weekdays]
    return _on_days(said, meant, turn) if meant else said


def is_past(turn: Turn) -> bool:
    """Whether only times were named that are over."""
    times, today = turn.heard.reading.times, turn.now.astimezone(turn.zone).date()
    return bool(times) and all(
        said.start_at <= turn.now
        if said.start_at is not None
        else (said.end_on or said.start_on or today) < today
        for said in times
    )


def remember_days(turn: Turn, wish: TimeWish) -> None:
    """Keeps the days of a wish, so that "not before 10" a turn later still means them."""
    days = tuple(day.isoformat() for day in days_of(wish))
    if days and _names_a_day(turn):
        turn.note(days=days if len(days) <= _DAYS_REMEMBERED else ())


def _names_a_day(turn: Turn) -> bool:
    return any(said.dated for said in turn.heard.reading.times)


def _on_days(said: TimeWish, days: list[date], turn: Turn) -> TimeWish:
    """The hours that were said, on the days that were spoken of before."""
    hours = dict.fromkeys(
        (window.not_before, window.not_after, _clock_of(window, turn)) for window in said.ranges
    )
    return TimeWish(
        tuple(
            DayWindow(day, first, last, _at(day, clock, turn))
            for day in days
            for first, last, clock in hours
        )
    )


def _at(day: date, clock: time | None, turn: Turn) -> datetime | None:
    return datetime.combine(day, clock, tzinfo=turn.zone) if clock else None


def _clock_of(window: DayWindow, turn: Turn) -> time | None:
    return window.exact.astimezone(turn.zone).time() if window.exact else None


def _days_shown(turn: Turn) -> list[date]:
    starts = (datetime.fromisoformat(start) for _, start in turn.memory.shown)
    return list(dict.fromkeys(start.astimezone(turn.zone).date() for start in starts))


def _relative(turn: Turn) -> TimeWish:
    """ "Something later", "earlier", "another day": as seen from the card."""
    starts = sorted(
        datetime.fromisoformat(start).astimezone(turn.zone) for _, start in turn.memory.shown
    )
    if not starts:
        return TimeWish()
    heard = turn.heard
    if heard.cue("earlier"):
        return _before(starts[0], turn.now.astimezone(turn.zone).date())
    if heard.cue("more_times") or heard.cue("later"):
        if _A_DAY.search(heard.plain) and not heard.cue("later"):
            return TimeWish(_whole_days(starts[-1].date() + timedelta(days=1)))
        return _after(starts[-1])
    return TimeWish()


def _after(last: datetime) -> TimeWish:
    first = DayWindow(last.date(), not_before=_clock(last + timedelta(minutes=1)))
    return TimeWish((first, *_whole_days(last.date() + timedelta(days=1))))


def _before(first: datetime, today: date) -> TimeWish:
    days = (first.date() - today).days
    whole = (DayWindow(today + timedelta(days=ahead)) for ahead in range(max(0, days)))
    return TimeWish((*whole, DayWindow(first.date(), not_after=_clock(first))))


def _whole_days(first: date) -> tuple[DayWindow, ...]:
    return tuple(DayWindow(first + timedelta(days=ahead)) for ahead in range(_DAYS_AHEAD))


def _clock(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)
