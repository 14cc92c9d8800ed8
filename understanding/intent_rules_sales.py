"""English rules for questions about prices and products, and for complaints."""

from __future__ import annotations

SALES: tuple[tuple[str, float, str], ...] = (
    (
        "pricing",
        0.93,
        r"\b(?:pric(?:e|es|ing|ed|y|eing|elist)|price ?list|prise|how much|how mutch"
        r"|quot(?:e|es|ation|ations)|rate ?card|cost(?:s|ing|ings)?|fee(?:s)?|tariffs?"
        r"|charge(?:s)? (?:for|per|do|is|are)|what (?:do|would|will|does) (?:you|it|this"
        r"|they|that) (?:charge|cost|run)|per month|per user|discounts?|subscription"
        r" (?:plans?|tiers?|models?)|(?:plans?|packages?) (?:and|do you|available|you"
        r" have)|expensive|cheap(?:er|est)?|affordable|estimate|ballpark|payment"
        r" (?:plans?|terms|options)|free (?:trial|plan|version|tier)|how expensive"
        r"|monthly (?:plan|rate|payment)|what are your rates|your rates|hourly rate|day"
        r" rate|rates for|billing options|price ?range)\b",
    ),
    (
        "pricing",
        0.85,
        r"\bis (?:it|this|there|that) (?:a )?(?:free|for free|paid|charge|any cost)\b"
        r"|\bwhat(?:'s| is| are) the (?:damage|investment|total|rates?|plans?"
        r"|packages?)\b|\b(?:which|what) (?:plans?|packages?|tiers?)\b",
    ),
    (
        "complaint",
        0.93,
        r"\b(?:complain(?:t|ts|ing)?|unacceptable|terrible|horrible|awful|worst"
        r"|disgust(?:ed|ing)|appalling|appalled|outrageous|ridiculous|disgrace(?:ful)?"
        r"|scam(?:mers?|med)?|fraud|rip[- ]?off|ripped off|useless|pathetic|atrocious"
        r"|abysmal|dreadful|shameful|a joke|rubbish|garbage|crap|sucks?|bullshit|shit"
        r"|incompetent|unprofessional|lousy|furious|livid|fed up|pissed|sick of|had"
        r" enough of|lawyer will|sue you|trading standards|legal action|report you|never"
        r" again|waste of (?:time|money)|shame on you|nightmare)\b",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:(?:very|so|really|extremely|quite|deeply|totally|am|i'm|im|pretty"
        r"|absolutely|not|bitterly) )?(?:disappoint(?:ed|ing|ment)|frustrat(?:ed|ing)"
        r"|dissatisf(?:ied|action)|unsatisf(?:ied|actory)|unhappy|annoyed|annoying|angry"
        r"|upset|not happy|not satisfied|not impressed|let down|unimpressed"
        r"|displeased)\b(?! to)",
    ),
    (
        "complaint",
        0.88,
        r"\b(?:still|yet)(?: \w+){0,3}? (?:waiting|no (?:answer|reply|response|refund"
        r"|one)|not (?:received|working|fixed|arrived|resolved|been|heard|got)|haven'?t"
        r" (?:received|heard|got)|don'?t have|hasn'?t)\b|\b(?:nobody|no one|noone"
        r"|no-one)(?: has| ever| from \w+)? ?(?:answer\w*|repl\w*|respond\w*|called|calls"
        r"|showed|contacted|got back|helped|helps|picked up|came|cares|turned up)\b"
        r"|\bnever (?:received|got|arrived|called|answered|replied|heard|showed|came"
        r"|responded|works?|again)\b",
    ),
    (
        "complaint",
        0.86,
        r"\b(?:doesn'?t|does not|don'?t|do not|isn'?t|is not|not|won'?t|stopped|never"
        r"|hasn'?t|keeps? (?:not )?)(?: even| properly| been| actually)? ?(?:work(?:ing"
        r"|s)?|function(?:ing)?|load(?:ing)?|crash(?:ing|es)?|failing"
        r"|respond(?:ing)?)\b(?! (?:for me|on (?:mon|tue|wed|thu|fri|sat|sun)|with"
        r" (?:tues|mon|wed|thur|fri)|then|at that|that day|tomorrow|next week))",
    ),
    (
        "complaint",
        0.86,
        r"\b(?:broken|defective|faulty|damaged|buggy|crash(?:es|ed|ing)|down again|error"
        r" again|wrong (?:item|order|product|amount|size)|overcharged|double[- ]charged"
        r"|charged (?:twice|me twice|me again|wrong\w*)|refund|money back|rude|poor"
        r" (?:service|quality|support|customer|experience)|bad (?:service|quality|support"
        r"|experience|customer)|slow (?:service|support|response)|late again|missed"
        r" (?:the|our|my) (?:appointment|call|meeting)|failed to|lied to|misled|ignored"
        r"|ignoring me|delayed|lost my (?:order|package|data))\b(?! policy)",
    ),
    (
        "product_question",
        0.85,
        r"\b(?:do|does|can|could|will|would|is|are|has|have) (?:you|u|it|your|the|this"
        r"|that|they|these|there|ya)(?: guys)?(?: \w+){0,4}? ?(?:offer|support|supports"
        r"|provide|integrate|integrates|integration|integrations|work with|handle|include"
        r"|includes|compatible|come with|sell|carry|stock|deliver|ship|cover|feature"
        r"|features|allow|connect (?:to|with)|sync|import|export|run on|customi[sz]\w+"
        r"|secure|gdpr|hipaa|api|app|mobile|warranty|guarantee|speciali[sz]e|certified"
        r"|available (?:in|on|for)|require|need|have (?:an?|any|some)|also do|do (?:web"
        r"|seo|design|marketing|custom|repairs?|installations?)|experience with|serve"
        r"|accept|language)\b",
    ),
    (
        "product_question",
        0.86,
        r"\b(?:tell me|know|learn|hear|find out|info(?:rmation)?|details?|explain|read"
        r"|curious|describe|brochure|documentation|enquir\w+|inquir\w+|question)(?:"
        r" \w+){0,3}? (?:about|on|regarding|of|how|what|concerning)(?: \w+){0,3}?"
        r" ?(?:product|products|service|services|software|platform|tool|company|offer"
        r"|offers|offering|offerings|features?|solution|solutions|business|app|plans|you"
        r" do|you offer|it works|this works|your \w+|crm|system|package|packages|works?)\b",
    ),
    (
        "product_question",
        0.85,
        r"\b(?:what|which)(?: \w+){0,3}? (?:services|products|features|solutions"
        r"|integrations|options|do you (?:do|offer|sell|provide|have|support|specialize"
        r"|specialise|recommend)|can (?:you|it|your \w+|this) (?:do|help|offer)|does"
        r" (?:it|your|the|this|\w+) (?:do|include|offer|support|mean|cover|come)|is"
        r" (?:your|this|the) (?:product|company|service|software|platform|difference"
        r"|warranty|parley)|kind of|type of|types of|sort of|makes you|sets you|is"
        r" included|are the (?:features|benefits|options|differences?|requirements"
        r"|main))\b",
    ),
    (
        "product_question",
        0.84,
        r"\bhow (?:does|do|will|would|can|is|are|did|long (?:does|do|is|will|would)|many"
        r"|secure|safe|fast|quickly|easy|reliable|big)(?: \w+){0,6}? ?(?:work|works|help"
        r"|integrate|compare|differ|different|operate|function|set ?up|setup|install\w*"
        r"|implement\w*|onboard\w*|take|deliver|handle|secure|data|users|process|use"
        r" (?:it|this|your)|it work)\b(?!.*\b(?:meet|call)\b)",
    ),
    (
        "product_question",
        0.8,
        r"\b(?:is|are) (?:it|this|your|the|there)(?: \w+){0,4}? (?:suitable|good for"
        r"|compatible|available in|secure|safe|easy|possible to|able to|gdpr|cloud"
        r"|on-?premise|an app|a mobile|a version|limit|difference|support for|integrat\w+"
        r"|api|warranty|multilingual|open source|customi[sz]able)\b|\b(?:more|some"
        r"|further|additional) (?:info|information|details|detail)\b|\bi (?:have|had|got"
        r"|have got) (?:a |some |a few |a couple (?:of )?)?(?:quick )?questions?\b"
        r"|\binterested in (?:your|the|learning|knowing|finding|hearing|this|a|using"
        r"|buying|getting|more)\b(?! (?:demo|meeting|call))|\blooking for (?:a|an|some)"
        r" (?:\w+ ){0,3}(?:solution|software|tool|crm|system|platform|service|app"
        r"|provider|agency|partner|website|chatbot)\b|\bcan (?:it|your (?:product"
        r"|software|tool|platform|system|bot)|parley|the (?:software|product|tool"
        r"|platform))\b",
    ),
    (
        "pricing",
        0.85,
        r"\b(?:budget|price ?point|for less|lower price|too much (?:money|for (?:me"
        r"|us))|afford|deal|best price|any (?:deals?|offers?|promotions?)|invoice"
        r" monthly|pay (?:monthly|yearly|annually|per|for it|in)|cost-effective|how"
        r" much (?:is|are|for|would|will|does|do))\b(?!.{0,15}(?:hunter|with a|with"
        r" the))|\b(?:for|under|below) (?:less than )?[$€£]?\d+(?:k| ?(?:dollars"
        r"|euros|pounds|bucks))\b",
    ),
    (
        "product_question",
        0.82,
        r"\b(?:can|could|may|am|are) (?:i|we|users|customers|people|my (?:team|staff"
        r"|customers|employees))(?: able to)?(?: also| still)? (?:use|add|integrate"
        r"|run|access|export|import|connect|try|test|customi[sz]e|upload|download"
        r"|install|embed|create|manage|track|link|sync|upgrade|share|send|pay|return"
        r"|order|buy|get (?:a|it|the|my|this)|change (?:the|my)|have (?:multiple|more"
        r"|my own|several))\b(?!.*\b(?:meet|meeting|call|appointment|demo|quote"
        r"|refund|human|person|agent|someone)\b)",
    ),
    (
        "product_question",
        0.82,
        r"\b(?:where (?:are|is|can|do|does) (?:you|your|the|i|it|u)|what (?:are|is)"
        r" (?:the|my|your|our) (?:options?|difference|benefits?|advantages?|features?"
        r"|services?|products?|opening hours|address|process|requirements|policy"
        r"|guarantee|warranty|experience)|who (?:are you|is behind|uses|are your"
        r" (?:customers|clients|competitors))|why (?:should|would) (?:i|we)|do you"
        r" (?:guys )?(?:do|make|build|create|design|work|sell|ship|deliver|offer"
        r"|provide|have|support|take|accept|handle|know|cover|use|develop|install"
        r"|repair|train)|what (?:exactly )?(?:do|does|can) (?:you|it|your \w+|the \w+"
        r"|this|parley)(?: guys)? ?(?:actually |exactly )?(?:do|sell|offer|make"
        r"|provide|support|cover|include|speciali[sz]e))\b(?!.*\b(?:slot|available"
        r"|free|time|minutes|opening|appointment|meet|meeting|call|charge)\b)",
    ),
    (
        "complaint",
        0.86,
        r"\b(?:(?:second|third|fourth|fifth|\d+(?:nd|rd|th)) time (?:i|that|this|we"
        r"|in)|how many times|several times already|again and again|many times|keeps?"
        r" (?:happening|breaking|failing|crashing|disconnecting)|hasn'?t (?:arrived"
        r"|been|come|worked)|haven'?t (?:received|gotten|got)|where is my (?:order"
        r"|refund|money|package|delivery)|not what i (?:ordered|expected|paid)|took"
        r" (?:forever|too long|ages)|too (?:slow|long to)|nothing works|went wrong"
        r"|messed up|made a mistake|mistake on|cheated|false advertising|not"
        r" acceptable|i am (?:so )?(?:mad|angry)|very bad|so bad|really bad|extremely"
        r" poor|not good enough|a mess)\b",
    ),
    (
        "product_question",
        0.83,
        r"\bwhat(?:'s| is| does| all)? (?:is )?(?:included|inclusive|in the (?:\w+"
        r" )?(?:package|plan|bundle))\b|\bdo(?:es)? (?:i|we|one|my \w+) (?:need|have"
        r" to|get|also get|require)\b|\bis there (?:a|an|any) (?:\w+ ){0,3}(?:app"
        r"|version|integration|api|plugin|option|limit|contract|setup|manual|tutorial"
        r"|guide|way to)\b",
    ),
    (
        "complaint",
        0.87,
        r"\bnever (?:answer|repl|respond|pick|call|get|show|help|deliver)\w*\b"
        r"|\bnothing but (?:problems|trouble|issues|headaches)\b|\b(?:it|this|that"
        r"|product|machine|app|software|device|item) (?:broke|died|failed|stopped"
        r"|fell apart|crashed|froze)\b|\bwrong (?:again|once more)\b|\b(?:problems?"
        r"|issues?|trouble) (?:again|ever since|from day one)\b|\b(?:having|had|have)"
        r" (?:a lot of |so many |many |constant |endless |serious |big |major"
        r" )(?:problems?|issues?|trouble)\b",
    ),
)
