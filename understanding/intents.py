"""What the writer wants, by rules."""

from __future__ import annotations

import re

from understanding.findings import Intent

_RULES = {
    "human_handoff": r"\b(?:human|real person|agent|representative|speak (?:to|with) (?:a|some)|talk to (?:a|some))",
    "reschedule": r"\b(?:reschedule|move (?:my|the|our) (?:meeting|call|appointment)|change the time)",
    "cancel_meeting": r"\bcancel\b",
    "meeting_request": r"\b(?:book|schedule|set up|arrange|meeting|appointment|demo|termin|rendez-vous|cita|reunión)\b",
    "callback": r"\b(?:call me|callback|call back|ring me)\b",
    "calendar_query": r"\b(?:available|availability|free slots?|when are you)\b",
    "pricing": r"\b(?:price|prices|pricing|cost|costs|how much|quote|rates?|fees?|preis|prix|precio)\b",
    "complaint": r"\b(?:terrible|complain|complaint|not working|broken|refund|unacceptable)\b",
    "thanks": r"\b(?:thanks|thank you|thx|danke|merci|gracias|shukriya)\b",
    "greeting": r"^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|bonjour|hola|salam)\b",
    "goodbye": r"\b(?:bye|goodbye|see you|tschüss|au revoir|adiós)\b",
    "stop": r"^\s*(?:stop|unsubscribe|leave me alone)\b",
    "affirm": r"^\s*(?:yes|yeah|yep|sure|ok|okay|sounds good|ja|oui|sí|haan)\b",
    "deny": r"^\s*(?:no|nope|not now|nein|non|nahi)\b",
    "product_question": r"\b(?:do you (?:offer|support|have|do)|how does|what is|tell me about|does it)\b",
}
_COMPILED = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES.items()]


def find_intents(text: str, question: str | None, language: str | None) -> list[Intent]:
    """Best first; empty when unsure."""
    return [
        Intent(name, round(0.8 - 0.02 * rank, 2), f"intent.{name}")
        for rank, (name, pattern) in enumerate(_COMPILED)
        if pattern.search(text)
    ]
