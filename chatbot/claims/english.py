"""How English claims."""

from __future__ import annotations

from chatbot.claims.lexicon import Lexicon

_DAYS = (
    "monday mon/tuesday tue tues/wednesday wed/thursday thu thur thurs/friday fri/saturday sat/"
    "sunday sun/tomorrow tonight today"
)
_MEETING = "meeting|call|appointment|booking|reservation|session|consultation|slot|visit|demo|chat"
_PEOPLE = (
    "someone|somebody|colleague*|team|teammate*|we|specialist*|expert*|human|person|people|rep|"
    "reps|representative*|advisor*|adviser*|agent*|manager*|staff|member|members|consultant*|they|"
    "he|she|sales|office|owner|boss|folks|guys|support|department|crew|one|everyone|"
    "designer*|engineer*|technician*"
)
_REACH = (
    "call|phone|ring|telephone|contact|calling|contacting|reaching|ringing|phoning|respond|reply|"
    "calls|contacts"
)
_TOLD = "team|colleague*|someone|somebody|manager|them|sales|human|office|boss|owner|specialist*|"
_DETAILS = (
    "email|e|mail|address|phone|number|details|name|info*|contact*|data|request|message|"
    "preferences|notes|record*|profile|enquiry|inquiry|requirements|everything|budget"
)

