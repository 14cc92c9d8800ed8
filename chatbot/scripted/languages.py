"""Which language to answer in."""

from __future__ import annotations

import re
from dataclasses import replace

from chatbot.scripted.memory import LANGUAGES, Memory

_WORD = re.compile(r"[^\W\d_]{2,}")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_WORDS_TO_SWITCH = 4


def in_their_language(memory: Memory, text: str, read: str | None, locale: str | None) -> Memory:
    """The memory with the language to answer in: that of the message when there is enough of it
    or the message before was in it too, else the one spoken so far, else the browser's."""
    local = (locale or "")[:2].lower()
    spoken = memory.language or (local if local in LANGUAGES else None)
    read = as_written(read, text) if _words(text) > 1 or memory.language is None else None
    if read not in LANGUAGES or read == spoken:
        return replace(memory, language=spoken or "en", leaning=None)
    if spoken is None or _enough(text) or memory.leaning == read:
        return replace(memory, language=read, leaning=None)
    return replace(memory, language=spoken, leaning=read)


def as_written(language: str | None, text: str) -> str | None:
    """Urdu in the letters it is written in here; other languages as they are."""
    return "ur-latin" if language == "ur" and not _ARABIC.search(text) else language


def _enough(text: str) -> bool:
    return _words(text) >= _WORDS_TO_SWITCH


def _words(text: str) -> int:
    """How many words there are, addresses not counted."""
    return len(_WORD.findall(" ".join(word for word in text.split() if "@" not in word)))
