"""Words that tell names from other words."""

from __future__ import annotations

from pathlib import Path

from understanding.tokens import word_set

# First names of the world's languages, as they are written in Latin, Cyrillic, Greek, Arabic and
# Devanagari letters: ours, and those of the Faker project (see NOTICE).
_GIVEN_NAMES = frozenset(
    Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split()
)
# Names that are everyday words: in lower case they count only after a clear cue.
EVERYDAY_NAMES = word_set(
    """
    will rich frank grace hope joy faith pat rob sue art may april june guy don dawn rose ivy
    drew bill mark earl jade crystal amber violet daisy poppy iris ruby penny van eve sierra
    angel till chase mercedes christian page miles sunny abbey abril amor autumn bela bello
    blessing brooklyn charity chi cole coral corona cruz dag destiny diamond dick dom domingo
    duke dulce esperanza estrella felicidad flor gaz gene gracia greco hardy harmony hudson
    hunter innocent jackson juli juni junior justo karma kent lance leia li lotta lucky luz mel
    mentor mercy mora olive pastor patience pau paz pearl phoenix pietra queen rico santos
    socorro summer sydney tory trinity vi victoire vittoria ward washington wolf jolie leone lu
    blanca blanche austin dallas denver jordan charlotte florence madison victoria lincoln
    chelsea camden devon sofia asia carolina virginia georgia aurora holly heather jasmine basil
    ginger bishop major baker carter mason taylor parker turner cooper fisher archer gunner
    ranger maverick ace sky skye river reed forest brook dusty rusty buddy bud sonny honey candy
    precious princess prince king queenie earnest ernest noble royal chance bliss windy misty
    tan marina regina pilar dolores consuelo remedios luna sol mia bea dee  wren finch lark
    dove raven
    """
)

FIRST_NAMES = _GIVEN_NAMES | EVERYDAY_NAMES

# Words before "name is" that leave it a person's: "the name is", "hi name is".
OF_A_NAME = word_set(
    """
    my the full whole complete real actual contact customer client guest your so and hi hello hey
    well yes yeah sure ok okay its oh um uh person's mein meine mon mi il mijn mitt meu
    """
)
CONTRACTIONS = word_set(
    """
    im its thats whats hes shes youre theyre were ive ill id dont cant
    """
)
NAMES_LIKE_WORDS = word_set(
    """
    An Do Ha So You See Thi Long Hung Ho Day Best Early Price
    """
)
PARTICLES = word_set(
    """
    de del della da das do dos du la le les van von der den ter ten zu zum zur bin ibn bint al
    el ul ur di y e af av of mac st los las
    """
) - {"of", "do"}
TITLES = word_set(
    """
    dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss mister sir madam herr frau mme m.
    mlle monsieur madame señor señora sr. sra. sr sra don doña dipl.-ing. dipl.-ing ing. rev
    rev. doctor doktor docteur doctora dra dra. janab mx mx. captain capt. eng. engr. hon.
    herrn father fr. sheikh sheikha lt lt. col col. sgt sgt. cpl gen. maj. judge officer rabbi
    imam pastor coach chef nurse reverend cllr lady lord dame
    """
)
SUFFIXES = word_set(
    """
    jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq.
    """
)

