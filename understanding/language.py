"""A guess of the language of a short text, from its script and its commonest words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the a an is are am was be i you we he she it my your our to of and in on at for with "
    "can could would will do does have has not what when how who where this that please thanks "
    "hi hello yes no me us want need like call book meeting tomorrow next",
    "de": "der die das ein eine ist sind bin war ich sie wir er es mein ihr unser zu von und im "
    "auf am für mit kann könnte würde werde haben hat nicht was wann wie wer wo dies bitte danke "
    "hallo ja nein mir uns möchte brauche gerne termin morgen nächste uhr den dem einen",
    "fr": "le la les un une est sont suis était je vous nous il elle mon votre notre de du des et "
    "dans sur pour avec peux peut pourrait ai avez pas quoi quand comment qui où ce cette merci "
    "bonjour oui non moi voudrais besoin rendez demain prochain heures s'il plaît à au aux",
    "es": "el la los las un una es son soy era yo usted nosotros él ella mi su nuestro de y en por "
    "para con puedo puede podría tengo tiene no qué cuándo cómo quién dónde este esta gracias "
    "hola sí me quiero necesito gustaría cita mañana próximo hora del al que",
    "ur": "hai hain mein main aap ap hum ka ki ke ko se aur kya kab kaise kaun kahan yeh"
    " ye woh nahi "
    "nahin shukriya ji haan chahiye chahte kal aaj baje karna karni mera meri mujhe hoga bhai par",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_URDU_SCRIPT = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_READ_AT_MOST = 2000  # characters: enough to know, and a long text costs no more


def guess_language(text: str, locale: str | None = None) -> str | None:
    """`en`, `de`, `fr`, `es`, `ur` (either script), or None; the locale decides a tie."""
    text = text[:_READ_AT_MOST]
    if _URDU_SCRIPT.search(text):
        return "ur"
    words = [word.lower() for word in _WORD.findall(text)]
    scores = {name: sum(_weight(word) for word in words if word in _WORDS[name]) for name in _WORDS}
    best = max(scores.values())
    if best == 0:
        return None
    winners = [language for language, score in scores.items() if score == best]
    if "ur" in winners:
        return "ur"  # it mixes in English, English does not mix in Urdu
    local = (locale or "")[:2].lower()
    return local if local in winners else winners[0]


def _weight(word: str) -> int:
    """A word that only one language has says more."""
    return 2 if sum(word in known for known in _WORDS.values()) == 1 else 1
