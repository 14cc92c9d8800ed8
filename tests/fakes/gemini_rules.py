"""What Google refuses in a generateContent request, as far as it is known, with its words."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from typing import Any

Json = dict[str, Any]

NO_SIGNATURE = "skip_thought_signature_validator"

_FREE = {"args", "response", "parametersJsonSchema", "responseJsonSchema", "parameters"}
_TOP = {
    "contents",
    "systemInstruction",
    "tools",
    "toolConfig",
    "safetySettings",
    "generationConfig",
    "cachedContent",
}
_GENERATION = {
    "maxOutputTokens",
    "thinkingConfig",
    "responseMimeType",
    "responseSchema",
    "responseJsonSchema",
    "stopSequences",
    "temperature",
    "topP",
    "topK",
}
_PART_DATA = {"text", "functionCall", "functionResponse"}
_TOOL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.:-]{0,63}")
_LEVELS = {"MINIMAL", "LOW", "MEDIUM", "HIGH"}


class Refused(Exception):
    """The request is answered 400 INVALID_ARGUMENT with this message."""


def in_camel_case(value: Any) -> Any:
    """Protobuf's JSON takes snake_case as well; what is the caller's own data is left alone."""
    if isinstance(value, list):
        return [in_camel_case(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for key, item in value.items():
        name = re.sub(r"_([a-z])", lambda found: found[1].upper(), key)
        result[name] = item if name in _FREE else in_camel_case(item)
    return result


def check(body: Json, model: str, headers: Mapping[str, str], signatures: Signatures) -> None:
    """Raises Refused where Google would."""
    timeout = headers.get("X-Server-Timeout")
    if timeout is not None and float(timeout) < 10:
        raise Refused(
            f"Manually set deadline {timeout}s is too short. Minimum allowed deadline is 10s."
        )
    _check_names(body, _TOP, "")
    _check_generation_config(body.get("generationConfig", {}), model)
    _check_tools(body.get("tools", []))
    contents = body.get("contents")
    if not contents:
        raise Refused("* GenerateContentRequest.contents: contents is not specified")
    for content in contents:
        _check_content(content)
    if contents[-1].get("role") == "model":
        raise Refused("Requests ending with a model turn are not supported.")
    _check_pairs(contents)
    signatures.check(contents, model)


def _check_names(given: Json, known: set[str], where: str) -> None:
    for name in given:
        if name not in known:
            raise Refused(
                f'Invalid JSON payload received. Unknown name "{name}"{where}: Cannot find field.'
            )


def _check_generation_config(config: Json, model: str) -> None:
    _check_names(config, _GENERATION, " at 'generation_config'")
    thinking = config.get("thinkingConfig", {})
    _check_names(thinking, {"thinkingLevel", "includeThoughts"}, " at 'thinking_config'")
    level = thinking.get("thinkingLevel")
    if level is not None and (level.upper() not in _LEVELS or model.startswith("gemini-2")):
        raise Refused("Thinking level is not supported for this model.")
    if "responseJsonSchema" in config and config.get("responseMimeType") != "application/json":
        raise Refused("Response schema requires response_mime_type to be application/json.")


def _check_tools(tools: list[Json]) -> None:
    names = [item["name"] for tool in tools for item in tool.get("functionDeclarations", [])]
    for name in names:
        if not _TOOL_NAME.fullmatch(name):
            raise Refused(f"Invalid function name: {name}")
    if len(names) != len(set(names)):
        raise Refused("Duplicate function declaration found.")


def _check_content(content: Json) -> None:
    _check_names(content, {"role", "parts"}, " at 'contents'")
    if content.get("role") not in ("user", "model"):
        raise Refused("Please use a valid role: user, model.")
    if not content.get("parts"):
        raise Refused("Unable to submit request because it must include at least one parts field.")
    for part in content["parts"]:
        _check_names(part, _PART_DATA | {"thought", "thoughtSignature"}, " at 'contents.parts'")
        if len(_PART_DATA & part.keys()) != 1:
            raise Refused("required oneof field 'data' must have one initialized field")
        named = part.get("functionCall") or part.get("functionResponse")
        if named is not None and not named.get("name"):
            raise Refused("Name cannot be empty.")


def _check_pairs(contents: list[Json]) -> None:
    previous: list[Json] = []
    for content in contents:
        called = previous
        answered = [part["functionResponse"] for part in content["parts"] if _answers(part)]
        previous = [part["functionCall"] for part in content["parts"] if "functionCall" in part]
        if len(called) != len(answered):
            raise Refused(
                "Please ensure that the number of function response parts is equal to the number "
                "of function call parts of the function call turn."
            )
        if sorted(map(_identity, called)) != sorted(map(_identity, answered)):
            raise Refused("Please ensure that function responses match their function calls.")


def _answers(part: Json) -> bool:
    return "functionResponse" in part


def _identity(item: Json) -> tuple[str, str]:
    return item.get("id", ""), item.get("name", "")


class Signatures:
    """The signatures given out, and for which model."""

    def __init__(self) -> None:
        self._model_of: dict[bytes, str] = {}
        self._signed_calls: set[str] = set()

    def give(self, signature: bytes, model: str, call_id: str | None = None) -> str:
        """Notes it and returns its JSON form."""
        self._model_of[signature] = model
        if call_id is not None:
            self._signed_calls.add(call_id)
        return base64.b64encode(signature).decode()

    def check(self, contents: list[Json], model: str) -> None:
        """Every signature is ours and this model's; no call that we signed comes without."""
        for content in contents:
            for index, part in enumerate(content["parts"]):
                self._check_part(part, model, first=index == _first_call(content["parts"]))

    def _check_part(self, part: Json, model: str, *, first: bool) -> None:
        signature = part.get("thoughtSignature")
        call = part.get("functionCall")
        if signature is None:
            signed = call is not None and call.get("id") in self._signed_calls
            demanded = first and not model.startswith(("gemini-1", "gemini-2"))
            if signed or demanded:
                raise Refused("Function call is missing a thought_signature in functionCall parts.")
        elif signature != NO_SIGNATURE and self._model_of.get(_decoded(signature)) != model:
            raise Refused("Corrupted thought signature.")


def _first_call(parts: list[Json]) -> int:
    return next((index for index, part in enumerate(parts) if "functionCall" in part), -1)


def _decoded(signature: str) -> bytes:
    return base64.b64decode(signature.replace("-", "+").replace("_", "/"))


def texts(contents: list[Json]) -> Iterator[str]:
    """All words in the contents."""
    for content in contents:
        for part in content["parts"]:
            if "text" in part:
                yield part["text"]
