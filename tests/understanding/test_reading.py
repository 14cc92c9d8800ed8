"""What holds for every text, whoever wrote it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import InvalidInput
from tests.effort import examples
from understanding.reading import Reading, read

LONDON = ZoneInfo("Europe/London")
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=LONDON)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PIECES = (
    *DAYS, "tomorrow", "next", "week", "at", "3", "pm", "half past", "ten", "between", "and", "or",
    "2026-11-24", "5/6", "the 5th", "March", "jane@example.com", "+44 20 7946 0958", "my name is",
    "John", "from Acme GmbH", "budget", "5k", "€1.200,50", "call me", "no", "not", "EST", "for",
    "demain", "à 15h", "morgen um", "mañana", "کل شام", "baje", ",", ".", "\n", "@", "Dr.",
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
)
instants = st.datetimes(
    min_value=datetime(2026, 1, 1), max_value=datetime(2029, 1, 1), timezones=st.just(UTC)
)


def _read(text: str, now: datetime = WEDNESDAY, question: str | None = None) -> Reading:
    return read(text, now=now, timezone="Europe/London", locale="en-GB", question=question)


@given(texts, instants, st.sampled_from([None, "What's your name?", "What time suits you?"]))
@settings(max_examples=examples(300), deadline=None)
def test_any_text_ends_in_a_reading_whose_spans_lie_in_it(
    text: str, now: datetime, question: str | None
) -> None:
    reading = _read(text, now, question)

    for found in (
        *reading.emails, *reading.phones, *reading.names, *reading.companies, *reading.money,
        *reading.times,
    ):  # fmt: skip
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert 0 < found.confidence <= 1
    assert all(time.text == text[slice(*time.span)] for time in reading.times)
    confidences = [intent.confidence for intent in reading.intents]
    assert confidences == sorted(confidences, reverse=True)


@given(texts)
@settings(max_examples=examples(150), deadline=None)
def test_a_normalized_value_is_read_as_itself(text: str) -> None:
    reading = _read(text)

    for email in reading.emails:
        assert [one.value for one in _read(email.value).emails] == [email.value]
    for phone in reading.phones:
        assert [one.value for one in _read(phone.value).phones] == [phone.value]
    for name in reading.names:
        again = _read(name.value, question="What's your name?").names
        assert not again or again[0].value == name.value


@given(st.lists(st.sampled_from(PIECES[:20]), max_size=8).map(" ".join), st.integers(1, 200))
@settings(max_examples=examples(150), deadline=None)
def test_weekdays_move_with_now_by_whole_weeks(text: str, weeks: int) -> None:
    text = text.replace("5/6", "").replace("2026-11-24", "").replace("the 5th", "")
    text = text.replace("March", "")
    shift = timedelta(weeks=weeks)

    now = WEDNESDAY.astimezone(UTC)

    before = read(text, now=now, timezone="UTC")
    after = read(text, now=now + shift, timezone="UTC")

    def moved(day: date | None, by: timedelta) -> date | None:
        return day + by if day else None

    assert [(moved(t.start_on, shift), moved(t.start_at, shift)) for t in before.times] == [
        (t.start_on, t.start_at) for t in after.times
    ]


@given(st.sampled_from(DAYS), instants)
def test_the_next_such_day_is_after_today_and_in_the_next_calendar_week(
    day: str, now: datetime
) -> None:
    today = now.astimezone(LONDON).date()
    (time,) = _read(f"next {day}", now).times
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7)

    assert time.start_on is not None
    assert monday <= time.start_on < monday + timedelta(days=7)
    assert time.start_on.weekday() == DAYS.index(day)


@given(st.sampled_from(DAYS), instants)
def test_a_bare_weekday_is_one_of_the_seven_days_after_today(day: str, now: datetime) -> None:
    today = now.astimezone(LONDON).date()
    (time,) = _read(day, now).times

    assert time.start_on is not None
    assert today < time.start_on <= today + timedelta(days=7)


HOURS_IN_WORDS = (
    "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven",
)  # fmt: skip


def _in_words(hour: int, minute: int, style: int) -> str:
    half = "am" if hour < 12 else "pm"
    name = HOURS_IN_WORDS[hour % 12]
    spellings = [
        f"{hour:02d}:{minute:02d}",
        f"{hour % 12 or 12}:{minute:02d}{half}",
        f"{hour % 12 or 12}.{minute:02d} {half}",
        f"{hour % 12 or 12}{half}" if minute == 0 else f"{name} {minute} {half}",
    ]
    if minute == 30:
        spellings.append(f"half past {name} {half}")
    if minute == 15:
        spellings.append(f"quarter past {name} {half}")
    if minute == 45:
        spellings.append(f"quarter to {HOURS_IN_WORDS[(hour + 1) % 12]} {half}")
    return spellings[style % len(spellings)]


@given(
    st.dates(min_value=date(2026, 11, 19), max_value=date(2028, 12, 31)),
    st.integers(7, 21),
    st.sampled_from([0, 10, 15, 30, 45, 55]),
    st.integers(0, 20),
    st.sampled_from(["{day} at {time}", "{time} on {day}", "{day}, {time}", "{day} {time}"]),
)
@settings(max_examples=examples(300))
def test_a_time_put_into_words_is_read_back(
    day: date, hour: int, minute: int, style: int, order: str
) -> None:
    if minute == 45 and hour == 11:
        hour = 10  # "quarter to twelve am" is how nobody says 11:45
    days = [
        f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}", f"{day.isoformat()}",
        f"{day:%A}, {day:%d %b %Y}", f"the {day:%d.%m.%Y}",
    ]  # fmt: skip
    text = order.format(day=days[style % len(days)], time=_in_words(hour, minute, style // 5))

    (time,) = _read(text).times

    assert time.start_at is not None
    assert time.start_at.replace(tzinfo=None) == datetime(
        day.year, day.month, day.day, hour, minute
    )


def test_now_is_turned_into_the_visitors_zone_before_today_is_reckoned() -> None:
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)

    reading = read("tomorrow", now=late, timezone="Asia/Karachi")

    assert reading.times[0].start_on == date(2026, 11, 20)


def test_an_hour_that_summer_time_leaves_out_is_refused() -> None:
    before = datetime(2027, 3, 1, 12, tzinfo=UTC)

    assert _read("28 March 2027 at 1:30am", before).times == ()
    assert _read("28 March 2027 at 2:30am", before).times[0].start == "2027-03-28T02:30+01:00"


def test_an_hour_that_comes_twice_has_both_instants() -> None:
    (time,) = _read("25 October 2026 at 1:30am", datetime(2026, 10, 1, 12, tzinfo=UTC)).times

    assert time.ambiguous
    assert time.start == "2026-10-25T01:30+01:00"
    assert time.alternatives == ("2026-10-25T01:30+00:00",)


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidInput):
        read("tomorrow", now=WEDNESDAY, timezone="Mars/Olympus")


def test_a_correction_is_marked() -> None:
    first, second = _read("jane@example.com - sorry, wrong address, it's jane.d@example.com").emails

    assert not first.corrects
    assert second.corrects


def test_an_address_in_an_address_is_no_phone_and_no_time() -> None:
    reading = _read("write to 24.11.2026@example.com or 02079460958@example.com")

    assert len(reading.emails) == 2
    assert reading.phones == ()
    assert reading.times == ()


def test_one_message_gives_all_its_facts() -> None:
    reading = _read(
        "Hi, I'm Jane Doe from Acme Ltd, jane@acme.com, 020 7946 0958. Can we meet on Friday at "
        "3pm? Our budget is between 5 and 10k a month."
    )

    assert [name.value for name in reading.names] == ["Jane Doe"]
    assert [company.value for company in reading.companies] == ["Acme Ltd"]
    assert [email.value for email in reading.emails] == ["jane@acme.com"]
    assert [phone.value for phone in reading.phones] == ["+442079460958"]
    assert [time.start for time in reading.times] == ["2026-11-20T15:00+00:00"]
    (money,) = reading.money
    assert (money.amount_min, money.amount_max, money.per) == (5000, 10000, "month")
    assert reading.best_intent() == "meeting_request"


def test_unsure_is_no_intent() -> None:
    assert _read("The weather is lovely in Spain").best_intent() is None
