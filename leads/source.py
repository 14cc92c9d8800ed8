"""Where a lead came from, in one word that leads can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from leads.facts import shortened
from leads.model import ConversationContext

WEBSITE = "website"


def source_of(conversation: ConversationContext) -> str:
    """The campaign's own name, else the site that sent the visitor, else "website"."""
    campaign = conversation.utm.get("utm_source") or conversation.utm.get("source")
    if campaign and shortened("source", campaign):
        return shortened("source", campaign).casefold()
    referrer, page = _host(conversation.referrer), _host(conversation.page)
    return shortened("source", referrer) if referrer and referrer != page else WEBSITE


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # such as an unclosed [ of an IPv6 address
        return None
    return host.removeprefix("www.") if host else None


def clean_utm(utm: Mapping[str, str]) -> dict[str, str]:
    """At most twenty short pairs: they come from an address anybody can write."""
    pairs = list(utm.items())[:20]
    return {shortened("source", key): shortened("source", value) for key, value in pairs}
