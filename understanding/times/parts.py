"""The parts of a day: their hours, and which half of the day an hour in them is."""

from __future__ import annotations

from datetime import time

HOURS: dict[str, tuple[time, time]] = {
    "early_morning": (time(6), time(9)),
    "morning": (time(6), time(12)),
    "late_morning": (time(10), time(12)),
    "noon": (time(11, 30), time(14)),
    "early_afternoon": (time(12), time(15)),
    "afternoon": (time(12), time(18)),
    "late_afternoon": (time(15), time(18)),
    "early_evening": (time(17), time(19)),
    "evening": (time(17), time(22)),
    "late_evening": (time(20), time(23)),
    "night": (time(18), time(23, 59)),
    "late_night": (time(21), time(23, 59)),
}


def plain(part: str) -> str:
    """The part without "early" or "late"."""
    return part.rpartition("_")[2]


def hour_in(part: str, hour: int) -> int:
    """The hour of the day that "7 in the evening" means; 24 and more are the next day's."""
    name = plain(part)
    if name == "morning":
        return hour % 12
    if name == "noon":
        return hour if hour >= 10 else hour + 12
    if name == "afternoon":
        return hour % 12 + 12
    if hour == 12:
        return 24
    if name == "night" and hour <= 4:
        return 24 + hour
    return hour + 12
