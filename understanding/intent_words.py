"""Words that say the same for an intent: the linear model learns of a kind what it saw of one."""

from __future__ import annotations

from understanding.tokens import word_set

_KINDS = {
    "<day>": """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
        sat mondays tuesdays wednesdays thursdays fridays saturdays sundays
        montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi
        vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo
    """,
    "<soon>": "today tomorrow tonight tmrw tomorow tmr tommorow heute morgen demain hoy manana kal کل",
    "<month>": """
        january april june july august september october november december jan feb apr february
        jun jul aug sep sept oct nov dec januar februar juni juli oktober dezember janvier fevrier
        avril juin juillet septembre octobre novembre decembre enero febrero abril mayo junio julio
        agosto septiembre octubre noviembre diciembre
    """,
    "<number>": """
        one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred
        thousand first second third fourth fifth
    """,
}
_ALIKE = {
    "@meeting": """
        meeting meetings appointment appointments appt apt appts appoint meet-up consultation consult
        demo demos demonstration session viewing walkthrough sync standup interview kickoff
        presentation checkup sitdown zoom visit tour briefing huddle metting apointment appoinment
        get-together catchup inspection fitting event events booking slot slots
    """,
    "@book": """
        book schedule arrange organise organize reserve plan pencil shedule schedual scheduling booking
        arranging setup
    """,
    "@move": """
        move reschedule postpone shift push delay bump defer rearrange swap switch rebook moved
        rescheduled postponed pushed moving rescheduling postponing shifting adjust
    """,
    "@cancel": "cancel scrap nix scratch cancelled canceled cancelling canceling abort annul axe ditch",
    "@remove": """
        delete remove erase drop purge wipe discard clear eliminate trash kill removing deleting strike
        scrub
    """,
    "@calendar": "calendar agenda diary schedule planner calender itinerary",
    "@free": "free available open availability openings opening vacant vacancy vacancies booked busy",
    "@price": """
        price prices cost costs fee fees rate rates charge charges pricing tariff quote quotation
        estimate quotes pricey expensive cheap cheaper cheapest affordable priced costing
    """,
    "@discount": "discount discounts coupon promo promotion deals sale voucher offers",
    "@human": """
        human humans person people agent agents representative rep reps operator manager supervisor
        associate employee advisor adviser staff colleague somebody someone anyone anybody consultant
        attendant superior clerk specialist teammate reprsentative humen agnet
    """,
    "@bot": "bot robot machine ai computer chatbot bots robots automated automaton virtual",
    "@talk": "talk speak chat converse communicate talking speaking chatting spk tlk",
    "@connect": "connect transfer forward redirect escalate route patch switch hand link transferred",
    "@phone": "call ring phone telephone dial buzz bell callback calls phoning ringing calling",
    "@bad": """
        terrible awful horrible worst bad poor disgusting unacceptable ridiculous useless rubbish
        appalling pathetic lousy shoddy dreadful disappointing atrocious abysmal outrageous crap
        inadequate substandard joke scam dirty filthy rude unprofessional
    """,
    "@angry": """
        disappointed unhappy angry frustrated upset annoyed dissatisfied furious displeased unsatisfied
        disgusted appalled outraged irritated fed
    """,
    "@broken": """
        broken damaged defective faulty cracked leaking crashes crashing crashed torn ruined scratched
        smashed malfunctioning broke dented
    """,
    "@complain": "complain complaint complaints grievance complaining claim complains",
    "@contact": "contact contacts client clients customer customers lead leads prospect supplier",
    "@book_of_contacts": "crm database address-book addressbook contacts",
    "@detail": "email mail number phone address mobile details info surname title position company",
    "@task": "task tasks todo todos to-do reminder reminders follow-up followup checklist chore chores",
    "@add": "add create save store register enter insert new put log record make",
    "@change": "change update edit modify correct amend alter fix rename replace set adjust revise",
    "@find": "find show search list display look lookup get pull view read open tell give fetch check",
    "@done": "done complete completed finished finish tick check cross resolved accomplished",
    "@note": "note notes memo comment remark jot",
    "@deal": "deal deals opportunity opportunities pipeline sale",
    "@stop": "stop unsubscribe quit cease end halt opt enough unsub desist",
    "@message": "message messages messaging text texts texting email emails emailing spam newsletter "
    "newsletters notifications promotions mails sms contacting",
    "@greet": "hi hello hey hiya howdy greetings yo hallo helo heya",
    "@bye": "bye goodbye farewell cya cheerio ciao adios later seeya",
    "@thank": "thanks thank thx ty grateful appreciate appreciated thankful gratitude thankyou thnx",
    "@yes": "yes yeah yep yup sure yea ok okay absolutely definitely certainly correct right exactly",
    "@no": "no nope nah never not negative don't dont didn't doesn't isn't won't can't cannot",
    "@want": "want need like wish wanna love prefer require wanting hoping looking",
    "@can": "can could would may might able possible",
    "@product": """
        product service services feature features plan plans package packages software app platform
        products tool system brand model
    """,
    "@offer": "offer provide sell carry support include included includes come compatible integrate",
}  # fmt: skip
STANDS_FOR = {word: kind for kind, words in _KINDS.items() for word in word_set(words)}
ALIKE = {word: kind for kind, words in _ALIKE.items() for word in word_set(words)}
CONTRACTED = word_set(
    "what's it's let's that's there's who's how's he's she's where's when's here's name's today's"
    " everyone's"
)
