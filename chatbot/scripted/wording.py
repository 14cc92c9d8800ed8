"""Wording: phrases per language, and a reply put together of them.

A phrase has several wordings; which one is said depends on how often it was said before, so a
conversation does not repeat itself and the same conversation always reads the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.scripted.memory import Memory
from chatbot.scripted.phrases import de, en, es, fr, ur, ur_latin
from chatbot.scripted.sentences import sentences

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": en.PHRASES,
    "de": de.PHRASES,
    "fr": fr.PHRASES,
    "es": es.PHRASES,
    "ur": ur.PHRASES,
    "ur-latin": ur_latin.PHRASES,
}
SENTENCES_AT_MOST = 3


def phrase(memory: Memory, key: str, **values: str) -> tuple[str, Memory]:
    """The next wording of `key` in the conversation's language, and the memory of having said it.
    A language that lacks the phrase falls back to English."""
    language = memory.language or "en"
    wordings = PHRASES[language].get(key) or PHRASES["en"][key]
    wording = wordings[memory.said.get(key, 0) % len(wordings)]
    return wording.format(**values), memory.counted("said", key)


@dataclass(frozen=True)
class Part:
    """A piece of a reply; when there are too many sentences the least weighty go first."""

    text: str
    weight: int


def composed(parts: list[Part], question: str | None, at_most: int) -> str:
    """One text of at most `at_most` sentences that ends in `question`, the only one in it."""
    pieces = [Part(said, part.weight) for part in parts for said in sentences(part.text)]
    room = max(0, at_most - (1 if question else 0))
    while len(pieces) > room:
        lightest = min(piece.weight for piece in pieces)
        last = max(place for place, piece in enumerate(pieces) if piece.weight == lightest)
        del pieces[last]
    return " ".join([piece.text for piece in pieces] + ([question] if question else []))
