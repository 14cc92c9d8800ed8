"""Times of day: "3pm", "half past ten", "15.30 Uhr", "las tres y media"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from understanding.times.lexicon import Line
from understanding.times.numbers import amount_at, clock_length, number_at
from understanding.times.surroundings import (
    belongs_to_number,
    day_follows,
    is_12_hour,
    is_plain_military,
    opens,
    stands_free,
)
from understanding.times.values import Clock
from understanding.times.zones import written_offset_at, zone_at

Found = tuple[Clock, int]

_NOON, _MIDNIGHT = (12, 0), (0, 0)
_SPOKEN_MINUTES_TO = frozenset({5, 10, 20, 25})
_SPOKEN_QUARTERS = (15, 30, 45)
_YEARS = range(1900, 2100)


def clock_at(line: Line, i: int, *, cued: bool) -> Found | None:
    """The time of day at `i`; a bare number counts only if something before it `cued` a time."""
    if not (line.terms(i) or line.digits(i)):
        return None
    for rule in _RULES:
        found = rule(line, i, cued)
        if found:
            return _with_zone(line, *found)
    return None


def _with_zone(line: Line, clock: Clock, j: int) -> Found:
    j = line.skip(j, "exactly")
    offset = written_offset_at(line, j)
    if offset is not None:
        return replace(clock, zone=offset[0], sure=True), offset[1]
    zone = zone_at(line, j, clock.half is not None)
    if zone is None:
        return clock, j
    return replace(clock, zone=zone[0]), zone[1]


def _finished(line: Line, clock: Clock, j: int) -> Found:
    """Adds what may follow an hour: "o'clock", "sharp", am or pm."""
    for _ in range(3):
        mark = line.term(j, "oclock") or line.term(j, "exactly")
        half = half_at(line, j) if clock.half is None else None
        if half:
            clock, j = _halved(clock, half[0]), half[1]
        elif mark:
            j = mark[1]
        else:
            break
    return clock, j


def _halved(clock: Clock, half: str) -> Clock:
    return replace(clock, half=half, sure=True, impossible=clock.impossible or clock.hour > 23)


def half_at(line: Line, i: int) -> tuple[str, int] | None:
    """am or pm; a single letter only right after the digits, as in "3p"."""
    found = line.term(i, "half")
    if found:
        next_word = line.word(found[1])
        # "at 3 am I free?", "um 3 am Montag": not the half of a day.
        if line.glued(i) or not (
            line.lexicon.language != "en" and line.word(i) == "am" and found[1] == i + 1
        ):
            ends_with_dot = line.word(found[1] - 1) == "."
            dotted = next_word == "." and not ends_with_dot and line.word(i) in ("am", "pm")
            return found[0], found[1] + (
                1 if dotted and line.glued(found[1]) and line.glued(found[1] + 1) else 0
            )
    if line.word(i) in ("a", "p") and line.glued(i) and is_12_hour(line, i - 1):
        return line.word(i) + "m", i + 1
    return None


# -- the rules, in the order in which they are tried


def _named(line: Line, i: int, cued: bool) -> Found | None:
    found = line.term(i, "clock")
    if found is None:
        return None
    (hour, minute), j = found
    rule = "midnight" if (hour, minute) == _MIDNIGHT else "noon"
    clock = Clock(hour, minute, sure=True, rule=rule)
    return _plus_minus(line, clock, j) or (clock, j)


def _past_or_to(line: Line, i: int, cued: bool) -> Found | None:
    """ "quarter past 3", "ten to three", "5 vor halb vier"."""
    minutes = _minutes_before_word(line, i)
    if minutes is None:
        return None
    count, j, certain = minutes
    past, to = line.term(j, "past"), line.term(j, "to")
    step = past or to
    if step is None or not _joins(line, j, certain, bool(past), count, line.digits(i) != ""):
        return None
    hour = _hour_after(line, step[1])
    if hour is None:
        return None
    clock, j = hour
    return _finished(line, _shifted(clock, count if past else -count), j)


def _minutes_before_word(line: Line, i: int) -> tuple[int, int, bool] | None:
    amount = amount_at(line, i)
    length = clock_length(amount[0]) if amount else None
    if amount and length and line.term(amount[1], "off_by"):
        return int(length.total_seconds() // 60), amount[1], True
    fraction = line.term(i, "fraction")
    if fraction:
        return fraction[0], fraction[1], True
    number = number_at(line, i)
    if number is None or not 1 <= number[0] <= 59:
        return None
    unit = line.term(number[1], "unit")
    if unit and unit[0] == "minute":
        return number[0], unit[1], True
    return number[0], number[1], False


def _joins(line: Line, j: int, certain: bool, past: bool, count: int, in_digits: bool) -> bool:
    """Whether "10 to 3" is ten minutes to three here, and not from ten until three."""
    if certain:
        return True
    if count % 5 and in_digits:
        return False
    if past:
        return line.word(j) in ("past", "nach", "after") and count >= 5
    if line.word(j) not in ("to", "vor"):
        return False
    return count in _SPOKEN_MINUTES_TO and (not in_digits or count > 12 or line.word(j) == "vor")


def _hour_after(line: Line, i: int) -> Found | None:
    half_before = line.term(i, "half_before")
    if half_before:
        number = number_at(line, half_before[1])
        if number and 1 <= number[0] <= 12:
            return Clock((number[0] - 2) % 12 + 1, 30, grain="minute", rule="past"), number[1]
    named = line.term(i, "clock")
    if named:
        return Clock(named[0][0], named[0][1], sure=True, rule="past"), named[1]
    number = number_at(line, i)
    if number is None or not 1 <= number[0] <= 24 or line.word(number[1]) == ":":
        return None
    return Clock(number[0], sure=number[0] > 12, rule="past"), number[1]


def _shifted(clock: Clock, minutes: int) -> Clock:
    total = clock.hour * 60 + clock.minute + minutes
    hour = total // 60
    if hour == 0 and not clock.sure:
        hour = 12
    return replace(clock, hour=hour % 24, minute=total % 60, grain="minute")


def _half_word(line: Line, i: int, cued: bool) -> Found | None:
    """ "halb drei" (2:30), "half nine" (9:30), "saade teen" (3:30)."""
    for kind, shift in (
        ("half_before", -30),
        ("three_quarters_before", -15),
        ("half_after", 30),
        ("quarter_after", 15),
        ("quarter_before", -15),
    ):
        found = line.term(i, kind)
        number = number_at(line, found[1]) if found else None
        if number is None or not 1 <= number[0] <= 12:
            continue
        if kind == "half_after" and not (cued or _is_hour(line, number[1])):
            continue
        clock = _shifted(Clock(number[0], rule="half"), shift)
        return _finished(line, clock, number[1])
    return _half_number(line, i)


def _is_hour(line: Line, j: int) -> bool:
    """Whether what follows a number makes it an hour: "half three" before "pm" or "on Friday"."""
    return bool(line.term(j, "oclock") or line.term(j, "half") or day_follows(line, j))


def _half_number(line: Line, i: int) -> Found | None:
    """Urdu has words for one and a half and two and a half o'clock."""
    found = line.term(i, "hour_and_minute")
    if found is None or not line.term(found[1], "oclock"):
        return None
    return _finished(line, Clock(found[0][0], found[0][1], grain="minute", rule="half"), found[1])