ENGLISH = Lexicon(
    code="en",
    days=_DAYS,
    claims={
        "booking": f"""
            booked, prebooked, rebooked, scheduled, reserved, confirmed, arranged, secured,
            finalised, finalized, settled, locked in|it|that|down|<day>, penciled, pencilled,
            slotted, i|we ve|have|just .. set up|<day>, is|are|s|re|been|all|it|that set up,
            {_MEETING}|that|it|everything|is|are|s|re|you|all|now set ^?,
            all set, good to go, you re|are in $, you re|are on <day>|for|$, down for <day>|<num>,
            put you|it|that|this|your .. down|in|on, put|got|have you|it|that .. down|in,
            added .. calendar*|diary|schedule|agenda, entered .. calendar*|diary|schedule,
            put|placed .. calendar*|diary|schedule|agenda, blocked .. for|off|out|calendar|time,
            is|s|are|re|now in|on the|our|your|my .. calendar*|diary|schedule|agenda|books,
            see you <day>|on|at|then|there|next|this, see you in, till|until <day> then,
            speak|talk|meet|chat to|with? you <day>|then|on|at|next|there,
            catch you <day>|then|on|at, it|that s a date, consider it|this|that|yourself|your,
            your {_MEETING} .. is|s|are|will .. on|at|for|<day>|<num>,
            your {_MEETING} with .. is|s <day>|<num>|on|at,
            you have|ve|got got? a|an|your|one .. {_MEETING} .. on|at|for|with|<day>|<num>,
            you .. have|ve .. {_MEETING} .. on|at|<day>|<num>,
            slot|spot|place|seat|time|appointment|it|that is|s now? yours, yours now,
            we re|are on for|<day>|$, re|are|is expected .. <day>|<num>|on|at,
            expecting|expect you .. <day>|<num>|on|at|then,
            look|looking forward to seeing|meeting|welcoming|speaking|talking|having .. <day>|<num>,
            look|looking forward to .. <day>|<num>|then|there,
            enrolled, you re|are|ve registered, signed you up, nailed down, sorted,
            {_MEETING} complete|completed|successful|made|placed|done|created,
            created|placed|processed|submitted|made .. {_MEETING}|event|reservation|invite,
            i|we m|am|re|are|just now? booking|scheduling|reserving|confirming|arranging|securing,
            ^ booking|scheduling|reserving|confirming|arranging|locking|blocking you|it|that|this|your,
            <day> .. it is $, <num> it is $, <num> am|pm it is $, it is then $, works then $,
            i|we ve|have got you, fixed for|<day>, agreed for|on, set for <day>|<num>|the|our,
            set .. for <day>|<num>, have you for|on|at <day>|<num>, i|we ve you down|in,
            on the books, on our books, we will|ll be|see expecting|you .. <day>|<num>|then|there,
            made it official, it s official, taken care of, took care of
        """,
        "promised": """
            i|we ll|will|shall|m|am|re|are going? to? .. book|schedule|reserve|confirm|secure|arrange
            .. now|immediately|straight|right|<day>|<num>,
            i|we ll|will|shall .. put|set|lock|pencil|slot .. down|in|up .. now|right|for <day>|<num>,
            let me .. book|schedule|reserve|confirm|arrange .. now|right|<day>|<num>
        """.replace("\n            .. now|imm", " .. now|imm"),
        "done": """
            ^ done $, all|it|that|is|s|are|everything done, ^ done and, consider it done,
            successfully, ^ all done, mission accomplished, task complete*, ^ completed $,
            i|we ve|have .. taken|done .. care|that|it|this, that s that, wrapped up, ^ sorted
        """,
        "cancelled": """
            cancelled, canceled, called off, annulled,
            removed|deleted|erased .. meeting|appointment|booking|reservation|calendar|slot,
            meeting|appointment|booking|call|reservation is|s|has|been .. off|removed|deleted|gone,
            freed .. slot|time|up, i|we m|am|re|are|just canceling|cancelling, ^ cancelling|canceling
        """,
        "moved": """
            rescheduled, postponed, moved your|it|the|you|that|this|to|from, is|been|s|was|are moved,
            shifted .. to|from|your|it, pushed .. to|back|out, switched .. to|over,
            changed your|the|it|that|this|to|from, brought .. forward, swapped,
            is|s now on|at|for <day>|<num>|the, been|is changed, i|we m|am|re|are moving|rescheduling,
            ^ moving|rescheduling it|your|the|that|you
        """,
        "saved": f"""
            saved, noted, recorded, stored, jotted, memorised, memorized, on file, on record,
            wrote|written|took|taken|got|have .. down, made|making|taken|took a|some note|notes,
            noting, recording, saving, storing, logged, captured, filed, documented,
            added|updated|registered|entered|kept|put .. {_DETAILS},
            got|received|have your|all .. {_DETAILS}, ve your {_DETAILS},
            in our|the|my system|database|crm|records|notes|files,
            i|we ll|will|shall .. save|store|record|log|jot|update|register your|it|that|this|you|a|the,
            i|we ll|will|shall .. make|take a|some note|notes, i|we ll|will|shall note|remember,
            i|we ll|will|shall .. keep|put|add .. file|record|notes|system|{_DETAILS}
        """,
        "sent": """
            sent, emailed, mailed, texted, messaged, forwarded you|it|the|a|an, dispatched,
            on its|their way, on the way to you|your, in your inbox|mailbox|mail|email|phone,
            check|see your inbox|email|emails|e|mail|spam|junk|messages|phone|mailbox,
            shot|dropped you a|an, cc d, copied you, i|we m|am|re|are sending|emailing|mailing|texting,
            ^ sending|emailing you|it|the|a, gone out, went out,
            email|mail|confirmation|invitation|invite|link .. been|was delivered|issued
        """,
        "mailing": """
            i|we|they|it|team|colleague ll|will|shall|m|am|re|are going? to? .. send|email|mail|text|sms|whatsapp|post .. you|it|the|a|an|your|out|over|them|this|that|details,
            i|we ll|will|shall .. forward|drop|shoot you|it|the|a|an|your,
            you ll|will|should|shall .. receive|get|find|have .. email|e|mail|confirmation|invite|invitation|link|reminder|copy|sms|text|notification|ics|inbox|message,
            email|mail|confirmation|invitation|invite|link|reminder|copy|sms|calendar|brochure|quote|proposal|offer ll|will|is|should .. sent|arrive|follow|come|coming|emailed|delivered|land|mailed,
            you|you ll receive|get .. email|mail|confirmation|invite|invitation|reminder|sms .. soon|shortly|minutes|moment|moments|minute,
            keep an eye on|out, watch your inbox|email|mail, be|get|is sent|emailed|mailed to you|your
        """,
        "human": f"""
            {_PEOPLE} will|ll|is|are|s|re|shall|going .. {_REACH},
            {_PEOPLE} will|ll|is|are|s|re|shall|going .. reach|get|follow|come out|in|back|up|to|touch|you,
            {_PEOPLE} will|ll|is|are|s|re|shall|going .. write|email|text|message|ring|assist|help .. you|with,
            will|ll|shall|going .. be in touch, in touch with you, in touch soon|shortly|tomorrow|<day>,
            call|calls|calling|phone|phones|ring|rings|phoning|ringing you back? soon|shortly|tomorrow|today|<day>|<num>|within|at|on|in|later|asap,
            call|calls|calling|get|gets|getting|reach|reaches|come|comes|write|writes back|out to you,
            get back to you, calls|contacts|phones|emails you, expect .. call|email|hear|message|reply|contact|callback,
            you ll|will|should|shall|are|re|going .. hear|hearing .. from|back|soon|shortly,
            you ll|will|re|are be|being|going .. contacted|called|phoned|rung, you ll|will .. get|receive .. call|callback|answer|reply|response,
            i|we ll|will|shall|m|am|ve|have|re|are|just .. forward|pass|relay|hand|escalate|notify|inform|tell|alert|ask|connect|transfer|ping|loop|let|flag|get|have|forwarding|passing|relaying|notifying|informing|alerting|asking|connecting|transferring|flagging .. {_TOLD}expert*|human|agent|along|member,
            notified|informed|alerted|told|asked|pinged|looped|flagged|briefed .. {_TOLD}expert*|people|human|member,
            passed|forwarded|handed|escalated|relayed|shared|transferred .. on|to|along|over|with,
            team|colleague|someone|manager|they|been|owner notified|informed|alerted|told|briefed,
            callback|call .. requested|arranged|registered|logged, requested a? callback|call,
            i|we ll|will|shall .. pass .. on|along, i|we ll|will|shall forward your|this|that|it,
            putting you through, connecting you|with|to, transferring you, handing you over,
            reach|reaching out to you .. soon|shortly|tomorrow|today|<day>|within
        """,
        "held": """
            holding|keeping .. for|slot|time|spot|place|it|that|<day>|<num>, ^ holding|keeping,
            held for|until|your|it|that|this|the|<day>|<num>|till, is|s|ve|have|been held, on hold,
            kept .. for|free|slot|spot|it, set|put|laid aside, saved .. spot|slot|seat|place,
            earmarked, blocked .. slot|time
        """,
        "held_soon": """
            i|we ll|will|shall .. hold|keep .. slot|spot|time|for you|<day>|<num>|open|until|free,
            i|we ll|will|shall .. set|put .. aside
        """,
        "commits": """
            legally, binding, guarantee*, i|we promise, promise you|it|that, discount*, rebate*,
            special price|offer|deal|rate, refund*, money back, warrant*, a deal, ^ deal $,
            takesies, takebacks, contractually, i|we|hereby commit, hereby, on the house,
            price match, best|lowest|cheapest price, waive*, my|our word, free upgrade, you have|ve a
            contract|agreement, sign|signed|conclude|concluded .. contract|agreement,
            i|we agree to .. price|sell|terms|offer|deal|that, no questions asked,
            contract is|s .. signed|concluded|valid|effective
        """.replace("a\n            contract", "a contract"),
        "leaks": """
            my|the|these|following|here|our|system|original|initial instructions|instruction|prompt .. are|is|say|says|said|read|reads|tell|state|states|as|follow|follows|below,
            here are|is|s my|the .. instructions|instruction|prompt, i was|am|m|ve|have been? instructed|told|programmed|prompted|configured to|not|that|as,
            system prompt is|says|reads|begins|starts|contains, my system prompt,
            you are a|an .. assistant for|of|that|who
        """,
    },
    negations="""
        not, no, nothing, never, none, nobody, neither, nor, without, cannot, unable, failed, fail,
        isn|aren|wasn|weren|haven|hasn|hadn|won|don|didn|doesn|couldn|wouldn|shouldn|can|ain|mustn t,
        isnt, arent, wasnt, werent, havent, hasnt, wont, dont, didnt, doesnt, couldnt, cant, yet to,
        rather than, instead of
    """,
    idle="""
        don t worry, dont worry, no worries, no problem*, not only, not just, no need, why not,
        can t wait, cant wait, no doubt, no sweat, not to worry, not a problem, nothing else|more,
        nothing to do|worry, no further, no matter, without a|any|delay|issue|further, not merely,
        no more, don t forget, don t hesitate, no stress, no fuss, not simply, no joke, no time,
        nothing left|further
    """,
    unreal="""
        can, could, would, should, might, may, must, needs, to be, to get, to have, will be|have|get,
        ll|will be, ll|will then|also|only|have, shall be, let, lets, like, prefer, wish, wants, want,
        get you|it|that|this|your|things|us|everything, to see, being, gets, get, be, if, whether,
        how, every|each|any|a|an $?
    """.replace("how, every|each|any|a|an $?", "how, every, each, any"),
    conditions="""
        once, if, when, whenever, as soon as, after, before, until, till, unless, in case, provided,
        assuming, should you, the moment, as long as, by the time, so that, only when|after|if,
        to see|find|check whether|if, whether
    """,
    choices="""
        pick, choose, select, tell me|us, let me know, click, tap, give, share, send me|us, say, type,
        just reply, reply with, decide, leave, provide, drop me|us, which, you like|want|wish|prefer,
        you confirm|agree|approve, you re ready, you are ready, you ve picked|chosen|decided,
        you book|do|have, i have, i ve, works for you, suits you, need, with your, you need
    """,
    troubles="""
        change, cancel, reschedule, move, question*, anything, need, problem*, issue*, late, trouble*
    """,
    joining="and, but, so, then, plus, because, since, now, while, though",
    asking="""
        is, are, was, were, has, have, had, do, does, did, can, could, shall, should, would, will,
        may, might, what, when, where, which, who, how, why, want, like, ready, any, has, or, did
    """,
    harmless=f"""
        fully|already|heavily|double|usually|often|normally|typically|quickly booked, booked up|out|solid,
        slot|time|day|that|it|one|morning|afternoon|evening|week|<day>|<num>|pm|am|times|slots is|are|s|was|been|has|have already|now|been|just .. booked|taken|reserved|gone,
        can|could i|we .. booked, a|an|any|every|each|no|the scheduled|confirmed|reserved|booked|arranged|settled {_MEETING}|meetings|calls|maintenance|time|date,
        as noted, noted above|below|earlier, saved .. time|hours|money|thousands|%, you sent, you ve|have sent, sent me|us|by you,
        keep|keeping it|things|this|that|everything short|brief|simple|in|casual|clear|light, keep|keeping in|track|up|you,
        held online|via|by|over|in|on|remotely|virtually|face|every|at, reserved right*|person, rights reserved,
        has|have had? sent, well arranged, meetings|appointments|calls|bookings|slots are .. booked|scheduled|confirmed|arranged|held|set,
        recorded in history|<day>, see you as, see you in this|that, all set ups, set up a|an|your|new|shop|site|the?,
        you have set up, i|we help*|helped .. set up, all set of, noted for, is|are noted for, hold|holding a|company,
        see you ve|have|are|re|want|need|also|there|might, see you on our|the|your|social|facebook|instagram website|page|site?,
        i see you, settled in, settled on, stored .. locally, sent|saved|booked|noted yet, lets|let s|let us,
        sorted by, sorted out?, in the calendar .. below|above, calendar .. below, at the end, filed under, set of|up? prices,
        money saved, not set, is set by|to|at, price* is|are set, set menu, call set, i will note|remember that you,
        registered office|company|business|trademark|in, secured by|with|against|server*, logged in|into|out, captured by, moved to .. office|premises,
        looking|look forward to hearing|helping|your|working, changed the way|world|rules, changed your mind,
        arranged by|in|around, scheduled tasks|posts|maintenance|backups, documented process, confirmed guests, set prices|price|fees|rates,
        finished and done, well done, can be done, how it s|is done, to be done, get|gets|getting|work .. done, done for|by|with|in|right|well|properly, done .. before
    """.replace("sorted out?, ", "").replace("settled in, ", ""),
)
