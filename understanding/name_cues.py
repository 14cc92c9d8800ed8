"""The words that introduce a name, in the languages we read."""

from __future__ import annotations

import re

ASKS_NAME = re.compile(
    r"\b(?:your (?:full |first |last |good |sur|family )?name|pleasure of (?:speaking|talking)"
    r"|who(?:['’]s| is) (?:calling|on the line)|(?:which|what) name (?:should|shall|can|do|is|to)|who am i (?:speaking|talking"
    r"|chatting)|name please"
    r"|call you|may i have your name|who (?:is|are) (?:this|you)|name (?:should|can|shall) (?:i|we)"
    r"|who should (?:i|we)|ihr(?:en)? name|dein(?:en)? name|wie hei(?:ß|ss)\w*|wer sind sie"
    r"|votre nom|ton nom|vous appelez|t'appelles|quel est (?:votre|ton)|qui (?:est|êtes)"
    r"|su nombre|tu nombre|c[oó]mo (?:se|te) llama|con qui[eé]n|aap ?ka naam|apna naam)\b"
    r"|(?<!company )\bname\s*\?|آپ کا نام|اپنا نام|اسمك|你的?名字|您的?名字|怎么称呼|贵姓|姓名",
    re.IGNORECASE,
)

ASKS_COMPANY = re.compile(
    r"\b(?:company|business|organi[sz]ation|employer|firm|where do you work|who do"
    r" you work for|firma"
    r"|unternehmen|entreprise|soci[ée]t[ée]|empresa|compañ[ií]a|idara)\b|کمپنی|公司",
    re.IGNORECASE,
)
# After these, "de" and "von" lead to where the person is from.
FROM_AFTER_NAME = frozenset(
    {"soy", "je suis", "ich bin", "hier ist", "hier spricht", "habla", "c'est", "sou", "sono"}
)
# The parts of a name, each after its own label.
FIRST_LABEL = re.compile(
    r"\b(?:first ?name|given name|forename|vorname|prénom|prenom|nombre de pila)"
    r"\s?(?:ist|is|est|es|:|=|-|–)?\s{0,2}",
    re.IGNORECASE,
)
LAST_LABEL = re.compile(
    r"\b(?:last ?name|surname|family ?name|nachname|familienname|nom de famille|apellidos?)"
    r"\s?(?:ist|is|est|es|:|=|-|–)?\s{0,2}",
    re.IGNORECASE,
)
# "main Usman bol raha hun": the cue goes on after the name.
AROUND = (
    (
        re.compile(r"(?<![\w'’])(?:main|mein|mai|me)\s{1,2}(?=\w)", re.IGNORECASE),
        re.compile(r"\s(?:bol rah|baat kar|hoon\b|hun\b|hu\b)", re.IGNORECASE),
    ),
)
_LINKED = r"(?:\s{1,2}(?:is|would be|:|=|-)|'s|’s|\s?[:=]|s\b)"
STRONG = re.compile(
    r"(?:\b(?:"
    rf"my (?:full |given |real |whole |actual )?name{_LINKED}"
    r"|my name(?= [A-Z])|(?:the )?name(?: is|(?: )?['’]s)|names(?= [a-z])|(?:full |contact "
    r"|customer |client |guest |your )?name\s?[:=]"
    r"|(?:you|u) can call me|please call me|just call me|everyone calls me|everybody calls me"
    r"|(?:people|friends|they|folks|most people) call me|(?:address|refer to|know) me as|i go by(?: the name(?: of)?)?|i am called|i'm"
    r" called|i am known as"
    r"|(?:put|book|make|reserve|place|schedule) (?:it|this|that|the \w{1,15}|me)(?: down)?"
    r" (?:under|in)(?: the)? name(?: of)?|under the name(?: of)?|in the name of|for the name of"
    r"|put me down as|(?:book\w*|reserv\w*|order|table|room) (?:it |is |was )?(?:made )?under(?=\s(?-i:[A-Z]))|(?:put|book|reserve) (?:it|this|that) (?:down )?under(?= [A-Z])|it['’]?s me"
    r"|myself(?= [A-Z])|you(?:'re|’re| are) (?:speaking|talking|chatting) (?:to|with)"
    r"|allow me to introduce myself[,.]? i am|let me introduce myself[,.:]? (?:i am|i'm|my name is)"
    r"|the name(?:'s| is)|named as|sign me as|i was named"
    r"|mein name (?:ist|lautet)|ich hei(?:ß|ss)e|ich hei(?:ß|ss)|name ist|mein voller name ist"
    r"|je m['’ ]?appelle|mon nom (?:est|c'est)|mon prénom est|moi c['’]est|nom\s?:|prénom\s?:"
    r"|me llamo|mi nombre (?:completo )?es|nombre\s?:|mi nombre"
    r"|mera (?:poora )?naam|mera nam|naam\s?:|il mio nome è|mi chiamo|meu nome é|ik"
    r" heet|mijn naam is"
    r"|chamo-me|me chamo|o meu nome é|benim adım|(?:^|(?<=[\s.,!]))ad[ıi]m|ismim|nazywam się|mam na imię"
    r"|menya zovut|меня зовут|моё имя|мое имя|мене звати|моє ім['’]я|казвам се|zovem se|jmenuji se"
    r"|jmenuju se|volám sa|jag heter|mitt namn är|jeg heter|mitt navn er|mit navn er|jeg hedder"
    r"|nimeni on|a nevem|mă numesc|numele meu este|με λένε|ονομάζομαι|το όνομά μου είναι"
    r"|nama saya|perkenalkan,? saya|jina langu ni|tôi tên là|tên tôi là|tôi là|em tên là|ako si"
    r"|ang pangalan ko ay|le habla|al habla|le saluda|con quien habla es|al telefono"
    r")\b|\bname\s-(?=\s)|\b(?:name|nom|nombre|naam|prénom)\s?[:=]),?\s{0,3}(?:is\s|:\s?|just\s"
    r"|actually\s|also\s|spelled\s|(?:uh+|um+|er+m?|eh+m?|hm+),?\s)?[\"“'‘*]?",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"(?<![\w'’])(?:i am|i'm|i’m|im|i m|i`m|i´m|^am|ich bin['’]?s,?|ich bin(?: der| die)?|i bin(?: da| de|s)?|je suis|moi,? c'est|soy"
    r"|ik ben|eu sou|sou|sono|hier ist|hier spricht|(?-i:[Hh]ier(?=\s[A-ZÄÖÜ]))|aquí|ici|habla|c'est|c’est|it is i,|ben|это|я|saya"
    r"|jag är|jeg er|ja jestem)"
    r"\s{1,3}(?:(?:actually|called|just)\s|(?:(?<=soy )(?:el|la)|(?<=sou )[oa]|(?<=bin's, )(?:der|die))\s)?(?=[^\W\d_])",
    re.IGNORECASE,
)
WEAKEST = re.compile(
    r"(?<![\w'’])(?:(?:this is|it's|it’s|its|it is|here is|here's|call me|das ist|es"
    r" ist|c'est|ce sera"
    r"|es|speaking with|you're (?:speaking|talking) (?:to|with)|you are (?:speaking"
    r"|talking) (?:to|with)"
    r"|greetings from|signed|sincerely)[:,]?\s{1,3})(?=[A-ZÀ-ÖØ-Þ])",
    re.IGNORECASE,
)
HERE = re.compile(
    r",?\s(?:here\b|speaking\b|from\b|at\b|with\b|of\b|calling\b|again\b|and i\b|,\s)|\s?[,.!]|\s*$"
    r"|,?\s(?:von|de|aus|del?)\b",
    re.IGNORECASE,
)
BEFORE_ANSWER = re.compile(
    r"\s{0,9}(?:(?:hi|hello|hey|sure|yes|yeah|yep|ok|okay|of course|certainly|oh|well"
    r"|so|ah|um|uh|it's|it’s|its"
    r"|it is|that's|thats|this is|i'm|i’m|im|i am|just|the name is|name is|name|with|under|as|surely|you"
    r" can call me|call me"
    r"|you're speaking (?:to|with)|you are speaking (?:to|with)|um+|uh+|er+m?|hm+"
    r"|my name is|my name's|absolutely|no problem|sorry|please call me|ja|klar|gerne"
    r"|oui|bien sûr|sí|si"
    r"|claro|ji|jee|es|c'est|ich bin|je suis|soy|my|no|is|hallo|bonjour|hola|salam"
    r"|thanks?|thank you)"
    r"(?=[\s,.!:–-])[\s,.!:–-]{1,4}){0,5}[\"“'‘]?",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"(?:(?:^|(?<=\n)|[\n.!?,]\s{0,3}|\s)(?:best regards|kind regards|warm regards|best"
    r" wishes|regards|rgds|br|sincerely"
    r"|yours sincerely|yours truly|yours faithfully|yours|with best regards|many thanks and regards"
    r"|mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|viele grüße|beste grüße"
    r"|liebe grüße|schöne grüße|mfg|lg|vg|gruß|grüße|cordialement|bien cordialement|bien à vous"
    r"|salutations|saludos|un saludo|atentamente|saludos cordiales|cordialmente)\s?[,.!]?\s{1,4}"
    r"|(?:^|(?<=\n)|\n)[ \t]{0,3}(?:thanks|thank you|cheers|best|thx|many thanks|thanks again"
    r"|merci|danke|gracias)"
    r"\s?[,.!]{0,2}[ \t]{0,3}\n{1,3}[ \t]{0,3}"
    r"|(?:[.!?]\s{0,2}|\n)(?:thanks|thank you|cheers|best|many thanks|thanks"
    r" again)\s?[,.!]{0,2}[ \t]{0,3}\n{1,3}[ \t]{0,3}"
    r"|(?:\n|[.!?]\s{1,2})[-–—]{1,2}\s?)(?=[^\W\d_])",
    re.IGNORECASE,
)
# "Can you send it over? Thanks, Kevin": at the very end, and after a request.
SIGN_OFF_THANKS = re.compile(
    r"[.?!]\s{1,2}(?:thanks|thank you|many thanks|thanks in advance|cheers|best|danke|merci|gracias)"
    r"\s?,\s{1,2}(?=[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?[ .]{0,2}$)",
    re.IGNORECASE,
)
# "917 555 0123 - Jenny": nothing after it.
SIGN_OFF_DASH = re.compile(r"\s[-–—]{1,2}\s?(?=[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?[ .]{0,2}$)")
