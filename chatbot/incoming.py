"""A visitor's message as it came in, and what it says of the conversation it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from chatbot.conversation import Conversation, Page
from leads.model import ConversationContext


@dataclass(frozen=True)
class Incoming:
    """A visitor's message as it came in. `given` are form fields sent along with it."""

    text: str
    message_id: str
    timezone: str | None = None
    locale: str | None = None
    page: Page = field(default_factory=Page)
    given: Mapping[str, str] = field(default_factory=dict)
    staff_verified: bool = False
    address: str | None = None
    base_url: str = ""


def moved(conversation: Conversation, incoming: Incoming) -> Conversation:
    """The conversation with the zone and locale that the visitor's device says it has now."""
    return replace(
        conversation,
        timezone=incoming.timezone or conversation.timezone,
        locale=incoming.locale or conversation.locale,
    )


def context_of(conversation: Conversation, incoming: Incoming) -> ConversationContext:
    """The conversation as lead capture needs it."""
    return ConversationContext(
        id=conversation.id,
        page=conversation.page.url,
        referrer=conversation.page.referrer,
        utm=conversation.page.utm,
        timezone=conversation.timezone,
        locale=conversation.locale,
        address_verified=incoming.staff_verified,
    )
