"""No text makes reading slow out of proportion."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from understanding.reading import read

LONGEST, LONG = 50_000, 16_000
PLAIN = 8  # the first pieces below are read at full length
NASTY = (
    "\u0301", "a", "@", ".", "1", " ", "\n", "a@", "a.", "1 ", "1:", "1-", "at ", "on the ", "3pm ",
    "tomorrow ", "10/11am ", "every ", "mon b4 ", "1 or ", "mon, ", "I'm John ", "Dr. ", "from Acme ", "$5 ", "5k - ", "call me ",
    "a@b.co ", "a dot ", "a at b dot ", "2 days before ", "Best,\n", "'", "a'", "ہے ", "我叫", '"', "+1 ",
    "not a, ", "double n ", "j-", "one two ", "dot ", "bob at a.", "first name ", "Smith, Ann, ",
    "we're called ", "five hundred ", "half a ", "x (at) ", "212-555-", "Thanks, ",
)  # fmt: skip
SECONDS = 12.0  # generous: two cores are shared here; what is feared takes hours


def _seconds(text: str) -> float:
    begun = time.process_time()
    read(
        text,
        now=datetime(2026, 11, 18, 10, tzinfo=UTC),
        timezone="Europe/London",
        question="What's your name?",
    )
    return time.process_time() - begun


@pytest.mark.parametrize("piece", NASTY, ids=repr)
def test_a_long_text_of_one_piece_is_read_in_linear_time(piece: str) -> None:
    length = LONGEST if piece in NASTY[:PLAIN] else LONG
    text = (piece * (length // len(piece) + 1))[:length]

    for _attempt in range(3):  # a busy machine slows one of the two now and then, not three times
        quarter, whole = _seconds(text[: length // 4]), _seconds(text)
        if whole < 0.5 or whole < 12 * quarter:  # linear is 4, quadratic is 16
            break

    assert whole < SECONDS
    assert whole < 0.5 or whole < 12 * quarter
