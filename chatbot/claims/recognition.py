"""Which languages a sentence may be in, so that one we cannot check is not let through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from chatbot.claims import folding, profiles

_ENOUGH_LETTERS = 22
_ENOUGH_WORDS = 4
_FITS_WELL = 0.47
# In the other scripts the profiles hold nearly all languages: which of them fits best is enough.
_FITS_WELL_IN = {"Cyrillic": 0.2, "Devanagari": 0.2, "Arabic": 0.3}
_FITS_SHORT = 0.72
_CLEARLY = 1.4  # times better than a language that no lexicon covers
_SHARE_LONG = 0.5  # of the letters in common words
_SHARE_SHORT = 0.3
_FITS_BADLY = 0.3
_AS_GOOD = 0.75  # of the best fit: it may be this one as well
_OFTEN = 1.25
WRITTEN_OFTEN = frozenset({"en", "de", "fr", "es", "ur", "ur_latn", "it", "pt", "nl", "pl", "tr"})
_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.)\S+")
_ASKED_FOR = ("en", "de", "fr", "es", "ur_latn")
_TOO_SHORT = 26  # characters that cannot tell a rare language from a common one
_SELDOM = 0.7
_LOOK_ALIKES = frozenset({"ia", "ast", "io"})  # of Spanish and Italian, and hardly ever written
_TELLS = 2  # letters of a word that tells its language
_ENOUGH_MIXED = 2  # words of another language
_NOTICEABLE = 0.25  # the share of letters from which on a script matters
# Scripts of one language that a lexicon covers; the others are told apart by their profiles.
_OWN_SCRIPTS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "bn": "\u0980-\u09ef\u09f2-\u09ff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "th": "\u0e00-\u0e7f",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ja": "\u3040-\u30ff\uff66-\uff9f",
    "zh": "\u3005\u3400-\u9fff\uf900-\ufaff",
}
_PROFILED = {
    "Latin": "a-z\u00aa\u00ba\u00df-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff",
    "Cyrillic": "\u0400-\u052f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Devanagari": "\u0900-\u097f",
}
_LETTER = re.compile(r"[^\W\d_]")
_YIDDISH = re.compile(r"(?<!\w)(?:איז|אייער|פאר|און|מיט|נישט|צו|אויף|איר|זיך|האב|וואס)(?!\w)")
_NEITHER_PERSIAN_NOR_URDU = re.compile(
    "[\u0750-\u077f\u0681\u0685\u0689\u0693\u0696\u069a\u06ab\u06bc\u06cd\u06d0]"
)


class Judged(Enum):
    """Whether what a sentence says can be checked."""

    KNOWN = "known"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Recognised:
    """The languages a sentence may be in, likeliest first, and whether that is good enough."""

    judged: Judged
    languages: tuple[str, ...]


_NOTHING_SAID = Recognised(Judged.KNOWN, ())


def recognise(sentence: str, spoken: Collection[str], expected: str | None = None) -> Recognised:
    """Judges a sentence; words that the visitor or our knowledge used (`spoken`) tell nothing.

    `expected` is the language of what was said before: a sentence in it is known the quicker.
    """
    text = _ADDRESS.sub(" ", folding.fold(sentence).accented)
    words = profiles.words_in(text)
    judged = _judge_text(text, words, expected)
    if judged.judged is Judged.KNOWN:
        return judged
    new = [word for word in words if word not in spoken]
    return judged if len(new) == len(words) else _judge_text(text, new, expected)


def with_mixed_in(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages, and those often written of which a word or two are mixed in."""
    rare = not languages or languages[0] not in WRITTEN_OFTEN
    if rare and len(text) < _TOO_SHORT:
        return (*languages, *(each for each in _ASKED_FOR if each not in languages))
    words = [word for word in profiles.words_in(text) if len(word) >= _TELLS]
    known = [profiles.languages_of(word) for word in words]
    mixed = Counter(
        language
        for each in known
        if each and languages and languages[0] not in each
        for language in each
        if language in WRITTEN_OFTEN and language not in languages
    )
    return (*languages, *(each for each, count in mixed.items() if count >= _ENOUGH_MIXED))


