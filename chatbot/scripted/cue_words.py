"""The wordings of the cues, in English, German, French, Spanish and Urdu (both scripts).

Each is a pattern over folded text; `|` and a new line both separate wordings.
"""

from __future__ import annotations

WORDINGS = {
    "person": r"""
    (?:get|receive) a (?:phone )?call|give me a (?:call|ring)
    (?:call|ring|phone|text|message|e-?mail|mail|whatsapp|write|write to) me(?: back)?(?: please)?
    (?:have|get|ask|let|tell) (?:someone|somebody|anyone|a colleague|a person|one of your \w+)
    (?:someone|somebody|a colleague|a person) (?:to|should|can|could|please) (?:contact|call|phone)
    (?:someone|somebody|a colleague|a person) (?:to|should|can|could|please) (?:ring|write|email)
    (?:please )?(?:contact me|get in touch with me|get back to me|phone me|ring me)
    (?:speak|talk|chat) (?:to|with) (?:someone|somebody|a (?:real )?(?:person|human)|an agent)
    (?:speak|talk|chat) (?:to|with) your (?:team|boss|manager)
    (?:einem|einer) (?:menschen|mitarbeiter(?:in)?|kolleg(?:en|in)) (?:sprechen|reden)
    (?:rufen sie mich|ruf mich|melden sie sich)|ruckruf
    (?:parler|discuter) (?:a|avec) (?:un |une )?(?:humain|personne|conseiller|quelqu'un)
    rappelez-moi|contactez-moi|(?:hablar|habla) con (?:una persona|alguien|un humano|un agente)
    llam(?:en|e)me|contact(?:en|e)me|kisi (?:insan|bande|se) (?:se )?baat|mujhe (?:call|phone) kar
    کسی (?:انسان|آدمی) سے بات|مجھے (?:کال|فون) کر
    """,
    "more_times": r"""
    more (?:times|slots|options|dates|appointments)|other (?:times|slots|options|dates|days)
    another (?:time|slot|day|date|option)|different (?:time|times|slot|day|days|date)
    none of (?:these|those|them|the times)|any(?:thing)? else free
    what else (?:do you have|is free)
    (?:these|those|they|none|that) (?:do not|don't|dont|won't|wont) (?:work|suit|fit)
    (?:that|it|none) (?:does not|doesn't|doesnt) (?:work|suit|fit)
    can't (?:do|make) (?:any|those|these|that)|doesn't suit me
    andere (?:zeiten|termine|tage|zeit|uhrzeit)|anderen (?:termin|tag|zeitpunkt)|mehr termine
    weitere (?:termine|zeiten)|(?:passt|passen|geht|gehen) (?:mir )?(?:leider )?(?:alle )?nicht
    keiner davon|keine davon|autres? (?:heures?|horaires?|creneaux?|jours?|dates?|moments?)
    aucun(?:e)? de ces|plus de creneaux|ne (?:me )?convien(?:t|nent) pas
    otr[oa]s? (?:horas?|horarios?|dias?|fechas?|opciones|momento)|mas horarios|mas opciones
    ningun[oa]|no me (?:va|van|viene|vienen) bien|koi aur (?:waqt|time|din)
    aur (?:waqt|time|times|auqat)|کوئی اور (?:وقت|دن)|مزید اوقات|اور اوقات
    """,
    "later": r"""
    (?:something|anything|any|a bit|bit|some time|little|much|maybe|slightly) later
    later(?: please| then| in the day| that day)?|further out|(?:etwas |noch |ein bisschen )?spater
    plus tard|mas tarde|baad mein|dair se|بعد میں|دیر سے
    """,
    "earlier": r"""
    (?:something|anything|any|a bit|bit|little|much|maybe|slightly) (?:earlier|sooner)
    earlier(?: please| then)?|sooner(?: please)?|(?:etwas |noch |ein bisschen )?(?:fruher|eher)
    plus tot|mas temprano|mas pronto|antes por favor|pehle|jaldi|پہلے|جلدی
    """,
    "any_slot": r"""
    any (?:of (?:them|these|those)|one|time|slot)?(?: is| will)? ?(?:fine|ok|okay|good|works|do)
    any of (?:them|these|those)|whichever|whatever (?:works|suits|is free)
    you (?:choose|pick|decide)|(?:the )?(?:first|next|soonest|earliest) (?:available|possible|free)
    as soon as possible|asap|the soonest|i don't (?:care|mind)|i'm flexible|im flexible|egal
    such(?:en sie)? (?:du )?(?:einen )?aus|so bald wie moglich|schnellstmoglich|peu importe
    n'importe|le plus tot possible|au plus vite|cualquiera|me da igual|lo antes posible
    cuanto antes|koi bhi|jo bhi|کوئی بھی|جلد از جلد
    """,
    "unwilling": r"""
    (?:i )?(?:would |'d )?(?:rather|prefer) not
    (?:won't|will not|wont|not going to|refuse to) (?:\w+ )?(?:give|share|tell|say|leave|provide)
    (?:do not|don't|dont) (?:want to|wanna|like to) (?:\w+ )?(?:give|share|tell|say|leave|provide)
    not comfortable (?:\w+ )?(?:giving|sharing|telling|leaving|providing|with that)
    (?:do not|don't|dont) feel comfortable (?:\w+ )?(?:giving|sharing|telling|with that)
    none of your business|that's private|thats private
    no (?:phone|e-?mail|mail|number|name)s?(?: please)?
    don't have (?:a |an )?(?:phone|e-?mail|mail|number)
    keep (?:my|that) (?:\w+ )?(?:private|to myself)
    (?:mochte|will) (?:ich )?(?:\w+ ){0,4}(?:nicht|keine) (?:\w+ )?(?:angeben|sagen|nennen|geben)
    (?:sage|gebe|nenne) ich (?:\w+ ){0,2}nicht|lieber nicht|ohne (?:telefon|e-?mail|namen)
    keine (?:telefonnummer|e-?mail|mailadresse)
    (?:prefere|prefererais|veux|souhaite) (?:\w+ )?(?:ne )?pas (?:\w+ ){0,2}(?:donner|dire|partager)
    prefiero no(?: \w+)?|no quiero (?:\w+ )?(?:dar|decir|compartir)\w*|sin (?:telefono|correo)
    nahi (?:dena|batana|dunga|doonga|dungi) ?(?:chahta|chahti)?|نہیں (?:دینا|بتانا|دوں گا|دوں گی)
    """,
    "no_meeting": r"""
    no (?:meeting|call|appointment|demo)s?(?: please| yet| now| needed)?
    (?:don't|do not|dont) (?:need|want) (?:a |any )?(?:meeting|call|appointment|demo)
    no need (?:for|to) (?:a |have a )?(?:meeting|call|appointment)
    (?:not|no) (?:ready|interested) (?:for|in) (?:a )?(?:meeting|call)|without a (?:meeting|call)
    kein(?:en)? (?:termin|gesprach|treffen|anruf)|pas de (?:rendez-vous|rdv|reunion|appel)
    ninguna (?:cita|reunion|llamada)|sin (?:cita|reunion)|(?:meeting|mulaqat) nahi|ملاقات نہیں
    """,
    "bot_question": r"""
    are you (?:really |actually )?(?:an? )?(?:real |live )?(?:bot|robot|human|person|ai|real)
    are you (?:really |actually )?(?:an? )?(?:chatbot|program|machine|computer)
    (?:am i|are we) (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:real )?(?:human|person)
    (?:am i|are we) (?:talking|speaking|chatting) (?:to|with) an? (?:ai|(?:chat)?bot|robot|machine)
    is this (?:an? )?(?:real )?(?:bot|robot|human|person|ai|machine|chatbot|computer)|bist du
    sind sie (?:ein |eine |wirklich |echt )*(?:bot|roboter|mensch|ki|maschine|echt)
    (?:es-tu|etes-vous|vous etes|tu es) (?:un |une |vraiment )*(?:bot|robot|humain|personne|ia)
    (?:eres|es usted|es) (?:un |una |de verdad )*(?:bot|robot|humano|persona|ia|maquina)
    (?:kya )?(?:aap|tum) (?:bot|robot|insan|machine) (?:ho|hain|hai)
    کیا آپ (?:بوٹ|روبوٹ|انسان|مشین)
    """,
    "who": r"""
    who (?:are you|am i (?:talking|speaking) (?:to|with)|is this)|what(?:'s| is) your name
    wer (?:sind sie|bist du)|wie hei(?:ß|ss)(?:en sie|t du)|qui etes-vous|qui es-tu
    comment vous appelez-vous|quien (?:eres|es usted)|como (?:te llamas|se llama)|aap kaun|tum kaun
    آپ کون
    """,
    "help": r"""
    what can (?:you|i) (?:do|ask|help)
    what (?:do|can) you (?:actually )?(?:do for me|help(?: me)? with|help)
    how (?:can you help|does this work|do you work)|help|help me|was (?:konnen sie|kannst du)
    womit konnen sie helfen|hilfe|que pouvez-vous faire|aide[zr]?-?moi|comment ca marche
    que puedes hacer|que puede hacer|ayuda|aap kya kar sakte|madad|آپ کیا کر سکتے|مدد
    """,
    "how_are_you": r"""
    how are you(?: doing)?(?: today)?|how's it going|hows it going|what's up|whats up
    wie geht(?:'s| es)(?: ihnen| dir)?|comment (?:ca va|allez-vous|vas-tu)|ca va
    como (?:estas|esta)|que tal|(?:aap )?kaise (?:hain|ho)|kya haal|آپ کیسے ہیں|کیا حال
    """,
    "looking": r"""
    (?:just|only|simply) (?:looking|browsing|checking|curious|having a look)(?: around)?
    looking around|window shopping|no(?:t)? (?:real(?:ly)? )?(?:plan|need)s? yet
    (?:nur|bloß|einfach) (?:mal )?(?:am )?(?:schauen|gucken|umschauen|umsehen|stobern)
    schaue? (?:mich )?(?:nur|bloß|erst) ?(?:mal)? ?(?:um)?
    je (?:regarde|jette un oeil|me renseigne)(?: juste| seulement| simplement)?
    solo (?:estoy )?(?:mirando|curioseando|viendo)|bas dekh (?:raha|rahi|rahe)|sirf dekh|صرف دیکھ
    بس دیکھ
    """,
    "injection": r"""
    (?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}(?:instructions?|prompts?|rules)
    system (?:prompt|instruction|instructions|message)
    (?:your|the) (?:hidden |secret |initial |original )?(?:instructions|prompt)|you are now
    pretend (?:to be|you|that)|act as|roleplay|jailbreak|developer mode|dan mode|do anything now
    (?:repeat|print|reveal|show|output) (?:\w+ ){0,3}(?:instructions|prompt)
    (?:repeat|print|output) (?:\w+ ){0,3}above
    (?:say|write|tell me|confirm) (?:that )?(?:it is|it's|my meeting is) (?:already )?booked
    (?:say|write|tell me|confirm) (?:that )?(?:the meeting is|you have) (?:already )?booked
    (?:ignoriere?|vergiss) (?:\w+ ){0,4}(?:anweisungen|instruktionen|regeln)
    (?:ignore[zr]?|oublie[zr]?) (?:\w+ ){0,4}(?:instructions|consignes|regles)
    (?:ignora|olvida) (?:\w+ ){0,4}(?:instrucciones|reglas)
    (?:hidayat|instructions) (?:ko )?(?:nazar andaz|bhool)
    (?:all|other|every|last) (?:your )?(?:customers?|clients?|leads?)'?s? (?:e-?mails?|data)
    (?:all|other|every|previous|last) (?:your )?(?:customers?|visitors?)'?s? (?:numbers?|details)
    list (?:\w+ ){0,3}(?:customers|visitors|leads|contacts)
    """,
    "abuse": r"""
    idiots?|stupid|moron|dumb(?:ass)?|f+u+c+k+(?:ing|er|ed|s)?|shit(?:ty)?|bullshit|asshole|bitch
    useless (?:bot|thing|piece|machine)|crap|screw you|shut up|piss off|bastards?|wtf|scheiss\w*
    arschloch|idiot\w*|dumm\w*|bloder?|halt die (?:klappe|fresse)|verpiss dich|merde|connard\w*|con
    imbecile|putain|ta gueule|abruti|mierda|idiota|estupid[oa]|imbecil|gilipollas|pendej[oa]
    callate|bewakoof|gadha|kutta|kamina|بیوقوف|گدھا|کتا
    """,
    "wait": r"""
    not (?:now|yet)|maybe later|(?:another|some other) time then|later maybe|noch nicht|pas encore
    vielleicht spater|peut-etre plus tard|quiza(?:s)? mas tarde|todavia no|aun no|baad mein dekh\w*
    (?:one|a|just a) (?:moment|minute|second|sec|min)|hold on|hang on
    let me (?:check|think|see|ask)|i(?:'ll| will) (?:check|think|get back|come back)
    need to (?:check|think|ask)|not sure yet|(?:einen )?(?:moment|augenblick)|ich uberlege
    muss (?:erst )?(?:uberlegen|nachsehen|schauen|fragen)|un (?:instant|moment)
    je (?:reflechis|vais reflechir)|un (?:momento|segundo)
    (?:dejame|dejeme|tengo que|voy a) (?:ver|pensar|pensarlo)|ek (?:minute|min|second)|sochna|سوچ
    ایک منٹ
    """,
    "enough": r"""
    that(?:'s| is|s) (?:all|it|everything)(?: for now| thanks| thank you)?|nothing (?:else|more)
    no(?:thing)? thanks|no thank you|i'm (?:good|fine|done)|all (?:good|set)
    no(?:pe)? that's (?:all|it)|das (?:war|ist) alles|das war's|nichts weiter|nein danke|c'est tout
    rien d'autre|non merci|eso es todo|nada mas|no gracias|bas (?:itna|itni|yehi)|bas|kuch nahi|بس
    اور کچھ نہیں|نہیں شکریہ
    """,
    "hours": r"""
    opening (?:hours|times)|(?:business|office|working) hours|what hours
    when (?:do you|are you|does \w+) (?:open|close)|are you open
    (?:what|which) days (?:are you|do you)|(?:o|oe|ö)ffnungszeiten|geoffnet
    wann (?:haben sie|habt ihr|sind sie) (?:offen|auf|geoffnet)|burozeiten
    (?:horaires?|heures) (?:d'ouverture|de bureau)|ouverts?|vous (?:ouvrez|fermez)
    horario(?:s)?(?: de (?:apertura|atencion|oficina))?|a que hora (?:abren|cierran|abre|cierra)
    estan abiertos|kab (?:khulte|khulta|band)|auqat|اوقات کار|کب کھلتا|کب کھلتے|کب بند
    """,
    "what_we_do": r"""
    what (?:is it |exactly )?(?:(?:do|does) )?(?:you|your \w+)(?: guys| all)? (?:actually |even )?do(?: here| exactly)?
    what(?:'s| is) (?:this|your (?:business|company|thing))(?: about)?|tell me about (?:you|yourselves)
    was (?:macht|tut) (?:ihr|man bei euch)|was machen sie(?: genau| so)?|was ist das hier
    (?:vous faites|tu fais) quoi|que faites-vous|qu'est-ce que vous faites|c'est quoi
    que (?:hacen|haceis|hace usted)(?: ustedes)?|a que se dedican|aap (?:log )?kya karte
    آپ (?:لوگ )?کیا کرتے
    """,
    "where_we_are": r"""
    where (?:are|r) (?:you|u|your (?:office|studio|shop)s?)(?: guys)?(?: based| located| from)?
    where(?:'s| is) (?:that|your \w+|the (?:office|studio|shop))|where (?:can|do) i find you
    wo (?:seid ihr|sind sie|sitzt ihr|sitzen sie|ist das|finde ich (?:euch|sie))
    ou (?:etes-vous|vous trouvez-vous|est-ce)|vous etes (?:ou|bases ou|situes ou)
    donde (?:estan|estais|se encuentran|queda|esta)|aap (?:log )?kahan|آپ (?:لوگ )?کہاں
    """,
    "wants_times": r"""
    (?:do|have) (?:you|u|we) (?:have |got )?(?:anything|something|smth|sth|any time|time|a slot)
    (?:book|schedule|arrange|reserve) (?:me|us|a|an|in|one|something|my)|set (?:up|me up with) a
    (?:want|need|like|have|get|make|request|fix) (?:an?|one) (?:\w+ )?(?:meeting|call|appointment)
    (?:einen|ein|den) (?:\w+ )?(?:termin|gesprach)|termin (?:buchen|vereinbaren|machen)
    (?:un|le) (?:\w+ )?(?:rendez-vous|rdv|entretien)|(?:una|la) (?:\w+ )?(?:cita|reunion)
    (?:meeting|mulaqat|appointment) (?:chah\w+|kar\w+|rakh\w+|book)|ملاقات (?:چاہ|کر|رکھ|بک)\w*
    when (?:are you|can (?:we|you|i)|could (?:we|you|i)|would you)
    when is (?:\w+ )?(?:free|available)|what times?(?: (?:do you|are|can))?
    (?:free|available|open) (?:slots?|times?|appointments?)|availabilit(?:y|ies)
    show me (?:\w+ )?(?:times|slots)|are you (?:free|available)
    (?:let's|lets) (?:meet|talk|do|book|schedule)|can we (?:meet|talk|speak|have a call|do|make)
    wann (?:haben sie zeit|konnen wir|geht|passt)|freie (?:termine|zeiten)
    haben sie (?:\w+ ){0,3}(?:zeit|termin\w*|frei)
    quand (?:etes-vous|pouvons-nous|peut-on|pouvez-vous)
    (?:etes-vous|vous etes) (?:libre|disponible)s?|disponibilites?|creneaux|un creneau
    cuando (?:pueden|puede|podemos|estan)|(?:esta|estan|estas) (?:libre|disponible)s?
    disponibilidad|que horarios|kab (?:mil|free|time)|کب مل
    """,
    "open_offer": r"""
    book (?:it|that|this|me(?: in)?)|i(?:'ll| will) take (?:it|that|this|the)
    (?:let's|lets) (?:do|go with|take)|go (?:ahead|with|for it)
    that (?:one )?(?:works|suits|is (?:good|fine|perfect|great))
    (?:works|suits|good|fine|perfect|great) (?:for )?me|do it|please do|confirm(?:ed)?|perfect
    great|deal|(?:das )?passt(?: mir)?(?: gut)?|nehme ich|ich nehme|gerne|gern|buchen sie
    machen wir|perfekt|super|einverstanden|ca (?:me )?(?:va|convient)|je (?:le |la )?prends|parfait
    d'accord|volontiers|reservez|allez-y|me (?:va|viene) bien|(?:lo|la) tomo|perfecto|de acuerdo
    adelante|reserve(?:lo|la)?|vale|claro|theek (?:hai|he)|thik hai|bilkul|kar (?:dein|do|den)
    ٹھیک ہے|بالکل|کر دیں
    """,
    "yes": r"""
    yes|yeah|yep|yup|ya|sure|of course|ok|okay|okey|k|alright|right|correct|absolutely|definitely
    please|yes please|sounds good|why not|i do|i would|fine|ja|jawohl|klar|natur?lich|naturlich
    bitte|genau|oui|ouais|bien sur|exactement|si|sip|claro|por supuesto|haan|han|ji|jee|ji haan|ہاں
    جی|جی ہاں
    """,
    "no": r"""
    no|nope|nah|not (?:now|yet|really|today|necessary|needed)|never|don't|do not|dont|no way|nein
    nee|noch nicht|nicht notig|non|pas (?:maintenant|encore|vraiment)|nahi|nahin|nai|نہیں|نہ
    todavia no|ahora no|aun no
    """,
    "move": r"""
    (?:make|do) (?:it|that)|instead|lieber|stattdessen|plutot|mejor|reschedule
    (?:can|could) (?:we|i|you) (?:please )?(?:move|shift|change|push|make) (?:it|that|my)
    (?:can|could) (?:we|i|you) (?:please )?(?:move|change) the (?:meeting|call|appointment|time)
    (?:move|shift|push|postpone|change) (?:it|my|our|the (?:meeting|call|appointment|time))
    (?:different|another|new|other) (?:time|day) for (?:my|the|our)|verschieben|verlegen|umbuchen
    anderen termin|deplacer|reporter|decaler|changer (?:l'heure|le rendez-vous|la date)|reprogramar
    cambiar (?:la|el|mi) (?:cita|hora|reunion|fecha)|mover (?:la|mi)|aage kar|badal|تبدیل|آگے کر
    """,
    "cancel": r"""
    cancel(?: it| that| my| the| our)?(?: meeting| call| appointment| booking)?
    call (?:it|the meeting) off|(?:can't|cannot|can not|won't) (?:make it|come|attend)
    no longer (?:need|want) (?:it|the|my)|absagen|stornieren|storniere|absage|annuler|annulez
    annule|cancelar|cancele|cancela|anular|cancel kar|radd|mansookh|منسوخ|کینسل
    """,
    "existing": r"""
    (?:when|what time|where) (?:is|was|are) (?:my|our|the) (?:meeting|call|appointment|booking)
    (?:do i have|have i (?:got )?|is there) (?:an?|any) (?:meeting|appointment|booking) ?(?:booked)?
    (?:is|was) (?:my|our) (?:meeting|call|appointment|booking) (?:booked|confirmed|still on)
    (?:wann|wo) ist (?:mein|unser)(?:e)? (?:termin|gesprach)
    quand est (?:mon|notre) (?:rendez-vous|rdv)|cuando es (?:mi|nuestra) (?:cita|reunion)
    meri (?:meeting|mulaqat) kab|میری ملاقات کب
    """,
}

