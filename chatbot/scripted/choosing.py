"""Choosing: which of the times on the card a visitor means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from chatbot.desk import OfferedSlot
from chatbot.scripted.cues import EARLIEST, LAST, MIDDLE, ORDINALS, folded
from chatbot.scripted.hearing import Heard
from understanding.findings import Time
from understanding.times.parts import HOURS
from understanding.wishes import DayWindow, TimeWish

_WORDS_OF_A_CHOICE = 14  # in a longer text "first" and "last" are about something else
_FILLER = re.compile(
    r"\b(?:ok|okay|yes|then|i'll|i|will|would|like|take|choose|want|the|that|one|please|thanks|ja|"
    r"ich|nehme|den|die|das|der|bitte|gern|gerne|termin|zeit|oui|je|prends|le|la|si|"
    r"tomo|el|por favor|wala|wali|ko)\b|والا|والی"
)
_EXACT_DAY = re.compile(
    r"\b(?:next|this|last|coming|week|in|nachst\w*|kommend\w*|dies\w*|woche|prochain\w*|semaine|"
    r"proximo|semana|agle|aglay)\b|\d{1,2}(?:st|nd|rd|th|\.(?!\d)|[./-]\d)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|dez|okt|mai|dic|ene|abr|ago)[a-z]*\b"
)
_CHOICE = re.compile(
    r"\b(?:one|works?|suits?|take|fine|good|great|perfect|please|book|choose|pick|passt|nehme|"
    r"gern|gerne|gut|convient|va|prends|parfait|viene|tomo|perfecto|bien|theek|wala|wali)\b"
    r"|ٹھیک|والا|والی"
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b"
    r"|\bmittwoch\b|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\b(?:lunes|martes|"
    r"miercoles|jueves|viernes|sabado|domingo)\b"
)
_DAY_AND_ONE = re.compile(r"day one$")  # "the Wednesday one" is no one o'clock
_BARE_NUMBER = re.compile(r"(?:the |number |option |nr\.? ?|#)?([1-9])[.)!]?")


def chosen(heard: Heard, slots: Sequence[OfferedSlot], zone: ZoneInfo) -> list[OfferedSlot]:
    """The slots that are meant: one, several that would do, or none."""
    if not slots:
        return []
    named = [slot for slot in slots if slot.id in heard.text or _labelled(slot, heard)]
    if named:
        return named[:1]
    if says_only_a_place(heard):
        return _by_place(heard, slots)
    by_time = _by_time(heard, slots, zone)
    if len(by_time) == 1:
        return by_time
    return _by_place(heard, by_time or slots) or by_time


def says_only_a_place(heard: Heard) -> bool:
    """Whether the message is "the third" and the like, which on a calendar would be a date."""
    rest = _FILLER.sub(" ", heard.plain)
    for place in (*ORDINALS, LAST, EARLIEST, MIDDLE):
        rest = place.sub(" ", rest)
    return rest != heard.plain and not rest.strip(" .,!")


def is_plain_choice(heard: Heard) -> bool:
    """Whether naming a day picks the one slot of it: "Tuesday", "the Tuesday one works", and not
    "how about tomorrow afternoon?", which asks what else there is."""
    if heard.questions or heard.cue("more_times") or heard.cue("wants_times"):
        return False
    named_by_clock = any(said.start_at is not None for said in heard.reading.times)
    return named_by_clock or bool(_CHOICE.search(heard.plain)) or _is_a_weekday(heard)


def _is_a_weekday(heard: Heard) -> bool:
    return len(heard.words) <= 2 and bool(_WEEKDAY.search(heard.plain))


def _labelled(slot: OfferedSlot, heard: Heard) -> bool:
    label = folded(slot.label)
    return len(label) > 5 and label in heard.plain


def _by_place(heard: Heard, slots: Sequence[OfferedSlot]) -> list[OfferedSlot]:
    """By "the second one", "the later", "2": as the visitor sees them on the card."""
    if len(heard.words) > _WORDS_OF_A_CHOICE:
        return []
    bare = _BARE_NUMBER.fullmatch(heard.plain)
    if bare:
        place = int(bare.group(1)) - 1
        return [slots[place]] if place < len(slots) else []
    if heard.cue("more_times") or heard.cue("move") or heard.cue("cancel"):
        return []
    for place, ordinal in enumerate(ORDINALS):
        if place < len(slots) and ordinal.search(heard.plain):
            return [slots[place]]
    if MIDDLE.search(heard.plain) and len(slots) % 2:
        return [slots[len(slots) // 2]]
    return _by_comparison(heard, slots)


def _by_comparison(heard: Heard, slots: Sequence[OfferedSlot]) -> list[OfferedSlot]:
    definite = re.search(
        r"\b(?:the|der|die|das|le|la|el)\b|wal[aei]|والا|والی|last|aakhri|آخری", heard.plain
    )
    in_order = sorted(slots, key=lambda slot: slot.start)
    if definite and LAST.search(heard.plain) and "something" not in heard.plain:
        return [in_order[-1]]
    if definite and EARLIEST.search(heard.plain):
        return [in_order[0]]
    if heard.cue("any_slot"):
        return [in_order[0]]
    return []


def _by_time(heard: Heard, slots: Sequence[OfferedSlot], zone: ZoneInfo) -> list[OfferedSlot]:
    """By every time that was named: "Tuesday at 3", "3pm", "the Tuesday one", "in the morning"."""
    meant = [said for said in heard.reading.times if said.relation == "at"]
    for said in meant:
        fitting = [slot for slot in slots if _is_meant(slot.start.astimezone(zone), said)]
        if fitting:
            return fitting
    return []


def is_bare_weekday(said: Time) -> bool:
    """Whether a weekday was named and neither a week nor a date: on a card of next week's times
    "Tuesday" is that week's."""
    plain = folded(said.text)
    return bool(_WEEKDAY.search(plain)) and not _EXACT_DAY.search(plain)


