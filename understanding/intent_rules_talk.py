"""English rules for courtesies and short answers, judged by how a message begins."""

from __future__ import annotations

SMALL_TALK: tuple[tuple[str, float, str], ...] = (
    (
        "greeting",
        0.93,
        r"^(?:oh |well |and |why )?(?:hi+|hello+|hallo|helo|hey+|heya|hiya|hullo|howdy|yo"
        r"|sup|greetings|good (?:morning|afternoon|evening|day)|gd (?:morning|evening)"
        r"|morning|afternoon|evening|g'?day|what'?s up|whats up|wassup|how are (?:you"
        r"|things|u|ya)|how'?s (?:it going|everything|life|your day|things)|how do you do"
        r"|nice to meet you|pleased to meet you|how have you been|how you doing|how are"
        r" you doing|long time no see|dear (?:sir|madam|team)|to whom it may concern"
        r"|anybody (?:there|home)|anyone (?:there|here|home)|are you there|salut|ola"
        r"|aloha|namaste|salam|assalam|top of the morning|welcome)\b",
    ),
    (
        "greeting",
        0.8,
        r"\b(?:how are (?:you|u|things)|how'?s it going|how'?s your day|hope you(?:'re|"
        r" are) (?:well|doing)|nice to meet you|how do you do)\b",
    ),
    (
        "goodbye",
        0.94,
        r"\b(?:good ?bye|bye+|bye-?bye|b-?bye|cya|(?<!to )(?<!come )(?<!can"
        r" )(?<!could )(?<!i )see (?:you|ya|u)(?: (?:later|soon"
        r"|around|then|tomorrow|next|again|on))?|ttyl|talk (?:to you |soon|later)|speak"
        r" soon|take care|farewell|so long|catch you later|have a (?:nice|good|great"
        r"|lovely|wonderful|pleasant|fantastic|blessed|safe) (?:day|one|evening|night"
        r"|weekend|week|afternoon|rest|morning|time|trip)|good ?night|until (?:next time"
        r"|then|tomorrow)|gotta go|got to go|have to go|need to go|i'?m (?:off|leaving"
        r"|out|done here)|i must go|later+s?$|peace out|signing off|cheerio|adieu|over"
        r" and out|nice (?:talking|chatting|speaking) (?:to|with) you|that'?s (?:all|it"
        r"|everything)(?: (?:for (?:now|today)|i need(?:ed)?|from me|thanks|thank you))?$"
        r"|that will be all|that'?ll be all|nothing else|we'?re done|i'?m all set|i am"
        r" all set)\b",
    ),
    (
        "thanks",
        0.95,
        r"\b(?:thank(?:s|you| you| u| ya|ing you|ful)|thankyou|thnx|thx+|thanx|thnks|tysm"
        r"|ty|tnx|10x|many thanks|much (?:appreciated|obliged)|cheers|appreciate (?:it"
        r"|that|your|the|you|this)|grateful|(?:you'?ve|you have) been (?:very |so |really"
        r" |extremely |most )?(?:helpful|great|kind)|that (?:was|is) (?:very |so |really"
        r" )?(?:helpful|kind)|(?:very|so|really) (?:helpful|kind)(?: of you)?|great help"
        r"|big help|you'?re (?:the best|awesome|a star|a lifesaver|great|amazing)|kind of"
        r" you|bless you|god bless|ta$|kudos|gratitude|owe you|well done|good job|great"
        r" job|nice job)\b",
    ),
    (
        "affirm",
        0.94,
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
        r"|good|perfect|fine|nice))(?=\W|$)",
    ),
    (
        "deny",
        0.94,
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
        r" for me|out of the question)(?=\W|$)",
    ),
    (
        "stop",
        0.95,
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
        r"|conversation|window)|quit$|exit$|enough$|that'?s enough|block you|stop stop)\b",
    ),
)
