"""From sentences to weights."""

from __future__ import annotations

from collections.abc import Callable

from understanding.intent_features import features
from understanding.intent_rules import prepared, rule_scores
from understanding.intents import hints
from understanding.language import guess_language
from understanding.training.corpus import Example, politely
from understanding.training.regression import Regression, Settings


def words_and_rules(text: str) -> list[int]:
    """A sentence's features, what the rules find in it among them."""
    plain = prepared(text)
    return features(plain, hints(rule_scores(plain, guess_language(text))))


def words_only(text: str) -> list[int]:
    """A sentence's features, of its words alone."""
    return features(prepared(text))


def learned(said: list[Example], see: Callable[[str], list[int]] = words_and_rules) -> Regression:
    """A model that has learned the sentences, with and without courtesies around them."""
    model = Regression(sorted({one.intent for one in said}))
    model.learn([(see(one.text), one.intent) for one in [*said, *politely(said)]], Settings())
    return model
