"""Multinomial logistic regression over sparse features, by stochastic gradient descent (AdaGrad).

In plain Python: some thousand short sentences take it a minute, once in a while, on a developer's
machine, which no library is worth. The same seed gives the same weights.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import add

Row = list[float]


@dataclass(frozen=True)
class Settings:
    """How it learns."""

    rounds: int = 12
    rate: float = 0.5
    decay: float = 1e-5  # of a weight at each touch: keeps rare features modest
    dropped: float = 0.15  # share of a sentence's features left out: no single word may decide
    seed: int = 7


@dataclass
class Regression:
    """The weights by feature: a row with one for each class."""

    classes: Sequence[str]
    rows: dict[int, Row] = field(default_factory=dict)
    _grown: dict[int, float] = field(default_factory=dict)

    def probabilities(self, features: Sequence[int]) -> Row:
        totals = [0.0] * len(self.classes)
        for feature in features:
            row = self.rows.get(feature)
            if row is not None:
                totals = list(map(add, totals, row))
        scale = 1 / math.sqrt(max(1, len(features)))
        return softmax([total * scale for total in totals])

    def learn(self, seen: Sequence[tuple[Sequence[int], str]], settings: Settings) -> None:
        chance = random.Random(settings.seed)
        number = {name: at for at, name in enumerate(self.classes)}
        order = list(seen)
        for _ in range(settings.rounds):
            chance.shuffle(order)
            for features, name in order:
                kept = [one for one in features if chance.random() >= settings.dropped]
                self._step(kept or features, number[name], settings)

    def _step(self, features: Sequence[int], right: int, settings: Settings) -> None:
        error = self.probabilities(features)
        error[right] -= 1
        scale = 1 / math.sqrt(len(features))
        size = scale * scale * sum(one * one for one in error)
        for feature in features:
            row = self.rows.get(feature) or [0.0] * len(self.classes)
            grown = self._grown[feature] = self._grown.get(feature, 1e-2) + size
            step = settings.rate * scale / math.sqrt(grown)
            keep = 1 - settings.decay * settings.rate
            self.rows[feature] = [
                weight * keep - step * one for weight, one in zip(row, error, strict=True)
            ]


def softmax(totals: Iterable[float]) -> Row:
    """Probabilities from scores."""
    scores = list(totals)
    top = max(scores)
    grown = [math.exp(score - top) for score in scores]
    whole = sum(grown)
    return [one / whole for one in grown]
