"""Spanish rules for intents; texts come folded, without accents."""

from __future__ import annotations

SPANISH: tuple[tuple[str, float, str], ...] = (
    (
        "meeting_request",
        0.92,
        r"\b(?:cita|reunion|demo|demostracion|consulta|videollamada|asesoria|entrevista"
        r"|agendar|agenda(?:mos|r)?)\b(?!.{0,30}\b(?:cancelar|anular|cambiar|mover"
        r"|aplazar)\b)|\b(?:podemos|podriamos|quiero|quisiera|me gustaria|queria"
        r"|puedo)(?: \w+){0,2} (?:reunir(?:nos|me)|ver(?:nos|los)|hablar|quedar|agendar"
        r"|reservar|programar|concertar|charlar|llamar(?:nos)?)\b",
    ),
    (
        "reschedule",
        0.94,
        r"\b(?:reprogramar|aplazar|posponer|reagendar|cambiar (?:la (?:hora|fecha|cita"
        r"|reunion)|el (?:dia|horario)|mi cita|de (?:hora|dia|fecha)|nuestra)|mover (?:la"
        r"|mi|nuestra)|otra (?:fecha|hora)|otro (?:dia|horario|momento)|modificar (?:la"
        r"|mi))\b",
    ),
    (
        "cancel_meeting",
        0.94,
        r"\b(?:cancelar|cancela|cancele|cancelen|anular|anule|cancelacion|suspender la)\b"
        r"|\bno (?:puedo|podre) (?:ir|asistir|venir|llegar)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:cuando (?:esta(?:s|n)?|tiene[ns]?|podrian?|puede[ns]?)(?: \w+){0,3}"
        r" ?(?:libre|disponible|tiempo|hueco|cita|atender\w*|reunir\w*)|disponibilidad"
        r"|que (?:horarios?|dias|horas|citas|fechas)|horarios? disponibles?|esta[ns]?"
        r" (?:\w+ ){0,2}(?:libres?|disponibles?)|tiene[ns]? (?:\w+ ){0,3}(?:hueco|huecos"
        r"|disponible|libre|disponibilidad|tiempo|citas)|hay (?:\w+ ){0,2}(?:hueco|citas"
        r"|horarios))\b",
    ),
    (
        "pricing",
        0.93,
        r"\b(?:precios?|cuanto (?:cuesta|vale|cobra|seria|sale|es)|cuestan?|coste|costos?"
        r"|tarifas?|presupuesto|cotizacion|cobran|caro|barato|descuentos?|planes y"
        r" precios|valor del)\b",
    ),
    (
        "product_question",
        0.84,
        r"\b(?:ofrecen|ofrece|tienen (?:algun|alguna|un|una)|como funciona|que (?:hacen"
        r"|ofrecen|servicios|productos|incluye|funciones|es)|mas (?:informacion|info"
        r"|detalles)|informacion (?:sobre|de|acerca)|me interesa|interesad[oa] en|se"
        r" integra|compatible|es posible|tengo (?:una|algunas|unas) (?:preguntas?|dudas?"
        r"|consultas?)|pueden (?:hacer|ayudar)|cuentame|quiero saber)\b",
    ),
    (
        "human_handoff",
        0.93,
        r"\b(?:hablar con (?:una?|alguien|el|la|su|un)(?: \w+){0,3}|persona real|un"
        r" (?:humano|agente|asesor|representante|operador|ser humano|comercial)|una"
        r" persona(?: de verdad)?|no (?:quiero hablar )?(?:con )?un (?:robot|bot)"
        r"|atencion al cliente|pasame con|comuni(?:queme|came) con|transfi?er(?:ame"
        r"|eme))\b",
    ),
    (
        "callback",
        0.93,
        r"\b(?:llam(?:ame|eme|enme|adme)|me (?:puede[ns]?|podrian?|pueden) llamar|que me"
        r" llamen|devolver(?:me)? la llamada|llamarme|telefoneeme|dar(?:me)? una llamada"
        r"|me llamas|me llaman)\b(?! [A-Z])",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:queja|quejarme|reclamo|reclamacion|reclamar|pesimo|terrible|horrible"
        r"|inaceptable|decepcionad[oa]|no funciona|roto|reembolso|estafa|enfadad[oa]"
        r"|molest[oa]|mal servicio|vergonzoso|indignad[oa]|todavia no|sigo esperando"
        r"|nadie (?:responde|contesta|llama)|malisimo|peor)\b",
    ),
    ("thanks", 0.94, r"\b(?:(?:muchas |mil )?gracias|muy amable|agradezco|agradecid[oa])\b"),
    (
        "greeting",
        0.92,
        r"^(?:hola|buenos dias|buenas(?: tardes| noches)?|buen dia|que tal|saludos)\b",
    ),
    (
        "goodbye",
        0.93,
        r"\b(?:adios|hasta (?:luego|pronto|manana|la proxima|la vista)|chao|chau|nos"
        r" vemos|que (?:tenga|tengas|pase) (?:un )?buen|eso es todo|buenas noches$"
        r"|cuidate)\b",
    ),
    (
        "affirm",
        0.93,
        r"^(?:si+|sip|claro(?: que si)?|por supuesto|vale|de acuerdo|ok(?:ay)?|perfecto"
        r"|exacto|correcto|asi es|me parece bien|esta bien|muy bien|bueno|genial"
        r"|estupendo|desde luego|me viene bien|me va bien|confirmo|confirmado|adelante"
        r"|dale|encantad[oa])(?=\W|$)",
    ),
    (
        "deny",
        0.93,
        r"^(?:no+|nop|no gracias|para nada|de ninguna manera|ahora no|todavia no|mejor no"
        r"|nunca|jamas|incorrecto|no me interesa|no quiero|en otro momento|tal vez"
        r" despues|creo que no|que va)(?=\W|$)",
    ),
    (
        "stop",
        0.94,
        r"\b(?:darme de baja|dar(?:me)? de baja|dejame en paz|dejenme en paz|no me"
        r" (?:contacten|escriban|molesten|llamen)(?: mas)?|deja(?:n)? de (?:escribir"
        r"|molestar|llamar)|basta|borren mis datos|eliminen mis datos|callate)\b",
    ),
)
