"""From words to facts."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leads.facts import facts_in, supported, unreadable_in
from leads.model import FIELDS, VisitorMessage
from leads.wording import Folded, folded_words
from tests.leads.hostile import HOSTILE_TEXTS
from understanding.reading import read

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def reader(text):
    return read(text, now=NOW, timezone="Europe/Berlin")


def found(text, field, question=None):
    reading = read(text, now=NOW, timezone="Europe/Berlin", question=question)
    facts = facts_in(reading, text, question=question)
    return [fact.value for fact in facts if fact.field == field]


NEEDS = [
    ("We need a new website for our bakery.", "a new website for our bakery"),
    ("Hi, I'm looking for someone to redo our logo", "someone to redo our logo"),
    ("i am interested in your SEO package", "your SEO package"),
    ("we'd like to have an online shop, my mail is ann@example.com", "an online shop"),
    ("I want a booking system, budget 5k euros", "a booking system"),
    ("We'd like a booking system, ideally before June.", "a booking system"),
    ("we are planning to open a second store. Can you help?", "open a second store"),
    ("we need a call center software", "a call center software"),
    ("I need help with my taxes", "help with my taxes"),
    ("Can you help us with social media ads?", "social media ads"),
    ("do you offer maintenance contracts?", "maintenance contracts"),
    ("Wir brauchen eine neue Webseite für unsere Praxis.", "eine neue Webseite für unsere Praxis"),
    ("Ich suche einen Fotografen", "einen Fotografen"),
    ("Nous cherchons un traiteur pour notre fête", "un traiteur pour notre fête"),
    ("J'ai besoin d'un nouveau logo", "un nouveau logo"),
    ("Necesito una tienda online", "una tienda online"),
    ("estamos buscando un diseñador", "un diseñador"),
]


@pytest.mark.parametrize(("text", "need"), NEEDS)
def test_a_need_is_quoted_from_its_cue_to_its_end(text, need):
    assert found(text, "need") == [need]
    assert need in text


@pytest.mark.parametrize(
    "text",
    [
        "I need to speak to a human",
        "I want to book a meeting",
        "we would like to schedule a call",
        "I'd like to talk to someone",
        "I need an appointment tomorrow",
        "i want to know your prices",
        "I need help",
        "I'm not looking for anything",
        "I don't need a website",
        "I'm looking for someone to talk to",
        "I want to see that",
        "I want to cancel my meeting",
        "hello",
        "my mail is ann@example.com",
        "Ich möchte einen Termin",
        "Je voudrais un rendez-vous",
        "Quiero una cita",
    ],
)
def test_what_is_wanted_of_the_conversation_is_no_need(text):
    assert found(text, "need") == []


def test_a_time_frame_is_no_part_of_the_need():
    assert found("wir brauchen bis Ende Januar eine neue Webseite", "need") == [
        "eine neue Webseite"
    ]
    assert found("we need a new site by March", "need") == ["a new site"]


def test_a_guess_is_no_fact():
    """A mail address names a company at best."""
    assert found("write to sara@khandental.example", "company") == []


def test_a_bare_answer_to_our_question_is_the_need():
    asked = "What do you need help with?"

    assert found("a new website and a logo", "need", asked) == ["a new website and a logo"]
    assert found("a new website and a logo", "need") == []
    assert found("no", "need", asked) == []


@pytest.mark.parametrize(
    ("text", "timeline"),
    [
        ("we need it asap", "asap"),
        ("as soon as possible please", "as soon as possible"),
        ("within the next 3 months", "within the next 3 months"),
        ("there is no rush", "no rush"),
        ("in two weeks or so", "in two weeks"),
        ("so schnell wie möglich", "so schnell wie möglich"),
        ("dès que possible", "dès que possible"),
        ("lo antes posible", "lo antes posible"),
        ("need a site by March", "by March"),
        ("we'd like to go live before June", "go live before June"),
        ("ideally before June", "before June"),
        ("Wir brauchen sie bis Ende Januar", "bis Ende Januar"),
    ],
)
def test_a_time_frame_is_quoted(text, timeline):
    assert found(text, "timeline") == [timeline]


@pytest.mark.parametrize(
    "text",
    [
        "can we meet on Tuesday at 3pm?",
        "can we meet before Friday?",
        "any time before Thursday works for a call",
        "see you tomorrow",
        "I called you last week",
    ],
)
def test_a_time_to_meet_is_no_time_frame(text):
    assert found(text, "timeline") == []


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("our budget is 5000 EUR", "5000.00 EUR"),
        ("we could spend 5k euros", "5000.00 EUR"),
        ("budget: $7,500", "7500.00 USD"),
    ],
)
def test_an_amount_to_spend_is_a_budget(text, budget):
    assert found(text, "budget") == [budget]


@pytest.mark.parametrize(
    "text",
    [
        "do you charge 5000 EUR for that?",
        "your price of $50 is too much",
        "the invoice over 200 EUR was wrong",
        "we paid 300 EUR last year for the same thing, and it broke after a week of use",
    ],
)
def test_a_price_is_no_budget(text):
    assert found(text, "budget") == []


@pytest.mark.parametrize("text", ["@ann", "3 @ 5 euros", "ann@example.com", "a, b"])
def test_not_every_at_sign_is_an_address(text):
    assert unreadable_in(reader(text), text) is None


SIGNS = """I we need want a website logo by May asap budget 5k euros $7,500 my name is Ann Lee from
Acme ann@example.com call me +49 30 901820 030/901820 , . ! ? é ü 张伟 👍 ' " looking for"""
words = st.sampled_from([*SIGNS.split(), "\n"])
texts = st.one_of(st.text(max_size=200), st.lists(words, max_size=40).map(" ".join))


