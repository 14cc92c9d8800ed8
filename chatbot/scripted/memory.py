"""What the scripted engine remembers between two turns: small, JSON-able, free of the visitor's
words. Whatever is found in its place, a Memory comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import Any

LANGUAGES = ("en", "de", "fr", "es", "ur", "ur-latin")
_LONGEST = 40  # entries of one kind kept: a conversation of any length keeps a small memory


@dataclass(frozen=True)
class Memory:
    """`asked` is what our last question was about, `question` its words (understanding reads a
    bare answer by them); `leaning` is the other language that the last message was in;
    `shown` are the slots on the last card as (id, start), so that "the
    second one" is the second the visitor saw."""

    language: str | None = None
    asked: str | None = None
    purpose: str | None = None
    shown: tuple[tuple[str, str], ...] = ()
    seen: tuple[str, ...] = ()
    chosen: str | None = None
    days: tuple[str, ...] = ()
    meeting: str | None = None
    refused: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    asks: Mapping[str, int] = field(default_factory=dict)
    said: Mapping[str, int] = field(default_factory=dict)
    handed_over: bool = False
    stopped: bool = False
    last: str | None = None
    question: str | None = None
    leaning: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Only what differs from a fresh memory."""
        fresh = asdict(Memory())
        plain = {**asdict(self), "asks": dict(self.asks), "said": dict(self.said)}
        plain["shown"] = [list(slot) for slot in self.shown]
        lists = {key: list(value) for key, value in plain.items() if isinstance(value, tuple)}
        found = {**plain, **lists}
        return {key: value for key, value in found.items() if value and value != fresh[key]}

    def counted(self, kind: str, key: str) -> Memory:
        """One more of `key` in the counter `kind` (`asks` or `said`)."""
        counter: Mapping[str, int] = getattr(self, kind)
        changed: dict[str, Any] = {kind: {**counter, key: counter.get(key, 0) + 1}}
        return replace(self, **changed)

    def with_added(self, kind: str, key: str) -> Memory:
        """`key` in the list `kind`, once, at its end."""
        kept = [item for item in getattr(self, kind) if item != key]
        changed: dict[str, Any] = {kind: (*kept, key)[-_LONGEST:]}
        return replace(self, **changed)

    def without(self, kind: str, *keys: str) -> Memory:
        changed: dict[str, Any] = {
            kind: tuple(item for item in getattr(self, kind) if item not in keys)
        }
        return replace(self, **changed)


def memory_from(state: Mapping[str, Any]) -> Memory:
    """Reads what `as_json` wrote; what is of the wrong shape is left out."""
    readers: dict[str, Callable[[object], Any]] = {
        "asks": _counts,
        "said": _counts,
        "shown": _shown,
        "handed_over": _flag,
        "stopped": _flag,
    }
    words = {"seen", "days", "refused", "declined", "topics"}
    found: dict[str, Any] = {}
    for name in (item.name for item in fields(Memory)):
        if name not in state:
            continue
        value = state[name]
        if name in readers:
            found[name] = readers[name](value)
        elif name in words:
            found[name] = _texts(value)
        else:
            found[name] = value if isinstance(value, str) and value else None
    memory = Memory(**found)
    return memory if memory.language in LANGUAGES else replace(memory, language=None)


def _flag(value: object) -> bool:
    return value is True


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        return ()
    return tuple(item for item in value if isinstance(item, str))[-_LONGEST:]


def _counts(value: object) -> dict[str, int]:
    if not isinstance(value, Mapping):
        return {}
    return {
        key: count
        for key, count in value.items()
        if isinstance(key, str) and type(count) is int and 0 < count < 10_000
    }


def _shown(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list | tuple):
        return ()
    pairs = [tuple(item) for item in value if isinstance(item, list | tuple) and len(item) == 2]
    return tuple((slot, start) for slot, start in pairs if isinstance(slot, str) and _aware(start))


def _aware(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
