"""Reading what callers send: JSON strictly, text without characters that do harm.

Every body, query and path is checked here before any view runs, so that no field can be
forgotten: an error names the field and the remedy.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from flask import Request, current_app, request
from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import FieldError, InvalidInput, NotJson

MAX_DEPTH = 20
MAX_COMBINING_RUN = 16

# Not allowed in any text: controls but tab and line ends, and the overrides that make a reader see
# other letters than those stored (Trojan Source). Marks and isolates, which right-to-left writers
# need, pass.
_HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_MAYBE_COMBINING = re.compile(rf"[\u0300-\U0010ffff]{{{MAX_COMBINING_RUN + 1},}}")


class Body(BaseModel):
    """The base of what a caller may send: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class JsonRequest(Request):
    """A request whose JSON was read by `check_request`."""

    parsed: Any = None

    def get_json(self, force: bool = False, silent: bool = False, cache: bool = True) -> Any:
        return self.parsed


def accepts_form(view: Any) -> Any:
    """Marks a view that reads an HTML form, besides JSON."""
    view.accepts_form = True
    return view


def check_request() -> None:
    """Runs before every view. Raises InvalidInput, NotJson; werkzeug raises for a large body."""
    _check_strings(_named(request.view_args or {}), "path")
    _check_strings(_named(request.args.to_dict(flat=False)), "query")
    if request.method not in ("POST", "PUT", "PATCH", "DELETE"):
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "accepts_form", False) and request.mimetype != "application/json":
        _check_strings(_named(request.form.to_dict(flat=False)), "form")
        return
    request.parsed = _parsed_json()  # type: ignore[attr-defined]
    _check_strings(_strings(request.parsed, ""), "body")  # type: ignore[attr-defined]


def _parsed_json() -> Any:
    raw = request.get_data(cache=False)
    if not raw.strip():
        return {}
    if not request.is_json:
        raise NotJson("Send JSON with the header Content-Type: application/json.")
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_refuse_constant)
    except RecursionError:
        raise InvalidInput.of("body", "is nested too deeply") from None
    except UnicodeDecodeError:
        raise InvalidInput.of("body", "is not UTF-8 text") from None
    except ValueError as error:
        where = ""
        if isinstance(error, json.JSONDecodeError):
            where = f" (line {error.lineno}, column {error.colno})"
        raise InvalidInput.of("body", f"is not valid JSON{where}") from None
    if not isinstance(value, dict):
        raise InvalidInput.of("body", "must be a JSON object, such as {}")
    return value


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _named(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        yield name, name
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield name, item


def _strings(value: Any, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every string of a JSON value, keys included, with the path to it."""
    if depth > MAX_DEPTH:
        raise InvalidInput.of(path or "body", "is nested too deeply")
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            inner = f"{path}.{key}" if path else key
            yield inner, key
            yield from _strings(item, inner, depth + 1)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _strings(item, f"{path}[{number}]", depth + 1)


def _check_strings(strings: Iterator[tuple[str, str]], where: str) -> None:
    errors = [
        FieldError(printable(path) or where, fault)
        for path, text in strings
        if (fault := fault_in(text)) is not None
    ]
    if errors:
        raise InvalidInput("Some text cannot be accepted; see errors.", errors[:20])


def fault_in(text: str) -> str | None:
    """Why the text is refused, with the remedy; None: it is fine."""
    found = _HARMFUL.search(text)
    if found is not None:
        return f"holds the character U+{ord(found.group()):04X}, which is not allowed; remove it"
    for run in _MAYBE_COMBINING.finditer(text):
        if _longest_combining_run(run.group()) > MAX_COMBINING_RUN:
            return f"stacks over {MAX_COMBINING_RUN} combining marks on a letter; remove them"
    return None


def _longest_combining_run(text: str) -> int:
    longest = current = 0
    for character in text:
        current = current + 1 if unicodedata.combining(character) else 0
        longest = max(longest, current)
    return longest


def printable(text: str) -> str:
    """The text with what cannot be shown replaced, cut to a reasonable length for a message."""
    return _HARMFUL.sub("\ufffd", text)[:80]


def as_invalid_input(error: ValidationError) -> InvalidInput:
    """pydantic's findings in our words; what was sent is not repeated."""
    found = error.errors(include_url=False, include_input=False)
    errors = [
        FieldError(
            printable(".".join(str(part) for part in item["loc"])) or "body",
            _remedy(item["type"], item.get("ctx", {}), item["msg"]),
        )
        for item in found[:20]
    ]
    first = errors[0]
    return InvalidInput(f"{first.field}: {first.message}", errors)


# What pydantic finds, with the remedy; {} is filled with what it says of the limit.
_REMEDIES = {
    "missing": "is required",
    "extra_forbidden": "is not a field of this call; remove it",
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "string_too_long": "is over {max_length} characters; shorten it",
    "string_pattern_mismatch": "is not written as it should be; it must match {pattern}",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number of a sensible size",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "list_type": "must be a list",
    "literal_error": "must be {expected}",
    "too_long": "holds too many entries; send at most {max_length}",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "uuid_type": "must be a UUID, such as 6f1c1a0e-8f0f-4a52-9a3b-0d2f3c1b7a55",
    "uuid_parsing": "must be a UUID, such as 6f1c1a0e-8f0f-4a52-9a3b-0d2f3c1b7a55",
}


def _remedy(kind: str, context: dict[str, Any], message: str) -> str:
    known = _REMEDIES.get(kind)
    if known is None:
        return message.removeprefix("Value error, ")
    return known.format(**context)
