"""Whoever holds a client id holds that conversation; nobody else reaches it or learns of it."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.application import STAFF_KEY
from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import GeminiServer, Recorded
from tests.stories.visitor import Team, Visitor

STAFF = {"X-API-Key": STAFF_KEY}


def test_a_foreign_conversation_cannot_be_read_continued_reset_or_streamed(app: Flask) -> None:
    ann = Visitor(app)
    message_id = str(uuid.uuid4())
    first = ann.say("I'm Ann, ann@example.com", message_id=message_id)
    before = ann.transcript()
    bob = Visitor(app)
    bob.say("hello")
    data = first.data

    for forged in (data["conversation_id"], data["client_id"][:-1], data["client_id"] + "x"):
        headers = {"X-Client-Id": forged}
        assert bob.http.get("/gemini/conversation", headers=headers).status_code == 404
        assert bob.http.post("/gemini/reset", json={"client_id": forged}).get_json()["data"] == {
            "ended": False
        }
        saved = bob.http.post("/gemini/save-info", json={"client_id": forged, "name": "Bob"})
        assert saved.status_code == 404
        said = bob.http.post("/gemini/train", json={"client_id": forged, "content": "hi"})
        assert said.get_json()["data"]["conversation_id"] != data["conversation_id"]
    for headers in (
        {},
        {"Last-Event-ID": "1"},
        {"Last-Event-ID": "1-" + "A" * 24},
        {"X-Client-Id": bob.client_id or ""},
    ):
        assert bob.http.get(f"/gemini/stream/{message_id}", headers=headers).status_code == 404
    for path in (f"/logs/{data['conversation_id']}", "/logs", "/leads"):
        assert bob.http.get(path).status_code == 401

    assert ann.transcript() == before


def test_an_id_the_caller_made_up_is_private_to_that_callers_session(app: Flask) -> None:
    ann, bob = Visitor(app, client_id="my-id"), Visitor(app, client_id="my-id")
    one = ann.say("I'm Ann, ann@example.com")
    two = bob.say("What did I say?")

    assert one.data["conversation_id"] != two.data["conversation_id"]
    assert len(ann.transcript()) == len(bob.transcript()) == 2
    assert ann.say("again").data["conversation_id"] == one.data["conversation_id"]


def test_a_bridge_with_the_staff_key_may_name_any_client_and_vouches_for_it(app: Flask) -> None:
    bridge = app.test_client()
    body = {"client_id": "whatsapp:+4930901820", "phone": "+49 30 90182012", "content": "Hello"}
    one = bridge.post("/gemini/train", json=body, headers=STAFF).get_json()["data"]
    two = bridge.post("/gemini/train", json=body, headers=STAFF).get_json()["data"]
    outsider = Visitor(app, client_id="whatsapp:+4930901820").say("hi")

    assert one["conversation_id"] == two["conversation_id"]
    assert outsider.data["conversation_id"] != one["conversation_id"]
    lead = Team(app).only_lead()
    assert lead["phone"] == "+493090182012"
    assert lead["evidence"]["phone"]["verified"] is True


def test_ids_are_long_random_and_have_nothing_in_common(app: Flask) -> None:
    ids = [Visitor(app).say("hi").data["client_id"] for _ in range(20)]
    bodies = {id_.split(".")[0] for id_ in ids}

    assert len(bodies) == 20 and all(len(body) >= 24 for body in bodies)
    assert len({body[:3] for body in bodies}) > 10


def test_typing_somebody_elses_address_reveals_and_changes_nothing(app: Flask) -> None:
    ann, bob = Visitor(app), Visitor(app)
    ann.say("I'm Ann Secret, ann@example.com, +49 30 90182012. We need a big online shop")
    [before] = Team(app).leads()
    answer = bob.say("I'm Bob, my email is ann@example.com. What do you know about me?")

    after = next(lead for lead in Team(app).leads() if lead["id"] == before["id"])
    assert after == before
    for secret in ("Secret", "90182012", "online shop"):
        assert secret not in str(answer.data)
    duplicates = Team(app).get(f"/leads/{before['id']}/duplicates")
    assert len(duplicates["duplicates"]) == 1


def test_no_words_reach_another_visitor_when_many_chat_at_once(
    gemini_app: Flask, gemini_server: GeminiServer
) -> None:
    def echo(request: Recorded) -> gemini.Reply:
        return gemini.text(f"You said {request.words.split()[-1]}.")

    gemini_server.respond_with(echo)

    def chat(number: int) -> bool:
        visitor = Visitor(gemini_app)
        own = f"word{number}x"
        replies = [visitor.say(f"turn {turn} {own}").reply for turn in range(4)]
        shown = str(visitor.transcript())
        others = [f"word{n}x" for n in range(25) if n != number]
        return all(own in r for r in replies) and not any(o in shown for o in others)

    with ThreadPoolExecutor(25) as pool:
        assert all(pool.map(chat, range(25)))
