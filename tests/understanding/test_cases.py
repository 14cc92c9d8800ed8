"""Our case files: one sentence each, with what a person would understand by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from understanding.evaluation import CASES, KINDS, cases, understood, verdict


@pytest.mark.parametrize("path", sorted(CASES.glob("*.jsonl")), ids=lambda path: path.stem)
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
