"""English words for times."""

from __future__ import annotations

from understanding.times.lexicon import Entries

_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ORDINAL_ONES = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]


def _numbers() -> dict[int, str]:
    words = dict(enumerate(_ONES))
    for ten, word in _TENS.items():
        words[ten] = word
        for one in range(1, 10):
            words[ten + one] = f"{word} {_ONES[one]}|{word}-{_ONES[one]}"
    return words


def _ordinals() -> dict[int, str]:
    words = {n: word for n, word in enumerate(_ORDINAL_ONES) if n}
    words |= {20: "twentieth", 30: "thirtieth"}
    for one in range(1, 10):
        words[20 + one] = f"twenty {_ORDINAL_ONES[one]}|twenty-{_ORDINAL_ONES[one]}"
    return words | {31: "thirty first|thirty-first"}


ENGLISH: Entries = {
    "weekday": {
        0: "monday|mondays|mon|mon.|monady|mnday|moday",
        1: "tuesday|tuesdays|tue|tue.|tues|tues.|teusday|tusday|tuesdy|tuseday",
        2: "wednesday|wednesdays|wed|wed.|weds|wedns|wednes|weds.|wedn|wednsday|wensday|wendsday|wednessday|wendesday"
        "|wedensday|wenesday",
        3: "thursday|thursdays|thu|thu.|thur|thur.|thurs|thurs.|thrs|thurd|thrus|thrusday|thirsday|thrsday",
        4: "friday|fridays|fri|fri.|firday|fridy|frday|frieday",
        5: "saturday|saturdays|sat|sat.|saterday|satruday",
        6: "sunday|sundays|sun|sun.|sundy",
    },
    "month": {
        1: "january|jan|jan.|janury|janurary",
        2: "february|feb|feb.|febuary|febr|feburary",
        3: "march|mar|mar.",
        4: "april|apr|apr.",
        5: "may",
        6: "june|jun|jun.",
        7: "july|jul|jul.",
        8: "august|aug|aug.",
        9: "september|sep|sep.|sept|sept.|setember",
        10: "october|oct|oct.|ocotber",
        11: "november|nov|nov.|novemeber",
        12: "december|dec|dec.|decemeber",
    },
    "relative": {
        0: "today|todays|2day|tday|todya|tody|the same day as today",
        1: "tomorrow|tomorrows|tommorow|tommorrow|tomorow|tomorro|tmrw|tmw|tmr|tmrrw"
        "|tmro|tomrw|tommrow|tomrow|tmorow|tomorrw|tommorw|tmr.|tomoz|2morrow|2moz|2mrw|tmoz|2morow|tomo"
        "|2moro|tomm|tommorro|tmorrow|tomorrrow|tomorrw|morrow",
        2: "day after tomorrow|the day after tomorrow|overmorrow|day after tmrw"
        "|the day after tmrw|day after tommorow|a day after tomorrow",
        -1: "yesterday|yesterdays|yday",
        -2: "day before yesterday|the day before yesterday",
    },
    "relative_short": {1: "tom"},
    "relative_part": {
        (0, "evening"): "tonight|tonite|2nite|to night|tonights|2night|this evening|tonihgt",
        (0, "morning"): "this morning",
        (0, "afternoon"): "this aft|this afternoon",
        (0, "night"): "this night",
        (-1, "night"): "last night",
        (-1, "evening"): "last evening",
    },
    "part": {
        "early_morning": "early morning|early in the morning|early am",
        "late_morning": "late morning|late in the morning|mid-morning|mid morning|midmorning",
        "morning": "morning|mornings|first thing in the morning|1st thing|1st thing in the morning|morn|forenoon|in the am|a.m. hours"
        "|the am|first thing",
        "noon": "lunchtime|lunch time|lunch|lunch hour|around lunch|midday-ish",
        "early_afternoon": "early aft|early afternoon|early in the afternoon|early pm|after lunch",
        "late_afternoon": "late aft|late arvo|late afternoon|late in the afternoon|mid-afternoon|mid afternoon"
        "|teatime|tea time|late pm",
        "afternoon": "afternoon|afternoons|aftrnoon|aftn|afternon|arvo|in the pm|afternoonish|the pm",
        "early_evening": "early evening|early in the evening",
        "late_evening": "late evening|late in the evening",
        "evening": "dinner time|dinnertime|evening|evenings|evng|eve|after work",
        "late_night": "late night|late at night|late tonight",
        "night": "night|nights|nite|nighttime|night time|night-time",
    },
    "part_after_day": {"afternoon": "aft|aft.", "morning": "mrng|mor", "evening": "eves"},
    "clock": {
        (12, 0): "noon|midday|mid-day|mid day|high noon|12 noon|12noon|twelve noon|noontime"
        "|noonish|12:00 noon|12 midday",
        (0, 0): "midnight|12 midnight|12midnight|twelve midnight|mid-night|mid night|midnite",
    },
    "half": {
        "am": "am|a.m.|a.m|a m|a. m.|in am",
        "pm": "pm|p.m.|p.m|p m|p. m.|in pm",
    },
    "oclock": "o'clock|o’clock|oclock|o clock|o' clock|clock|o'clok|o´clock|o`clock|oclcok",
    "hours": "hours|hrs|hrs.|h|hour",
    "hour_mark": {"clock": "uhr", "length": "h"},
    "exactly": "sharp|exactly|on the dot|precisely|prompt|ish|-ish|or so|or thereabouts",
    "next": "next|nxt|the next|nex|the coming week's",
    "this": "this|the current|this very|current",
    "coming": "coming|this coming|the coming|upcoming|the upcoming|this upcoming|following"
    "|next coming|this next",
    "day_after": "the day after|the following day|the day after that|the next day|day after that",
    "right_now": "right now|just now|right this minute|this very minute|this instant|at this instant",
    "now": "now",
    "not_now": "not|for|by|until|till|til|up to|from|as of|ok|okay|no|bye|is|are|was|what|it|that"
    "|gotta|done|just",
    "each": {1: "every|each|every single", 2: "every other|every second|every 2nd|alternate"},
    "regularly": {
        "day": "daily",
        "week": "weekly",
        "month": "monthly",
        "fortnight": "biweekly|bi-weekly|fortnightly",
    },
    "meeting": "appointment|meeting|slot|call|session|demo|flight|train|bus|reservation|booking|visit",
    "last": "last|past|previous|this past|the last|this last|the previous|the past",
    "after_next": "after next",
    "unit": {
        "minute": "minute|minutes|min|mins|min.|mins.",
        "hour": "hour|hours|hr|hrs|hr.|hrs.|hour's|h",
        "day": "day|days",
        "business_day": "business day|business days|working day|working days|work days|workdays"
        "|weekdays|work day",
        "week": "week|weeks|wk|wks|wk.|wks.|weeks'|week's|weeks time|weeks' time|week's time|wek",
        "fortnight": "fortnight|fortnights|fortnight's time",
        "weekend": "weekend|weekends|week-end|week end|wkend|wknd",
        "month": "month|months|mth|mths|months time|months' time|month's time",
        "quarter": "quarter|quarters|qtr",
        "year": "year|years|yr|yrs|year's time|years time",
    },
    "number": _numbers(),
    "ordinal": _ordinals(),
    "ordinal_end": "st|nd|rd|th",
    "one": "a|an|one",
    "few": {2: "couple of|a couple of|couple|a couple", 3: "a few|few|several"},
    "half_a": "half a|half an|a half|half",
    "and_a_half": "and a half|and half|and a half an",
    "fraction": {
        30: "half|a half",
        15: "quarter|a quarter|quater|qtr|a qtr|1/4",
        45: "three quarters",
    },
    "off_by": "earlier than|later than|before|after|prior to|past",
    "past": "past|later than|after|past the hour of",
    "to": "to|earlier than|til|till|before|of",
    "half_after": "half",
    "oh": "oh|o",
    "hundred": "hundred|hundred hours",
    "at": "at|@|@ about|at about|at around|at like|for around|circa|approx|approx.|approximately"
    "|~|like at|at approx|at exactly|at roughly|at maybe|at say|at the hour of|right at",
    "about": "only|just|strictly|around|arnd|abt|about|roughly|round about|arround|say|like|maybe|preferably|perhaps|ideally"
    "|probably|possibly|let's say|lets say|nearly|sometime around|some time around|either|anytime"
    "|any time|anytime around|sometime|some time|at some point|anywhere|somewhere|starting at"
    "|begining at|beginning at|begins at|start at|starts at|starting|kind of",
    "on": "on|for|in|the|of|this|during|over|by the|'s|’s|time|at the|on the|in the|during"
    " the|to the"
    "|also|then|again|sometime in the|that|day|that's|which is|meaning|i mean|i.e.|ie|as in",
    "week_number": {"sure": "calendar week|week number|week no.|week no", "maybe": "week|wk"},
    "this_time": "this time|at this time|this same time|at this same time",
    "length": {
        15: "a quarter of an hour|quarter of an hour|quarter hour|a quarter hour",
        45: "three quarters of an hour|three quarter hour",
    },
    "all_day": "whenever|all day|whole day|the whole day|the entire day|anytime|any time|all day long",
    "any": "any|anytime|any time|all|every|each|some|whole|entire",
    "since": "since|ever since",
    "from": "not before|not b4|no earlier than|not earlier than|not until|nothing before"
    "|nothing earlier than|not any earlier than|no sooner than|no earlier then|not till|at or after"
    "|on or after|from|starting from|starting|beginning|as of|as from|since|effective|start from",
    "onward": "+|onwards|onward|or later|and later|or after|and after|or thereafter|at the earliest"
    "|earliest|and on|and up|forward|at earliest|or any time after|and beyond",
    "backward": "or earlier|or before|at the latest|latest|at latest|and before|and earlier|or"
    " sooner"
    "|tops|max",
    "until": "to|until|till|til|'til|-|–|—|through|thru|thro|up to|up until|ending|ending at"
    "|ends at"
    "|and ending at|and ends at|finishing|to about|to around|through to",
    "and": "and|&|n",
    "between": "between|btw|betwen|btwn|inbetween|bt|betw|in between|anywhere between|sometime between"
    "|any time between|anytime between|some time between|from between|in-between|bw|b/w",
    "before": "through|thru|before|b4|bfr|prior to|earlier than|ahead of|by|no later than|not later than|not after"
    "|until|till|til|up to|up until|latest by|at the latest by|before the|not past|no later then"
    "|by about|by around|at the latest at|not any later than|nothing after|nothing later than"
    "|at latest by|some time before|sometime before|any time before|anytime before|by latest"
    "|just before|shortly before|earlier then|any time until|anytime until|right before|befor",
    "after": "after|later than|past"
    "|any time after|anytime after|some time after|sometime after|following"
    "|from after|just after|shortly after"
    "|later then|anything after|right after|aftr|afetr|soon after",
    "except": "except|xcept|exc.|but no|except for|except on|but not|but not on|not on|apart from|other than"
    "|anything but|any day but|besides|excluding|with the exception of|not|just not|just not on"
    "|instead of|rather than|everything but|any time but|anytime but",
    "within": "within|in the next|over the next|during the next|within the next|inside"
    "|sometime in the next|some time in the next|for the next|the next|next|in the coming"
    "|in the following|over the coming|in under|in less than|the following",
    "in": "in|in about|in around|in another|in like|in exactly|in just|in approximately|in roughly"
    "|in the space of",
    "ago": "ago|back|earlier|before now|before today|previously",
    "from_now": "from now|from today|hence|later|time|out|after today|after now|further on|away"
    "|down the line|from this moment|'s time|’s time|' time|’ time",
    "from_day": "from|after|following|later than|past",
    "before_day": "before",
    "for_long": "for|lasting|which lasts|that lasts|about|that takes|for about|for around|for like"
    "|of|for approx|for approximately|for maybe|for up to|for at least|taking",
    "edge": {
        "first_half": "the first half of|first half of|in the first half of|1st half of",
        "second_half": "the second half of|second half of|in the second half of|2nd half of"
        "|the latter half of|last half of",
        "start": "beginning of|the beginning of|start of|the start of|early|early in|at the start"
        " of"
        "|at the beginning of|first part of|the early part of"
        "|top of|earlier in|the top of|the first part of|beginning|start|earlier",
        "middle": "middle of|the middle of|mid|mid-|in the middle of|mid of",
        "end": "end of|the end of|late|late in|at the end of|the last part of|the latter part of"
        "|latter part of|end|toward the end of"
        "|towards the end of|towards end of|the tail end of|close of|the close of|the tail of"
        "|later in|later on in|later|late on in",
        "rest": "rest of|the rest of|remainder of|the remainder of",
    },
    "end_of": {
        "day": "eod|end of day|end of the day|close of business|cob|end of business|eob"
        "|close of play|end of today|the end of the day",
        "week": "eow|end of week",
        "month": "eom|end of month",
        "quarter": "eoq|end of quarter",
        "year": "eoy|end of year",
    },
    "week_of": "the week of|week of|wk of|wk beginning|the wk of|week beginning|the week beginning|w/c|week commencing"
    "|the week commencing|week starting|the week starting|the week that starts|wc|w/b"
    "|week starting on|the week of the|week of the",
    "nth": {
        1: "first|1st|the first|the 1st",
        2: "second|2nd|the second|the 2nd",
        3: "third|3rd|the third|the 3rd",
        4: "fourth|4th|the fourth|the 4th",
        5: "fifth|5th|the fifth|the 5th",
        -1: "last|final|the last|the final",
    },
    "of": "of|in|of the|in the|'s",
    "the": "the|on the|for the|on|our|your|my",
    "day_word": "day",
    "limit_article": "the|about|around|at|at about|at around|like|say|roughly|on"
    "|approximately|that",
    "clock_cue": "make it|make that|let's do|lets do|let's say|lets say|how about|what about|can"
    " we do"
    "|can you do|could we do|could you do|does|move it to|change it to|change to|moved to|we do"
    "|push it to|bring it to|meet|shift it to|set it for|set it to|start at",
    "part_cue": "in the|in|at|any|every|this|during the|during|for the|some|the|preferably|maybe"
    "|ideally|prefer|on the|by the|or|either|early|late|rather|only|mostly|tomorrow",
    "in_part": "in the|at|in|of the|this|on the|during the",
    "date_cue": "on|by|before|after|until|till|from|for|around|on the|how about|date|to",
    "the_date": "on the",
    "the_day": "the|on|by|until|till|before|after|from|this",
    "month_cue": "in|for|until|till|by|since|from|of|during|before|after|in the|this|next|early"
    "|late|mid"
    "|through|or|sometime in|over the",
    "season": {
        "spring": "spring|springtime",
        "summer": "summer|summertime",
        "autumn": "autumn",
        "winter": "winter|wintertime",
    },
    "season_risky": {"autumn": "fall"},
    "moving": "move|moved|moving|change|changed|changing|reschedule|rescheduled|shift|push"
    "|switch|swap"
    "|postpone|bring|delay|moved it|update",
    "refusal_before": "can't do|cant|cannot do|can not do|cant do|can't make|cannot make|cant make"
    "|can't make it"
    "|cant make it|cannot make it|can't make it on|not available|unavailable|not"
    " free|busy|avoid|can't on"
    "|booked|fully booked|no|can't do it|won't be able to make it|not available on|busy on|i'm out"
    "|out of office|out of town|on vacation|can't meet|cannot meet",
    "refusal_after": "doesnt|doesn't|doesn’t|isnt|isn't|wont|won't|no|nope|not ok|not good|no good|not possible|doesn't work|does not work|doesnt work|won't work|wont work|don't work|is"
    " no good"
    "|is bad|isn't good|isn't possible|is not possible|is impossible|is out|doesn't suit|don't suit"
    "|is not good|is too late|is too early|is too soon|are no good|are bad|isn't great|is difficult"
    "|doesn’t work|don’t work|won’t work|is off|is not an option|isn't an option|would not work",
    "accepted": "no problem|no prob|no worries|no issue|no issues|no doubt",
    "for_me": "for me|for us|unfortunately|sadly|really|i'm afraid",
    "nothing": "the",
    "same_time": "that time|same time|the same time|at that same time|at the same time|same hour|the same hour|same time slot",
    "same_day": "same day|the same day|on the same day|that day|that same day|same date",
    "or": "or|or maybe|or else|or perhaps|or even|or at|or on|or if not|or alternatively"
    "|otherwise|alternatively|or possibly|or instead|failing that|or rather|or either",
    "year_before": "year|in the year|the year",
    "then": "then|and then",
    "later_today": "later today|later on today|earlier today|sometime today|some time today"
    "|today later|any time today|anytime today|rest of today|rest of the day|all day today"
    "|the rest of the day|the rest of today|later in the day|later on|later this day"
    "|later on tonight",
}
