"""Running what the model calls."""

from __future__ import annotations

from datetime import date

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, field_validator

from core.errors import Conflict, FieldError, InvalidInput, NotFound, SlotTaken, Unavailable
from llm.messages import ToolCall
from llm.toolbox import Tool, Toolbox

SECRET = "postgresql://parley:hunter2@db.internal"


class Find(BaseModel):
    """What to look for."""

    day: date
    guests: int = Field(default=1, ge=1, le=20, description="How many come.")


class Note(BaseModel):
    title: str = Field(max_length=50)
    tags: list[str] = []

    @field_validator("title")
    @classmethod
    def _no_shouting(cls, value: str) -> str:
        if value.isupper():
            raise ValueError("is shouted")
        return value


class Desk:
    """Two tools, and what they were asked."""

    def __init__(self) -> None:
        self.asked: list[BaseModel] = []
        self.raises: Exception | None = None
        self.answer: dict[str, object] = {"slots": ["10:00"]}

    def do(self, arguments: BaseModel) -> dict[str, object]:
        self.asked.append(arguments)
        if self.raises is not None:
            raise self.raises
        return self.answer


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def toolbox(desk):
    find = Tool.of("find_slots", "Free times on a day.", Find, desk.do)
    return Toolbox([find, Tool.of("note", "Keeps a note.", Note, desk.do)])


def find(id="1", **arguments):
    return ToolCall(id, "find_slots", {"day": "2026-11-24", **arguments})


def error_of(result):
    assert result.response.keys() == {"error"}
    return result.response["error"]


def test_a_tool_gets_validated_arguments_and_its_answer_goes_back(toolbox, desk):
    result = toolbox.run(find(guests=3))

    assert desk.asked == [Find(day=date(2026, 11, 24), guests=3)]
    assert (result.call_id, result.name) == ("1", "find_slots")
    assert result.response == {"slots": ["10:00"]}


def test_the_model_sees_the_schema_of_the_arguments_and_no_made_up_titles(toolbox):
    spec, note = toolbox.specs

    assert (spec.name, spec.description) == ("find_slots", "Free times on a day.")
    assert spec.parameters["required"] == ["day"]
    assert spec.parameters["properties"]["guests"]["description"] == "How many come."
    assert "title" not in spec.parameters
    assert note.parameters["properties"]["title"] == {"maxLength": 50, "type": "string"}


def test_an_unknown_tool_is_answered_with_those_there_are(toolbox, desk):
    error = error_of(toolbox.run(ToolCall("1", "delete_all", {})))

    assert error["code"] == "unknown_tool"
    assert error["tools"] == ["find_slots", "note"]
    assert desk.asked == []


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({}, "day"),
        ({"day": None}, "day"),
        ({"day": 5.5}, "day"),
        ({"day": ["2026-11-24"]}, "day"),
        ({"day": "tomorrow"}, "day"),
        ({"day": "2026-11-24", "guests": "many"}, "guests"),
        ({"day": "2026-11-24", "guests": 0}, "guests"),
        ({"day": "2026-11-24", "guests": 10**30}, "guests"),
        ({"day": "2026-11-24", "admin": True}, "admin"),
    ],
)
def test_wrong_arguments_are_told_by_name_and_nothing_is_done(toolbox, desk, arguments, field):
    error = error_of(toolbox.run(ToolCall("1", "find_slots", arguments)))

    assert error["code"] == "wrong_arguments"
    assert [item["field"] for item in error["fields"]] == [field]
    assert error["fields"][0]["problem"]
    assert desk.asked == []


def test_the_values_of_wrong_arguments_are_not_repeated(toolbox):
    call = ToolCall("1", "note", {"title": ["secret-value"], "x" * 500: 1})

    assert "secret-value" not in str(toolbox.run(call).response)
    assert len(str(toolbox.run(call).response)) < 600


def test_a_hundred_wrong_fields_make_no_long_answer(toolbox):
    call = ToolCall("1", "note", {f"field{n}": n for n in range(100)})

    assert len(error_of(toolbox.run(call))["fields"]) == 10


def test_a_rule_of_the_tools_own_is_told_in_its_words(toolbox):
    error = error_of(toolbox.run(ToolCall("1", "note", {"title": "BUY NOW"})))

    assert "is shouted" in error["fields"][0]["problem"]


def test_huge_arguments_are_refused_unread(toolbox, desk):
    call = ToolCall("1", "note", {"title": "x", "tags": ["y" * 20_000]})

    assert error_of(toolbox.run(call))["code"] == "too_large"
    assert desk.asked == []