def _digital(line: Line, i: int, cued: bool) -> Found | None:
    digits = line.digits(i)
    if not digits or len(digits) > 4:
        return None
    if len(digits) > 2:
        return _military(line, i, cued)
    return (
        _colon(line, i)
        or _dotted(line, i, cued)
        or _hour_mark(line, i, cued)
        or _spaced(line, i, cued)
    )


def _colon(line: Line, i: int) -> Found | None:
    """ "15:30", "3:30 pm", "10: 30"; 25:00 is recognized in order to be refused."""
    minute = line.digits(i + 2)
    if line.word(i + 1) != ":" or len(minute) != 2:
        return None
    if not (line.glued(i + 1) or line.glued(i + 2)):
        return None
    j = i + 3
    if line.word(j) == ":" and len(line.digits(j + 1)) == 2 and line.glued(j + 1):
        j += 2
    return _finished(line, _clock_of(line.digits(i), minute), j)


def _clock_of(hour: str, minute: str) -> Clock:
    number, minutes = int(hour), int(minute)
    return Clock(
        number % 24 if number == 24 and minutes == 0 else number,
        minutes,
        sure=number > 12 or number == 0 or (len(hour) == 2 and hour[0] == "0"),
        grain="minute",
        padded=len(hour) == 2 and hour[0] == "0",
        impossible=number > 24 or minutes > 59 or (number == 24 and minutes > 0),
    )


