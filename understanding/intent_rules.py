"""English rules for intents: what a message must say to mean each, and how sure that is."""

from __future__ import annotations

# A few words between two that belong together; bounded, so that matching stays linear.
_G = r"(?:\s[\w'$&/-]+){0,4}?\s"
_G2 = r"(?:\s[\w'$&/-]+){0,7}?\s"

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
_BOOKED = 
            r"(?:meetings?|calls?|demos?|appointments?|appts?|bookings?|consultations?"
            r"|sessions?|slots?|reservations?|visits?|interview|meet|reservation|date|event)"
_BOOK = (
    
            r"(?:book|booking|schedule|scheduling|shedule|schedual|set ?up|setting up|set"
            r"|arrange|arranging|organi[sz]e|plan|planning|reserve|request|requesting"
    
            r"|get|make|fix|pencil(?: me)? in|find|sort(?: out)?|line up|hop on|jump on|get"
            r" on|do|hold|host|join|add|put|create|block|initiate|confirm|offer"
    
            r"|have|having|need|needed|want|like|love|interested in|looking for|looking to|up"
            r" for|prefer|appreciate|open to|see|try|attend|request for|slot in)"
)
_WHO = (
    
            r"(?:(?:real |live |actual |human |proper |genuine )?(?:human(?: being)?|person"
            r"|people|agents?|representative|reps?|operator|staff(?: member)?"
    
            r"|team member|member of (?:your |the )?(?:team|staff)|salesperson|sales ?(?:man"
            r"|woman|rep|team|agent|person|department|guy|representative|people)?|manager"
            r"|supervisor|advis[eo]r"
    
            r"|specialist|expert|consultant|colleague|employee|assistant manager|support(?:"
            r" team| agent| staff| rep| person)?|customer (?:service|support|care)(?: agent|"
            r" rep| team| representative| person)?"
    
            r"|help ?desk|tech(?:nical)? support|service (?:agent|rep|desk)|boss|owner"
            r"|someone(?: real| human| else| there| from| in| who| at)?|somebody(?: real|"
            r" human| else)?|anyone(?: real)?"
    r"|anybody|attendant|technician|human support|human agent|your team|the team|an? actual))"
)

