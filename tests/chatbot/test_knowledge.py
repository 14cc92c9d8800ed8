"""The business's knowledge: what it answers, what it leaves alone, and how it follows the files."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.knowledge import CHECK_EVERY_SECONDS, Knowledge
from chatbot.knowledge_terms import question_words, terms_of
from core.clock import SettableClock
from core.database import Database
from tests.effort import examples

EXAMPLE = Path(__file__).parents[2] / "client_data" / "knowledge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    return folder


@pytest.fixture
def knowledge(database: Database, folder: Path, clock: SettableClock) -> Knowledge:
    return Knowledge(database, folder, clock)


@pytest.fixture
def example(database: Database, clock: SettableClock) -> Knowledge:
    """The business that is shipped."""
    return Knowledge(database, EXAMPLE, clock)


@pytest.fixture
def later(clock: SettableClock) -> Callable[[], None]:
    """Lets so much time pass that the files are looked at again."""
    return lambda: clock.advance(timedelta(seconds=CHECK_EVERY_SECONDS))


ASKED = [
    ("how much does a website cost?", "What a website costs"),
    ("what are your prices", "Packages and prices"),
    ("how much is it", "Packages and prices"),
    ("website prices", "What a website costs"),
    ("pricng", "Packages and prices"),
    ("how mcuh does a webiste cost", "What a website costs"),
    ("How much is an online shop?", "What an online shop costs"),
    ("what does SEO cost", "What local SEO costs"),
    ("When are you open?", "Opening hours"),
    ("are you open on saturdays", "Opening hours"),
    ("OPENING HOURS!!!", "Opening hours"),
    ("where are you located?", "Address and directions"),
    ("do you have parking", "Address and directions"),
    ("what's your phone number", "Phone and e-mail"),
    ("how long does it take to build a website", "How long it takes"),
    ("how quickly can you start", "How soon we could start"),
    ("do you build apps?", "Apps"),
    ("can you do social media", "Social media and advertising"),
    ("do you offer refunds?", "Refund if the design is not right"),
    ("who are you guys", "The team"),
    ("can I pay in instalments", "Paying, instalments and deposits"),
    ("do you give a discount", "Discounts"),
    ("can I cancel any time", "Contract and cancellation"),
    ("what do you do?", "Our services in short"),
    ("what services do you offer", "Our services in short"),
    ("do you speak french", "Languages we speak"),
    ("can i edit the site myself", "Can I edit the website myself?"),
    ("do you use wordpress", "Which system do you use?"),
    ("I have an existing website, can you redo it", "Relaunch of an existing website"),
    ("what's included in package house", "Package House"),
    ("will i be number one on google", "Will I be on the first page of Google?"),
    ("is the first meeting free?", "The first meeting"),
    ("do i need to provide photos", "Texts and photos"),
    ("Was kostet eine Website?", "What a website costs"),
    ("Wann haben Sie geöffnet?", "Opening hours"),
    ("Wo ist Ihr Büro?", "Address and directions"),
    ("Combien coûte un site web ?", "What a website costs"),
    ("Quels sont vos horaires ?", "Opening hours"),
    ("¿Cuánto cuesta una tienda online?", "What an online shop costs"),
    ("¿Dónde están?", "Address and directions"),
    ("website ki qeemat kya hai", "What a website costs"),
    ("ویب سائٹ کی قیمت کیا ہے", "What a website costs"),
]
UNRELATED = [
    "what's the weather in Paris",
    "tell me a joke",
    "do you sell pizza",
    "do you repair cars",
    "who is the president of France?",
    "can you write my homework",
    "what is the meaning of life",
    "can you hack my ex's facebook",
    "asdf qwer",
    "and?",
    "😀",
    "",
]


@pytest.mark.parametrize(("question", "title"), ASKED)
def test_a_question_finds_the_passage_that_answers_it(
    example: Knowledge, question: str, title: str
) -> None:
    assert [passage.title for passage in example.search(question)][:1] == [title]


@pytest.mark.parametrize("question", UNRELATED)
def test_a_question_about_something_else_finds_nothing(example: Knowledge, question: str) -> None:
    assert example.search(question) == []


def test_the_example_business_is_read_without_problems(example: Knowledge) -> None:
    assert example.problems() == ()


def test_a_passage_names_the_document_it_is_from(example: Knowledge) -> None:
    best = example.search("how much does a website cost?")[0]
    assert best.source == "Packages and prices"
    assert "€1,900" in best.text
    assert 0 < best.score <= 1


def test_no_more_passages_than_asked_for_best_first(example: Knowledge) -> None:
    found = example.search("website price", limit=2)
    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_every_amount_of_the_knowledge_may_be_quoted(example: Knowledge) -> None:
    prices = example.prices()
    assert {"1900 EUR", "5200 EUR", "240 EUR", "15 %"} <= prices
    assert "1 EUR" not in prices


HOSTILE = [
    '"', "'", "*", "NEAR(", "a AND OR NOT", "terms:x", "^price", "price*", "(((", "price\x00list",
    "%", "_", "';DROP TABLE knowledge_passages;--", "price & !", "a:*", "\\", "-price", "{price}",
    "price " * 5000, "\ud800", "é" * 3000, "ا" * 3000, "0price", "0", "\u202eprice",
]  # fmt: skip


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_text_is_a_question_like_any_other(example: Knowledge, question: str) -> None:
    example.search(question)
    assert example.search("website price") != []


@given(st.text(max_size=200))
def test_terms_are_letters_and_digits_whatever_the_text(text: str) -> None:
    terms = [stem for stem, _ in question_words(text)] + terms_of(text)
    assert all(term.isalnum() for term in terms)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60))
@given(st.text(max_size=80))
def test_any_text_can_be_searched_for(example: Knowledge, text: str) -> None:
    assert all(passage.score > 0 for passage in example.search(text))


def test_a_changed_file_is_noticed(
    knowledge: Knowledge, folder: Path, later: Callable[[], None]
) -> None:
    file = folder / "fees.md"
    file.write_text("# Fees\n\n## Haircut\nA haircut costs €30.\n")
    assert knowledge.search("haircut")[0].text == "A haircut costs €30."
    file.write_text("# Fees\n\n## Haircut\nA haircut now costs €35.\n")
    later()
    assert knowledge.search("haircut")[0].text == "A haircut now costs €35."
    assert knowledge.prices() == {"35 EUR"}


def test_files_are_not_looked_at_for_every_question(knowledge: Knowledge, folder: Path) -> None:
    (folder / "a.md").write_text("# A\n\n## Haircut\nYes.\n")
    assert len(knowledge.search("haircut")) == 1
    (folder / "b.md").write_text("# B\n\n## Haircut\nNo.\n")
    assert len(knowledge.search("haircut")) == 1


def test_another_process_serves_what_the_first_has_read(
    database: Database, knowledge: Knowledge, folder: Path, clock: SettableClock
) -> None:
    (folder / "a.md").write_text("# A\n\n## Haircut\nYes.\n")
    knowledge.refresh()
    other = Knowledge(database, folder, clock)
    assert [passage.text for passage in other.search("haircut")] == ["Yes."]


def test_many_who_look_at_once_read_each_file_once(
    database: Database, folder: Path, clock: SettableClock
) -> None:
    for number in range(5):
        (folder / f"{number}.md").write_text(f"# File {number}\n\n## Haircut\nNumber {number}.\n")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: Knowledge(database, folder, clock).refresh(), range(8)))
    found = Knowledge(database, folder, clock).search("haircut", limit=20)
    assert sorted(passage.text for passage in found) == [f"Number {n}." for n in range(5)]


def test_a_removed_file_answers_no_more_and_is_told_of(
    knowledge: Knowledge, folder: Path, later: Callable[[], None], clock: SettableClock
) -> None:
    (folder / "a.md").write_text("# A\n\n## Haircut\nYes.\n")
    (folder / "b.md").write_text("# B\n\n## Shave\nYes.\n")
    knowledge.refresh()
    (folder / "a.md").unlink()
    later()
    assert knowledge.search("haircut") == []
    assert knowledge.search("shave") != []
    assert [problem.path for problem in knowledge.problems()] == ["a.md"]
    clock.advance(timedelta(days=8))
    (folder / "b.md").touch()
    assert knowledge.problems() == ()


def test_a_file_that_comes_back_answers_again(
    knowledge: Knowledge, folder: Path, later: Callable[[], None]
) -> None:
    file = folder / "a.md"
    file.write_text("# A\n\n## Haircut\nYes.\n")
    knowledge.refresh()
    file.unlink()
    knowledge.refresh()
    file.write_text("# A\n\n## Haircut\nYes.\n")
    later()
    assert [passage.text for passage in knowledge.search("haircut")] == ["Yes."]
    assert knowledge.problems() == ()


BROKEN = {
    "not UTF-8": b"# A\n\n## Haircut\nfianc\xe9\n",
    "no text": b"",
    "only headings": b"# A\n\n## Haircut\n",
    "too large": b"# A\n" + b"x" * 1_000_001,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_told_of_and_the_others_serve(
    knowledge: Knowledge, folder: Path, content: bytes
) -> None:
    (folder / "good.md").write_text("# Good\n\n## Shave\nYes.\n")
    (folder / "bad.md").write_bytes(content)
    assert [passage.text for passage in knowledge.search("shave")] == ["Yes."]
    assert [problem.path for problem in knowledge.problems()] == ["bad.md"]


def test_a_file_broken_in_the_middle_of_an_edit_goes_on_answering_as_before(
    knowledge: Knowledge, folder: Path, later: Callable[[], None]
) -> None:
    file = folder / "a.md"
    file.write_text("# A\n\n## Haircut\nYes.\n")
    knowledge.refresh()
    file.write_bytes(b"\xff\xfe half a file")
    later()
    assert [passage.text for passage in knowledge.search("haircut")] == ["Yes."]
    assert [problem.path for problem in knowledge.problems()] == ["a.md"]
    file.write_text("# A\n\n## Haircut\nYes, again.\n")
    later()
    assert [passage.text for passage in knowledge.search("haircut")] == ["Yes, again."]
    assert knowledge.problems() == ()


def test_a_folder_in_the_place_of_a_file_is_told_of(knowledge: Knowledge, folder: Path) -> None:
    (folder / "odd.md").mkdir()
    assert [problem.path for problem in knowledge.problems()] == ["odd.md"]


def test_a_missing_folder_says_what_to_do(
    database: Database, tmp_path: Path, clock: SettableClock
) -> None:
    knowledge = Knowledge(database, tmp_path / "nowhere", clock)
    assert knowledge.search("price") == []
    assert "create it" in knowledge.problems()[0].message


def test_an_empty_folder_is_told_of(knowledge: Knowledge) -> None:
    assert "no .md file" in knowledge.problems()[0].message


def test_each_section_is_a_passage_and_a_long_one_several(
    knowledge: Knowledge, folder: Path
) -> None:
    long = "\n\n".join(f"Paragraph {n} about haircuts. {'word ' * 60}" for n in range(12))
    (folder / "a.md").write_text(f"# Salon\n\nWe cut hair.\n\n## Haircut\n{long}\n")
    found = knowledge.search("haircut", limit=50)
    assert len(found) > 2
    assert max(len(passage.text) for passage in found) < 2_000
    assert {passage.source for passage in found} == {"Salon"}


def test_without_a_title_the_file_name_serves(knowledge: Knowledge, folder: Path) -> None:
    (folder / "what-we-cut.md").write_text("## Haircut\nYes.\n")
    assert knowledge.search("haircut")[0].source == "What we cut"


def test_comments_are_not_said(knowledge: Knowledge, folder: Path) -> None:
    (folder / "a.md").write_text("# A\n\n## Haircut\nYes. <!-- ask Jim about the haircut -->\n")
    assert knowledge.search("haircut")[0].text == "Yes."
