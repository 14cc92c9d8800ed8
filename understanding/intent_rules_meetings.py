"""English rules for wishes about meetings: to have, move, drop or look for one."""

from __future__ import annotations

_G = r"(?:\s[\w'$&/-]+){0,4}?\s"

_MEETING = (
    r"(?:meetings?|calls?|phone ?calls?|video ?calls?|videocalls?|demos?"
    r"|demonstrations?|appointments?|appts?|apt|appoint"
    r"|consultations?|consults?|consultancy|sessions?|time ?slots?|slots?"
    r"|walk-?throughs?|presentations?|catch[- ]?ups?|visits?|viewings?"
    r"|tours?|zooms?|google meet|gmeet|teams (?:call|meeting)|skype|hangouts?|intro"
    r"|discovery call|discussion|conversation"
    r"|chat|quick chat|meet(?:ing)?-?up|get[- ]together|face[- ]to[- ]face|sit[-"
    r" ]down|one[- ]on[- ]one|1[:-]1|interview|webinar"
    r"|check-?up|haircut|test drive|site visit|workshop|conference|sync|briefing"
    r"|review meeting|coffee|meeting room|session)"
)

_BOOKED = (
    r"(?:meetings?|calls?|demos?|appointments?|appts?|bookings?|consultations?"
    r"|sessions?|slots?|reservations?|visits?|interview|meet|reservation|date|event)"
)

_BOOK = (
    r"(?:book|booking|schedule|scheduling|shedule|schedual|set ?up|setting up|set"
    r"|arrange|arranging|organi[sz]e|plan|planning|reserve|request|requesting"
    r"|get|make|fix|pencil(?: me)? in|find|sort(?: out)?|line up|hop on|jump on|get"
    r" on|do|hold|host|join|add|put|create|block|initiate|confirm|offer"
    r"|have|having|need|needed|want|like|love|interested in|looking for|looking to|up"
    r" for|prefer|appreciate|open to|see|try|attend|request for|slot in)"
)

