"""Recalling: making the memory true again after turns that a model answered."""

from __future__ import annotations

import re
from dataclasses import replace

from chatbot.conversation import Message
from chatbot.desk import Desk
from chatbot.scripted.cues import folded
from chatbot.scripted.memory import Memory
from chatbot.scripted.sentences import sentences

_ASKED = (
    ("email", re.compile(r"e-?mail|correo|courriel|ای میل")),
    ("contact", re.compile(r"phone|telefon|telephone|reach you|number|فون")),
    ("name", re.compile(r"\bname\b|\bnamen\b|heissen|\bnom\b|nombre|appel|llama|naam|نام")),
    ("cancel", re.compile(r"cancel|absagen|annul|منسوخ")),
    ("slot", re.compile(r"which (?:one|time|of)|suits? you|welche|lequel|cual|کون سا")),
    ("meeting", re.compile(r"meet|call|appointment|termin|rendez-vous|cita|reunion|ملاقات")),
    ("need", re.compile(r"help|looking for|bring|brings|need|helfen|suchen|aider|ayudar|مدد")),
)


def recalled(memory: Memory, earlier: tuple[Message, ...], desk: Desk) -> Memory:
    """The memory with what happened outside it: a model's question, its offers, its booking."""
    last = next((said.text for said in reversed(earlier) if said.role == "assistant"), None)
    if last is not None and last[-40:] != memory.last:
        memory = replace(memory, asked=_asked_in(last))
    fresh = [slot for slot in desk.offered() if slot.id not in memory.seen]
    if fresh:
        shown = tuple((slot.id, slot.start.isoformat()) for slot in fresh[:6])
        seen = tuple([*memory.seen, *(slot.id for slot in fresh)])[-40:]
        memory = replace(memory, shown=shown, seen=seen, purpose=memory.purpose or "book")
    return memory


def _asked_in(text: str) -> str | None:
    asked = [said for said in sentences(text) if said.rstrip().endswith(("?", "؟"))]
    plain = folded(asked[-1]) if asked else ""
    return next((about for about, pattern in _ASKED if plain and pattern.search(plain)), None)
