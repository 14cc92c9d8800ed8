"""Extracts: the sentence or two of a passage that answer a question."""

from __future__ import annotations

import re

from chatbot.knowledge_terms import question_words, same_term, terms_of
from chatbot.scripted.sentences import sentences

_MARKS = re.compile(r"\*\*|__|`|^#+\s*|^\s*[-*•]\s+|^\s*\d+\.\s+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ALIKE, _IN_TITLE = 0.8, 0.9
_CHARACTERS_AT_MOST = 320


def extract(title: str, passage: str, question: str, at_most: int = 2) -> str:
    """Up to `at_most` neighbouring sentences that share most with the question, as plain text.

    The first sentence answers the title, so it has what the title has. Questions in the passage
    are left out: only the reply's own question may be asked."""
    said = [part for part in sentences(_plain(passage)) if "?" not in part and "؟" not in part]
    if not said:
        return ""
    wanted = question_words(question)
    shared = [_shared(wanted, part) for part in said]
    shared[0] = max(shared[0], _shared(wanted, title, exactly=_IN_TITLE))
    best = max(range(len(said)), key=lambda place: (shared[place], -place))
    chosen = [said[best]]
    for following in said[best + 1 : best + at_most]:
        if len(" ".join(chosen)) + len(following) > _CHARACTERS_AT_MOST:
            break
        chosen.append(following)
    return " ".join(_ended(part) for part in chosen)


def _plain(passage: str) -> str:
    lines = (_LINK.sub(r"\1", _MARKS.sub("", line)).strip() for line in passage.splitlines())
    return " ".join(_ended(line) if line and line[-1].isalnum() else line for line in lines if line)


def _ended(said: str) -> str:
    return said if said.endswith((".", "!", "…", "۔", "”", '"')) else f"{said.rstrip(',;:')}."


def _shared(wanted: list[tuple[str, frozenset[str]]], part: str, *, exactly: float = 1.0) -> float:
    """How many of the question's words a sentence has, those of like meaning counting less."""
    terms = terms_of(part)
    words = [term for term in terms if not term.startswith("0")]
    return sum(
        exactly
        if any(same_term(stem, term) for term in words)
        else _ALIKE * any(f"0{concept}" in terms for concept in concepts)
        for stem, concepts in wanted
    )
