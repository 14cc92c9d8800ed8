"""A turn from outside: retried, streamed, resumed, several at once, in two tabs."""

from __future__ import annotations

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from flask import Flask

from tests.application import MakeApp
from tests.fakes import gemini_replies as gemini
from tests.fakes.gemini_server import API_KEY, GeminiServer
from tests.stories.visitor import Team, Visitor, events_in


def new_id() -> str:
    return str(uuid.uuid4())


def test_the_same_message_twice_is_one_turn_and_one_answer(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.will(gemini.text("Hello."), gemini.text("Something else."))
    gemini_visitor.say("first")
    message_id = new_id()
    one = gemini_visitor.say("I'm Ann, ann@example.com", message_id=message_id)
    again = gemini_visitor.say("I'm Ann, ann@example.com", message_id=message_id)

    assert one.data == again.data
    assert len(gemini_server.journal) == 2
    assert len(gemini_visitor.transcript()) == 4


def test_a_first_message_whose_answer_was_lost_is_found_again(app: Flask) -> None:
    message_id = new_id()
    one = Visitor(app).say("I'm Ann, ann@example.com", message_id=message_id)
    again = Visitor(app).say("I'm Ann, ann@example.com", message_id=message_id)
    other = Visitor(app).say("I'm Bob, bob@example.com", message_id=message_id)

    assert one.data == again.data
    assert other.data["client_id"] != one.data["client_id"]
    assert len(Team(app).leads()) == 2


def test_twenty_retries_at_once_are_one_turn(
    gemini_app: Flask, gemini_server: GeminiServer
) -> None:
    gemini_server.respond_with(lambda request: gemini.text("Hello.").after(0.3))
    message_id = new_id()

    with ThreadPoolExecutor(20) as pool:
        answers = list(
            pool.map(
                lambda _: Visitor(gemini_app).say("I'm Ann, a@example.com", message_id=message_id),
                range(20),
            )
        )

    assert len({str(answer.data) for answer in answers}) == 1
    assert len(gemini_server.journal) == 1
    assert len(Team(gemini_app).leads()) == 1


def test_messages_sent_at_once_are_answered_in_order_one_after_another(
    gemini_app: Flask, gemini_server: GeminiServer
) -> None:
    busy = threading.Lock()
    overlaps: list[int] = []

    def respond(request: object) -> gemini.Reply:
        if not busy.acquire(blocking=False):
            overlaps.append(1)
            return gemini.text("Overlap.")
        time.sleep(0.15)
        busy.release()
        return gemini.text("I see.")

    gemini_server.respond_with(respond)
    visitor = Visitor(gemini_app)
    visitor.say("hello")
    threads = []
    for number in range(4):
        other = Visitor(gemini_app, client_id=visitor.client_id)
        thread = threading.Thread(target=other.say, args=(f"part {number}",))
        thread.start()
        threads.append(thread)
        time.sleep(0.05)
    for thread in threads:
        thread.join()

    assert overlaps == []
    said = [m["text"] for m in visitor.transcript() if m["role"] == "user"]
    assert said == ["hello", "part 0", "part 1", "part 2", "part 3"]
    last = gemini_server.journal[-1].contents
    assert [c["parts"][0]["text"] for c in last if c["role"] == "user"] == said


def test_a_stream_has_start_tokens_cards_and_done_and_equals_the_answer(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.will(
        gemini.calls(("find_slots", {"wish": "tomorrow"})),
        gemini.text("Here are ", "some times. ", "Which one ", "suits you?"),
    )
    events = gemini_visitor.stream("I'm Ann, ann@example.com, can we meet tomorrow?")

    names = [name for _, name, _ in events]
    assert names[0] == "start" and names[-1] == "done"
    assert {"token", "card"} <= set(names)
    done = events[-1][2]
    assert "".join(data["text"] for _, name, data in events if name == "token") == done["reply"]
    assert [data for _, name, data in events if name == "card"] == done["cards"]
    assert len({number for number, _, _ in events}) == len(events)
    assert gemini_visitor.transcript()[-1]["text"] == done["reply"]


def test_a_stream_is_resumed_after_the_last_event_seen(visitor: Visitor) -> None:
    events = visitor.stream("I'm Ann, ann@example.com. What does a website cost?")
    message_id = events[0][2]["message_id"]

    for seen in range(len(events) - 1):
        assert visitor.resume(message_id, events[seen][0]) == events[seen + 1 :]


def test_a_stream_is_resumed_from_the_transcript_when_the_buffer_is_gone(
    visitor: Visitor,
) -> None:
    events = visitor.stream("I'm Ann, ann@example.com")
    visitor.app.extensions["built"].redis.raw.flushall()
    rest = visitor.resume(events[0][2]["message_id"], events[0][0])

    assert rest[-1][1] == "done"
    assert rest[-1][2] == events[-1][2]


def test_a_stream_cut_in_the_middle_runs_on_and_is_resumed(
    gemini_app: Flask, gemini_server: GeminiServer
) -> None:
    gemini_server.will(gemini.text("One. ", "Two. ", "Three. ", delay=0.2))
    visitor = Visitor(gemini_app)
    response = visitor.http.post(
        "/gemini/train", json={"content": "count"}, headers={"Accept": "text/event-stream"}
    )
    seen = events_in(next(iter(response.iter_encoded())).decode())
    response.close()
    rest = visitor.resume(seen[0][2]["message_id"], seen[-1][0])

    assert rest[-1][1] == "done"
    assert rest[-1][2]["reply"] == "One. Two. Three."
    assert len(gemini_server.journal) == 1


def test_more_turns_at_once_than_are_allowed_are_asked_to_come_back(
    make_app: MakeApp, gemini_server: GeminiServer
) -> None:
    app = make_app(
        gemini_api_key=API_KEY, google_gemini_base_url=gemini_server.url, max_turns_at_once=3
    )
    gemini_server.respond_with(lambda request: gemini.text("Hello.").after(1.0))

    def post(number: int) -> Any:
        return app.test_client().post("/gemini/train", json={"content": f"hello {number}"})

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(post, range(8)))

    statuses = [answer.status_code for answer in answers]
    assert statuses.count(200) == 3 and statuses.count(503) == 5
    assert {a.headers["Retry-After"] for a in answers if a.status_code == 503} == {"5"}
    assert len(Team(app).get("/logs")["logs"]) == 3
    assert post(9).status_code == 200


def test_two_tabs_see_one_conversation(visitor: Visitor) -> None:
    visitor.say("hello from the first tab")
    other = Visitor(visitor.app, client_id=visitor.client_id)
    other.say("hello from the second tab")

    assert visitor.transcript() == other.transcript()
    assert len(visitor.transcript()) == 4


def test_the_model_is_shown_the_last_turns_and_its_own_words_verbatim(
    make_app: MakeApp, gemini_server: GeminiServer
) -> None:
    app = make_app(
        gemini_api_key=API_KEY, google_gemini_base_url=gemini_server.url, max_history_turns=3
    )
    gemini_server.respond_with(lambda request: gemini.text("Fine.", signed=True))
    visitor = Visitor(app)
    for number in range(6):
        visitor.say(f"message {number}")
    contents = gemini_server.journal[-1].contents

    assert [c["parts"][0]["text"] for c in contents if c["role"] == "user"] == [
        "message 2",
        "message 3",
        "message 4",
        "message 5",
    ]
    assert contents[0]["role"] == "user"
    assert "thoughtSignature" in str(contents)


def test_tool_calls_and_results_stay_paired_in_later_turns(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    gemini_server.will(
        gemini.calls(
            ("find_slots", {"wish": "tomorrow"}), ("answer_from_knowledge", {"question": "price"})
        ),
        gemini.text("Which one suits you?"),
        gemini.text("Gladly."),
    )
    gemini_visitor.say("Can we meet tomorrow, and what does it cost?")
    answer = gemini_visitor.say("Let me think")

    assert answer.data["degraded"] is False  # the fake refuses unpaired calls as Google does
    assert "functionResponse" in str(gemini_server.journal[-1].contents)


def test_an_instruction_edit_is_in_force_with_the_next_turn(
    gemini_visitor: Visitor, gemini_server: GeminiServer
) -> None:
    staff = {"X-API-Key": "staff-key-of-the-tests-9f8e7d6c"}
    gemini_server.respond_with(lambda request: gemini.text("Fine."))
    gemini_visitor.say("one")
    edited = gemini_visitor.http.post(
        "/system-instruction",
        json={"system_instruction": "Speak like {business_name}'s pirate."},
        headers=staff,
    )
    gemini_visitor.say("two")
    gemini_visitor.http.post("/system-instruction/rollback", json={"version": 0}, headers=staff)
    gemini_visitor.say("three")

    sent = [str(request.body["systemInstruction"]) for request in gemini_server.journal]
    assert edited.get_json()["data"]["version"] == 1
    assert "Speak like Lindner & Park Studio's pirate." in sent[1]
    assert "pirate" not in sent[0] and "pirate" not in sent[2]
    history = gemini_visitor.http.get("/system-instruction/history", headers=staff).get_json()
    assert [v["version"] for v in history["data"]["versions"]] == [2, 1, 0]