ENGLISH: tuple[tuple[str, float, str], ...] = (
    # -- human_handoff
    ("human_handoff", 0.95, 
            r"\b(?:real|live|actual|human|physical|proper) (?:person|human|agent|people"
            r"|representative|rep|operator|being|advisor|adviser|assistance|assistant|support"
            r"|help|someone|interaction|contact|employee)\b"),
    ("human_handoff", 0.93, 
            rf"\b(?:speak|talk|talking|speaking|chat|chatting|connect|connected|transfer"
            rf"|transferred|put|patch|hand|pass|switch|switched|refer|redirect|route|forward"
            rf"|direct|escalate|escalated)(?: me| this| us| it)?(?: through| over)?(?:"
            rf" directly)?(?: now)? (?:to|with)(?: a| an| the| your| some| another| one of"
            rf" your| any| my)?(?: \w+)? ?{_WHO}\b"),
    ("human_handoff", 0.9, 
            r"\b(?:need|want|get|give|gimme|like|have|find|request|prefer|demand|require|see"
            r"|bring|send|contact|reach|call|ask for|looking for|wish for)(?: me| to see| to"
            r" get| to reach| to contact| to have| to call)? (?:a|an|the|your|some|any"
            r"|another) ?(?:\w+ )?(?:human|agent|representative|operator|supervisor|manager"
            r"|support agent|service agent|customer service (?:agent|rep\w*)|sales rep\w*"
            r"|salesperson|staff member|advisor|assistant who is human|live chat|customer"
            r" support agent|support person|rep)\b"),
    ("human_handoff", 0.93, 
            r"^(?:please |pls |just |i said |get me |give me |i want |i need )*(?:an? |the"
            r" )?(?:human|agent|representative|operator|person|live agent|real person"
            r"|customer service|customer support|live chat|manager|supervisor|rep|human"
            r" please|support agent|staff|a person)(?: please| pls| plz| now| asap| support)*$"),
    ("human_handoff", 0.9, 
            r"\b(?:is|are) (?:there )?(?:a |an |any )?(?:human|real person|person|people"
            r"|humans|someone|anyone|anybody|somebody|agents?|operator|representative"
            r"|staff)(?: \w+)? (?:there|here|available|around|online|i can (?:talk|speak"
            r"|chat)|who can help|to talk to|to speak (?:to|with)|that can help|i could"
            r" (?:talk|speak))"),
    ("human_handoff", 0.92, 
            r"\b(?:don'?t|do not|not|never|rather not|hate|stop|tired of|sick of|no|refuse to"
            r"|won't|can't)(?: want| wanna| like| to| talk| be)*(?: to)?(?: talk(?:ing)?|"
            r" speak(?:ing)?| chat(?:ting)?| deal(?:ing)?)?(?: to| with)? (?:a |an |the |this"
            r" |you, |some |stupid |dumb |another |any )*(?:ro)?bots?\b"),
    ("human_handoff", 0.88, 
            r"\b(?:can|could|may|let|i want|i need|i'd like|i would like|like|want|need|wanna"
            r"|how (?:can|do) i|i must|i have|trying)(?: i| me| we| us)?(?: please)?(?: to)?"
            r" (?:speak|talk|chat)(?: directly)?(?: to| with)? (?:someone|somebody|a person|a"
            r" human|an agent|the manager|your manager|your boss|a manager|your team|sales"
            r"|support|your sales|the sales|the owner|customer service|a representative|one"
            r" of you|an expert|anyone|a specialist|your support|an operator)\b"),
    ("human_handoff", 0.9, 
            r"\b(?:hand(?: ?me)? ?over to|hand-?off|handover|take over|human (?:takeover"
            r"|agent|support|please|help|operator)|live (?:agent|support|chat|person"
            r"|operator)|escalate)\b"),
    ("human_handoff", 0.86, 
            r"\b(?:contact|reach|get (?:in touch|through|a hold|hold|ahold) (?:with|to|of)"
            r"|call|connect me (?:with|to)|transfer me|put me through|put me in touch with"
            r"|how do i (?:contact|reach)|communicate with|assistance from|help from|in"
            r" contact with|in touch with)(?: with| to)?(?: a| an| the| your| some| any)?"
            r" ?(?:customer (?:service|support|care)|human|agent|representative|support(?:"
            r" team)?|sales(?: team| department)?|somebody|someone|person|staff|operator"
            r"|manager|help ?desk|supervisor|assistant|real|advisor|live|people)\b"),
    ("human_handoff", 0.85, 
            r"\b(?:someone|somebody|a person|a human|an agent|a colleague|your colleague|a"
            r" representative) (?:else )?(?:needs to|should|can|could|must|to|who can)?"
            r" ?(?:help|assist|take over|answer|handle|look at)(?: me| this)?\b(?!.*\bcall\b)"),
    ("human_handoff", 0.8, 
            r"\b(?:connect|transfer|put|patch) (?:me|us)(?: through| over)?(?: to|"
            r" with)?\b(?! call| bot)"),
    # -- callback
    ("callback", 0.93, 
            r"\b(?:call|phone|ring|telephone|buzz|dial) (?:me|us) (?:back|please|pls|later"
            r"|tomorrow|today|tonight|on|at|when|asap|as soon|this|next|in|before|after"
            r"|between|any|if|about|to discuss|to talk|now|monday|tuesday|wednesday|thursday"
            r"|friday|saturday|sunday|instead|around|\d|first|immediately|right|whenever"
            r"|regarding|and|with|up|for|so)\b"),
    ("callback", 0.92, 
            r"\b(?:call ?backs?|call-backs?|ring ?back|phone back|return (?:my|the|a) call"
            r"|get a call back)\b"),
    ("callback", 0.9, 
            r"\b(?:give|gimme) (?:me|us) a (?:quick |short )?(?:call|ring|buzz|bell|shout"
            r"|phone call|tinkle)\b"),
    ("callback", 0.88, 
            r"\b(?:have|get|let|ask|can|could|want|need|would like|like|will|would|please"
            r"|may) (?:someone|somebody|you|a rep\w*|anyone|your team|an agent|sales|a"
            r" salesperson|a colleague|one of your \w+|your sales team|a person)(?:"
            r" please)?(?: to| from \w+| in \w+ team)?(?: (?:just|please|kindly))? (?:call"
            r"|phone|ring|contact)(?: me| us)?\b(?! (?:it|this|that|him|her|them|off))"),
    ("callback", 0.85, 
            r"(?:^|\b(?:please|just|pls|can you|could you|you can|kindly|and|or|better"
            r"|rather) )(?:call|phone|ring) (?:me|us)(?:$| (?:at|on|back|please))"),
    ("callback", 0.85, 
            r"\b(?:reach|contact|get) (?:me|us|a hold of me|hold of me) (?:by|on|via|at"
            r"|over)(?: the| my)? (?:phone|mobile|cell|telephone|number|cellphone)\b"),
    ("callback", 0.85, 
            r"\b(?:i(?:'d| would) (?:like|prefer|appreciate|love)|i want|i need|i am waiting"
            r" for|i'm waiting for|expecting) (?:to (?:get|receive|be given|have) )?a"
            r" (?:phone )?call from\b|\b(?:i want|like|prefer|need) to be (?:called|phoned"
            r"|contacted by phone)\b"),
    ("callback", 0.82, 
            r"\b(?:arrange|schedule|request|book)(?: for)? (?:a )?(?:call ?back|return"
            r" call)\b|\bphone call (?:would be|is) (?:best|better|great|good|fine|easier"
            r"|preferred)\b"),
    # -- cancel and reschedule
    ("reschedule", 0.96, 
            r"\bre-?s(?:c|h|k)?c?h?ed?ul?e?(?:d|ing)?\b|\bre-?schedul|\bre-?arrange\b"
            r"|\bre-?book(?:ing)?\b|\breshedul"),
    ("reschedule", 0.93, 
            rf"\b(?:move|moving|change|changing|postpone|postponing|push|shift|shifting|delay"
            rf"|bring forward|switch|swap|adjust|put off|put back|defer|alter|modify|amend"
            rf"|update|edit|transfer){_G}?(?:{_BOOKED})\b(?!.{{0,20}}\b(?:status|topic|title"
            rf"|agenda|link)\b)"),
    ("reschedule", 0.93, 
            r"\b(?:move|change|postpone|push|shift|delay|bring|switch|swap|put)(?: it| that|"
            r" this| ours| mine| things| the one)(?: back| forward| up| off| over)?(?: (?:to"
            r"|until|till|from|by|for))\b"),
    ("reschedule", 0.9, 
            r"\b(?:postpone|push (?:it |that |this )?back|bring (?:it |that |this )?forward"
            r"|put off|take a rain ?check|rain ?check)\b"),
    ("reschedule", 0.9, 
            r"\b(?:change|move|switch|different|another|other|new|alternative|later|earlier"
            r"|better) (?:the |our |my |to a |to another |to a different )?(?:time|date|day"
            r"|slot|hour|appointment time|meeting time)\b(?=.*\b(?:meet|meeting|call"
            r"|appointment|booking|instead|can'?t|cannot|make it|demo|please|possible|need"
            r"|for)\b|$)"),
    ("reschedule", 0.86, 
            r"\b(?:can'?t|cannot|can not|couldn'?t|won'?t|unable to|not able to|not going to"
            r"|no longer)(?: be able to)?(?: \w+)? (?:make|do|attend|come|manage"
            r"|join)\b.{0,80}\b(?:another|different|other|instead|later|earlier|new (?:time"
            r"|date)|next week|how about|what about|can we do|could we do|tomorrow instead"
            r"|any other)\b"),
    ("reschedule", 0.85, 
            r"\b(?:something|an emergency|a conflict) (?:came|has come|is)"
            r" up\b.{0,60}\b(?:another|different|move|later|new|instead|change)\b"),
    ("cancel_meeting", 0.95, 
            rf"\b(?:cancel|cancell?ing|cancell?ed|cancellation|call off|calling off|scrap"
            rf"|scratch|drop|delete|remove|void|abort|undo|annul)(?: \w+){{0,4}}?"
            rf" (?:{_BOOKED})\b"),
    ("cancel_meeting", 0.9, 
            r"^(?:please |pls |i want to |i need to |i'd like to |i would like to |can you "
            r"|could you |can i |just |ok |sorry |hi |hello |actually |i have to |i must |i'm"
            r" going to )*(?:cancel|call it off|cancel (?:it|that|this|everything|please|pls"
            r"|my \w+day\b.*|for \w+|tomorrow.*|today.*|monday.*|tuesday.*|wednesday.*"
            r"|thursday.*|friday.*|on .*|the \w+day.*|the one.*|our .*))(?: please| pls|"
            r" thanks)?$"),
    ("cancel_meeting", 0.88, 
            r"\b(?:can'?t|cannot|can not|won'?t|will not|unable to|not able to|not going"
            r" to)(?: be able to| longer)?(?: \w+)? (?:make it|attend|make (?:the|our|my"
            r"|tomorrow'?s|today'?s) \w+|come (?:to|tomorrow|today|on|anymore|after all)|be"
            r" there|join (?:the|our))\b"),
    ("cancel_meeting", 0.85, 
            r"\b(?:no longer (?:need|want|able to make|interested in)|don'?t need|do not need"
            r"|don'?t want) (?:the|my|our|that|this) (?:meeting|call|appointment|demo|booking"
            r"|session|consultation|slot)\b|\bappointment (?:is )?no longer needed\b"
            r"|\bcancel\b.{0,30}\b(?:meeting|appointment|call|booking|demo)\b"),
    # -- calendar_query
    ("calendar_query", 0.93, 
            r"\b(?:when|what (?:time|times|day|days|hours|dates?)|which (?:day|days|time"
            r"|times|slots?|dates?))\b(?: \w+){0,3}? (?:are|is|will|would|do|does|can|could)"
            r" (?:you|she|he|they|the \w+|your \w+|someone|somebody|it|everyone|we)(?:"
            r" \w+){0,2}? ?(?:free|available|open|have (?:time|a slot|an opening|availability"
            r"|something|slots|any)|in the office|around)\b"),
    ("calendar_query", 0.92, 
            r"\b(?:your|his|her|their|the|any|some|next|current|check|about|see|know|what'?s"
            r" (?:your|the)|of|have|more|other|for|weekend|have any|earliest)"
            r" (?:availabilit(?:y|ies)|avaliability|avail|open(?:ings?| slots?| times?)|free"
            r" (?:slots?|times?|hours?|appointments?)|available (?:slots?|times?"
            r"|appointments?|dates?|hours?|days?|openings?))\b"),
    ("calendar_query", 0.9, 
            r"\b(?:what|which|any|have|got|there|some|show(?: me)?|see|list|give me|tell me"
            r"|are there|next|first|earliest|the)(?: \w+){0,3}? (?:slots?|time ?slots?"
            r"|openings?|appointments?|times|dates)(?: \w+){0,2}? (?:available|free|open|left"
            r"|do you have|have you got|you have|are there|this week|next week|tomorrow|today"
            r"|on \w+day|for \w+day|can you offer|work(?:s)? for you)\b"),
    ("calendar_query", 0.9, 
            r"\b(?:are|r|is|will|would) (?:you|u|ya|he|she|they|your \w+|anyone|anybody"
            r"|someone|the \w+)(?: guys)?(?: be)? (?:also )?(?:free|available|avail|around"
            r"|open|busy|booked|in)\b(?! (?:of|to help|source|trial|as|for (?:free|download)))"),
    ("calendar_query", 0.9, 
            r"\b(?:do|does|did|would|will) (?:you|u|we|i|he|she|they|your \w+)(?: guys)?"
            r" (?:have|got)(?: \w+){0,3}? (?:availability|time|slots?|openings?|anything"
            r" (?:free|open|available|on|for|scheduled|planned|next|this|tomorrow)|something"
            r" (?:free|open|available)|space|gap|room)(?: \w+){0,2}? ?(?:free|open|available"
            r"|on|for|tomorrow|today|this|next|at|in|monday|tuesday|wednesday|thursday|friday"
            r"|between|before|after|later|left|$)"),
    ("calendar_query", 0.88, 
            r"\b(?:earliest|soonest|next|first) (?:you can|possible|available|free|open"
            r"|convenient)? ?(?:time|slot|date|appointment|opening|meeting|availability"
            r"|you'?re free|you could|you have)\b"),
    ("calendar_query", 0.9, 
            r"\b(?:what'?s|what is|what do (?:i|we) have|anything|what have i got|do i have"
            r" (?:any|a|anything|something)|what (?:events?|meetings?|appointments?"
            r"|plans?)(?: \w+){0,3}?|is there anything|tell me what|show(?: me)?|read|check"
            r"|look at|view|open|list)(?: \w+){0,3}? (?:on|in|from|for|to)? ?(?:my|the|our"
            r"|your|his|her) (?:calendar|schedule|agenda|diary|calender|planner)\b"),
    ("calendar_query", 0.88, 
            r"\b(?:when|what time|where|at what time|which day) (?:is|are|was|does|do|did)"
            r" (?:my|our|the|i|we|that)(?: \w+){0,4}? ?(?:meetings?|appointments?|calls?|demo"
            r"|event|interview|consultation|meet|start)\b"),
    ("calendar_query", 0.88, 
            r"\b(?:do|did|have|am|is|are) (?:i|we|there)(?: \w+){0,2}? (?:any|a|another|got"
            r" any|meetings?|appointments?|events?|something|anything|busy|free|booked)(?:"
            r" \w+){0,2}? ?(?:meetings?|appointments?|events?|scheduled|planned|calls|on my"
            r" calendar|today|tomorrow|this week|next week|on \w+day)\b"),
    ("calendar_query", 0.85, 
            r"\b(?:is|would|does|how is|how does|how'?s) (?:tomorrow|today|monday|tuesday"
            r"|wednesday|thursday|friday|next week|\d{1,2}(?::\d\d)? ?(?:am|pm)?|the \w+)(?:"
            r" \w+){0,3}? (?:free|available|open|taken|booked|still (?:free|open|available)"
            r"|look(?:ing)? for you)\b"),
    ("calendar_query", 0.85, 
            r"\bwhat (?:time|day|date)s? (?:works?|suits?|is (?:best|good|convenient)|would"
            r" (?:work|suit|be (?:best|good|convenient))|can you (?:do|offer|meet)|could you"
            r" (?:do|offer|meet)|do you (?:have|suggest|prefer))\b|\bwhen (?:can|could|would"
            r"|is|are|might|will|do) (?:you|someone|we|it|he|she|a good|the best|be)(?:"
            r" \w+){0,3}? ?(?:available|free|good time|do (?:it|this|that)|best time|fit me"
            r" in|see me|convenient|have time|open)\b"),
    # -- meeting_request
    ("meeting_request", 0.93, 
            rf"\b{_BOOK}(?: (?:me|us|you|her|him|them|in|up|to))?(?: (?:to|for))?(?: (?:a|an"
            rf"|the|another|some|my|our|any|that|this|one))?(?: [\w'/-]+){{0,3}}?"
            rf" {_MEETING}\b(?! (?:me|center|centre|recording|us|back))"),
    ("meeting_request", 0.92, 
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
            r"|standards|budget|goals|demand))"),
    ("meeting_request", 0.88, 
            r"\b(?:can|could|shall|may|let'?s|lets|like to|want to|wanna|love to|when can"
            r"|maybe|would be (?:great|good|nice) to)(?: (?:i|we|us|please))* (?:talk|speak"
            r"|chat|discuss(?: (?:this|it|that|further|more|details))?|go over (?:it|this"
            r"|things))(?: (?:with you|to you|again|more|further|about \w+(?: \w+)?|in person"
            r"|on the phone|over the phone|on zoom|via \w+|live|through))* ?(?:tomorrow|today"
            r"|tonight|next|this|on|at|in the|monday|tuesday|wednesday|thursday|friday|later"
            r"|soon|sometime|some time|in person|over|by phone|around|before|after|about"
            r" (?:it )?(?:tomorrow|on|next)|\d)"),
    ("meeting_request", 0.9, 
            r"\b(?:meet|meeting|call|demo|appointment|session|chat|slot)(?: \w+){0,4}?"
            r" (?:tomorrow|today|tonight|next week|this week|on (?:monday|tuesday|wednesday"
            r"|thursday|friday|saturday|sunday|the)|next (?:monday|tuesday|wednesday|thursday"
            r"|friday|month)|(?:this|coming) (?:monday|tuesday|wednesday|thursday|friday"
            r"|afternoon|morning)|at \d|for \d{1,2} ?(?:am|pm)|monday|tuesday|wednesday"
            r"|thursday|friday|sometime|asap|early next)\b"),
    ("meeting_request", 0.9, 
            r"\b(?:schedule|book|arrange|set ?up|reserve|fix|organi[sz]e|pencil)(?:"
            r" \w+){0,2}? (?:something|some time|time|a time|a date|a day|me in|us in|it|in"
            r"|one|an hour|half an hour|\d+ ?min\w*)\b(?! (?:hotel|flight|taxi|table|ticket))"),
    ("meeting_request", 0.88, 
            r"\b(?:see|visit|consult|consult with|meet|meet with|get in to see|make an"
            r" appointment with)(?: a| an| the| my| your| with| one of your)+ (?:\w+"
            r" )?(?:doctor|dr|dentist|lawyer|attorney|therapist|stylist|hairdresser|barber"
            r"|counsel+or|psychologist|psychiatrist|specialist|advis[eo]r|consultant|expert"
            r"|accountant|dermatologist|gynecologist|physician|agent|realtor|vet|optometrist"
            r"|sales \w+|team|manager|representative|ceo|founder|engineer)\b"),
    ("meeting_request", 0.88, 
            r"\bappointments?\b(?!.{0,25}\b(?:cancel|moved|yesterday|was)\b)|^(?:a )?(?:demo"
            r"|meeting|call|appointment|consultation|book|schedule|book now|schedule a time"
            r"|book a time|book demo)(?: please| pls| plz)?$"),
    ("meeting_request", 0.86, 
            r"\b(?:free|available|time|up|around|open|a (?:few|couple) (?:of )?minutes|moment"
            r"|have \d+ minutes)(?: \w+){0,4}? (?:for|to) (?:a |an |some )?(?:\w+ )?(?:quick "
            r"|short |brief )?(?:call|meeting|chat|demo|talk|meet|catch ?up|coffee|discuss"
            r"|speak|session|conversation|discussion|appointment|zoom)\b"),
    ("meeting_request", 0.85, 
            r"\b(?:show|walk|take|run|guide) (?:me|us)(?: \w+){0,2}? (?:a |the |your"
            r" )?(?:demo|through (?:it|the (?:product|platform|software|tool|app|features"
            r"|system))|around the (?:product|platform))\b|\b(?:see|try|get|watch|view) (?:it"
            r"|the (?:product|software|platform|tool)|your (?:product|software|platform|tool)"
            r"|this) in action\b|\brequest(?:ing)? (?:a )?demo\b|\bhow (?:can|do|could) (?:i"
            r"|we) (?:book|schedule|arrange|set up|make|get)\b(?!.*\b(?:refund|invoice"
            r"|account)\b)"),
    ("meeting_request", 0.85, 
            r"\b(?:put|get|add)(?: \w+){0,4}? (?:on|in|to|into) (?:your|the|my|our)"
            r" (?:calendar|schedule|diary|books|agenda)\b|\bsend (?:me |us |over )?(?:a |an "
            r"|the |your )?(?:calendar |meeting )?(?:invite|invitation|calendly|booking link"
            r"|calendar link|scheduling link|calendar)\b|\bwhen (?:can|could|should|shall"
            r"|would|may) (?:we|i|you and i|you)(?: \w+){0,2}? (?:meet|talk|speak|chat"
            r"|connect|get together|see you|come|call)\b"),
    # -- pricing
    ("pricing", 0.93, 
            r"\b(?:pric(?:e|es|ing|ed|y|eing|elist)|price ?list|prise|how much|how mutch"
            r"|quot(?:e|es|ation|ations)|rate ?card|cost(?:s|ing|ings)?|fee(?:s)?|tariffs?"
            r"|charge(?:s)? (?:for|per|do|is|are)|what (?:do|would|will|does) (?:you|it|this"
            r"|they|that) (?:charge|cost|run)|per month|per user|discounts?|subscription"
            r" (?:plans?|tiers?|models?)|(?:plans?|packages?) (?:and|do you|available|you"
            r" have)|expensive|cheap(?:er|est)?|affordable|estimate|ballpark|payment"
            r" (?:plans?|terms|options)|free (?:trial|plan|version|tier)|how expensive"
            r"|monthly (?:plan|rate|payment)|what are your rates|your rates|hourly rate|day"
            r" rate|rates for|billing options|price ?range)\b"),
    ("pricing", 0.85, 
            r"\bis (?:it|this|there|that) (?:a )?(?:free|for free|paid|charge|any cost)\b"
            r"|\bwhat(?:'s| is| are) the (?:damage|investment|total|rates?|plans?"
            r"|packages?)\b|\b(?:which|what) (?:plans?|packages?|tiers?)\b"),
    # -- complaint
    ("complaint", 0.93, 
            r"\b(?:complain(?:t|ts|ing)?|unacceptable|terrible|horrible|awful|worst"
            r"|disgust(?:ed|ing)|appalling|appalled|outrageous|ridiculous|disgrace(?:ful)?"
            r"|scam(?:mers?|med)?|fraud|rip[- ]?off|ripped off|useless|pathetic|atrocious"
            r"|abysmal|dreadful|shameful|a joke|rubbish|garbage|crap|sucks?|bullshit|shit"
            r"|incompetent|unprofessional|lousy|furious|livid|fed up|pissed|sick of|had"
            r" enough of|lawyer will|sue you|trading standards|legal action|report you|never"
            r" again|waste of (?:time|money)|shame on you|nightmare)\b"),
    ("complaint", 0.9, 
            r"\b(?:(?:very|so|really|extremely|quite|deeply|totally|am|i'm|im|pretty"
            r"|absolutely|not|bitterly) )?(?:disappoint(?:ed|ing|ment)|frustrat(?:ed|ing)"
            r"|dissatisf(?:ied|action)|unsatisf(?:ied|actory)|unhappy|annoyed|annoying|angry"
            r"|upset|not happy|not satisfied|not impressed|let down|unimpressed"
            r"|displeased)\b(?! to)"),
    ("complaint", 0.88, 
            r"\b(?:still|yet)(?: \w+){0,3}? (?:waiting|no (?:answer|reply|response|refund"
            r"|one)|not (?:received|working|fixed|arrived|resolved|been|heard|got)|haven'?t"
            r" (?:received|heard|got)|don'?t have|hasn'?t)\b|\b(?:nobody|no one|noone"
            r"|no-one)(?: has| ever| from \w+)? ?(?:answer\w*|repl\w*|respond\w*|called|calls"
            r"|showed|contacted|got back|helped|helps|picked up|came|cares|turned up)\b"
            r"|\bnever (?:received|got|arrived|called|answered|replied|heard|showed|came"
            r"|responded|works?|again)\b"),
    ("complaint", 0.86, 
            r"\b(?:doesn'?t|does not|don'?t|do not|isn'?t|is not|not|won'?t|stopped|never"
            r"|hasn'?t|keeps? (?:not )?)(?: even| properly| been| actually)? ?(?:work(?:ing"
            r"|s)?|function(?:ing)?|load(?:ing)?|crash(?:ing|es)?|failing"
            r"|respond(?:ing)?)\b(?! (?:for me|on (?:mon|tue|wed|thu|fri|sat|sun)|with"
            r" (?:tues|mon|wed|thur|fri)|then|at that|that day|tomorrow|next week))"),
    ("complaint", 0.86, 
            r"\b(?:broken|defective|faulty|damaged|buggy|crash(?:es|ed|ing)|down again|error"
            r" again|wrong (?:item|order|product|amount|size)|overcharged|double[- ]charged"
            r"|charged (?:twice|me twice|me again|wrong\w*)|refund|money back|rude|poor"
            r" (?:service|quality|support|customer|experience)|bad (?:service|quality|support"
            r"|experience|customer)|slow (?:service|support|response)|late again|missed"
            r" (?:the|our|my) (?:appointment|call|meeting)|failed to|lied to|misled|ignored"
            r"|ignoring me|delayed|lost my (?:order|package|data))\b(?! policy)"),
    # -- product_question
    ("product_question", 0.85, 
            r"\b(?:do|does|can|could|will|would|is|are|has|have) (?:you|u|it|your|the|this"
            r"|that|they|these|there|ya)(?: guys)?(?: \w+){0,4}? ?(?:offer|support|supports"
            r"|provide|integrate|integrates|integration|integrations|work with|handle|include"
            r"|includes|compatible|come with|sell|carry|stock|deliver|ship|cover|feature"
            r"|features|allow|connect (?:to|with)|sync|import|export|run on|customi[sz]\w+"
            r"|secure|gdpr|hipaa|api|app|mobile|warranty|guarantee|speciali[sz]e|certified"
            r"|available (?:in|on|for)|require|need|have (?:an?|any|some)|also do|do (?:web"
            r"|seo|design|marketing|custom|repairs?|installations?)|experience with|serve"
            r"|accept|language)\b"),
    ("product_question", 0.86, 
            r"\b(?:tell me|know|learn|hear|find out|info(?:rmation)?|details?|explain|read"
            r"|curious|describe|brochure|documentation|enquir\w+|inquir\w+|question)(?:"
            r" \w+){0,3}? (?:about|on|regarding|of|how|what|concerning)(?: \w+){0,3}?"
            r" ?(?:product|products|service|services|software|platform|tool|company|offer"
            r"|offers|offering|offerings|features?|solution|solutions|business|app|plans|you"
            r" do|you offer|it works|this works|your \w+|crm|system|package|packages|works?)\b"),
    ("product_question", 0.85, 
            r"\b(?:what|which)(?: \w+){0,3}? (?:services|products|features|solutions"
            r"|integrations|options|do you (?:do|offer|sell|provide|have|support|specialize"
            r"|specialise|recommend)|can (?:you|it|your \w+|this) (?:do|help|offer)|does"
            r" (?:it|your|the|this|\w+) (?:do|include|offer|support|mean|cover|come)|is"
            r" (?:your|this|the) (?:product|company|service|software|platform|difference"
            r"|warranty|parley)|kind of|type of|types of|sort of|makes you|sets you|is"
            r" included|are the (?:features|benefits|options|differences?|requirements"
            r"|main))\b"),
    ("product_question", 0.84, 
            r"\bhow (?:does|do|will|would|can|is|are|did|long (?:does|do|is|will|would)|many"
            r"|secure|safe|fast|quickly|easy|reliable|big)(?: \w+){0,6}? ?(?:work|works|help"
            r"|integrate|compare|differ|different|operate|function|set ?up|setup|install\w*"
            r"|implement\w*|onboard\w*|take|deliver|handle|secure|data|users|process|use"
            r" (?:it|this|your)|it work)\b(?!.*\b(?:meet|call)\b)"),
    ("product_question", 0.8, 
            r"\b(?:is|are) (?:it|this|your|the|there)(?: \w+){0,4}? (?:suitable|good for"
            r"|compatible|available in|secure|safe|easy|possible to|able to|gdpr|cloud"
            r"|on-?premise|an app|a mobile|a version|limit|difference|support for|integrat\w+"
            r"|api|warranty|multilingual|open source|customi[sz]able)\b|\b(?:more|some"
            r"|further|additional) (?:info|information|details|detail)\b|\bi (?:have|had|got"
            r"|have got) (?:a |some |a few |a couple (?:of )?)?(?:quick )?questions?\b"
            r"|\binterested in (?:your|the|learning|knowing|finding|hearing|this|a|using"
            r"|buying|getting|more)\b(?! (?:demo|meeting|call))|\blooking for (?:a|an|some)"
            r" (?:\w+ ){0,3}(?:solution|software|tool|crm|system|platform|service|app"
            r"|provider|agency|partner|website|chatbot)\b|\bcan (?:it|your (?:product"
            r"|software|tool|platform|system|bot)|parley|the (?:software|product|tool"
            r"|platform))\b"),
)