@given(text=texts)
@settings(max_examples=300, deadline=None)
def test_every_fact_quotes_its_message(text):
    for fact in facts_in(reader(text), text, message_id="m1"):
        assert text[slice(*fact.span)] == fact.quote
        assert fact.quote.strip()
        assert fact.field in FIELDS
        assert fact.value == fact.value.strip()
        assert not any(ord(sign) < 32 for sign in fact.value)


@given(text=texts, field=st.sampled_from(FIELDS), claim=texts)
@settings(max_examples=300, deadline=None)
def test_no_claim_becomes_a_fact_without_support(text, field, claim):
    fact = supported(field, claim, [VisitorMessage("m1", text)], reader)

    if fact is not None:
        assert fact.quote in text
        assert fact.message_id == "m1"
        if field in ("name", "company", "need", "timeline"):
            assert " ".join(folded_words(claim)) == " ".join(folded_words(fact.quote))
        if field in ("email", "phone"):
            assert any(fact.value in (e.value, e.value) for e in _found(reader(text), field))


def _found(reading, field):
    return reading.emails if field == "email" else reading.phones


@given(text=texts, start=st.integers(0, 60), length=st.integers(1, 40))
@settings(max_examples=300, deadline=None)
def test_words_that_stand_in_the_text_are_found_in_it(text, start, length):
    assume(all(len(folded_words(sign)) <= 1 for sign in text))
    all_words = folded_words(text)
    wanted = " ".join(all_words[start : start + length])
    span = Folded.of(text).find(wanted)

    if wanted:
        assert span is not None
        assert " ".join(folded_words(text[slice(*span)])) == wanted
    else:
        assert span is None


@given(text=st.text(max_size=100))
def test_folding_is_settled_after_once(text):
    once = " ".join(folded_words(text))

    assert " ".join(folded_words(once)) == once


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_read_and_quoted_like_any_other(text):
    said = f"I'm Ann. We need {text}"
    for fact in facts_in(reader(said), said):
        assert fact.quote in said
    assert unreadable_in(reader(text), text) in (None, "invalid_email", "invalid_phone")


def seconds(work):
    """The best of three runs."""
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


@pytest.mark.parametrize("sign", ["a", "@", ".", "9", " ", "i need ", "a@", "\u0301", "budget "])
def test_long_text_is_read_in_linear_time(sign):
    text = (sign * 50_000)[:50_000]
    reading = reader("")

    short = seconds(lambda: facts_in(reading, text[:5_000]))
    long = seconds(lambda: facts_in(reading, text))
    assert long < 0.3 + 25 * short
    assert seconds(lambda: unreadable_in(reading, text)) < 1
    assert seconds(lambda: Folded.of(text).find("zzz")) < 1
