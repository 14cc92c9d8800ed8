"""What the writer wants, best first; unsure is empty.

Rules name what they know for certain, a linear model that has learned from our own sentences, and
from how far each rule can be trusted, decides (`docs/understanding.md` has the comparison).
"""

from __future__ import annotations

import re

from understanding.findings import Intent
from understanding.intent_model import NONE, intent_model
from understanding.intent_rules import COURTESY, READ_AT_MOST, prepared, rule_scores

_SENTENCES_AT_MOST = 6
_SENTENCE_END = re.compile(r"(?<=[.!?؟۔])\s+|\n+")
SURE = 0.4  # probability under which we abstain
_BESIDE = 0.15  # probability of a rule's finding to be named beside a likelier one
_BEHIND = 0.6  # confidence of a courtesy beside a wish


def find_intents(text: str, question: str | None, language: str | None) -> list[Intent]:
    """Best first; empty when unsure."""
    likely: dict[str, float] = {}
    ruled: dict[str, float] = {}
    for part in _parts(text[:READ_AT_MOST]):
        scores = rule_scores(part, language)
        judged = intent_model().probabilities(part, hints(scores))
        for name, probability in judged.items():
            likely[name] = max(likely.get(name, 0), probability)
        for name, score in scores.items():
            ruled[name] = max(ruled.get(name, 0), score)
    likely.pop(NONE, None)
    found = _named(likely, ruled)
    return sorted(
        (Intent(name, round(score, 2), f"intent.{name}") for name, score in found.items()),
        key=lambda intent: (-intent.confidence, intent.name),
    )


def hints(scores: dict[str, float]) -> list[str]:
    """What the rules found, as features of the linear model."""
    best = max(scores.values(), default=0)
    return [f"{'best' if score == best else 'rule'}:{name}" for name, score in scores.items()] or [
        "rule:none"
    ]


def _parts(text: str) -> list[str]:
    """The message, and its sentences if there are several: one of them may say it all."""
    parts = [prepared(part) for part in _SENTENCE_END.split(text)[:_SENTENCES_AT_MOST]]
    told = [part for part in parts if part]
    return told if len(told) < 2 else [*told, prepared(text)]


def _named(likely: dict[str, float], ruled: dict[str, float]) -> dict[str, float]:
    """The intents worth naming, with the confidence of each."""
    sure = {name: _confidence(one) for name, one in likely.items() if one >= SURE}
    if not sure:
        return {}
    best = max(sure.values())
    beside = {
        name: min(score, best - 0.02)
        for name, score in ruled.items()
        if name not in sure and likely.get(name, 0) >= _BESIDE
    }
    found = {**sure, **beside}
    if found.keys() - COURTESY:
        for name in found.keys() & COURTESY:
            found[name] = min(found[name], _BEHIND)
    return found


def _confidence(probability: float) -> float:
    """From 0.5 where we begin to answer to 0.99."""
    return min(0.99, 0.5 + 0.5 * (probability - SURE) / (1 - SURE))
