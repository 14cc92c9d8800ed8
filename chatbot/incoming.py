"""A visitor's message as it came in, and what it tells of the conversation around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from chatbot.conversation import Conversation, Page
from chatbot.site_identity import SiteVisitor
from leads.model import Consent, ConversationContext


@dataclass(frozen=True)
class Incoming:
    """A visitor's message as it came in. `given` are form fields sent along with it; `consent` is
    the text the visitor agreed to, `vouched` whom the embedding site says they are."""

    text: str
    message_id: str
    timezone: str | None = None
    locale: str | None = None
    page: Page = field(default_factory=Page)
    given: Mapping[str, str] = field(default_factory=dict)
    staff_verified: bool = False
    address: str | None = None
    base_url: str = ""
    consent: str | None = None
    vouched: SiteVisitor | None = None


def is_another_visitor(conversation: Conversation, incoming: Incoming) -> bool:
    """Whether the site vouches for somebody else than before: on a shared computer, say. What one
    said must not become the other's, nor the other's address the one's."""
    before, vouched = conversation.site_user, incoming.vouched
    return before is not None and vouched is not None and vouched.known_as != before


def moved(conversation: Conversation, incoming: Incoming, now: datetime) -> Conversation:
    """The conversation with the zone and locale that the visitor's device says it has now, and
    with the first consent; whom the site vouches for may come, and not go, later."""
    agreed = Consent(incoming.consent, now) if incoming.consent else None
    return replace(
        conversation,
        timezone=incoming.timezone or conversation.timezone,
        locale=incoming.locale or conversation.locale,
        consent=conversation.consent or agreed,
        site_user=(incoming.vouched and incoming.vouched.known_as) or conversation.site_user,
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
        consent=conversation.consent,
        address_verified=incoming.staff_verified,
    )
