"""What the widget sends beside a message: consent, the site's word for its user, a rating."""

from __future__ import annotations

import hashlib
import hmac
import html
import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from bootstrap import Services
from chatbot.site_identity import SiteIdentity, SiteVisitor
from core.clock import SettableClock
from tests.application import StaffClient
from tests.stories.visitor import Visitor

EMAIL = "rosa@morgenrot.example"
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "embedding.md"

# What does not ask the database for anything new needs no second one.
sqlite_only = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def signed(services: Services, clock: SettableClock, **changed: Any) -> dict[str, Any]:
    """As a site's server would sign it, by the recipe in the guide."""
    given = {"user_id": "4711", "email": EMAIL, **changed}
    ends = clock.now() + given.pop("ends_in", timedelta(hours=1))
    expires = int(ends.timestamp())
    text = f"{given['user_id']}\n{given['email']}\n{expires}"
    key = given.pop("key", services.settings.site_key)
    signature = hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()
    return {**given, "expires": expires, "signature": signature}


def evidence_of(staff: StaffClient) -> dict[str, Any]:
    (lead,) = staff.get("/leads").get_json()["data"]["leads"]
    evidence: dict[str, Any] = lead["evidence"]["email"]
    return evidence


def test_an_address_the_site_signed_is_verified_in_the_leads_evidence(
    app: Flask, staff: StaffClient, services: Services, clock: SettableClock
):
    visitor = Visitor(app)

    visitor.say("Hello", email=EMAIL, identity=signed(services, clock))

    evidence = evidence_of(staff)
    assert (evidence["value"], evidence["verified"]) == (EMAIL, True)
    page = staff.get(f"/console/conversations/{visitor.conversation_id()}").text
    assert "4711" in page and "vouched for by your site" in page


@sqlite_only
def test_a_signature_that_does_not_hold_costs_no_answer_and_verifies_nothing(
    app: Flask, staff: StaffClient, services: Services, clock: SettableClock
):
    another, over, far = "another-key-of-somebody-else", timedelta(seconds=-1), timedelta(days=8)
    visitor = Visitor(app)

    for spoilt in ({"key": another}, {"ends_in": over}, {"ends_in": far}):
        assert visitor.say("Hi", email=EMAIL, identity=signed(services, clock, **spoilt)).reply
        assert evidence_of(staff)["verified"] is False
    page = staff.get(f"/console/conversations/{visitor.conversation_id()}").text
    assert "vouched for" not in page


@sqlite_only
def test_one_users_signature_is_worth_nothing_for_anothers_address(
    app: Flask, staff: StaffClient, services: Services, clock: SettableClock
):
    stolen = {**signed(services, clock), "email": "boss@morgenrot.example"}

    Visitor(app).say("Hi", email="boss@morgenrot.example", identity=stolen)

    assert evidence_of(staff)["verified"] is False


@sqlite_only
def test_another_user_of_the_site_on_the_same_computer_begins_a_conversation_of_their_own(
    app: Flask, staff: StaffClient, services: Services, clock: SettableClock
):
    visitor = Visitor(app)
    visitor.say("I am Rosa", identity=signed(services, clock))
    first = visitor.conversation_id()
    visitor.say("And again", identity=signed(services, clock))
    assert visitor.conversation_id() == first

    visitor.say("I am Tom", identity=signed(services, clock, user_id="12", email="tom@a.example"))

    assert visitor.conversation_id() != first
    assert [m["text"] for m in visitor.transcript() if m["role"] == "user"] == ["I am Tom"]
    leads = staff.get("/leads").get_json()["data"]["leads"]
    assert {lead["email"] for lead in leads} == {EMAIL, "tom@a.example"}


@sqlite_only
def test_the_recipes_of_the_guide_are_those_of_the_console_and_they_sign_as_we_check(
    staff: StaffClient, services: Services, clock: SettableClock
):
    page = html.unescape(staff.get("/console/widget").text)
    recipes = re.findall(r"```(python|php|js)\n(.*?)\n```", GUIDE.read_text(), re.DOTALL)
    signing = {language: code for language, code in recipes if "hmac" in code.lower()}
    assert signing.keys() == {"python", "php", "js"}
    for code in signing.values():
        lines = [line.split("  #")[0] for line in code.splitlines()]
        assert all(line in page for line in lines)

    program = "import json, sys\n" + signing["python"] + "\nprint(json.dumps(parley_identity("
    program += "*sys.argv[1:])))"
    key = services.settings.site_key
    made = subprocess.run(
        [sys.executable, "-c", program, "4711", EMAIL, key], capture_output=True, check=True
    )
    told = json.loads(made.stdout)
    visitor = SiteVisitor(told["user_id"], told["email"])
    day_before = datetime.fromtimestamp(told["expires"], UTC) - timedelta(days=1)
    identity = SiteIdentity(key)
    assert identity.problem(visitor, told["expires"], told["signature"], day_before) is None


