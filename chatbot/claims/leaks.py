"""Whether a reply gives away our instruction: its words, however they are dressed."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from functools import lru_cache

from chatbot.claims import folding

_RUN = 48  # letters in a row that no chance and no common phrase explains: some ten words
_WINDOW = 32  # a run holds such a window at every place divisible by _STRIDE
_STRIDE = _RUN - _WINDOW
_SENTENCE = 20  # a whole sentence of the instruction counts from this many letters on
_HEADING = (8, 40)  # letters of a line that closes with a word and so names what follows
_ENOUGH_HEADINGS = 2
_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[\s:]?){12,}")
_ABC = "abcdefghijklmnopqrstuvwxyz"
_ROT13 = str.maketrans(_ABC, _ABC[13:] + _ABC[:13])
_DIGIT = re.compile(r"\d")
_DIGITS_AS_LETTERS = str.maketrans("0134578", "oleastb")
_NOT_WORD = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?;:\n]+")
_MARKED = re.compile(r"\b\w*(?:\d[a-z]\w*|[a-z]\w*\d|[a-z]{2,}_[a-z]{2,})\w*\b")


class LeakDetector:
    """Knows the pieces of one instruction."""

    def __init__(self, instruction: str) -> None:
        letters = letters_of(instruction)
        self._letters = letters
        self._windows = frozenset(
            letters[at : at + _WINDOW] for at in range(len(letters) - _WINDOW + 1)
        )
        parts = {letters_of(part) for part in _SENTENCE_END.split(instruction)}
        self._sentences = tuple(part for part in parts if len(part) >= _SENTENCE)
        self._headings = tuple(
            heading
            for line in instruction.splitlines()
            if line.strip()
            and line.strip()[-1].isalnum()
            and _HEADING[0] <= len(heading := letters_of(line)) <= _HEADING[1]
        )
        marked = {word for word in _MARKED.findall(instruction.lower()) if len(word) >= 8}
        self._marked = frozenset(marked)

    def leaks(self, sentence: str, before: str, said_anyway: str) -> bool:
        """Whether a sentence, with the letters said `before` it, holds a piece of the instruction
        that the visitor or our knowledge does not say anyway."""
        lowered = sentence.lower()
        marked = [word for word in self._marked if word in lowered]
        pieces = {
            piece for letters in _dressed(sentence, before) for piece in self._pieces(letters)
        }
        if self._lists_headings(before + letters_of(sentence)):
            return True
        if not marked and not pieces:
            return False
        anyway = said_anyway.lower()
        known = letters_of(said_anyway)
        return any(word not in anyway for word in marked) or any(
            piece not in known for piece in pieces
        )

    def _lists_headings(self, letters: str) -> bool:
        return sum(heading in letters for heading in self._headings) >= _ENOUGH_HEADINGS

    def _pieces(self, letters: str) -> Iterator[str]:
        for at in range(0, len(letters) - _WINDOW + 1, _STRIDE):
            if letters[at : at + _WINDOW] in self._windows:
                yield from self._runs_around(letters, at)
        yield from (sentence for sentence in self._sentences if sentence in letters)

    def _runs_around(self, letters: str, at: int) -> Iterator[str]:
        for start in range(max(0, at - _STRIDE), at + 1):
            run = letters[start : start + _RUN]
            if len(run) == _RUN and run in self._letters:
                yield run


@lru_cache(maxsize=16)
def detector(instruction: str) -> LeakDetector:
    """The detector of an instruction, which stays the same over many replies."""
    return LeakDetector(instruction)


def letters_of(text: str) -> str:
    """A text without all that is not a letter or digit, folded."""
    return _NOT_WORD.sub("", folding.fold(text).plain)


def _dressed(text: str, before: str) -> Iterator[str]:
    """The letters of the text, turned round, rotated, and decoded where it looks encoded."""
    letters = before + letters_of(text)
    yield letters
    yield letters[::-1]
    yield letters.translate(_ROT13)
    if _DIGIT.search(text):
        yield before + letters_of(text.translate(_DIGITS_AS_LETTERS))
    for match in _ENCODED.finditer(text):
        yield from map(letters_of, _decoded(match[0]))
    for match in _HEX.finditer(text):
        yield letters_of(bytes.fromhex(re.sub(r"[\s:]", "", match[0])).decode("utf-8", "ignore"))


def _decoded(word: str) -> Iterator[str]:
    body = word.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        raw = base64.b64decode(body + "=" * (-len(body) % 4))
    except (binascii.Error, ValueError):
        return
    yield raw.decode("utf-8", "ignore")
