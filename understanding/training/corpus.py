"""The sentences the linear model learns from, all written by us: `examples/*.txt`.

A file has a heading per intent (`# pricing`, `# none` for what no intent covers) and one sentence
a line. `{book|make|get} an appointment {tomorrow|}` stands for as many sentences as its longest
list has entries: the first takes the first entry of each list, the second the second, and so on,
beginning again where a list is at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from understanding.intent_model import NONE

EXAMPLES = Path(__file__).parent / "examples"
_LIST = re.compile(r"\{([^{}]*)\}")
_COURTESIES = frozenset({"greeting", "goodbye", "thanks", "affirm", "deny", NONE})
_BEFORE = ("hi", "hello", "hey there", "good morning", "ok", "so", "well", "sorry", "excuse me",
           "hi i'm Dana", "yes", "actually", "hello team", "um", "hey can you help me", "great")  # fmt: skip
_AFTER = ("thanks", "thank you", "for me", "if possible", "asap", "thanks in advance", "right now",
          "thank you very much", "today", "when you get a chance")  # fmt: skip


@dataclass(frozen=True)
class Example:
    """A sentence and what its writer wants; `line` says which sentences are variants of one."""

    text: str
    intent: str
    line: str


def examples(folder: Path = EXAMPLES) -> list[Example]:
    """All sentences of all files, in order."""
    return [one for path in sorted(folder.glob("*.txt")) for one in _of_file(path)]


def checksum(said: list[Example]) -> int:
    """Of the sentences, so that weights learned from others are told."""
    return crc32("\n".join(f"{one.intent}\t{one.text}" for one in said).encode())


def _of_file(path: Path) -> Iterator[Example]:
    intent = NONE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# "):
            intent = line[2:].strip()
        elif line.strip():
            for text in variants(line):
                yield Example(text, intent, f"{path.stem}:{number}")


def politely(said: list[Example]) -> list[Example]:
    """Every second wish once more as people wrap it: what comes before and after is no wish."""
    wishes = [one for one in said if one.intent not in _COURTESIES and one.text.isascii()]
    return [
        Example(_wrapped(one.text, number), one.intent, one.line)
        for number, one in enumerate(wishes[::2])
    ]


def _wrapped(text: str, number: int) -> str:
    before, after = _BEFORE[number % len(_BEFORE)], _AFTER[number % len(_AFTER)]
    return (f"{before} {text}", f"{text} {after}", f"{before} {text} {after}")[number % 3]


def variants(line: str) -> list[str]:
    """The sentences a line stands for."""
    pieces = _LIST.split(line)  # every second one is a list
    lists = [piece.split("|") for piece in pieces]
    longest = max(len(entries) for entries in lists[1::2] or [[""]])
    said = ("".join(_taken(lists, turn)) for turn in range(longest))
    return list(dict.fromkeys(" ".join(text.split()) for text in said))


def _taken(lists: list[list[str]], turn: int) -> Iterator[str]:
    for number, entries in enumerate(lists):
        yield entries[turn % len(entries)] if number % 2 else "|".join(entries)
