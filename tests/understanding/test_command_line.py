"""`python -m understanding` as others use it: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any


def _answers(*lines: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "understanding"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def _line(text: str, **more: str) -> str:
    return json.dumps(
        {"text": text, "now": "2026-11-18T10:00:00+00:00", "timezone": "Europe/London"} | more
    )


def test_each_line_is_answered_in_order() -> None:
    first, second = _answers(_line("tomorrow at 3pm"), _line("jane@example.com"))

    assert first["times"][0]["start"] == "2026-11-19T15:00+00:00"
    assert [email["value"] for email in second["emails"]] == ["jane@example.com"]


def test_an_answer_has_all_kinds_and_all_fields() -> None:
    (answer,) = _answers(
        _line("I'm Jane Doe from Acme Ltd, 020 7946 0958, 5k a month, Friday at 3, book a demo")
    )

    assert list(answer) == ["emails", "phones", "names", "companies", "money", "times", "intents"]
    assert answer["phones"][0]["value"] == "+442079460958"
    assert {"value", "span", "confidence", "rule"} <= answer["names"][0].keys()
    assert {"amount_min", "amount_max", "currency", "per", "span"} <= answer["money"][0].keys()
    (time,) = answer["times"]
    assert {"text", "span", "start", "end", "grain", "part", "ambiguous", "alternatives"} <= (
        time.keys()
    )
    assert time["ambiguous"]
    assert time["alternatives"] == ["2026-11-20T03:00+00:00"]
    assert answer["intents"][0]["name"] == "meeting_request"


def test_the_question_before_lets_a_bare_answer_be_read() -> None:
    without, asked = _answers(_line("priya"), _line("priya", question="What's your name?"))

    assert without["names"] == []
    assert [name["value"] for name in asked["names"]] == ["Priya"]


def test_a_line_that_is_none_is_answered_with_an_error_and_the_rest_goes_on() -> None:
    bad, zoneless, good = _answers("{", _line("3pm", timezone="Nowhere/City"), _line("3pm"))

    assert "error" in bad
    assert "error" in zoneless
    assert good["times"]


def test_nothing_heavy_is_imported_by_a_process_that_only_reads() -> None:
    code = (
        "import sys; from understanding.reading import read\n"
        "heavy = {'flask', 'sqlalchemy', 'google', 'openpyxl', 'pydantic', 'dns', 'spacy',"
        " 'phonenumbers.geodata', 'phonenumbers.geocoder', 'phonenumbers.carrier'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