def test_arguments_nested_without_end_are_refused(toolbox, desk):
    nested: dict[str, object] = {}
    for _ in range(50_000):
        nested = {"a": nested}

    assert error_of(toolbox.run(ToolCall("1", "note", nested)))["code"] == "too_large"
    assert desk.asked == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NotFound("There is no such slot."), {"code": "not_found"}),
        (Unavailable("The calendar does not answer."), {"code": "unavailable"}),
        (
            InvalidInput.of("email", "is no address"),
            {"code": "invalid_input", "fields": [{"field": "email", "problem": "is no address"}]},
        ),
        (
            SlotTaken("Taken.", {"alternatives": [date(2026, 11, 25)]}),
            {"code": "slot_taken", "data": {"alternatives": ["2026-11-25"]}},
        ),
        (Conflict("It is there already."), {"code": "conflict"}),
        (
            InvalidInput("Two things.", [FieldError("a", "b"), FieldError("c", "d")]),
            {"fields": [{"field": "a", "problem": "b"}, {"field": "c", "problem": "d"}]},
        ),
    ],
)
def test_an_expected_failure_is_told_as_data(toolbox, desk, error, told):
    desk.raises = error

    assert error_of(toolbox.run(find())).items() >= {"message": error.message, **told}.items()


@pytest.mark.parametrize(
    "error", [RuntimeError(SECRET), ValueError(SECRET), KeyError(SECRET), RecursionError(SECRET)]
)
def test_our_own_bug_is_logged_and_its_text_told_to_nobody(toolbox, desk, error):
    desk.raises = error

    with structlog.testing.capture_logs() as logs:
        told = error_of(toolbox.run(find()))

    assert told["code"] == "failed"
    assert "hunter2" not in str(told)
    assert (logs[0]["event"], logs[0]["tool"]) == ("tool_failed", "find_slots")
    assert logs[0]["exc_info"]


def test_a_tools_own_validation_error_is_a_bug_and_not_the_models(toolbox, desk):
    try:
        Find(day=SECRET)
    except ValueError as error:
        desk.raises = error

    assert error_of(toolbox.run(find()))["code"] == "failed"


@pytest.mark.parametrize("answer", [{"at": date(2026, 11, 24)}, {"n": float("nan")}, None, [1]])
def test_an_answer_that_is_no_json_object_is_a_bug(toolbox, desk, answer):
    desk.answer = answer

    assert error_of(toolbox.run(find()))["code"] == "failed"


def test_what_a_tool_does_to_its_answer_afterwards_changes_nothing(toolbox, desk):
    result = toolbox.run(find())
    desk.answer["slots"].append("11:00")

    assert result.response == {"slots": ["10:00"]}


def test_an_interrupt_is_not_swallowed(toolbox, desk):
    desk.raises = KeyboardInterrupt()

    with pytest.raises(KeyboardInterrupt):
        toolbox.run(find())


def test_equal_calls_in_one_step_run_once_and_are_all_answered(toolbox, desk):
    same = ToolCall("3", "find_slots", {"guests": 1, "day": "2026-11-24"})

    results = toolbox.run_step([find("1", guests=1), find("2", guests=2), same])

    assert len(desk.asked) == 2
    assert [result.call_id for result in results] == ["1", "2", "3"]
    assert results[0].response == results[2].response


def test_equal_calls_in_two_steps_both_run(toolbox, desk):
    toolbox.run_step([find()])
    toolbox.run_step([find()])

    assert len(desk.asked) == 2


def test_calls_over_the_cap_do_not_run_and_are_answered(toolbox, desk):
    results = toolbox.run_step([find(str(n), guests=n) for n in range(1, 21)])

    assert len(desk.asked) == 8
    assert len(results) == 20
    assert {error_of(result)["code"] for result in results[8:]} == {"too_many_calls"}


def test_unknown_tools_use_up_the_cap_too(toolbox, desk):
    calls = [ToolCall(str(n), f"tool{n}", {}) for n in range(8)]

    results = toolbox.run_step([*calls, find("9")])

    assert error_of(results[8])["code"] == "too_many_calls"
    assert desk.asked == []


def test_no_calls_are_no_results(toolbox):
    assert toolbox.run_step([]) == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
names = st.sampled_from(["find_slots", "note", "", "os.system", "find_slots "])
any_calls = st.builds(
    ToolCall,
    st.text(max_size=3),
    names,
    st.dictionaries(st.sampled_from(["day", "guests", "title", "tags", "self"]), json_values),
)


@given(st.lists(any_calls, max_size=12))
def test_whatever_the_model_calls_every_call_gets_one_answer(calls):
    desk = Desk()
    find_tool = Tool.of("find_slots", "Free times.", Find, desk.do)
    toolbox = Toolbox([find_tool, Tool.of("note", "Keeps a note.", Note, desk.do)])

    results = toolbox.run_step(calls)

    assert [(r.call_id, r.name) for r in results] == [(c.id, c.name) for c in calls]
    assert len(desk.asked) <= 8
    assert all(r.response == {"slots": ["10:00"]} or error_of(r) for r in results)
