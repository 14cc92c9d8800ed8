"""Saying when: a slot or a meeting in the visitor's language and zone."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from chatbot.scripted.turn import Turn

_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ur-latin": "Peer Mangal Budh Jumerat Juma Hafta Itwar",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "ur-latin": "January February March April May June July August September October November "
    "December",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
_FORMS = {
    "en": "{weekday}, {day} {month} at {clock}",
    "de": "{weekday}, {day}. {month} um {clock} Uhr",
    "fr": "{weekday} {day} {month} à {clock}",
    "es": "{weekday} {day} de {month} a las {clock}",
    "ur-latin": "{weekday}, {day} {month}, {clock} baje",
    "ur": "{weekday}، {day} {month}، {clock} بجے",
}
_AMERICAN = "{weekday}, {month} {day} at {hour}:{minute} {half}"


class Timed(Protocol):
    """A slot or a meeting."""

    @property
    def start(self) -> datetime: ...


def when(turn: Turn, timed: Timed) -> str:
    """The instant on the visitor's own wall clock, e.g. `Tuesday, 24 November at 15:00`."""
    local = timed.start.astimezone(turn.zone)
    return in_words(local, turn.memory.language or "en", turn.locale)


def in_words(local: datetime, language: str, locale: str | None = None) -> str:
    """A wall time as it is written in a language."""
    american = language == "en" and (locale or "").replace("_", "-").lower() == "en-us"
    form = _AMERICAN if american else _FORMS[language]
    return form.format(
        weekday=_DAYS[language].split()[local.weekday()],
        day=local.day,
        month=_MONTHS[language].split()[local.month - 1],
        clock=f"{local:%H:%M}",
        hour=local.hour % 12 or 12,
        minute=f"{local:%M}",
        half="am" if local.hour < 12 else "pm",
    )