def test_what_the_visitor_agreed_to_and_when_goes_to_the_lead(
    app: Flask, staff: StaffClient, clock: SettableClock
):
    text = "I agree that you <b>answer</b> me."
    visitor = Visitor(app)
    visitor.say("What does a website cost?", consent=text)
    agreed_at = clock.now()
    clock.advance(timedelta(minutes=5))
    visitor.say(f"Write to {EMAIL}")

    (lead,) = staff.get("/leads").get_json()["data"]["leads"]
    (talk,) = staff.get(f"/leads/{lead['id']}/conversations").get_json()["data"]["conversations"]
    assert talk["consent"]["text"] == text
    assert talk["consent"]["at"].startswith(f"{agreed_at:%Y-%m-%dT%H:%M}")
    page = staff.get(f"/console/conversations/{visitor.conversation_id()}").text
    assert "I agree that you &lt;b&gt;answer&lt;/b&gt; me." in page
    assert visitor.conversation()["consent"] is True


def test_a_rating_is_kept_with_the_conversation_and_the_newest_counts(
    app: Flask, staff: StaffClient
):
    visitor = Visitor(app)
    visitor.say(f"I'm Rosa, {EMAIL}")
    conversation = visitor.conversation_id()

    assert visitor.rate(conversation, score=2).status_code == 200
    visitor.http.post("/gemini/reset", json={"client_id": visitor.client_id})
    kept = visitor.rate(conversation, score=5, comment="<i>Quick!</i>")

    assert kept.get_json()["data"]["score"] == 5
    page = staff.get(f"/console/conversations/{conversation}").text
    beside = staff.get(f"/console/conversations/{conversation}/panel").text
    assert "rated 5 of 5" in beside
    assert "5 of 5" in page and "&lt;i&gt;Quick!&lt;/i&gt;" in page and "2 of 5" not in page
    (lead,) = staff.get("/leads").get_json()["data"]["leads"]
    assert staff.delete(f"/leads/{lead['id']}").status_code == 200
    assert visitor.rate(conversation, score=1).status_code == 404


WRONG_RATINGS: list[tuple[dict[str, Any], int]] = [
    ({"score": 0}, 400),
    ({"score": 6}, 400),
    ({"comment": "x" * 1001}, 400),
    ({"conversation_id": "conv_of_nobody"}, 404),
    ({"client_id": "made-up"}, 404),
]


@sqlite_only
def test_a_rating_that_cannot_be_is_refused_and_the_field_named(app: Flask):
    visitor = Visitor(app)
    visitor.say("Hello")
    conversation = visitor.conversation_id()

    for wrong, status in WRONG_RATINGS:
        answer = visitor.rate(**{"conversation_id": conversation, "score": 3, **wrong})

        assert answer.status_code == status, wrong
        if status == 400:
            assert [e["field"] for e in answer.get_json()["data"]["errors"]] == list(wrong)


@sqlite_only
def test_nobody_rates_anothers_conversation(app: Flask):
    visitor, stranger = Visitor(app), Visitor(app)
    visitor.say("Hello")
    stranger.say("Hello")

    assert stranger.rate(visitor.conversation_id(), score=1).status_code == 404
    assert visitor.conversation()["rating"] is None


@sqlite_only
def test_rating_consent_and_identity_are_described(app: Flask):
    described = app.test_client().get("/openapi.json").get_json()

    assert "/gemini/rating" in described["paths"]
    turn = described["components"]["schemas"]["TurnBody"]["properties"]
    assert {"consent", "identity"} <= turn.keys()


@sqlite_only
def test_the_console_shows_the_line_and_the_key_to_staff_only(
    app: Flask, staff: StaffClient, services: Services
):
    page = staff.get("/console/widget").text

    assert "/widget.js" in page and services.settings.site_key in page
    assert app.test_client().get("/console/widget").status_code == 302
    assert app.test_client().get("/console/design").status_code == 302
    assert staff.get("/console/design").status_code == 200
