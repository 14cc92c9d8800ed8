"""The console's editor of what the assistant is told, and what it knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Response, url_for
from pydantic import ConfigDict, Field
from werkzeug.wrappers import Response as AnyResponse

from chatbot.instructions import LONGEST, Instructions, InstructionVersion
from chatbot.knowledge import Knowledge
from core.errors import Conflict, InvalidInput, ParleyError
from web.api import Body, accepts_form, service
from web.envelope import status_of
from web.pages import Undo, asked, console_blueprint, done, page, problems_of, sent

bp = console_blueprint("instruction", "/instruction")

STAFF = "staff"


class View(Body):
    version: int | None = Field(None, ge=0, le=10**9)


class Draft(Body):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)

    text: str
    note: str = Field("", max_length=200)
    based_on: int = Field(ge=0)
    intent: str = Field("save", pattern="^(save|compare)$")


class RollbackForm(Body):
    version: int = Field(ge=0)


@dataclass(frozen=True)
class Line:
    """A line of a comparison; `kind`: same, added, removed or gap."""

    kind: str
    text: str


@bp.get("")
def index() -> Response:
    """The editor with the version in force; `version` compares an earlier one with it."""
    chosen = asked(View).version
    instructions = service(Instructions)
    current = instructions.current()
    earlier = instructions.get(chosen) if chosen is not None else None
    compared = list(difference(earlier.text, current.text)) if earlier else None
    return _editor(current, current.text, earlier=earlier, compared=compared)


@bp.post("")
@accepts_form
def save() -> AnyResponse:
    """Makes the text the version in force, or only shows what would change."""
    instructions = service(Instructions)
    current = instructions.current()
    draft = sent(Draft)
    text = draft.text.replace("\r\n", "\n")
    if draft.intent == "compare":
        return _editor(current, text, draft, compared=list(difference(current.text, text.strip())))
    if text.strip() == current.text:
        return done(url_for("console_instruction.index"), "Nothing was changed.")
    try:
        made = instructions.edit(text, author=STAFF, note=draft.note, based_on=draft.based_on)
    except (InvalidInput, Conflict) as error:
        compared = list(difference(current.text, text.strip()))
        return _editor(current, text, draft, compared=compared, error=error)
    return done(
        url_for("console_instruction.index"),
        f"Version {made.version} is in force from the next reply on.",
        _back_to(current.version),
    )


@bp.post("/rollback")
@accepts_form
def roll_back() -> AnyResponse:
    """Puts an earlier text in force again, as a new version."""
    instructions = service(Instructions)
    before = instructions.current()
    chosen = sent(RollbackForm).version
    made = instructions.rollback(chosen, author=STAFF)
    text = f"Version {made.version} has the text of version {chosen} and is in force."
    return done(url_for("console_instruction.index"), text, _back_to(before.version))


def difference(before: str, after: str, context: int = 2) -> Iterator[Line]:
    """What changed, line by line, with a little of what stands around it."""
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for number, group in enumerate(matcher.get_grouped_opcodes(context)):
        if number:
            yield Line("gap", "")
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                yield from (Line("same", text) for text in old[start:end])
            else:
                yield from (Line("removed", text) for text in old[start:end])
                yield from (Line("added", text) for text in new[new_start:new_end])


def _back_to(version: int) -> Undo:
    return Undo(url_for("console_instruction.roll_back"), {"version": str(version)})


def _editor(
    current: InstructionVersion,
    text: str,
    draft: Draft | None = None,
    *,
    earlier: InstructionVersion | None = None,
    compared: list[Line] | None = None,
    error: ParleyError | None = None,
) -> Response:
    knowledge = service(Knowledge)
    return page(
        "instruction.html",
        status_of(error) if error else 200,
        current=current,
        text=text,
        draft=draft,
        earlier=earlier,
        compared=compared,
        longest=LONGEST,
        history=service(Instructions).history(),
        problems=problems_of(error) if error else {},
        files=knowledge.files(),
        wrong=knowledge.problems(),
    )
