"""The sentences in tests/chatbot/claims, and how the checks fare with them.

`python -m tests.chatbot.claim_cases` prints the table.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from chatbot.reply_checks import Grounds, check

FOLDER = Path(__file__).with_name("claims")

# Whatever time a sentence names was offered: what is measured here is what is claimed of it.
NOTHING_DONE = Grounds(
    offered_times=tuple(
        datetime(2026, 11, day, hour, minute, tzinfo=UTC)
        for day in range(23, 30)
        for hour in range(24)
        for minute in (0, 30)
    )
)


@dataclass(frozen=True)
class Case:
    """A sentence of a reply; `kind` None: there is nothing wrong with it."""

    language: str
    text: str
    kind: str | None


def cases() -> list[Case]:
    return [
        Case(**json.loads(line))
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def by_language(wanted: list[Case]) -> dict[str, list[Case]]:
    grouped: dict[str, list[Case]] = defaultdict(list)
    for case in wanted:
        grouped[case.language].append(case)
    return dict(sorted(grouped.items()))


def kinds_in(text: str, grounds: Grounds = NOTHING_DONE) -> set[str]:
    return {violation.kind for violation in check(text, grounds)}


def table() -> str:
    """Claims and harmless sentences per language, and how many were missed or held."""
    lines = [f"{'language':<10}{'claims':>8}{'missed':>8}{'harmless':>10}{'held':>6}"]
    for language, found in by_language(cases()).items():
        claims = [case for case in found if case.kind]
        harmless = [case for case in found if not case.kind]
        missed = sum(case.kind not in kinds_in(case.text) for case in claims)
        held = sum(bool(kinds_in(case.text)) for case in harmless)
        lines.append(f"{language:<10}{len(claims):>8}{missed:>8}{len(harmless):>10}{held:>6}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
