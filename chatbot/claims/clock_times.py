"""Clock times and days that a sentence names, and whether they are ones we offered or booked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from chatbot.claims import folding
from chatbot.claims.lexicon import alphabetic
from chatbot.claims.number_words import with_digits

_HALF_DAY = 12 * 60
_LONGEST_MEETING = 240
_H = r"(?P<hour>[01]?\d|2[0-4])"
_PM = r"(?P<half>\s?(?:a\.?m\b\.?|p\.?m\b\.?))"
_BEFORE_HOUR = (
    r"(?:\bat|\bum|\bkl\.?|\bklo|\bgodz\.?|\bsaat|\ba las?|\balle|\bas|\ba|\bom|\bo|\bв|\bla ora)"
)
_CLOCKS = (
    re.compile(rf"(?<![\d:.,/€$£]){_H}[:：](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d){_PM}?"),
    re.compile(rf"(?<![\d:.,/]){_H}(?:\.(?P<minute>[0-5]\d))?{_PM}"),
    re.compile(rf"(?<![\d:.,/]){_H}\.(?P<minute>[0-5]\d)\s?(?:uhr|h\b|uur)"),
    re.compile(rf"(?<![\d:.,/]){_H}\s?(?:uhr|uur|o'?\s?clock)(?:\s(?P<minute>[0-5]\d)\b)?"),
    re.compile(rf"(?<![\d:.,/]){_H}\s?(?:h|heures?)(?P<minute>[0-5]\d)\b"),
    re.compile(rf"(?<![\d:.,/]){_H}\s?h\b(?P<minute>)(?!\s?(?:de |par |/))"),
    re.compile(rf"(?<=\ba ){_H}\s?heures?\b(?P<minute>)"),
    re.compile(rf"(?<![\d:.,/]){_H}\s?(?:点|點|時|时|시|बजे|بجے|بجي|baje|টায়|টা)(?P<minute>)"),
)
_BARE = re.compile(
    rf"{_BEFORE_HOUR}\s{_H}(?:[.:h](?P<minute>[0-5]\d))?(?![\d%€$£:]|[.,/]\d|\s?(?:%|{'|'.join(('eur', 'min', 'usd', 'hour', 'day', 'week', 'month', 'year', 'time', 'people', 'percent', 'page', 'prozent', 'tag', 'stund', 'jahr'))}))"
)
_DIGIT = re.compile(r"\d")
_NAMED = (
    (re.compile(r"\b(?:noon|midday|(?<!apres[-\s])midi|mediodia|mezzogiorno|meio-dia)\b"), (720,)),
    (re.compile(r"\b(?:midnight|mitternacht|minuit|medianoche|mezzanotte|meia-noite)\b"), (0,)),
)
_RELATIVE = re.compile(
    r"\b(?:(?P<half_past>half past|half) (?P<a>\d{1,2})|halb (?P<b>\d{1,2})"
    r"|(?:a )?quarter (?P<quarter>past|after|to|before) (?P<c>\d{1,2})"
    r"|viertel (?P<viertel>nach|vor) (?P<d>\d{1,2}))\b"
)
_MONTHS = (
    "january jan januar jaenner janvier enero gennaio janeiro januari",
    "february feb februar fevrier febrero febbraio fevereiro februari",
    "march mar marz mars marzo marco maart",
    "april apr avril abril aprile",
    "may mai mayo maggio maio mei",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug aout agosto augustus",
    "september sep sept septembre septiembre settembre setembro",
    "october oct okt oktober octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dez dezember decembre diciembre dicembre dezembro",
)
_MONTH_OF = {word: at for at, words in enumerate(_MONTHS, 1) for word in words.split()}
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_DATES = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|o)?\s(?:of |de |di )?(?P<month>{_MONTH})\b"
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?:\d{2,4})?(?!\d)"),
    re.compile(r"\b\d{4}-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/\d{2,4})?(?![\d/])")
_ASSERTS = re.compile(
    r"\b(?:free|available|availab\w*|vacan\w*|slots?|opening|booked|confirmed|scheduled|reserved"
    r"|see you|meeting is|appointment is|call is|works for us|frei(?:e[mnrs]?)?|verfugbar\w*|gebucht"
    r"|bestatigt|reserviert|libres?|disponibles?|reserve\w*|confirm\w*|reservad\w*|livres?"
    r"|disponive\w*|liber\w*|disponibil\w*|prenotat\w*|vrij|beschikbaar|geboekt|bevestigd)\b"
)


@dataclass(frozen=True)
class Said:
    """A clock time as said: the minutes of the day it may mean. `sure`: it can be nothing else."""

    minutes: frozenset[int]
    start: int
    end: int
    sure: bool


@dataclass(frozen=True)
class Named:
    """What a sentence says of when."""

    times: tuple[Said, ...]
    weekdays: frozenset[int]
    dates: frozenset[tuple[int, int]]
    asserts: bool


def is_month(word: str) -> bool:
    """Whether the folded word names a month in one of the languages whose dates are read."""
    return word in _MONTH_OF


@lru_cache(maxsize=256)
def named_in(sentence: str) -> Named:
    """Times, weekdays and dates of a sentence."""
    text = with_digits(folding.fold(sentence).plain)
    words = re.findall(r"[^\W\d_]+", text)
    return Named(
        times=tuple(_times(text)),
        weekdays=frozenset(day for word in words if (day := weekday_of(word)) is not None),
        dates=frozenset(_dates(text)),
        asserts=_ASSERTS.search(text) is not None,
    )


@lru_cache(maxsize=64)
def minutes_in(text: str) -> frozenset[int]:
    """Every minute of the day that a text names."""
    folded = with_digits(folding.fold(text).plain)
    return frozenset(minute for said in _times(folded) for minute in said.minutes)


def is_wrong(
    named: Named,
    instants: Sequence[datetime],
    zones: Collection[str],
    said_elsewhere: frozenset[int],
    claims: bool,
) -> bool:
    """Whether the sentence names a time that is neither offered nor booked.

    A time that only the visitor or our knowledge named may be repeated, not said to be free or
    booked: `said_elsewhere`. `claims`: the sentence speaks of something as done.
    """
    local = [instant.astimezone(ZoneInfo(zone)) for instant in instants for zone in zones]
    fitting = [each for each in local if _same_day(each, named)]
    asserts = named.asserts or claims
    if claims and (named.weekdays or named.dates) and instants and not fitting:
        return True
    starts = {each.hour * 60 + each.minute for each in fitting}
    return any(
        _is_wrong(said, named, starts, frozenset() if asserts else said_elsewhere)
        for said in _without_ends(named.times, starts)
    )


def _is_wrong(said: Said, named: Named, starts: set[int], elsewhere: frozenset[int]) -> bool:
    if said.minutes & starts or said.minutes & elsewhere:
        return False
    return said.sure or named.asserts or bool(named.weekdays)


def _same_day(instant: datetime, named: Named) -> bool:
    if named.dates and (instant.day, instant.month) not in named.dates:
        return False
    return bool(named.dates) or not named.weekdays or instant.weekday() in named.weekdays


def _without_ends(times: Sequence[Said], starts: set[int]) -> Iterator[Said]:
    """The times without those that are the end of a meeting whose start was just named."""
    before: Said | None = None
    for said in times:
        ends = (
            before is not None
            and said.start - before.end <= 8
            and any(
                0 < end - start <= _LONGEST_MEETING
                for start in before.minutes & starts
                for end in said.minutes
            )
        )
        if not ends:
            yield said
        before = said


def _times(text: str) -> list[Said]:
    found: list[Said] = []
    if _DIGIT.search(text):
        found += _times_in_digits(text)
    for pattern, minutes in _NAMED:
        for match in pattern.finditer(text):
            found.append(Said(frozenset(minutes), *match.span(), sure=True))
    found.sort(key=lambda said: (said.start, -said.end))
    return _apart(found)


def _times_in_digits(text: str) -> Iterator[Said]:
    for pattern in _CLOCKS:
        yield from (_said(match, sure=True) for match in pattern.finditer(text))
    for match in _RELATIVE.finditer(text):
        yield Said(_relative(match), *match.span(), sure=True)
    yield from (_said(match, sure=False) for match in _BARE.finditer(text))


def _apart(found: Sequence[Said]) -> list[Said]:
    """Without those that overlap one before; a sure one takes the place of an unsure."""
    kept: list[Said] = []
    for said in found:
        if not kept or said.start >= kept[-1].end:
            kept.append(said)
        elif said.sure and not kept[-1].sure:
            kept[-1] = said
    return kept


def _said(match: re.Match[str], sure: bool) -> Said:
    groups = match.groupdict()
    minutes = int(groups["hour"]) % 24 * 60 + int(groups.get("minute") or 0)
    half = (groups.get("half") or "").strip()
    return Said(_meant(minutes, half[:1]), *match.span(), sure=sure)


def _meant(minutes: int, half: str) -> frozenset[int]:
    if half == "a":
        return frozenset({minutes % _HALF_DAY})
    if half == "p":
        return frozenset({minutes % _HALF_DAY + _HALF_DAY})
    if minutes < 60 or minutes >= _HALF_DAY + 60:
        return frozenset({minutes})
    return frozenset({minutes, (minutes + _HALF_DAY) % (2 * _HALF_DAY)})


def _relative(match: re.Match[str]) -> frozenset[int]:
    hour = int(match["a"] or match["b"] or match["c"] or match["d"]) % 12 * 60
    if match["a"]:
        # "half three" is half past three in English and half past two in Dutch and Danish
        shifts = [30] if match["half_past"] == "half past" else [30, -30]
    elif match["b"]:
        shifts = [-30]
    else:
        shifts = [
            15 if (match["quarter"] or match["viertel"]) in ("past", "after", "nach") else -15
        ]
    return frozenset(
        (hour + shift + half) % (2 * _HALF_DAY) for shift in shifts for half in (0, _HALF_DAY)
    )


def _dates(text: str) -> Iterator[tuple[int, int]]:
    if not _DIGIT.search(text):
        return
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = match["month"]
            yield int(match["day"]), int(month) if month.isdigit() else _MONTH_OF[month]
    for match in _SLASHED.finditer(text):
        yield int(match[1]), int(match[2])
        yield int(match[2]), int(match[1])


@lru_cache(maxsize=1024)
def weekday_of(word: str) -> int | None:
    """0 for a folded word that names Monday, and so on."""
    exact, prefixes = _weekdays()
    if word in exact:
        return exact[word]
    return next((day for start, day in prefixes.items() if word.startswith(start)), None)


@lru_cache(maxsize=1024)
def is_day(word: str) -> bool:
    """Whether the folded word names a weekday or a day such as tomorrow."""
    return weekday_of(word) is not None or word in _relative_days()


@cache
def _relative_days() -> frozenset[str]:
    return frozenset(word for lexicon in alphabetic() for word in lexicon.day_words())


@cache
def _weekdays() -> tuple[dict[str, int], dict[str, int]]:
    """The weekdays by their words, and by how their words begin."""
    exact: dict[str, int] = {}
    prefixes: dict[str, int] = {}
    for lexicon in alphabetic():
        for day, words in enumerate(lexicon.weekdays()):
            for word in words:
                known = prefixes if word.endswith("*") else exact
                known.setdefault(word.rstrip("*"), day)
    return exact, prefixes


def zones_of(sentence: str, zones: Sequence[str]) -> list[str]:
    """The zones a time may be said in; UTC too when the sentence names it."""
    said_utc = re.search(r"\b(?:utc|gmt)\b", sentence.lower()) is not None
    return [*zones, "UTC"] if said_utc else list(zones)