# Short utterances, judged as a whole or by their beginning or end.
SMALL_TALK: tuple[tuple[str, float, str], ...] = (
    ("greeting", 0.93, 
            r"^(?:oh |well |and |why )?(?:hi+|hello+|hallo|helo|hey+|heya|hiya|hullo|howdy|yo"
            r"|sup|greetings|good (?:morning|afternoon|evening|day)|gd (?:morning|evening)"
            r"|morning|afternoon|evening|g'?day|what'?s up|whats up|wassup|how are (?:you"
            r"|things|u|ya)|how'?s (?:it going|everything|life|your day|things)|how do you do"
            r"|nice to meet you|pleased to meet you|how have you been|how you doing|how are"
            r" you doing|long time no see|dear (?:sir|madam|team)|to whom it may concern"
            r"|anybody (?:there|home)|anyone (?:there|here|home)|are you there|salut|ola"
            r"|aloha|namaste|salam|assalam|top of the morning|welcome)\b"),
    ("greeting", 0.8, 
            r"\b(?:how are (?:you|u|things)|how'?s it going|how'?s your day|hope you(?:'re|"
            r" are) (?:well|doing)|nice to meet you|how do you do)\b"),
    ("goodbye", 0.94, 
            r"\b(?:good ?bye|bye+|bye-?bye|b-?bye|cya|see (?:you|ya|u)(?: (?:later|soon"
            r"|around|then|tomorrow|next|again|on))?|ttyl|talk (?:to you |soon|later)|speak"
            r" soon|take care|farewell|so long|catch you later|have a (?:nice|good|great"
            r"|lovely|wonderful|pleasant|fantastic|blessed|safe) (?:day|one|evening|night"
            r"|weekend|week|afternoon|rest|morning|time|trip)|good ?night|until (?:next time"
            r"|then|tomorrow)|gotta go|got to go|have to go|need to go|i'?m (?:off|leaving"
            r"|out|done here)|i must go|later+s?$|peace out|signing off|cheerio|adieu|over"
            r" and out|nice (?:talking|chatting|speaking) (?:to|with) you|that'?s (?:all|it"
            r"|everything)(?: (?:for (?:now|today)|i need(?:ed)?|from me|thanks|thank you))?$"
            r"|that will be all|that'?ll be all|nothing else|we'?re done|i'?m all set|i am"
            r" all set)\b"),
    ("thanks", 0.95, 
            r"\b(?:thank(?:s|you| you| u| ya|ing you|ful)|thankyou|thnx|thx+|thanx|thnks|tysm"
            r"|ty|tnx|10x|many thanks|much (?:appreciated|obliged)|cheers|appreciate (?:it"
            r"|that|your|the|you|this)|grateful|(?:you'?ve|you have) been (?:very |so |really"
            r" |extremely |most )?(?:helpful|great|kind)|that (?:was|is) (?:very |so |really"
            r" )?(?:helpful|kind)|(?:very|so|really) (?:helpful|kind)(?: of you)?|great help"
            r"|big help|you'?re (?:the best|awesome|a star|a lifesaver|great|amazing)|kind of"
            r" you|bless you|god bless|ta$|kudos|gratitude|owe you|well done|good job|great"
            r" job|nice job)\b"),
    ("affirm", 0.94, 
            r"^(?:oh |ah |um |uh |well |hmm |mm |ok |okay |so )*(?:yes+|yess+|yeah+|yea+|yah"
            r"|yep+|yup+|ya|yas+|aye|ye|y|sure(?: thing)?|okay|ok|oki|okey|okie|okay dokey|k"
            r"|kk|alright|all right|aight|absolutely|definitely|certainly|of course|ofc"
            r"|exactly|correct|right|that'?s (?:right|correct|fine|good|great|perfect|ok|okay"
            r"|true|it|the one|me|cool|what i want\w*|exactly)|thats (?:right|correct|fine"
            r"|good|great|perfect|ok|true)|indeed|affirmative|agreed|i agree|deal|done"
            r"|perfect|great|excellent|awesome|fantastic|wonderful|fine|cool|nice|super"
            r"|lovely|brilliant|good(?= (?:for|idea|with|to|by|then|thanks?|thank)\b|$)"
            r"|sounds (?:good|great|perfect|fine|like a plan|about right|right|wonderful"
            r"|lovely|nice|awesome|interesting|excellent|reasonable|okay|ok)|looks good"
            r"|works? for me|that (?:works|would be (?:great|good|perfect|fine|nice|lovely"
            r"|awesome|wonderful|ok|okay|excellent|ideal|amazing)|will work|will do|sounds"
            r"|should work|is (?:right|correct|fine|good|great|perfect|true|ok|okay|exactly"
            r"|affirmative))|it (?:is|does|works)|go (?:ahead|for it)|please do|do it|do that"
            r"|let'?s do (?:it|that|this)|lets (?:do (?:it|that)|go)|let'?s go|i'?d (?:love"
            r"|like) (?:to|that|it)|i would(?: love to| like that)?$|i do$|i am$|i will$|i"
            r" think so|i guess so|i suppose|for sure|why not|by all means|without a doubt|no"
            r" problem|no worries|confirmed?|i confirm|you bet|true|positive|roger|gladly"
            r"|with pleasure|happy to|count me in|i'?m in|book it|that one|totally|obviously"
            r"|naturally|very well|as you wish|👍|✅|👌|please$|yes please|that'?d be (?:great"
            r"|good|perfect|fine|nice))(?=\W|$)"),
    ("deny", 0.94, 
            r"^(?:oh |ah |um |uh |well |hmm |ok |okay |sorry |i'm afraid |actually )*(?:no+"
            r"|nope+|nop|nah+|naw|na|n|nay|not (?:really|now|yet|today|right now|at all"
            r"|interested|at the moment|this time|quite|exactly|necessarily|for me|true"
            r"|correct|right|likely|a chance|thanks|necessary|me|that|so|happening|ready"
            r"|needed|sure i)|never|no (?:thanks|thank you|thx|way|need|sir|ma'?am|never"
            r"|problem no)|negative|nothing|neither|none|don'?t|do not|i (?:don'?t|do not"
            r"|dont) (?:think so|want|like|need|wish|agree|believe so|know about that|care"
            r"|have)|i'?m (?:not|good|fine|okay|all set|ok)(?: interested| sure| now|"
            r" thanks)?$|i am not|i'?d rather not|i would rather not|i'?ll pass|pass$|maybe"
            r" (?:later|another time|some other time|not)|perhaps (?:later|not)|some other"
            r" time|another time|later maybe|wrong|incorrect|false|that'?s (?:not|wrong"
            r"|incorrect|false|a no|all wrong)|thats (?:not|wrong|incorrect)|that (?:isn'?t"
            r"|is not|doesn'?t|does not|won'?t|wouldn'?t|is (?:wrong|incorrect|false|a no))"
            r"|it (?:isn'?t|is not|doesn'?t|does not|won'?t)|absolutely not|definitely not"
            r"|certainly not|of course not|i (?:can'?t|cannot|won'?t|wouldn'?t|will not"
            r"|refuse|disagree|doubt it|decline)|hell no|by no means|under no circumstances"
            r"|unfortunately not|i'?m afraid not|👎|❌|can'?t do|forget it|never ?mind|nvm|not"
            r" for me|out of the question)(?=\W|$)"),
    ("stop", 0.95, 
            r"\b(?:unsubscribe|opt[- ]?out|leave me alone|go away|fuck off|piss off|get lost"
            r"|shut up|stop (?:it|that|this|now|please|texting|messaging|contacting|sending"
            r"|calling|emailing|bothering|spamming|talking|asking|writing|chatting|harassing"
            r"|annoying|popping)|stop$|(?:do not|don'?t|dont|never|quit|stop|no more) (?:ever"
            r" )?(?:contact(?:ing)?|messag(?:e|ing)|text(?:ing)?|email(?:ing)?|call(?:ing)?"
            r"|bother(?:ing)?|write|writing|disturb(?:ing)?|spam(?:ming)?|send(?:ing)?"
            r"|messages?|emails?|calls?|texts?|spam|popups?)(?: to)?(?: me| us| messages|"
            r" anymore| again|$)|remove (?:me|my (?:name|number|email|data|details|address"
            r"|contact))(?: from| off|$)|take me off|delete (?:me|my (?:data|information"
            r"|details|info|account data|personal))|erase my|forget (?:me|about me|my data)"
            r"|end (?:the |this )?(?:chat|conversation)|close (?:the |this )?(?:chat"
            r"|conversation|window)|quit$|exit$|enough$|that'?s enough|block you|stop stop)\b"),
)