# Words that are no names: what people say after "I'm" and "this is", and what follows a name.
NO_NAMES = word_set(
    """
    lg vg mfg gay hindu buddhist sikh jain protestant mormon atheist agnostic afghan albanian
    algerian armenian bolivian bosnian bulgarian burmese cambodian cameroonian congolese croatian
    cuban cypriot czech dominican ecuadorian emirati estonian ethiopian georgian ghanaian guatemalan
    haitian honduran icelandic iraqi jamaican jordanian kazakh kurdish kuwaiti latvian lebanese
    libyan lithuanian macedonian maltese moldovan mongolian nepalese nepali nicaraguan omani
    palestinian panamanian paraguayan puerto rican qatari salvadoran senegalese serbian singaporean
    slovenian somali sri lankan sudanese syrian taiwanese tanzanian tunisian ugandan uruguayan uzbek
    venezuelan welsh yemeni zimbabwean scandinavian nordic hispanic latina persian bengali punjabi
    tamil basque catalan flemish bavarian texan californian londoner parisian berliner
    ich yo io eu ik jag jeg ja spelled spelt misspelled written anytime whenever anywhere asap hoon hun theek yours truly
    a an the and or but if so because then than that this these those there here where when
    what which who whom whose why how i you he she it we they me him her us them my your his
    its our their mine yours am is are was were be been being do does did done doing have has
    had having can could will would shall should may might must not no nor yes yeah yep yup
    nope ok okay sure fine great good well very really quite just only also too even still
    again already always never ever often sometimes maybe perhaps now later today tonight
    tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january
    february march july august september october november december to of in on at by for from
    with without about into onto over under between after before during through against as
    like unlike via per up down out off near far away back looking look interested interesting
    calling call called trying try wondering wonder hoping thinking think going go gone
    getting get got coming come writing write reaching reach working work works worked based
    located living live lives using use used having making make made searching search seeking
    seek asking ask asked planning plan needing need needs needed wanting want wants wanted
    excited happy glad pleased sorry afraid sad mad angry upset annoyed frustrated
    disappointed tired sick busy free available unavailable ready currently actually basically
    simply mostly mainly definitely certainly probably possibly absolutely totally curious
    confused lost stuck new old young big small large little local open closed late early
    right wrong true false able unable alone single married retired unemployed serious kidding
    joking aware unaware unsure certain concerned worried scared surprised shocked impressed
    amazed amazing awesome excellent perfect wonderful terrible horrible awful bad worse worst
    better best nice cool lovely beautiful ugly cheap expensive important urgent critical easy
    hard difficult possible impossible necessary useful useless helpful ridiculous
    unacceptable annoying fantastic brilliant correct incorrect broken missing down interested
    keen eager willing all any some many much more most few several every each both either
    neither none one two three four five six seven eight nine ten eleven twelve hundred
    thousand million half first second third last next previous other another same different
    such own kind sort type part lot lots bit pair couple thing things stuff something
    anything nothing everything someone anyone everyone nobody everybody somebody people
    person man woman guy gal men women child kid kids boy girl friend friends family wife
    husband mother father brother sister son daughter mom dad boss colleague partner assistant
    secretary customer client clients user visitor guest student teacher developer engineer
    designer manager director owner founder cofounder co-founder ceo cto cfo coo vp president
    chairman consultant freelancer contractor agent broker realtor lawyer attorney doctor
    nurse dentist accountant photographer writer artist blogger marketer salesperson
    entrepreneur investor vendor supplier buyer seller employee employer recruiter admin
    administrator head lead leader member representative rep startup business company firm
    agency store shop restaurant bakery hotel school university office team department website
    site app page account service services product products project projects price prices
    pricing cost costs quote budget money payment invoice order orders refund question
    questions problem problems issue issues help support info information details detail demo
    trial meeting meetings appointment booking reservation schedule calendar date time times
    day days week weeks month months year years hour hours minute minutes moment morning
    afternoon evening night noon midnight weekend email mail phone number mobile cell address
    contact message chat bot robot human real live hi hello hey hiya howdy greetings dear
    welcome thanks thank thankyou thx cheers please pls plz bye goodbye regards sincerely
    yours best kind warm sir madam mate dude bro man guys folks everyone all team anybody
    american british english scottish irish welsh french german spanish italian portuguese
    dutch belgian swiss austrian swedish norwegian danish finnish polish czech slovak
    hungarian romanian bulgarian greek turkish russian ukrainian indian pakistani bangladeshi
    chinese japanese korean vietnamese thai indonesian malaysian filipino australian canadian
    mexican brazilian argentinian colombian chilean peruvian african egyptian moroccan
    nigerian kenyan arab arabic israeli iranian iraqi saudi european asian latino muslim
    jewish catholic london paris berlin madrid york america usa uk england france germany
    spain italy europe india pakistan china japan canada australia name names named surname
    lastname firstname nickname mr mrs ms afaik asap btw fyi imo lol omg wtf tbh idk im id
    ill youre dont cant wont isnt arent didnt doesnt its thats whats lets gonna wanna gotta
    kinda sorta let say says said saying tell told telling see seen saw show showing know knew
    known knows give gave given take took taken put set keep kept leave left send sent find
    found buy bought sell sold pay paid book booked booking cancel cancelled reschedule change
    changed move moved start started starting stop stopped begin end finish finished join
    joining joined meet met meeting speak speaking spoke talk talking talked discuss hear
    heard read listen watch wait waiting waited stay stayed test testing check checking
    checked confirm confirmed sign signed signing send sending receive received replying reply
    responding respond following follow followed contacting contacted emailing texting
    messaging referring regarding concerning hosting running run own owning managing leading
    building build built creating create created growing expanding moving relocating opening
    launching comparing compare considering consider evaluating learning learn studying
    teaching visiting travelling traveling driving walking sitting standing eating drinking
    having sleeping feeling feel feels felt doing sure whatever anonymous nobody private
    secret confidential none n/a na test unknown skip pass rather prefer mind matter matters
    irrelevant why hmm hm uh um er ah oh wow ha haha lol yay ugh meh nah nay bored boring
    broke hungry thirsty fat thin tall short long high low hot cold warm dry wet full empty
    rich poor blind deaf dead alive pregnant vegan vegetarian allergic intolerant satisfied
    dissatisfied unhappy grateful thankful honest blunt clear unclear positive negative
    doubtful skeptical sceptical convinced persuaded waiting holding pending responsible
    accountable eligible entitled required supposed meant bound about close familiar
    unfamiliar similar related connected attached associated affiliated qualified certified
    experienced beginner newbie expert professional specialist independent self selfemployed
    remote part-time full-time onsite online offline outside inside abroad overseas nearby
    home house behind ahead beside definitely obviously clearly apparently honestly frankly
    seriously literally finally initially originally recently lately soon once twice instead
    however therefore anyway besides meanwhile otherwise sehr nicht kein keine auch nur schon
    noch bin ist sind war hier dort und oder aber weil wenn dann als wie was wer wo wann warum
    der die das ein eine einen einem einer mein meine dein ihr ihre unser euer von vom zu zum
    zur mit ohne für bei nach aus auf an im ab interessiert neu gerade aktuell leider gerne
    bitte danke hallo guten servus moin ja nein auf suche suchen selbstständig kunde kundin
    geschäftsführer inhaber firma zufrieden unzufrieden froh krank verfügbar sicher unsicher
    müde beschäftigt dabei dran bereit möchte will würde kann habe hätte brauche je suis nous
    sommes vous êtes il elle est et ou mais donc le la les un une des du au aux ce cette ces
    mon ma mes votre vos notre nos pas plus très bien mal ici là avec sans pour par dans sur
    sous chez vers intéressé intéressée désolé désolée content contente disponible occupé
    occupée sûr sûre prêt prête client cliente gérant gérante directeur directrice responsable
    bonjour bonsoir salut merci oui non voudrais souhaite cherche besoin toujours encore aussi
    quel quelle quoi qui que quand comment pourquoi soy estoy somos es son está están el los
    las unos unas y o pero porque si no sí muy más menos bien mal aquí allí con sin para por
    en de desde hasta interesado interesada contento contenta disponible ocupado ocupada
    seguro segura listo lista cliente dueño dueña gerente director directora responsable hola
    buenas buenos gracias quiero quisiera necesito busco me gustaría hai hain hun hoon ho mein
    main mujhe mera meri mere aap ap tum hum woh yeh ye kya kyun kab kahan kaise kaun se
    ko ka ki ke aur ya lekin nahi nahin haan ji shukriya salam assalam o alaikum chahiye
    chahta chahti baat raha rahi rahe bol theek
    """
)
COMPANY_FORMS = word_set(
    """
    corp inc ltd llc gmbh ag sarl sas bv plc kg llp corporation limited group holdings solutions
    technologies services consulting software systems bank university hotel restaurant studio
    agency company industries partners logistics
    """
)
NOT_AFTER_NAME = word_set(
    """
    based user users customer customers client fan owner employee resident citizen native
    speaker speaking subscriber developer reseller partner team office branch time timezone
    corp inc ltd llc gmbh ag sarl sas bv plc corporation limited group holdings solutions
    technologies services consulting software systems bank university hotel restaurant studio
    agency company
    """
)
CHINESE_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文張劉陳楊趙黃吳孫馬羅鄭謝"
)
