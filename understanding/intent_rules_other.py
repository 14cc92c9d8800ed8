"""German, French, Spanish and Urdu rules for intents; texts come folded, without accents."""

from __future__ import annotations

OTHER: tuple[tuple[str, float, str], ...] = (
    # -- German
    (
        "meeting_request",
        0.92,
        r"\b(?:termin|beratungsgesprach|besprechung|meeting|demo|vorfuhrung|videocall"
        r"|telefontermin|erstgesprach|gesprach|beratung)\b(?!.{0,40}\b(?:absagen"
        r"|stornieren|verschieben|verlegen|loschen|canceln)\b)|\b(?:konnen|konnten|wollen"
        r"|sollen|lassen sie) (?:wir|uns)(?: \w+){0,4} (?:treffen|sprechen|telefonieren"
        r"|zusammensetzen)\b|\bmit ihnen (?:sprechen|reden|treffen)\b",
    ),
    (
        "reschedule",
        0.94,
        r"\b(?:verschieben|verlegen|umbuchen|verschoben|anderen termin|neuer termin|neuen"
        r" termin|terminanderung|spater stattfinden|termin andern|andern sie den termin)\b",
    ),
    (
        "cancel_meeting",
        0.94,
        r"\b(?:absagen|stornieren|abzusagen|canceln|storno|termin loschen|absage)\b"
        r"|\bkann (?:leider )?nicht kommen\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:wann (?:haben sie|hatten sie|sind sie|ist|passt|konnen sie|geht|hast du"
        r"|bist du)(?: \w+){0,4} ?(?:zeit|frei|verfugbar|termine?|es ihnen|moglich)"
        r"|welche (?:termine|zeiten|uhrzeiten)|(?:freie|verfugbare|noch) termine"
        r"|verfugbarkeit|haben sie (?:\w+ ){0,3}(?:zeit|frei|termine)|sind sie (?:\w+"
        r" ){0,3}(?:frei|verfugbar)|nachste(?:r|n)? freie)\b",
    ),
    (
        "pricing",
        0.93,
        r"\b(?:preis(?:e|en|liste)?|kosten|kostet|was kostet|wie viel|wieviel|angebot"
        r"|kostenvoranschlag|tarif(?:e)?|gebuhr(?:en)?|teuer|gunstig(?:er)?|rabatt"
        r"|stundensatz|honorar)\b",
    ),
    (
        "product_question",
        0.84,
        r"\b(?:bieten sie|unterstutzen sie|haben sie (?:auch|eine|einen|ein)|wie"
        r" funktioniert|was macht|was bieten|welche (?:funktionen|leistungen|produkte"
        r"|features)|kann (?:man|ihre|die|ich|ihr)|gibt es (?:eine|einen|ein|auch)|mehr"
        r" (?:informationen|infos|erfahren)|informationen uber|interessiere mich fur"
        r"|frage zu|fragen zu|ist (?:es|ihre|die|das) (?:\w+ ){0,3}(?:dsgvo|kompatibel"
        r"|moglich|sicher)|schnittstelle)\b",
    ),
    (
        "human_handoff",
        0.93,
        r"\b(?:mit (?:einem|einer|jemandem|dem|der|eurem|ihrem) ?(?:echten |richtigen"
        r" )?(?:menschen|mitarbeiter(?:in)?|person|berater(?:in)?|kollegen|chef|vertrieb"
        r"|support|verkaufer|kundenservice|ansprechpartner)?(?: \w+){0,2} ?(?:sprechen"
        r"|reden|verbinden|chatten|verbunden)|echte[nrs]? (?:mensch|menschen|person"
        r"|mitarbeiter)|kein(?:en)? (?:bot|roboter)|menschlichen? (?:mitarbeiter|berater"
        r"|ansprechpartner)|jemand(?:en)? (?:aus|vom) (?:team|vertrieb|support)"
        r"|mitarbeiter (?:bitte|sprechen)|verbinden sie mich)\b",
    ),
    (
        "callback",
        0.93,
        r"\b(?:ruckruf|zuruckrufen|ruckrufen|rufen sie mich|ruf mich|anrufen sie mich"
        r"|konnen sie mich (?:bitte )?(?:anrufen|zuruckrufen)|mich (?:bitte )?(?:jemand"
        r" )?(?:anrufen|zuruckrufen)|ruft mich|um einen anruf|um ruckruf)\b",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:beschwerde|beschweren|unverschamt|schlecht(?:er|e|en)? (?:service|qualitat"
        r"|support)|enttauscht|funktioniert nicht|kaputt|katastrophe|reklamation"
        r"|ruckerstattung|geld zuruck|unzufrieden|frechheit|sauer|verargert|inakzeptabel"
        r"|immer noch (?:nicht|keine)|niemand (?:antwortet|meldet|hilft)|betrug|abzocke)\b",
    ),
    (
        "thanks",
        0.94,
        r"\b(?:danke(?:schon| schon| sehr| dir| ihnen)?|vielen dank|besten dank"
        r"|herzlichen dank|merci vielmals|dankbar)\b",
    ),
    (
        "greeting",
        0.92,
        r"^(?:hallo|guten (?:tag|morgen|abend)|moin(?: moin)?|servus|gruss gott|gruezi"
        r"|hallochen|sehr geehrte|liebes team|na)\b",
    ),
    (
        "goodbye",
        0.93,
        r"\b(?:tschuss|tschau|ciao|auf wiedersehen|auf wiederhoren|bis (?:bald|dann"
        r"|spater|morgen)$|schonen (?:tag|abend)(?: noch)?|schones wochenende|mach'?s gut"
        r"|gute nacht|das war'?s|das war alles)\b",
    ),
    (
        "affirm",
        0.93,
        r"^(?:ja+|jawohl|jep|jo|jup|genau|gerne?|klar|natuerlich|naturlich|sicher"
        r"|einverstanden|in ordnung|passt(?: mir| gut)?|das passt|das geht|stimmt|richtig"
        r"|perfekt|super|selbstverstandlich|auf jeden fall|gut|alles klar|okay|ok|absolut"
        r"|von mir aus|sehr gerne|ja bitte|klingt gut|machen wir so)(?=\W|$)",
    ),
    (
        "deny",
        0.93,
        r"^(?:nein|nee+|ne|noe|nicht (?:wirklich|jetzt|interessiert|notig|heute)"
        r"|kein(?:e)? (?:interesse|bedarf|danke)|auf keinen fall|lieber nicht|leider"
        r" nicht|das stimmt nicht|falsch|niemals|danke nein|vielleicht spater|eher"
        r" nicht)(?=\W|$)",
    ),
    (
        "stop",
        0.94,
        r"\b(?:abmelden|abbestellen|lassen sie mich in ruhe|lass mich in ruhe|keine"
        r" (?:nachrichten|mails|werbung|anrufe) mehr|hor(?:en sie)? auf|loschen sie meine"
        r" daten|schreib(?:en sie)? mir nicht mehr|kontaktieren sie mich nicht)\b",
    ),
    # -- French
    (
        "meeting_request",
        0.92,
        r"\b(?:rendez[- ]?vous|rdv|reunion|demo|demonstration|entretien|visio"
        r"|visioconference|creneau|consultation)\b(?!.{0,30}\b(?:annuler|reporter"
        r"|deplacer|decaler|supprimer)\b)|\b(?:peut-on|pourrait-on|pouvons-nous"
        r"|pourrions-nous|on peut|on pourrait|on se|j'aimerais|je voudrais|je"
        r" souhaite(?:rais)?)(?: \w+){0,3} (?:se |nous |vous )?(?:voir|rencontrer|parler"
        r"|appeler|discuter|echanger)\b",
    ),
    (
        "reschedule",
        0.94,
        r"\b(?:reporter|repousser|deplacer|decaler|replanifier|reprogrammer|changer"
        r" (?:l'heure|la date|le rendez|le rdv|de date|d'heure|mon rendez|notre)|modifier"
        r" (?:le|mon|notre|la date|l'heure)|autre (?:date|horaire|creneau|moment))\b",
    ),
    (
        "cancel_meeting",
        0.94,
        r"\b(?:annuler|annulation|annulez|annule|decommander)\b|\bje ne (?:peux|pourrai)"
        r" (?:pas|plus) (?:venir|etre la|assister)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:quand (?:etes-vous|seriez-vous|est-ce que vous etes|es-tu|vous etes"
        r"|pouvez-vous|pourriez-vous)|vos disponibilites|disponibilites?|quels?"
        r" (?:creneaux|horaires|jours|sont vos)|quelles? (?:dates?|heures?"
        r"|disponibilites)|(?:etes|seriez)[- ]vous (?:\w+ )?(?:libre|disponible)"
        r"|avez-vous (?:\w+ ){0,3}(?:creneaux?|disponibilites?|place|de libre|du temps)"
        r"|prochain creneau)\b",
    ),
    (
        "pricing",
        0.93,
        r"\b(?:prix|tarif(?:s|ication)?|combien|cout(?:e|ent|s)?|devis|cher|remise"
        r"|reduction|facturez|abonnement|forfait|grille tarifaire)\b",
    ),
    (
        "product_question",
        0.84,
        r"\b(?:proposez-vous|offrez-vous|est-ce que (?:vous|votre|le|la|c'est|ca|cela)"
        r"|comment (?:ca|cela|fonctionne|marche)|que (?:faites-vous|proposez|propose)"
        r"|quels? (?:services|produits|fonctionnalites)|quelles? (?:fonctionnalites"
        r"|solutions)|en savoir plus|plus d'informations|plus d'infos|renseignements?"
        r"|informations sur|interessee? par|avez-vous (?:une?|des)|peut-on|compatible"
        r"|j'ai (?:une|des) questions?)\b",
    ),
    (
        "human_handoff",
        0.93,
        r"\b(?:parler (?:a|avec) (?:un|une|quelqu'un|votre|des|le|la)(?: \w+){0,3}"
        r"|vrai(?:e)? (?:personne|humain|conseiller)|un (?:humain|conseiller|agent"
        r"|commercial|operateur|etre humain)|une (?:vraie personne|personne reelle"
        r"|conseillere)|pas (?:a |avec )?un (?:robot|bot)|service client|mettre en"
        r" relation|transferez[- ]moi|passez[- ]moi)\b",
    ),
    (
        "callback",
        0.93,
        r"\b(?:rappel(?:ez|er|le|ons)?(?:[- ]moi)?|appelez[- ]moi|appelle[- ]moi|etre"
        r" (?:rappele|contacte par telephone|appele)e?|m'appeler|me (?:rappeler"
        r"|telephoner|joindre au)|telephonez[- ]moi|me rappelle)\b",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:reclamation|plainte|inadmissible|inacceptable|scandaleux|decue?"
        r"|mecontente?|ne (?:marche|fonctionne) (?:pas|plus)|en panne|casse|nul(?:le)?"
        r"|remboursement|rembourse[rz]|arnaque|honteux|furieux|furieuse|catastrophique"
        r"|toujours (?:pas|rien|en attente)|personne ne (?:repond|rappelle)|horrible"
        r"|pire)\b",
    ),
    (
        "thanks",
        0.94,
        r"\b(?:merci(?: beaucoup| bien| infiniment)?|je vous remercie|remercie|mille"
        r" mercis)\b",
    ),
    ("greeting", 0.92, r"^(?:bonjour|bonsoir|salut|coucou|hello|allo|bjr|slt)\b"),
    (
        "goodbye",
        0.93,
        r"\b(?:au revoir|a bientot|a plus(?: tard)?|bonne (?:journee|soiree|nuit|fin de)"
        r"|adieu|a demain$|ciao|c'est tout|ce sera tout|bon week-?end)\b",
    ),
    (
        "affirm",
        0.93,
        r"^(?:oui+|ouais|ouaip|d'accord|ok(?:ay)?|bien sur|parfait|tout a fait|exactement"
        r"|exact|absolument|volontiers|avec plaisir|ca marche|ca me va|ca me convient"
        r"|cela me convient|entendu|c'est (?:bon|ca|parfait|exact|correct)|certainement"
        r"|pourquoi pas|super|tres bien|allons-y|je confirme|effectivement|bien)(?=\W|$)",
    ),
    (
        "deny",
        0.93,
        r"^(?:non+|nan|pas (?:vraiment|du tout|maintenant|interessee?|encore|aujourd'hui"
        r"|besoin|question|possible)|non merci|jamais|certainement pas|surtout pas|ce"
        r" n'est pas|c'est faux|je ne (?:veux|pense|crois|souhaite) pas|peut-etre plus"
        r" tard|une autre fois)(?=\W|$)",
    ),
    (
        "stop",
        0.94,
        r"\b(?:desabonner|desinscrire|desinscription|laissez[- ]moi (?:tranquille|en"
        r" paix)|arretez(?: de)?|ne me (?:contactez|ecrivez|derangez) plus|fichez[- ]moi"
        r" la paix|supprimez mes donnees|plus de (?:messages|mails))\b",
    ),
    # -- Spanish
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
    # -- Urdu, in Latin and in its own script
    (
        "meeting_request",
        0.92,
        r"\b(?:meeting|appointment|demo|mulaqat|mulakat) (?:\w+ ){0,4}(?:karni|karna"
        r"|chahiye|rakh\w*|book|set|schedule|lena|fix|chahta|chahti|kar ?(?:len|lein|do"
        r"|dein|den))\b|\bmil(?:na)? (?:chahta|chahti|sakte|sakta|sakti)\b|(?:ملاقات"
        r"|میٹنگ|اپائنٹمنٹ|ڈیمو)",
    ),
    (
        "pricing",
        0.92,
        r"\b(?:kitne (?:ka|ki|ke|paise|rupay\w*|mein)|kitna (?:kharcha|hai|paisa|charge"
        r"|cost)|qeemat|kimat|rate kya|price kya|kya (?:rate|price|qeemat)|charges?"
        r" kitn\w*|kitni (?:qeemat|fees?))\b|(?:قیمت|کتنے کا|کتنے کی|ریٹ)",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:kab (?:free|available|farigh)|kab (?:\w+ ){0,2}(?:milenge|time)|kis waqt"
        r" (?:free|available)|free hain|available hain|time hai)\b|(?:کب فارغ|کب دستیاب"
        r"|کس وقت)",
    ),
    (
        "reschedule",
        0.92,
        r"\b(?:meeting|appointment|time) (?:\w+ ){0,3}(?:change|badal\w*|aagay|agay"
        r"|shift) ?(?:kar\w*)?\b|(?:وقت تبدیل|ملتوی)",
    ),
    (
        "cancel_meeting",
        0.92,
        r"\b(?:cancel|mansookh|mansukh|khatam) (?:kar\w*|krn\w*|kr\w*)\b|منسوخ",
    ),
    (
        "callback",
        0.92,
        r"\b(?:mujhe|mujhay|humein) (?:\w+ ){0,2}(?:call|phone|fone) (?:kar\w*|kr\w*"
        r"|kijiye|karein)\b|\bcall (?:kar|kr) (?:lein|len|do|dein|dena)\b|(?:مجھے کال|فون"
        r" کریں|کال کریں)",
    ),
    (
        "human_handoff",
        0.92,
        r"\b(?:kisi (?:insan|bande|banday|agent|shakhs|admi|numainday) se (?:baat|bat)"
        r"|insan se baat|asli (?:banda|insan)|agent se (?:baat|bat)|manager se (?:baat"
        r"|bat))\b|(?:کسی انسان سے|نمائندے سے|بندے سے بات)",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:shikayat|shikayt|kharab|bekar|bakwas|ghatiya|fazool|kaam nahi (?:kar"
        r"|kr)\w*)\b|(?:شکایت|خراب|بیکار)",
    ),
    (
        "product_question",
        0.84,
        r"\b(?:kya aap (?:\w+ ){0,4}(?:karte|bechte|dete|provide|offer)|kaise kaam kar\w*"
        r"|ke baare mein (?:\w+ )?bata\w*|maloomat|tafseel|features? kya)\b|(?:کے بارے"
        r" میں|معلومات|کیسے کام)",
    ),
    (
        "thanks",
        0.93,
        r"\b(?:shukriya|shukria|meherbani|jazak ?allah\w*|bohat shukriya)\b|(?:شکریہ"
        r"|مہربانی|جزاک)",
    ),
    (
        "greeting",
        0.92,
        r"^(?:(?:as)?salam(?: o|-o|u)? ?a?laikum|assalam\w*(?: o)?(?: alaikum)?|asalam\w*"
        r"|salaam|salam|adaab|aadab|aoa)\b|^(?:السلام|سلام|آداب)",
    ),
    (
        "goodbye",
        0.92,
        r"\b(?:khuda hafiz|allah hafiz|khudahafiz|phir milenge|phir milte)\b|(?:خدا حافظ"
        r"|اللہ حافظ)",
    ),
    (
        "affirm",
        0.92,
        r"^(?:(?:ji )?ha+n(?: ji)?|jee(?: haan)?|ji(?: bilkul| haan| zaroor)?|theek hai"
        r"|thik hai|bilkul|zaroor|sahi(?: hai)?|acha|achha|thk hai)(?=\W|$)|^(?:جی|ہاں"
        r"|ٹھیک|بالکل)",
    ),
    (
        "deny",
        0.92,
        r"^(?:nahi+n?|nai|na|ji nahi+|bilkul nahi|abhi nahi|nahi shukriya)(?=\W|$)"
        r"|^(?:نہیں|جی نہیں)",
    ),
    (
        "stop",
        0.92,
        r"\b(?:band kar(?:o|ein|en)|mat (?:karo|karein|bhejo|bhejein)|mujhe tang (?:mat"
        r"|na)|message (?:mat|na))\b",
    ),
)
