"""Rules, a linear model and both together, on sentences nothing was written or trained for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from understanding.evaluation import INTENT_SETS, Figures, cases, figures
from understanding.intent_model import NONE
from understanding.intent_rules import prepared, rule_scores
from understanding.intents import SURE, find_intents
from understanding.language import guess_language
from understanding.training.corpus import examples
from understanding.training.learning import learned, words_only
from understanding.training.regression import Regression

Judge = Callable[[str], str | None]
_SHOWN = ("meeting_request", "human_handoff")


def comparison() -> Iterator[str]:
    """The lines of the table."""
    alone = learned(examples(), words_only)
    judges: dict[str, Judge] = {
        "rules": by_rules,
        "linear": lambda text: by_words(alone, text),
        "linear, then rules": lambda text: by_words(alone, text) or by_rules(text),
        "rules, then linear": lambda text: by_rules(text) or by_words(alone, text),
        "linear with rules": together,
    }
    for path in sorted(INTENT_SETS.glob("*.jsonl")):
        said = [(case["text"], case["intent"]) for case in cases(path)]
        yield path.stem
        for name, judge in judges.items():
            told = figures([(intent, judge(text)) for text, intent in said])
            yield f"  {name:<20}{_in_words(told)}"


def by_rules(text: str) -> str | None:
    scores = rule_scores(prepared(text), guess_language(text))
    return max(scores, key=lambda name: scores[name]) if scores else None


def by_words(model: Regression, text: str) -> str | None:
    likely = dict(zip(model.classes, model.probabilities(words_only(text)), strict=True))
    best = max(likely, key=lambda name: likely[name])
    return best if likely[best] >= SURE and best != NONE else None


def together(text: str) -> str | None:
    found = find_intents(text, None, guess_language(text))
    return found[0].name if found else None


def _in_words(told: Figures) -> str:
    shown = "".join(
        f"  {name} {told.by_intent[name].precision:.2f} / {told.by_intent[name].recall:.2f}"
        for name in _SHOWN
    )
    return f"macro-F1 {told.macro_f1:.3f}  false hits {told.false_hits:.3f}{shown}"
