"""Who the writer is and how to reach them, whatever the wording around it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from understanding.reading import Email, Reading, read

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 18, 10, tzinfo=NEW_YORK)
# Each introduces the same thing in another way.
NAMED = ("I'm Priya Menon", "my name is priya menon", "This is PRIYA MENON", "Name: Priya Menon")
MAILED = (
    "priya.menon@example.com",
    "my email is priya dot menon at example dot com",
    "mailto:priya.menon@example.com",
    "priya.menon (at) example [dot] com",
)
PHONED = ("212-555-0143", "call me on (212) 555 0143", "+1 212 555 0143", "my number is 2125550143")
PAYS = ("budget is 5k", "we can spend $5,000", "five thousand dollars", "up to 5000 USD")
FILLERS = ("", "Hi! ", "Thanks so much. ", "Well, ", "ok so ", "🙂 ")
ENDS = (". ", "! ", "\n", " ... ", "; ")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _read(text: str, question: str | None = None, context: str | None = None) -> Reading:
    return read(
        text, now=NOW, timezone=NEW_YORK.key, locale="en-US", question=question, context=context
    )


@given(
    st.permutations(range(4)),
    st.tuples(*(st.sampled_from(ways) for ways in (NAMED, MAILED, PHONED, PAYS))),
    st.lists(st.sampled_from(FILLERS), min_size=4, max_size=4),
    st.lists(st.sampled_from(ENDS), min_size=4, max_size=4),
)
@settings(max_examples=examples(300), deadline=None)
def test_order_filler_and_marks_change_nothing(
    order: list[int], said: tuple[str, ...], fillers: list[str], ends: list[str]
) -> None:
    text = "".join(fillers[i] + said[place] + ends[i] for i, place in enumerate(order))

    reading = _read(text)

    assert [name.value for name in reading.names] == ["Priya Menon"]
    assert [email.value for email in reading.emails] == ["priya.menon@example.com"]
    assert [phone.value for phone in reading.phones] == ["+12125550143"]
    assert [money.amount_max for money in reading.money] == [5000]


@given(
    st.sampled_from(["ann", "jon.smith", "priya_menon", "bob22"]),
    st.sampled_from(["example.com", "mail.example.co.uk", "bäckerei.de"]),
    st.sampled_from(
        ["{}", "<{}>", "({})", "mailto:{}", "it's {}.", "“{}”", "{}, thanks", "a\n{}\nb"]
    ),
)
@settings(max_examples=examples(120), deadline=None)
def test_an_address_is_read_out_of_what_stands_around_it(
    local: str, domain: str, around: str
) -> None:
    reading = _read(around.format(f"{local}@{domain}"))

    assert [email.value for email in reading.emails] == [f"{local}@{domain}"]


@given(st.text(LETTERS, min_size=4, max_size=9), st.integers(0, 7), st.sampled_from(LETTERS))
@settings(max_examples=examples(200), deadline=None)
def test_any_part_of_an_address_can_be_put_right_by_saying_both(
    right: str, place: int, slip: str
) -> None:
    place %= len(right)
    wrong = right[:place] + slip + right[place + 1 :]
    question = f"So that is {wrong}.q@example.com?"

    mended = _read(f"no, not {wrong} but {right}", question).emails

    if wrong == right or {wrong, right} & {"example", "com"}:
        return
    assert [(one.value, one.corrects) for one in mended] == [(f"{right}.q@example.com", True)]


def test_a_correction_quotes_its_words_and_names_its_rule() -> None:
    text = "oops, gmail not gmial"

    (mended,) = _read(text, context="I'm Jon, jon@gmial.com\nThanks! When suits you?").emails

    assert mended == Email("jon@gmail.com", (6, 21), 0.85, "email.corrected", corrects=True)
    assert text[slice(*mended.span)] == "gmail not gmial"


def test_talk_of_other_things_mends_no_address() -> None:
    earlier = "I'm Ann, ann@example.com"

    for said in (
        "no, not today but tomorrow",
        "two nights with breakfast",
        "actually without the extra room",
        "sorry, the blue one instead of the red one",
        "it's for two",
        "yes",
    ):
        assert _read(said, context=earlier).emails == ()


def test_an_address_of_ours_in_the_question_is_left_as_it_is_when_confirmed() -> None:
    for said in ("yes", "that's right", "correct, thanks", "yes but call me, don't mail"):
        assert _read(said, "Shall I write to ann@example.com?").emails == ()
