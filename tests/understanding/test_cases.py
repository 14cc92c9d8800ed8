"""Our case files: one sentence each, with what a person would understand by it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from understanding.evaluation import CASES, KINDS, cases, understood, verdict

# Written blind, before the grammar was touched for them, and kept whole: what they show is a
# share, and a part of each is enough for a test; `make eval` reads them all.
HELD = sorted(CASES.glob("times_held_*.jsonl"))
_ONE_IN = 4


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(CASES.glob("*.jsonl")) if path not in HELD],
    ids=lambda p: p.stem,
)
def test_sentences_are_understood_as_a_person_would(path: Path) -> None:
    misread = [
        (case["text"], kind, case[kind], got[kind])
        for case in cases(path)
        if not case.get("open")
        for got in (understood(case),)
        for kind in KINDS
        if kind in case and verdict(kind, case[kind], got) != "right"
    ]

    assert misread == []


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_times_in_held_sentences_are_right_and_almost_never_wrong(path: Path) -> None:
    chosen = list(cases(path))[::_ONE_IN]
    verdicts = Counter(verdict("times", case["times"], understood(case)) for case in chosen)
    traps = path.stem == "times_held_none"

    assert verdicts["right"] >= (0.95 if traps else 0.98) * len(chosen)
    assert verdicts["wrong"] <= (0.05 if traps else 0.005) * len(chosen)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_no_sentence_is_in_a_file_twice(path: Path) -> None:
    seen = [
        (case["text"], case.get("question"), case.get("locale"), case["now"], case["timezone"])
        for case in cases(path)
    ]

    assert len(seen) == len(set(seen))


def test_a_wrong_reading_is_told_from_a_missing_one() -> None:
    got = understood({"text": "tomorrow", "now": "2026-11-18T10:00", "timezone": "Europe/London"})

    assert verdict("times", [{"start": "2026-11-19"}], got) == "right"
    assert verdict("times", [{"start": "2026-11-19"}, {"start": "2026-11-20"}], got) == "missed"
    assert verdict("times", [{"start": "2026-11-20"}], got) == "wrong"
    assert verdict("times", [], got) == "wrong"
