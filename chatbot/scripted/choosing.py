"""Choosing: which of the times on the card a visitor means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from chatbot.desk import OfferedSlot
from chatbot.scripted.cues import EARLIEST, LAST, MIDDLE, ORDINALS, folded
from chatbot.scripted.hearing import Heard
from understanding.findings import Time
from understanding.wishes import DAYPARTS, DayWindow, TimeWish

_WORDS_OF_A_CHOICE = 14  # in a longer text "first" and "last" are about something else
_CLOCK_WORDS = re.compile(
    r"\b(?:at|around|about|the|one|slot|um|uhr|gegen|a|vers|las|alle|heures?|h|am|pm|o'clock|oclock|"
    r"noon|midday|half|past|quarter|to|baje|ko|p\.m|a\.m|please)\b|[\d:.,\s]"
)
_BARE_NUMBER = re.compile(r"(?:the |number |option |nr\.? ?|#)?([1-9])[.)!]?")


def chosen(heard: Heard, slots: Sequence[OfferedSlot], zone: ZoneInfo) -> list[OfferedSlot]:
    """The slots that are meant: one, several that would do, or none."""
    if not slots:
        return []
    named = [slot for slot in slots if slot.id in heard.text or _labelled(slot, heard)]
    if named:
        return named[:1]
    by_time = _by_time(heard, slots, zone)
    if len(by_time) == 1:
        return by_time
    by_place = _by_place(heard, by_time or slots)
    return by_place or by_time


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


def _is_meant(start: datetime, said: Time) -> bool:
    if said.start_at is not None:
        readings = [said.start_at, *_alternatives(said)]
        if clock_only(said):
            return any(start.time() == reading.time() for reading in readings)
        return any(start == reading for reading in readings)
    if said.start_on is None:
        return said.part is not None and in_part(start.time(), said.part)
    within = said.start_on <= start.date() <= (said.end_on or said.start_on)
    return within and (said.part is None or in_part(start.time(), said.part))


def _alternatives(said: Time) -> list[datetime]:
    found = []
    for written in said.alternatives:
        try:
            other = datetime.fromisoformat(written)
        except ValueError:
            continue
        if other.tzinfo is not None:
            found.append(other)
    return found


def clock_only(said: Time) -> bool:
    """Whether a clock time was named without a day."""
    return not _CLOCK_WORDS.sub("", folded(said.text))


def in_part(clock: time, part: str) -> bool:
    first, last = DAYPARTS.get(part, (time.min, time.max))
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
