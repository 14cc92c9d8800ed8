"""The words that lead to the name of the writer's company, in the languages we read."""

from __future__ import annotations

import re

LEGAL = (
    r"(?:GmbH(?: & Co\.? KG)?|AG|KG|OHG|UG|e\.?K\.?|e\.V\.|SE|Ltd\.?|Limited|Inc\.?"
    r"|Incorporated|LLC|L\.L\.C\.|LLP|LP|PLC|plc|Corp\.?|Corporation|Co\.?|Company|Pty\.? Ltd\.?"
    r"|Pvt\.? Ltd\.?|\(Pvt\.?\) Ltd\.?|Private Limited|SARL|S\.A\.R\.L\.|SAS|S\.A\.S\.|SASU|EURL"
    r"|S\.A\.C\.|S\.A\.S\.|S\.A\.|SA|S\.L\.|SL|S\.L\.U\.|SLU|S\.p\.A\.|SpA|S\.r\.l\.|Srl|S\.A\. de C\.V\.|Ltda\.?"
    r"|B\.V\.|BV|N\.V\.|NV|AB|A/S|ApS|Oy|AS|ASA|Kft\.?|s\.r\.o\.|a\.s\.|Sp\. z o\.o\.|d\.o\.o\.|Sdn\.? Bhd\.?"
    r"|FZE|FZ-LLC|WLL|K\.K\.|Co\.,? Ltd\.?)"
)
# Legal forms that are no words, so that small letters will do.
LEGAL_LOWER = r"(?:gmbh|inc|ltd|llc|llp|plc|corp|pvt ltd|pty ltd|sarl|bv|srl|sp z o\.?o\.?)"
_OURS = (
    r"(?:company|business|firm|agency|startup|start-up|shop|store|employer|organi[sz]ation|studio"
    r"|restaurant|brand|practice|clinic|salon|nonprofit|non-profit|charity|school|café|cafe|hotel|bakery|consultancy|gym|spa|pub"
    r"|bar|farm|winery|brewery|magazine|platform|marketplace|workshop|garage|boutique|ngo|foundation"
    r"|enterprise|venture|outlet|gallery|academy|label)"
)
_ROLE = (
    r"(?:founder|co-?founder|owner|co-?owner|ceo|cto|cfo|coo|cmo|director|president|vice president|vp"
    r"|partner|manager|head|chief|lead|principal|chairman|chairwoman|managing director|proprietor)"
)
_ANY_ROLE = (
    rf"(?:{_ROLE}|\w+er|\w+or|\w+ist|\w+ant|assistant|engineer|developer|nurse|accountant|secretary|rep"
    r"|representative|buyer|analyst|consultant|designer|intern|clerk|teacher|professor|attorney)"
)
_DOING = (
    r"(?:work|working|employed|lead|manage|handle|run|do|oversee|head|teach|consult"
    r"|volunteer|joined|started|recruit|code|cook|intern)"
)
_QUOTE = r"[\"“„«'‘]?"
_THE = r"(?:the |die |der |das |la |le |el )?"


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\s{{1,2}}{_THE}{_QUOTE}", re.IGNORECASE)


