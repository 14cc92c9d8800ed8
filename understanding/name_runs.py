"""Runs of words that can be a name: where one ends, and how it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from understanding.english_words import is_english_word
from understanding.findings import Span
from understanding.name_words import (
    CONTRACTIONS,
    EVERYDAY_NAMES,
    FIRST_NAMES,
    NAMES_LIKE_WORDS,
    NO_NAMES,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from understanding.spans import Covered

# Signs that belong to the letter before them.
_MARKS = "\u200c" + "".join(
    chr(code) for code in range(0x300, 0xE50) if unicodedata.category(chr(code))[0] == "M"
)
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = re.compile(rf"{_LETTER}(?:(?:['’ʼ`´.-](?={_LETTER}))?{_LETTER}){{0,30}}\.?")
_GAP = re.compile(r" {1,2}|\u00a0")
_AGAIN = re.compile(r",\s?|\s?\(|\s[–—-]\s")
_COMMA = re.compile(r",\s?")
_ENDS = re.compile(r"\s*(?:[.,;!?)\n]|$|from\b|and\b|with\b)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_MOST_WORDS = 6
_MOST_TITLES = 3


@dataclass(frozen=True)
class Run:
    """Name words in a row."""

    words: tuple[str, ...]
    span: Span
    titled: bool

    @property
    def known(self) -> bool:
        """Whether its first word is a first name we know and no everyday word."""
        return is_first_name(self.words[0]) and (not self.everyday or self.words[0][0].isupper())

    @property
    def everyday(self) -> bool:
        """Whether its first word is a word of every day too."""
        return _first_part(self.words[0]) in EVERYDAY_NAMES

    @property
    def is_word(self) -> bool:
        """Whether its first word is an English one and no first name."""
        return not is_first_name(self.words[0]) and is_english_word(self.words[0])

    @property
    def capitalized(self) -> bool:
        return all(word[0].isupper() or word.lower() in PARTICLES for word in self.words)

    @property
    def proper(self) -> int:
        """How many of its words are no particles."""
        return sum(word.lower() not in PARTICLES for word in self.words)


def is_first_name(word: str) -> bool:
    return _first_part(word) in FIRST_NAMES


def _first_part(word: str) -> str:
    return word.lower().split("-")[0]


def run_at(
    text: str, place: int, covered: Covered, *, lower: bool, everyday: bool = False
) -> Run | None:
    """The name words from `place` on; in lower case only if `lower`, and then one that is an
    everyday word only if `everyday`."""
    run = _plain_run(text, place, covered, lower=lower, everyday=everyday)
    if run is None:
        return None
    fuller = _said_fuller(text, run, covered, lower)
    return fuller or _turned(text, run, covered, lower)


def _plain_run(
    text: str, place: int, covered: Covered, *, lower: bool, everyday: bool = False
) -> Run | None:
    words: list[tuple[str, int, int]] = []
    titles = 0
    for raw, start, end in _words_from(text, place):
        word = raw.lower()
        if not words and word in TITLES and titles < _MOST_TITLES:
            titles += 1
            continue
        if covered.touches((start, end)):
            break
        if not _can_be_name(raw, word, bool(words), lower or titles > 0, everyday):
            break
        words.append((raw, start, end))
        if len(words) == _MOST_WORDS or _ends_sentence(raw):
            break
    words = _without_joined(words)
    while len(words) > 1 and words[-1][0].lower() in PARTICLES:
        words.pop()  # a particle that nothing follows
    if not words:
        return None
    last = words[-1]
    dotted = last[0].endswith(".") and not _keeps_dot(last[0])
    values = tuple(raw if _keeps_dot(raw) else raw.rstrip(".") for raw, _, _ in words)
    return Run(values, (words[0][1], last[2] - dotted), titles > 0)


def _without_joined(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """ "Francesca e vorrei", "Ana del departamento": in a name with capitals, a particle leads to
    another capital."""
    if words and words[0][0][0].islower():
        return words
    for place, (raw, _, _) in enumerate(words[:-1]):
        following = words[place + 1][0]
        is_joint = place and raw.islower() and raw in PARTICLES
        if is_joint and following[0].islower() and following not in PARTICLES:
            return words[:place]
    return words


def _words_from(text: str, place: int) -> Iterator[tuple[str, int, int]]:
    """Words that follow each other with a single space between."""
    while match := _WORD.match(text, place):
        yield match.group(), match.start(), match.end()
        gap = _GAP.match(text, match.end())
        if gap is None:
            return
        place = gap.end()


def _can_be_name(raw: str, word: str, inside: bool, lower: bool, everyday: bool) -> bool:
    if inside and (word in PARTICLES or word in SUFFIXES):
        return True
    plain = word.rstrip(".").replace("’", "'")
    if plain.replace("'", "") in CONTRACTIONS and not (
        inside and raw[0].isupper() and "'" not in plain
    ):
        return False
    if plain.endswith("'s"):
        return False  # "it's Bob's Burgers"
    if inside and raw in NAMES_LIKE_WORDS:
        return True
    if not inside and word in PARTICLES and (raw[0].isupper() or len(word) > 2 or lower):
        return True
    if len(plain) == 1 and raw.endswith(".") and (raw[0].isupper() or everyday):
        return True  # an initial
    if plain.removesuffix("'s") in NO_NAMES and not (
        plain in FIRST_NAMES and (raw[0].isupper() or (everyday and not inside))
    ):
        return False
    if raw[0].isupper():
        return len(plain) > 1 or raw.endswith(".") or inside
    if not raw[0].islower():
        return True  # a script without capitals
    return lower and (len(plain) > 1 or inside and raw.endswith("."))


def _ends_sentence(raw: str) -> bool:
    return raw.endswith(".") and not _keeps_dot(raw)


def _keeps_dot(raw: str) -> bool:
    """ "Jr.", "J.R.", "Q."."""
    return _INITIALS.fullmatch(raw) is not None or raw.lower() in SUFFIXES


def _turned(text: str, run: Run, covered: Covered, lower: bool) -> Run:
    """ "Smith, John" as John Smith."""
    after = _COMMA.match(text, run.span[1])
    if after is None or run.proper > 1 + (not is_first_name(run.words[0])) or run.titled:
        return run
    given = _plain_run(text, after.end(), covered, lower=lower)
    if given is None or len(given.words) > 2 or not _is_given(run, given):
        return run
    if not _ENDS.match(text, given.span[1]):
        return run
    return Run((*given.words, *run.words), (run.span[0], given.span[1]), run.titled)


def _is_given(run: Run, given: Run) -> bool:
    """Whether what follows the comma is the first name."""
    if is_first_name(given.words[0]):
        return True
    plausible = given.capitalized and given.proper == 1 and not given.is_word
    return plausible and run.capitalized and not (is_first_name(run.words[0]) and not run.everyday)


def _said_fuller(text: str, run: Run, covered: Covered, lower: bool) -> Run | None:
    """ "Bond, James Bond", "Oscar (Oscar Isaac)": the longer one."""
    again = _AGAIN.match(text, run.span[1])
    if again is None:
        return None
    fuller = _plain_run(text, again.end(), covered, lower=lower)
    said = {word.lower() for word in run.words}
    if fuller is None or not said < {word.lower() for word in fuller.words}:
        return None
    return fuller


def written(words: tuple[str, ...]) -> str:
    """As a name is written: capitals where the writer left them out or used nothing else."""
    shouted = all(word.isupper() for word in words) and sum(map(len, words)) > 3
    quiet = all(word.islower() for word in words)
    mixed = not shouted and not quiet
    if mixed and words[0][0].islower() and not words[0].islower():
        words = (words[0][0].upper() + words[0][1:], *words[1:])  # "mcKenzie"
    return " ".join(
        word if mixed and not (word.islower() and i == 0) else _capitalized(word, i > 0)
        for i, word in enumerate(words)
    )


def _capitalized(word: str, inside: bool) -> str:
    if inside and word.lower() in PARTICLES:
        return word.lower()
    if word.lower().rstrip(".") in ("ii", "iii", "iv"):
        return word.upper()
    parts = re.split(r"(['’.-])", word.lower())
    titled = "".join(part[:1].upper() + part[1:] for part in parts)
    is_mc = titled.startswith("Mc") and len(titled) > 4
    return "Mc" + titled[2:].capitalize() if is_mc else titled
