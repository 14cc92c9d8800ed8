"""`python -m understanding.evaluation`: a table per kind over our own cases.

Right: what was expected and no more. Missed: less, but nothing false. Wrong: anything else. With
`--failures` every case that is not right is shown. A case that is `open` is one that we know we
do not read yet: it counts here, and the tests pass over it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from core.values import zone_named
from understanding.__main__ import as_json
from understanding.reading import read

CASES = Path(__file__).parents[1] / "tests" / "understanding" / "cases"
INTENT_SETS = CASES / "intents"  # judged as a whole, by their figures
KINDS = ("emails", "phones", "names", "companies", "money", "times", "intent")
_UNSURE = 0.5  # findings below it are evidence, not answers


@dataclass(frozen=True)
class Hits:
    """How often an intent was found rightly, wrongly, and not though it was there."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)


@dataclass(frozen=True)
class Figures:
    """How well intents are told; `false_hits` is the share of texts without one that got one."""

    by_intent: dict[str, Hits]
    macro_f1: float
    false_hits: float


def figures(told: Sequence[tuple[str | None, str | None]]) -> Figures:
    """From pairs of what was meant and what was understood."""
    by_intent = {
        name: Hits(
            right=sum(meant == name == got for meant, got in told),
            false=sum(got == name != meant for meant, got in told),
            missed=sum(meant == name != got for meant, got in told),
        )
        for name in sorted({meant for meant, _ in told if meant})
    }
    without = [got for meant, got in told if meant is None]
    return Figures(
        by_intent,
        macro_f1=sum(one.f1 for one in by_intent.values()) / max(1, len(by_intent)),
        false_hits=sum(got is not None for got in without) / max(1, len(without)),
    )


def intent_figures(path: Path) -> Figures:
    """How well the intents of a file of cases are told."""
    return figures([(case["intent"], understood(case)["intent"]) for case in cases(path)])


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of one file; `now` and `timezone` have defaults."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield {"now": "2026-11-18T10:00", "timezone": "Europe/London"} | json.loads(line)


def understood(case: dict[str, Any]) -> dict[str, Any]:
    """Our reading of a case in the wire format."""
    zone = zone_named(case["timezone"])
    reading = read(
        case["text"],
        now=datetime.fromisoformat(case["now"]).replace(tzinfo=zone),
        timezone=case["timezone"],
        locale=case.get("locale"),
        question=case.get("question"),
        context=case.get("context"),
    )
    return as_json(reading) | {"intent": reading.best_intent()}


def verdict(kind: str, expected: Any, got: dict[str, Any]) -> str:
    """right, missed or wrong."""
    if kind == "intent":
        return "right" if got["intent"] == expected else "missed" if not got["intent"] else "wrong"
    found = [one for one in got[kind] if one.get("confidence", 1) >= _UNSURE]
    matches = [_fits(kind, wanted, one) for wanted, one in zip(expected, found, strict=False)]
    if len(found) == len(expected) and all(matches):
        return "right"
    return "missed" if all(any(_fits(kind, w, one) for w in expected) for one in found) else "wrong"


def _fits(kind: str, wanted: Any, found: dict[str, Any]) -> bool:
    if kind == "money":
        return all(found[key] == value for key, value in wanted.items())
    if kind == "times":
        return _same_time(wanted, found)
    if isinstance(wanted, dict):
        return all(found.get(key) == value for key, value in wanted.items())
    return bool(found["value"] == wanted)


def _same_time(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    """Cases give hours without an offset where the reader's own zone is meant."""
    plain = {"end": None, "ambiguous": False} | wanted
    alternatives = plain.pop("alternatives", [])
    if plain.get("start") is not None and "end" not in wanted and "relation" not in wanted:
        plain["end"] = None
    return all(_same(value, found[key]) for key, value in plain.items()) and all(
        any(_same(one, other) for other in found["alternatives"]) for one in alternatives
    )


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, str) and isinstance(found, str) and len(wanted) == 16:
        return found[:16] == wanted
    return bool(wanted == found)


def _intent_table(path: Path) -> Iterator[str]:
    told = intent_figures(path)
    yield f"{path.stem:<28}{'cases':>6}{'precision':>11}{'recall':>8}{'F1':>7}"
    for name, hits in told.by_intent.items():
        total = hits.right + hits.missed
        yield f"  {name:<26}{total:>6}{hits.precision:>11.2f}{hits.recall:>8.2f}{hits.f1:>7.2f}"
    yield f"  macro-F1 {told.macro_f1:.3f}, false hits where there is none {told.false_hits:.3f}"


def main(show_failures: bool) -> None:
    out = sys.stdout.write
    out(f"{'file':<28}{'kind':<12}{'cases':>6}{'right':>8}{'missed':>8}{'wrong':>8}\n")
    for path in sorted(CASES.glob("*.jsonl")):
        for kind in KINDS:
            counts: Counter[str] = Counter()
            for case in cases(path):
                if kind in case:
                    got = understood(case)
                    result = verdict(kind, case[kind], got)
                    counts[result] += 1
                    if show_failures and result != "right":
                        out(f"  {result}: {case['text']!r} {case[kind]} {got[kind]}\n")
            if total := counts.total():
                shares = "".join(
                    f"{100 * counts[one] / total:>7.1f}%" for one in ("right", "missed", "wrong")
                )
                out(f"{path.stem:<28}{kind:<12}{total:>6}{shares}\n")
    for path in sorted(INTENT_SETS.glob("*.jsonl")):
        out("\n" + "\n".join(_intent_table(path)) + "\n")


if __name__ == "__main__":
    main("--failures" in sys.argv)
