"""Days that have a name and a fixed rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from understanding.times.calendar import nth_weekday
from understanding.times.lexicon import Entries

HOLIDAYS: Entries = {
    "holiday": {
        "christmas_eve": "christmas eve|xmas eve|heiligabend|heilig abend|heiliger abend"
        "|nochebuena|veille de noel|reveillon de noel",
        "christmas": "christmas|xmas|x-mas|christmas day|xmas day|weihnachten|noel|navidad"
        "|erster weihnachtstag|1. weihnachtstag|1. weihnachtsfeiertag|erster weihnachtsfeiertag|erste weihnachtsfeiertag|ersten weihnachtsfeiertag|weihnachtstag|25 december holiday",
        "boxing_day": "boxing day|zweiter weihnachtstag|2. weihnachtstag|2. weihnachtsfeiertag|zweiter weihnachtsfeiertag|zweite weihnachtsfeiertag|zweiten weihnachtsfeiertag|st stephen's day",
        "new_years_eve": "new year's eve|new years eve|new year eve|nye|silvester|nochevieja"
        "|saint sylvestre|saint-sylvestre|fin de ano",
        "new_years_day": "new year's day|new years day|new year's|new year day|neujahr|new years"
        "|nouvel an|jour de l'an|ano nuevo|nye day",
        "valentine": "valentine's day|valentines day|valentine day|valentine's|valentinstag"
        "|saint valentin|saint-valentin|san valentin|st valentine's day",
        "halloween": "halloween|halloween day",
        "st_patrick": "st patrick's day|st. patrick's day|saint patrick's day|st patricks day"
        "|st paddy's day",
        "april_fools": "april fools|april fools'|april fools day|april fool's day|april fools' day",
        "epiphany": "epiphany|three kings day|dia de reyes|heilige drei konige|twelfth night",
        "labour_day": "may day|international workers' day|tag der arbeit|fete du travail"
        "|dia del trabajo|premier mai",
        "independence_day": "independence day|4th of july|fourth of july|the fourth of july"
        "|july fourth",
        "juneteenth": "juneteenth",
        "veterans": "veterans day|veteran's day|armistice day|remembrance day",
        "mlk": "mlk day|martin luther king day|martin luther king jr day"
        "|martin luther king jr. day|martin luther king's day",
        "presidents": "presidents day|president's day|presidents' day|washington's birthday",
        "memorial": "memorial day",
        "labor_day": "labor day|labour day|labor day monday",
        "columbus": "columbus day|indigenous peoples day|indigenous peoples' day",
        "thanksgiving": "thanksgiving|thanksgiving day|turkey day",
        "black_friday": "black friday",
        "cyber_monday": "cyber monday",
        "mothers": "mother's day|mothers day|mothers' day",
        "fathers": "father's day|fathers day|fathers' day",
        "easter": "easter|easter sunday|ostern|ostersonntag|paques|dimanche de paques"
        "|domingo de pascua|pascua",
        "good_friday": "good friday|karfreitag|vendredi saint|viernes santo",
        "easter_monday": "easter monday|ostermontag|lundi de paques|lunes de pascua",
        "ash_wednesday": "ash wednesday|aschermittwoch|mercredi des cendres|miercoles de ceniza",
        "palm_sunday": "palm sunday|palmsonntag",
        "ascension": "ascension day|ascension|christi himmelfahrt|himmelfahrt",
        "pentecost": "pentecost|whit sunday|pfingsten|pfingstsonntag|pentecote|pentecostes",
        "whit_monday": "whit monday|pfingstmontag|lundi de pentecote",
        "german_unity": "tag der deutschen einheit",
        "bastille": "bastille day|14 juillet|quatorze juillet",
        "guy_fawkes": "guy fawkes night|bonfire night|guy fawkes day",
        "australia_day": "australia day",
        "canada_day": "canada day",
        "pakistan_day": "pakistan day|youm-e-pakistan",
        "pakistan_independence": "youm-e-azadi|14 august holiday|jashn-e-azadi",
        "groundhog": "groundhog day",
        "earth_day": "earth day",
        "cinco": "cinco de mayo",
        "womens": "women's day|international women's day|womens day",
        "leap": "leap day",
    }
}
# Mentioned in wishes and small talk more often than as a date.
NEEDS_CUE = frozenset({"leap", "ascension"})

_FIXED = {
    "christmas_eve": (12, 24), "christmas": (12, 25), "boxing_day": (12, 26),
    "new_years_eve": (12, 31), "new_years_day": (1, 1), "valentine": (2, 14),
    "halloween": (10, 31), "st_patrick": (3, 17), "april_fools": (4, 1), "epiphany": (1, 6),
    "labour_day": (5, 1), "independence_day": (7, 4), "juneteenth": (6, 19), "veterans": (11, 11),
    "german_unity": (10, 3), "bastille": (7, 14), "guy_fawkes": (11, 5), "australia_day": (1, 26),
    "canada_day": (7, 1), "pakistan_day": (3, 23), "pakistan_independence": (8, 14),
    "groundhog": (2, 2), "earth_day": (4, 22), "cinco": (5, 5), "womens": (3, 8),
}  # fmt: skip
_NTH = {
    "mlk": (1, 0, 3), "presidents": (2, 0, 3), "memorial": (5, 0, -1), "labor_day": (9, 0, 1),
    "columbus": (10, 0, 2), "thanksgiving": (11, 3, 4), "mothers": (5, 6, 2),
    "fathers": (6, 6, 3),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "good_friday": -2, "easter_monday": 1, "ash_wednesday": -46, "palm_sunday": -7,
    "ascension": 39, "pentecost": 49, "whit_monday": 50,
}  # fmt: skip
_FROM_THANKSGIVING = {"black_friday": 1, "cyber_monday": 4}


def holiday(name: str, year: int) -> date | None:
    """The day of that holiday in that year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _NTH:
        return nth_weekday(year, *_NTH[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    thanksgiving = nth_weekday(year, *_NTH["thanksgiving"])
    if name in _FROM_THANKSGIVING and thanksgiving:
        return thanksgiving + timedelta(days=_FROM_THANKSGIVING[name])
    return None


def next_holiday(name: str, today: date) -> date | None:
    """The next such day, today included."""
    return _first(name, [today.year, today.year + 1], lambda day: day >= today)


def last_holiday(name: str, today: date) -> date | None:
    """The latest such day before today."""
    return _first(name, [today.year, today.year - 1], lambda day: day < today)


def _first(name: str, years: list[int], fits: Callable[[date], bool]) -> date | None:
    return next((day for year in years if (day := holiday(name, year)) and fits(day)), None)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
