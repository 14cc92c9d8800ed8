"""English rules for wishes to reach a person: in the chat or on the phone."""

from __future__ import annotations

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

PEOPLE: tuple[tuple[str, float, str], ...] = (
    (
        "human_handoff",
        0.95,
        r"\b(?:real|live|actual|human|physical|proper) (?:person|human|agent|people"
        r"|representative|rep|operator|being|advisor|adviser|assistance|assistant|support"
        r"|help|someone|interaction|contact|employee)\b",
    ),
    (
        "human_handoff",
        0.93,
        rf"\b(?:speak|talk|talking|speaking|chat|chatting|connect|connected|transfer"
        rf"|transferred|put|patch|hand|pass|switch|switched|refer|redirect|route|forward"
        rf"|direct|escalate|escalated)(?: me| this| us| it)?(?: through| over)?(?:"
        rf" directly)?(?: now)? (?:to|with)(?: a| an| the| your| some| another| one of"
        rf" your| any| my)?(?: \w+)? ?{_WHO}\b",
    ),
    (
        "human_handoff",
        0.9,
        r"\b(?:need|want|get|give|gimme|like|have|find|request|prefer|demand|require|see"
        r"|bring|send|contact|reach|call|ask for|looking for|wish for)(?: me| to see| to"
        r" get| to reach| to contact| to have| to call)? (?:a|an|the|your|some|any"
        r"|another) ?(?:\w+ )?(?:human|agent|representative|operator|supervisor|manager"
        r"|support agent|service agent|customer service (?:agent|rep\w*)|sales rep\w*"
        r"|salesperson|staff member|advisor|assistant who is human|live chat|customer"
        r" support agent|support person|rep)\b",
    ),
    (
        "human_handoff",
        0.93,
        r"^(?:please |pls |just |i said |get me |give me |i want |i need )*(?:an? |the"
        r" )?(?:human|agent|representative|operator|person|live agent|real person"
        r"|customer service|customer support|live chat|manager|supervisor|rep|human"
        r" please|support agent|staff|a person)(?: please| pls| plz| now| asap| support)*$",
    ),
    (
        "human_handoff",
        0.9,
        r"\b(?:is|are) (?:there )?(?:a |an |any )?(?:human|real person|person|people"
        r"|humans|someone|anyone|anybody|somebody|agents?|operator|representative"
        r"|staff)(?: \w+)? (?:there|here|available|around|online|i can (?:talk|speak"
        r"|chat)|who can help|to talk to|to speak (?:to|with)|that can help|i could"
        r" (?:talk|speak))",
    ),
    (
        "human_handoff",
        0.92,
        r"\b(?:don'?t|do not|not|never|rather not|hate|stop|tired of|sick of|no|refuse to"
        r"|won't|can't)(?: want| wanna| like| to| talk| be)*(?: to)?(?: talk(?:ing)?|"
        r" speak(?:ing)?| chat(?:ting)?| deal(?:ing)?)?(?: to| with)? (?:a |an |the |this"
        r" |you, |some |stupid |dumb |another |any )*(?:ro)?bots?\b",
    ),
    (
        "human_handoff",
        0.88,
        r"\b(?:can|could|may|let|i want|i need|i'd like|i would like|like|want|need|wanna"
        r"|how (?:can|do) i|i must|i have|trying)(?: i| me| we| us)?(?: please)?(?: to)?"
        r" (?:speak|talk|chat)(?: directly)?(?: to| with)? (?:someone|somebody|a person|a"
        r" human|an agent|the manager|your manager|your boss|a manager|your team|sales"
        r"|support|your sales|the sales|the owner|customer service|a representative|one"
        r" of you|an expert|anyone|a specialist|your support|an operator)\b",
    ),
    (
        "human_handoff",
        0.9,
        r"\b(?:hand(?: ?me)? ?over to|hand-?off|handover|take over|human (?:takeover"
        r"|agent|support|please|help|operator)|live (?:agent|support|chat|person"
        r"|operator)|escalate)\b",
    ),
    (
        "human_handoff",
        0.86,
        r"\b(?:contact|reach|get (?:in touch|through|a hold|hold|ahold) (?:with|to|of)"
        r"|call|connect me (?:with|to)|transfer me|put me through|put me in touch with"
        r"|how do i (?:contact|reach)|communicate with|assistance from|help from|in"
        r" contact with|in touch with)(?: with| to)?(?: a| an| the| your| some| any)?"
        r" ?(?:customer (?:service|support|care)|human|agent|representative|support(?:"
        r" team)?|sales(?: team| department)?|somebody|someone|person|staff|operator"
        r"|manager|help ?desk|supervisor|assistant|real|advisor|live|people)\b",
    ),
    (
        "human_handoff",
        0.85,
        r"\b(?:someone|somebody|a person|a human|an agent|a colleague|your colleague|a"
        r" representative) (?:else )?(?:needs to|should|can|could|must|to|who can)?"
        r" ?(?:help|assist|take over|answer|handle|look at)(?: me| this)?\b(?!.*\bcall\b)",
    ),
    (
        "human_handoff",
        0.8,
        r"\b(?:connect|transfer|patch|put(?= (?:me|us) through)) (?:me|us)(?: through"
        r"| over)?(?: to|"
        r" with)?\b(?! call| bot)",
    ),
    (
        "callback",
        0.93,
        r"\b(?:call|phone|ring|telephone|buzz|dial) (?:me|us) (?:back|please|pls|later"
        r"|tomorrow|today|tonight|on|at|when|asap|as soon|this|next|in|before|after"
        r"|between|any|if|about|to discuss|to talk|now|monday|tuesday|wednesday|thursday"
        r"|friday|saturday|sunday|instead|around|\d|first|immediately|right|whenever"
        r"|regarding|and|with|up|for|so)\b",
    ),
    (
        "callback",
        0.92,
        r"\b(?:call ?backs?|call-backs?|ring ?back|phone back|return (?:my|the|a) call"
        r"|get a call back)\b",
    ),
    (
        "callback",
        0.9,
        r"\b(?:give|gimme) (?:me|us) a (?:quick |short )?(?:call|ring|buzz|bell|shout"
        r"|phone call|tinkle)\b",
    ),
    (
        "callback",
        0.88,
        r"\b(?:have|get|let|ask|can|could|want|need|would like|like|will|would|please"
        r"|may) (?:someone|somebody|you|a rep\w*|anyone|your team|an agent|sales|a"
        r" salesperson|a colleague|one of your \w+|your sales team|a person)(?:"
        r" please)?(?: to| from \w+| in \w+ team)?(?: (?:just|please|kindly))? (?:call"
        r"|phone|ring|contact)(?: me| us)?\b(?! (?:it|this|that|him|her|them|off))",
    ),
    (
        "callback",
        0.85,
        r"(?:^|\b(?:please|just|pls|can you|could you|you can|kindly|and|or|better"
        r"|rather) )(?:call|phone|ring) (?:me|us)(?:$| (?:at|on|back|please))",
    ),
    (
        "callback",
        0.85,
        r"\b(?:reach|contact|get) (?:me|us|a hold of me|hold of me) (?:by|on|via|at"
        r"|over)(?: the| my)? (?:phone|mobile|cell|telephone|number|cellphone)\b",
    ),
    (
        "callback",
        0.85,
        r"\b(?:i(?:'d| would) (?:like|prefer|appreciate|love)|i want|i need|i am waiting"
        r" for|i'm waiting for|expecting) (?:to (?:get|receive|be given|have) )?a"
        r" (?:phone )?call from\b|\b(?:i want|like|prefer|need) to be (?:called|phoned"
        r"|contacted by phone)\b",
    ),
    (
        "callback",
        0.82,
        r"\b(?:arrange|schedule|request|book)(?: for)? (?:a )?(?:call ?back|return"
        r" call)\b|\bphone call (?:would be|is) (?:best|better|great|good|fine|easier"
        r"|preferred)\b",
    ),
    (
        "human_handoff",
        0.9,
        r"\b(?:deal|work|communicate|correspond|interact|hear|get help|get a (?:reply"
        r"|response|answer))(?:ing)? (?:with|from) (?:a |an |one of |some |your"
        r" )*(?:member|human|person|someone|somebody|people|agent|representative"
        r"|staff|team|colleague)\b",
    ),
    (
        "human_handoff",
        0.86,
        r"\b(?:am i|are you|is this|is it|r u|are u|you are|you're|i'm) (?:still"
        r" )?(?:even )?(?:talking|speaking|chatting|texting|dealing)? ?(?:to|with)?"
        r" ?(?:a |an |some )?(?:real |actual |live |automated |just a |stupid"
        r" )?(?:bot|robot|chatbot|machine|computer|ai|human|real person|person"
        r"|automated)\b(?! (?:interested|who|of|resources|needing))",
    ),
    (
        "human_handoff",
        0.85,
        r"\b(?:can|could|would|will|may) (?:someone|somebody|anyone|anybody|a person"
        r"|a human|one of you|somebody else|a specialist)(?: from \w+ \w+| on \w+ \w+"
        r"| there| in \w+ \w+| please| else)* (?:please )?(?:help|assist|answer"
        r"|explain|look|reply|respond|talk|speak|chat|advise|take over|walk)\b",
    ),
    (
        "human_handoff",
        0.85,
        r"\bwho (?:can|could|should|do|would|may|must) (?:i|we) (?:talk|speak|contact"
        r"|reach|ask|write|turn|chat|get in touch|complain)\b|\b(?:number|phone|line"
        r"|email|contact|contacts?|hotline|telephone)(?: number| details| info|"
        r" address)? (?:for|of|to) (?:the |your )?(?:customer (?:service|support"
        r"|care)|support|sales|help ?desk|service|agent|human|complaints|team)\b",
    ),
    (
        "human_handoff",
        0.94,
        r"\b(?:get|give|send|find|bring|need|want|fetch|put) (?:me |us |on )?(?:to"
        r" )?(?:someone|somebody|anyone) (?:real|human|who (?:can|knows|actually"
        r"|understands|speaks)|competent|else|in charge|from|that (?:can|knows))\b"
        r"|\b(?:need|want|like|have|get) to (?:talk|speak|chat)(?: to| with)?"
        r" (?:someone|somebody|anyone|a person|people)\b|\b(?:customer service"
        r"|customer support|customer care|live support|help ?desk|tech support)"
        r" (?:number|please|contact|agent|rep|now|phone|team)\b",
    ),
    (
        "callback",
        0.9,
        r"\b(?:rather|prefer|like|want|prefer to|like to|want to|need to|please)"
        r" ?(?:be|get|have|receive)? ?(?:called|phoned|a call|a phone call|a ring|a"
        r" callback)(?: back)?\b(?! (?:with|next|on (?:mon|tue|wed|thu|fri)|to"
        r" discuss|tomorrow|this|about))",
    ),
    (
        "callback",
        0.88,
        r"\b(?:number|phone|mobile|cell|digits)(?: number)?(?:'s| is|:)?"
        r" .{0,30}\b(?:call|ring|phone)(?: me| us)?(?: any ?time| back| after| before"
        r"| whenever| when| please| at| on|$)",
    ),
)
