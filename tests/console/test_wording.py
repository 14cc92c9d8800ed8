"""The words of times, the marks in a message, the lines of a comparison."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.instruction_pages import difference
from chatbot.pages import marked
from web.pages import relative

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)  # two in the afternoon in Berlin
LINES = st.lists(st.sampled_from(["one", "two", "three", "", "  four"]), max_size=12)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-21T13:00:30Z", "just now"),
        ("2026-11-21T12:55:00Z", "5 min ago"),
        ("2026-11-21T10:00:00Z", "3 h ago"),
        ("2026-11-21T14:30:00Z", "in 1 h"),
        ("2026-11-20T22:59:00Z", "yesterday"),
        ("2026-11-20T23:30:00Z", "today 00:30"),
        ("2026-11-22T08:00:00Z", "tomorrow 09:00"),
        ("2026-11-17T09:00:00Z", "4 days ago"),
        ("2026-10-12T09:00:00Z", "12 Oct"),
        ("2025-10-12T09:00:00Z", "12 Oct 2025"),
        ("2026-12-01T09:00:00Z", "1 Dec"),
    ],
)
def test_a_time_is_said_as_a_person_would(at: str, said: str) -> None:
    assert relative(datetime.fromisoformat(at), NOW, BERLIN) == said


def test_the_day_is_the_business_day_where_the_clocks_change() -> None:
    after = datetime(2026, 3, 29, 20, 0, tzinfo=UTC)  # the day that has 23 hours in Berlin
    before = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)  # 23:30 of the day before

    assert relative(before, after, BERLIN) == "yesterday"


@given(text=st.text(max_size=60), spans=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9))))
def test_marking_evidence_changes_no_letter(text: str, spans: list[tuple[int, int]]) -> None:
    quotes = [("name", text[start : start + length]) for start, length in spans]
    pieces = marked(text, quotes)

    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text in {q for _, q in quotes} for piece in pieces if piece.field)
    assert any(piece.field for piece in pieces) == any(quote for _, quote in quotes)


@given(before=LINES, after=LINES)
def test_a_comparison_holds_both_texts(before: list[str], after: list[str]) -> None:
    lines = list(difference("\n".join(before), "\n".join(after), context=100))
    old = [line.text for line in lines if line.kind in ("same", "removed")]
    new = [line.text for line in lines if line.kind in ("same", "added")]
    same = "\n".join(before).splitlines() == "\n".join(after).splitlines()

    assert lines == [] if same else old == "\n".join(before).splitlines()
    assert same or new == "\n".join(after).splitlines()
