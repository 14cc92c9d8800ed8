"""Runs the tools a model calls.

The model is an untrusted client: whatever is wrong with a call goes back to it as data, and nothing
of our inside goes with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import structlog
from pydantic import BaseModel, ValidationError

from core.errors import Conflict, ParleyError
from llm.messages import ToolCall, ToolResult, ToolSpec

log = structlog.get_logger(__name__)

MAX_CALLS_PER_STEP = 8
MAX_ARGUMENT_CHARACTERS = 16_000
_MAX_FIELD_ERRORS = 10

Response = Mapping[str, Any]


@dataclass(frozen=True)
class Tool:
    """What the model may call: how it looks to it, what it must give, what is done.

    `run` takes an instance of `arguments` and returns JSON data. A ParleyError it raises is told to
    the model in its own words; any other exception is our bug, logged, and told as "failed".
    """

    spec: ToolSpec
    arguments: type[BaseModel]
    run: Callable[[Any], Response]

    @classmethod
    def of(
        cls, name: str, description: str, arguments: type[BaseModel], run: Callable[[Any], Response]
    ) -> Tool:
        """The tool whose JSON schema is that of its arguments' class."""
        return cls(ToolSpec(name, description, _schema_of(arguments)), arguments, run)


class Toolbox:
    """The tools of one turn."""

    def __init__(
        self, tools: Iterable[Tool], *, max_calls_per_step: int = MAX_CALLS_PER_STEP
    ) -> None:
        self._tools = {tool.spec.name: tool for tool in tools}
        self._max_calls = max_calls_per_step

    @property
    def specs(self) -> tuple[ToolSpec, ...]:
        """What to offer to the model."""
        return tuple(tool.spec for tool in self._tools.values())

    def run_step(self, calls: Sequence[ToolCall]) -> tuple[ToolResult, ...]:
        """A result for each call, in order; equal calls run once, those over the cap not at all."""
        done: dict[str, Response] = {}
        results = []
        for call in calls:
            key = _key(call)
            if key not in done:
                done[key] = (
                    self._response(call)
                    if len(done) < self._max_calls
                    else _error("too_many_calls", "Too many calls at once; make fewer.")
                )
            results.append(ToolResult(call.id, call.name, done[key]))
        return tuple(results)

    def run(self, call: ToolCall) -> ToolResult:
        """One call's result; never raises for what the model or a tool did."""
        return ToolResult(call.id, call.name, self._response(call))

    def _response(self, call: ToolCall) -> Response:
        tool = self._tools.get(call.name)
        if tool is None:
            return _error("unknown_tool", "There is no such tool.", tools=sorted(self._tools))
        if len(_key(call)) > MAX_ARGUMENT_CHARACTERS:
            return _error("too_large", "The arguments are too long; shorten them.")
        try:
            arguments = tool.arguments.model_validate(dict(call.arguments), extra="forbid")
        except ValidationError as error:
            return _error("wrong_arguments", "Correct these arguments.", fields=_fields(error))
        return _run(tool, arguments)


def _run(tool: Tool, arguments: BaseModel) -> Response:
    try:
        return _as_data(tool.run(arguments))
    except ParleyError as error:
        return _expected(error)
    except Exception:  # an edge: a tool's bug must not end the visitor's turn
        log.exception("tool_failed", tool=tool.spec.name)
        return _error("failed", "This did not work. Do not say that it did; offer another way.")


def _as_data(response: Response) -> Response:
    """The response as the JSON it will be sent as. Raises TypeError or ValueError if it is none."""
    data = json.loads(json.dumps(dict(response), allow_nan=False))
    return dict(data)


def _expected(error: ParleyError) -> Response:
    more: dict[str, Any] = {}
    errors = getattr(error, "errors", ())
    if errors:
        more["fields"] = [{"field": item.field, "problem": item.message} for item in errors]
    if isinstance(error, Conflict) and error.data:
        more["data"] = json.loads(json.dumps(error.data, default=str))
    return _error(_snake_case(type(error).__name__), error.message, **more)


def _error(code: str, message: str, **more: Any) -> Response:
    return {"error": {"code": code, "message": message, **more}}


def _fields(error: ValidationError) -> list[dict[str, str]]:
    """Where and what, without the values: pydantic's own words, which hold none of ours."""
    return [
        {
            "field": ".".join(str(step)[:60] for step in item["loc"][:5]),
            "problem": item["msg"][:200],
        }
        for item in error.errors(include_url=False, include_context=False, include_input=False)[
            :_MAX_FIELD_ERRORS
        ]
    ]


def _key(call: ToolCall) -> str:
    """Equal for calls that ask for the same; too long when nested deeper than any real call."""
    try:
        arguments = json.dumps(dict(call.arguments), sort_keys=True, default=str)
    except (RecursionError, ValueError):
        arguments = " " * (MAX_ARGUMENT_CHARACTERS + 1)
    return f"{call.name} {arguments}"


def _snake_case(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")


@cache
def _schema_of(arguments: type[BaseModel]) -> Mapping[str, Any]:
    """Made once for each class: made anew it would be a tenth of each turn."""
    schema: Mapping[str, Any] = _without_titles(arguments.model_json_schema())
    return schema


def _without_titles(schema: Any) -> Any:
    """A JSON schema without the titles that pydantic makes of field names: they cost tokens."""
    if isinstance(schema, list):
        return [_without_titles(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _without_titles(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }
