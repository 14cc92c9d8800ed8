"""How sentences of each language look, and how well a text fits each.

The profiles hold languages that a lexicon covers and others that do not, so that a neighbour of a
covered language is not taken for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

_FILE = Path(__file__).with_name("profiles.txt")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0dff]+[^\W\d_]*)*")
_LEAST = 0.4  # what the rarest of a profile's runs of letters counts; the commonest counts 1
_WORDS_COUNT = 0.5


@dataclass(frozen=True)
class Fit:
    """How well a text fits a language: about 1 is as well as its own sentences do."""

    language: str
    covered: bool
    score: float


@dataclass(frozen=True)
class _Profiles:
    covered: Mapping[str, bool]
    usual: Mapping[str, float]
    runs: Mapping[str, Sequence[tuple[str, float]]]
    words: Mapping[str, frozenset[str]]


def words_in(text: str) -> list[str]:
    """The words of a lower-case text, without digits."""
    return _WORD.findall(text)


def languages_of(word: str) -> frozenset[str]:
    """The languages in which the word is a common one."""
    return _profiles().words.get(word, frozenset())


def is_covered(language: str) -> bool:
    return _profiles().covered[language]


def fits(words: Sequence[str]) -> list[Fit]:
    """Every language that fits at all, best first."""
    profiles = _profiles()
    scores: dict[str, float] = defaultdict(float)
    runs = Counter(_runs(words))
    total = sum(runs.values())
    for run, count in runs.items():
        for language, weight in profiles.runs.get(run, ()):
            scores[language] += count * weight / total
    letters = sum(map(len, words))
    for word in words:
        for language in profiles.words.get(word, ()):
            scores[language] += _WORDS_COUNT * len(word) / letters
    found = [
        Fit(language, profiles.covered[language], score / profiles.usual[language])
        for language, score in scores.items()
    ]
    return sorted(found, key=lambda fit: fit.score, reverse=True)


def fit_of(words: Sequence[str], language: str) -> float:
    """How well the words fit one language; 0 when it has no profile."""
    profiles = _profiles()
    if language not in profiles.usual:
        return 0.0
    weights = _weights(language)
    runs = _runs(words)
    score = sum(weights.get(run, 0.0) for run in runs) / len(runs)
    common = sum(len(word) for word in words if language in languages_of(word))
    return (score + _WORDS_COUNT * common / sum(map(len, words))) / profiles.usual[language]


@cache
def _weights(language: str) -> dict[str, float]:
    return {
        run: weight
        for run, weights in _profiles().runs.items()
        for known, weight in weights
        if known == language
    }


def _runs(words: Iterable[str]) -> list[str]:
    """Every three letters in a row; a space stands before and behind each word."""
    text = f" {' '.join(words)} "
    return [text[at : at + 3] for at in range(len(text) - 2) if text[at + 1] != " "]


@cache
def _profiles() -> _Profiles:
    covered: dict[str, bool] = {}
    usual: dict[str, float] = {}
    runs: dict[str, list[tuple[str, float]]] = defaultdict(list)
    words: dict[str, set[str]] = defaultdict(set)
    lines = (line for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    while len(entry := list(islice(lines, 3))) == 3:
        language, mark, norm = entry[0].split()
        covered[language] = mark == "+"
        usual[language] = float(norm)
        common = entry[1].replace("_", " ")
        grams = [common[at : at + 3] for at in range(0, len(common), 4)]
        for rank, gram in enumerate(grams):
            runs[gram].append((language, 1 - (1 - _LEAST) * rank / len(grams)))
        for word in entry[2].split():
            words[word].add(language)
    return _Profiles(
        covered, usual, dict(runs), {word: frozenset(known) for word, known in words.items()}
    )
