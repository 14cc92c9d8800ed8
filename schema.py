"""All tables of the product: importing this module puts them on the metadata."""

from __future__ import annotations

import chatbot.knowledge_store

import calendar_integration.offer_store
import calendar_integration.store
import chatbot.store
import core.outbox
import jobs
import leads.store
import web.idempotency
from core.database import metadata

TABLE_MODULES = (
    core.outbox,
    web.idempotency,
    leads.store,
    calendar_integration.store,
    calendar_integration.offer_store,
    chatbot.store,
    chatbot.knowledge_store,
    jobs,
)

__all__ = ["TABLE_MODULES", "metadata"]
