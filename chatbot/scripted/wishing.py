"""Wishing: which times a visitor wants, with what was said before taken into account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from chatbot.scripted.choosing import clock_only, days_of
from chatbot.scripted.cues import folded
from chatbot.scripted.turn import Turn
from understanding.findings import Time
from understanding.wishes import DayWindow, TimeWish, wished_times

_DAYS_AHEAD = 7
_DAYS_REMEMBERED = 7
_DAYLESS_WORDS = re.compile(
    r"\b(?:not|no|before|after|until|till|from|between|and|or|earlier|later|than|only|any|anytime|"
    r"in|the|o|clock|morning|mornings|afternoon|afternoons|evening|noon|midday|lunchtime|first|thing|"
    r"nicht|vor|nach|ab|bis|zwischen|und|am|vormittag|vormittags|nachmittag|nachmittags|abend|abends|"
    r"mittags|morgens|pas|avant|apres|des|jusqu|entre|et|le|l|dans|matin|apres-midi|soir|midi|"
    r"antes|despues|desde|hasta|de|y|por|la|manana|tarde|noche|mediodia|subah|dopahar|shaam|sham|"
    r"ke|ki|baad|se|pehle)\b|['-]"
)
_A_DAY = re.compile(r"\b(?:days?|tag\w*|jours?|dias?|din)\b|دن")


def wish_of(turn: Turn) -> TimeWish:
    """The times that are wished now; empty when nothing was said about them."""
    said = wished_times(turn.heard.reading)
    if said and not _dayless(turn.heard.reading.times):
        return said
    if said and turn.memory.days:
        return _on_days(said, [date.fromisoformat(day) for day in turn.memory.days], turn)
    return said or _relative(turn)


def remember_days(turn: Turn, wish: TimeWish) -> None:
    """Keeps the days of a wish, so that "not before 10" a turn later still means them."""
    days = tuple(day.isoformat() for day in days_of(wish))
    if days and not _dayless(turn.heard.reading.times):
        turn.note(days=days if len(days) <= _DAYS_REMEMBERED else ())


def _dayless(times: Sequence[Time]) -> bool:
    return bool(times) and all(_has_no_day(said) for said in times)


def _has_no_day(said: Time) -> bool:
    return clock_only(replace(said, text=_DAYLESS_WORDS.sub(" ", folded(said.text))))


def _on_days(said: TimeWish, days: Sequence[date], turn: Turn) -> TimeWish:
    """The clock of what was said, on the days that were meant before."""
    pattern = said.ranges[0]
    return TimeWish(tuple(_moved(pattern, day, turn) for day in days))


def _moved(window: DayWindow, day: date, turn: Turn) -> DayWindow:
    if window.exact is None:
        return replace(window, on=day)
    clock = window.exact.astimezone(turn.zone).time()
    return DayWindow(day, exact=datetime.combine(day, clock, tzinfo=turn.zone))


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
