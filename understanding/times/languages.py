"""The lexicons, one for each language we read, built when first needed."""

from __future__ import annotations

from functools import cache

from understanding.times.holidays import HOLIDAYS
from understanding.times.idle import IDLE
from understanding.times.lexicon import Lexicon, lexicon
from understanding.times.words_de import GERMAN
from understanding.times.words_en import ENGLISH
from understanding.times.words_es import SPANISH
from understanding.times.words_fr import FRENCH
from understanding.times.words_ur import URDU
from understanding.times.zones import ZONES

LANGUAGES = ("en", "de", "fr", "es", "ur")


@cache
def lexicon_of(language: str) -> Lexicon:
    """The words of one of LANGUAGES. Urdu chat mixes in English, so its lexicon has both."""
    if language == "de":
        return lexicon("de", GERMAN, HOLIDAYS, ZONES, clock24=True, everyday="mai mar.")
    if language == "fr":
        return lexicon("fr", FRENCH, HOLIDAYS, ZONES, clock24=True, everyday="mars mai")
    if language == "es":
        return lexicon("es", SPANISH, HOLIDAYS, ZONES, clock24=False, everyday="mayo")
    if language == "ur":
        return lexicon("ur", URDU, ENGLISH, HOLIDAYS, ZONES, everyday=_ENGLISH_EVERYDAY)
    return lexicon("en", ENGLISH, HOLIDAYS, ZONES, IDLE, everyday=_ENGLISH_EVERYDAY)


_ENGLISH_EVERYDAY = "may march mar april june august sun sat"
