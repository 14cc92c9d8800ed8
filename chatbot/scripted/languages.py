"""Which language to answer in."""

from __future__ import annotations

import re

from chatbot.scripted.memory import LANGUAGES

_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_TO_SWITCH = 3


def language_of(text: str, read: str | None, locale: str | None, spoken: str | None) -> str:
    """The language of the message when there is enough of it, else the one spoken so far, else
    the browser's."""
    local = (locale or "")[:2].lower()
    known_so_far = spoken or (local if local in LANGUAGES else None)
    if read in LANGUAGES and (_enough(text) or known_so_far is None):
        return read
    return known_so_far or "en"


def _enough(text: str) -> bool:
    without_addresses = " ".join(word for word in text.split() if "@" not in word)
    return len(_WORD.findall(without_addresses)) >= _WORDS_TO_SWITCH
