"""English rules for wishes about meetings: to have, move or drop one."""

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
    (
        "meeting_request",
        0.9,
        r"\b(?:can|could|may|might) (?:i|we) (?:come (?:and |to |by to )?)?(?:see|visit|drop by on)"
        r" (?:you|your (?:team|office|studio))\b",
    ),
    (
        "meeting_request",
        0.88,
        r"\b(?:put|pencil|sign|slot|squeeze|fit|book|slide|pop|get) (?:me|us)(?:"
        r" \w+){0,2}? (?:down |in |up )(?:for |on |at |to |with |this |tomorrow|next "
        r"|today|sometime)",
    ),
    (
        "meeting_request",
        0.86,
        r"\b(?:get|jump|hop|be|talk|speak|discuss|chat) (?:it |this |that )?on (?:the"
        r"|a) (?:phone|call|video)\b",
    ),
    (
        "meeting_request",
        0.86,
        r"\b(?:come|coming|pop|swing|drop) (?:over |in |by |along |round )?(?:and |to"
        r" )?(?:see|meet|visit|talk to|speak (?:to|with)) (?:you|your|the)\b",
    ),
    (
        "meeting_request",
        0.82,
        r"\b(?:talk|discuss|speak|chat|go over|go through|meet)(?: to you| with you)?"
        r" (?:about )?.{0,60}\b(?:tomorrow|today|tonight|next week|this week|(?:next "
        r"|this |on |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|the"
        r" \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?::\d\d)? ?(?:am|pm)|morning|afternoon|noon"
        r"|sometime)\b",
    ),
    (
        "meeting_request",
        0.85,
        r"\b(?:find|set aside|make|have|spare|carve out|got|set)(?: me| us| you)?"
        r" (?:some |a |a few |\d+ |ten |fifteen |twenty |thirty |a couple of"
        r" )?(?:time|moments?|minutes|mins|min)(?: \w+){0,2}? (?:to|for) (?:a |an |us"
        r" |me )?(?:\w+ )?(?:meet|talk|chat|call|discuss|speak|discussion|meeting"
        r"|connect|conversation)\b",
    ),
    (
        "meeting_request",
        0.8,
        r"\b(?:we should|we need to|we ought to|we must|i should) (?:meet|talk|speak"
        r"|chat|get together|catch up)\b|\bget (?:something|this|it|a time|time) on"
        r" the (?:calendar|books|diary|schedule)\b|\b(?:show|explain|tell) (?:me|us)"
        r" .{0,30}\bon a call\b",
    ),
    (
        "cancel_meeting",
        0.93,
        r"\b(?:pull(?:ing)? out of|back(?:ing)? out of|forget(?: about)?|skip"
        r"|skipping|drop out of|bail on|not (?:coming|going) to|withdraw from)(?:"
        r" \w+){0,3}? (?:meetings?|calls?|demos?|appointments?|appts?|bookings?"
        r"|consultations?|sessions?)\b",
    ),
    (
        "cancel_meeting",
        0.82,
        r"\b(?:can'?t|cannot|won'?t|not able to|unable to) (?:make|do|attend|join"
        r"|come to)(?: \w+){0,3}? (?:meeting|call|demo|appointment|booking"
        r"|consultation|session)\b",
    ),
    (
        "reschedule",
        0.95,
        r"\b(?:bring|push|move|put|pull|shift|have|do|hold|start|get)(?: \w+){0,3}?"
        r" (?:meeting|call|demo|appointment|booking|chat|session|consultation"
        r"|slot)(?: \w+){0,4}? (?:forward|back|earlier|later|another (?:day|time)|a"
        r" different (?:day|time)|to another|instead|some other time)\b",
    ),
    (
        "reschedule",
        0.88,
        r"\b(?:can|could|would|may|is it possible|possible|how about|what about|make"
        r" it|do)\b.{0,40}\b(?:tomorrow|today|tonight|next week|this week|(?:next "
        r"|this |on |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|the"
        r" \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?::\d\d)? ?(?:am|pm)|morning|afternoon|noon"
        r"|sometime)(?: \w+){0,3}? instead of\b|\binstead of (?:tomorrow|today"
        r"|tonight|next week|this week|(?:next |this |on |coming )?(?:mon|tues|wednes"
        r"|thurs|fri|satur|sun)day|the \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?::\d\d)?"
        r" ?(?:am|pm)|morning|afternoon|noon|sometime)\b",
    ),
    (
        "reschedule",
        0.9,
        r"\b(?:shift|push|move|postpone|switch|change) (?:to|until|till|back"
        r"|forward)\b|\b(?:different|another|other) (?:day|time|date|slot) (?:would"
        r"|might|may|could|is|works)\b",
    ),
)
