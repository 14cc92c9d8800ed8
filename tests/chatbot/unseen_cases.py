"""Replies written before the checks were looked at, each with how things stood.

The files in `claims/unseen`: `[language state]` heads the lines below it, `\\n` is a line break.
`python -m tests.chatbot.unseen_cases` prints what is missed and what is held for nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from chatbot.reply_checks import Grounds, amounts_in, check

FOLDER = Path(__file__).with_name("claims") / "unseen"
_ROOT = Path(__file__).parents[2]
_BERLIN = ZoneInfo("Europe/Berlin")
INTERFACE_LANGUAGES = ("en", "de", "fr", "es", "ur")


@dataclass(frozen=True)
class Unseen:
    """One reply; `claims`: it must not reach the visitor as things stand."""

    language: str
    state: str
    text: str
    claims: bool

    def is_right(self) -> bool:
        return bool(check(self.text, grounds(self.state))) == self.claims


@cache
def grounds(state: str) -> Grounds:
    """Any state but those named here is that of a visitor of whom nothing is known."""
    knowledge = "\n".join(
        path.read_text("utf-8") for path in sorted((_ROOT / "client_data/knowledge").glob("*.md"))
    )
    booked, saved = state == "booked", state in ("booked", "saved", "callback")
    offered = (_at(1, 10), _at(1, 14), _at(3, 9, 30)) if state == "offered" else ()
    return Grounds(
        meeting_booked=booked,
        facts_saved=saved,
        callback_requested=state == "callback",
        allowed_amounts=amounts_in(knowledge),
        instruction=(_ROOT / "system_instruction.txt").read_text("utf-8"),
        meeting_times=(_at(3, 10),) if booked else (),
        offered_times=offered,
        timezone="Europe/Berlin",
        business_timezone="Europe/Berlin",
        knowledge_text=knowledge,
    )


def unseen(kind: str) -> list[Unseen]:
    """All `claims`, or all `honest` replies."""
    return [case for path in sorted(FOLDER.glob(f"{kind}_*.txt")) for case in _read(path)]


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=_BERLIN)


def _read(path: Path) -> Iterator[Unseen]:
    language = state = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            language, state = line.strip("[]").split()
        else:
            text = line.replace("\\n", "\n")
            yield Unseen(language, state, text, path.name.startswith("claims"))


if __name__ == "__main__":
    for kind in ("claims", "honest"):
        wrong = [case for case in unseen(kind) if not case.is_right()]
        for case in wrong:
            sys.stdout.write(f"{kind} {case.language} {case.state}: {case.text!r}\n")
        sys.stdout.write(f"{kind}: {len(wrong)} of {len(unseen(kind))} judged wrongly\n")
