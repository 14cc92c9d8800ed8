"""Words that tell names from other words."""

from __future__ import annotations

from understanding.tokens import word_set

FIRST_NAMES = word_set(
    """
    aaron abby abigail abdul abdullah abdulrahman abraham ada adam adele adrian adriana adrien
    agnes ahmad ahmed aidan aiden aileen aisha ajay akash akira alan alana albert alberto
    alejandra alejandro alessandro alex alexa alexander alexandra alexandre alexis alfred
    alfredo ali alice alicia alina alison alistair allan allen allison alma alvaro alyssa amal
    amanda amber amelia amelie amina amir amira amit amy ana anastasia anders andrea andreas
    andrei andres andrew andrzej andy angel angela angelina angelo anita anja ankit ann anna
    annabel anne annette annie anthony antoine anton antonia antonio anya april aria ariana
    ariel arjun arnaud arne arthur arun asad ashley ashok asif asma astrid aubrey audrey
    aurelie austin ava avery axel ayaan ayesha barbara barry bart bashir beatrice beatriz
    becky bella ben benedikt benjamin benoit bernard bernd bertrand beth bethany betty bhavna
    bianca bilal bilbo bill billy birgit bjorn blake bob bobby boris brad bradley brandon
    brenda brendan brent brett brian bridget britney brooke bruce bruno bryan caitlin caleb
    callum calvin cameron camila camille carl carla carlo carlos carmen carol carole carolina
    caroline carolyn carrie casey cassandra catalina catherine cathy cecilia cedric celia
    celine chad chandra charles charlie charlotte chelsea chen cheryl chiara chidi chloe chris
    christa christian christiane christina christine christoph christophe christopher chuck
    cindy claire clara clarence clark claude claudia clement clive cody colin colleen connor
    conor conrad constance corinne courtney craig cristina crystal curtis cynthia cyril daisy
    dale damian damien dan dana daniel daniela daniele danielle danny daphne dario darius
    darren dave david dawn dean deborah debbie deepak deepika delphine denis denise dennis
    derek derrick devon diana diane diego dieter dilip dimitri dina dinesh dirk dmitri dolores
    dominic dominik dominique don donald donna doris dorothy doug douglas duncan dustin dwayne
    dylan earl eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elias
    elif elijah elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elsa emil emilia
    emilie emilio emily emma emmanuel enrique eric erica erik erika erin ernest esme esteban
    esther ethan eugene eva evan eve evelyn fabian fabien fabio fahad faisal farah farhan
    farid farooq fatima fatma felicia felipe felix fernanda fernando fiona florence florian
    frances francesca francesco francis francisco franck francois frank franz fred freddie
    frederic frederick frida friedrich gabriel gabriela gabriella gary gavin gemma genevieve
    geoff geoffrey george georgia georgina gerald gerard gerhard gianluca gina giorgia
    giovanni giulia giuseppe gladys glen glenn gloria gordon grace graham greg gregor gregory
    greta grigori guillaume guillermo gustav gustavo guy gwen habib hailey hamid hamza hana
    hank hanna hannah hans harald haris harold haroon harper harriet harris harry hasan hassan
    hazel heather hector heidi heike heinz helen helena helene helga helmut henri henrik
    henrique henry herbert herman hiba hilary hina hiroshi holger holly howard hugh hugo
    humberto hussain hussein ian ibrahim ida ignacio igor ike imran ines ingrid inga ira irene
    irina iris irma isaac isabel isabella isabelle isla ismail ivan ivy jack jackie jacob
    jacqueline jacques jade jaime jake jamal james jamie jan jana jane janet janice jared
    jasmin jasmine jason javier jay jean jeanette jeanne jeff jeffrey jelena jen jenna
    jennifer jenny jens jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy jin jo
    joan joana joanna joanne joao joaquin jochen jodie joe joel joelle johan johann johanna
    johannes john johnny jolene jon jonah jonas jonathan jordan jorge jose joseph josephine
    josh joshua joyce juan juana juanita judith judy jules julia julian juliana julie julien
    juliet juliette julio julius june jurgen justin justine kai kamal kamila kamran karan
    kareem karen karim karin karina karl karla karolina kasia kaspar kate katharina katherine
    kathleen kathrin kathy katie katja katrin kavita kayla keith kelly kelsey ken kenji
    kenneth kenny kerry kevin khadija khalid kim kimberly kiran kirsten klaus konrad
    konstantin kris krishna kristen kristin kristina kumar kurt kyle lara larry lars laszlo
    laura lauren laurence laurent lea leah leila leo leon leonard leonardo leonie leslie lewis
    liam lidia lila lili lilian lily linda lindsay lionel lisa liz lloyd logan lois lola
    lorena lorenzo lorraine lou louis louisa louise luc luca lucas lucia luciana lucie lucy
    ludwig luis luisa luiz lukas luke luna lydia lynn mackenzie madeleine madison mads magda
    magdalena maggie maha mahmoud maja malik manfred manoj manuel manuela mara marc marcel
    marcela marcella marcia marco marcos marcus margaret margarita margaux margot maria mariam
    mariana marianne marie marina mario marion marisa marissa marius marjorie mark marko
    markus marlene marta martha martin martina marvin mary maryam mateo mateusz mathew mathias
    mathieu mathilde matilda matt matteo matthew matthias maurice mauricio max maxim maxime
    maximilian maya mehmet mehreen mei melanie melissa mercedes meredith mia michael michal
    michel michele michelle miguel mikael mike mikhail mila milan milena miles millie milo
    mina mira miranda miriam mirko mitchell mohamed mohammad mohammed mohsin moira molly mona
    monica monika monique morgan moritz moses muhammad murat mustafa myra nabila nadeem nadia
    nadine nancy naomi nasir nasreen natalia natalie natasha nathalie nathan nathaniel naveed
    neha neil nelson nia nicholas nick nico nicola nicolas nicole nigel niklas nikhil nikita
    nikki niko nikola nils nina nisha noah noel noelle noor nora norbert norma norman octavia
    odette olaf olga oliver olivia olivier omar oscar osman oskar oswald otto owen pablo paige
    pam pamela paolo pascal pat patricia patrick patrik paul paula paulina pauline paulo pavel
    pedro peggy penelope penny perry pete peter petra phil philip philipp philippa philippe
    phillip phoebe pierre pierrick pilar piotr poppy prakash preeti priya priyanka rachel
    rafael raheel rahim rahul raj rajesh rakesh ralf ralph ramon ramona randy raquel rashid
    raul ravi ray raymond rebecca regina rehan reinhard rekha rene renata renate renee reza
    rhys ricardo riccardo richard rick ricky rishi rita rob robbie robert roberta roberto
    robin rocio rod rodney rodrigo roger rohan rohit roland rolf roman romain ron ronald ronan
    ronnie rory rosa rosalie rose rosemary rosie ross roxane roy ruben rudolf rudy rupert
    russell ruth ryan saad sabina sabine sabrina sadia saeed safia sahil saima sajid sal
    saleem salim sally salma salman salvador sam samantha samir samira samuel sana sandeep
    sandra sandy sanjay santiago sara sarah sascha sasha saskia satoshi saul scott sean
    sebastian selena selim selina serena serge sergei sergio seth shahid shane shannon sharon
    shaun shawn sheila shelley sheng shirley shreya sidney sierra silke silvia simon simona
    simone sofia solange sonia sonja sophia sophie stacey stan stanislav stefan stefania
    stefanie stella stephan stephane stephanie stephen steve steven stewart stuart sue sultan
    sunil sunita suresh susan susana susanna susanne suzanne sven svetlana sylvain sylvia
    sylvie tabitha tahir takashi tamara tania tanja tanya tara tariq tatiana taylor ted teresa
    terry tessa thea theo theodore theresa therese thierry thomas thorsten tiago tiffany till
    tim timo timothy tina tobias toby todd tom tomas tommy toni tony torsten tracy travis
    trevor tristan tyler udo ulrich ulrike umar umer ursula usman uwe valentina valerie
    vanessa vera veronica veronika vicente vicky victor victoria vijay vikram viktor vincent
    vinay viola violet virginia virginie vishal vivian vivienne vladimir volker waleed walter
    wanda waqas wei wendy werner wesley wilfred wilhelm will willem william willie wolfgang
    xavier xiao yan yana yasir yasmin yasmine yvette yvonne yolanda yosef youssef yuki yuri
    yusuf zac zach zachary zahid zahra zainab zara zeynep zoe zoey zubair hanif joan aleric
    zeeshan sobia anwar saba iqra rabia shazia nida fawad junaid taimoor kashif adeel arslan
    shahzad bushra rehana tahira
    """
)
# Names that are everyday words: in lower case they count only after a clear cue.
EVERYDAY_NAMES = word_set(
    """
    will rich frank grace hope joy faith pat rob sue art may april june guy don dawn rose ivy
    drew bill mark jack earl dale glen max ray jean jade crystal amber violet daisy poppy iris
    ruby penny sandy dean van eve sierra angel jay sal till rod ali an chase mercedes mina
    sana saba in noor sultan ross christian roman german francis page miles perry sunny merry
    happy young
    """
)

PARTICLES = word_set(
    """
    de del della da das do dos du la le les van von der den ter ten zu zum zur bin ibn bint al
    el ul ur di y e af av of mac st
    """
) - {"of", "do"}
TITLES = word_set(
    """
    dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss mister sir madam herr frau mme m.
    mlle monsieur madame señor señora sr. sra. sr sra don doña dipl.-ing. dipl.-ing ing. rev
    rev. doctor doktor docteur doctora dra dra. janab mx mx. captain capt. eng. engr. hon.
    herrn
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
