"""The same key and body: one effect, one answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from flask import Flask

from tests.application import STAFF_KEY, StaffClient

ANN = {"name": "Ann Lee", "email": "ann@example.com"}


def key(value: str) -> dict[str, str]:
    return {"Idempotency-Key": value}


def total(staff: StaffClient) -> int:
    return int(staff.get("/leads").get_json()["data"]["total"])


def test_the_same_key_and_body_give_the_first_answer_again(staff: StaffClient) -> None:
    first = staff.post("/leads", json=ANN, headers=key("a"))
    again = staff.post("/leads", json=ANN, headers=key("a"))

    assert first.status_code == again.status_code == 201
    assert first.get_json() == again.get_json()
    assert again.headers["Idempotent-Replayed"] == "true"
    assert total(staff) == 1


def test_the_same_key_with_another_body_is_a_conflict(staff: StaffClient) -> None:
    staff.post("/leads", json=ANN, headers=key("a"))
    answer = staff.post("/leads", json={**ANN, "name": "Bo"}, headers=key("a"))

    assert answer.status_code == 409
    assert total(staff) == 1


def test_a_refused_call_leaves_the_key_free(staff: StaffClient) -> None:
    wrong = staff.post("/leads", json={"email": "no address"}, headers=key("a"))
    right = staff.post("/leads", json=ANN, headers=key("a"))

    assert (wrong.status_code, right.status_code) == (400, 201)


def test_without_a_key_each_call_counts(staff: StaffClient) -> None:
    staff.post("/leads", json=ANN)
    staff.post("/leads", json=ANN)

    assert total(staff) == 2


def test_fifty_at_once_are_one(app: Flask, staff: StaffClient) -> None:
    def call(_: int) -> Any:
        headers = {"X-API-Key": STAFF_KEY, **key("fifty")}
        return app.test_client().post("/leads", json=ANN, headers=headers)

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(call, range(50)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.get_data() for answer in answers}) == 1
    assert total(staff) == 1
