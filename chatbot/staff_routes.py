"""The team's endpoints of the chatbot: the instruction, and the logs of conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Response
from flask_openapi3 import APIBlueprint, Tag
from pydantic import Field

from chatbot.instructions import Instructions, InstructionVersion
from chatbot.transcripts import Transcripts, log_as_json
from core.errors import InvalidInput
from core.values import rfc3339
from web.api import (
    Body,
    PageQuery,
    decode_cursor,
    encode_cursor,
    service,
    success,
)

bp = APIBlueprint(
    "chat_staff",
    __name__,
    abp_tags=[Tag(name="Instruction and logs")],
    abp_security=[{"staff_key": []}, {"staff_key_header": []}],
)

STAFF = "staff"
_TEXT: dict[str, Any] = {"text/plain": {}}


class InstructionBody(Body):
    model_config = {"extra": "forbid", "str_strip_whitespace": False}

    system_instruction: str = Field(description="The whole text")
    note: str = Field("", max_length=200, description="Why it was changed")
    based_on: int | None = Field(None, ge=0, description="The version the editor saw")


class RollbackBody(Body):
    version: int = Field(ge=0, strict=True, description="0 is the text Parley ships")


class LogPath(Body):
    filename: str = Field(max_length=300)


class ClearBody(Body):
    older_than_days: int = Field(30, ge=0, le=3650)


@bp.get("/system-instruction")
def get_instruction() -> Response:
    """The instruction in force."""
    return success(_as_json(service(Instructions).current()))


@bp.post("/system-instruction")
def edit_instruction(body: InstructionBody) -> Response:
    """Makes the text the newest version; in force from the next turn on, in every process."""
    made = service(Instructions).edit(
        body.system_instruction, author=STAFF, note=body.note, based_on=body.based_on
    )
    return success(_as_json(made), f"Version {made.version} is in force.")


@bp.put("/system-instruction", responses={201: None})
def create_instruction(body: InstructionBody) -> Response:
    """The first version of your own; 400 when there is one."""
    made = service(Instructions).create(body.system_instruction, author=STAFF)
    return success(_as_json(made), f"Version {made.version} is in force.", 201)


@bp.get("/system-instruction/history")
def instruction_history() -> Response:
    """All versions, newest first; version 0 is the text Parley ships."""
    return success({"versions": [_as_json(v) for v in service(Instructions).history()]})


@bp.post("/system-instruction/rollback")
def roll_back(body: RollbackBody) -> Response:
    """Makes an earlier version's text the newest one."""
    made = service(Instructions).rollback(body.version, author=STAFF)
    return success(_as_json(made), f"Version {made.version} is in force.")


@bp.get("/logs")
def list_logs(query: PageQuery) -> Response:
    """Conversations as text files, the newest first."""
    keys = decode_cursor(query.cursor, 2)
    before = (_instant(keys[0]), str(keys[1])) if keys else None
    found = service(Transcripts).list_logs(limit=query.limit + 1, before=before)
    page, more = found[: query.limit], len(found) > query.limit
    last = page[-1][0] if more else None
    cursor = encode_cursor(last.last_at.isoformat(), last.conversation.id) if last else None
    return success({"logs": [log_as_json(log) for _, log in page], "next_cursor": cursor})


@bp.get("/logs/<filename>", responses={200: {"content": _TEXT}})
def get_log(path: LogPath) -> Response:
    """A conversation as text: lines `user: …` and `model: …`."""
    text = service(Transcripts).read_log(path.filename)
    return Response(text, mimetype="text/plain")


@bp.post("/logs/clear")
def clear_logs(body: ClearBody) -> Response:
    """Removes conversations without a message for that long; flagged ones stay."""
    removed = service(Transcripts).clear(body.older_than_days)
    return success({"removed": removed, "count": len(removed)}, f"{len(removed)} removed.")


def _instant(value: object) -> datetime:
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError:
        raise _foreign_cursor() from None
    if instant.tzinfo is None:
        raise _foreign_cursor()
    return instant


def _foreign_cursor() -> InvalidInput:
    return InvalidInput.of("cursor", "is not one of ours; use next_cursor of the page before")


def _as_json(version: InstructionVersion) -> dict[str, object]:
    return {
        "system_instruction": version.text,
        "version": version.version,
        "author": version.author,
        "note": version.note,
        "created_at": rfc3339(version.created_at) if version.created_at else None,
    }
