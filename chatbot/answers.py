"""An answered turn as callers get it."""

from __future__ import annotations

from typing import Any

from chatbot.conversation import Conversation
from chatbot.store import Turn
from core.values import rfc3339


def answer_as_json(conversation: Conversation, turn: Turn) -> dict[str, Any]:
    """An answered turn as callers get it."""
    assert turn.answered_at is not None
    return {
        "client_id": conversation.client_id,
        "conversation_id": conversation.id,
        "message_id": turn.message_id,
        "reply": turn.reply,
        "reply_id": turn.reply_id,
        "cards": list(turn.cards),
        "engine": turn.engine,
        "degraded": turn.degraded,
        "at": rfc3339(turn.answered_at),
    }
