"""The visitor pastes an essay: what matters is picked out, the rest does no harm."""

from __future__ import annotations

from tests.stories.visitor import Team, Visitor

ESSAY = (
    "Dear Sir or Madam,\n\n"
    + "our company has been through a long history of changes since 1987, order number 20231107. "
    * 30
    + "\n\nTo be short: we would like a new website for our three shops. Our budget is between 5 and "
    "7 thousand euros.\n\nKind regards\nDr. Ingrid van den Berg\nVan den Berg Blumen GmbH\n"
    "Tel. +49 30 90182012\ningrid@vandenberg.example.com\n"
)


def test_the_signature_and_the_wish_are_read(visitor: Visitor, team: Team) -> None:
    answer = visitor.say(ESSAY)

    lead = team.only_lead()
    assert lead["email"] == "ingrid@vandenberg.example.com"
    assert lead["phone"] == "+493090182012"
    assert "Ingrid van den Berg" in lead["name"]
    assert "5" in lead["budget"] and "7" in lead["budget"]
    assert len(answer.reply) < 600


def test_an_essay_over_the_limit_is_refused_with_the_limit(visitor: Visitor) -> None:
    answer = visitor.http.post("/gemini/train", json={"content": ESSAY * 10})

    assert answer.status_code == 400
    assert "5000" in answer.get_json()["message"]
