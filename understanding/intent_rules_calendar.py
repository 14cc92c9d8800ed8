"""English rules for questions about free times and about what is in the calendar."""

from __future__ import annotations

CALENDAR: tuple[tuple[str, float, str], ...] = (
    (
        "calendar_query",
        0.93,
        r"\b(?:when|what (?:time|times|day|days|hours|dates?)|which (?:day|days|time"
        r"|times|slots?|dates?))\b(?: \w+){0,3}? (?:are|is|will|would|do|does|can|could)"
        r" (?:you|she|he|they|the \w+|your \w+|someone|somebody|it|everyone|we)(?:"
        r" \w+){0,2}? ?(?:free|available|open|have (?:time|a slot|an opening|availability"
        r"|something|slots|any)|in the office|around)\b",
    ),
    (
        "calendar_query",
        0.92,
        r"\b(?:your|his|her|their|the|any|some|next|current|check|about|see|know|what'?s"
        r" (?:your|the)|of|have|more|other|for|weekend|have any|earliest)"
        r" (?:availabilit(?:y|ies)|avaliability|avail|open(?:ings?| slots?| times?)|free"
        r" (?:slots?|times?|hours?|appointments?)|available (?:slots?|times?"
        r"|appointments?|dates?|hours?|days?|openings?))\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:what|which|any|have|got|there|some|show(?: me)?|see|list|give me|tell me"
        r"|are there|next|first|earliest|the)(?: \w+){0,3}? (?:slots?|time ?slots?"
        r"|openings?|appointments?|times|dates)(?: \w+){0,2}? (?:available|free|open|left"
        r"|do you have|have you got|you have|are there|this week|next week|tomorrow|today"
        r"|on \w+day|for \w+day|can you offer|work(?:s)? for you)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:are|r|is|will|would) (?:you|u|ya|he|she|they|your \w+|anyone|anybody"
        r"|someone|the \w+)(?: guys)?(?: be)? (?:also )?(?:free|available|avail|around"
        r"|open|busy|booked|in)\b(?! (?:of|to help|source|trial|as|for (?:free|download)))",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:do|does|did|would|will) (?:you|u|we|i|he|she|they|your \w+)(?: guys)?"
        r" (?:have|got)(?: \w+){0,3}? (?:availability|time|slots?|openings?|anything"
        r" (?:free|open|available|on|for|scheduled|planned|next|this|tomorrow)|something"
        r" (?:free|open|available)|space|gap|room)(?: \w+){0,2}? ?(?:free|open|available"
        r"|on|for|tomorrow|today|this|next|at|in|monday|tuesday|wednesday|thursday|friday"
        r"|between|before|after|later|left|$)",
    ),
    (
        "calendar_query",
        0.88,
        r"\b(?:earliest|soonest|next|first) (?:you can|possible|available|free|open"
        r"|convenient)? ?(?:time|slot|date|appointment|opening|meeting|availability"
        r"|you'?re free|you could|you have)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:what'?s|what is|what do (?:i|we) have|anything|what have i got|do i have"
        r" (?:any|a|anything|something)|what (?:events?|meetings?|appointments?"
        r"|plans?)(?: \w+){0,3}?|is there anything|tell me what|show(?: me)?|read|check"
        r"|look at|view|open|list)(?: \w+){0,3}? (?:on|in|from|for|to)? ?(?:my|the|our"
        r"|your|his|her) (?:calendar|schedule|agenda|diary|calender|planner)\b",
    ),
    (
        "calendar_query",
        0.88,
        r"\b(?:when|what time|where|at what time|which day) (?:is|are|was|does|do|did)"
        r" (?:my|our|the|i|we|that)(?: \w+){0,4}? ?(?:meetings?|appointments?|calls?|demo"
        r"|event|interview|consultation|meet|start)\b",
    ),
    (
        "calendar_query",
        0.88,
        r"\b(?:do|did|have|am|is|are) (?:i|we|there)(?: \w+){0,2}? (?:any|a|another|got"
        r" any|meetings?|appointments?|events?|something|anything|busy|free|booked)(?:"
        r" \w+){0,2}? ?(?:meetings?|appointments?|events?|scheduled|planned|calls|on my"
        r" calendar|today|tomorrow|this week|next week|on \w+day)\b",
    ),
    (
        "calendar_query",
        0.85,
        r"\b(?:is|would|does|how is|how does|how'?s) (?:tomorrow|today|monday|tuesday"
        r"|wednesday|thursday|friday|next week|\d{1,2}(?::\d\d)? ?(?:am|pm)?|the \w+)(?:"
        r" \w+){0,3}? (?:free|available|open|taken|booked|still (?:free|open|available)"
        r"|look(?:ing)? for you)\b",
    ),
    (
        "calendar_query",
        0.85,
        r"\bwhat (?:time|day|date)s? (?:works?|suits?|is (?:best|good|convenient)|would"
        r" (?:work|suit|be (?:best|good|convenient))|can you (?:do|offer|meet)|could you"
        r" (?:do|offer|meet)|do you (?:have|suggest|prefer))\b|\bwhen (?:can|could|would"
        r"|is|are|might|will|do) (?:you|someone|we|it|he|she|a good|the best|be)(?:"
        r" \w+){0,3}? ?(?:available|free|good time|do (?:it|this|that)|best time|fit me"
        r" in|see me|convenient|have time|open)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:does|do|would|will|is|are|how'?s|how is|how about|what about|how"
        r" does)(?: (?:the|on|at|this|next|any|sometime))* (?:tomorrow|today|tonight"
        r"|next week|this week|(?:next |this |on |coming )?(?:mon|tues|wednes|thurs"
        r"|fri|satur|sun)day|the \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?::\d\d)? ?(?:am|pm)"
        r"|morning|afternoon|noon|sometime|soon)(?: \w+){0,4}? (?:work|works|suit"
        r"|suits|ok|okay|good|fine|possible|convenient|free|available|sound|look|open"
        r"|alright|too late|too early)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:how|what) (?:does|is|do|did)(?: \w+){0,2}? (?:your|his|her|their|my"
        r"|our|the) (?:\w+ )?(?:schedule|calendar|week|day|diary|agenda"
        r"|availability)(?: \w+){0,3}? ?(?:look|looking|like|today|tomorrow|next)\b"
        r"|\b(?:would|is|be|when'?s) (?:there )?a (?:good|convenient|suitable|better)"
        r" time\b|\bdo you have (?:anything|something|any ?time|room|space) (?:on|for"
        r"|at|in|next|this|tomorrow|today|free|open|available)\b",
    ),
    (
        "calendar_query",
        0.82,
        r"\b(?:what|which) (?:days?|hours|times?) (?:are|do|will) (?:you|u|they|the"
        r" \w+)(?: \w+)? (?:open|work|there|in|around|free|available)\b|\bis it"
        r" (?:still )?(?:free|available|open)\b|\bwhen(?:'s| is| are) (?:good|best"
        r"|convenient)(?: for you)?\b",
    ),
)