ORDINALS = (
    r"""
    first(?: one| option| slot| time)?|1st|number (?:one|1)|option (?:one|1|a)|#1|no\.? ?1
    erste[nrs]?|premi(?:er|ere)|primer[oa]?|pehl[aei]|پہلا|پہلی|پہلے والا
    """,
    r"""
    second(?: one| option| slot| time)?|2nd|number (?:two|2)|option (?:two|2|b)|#2|no\.? ?2
    zweite[nrs]?|deuxieme|second[e]?|segund[oa]|doosr[aei]|dusr[aei]|دوسرا|دوسری
    """,
    r"""
    third(?: one| option| slot| time)?|3rd|number (?:three|3)|option (?:three|3|c)|#3|no\.? ?3
    dritte[nrs]?|troisieme|tercer[oa]?|teesr[aei]|tisr[aei]|تیسرا|تیسری
    """,
    r"""
    fourth(?: one| option| slot| time)?|4th|number (?:four|4)|option (?:four|4|d)|#4|no\.? ?4
    vierte[nrs]?|quatrieme|cuart[oa]|chauth[aei]|چوتھا|چوتھی
    """,
)
LAST = r"""
(?:the )?(?:last|latest|final|later)(?: one| option| slot| time)?|letzte[nrs]?|der spatere
le dernier|la derniere|dernier|derniere|ultim[oa]|aakhri|akhri|آخری
"""
EARLIEST = r"""
(?:the )?(?:earliest|earlier|soonest)(?: one| option| slot| time)?|fruheste[nrs]?|der fruhere
le plus tot|mas temprano|sab se pehl[aei]
"""
MIDDLE = r"""
(?:the )?middle(?: one| option| slot)?|mittlere[nrs]?|celui du milieu|el del medio|darmiyan\w*
درمیان\w*
"""
LANGUAGE_NAMES = {
    "en": "english|englisch|anglais|ingles|angrezi|انگریزی|انگلش",
    "de": "german|deutsch|allemand|aleman|جرمن",
    "fr": "french|franzosisch|francais|frances|فرانسیسی",
    "es": "spanish|espanol|castellano|spanisch|espagnol|ہسپانوی",
    "ur": "urdu|اردو",
}
LANGUAGE_REQUEST = r"""
(?:speak|talk|write|chat|answer|reply|continue|switch to) (?:\w+ ){0,3}(?:NAMES)
(?:sprechen|reden|schreiben|auf|parler|parlez|parlez-vous|ecrire|en) (?:\w+ ){0,3}(?:NAMES)
(?:hablar|habla|hablas|hablan|escribir|mein|men|میں) (?:\w+ ){0,3}(?:NAMES)
(?:NAMES) (?:please|bitte|s'il vous plait|por favor|mein|men|میں|possible|sprechen|reden)
"""
INTERROGATIVE = (
    r"^(?:and |but |so |also |hi |hello |hey |und |et |y |aur )*(?:"
    r"what|how|when|where|which|who|why|do|does|did|can|could|is|are|will|would|should|have|has|"
    r"was|wie|wann|wo|welche\w*|wer|warum|wieso|haben|gibt|kann|konnen|ist|sind|machen|bieten|"
    r"que|quoi|quel\w*|comment|quand|ou|combien|pourquoi|est-ce|avez|pouvez|faites|"
    r"cuanto\w*|como|cuando|donde|cual\w*|quien|por que|tienen|hacen|puede\w*|ofrecen|"
    r"kya|kitn\w*|kaise|kab|kahan|kaun|kyun|کیا|کتن\w*|کیسے|کب|کہاں|کون|کیوں)(?!\w)"
)
