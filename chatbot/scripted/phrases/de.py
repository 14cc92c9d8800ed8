"""What the scripted engine says in German. Only keys that begin with `ask_` ask anything."""

from __future__ import annotations

PHRASES = {
    "hello": ("Guten Tag, ich bin der KI-Assistent von {business}.",),
    "hello_short": ("Guten Tag.",),
    "slots_night": ("Unsere Zeiten liegen bei Ihnen in der Nacht, andere gibt es leider nicht.",),
    "hello_again": ("Hallo, da sind Sie ja wieder.",),
    "language_ok": ("Gern, machen wir auf Deutsch weiter.",),
    "thanks_name": ("Danke, {name}.", "Schön, Sie kennenzulernen, {name}."),
    "thanks_detail": ("Vielen Dank.", "Danke, das hilft mir.", "Gut zu wissen, danke."),
    "corrected": ("Danke für die Korrektur, ich habe jetzt {value}.",),
    "refusal_ok": (
        "Das ist völlig in Ordnung, das müssen Sie nicht.",
        "Kein Problem, lassen Sie es weg.",
    ),
    "bad_email": ("Diese E-Mail-Adresse sieht für mich nicht vollständig aus.",),
    "no_problem": ("Kein Problem.", "In Ordnung.", "Natürlich."),
    "answer_foreign": (
        "In unseren Unterlagen zu „{source}“ steht auf Englisch: {extract}",
        "Dazu sagt unser englischer Text „{source}“: {extract}",
    ),
    "no_answer": (
        "Dazu habe ich keine verlässliche Auskunft, und raten möchte ich nicht.",
        "Das steht leider nicht in meinen Unterlagen.",
    ),
    "slots": ("Diese Zeiten sind frei.", "Hier sind einige freie Zeiten."),
    "slots_fit": ("Ja, da sind diese Zeiten frei.", "Das ist dann frei."),
    "slots_near": (
        "Genau dann ist leider nichts frei, das hier liegt am nächsten.",
        "Da ist nichts frei, aber diese Zeiten kommen dem nahe.",
    ),
    "slots_past": ("Diese Zeit ist schon vorbei, hier sind die nächsten.",),
    "slots_alternative": ("Diese Zeiten in der Nähe sind noch frei.",),
    "no_slots": ("Da finde ich leider keine freie Zeit.", "Auch da ist leider nichts frei."),
    "one_slot": ("{when} ist frei.",),
    "several": ("Diese Zeiten sind dann frei: {times}.",),
    "held": (
        "{when} ist frei, und ich halte die Zeit ein paar Minuten für Sie fest.",
        "Ich halte {when} ein paar Minuten für Sie frei.",
    ),
    "booked": ("Der Termin ist gebucht: {when}.",),
    "booked_pending": (
        "Ihr Termin am {when} ist eingetragen und noch offen, bis der Kalender ihn bestätigt hat.",
    ),
    "moved": ("Erledigt, Ihr Termin ist jetzt am {when}.",),
    "moved_pending": (
        "Ihr Termin ist auf {when} verschoben, noch offen, bis der Kalender ihn bestätigt hat.",
    ),
    "cancelled": ("Ihr Termin am {when} ist abgesagt.",),
    "taken": ("Das tut mir leid, {when} ist nicht mehr frei.",),
    "have_meeting": ("Ihr Termin ist am {when}.",),
    "no_meeting": ("In diesem Chat gibt es keinen Termin von Ihnen.",),
    "kept": ("In Ordnung, der Termin bleibt, wie er ist.",),
    "plan_dropped": ("In Ordnung, dann lassen wir es; es wurde nichts gebucht.",),
    "cannot_book": ("Es tut mir leid, diese Buchung kann ich hier nicht vornehmen.",),
    "cannot_book_without_email": ("Ohne E-Mail-Adresse kann ich leider nicht buchen.",),
    "cannot_book_without_name": ("Ohne einen Namen kann ich leider nicht buchen.",),
    "sorry": (
        "Das tut mir leid, so soll es nicht sein.",
        "Ich verstehe, dass das ärgerlich ist, und es tut mir leid.",
    ),
    "can_hand_over": (
        "Ich kann das an eine Kollegin oder einen Kollegen weitergeben.",
        "Das ist etwas für jemanden aus dem Team.",
    ),
    "handed_over": (
        "Ich habe es an das Team weitergegeben, jemand meldet sich bei Ihnen unter {contact}.",
    ),
    "already_handed_over": ("Das liegt schon beim Team, es meldet sich jemand bei Ihnen.",),
    "unreachable": (
        "Das ist in Ordnung, nur kann sich dann niemand bei Ihnen melden; Sie können uns natürlich "
        "selbst schreiben.",
    ),
    "bot": (
        "Ich bin ein KI-Assistent, kein Mensch.",
        "Hier schreibt ein KI-Assistent, der die Unterlagen und den Kalender kennt.",
    ),
    "bot_first": ("Also nein, kein Mensch.",),
    "how_are_you": ("Danke, hier ist alles bestens.",),
    "can_do": (
        "Ich kann Fragen zu Leistungen und Preisen beantworten, einen Termin finden oder Sie an "
        "das Team weitergeben.",
    ),
    "injection": (
        "Damit kann ich nicht helfen, aber ich spreche gern über unsere Arbeit.",
        "Ich bleibe bei dem, wofür ich da bin: Fragen zu unserer Arbeit, und Termine.",
    ),
    "abuse": (
        "Ich sehe, dass Sie verärgert sind, und würde gern helfen.",
        "Schauen wir, ob ich noch helfen kann.",
    ),
    "looking": (
        "Schauen Sie sich in Ruhe um.",
        "Ganz ohne Eile, ich bin da, wenn eine Frage aufkommt.",
    ),
    "take_your_time": ("Natürlich, lassen Sie sich Zeit.", "Keine Eile, ich bin da."),
    "welcome": ("Gern geschehen.", "Sehr gern."),
    "goodbye": ("Danke für Ihren Besuch und auf Wiedersehen.", "Einen schönen Tag noch."),
    "goodbye_meeting": ("Vielen Dank und bis zum Termin.", "Gut, bis dann."),
    "here": ("Ich bin da, wenn noch etwas ist.", "Schreiben Sie einfach, wenn noch etwas ist."),
    "stop": ("Verstanden, ich frage nichts mehr; schreiben Sie, wenn Sie etwas brauchen.",),
    "trouble": (
        "Es tut mir leid, bei uns hat gerade etwas nicht geklappt; bitte versuchen Sie es gleich "
        "noch einmal.",
    ),
    "not_understood": (
        "Das habe ich nicht sicher verstanden; ich kann Fragen zu Leistungen und Preisen "
        "beantworten oder einen Gesprächstermin finden.",
        "Auch das habe ich leider nicht verstanden, da hilft jemand aus dem Team wohl besser.",
    ),
    "ask_need": ("Was können wir für Sie tun?", "Was haben Sie vor?", "Worum geht es bei Ihnen?"),
    "ask_need_for_meeting": ("Worum soll es in dem Termin gehen?",),
    "ask_name": ("Auf welchen Namen darf ich den Termin eintragen?", "Und Ihr Name, bitte?"),
    "ask_email": ("Unter welcher E-Mail-Adresse soll ich buchen?", "Und Ihre E-Mail-Adresse?"),
    "ask_name_after_all": (
        "Für eine Buchung brauche ich doch einen Namen; wäre ein Vorname in Ordnung?",
    ),
    "ask_email_after_all": (
        "Für eine Buchung brauche ich allerdings eine E-Mail-Adresse; würden Sie mir nur dafür "
        "eine nennen?",
    ),
    "ask_contact": (
        "Unter welcher E-Mail-Adresse oder Telefonnummer sind Sie am besten zu erreichen?",
    ),
    "ask_contact_email": ("Wäre stattdessen eine E-Mail-Adresse in Ordnung?",),
    "ask_contact_phone": ("Wäre stattdessen eine Telefonnummer in Ordnung?",),
    "ask_meeting": (
        "Möchten Sie das in einem kurzen Termin besprechen?",
        "Soll ich Ihnen freie Zeiten für einen Termin zeigen?",
    ),
    "ask_slot": ("Welche Zeit passt Ihnen?", "Welche davon hätten Sie gern?"),
    "ask_slot_move": ("Auf welche Zeit soll ich Ihren Termin verlegen?",),
    "ask_when": (
        "Welcher Tag und welche Uhrzeit wären Ihnen recht?",
        "Wann würde es besser passen?",
    ),
    "ask_proposed": ("Soll ich die Zeit für Sie buchen?", "Möchten Sie diese Zeit?"),
    "ask_proposed_move": ("Soll ich Ihren Termin dorthin verlegen?",),
    "ask_cancel": ("Möchten Sie den Termin am {when} wirklich absagen?",),
    "ask_rebook": ("Möchten Sie stattdessen eine andere Zeit?",),
    "ask_change": ("Möchten Sie ihn verschieben oder absagen?",),
    "ask_callback": (
        "Möchten Sie, dass sich jemand aus dem Team bei Ihnen meldet?",
        "Soll ich jemanden aus dem Team bitten, sich bei Ihnen zu melden?",
    ),
    "ask_anything": ("Kann ich sonst noch etwas für Sie tun?", "Haben Sie noch eine Frage?"),
    "ask_what": ("Was wäre das?",),
    "ask_curious": ("Gibt es etwas, das Sie über uns wissen möchten?",),
}
