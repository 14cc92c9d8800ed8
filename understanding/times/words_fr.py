"""French words for times."""

from __future__ import annotations

from understanding.times.lexicon import Entries

_ONES = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]


def _numbers() -> dict[int, str]:
    words = dict(enumerate(_ONES))
    words[1] += "|une"
    for ten, name in ((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante")):
        words[ten] = name
        words[ten + 1] = f"{name} et un|{name} et une|{name}-et-un|{name}-et-une"
        for n in range(2, 10):
            words[ten + n] = f"{name}-{_ONES[n]}|{name} {_ONES[n]}"
    return words


FRENCH: Entries = {
    "weekday": {
        0: "lundi|lundis|lun.",
        1: "mardi|mardis|mar.",
        2: "mercredi|mercredis|mer.|mercrdi",
        3: "jeudi|jeudis|jeu.",
        4: "vendredi|vendredis|ven.|vendrdi",
        5: "samedi|samedis|sam.",
        6: "dimanche|dimanches|dim.",
    },  # fmt: skip
    "month": {
        1: "janvier|janv|janv.|jan.",
        2: "fevrier|fev|fevr.|fev.",
        3: "mars",
        4: "avril|avr|avr.",
        5: "mai",
        6: "juin",
        7: "juillet|juil|juil.",
        8: "aout",
        9: "septembre|sept.",
        10: "octobre|oct|oct.",
        11: "novembre|nov|nov.",
        12: "decembre|dec|dec.",
    },  # fmt: skip
    "relative": {
        0: "aujourd'hui|aujourd’hui|aujourdhui|auj",
        1: "demain|dmain|2main",
        2: "apres-demain|apres demain",
        -1: "hier",
        -2: "avant-hier|avant hier",
    },  # fmt: skip
    "relative_part": {
        (0, "morning"): "ce matin",
        (0, "noon"): "ce midi",
        (0, "afternoon"): "cet apres-midi|cet apres midi|cette apres-midi|cet aprem|cette aprem",
        (0, "evening"): "ce soir",
        (0, "night"): "cette nuit",
        (-1, "evening"): "hier soir",
        (1, "noon"): "demain midi",
    },  # fmt: skip
    "part": {
        "early_morning": "tot le matin|de bonne heure|en debut de matinee|debut de matinee",
        "late_morning": "en fin de matinee|fin de matinee",
        "morning": "matin|matins|le matin|du matin|dans la matinee|matinee|la matinee|au matin"
        "|en matinee|de la matinee",
        "noon": "pendant la pause dejeuner|heure du dejeuner|a l'heure du dejeuner|entre midi et"
        " deux",
        "early_afternoon": "en debut d'apres-midi|debut d'apres-midi|debut d'apres midi"
        "|en debut d'apres midi|apres le dejeuner",
        "late_afternoon": "en fin d'apres-midi|fin d'apres-midi|fin d'apres midi"
        "|en fin d'apres midi|fin de journee|en fin de journee",
        "afternoon": "apres-midi|apres midi|l'apres-midi|l'apres midi|de l'apres-midi|aprem"
        "|de l'apres midi|dans l'apres-midi|dans l'apres midi|d'apres-midi|l’apres-midi"
        "|de l’apres-midi|dans l’apres-midi",
        "early_evening": "en debut de soiree|debut de soiree",
        "evening": "soir|soirs|le soir|du soir|dans la soiree|soiree|la soiree|en soiree|au soir",
        "night": "nuit|la nuit|de la nuit|dans la nuit",
    },
    "clock": {(12, 0): "midi|a midi", (0, 0): "minuit|a minuit"},
    "half": {"am": "am|a.m.", "pm": "pm|p.m."},
    "oclock": "heures pile|h pile|pile",
    "hour_mark": {"length": "heures|heure|h|hr|hrs|heurs"},
    "hours": "h",
    "exactly": "pile|precises|exactement|environ|max",
    "next": "le prochain|la prochaine|prochain|prochaine|prochains|prochaines|les prochains"
    "|les prochaines",
    "next_behind": "prochain|prochaine|suivant|suivante|qui vient|d'apres",
    "this": "ce|cet|cette",
    "this_behind": "en cours|courant|courante",
    "last_behind": "dernier|derniere|passe|passee",
    "after_next": "d'apres",
    "unit": {
        "minute": "minute|minutes|min|mn",
        "hour": "heure|heures|h",
        "day": "jour|jours",
        "business_day": "jours ouvres|jour ouvre|jours ouvrables|jour ouvrable",
        "week": "semaine|semaines",
        "weekend": "week-end|weekend|week end|week-ends|we",
        "month": "mois",
        "quarter": "trimestre|trimestres",
        "year": "an|ans|annee|annees",
        "fortnight": "quinzaine|quinzaine de jours",
    },  # fmt: skip
    "number": _numbers(),
    "ordinal": {1: "premier"},
    "ordinal_end": "er|ere|eme|e",
    "one": "un|une",
    "few": {2: "quelques|une paire de|deux ou trois"},
    "half_a": "une demi|une demi-|demi|demi-|une demie",
    "week_on": "en huit",
    "and_a_half": "et demi|et demie",
    "fraction": {15: "quart|un quart|le quart", 30: "demie|demi", 45: "trois quarts"},
    "plus": "et",
    "minus": "moins",
    "at": "a|vers|aux environs de|autour de|@|environ a|vers les|des|pour|sur les|aux alentours de"
    "|a partir de|a environ",
    "about": "environ|peut-etre|plutot|si possible|de preference|idealement|dans l'ideal|par"
    " exemple"
    "|disons|genre|peut etre",
    "on": "le|la|les|du|de|au|en|dans|l'|l’|de la|pour le|pour|a|sur|au cours de|durant"
    "|pendant|alors"
    "|aussi|puis|c'est-a-dire",
    "any": "n'importe quel|n'importe quelle|n'importe quand|tous les|toutes les|chaque|tout|toute"
    "|un",
    "since": "depuis|depuis le",
    "each": {1: "chaque|tous les|toutes les", 2: "un sur deux"},
    "length": {
        15: "un quart d'heure|un quart d’heure|quart d'heure",
        45: "trois quarts d'heure|trois quarts d’heure",
    },
    "same_time": "meme heure|a la meme heure|la meme heure|au meme horaire",
    "day_after": "le lendemain|le jour suivant|le jour d'apres",
    "right_now": "tout de suite|maintenant",
    "from": "a partir de|a partir du|a compter de|des|de|du|depuis|a partir d'|a compter du",
    "onward": "ou plus tard|ou apres|minimum|au plus tot",
    "backward": "ou plus tot|au plus tard|maximum|ou avant",
    "until": "a|au|jusqu'a|jusqu'au|-|–|—|jusque|jusqu’a|jusqu’au",
    "and": "et|&",
    "between": "entre|entre le",
    "before": "avant|jusqu'a|jusqu'au|d'ici|d'ici a|au plus tard|au plus tard a|pas apres|avant le"
    "|d'ici le|d'ici la|pas plus tard que|au plus tard le|d’ici|jusqu’a|jusqu’au",
    "after": "apres|pas avant|plus tard que|au plus tot|au plus tot a|apres le|pas avant le"
    "|a partir de|a partir du|des",
    "except": "sauf|sauf le|pas|pas le|hormis|excepte|a part|plutot que|au lieu de|au lieu du"
    "|a l'exception de|a l'exception du|mais pas|mais pas le",
    "within": "dans les|d'ici|sous|au cours des|les prochains|les prochaines|dans les prochains"
    "|dans les prochaines|ces prochains|au cours des prochains|au cours des prochaines|sous les",
    "in": "dans|d'ici|dans environ|dans a peu pres",
    "ago_before": "il y a|ya|y a|il y a environ",
    "from_now": "plus tard",
    "from_day": "apres|apres le|a partir de",
    "before_day": "avant|avant le",
    "for_long": "pendant|pour|durant|d'une duree de",
    "edge": {
        "start": "debut|au debut de|en debut de|debut de|au debut du|debut du|au debut de la"
        "|en debut de la|debut de la|courant debut",
        "middle": "milieu|milieu de|au milieu de|mi|mi-|au milieu du|a la mi-|milieu de la"
        "|en milieu de",
        "end": "fin|fin de|a la fin de|en fin de|vers la fin de|a la fin du|fin du|a la fin de la"
        "|vers fin|vers la fin du|fin de la",
        "rest": "reste de|le reste de|reste de la|le reste de la|le reste du",
    },
    "week_of": "la semaine du|semaine du|la semaine qui commence le|semaine a partir du",
    "week_number": {"sure": "semaine n°|semaine numero", "maybe": "semaine"},
    "nth": {
        1: "premier|1er|premiere",
        2: "deuxieme|second|seconde",
        3: "troisieme",
        4: "quatrieme",
        -1: "dernier|derniere",
    },
    "of": "de|du|d'|de la|d’|en",
    "the": "le|la|les|l'|du|au",
    "the_date": "le",
    "the_day": "le|au|du|avant le|apres le|jusqu'au",
    "month_cue": "en|au mois de|mois de|debut|mi|fin|courant|d'ici|avant|apres|jusqu'en|depuis|mi-"
    "|ou|pour|de",
    "date_cue": "le|au|du|pour le|avant le|apres le",
    "limit_article": "le|la|les|a|au|vers|environ",
    "clock_cue": "disons|plutot",
    "part_cue": "le|l'|en|dans|chaque|tous les|plutot|de preference|ou|la|l’|un",
    "in_part": "du|de|de l'|h|heures du|heures de|heures|de l’|heures de l'|h du|le",
    "season": {"spring": "printemps", "summer": "ete", "autumn": "automne", "winter": "hiver"},
    "or": "ou|ou bien|ou alors|sinon|ou encore|ou le|ou a|ou peut-etre|soit",
    "then": "puis",
    "later_today": "plus tard dans la journee|dans la journee|plus tard aujourd'hui|dans la journee"
    " d'aujourd'hui",
    "refusal_after": "ne me convient pas|ne convient pas|n'est pas possible|ne marche pas"
    "|je ne peux pas|ca ne va pas|ne va pas",
    "idle": "bonne journee|bonne soiree|bonne nuit|bon apres-midi|bonne apres-midi|bon week-end"
    "|bon weekend|bonne semaine|24h/24|7j/7|24/7|24h sur 24|7 jours sur 7|par jour|par mois|par an"
    "|par semaine|un jour|tous les jours|chaque jour|une minute|un instant|une seconde|un moment"
    "|en ce moment|ans d'experience|de nos jours|le jour meme|joyeux noel|bonne annee|a plus tard"
    "|au revoir|par heure|de l'heure|tout a l'heure|a l'heure|a la minute|du jour au lendemain"
    "|fois par semaine|fois par mois|fois par an|la journee|une journee|la derniere fois"
    "|la prochaine fois|cette fois|une fois|a deux pas|mise a jour|a jour|par nuit|la semaine"
    "|le mois|l'annee|les jours|ans et|j'ai un|un devis|un rendez-vous|un rdv|a un|de un",
}