def _judge_text(text: str, words: Sequence[str], expected: str | None) -> Recognised:
    if text.isascii():
        return _judge_words(words, _FITS_WELL, expected)
    scripts = _scripts_of(text)
    letters = sum(scripts.values())
    judged = [
        _judge_script(script, text, words, expected)
        for script, count in scripts.items()
        if count >= 2 and count >= _NOTICEABLE * letters
    ]
    return _worst(judged)


def _judge_script(script: str, text: str, words: Sequence[str], expected: str | None) -> Recognised:
    if script in _OWN_SCRIPTS:
        yiddish = script == "he" and len(_YIDDISH.findall(text)) >= 2
        return Recognised(Judged.UNKNOWN if yiddish else Judged.KNOWN, (script,))
    uncovered = script == "Arabic" and len(_NEITHER_PERSIAN_NOR_URDU.findall(text)) >= 2
    if script not in _PROFILED or uncovered:
        return Recognised(Judged.UNKNOWN, ())
    mine = _patterns()[script]
    well = _FITS_WELL_IN.get(script, _FITS_WELL)
    return _judge_words([word for word in words if mine.match(word)], well, expected)


def _judge_words(words: Sequence[str], well: float, expected: str | None) -> Recognised:
    if not words:
        return _NOTHING_SAID
    if expected and profiles.fit_of(words, expected) >= _FITS_SHORT:
        return Recognised(Judged.KNOWN, (expected,))
    fitting = profiles.fits(words)
    covered = sorted((fit for fit in fitting if fit.covered), key=_likelihood, reverse=True)
    if not covered:
        return Recognised(Judged.UNKNOWN if _is_long(words) else Judged.UNSURE, ())
    best = max(fit.score for fit in covered)
    alike = [fit for fit in covered if fit.score >= _AS_GOOD * best]
    languages = tuple(fit.language for fit in alike[:5])
    foreign = max((_foreignness(fit) for fit in fitting if not fit.covered), default=0.0)
    return Recognised(_judged(words, best, foreign, well), languages)


def _foreignness(fit: profiles.Fit) -> float:
    return fit.score * (_SELDOM if fit.language in _LOOK_ALIKES else 1)


def _likelihood(fit: profiles.Fit) -> float:
    """What is written often is likelier than what merely looks a little more like it."""
    return fit.score * (_OFTEN if fit.language in WRITTEN_OFTEN else 1)


def _judged(words: Sequence[str], score: float, foreign: float, well: float) -> Judged:
    known = sum(len(word) for word in words if _is_common(word))
    share = known / sum(map(len, words))
    if _is_long(words):
        if score >= well and score >= foreign:
            return Judged.KNOWN
        if share >= _SHARE_LONG and score >= 0.9 * foreign:
            return Judged.KNOWN
        return Judged.UNSURE if score >= _FITS_BADLY and score >= foreign else Judged.UNKNOWN
    if share >= _SHARE_SHORT or (score >= _FITS_SHORT and score >= foreign):
        return Judged.KNOWN
    if score >= well and score >= _CLEARLY * foreign:
        return Judged.KNOWN
    return Judged.UNKNOWN if foreign > max(score, _FITS_SHORT) else Judged.UNSURE


def _is_long(words: Sequence[str]) -> bool:
    return len(words) >= _ENOUGH_WORDS and sum(map(len, words)) >= _ENOUGH_LETTERS


def _is_common(word: str) -> bool:
    return any(profiles.is_covered(language) for language in profiles.languages_of(word))


def _worst(judged: Sequence[Recognised]) -> Recognised:
    if not judged:
        return _NOTHING_SAID
    languages = tuple(language for each in judged for language in each.languages)
    kinds = {each.judged for each in judged}
    for worst in (Judged.UNKNOWN, Judged.UNSURE):
        if worst in kinds:
            return Recognised(worst, languages)
    return Recognised(Judged.KNOWN, languages)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(f"[{letters}]") for name, letters in {**_OWN_SCRIPTS, **_PROFILED}.items()
    }


def _scripts_of(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    counted: Counter[str] = Counter()
    for letter in _LETTER.findall(text):
        counted[_script_of(letter)] += 1
    return counted


@cache
def _script_of(letter: str) -> str:
    for name, pattern in _patterns().items():
        if pattern.match(letter):
            return name
    return "other"
