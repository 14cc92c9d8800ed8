"""English rules for what the staff tell the assistant to do."""

from __future__ import annotations

STAFF: tuple[tuple[str, float, str], ...] = (
    (
        "contact_add",
        0.93,
        r"\b(?:add|create|save|register|enter|store|insert|make|new|put in)(?: \w+){0,3}?"
        r" (?:contact|client|customer|lead|prospect|person|company)\b(?! (?:form|page"
        r"|support|service|note|field))|^(?:new|add) (?:contact|client|customer|lead)\b",
    ),
    (
        "contact_delete",
        0.93,
        r"\b(?:delete|remove|erase|drop|purge|get rid of)(?: \w+){0,4}? (?:contacts?"
        r"|clients?|customers?|leads?|prospects?|record|entry|deal|task)\b|\b(?:delete"
        r"|remove|erase) [A-Za-z]+(?: [A-Za-z]+)? from (?:the |my |our )?(?:contacts|crm"
        r"|clients|list|database)\b",
    ),
    (
        "contact_change",
        0.92,
        r"\b(?:update|change|edit|modify|correct|fix|set|replace|rename)(?:"
        r" [\w'’]+){0,5}? (?:contact|email|e-mail|phone|number|address|mobile|details"
        r"|last name|surname|company|position|job title|title|status|notes?"
        r"|record)\b(?!.*\b(?:meeting|appointment|call)\b)",
    ),
    (
        "contact_find",
        0.9,
        r"\b(?:find|search(?: for)?|look ?up|pull up|fetch|show(?: me)?|give me|tell"
        r" me|what(?:'s| is))"
        r"(?: [\w']+){0,5}? (?:contacts?|clients?|customers?|leads?|prospects?"
        r"|[a-z]+'s? (?:phone|email"
        r"|number|mobile|address|contact|company|details)|(?:phone number|email address|email|phone"
        r"|number|contact details|details) (?:of|for) (?!customer|support|sales"
        r"|service|your|the sales)"
        r"[a-z]+)\b|\bwho is [a-z]+ [a-z]+$",
    ),
    (
        "task_add",
        0.93,
        r"\b(?:add|create|make|new|set|assign|give)(?: \w+){0,3}? (?:tasks?|to-?dos?"
        r"|reminders?|follow-?ups?|action item)\b|\bremind me (?:to|about|of|on|that"
        r"|tomorrow|in|at|next)\b|\bset a reminder\b",
    ),
    (
        "task_complete",
        0.93,
        r"\b(?:mark|set|tick|check)(?: [\w'’]+){0,8}? (?:as )?(?:done|complete[d]?"
        r"|finished|off)\b|\b(?:complete|finish|close)(?: \w+){0,4}? (?:tasks?"
        r"|to-?dos?)\b|\btask (?:is )?(?:done|complete[d]?|finished)\b",
    ),
    (
        "task_find",
        0.9,
        r"\b(?:show|list|what(?:'s| is| are)|get|find|display|view|see|do i have"
        r"|which)(?: \w+){0,4}? (?:tasks?|to-?dos?|reminders?|follow-?ups?)\b"
        r"|\b(?:overdue|open|pending) tasks?\b",
    ),
    (
        "deal_add",
        0.92,
        r"\b(?:add|create|open|new|make|register|start)(?: \w+){0,3}? (?:deal|opportunity)\b",
    ),
    (
        "deal_change",
        0.92,
        r"\b(?:move|update|change|mark|set|advance|push|close|win|lose|won|lost)(?:"
        r" [\w'’]+){0,6}? (?:deal|opportunity)\b|\bdeal(?: [\w'’]+){0,6}? (?:to|as|is)"
        r" (?:won|lost|negotiation|proposal|qualified|closed)\b|\bmark(?: [\w'’]+){0,5}?"
        r" (?:as )?(?:won|lost)\b",
    ),
    (
        "note_add",
        0.92,
        r"\b(?:log|record|note|write down|jot)(?: [\w'’]+){0,4}? (?:call|meeting"
        r"|conversation|note|email|visit|chat|interaction|that)\b|\b(?:add|leave|make|put"
        r"|write)(?: \w+){0,3}? notes?\b",
    ),
    (
        "record_show",
        0.86,
        r"\b(?:show|list|display|view|open|pull up|get|give me|export)(?: \w+){0,4}?"
        r" (?:pipelines?|deals?|invoices?|payments?|reports?|leads|contacts|clients"
        r"|dashboard|opportunities|stats|statistics|figures|revenue)\b",
    ),
)
