"""All tables of the product: importing this module puts them on the metadata."""

from __future__ import annotations

import calendar_integration.google_store
import calendar_integration.mail_store
import calendar_integration.offer_store
import calendar_integration.store
import chatbot.instruction_store
import chatbot.knowledge_store
import chatbot.tables
import core.job_runs
import core.outbox
import leads.store
import reports.store
import web.idempotency
from core.database import metadata

TABLE_MODULES = (
    core.outbox,
    web.idempotency,
    leads.store,
    reports.store,
    calendar_integration.store,
    calendar_integration.offer_store,
    calendar_integration.google_store,
    calendar_integration.mail_store,
    chatbot.tables,
    chatbot.instruction_store,
    chatbot.knowledge_store,
    core.job_runs,
)

__all__ = ["TABLE_MODULES", "metadata"]