def _dotted(line: Line, i: int, cued: bool) -> Found | None:
    """ "3.30pm", "15.30 Uhr", "at 10.15"."""
    minute = line.digits(i + 2)
    if line.word(i + 1) not in (".", "h") or len(minute) != 2 or not line.glued(i + 2):
        return None
    if not line.glued(i + 1) or int(minute) > 59 or int(line.digits(i)) > 23:
        return None
    j = i + 3
    if line.word(j) in (".", ",", "%") and line.digits(j + 1) and line.glued(j + 1):
        return None
    marked = half_at(line, j) or line.term(j, "oclock") or line.term(j, "hour_mark")
    ranged = line.word(j) in ("-", "–") and line.word(j + 2) == "." and len(line.digits(j + 3)) == 2
    ranged = ranged and line.glued(j) and stands_free(line, j + 4)
    if not (marked or cued or ranged or line.word(i + 1) == "h" or _is_hour(line, j)):
        return None
    j = marked[1] if marked and line.term(j, "hour_mark") else j
    clock = _clock_of(line.digits(i), minute)
    return _finished(line, replace(clock, sure=clock.sure or line.word(i + 1) == "h"), j)


def _hour_mark(line: Line, i: int, cued: bool) -> Found | None:
    """ "15 Uhr", "15 Uhr 30", "14h", "3 heures et demie", "3 baje"."""
    mark = line.term(i + 1, "hour_mark")
    hour = int(line.digits(i))
    if mark is None:
        return _plus_minus(line, Clock(hour), i + 1) if cued else None
    return _marked(line, hour, mark, cued)


def _marked(line: Line, hour: int, mark: tuple[str, int], cued: bool) -> Found | None:
    j = mark[1]
    minute = line.digits(j)
    clock = Clock(hour, sure=hour > 12 or hour == 0, impossible=hour > 24, rule="mark")
    spoken = line.term(j, "number")
    if minute and len(minute) == 2 and int(minute) < 60 and not line.term(j + 1, "unit"):
        return _finished(line, replace(clock, minute=int(minute), grain="minute"), j + 1)
    if spoken and 5 <= spoken[0] < 60 and not line.term(spoken[1], "unit"):
        return _finished(line, replace(clock, minute=spoken[0], grain="minute"), spoken[1])
    turned = _plus_minus(line, clock, j)
    if turned:
        return turned
    # "2 heures" may be how long; "14 heures" and "3 Uhr" are not.
    if mark[0] == "length" and not (cued or hour > 6):
        return None
    return _finished(line, replace(clock, hour=hour % 24 if hour == 24 else hour), j)


def _plus_minus(line: Line, clock: Clock, j: int) -> Found | None:
    """ "… et demie", "… menos cuarto", "… y diez"."""
    for kind, sign in (("plus", 1), ("minus", -1)):
        found = line.term(j, kind)
        if found is None:
            continue
        part = line.term(found[1], "fraction") or number_at(line, found[1])
        if part and 1 <= part[0] <= 59 and not line.term(part[1], "unit"):
            return _finished(line, _shifted(replace(clock, rule="plus"), sign * part[0]), part[1])
    return None


