"""Spanish words for times."""

from __future__ import annotations

from understanding.times.lexicon import Entries

_ONES = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]


def _numbers() -> dict[int, str]:
    words = dict(enumerate(_ONES))
    words[1] += "|una|un"
    for ten, name in ((30, "treinta"), (40, "cuarenta"), (50, "cincuenta")):
        words[ten] = name
        words |= {ten + n: f"{name} y {_ONES[n]}" for n in range(1, 10)}
    return words


SPANISH: Entries = {
    "weekday": {
        0: "lunes|lun.",
        1: "martes",
        2: "miercoles|mierc.|miercole",
        3: "jueves|juev.",
        4: "viernes|vier.",
        5: "sabado|sabados|sab.",
        6: "domingo|domingos|dom.",
    },  # fmt: skip
    "month": {
        1: "enero|ene.",
        2: "febrero|feb.",
        3: "marzo",
        4: "abril|abr.",
        5: "mayo",
        6: "junio|jun.",
        7: "julio|jul.",
        8: "agosto|ago.",
        9: "septiembre|setiembre|sept.|sep.",
        10: "octubre|oct.",
        11: "noviembre|nov.",
        12: "diciembre|dic.",
    },  # fmt: skip
    "relative": {
        0: "hoy|hoy mismo|hoy dia",
        1: "manana|mañana mismo",
        2: "pasado manana|pasado",
        -1: "ayer",
        -2: "anteayer|antes de ayer",
    },
    "relative_part": {
        (0, "morning"): "esta manana|hoy por la manana|hoy en la manana",
        (0, "afternoon"): "esta tarde|hoy por la tarde|hoy en la tarde",
        (0, "evening"): "esta noche|hoy por la noche|hoy en la noche",
        (0, "noon"): "este mediodia",
        (-1, "evening"): "anoche",
        (
            1,
            "morning",
        ): "manana por la manana|manana en la manana|manana temprano|manana a la manana",
    },
    "part": {
        "early_morning": "a primera hora|primera hora|temprano por la manana|por la manana temprano"
        "|a primera hora de la manana|primera hora de la manana|de madrugada|temprano",
        "late_morning": "a ultima hora de la manana",
        "morning": "por la manana|de la manana|en la manana|a la manana|por las mananas"
        "|las mananas",
        "noon": "al mediodia|mediodia|a la hora de comer|a la hora del almuerzo|medio dia|al"
        " medio dia",
        "early_afternoon": "a primera hora de la tarde|primera hora de la tarde|despues de comer"
        "|despues del almuerzo",
        "late_afternoon": "a ultima hora de la tarde|ultima hora de la tarde",
        "afternoon": "por la tarde|de la tarde|en la tarde|a la tarde|tarde|tardes|por las tardes",
        "evening": "por la noche|de la noche|en la noche|a la noche|noche|por las noches",
        "night": "de la madrugada|madrugada",
    },
    "clock": {
        (12, 0): "a mediodia|al mediodia en punto",
        (0, 0): "medianoche|a medianoche|media noche",
    },
    "half": {"am": "am|a.m.|a. m.", "pm": "pm|p.m.|p. m."},
    "oclock": "en punto",
    "hour_mark": {"length": "horas|hora|h|hs|hrs"},
    "hours": "h|hs|horas|hrs",
    "exactly": "en punto|exactamente|mas o menos|aprox|aproximadamente",
    "next": "proximo|proxima|el proximo|la proxima|proximos|proximas|los proximos|las proximas",
    "next_behind": "que viene|proximo|proxima|siguiente|que entra|entrante",
    "this": "este|esta",
    "coming": "este proximo|esta proxima",
    "last_behind": "pasado|pasada|anterior",
    "last": "el pasado|la pasada|pasado|ultimo|ultima",
    "unit": {
        "minute": "minuto|minutos|min",
        "hour": "hora|horas|h",
        "day": "dia|dias",
        "business_day": "dias habiles|dia habil|dias laborables|dia laborable",
        "week": "semana|semanas",
        "weekend": "fin de semana|fines de semana|finde",
        "month": "mes|meses",
        "quarter": "trimestre|trimestres",
        "year": "ano|anos",
        "fortnight": "quincena|quincenas",
    },  # fmt: skip
    "number": _numbers(),
    "ordinal": {1: "primero"},
    "ordinal_end": "º|°|ro|o",
    "one": "un|una",
    "few": {2: "un par de|par de", 3: "unos|unas|algunos|algunas"},
    "half_a": "media|medio",
    "and_a_half": "y media|y medio",
    "fraction": {15: "cuarto|un cuarto", 30: "media"},
    "plus": "y|con",
    "minus": "menos",
    "at": "a las|a la|a eso de las|sobre las|hacia las|alrededor de las|como a las|@|tipo|a|las"
    "|a eso de la|a partir de las|cerca de las|aproximadamente a las|tipo las|sobre la|la",
    "about": "quizas|tal vez|preferiblemente|mejor|si es posible|digamos|mas o menos|idealmente"
    "|de preferencia|quiza|preferentemente",
    "on": "el|la|los|las|del|de|en|para|para el|por|al|durante|en el|en la|dia|el dia|con|pues"
    "|entonces|tambien|de la|o sea|para la",
    "any": "cualquier|cualquiera|todos los|todas las|cada|en cualquier momento|cuando sea",
    "each": {1: "cada|todos los|todas las", 2: "uno de cada dos"},
    "length": {15: "un cuarto de hora|cuarto de hora", 45: "tres cuartos de hora"},
    "same_time": "la misma hora|a la misma hora|misma hora",
    "day_after": "al dia siguiente|el dia siguiente|el dia despues",
    "right_now": "ahora mismo|ahorita|ahora",
    "from": "desde|desde las|a partir de|a partir de las|a partir del|desde el|de|del|de las"
    "|empezando el|desde la|a partir de la",
    "onward": "en adelante|o mas tarde|o despues|como pronto|como minimo",
    "backward": "o antes|como tarde|a mas tardar|como maximo|como mucho",
    "until": "a|hasta|-|–|—|a las|hasta las|al|hasta el|a la|hasta la",
    "and": "y|e|&|y las|y el|y la",
    "between": "entre|entre las|entre el|entre la",
    "before": "antes de|antes de las|antes del|hasta|hasta las|no mas tarde de|no mas tarde de las"
    "|a mas tardar|para antes de|no despues de|no despues de las|antes de la|hasta el|hasta la"
    "|antes de el|a mas tardar el|a mas tardar a las",
    "after": "despues de|despues de las|despues del|no antes de|no antes de las|pasadas las"
    "|luego de las|a partir de|a partir de las|no antes del|despues de la|a partir del|luego de"
    "|pasada la|mas tarde de las",
    "except": "excepto|menos|menos el|salvo|excepto el|no el|pero no el|en vez de|en lugar de"
    "|que no sea|salvo el|en vez del|en lugar del|pero no|no",
    "within": "en los proximos|en las proximas|dentro de los proximos|durante los proximos"
    "|dentro de las proximas|los proximos|las proximas|durante las proximas",
    "in": "en|dentro de|en unos|dentro de unos|dentro de unas",
    "ago_before": "hace|hace unos|hace unas|hace como",
    "from_now": "mas tarde|a partir de ahora|a partir de hoy|despues",
    "from_day": "despues de|despues del|a partir de|a partir del",
    "before_day": "antes de|antes del",
    "for_long": "durante|por|para|de",
    "edge": {
        "start": "principios de|a principios de|principio de|al principio de|inicio de|a inicios de"
        "|comienzos de|a comienzos de|a principios del|principios del|inicios de|a inicio de"
        "|al principio de la|al inicio de la",
        "middle": "mediados de|a mediados de|mitad de|a mitad de|mediados del|a mediados del"
        "|a mediados de la|a mitad de la",
        "end": "finales de|a finales de|fin de|a fin de|final de|al final de|fines de|a fines de"
        "|a finales del|finales del|a fin del|final del|al final de la|finales de la"
        "|a finales de la|al final del",
        "rest": "resto de|el resto de|resto de la|el resto de la|lo que queda de",
    },
    "week_of": "la semana del|semana del|la semana que empieza el",
    "nth": {
        1: "primer|primero|primera|1er",
        2: "segundo|segunda",
        3: "tercer|tercero|tercera",
        4: "cuarto|cuarta",
        -1: "ultimo|ultima",
    },
    "of": "de|del|de la|en|de este|de el",
    "the": "el|la|los|las|al|del",
    "the_date": "el|dia|el dia",
    "the_day": "el|el dia|dia|del|al|antes del|despues del",
    "month_cue": "en|de|para|desde|hasta|principios de|mediados de|finales de|durante|mes de|o",
    "date_cue": "el|al|del|para el|antes del|despues del|el dia|dia",
    "limit_article": "las|la|el|los|las las|de las|a las",
    "clock_cue": "digamos|mejor a las",
    "part_cue": "por|cualquier|mejor|o|todas las|cada|prefiero|preferiblemente",
    "season": {"spring": "primavera", "summer": "verano", "autumn": "otono", "winter": "invierno"},
    "or": "o|u|o bien|o si no|o quizas|o el|o a|o la|o las|si no|o mejor|o tal vez",
    "then": "luego|entonces",
    "later_today": "mas tarde hoy|hoy mas tarde|a lo largo del dia|durante el dia",
    "refusal_after": "no puedo|no me viene bien|no me va bien|no es posible|no me conviene",
    "idle": "buenos dias|buenas tardes|buenas noches|buen dia|24/7|24 horas|las 24 horas|por dia"
    "|por mes|por ano|por semana|al mes|al ano|al dia|a la semana|un dia|todos los dias|cada dia"
    "|cada mes|un minuto|un momento|un segundo|en este momento|en cualquier caso|feliz navidad"
    "|feliz ano nuevo|hasta luego|hasta manana|que tenga un buen dia|que tengas un buen dia"
    "|buen fin de semana|ultimamente|hoy en dia|por hora|la hora|una vez|otra vez|la ultima vez"
    "|la proxima vez|esta vez|a veces|un dia de estos|mas tarde|llegar tarde|demasiado tarde"
    "|muy tarde|tan tarde|por noche|es tarde|anos de experiencia|dias de prueba|a tiempo"
    "|tiempo completo|de tiempo|primera vez",
}