MEETINGS: tuple[tuple[str, float, str], ...] = (
    (
        "reschedule",
        0.96,
        r"\bre-?s(?:c|h|k)?c?h?ed?ul?e?(?:d|ing)?\b|\bre-?schedul|\bre-?arrange\b"
        r"|\bre-?book(?:ing)?\b|\breshedul",
    ),
    (
        "reschedule",
        0.93,
        rf"\b(?:move|moving|change|changing|postpone|postponing|push|shift|shifting|delay"
        rf"|bring forward|switch|swap|adjust|put off|put back|defer|alter|modify|amend"
        rf"|update|edit|transfer){_G}?(?:{_BOOKED})\b(?!.{{0,20}}\b(?:status|topic|title"
        rf"|agenda|link)\b)",
    ),
    (
        "reschedule",
        0.93,
        r"\b(?:move|change|postpone|push|shift|delay|bring|switch|swap|put)(?: it| that|"
        r" this| ours| mine| things| the one)(?: back| forward| up| off| over)?(?: (?:to"
        r"|until|till|from|by|for))\b",
    ),
    (
        "reschedule",
        0.9,
        r"\b(?:postpone|push (?:it |that |this )?back|bring (?:it |that |this )?forward"
        r"|put off|take a rain ?check|rain ?check)\b",
    ),
    (
        "reschedule",
        0.9,
        r"\b(?:change|move|switch|different|another|other|new|alternative|later|earlier"
        r"|better) (?:the |our |my |to a |to another |to a different )?(?:time|date|day"
        r"|slot|hour|appointment time|meeting time)\b(?=.*\b(?:meet|meeting|call"
        r"|appointment|booking|instead|can'?t|cannot|make it|demo|please|possible|need"
        r"|for)\b|$)",
    ),
    (
        "reschedule",
        0.86,
        r"\b(?:can'?t|cannot|can not|couldn'?t|won'?t|unable to|not able to|not going to"
        r"|no longer)(?: be able to)?(?: \w+)? (?:make|do|attend|come|manage"
        r"|join)\b.{0,80}\b(?:another|different|other|instead|later|earlier|new (?:time"
        r"|date)|next week|how about|what about|can we do|could we do|tomorrow instead"
        r"|any other)\b",
    ),
    (
        "reschedule",
        0.85,
        r"\b(?:something|an emergency|a conflict) (?:came|has come|is)"
        r" up\b.{0,60}\b(?:another|different|move|later|new|instead|change)\b",
    ),
    (
        "cancel_meeting",
        0.95,
        rf"\b(?:cancel|cancell?ing|cancell?ed|cancellation|call off|calling off|scrap"
        rf"|scratch|drop|delete|remove|void|abort|undo|annul)(?: \w+){{0,4}}?"
        rf" (?:{_BOOKED})\b",
    ),
    (
        "cancel_meeting",
        0.9,
        r"^(?:please |pls |i want to |i need to |i'd like to |i would like to |can you "
        r"|could you |can i |just |ok |sorry |hi |hello |actually |i have to |i must |i'm"
        r" going to )*(?:cancel|call it off|cancel (?:it|that|this|everything|please|pls"
        r"|my \w+day\b.*|for \w+|tomorrow.*|today.*|monday.*|tuesday.*|wednesday.*"
        r"|thursday.*|friday.*|on .*|the \w+day.*|the one.*|our .*))(?: please| pls|"
        r" thanks)?$",
    ),
    (
        "cancel_meeting",
        0.88,
        r"\b(?:can'?t|cannot|can not|won'?t|will not|unable to|not able to|not going"
        r" to)(?: be able to| longer)?(?: \w+)? (?:make it|attend|make (?:the|our|my"
        r"|tomorrow'?s|today'?s) \w+|come (?:to|tomorrow|today|on|anymore|after all)|be"
        r" there|join (?:the|our))\b",
    ),
    (
        "cancel_meeting",
        0.85,
        r"\b(?:no longer (?:need|want|able to make|interested in)|don'?t need|do not need"
        r"|don'?t want) (?:the|my|our|that|this) (?:meeting|call|appointment|demo|booking"
        r"|session|consultation|slot)\b|\bappointment (?:is )?no longer needed\b"
        r"|\bcancel\b.{0,30}\b(?:meeting|appointment|call|booking|demo)\b",
    ),
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
        "meeting_request",
        0.93,
        rf"\b{_BOOK}(?: (?:me|us|you|her|him|them|in|up|to))?(?: (?:to|for))?(?: (?:a|an"
        rf"|the|another|some|my|our|any|that|this|one))?(?: [\w'/-]+){{0,3}}?"
        rf" {_MEETING}\b(?! (?:me|center|centre|recording|us|back))",
    ),
    (
        "meeting_request",
        0.92,
        r"\b(?:can|could|shall|should|may|might|would|let'?s|lets|like to|want to|wanna"
        r"|love to|need to|prefer to|happy to|possible to|able to|rather|gonna|going to"
        r"|hoping to|wish to|available to|free to|time to|when can|have to|plan to|okay"
        r" to|ok to|must|when could|glad to|willing to|keen to|looking to|trying to"
        r"|interested in|chance to|opportunity to|good time to)(?: (?:i|we|you|us"
        r"|possibly|please|maybe|perhaps|both|all|both of us))*(?: guys)? (?:also"
        r" )?(?:meet(?:ing)?|get together|catch up|sit down|hop on|jump on|video ?chat"
        r"|facetime|have a (?:\w+ )?(?:chat|talk|call|word|meeting|conversation|look"
        r" together)|touch base|connect (?:on|over|for|next|this|tomorrow|by)|come (?:by"
        r"|in|over|and see)|stop by|drop by|swing by|visit (?:you|your|the office))\b(?!"
        r" (?:your|my|our|the) (?:needs|requirements|deadline|expectations|criteria"
        r"|standards|budget|goals|demand))",
    ),
    (
        "meeting_request",
        0.88,
        r"\b(?:can|could|shall|may|let'?s|lets|like to|want to|wanna|love to|when can"
        r"|maybe|would be (?:great|good|nice) to)(?: (?:i|we|us|please))* (?:talk|speak"
        r"|chat|discuss(?: (?:this|it|that|further|more|details))?|go over (?:it|this"
        r"|things))(?: (?:with you|to you|again|more|further|about \w+(?: \w+)?|in person"
        r"|on the phone|over the phone|on zoom|via \w+|live|through))* ?(?:tomorrow|today"
        r"|tonight|next|this|on|at|in the|monday|tuesday|wednesday|thursday|friday|later"
        r"|soon|sometime|some time|in person|over|by phone|around|before|after|about"
        r" (?:it )?(?:tomorrow|on|next)|\d)",
    ),
    (
        "meeting_request",
        0.9,
        r"\b(?:meet|meeting|call|demo|appointment|session|chat|slot)(?: \w+){0,4}?"
        r" (?:tomorrow|today|tonight|next week|this week|on (?:monday|tuesday|wednesday"
        r"|thursday|friday|saturday|sunday|the)|next (?:monday|tuesday|wednesday|thursday"
        r"|friday|month)|(?:this|coming) (?:monday|tuesday|wednesday|thursday|friday"
        r"|afternoon|morning)|at \d|for \d{1,2} ?(?:am|pm)|monday|tuesday|wednesday"
        r"|thursday|friday|sometime|asap|early next)\b",
    ),
    (
        "meeting_request",
        0.9,
        r"\b(?:schedule|book|arrange|set ?up|reserve|fix|organi[sz]e|pencil)(?:"
        r" \w+){0,2}? (?:something|some time|time|a time|a date|a day|me in|us in|it|in"
        r"|one|an hour|half an hour|\d+ ?min\w*)\b(?! (?:hotel|flight|taxi|table|ticket))",
    ),
    (
        "meeting_request",
        0.88,
        r"\b(?:see|visit|consult|consult with|meet|meet with|get in to see|make an"
        r" appointment with)(?: a| an| the| my| your| with| one of your)+ (?:\w+"
        r" )?(?:doctor|dr|dentist|lawyer|attorney|therapist|stylist|hairdresser|barber"
        r"|counsel+or|psychologist|psychiatrist|specialist|advis[eo]r|consultant|expert"
        r"|accountant|dermatologist|gynecologist|physician|agent|realtor|vet|optometrist"
        r"|sales \w+|team|manager|representative|ceo|founder|engineer)\b",
    ),
    (
        "meeting_request",
        0.88,
        r"\bappointments?\b(?!.{0,25}\b(?:cancel|moved|yesterday|was)\b)|^(?:a )?(?:demo"
        r"|meeting|call|appointment|consultation|book|schedule|book now|schedule a time"
        r"|book a time|book demo)(?: please| pls| plz)?$",
    ),
    (
        "meeting_request",
        0.86,
        r"\b(?:free|available|time|up|around|open|a (?:few|couple) (?:of )?minutes|moment"
        r"|have \d+ minutes)(?: \w+){0,4}? (?:for|to) (?:a |an |some )?(?:\w+ )?(?:quick "
        r"|short |brief )?(?:call|meeting|chat|demo|talk|meet|catch ?up|coffee|discuss"
        r"|speak|session|conversation|discussion|appointment|zoom)\b",
    ),
    (
        "meeting_request",
        0.85,
        r"\b(?:show|walk|take|run|guide) (?:me|us)(?: \w+){0,2}? (?:a |the |your"
        r" )?(?:demo|through (?:it|the (?:product|platform|software|tool|app|features"
        r"|system))|around the (?:product|platform))\b|\b(?:see|try|get|watch|view) (?:it"
        r"|the (?:product|software|platform|tool)|your (?:product|software|platform|tool)"
        r"|this) in action\b|\brequest(?:ing)? (?:a )?demo\b|\bhow (?:can|do|could) (?:i"
        r"|we) (?:book|schedule|arrange|set up|make|get)\b(?!.*\b(?:refund|invoice"
        r"|account)\b)",
    ),
    (
        "meeting_request",
        0.85,
        r"\b(?:put|get|add)(?: \w+){0,4}? (?:on|in|to|into) (?:your|the|my|our)"
        r" (?:calendar|schedule|diary|books|agenda)\b|\bsend (?:me |us |over )?(?:a |an "
        r"|the |your )?(?:calendar |meeting )?(?:invite|invitation|calendly|booking link"
        r"|calendar link|scheduling link|calendar)\b|\bwhen (?:can|could|should|shall"
        r"|would|may) (?:we|i|you and i|you)(?: \w+){0,2}? (?:meet|talk|speak|chat"
        r"|connect|get together|see you|come|call)\b",
    ),
)