# Each: the cue, whether lower case will do, confidence.
CUES = (
    (
        re.compile(
            rf"\b(?:(?:my|our|the|name of (?:my|our|the)|the name of (?:my|our)) (?:\w+ )?{_OURS}(?:'s)?"
            rf"(?: name)?(?:'s| is called| is named| is|:| would be)|business name is"
            rf"|{_OURS} name is|(?:my|our) {_OURS},)\s{{1,2}}(?:called |named )?{_QUOTE}",
            re.IGNORECASE,
        ),
        True,
        0.9,
    ),
    (
        re.compile(
            rf"(?:\b|^)(?:company(?: name)?|organi[sz]ation|business(?: name)?|employer|firma"
            rf"|unternehmen|entreprise|société|empresa|azienda|bedrijf)\s?(?:[:=]|-(?=\s))\s{{0,2}}{_QUOTE}",
            re.IGNORECASE,
        ),
        True,
        0.9,
    ),
    (_cue(r"i work(?: \w+){0,5} at|i am employed (?:at|by)|i'm employed (?:at|by|with)|i am currently employed (?:at|by|with)|employed by|i(?:'ve| have) been with"
          r"|i work for|i'm working (?:at|for)|i am working (?:at|for)|working (?:at|for)"), True, 0.9),
    (_cue(rf"i(?:'m| am)? (?:just |also |currently )?{_DOING}(?: (?!at\b|for\b|from\b)[\w&-]+){{0,4}} (?:at|for)"
          r"|i (?:just |recently )?(?:joined(?! the)|founded|co-founded|represent)"), False, 0.85),
    (_cue(r"i (?:own|run|started)"), False, 0.79),
    (_cue(r"(?:calling|writing|reaching out|contacting you|getting in touch|emailing|messaging) (?:to"
          r" you )?(?:from|on behalf of)|on behalf of|i represent|we represent|representing"), False, 0.8),
    (_cue(r"we at|us at|here at|we're called|we are called"
          r"|we go by|trading as|known as"), False, 0.85),
    (_cue(r"we're|we are|we’re|we run|we own"), False, 0.8),
    (_cue(r"i'm with|i am with|i’m with"), False, 0.82),
    (_cue(rf"{_OURS}(?: \w+){{0,3}},? (?:called|named)"), False, 0.8),
    (_cue(rf"{_ROLE} (?:of|for) [\w &]{{2,25}} (?:at|for|with)|{_ROLE} (?:of|at|with|for|@)"
          rf"|(?:i'm|i am|as)(?: \w+){{0,3}} {_ANY_ROLE} (?:at|with|for)"
          r"|in charge of [\w &]{2,25} at|(?:department|team|division|branch|office) (?:of|at)"), False, 0.85),
    (_cue(r"von der firma|der firma|bei der firma|ich arbeite (?:bei|für)|ich (?:bin|leite|mache|arbeite)(?: [\wäöüß]+){0,4} bei|wir sind|unsere firma hei(?:ß|ss)t"
          r"|unsere firma ist|meine firma hei(?:ß|ss)t|unser unternehmen hei(?:ß|ss)t"
          r"|notre société (?:s'appelle|est)|notre entreprise s'appelle|mon entreprise s'appelle"
          r"|je travaille (?:chez|pour)|de chez|de la société|de l'entreprise|chez|nous sommes"
          r"|trabajo (?:como [\w ]{2,20} )?(?:en|para)|de la empresa|mi empresa (?:es|se llama)|nuestra empresa (?:es|se llama)"
          r"|somos|meri company ka naam|hamari company ka naam|meri company|hamari company|lavoro (?:per|da|in)"
          r"|la mia azienda (?:è|si chiama)|trabalho (?:na|no|para a?)|minha empresa (?:é|se chama)"
          r"|ik werk (?:bij|voor)|mijn bedrijf heet|pracuję w|jag jobbar på|jeg jobber i|geschäftsführer(?:in)? (?:der|von|bei)"
          r"|inhaber(?:in)? (?:der|von)|gérante? de|directeur de|directrice de|dueñ[oa] de|gerente de"), False, 0.85),
)  # fmt: skip
IS_OURS = re.compile(
    rf"\s(?:is|are) (?:the name of )?(?:(?:my|our) (?:\w+ )?{_OURS}|the {_OURS} (?:i|we) (?:work|represent))\b",
    re.IGNORECASE,
)
AT_WE = re.compile(r"(?:^|[.!?,]\s)(?:here )?at\s(?:the )?", re.IGNORECASE)
WE_AFTER = re.compile(r",?\s(?:we|our)\b", re.IGNORECASE)
HERE_AFTER = re.compile(r",?\s(?:here|speaking|calling)\b", re.IGNORECASE)
FROM = re.compile(
    r"(?<![\w'’])(?:i am|i'm|i’m|im|we are|we're|we’re|hi|hello|hey|^)\s?,?\s?(?:calling )?(?:from|of)\s",
    re.IGNORECASE,
)
CHINESE = re.compile(
    r"我(?:在|是|来自)([\u4e00-\u9fffA-Za-z0-9]{2,15}?)(?:公司|集团)?(?:工作|上班|的员工)"
)
URDU = re.compile(r"\b(?:main|mein)\s(?=[A-Z])", re.IGNORECASE)
URDU_AFTER = re.compile(r"\s(?:mein|me|main)\s(?:kaam|job|naukri)", re.IGNORECASE)
AFTER_NAME = re.compile(
    r"(?:,? (?:here )?(?:(?:and )?(?:i'm |i am )?(?:calling |writing )?(?:from|with"
    r"|at|of|for|@|von(?: der)?|vom|bei|de chez|chez|de la"
    r"|de|aus|del|en|da|di|van)(?: (?:der )?Firma)?)"
    r"|,? (?:the )?(?:CEO|CTO|CFO|COO|CMO|founder|owner|director|manager|head of"
    r" \w{2,15}|sales manager|VP|VP \w{2,12})"
    r"(?: (?:of|at|from))|, (?=[A-Z][\w&]+(?: [A-Z][\w&]+)* (?:GmbH|Inc|Ltd|LLC|AG|Corp)))\s{0,2}",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:company|business|organi[sz]ation|employer|where do you work|who do you"
    r" work for|firma|unternehmen|betrieb"
    r"|entreprise|société|empresa|compañía|idara)\b|کمپنی|公司",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"\s{0,3}(?:(?:it's|its|it is|i'm from|we're from|i am from|we are from|we are|we're|i'm with|i work (?:for|at)|i am with|with"
    r"|called|it's called|named|from|at|for|the company is"
    r"|sure|ok|yes|that's|that would be|the name is|name is|my company is|our company"
    r" is|ja|oui|sí|si|es|c'est|elle s'appelle|se llama|wir sind|sie heißt)"
    r"[\s,:]{1,3}){0,3}[\"“„']?([^\s.,;!?\"”][^,;!?\"”\n]{0,60}?)(?P<form>,? "
    + LEGAL
    + r")?[\"”“']?\s{0,3}(?:$|(?<!Dr)(?<!St)(?<!Mr)\.\s|\.$|[,;!\n])",
    re.IGNORECASE,
)
STOP_ANSWER = re.compile(
    r"\b(?:why|what|how|when|who|don't|dont|can't|cannot|not|no|none|self[- ]?employed|freelanc\w+"
    r"|private|unemployed|my|i|you|rather|just|me|yes|student|retired|myself|n/?a|need|want|is it|do you"
    r"|nothing|personal|individual|person|keine|privat|aucune|ninguna|skip|later)\b",
    re.IGNORECASE,
)
DESCRIPTION = re.compile(
    r"(?:an?|some|many|in|on|looking|based|not|very|only|just|currently|here|open"
    r"|located|happy|small|my|your|our|growing|hiring|moving|doing|going|trying|using|about"
    r"|their|his|her|this|that|home|work|least|all|first|last|now|noon|night|sales|marketing|it"
    r"|interested|ready|sure|fully|also|still|already|well|really|from|with|for|too|so)\b|\w+(?:ing|ed)\b(?=\s[a-z]|$)",
    re.IGNORECASE,
)
# A word of these in a name tells a company from a place.
COMPANY_WORDS = re.compile(
    r"(?i:\b(?:media|systems?|group|bank|hotel|café|cafe|solutions?|technolog\w+|industries|partners"
    r"|consulting|services|studios?|labs?|software|holdings?|logistics|motors|foods?|airlines|hospital"
    r"|university|college|institute|clinic|dental|capital|ventures|digital|design|designs|agency|group"
    r"|associates|brothers|bros|sons|construction|electric|energy|insurance|realty|properties|estates"
    r"|travel|tours|telecom|pharma\w*|health|healthcare|fitness|bakery|restaurant|grill|kitchen|spa|salon"
    r"|school|academy|church|foundation|museum|press|records|networks?|security|supply|supplies|trading"
    r"|traders|textiles|apparel|fashion|boutique|florist|garage|plumbing|landscaping|cleaning|catering"
    r"|events|interiors|architects|engineering|manufacturing|works|printing|publishing|games)\b)"
    r"|&|\band [A-Z]|\b[a-z]+\.(?:com|io|ai|co|org|net)\b|\b[A-Z][a-z]+[A-Z][a-z]+|\b(?!UK\b|US\b|USA\b|UAE\b|EU\b|NYC\b|LA\b|SF\b|DC\b|NY\b|KSA\b|IT\b|HR\b|PR\b|PT\b|OK\b)[A-Z]{2,5}\b"
)
PLACES = frozenset(
    """
    london paris berlin madrid munich münchen hamburg köln cologne frankfurt stuttgart düsseldorf
    leipzig dresden bremen hannover nürnberg vienna wien salzburg graz zurich zürich geneva basel
    bern rome roma milan milano naples napoli turin florence venice barcelona lisbon porto
    amsterdam rotterdam utrecht brussels antwerp ghent dublin cork galway manchester birmingham
    liverpool leeds sheffield bristol glasgow edinburgh cardiff belfast york cambridge oxford
    brighton nottingham newcastle boston chicago houston dallas austin seattle denver phoenix
    miami atlanta philadelphia detroit portland baltimore cleveland orlando tampa nashville memphis
    minneapolis milwaukee pittsburgh cincinnati sacramento oakland toronto montreal vancouver
    calgary ottawa edmonton winnipeg sydney melbourne brisbane perth adelaide canberra auckland
    wellington lahore karachi islamabad rawalpindi peshawar quetta multan faisalabad sialkot delhi
    mumbai bangalore bengaluru chennai kolkata hyderabad pune ahmedabad jaipur lucknow dhaka
    colombo kathmandu dubai abu sharjah doha riyadh jeddah kuwait muscat manama cairo alexandria
    casablanca tunis algiers lagos abuja accra nairobi kampala johannesburg cape durban istanbul
    ankara izmir tehran baghdad beirut amman jerusalem tel singapore tokyo osaka kyoto seoul busan
    beijing shanghai shenzhen guangzhou hong taipei bangkok hanoi saigon jakarta manila kuala lyon
    marseille nice bordeaux lille toulouse nantes strasbourg sevilla valencia málaga bilbao
    zaragoza mexico guadalajara monterrey bogota bogotá medellin medellín lima quito santiago
    buenos caracas montevideo são sao rio brasilia warsaw krakow prague brno budapest bucharest
    sofia belgrade zagreb ljubljana bratislava athens stockholm gothenburg oslo bergen copenhagen
    aarhus helsinki reykjavik tallinn riga vilnius moscow petersburg kyiv kiev minsk new los san
    las saint st north south east west upstate downtown brooklyn queens manhattan
    uk usa us eu uae england scotland wales ireland britain germany deutschland france spain españa
    italy italia portugal netherlands holland belgium switzerland schweiz austria österreich poland
    czechia hungary romania bulgaria greece turkey sweden norway denmark finland iceland estonia
    latvia lithuania ukraine russia belarus serbia croatia slovenia slovakia bosnia albania canada
    america mexico brazil argentina chile colombia peru ecuador venezuela uruguay paraguay bolivia
    cuba jamaica australia zealand india pakistan bangladesh nepal sri china japan korea taiwan
    vietnam thailand malaysia indonesia philippines cambodia myanmar egypt morocco tunisia algeria
    nigeria ghana kenya uganda ethiopia tanzania south-africa zimbabwe zambia israel jordan lebanon
    syria iraq iran saudi qatar oman yemen afghanistan europe asia africa
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada hampshire jersey carolina dakota ohio
    oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia washington wisconsin
    wyoming ontario quebec alberta manitoba bavaria bayern yorkshire kent essex sussex cornwall
    punjab sindh gujarat kerala tuscany catalonia andalusia brittany normandy provence
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter ramadan
    """.split()
)
NO_COMPANIES = frozenset(
    """
    finance marketing sales it hr accounting accounts operations engineering logistics healthcare
    education retail hospitality insurance construction manufacturing advertising tech technology
    law medicine banking government politics media pr procurement purchasing legal it-support
    support management consulting design production research development admin administration
    python java javascript excel php wordpress home school university college church night work
    nights weekends none nothing nobody n/a na private freelance number one two three four five six
    seven eight nine ten open closed interested sold-out people pleased children families women cash webinar ihnen euch uns dir nacht deux trois cinq myself himself herself themselves n
    """.split()
)
TAIL = frozenset(
    "i i'm i'd i've and the here we we're my our is hi of for de la in on by to".split()
)
NEVER_FIRST = frozenset(
    "i i'm i'd the hi hello it we my please thanks yes no one two three four five number ihnen euch uns dir".split()
)
END_NAMES = re.compile(
    r"\s(?:and|but|in|we|i|which|who|where|from|so|as|here|because|since|mein|hai|has|needs?|is|are)\b"
)
