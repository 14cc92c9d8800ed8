"""German words for times."""

from __future__ import annotations

from understanding.times.lexicon import Entries

_DAYS = (
    "montag|montags|mo.|montach", "dienstag|dienstags|di.|dinstag|diensttag",
    "mittwoch|mittwochs|mi.|mitwoch", "donnerstag|donnerstags|do.|donerstag",
    "freitag|freitags|fr.|freitach", "samstag|samstags|sa.|sonnabend|sonnabends",
    "sonntag|sonntags|so.",
)  # fmt: skip
_PARTS = {
    "morning": "morgen|fruh|vormittag", "noon": "mittag", "afternoon": "nachmittag",
    "evening": "abend", "night": "nacht",
}  # fmt: skip
_ONES = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "funf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwolf",
    "dreizehn",
    "vierzehn",
    "funfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_UNITS = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"]
_ORDINAL_STEMS = [
    "erste",
    "zweite",
    "dritte",
    "vierte",
    "funfte",
    "sechste",
    "siebte",
    "achte",
    "neunte",
    "zehnte",
    "elfte",
    "zwolfte",
    "dreizehnte",
    "vierzehnte",
    "funfzehnte",
    "sechzehnte",
    "siebzehnte",
    "achtzehnte",
    "neunzehnte",
]


def _numbers() -> dict[int, str]:
    words = dict(enumerate(_ONES))
    words[2] += "|zwo"
    words[5] += "|fuenf"
    words[12] += "|zwoelf"
    for ten, name in ((20, "zwanzig"), (30, "dreissig"), (40, "vierzig"), (50, "funfzig")):
        words[ten] = name
        words |= {ten + n: f"{unit}und{name}" for n, unit in enumerate(_UNITS, start=1)}
    return words


def _ordinals() -> dict[int, str]:
    stems = dict(enumerate(_ORDINAL_STEMS, start=1))
    stems |= {20: "zwanzigste", 30: "dreissigste", 31: "einunddreissigste"}
    stems |= {20 + n: f"{unit}undzwanzigste" for n, unit in enumerate(_UNITS, start=1)}
    return {n: "|".join(f"{stem}{end}" for end in ("n", "r", "")) for n, stem in stems.items()}


def _day_parts() -> dict[tuple[int, str], str]:
    names = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
    ends = {
        "morning": ("morgen", "fruh", "vormittag"),
        "noon": ("mittag",),
        "afternoon": ("nachmittag",),
        "evening": ("abend",),
        "night": ("nacht",),
    }
    return {
        (number, part): "|".join(f"{name}{end}{s}" for end in words for s in ("", "s"))
        for number, name in enumerate(names)
        for part, words in ends.items()
    }


