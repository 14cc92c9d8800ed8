"""German rules for intents; texts come folded, without accents."""

from __future__ import annotations

GERMAN: tuple[tuple[str, float, str], ...] = (
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
    (
        "cancel_meeting",
        0.95,
        r"\b(?:sage|sagen|sagt)(?: \w+){1,6} ab\b|\bkann (?:ich )?(?:\w+ ){0,4}nicht"
        r" (?:wahrnehmen|einhalten|kommen|teilnehmen)\b",
    ),
)
