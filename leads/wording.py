"""Comparing what was said with what was written: case, accents, width and spacing do not count."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


def folded_words(text: str) -> list[str]:
    """The words of a text, letters and digits only, without case and accents."""
    return Folded.of(text).text.split()


@dataclass(frozen=True)
class Folded:
    """A folded text that remembers where each of its characters came from."""

    original: str
    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, original: str) -> Folded:
        """Linear in the length of the text."""
        characters: list[str] = []
        places: list[int] = []
        for place, character in enumerate(original):
            for folded in _folded(character):
                if folded == " " and (not characters or characters[-1] == " "):
                    continue
                characters.append(folded)
                places.append(place)
        if characters and characters[-1] == " ":
            characters.pop()
            places.pop()
        return cls(original, "".join(characters), tuple(places))

    def find(self, words: str) -> tuple[int, int] | None:
        """The span in the original where these folded words stand as whole words."""
        start = f" {self.text} ".find(f" {words} ") if words else -1
        if start < 0:
            return None
        end = start + len(words)
        first, last = self.places[start], self.places[end - 1]
        if first in self.places[max(0, start - 2) : start] or last in self.places[end : end + 2]:
            return None  # half of a sign that stands for several words, such as ½
        return first, _end_of_character(self.original, last)


def _folded(character: str) -> str:
    """Letters and digits in their plain form, nothing for accents, a space for all else."""
    if character in "'’ʼ`´":
        return ""  # O'Brien, O’Brien and OBrien are one name
    if character.isascii():
        return character.lower() if character.isalnum() else " "
    result = []
    for part in unicodedata.normalize("NFKD", character.casefold()):
        kind = unicodedata.category(part)
        if kind[0] == "M" or kind == "Cf":
            continue
        result.append(part if kind[0] in "LN" else " ")
    return "".join(result).casefold()


def _end_of_character(text: str, place: int) -> int:
    """After the character at `place` and the marks that stand on it."""
    end = place + 1
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