STAFF: tuple[tuple[str, float, str], ...] = (
    ("contact_add", 0.93, 
            r"\b(?:add|create|save|register|enter|store|insert|make|new|put in)(?: \w+){0,3}?"
            r" (?:contact|client|customer|lead|prospect|person|company)\b(?! (?:form|page"
            r"|support|service|note|field))|^(?:new|add) (?:contact|client|customer|lead)\b"),
    ("contact_delete", 0.93, 
            r"\b(?:delete|remove|erase|drop|purge|get rid of)(?: \w+){0,4}? (?:contacts?"
            r"|clients?|customers?|leads?|prospects?|record|entry|deal|task)\b|\b(?:delete"
            r"|remove|erase) [A-Za-z]+(?: [A-Za-z]+)? from (?:the |my |our )?(?:contacts|crm"
            r"|clients|list|database)\b"),
    ("contact_change", 0.92, 
            r"\b(?:update|change|edit|modify|correct|fix|set|replace|rename)(?:"
            r" [\w'’]+){0,5}? (?:contact|email|e-mail|phone|number|address|mobile|details"
            r"|last name|surname|company|position|job title|title|status|notes?"
            r"|record)\b(?!.*\b(?:meeting|appointment|call)\b)"),
    ("contact_find", 0.9, 
            r"\b(?:find|search(?: for)?|look ?up|look for|get|show(?: me)?|pull up|fetch|open"
            r"|display|give me|what(?:'s| is)|tell me|where is|list)(?: [\w'’]+){0,5}?"
            r" (?:contacts?|clients?|customers?|leads?|prospects?|phone number|email address"
            r"|email|phone|number|contact details|contact info(?:rmation)?|details)\b(?!"
            r" (?:you|your|support|service|us))|\bwho is [A-Z]?\w+(?: \w+)?\b"),
    ("task_add", 0.93, 
            r"\b(?:add|create|make|new|set|assign|give)(?: \w+){0,3}? (?:tasks?|to-?dos?"
            r"|reminders?|follow-?ups?|action item)\b|\bremind me (?:to|about|of|on|that"
            r"|tomorrow|in|at|next)\b|\bset a reminder\b"),
    ("task_complete", 0.93, 
            r"\b(?:mark|set|tick|check)(?: [\w'’]+){0,8}? (?:as )?(?:done|complete[d]?"
            r"|finished|off)\b|\b(?:complete|finish|close)(?: \w+){0,4}? (?:tasks?"
            r"|to-?dos?)\b|\btask (?:is )?(?:done|complete[d]?|finished)\b"),
    ("task_find", 0.9, 
            r"\b(?:show|list|what(?:'s| is| are)|get|find|display|view|see|do i have"
            r"|which)(?: \w+){0,4}? (?:tasks?|to-?dos?|reminders?|follow-?ups?)\b"
            r"|\b(?:overdue|open|pending) tasks?\b"),
    ("deal_add", 0.92, 
            r"\b(?:add|create|open|new|make|register|start)(?: \w+){0,3}? (?:deal"
            r"|opportunity)\b"),
    ("deal_change", 0.92, 
            r"\b(?:move|update|change|mark|set|advance|push|close|win|lose|won|lost)(?:"
            r" [\w'’]+){0,6}? (?:deal|opportunity)\b|\bdeal(?: [\w'’]+){0,6}? (?:to|as|is)"
            r" (?:won|lost|negotiation|proposal|qualified|closed)\b|\bmark(?: [\w'’]+){0,5}?"
            r" (?:as )?(?:won|lost)\b"),
    ("note_add", 0.92, 
            r"\b(?:log|record|note|write down|jot)(?: [\w'’]+){0,4}? (?:call|meeting"
            r"|conversation|note|email|visit|chat|interaction|that)\b|\b(?:add|leave|make|put"
            r"|write)(?: \w+){0,3}? notes?\b"),
    ("record_show", 0.86, 
            r"\b(?:show|list|display|view|open|pull up|get|give me|export)(?: \w+){0,4}?"
            r" (?:pipelines?|deals?|invoices?|payments?|reports?|leads|contacts|clients"
            r"|dashboard|opportunities|stats|statistics|figures|revenue)\b"),
)