GERMAN: Entries = {
    "weekday": dict(enumerate(_DAYS)),
    "weekday_short": {0: "mo", 1: "di", 2: "mi", 3: "do", 4: "fr", 5: "sa", 6: "so"},
    "weekday_part": _day_parts(),
    "month": {
        1: "januar|jan|jan.|janner",
        2: "februar|feb|feb.",
        3: "marz|maerz|mar.|mrz",
        4: "april|apr|apr.",
        5: "mai",
        6: "juni|jun|jun.",
        7: "juli|jul|jul.",
        8: "august|aug|aug.",
        9: "september|sep|sep.|sept.|sept",
        10: "oktober|okt|okt.",
        11: "november|nov|nov.",
        12: "dezember|dez|dez.",
    },  # fmt: skip
    "relative": {
        0: "heute|heut",
        1: "morgen|moin morgen",
        2: "ubermorgen|uebermorgen",
        -1: "gestern",
        -2: "vorgestern",
    },  # fmt: skip
    "relative_part": {
        (0, "morning"): "heute morgen|heute fruh|heute vormittag|heute frueh",
        (0, "noon"): "heute mittag",
        (0, "afternoon"): "heute nachmittag",
        (0, "evening"): "heute abend",
        (0, "night"): "heute nacht",
        (1, "morning"): "morgen fruh|morgen vormittag|morgen frueh|morgen am vormittag",
        (1, "noon"): "morgen mittag",
        (-1, "evening"): "gestern abend",
    },
    "part": {
        "early_morning": "am fruhen morgen|fruhmorgens|am fruhen vormittag",
        "morning": "am morgen|morgens|vormittag|vormittags|am vormittag|fruh|fruhmorgens|in der"
        " fruh"
        "|in der fruhe|am fruhen vormittag|frueh",
        "noon": "mittag|mittags|am mittag|in der mittagspause|mittagszeit",
        "early_afternoon": "am fruhen nachmittag|fruher nachmittag|nach dem mittagessen",
        "late_afternoon": "am spaten nachmittag|spater nachmittag|spatnachmittag",
        "afternoon": "nachmittag|nachmittags|am nachmittag|nachmittage",
        "evening": "abend|abends|am abend|abende|nach feierabend",
        "night": "nacht|nachts|in der nacht",
    },
    "part_after_day": {"morning": "morgen"},
    "clock": {
        (12, 0): "zwolf uhr mittags|12 uhr mittags|punkt zwolf mittags",
        (0, 0): "mitternacht|um mitternacht",
    },
    "half": {"am": "am|a.m.", "pm": "pm|p.m."},
    "oclock": "uhr",
    "hour_mark": {"clock": "uhr|h|uhrzeit"},
    "hours": "uhr|h",
    "exactly": "genau|punkt|zirka",
    "next": "nachste|nachsten|nachster|nachstes|nachstem|naechste|naechsten|naechster|naechstes"
    "|die nachste|der nachste|den nachsten",
    "coming": "kommende|kommenden|kommender|kommendes|diese kommende|diesen kommenden",
    "this": "diese|diesen|dieser|dieses|diesem|der laufenden",
    "last": "letzte|letzten|letzter|letztes|vergangene|vergangenen|vorige|vorigen",
    "after_next": "ubernachste|ubernachsten|uebernaechste|uebernaechsten|ubernachster",
    "unit": {
        "minute": "minute|minuten|min|min.",
        "hour": "stunde|stunden|std|std.",
        "day": "tag|tage|tagen",
        "week": "woche|wochen",
        "weekend": "wochenende|wochenenden",
        "business_day": "werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen",
        "month": "monat|monate|monaten|monats",
        "quarter": "quartal|quartale|quartals",
        "year": "jahr|jahre|jahren|jahres",
    },  # fmt: skip
    "number": _numbers(),
    "ordinal": _ordinals(),
    "ordinal_end": ".",
    "one": "ein|eine|einer|einem|einen|eins",
    "few": {2: "ein paar|paar", 3: "einige|wenigen|mehreren"},
    "half_a": "einer halben|eine halbe|halbe|halben|ein halbes|halbes|einem halben|1/2",
    "and_a_half": "einhalb|und eine halbe|und ein halber",
    "one_and_a_half": "anderthalb|eineinhalb|anderthalbe",
    "fraction": {15: "viertel"},
    "past": "nach",
    "to": "vor",
    "half_before": "halb",
    "three_quarters_before": "dreiviertel|drei viertel",
    "at": "um|gegen|ca.|ca|circa|etwa um|ungefahr um|so um|so gegen|@|so um die|ungefahr|zirka|etwa"
    "|jeweils um|schon um",
    "about": "vielleicht|am besten|gerne|bevorzugt|lieber|irgendwann|sagen wir|so|eventuell|evtl."
    "|idealerweise",
    "on": "am|an|den|der|dem|im|in|fur|zum|in der|an dem|die|das|also|dann|auch|uber|ab dem|von",
    "any": "jederzeit|jeden|jede|jeder|irgendeinen|irgendwann|immer|beliebigen|ganzen|den ganzen",
    "since": "seit",
    "each": {1: "jeden|jede|jedes", 2: "jeden zweiten|jede zweite|jedes zweite"},
    "regularly": {"day": "taglich", "week": "wochentlich", "month": "monatlich"},
    "length": {
        15: "einer viertelstunde|viertelstunde|eine viertelstunde",
        45: "dreiviertelstunde|einer dreiviertelstunde",
    },
    "same_time": "gleiche zeit|zur gleichen zeit|selbe zeit|zur selben zeit|gleiche uhrzeit"
    "|zur gleichen uhrzeit",
    "day_after": "am tag danach|am folgetag|einen tag spater|am nachsten tag",
    "right_now": "jetzt gleich|jetzt sofort|gerade jetzt",
    "now": "jetzt",
    "not_now": "bis|ab|fur|nicht|ist|von|was|das|nur",
    "from": "nicht vor|nicht vor dem|fruhestens|fruhestens um|fruhestens am|nicht fruher als|erst ab|ab|von|seit|beginnend|beginnend ab|fruhestens ab",
    "onward": "oder spater|an|aufwarts|oder danach|fruhestens",
    "backward": "oder fruher|spatestens|oder davor",
    "until": "bis|-|–|—|bis zum|bis um|bis ca.|bis einschliesslich|bis etwa",
    "and": "und|&",
    "between": "zwischen",
    "before": "vor|bis|spatestens|spatestens um|bis spatestens|fruher als|bis zum|nicht nach|bis um"
    "|spatestens am|spatestens bis|nicht spater als|vor dem|noch vor",
    "after": "nach|spater als|nach dem|erst nach",
    "except": "ausser|ausser am|nicht|nicht am|bis auf|nur nicht|nur nicht am|statt|anstatt"
    "|auf keinen fall|mit ausnahme von",
    "within": "innerhalb von|innerhalb der nachsten|in den nachsten|binnen|die nachsten"
    "|in den kommenden|innerhalb der kommenden|wahrend der nachsten|innerhalb",
    "in": "in|in etwa|in circa|in ca.|in ungefahr",
    "ago_before": "vor|vor etwa|vor circa|vor ungefahr",
    "from_now": "ab jetzt|ab heute|spater",
    "from_day": "nach|ab|nach dem",
    "before_day": "vor|vor dem",
    "for_long": "fur|fur etwa|fur ca.|dauer|fur circa",
    "edge": {
        "start": "anfang|zu beginn|beginn|zum anfang|am anfang|anfangs|zu anfang|zum beginn"
        "|am anfang der|am anfang des|anfang der|anfang des|beginn der|zu beginn der|zu beginn des",
        "middle": "mitte|mitte der|mitte des|in der mitte der",
        "end": "ende|am ende|gegen ende|zum ende|ende der|ende des|am ende der|am ende des"
        "|gegen ende der|gegen ende des|zum ende der|zum ende des",
        "rest": "rest|rest der|den rest der|im rest der",
    },
    "week_of": "woche vom|die woche vom|in der woche vom|woche ab|woche ab dem|in der woche ab",
    "week_number": {"sure": "kw|kalenderwoche|kw."},
    "nth": {
        1: "erster|ersten|erste",
        2: "zweiter|zweiten|zweite",
        3: "dritter|dritten|dritte",
        4: "vierter|vierten|vierte",
        -1: "letzter|letzten|letzte",
    },
    "of": "im|des|der|in|vom|von|in der",
    "the": "der|den|dem|die|das|am|dem|zum",
    "the_date": "den|dem|der|am",
    "the_day": "am|den|dem|der|zum|ab|vom|bis|vor|nach|und|oder",
    "month_cue": "im|in|ab|bis|seit|anfang|mitte|ende|nachsten|diesen|oder|und|vor|nach",
    "date_cue": "am|den|dem|der|zum|ab|vom|bis|vor|nach|um",
    "limit_article": "dem|der|den|zum|um|ca.|circa|etwa",
    "clock_cue": "sagen wir|nehmen wir|wie ware es mit|wie ware|geht",
    "part_cue": "am|in der|jeden|gerne|lieber|eher|nur|oder|im laufe des|diesen|bevorzugt|besten",
    "in_part": "am|in der|uhr am|uhr in der|uhr",
    "season": {
        "spring": "fruhling|fruhjahr",
        "summer": "sommer",
        "autumn": "herbst",
        "winter": "winter",
    },
    "or": "oder|bzw.|bzw|oder auch|oder am|oder um|ansonsten|sonst|alternativ|oder"
    " vielleicht|oder eben",
    "then": "dann",
    "later_today": "heute noch|noch heute|spater heute|heute spater|im laufe des tages",
    "refusal_after": "nicht|leider nicht|geht nicht|passt nicht|passt mir nicht|geht leider nicht|passt leider nicht"
    "|ist schlecht|kann ich nicht|geht bei mir nicht",
    "idle": "guten morgen|guten tag|guten abend|gute nacht|schonen tag|schonen abend|guten mittag"
    "|schones wochenende|schonen tag noch|schonen feierabend|einen schonen tag|eines tages"
    "|rund um die uhr|24/7|24 stunden|pro tag|pro woche|pro monat|pro jahr|im monat|im jahr|am tag"
    "|jeden tag|jede woche|jeden monat|einen moment|eine minute|eine sekunde|an sich|zur zeit"
    "|zurzeit|im moment|in letzter zeit|auf die minute|jahre alt|moin|mahlzeit|1:1"
    "|frohe weihnachten"
    "|frohes neues jahr|frohe ostern|schone woche|schone weihnachten|schone"
    " feiertage|morgen zusammen"
    "|von tag zu tag|heutzutage|in der woche|die nacht|pro nacht|pro stunde|die stunde|mal im jahr"
    "|mal die woche|mal pro woche|mal im monat|vor ort|nach wie vor|vor allem|um so"
    "|um zu|um die ecke"
    "|am ende des tages|letzte frage|letzten endes|nachstes mal|nachste mal|beim nachsten mal"
    "|das nachste mal|dieses mal|diesmal|letztes mal|letzte mal",
}
