"""What one language's lexicon holds; the lexicons are the files in `lexicons/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from chatbot.claims import folding

_FOLDER = Path(__file__).with_name("lexicons")


@dataclass(frozen=True)
class Lexicon:
    """How one language claims, and how it says that nothing has happened.

    All parts are patterns, parted by commas; `patterns.py` and, for a language with a `script`,
    `scripts.py` say how they are written. `claims` maps a kind of claim to patterns. What undoes
    one: `harmless` phrases that only look like it, and `everyday` ones that only look like a claim
    of a general kind (`kinds.py`); `negations` near it, unless they are part of an
    `idle` phrase such as "don't worry"; `unreal` words (can, would) before it in its clause,
    `trailing` ones behind it; `conditions`, together with `choices` (what a visitor is asked to do)
    or `yours` (what a visitor has or wants), but not with `troubles` (what one with a meeting may
    still want). `purposes` (for, to book) undo the mere mention of a meeting. `joining` words begin a
    clause. `asking` words open a question; without any, whatever ends in a question mark is one.
    `alternatives`: words of a choice, without which even a question takes a meeting for granted.
    `topics` maps a kind to what only our rows know of, such as a meeting or the team, and `anchors`
    (you, your, now) say that this visitor's is meant: `anchored.py`.
    `offers`: words for what is free, possible or was asked; a sentence without any that states a
    day and an hour says that they are fixed. `before` and `after` are the guards of a script. `days`: the weekdays from Monday on, then
    relative days, in groups parted by slashes. `words`: further words to know the language by.
    """

    code: str
    name: str
    claims: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    anchors: str = ""
    script: str = ""
    negations: str = ""
    idle: str = ""
    unreal: str = ""
    trailing: str = ""
    conditions: str = ""
    choices: str = ""
    yours: str = ""
    purposes: str = ""
    troubles: str = ""
    joining: str = ""
    asking: str = ""
    harmless: str = ""
    everyday: str = ""
    alternatives: str = ""
    offers: str = ""
    before: str = ""
    after: str = ""
    days: str = ""
    words: str = ""

    def weekdays(self) -> list[list[str]]:
        """The words for each weekday from Monday on, folded; `*` at the end: any that begin so."""
        return [group.split() for group in folding.plain(self.days).split("/")[:7]]

    def day_words(self) -> list[str]:
        """The words for days, weekdays and relative ones, written likewise."""
        return folding.plain(self.days).replace("/", " ").split()


@cache
def load() -> tuple[Lexicon, ...]:
    """Every lexicon, read once."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.toml")))


@cache
def alphabetic() -> tuple[Lexicon, ...]:
    """The lexicons of languages whose words are parted and written in an alphabet."""
    return tuple(lexicon for lexicon in load() if not lexicon.script)


def _read(path: Path) -> Lexicon:
    parts = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lexicon(code=path.stem, **parts)
