"""Stories: conversations written down as people read them, with what must come of each.

    title: An eager buyer books in one breath
    locale: en-GB                       (optional; also `timezone:` and `page:`)

    visitor: Hi, I'm Ann Miller, ann@example.com. Book me in tomorrow at 3pm please.
    says: It's booked | Tuesday         the reply holds each of these, whatever the case
    never: e-mail                       the reply holds none of these
    cards: meeting_confirmed            exactly these kinds of cards (`none`)
    event: somebody books the first slot shown | 15 minutes pass

    finally
    name: Ann Miller                    what is known; `-`: nothing
    meeting: 2026-11-24 15:00           in the visitor's zone; `none`
    handoff: no

A story knows nothing of how it is run: see `driver.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "stories"
FACTS = ("name", "email", "phone", "company", "need", "budget", "timeline")
_HEAD = ("title", "locale", "timezone", "page")
_TURN = ("says", "never", "cards", "event")
_END = (*FACTS, "meeting", "handoff")


@dataclass
class Exchange:
    """What the visitor writes, and what the answer must and must not be."""

    visitor: str
    says: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    cards: list[str] | None = None
    events: list[str] = field(default_factory=list)


@dataclass
class Story:
    title: str = ""
    locale: str | None = None
    timezone: str = "Europe/Berlin"
    page: str | None = None
    exchanges: list[Exchange] = field(default_factory=list)
    end: dict[str, str] = field(default_factory=dict)


def stories() -> list[tuple[str, Story]]:
    """Every story by the name of its file."""
    paths = sorted(FOLDER.glob("*.story"))
    return [(path.stem, parsed(path.read_text(encoding="utf-8"))) for path in paths]


def parsed(text: str) -> Story:
    """Reads a story. Raises ValueError at the first line that is none of a story's."""
    story, ending = Story(), False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.strip() == "finally":
            ending = True
            continue
        key, colon, value = line.partition(":")
        if not colon or not _taken(story, key.strip(), value.strip(), ending):
            raise ValueError(f"line {number} of {story.title!r} is not understood: {line}")
    return story


def _taken(story: Story, key: str, value: str, ending: bool) -> bool:
    if ending:
        story.end[key] = value
        return key in _END
    if key in _HEAD:
        setattr(story, key, value)
    elif key == "visitor":
        story.exchanges.append(Exchange(value.replace("\\n", "\n")))
    elif key in _TURN and story.exchanges:
        _expect(story.exchanges[-1], key, value)
    else:
        return False
    return True


def _expect(exchange: Exchange, key: str, value: str) -> None:
    wanted = [part.strip() for part in value.split("|")]
    if key == "cards":
        exchange.cards = [] if value == "none" else [part.strip() for part in value.split(",")]
    elif key == "event":
        exchange.events += wanted
    else:
        getattr(exchange, key).extend(wanted)
