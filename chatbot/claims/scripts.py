"""Claims in scripts that do not part words, or keep their grammar inside them.

There a phrase is looked for as it is written, anywhere; what undoes it stands shortly before or
after it in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from chatbot.claims import folding
from chatbot.claims.kinds import STATEMENTS, is_general
from chatbot.claims.lexicon import Lexicon, load

_AFTER = 10  # characters behind a claim in which a word that undoes it stands
_GAP = r"[^.!?。！？،,、，]{0,24}?"
_CLAUSE = re.compile(r"[,،、，;؛；:：。！？!?.…\n—–()（）「」]|\s-\s|(?<=[\u0e00-\u0e7f])\s")
_PARTS = ("before", "after", "conditions", "troubles", "harmless", "everyday", "idle", "negations")
_FIRM = frozenset({"commits", "leaks", "mailing"})


@dataclass(frozen=True)
class _Writing:
    """A script: its letters, how far before a claim a guard works, whether guards are words."""

    letters: str
    reach: int
    parted: bool = False


_WRITINGS = {
    "Arabic": _Writing("\u0600-\u06ff\u0750-\u077f", 18, parted=True),
    "Hebrew": _Writing("\u0590-\u05ff", 18, parted=True),
    "Devanagari": _Writing("\u0900-\u097f", 14),
    "Bengali": _Writing("\u0980-\u09ff", 14),
    "Tamil": _Writing("\u0b80-\u0bff", 14),
    "Telugu": _Writing("\u0c00-\u0c7f", 14),
    "Thai": _Writing("\u0e00-\u0e7f", 12),
    "Han": _Writing("\u3400-\u9fff", 5),
    "Japanese": _Writing("\u3040-\u30ff", 5),
    "Hangul": _Writing("\uac00-\ud7af\u1100-\u11ff", 8),
}


@dataclass(frozen=True)
class _Script:
    language: str
    present: re.Pattern[str]
    reach: int
    claims: tuple[tuple[str, re.Pattern[str]], ...]
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    anchors: re.Pattern[str]
    guards: Mapping[str, re.Pattern[str]]


def claims_in_script(
    text: str, asks: bool, languages: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Kind and words of each claim; one that is undone or asked is left out.

    Languages that share letters are told apart by `languages`, those the text may be in.
    """
    if text.isascii():
        return
    present = [script for script in _scripts() if script.present.search(text)]
    written = [script for script in present if script.language in languages]
    for script in written or present:
        yield from _claims(script, text, asks)


@cache
def _scripts() -> tuple[_Script, ...]:
    return tuple(_compiled(lexicon) for lexicon in load() if lexicon.script)


def _compiled(lexicon: Lexicon) -> _Script:
    writing = _WRITINGS[lexicon.script]
    return _Script(
        language=lexicon.code,
        present=re.compile(f"[{writing.letters}]"),
        reach=writing.reach,
        claims=tuple((kind, _any(phrases, False)) for kind, phrases in lexicon.claims.items()),
        topics=tuple((kind, _any(phrases, False)) for kind, phrases in lexicon.topics.items()),
        anchors=_any(lexicon.anchors, False),
        guards={part: _any(getattr(lexicon, part), writing.parted) for part in _PARTS},
    )


def _any(phrases: str, whole_words: bool) -> re.Pattern[str]:
    written = (" ".join(part.split()) for part in folding.plain(phrases).split(","))
    expressions = "|".join(_expression(each, whole_words) for each in written if each)
    return re.compile(expressions or r"(?!)")


def _expression(phrase: str, whole_words: bool) -> str:
    start = r"(?:^|(?<=[.!?。！？\s]))" if phrase.startswith("^") else ""
    body = re.escape(phrase.strip("^*")).replace(r"\ \.\.\ ", _GAP)
    body = body.replace(r"\*", r"\S{0,12}?").replace(r"\ ", r"\s?")
    if whole_words:
        body = rf"(?<!\w){body}" + ("" if phrase.endswith("*") else r"(?!\w)")
    return start + body


def _claims(script: _Script, text: str, asks: bool) -> Iterator[tuple[str, str]]:
    text = script.guards["idle"].sub(lambda match: "-" * len(match[0]), text)
    standing = [
        (kind, match)
        for kind, pattern in _kinds_to_find(script, text, asks)
        for match in pattern.finditer(text)
        if _stands(script, text, match, kind, asks)
    ]
    special = [match for kind, match in standing if not is_general(kind)]
    if not standing:
        yield from _anchored(script, text, asks)
    for kind, match in standing:
        if not is_general(kind) or not any(_overlap(match, other) for other in special):
            yield kind, match[0]


def _anchored(script: _Script, text: str, asks: bool) -> Iterator[tuple[str, str]]:
    """What `anchored.py` looks for, in a script."""
    doubts = ("before", "after", "conditions", "negations", "harmless", "everyday")
    if asks or not script.anchors.search(text):
        return
    if any(script.guards[part].search(text) for part in doubts):
        return
    for kind, pattern in script.topics:
        if match := pattern.search(text):
            yield kind, match[0]


def _kinds_to_find(script: _Script, text: str, asks: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    """All kinds, without what a doubt anywhere in the sentence undoes."""
    doubts = ("before", "conditions", "negations")
    tentative = asks or any(script.guards[part].search(text) for part in doubts)
    for kind, pattern in script.claims:
        if not (tentative and kind in STATEMENTS):
            yield kind, pattern


def _stands(script: _Script, text: str, match: re.Match[str], kind: str, asks: bool) -> bool:
    start, end = match.span()
    if any(low.start() < end and start < low.end() for low in _harmless(script, text)):
        return False
    if asks and kind != "commits" and _ends_the_question(text, end):
        return False
    if script.guards["negations"].search(match[0]):
        return False
    return not _is_undone(script, text, start, end, kind)


def _harmless(script: _Script, text: str) -> Iterator[re.Match[str]]:
    return script.guards["harmless"].finditer(text)


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _ends_the_question(text: str, end: int) -> bool:
    return not text[_next_break(text, end) :].strip(" ?？؟!！\"'」")


def _is_undone(script: _Script, text: str, start: int, end: int, kind: str) -> bool:
    guards = script.guards
    after = text[end : min(_next_break(text, end), end + _AFTER)]
    if guards["after"].match(after.lstrip()) or guards["after"].search(after):
        return True
    if kind in _FIRM:
        return False
    clause = _last_break(text, start)
    if guards["before"].search(text[max(clause, start - script.reach) : start]):
        return True
    earlier = text[_last_break(text, max(0, clause - 1)) : start]
    conditional = guards["conditions"].search(earlier) is not None
    return conditional and guards["troubles"].search(earlier) is None


def _last_break(text: str, start: int) -> int:
    last = 0
    for match in _CLAUSE.finditer(text, 0, start):
        last = match.end()
    return last


def _next_break(text: str, end: int) -> int:
    match = _CLAUSE.search(text, end)
    return match.start() if match else len(text)
