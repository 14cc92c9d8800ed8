"""The visitor corrects what they said: the correction wins, the old value stays in the history."""

from __future__ import annotations

from tests.stories.visitor import Team, Visitor


def test_the_corrected_address_is_the_leads_and_the_old_one_is_kept(
    visitor: Visitor, team: Team
) -> None:
    visitor.say("Hello, I'm Mia Novak and my email is mia@novak.example.com")
    answer = visitor.say("Sorry, wrong address, it's mia.novak@novak.example.com")

    lead = team.only_lead()
    assert lead["email"] == "mia.novak@novak.example.com"
    assert answer.card("lead_saved")["fields"]["email"] == "mia.novak@novak.example.com"
    history = [
        entry.get("value")
        for entry in team.get(f"/leads/{lead['id']}/timeline")["timeline"]
        if entry.get("field") == "email"
    ]
    assert set(history) == {"mia@novak.example.com", "mia.novak@novak.example.com"}


def test_a_name_that_was_misread_is_mended_too(visitor: Visitor, team: Team) -> None:
    visitor.say("I'm Jon Smith, jon@smith.example.com")
    visitor.say("Actually it's Jonathan Smith")

    assert team.only_lead()["name"] == "Jonathan Smith"


def test_one_letter_of_an_address_is_mended_by_saying_which(visitor: Visitor, team: Team) -> None:
    visitor.say("Hello, I'm Ann Novak and my email is ann@novak.example.com")
    answer = visitor.say("no wait, my email is with an e at the end: anne")

    lead = team.only_lead()
    assert lead["email"] == "anne@novak.example.com"
    assert lead["evidence"]["email"]["quote"] == "email is with an e at the end"
    assert answer.card("lead_saved")["fields"]["email"] == "anne@novak.example.com"
    history = [
        entry.get("value")
        for entry in team.get(f"/leads/{lead['id']}/timeline")["timeline"]
        if entry.get("field") == "email"
    ]
    assert set(history) == {"ann@novak.example.com", "anne@novak.example.com"}


def test_a_domain_is_mended_turns_later(visitor: Visitor, team: Team) -> None:
    visitor.say("I'm Jon Smith, jon.smith@gmial.com")
    visitor.say("What does the basic plan cost?")
    visitor.say("oh sorry, my mail is gmail, not gmial")

    assert team.only_lead()["email"] == "jon.smith@gmail.com"
