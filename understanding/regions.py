"""The country of a locale or a time zone."""

from __future__ import annotations

_BY_ZONE = {
    "Europe/London": "GB", "Europe/Berlin": "DE", "Europe/Paris": "FR", "Europe/Madrid": "ES",
    "Asia/Karachi": "PK", "America/New_York": "US", "America/Chicago": "US",
    "America/Los_Angeles": "US", "America/Denver": "US",
}  # fmt: skip
_BY_LANGUAGE = {"de": "DE", "fr": "FR", "es": "ES", "ur": "PK", "en": "US"}


def region_of(locale: str | None, timezone: str) -> str | None:
    """An ISO 3166 code, from the locale's country, else the zone's, else the language's."""
    parts = (locale or "").replace("_", "-").split("-")
    if len(parts) > 1 and len(parts[-1]) == 2:
        return parts[-1].upper()
    return _BY_ZONE.get(timezone) or _BY_LANGUAGE.get(parts[0].lower())

_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "PR", "GU", "VI", "AS"})
_ELSEWHERE_IN_AMERICA = ("America/Argentina", "America/Sao_Paulo", "America/Mexico", "America/Bogota",
                         "America/Lima", "America/Santiago", "America/Caracas")


def day_comes_first(locale: str | None, timezone: str, language: str) -> bool:
    """Whether 5/3 is the fifth of March where the writer is at home."""
    parts = (locale or "").replace("_", "-").split("-")
    if len(parts) > 1 and len(parts[-1]) == 2:
        return parts[-1].upper() not in _MONTH_FIRST
    if language != "en":
        return True
    region = _BY_ZONE.get(timezone)
    if region is not None:
        return region not in _MONTH_FIRST
    return not timezone.startswith("America/") or timezone.startswith(_ELSEWHERE_IN_AMERICA)
