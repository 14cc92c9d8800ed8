"""No text makes reading slow out of proportion."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from understanding.reading import read

LENGTH = 50_000
NASTY = (
    "\u0301", "a", "@", ".", "1", " ", "\n", "a@", "a.", "1 ", "1:", "1-", "at ", "on the ", "3pm ",
    "tomorrow ", "1 or ", "mon, ", "I'm John ", "Dr. ", "from Acme ", "$5 ", "5k - ", "call me ",
    "a@b.co ", "a dot ", "a at b dot ", "2 days before ", "Best,\n", "'", "a'", "ہے ", "我叫", '"', "+1 ",
)  # fmt: skip
SECONDS = 12.0  # generous: two cores are shared here; what is feared takes hours


def _seconds(text: str) -> float:
    begun = time.perf_counter()
    read(
        text,
        now=datetime(2026, 11, 18, 10, tzinfo=UTC),
        timezone="Europe/London",
        question="What's your name?",
    )
    return time.perf_counter() - begun


@pytest.mark.parametrize("piece", NASTY, ids=repr)
def test_a_long_text_of_one_piece_is_read_in_linear_time(piece: str) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]

    quarter, whole = _seconds(text[: LENGTH // 4]), _seconds(text)

    assert whole < SECONDS
    assert whole < 0.5 or whole < 12 * quarter  # linear is 4, quadratic is 16
