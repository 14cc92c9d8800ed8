"""One turn with a chat model: its words checked sentence by sentence, its tools run by us.

The model is an untrusted client: what it says reaches the visitor only after the reply checks, and
what it wants done goes through the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import structlog

from chatbot.reply_checks import Grounds, SentenceGate, Violation, repair_note, replacement
from core.clock import Clock
from core.errors import UpstreamFailed
from llm.messages import (
    Finished,
    Message,
    ModelRequest,
    TextDelta,
    Usage,
    trimmed,
)
from llm.model import ChatModel, ModelUnavailable
from llm.toolbox import Toolbox

log = structlog.get_logger(__name__)

MAX_STEPS = 6
MAX_REPAIRS = 1
DEADLINE_SECONDS = 18.0
MAX_OUTPUT_TOKENS = 1500


@dataclass
class ModelReply:
    """What came of the model's turn, also when it failed in the middle."""

    shown: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    tools: list[str] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    calls: int = 0

    @property
    def text(self) -> str:
        """What the visitor was shown."""
        return "".join(self.shown).strip()


class ModelTurn:
    """Runs the loop of words and tools within one deadline.

    `instruction` and `grounds` are asked again before every step, since tools change what is true.
    """

    def __init__(
        self,
        model: ChatModel,
        clock: Clock,
        *,
        toolbox: Toolbox,
        instruction: Callable[[], str],
        grounds: Callable[[], Grounds],
        show: Callable[[str], None],
        language: str | None,
        max_turns: int,
    ) -> None:
        self._model = model
        self._clock = clock
        self._toolbox = toolbox
        self._instruction = instruction
        self._grounds = grounds
        self._show = show
        self._language = language
        self._max_turns = max_turns
        self._give_up_at = clock.monotonic() + DEADLINE_SECONDS
        self.reply = ModelReply()

    def run(self, history: Sequence[Message], said: str) -> ModelReply:
        """The reply. Raises Unavailable or UpstreamFailed; `self.reply` then has what there is."""
        earlier = [*history, Message.user(said)]
        aside: list[Message] = []  # a reply held back and our note on it: not kept in the history
        repairs = 0
        for _ in range(MAX_STEPS):
            before = len(self.reply.shown)
            finished, violations = self._step([*earlier, *self.reply.messages, *aside])
            message = finished.message
            if message.calls:
                self.reply.messages += [message, self._run_tools(message)]
                aside = []
                continue
            if violations and repairs < MAX_REPAIRS:
                repairs += 1
                aside = [Message("assistant", message.parts, message.wire), self._note(violations)]
                continue
            if violations:
                self._say(replacement(violations, self._grounds(), self._language))
            if not self.reply.text:
                raise UpstreamFailed("The model answered nothing that can be shown.")
            whole = not violations and repairs == 0 and before == 0
            self.reply.messages.append(message if whole else Message.assistant(self.reply.text))
            return self.reply
        raise UpstreamFailed("The model went on calling tools.")

    def _step(self, messages: Sequence[Message]) -> tuple[Finished, tuple[Violation, ...]]:
        """One answer of the model, shown as far as it passes the checks."""
        left = self._give_up_at - self._clock.monotonic()
        if left <= 0:
            raise ModelUnavailable("The turn took too long.")
        request = ModelRequest(
            instruction=self._instruction(),
            messages=trimmed(messages, self._max_turns + 1),
            tools=self._toolbox.specs,
            max_output_tokens=MAX_OUTPUT_TOKENS,
        )
        gate = SentenceGate(self._grounds())
        self.reply.calls += 1
        finished: Finished | None = None
        with closing(self._model.stream(request, deadline_seconds=left)) as events:
            for event in events:
                if isinstance(event, TextDelta):
                    self._say_all(gate.feed(event.text))
                elif isinstance(event, Finished):  # has the calls too
                    finished = event
                    self.reply.usage += event.usage
        if finished is None:
            raise UpstreamFailed("The model's answer had no end.")
        self._say_all(gate.finish())
        self.reply.violations += gate.violations
        return finished, tuple(gate.violations)

    def _run_tools(self, message: Message) -> Message:
        self.reply.tools += [call.name for call in message.calls]
        return Message.tool(self._toolbox.run_step(message.calls))

    def _note(self, violations: Sequence[Violation]) -> Message:
        note = repair_note(violations)
        if self.reply.shown:
            note += (
                f' The visitor has seen only this so far: "{self.reply.text}". '
                "Go on from there without repeating it."
            )
        return Message.user(note)

    def _say_all(self, pieces: Sequence[str]) -> None:
        for piece in pieces:
            self._say(piece)

    def _say(self, piece: str) -> None:
        if self.reply.shown and not self.reply.shown[-1][-1:].isspace() and piece[:1].isalnum():
            piece = " " + piece
        if piece:
            self.reply.shown.append(piece)
            self._show(piece)
