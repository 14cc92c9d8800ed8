"""Zone names people put after a clock time."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from understanding.times.lexicon import Entries, Line
from understanding.tokens import word_set

ZONES: Entries = {
    "zone": {
        "UTC": "utc|gmt|z|zulu|zulu time|utc time|gmt time|greenwich mean time",
        "America/New_York": "est|edt|et|eastern|eastern time|eastern standard time|us eastern"
        "|e.s.t."
        "|eastern daylight time|new york time|ny time|nyc time|boston time|toronto time|east coast"
        "|east coast time|miami time",
        "America/Chicago": "cst|cdt|ct|central time|central standard time|chicago time|us central"
        "|central daylight time|texas time|dallas time|central",
        "America/Denver": "mst|mdt|mt|mountain time|mountain standard time|denver time|mountain",
        "America/Los_Angeles": "pst|pdt|pt|pacific|pacific time|pacific standard time|la time"
        "|sf time"
        "|pacific daylight time|us pacific|west coast time|west coast|california time|seattle time"
        "|san francisco time|los angeles time",
        "America/Anchorage": "akst|akdt|alaska time",
        "Pacific/Honolulu": "hst|hawaii time",
        "America/Sao_Paulo": "brt|sao paulo time|brasilia time",
        "America/Mexico_City": "mexico city time|mexico time",
        "Europe/London": "bst|uk time|london time|british time|british summer time|hora de londres"
        "|heure de londres|londoner zeit",
        "Europe/Lisbon": "wet|lisbon time",
        "Europe/Berlin": "cet|cest|mez|mesz|central european time|german time|berlin time"
        "|deutscher zeit|deutsche zeit|berliner zeit|munich time|cet time|mitteleuropaische zeit",
        "Europe/Paris": "paris time|french time|heure de paris|heure francaise|hora de paris",
        "Europe/Madrid": "madrid time|spanish time|hora de madrid|hora peninsular|hora espanola",
        "Europe/Zurich": "zurich time|swiss time",
        "Europe/Amsterdam": "amsterdam time|dutch time",
        "Europe/Rome": "rome time|italian time",
        "Europe/Athens": "eet|eest|athens time|eastern european time",
        "Europe/Moscow": "msk|moscow time",
        "Europe/Istanbul": "trt|istanbul time|turkish time",
        "Asia/Karachi": "pkt|pakistan time|karachi time|lahore time|islamabad time"
        "|pakistan standard time|pakistani time",
        "Asia/Kolkata": "ist|india time|indian time|indian standard time|mumbai time|delhi time"
        "|bangalore time",
        "Asia/Dubai": "gst|dubai time|uae time|gulf time|gulf standard time",
        "Asia/Riyadh": "ast|ksa time|riyadh time|saudi time",
        "Asia/Singapore": "sgt|singapore time",
        "Asia/Hong_Kong": "hkt|hong kong time",
        "Asia/Shanghai": "china time|beijing time|shanghai time",
        "Asia/Tokyo": "jst|tokyo time|japan time",
        "Asia/Seoul": "kst|seoul time|korea time",
        "Australia/Sydney": "aest|aedt|sydney time|melbourne time",
        "Australia/Perth": "awst|perth time",
        "Pacific/Auckland": "nzst|nzdt|nzt|auckland time|new zealand time",
        "Africa/Johannesburg": "sast|johannesburg time|south african time",
        "Africa/Nairobi": "eat|nairobi time",
        "Africa/Lagos": "wat|lagos time",
        "Africa/Cairo": "cairo time|egypt time",
    },
    "own_zone": "my time|our time|local time|my local time|your time|your local time|ortszeit"
    "|heure locale|hora local|time here|my timezone|my time zone|your timezone|your time zone",
}
# Words of everyday language unless written in capitals.
_ONLY_CAPITALS = word_set(
    """
    et ct mt pt z est ist met eat wat wet ast brt trt gst central eastern pacific mountain
    """
)
_LOWER_AFTER_HALF = word_set(
    """
    et ct mt pt est ist gst central eastern pacific mountain
    """
)
_OFFSET = re.compile(r"([+-−–])(\d{1,2})(?::?(\d{2}))?")
_MOST_HOURS = 14


def zone_at(line: Line, i: int, after_half: bool) -> tuple[str | None, int] | None:
    """The zone named at `i` as an IANA name or an offset; (None, …) for the reader's own."""
    if line.word(i) == "(":
        inner = zone_at(line, i + 1, after_half)
        return (inner[0], inner[1] + 1) if inner and line.word(inner[1]) == ")" else None
    own = line.term(i, "own_zone")
    if own:
        return None, own[1]
    found = line.term(i, "zone")
    if found is None or not _is_meant(line, i, found[1], after_half):
        return None
    if found[0] == "UTC":
        offset = _offset_at(line, found[1])
        if offset:
            return offset
    return found


def written_offset_at(line: Line, i: int) -> tuple[str, int] | None:
    """The offset of an ISO 8601 time: "+01:00" right behind it."""
    sign, hours, minutes = line.word(i), line.digits(i + 1), line.digits(i + 3)
    if sign in ("+", "-") and len(hours) == 4 and line.glued(i + 1) and line.word(i - 4) == ":":
        whole = int(hours[:2]) <= _MOST_HOURS and int(hours[2:]) < 60
        return (f"{sign}{hours[:2]}:{hours[2:]}", i + 2) if whole else None
    if sign not in ("+", "-") or not (line.glued(i) and line.glued(i + 1) and line.glued(i + 2)):
        return None
    if len(hours) != 2 or line.word(i + 2) != ":" or len(minutes) != 2:
        return None
    # "9:30-11:00" is a range; only behind "T09:30" or seconds is the minus an offset's.
    if sign == "-" and not (line.word(i - 4) in ("t", ":") or line.word(i - 6) == "t"):
        return None
    return (f"{sign}{hours}:{minutes}", i + 4) if int(hours) <= _MOST_HOURS else None


def zone_of(name: str) -> tzinfo:
    """The zone of a name that `zone_at` gave."""
    offset = _OFFSET.fullmatch(name)
    if offset is None:
        return ZoneInfo(name)
    length = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(length if offset[1] == "+" else -length)


def _is_meant(line: Line, i: int, j: int, after_half: bool) -> bool:
    word = line.word(i)
    if j > i + 1 or word not in _ONLY_CAPITALS or line.raw(i).isupper():
        return True
    return after_half and line.lexicon.language == "en" and word in _LOWER_AFTER_HALF


def _offset_at(line: Line, i: int) -> tuple[str, int] | None:
    sign, hours = line.word(i), line.digits(i + 1)
    if sign not in ("+", "-", "−", "–") or not 1 <= len(hours) <= 4:
        return None
    j = i + 2
    minutes = "00"
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    elif line.word(j) == ":" and len(line.digits(j + 1)) == 2:
        minutes, j = line.digits(j + 1), j + 2
    if int(hours) > _MOST_HOURS or int(minutes) > 59:
        return None
    return f"{'+' if sign == '+' else '-'}{int(hours):02d}:{minutes}", j