def _is_meant(start: datetime, said: Time) -> bool:
    first_day = said.start_at.date() if said.start_at else said.start_on
    if first_day is not None and is_bare_weekday(said) and start.weekday() == first_day.weekday():
        said = _on_the_day_of(start, said)
    if said.start_at is not None and not _DAY_AND_ONE.search(folded(said.text)):
        readings = [said.start_at, *alternatives_of(said)]
        if not said.dated:
            return any(start.time() == reading.time() for reading in readings)
        return any(start == reading for reading in readings)
    first_day = said.start_at.date() if said.start_at else said.start_on
    if first_day is None or not said.dated:
        return said.part is not None and in_part(start.time(), said.part)
    within = first_day <= start.date() <= (said.end_on or first_day)
    return within and (said.part is None or in_part(start.time(), said.part))


def _on_the_day_of(start: datetime, said: Time) -> Time:
    """The same words, read as of that day."""
    at = said.start_at and datetime.combine(start.date(), said.start_at.time(), start.tzinfo)
    others = (datetime.combine(start.date(), o.time(), start.tzinfo) for o in alternatives_of(said))
    return replace(
        said,
        start_at=at,
        start_on=start.date() if said.start_on else None,
        end_on=start.date() if said.end_on else None,
        alternatives=tuple(other.isoformat() for other in others),
    )


def alternatives_of(said: Time) -> list[datetime]:
    found = []
    for written in said.alternatives:
        try:
            other = datetime.fromisoformat(written)
        except ValueError:
            continue
        if other.tzinfo is not None:
            found.append(other)
    return found


def in_part(clock: time, part: str) -> bool:
    first, last = HOURS.get(part, (time.min, time.max))
    return first <= clock < last


def fits(start: datetime, wish: TimeWish, zone: ZoneInfo) -> bool:
    """Whether a slot is what was asked for, not merely near it."""
    local = start.astimezone(zone)
    return any(_in_window(local, window) for window in wish.ranges)


def _in_window(local: datetime, window: DayWindow) -> bool:
    if window.exact is not None:
        return local == window.exact
    if local.date() != window.on:
        return False
    early = window.not_before is not None and local.time() < window.not_before
    late = window.not_after is not None and local.time() >= window.not_after
    return not early and not late


def days_of(wish: TimeWish) -> tuple[date, ...]:
    return tuple(dict.fromkeys(window.on for window in wish.ranges))