def _spaced(line: Line, i: int, cued: bool) -> Found | None:
    """ "3pm", "5 o'clock", "5 30 pm", and a bare "5" where a time is expected."""
    hour = int(line.digits(i))
    if belongs_to_number(line, i):
        return None
    minute = line.digits(i + 1)
    round_minutes = cued and minute[1:] in ("0", "5") and not line.term(i + 2, "unit")
    if len(minute) == 2 and 1 <= hour <= 12 and (half_at(line, i + 2) or round_minutes):
        return _finished(line, _clock_of(line.digits(i), minute), i + 2)
    clock = Clock(
        hour,
        sure=hour > 12 or hour == 0 or line.digits(i)[0] == "0",
        impossible=hour > 24,
        rule="bare",
    )
    spoken = _spoken_minutes(line, i + 1) if not minute and 1 <= hour <= 12 else None
    if spoken and (half_at(line, spoken[1]) or cued):
        clock = replace(clock, minute=spoken[0], grain="minute")
        return _finished(line, clock, spoken[1])
    ish = line.term(i + 1, "exactly") and line.glued(i + 1)
    if half_at(line, i + 1) or line.term(i + 1, "oclock") or ish:
        return _finished(line, replace(clock, rule="clock"), i + 1)
    return _finished(line, clock, i + 1) if cued and hour <= 24 else None


def _military(line: Line, i: int, cued: bool) -> Found | None:
    """ "1500 hours", "330pm", "at 1430"."""
    digits = line.digits(i)
    hour, minute = digits[:-2], digits[-2:]
    if int(minute) > 59 or int(hour) > 23 or belongs_to_number(line, i):
        return None
    marked = half_at(line, i + 1) if int(hour) <= 12 else None
    hours = line.term(i + 1, "hours") or line.term(i + 1, "oclock") or line.term(i + 1, "hour_mark")
    if not marked and not hours:
        if not cued or (int(digits) in _YEARS and not line.ends_before(i, "at")):
            return None
        if not is_plain_military(line, i):
            return None
    clock = _clock_of(hour, minute)
    return _finished(line, clock, hours[1] if hours and not marked else i + 1)


def _worded(line: Line, i: int, cued: bool) -> Found | None:
    """ "three pm", "five thirty", "ten o'clock", "twelve oh five"."""
    number = line.term(i, "number")
    if number is None or not 0 <= number[0] <= 24:
        return None
    hour, j = number
    mark = line.term(j, "hour_mark")
    if mark:
        return _marked(line, hour, mark, cued)
    turned = _plus_minus(line, Clock(hour, rule="bare"), j) if cued else None
    if turned:
        return turned
    minutes = _spoken_minutes(line, j)
    clock = Clock(hour, sure=hour > 12 or hour == 0, rule="bare")
    if minutes:
        clock, j = replace(clock, minute=minutes[0], grain="minute"), minutes[1]
    strong = bool(half_at(line, j) or line.term(j, "oclock") or line.term(j - 2, "hundred"))
    if minutes and not line.digits(j - 1) and clock.minute in _SPOKEN_QUARTERS:
        strong = strong or (1 <= hour <= 12 and opens(line, i) and stands_free(line, j))
    return _finished(line, clock, j) if cued or strong else None


def _spoken_minutes(line: Line, j: int) -> tuple[int, int] | None:
    hundred = line.term(j, "hundred")
    if hundred:
        return 0, hundred[1]
    oh = line.term(j, "oh")
    if oh:
        number = line.term(oh[1], "number")
        return number if number and 1 <= number[0] <= 9 else None
    number = line.term(j, "number")
    if number and 10 <= number[0] <= 59 and not line.term(number[1], "unit"):
        return number
    digits = line.digits(j)
    usual = digits in ("15", "30", "45") or (len(digits) == 2 and half_at(line, j + 1))
    return (int(digits), j + 1) if usual and int(digits) < 60 else None


_RULES: tuple[Callable[[Line, int, bool], Found | None], ...] = (
    _named,
    _past_or_to,
    _half_word,
    _digital,
    _worded,
)
